## Figures

figure-sources = Sources: { $sources }. Dossier “{ $dossier }”, as of { $as-of }.
figure-sources-none = Dossier “{ $dossier }”, as of { $as-of }.

figure-cards-shows = the alliances side by side: level, intervals, direction and criteria
figure-cards-title = Resilience of the alliances on { $as-of }.
figure-cards-none = { $count-count ->
        [0] There are no alliances to assess.
        [one] Current evidence does not suffice for a total for the alliance.
        [2] Current evidence suffices for a total for neither of the two alliances.
       *[other] Current evidence suffices for a total for none of the { $count } alliances.
    }
figure-cards-one = { $tie } is assessed as { $level } in resilience: { $mean } (90%: { $i90 }).
figure-cards-several = Totals range from { $low } ({ $last }) to { $high } ({ $first }).
figure-cards-reading = Scale from 0 to 1 (resilient). Dot: mean; bar: 50%, line: 90% of draws.
figure-cards-reading-since = Scale from 0 to 1 (resilient). Dot: mean; bar: 50%, line: 90% of draws. Circle: mean on { $since }; arrow: likeliest direction since.
figure-cards-mean = mean { $mean }, 90%: { $i90 }
figure-cards-too-little = too little current evidence
figure-cards-last = last on { $date }: { $level }, { $mean }
figure-cards-gap = too little

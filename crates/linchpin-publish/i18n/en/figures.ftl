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
figure-cards-last = on { $date }: { $level }, { $mean }
figure-cards-gap = too little

figure-map-shows = members, alliances and US troops on a map
figure-map-title = The alliance system on { $as-of }.
figure-map-finding = Of the countries on record, { $host } has the most troops of { $guarantor }: { $amount } ({ $when }).
figure-map-none = The dossier has no numbers of troops abroad.
figure-map-reading = Lines: alliances and partnerships between two states; area of discs: number of troops, newest value. Map: { $attribution }.
figure-map-too-little = too little evidence
figure-map-key-assessed = assessed alliance
figure-map-key-treaty = treaty alliance
figure-map-key-partnership = partnership
figure-map-key-other = agreement
figure-map-key-troops = troops of the guarantor

figure-criteria-shows = a score taken apart, down to the indicators
figure-criteria-title = “{ $node }” of { $tie } by criterion and indicator, { $as-of }.
figure-criteria-finding = Indicators range from { $least } (“{ $low }”) to { $most } (“{ $high }”).
figure-criteria-one = Only “{ $node }” has enough evidence.
figure-criteria-none = No indicator of { $tie } has enough evidence.
figure-criteria-reading = Scale from 0 to 1 (resilient). Dot: mean; bar: 50%, line: 90% of draws. Bold: criteria and groups.
figure-criteria-gap = too little evidence (coverage { $coverage })
figure-criteria-not-applicable = not applicable

figure-trajectory-shows = a score and its criteria over the years, with gaps
figure-trajectory-title = { $tie } over the years, to { $to }.
figure-trajectory-finding = “{ $node }” was at the level “{ $start }” in { $from } and at “{ $end }” in { $to }.
figure-trajectory-same = “{ $node }” was at the level “{ $end }” in { $from } as in { $to }.
figure-trajectory-once = “{ $node }” has enough evidence only once, in { $date }: { $level }.
figure-trajectory-none = { $tie } has enough evidence at no time.
figure-trajectory-reading = Line: mean; strong band: 50%, pale band: 90% of draws; grey area: too little evidence. Top: new heads of state and government; triangles: sources issued.
figure-trajectory-gap = too little evidence
figure-trajectory-empty = There is enough evidence at no time.

figure-attribution-shows = why a score changed
figure-attribution-title = { $tie }: causes of change from { $from } to { $as-of }.
figure-attribution-finding = “{ $node }” moved most: { $direction ->
        [up] up
       *[down] down
    } from { $from } to { $to }.
figure-attribution-none = { $tie } has no score with enough evidence on both days.
figure-attribution-reading = From the earlier mean (upper dot) to the later one (lower dot); each bar is the mean contribution of a cause over all orders (Owen values).
figure-attribution-time = Ageing evidence, changes of government
figure-attribution-new = News
figure-attribution-revised = Later knowledge
figure-attribution-method = Another method
figure-attribution-rest = { $count ->
        [one] one further cause
       *[other] { $count } further causes
    }
figure-attribution-empty = No score has enough evidence on both days.

figure-matrix-shows = who stands where on which issue, with distances
figure-matrix-title = Positions of the capitals on { $as-of }.
figure-matrix-finding = The sides of { $tie } lie furthest apart on “{ $issue }”: a distance of { $distance }.
figure-matrix-none = On no issue do both sides of an alliance have a place.
figure-matrix-reading = Each line is the scale of an issue; open: position of a former government. Beside it the distance between the two sides of an alliance: 0 the same, 1 at opposite ends.
figure-matrix-empty = No position is recorded.

figure-measures-reading = Each measure and each currency has a scale of its own; pale: range; arrow: at least; stroke: at most. Series of different origin are no trend.
figure-measures-empty = No quantity is recorded.
figure-burden-shows = who pays and provides what, by definition
figure-burden-title = Burdens and contributions in numbers, as of { $as-of }.
figure-burden-finding = “{ $measure }”, greatest value: { $subject }, { $amount } ({ $when }).
figure-burden-none = The dossier has no numbers on burdens and contributions.
figure-exposure-shows = how exposed to pressure a state is
figure-exposure-title = Exposure to pressure in numbers, as of { $as-of }.
figure-exposure-finding = “{ $measure }”, greatest value: { $subject }, { $amount } ({ $when }).
figure-exposure-none = The dossier has no numbers on exposure.

figure-fears-shows = what speaks for and against each fear of an ally
figure-fears-title = Fears in { $ally }, as of { $as-of }.
figure-fears-finding = Most is said on “{ $fear }” ({ $ally }): { $for-count ->
        [one] one statement
       *[other] { $for } statements
    } for it, { $against-count ->
        [one] one
       *[other] { $against }
    } against.
figure-fears-none = Nothing is recorded on fears in { $ally }.
figure-fears-reading = Each mark is a statement, not a score: there is no validated measure. Square: evidence; disc: mechanism that sources describe; open: by observers.
figure-fears-for = speaks for it
figure-fears-against = speaks against it
figure-fears-silent = nothing recorded
figure-fears-empty = No fear is recorded.

figure-formats-shows = who is in which alliance and format
figure-formats-title = Alliances and formats on { $as-of }.
figure-formats-finding = In most of them: { $who }, in { $in } of { $all }.
figure-formats-none = The dossier names no members of alliances.
figure-formats-reading = Members as the dossier lists them.
figure-formats-key = Dot: member; with a ring: guarantor. Further members at the right.
figure-formats-guarantor = { $name } (guarantor)
figure-formats-unlisted = members not listed
figure-formats-empty = No alliance is recorded.

figure-network-shows = what, in the sources' view, strengthens and weakens what
figure-network-title = Mechanisms that sources describe, as of { $as-of }.
figure-network-finding = Most often sources trace “{ $effect }” to “{ $cause }”: { $mechanisms } of { $all } mechanisms.
figure-network-none = The dossier has no mechanisms.
figure-network-reading = The most frequent pairs of cause and effect. Whole and plus: strengthens; broken and minus: weakens; the wider, the more statements.
figure-network-causes = Causes
figure-network-effects = Effects
figure-network-empty = No mechanism is recorded.

figure-sensitivity-shows = what the uncertainty of scores comes from
figure-sensitivity-title = What the uncertainty comes from, as of { $as-of }.
figure-sensitivity-finding = The largest item in the uncertainty of “{ $node }” ({ $tie }): { $kind }, total share { $share }.
figure-sensitivity-none = No score has enough evidence for its uncertainty to be taken apart.
figure-sensitivity-reading = Sobol indices: strong the share of variance alone, pale together with others; line: 95%. Kinds of uncertainty above, indicators below; shares overlap.
figure-sensitivity-empty = No score has enough evidence.

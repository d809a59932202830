## Report

report-subtitle = Living study, as of { $as-of }
report-subtitle-undated = Living study
report-running-head = { $title } · { $subtitle }
report-fact-as-of = As of
report-fact-known = Known at
report-fact-known-all = everything in the dossier
report-fact-known-until = sources issued by { $date }
report-fact-since = Compared with
report-fact-framework = Framework
report-fact-framework-value = { $name }, version { $version }
report-fact-version = Version
report-fact-version-value = dossier { $dossier } { $hash }, Linchpin { $program }
report-contents = Contents
report-figure = Figure { $number }.
report-note-back = Back to the text
report-notes = Notes
report-bibliography = Sources
report-cite = How to cite
report-cell = { $cell }
report-section = { $about }

report-key-points = Key points

report-problem = Problem and conclusions
report-problem-question = The subject of this study: { $dossier }.
report-problem-inner = The question is how firm an alliance is from within, not how well it meets threats from outside.
report-problem-framework = The measure is the framework “{ $framework }” with { $count-count ->
        [one] one criterion
       *[other] { $count } criteria
    }: { $criteria }.
report-problem-given = Every score holds given this framework; another one may come to another result.
report-problem-dates = What is described is the state of { $as-of }, as far as sources attest it.
report-conclusions = Conclusions

report-alliances = The alliances in brief
report-alliances-intro = For each side of an alliance: what sources last say of it.

report-chapter-criterion = { $node }
report-criterion-weight = “{ $node }” makes up { $weight } of the total and takes { $leaves-count ->
        [one] one indicator
       *[other] { $leaves } indicators
    } together.
report-criterion-because = On the weight: { $because }.
report-criterion-parts = Parts: { $parts }.
report-criterion-covered = Evidence covers { $known } of { $leaves } indicators, { $coverage } by weight.
report-indicator-high = “{ $node }” is highest: { $level }, { $mean } (90%: { $i90 }).
report-indicator-low = “{ $node }” is lowest: { $level }, { $mean } (90%: { $i90 }).
report-stated = { $said }
report-column-indicator = Indicator
report-table-indicators = “{ $node }” by indicator: level, mean, and in brackets the interval of 90%.
report-not-applicable = not applicable
report-too-little = too little evidence

report-changes = What changed, and why
report-changes-intro = A score changes because something happened, because something older has only now become known, because evidence grows old, or because the method changes. What each source adds is its mean contribution over all orders (Owen values).
report-changes-since = Since { $since } these indicators have moved most:
report-changes-none = Since { $since } no indicator that has evidence on both days has clearly moved.
report-changes-causes = What brought that about, for each criterion that has evidence on both days:
report-changes-news = Among what is new are these statements:

report-positions = Who stands where?
report-positions-intro = Compared are the newest positions that are a government’s own; what observers ascribe to it does not count, but what a source presents as its position does.
report-positions-apart = “{ $issue }”: here the sides of { $tie } lie far apart, at a distance of { $distance } on the scale from 0 to 1.
report-column-issue = Issue
report-column-apart = Distance { $tie }
report-table-positions = Positions on { $as-of }; distance: 0 means the same, 1 means opposite ends of the scale; *: taken by a former government.
report-place-former = { $cell }*

report-burden = Who carries which burden?
report-burden-intro = Every number stands under its definition; numbers of different series are not added up.
report-fears = Fears of the allies
report-fears-intro = There is no validated measure of these fears; the evidence for and against stands side by side.
report-exposure = Exposure to pressure
report-exposure-intro = Trade and coercion from outside are no part of the score; they stand beside it.
report-formats = Alliances and formats
report-formats-intro = Shown is who is a member of what, as far as the dossier records it.
report-network = What strengthens, what weakens
report-network-intro = Shown are the explanations that sources give themselves.
report-newest = The newest that is known of it:
report-said-of-fear = { $fear } ({ $side ->
        [for] for
       *[against] against
    }): { $said }

report-outlook = Outlook
report-outlook-dates = { $ahead-count ->
        [0] No date after { $as-of } is known.
        [one] One date lies ahead of { $as-of }.
       *[other] { $ahead } dates lie ahead of { $as-of }.
    }
report-outlook-open = { $overdue-count ->
        [0] No date has passed without a known completion
        [one] One date has passed without a known completion
       *[other] { $overdue } dates have passed without a known completion
    }; { $open-count ->
        [0] no announcement is open
        [one] one announcement is open
       *[other] { $open } announcements, pledges and proposals are open
    }.
report-gaps = Where evidence is missing
report-gaps-covered = Evidence covers { $coverage } of { $tie }.
report-gaps-most = New evidence would gain most on these indicators: { $leaves }.
report-outlook-scenarios = The dossier has no scenarios; nothing is predicted.

report-methods = Methods and limits
report-methods-statements = The basis is { $statements-count ->
        [one] one statement
       *[other] { $statements } statements
    }, each with its source, place, speaker and three dates: when it holds, when it could be known and when it was recorded.
report-methods-reading = Rules of the framework read them as indicators between 0 and 1; observers never set the position of a state.
report-methods-draws = What is uncertain is drawn { $draws } times (seed { $seed }): readings, errors that a source's statements share, weights, goalposts.
report-methods-intervals = Given are the mean and the interval that holds 90% of draws.
report-methods-words = Words such as “likely” are used only for probabilities of propositions and follow the bounds of ICD 203; levels such as “high” are names of scores.
report-limits = Limits
report-limits-inner = The study does not say how a war would end, or whether there will be one.
report-limits-tensions = { $contradictions-count ->
        [0] No contradiction between sources is recorded
        [one] One contradiction between sources is recorded
       *[other] { $contradictions } contradictions between sources are recorded
    }; { $single-count ->
        [0] no judgement rests
        [one] one judgement rests
       *[other] { $single } judgements rest
    } on a single source, and for { $stale-count ->
        [0] none
        [one] one
       *[other] { $stale }
    } the newest evidence is older than { $years-count ->
        [one] one year
       *[other] { $years } years
    }.
report-limits-given = All scores hold given the framework “{ $framework }”, version { $version }.
report-limits-reconstruction = What evidence does not carry is left without a number: where too little is known, no score stands.

report-empty = The dossier has no statements yet.
report-empty-ties = { $count-count ->
        [0] Nor does it name an alliance to assess.
        [one] It names one alliance to assess.
       *[other] It names { $count } alliances to assess.
    }
report-empty-remedy = As soon as there are statements in its folder “statements”, this report fills up.

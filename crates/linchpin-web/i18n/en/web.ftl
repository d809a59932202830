## The web app

web-skip = Skip to the text
web-pages = Pages
web-where = Where you are
web-overview = Overview
web-alliances = Alliances
web-positions = Positions
web-evidence = Evidence
web-sources = Sources
web-method = Method
web-data = Data

web-dates = As of { $as-of }. { $known }
web-dates-since = As of { $as-of }, compared with { $since }. { $known }
web-known-all = All sources in the dossier are known.
web-known-until = Only sources issued by { $date } are known.
web-other-date = Another date
web-as-of = As of
web-since-label = Compared with
web-known-at = Only sources until
web-show = Show
web-reset-dates = Back to the usual date
web-version = Dossier { $version }, Linchpin { $program }
web-permalink = Permanent link
web-feed = Feed of changes
web-disclaimer = This study describes what sources say and how sure that is. It takes no side and predicts nothing.
web-thread = Where this comes from
web-close = Close
web-copied = Copied

web-banner-gone = This link was made from version { $wanted } of the dossier, which is not at hand. You see version { $shown }: its log has { $now } lines instead of { $before } (difference { $difference }), so that numbers may differ.
web-banner-older = You see version { $wanted }, as the link wants it. The newest is { $newest }; its log has grown by { $difference } lines.
web-banner-newest = To the newest version
web-banner-unsound = The dossier on disk has { $faults ->
        [one] one fault
       *[other] { $faults } faults
    }; the last sound version is shown. { $first }

web-citation = “{ $dossier }”, { $page }, as of { $as-of }, version { $version }
web-footnote = Linchpin, { $citation }, { $address }.
web-footnote-sources = { $sources }; via Linchpin, { $citation }, { $address }.
web-footnote-figure = { $of } In: Linchpin, { $citation }, { $address }.
web-cite = Cite as footnote
web-copy = Copy
web-note = Note { $number }
web-figure-file = { $name } of: { $title }

web-headline-part = { $tie } at “{ $level }” ({ $mean }; 90%: { $i90 })
web-headline = The alliances stand as follows: { $parts }.
web-headline-past = On { $as-of } the evidence is not enough for a total; on { $date } the alliances stood as follows: { $parts }.
web-card-past = On { $date }: { $level }
web-bars-reading-since = Scale from 0 to 1 (resilient). Dot: mean; bar: 50%, line: 90% of draws. Arrow: likeliest direction since { $since }.
web-bar = { $mean }{ $direction ->
        [up] {" "}↑
        [down] {" "}↓
        [same] {" "}→
       *[none] {""}
    }
web-value = { $level }, { $mean } ({ $i90 })
web-too-little-statements = not assessed; { $count ->
        [0] no statement
        [1] one statement
       *[other] { $count } statements
    }
web-since = Since { $since }
web-causes = What moved most, and by what
web-news = New statements
web-cause = “{ $node }”: { $why ->
        [time] ageing evidence and changes of government
        [new-facts] new events
        [revised-data] later knowledge of the time before
       *[method] another method
    }, { $value }.
web-cause-source = “{ $node }”: { $why ->
        [time] ageing evidence
        [new-facts] news
        [revised-data] later knowledge
       *[method] another method
    } from { $source }, { $value }.
web-others = Other alliances and formats
web-rests = What this rests on
web-more-alliance = The alliance in full

web-brief = In brief
web-criteria = Criteria
web-indicators = Indicators and statements
web-why = Where this comes from
web-what-would-change = What would change this?
web-fears = Fears:
web-for = For
web-against = Against
web-compare = Compare
web-compare-with = With
web-compare-then = On
web-compare-do = Compare
web-compared-head = { $tie }, { $as-of }
web-compared-then = That “{ $node }” is { $direction ->
        [less] lower
       *[greater] higher
    } on { $first } than on { $second } is { $likely }.

web-why-title = { $node } ({ $tie })
web-weight = Weight
web-to-framework = In the framework
web-parts = What it is made of
web-rules = Rules
web-more = { $count } more
web-share-of-evidence = { $share } of the evidence
web-without-title = If one of the sources were left out
web-without = { $from } → { $to }
web-without-hidden = Without it, { $coverage } of the weight would be covered.
web-without-falls = { $from } → too little evidence
web-without-nothing = Nothing would be left without it.
web-statements = Statements
web-no-statements = No statement carries this.

web-overturn-title = What would change the judgements on { $tie }?
web-overturn-supposed = { $count } statements were supposed, one at a time, from a new source of grade B/2 on the day of the assessment. What is supposed is not what is expected.
web-overturn-none = No score is shown here for lack of evidence, so there is no judgement that a single statement could change. What is missing would have to be evidenced first.
web-overturn-lead = “{ $node }” stands at { $level }, { $mean } (90%: { $i90 }); the level reaches from { $low } to { $high }.
web-overturn-sufficient = { $sufficient-count ->
        [0] No single further statement about any of { $leaves } indicators would change the level.
        [one] One further statement about one of { $leaves } indicators would change the level.
       *[other] On { $sufficient } of { $leaves } indicators one further statement would change the level.
    }
web-overturn-up = Upwards it would take the { $count } strongest statements together ({ $leaves }): { $level }, { $mean }.
web-overturn-down = Downwards it would take the { $count } strongest statements together ({ $leaves }): { $level }, { $mean }.
web-overturn-if = Supposed statement
web-overturn-then = New score
web-overturn-difference = Difference from today’s
web-overturn-missing = Without current evidence: { $leaves }.
web-overturn-hidden = No judgement yet
web-rule-code = Rule in the framework’s language

web-positions-reading = Distance: 0 means the same, 1 opposite ends of the scale. *: taken by a former government. A cell opens to its statements.
web-distance = Distance
web-former = taken by a former government
web-salience = Importance to the government
web-further = Further issues
web-silent = No position is known on

web-search = Search
web-all = all
web-filter-kind = Kind
web-filter-actor = Actor
web-filter-speaker = Speaker
web-filter-about = On
web-filter-source = Source
web-filter-status = Status
web-filter-mark = Mark
web-filter-on = Holds on
web-evidence-count = { $count-count ->
        [0] No statement.
        [one] One statement.
       *[other] { $count } statements, page { $page } of { $pages }.
    }{ $later-count ->
        [0] {""}
        [one] {" "}Of these, one holds only after the date of validity or is not accepted; it feeds nothing.
       *[other] {" "}Of these, { $later } hold only after the date of validity or are not accepted; they feed nothing.
    }
web-turn = Pages of statements
web-before = Previous page
web-after = Next page
web-status-proposed = proposed
web-status-accepted = accepted
web-status-rejected = rejected
web-mark-contradicted = contradicted
web-mark-single = one source only
web-mark-stale = older than { $years } years

web-statement-title = Statement { $id }
web-fact-subject = About
web-fact-object = Towards
web-fact-value = Value
web-fact-valid = Holds
web-fact-known = Known since
web-fact-id = Id
web-passages = Where it is found
web-other-language = In German:
web-no-source-text = The statement is a summary in our own words; the source’s wording is not shipped. Where a source has no page numbers, its chapter or paragraph tells the place.
web-contradicts = Contradicts:
web-says-otherwise = Others say otherwise
web-carries = What it carries
web-carries-nothing = It feeds no score on this date.
web-history-title = History
web-history = { $day }, recorded by { $by } ({ $file }:{ $line })

web-sources-intro = Grades follow the Admiralty code: from A (reliable) to E (unreliable), F means it cannot be judged. The bars show what share of the evidence behind the total a source carries.
web-copy-of = syndicated copy of
web-source-statements = It supports { $count-count ->
        [one] one statement
       *[other] { $count } statements
    }; { $alone-count ->
        [0] none stands
        [one] one stands
       *[other] { $alone } stand
    } nowhere else.
web-falls = Without it these judgements would fall or change:
web-falls-title = What changes without it
web-lost = { $tie }, “{ $node }”: { $outcome ->
        [changes] { $from } → { $to } ({ $level })
       *[falls] { $from } → too little evidence{ $to }{ $level }
    }.
web-more-source = What rests on it
web-vanishing = Statements that would vanish:
web-staying = Statements that other sources support too:
web-lost-leaves = Indicators without any evidence then
web-all-statements = All statements

web-levels = Levels:
web-level-below = { $level } (below { $below })
web-weights = Other weights
web-weights-intro = Move the weights of the criteria: scores, intervals and order follow. What weighs nothing is left out. The random numbers stay the same, so that nothing but the weights differs; scores here are drawn 1,000 times.
web-weights-past = For this day the evidence is not enough for a total. To a day on which it was: { $date }
web-weighs-nothing = weighs nothing
web-weigh = Weigh
web-weights-reset = Back to the framework’s weights
web-weights-link = Link with these weights
web-official = Framework
web-own = Yours
web-order-official = Order by the framework:
web-order-own = Order by your weights:
web-no-order = no alliance has a total
web-tree = The framework
web-node = Criterion or indicator
web-reason = Reason
web-sensitivity = What the uncertainty comes from
web-validation = Do the coded statements agree with the conclusions of the sources?
web-findings = The dossier has { $all } conclusions that sources draw themselves. The coded statements suffice to put { $answered } of them to the test; { $agreed } of these are more probable than not.
web-findings-none = The dossier has no conclusions to test against.
web-findings-list = The conclusions one by one
web-verdict-borne-out = agrees
web-verdict-leaning-for = rather agrees
web-verdict-leaning-against = rather disagrees
web-verdict-contradicted = disagrees
web-verdict-open = too little evidence
web-likely = ({ $likely })
web-level-from = { $level } (from { $from })
web-csv-all = CSV of all statements
web-limit-sources = The dossier knows { $count } sources; { $share } of the statements stand in a single one ({ $source }).
web-limit-coding = Statements were coded by hand and by program; another coder may read a passage otherwise.
web-limit-weights = Weights and goalposts are reasoned choices, not estimates.

web-data-intro = Every table and figure can be downloaded, in the state that the address asks for.
web-tables = Tables
web-figures = Figures
web-file-scores = Scores as a tidy table
web-file-statements = All statements: table, JSON Lines, Web Annotations
web-file-sources = Bibliography: BibTeX, RIS, CSL-JSON
web-file-network = Actors and alliances as a graph (GraphML)
web-file-map = The map as data (GeoJSON)
web-file-report = The study as a report
web-api = Questions and answers (JSON)
web-api-intro = Each question has an address; each answer names its shape and the dossier’s version.
web-example = Example
web-question = Question
web-answer = Answer
web-parameters = Parameters
web-api-overview = what the study holds, and what stands out
web-api-assess = scores of the alliances, with intervals and changes
web-api-explain = where a score comes from, down to statements
web-api-changes = what moved since a date, and why
web-api-trajectory = a score over the years
web-api-weigh = scores by other weights
web-api-profile = an alliance facet by facet
web-api-matrix = positions and distances
web-api-fears = what speaks for and against an ally’s fears
web-api-burden = who pays and provides what
web-api-exposure = how open to pressure somebody is
web-api-formats = who is in what
web-api-mechanisms = what strengthens and weakens what
web-api-calendar = what expires, is due or was announced
web-api-statements = statements
web-api-sources = what rests on each source
web-api-retract = what falls without a source
web-api-overturn = what would change a judgement
web-api-sensitivity = what the uncertainty comes from
web-api-tensions = contradictions, single sources, old evidence
web-api-gaps = where evidence is missing
web-api-verify = conclusions of the sources put to the test
web-parameter-as-of = date of validity
web-parameter-known-at = only sources issued by then
web-parameter-framework = framework
web-parameter-version = version of the dossier
web-parameter-since = date that changes are measured from
web-parameter-tie = alliance
web-parameter-node = criterion or indicator
web-parameter-weight = weight of a node
web-parameter-issue = issue
web-parameter-q = words, in any form
web-parameter-on = holds on this day
web-parameter-id = statements by id

web-feed-about = What is new in the study, and how the alliances stand
web-feed-source = { $count ->
        [one] One statement.
       *[other] { $count } statements.
    }

web-problem = Nothing found
web-problem-no-page = There is nothing at this address.
web-problem-no-page-remedy = Go on from one of these pages:
web-problem-parameter = “{ $value }” is no value of “{ $parameter }”.
web-problem-parameter-remedy = Dates look like 2021-05-10, 2021-05 or 2021 and lie between 1900 and 2100; weights are numbers from 0 on. Correct or leave out “{ $parameter }”.
web-problem-ahead = { $day } lies ahead; nothing is known about it yet.
web-problem-ahead-remedy = Name a day up to today.
web-problem-unsaid = This cannot be told: { $why }
web-problem-unsaid-remedy = The dossier lacks something; “linchpin check” finds it.
web-problem-nothing-known = Nothing was known by then; the first source was issued on { $first }.
web-problem-later = Name a later date.
web-problem-empty = This dossier has no statements yet.
web-problem-empty-remedy = As soon as there are statements in its folder “statements”, the pages fill up.
web-problem-not-before = { $since } is not before { $as-of }.
web-problem-earlier = Name an earlier date to compare with.
web-problem-no-date = The dossier names no date to compare with.
web-missing-tie = This study assesses no alliance “{ $asked }”.
web-missing-node = The framework has no criterion or indicator “{ $asked }”.
web-missing-framework = There is no framework “{ $asked }”.
web-missing-weight = “{ $asked }” is no weight of the framework.
web-missing-ally = “{ $asked }” is the ally in no alliance of this study.
web-missing-source = There is no source “{ $asked }”.
web-missing-statement = There is no statement “{ $asked }” that was known by then.
web-missing-issue = There is no issue “{ $asked }”.
web-missing-figure = There is no figure “{ $asked }”, or the dossier has nothing for it.
web-missing-theme = There is no theme “{ $asked }”.
web-missing-question = There is no question “{ $asked }”.
web-missing-file = There is no file “{ $asked }”.
web-missing-kind = There is no kind of statement “{ $asked }”.
web-missing-status = There is no status “{ $asked }”.
web-did-you-mean = Did you mean { $near }?
web-there-are = There are: { $known }.

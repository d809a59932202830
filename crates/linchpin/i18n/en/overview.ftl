## overview

overview-title = { $name }: overview
overview-lead = { $tie }: { $score }
overview-lead-change = { $tie }: { $score }; since { $since } { $change }
overview-lead-past = { $tie }: too little current evidence for a total; last shown on { $date }: { $score }
overview-lead-none = { $tie }: too little evidence for a total
overview-score = { $level }, { $mean } (90% { $i90 })
overview-standout = { $node }: { $score }; weight { $weight }
overview-strength = Chief strength
overview-weakness = Chief weakness
overview-doubt = Chief doubt
overview-doubt-hidden = { $count ->
        [one] one criterion lacks
       *[other] { $count } criteria lack
    } current evidence: { $criteria }
overview-doubt-single = all of it rests on one source, { $source }
overview-doubt-thin = { $criterion } is covered least ({ $coverage }); { $missing } of { $leaves } indicators are without current evidence
overview-others = Other alliances and formats
overview-others-known = Not assessed: { $ties }
overview-others-silent = Without any statement: { $ties }
overview-other = { $tie } { $count ->
        [one] (1 statement)
       *[other] ({ $count } statements)
    }
overview-holdings = What the study holds
overview-counts = { $statements } statements from { $sources ->
        [one] 1 source
       *[other] { $sources } sources
    }
overview-period = , about the years { $from } to { $to }.
overview-contradicted = { $count ->
        [one] 1 statement is contradicted by a source.
       *[other] { $count } statements are contradicted by a source.
    }
overview-column-statements = Statements
overview-note-last-shown =
    Last shown: looked for on the days on which evidence became known.
overview-column-issued = Issued

cmd-overview-about = Show what the study holds, and what stands out
cmd-overview-arg-since = Date that changes are measured from [default: the dossier’s]
cmd-overview-arg-framework = Framework to assess by [default: the dossier’s]
cmd-overview-examples =
    linchpin overview # The first page of the study
    linchpin overview --as-of 2021-05 --known-at 2021-05 # As it would have been in May 2021

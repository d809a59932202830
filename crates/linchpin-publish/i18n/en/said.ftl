## Sentences about scores, in report and web pages

said-standing = { $tie } reaches the level “{ $level }”: { $mean } on the scale from 0 to 1 (90%: { $i90 }).
said-standing-past = Current evidence does not suffice for a total for { $tie }; on { $date } the level was “{ $level }” at { $mean } (90%: { $i90 }).
said-standing-none = The evidence does not suffice for a total for { $tie }.
said-strength = “{ $node }” lifts the score most: { $level }, { $mean } (90%: { $i90 }).
said-weakness = “{ $node }” lowers it most: { $level }, { $mean } (90%: { $i90 }).
said-doubt-hidden = Greatest doubt: current evidence is lacking for { $criteria }.
said-doubt-single = Greatest doubt: everything rests on a single source ({ $source }).
said-doubt-thin = Greatest doubt: only { $coverage } of “{ $criterion }” is covered; { $missing } of { $leaves } indicators lack current evidence.
said-moved = That “{ $node }” of { $tie } has { $direction ->
        [up] risen
        [down] fallen
       *[same] stayed about the same
    } since { $since } is { $likely }; the mean difference is { $difference }.
said-moved-open = Whether “{ $node }” of { $tie } has risen or fallen since { $since } cannot be said; the mean difference is { $difference }.
said-evidence = The assessment rests on { $statements-count ->
        [one] one statement
       *[other] { $statements } statements
    } from { $sources-count ->
        [one] one source
       *[other] { $sources } sources
    }.
said-evidence-most = { $share } of them stand in a single one: { $source }.
said-criterion = “{ $node }”: { $level }, { $mean } (90%: { $i90 }).
said-criterion-hidden = “{ $node }”: too little evidence ({ $coverage } where { $needed } is needed).
said-compared = That “{ $node }” is higher for { $first } than for { $second } is { $likely }.
said-compared-open = Whether “{ $node }” is higher for { $first } or for { $second } cannot be told.
said-on = { $on }: { $said }
said-leaf-moved = “{ $node }”: { $difference } on average.
said-leaf-direction = That the score has { $direction ->
        [up] risen
       *[down] fallen
    } is { $likely }.
said-why = “{ $node }” went from { $from } to { $to }.
said-cause = { $why ->
        [time] Ageing evidence and changes of government
        [new-facts] New events
        [revised-data] Later knowledge of the time before
       *[method] Another method
    }: { $value }.
said-cause-source = { $why ->
        [time] Ageing evidence
        [new-facts] News
        [revised-data] Later knowledge
       *[method] Another method
    } from { $source }: { $value }.

said-brief = { $tie } in brief
said-brief-bond = Kind
said-brief-kind = { $kind }.
said-brief-kind-since = { $kind }, { $lasting }.
said-brief-members = Members
said-brief-member = { $actor }.
said-brief-member-as = { $actor } ({ $role }).
said-brief-row = { $topic }: { $said } ({ $when }).
said-brief-row-judged = { $topic }: { $said } (according to { $speakers }, { $when }).
said-brief-row-whose = { $topic } ({ $whose }): { $said } ({ $when }).

said-supposed-event = an event
said-supposed-grade = a source grades: { $text }

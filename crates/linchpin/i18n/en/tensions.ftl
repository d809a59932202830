## tensions

tensions-title = Contradictions, single sources and old evidence: { $ties }
tensions-lead =
    { $contradictions ->
        [0] No contradictions
        [one] 1 contradiction
       *[other] { $contradictions } contradictions
    }; { $single ->
        [0] no judgement rests on a single source
        [one] 1 judgement rests on a single source
       *[other] { $single } judgements rest on a single source
    }; the newest evidence of { $stale ->
        [0] none
       *[other] { $stale }
    } is older than { $years ->
        [one] 1 year.
       *[other] { $years } years.
    }
tensions-contradictions = Contradictions
tensions-series = Different series: values that differ because others count
tensions-single = Judgements on a single source
tensions-stale = Judgements whose newest evidence is older than { $years ->
        [one] 1 year
       *[other] { $years } years
    }
tensions-none = none
tensions-more = and { $count } more (--all)
tensions-how-level = different levels
tensions-how-value = values that do not fit
tensions-how-series = different series
tensions-how-sign = opposite effects
tensions-how-denial = asserted and denied
tensions-how-evidence = supported and contradicted
tensions-within = within one source
tensions-weight = weight { $weight }
tensions-note =
    Weight: share of the total; of a contradiction, that of the weightiest indicator that one of its statements carries.
    Two statements contradict each other where they say different things of the same at a time both hold, unless one
    speaker makes both in one source. An exact number leaves open 2% either way, a rough one 10%.
column-judgement = Judgement
column-tie = Alliance
column-weight = Weight
value-years = YEARS

cmd-tensions-about = Show where sources contradict each other, stand alone or grow old
cmd-tensions-arg-tie = Alliance [default: everything, and the judgements on the alliances that the dossier names]
cmd-tensions-arg-older-than = Evidence is old after so many years, 0 to 200 [default: 2]
cmd-tensions-arg-all = List everything
cmd-tensions-arg-framework = Framework to assess by [default: the dossier’s]
cmd-tensions-examples =
    linchpin tensions # Of the whole dossier
    linchpin tensions USA-KOR --older-than 1 --all # Everything about one alliance
    linchpin tensions --format csv > tensions.csv # For a spreadsheet

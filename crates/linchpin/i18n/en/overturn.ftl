## overturn

overturn-title = What would change the judgement
overturn-nothing = Too little evidence: no score is shown for these alliances, so there is no judgement to change.
overturn-of = { $tie }: { $node }
overturn-lead =
    { $now }; the level reaches from { $low } to { $high }. { $sufficient ->
        [0] { $leaves ->
            [one] No single further statement about the 1 indicator would change it.
           *[other] No single further statement about any of { $leaves } indicators would change it; those come first that
                would move the score furthest.
        }
       *[other] { $leaves ->
            [one] One further statement would change it.
           *[other] With { $sufficient } of { $leaves } indicators one further statement would change it.
        }
    }
overturn-together-up = Upwards it would take the { $count } strongest statements together ({ $leaves }): { $level } { $mean }.
overturn-together-down = Downwards it would take the { $count } strongest statements together ({ $leaves }): { $level } { $mean }.
overturn-column-statement = If it were said that
overturn-column-becomes = Becomes
overturn-more = … and { $count } more indicators (--all)
overturn-note =
    Each of { $count } statements is supposed alone: on the day of the assessment, from a new source of grade B/2. Named is
    for each indicator, up and down, the statement that changes the level by the least; where none does, the one that moves
    the score furthest. What is supposed is not what is expected.

cmd-overturn-about = Show which one further statement would change a judgement, indicator by indicator
cmd-overturn-arg-ties = Alliances, members in any order [default: those of the dossier]
cmd-overturn-arg-node = Node or indicator [default: the whole or, where it is not shown, the criteria]
cmd-overturn-arg-all = List all indicators
cmd-overturn-arg-framework = Framework [default: the dossier's]
cmd-overturn-arg-draws = Number of draws, 100 to 1000000 [default: 1000]
cmd-overturn-examples =
    linchpin overturn USA-KOR # What would it take?
    linchpin overturn USA-KOR --node contributions/ally --all # One node, all its indicators

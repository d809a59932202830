## sources

sources-title = What rests on each source
sources-lead =
    { $tie }: { $share } of the evidence comes from { $source }; { $shown ->
        [0] no score is shown in any case.
       *[other] without it, { $falling ->
            [0] every score that is shown would still be shown.
           *[other] { $shown ->
                [one] the only score that is shown would no longer be.
               *[other] { $falling } of { $shown } scores would no longer be shown.
            }
        }
    }
sources-none = { $tie }: no source carries a score.
sources-each = The sources
sources-statements = { $count ->
        [0] no statement
        [one] 1 statement, { $only } only here
       *[other] { $shown } statements, { $only } only here
    }
sources-copy = copy of { $original }, counts as one with it
sources-falls = no longer shown: { $nodes }
sources-changes = { $node } { $before } → { $after }
sources-survives = all scores keep their level
sources-nothing-shown = nothing is shown with it either
sources-quantities = { $count ->
        [one] 1 quantity
       *[other] { $shown } quantities
    }
sources-positions = { $count ->
        [one] 1 position
       *[other] { $shown } positions
    }
sources-events = { $count ->
        [one] 1 event
       *[other] { $shown } events
    }
sources-provisions = { $count ->
        [one] 1 provision
       *[other] { $shown } provisions
    }
sources-judgements = { $count ->
        [one] 1 judgement
       *[other] { $shown } judgements
    }
sources-mechanisms = { $count ->
        [one] 1 mechanism
       *[other] { $shown } mechanisms
    }
sources-note =
    Share: of all evidence for the score, by weight and coverage. Without it: the scores as they would be if the source and
    its copies did not exist. Letters: reliability of the source by the Admiralty Code. Only here: statements that no other
    source supports.
column-without = Without it

cmd-sources-about = Show what rests on each source, and what would survive without it
cmd-sources-arg-framework = Framework to assess by [default: the dossier’s]
cmd-sources-arg-draws = Number of draws, 100 to 1000000 [default: 1000]
cmd-sources-examples =
    linchpin sources # All sources of the dossier
    linchpin sources --known-at 2021-05 # Those that had been issued by the end of May 2021
    linchpin sources --format csv > sources.csv # Shares and scores without each source, for a spreadsheet

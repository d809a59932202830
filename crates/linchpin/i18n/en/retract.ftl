## retract

retract-title = Without { $source }
retract-with-it = With it go { $others }: syndicated copies count as one source.
retract-lead =
    { $tie }: { $shown ->
        [0] no score is shown, with the source or without it.
        [one] the only score that is shown would { $falling ->
            [0] { $changing ->
                [0] keep its level.
               *[other] get another level.
            }
           *[other] fall for lack of evidence.
        }
       *[other] { $falling ->
            [0] none
           *[other] { $falling }
        } of { $shown } shown scores would fall for lack of evidence, { $changing ->
            [0] none
           *[other] { $changing }
        } would get another level.
    }
retract-with = With it
retract-lost = { $count ->
        [one] 1 indicator loses all evidence: { $leaves }.
       *[other] { $count } indicators lose all evidence: { $leaves }.
    }
retract-vanishing = { $count ->
        [0] No statement would vanish
        [one] 1 statement would vanish
       *[other] { $shown } statements would vanish
    }
retract-staying = { $count ->
        [0] No statement would stay on the strength of another source
        [one] 1 statement would stay on the strength of another source
       *[other] { $shown } statements would stay on the strength of other sources
    }
retract-all = {" "}(--all lists them)
retract-note =
    Both columns are drawn with the same random numbers, so that they differ by the source alone. Nothing in the dossier is
    changed.

cmd-retract-about = Show which judgements would fall without a source
cmd-retract-arg-source = Source; “linchpin sources” lists them
cmd-retract-arg-all = List the statements that would vanish, and those that would stay
cmd-retract-arg-framework = Framework to assess by [default: the dossier’s]
cmd-retract-arg-draws = Number of draws, 100 to 1000000 [default: 1000]
cmd-retract-examples =
    linchpin retract dpa-2025 # What rests on the report of an agency?
    linchpin retract swp-2021 --as-of 2021-05 --all # What would have been known in May 2021 without the study?

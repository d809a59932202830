## robustness

robustness-title = What hangs on a single pillar
robustness-left-out =
    Left out one at a time: { $sources ->
        [one] 1 source
       *[other] { $sources } sources
    }{ $coders ->
        [0] {" "}
       *[other] , { $coders } coders{" "}
    }and { $indicators ->
        [one] 1 indicator
       *[other] { $indicators } indicators
    }.
robustness-parts = What most depends on
robustness-nothing = Whatever is left out, no score and no conclusion depends on it.
robustness-lead =
    { $shown ->
        [0] Too little evidence: no score is shown.
        [one] { $firm ->
            [0] The only score that is shown does not stand in every case.
           *[other] The only score that is shown stands in every case.
        }
       *[other] Of { $shown } scores shown, { $firm ->
            [0] none stands
            [one] 1 stands
           *[other] { $firm } stand
        } in every case; { $keeping ->
            [0] none keeps
            [one] 1 keeps
           *[other] { $keeping } keep
        } the level wherever there is enough evidence to show a score.
    }
robustness-findings = Conclusions that the texts draw
robustness-findings-lead =
    { $answered ->
        [0] There is too little evidence for an answer to any of them.
       *[other] Of the { $findings }, { $answered ->
            [one] 1 has an answer
           *[other] { $answered } have an answer
        }; { $turning ->
            [0] none of these turns
            [one] 1 of these turns
           *[other] { $turning } of these turn
        } to the contrary without some part.
    }
robustness-column-without = Without
robustness-column-falls = Scores not shown
robustness-column-changes = Other level
robustness-column-turns = Conclusions turned
robustness-column-unanswered = No answer
robustness-column-all = With everything
robustness-column-other-level = Other level without
robustness-column-not-shown = Not shown without
robustness-column-finding = Conclusion
robustness-column-p = Probability
robustness-column-turns-without = Turns without
robustness-column-no-answer = No answer without
robustness-more = … and { $count } more (--all)
robustness-note =
    A score stands where it keeps its level and enough evidence to be shown. A conclusion turns where its probability
    crosses 50%. Everything is drawn by the same random numbers, so that only what is left out makes a difference. Nothing
    in the dossier changes.

cmd-robustness-about = Leave out each source, coder and indicator in turn: which scores and conclusions depend on it
cmd-robustness-arg-ties = Alliances, members in any order [default: those of the dossier]
cmd-robustness-arg-all = List everything on which a score or conclusion depends
cmd-robustness-arg-framework = Framework [default: the dossier's]
cmd-robustness-arg-draws = Number of draws, 100 to 1000000 [default: 1000]
cmd-robustness-examples =
    linchpin robustness # Does anything rest on one pillar?
    linchpin robustness USA-KOR --as-of 2021-05-10 --all # As of the study of 2021

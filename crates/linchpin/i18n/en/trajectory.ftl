## trajectory

trajectory-title = { $tie }: { $node } from { $from } to { $to }
trajectory-never =
    { $node }: too little evidence to show a score on { $dates ->
        [one] the only date.
       *[other] any of { $dates } dates.
    }
trajectory-once = { $node }: shown on one of { $dates } dates, { $first }.
trajectory-moved =
    { $node }: shown on { $shown } of { $dates } dates, from { $first } to { $last }; it lay between { $least } and
    { $greatest }.
trajectory-stayed = { $node }: shown on { $shown } of { $dates } dates, from { $first } to { $last }; it did not move.
trajectory-score = { $date } ({ $level }, { $mean })
trajectory-gap = { $dates ->
        [one] too little evidence: coverage { $coverage }
       *[other] to { $last }: too little evidence on { $dates } dates, coverage { $coverage }
    }
trajectory-dates =
    There is a date wherever evidence begins or ceases to hold, at most one a month. Between two dates a score changes only
    in that its evidence ages.
trajectory-left-out = { $count ->
        [one] One month in which evidence changes is left out, the one with least of it.
       *[other] { $count } months in which evidence changes are left out, those with least of it.
    }
trajectory-bars = The dot is the mean, the thick line the interval that holds the score with a probability of 50%, the thin one that of 90%.
trajectory-band =
    A score that was shown on the date before needs { $band } less coverage than usual in order to stay shown. So “assess” may
    hide a date by itself that is shown here.
trajectory-too-many = { $dates } dates are too many; at most { $most } are assessed together
trajectory-too-many-remedy = Choose a wider --step or a later --from.
column-date = Date
value-step = STEP

cmd-trajectory-about = Show how a score has moved over the years
cmd-trajectory-arg-tie = Alliance, its members in any order
cmd-trajectory-arg-from = First date; a month or year means its first day [default: that of the first evidence]
cmd-trajectory-arg-to = Last date [default: --as-of]
cmd-trajectory-arg-node = Node or indicator, with the nodes directly below it [default: the root; criteria in a line each]
cmd-trajectory-arg-step = Dates: evidence (where evidence changes), month, quarter or year [default: evidence]
cmd-trajectory-arg-framework = Framework to assess by [default: the dossier’s]
cmd-trajectory-arg-draws = Number of draws, 100 to 1000000 [default: 1000]
cmd-trajectory-examples =
    linchpin trajectory USA-JPN # The total, wherever evidence changes
    linchpin trajectory USA-KOR --node contributions --from 2015 --step year # One criterion at the ends of years
    linchpin trajectory USA-JPN --format csv > trajectory.csv # The total and the criteria, for a spreadsheet

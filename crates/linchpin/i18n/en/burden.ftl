## burden

burden-title = Who pays and provides what
burden-title-about = Who pays and provides what: { $about }
burden-column-whom = Who → whom
burden-column-value = Value
burden-column-year = Year
burden-column-part = Scope, series
burden-series = series { $series }
burden-column-said = What is said
burden-none = No statement on burdens, as of this date.
burden-without = Nothing on: { $names }
burden-note =
    Each value holds by the definition above it: direct cost is not total cost, a demand is no payment, a plan no deed. Values of different
    sources and series stand side by side and make no trend; money stays in its own currency
    and, unless it says so, in the prices of its year. Scope: which
    part is counted, if not the whole. Series: who counts. The arrow: who provides, and to whom or where.

value-actor_or_tie = ACTOR|TIE

cmd-burden-about = Show who pays and provides what, each value under its definition
cmd-burden-arg-about = Only this actor, or only what concerns an alliance and its members [default: all]
cmd-burden-examples =
    linchpin burden # All burdens
    linchpin burden KOR # What South Korea pays and provides, and what is provided to it
    linchpin burden USA-JPN --format csv # One alliance, for a spreadsheet

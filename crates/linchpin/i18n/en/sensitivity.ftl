## sensitivity

sensitivity-title = What the uncertainty comes from
sensitivity-points = Points
sensitivity-points-value = { $points } in { $replicates } independent scrambles, { $evaluations } evaluations, seed { $seed }
sensitivity-nothing = Too little evidence: no score is shown for these alliances.
sensitivity-of-score = { $tie }: { $node }
sensitivity-of-rank = { $tie }: rank by { $node }
sensitivity-lead =
    Standard deviation { $sd }. What matters most: { $first }, with a part in { $first-share } of the variance, and
    { $second }, with a part in { $second-share }.
sensitivity-constant = It does not vary.
sensitivity-column-group = Percent of the variance
sensitivity-column-first = Alone
sensitivity-column-total = With others
sensitivity-by-kind = By kind of uncertainty
sensitivity-by-source = By source: the error that its statements share
sensitivity-by-indicator = By indicator: what its readings leave open
sensitivity-note =
    Alone: by how much the variance would shrink on average if this were known (first-order Sobol index). With others: how
    much would be left if all else were known (total index); the difference is what it does together with others, so the
    column sums to more than 100. ±: 95% interval over independent scrambles; what cannot be told from 0 is left out
    (--all lists it).

cmd-sensitivity-about = Show what the uncertainty of scores and ranks comes from
cmd-sensitivity-arg-ties = Alliances, their members in any order; of several also their ranks [default: the dossier’s]
cmd-sensitivity-arg-node = Node [default: the whole, or the criteria where it is not shown]
cmd-sensitivity-arg-points = Points of each scramble, 64 to 65536; a power of two is best [default: 256]
cmd-sensitivity-arg-replicates = Independent scrambles, 2 to 1000 [default: 16]
cmd-sensitivity-arg-all = List all sources and indicators
cmd-sensitivity-arg-framework = Framework to assess by [default: the dossier’s]
cmd-sensitivity-examples =
    linchpin sensitivity USA-KOR # What makes its scores uncertain
    linchpin sensitivity USA-JPN USA-KOR --as-of 2021-05-10 # Also which of the two is ahead

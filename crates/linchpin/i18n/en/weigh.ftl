## weigh

weigh-title = By other weights
weigh-column-node = Criterion
weigh-column-official = Framework
weigh-column-own = Yours
weigh-note =
    Both columns are drawn with the same random numbers, so that nothing but the weights differs. Weights are shares among
    siblings; what weighs nothing is left out.
weigh-malformed = “{ $given }” is no weight
weigh-malformed-remedy = Write a node, an equals sign and a number from 0 on: convergence=2
weigh-no-weight = “{ $what }” is no weight
weigh-no-weight-remedy = Give nodes of the framework numbers from 0 on: { $known }.

cmd-weigh-about = Show how the alliances would stand if the criteria weighed otherwise
cmd-weigh-arg-weights = Nodes and their weights, in any unit; those not named keep theirs, 0 leaves one out
cmd-weigh-arg-tie = Alliance; may be given several times [default: those of the dossier]
cmd-weigh-arg-framework = Framework [default: the dossier's]
cmd-weigh-arg-draws = Number of draws, 100 to 1000000 [default: 1000]
cmd-weigh-examples =
    linchpin weigh contributions=2 --as-of 2021-05 # Contributions count twice as much
    linchpin weigh convergence=50 contributions=30 support=20 # All three

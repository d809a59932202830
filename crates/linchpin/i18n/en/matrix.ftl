## matrix

matrix-title = Who stands where on which issue: a reconstruction from coded statements
matrix-title-issue = { $issue }: who stands where (a reconstruction)
matrix-extremes = { $tie }: { $count ->
        [one] comparable on “{ $far }” only ({ $most })
       *[other] furthest apart on “{ $far }” ({ $most }), closest on “{ $near }” ({ $least })
    }
matrix-column-issue = Issue
matrix-column-when = When
matrix-column-who = Who
matrix-column-layer = Layer
matrix-column-where = Where
matrix-column-salience = Salience
matrix-further = Further issues
matrix-stateless = Others
matrix-none = None of these actors has a position on any issue, as of this date.
matrix-no-positions = Nobody has a position on this issue, as of this date.
matrix-silent = No position of these actors: { $issues }
matrix-scale = Scale: { $levels }
matrix-items = To be ranked: { $items }
matrix-distances = Distance (90%): { $distances }
matrix-goal = goal
matrix-priority = priority
matrix-means = means
matrix-note-rebuilt =
    The table is rebuilt from coded statements; it is not the study’s own.
matrix-note-cell =
    A position: its layer (what is wanted, what comes first, how to get there), the place on the scale, towards whom, the year of
    the newest statement, and how much the issue matters to the actor, from 0 to 1. The positions of a state are its own, its head’s of
    government and its ministries’; several in one layer are several statements of one month. “Omitted”: the actor left the issue unmentioned.
matrix-note-position =
    Layer: goal, what is wanted; priority, what comes first; means, how to get there. In brackets towards whom. Salience: how much the
    issue matters to the holder, from 0 to 1. “Omitted”: left unmentioned.
matrix-note-former = From before the present head of government took office.
matrix-note-distance =
    Distance: how far apart the two sides of an alliance stand, from 0 to 1, with the 90% interval; 1 less the score of the indicator
    in the framework “{ $framework }”, in which older positions count less and grow uncertain.
matrix-note-mere = Not modelled: merely the difference of the newest places on the scale.
matrix-note-unheard = Said only by observers or unnamed reports; it sets no position of the state.

value-actors = ACTOR,…
value-issue = ISSUE
value-order = ORDER

cmd-matrix-about = Show who stands where on which issue, and how far apart
cmd-matrix-arg-issue = Only this issue, with all positions on it over time: an id or a name
cmd-matrix-arg-actors = Whose positions, separated by commas [default: the members of the alliances that the dossier names]
cmd-matrix-arg-by = Order of the issues: issue or distance [default: issue]
cmd-matrix-arg-framework = Framework that the issues are ordered and compared by [default: the dossier’s]
cmd-matrix-examples =
    linchpin matrix # The members of the alliances on all issues
    linchpin matrix --by distance --as-of 2021-05 # What divided them most in May 2021
    linchpin matrix --issue sanctions-relief # All positions on one issue, also of parties and camps
    linchpin matrix --actors USA,PHL # Other actors

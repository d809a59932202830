## fears

fears-title = { $ally }: what speaks for and against each fear
fears-lead = Sources say something on { $known } of { $all } fears, the most on “{ $fear }”.
fears-lead-causes = On { $known } of { $all } fears, sources say what drives or eases them, but nothing for or against.
fears-none = No source says anything on these fears, as of this date.
fears-not-in-framework = The framework names no fears.
fears-abandonment = Abandonment: fears of being left alone
fears-entrapment = Entrapment: fears of being drawn in
fears-count = { $for } for, { $against } against; newest: { $newest }
fears-count-causes = nothing for or against
fears-for = For
fears-against = Against
fears-drives = What drives it (the more of it, the greater the fear)
fears-eases = What eases it (the less of it, the greater the fear)
fears-observer = An observer, who speaks for no state.
fears-without = Without any evidence: { $fears }
fears-note =
    There is no validated measure of such fears, so none has a score. Nor are the numbers of statements weights: sources write
    about what worries, and several statements may rest on one observation. What is denied is left out.
fears-no-ally = { $actor } is the ally in no alliance of this dossier that can be assessed
fears-no-ally-remedy = Allies are { $known }.

cmd-fears-about = Show what speaks for and against each fear of an ally, side by side
cmd-fears-arg-actor = The ally: an id, a name or a code such as cow:732
cmd-fears-arg-framework = Framework that names the fears [default: the dossier’s]
cmd-fears-examples =
    linchpin fears KOR # South Korea’s fears of being abandoned or drawn in
    linchpin fears Japan --as-of 2021-05 --known-at 2021-05 # What could be said of Japan’s fears in May 2021
    linchpin fears KOR --format csv # One row for each fear and statement

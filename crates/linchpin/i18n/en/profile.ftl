## profile

profile-title = Profile: { $tie }
profile-no-members = The dossier does not list its members.
profile-nothing = No statement says anything about it.
profile-column-topic = What
profile-column-level = Level or value
profile-column-when = When
profile-disputed = Another statement says something else about the same, for a time that overlaps.

cmd-profile-about = Describe an alliance, facet by facet
cmd-profile-arg-tie = Alliance, its members in any order
cmd-profile-examples =
    linchpin profile USA-JPN # What binds the members, and what the sources say of the six facets
    linchpin profile quad --as-of 2021-05 # A format as it was in May 2021

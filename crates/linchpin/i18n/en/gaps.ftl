## gaps

gaps-title = Where evidence is missing or old
gaps-lead = { $tie }: { $coverage } of the weight is covered by evidence; most would be gained by evidence on { $leaves }.
gaps-newest = { $date } ({ $years } yr)
gaps-percent = { $percent }%
gaps-more = and { $count } more (--all)
gaps-look-for = What to look for next
gaps-or = or
gaps-part-government = government
gaps-part-head = head of government
gaps-part-ministry = ministries
gaps-part-military = armed forces
gaps-part-parliament = parliament
gaps-part-governing = parties in government
gaps-part-opposition = opposition
gaps-part-public = public
gaps-part-region = regions
gaps-note =
    Gain: by how much the coverage of the total would grow if the indicator were covered fully, its weight times what it
    lacks. Last evidence: up to when its newest statement is attested; what still holds is as fresh as the newest source
    that says so. Events are named by their PLOVER types.
column-newest = Last evidence
column-sources = Sources
column-gain = Gain

cmd-gaps-about = Show where evidence is missing or old, and what to look for
cmd-gaps-arg-tie = Alliance [default: those that the dossier names]
cmd-gaps-arg-all = List all indicators
cmd-gaps-arg-framework = Framework to assess by [default: the dossier’s]
cmd-gaps-examples =
    linchpin gaps USA-JPN # What to look for next
    linchpin gaps --format csv > gaps.csv # All indicators of all alliances, for a spreadsheet

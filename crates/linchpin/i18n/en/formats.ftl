## formats

formats-title = Who is in what
formats-title-actor = What { $actor } is in
formats-lead = { $count ->
        [0] The dossier knows of no alliance, partnership, format or agreement.
        [one] The dossier knows of 1 alliance, partnership, format or agreement.
       *[other] The dossier knows of { $count } alliances, partnerships, formats and agreements.
    }
formats-lead-actor = { $count ->
        [0] The dossier knows of no alliance, partnership, format or agreement with { $actor }.
        [one] The dossier knows of 1 alliance, partnership, format or agreement with { $actor }.
       *[other] The dossier knows of { $count } alliances, partnerships, formats and agreements with { $actor }.
    }
formats-treaty-alliances = Treaty alliances
formats-partnerships = Partnerships
formats-plurilateral = Formats of several states
formats-information-sharing = Agreements to share information
formats-outside = Not in it, but with a position on it
formats-column-name = Name
formats-column-lasting = Exists
formats-column-members = Members
formats-column-statements = Statements
formats-column-newest = Newest
formats-column-who = Who
formats-column-position = Position
formats-column-when = When

cmd-formats-about = List who is in which alliances, partnerships, formats and agreements
cmd-formats-arg-actor = Only those that this actor is in or takes a position on [default: all]
cmd-formats-arg-all = Cite all statements about each, not only the three newest
cmd-formats-examples =
    linchpin formats # All of them
    linchpin formats KOR # What South Korea is in, and what it stays out of
    linchpin formats --format csv # One row for each format and member, for a spreadsheet

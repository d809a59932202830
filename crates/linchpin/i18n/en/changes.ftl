## changes

changes-title = { $what }: what has changed since { $from }
changes-rose = Risen: { $what }.
changes-fell = Fallen: { $what }.
changes-same = Unchanged (within { $threshold }): { $what }.
changes-open = Open which way: { $what }.
changes-hidden = Too little evidence on one of the two dates: { $what }.
changes-news = { $statements ->
        [0] No statement that feeds an indicator is new.
        [one] 1 new statement feeds { $leaves ->
            [one] 1 indicator.
           *[other] { $leaves } indicators.
        }
       *[other] { $statements } new statements feed { $leaves ->
            [one] 1 indicator.
           *[other] { $leaves } indicators.
        }
    }
changes-scores = Scores
changes-too-little = too little evidence
changes-indicators = Indicators that moved most
changes-none-moved = No indicator known on both dates moved by more than { $threshold }.
changes-more-moved = and { $count } more (--all)
changes-gained = With evidence now only: { $which }.
changes-lost = With evidence at the earlier date only: { $which }.
changes-causes = Why
changes-cause-time = Time
changes-cause-new-facts = New facts
changes-cause-revised-data = Revised data
changes-cause-method = Framework
changes-causes-before = Before
changes-causes-after = After
changes-causes-known-then = Before: as it could be known on { $from }.
changes-causes-note =
    Time: evidence grows old, governments change. New facts: began after the earlier date. Revised data: on the time
    before, known only since. Each cause has its mean contribution over all orders in which the causes may come, sources
    of one kind one after the other (Owen values); together they make up the change.
changes-new = New statements, by the indicator that they feed
changes-carry = { $leaf } · { $share } of its evidence is new
changes-more = and { $count } more (--all)
changes-nothing-new = Nothing that feeds a score became known or began after the earlier date.
changes-elsewhere = { $count ->
        [one] 1 more new statement feeds
       *[other] { $count } more new statements feed
    } no indicator{ $all ->
        [true] :
       *[other] {" "}(--all lists them).
    }
changes-note =
    Change: the mean difference, and the likeliest of three possibilities with its probability: risen by more than
    { $threshold } (↑), fallen by more than { $threshold } (↓), neither (→). New: known only after the earlier date, or
    beginning after it.
changes-not-before = --from { $from } is not before { $as-of }, the later date
changes-not-before-remedy = Name an earlier one.
changes-no-date = this dossier names no date to compare with
changes-no-date-remedy = Name one with --from, or under “compare-with” in dossier.toml.
column-indicator = Indicator

cmd-changes-about = Show what has moved since a date, and which statements are new
cmd-changes-arg-tie = Alliance, its members in any order
cmd-changes-arg-from = The earlier date [default: the dossier’s date of comparison]
cmd-changes-arg-node = Only this node or indicator [default: the whole tree]
cmd-changes-arg-as-known-then = Let causes start from the score as it could be known at the earlier date
cmd-changes-arg-framework-then = Let causes start from the score by another framework
cmd-changes-arg-all = List all indicators and all new statements
cmd-changes-arg-framework = Framework to assess by [default: the dossier’s]
cmd-changes-examples =
    linchpin changes USA-JPN # Since the dossier’s date of comparison
    linchpin changes USA-KOR --from 2024 --node support # One criterion since the end of 2024
    linchpin changes USA-JPN --from 2025-06 --all # With every new statement

## timeline

timeline-title = What happened when
timeline-title-tie = What happened when: { $tie }
timeline-none = The dossier knows of no such event.
timeline-lead = { $events ->
        [0] No event
        [one] 1 event
       *[other] { $shown } events
    }{ $beginnings ->
        [0] {""}
        [one] {" "}and the beginning of 1 provision
       *[other] {" "}and the beginnings of { $beginnings } provisions
    }, { $years }.
timeline-lead-not-done = { $ahead ->
        [0] {""}
       *[other] { $ahead } of the events { $ahead ->
            [one] is
           *[other] are
        } promised, announced, proposed or tied to a condition.
    }{ $not ->
        [0] {""}
       *[other] { $ahead ->
            [0] {""}
           *[other] {" "}
        }{ $not } { $not ->
            [one] is
           *[other] are
        } denied or only imagined.
    }
timeline-begins = provision begins

cmd-timeline-about = List what happened when, and when provisions began
cmd-timeline-arg-tie = Only about this alliance or group, or between its members
cmd-timeline-arg-actor = Only by or towards this actor, its offices, persons and alliances
cmd-timeline-arg-topic = Only about this topic: an id or a name
cmd-timeline-arg-from = Only from this day on; a month or year means its first day
cmd-timeline-arg-to = Only up to this day
cmd-timeline-arg-status = Only events of these statuses: completed, ongoing, committed, announced, proposed, conditional, denied, historical, hypothetical
cmd-timeline-examples =
    linchpin timeline --tie USA-KOR --from 2017 --to 2019 # An alliance in three years
    linchpin timeline --actor PRK --topic missile-test # What a country did, on one topic
    linchpin timeline --status denied,hypothetical # What did not happen

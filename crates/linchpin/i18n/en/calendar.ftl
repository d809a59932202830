## calendar

calendar-title = What lies ahead, and what is still open
calendar-lead = { $ahead ->
        [0] No date is known to lie ahead
        [one] 1 date lies ahead
       *[other] { $ahead } dates lie ahead
    } from { $from } on.{ $overdue ->
        [0] {""}
        [one] {" "}1 has passed without a report that it was kept.
       *[other] {" "}{ $overdue } have passed without a report that they were kept.
    }{ $open ->
        [0] {""}
        [one] {" "}1 announcement, promise or proposal without a date is open.
       *[other] {" "}{ $open } announcements, promises and proposals without a date are open.
    }
calendar-ahead = Ahead
calendar-overdue = Overdue: the date has passed, and no completion is known
calendar-open = Open: announced, promised or proposed then, and no completion is known
calendar-past = Past, or reported as completed
calendar-column-date = Date
calendar-column-kind = What for
calendar-column-what = What it is
calendar-expires = expires
calendar-due = due
calendar-election = election
calendar-completed = A later completed event on the same matter: { $date } ({ $id }).

cmd-calendar-about = List what expires, is due or has been announced
cmd-calendar-arg-from = Ahead of this day; a month or year means its first day [default: the date of validity]
cmd-calendar-arg-to = Only up to this day
cmd-calendar-examples =
    linchpin calendar # What lies ahead, and what was announced and is not known to have happened
    linchpin calendar --as-of 2021-05 --known-at 2021-05 # What lay ahead in May 2021
    linchpin calendar --to 2027 --format csv # Until the end of 2027, for a spreadsheet

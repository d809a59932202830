## calendar

calendar-title = Was bevorsteht und was offen ist
calendar-lead = { $ahead ->
        [0] Ab dem { $from } ist kein Termin bekannt.
        [one] Ab dem { $from } steht 1 Termin an.
       *[other] Ab dem { $from } stehen { $ahead } Termine an.
    }{ $overdue ->
        [0] {""}
        [one] {" "}1 Termin ist verstrichen, ohne dass ein Vollzug bekannt wäre.
       *[other] {" "}{ $overdue } Termine sind verstrichen, ohne dass ein Vollzug bekannt wäre.
    }{ $open ->
        [0] {""}
        [one] {" "}1 Ankündigung, Zusage oder Vorschlag ohne Termin ist offen.
       *[other] {" "}{ $open } Ankündigungen, Zusagen und Vorschläge ohne Termin sind offen.
    }
calendar-ahead = Bevorstehend
calendar-overdue = Überfällig: Der Termin ist verstrichen, ein Vollzug nicht bekannt
calendar-open = Offen: damals angekündigt, zugesagt oder vorgeschlagen, ein Vollzug nicht bekannt
calendar-past = Vergangen oder als vollzogen gemeldet
calendar-column-date = Datum
calendar-column-kind = Was es ist
calendar-column-what = Worum es geht
calendar-expires = läuft aus
calendar-due = fällig
calendar-election = Wahl
calendar-completed = Späteres abgeschlossenes Ereignis in derselben Sache: { $date } ({ $id }).

cmd-calendar-about = Auflisten, was ausläuft, fällig ist oder angekündigt wurde
cmd-calendar-arg-from = Was nach diesem Tag bevorsteht; bei Monat und Jahr zählt der erste Tag [sonst der Stand]
cmd-calendar-arg-to = Nur bis zu diesem Tag
cmd-calendar-examples =
    linchpin calendar # Was bevorsteht und was angekündigt wurde, ohne dass ein Vollzug bekannt wäre
    linchpin calendar --as-of 2021-05 --known-at 2021-05 # Was im Mai 2021 bevorstand
    linchpin calendar --to 2027 --format csv # Bis Ende 2027, für die Tabellenkalkulation

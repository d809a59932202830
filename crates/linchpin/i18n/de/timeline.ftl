## timeline

timeline-title = Was wann geschah
timeline-title-tie = Was wann geschah: { $tie }
timeline-none = Das Dossier kennt kein solches Ereignis.
timeline-lead = { $events ->
        [0] Kein Ereignis
        [one] 1 Ereignis
       *[other] { $shown } Ereignisse
    }{ $beginnings ->
        [0] {""}
        [one] {" "}und der Beginn einer Regelung
       *[other] {" "}und der Beginn von { $beginnings } Regelungen
    }, { $years }.
timeline-lead-not-done = { $ahead ->
        [0] {""}
        [one] Ein Ereignis ist nur zugesagt, angekündigt, vorgeschlagen oder an eine Bedingung geknüpft.
       *[other] { $ahead } der Ereignisse sind nur zugesagt, angekündigt, vorgeschlagen oder an eine Bedingung geknüpft.
    }{ $not ->
        [0] {""}
       *[other] { $ahead ->
            [0] {""}
           *[other] {" "}
        }{ $not ->
            [one] Eines ist bestritten oder nur gedacht.
           *[other] { $not } sind bestritten oder nur gedacht.
        }
    }
timeline-begins = Regelung beginnt

cmd-timeline-about = Auflisten, was wann geschah und wann Regelungen begannen
cmd-timeline-arg-tie = Nur zu diesem Bündnis, dieser Gruppe oder zwischen den Mitgliedern
cmd-timeline-arg-actor = Nur, was von diesem Akteur, seinen Ämtern, Personen und Bündnissen ausgeht oder sie betrifft
cmd-timeline-arg-topic = Nur zu diesem Thema: Kennung oder Name
cmd-timeline-arg-from = Nur ab diesem Tag; bei Monat und Jahr zählt der erste Tag
cmd-timeline-arg-to = Nur bis zu diesem Tag
cmd-timeline-arg-status = Nur Ereignisse dieser Art: completed (abgeschlossen), ongoing (dauert an), committed (zugesagt), announced (angekündigt), proposed (vorgeschlagen), conditional (unter einer Bedingung), denied (bestritten), historical (aus früherer Zeit), hypothetical (nur gedacht)
cmd-timeline-examples =
    linchpin timeline --tie USA-KOR --from 2017 --to 2019 # Ein Bündnis in drei Jahren
    linchpin timeline --actor PRK --topic missile-test # Was ein Land bei einem Thema tat
    linchpin timeline --status denied,hypothetical # Was nicht geschah

## formats

formats-title = Wer woran teilhat
formats-title-actor = Woran { $actor } teilhat
formats-lead = { $count ->
        [0] Das Dossier kennt kein Bündnis, keine Partnerschaft, kein Format und kein Abkommen.
        [one] Das Dossier kennt 1 Bündnis, Partnerschaft, Format oder Abkommen.
       *[other] Das Dossier kennt { $count } Bündnisse, Partnerschaften, Formate und Abkommen.
    }
formats-lead-actor = { $count ->
        [0] Das Dossier kennt kein Bündnis, keine Partnerschaft, kein Format und kein Abkommen mit { $actor }.
        [one] Das Dossier kennt 1 Bündnis, Partnerschaft, Format oder Abkommen mit { $actor }.
       *[other] Das Dossier kennt { $count } Bündnisse, Partnerschaften, Formate und Abkommen mit { $actor }.
    }
formats-treaty-alliances = Vertragsbündnisse
formats-partnerships = Partnerschaften
formats-plurilateral = Formate mehrerer Staaten
formats-information-sharing = Abkommen zum Informationsaustausch
formats-outside = Nicht dabei, aber mit einer Position dazu
formats-column-name = Name
formats-column-lasting = Besteht
formats-column-members = Mitglieder
formats-column-statements = Aussagen
formats-column-newest = Neueste
formats-column-who = Wer
formats-column-position = Position
formats-column-when = Wann

cmd-formats-about = Auflisten, wer welchen Bündnissen, Partnerschaften, Formaten und Abkommen angehört
cmd-formats-arg-actor = Nur die, denen dieser Akteur angehört oder zu denen er eine Position hat [sonst alle]
cmd-formats-arg-all = Alle Aussagen dazu nennen, nicht nur die drei neuesten
cmd-formats-examples =
    linchpin formats # Alle
    linchpin formats KOR # Was Südkorea angehört und wovon es sich fernhält
    linchpin formats --format csv # Eine Zeile je Format und Mitglied, für die Tabellenkalkulation

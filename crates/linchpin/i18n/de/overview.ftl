## overview

overview-title = { $name }: Überblick
overview-lead = { $tie }: { $score }
overview-lead-change = { $tie }: { $score }; seit dem { $since } { $change }
overview-lead-past = { $tie }: zu wenig aktuell belegt für einen Gesamtwert; am { $date }: { $score }
overview-lead-none = { $tie }: zu wenig belegt für einen Gesamtwert
overview-score = { $level }, { $mean } (90{"\u00a0"}% { $i90 })
overview-standout = { $node }: { $score }; Gewicht { $weight }
overview-strength = Größte Stärke
overview-weakness = Größte Schwäche
overview-doubt = Größter Zweifel
overview-doubt-hidden = { $count ->
        [one] einem Kriterium fehlen
       *[other] { $count } Kriterien fehlen
    } aktuelle Belege: { $criteria }
overview-doubt-single = alles beruht auf einer Quelle, { $source }
overview-doubt-thin = { $criterion } ist am wenigsten belegt (Abdeckung { $coverage }); { $missing } von { $leaves } Indikatoren sind ohne aktuellen Beleg
overview-others = Weitere Bündnisse und Formate
overview-others-known = Nicht bewertet: { $ties }
overview-others-silent = Ohne jede Aussage: { $ties }
overview-other = { $tie } { $count ->
        [one] (1 Aussage)
       *[other] ({ $count } Aussagen)
    }
overview-holdings = Was die Studie enthält
overview-counts = { $statements } Aussagen aus { $sources ->
        [one] 1 Quelle
       *[other] { $sources } Quellen
    }
overview-period = , über die Zeit von { $from } bis { $to }.
overview-contradicted = { $count ->
        [one] Einer Aussage widerspricht eine Quelle.
       *[other] { $count } Aussagen widerspricht eine Quelle.
    }
overview-column-statements = Aussagen
overview-note-last-shown =
    „Zuletzt“ meint den jüngsten der Tage, an denen Belege bekannt wurden und der Wert gezeigt werden konnte.
overview-column-issued = Erschienen

cmd-overview-about = Zeigen, was die Studie enthält und was heraussticht
cmd-overview-arg-since = Datum, seit dem Veränderungen gemessen werden [sonst das Vergleichsdatum des Dossiers]
cmd-overview-arg-framework = Bewertungsrahmen [sonst der des Dossiers]
cmd-overview-examples =
    linchpin overview # Die erste Seite der Studie
    linchpin overview --as-of 2021-05 --known-at 2021-05 # Wie sie im Mai 2021 gewesen wäre

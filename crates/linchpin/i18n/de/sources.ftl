## sources

sources-title = Was auf jeder Quelle beruht
sources-lead =
    { $tie }: { $share } der Belege stammen aus { $source }; { $shown ->
        [0] ein Wert ist ohnehin nicht zu zeigen.
       *[other] ohne sie { $falling ->
            [0] wären alle Werte, die gezeigt werden, noch immer zu zeigen.
           *[other] { $shown ->
                [one] wäre der einzige Wert, der gezeigt wird, nicht mehr zu zeigen.
               *[other] { $falling ->
                    [one] wäre 1 von { $shown } Werten
                   *[other] wären { $falling } von { $shown } Werten
                } nicht mehr zu zeigen.
            }
        }
    }
sources-none = { $tie }: Auf keiner Quelle beruht ein Wert.
sources-each = Die Quellen
sources-statements = { $count ->
        [0] keine Aussage
        [one] 1 Aussage, davon { $only } nur hier
       *[other] { $shown } Aussagen, davon { $only } nur hier
    }
sources-copy = Kopie von { $original }, zählt mit ihr als eine Quelle
sources-falls = nicht mehr zu zeigen: { $nodes }
sources-changes = { $node } { $before } → { $after }
sources-survives = alle Werte behalten ihre Stufe
sources-nothing-shown = auch mit ihr ist nichts zu zeigen
sources-quantities = { $count ->
        [one] 1 Zahlenangabe
       *[other] { $shown } Zahlenangaben
    }
sources-positions = { $count ->
        [one] 1 Position
       *[other] { $shown } Positionen
    }
sources-events = { $count ->
        [one] 1 Ereignis
       *[other] { $shown } Ereignisse
    }
sources-provisions = { $count ->
        [one] 1 Regelung
       *[other] { $shown } Regelungen
    }
sources-judgements = { $count ->
        [one] 1 Urteil
       *[other] { $shown } Urteile
    }
sources-mechanisms = { $count ->
        [one] 1 Wirkung
       *[other] { $shown } Wirkungen
    }
sources-note =
    Anteil: an allen Belegen für den Wert, nach Gewicht und Abdeckung. Ohne sie: die Werte, wie sie wären, gäbe es die
    Quelle und ihre Kopien nicht. Buchstaben: Zuverlässigkeit der Quelle nach dem Admiralty Code. Nur hier: Aussagen, die
    keine andere Quelle stützt.
column-without = Ohne sie

cmd-sources-about = Zeigen, was auf jeder Quelle beruht und was ohne sie Bestand hätte
cmd-sources-arg-framework = Bewertungsrahmen [sonst der des Dossiers]
cmd-sources-arg-draws = Zahl der Ziehungen, 100 bis 1000000 [sonst 1000]
cmd-sources-examples =
    linchpin sources # Alle Quellen des Dossiers
    linchpin sources --known-at 2021-05 # Die Quellen, die bis Ende Mai 2021 erschienen waren
    linchpin sources --format csv > quellen.csv # Anteile und Werte ohne jede Quelle, für die Tabellenkalkulation

## retract

retract-title = Ohne { $source }
retract-with-it = Mit ihr entfallen { $others }: Kopien derselben Meldung zählen als eine Quelle.
retract-lead =
    { $tie }: { $shown ->
        [0] mit der Quelle wie ohne sie ist kein Wert zu zeigen.
        [one] der einzige gezeigte Wert { $falling ->
            [0] { $changing ->
                [0] behielte seine Stufe.
               *[other] bekäme eine andere Stufe.
            }
           *[other] entfiele aus Mangel an Belegen.
        }
       *[other] { $falling ->
            [0] keiner der { $shown } gezeigten Werte entfiele
            [one] 1 der { $shown } gezeigten Werte entfiele
           *[other] { $falling } der { $shown } gezeigten Werte entfielen
        } aus Mangel an Belegen, { $changing ->
            [0] keiner bekäme
            [one] 1 bekäme
           *[other] { $changing } bekämen
        } eine andere Stufe.
    }
retract-with = Mit ihr
retract-lost = { $count ->
        [one] 1 Indikator verliert jeden Beleg: { $leaves }.
       *[other] { $count } Indikatoren verlieren jeden Beleg: { $leaves }.
    }
retract-vanishing = { $count ->
        [0] Keine Aussage entfiele
        [one] 1 Aussage entfiele
       *[other] { $shown } Aussagen entfielen
    }
retract-staying = { $count ->
        [0] Keine Aussage bliebe dank einer anderen Quelle
        [one] 1 Aussage bliebe dank einer anderen Quelle
       *[other] { $shown } Aussagen blieben dank anderer Quellen
    }
retract-all = {" "}(--all listet sie auf)
retract-note =
    Beide Spalten werden mit denselben Zufallszahlen gezogen, sodass sie sich nur durch die Quelle unterscheiden. Am Dossier
    ändert sich nichts.

cmd-retract-about = Zeigen, welche Werte ohne eine Quelle entfallen oder ihre Stufe ändern
cmd-retract-arg-source = Quelle; „linchpin sources“ nennt sie
cmd-retract-arg-all = Die Aussagen auflisten, die entfielen, und die, die blieben
cmd-retract-arg-framework = Bewertungsrahmen [sonst der des Dossiers]
cmd-retract-arg-draws = Zahl der Ziehungen, 100 bis 1000000 [sonst 1000]
cmd-retract-examples =
    linchpin retract dpa-2025 # Was beruht auf der Meldung einer Agentur?
    linchpin retract swp-2021 --as-of 2021-05 --all # Was wäre im Mai 2021 ohne die Studie bekannt gewesen?

## support

support-title = Wer in der Hauptstadt das Bündnis trägt: { $state }
support-no-node = Der Bewertungsrahmen „{ $framework }“ hat kein Kriterium zum Rückhalt in einer Hauptstadt.
support-column-alliance = Rückhalt dort für
support-unheard = Ohne Beleg: der Rückhalt dort für { $ties }.
support-lead = { $actors ->
        [0] Aus der Hauptstadt kommt noch niemand zu Wort.
        [one] Aus der Hauptstadt kommt 1 Akteur zu Wort
       *[other] Aus der Hauptstadt kommen { $actors } Akteure zu Wort
    }{ $actors ->
        [0] {""}
       *[other] { $moved ->
            [0] ; keiner hat seine Haltung geändert.
            [one] ; einer hat seine Haltung geändert.
           *[other] ; { $moved } haben ihre Haltung geändert.
        }
    }
support-state = Der Staat selbst
support-head = Regierungschef und Berater
support-ministry = Ministerien
support-military = Streitkräfte
support-parliament = Parlament
support-governing = Regierende Parteien und Lager
support-opposition = Opposition
support-public = Öffentlichkeit
support-region = Regionen
support-other = Andere
support-observers = Was Beobachter über sie sagen
support-earlier = zuvor: { $levels }

cmd-support-about = Zeigen, wer in einer Hauptstadt das Bündnis trägt und wer nicht
cmd-support-arg-state = Staat: Kennung, Name oder Code
cmd-support-arg-framework = Bewertungsrahmen [sonst der des Dossiers]
cmd-support-examples =
    linchpin support USA # Washington, Teil für Teil
    linchpin support cow:732 --as-of 2021-05 # Seoul im Mai 2021

## robustness

robustness-title = Was an einem einzigen Pfeiler hängt
robustness-left-out =
    Nacheinander weggelassen: { $sources ->
        [one] 1 Quelle
       *[other] { $sources } Quellen
    }{ $coders ->
        [0] {" "}
       *[other] , die Arbeit von { $coders } Kodierern{" "}
    }und { $indicators ->
        [one] 1 Indikator
       *[other] { $indicators } Indikatoren
    }.
robustness-parts = Woran das meiste hängt
robustness-nothing = Was immer man weglässt: Kein Wert und kein Schluss hängt daran.
robustness-lead =
    { $shown ->
        [0] Zu wenig belegt: Es wird kein Wert gezeigt.
        [one] { $firm ->
            [0] Der einzige gezeigte Wert hält nicht in jedem Fall stand.
           *[other] Der einzige gezeigte Wert hält in jedem Fall stand.
        }
       *[other] Von { $shown } gezeigten Werten { $firm ->
            [0] hält keiner
            [one] hält 1
           *[other] halten { $firm }
        } in jedem Fall stand; { $keeping ->
            [0] keiner behält
            [one] 1 behält
           *[other] { $keeping } behalten
        } die Stufe überall dort, wo die Belege für einen Wert reichen.
    }
robustness-findings = Schlüsse, die die Texte ziehen
robustness-findings-lead =
    { $answered ->
        [0] Für keinen von ihnen reichen die Belege zu einer Antwort.
       *[other] Von den { $findings } Schlüssen { $answered ->
            [one] lässt sich 1 beantworten
           *[other] lassen sich { $answered } beantworten
        }; { $turning ->
            [0] keiner davon verkehrt
            [one] 1 davon verkehrt
           *[other] { $turning } davon verkehren
        } sich ins Gegenteil, wenn etwas wegfällt.
    }
robustness-column-without = Ohne
robustness-column-falls = Werte entfallen
robustness-column-changes = Andere Stufe
robustness-column-turns = Schlüsse umgekehrt
robustness-column-unanswered = Ohne Antwort
robustness-column-all = Mit allem
robustness-column-other-level = Andere Stufe ohne
robustness-column-not-shown = Entfällt ohne
robustness-column-finding = Schluss
robustness-column-p = Wahrscheinlichkeit
robustness-column-turns-without = Verkehrt sich ohne
robustness-column-no-answer = Keine Antwort ohne
robustness-more = … und { $count } weitere (--all)
robustness-note =
    Ein Wert hält stand, wenn er seine Stufe behält und genug belegt bleibt, um gezeigt zu werden. Ein Schluss verkehrt sich,
    wenn seine Wahrscheinlichkeit die 50 % über- oder unterschreitet. Alles wird mit denselben Zufallszahlen gezogen, sodass
    nur das Weggelassene einen Unterschied macht. Am Dossier ändert sich nichts.

cmd-robustness-about = Jede Quelle, Kodierung und jeden Indikator einmal weglassen: Welche Werte und Schlüsse hängen daran?
cmd-robustness-arg-ties = Bündnisse, die Mitglieder in beliebiger Reihenfolge [sonst die des Dossiers]
cmd-robustness-arg-all = Alles auflisten, woran ein Wert oder Schluss hängt
cmd-robustness-arg-framework = Bewertungsrahmen [sonst der des Dossiers]
cmd-robustness-arg-draws = Zahl der Ziehungen, 100 bis 1000000 [sonst 1000]
cmd-robustness-examples =
    linchpin robustness # Ruht etwas auf nur einem Pfeiler?
    linchpin robustness USA-KOR --as-of 2021-05-10 --all # Auf dem Stand der Studie von 2021

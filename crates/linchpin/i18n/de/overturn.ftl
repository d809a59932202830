## overturn

overturn-title = Was das Urteil ändern würde
overturn-nothing = Zu wenig belegt: Für diese Bündnisse wird kein Wert gezeigt, also gibt es auch kein Urteil, das sich ändern könnte.
overturn-of = { $tie }: { $node }
overturn-lead =
    { $now }; die Stufe reicht von { $low } bis { $high }. { $sufficient ->
        [0] { $leaves ->
            [one] Keine einzelne weitere Aussage würde sie ändern.
           *[other] Keine einzelne weitere Aussage zu einem der { $leaves } Indikatoren würde sie ändern; zuerst stehen die,
                die den Wert am weitesten bewegen würden.
        }
       *[other] { $leaves ->
            [one] Eine einzige weitere Aussage würde sie ändern.
           *[other] Bei { $sufficient } von { $leaves } Indikatoren würde eine einzige weitere Aussage sie ändern.
        }
    }
overturn-together-up = Nach oben bräuchte es die { $count } stärksten Aussagen zusammen ({ $leaves }): { $level } { $mean }.
overturn-together-down = Nach unten bräuchte es die { $count } stärksten Aussagen zusammen ({ $leaves }): { $level } { $mean }.

overturn-column-statement = Wenn es hieße
overturn-column-becomes = Wird zu
overturn-more = … und { $count } weitere Indikatoren (--all)
overturn-note =
    Jede von { $count } Aussagen wird für sich allein angenommen: für den Stichtag, aus einer neuen Quelle der Güte B/2.
    Genannt ist je Indikator, nach oben und nach unten, die Aussage, die die Stufe mit der kleinsten Bewegung ändert; wo
    keine das tut, die, die den Wert am weitesten bewegt. Angenommen heißt nicht erwartet.

cmd-overturn-about = Zeigen, welche eine weitere Aussage ein Urteil ändern würde, Indikator für Indikator
cmd-overturn-arg-ties = Bündnisse, die Mitglieder in beliebiger Reihenfolge [sonst die des Dossiers]
cmd-overturn-arg-node = Knoten oder Indikator [sonst das Ganze oder, wo es nicht gezeigt wird, die Kriterien]
cmd-overturn-arg-all = Alle Indikatoren auflisten
cmd-overturn-arg-framework = Bewertungsrahmen [sonst der des Dossiers]
cmd-overturn-arg-draws = Zahl der Ziehungen, 100 bis 1000000 [sonst 1000]
cmd-overturn-examples =
    linchpin overturn USA-KOR # Was müsste kommen?
    linchpin overturn USA-KOR --node contributions/ally --all # Ein Knoten, alle seine Indikatoren

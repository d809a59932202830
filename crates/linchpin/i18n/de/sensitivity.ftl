## sensitivity

sensitivity-title = Woher die Unsicherheit kommt
sensitivity-points = Punkte
sensitivity-points-value = { $points } in { $replicates } unabhängigen Verwürfelungen, { $evaluations } Auswertungen, Startwert { $seed }
sensitivity-nothing = Zu wenig belegt: Für diese Bündnisse wird kein Wert gezeigt.
sensitivity-of-score = { $tie }: { $node }
sensitivity-of-rank = { $tie }: Rang nach { $node }
sensitivity-lead =
    Standardabweichung { $sd }. Am meisten macht aus: { $first }, an { $first-share } der Varianz beteiligt; danach:
    { $second }, an { $second-share } beteiligt.
sensitivity-constant = Der Wert schwankt nicht.
sensitivity-column-group = Prozent der Varianz
sensitivity-column-first = Allein
sensitivity-column-total = Mit anderen
sensitivity-by-kind = Nach Art der Unsicherheit
sensitivity-by-source = Nach Quellen: der Fehler, den ihre Aussagen teilen
sensitivity-by-indicator = Nach Indikatoren: was ihre Ablesungen offen lassen
sensitivity-note =
    Allein: um wie viel die Varianz im Mittel schrumpfte, wäre dies bekannt (Sobol-Index erster Ordnung). Mit anderen: wie
    viel bliebe, wäre alles andere bekannt (Totalindex); der Unterschied entsteht im Zusammenwirken, daher ergibt die
    Spalte mehr als 100. ±: 95-%-Intervall über unabhängige Verwürfelungen; was sich von 0 nicht unterscheiden lässt,
    fehlt (--all listet es auf).

cmd-sensitivity-about = Zeigen, woher die Unsicherheit von Werten und Rängen kommt
cmd-sensitivity-arg-ties = Bündnisse, die Mitglieder in beliebiger Reihenfolge; von mehreren auch die Ränge [sonst die des Dossiers]
cmd-sensitivity-arg-node = Knoten [sonst das Ganze oder, wo es nicht gezeigt wird, die Kriterien]
cmd-sensitivity-arg-points = Punkte je Verwürfelung, 64 bis 65536; am besten eine Zweierpotenz [sonst 256]
cmd-sensitivity-arg-replicates = Unabhängige Verwürfelungen, 2 bis 1000 [sonst 16]
cmd-sensitivity-arg-all = Alle Quellen und Indikatoren auflisten
cmd-sensitivity-arg-framework = Bewertungsrahmen [sonst der des Dossiers]
cmd-sensitivity-examples =
    linchpin sensitivity USA-KOR # Was seine Werte unsicher macht
    linchpin sensitivity USA-JPN USA-KOR --as-of 2021-05-10 # Auch, welches von beiden vorn liegt

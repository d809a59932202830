## coders

coders-title = Was mehrere Kodierer zusammen sagen
coders-file = Datei
coders-codings = Kodierungen
coders-codings-value = { $coders ->
        [one] 1 Kodierer
       *[other] { $coders } Kodierer
    }, { $items ->
        [one] 1 Gegenstand
       *[other] { $items } Gegenstände
    }, { $ratings ->
        [one] 1 vergebene Stufe
       *[other] { $ratings } vergebene Stufen
    }
coders-draws-value = { $draws } in { $chains } Ketten, Startwert { $seed }
coders-convergence = Konvergenz
coders-convergence-value = R̂ höchstens { $rhat }; wirksame Ziehungen mindestens { $bulk }, an den Rändern { $tail }; { $divergences ->
        [one] 1 Divergenz
       *[other] { $divergences } Divergenzen
    }
coders-not-converged =
    Die Ketten sind nicht konvergiert: R̂ liegt über 1,01, oder es gibt weniger als 100 wirksame Ziehungen je Kette, oder mehr als
    einer von 200 Pfaden divergiert. Auf die Zahlen unten ist kein Verlass; mehr Ziehungen (--draws) oder ein anderer Startwert
    (--seed) können helfen.
coders-alpha = { $units ->
        [one] Krippendorffs α beträgt { $alpha } (90 % { $interval }), gemessen an 1 Gegenstand mit mehr als einem Kodierer.
       *[other] Krippendorffs α beträgt { $alpha } (90 % { $interval }), gemessen an { $units } Gegenständen mit mehr als einem Kodierer.
    }
coders-no-alpha = Krippendorffs α ist nicht bestimmt: Kein Gegenstand hat zwei Kodierer, oder alle Stufen sind gleich.
coders-coders = Die Kodierer, der verlässlichste zuerst
coders-scales = Wo die Stufen beginnen
coders-items = Gegenstände, deren Stufe am unsichersten ist
coders-items-logged = Wo der gemeinsame Wert am weitesten von dem im Protokoll abweicht
coders-more = { $count ->
        [one] und 1 weiterer (--all)
       *[other] und { $count } weitere (--all)
    }
coders-column-coder = Kodierer
coders-column-ratings = Stufen
coders-column-reliability = Verlässlichkeit (90 %)
coders-column-best = Am verlässlichsten
coders-column-shift = Abstand in Stufen (90 %)
coders-column-leaning = Neigung
coders-column-scale = Skala
coders-column-begins = Die zweite und jede weitere Stufe beginnt bei
coders-column-item = Gegenstand
coders-column-given = Vergeben
coders-column-likeliest = Gemeinsam
coders-column-place = Ort
coders-column-difference = Gegen Protokoll
coders-lenient = mild
coders-strict = streng
coders-neither = keine klare
coders-alone = allein
coders-from-to = { $low } bis { $high }
coders-scale = { $levels } Stufen
coders-note-coders =
    Verlässlichkeit: wie stark die Stufen eines Kodierers dem Gegenstand folgen, gemessen an einem Zufall der Größe 1; bei 1 ist
    die Hälfte des Wahrgenommenen Zufall, bei 3 ein Zehntel. Am verlässlichsten: mit welcher Wahrscheinlichkeit kein anderer
    verlässlicher ist. Abstand: um wie viele Stufen der Kodierer im Mittel höher (mild) oder niedriger (streng) greift als
    alle Kodierer derselben Skalen; ein Wort dafür steht ab 95 %.
coders-note-two =
    Bei zwei Kodierern zeigen die Daten, wie eng sie übereinstimmen und wer strenger ist, aber nicht, wer von beiden der
    verlässlichere ist; dazu braucht es einen dritten.
coders-note-scales =
    Die Gegenstände liegen auf einer Achse mit Mittelwert 0 und Standardabweichung 1; eine Stufe beginnt dort, wo die Kodierer
    zusammen, jeder ohne seinen Zufall, die Grenze ziehen.
coders-note-items =
    Gemeinsam: die wahrscheinlichste Stufe mit ihrer Wahrscheinlichkeit. Ort: der erwartete Ort auf der Skala von 0 bis 1, jede
    Stufe mit ihrer Mitte.
coders-note-logged =
    Gemeinsam: die wahrscheinlichste Stufe mit ihrer Wahrscheinlichkeit. Ort: der erwartete Ort auf der Skala von 0 bis 1, jede
    Stufe mit ihrer Mitte; gegen Protokoll: dieser Ort abzüglich der Mitte der Stufe im Protokoll. Skalen mit gleich vielen Stufen
    gelten hier als eine.
coders-none = es gibt keine Kodierungen mit einer Stufe
coders-none-remedy = Weitere Kodierungen eines Dossiers liegen in seinem Ordner codings/; „linchpin coders DATEI“ liest sie aus einer Tabelle.
coders-levels = --levels nennt keine brauchbare Skala
coders-levels-remedy = Nötig sind 2 bis { $most } verschiedene Wörter, das niedrigste zuerst, durch Kommas getrennt: --levels niedrig,mittel,hoch
coders-empty = die Tabelle enthält keine Kodierungen
coders-columns-remedy = Die erste Zeile nennt die Spalten: item,coder,level und bei mehreren Skalen scale. Jede weitere Zeile ist eine Kodierung.
coders-not-text = das ist kein Text in UTF-8
coders-not-text-remedy = Die Tabelle muss als CSV in UTF-8 gespeichert sein.
coders-no-column = die Spalte „{ $name }“ fehlt
coders-strange-column = die Spalte „{ $name }“ hat hier keine Bedeutung
coders-column-twice = die Spalte „{ $name }“ steht zweimal da
coders-cells = diese Zeile hat { $found ->
        [one] 1 Feld
       *[other] { $found } Felder
    }, die erste hat { $wanted }
coders-cells-remedy = Jede Zeile braucht so viele Felder, wie es Spalten gibt; ein Feld mit einem Komma steht in Anführungszeichen.
coders-blank = die Spalte „{ $name }“ ist hier leer
coders-blank-remedy = Das Feld muss gefüllt sein oder die Zeile entfallen: Was ein Kodierer nicht bewertet hat, hat keine Zeile.
coders-no-number = „{ $found }“ ist keine Stufe
coders-no-number-remedy = Eine Stufe ist eine ganze Zahl von 1 bis { $most }; Wörter dafür nennt --levels in ihrer Reihenfolge.
coders-no-word = „{ $found }“ ist keine der Stufen
coders-no-word-remedy = Die Stufen sind { $known }, wie --levels sagt.
coders-twice = „{ $coder }“ hat „{ $item }“ schon in Zeile { $first } bewertet
coders-twice-remedy = Eine der beiden Angaben muss entfallen.
coders-other-scale = „{ $item }“ stand in Zeile { $first } auf der Skala „{ $before }“
coders-other-scale-remedy = Ein Gegenstand steht auf einer Skala; auf einer anderen braucht er einen anderen Namen.

cmd-coders-about = Die Stufen mehrerer Kodierer zusammenführen und zeigen, wer verlässlicher ist
cmd-coders-arg-file = Tabelle der Kodierungen in CSV: item,coder,level[,scale] [sonst die weiteren Kodierungen des Dossiers]
cmd-coders-arg-levels = Wörter für die Stufen, das niedrigste zuerst, durch Kommas getrennt [sonst Zahlen ab 1]
cmd-coders-arg-all = Alle Gegenstände auflisten und die Schwellen jedes Kodierers
cmd-coders-arg-draws = Zahl der Ziehungen aller Ketten zusammen, 100 bis 1000000 [sonst 4000]
cmd-coders-arg-chains = Zahl der Ketten, 1 bis 64 [sonst 4]
cmd-coders-examples =
    linchpin coders # Die Stellen des Dossiers, die zweimal kodiert wurden
    linchpin coders kodierungen.csv --levels niedrig,mittel,hoch # Eigene Kodierungen
    linchpin coders kodierungen.csv --format csv > gemeinsam.csv # Alle Zahlen, für die Tabellenkalkulation

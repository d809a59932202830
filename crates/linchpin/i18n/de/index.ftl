## index

index-title = { $name } ({ $code })
index-counts = { $units } Einheiten, { $indicators } Indikatoren, { $aggregates } Aggregate
index-steps = Was geschehen ist
index-denominated = { $count ->
        [0] Kein Indikator wurde durch die Größe der Einheit geteilt.
        [one] 1 Indikator wurde durch die Größe der Einheit geteilt.
       *[other] { $count } Indikatoren wurden durch die Größe der Einheit geteilt.
    }
index-not-imputed = { $count ->
        [0] Kein Wert fehlt.
        [one] 1 Wert fehlt und wurde nicht ersetzt.
       *[other] { $count } Werte fehlen und wurden nicht ersetzt.
    }
index-imputed = { $filled ->
        [0] Kein fehlender Wert wurde ersetzt
        [one] 1 fehlender Wert wurde { $how } ersetzt
       *[other] { $filled } fehlende Werte wurden { $how } ersetzt
    }{ $left ->
        [0] .
        [one] ; 1 fehlt noch.
       *[other] ; { $left } fehlen noch.
    }
index-by-mean = durch den Mittelwert des Indikators
index-by-median = durch den Median des Indikators
index-by-group-mean = durch den Mittelwert der jeweiligen Gruppe
index-by-group-median = durch den Median der jeweiligen Gruppe
index-by-draws = { $sets ->
        [one] durch eine Ziehung
       *[other] durch das Mittel aus { $sets } Ziehungen
    }
index-screened = { $dropped ->
        [0] Keine Einheit ist ausgeschieden.
        [one] 1 Einheit ist mangels Daten ausgeschieden; { $left } bleiben.
       *[other] { $dropped } Einheiten sind mangels Daten ausgeschieden; { $left } bleiben.
    }
index-no-outliers = Kein Indikator hat Ausreißer.
index-treated = { $outlying ->
        [one] 1 Indikator hat Ausreißer
       *[other] { $outlying } Indikatoren haben Ausreißer
    }: { $points ->
        [0] kein Wert gestutzt
        [one] 1 Wert gestutzt
       *[other] { $points } Werte gestutzt, bei { $winsorised } davon
    }; { $transformed ->
        [0] keiner transformiert.
        [one] 1 transformiert.
       *[other] { $transformed } transformiert.
    }
index-normalised = { $reversed ->
        [0] Alle Indikatoren wurden auf eine Skala gebracht.
        [one] Alle Indikatoren wurden auf eine Skala gebracht, 1 davon umgekehrt, weil weniger besser ist.
       *[other] Alle Indikatoren wurden auf eine Skala gebracht, { $reversed } davon umgekehrt, weil weniger besser ist.
    }
index-aggregated = Zusammengefasst mit { $weights }: { $means }.
index-weights-given = den vorgegebenen Gewichten
index-weights-equal = gleichen Gewichten
index-weights-pca = den Ladungen der ersten Hauptkomponente als Gewichten
index-weights-benefit = Zusammengefasst mit den für jede Einheit günstigsten Gewichten (benefit of the doubt).
index-amean = arithmetisches Mittel
index-gmean = geometrisches Mittel
index-hmean = harmonisches Mittel
index-genmean = Potenzmittel
index-genmean-of = Potenzmittel mit Exponent { $p }
index-copeland = paarweiser Vergleich
index-benefit = günstigste Gewichte
index-ranking = Rangliste
index-column-rank = Rang
index-column-ranks = Von–bis
index-column-unit = Einheit
index-groups = Was die Gruppen zusammenhält
index-column-aggregate = Aggregat
index-column-children = Teile
index-column-by = Gebildet durch
index-column-alpha = α
index-column-explained = 1. Komponente
index-warnings = Bevor man der Rangliste traut
index-warn-undescribed = Nicht beschrieben und nicht verwendet: { $list }.
index-warn-dropped = Ausgeschieden: { $list }.
index-warn-dropped-one = { $unit } ({ $share } der Indikatoren)
index-warn-treated = Wegen Ausreißern behandelt: { $list }.
index-warn-outlying = Bis zuletzt mit Ausreißern: { $list }.
index-warn-no-length = Ohne Skala und daher ohne Wirkung (alle Werte gleich, oder ein Ziel, das keines ist): { $list }.
index-warn-gaps = Am Ende fehlende Werte: { $list }. Jedes Mittel wird aus den vorhandenen gebildet.
index-warn-loading = Läuft den anderen der Gruppe entgegen und wurde trotzdem wie sie gewichtet: { $list }.
index-warn-no-score = Ohne Punktwert: { $list }.
index-points = { $count ->
        [one] 1 Wert gestutzt
       *[other] { $count } Werte gestutzt
    }
index-note = Rang 1 hat den höchsten Wert; Einheiten mit gleichem Wert teilen sich einen Rang. α ist das von Cronbach: wie weit die Teile eines Aggregats dasselbe messen. 1. Komponente: welchen Anteil ihrer Streuung eine einzige Dimension erklärt.
index-written = { $count ->
        [one] Eine Tabelle nach { $dir } geschrieben.
       *[other] { $count } Tabellen nach { $dir } geschrieben.
    }
index-exists = { $dir } enthält schon { $files }
index-exists-remedy = Mit --out einen anderen Ordner angeben oder sie mit --force überschreiben.

index-at-column = { $place }, Spalte { $column }: { $what }
index-not-utf8 = das ist kein Text in UTF-8; die Datei als „CSV UTF-8“ speichern
index-ragged = die Zeile hat { $found } Zellen, die erste Zeile { $expected }; Zellen mit Komma brauchen Anführungszeichen
index-empty = die Tabelle hat unter den Spaltennamen keine Zeilen
index-semicolons = die Zellen sind durch Semikolons getrennt; nötig sind Kommas, und Punkte in Zahlen
index-no-column = es gibt keine Spalte „{ $column }“
index-duplicate-column = es gibt zwei Spalten „{ $column }“
index-no-code = die Zelle ist leer; jede Zeile braucht ein Kürzel
index-duplicate-unit = die Einheit „{ $unit }“ kommt zweimal vor; ein Index gilt für einen Zeitpunkt
index-not-a-number = „{ $value }“ ist keine Zahl; fehlt ein Wert, bleibt die Zelle leer
index-comma = „{ $value }“ enthält ein Komma; vor Dezimalstellen gehört ein Punkt, zwischen Tausender nichts
index-not-finite = „{ $value }“ ist keine endliche Zahl; fehlt ein Wert, bleibt die Zelle leer
index-not-one-of = „{ $value }“ ist nichts von { $valid }
index-no-indicators = keine Zeile hat den Typ „Indicator“
index-no-data = es gibt keine Spalte „{ $code }“, die { $described } beschreibt
index-no-denominator = „{ $code }“ soll durch „{ $denominator }“ geteilt werden; eine Zeile vom Typ „Denominator“ dafür fehlt
index-bad-setting = „{ $value }“ ist kein Wert für { $setting }; möglich sind { $valid }
index-unknown-indicator = es gibt keinen Indikator „{ $name }“
index-unknown-unit = es gibt keine Einheit „{ $name }“
index-unknown-group = es gibt keine Gruppenspalte „{ $name }“; eine Gruppenspalte hat eine Zeile vom Typ „Group“
index-unknown-node = es gibt weder Indikator noch Aggregat „{ $name }“
index-no-parameter = „{ $code }“ hat keinen Eintrag in { $column }; die Spalte ausfüllen oder die Zahlen in die Methode schreiben
index-no-weight = das Gewicht von „{ $code }“ fehlt
index-no-pair = hier liegen weder iData.csv und iMeta.csv noch zwei Dateien mit gemeinsamem Anfang wie asem_iData.csv und asem_iMeta.csv
index-pairs = hier liegt mehr als ein Tabellenpaar: { $pairs }; jedes Paar braucht einen eigenen Ordner
index-duplicate-code = „{ $code }“ kommt zweimal vor
index-level-zero = „{ $code }“ steht auf Ebene 0; Indikatoren stehen auf Ebene 1, Aggregate darüber
index-unknown-parent = „{ $code }“ gehört zu „{ $parent }“, wofür diese Tabelle keine Zeile hat
index-cycle = die Zugehörigkeit geht im Kreis: { $codes }
index-parent-not-above = „{ $code }“ steht auf Ebene { $level } und gehört zu „{ $parent }“ auf Ebene { $above }; das Übergeordnete steht höher
index-no-children = nichts gehört zu „{ $code }“
index-no-root = jedes Aggregat gehört zu einem anderen; der Index selbst gehört zu keinem
index-roots = ein Index ist ein einziges Aggregat, das zu keinem anderen gehört; hier sind es: { $codes }
index-bad-weight = das Gewicht von „{ $code }“ ist { $weight }; ein Gewicht ist mindestens 0
index-zero-weights = die Gewichte unter „{ $code }“ sind alle 0
index-zero-denominator = „{ $indicator }“ von { $unit } würde durch null geteilt
index-zero-denominator-remedy = Ist der Nenner unbekannt, bleibt die Zelle leer; dann gilt der Wert als fehlend.
index-no-units = keine Einheit hat genug Daten, um zu bleiben
index-no-units-remedy = Die Anteile von --screen senken oder Lücken vorher füllen.
index-no-reference = die Vergleichseinheit { $unit } hat keinen Wert von „{ $indicator }“ oder ist ausgeschieden
index-not-positive = von „{ $code }“ ist nicht definiert: „{ $child }“ von { $unit } ist { $value }
index-the-gmean = das geometrische Mittel
index-the-hmean = das harmonische Mittel
index-the-genmean = das Potenzmittel
index-the-benefit = die günstigste Gewichtung
index-not-positive-remedy = Auf eine Spanne über null normalisieren, etwa mit --normalise minmax:1,100, oder amean verwenden.
index-no-components = „{ $code }“ hat keine Hauptkomponenten: { $why }
index-too-few-units = weniger als drei Einheiten haben Werte aller Teile
index-constant = einer der Teile hat überall denselben Wert
index-no-components-remedy = Erst Lücken füllen, diesen Teil weglassen oder anders gewichten.
index-no-best-weights = keine Gewichte von { $unit } unter „{ $code }“ halten die verlangten Anteile ein
index-no-best-weights-remedy = Die Anteile von --weights benefit:LEAST,MOST weiter fassen; ein Wert von 0 hat gar keinen Anteil.
index-methods-per-level = { $given } Verfahren für { $levels } Ebenen von Aggregaten; nötig ist eines für alle oder je eines von unten nach oben

index-meaning-sensitivity-range = Empfindlichkeit gegenüber den Gewichten
index-meaning-uncertainty-interval = Unsicherheit
index-meaning-range-over-methods = Spanne über die Verfahren
index-range-sensitivity-range = Empfindlichkeitsspanne
index-range-uncertainty-interval = Unsicherheitsintervall
index-range-methods = Spanne über die Verfahren
index-column-score = Wert
index-column-middle90 = 90 %
index-column-middle50 = 50 %
index-column-sure-ranks = Ränge
index-column-above-next = Vor dem nächsten
index-column-source = Quelle
index-column-alone = Allein
index-column-with-others = Mit anderen
index-column-without = Ohne
index-column-shift = Mittlere Rangverschiebung
index-column-greatest = Größte
index-sensitivity = Woher die Verschiebung der Ränge kommt
index-left-out = Ränge ohne einen Indikator
index-source-weights = Gewichte
index-source-noise = Fehler der Daten
index-source-imputation = Ersetzte Werte
index-source-treatment = Umgang mit Ausreißern
index-source-normalisation = Skala
index-source-aggregation = Mittel
index-source-of = { $source }: { $code }
index-ranges-note = { $draws } Ziehungen (seed { $seed }). 50 % und 90 %: { $range }, in der so viele der Ziehungen liegen. Ränge: die möglichen, wenn nur zählt, was in mindestens { $sure } der Ziehungen gilt; ≈ steht, wo die Reihenfolge zur nächsten Einheit danach offen ist. Punktwerte sind wegen der begrenzten Zahl von Ziehungen auf etwa { $error } genau.
index-missing-note = Nicht in jeder Ziehung definiert, weil ein Mittel positive Werte braucht: { $list }.
index-sensitivity-note = Allein und mit anderen: Anteil an der Varianz der mittleren Rangverschiebung (Sobol-Indizes erster Ordnung und gesamt, 95-%-Intervall).
index-nothing-uncertain = { $option } braucht etwas Unsicheres: --uncertainty angeben oder [uncertainty] in die Methode schreiben
index-copeland-not-drawn = Copeland-Werte werden nicht gezogen; mit --uncertainty ist ein Mittel nötig
index-benefit-not-drawn = günstigste Gewichte werden nicht gezogen; mit --uncertainty sind vorgegebene Gewichte nötig
index-bad-weight-factor = Gewichte können nicht um { $value } schwanken; möglich ist 0 bis { $most }
index-bad-noise = ein Fehler von { $value } ist keiner; er ist mindestens 0

cmd-index-about = Zusammengesetzte Indizes aus Tabellen von Indikatoren bilden
cmd-index-examples =
    linchpin index build docs/index-example # Das Beispiel der Anleitung
cmd-index-build-about = Einen zusammengesetzten Index aus COINrs Tabellenpaar iData.csv und iMeta.csv bilden
cmd-index-build-arg-dir = Ordner mit iData.csv und iMeta.csv, auch mit gemeinsamem Anfang
cmd-index-build-arg-method = Datei mit der Methode [Standard: index.toml im Ordner, falls vorhanden]
cmd-index-build-arg-impute = Womit fehlende Werte ersetzt werden: none, mean, median, mean_grp:COLUMN, median_grp:COLUMN, multiple:SETS [Standard: none]
cmd-index-build-arg-screen = Welche Einheiten bleiben: none oder der geringste Anteil von Indikatoren mit Wert, etwa .9; nonzero:SHARE für Werte ungleich null [Standard: none]
cmd-index-build-arg-treat = Was mit Ausreißern geschieht: none oder eines oder zwei (mit +) von winsorise, log_CT, log_CT_plus, log_CT_orig, log_GII, log, boxcox:LAMBDA [Standard: winsorise+log_CT]
cmd-index-build-arg-winsorise = Wie viele Werte höchstens gestutzt werden: eine Zahl, all, mit ,force auch bei schon guter Verteilung [Standard: 5]
cmd-index-build-arg-normalise = Die Skala: minmax:LOW,HIGH, zscore:MEAN,SD, scaled:A,B, rank, prank, borda, dist2max, dist2ref:UNIT, dist2targ, fracmax, goalposts:LOWER,UPPER,SCALE, none [Standard: minmax:0,100]
cmd-index-build-arg-weights = Gewichte: given, equal, pca, benefit, benefit:LEAST,MOST oder eine CSV-Datei mit iCode und Weight [Standard: given]
cmd-index-build-arg-aggregate = Das Mittel: amean, gmean, hmean, genmean:P, copeland; oder je Ebene eines von unten, mit Kommas [Standard: amean]
cmd-index-build-arg-uncertainty = Was unsicher ist, mit Kommas: weights=.25, weights=dirichlet:.25, weights=sets, noise=.05, noise=value:.05, noise=abs:2, imputation; mit | zwischen Verfahren treat=, winsorise=, normalise=, aggregate=
cmd-index-build-arg-sensitivity = Zeigen, welche Quelle wie viel beiträgt, und die Ränge ohne je einen Indikator
cmd-index-build-arg-weight-sets = CSV-Datei mit Listen von Gewichten: rep, iCode, Weight
cmd-index-build-arg-replicates = CSV-Datei mit Festlegungen (rep, winmax, norm, weights_rep, agg), die genau nachgerechnet werden; die Punktwerte stehen dann in replicates.csv
cmd-index-build-arg-out = Ordner, in den jeder Schritt als CSV geschrieben wird
cmd-index-build-arg-force = Vorhandene Tabellen überschreiben
cmd-index-build-examples =
    linchpin index build docs/index-example # Nach der Methode neben den Tabellen
    linchpin index build docs/index-example --normalise minmax:1,100 --aggregate gmean # Geometrische Mittel, die nichts ausgleicht
    linchpin index build docs/index-example --weights benefit --format csv # Jedes Land mit den für es günstigsten Gewichten
    linchpin index build docs/index-example --impute multiple:50 --out steps # Fehlende Werte fünfzigmal gezogen, jeder Schritt als Tabelle
    linchpin index build docs/index-example --uncertainty weights=.25,noise=.1 --sensitivity # Wie sicher ist die Reihenfolge, und was bestimmt sie?

## matrix

matrix-title = Wer in welcher Frage wo steht: eine Rekonstruktion aus kodierten Aussagen
matrix-title-issue = { $issue }: wer wo steht (eine Rekonstruktion)
matrix-extremes = { $tie }: { $count ->
        [one] vergleichbar nur bei „{ $far }“ ({ $most })
       *[other] am weitesten auseinander bei „{ $far }“ ({ $most }), am nächsten bei „{ $near }“ ({ $least })
    }
matrix-column-issue = Streitfrage
matrix-column-when = Wann
matrix-column-who = Wer
matrix-column-layer = Ebene
matrix-column-where = Wo
matrix-column-salience = Stellenwert
matrix-further = Weitere Streitfragen
matrix-stateless = Andere
matrix-none = Zu diesem Stand hat keiner dieser Akteure in irgendeiner Streitfrage eine Position.
matrix-no-positions = Zu diesem Stand hat niemand in dieser Streitfrage eine Position.
matrix-silent = Ohne Position dieser Akteure: { $issues }
matrix-scale = Skala: { $levels }
matrix-items = Zu ordnen: { $items }
matrix-distances = Abstand (90{"\u00a0"}%): { $distances }
matrix-goal = Ziel
matrix-priority = Vorrang
matrix-means = Mittel
matrix-note-rebuilt =
    Die Tabelle ist aus kodierten Aussagen zusammengesetzt; sie stammt nicht aus der Studie selbst.
matrix-note-cell =
    Eine Position: ihre Ebene (was gewollt ist, was vorgeht, wie es zu erreichen ist), der Ort auf der Skala, wem gegenüber, das Jahr der
    jüngsten Aussage und der Stellenwert der Frage für den Akteur, von 0 bis 1. Als Positionen eines Staats gelten seine eigenen, die seines
    Regierungschefs und die seiner Ministerien; mehrere auf einer Ebene sind Aussagen aus demselben Monat. „Ausgelassen“: Der Akteur
    hat die Frage unerwähnt gelassen.
matrix-note-position =
    Ebene: Ziel, was gewollt ist; Vorrang, was vorgeht; Mittel, wie es zu erreichen ist. In Klammern, wem gegenüber. Stellenwert: wie
    wichtig die Frage dem ist, der die Position vertritt, von 0 bis 1. „Ausgelassen“: unerwähnt gelassen.
matrix-note-former = Aus der Zeit vor dem Amtsantritt des heutigen Regierungschefs.
matrix-note-distance =
    Abstand: wie weit die beiden Seiten eines Bündnisses auseinanderliegen, von 0 bis 1, mit der 90-%-Spanne; 1 minus der Wert
    des Indikators im Bewertungsrahmen „{ $framework }“, bei dem ältere Positionen weniger zählen und unsicherer werden.
matrix-note-mere = Nicht modelliert: nur der Abstand der jüngsten Orte auf der Skala.
matrix-note-unheard = Nur von Beobachtern oder aus ungenannter Quelle berichtet; als Position des Staats zählt das nicht.

value-actors = AKTEUR,…
value-issue = FRAGE
value-order = ORDNUNG

cmd-matrix-about = Zeigen, wer in welcher Streitfrage wo steht und wie weit man auseinanderliegt
cmd-matrix-arg-issue = Nur diese Streitfrage, mit allen Positionen im Lauf der Zeit: Kennung oder Name
cmd-matrix-arg-actors = Wessen Positionen, durch Kommas getrennt [sonst die Mitglieder der Bündnisse, die das Dossier nennt]
cmd-matrix-arg-by = Reihenfolge der Streitfragen: issue (wie im Bewertungsrahmen) oder distance (nach Abstand) [sonst issue]
cmd-matrix-arg-framework = Bewertungsrahmen, der die Streitfragen ordnet und vergleicht [sonst der des Dossiers]
cmd-matrix-examples =
    linchpin matrix # Die Mitglieder der Bündnisse in allen Streitfragen
    linchpin matrix --by distance --as-of 2021-05 # Was sie im Mai 2021 am meisten trennte
    linchpin matrix --issue sanctions-relief # Alle Positionen in einer Frage, auch von Parteien und Lagern
    linchpin matrix --actors USA,PHL # Andere Akteure

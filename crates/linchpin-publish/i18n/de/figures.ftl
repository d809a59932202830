## Abbildungen

figure-sources = Quellen: { $sources }. Dossier „{ $dossier }“, Stand { $as-of }.
figure-sources-none = Dossier „{ $dossier }“, Stand { $as-of }.

figure-cards-shows = die Bündnisse nebeneinander: Stufe, Spannen, Richtung und Kriterien
figure-cards-title = Belastbarkeit der Bündnisse am { $as-of }.
figure-cards-none = { $count-count ->
        [0] Es sind keine Bündnisse zu bewerten.
        [one] Für das Bündnis reichen die aktuellen Belege nicht zu einem Gesamtwert.
        [2] Für keines der beiden Bündnisse reichen die aktuellen Belege zu einem Gesamtwert.
       *[other] Für keines der { $count } Bündnisse reichen die aktuellen Belege zu einem Gesamtwert.
    }
figure-cards-one = { $tie } wird als { $level } belastbar bewertet: { $mean } (90 %: { $i90 }).
figure-cards-several = Die Gesamtwerte reichen von { $low } ({ $last }) bis { $high } ({ $first }).
figure-cards-reading = Skala von 0 bis 1 (belastbar). Punkt: Mittel; Balken: 50 %, Linie: 90 % der Ziehungen.
figure-cards-reading-since = Skala von 0 bis 1 (belastbar). Punkt: Mittel; Balken: 50 %, Linie: 90 % der Ziehungen. Kreis: Mittel am { $since }; Pfeil: wahrscheinlichste Richtung seither.
figure-cards-mean = Mittel { $mean }, 90 %: { $i90 }
figure-cards-too-little = zu wenig aktuell belegt
figure-cards-last = am { $date }: { $level }, { $mean }
figure-cards-gap = zu wenig

figure-map-shows = Mitglieder, Bündnisse und US-Truppen auf einer Karte
figure-map-title = Das Bündnissystem am { $as-of }.
figure-map-finding = Unter den erfassten Ländern hat { $host } die meisten Soldaten { $guarantor }: { $amount } ({ $when }).
figure-map-none = Zu Truppen im Ausland enthält das Dossier keine Angaben.
figure-map-reading = Linien: Bündnisse und Partnerschaften zwischen zwei Staaten; Fläche der Kreise: Zahl der Soldaten, jüngste Angabe. Karte: { $attribution }.
figure-map-too-little = zu wenig belegt
figure-map-key-assessed = bewertetes Bündnis
figure-map-key-treaty = Vertragsbündnis
figure-map-key-partnership = Partnerschaft
figure-map-key-other = Abkommen
figure-map-key-troops = Truppen der Garantiemacht

figure-criteria-shows = ein Wert, zerlegt bis zu den Indikatoren
figure-criteria-title = „{ $node }“ von { $tie } nach Kriterien und Indikatoren, { $as-of }.
figure-criteria-finding = Die Indikatoren reichen von { $least } („{ $low }“) bis { $most } („{ $high }“).
figure-criteria-one = Nur „{ $node }“ ist ausreichend belegt.
figure-criteria-none = Kein Indikator von { $tie } ist ausreichend belegt.
figure-criteria-reading = Skala von 0 bis 1 (belastbar). Punkt: Mittel; Balken: 50 %, Linie: 90 % der Ziehungen. Fett: Kriterien und Gruppen.
figure-criteria-gap = zu wenig belegt (Abdeckung { $coverage })
figure-criteria-not-applicable = entfällt

figure-trajectory-shows = ein Wert und seine Kriterien über die Jahre, mit Lücken
figure-trajectory-title = { $tie } über die Jahre, bis { $to }.
figure-trajectory-finding = „{ $node }“ lag im { $from } auf der Stufe „{ $start }“, im { $to } auf der Stufe „{ $end }“.
figure-trajectory-same = „{ $node }“ lag im { $from } wie im { $to } auf der Stufe „{ $end }“.
figure-trajectory-once = „{ $node }“ ist nur einmal ausreichend belegt, im { $date }: { $level }.
figure-trajectory-none = { $tie } ist zu keinem Zeitpunkt ausreichend belegt.
figure-trajectory-reading = Linie: Mittel; kräftiges Band: 50 %, blasses: 90 % der Ziehungen; graue Fläche: zu wenig belegt. Oben: neue Staats- und Regierungschefs; Dreiecke: Erscheinen der Quellen.
figure-trajectory-gap = zu wenig belegt
figure-trajectory-empty = Zu keinem Zeitpunkt ist genug belegt.

figure-attribution-shows = warum ein Wert sich verändert hat
figure-attribution-title = { $tie }: Gründe der Veränderung vom { $from } bis zum { $as-of }.
figure-attribution-finding = Am meisten bewegt hat sich „{ $node }“: { $direction ->
        [up] gestiegen
       *[down] gesunken
    } von { $from } auf { $to }.
figure-attribution-none = Für { $tie } gibt es keinen Wert, der an beiden Tagen ausreichend belegt ist.
figure-attribution-reading = Vom früheren Mittel (Punkt oben) zum späteren (Punkt unten); jeder Balken ist der mittlere Beitrag eines Grundes über alle Reihenfolgen (Owen-Werte).
figure-attribution-time = Alternde Belege, Regierungswechsel
figure-attribution-new = Neues
figure-attribution-revised = Nachgetragenes
figure-attribution-method = Anderes Verfahren
figure-attribution-rest = { $count ->
        [one] ein weiterer Grund
       *[other] { $count } weitere Gründe
    }
figure-attribution-empty = Kein Wert ist an beiden Tagen ausreichend belegt.

figure-matrix-shows = wer zu welcher Streitfrage wo steht, mit Abständen
figure-matrix-title = Positionen der Hauptstädte am { $as-of }.
figure-matrix-finding = Am weitesten auseinander liegen die Seiten von { $tie } bei „{ $issue }“: Abstand { $distance }.
figure-matrix-none = Zu keiner Streitfrage sind zwei Seiten eines Bündnisses verortet.
figure-matrix-reading = Jede Linie ist die Skala einer Streitfrage; offen: Position einer früheren Regierung. Dazu der Abstand der beiden Seiten eines Bündnisses: 0 gleich, 1 an entgegengesetzten Enden.
figure-matrix-empty = Keine Position ist verzeichnet.

figure-measures-reading = Jedes Maß und jede Währung hat eine eigene Skala; blass: Spanne; Pfeil: mindestens; Strich: höchstens. Reihen verschiedener Herkunft sind kein Verlauf.
figure-measures-empty = Keine Zahlenangabe ist verzeichnet.
figure-burden-shows = wer was zahlt und stellt, nach Definitionen getrennt
figure-burden-title = Lasten und Beiträge in Zahlen, Stand { $as-of }.
figure-burden-finding = „{ $measure }“, größte Angabe: { $subject }, { $amount } ({ $when }).
figure-burden-none = Zu Lasten und Beiträgen enthält das Dossier keine Zahlen.
figure-exposure-shows = wie abhängig und verwundbar ein Staat ist
figure-exposure-title = Abhängigkeit und Verwundbarkeit in Zahlen, Stand { $as-of }.
figure-exposure-finding = „{ $measure }“, größte Angabe: { $subject }, { $amount } ({ $when }).
figure-exposure-none = Zu Abhängigkeiten enthält das Dossier keine Zahlen.

figure-fears-shows = was für und gegen jede Befürchtung eines Verbündeten spricht
figure-fears-title = Befürchtungen in { $ally }, Stand { $as-of }.
figure-fears-finding = Die meisten Aussagen gibt es zu „{ $fear }“ ({ $ally }): { $for-count ->
        [one] eine Aussage
       *[other] { $for } Aussagen
    } dafür, { $against-count ->
        [one] eine
       *[other] { $against }
    } dagegen.
figure-fears-none = Zu Befürchtungen in { $ally } ist nichts verzeichnet.
figure-fears-reading = Jedes Zeichen ist eine Aussage, kein Wert: Ein anerkanntes Maß gibt es nicht. Quadrat: Beleg; Kreis: Wirkung, die Quellen beschreiben; offen: von Beobachtern.
figure-fears-for = spricht dafür
figure-fears-against = spricht dagegen
figure-fears-silent = nichts verzeichnet
figure-fears-empty = Keine Befürchtung ist verzeichnet.

figure-formats-shows = wer in welchem Bündnis und Format ist
figure-formats-title = Bündnisse und Formate am { $as-of }.
figure-formats-finding = Am häufigsten dabei: { $who }, in { $in } von { $all }.
figure-formats-none = Das Dossier nennt keine Mitglieder von Bündnissen.
figure-formats-reading = Mitglieder nach den Angaben des Dossiers.
figure-formats-key = Punkt: Mitglied; mit Ring: Garantiemacht. Rechts weitere Mitglieder.
figure-formats-guarantor = { $name } (Garantiemacht)
figure-formats-unlisted = Mitglieder nicht verzeichnet
figure-formats-empty = Kein Bündnis ist verzeichnet.

figure-network-shows = was in den Augen der Quellen was stärkt und schwächt
figure-network-title = Wirkungen, die die Quellen beschreiben, Stand { $as-of }.
figure-network-finding = Am häufigsten führen die Quellen „{ $effect }“ auf „{ $cause }“ zurück: { $mechanisms } von { $all } Wirkungen.
figure-network-none = Das Dossier enthält keine Wirkungen.
figure-network-reading = Die häufigsten Paare von Ursache und Folge. Durchgezogen und plus: stärkt; gestrichelt und minus: schwächt; je breiter, desto mehr Aussagen.
figure-network-causes = Ursachen
figure-network-effects = Folgen
figure-network-empty = Keine Wirkung ist verzeichnet.

figure-sensitivity-shows = woher die Unsicherheit der Werte kommt
figure-sensitivity-title = Woher die Unsicherheit kommt, Stand { $as-of }.
figure-sensitivity-finding = Größter Posten der Unsicherheit von „{ $node }“ ({ $tie }): { $kind }, Gesamtanteil { $share }.
figure-sensitivity-none = Kein Wert ist ausreichend belegt, um seine Unsicherheit zu zerlegen.
figure-sensitivity-reading = Sobol-Indizes: kräftig der Anteil an der Varianz allein, blass zusammen mit anderem; Linie: 95 %. Oben Arten der Unsicherheit, darunter Indikatoren; die Anteile überschneiden sich.
figure-sensitivity-empty = Kein Wert ist ausreichend belegt.

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
figure-cards-one = { $tie } wird als { $level } belastbar bewertet: { $mean } (90 %: { $i90 }).
figure-cards-several = Die Gesamtwerte reichen von { $low } ({ $last }) bis { $high } ({ $first }).
figure-cards-reading = Skala von 0 bis 1 (belastbar). Punkt: Mittel; Balken: 50 %, Linie: 90 % der Ziehungen.
figure-cards-reading-since = Skala von 0 bis 1 (belastbar). Punkt: Mittel; Balken: 50 %, Linie: 90 % der Ziehungen. Kreis: Mittel am { $since }; Pfeil: wahrscheinlichste Richtung seither.
figure-cards-mean = Mittel { $mean }, 90 %: { $i90 }
figure-cards-too-little = zu wenig aktuell belegt
figure-cards-last = zuletzt am { $date }: { $level }, { $mean }
figure-cards-gap = zu wenig

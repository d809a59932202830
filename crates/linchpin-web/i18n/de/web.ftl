## Die Netzseiten

web-skip = Zum Text
web-pages = Seiten
web-where = Wo Sie sind
web-overview = Überblick
web-alliances = Bündnisse
web-positions = Positionen
web-evidence = Belege
web-sources = Quellen
web-method = Verfahren
web-data = Daten

web-dates = Stand { $as-of }. { $known }
web-dates-since = Stand { $as-of }, verglichen mit dem { $since }. { $known }
web-known-all = Bekannt sind alle Quellen des Dossiers.
web-known-until = Bekannt sind nur Quellen, die bis zum { $date } erschienen sind.
web-other-date = Anderer Stichtag
web-as-of = Stand
web-since-label = Verglichen mit
web-known-at = Nur Quellen bis
web-show = Zeigen
web-reset-dates = Zurück zum üblichen Stichtag
web-version = Dossier { $version }, Linchpin { $program }
web-permalink = Fester Link
web-feed = Änderungen abonnieren
web-disclaimer = Diese Studie beschreibt, was Quellen sagen und wie sicher das ist. Sie ergreift keine Partei und sagt nichts voraus.
web-thread = Woher das kommt
web-close = Schließen
web-copied = Kopiert

web-banner-gone = Dieser Link stammt aus der Fassung { $wanted } des Dossiers, die nicht vorliegt. Gezeigt wird die Fassung { $shown }: Ihr Protokoll hat { $now } statt { $before } Zeilen (Unterschied { $difference }); Zahlen können daher abweichen.
web-banner-older = Gezeigt wird die Fassung { $wanted }, wie der Link es verlangt. Die neueste ist { $newest }; ihr Protokoll ist um { $difference } Zeilen gewachsen.
web-banner-newest = Zur neuesten Fassung
web-banner-unsound = Das Dossier auf der Platte hat { $faults ->
        [one] einen Fehler
       *[other] { $faults } Fehler
    }; gezeigt wird die letzte fehlerfreie Fassung. { $first }

web-citation = „{ $dossier }“, { $page }, Stand { $as-of }, Fassung { $version }
web-footnote = Linchpin, { $citation }, { $address }.
web-footnote-sources = { $sources }; nach Linchpin, { $citation }, { $address }.
web-footnote-figure = { $of } In: Linchpin, { $citation }, { $address }.
web-cite = Als Fußnote zitieren
web-copy = Kopieren
web-note = Anmerkung { $number }
web-figure-file = { $name } zu: { $title }

web-headline-part = { $tie } auf „{ $level }“ ({ $mean }; 90 %: { $i90 })
web-headline = So stehen die Bündnisse: { $parts }.
web-headline-past = Am { $as-of } reichen die Belege für keinen Gesamtwert; am { $date } standen { $parts }.
web-card-past = Am { $date }: { $level }
web-bars-reading-since = Skala von 0 bis 1 (belastbar). Punkt: Mittel; Balken: 50 %, Linie: 90 % der Ziehungen. Pfeil: wahrscheinlichste Richtung seit dem { $since }.
web-bar = { $mean }{ $direction ->
        [up] {" "}↑
        [down] {" "}↓
        [same] {" "}→
       *[none] {""}
    }
web-value = { $level }, { $mean } ({ $i90 })
web-too-little-statements = nicht bewertet; { $count ->
        [0] keine Aussage
        [1] eine Aussage
       *[other] { $count } Aussagen
    }
web-since = Seit dem { $since }
web-causes = Was sich am meisten bewegt hat, und wodurch
web-news = Neue Aussagen
web-cause = „{ $node }“: { $why ->
        [time] alternde Belege und Regierungswechsel
        [new-facts] neue Ereignisse
        [revised-data] Nachträge über die Zeit davor
       *[method] ein anderes Verfahren
    }, { $value }.
web-cause-source = „{ $node }“: { $why ->
        [time] alternde Belege
        [new-facts] Neues
        [revised-data] Nachgetragenes
       *[method] ein anderes Verfahren
    } aus { $source }, { $value }.
web-others = Weitere Bündnisse und Formate
web-rests = Worauf das beruht
web-more-alliance = Das Bündnis im Einzelnen

web-brief = Kurz gefasst
web-criteria = Kriterien
web-indicators = Indikatoren und Aussagen
web-why = Woher das kommt
web-what-would-change = Was würde das ändern?
web-fears = Befürchtungen:
web-for = Dafür
web-against = Dagegen
web-compare = Vergleichen
web-compare-with = Mit
web-compare-then = Am
web-compare-do = Vergleichen
web-compared-head = { $tie }, { $as-of }
web-compared-then = Dass der Wert „{ $node }“ am { $first } { $direction ->
        [less] niedriger
       *[greater] höher
    } liegt als am { $second }, ist { $likely }.

web-why-title = { $node } ({ $tie })
web-weight = Gewicht
web-to-framework = Im Bewertungsrahmen
web-parts = Woraus es besteht
web-rules = Regeln
web-more = { $count } weitere
web-share-of-evidence = { $share } der Belege
web-without-title = Wenn eine der Quellen wegfiele
web-without = { $from } → { $to }
web-without-hidden = Ohne sie wären { $coverage } des Gewichts belegt.
web-without-falls = { $from } → zu wenig belegt
web-without-nothing = Ohne sie bliebe nichts übrig.
web-statements = Aussagen
web-no-statements = Keine Aussage trägt dies.

web-overturn-title = Was würde die Urteile über { $tie } ändern?
web-overturn-supposed = Angenommen wurden { $count } Aussagen, jede für sich, aus einer neuen Quelle der Stufe B/2 am Tag der Bewertung. Was angenommen wird, wird nicht erwartet.
web-overturn-none = Hier wird kein Wert gezeigt, weil zu wenig belegt ist; es gibt also kein Urteil, das eine einzelne Aussage ändern könnte. Zuerst bräuchte es Belege für das, was fehlt.
web-overturn-lead = „{ $node }“ steht auf { $level }, { $mean } (90 %: { $i90 }); die Stufe reicht von { $low } bis { $high }.
web-overturn-sufficient = { $sufficient-count ->
        [0] Keine einzelne weitere Aussage zu einem von { $leaves } Indikatoren würde die Stufe ändern.
        [one] Bei einem von { $leaves } Indikatoren würde eine weitere Aussage die Stufe ändern.
       *[other] Bei { $sufficient } von { $leaves } Indikatoren würde eine weitere Aussage die Stufe ändern.
    }
web-overturn-up = Nach oben bräuchte es die { $count } stärksten Aussagen zusammen ({ $leaves }): { $level }, { $mean }.
web-overturn-down = Nach unten bräuchte es die { $count } stärksten Aussagen zusammen ({ $leaves }): { $level }, { $mean }.
web-overturn-if = Angenommene Aussage
web-overturn-then = Neuer Wert
web-overturn-difference = Unterschied zu heute,
web-overturn-missing = Ohne aktuelle Belege sind: { $leaves }.
web-overturn-hidden = Noch kein Urteil
web-rule-code = Regel in der Sprache des Rahmens

web-positions-reading = Abstand: 0 heißt dasselbe, 1 heißt entgegengesetzte Enden der Skala. *: von einer früheren Regierung bezogen. Ein Feld öffnet sich zu seinen Aussagen.
web-distance = Abstand
web-former = von einer früheren Regierung bezogen
web-salience = Wichtigkeit für die Regierung
web-further = Weitere Fragen
web-silent = Keine Position bekannt ist zu

web-search = Suchen
web-all = alle
web-filter-kind = Art
web-filter-actor = Akteur
web-filter-speaker = Sprecher
web-filter-about = Wozu
web-filter-source = Quelle
web-filter-status = Status
web-filter-mark = Vermerk
web-filter-on = Gilt am
web-evidence-count = { $count-count ->
        [0] Keine Aussage.
        [one] Eine Aussage.
       *[other] { $count } Aussagen, Seite { $page } von { $pages }.
    }{ $later-count ->
        [0] {""}
        [one] {" "}Davon gilt eine erst nach dem Stand oder ist nicht angenommen; sie geht in nichts ein.
       *[other] {" "}Davon gelten { $later } erst nach dem Stand oder sind nicht angenommen; sie gehen in nichts ein.
    }
web-turn = Seiten der Aussagen
web-before = Vorige Seite
web-after = Nächste Seite
web-status-proposed = vorgeschlagen
web-status-accepted = angenommen
web-status-rejected = abgelehnt
web-mark-contradicted = widersprochen
web-mark-single = nur eine Quelle
web-mark-stale = älter als { $years } Jahre

web-statement-title = Aussage { $id }
web-fact-subject = Über
web-fact-object = Gegenüber
web-fact-value = Wert
web-fact-valid = Gilt
web-fact-known = Bekannt seit
web-fact-id = Kennung
web-passages = Wo es steht
web-other-language = Auf Englisch:
web-no-source-text = Die Aussage ist eine Zusammenfassung in eigenen Worten; der Wortlaut der Quelle wird nicht mitgeliefert. Ihre Stelle nennen Kapitel oder Absatz, wo die Quelle keine Seitenzahlen hat.
web-contradicts = Widerspricht:
web-says-otherwise = Andere sagen anderes
web-carries = Was sie trägt
web-carries-nothing = An diesem Tag geht sie in keinen Wert ein.
web-history-title = Geschichte
web-history = { $day }, aufgenommen von { $by } ({ $file }:{ $line })

web-sources-intro = Die Stufen folgen dem Admiralty-Code: von A (zuverlässig) bis E (unzuverlässig), F heißt nicht zu beurteilen. Die Balken zeigen, welchen Anteil der Belege hinter dem Gesamtwert eine Quelle trägt.
web-copy-of = Abdruck von
web-source-statements = Sie stützt { $count-count ->
        [one] eine Aussage
       *[other] { $count } Aussagen
    }; { $alone-count ->
        [0] keine davon steht
        [one] eine davon steht
       *[other] { $alone } davon stehen
    } nur hier.
web-falls = Ohne sie fielen oder änderten sich diese Urteile:
web-falls-title = Was sich ohne sie ändert
web-lost = { $tie }, „{ $node }“: { $outcome ->
        [changes] { $from } → { $to } ({ $level })
       *[falls] { $from } → zu wenig belegt{ $to }{ $level }
    }.
web-more-source = Was auf ihr beruht
web-vanishing = Aussagen, die entfielen:
web-staying = Aussagen, die auch andere Quellen stützen:
web-lost-leaves = Indikatoren, die dann gar nicht belegt sind
web-all-statements = Alle Aussagen

web-levels = Stufen:
web-level-below = { $level } (unter { $below })
web-weights = Andere Gewichte
web-weights-intro = Verschieben Sie die Gewichte der Kriterien: Werte, Intervalle und Rangfolge folgen. Was nichts wiegt, bleibt außer Betracht. Die Zufallszahlen bleiben dieselben, sodass sich nur die Gewichte unterscheiden; die Werte hier sind 1.000-mal gezogen.
web-weights-past = Für diesen Tag reichen die Belege für keinen Gesamtwert. Zu einem Tag, an dem sie reichten: { $date }
web-weighs-nothing = wiegt nichts
web-weigh = Gewichten
web-weights-reset = Zurück zu den Gewichten des Rahmens
web-weights-link = Link mit diesen Gewichten
web-official = Rahmen
web-own = Ihre
web-order-official = Rangfolge nach dem Rahmen:
web-order-own = Rangfolge nach Ihren Gewichten:
web-no-order = kein Bündnis hat einen Gesamtwert
web-tree = Der Bewertungsrahmen
web-node = Kriterium oder Indikator
web-reason = Begründung
web-sensitivity = Woher die Unsicherheit kommt
web-validation = Stimmen die erfassten Aussagen mit den Schlüssen der Quellen überein?
web-findings = Das Dossier enthält { $all } Schlüsse, die Quellen selbst ziehen. Bei { $answered } davon reichen die erfassten Aussagen, um sie zu prüfen; { $agreed } von diesen sind eher wahrscheinlich als nicht.
web-findings-none = Das Dossier enthält keine Schlüsse, an denen sich prüfen ließe.
web-findings-list = Die Schlüsse im Einzelnen
web-verdict-borne-out = stimmt überein
web-verdict-leaning-for = stimmt eher überein
web-verdict-leaning-against = stimmt eher nicht überein
web-verdict-contradicted = stimmt nicht überein
web-verdict-open = zu wenig belegt
web-likely = ({ $likely })
web-level-from = { $level } (ab { $from })
web-csv-all = CSV aller Aussagen
web-limit-sources = Das Dossier kennt { $count } Quellen; { $share } der Aussagen stehen in einer einzigen ({ $source }).
web-limit-coding = Aussagen wurden von Hand und mit dem Programm erfasst; wer sie noch einmal erfasst, mag eine Stelle anders lesen.
web-limit-weights = Gewichte und Zielmarken sind begründete Setzungen, keine Schätzungen.

web-data-intro = Jede Tabelle und jede Abbildung lässt sich herunterladen, und zwar in dem Stand, den die Adresse verlangt.
web-tables = Tabellen
web-figures = Abbildungen
web-file-scores = Werte als Tabelle
web-file-statements = Alle Aussagen: Tabelle, JSON Lines, Web Annotations
web-file-sources = Literaturverzeichnis: BibTeX, RIS, CSL-JSON
web-file-network = Akteure und Bündnisse als Graph (GraphML)
web-file-map = Die Karte als Daten (GeoJSON)
web-file-report = Die Studie als Bericht
web-api = Fragen und Antworten (JSON)
web-api-intro = Jede Frage hat eine Adresse; jede Antwort nennt ihre Form und die Fassung des Dossiers.
web-example = Beispiel
web-question = Frage
web-answer = Antwort
web-parameters = Parameter
web-api-overview = was die Studie enthält und was heraussticht
web-api-assess = Werte der Bündnisse mit Intervallen und Veränderungen
web-api-explain = woher ein Wert kommt, bis hinab zu den Aussagen
web-api-changes = was sich seit einem Tag bewegt hat und warum
web-api-trajectory = ein Wert über die Jahre
web-api-weigh = Werte nach anderen Gewichten
web-api-profile = ein Bündnis, Seite für Seite
web-api-matrix = Positionen und Abstände
web-api-fears = was für und gegen die Befürchtungen eines Verbündeten spricht
web-api-burden = wer was zahlt und stellt
web-api-exposure = wie sehr jemand unter Druck gesetzt werden kann
web-api-formats = wer wo Mitglied ist
web-api-mechanisms = wodurch etwas gestärkt oder geschwächt wird
web-api-calendar = was ausläuft, ansteht oder angekündigt ist
web-api-statements = Aussagen
web-api-sources = was auf jeder Quelle beruht
web-api-retract = was ohne eine Quelle fällt
web-api-overturn = was ein Urteil ändern würde
web-api-sensitivity = woher die Unsicherheit kommt
web-api-tensions = Widersprüche, einzelne Quellen, alte Belege
web-api-gaps = wo Belege fehlen
web-api-verify = Schlüsse der Quellen, geprüft
web-parameter-as-of = Stand
web-parameter-known-at = nur Quellen, die bis dahin erschienen sind
web-parameter-framework = Bewertungsrahmen
web-parameter-version = Fassung des Dossiers
web-parameter-since = Tag, von dem an Veränderungen gemessen werden
web-parameter-tie = Bündnis
web-parameter-node = Kriterium oder Indikator
web-parameter-weight = Gewicht eines Knotens
web-parameter-issue = Frage
web-parameter-q = Wörter, in jeder Form
web-parameter-on = gilt an diesem Tag
web-parameter-id = Aussagen nach Kennung

web-feed-about = Was in der Studie neu ist und wie die Bündnisse stehen
web-feed-source = { $count ->
        [one] Eine Aussage.
       *[other] { $count } Aussagen.
    }

web-problem = Nichts gefunden
web-problem-no-page = An dieser Adresse steht nichts.
web-problem-no-page-remedy = Von diesen Seiten aus geht es weiter:
web-problem-parameter = „{ $value }“ ist kein Wert für „{ $parameter }“.
web-problem-parameter-remedy = Ein Datum schreibt man wie 2021-05-10, 2021-05 oder 2021, und es liegt zwischen 1900 und 2100; Gewichte sind Zahlen ab 0. Berichtigen Sie „{ $parameter }“ oder lassen Sie es weg.
web-problem-ahead = Der { $day } liegt in der Zukunft; von ihm ist noch nichts bekannt.
web-problem-ahead-remedy = Nennen Sie einen Tag bis heute.
web-problem-unsaid = Das lässt sich nicht sagen: { $why }
web-problem-unsaid-remedy = Dem Dossier fehlt etwas; „linchpin check“ findet es.
web-problem-nothing-known = Bis dahin war nichts bekannt; die erste Quelle erschien am { $first }.
web-problem-later = Nennen Sie einen späteren Tag.
web-problem-empty = Dieses Dossier enthält noch keine Aussagen.
web-problem-empty-remedy = Sobald in seinem Ordner „statements“ Aussagen liegen, füllen sich die Seiten.
web-problem-not-before = Der { $since } liegt nicht vor dem { $as-of }.
web-problem-earlier = Nennen Sie zum Vergleich einen früheren Tag.
web-problem-no-date = Das Dossier nennt keinen Tag zum Vergleich.
web-missing-tie = Ein Bündnis „{ $asked }“ bewertet diese Studie nicht.
web-missing-node = Der Bewertungsrahmen hat kein Kriterium und keinen Indikator „{ $asked }“.
web-missing-framework = Einen Bewertungsrahmen „{ $asked }“ gibt es nicht.
web-missing-weight = „{ $asked }“ ist kein Gewicht des Bewertungsrahmens.
web-missing-ally = „{ $asked }“ ist in keinem Bündnis dieser Studie der Verbündete.
web-missing-source = Eine Quelle „{ $asked }“ gibt es nicht.
web-missing-statement = Eine Aussage „{ $asked }“, die bis dahin bekannt war, gibt es nicht.
web-missing-issue = Eine Frage „{ $asked }“ gibt es nicht.
web-missing-figure = Eine Abbildung „{ $asked }“ gibt es nicht, oder das Dossier hat nichts für sie.
web-missing-theme = Eine Farbgebung „{ $asked }“ gibt es nicht.
web-missing-question = Eine Frage „{ $asked }“ gibt es nicht.
web-missing-file = Eine Datei „{ $asked }“ gibt es nicht.
web-missing-kind = Eine Art von Aussagen „{ $asked }“ gibt es nicht.
web-missing-status = Einen Status „{ $asked }“ gibt es nicht.
web-did-you-mean = Meinten Sie { $near }?
web-there-are = Es gibt: { $known }.

## Bericht

report-subtitle = Lebende Studie, Stand { $as-of }
report-subtitle-undated = Lebende Studie
report-running-head = { $title } · { $subtitle }
report-fact-as-of = Stand
report-fact-known = Kenntnisstand
report-fact-known-all = alles, was das Dossier enthält
report-fact-known-until = Quellen, die bis zum { $date } erschienen waren
report-fact-since = Verglichen mit
report-fact-framework = Bewertungsrahmen
report-fact-framework-value = { $name }, Fassung { $version }
report-fact-version = Fassung
report-fact-version-value = Dossier { $dossier } { $hash }, Linchpin { $program }
report-contents = Inhalt
report-figure = Abbildung { $number }.
report-note-back = Zurück zum Text
report-notes = Anmerkungen
report-bibliography = Quellen
report-cite = Zitiervorschlag
report-cell = { $cell }
report-section = { $about }

report-key-points = Das Wichtigste in Kürze

report-problem = Problemstellung und Schlussfolgerungen
report-problem-question = Gegenstand dieser Studie: { $dossier }.
report-problem-inner = Gefragt wird nach der inneren Festigkeit eines Bündnisses, nicht danach, wie gut es Bedrohungen von außen begegnet.
report-problem-framework = Maßstab ist der Bewertungsrahmen „{ $framework }“ mit { $count-count ->
        [one] einem Kriterium
       *[other] { $count } Kriterien
    }: { $criteria }.
report-problem-given = Jeder Wert gilt unter diesem Rahmen; ein anderer Rahmen kann zu einem anderen Ergebnis kommen.
report-problem-dates = Beschrieben wird der Stand vom { $as-of }, soweit ihn die Quellen belegen.
report-conclusions = Schlussfolgerungen

report-alliances = Die Bündnisse in Kürze
report-alliances-intro = Zu jeder Seite eines Bündnisses steht hier, was die Quellen zuletzt darüber sagen.

report-chapter-criterion = { $node }
report-criterion-weight = „{ $node }“ macht { $weight } des Gesamtwerts aus und fasst { $leaves-count ->
        [one] einen Indikator
       *[other] { $leaves } Indikatoren
    } zusammen.
report-criterion-because = Zum Gewicht: { $because }.
report-criterion-parts = Teile: { $parts }.
report-criterion-covered = Belegt sind { $known } von { $leaves } Indikatoren, nach Gewicht { $coverage }.
report-indicator-high = Am höchsten liegt „{ $node }“: { $level }, { $mean } (90 %: { $i90 }).
report-indicator-low = Am niedrigsten liegt „{ $node }“: { $level }, { $mean } (90 %: { $i90 }).
report-stated = { $said }
report-column-indicator = Indikator
report-table-indicators = „{ $node }“ nach Indikatoren: Stufe, Mittel und in Klammern die Spanne von 90 %.
report-not-applicable = entfällt
report-too-little = zu wenig belegt

report-changes = Was sich verändert hat, und warum
report-changes-intro = Ein Wert ändert sich, weil etwas geschehen ist, weil etwas Älteres erst jetzt bekannt wurde, weil Belege altern oder weil sich das Verfahren ändert. Was jede Quelle dazu beiträgt, ist als mittlerer Beitrag über alle Reihenfolgen gerechnet (Owen-Werte).
report-changes-since = Seit dem { $since } haben sich diese Indikatoren am meisten bewegt:
report-changes-none = Seit dem { $since } hat sich kein Indikator deutlich bewegt, der an beiden Tagen belegt ist.
report-changes-causes = Woran das liegt, für jedes Kriterium, das an beiden Tagen belegt ist:
report-changes-news = Neu hinzugekommen sind unter anderem diese Aussagen:

report-positions = Wer steht wo?
report-positions-intro = Verglichen werden die jüngsten Positionen, die einer Regierung selbst zuzurechnen sind; was Beobachter ihr zuschreiben, zählt nicht, wohl aber, was eine Quelle als ihre Position darstellt.
report-positions-apart = „{ $issue }“: Hier liegen die Seiten von { $tie } weit auseinander, Abstand { $distance } auf der Skala von 0 bis 1.
report-column-issue = Streitfrage
report-column-apart = Abstand { $tie }
report-table-positions = Positionen am { $as-of }; Abstand: 0 heißt gleich, 1 heißt an entgegengesetzten Enden der Skala; *: von einer früheren Regierung bezogen.
report-place-former = { $cell }*

report-burden = Wer trägt welche Last?
report-burden-intro = Jede Zahl steht unter ihrer Definition; Angaben verschiedener Reihen werden nicht zusammengezählt.
report-fears = Befürchtungen der Verbündeten
report-fears-intro = Für diese Befürchtungen gibt es kein anerkanntes Maß; gegenübergestellt werden die Belege dafür und dagegen.
report-exposure = Abhängigkeit und Verwundbarkeit
report-exposure-intro = Handel und Zwangsmittel von außen gehen nicht in den Wert ein; sie stehen daneben.
report-formats = Bündnisse und Formate
report-formats-intro = Gezeigt ist, wer worin Mitglied ist, soweit das Dossier es verzeichnet.
report-network = Was stärkt, was schwächt
report-network-intro = Gezeigt sind die Erklärungen, die die Quellen selbst geben.
report-newest = Zuletzt bekannt geworden ist dazu:
report-said-of-fear = { $fear } ({ $side ->
        [for] spricht dafür
       *[against] spricht dagegen
    }): { $said }

report-outlook = Ausblick
report-outlook-dates = { $ahead-count ->
        [0] Nach dem { $as-of } ist kein Termin bekannt.
        [one] Nach dem { $as-of } steht ein Termin an.
       *[other] Nach dem { $as-of } stehen { $ahead } Termine an.
    }
report-outlook-open = { $overdue-count ->
        [0] Kein Termin ist verstrichen, ohne dass ein Vollzug bekannt wäre
        [one] Ein Termin ist verstrichen, ohne dass ein Vollzug bekannt wäre
       *[other] { $overdue } Termine sind verstrichen, ohne dass ein Vollzug bekannt wäre
    }; { $open-count ->
        [0] offen ist keine Ankündigung
        [one] eine Ankündigung ist offen
       *[other] { $open } Ankündigungen, Zusagen und Vorschläge sind offen
    }.
report-gaps = Wo Belege fehlen
report-gaps-covered = { $tie } ist zu { $coverage } belegt.
report-gaps-most = Am meisten brächten neue Belege zu diesen Indikatoren: { $leaves }.
report-outlook-scenarios = Szenarien enthält das Dossier nicht; vorausgesagt wird nichts.

report-methods = Verfahren und Grenzen
report-methods-statements = Grundlage sind { $statements-count ->
        [one] eine Aussage
       *[other] { $statements } Aussagen
    }, jede mit Quelle, Fundstelle, Sprecher und drei Daten: wann sie gilt, wann sie bekannt sein konnte und wann sie aufgenommen wurde.
report-methods-reading = Regeln des Bewertungsrahmens lesen sie zu Indikatoren zwischen 0 und 1; Beobachter setzen nie die Position eines Staates.
report-methods-draws = Was unsicher ist, wird { $draws }-mal gezogen (Startwert { $seed }): Lesarten, gemeinsame Fehler einer Quelle, Gewichte, Zielmarken.
report-methods-intervals = Angegeben sind das Mittel und die Spanne, in der 90 % der Ziehungen liegen.
report-methods-words = Wörter wie „wahrscheinlich“ stehen nur bei Wahrscheinlichkeiten von Aussagen und folgen den Grenzen von ICD 203; Stufen wie „hoch“ bezeichnen Werte.
report-limits = Grenzen
report-limits-inner = Die Studie sagt nichts darüber, wie ein Krieg ausginge oder ob es einen gibt.
report-limits-tensions = { $contradictions-count ->
        [0] Kein Widerspruch zwischen Quellen ist verzeichnet
        [one] Ein Widerspruch zwischen Quellen ist verzeichnet
       *[other] { $contradictions } Widersprüche zwischen Quellen sind verzeichnet
    }; { $single-count ->
        [0] kein Urteil beruht
        [one] ein Urteil beruht
       *[other] { $single } Urteile beruhen
    } auf einer einzigen Quelle, und bei { $stale-count ->
        [0] keinem
        [one] einem
       *[other] { $stale }
    } sind die jüngsten Belege älter als { $years-count ->
        [one] ein Jahr
       *[other] { $years } Jahre
    }.
report-limits-given = Alle Werte gelten unter dem Bewertungsrahmen „{ $framework }“, Fassung { $version }.
report-limits-reconstruction = Was Zahlen nicht tragen, bleibt ohne Zahl: Wo zu wenig belegt ist, steht kein Wert.

report-empty = Das Dossier enthält noch keine Aussage.
report-empty-ties = { $count-count ->
        [0] Es nennt auch noch kein Bündnis, das zu bewerten wäre.
        [one] Es nennt ein Bündnis, das zu bewerten wäre.
       *[other] Es nennt { $count } Bündnisse, die zu bewerten wären.
    }
report-empty-remedy = Sobald in seinem Ordner „statements“ Aussagen stehen, füllt sich dieser Bericht.

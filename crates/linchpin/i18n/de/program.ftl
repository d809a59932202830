# Die Texte des Programms auf Deutsch, die mehrere Befehle teilen. `en` hat dieselben Meldungen mit denselben
# Leerstellen; ein Test wacht darüber.
# Zahlen und Daten kommen ausgeschrieben in eine Leerstelle; wo sie über die Mehrzahl entscheiden, kommen sie als Zahl.

## Fehler

error-label = Fehler:
remedy-label = Hilfe:
bug =
    Das ist ein Fehler in linchpin { $version } auf { $system }, nicht Ihrer.
    Bitte melden Sie ihn mit den Zeilen darüber, dem aufgerufenen Befehl und, wenn möglich, dem Dossier.
did-you-mean = Meinten Sie „{ $near }“?
io-failed = { $place }: { $why }
io-not-found = diese Datei oder diesen Ordner gibt es nicht
io-denied = das Recht zum Lesen oder Schreiben fehlt
io-read-only = das Dateisystem ist schreibgeschützt
io-full = der Datenträger ist voll
io-exists = das gibt es schon
io-no-folder = ein Teil dieses Pfads ist eine Datei und kein Ordner
io-folder = das ist ein Ordner und keine Datei
io-not-text = das ist kein Text in UTF-8
standard-output = die Standardausgabe

## Die Befehlszeile

usage-no-command = es fehlt ein Befehl
usage-unknown-command = einen Befehl „{ $command }“ gibt es nicht
usage-unknown-argument = die Angabe „{ $arg }“ ist hier unbekannt
usage-useless-option = { $option } bewirkt bei „{ $command }“ nichts und muss entfallen
usage-value = „{ $value }“ ist kein Wert für { $arg }; möglich sind { $valid }
usage-no-value = { $arg } braucht einen Wert
usage-number = „{ $value }“ ist kein Wert für { $arg }; möglich sind ganze Zahlen von { $low } bis { $high }
usage-missing = { $arg } fehlt
usage-twice = { $arg } steht zweimal da; einmal genügt
usage-conflict = { $arg } und { $other } schließen einander aus
usage-count = { $arg } hat nicht die richtige Zahl von Werten
usage-utf8 = eine Angabe ist kein Text in UTF-8
usage-see-help = „linchpin help“ nennt die Befehle, „linchpin help BEFEHL“ ihre Optionen.
help-remedy = Bekannte Befehle: { $known }.

## Daten

date-malformed = { $place }: „{ $text }“ ist kein Datum
date-no-such-day = { $place }: der { $month } { $year } hat { $days } Tage
date-no-such-month = { $place }: diesen Monat gibt es nicht; Monate gehen von 01 bis 12
date-remedy = Ein Datum ist ein Tag, Monat oder Jahr wie 2021-05-10, 2021-05 oder 2021; bei Monat und Jahr zählt der letzte Tag.
date-remedy-start = Ein Datum ist ein Tag, Monat oder Jahr wie 2021-05-10, 2021-05 oder 2021; bei Monat und Jahr zählt der erste Tag.
date-future = { $option }: der { $day } liegt in der Zukunft
date-future-remedy = linchpin beschreibt, was Quellen sagen, und sagt nichts voraus; das späteste Datum ist heute, der { $today }.
since-not-before = das frühere Datum, der { $since }, liegt nicht vor dem späteren, dem { $as-of }
since-not-before-remedy = Nennen Sie mit --since ein früheres.
span-reversed = der Anfang (--from), der { $from }, liegt nach dem Ende (--to), dem { $to }
span-reversed-remedy = Der Anfang eines Zeitraums darf nicht nach seinem Ende liegen.

## Dossiers

dossier-built-in = eingebautes Dossier
dossier-missing = den Ordner { $dir } gibt es nicht
dossier-no-folder = { $dir } ist eine Datei und kein Ordner
dossier-empty = in { $dir } liegt kein Dossier
dossier-missing-remedy =
    „linchpin new ORDNER“ legt ein kleines Dossier an, „linchpin new --from indo-pacific ORDNER“ eine Kopie des eingebauten.
dossier-unsound = { $count ->
        [one] ein Mangel ({ $place }):
       *[other] { $count } Mängel ({ $place }){ $hidden ->
            [0] :
           *[other] , darunter:
        }
    }
dossier-unsound-remedy = „{ $check }“ nennt sie alle.
no-findings = dieses Dossier enthält keine Schlüsse über Knoten des Rahmens
no-findings-remedy = findings.toml ist der Ort dafür; sonst bleibt das Experiment „labels“ weg.
no-statements = dieses Dossier enthält keine Aussagen
no-statements-remedy = Aussagen gehören in seinen Ordner statements/.
no-ties = dieses Dossier nennt kein Bündnis, das zu bewerten wäre
no-ties-remedy = Ein Bündnis lässt sich im Aufruf nennen oder unter „ties“ in dossier.toml.
tie-unknown = ein Bündnis „{ $tie }“ gibt es in diesem Dossier nicht
tie-not-assessable = „{ $tie }“ ist kein Bündnis zwischen einer Garantiemacht und einem Verbündeten und lässt sich nicht bewerten
tie-remedy = Bekannte Bündnisse: { $known }.
state-no-role = „{ $state }“ ist in keinem Bündnis, das sich bewerten lässt, Garantiemacht oder Verbündeter
state-remedy = Garantiemächte und Verbündete sind { $known }.
node-unknown = einen Knoten „{ $node }“ hat der Bewertungsrahmen nicht
node-remedy = Bekannte Knoten: { $known }. „linchpin explain BÜNDNIS“ nennt auch die Indikatoren darunter.
node-ambiguous = „{ $node }“ kann { $paths } bedeuten
node-ambiguous-remedy = Mit dem ganzen Pfad ist der Knoten eindeutig.
framework-unknown = einen Bewertungsrahmen „{ $framework }“ gibt es in diesem Dossier nicht
framework-remedy = Bekannte Bewertungsrahmen: { $known }.
nothing-known = bis dahin war nichts bekannt; die erste Quelle erschien am { $first }
too-few-draws = { $draws } Ziehungen sind zu wenig; es braucht mindestens 100
precision-malformed = --precision { $value }: das ist kein Fehler eines Werts
precision-remedy = Gefragt ist eine Zahl von 0,0002 bis 0,5, etwa 0,005; Werte reichen von 0 bis 1.
id-unknown = { $option }: „{ $id }“ gibt es in diesem Dossier nicht
id-remedy = Bekannt sind hier { $known }.
actor-not-then = { $option } „{ $name }“ meinte am { $day } niemanden
actor-used-by = { $actor } ({ $period })
actor-used-by-until = { $actor } ({ $period }, danach { $successors })
actor-not-then-remedy = So hieß { $users }. Nennen Sie den Tag mit --as-of oder --valid-at oder gleich den Akteur selbst.
actor-ambiguous = { $option } „{ $name }“ meinte am { $day } mehrere: { $actors }
actor-ambiguous-remedy = Nennen Sie einen davon.
id-remedy-file = Was es gibt, steht in den TOML-Dateien des Dossiers.
id-remedy-statements = „linchpin statements“ listet alle auf.
predicate-remedy = Ein Prädikat ist eine Frage, ein Thema oder eine Messgröße des Dossiers, ein Ereignistyp wie CONSULT oder CONSULT/visit oder „Ursache>Folge“.
scheme-unknown = { $option }: ein Codesystem „{ $scheme }“ gibt es nicht
scheme-remedy = Möglich sind { $known }.

## Über einer Antwort

heading-as-of = Stand
heading-as-of-newest = { $as-of }, der jüngste Beleg (heute ist der { $today })
heading-as-of-asked = { $as-of } (jüngster Beleg { $newest }, heute ist der { $today })
heading-as-of-two = { $as-of } und { $second } (heute ist der { $today })
heading-known-at = Kenntnisstand
heading-known-all = das ganze Dossier
heading-known-until = nur Quellen, die bis zum { $date } erschienen waren
heading-since = Verglichen mit
heading-framework = Bewertungsrahmen
heading-framework-value = { $name } ({ $id }), Fassung { $version }
heading-draws = Ziehungen
heading-draws-value = { $draws }, Startwert { $seed }
heading-draws-precise = { $draws }, bis der Fehler höchstens { $precision } ist; Startwert { $seed }
heading-held = Festgelegt
heading-ranges = Spannen
heading-ranges-none = keine: nichts schwankt
heading-ranges-weights = Empfindlichkeitsspannen: was andere Gewichte aus denselben Belegen machten, nicht, wie sicher diese sind
heading-ranges-partial = zu schmal: ohne die festgehaltenen Quellen der Unsicherheit
heading-dossier = Dossier
heading-dossier-value = { $name } ({ $id }), Fassung { $version }

## Fußnoten


## Beträge


## Bündnisse


## Spalten

column-criterion = Kriterium
column-level = Stufe
column-mean = Mittel{"\u00a0"}
column-coverage = Abdeckung
column-before = Zuvor{"\u00a0"}
column-change = Veränderung
column-proposition = Der Wert liegt
column-probability = Wahrscheinlichkeit
column-in-words = In Worten
column-source = Quelle
column-share = Anteil
column-mean-without = Mittel ohne sie
column-difference = Unterschied
column-coverage-without = Abdeckung ohne sie
column-notes = Belege
column-kind = Art der Aussage

## assess

assess-title = { $name } der Bündnisse
assess-matched = nur die Indikatoren, die an beiden Tagen belegt sind (effektive Anzahl { $leaves }): { $arrow } ({ $probability })
assess-earlier = am { $since } war der Wert { $level }, { $mean } (90{"\u00a0"}% { $i90 })
too-little = zu wenig belegt: Abdeckung { $coverage } statt { $needed }
not-applicable = trifft auf dieses Bündnis nicht zu
too-little-total = zu wenig belegt: Abdeckung { $coverage }; ein Gesamtwert braucht alle Kriterien, { $count ->
        [one] es fehlt
       *[other] es fehlen
    }: { $missing }
too-little-missing = zu wenig belegt: Abdeckung { $coverage } statt { $needed }; ohne aktuellen Beleg: { $missing }{ $more ->
        [0] {""}
        [one] {" "}und 1 weiterer
       *[other] {" "}und { $more } weitere
    }
note-single = Beruht auf einer einzigen Quelle; die Spanne berücksichtigt deren mögliche Verzerrung.
note-change =
    Zuvor: das Mittel am { $since }. Veränderung: der mittlere Unterschied seither und die wahrscheinlichste
    von drei Möglichkeiten mit ihrer Wahrscheinlichkeit: um mehr als { $threshold } gestiegen (↑), um mehr als { $threshold } gefallen (↓), keines
    von beidem (→).
note-not-shown = Zum früheren Zeitpunkt ist zu wenig belegt, um einen Wert zu zeigen.
note-intervals =
    Die Werte reichen von 0 bis 1; 1 heißt belastbar. 50{"\u00a0"}% und 90{"\u00a0"}%: die Spannen, in denen der Wert mit dieser
    Wahrscheinlichkeit liegt. Abdeckung: der Anteil des Gewichts, der belegt ist.
note-given = Alle Wahrscheinlichkeiten gelten unter dem Bewertungsrahmen „{ $framework }“ mit seinen Kriterien, Gewichten und Regeln.
since-too-late = --since: der { $since } liegt nicht vor dem Stand der Bewertung ({ $as-of })

## explain

explain-title = { $tie }: worauf der Wert für „{ $node }“ beruht
explain-intervals = 50{"\u00a0"}% { $i50 }, 90{"\u00a0"}% { $i90 }
explain-coverage = Abdeckung { $coverage }
explain-weight = Gewicht { $weight }
explain-no-evidence = ohne Beleg
explain-too-uncertain = Belege zu alt oder zu unsicher
explain-reads = wertet aus: { $takes }
explain-because = Begründung: { $because }
explain-sources = Was jede Quelle beiträgt
explain-kinds = Was jede Art von Aussage beiträgt
note-explain =
    Die Prozentzahl vor einer Aussage ist ihr Anteil am Indikator, der Pfeil zeigt die Stufe, der sie zugeordnet ist. Der Anteil einer Quelle oder einer Art von Aussage bezieht sich
    auf alle Belege für den Wert, nach Gewicht und Abdeckung.

## compare

compare-title = { $node }: { $first } und { $second } im Vergleich
compare-greater = um mehr als { $threshold } höher
compare-tied = höchstens { $threshold } darüber oder darunter
compare-less = um mehr als { $threshold } niedriger
compare-against = { $first } gegenüber { $second }:
compare-side = { $tie } am { $date }
compare-difference = Mittlerer Unterschied: { $difference }
compare-too-little = Auf mindestens einer Seite ist zu wenig belegt, um das Ganze zu vergleichen.
compare-matched = Die erste Seite gegenüber der zweiten, nach den Indikatoren, die auf beiden belegt sind (effektive Anzahl { $leaves }):
compare-same = beide Seiten sind dasselbe Bündnis zum selben Zeitpunkt
compare-same-remedy = Ein Vergleich braucht zwei Bündnisse oder eines mit zwei Daten: USA-JPN@2021-05 USA-JPN@2025.
note-common-draws =
    Beide Seiten werden gemeinsam gezogen, sodass sich aufhebt, was ihnen gemeinsam ist. Die Wahrscheinlichkeiten gelten unter dem
    Bewertungsrahmen „{ $framework }“; sie sind auf 5{"\u00a0"}% gerundet und nie kleiner als 1{"\u00a0"}% oder größer als 99{"\u00a0"}%.
note-words-icd =
    Die Wörter sind die der Intelligence Community Directive 203; wo Ziehungen oder Rundung offenlassen, welches passt, steht keines.
note-words-own = Die Wörter folgen einer eigenen Skala; wo Ziehungen oder Rundung offenlassen, welches passt, steht keines.

## statements

statements-count = { $statements ->
        [one] 1 Aussage
       *[other] { $statements } Aussagen
    }, { $rows ->
        [one] 1 Beleg
       *[other] { $rows } Belege
    }

## validate

validate-title = Wie sich die Methode bewährt
validate-calibration = Kalibrierung am { $dense }: Enthalten die Spannen die Wahrheit so oft, wie sie angeben?
validate-placebo = Scheinversuch, { $dense } und { $sparse }: Täuschen dünnere Belege Wandel vor?
validate-labels = Namenstausch: Ergäben sich dieselben Schlüsse auch bei vertauschten Namen?
validate-vintages = Jahrgänge: Sagt das bis zum { $dense } Erschienene voraus, was später abgelesen wurde?
validate-double-coding = Doppelkodierung: Stimmen zwei Kodierer überein, die voneinander nichts wissen?
validate-sample = Durchläufe
validate-sample-value = { $runs } je Welt, Startwert { $seed }
validate-progress = { $done } von { $total } Durchläufen
column-world = Welt
column-node = Knoten
column-ranks = Ränge
column-bias = Verzerrung
column-false-declines = Falsche Rückgänge
column-false-rises = Falsche Anstiege
column-holds = Eingehalten
yes = ja
no = nein
world-as-assumed = wie angenommen
world-volatility-doubled = Schwankung doppelt
world-volatility-halved = Schwankung halb
world-disagreement-doubled = Uneinigkeit doppelt
world-disagreement-halved = Uneinigkeit halb
world-shared-errors-doubled = geteilte Fehler doppelt
world-shared-errors-halved = geteilte Fehler halb
world-fair-press = ausgewogene Presse
world-leaning-press = düstere Presse
note-calibration =
    Die Dossiers sind aus den Annahmen der Methode gezogen, mit den Daten, Quellen und Messpunkten des echten. 90{"\u00a0"}% und
    50{"\u00a0"}%: wie oft die Spanne die Wahrheit enthielt. Bei 90{"\u00a0"}% soll das in { $low } bis { $high } der Fälle so sein; wo eine
    Annahme um den Faktor zwei falsch ist, noch in { $wrong }. Ränge: wie oft die Wahrheit in jedes Zehntel der Ziehungen
    fiel; richtig sind gleich hohe Balken. Verzerrung: mittlerer Abstand der Schätzung von der Wahrheit.
note-placebo =
    Geändert wird nur die Dichte der Belege. Verzerrung: die mittlere gemeldete Veränderung, höchstens { $bias }
    nach jeder Seite. Falsche Rückgänge und Anstiege: wie oft ihnen mehr als { $likely } Wahrscheinlichkeit
    gegeben wird; bei Rückgängen höchstens in { $declines } der Fälle.
validate-what = Was
validate-result = Ergebnis
validate-of = { $some } von { $all }
validate-labels-hold = Schlüsse über Knoten, die mit den Mittelwerten der Indikatoren gelten
validate-labels-reversed = Vergleiche zweier Bündnisse, die sich mit deren Tausch umkehren
validate-labels-permuted = alle geltenden zugleich, wenn Werte innerhalb der Indikatoren vertauscht werden
validate-labels-both = dasselbe, dazu mit neu gezogenen Gewichten
validate-labels-weighted = dasselbe, aber nur mit neu gezogenen Gewichten
validate-labels-any = Schlüsse, die bei jeder Gewichtung gelten, Indikator für Indikator
validate-vintages-states = Zustände, die bekannt waren und später erneut abgelesen wurden
validate-vintages-readings = deren spätere Ablesungen
validate-vintages-new = später abgelesene Zustände, die noch unbekannt waren
validate-vintages-covered = spätere Ablesungen innerhalb der 90-%-Spanne der Vorhersage
validate-vintages-persistence = logarithmische Wertung gegen „wie zuletzt“ (Mittel ± Standardfehler)
validate-vintages-half = logarithmische Wertung gegen „ein halb“ (Mittel ± Standardfehler)
validate-part = Teil der Kodierung
validate-alpha = α
validate-passages = Textstellen
validate-coding-levels = Stufe (ordinal)
validate-coding-kind = Stufe, ausgelassen, unentschieden oder nichts (nominal)
validate-coding-salience = Stellenwert der Frage (ordinal)
validate-coding-layer = Ebene (nominal)
validate-coding-modality = Modalität (nominal)
validate-coding-hedged = Vorbehalt (nominal)
validate-statement = Aussage
validate-about = Worüber
validate-first = Erste Kodierung
validate-second = Zweite Kodierung
validate-no-level = (keine Stufe)
note-labels =
    Als Schlüsse gelten jene des Dossiers, die von Knoten handeln. Tauschen die Bündnisse ihre Namen, so soll sich jeder
    Vergleich umkehren; werden die Werte vertauscht, so sollen sich alle zugleich in höchstens { $jointly } der
    Durchläufe ergeben.
note-vintages =
    Jede spätere Ablesung wird allein aus dem vorhergesagt, was bis zum früheren Datum erschienen war. Eine positive
    Wertung heißt: Die Methode gab dem, was später abgelesen wurde, mehr Wahrscheinlichkeit als die andere Vorhersage.
note-double-coding =
    { $coder } las { $same } von { $passages } Textstellen wie die erste Kodierung. α ist das Alpha von Krippendorff, mit einer Spanne von
    90{"\u00a0"}% über neu gezogene Textstellen; verschieden lange Skalen werden jede für sich verglichen. Für Stufen soll α
    { $alpha } erreichen.
validate-held = { $held } von { $total } Grenzen eingehalten.

## check

check-sound = Kein Mangel ({ $place }): { $files } Dateien, { $statements } Aussagen.
check-faults = { $count ->
        [one] 1 Mangel
       *[other] { $shown } Mängel
    }
check-unused = { $count ->
        [0] Jede Aussage geht in den Bewertungsrahmen „{ $framework }“ ein.
        [one] 1 Aussage geht nicht in den Bewertungsrahmen „{ $framework }“ ein:
       *[other] { $count } Aussagen gehen nicht in den Bewertungsrahmen „{ $framework }“ ein:
    }
anchor-lost = { $statement }: die Stelle steht nicht mehr oder mehr als einmal im Text von { $source }
anchor-moved = { $statement }: die Stelle steht jetzt bei Byte { $start } bis { $end } im Text von { $source }
anchors-not-present = { $count ->
        [one] Der Text zu 1 Anker liegt nicht in dem Ordner.
       *[other] Die Texte zu { $count } Ankern liegen nicht in dem Ordner.
    }

## new

new-done = Das Dossier in { $dir } ist angelegt. „linchpin --dossier { $dir } assess“ bewertet es.
new-not-empty = { $dir } ist nicht leer
new-not-a-folder = { $dir } ist eine Datei
new-dossier-remedy = „linchpin new --from { $from } ORDNER“ kopiert dieses Dossier, „linchpin new --from indo-pacific ORDNER“ das eingebaute.
new-not-empty-remedy = Der Ordner muss leer sein oder darf noch nicht bestehen.
new-bad-name = „{ $name }“ kann keine Datei in einem Dossier heißen
new-from-missing = ein Dossier „{ $from }“ gibt es nicht
new-from-remedy = Möglich sind { $known } für das eingebaute Dossier oder der Ordner eines anderen.

## anchor

anchor-never = in { $file } steht keine solche Stelle
anchor-never-remedy = Die Wörter müssen genau stimmen; eine lange Stelle lässt sich als „erste Wörter … letzte Wörter“ angeben.
anchor-several = { $count ->
       *[other] { $file } enthält diese Stelle { $count }-mal; sie beginnt in
    }
anchor-several-remedy = Mit mehr Wörtern wird sie eindeutig.
anchor-nothing = --find ist leer; es braucht einige Wörter der Stelle
anchor-too-long = die Stelle liegt in { $file } zu weit hinten für einen Anker

## man

man-name = BEZEICHNUNG
man-synopsis = ÜBERSICHT
man-description = BESCHREIBUNG
man-extra = BEISPIELE
man-version = FASSUNG

## Hilfe: die Wörter darum herum

help-usage = Aufruf:
help-commands = Befehle
help-arguments = Angaben
help-options = Optionen
help-shared-options = Gemeinsame Optionen
help-examples = Beispiele:
help-some-options = [OPTIONEN]

value-actor = AKTEUR
value-command = BEFEHL
value-date = DATUM
value-dir = ORDNER
value-dossier = DOSSIER
value-file = DATEI
value-factor = FAKTOR
value-format = FORM
value-id = KENNUNG
value-kind = ART
value-lang = SPRACHE
value-experiment = VERSUCH
value-method = METHODE
value-n = N
value-error = FEHLER
value-what = WAS
value-node = KNOTEN
value-passage = STELLE
value-predicate = PRÄDIKAT
value-shell = SHELL
value-side = BÜNDNIS[@DATUM]
value-source = QUELLE
value-width = BREITE
value-port = PORT
value-address = ADRESSE
value-weight = KNOTEN=GEWICHT
value-theme = FARBEN
value-name = NAME
value-words = WÖRTER
value-sources = QUELLEN
value-state = STAAT
value-status = STATUS
value-tie = BÜNDNIS
value-topic = THEMA

arg-lang = Sprache: de oder en [sonst die der Umgebung]
arg-format = Form der Ausgabe: text zum Lesen, json oder csv für Programme
arg-dossier = Ordner des Dossiers [sonst das eingebaute]
arg-as-of = Stand: Tag, Monat oder Jahr [sonst der des jüngsten Belegs]
arg-known-at = Kenntnisstand: nur Quellen, die bis dahin erschienen waren
arg-draws = Zahl der Ziehungen, 100 bis 1000000 [sonst 10000]
arg-precision = So lange ziehen, bis der Fehler jedes Werts so klein ist, 0,0002 bis 0,5
arg-hold = Quellen der Unsicherheit auf ihre Mitte festlegen: sources, coders, leaves, weights, goalposts,
    exponents, multipliers
arg-seed = Startwert der Ziehungen; gleicher Startwert, gleiche Ausgabe [sonst 1]
arg-threads = Zahl der Threads; die Ausgabe hängt nicht davon ab [sonst einer je Kern]
arg-help = Diese Hilfe zeigen
arg-version = Die Fassung zeigen

## Hilfe: die Befehle

cmd-linchpin-about = Eine Studie, die lebt: Aus belegten Aussagen über Bündnisse werden Werte mit Spannen und Gründen.
cmd-linchpin-examples =
    linchpin assess # Wie belastbar sind die Bündnisse, und was hat sich verändert?
    linchpin explain USA-JPN --node means # Worauf beruht ein Wert?
    linchpin compare USA-JPN USA-KOR --node support # Welcher von zweien liegt höher, und wie sicher ist das?
    linchpin new --from indo-pacific mein-dossier # Mit einer Kopie des eingebauten Dossiers ein eigenes beginnen

cmd-assess-about = Bewerten, wie belastbar die Bündnisse sind und was sich verändert hat
cmd-assess-arg-ties = Bündnisse, etwa USA-JPN [sonst die, die das Dossier nennt]
cmd-assess-arg-since = Datum, seit dem Veränderungen gemessen werden [sonst das Vergleichsdatum des Dossiers]
cmd-assess-arg-framework = Bewertungsrahmen [sonst der des Dossiers]
cmd-assess-examples =
    linchpin assess # Alle Bündnisse, die das Dossier nennt, zum Stand des jüngsten Belegs
    linchpin assess USA-KOR --as-of 2021-05 --known-at 2021-05 # Was im Mai 2021 mit dem damaligen Wissen zu sagen war
    linchpin assess --since 2024 --format csv # Veränderungen seit Ende 2024, für die Tabellenkalkulation

cmd-explain-about = Erklären, worauf ein Wert beruht: Regeln, Aussagen und Quellen
cmd-explain-arg-tie = Bündnis, die Mitglieder in beliebiger Reihenfolge
cmd-explain-arg-node = Knoten oder Indikator: Pfad, Ende eines Pfads oder Name [sonst der ganze Baum]
cmd-explain-arg-framework = Bewertungsrahmen [sonst der des Dossiers]
cmd-explain-examples =
    linchpin explain USA-JPN # Der ganze Baum
    linchpin explain jpn-usa --node convergence/means # Ein Knoten
    linchpin explain USA-KOR --node c10 # Ein Indikator mit den Gründen für seine Regeln

cmd-compare-about = Zwei Bündnisse vergleichen oder eines mit sich selbst zu einem anderen Zeitpunkt
cmd-compare-arg-first = Erstes Bündnis, bei Bedarf mit eigenem Datum nach @
cmd-compare-arg-second = Zweites Bündnis
cmd-compare-arg-node = Knoten oder Indikator [sonst die Wurzel des Bewertungsrahmens]
cmd-compare-arg-framework = Bewertungsrahmen [sonst der des Dossiers]
cmd-compare-examples =
    linchpin compare --node convergence --as-of 2021-05 USA-JPN USA-KOR # Zwei Bündnisse zu einem Zeitpunkt
    linchpin compare --node support USA-JPN@2021-05 USA-JPN@2025 # Ein Bündnis zu zwei Zeitpunkten

cmd-statements-about = Aussagen der Quellen auflisten, eine Zeile je Beleg (als CSV, wenn --format nichts anderes sagt)
cmd-statements-arg-kind = Art: quantity, position, event, provision, judgement oder mechanism
cmd-statements-arg-subject = Über wen oder was: Kennung, Name oder Code wie cow:732
cmd-statements-arg-object = Wem gegenüber
cmd-statements-arg-predicate = Messgröße, Streitfrage oder Thema; bei Ereignissen TYP oder TYP/Modus
cmd-statements-arg-source = Quelle
cmd-statements-arg-speaker = Wer es sagt
cmd-statements-arg-valid-at = Gültig an diesem Tag
cmd-statements-arg-id = Eine einzelne Aussage
cmd-statements-arg-actor = Über wen oder was, wem gegenüber, oder wer es sagt
cmd-statements-arg-status = Status
cmd-statements-arg-search = Wörter, die alle im Satz stehen, auf Deutsch oder Englisch; als Teil eines Worts oder in anderer Form
cmd-statements-arg-node = Nur die, auf denen dieser Knoten oder Indikator beruht; mit --tie
cmd-statements-arg-tie = Nur die, auf denen der Wert dieses Bündnisses beruht
cmd-statements-arg-details = CSV: auch Umfang, Reihe, Preisjahr, Kette, Vorbehalt, Ebene, Stellenwert, Thema, Kontext, Bindung und Bedingung
cmd-statements-arg-framework = Bewertungsrahmen für --tie [sonst der des Dossiers]
cmd-statements-examples =
    linchpin statements > aussagen.csv # Alles, für die Tabellenkalkulation
    linchpin statements --kind position --subject JPN --format text # Japans Positionen zum Lesen
    linchpin statements --search "Okinawa Marines" --format text # Eine Tatsache, gesucht nach Wörtern
    linchpin statements --tie USA-JPN --node support # Worauf ein Wert beruht

cmd-validate-about = Die Methode erproben: an simulierten Dossiers, bei denen die Wahrheit bekannt ist, und am Dossier selbst
cmd-validate-arg-experiments = Versuche: calibration (Kalibrierung), placebo (Scheinversuch), labels (Namenstausch), vintages (Jahrgänge), double-coding (Doppelkodierung) [sonst alle, für die das Dossier etwas hergibt]
cmd-validate-arg-runs = Zahl der simulierten Dossiers oder Vertauschungen, 10 bis 100000 [sonst 1000]
cmd-validate-arg-since = Datum, zu dem die Belege dicht sind [sonst das Vergleichsdatum des Dossiers]
cmd-validate-arg-framework = Bewertungsrahmen [sonst der des Dossiers]
cmd-validate-examples =
    linchpin validate --runs 100 # Alle Versuche, rasch
    linchpin validate labels double-coding # Gilt dasselbe bei vertauschten Namen, und stimmen zwei Kodierer überein?
    linchpin validate calibration --format csv # Die Zahlen eines Versuchs, für die Tabellenkalkulation

cmd-check-about = Ein Dossier prüfen und alles nennen, was nicht stimmt, mit Datei, Zeile und Abhilfe
cmd-check-arg-dir = Ordner des Dossiers [sonst der von --dossier, sonst das eingebaute]
cmd-check-arg-unused = Auch die Aussagen nennen, die nicht in den Bewertungsrahmen eingehen
cmd-check-arg-texts = Auch jeden Anker in den Quelltexten dieses Ordners wiederfinden
cmd-check-examples =
    linchpin check mein-dossier # Alle Mängel eines Dossiers; gibt es welche, ist der Rückgabewert 1
    linchpin check mein-dossier --texts texte # Auch, ob jede Stelle noch dort steht, wo ihr Anker sie angibt

cmd-new-about = Ein neues Dossier anlegen
cmd-new-arg-dir = Ordner, leer oder noch nicht vorhanden
cmd-new-arg-from = Dossier, das kopiert wird: indo-pacific für das eingebaute oder ein Ordner
cmd-new-examples =
    linchpin new mein-dossier # Ein kleines Dossier, das jede Art von Datei zeigt
    linchpin new --from indo-pacific mein-dossier # Eine Kopie des eingebauten Dossiers, zum Ändern

cmd-anchor-about = Den Anker einer Textstelle ausgeben, als JSON für eine Zeile des Protokolls
cmd-anchor-arg-file = Quelltext in UTF-8
cmd-anchor-arg-find = Die Stelle oder ihre ersten und letzten Wörter mit … dazwischen
cmd-anchor-arg-quote = Die Stelle auch zitieren; nur, wo der Text zitiert werden darf
cmd-anchor-examples =
    linchpin anchor studie.txt --find "Das Bündnis … in Frage" # Eine Stelle nach ihren ersten und letzten Wörtern

cmd-completions-about = Ausgeben, womit eine Shell Befehle und Optionen vervollständigt
cmd-completions-arg-shell = Shell: bash, elvish, fish, powershell oder zsh
cmd-completions-examples =
    linchpin completions bash > linchpin.bash # Für bash: diese Datei in ~/.bashrc einlesen
    linchpin completions fish > linchpin.fish # Für fish: diese Datei nach ~/.config/fish/completions legen

cmd-man-about = Die Handbuchseite ausgeben
cmd-man-arg-dir = Eine Seite je Befehl in diesen Ordner schreiben
cmd-man-examples =
    linchpin man > linchpin.1 # Die Seite des Programms
    linchpin man --dir man1 # Die Seiten aller Befehle

cmd-help-about = Die Hilfe des Programms oder eines Befehls zeigen
cmd-help-arg-command = Befehl
cmd-help-examples =
    linchpin help assess # Dasselbe wie linchpin assess --help

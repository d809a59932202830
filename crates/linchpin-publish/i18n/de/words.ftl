## Dates, amounts and probabilities in words

month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember

date-since = seit { $start }
date-until = bis { $end }
date-from-to = { $start } bis { $end }
date-about = etwa { $date }

amount-million = { $count ->
        [one] { $number } Million
       *[other] { $number } Millionen
    }
amount-billion = { $count ->
        [one] { $number } Milliarde
       *[other] { $number } Milliarden
    }
amount-trillion = { $count ->
        [one] { $number } Billion
       *[other] { $number } Billionen
    }
amount-in-prices = { $amount } (in Preisen von { $year })

unit-person = { $number } Personen
unit-percent = { $number }{"\u00a0"}%
unit-multiple = das { $number }-Fache
unit-km = { $number }{"\u00a0"}km
unit-vote = { $number } Stimmen
unit-year = { $number ->
        [1] 1 Jahr
       *[other] { $number } Jahre
    }

likely-almost-no-chance = so gut wie ausgeschlossen
likely-very-unlikely = sehr unwahrscheinlich
likely-unlikely = unwahrscheinlich
likely-roughly-even = etwa ebenso wahrscheinlich wie nicht
likely-likely = wahrscheinlich
likely-very-likely = sehr wahrscheinlich
likely-almost-certain = so gut wie sicher

bound-circa = rund { $amount }
bound-more-than = mehr als { $amount }
bound-less-than = weniger als { $amount }
bound-at-least = mindestens { $amount }
bound-at-most = höchstens { $amount }

capital-guarantor = Garantiemacht
capital-ally = Verbündeter
modality-reported = berichtet
modality-alleged = behauptet
modality-denied = bestritten
said-via = über { $via }
note-against = dagegen: { $place }
locator-page = S. { $number }
locator-paragraph = Absatz { $number }
locator-title = Titel
locator-lead = Vorspann
locator-caption = Bildunterschrift

list-and = { $first } und { $last }
likely-with-word = { $word } ({ $share })
likely-without-word = zu { $share } wahrscheinlich
export-copy-of = Übernommen aus „{ $title }“ ({ $source }).
source-copy-of = Übernommen aus „{ $title }“; zählt mit dem Original als eine Quelle.
source-copy-of-unlisted = Übernommen aus einer hier nicht aufgeführten Quelle ({ $source }); zählt mit ihr als eine Quelle.

facet-basis = Rechtliche und politische Grundlage
facet-obligations = Verpflichtungen
facet-command = Planung und Führung
facet-consultation = Politische Konsultation
facet-military = Militärisches Fundament
facet-nuclear = Nukleare Dimension
alliance-treaty-alliance = Vertragsbündnis
alliance-partnership = Partnerschaft
alliance-plurilateral = Format mehrerer Staaten
alliance-information-sharing = Abkommen zum Informationsaustausch
alliance-group = Gruppe von Bündnissen

count-events = { $count ->
        [one] 1 Ereignis
       *[other] { $count } Ereignisse
    }

uncertain-sources = gemeinsame Fehler der Quellen
uncertain-coders = gemeinsame Fehler der Kodierenden
uncertain-leaves = was die Belege der einzelnen Indikatoren offen lassen
uncertain-weights = die Gewichte
uncertain-goalposts = die Zielmarken
uncertain-exponents = wie stark ein niedriger Wert durch einen hohen aufgewogen wird
uncertain-multipliers = wie schnell sich die Lage ändert und wie weit Quellen auseinanderliegen

kind-quantity = Zahlenangabe
kind-position = Position
kind-event = Ereignis
kind-provision = Regelung
kind-judgement = Urteil
kind-mechanism = Wirkung
grade-a = A, zuverlässig
grade-b = B, meist zuverlässig
grade-c = C, ziemlich zuverlässig
grade-d = D, meist nicht zuverlässig
grade-e = E, unzuverlässig
grade-f = F, Zuverlässigkeit nicht zu beurteilen
language-german = deutsch
language-english = englisch

## Wie weit ein Ereignis kam

status-completed = abgeschlossen
status-ongoing = dauert an
status-committed = zugesagt
status-announced = angekündigt
status-proposed = vorgeschlagen
status-conditional = unter einer Bedingung
status-denied = bestritten
status-historical = aus früherer Zeit
status-hypothetical = nur gedacht

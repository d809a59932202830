## weigh

weigh-title = Nach anderen Gewichten
weigh-column-node = Kriterium
weigh-column-official = Rahmen
weigh-column-own = Ihre
weigh-note =
    Beide Spalten sind mit denselben Zufallszahlen gezogen, sodass sich nur die Gewichte unterscheiden. Gewichte sind
    Anteile unter Geschwistern; was nichts wiegt, bleibt außer Betracht.
weigh-malformed = „{ $given }“ ist kein Gewicht
weigh-malformed-remedy = Schreiben Sie einen Knoten, ein Gleichheitszeichen und eine Zahl ab 0: convergence=2
weigh-no-weight = „{ $what }“ ist kein Gewicht
weigh-no-weight-remedy = Geben Sie Knoten des Rahmens Zahlen ab 0: { $known }.

cmd-weigh-about = Zeigen, wie die Bündnisse stünden, wenn die Kriterien anders wögen
cmd-weigh-arg-weights = Knoten und ihre Gewichte in beliebiger Einheit; nicht genannte behalten ihres, 0 lässt einen weg
cmd-weigh-arg-tie = Bündnis; darf mehrmals angegeben werden [Vorgabe: die des Dossiers]
cmd-weigh-arg-framework = Bewertungsrahmen [Vorgabe: der des Dossiers]
cmd-weigh-arg-draws = Anzahl der Ziehungen, 100 bis 1000000 [Vorgabe: 1000]
cmd-weigh-examples =
    linchpin weigh contributions=2 --as-of 2021-05 # Beiträge zählen doppelt
    linchpin weigh convergence=50 contributions=30 support=20 # Alle drei

## changes

changes-title = { $what }: was sich seit dem { $from } verändert hat
changes-rose = Gestiegen: { $what }.
changes-fell = Gefallen: { $what }.
changes-same = Unverändert (höchstens { $threshold } Unterschied): { $what }.
changes-open = Richtung offen: { $what }.
changes-hidden = An einem der beiden Tage zu wenig belegt: { $what }.
changes-news = { $statements ->
        [0] Keine neue Aussage geht in einen Indikator ein.
        [one] 1 neue Aussage geht in { $leaves ->
            [one] 1 Indikator
           *[other] { $leaves } Indikatoren
        } ein.
       *[other] { $statements } neue Aussagen gehen in { $leaves ->
            [one] 1 Indikator
           *[other] { $leaves } Indikatoren
        } ein.
    }
changes-scores = Werte
changes-too-little = zu wenig belegt
changes-indicators = Indikatoren, die sich am meisten bewegt haben
changes-none-moved = Kein Indikator, der an beiden Tagen belegt ist, hat sich um mehr als { $threshold } bewegt.
changes-more-moved = { $count ->
        [one] und 1 weiterer (--all)
       *[other] und { $count } weitere (--all)
    }
changes-gained = Nur jetzt belegt: { $which }.
changes-lost = Nur zum früheren Zeitpunkt belegt: { $which }.
changes-causes = Gründe
changes-cause-time = Zeit
changes-cause-new-facts = Neue Tatsachen
changes-cause-revised-data = Nachträge
changes-cause-method = Rahmen
changes-causes-before = Vorher
changes-causes-after = Nachher
changes-causes-known-then = Vorher: nach dem Kenntnisstand vom { $from }.
changes-causes-note =
    Zeit: Belege altern, Regierungen wechseln. Neue Tatsachen: nach dem früheren Zeitpunkt eingetreten. Nachträge: Angaben
    über die Zeit davor, die erst seither bekannt sind. Jeder Grund steht mit seinem mittleren Beitrag über alle
    Reihenfolgen, in denen die Gründe hinzukommen können, Quellen einer Art jeweils hintereinander (Owen-Werte);
    zusammen ergeben sie die Veränderung.
changes-new = Neue Aussagen nach Indikatoren
changes-carry = { $leaf } · { $share } der Belege neu
changes-more = und { $count } weitere (--all)
changes-nothing-new = Seit dem früheren Zeitpunkt ist nichts bekannt geworden oder eingetreten, was in einen Wert eingeht.
changes-elsewhere = { $count ->
        [one] 1 weitere neue Aussage geht
       *[other] { $count } weitere neue Aussagen gehen
    } in keinen Indikator ein{ $all ->
        [true] :
       *[other] {" "}(--all listet sie auf).
    }
changes-note =
    Veränderung: der mittlere Unterschied und die wahrscheinlichste von drei Möglichkeiten mit ihrer Wahrscheinlichkeit:
    um mehr als { $threshold } gestiegen (↑), um mehr als { $threshold } gefallen (↓), keines von beidem (→). Neu: erst nach dem früheren Zeitpunkt bekannt geworden oder eingetreten.
changes-not-before = --from: der { $from } liegt nicht vor dem späteren Zeitpunkt, dem { $as-of }
changes-not-before-remedy = Nennen Sie ein früheres Datum.
changes-no-date = dieses Dossier nennt kein Datum, mit dem zu vergleichen wäre
changes-no-date-remedy = Ein Datum lässt sich mit --from nennen oder unter „compare-with“ in dossier.toml.
column-indicator = Indikator

cmd-changes-about = Zeigen, was sich seit einem Datum bewegt hat und welche Aussagen neu sind
cmd-changes-arg-tie = Bündnis, die Mitglieder in beliebiger Reihenfolge
cmd-changes-arg-from = Früheres Datum [sonst das Vergleichsdatum des Dossiers]
cmd-changes-arg-node = Nur dieser Knoten oder Indikator [sonst der ganze Baum]
cmd-changes-arg-as-known-then = Die Gründe vom damaligen Kenntnisstand aus zählen
cmd-changes-arg-framework-then = Die Gründe vom Wert nach einem anderen Bewertungsrahmen aus zählen
cmd-changes-arg-all = Alle Indikatoren und alle neuen Aussagen auflisten
cmd-changes-arg-framework = Bewertungsrahmen [sonst der des Dossiers]
cmd-changes-examples =
    linchpin changes USA-JPN # Seit dem Vergleichsdatum des Dossiers
    linchpin changes USA-KOR --from 2024 --node support # Ein Kriterium seit Ende 2024
    linchpin changes USA-JPN --from 2025-06 --all # Mit jeder neuen Aussage

## fears

fears-title = { $ally }: was für und was gegen jede Befürchtung spricht
fears-lead = Zu { $known } von { $all } Befürchtungen sagen Quellen etwas, am meisten zu „{ $fear }“.
fears-lead-causes = Zu { $known } von { $all } Befürchtungen sagen Quellen, was sie antreibt oder mildert, aber nicht, was dafür oder dagegen spricht.
fears-none = Zu diesem Stand sagt keine Quelle etwas zu diesen Befürchtungen.
fears-not-in-framework = Der Bewertungsrahmen nennt keine Befürchtungen.
fears-abandonment = Furcht, im Stich gelassen zu werden (Abandonment)
fears-entrapment = Furcht, hineingezogen zu werden (Entrapment)
fears-count = { $for } dafür, { $against } dagegen; jüngste Aussage: { $newest }
fears-count-causes = nichts dafür oder dagegen
fears-for = Dafür
fears-against = Dagegen
fears-drives = Was sie antreibt (je mehr davon, desto größer die Furcht)
fears-eases = Was sie mildert (je weniger davon, desto größer die Furcht)
fears-observer = Beobachter; sie sprechen für keinen Staat.
fears-without = Ohne jeden Beleg: { $fears }
fears-note =
    Für solche Befürchtungen gibt es kein anerkanntes Maß; deshalb hat keine einen Wert. Auch die Zahl der Aussagen ist kein Gewicht:
    Quellen schreiben über das, was Sorgen macht, und mehrere Aussagen können auf einer Beobachtung beruhen. Bestrittenes bleibt außer Betracht.
fears-no-ally = { $actor } ist in keinem Bündnis dieses Dossiers, das sich bewerten lässt, der Verbündete
fears-no-ally-remedy = Verbündete sind { $known }.

cmd-fears-about = Zeigen, was für und was gegen jede Befürchtung eines Verbündeten spricht
cmd-fears-arg-actor = Der Verbündete: Kennung, Name oder Code wie cow:732
cmd-fears-arg-framework = Bewertungsrahmen, der die Befürchtungen nennt [sonst der des Dossiers]
cmd-fears-examples =
    linchpin fears KOR # Südkoreas Furcht, im Stich gelassen oder hineingezogen zu werden
    linchpin fears Japan --as-of 2021-05 --known-at 2021-05 # Was sich im Mai 2021 über Japans Befürchtungen sagen ließ
    linchpin fears KOR --format csv # Eine Zeile je Befürchtung und Aussage

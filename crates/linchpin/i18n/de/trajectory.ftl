## trajectory

trajectory-title = { $tie }: { $node } vom { $from } bis zum { $to }
trajectory-never =
    { $node }: { $dates ->
        [one] am einzigen Tag
       *[other] an allen { $dates } Tagen
    } zu wenig belegt, um einen Wert zu zeigen.
trajectory-once = { $node }: an einem von { $dates } Tagen gezeigt, am { $first }.
trajectory-moved =
    { $node }: an { $shown } von { $dates } Tagen gezeigt, vom { $first } bis zum { $last }; der Wert lag zwischen
    { $least } und { $greatest }.
trajectory-stayed = { $node }: an { $shown } von { $dates } Tagen gezeigt, vom { $first } bis zum { $last }; der Wert blieb gleich.
trajectory-score = { $date } ({ $level }, { $mean })
trajectory-gap = { $dates ->
        [one] zu wenig belegt: Abdeckung { $coverage }
       *[other] bis zum { $last }: an { $dates } Tagen zu wenig belegt, Abdeckung { $coverage }
    }
trajectory-dates =
    Die Tage sind die, an denen Belege zu gelten beginnen oder aufhören, höchstens einer im Monat. Dazwischen ändert sich
    ein Wert nur dadurch, dass seine Belege altern.
trajectory-left-out = { $count ->
        [one] Ein Monat, in dem sich Belege ändern, ist ausgelassen: der mit den wenigsten.
       *[other] { $count } Monate, in denen sich Belege ändern, sind ausgelassen: die mit den wenigsten.
    }
trajectory-bars = Der Punkt ist das Mittel, der dicke Strich die Spanne, in der der Wert mit 50{"\u00a0"}% Wahrscheinlichkeit liegt, der dünne die mit 90{"\u00a0"}%.
trajectory-band =
    Ein Wert, der am Tag davor gezeigt wurde, braucht { $band } weniger Abdeckung als sonst, um weiter gezeigt zu werden.
    Daher kann „assess“ für einen einzelnen Tag verbergen, was hier steht.
trajectory-too-many = { $dates } Tage sind zu viele; höchstens { $most } werden gemeinsam bewertet
trajectory-too-many-remedy = Wählen Sie mit --step einen weiteren Abstand oder mit --from einen späteren Beginn.
column-date = Datum
value-step = ABSTAND

cmd-trajectory-about = Zeigen, wie sich ein Wert über die Jahre bewegt hat
cmd-trajectory-arg-tie = Bündnis, die Mitglieder in beliebiger Reihenfolge
cmd-trajectory-arg-from = Beginn; bei Monat und Jahr zählt der erste Tag [sonst der erste Beleg]
cmd-trajectory-arg-to = Ende [sonst --as-of]
cmd-trajectory-arg-node = Knoten oder Indikator samt den Knoten unmittelbar darunter [sonst die Wurzel; Kriterien in je einer Zeile]
cmd-trajectory-arg-step = Tage: evidence (wo sich Belege ändern), month (Monat), quarter (Quartal) oder year (Jahr) [sonst evidence]
cmd-trajectory-arg-framework = Bewertungsrahmen [sonst der des Dossiers]
cmd-trajectory-arg-draws = Zahl der Ziehungen, 100 bis 1000000 [sonst 1000]
cmd-trajectory-examples =
    linchpin trajectory USA-JPN # Der Gesamtwert, überall dort, wo sich Belege ändern
    linchpin trajectory USA-KOR --node contributions --from 2015 --step year # Ein Kriterium am Ende jedes Jahres
    linchpin trajectory USA-JPN --format csv > verlauf.csv # Gesamtwert und Kriterien, für die Tabellenkalkulation

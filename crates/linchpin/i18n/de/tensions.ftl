## tensions

tensions-title = Widersprüche, einzelne Quellen und alte Belege: { $ties }
tensions-lead =
    { $contradictions ->
        [0] Keine Widersprüche
        [one] 1 Widerspruch
       *[other] { $contradictions } Widersprüche
    }; { $single ->
        [0] kein Wert beruht auf einer einzigen Quelle
        [one] 1 Wert beruht auf einer einzigen Quelle
       *[other] { $single } Werte beruhen auf einer einzigen Quelle
    }; bei { $stale ->
        [0] keinem
       *[other] { $stale }
    } ist der jüngste Beleg älter als { $years ->
        [one] 1 Jahr.
       *[other] { $years } Jahre.
    }
tensions-contradictions = Widersprüche
tensions-series = Verschiedene Reihen: Zahlen, die abweichen, weil verschiedene Stellen zählen
tensions-single = Werte, die auf einer einzigen Quelle beruhen
tensions-stale = Werte, deren jüngster Beleg älter als { $years ->
        [one] 1 Jahr
       *[other] { $years } Jahre
    } ist
tensions-none = keine
tensions-more = und { $count } weitere (--all)
tensions-how-level = verschiedene Stufen
tensions-how-value = Zahlen, die nicht zusammenpassen
tensions-how-series = verschiedene Reihen
tensions-how-sign = entgegengesetzte Wirkung
tensions-how-denial = behauptet und bestritten
tensions-how-evidence = Beleg und Gegenbeleg
tensions-within = innerhalb einer Quelle
tensions-weight = Gewicht { $weight }
tensions-note =
    Gewicht: Anteil am Gesamtwert; bei einem Widerspruch der des gewichtigsten Indikators, der auf einer seiner Aussagen
    beruht. Zwei Aussagen widersprechen einander, wenn sie über dasselbe für dieselbe Zeit Verschiedenes sagen, es sei
    denn, beide macht derselbe Sprecher in derselben Quelle. Eine genaue Zahl lässt 2{"\u00a0"}% nach beiden Seiten offen, eine
    ungefähre 10{"\u00a0"}%.
column-judgement = Wert
column-tie = Bündnis
column-weight = Gewicht
value-years = JAHRE

cmd-tensions-about = Zeigen, wo Quellen einander widersprechen, allein stehen oder alt werden
cmd-tensions-arg-tie = Bündnis [sonst das ganze Dossier und die Werte der Bündnisse, die es nennt]
cmd-tensions-arg-older-than = Belege gelten nach so vielen Jahren als alt, 0 bis 200 [sonst 2]
cmd-tensions-arg-all = Alles auflisten
cmd-tensions-arg-framework = Bewertungsrahmen [sonst der des Dossiers]
cmd-tensions-examples =
    linchpin tensions # Im ganzen Dossier
    linchpin tensions USA-KOR --older-than 1 --all # Alles über ein Bündnis
    linchpin tensions --format csv > spannungen.csv # Für die Tabellenkalkulation

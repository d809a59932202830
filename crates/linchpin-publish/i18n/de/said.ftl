## Sätze über Wertungen, in Bericht und Netzseiten

said-standing = { $tie } erreicht die Stufe „{ $level }“: { $mean } auf der Skala von 0 bis 1 (90 %: { $i90 }).
said-standing-past = Für { $tie } reichen die aktuellen Belege für keinen Gesamtwert; am { $date } lautete die Stufe „{ $level }“ mit { $mean } (90 %: { $i90 }).
said-standing-none = Für { $tie } reichen die Belege für keinen Gesamtwert.
said-strength = Am meisten hebt „{ $node }“ den Wert: { $level }, { $mean } (90 %: { $i90 }).
said-weakness = Am meisten drückt ihn „{ $node }“: { $level }, { $mean } (90 %: { $i90 }).
said-doubt-hidden = Größter Vorbehalt: Es fehlt an aktuellen Belegen zu { $criteria }.
said-doubt-single = Größter Vorbehalt: Alles beruht auf einer einzigen Quelle ({ $source }).
said-doubt-thin = Größter Vorbehalt: „{ $criterion }“ ist nur zu { $coverage } belegt; zu { $missing } von { $leaves } Indikatoren fehlt ein aktueller Beleg.
said-moved = Dass der Wert „{ $node }“ bei { $tie } seit dem { $since } { $direction ->
        [up] gestiegen ist
        [down] gesunken ist
       *[same] etwa gleich geblieben ist
    }, ist { $likely }; im Mittel beträgt der Unterschied { $difference }.
said-moved-open = Ob der Wert „{ $node }“ bei { $tie } seit dem { $since } gestiegen oder gesunken ist, lässt sich nicht sagen; im Mittel beträgt der Unterschied { $difference }.
said-evidence = Die Bewertung stützt sich auf { $statements-count ->
        [one] eine Aussage
       *[other] { $statements } Aussagen
    } aus { $sources-count ->
        [one] einer Quelle
       *[other] { $sources } Quellen
    }.
said-evidence-most = { $share } davon stehen in einer einzigen: { $source }.
said-criterion = „{ $node }“: { $level }, { $mean } (90 %: { $i90 }).
said-criterion-hidden = „{ $node }“: zu wenig belegt ({ $coverage } statt der nötigen { $needed }).
said-compared = Dass der Wert „{ $node }“ bei { $first } höher liegt als bei { $second }, ist { $likely }.
said-compared-open = Ob der Wert „{ $node }“ bei { $first } oder bei { $second } höher liegt, lässt sich nicht sagen.
said-on = { $on }: { $said }
said-leaf-moved = „{ $node }“: im Mittel { $difference }.
said-leaf-direction = Dass der Wert { $direction ->
        [up] gestiegen
       *[down] gesunken
    } ist, ist { $likely }.
said-why = „{ $node }“ ging von { $from } auf { $to }.
said-cause = { $why ->
        [time] Alternde Belege und Regierungswechsel
        [new-facts] Neue Ereignisse
        [revised-data] Nachträge über die Zeit davor
       *[method] Ein anderes Verfahren
    }: { $value }.
said-cause-source = { $why ->
        [time] Alternde Belege
        [new-facts] Neues
        [revised-data] Nachgetragenes
       *[method] Ein anderes Verfahren
    } aus { $source }: { $value }.

said-brief = { $tie } in Kürze
said-brief-bond = Art
said-brief-kind = { $kind }.
said-brief-kind-since = { $kind }, { $lasting }.
said-brief-members = Mitglieder
said-brief-member = { $actor }.
said-brief-member-as = { $actor } ({ $role }).
said-brief-row = { $topic }: { $said } ({ $when }).
said-brief-row-judged = { $topic }: { $said } (laut { $speakers }, { $when }).
said-brief-row-whose = { $topic } ({ $whose }): { $said } ({ $when }).

said-supposed-event = ein solches Ereignis
said-supposed-grade = eine Quelle urteilt: { $text }

## gaps

gaps-title = Wo Belege fehlen oder alt sind
gaps-lead = { $tie }: { $coverage } des Gewichts sind belegt; am meisten brächten Belege für { $leaves }.
gaps-newest = { $date } ({ $years } J.)
gaps-percent = { $percent }{"\u00a0"}%
gaps-more = und { $count } weitere (--all)
gaps-look-for = Wonach als Nächstes zu suchen ist
gaps-or = oder
gaps-part-government = Regierung
gaps-part-head = Regierungschef
gaps-part-ministry = Ministerien
gaps-part-military = Streitkräfte
gaps-part-parliament = Parlament
gaps-part-governing = Regierungsparteien
gaps-part-opposition = Opposition
gaps-part-public = Öffentlichkeit
gaps-part-region = Regionen
gaps-note =
    Gewinn: um wie viel die Abdeckung des Gesamtwerts stiege, wäre der Indikator ganz belegt, also sein Gewicht mal dem,
    was ihm fehlt. Letzter Beleg: bis wann seine jüngste Aussage bezeugt ist; was noch gilt, ist so frisch wie die jüngste
    Quelle, die es sagt. Ereignisse stehen mit ihren Typen nach PLOVER.
column-newest = Letzter Beleg
column-sources = Quellen
column-gain = Gewinn

cmd-gaps-about = Zeigen, wo Belege fehlen oder alt sind und wonach zu suchen ist
cmd-gaps-arg-tie = Bündnis [sonst die, die das Dossier nennt]
cmd-gaps-arg-all = Alle Indikatoren auflisten
cmd-gaps-arg-framework = Bewertungsrahmen [sonst der des Dossiers]
cmd-gaps-examples =
    linchpin gaps USA-JPN # Wonach als Nächstes zu suchen ist
    linchpin gaps --format csv > luecken.csv # Alle Indikatoren aller Bündnisse, für die Tabellenkalkulation

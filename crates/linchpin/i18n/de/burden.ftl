## burden

burden-title = Wer was zahlt und leistet
burden-title-about = Wer was zahlt und leistet: { $about }
burden-column-whom = Wer → wem
burden-column-value = Wert
burden-column-year = Jahr
burden-column-part = Umfang, Reihe
burden-series = Reihe { $series }
burden-column-said = Was gesagt wird
burden-none = Zu diesem Stand gibt es keine Aussage über Lasten.
burden-without = Nichts zu: { $names }
burden-note =
    Jeder Wert gilt nach der Abgrenzung, die über ihm steht: Unmittelbare Kosten sind keine Gesamtkosten, eine Forderung ist keine
    Zahlung, ein Plan keine Tat. Werte verschiedener Quellen und Reihen stehen nebeneinander und ergeben keinen Verlauf; Geld bleibt in
    seiner Währung und, wo nichts anderes steht, in den Preisen seines Jahres. Umfang: welcher Teil gezählt ist, wenn nicht das Ganze. Reihe: wer zählt. Der Pfeil: wer
    leistet, und wem oder wo.

value-actor_or_tie = AKTEUR|BÜNDNIS

cmd-burden-about = Zeigen, wer was zahlt und leistet, jeden Wert unter seiner Abgrenzung
cmd-burden-arg-about = Nur dieser Akteur oder nur, was ein Bündnis und seine Mitglieder betrifft [sonst alles]
cmd-burden-examples =
    linchpin burden # Alle Lasten
    linchpin burden KOR # Was Südkorea zahlt und leistet und was ihm geleistet wird
    linchpin burden USA-JPN --format csv # Ein Bündnis, für die Tabellenkalkulation

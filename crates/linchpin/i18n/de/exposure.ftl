## exposure

exposure-title = Wie anfällig die Länder für Druck sind
exposure-title-about = Wie anfällig für Druck: { $about }
exposure-none = Zu diesem Stand gibt es keine Aussage über die Anfälligkeit für Druck.
exposure-note =
    Jeder Wert gilt nach der Abgrenzung, die über ihm steht. Werte verschiedener Quellen und Reihen stehen nebeneinander und ergeben
    keinen Verlauf. Umfang: welcher Teil gezählt ist, wenn nicht das Ganze. Der Pfeil: wer abhängt oder handelt, und von wem
    oder gegen wen.

cmd-exposure-about = Zeigen, wie anfällig ein Land für Druck ist: Handel, Zwang, Versorgung
cmd-exposure-arg-about = Nur dieser Akteur oder nur, was ein Bündnis und seine Mitglieder betrifft [sonst alles]
cmd-exposure-examples =
    linchpin exposure KOR # Südkoreas Handel und der Druck auf das Land
    linchpin exposure --format csv # Alle Länder, für die Tabellenkalkulation

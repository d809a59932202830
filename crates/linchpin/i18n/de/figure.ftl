## figure

figure-unknown = Eine Abbildung „{ $name }“ gibt es nicht.
figure-unknown-remedy = Es gibt: { $known }.
figure-about-none = Die Abbildung „{ $name }“ zeigt das ganze Dossier; „{ $about }“ weglassen.
figure-ending = In welcher Form „{ $file }“ geschrieben werden soll, ist an der Endung nicht zu erkennen.
figure-ending-remedy = Möglich sind .svg, .png, .csv und .json.
figure-too-large = Die Abbildung ist zu groß für ein Bild aus Punkten; als SVG geht es: -o NAME.svg.
figure-gallery-title = Galerie der Abbildungen
language-name = Deutsch
figure-gallery-done = { $dir } ist geschrieben: { $count } Dateien.
figure-column-name = Abbildung
figure-column-shows = Was sie zeigt
figure-column-about = Über wen
figure-list-note = „linchpin figure NAME -o datei.svg“ zeichnet eine davon; die Endung .png gibt ein Bild aus Punkten, .csv und .json die Zahlen.

value-about = WEN

cmd-figure-about = Eine Abbildung der Studie zeichnen, oder alle auflisten
cmd-figure-arg-name = Name der Abbildung; ohne ihn werden alle aufgelistet
cmd-figure-arg-about = Bündnis oder Verbündeter, um den es geht [Vorgabe: der erste des Dossiers]
cmd-figure-arg-node = Kriterium oder Indikator, wo die Abbildung eines zeigt [Vorgabe: das Ganze]
cmd-figure-arg-out = Datei; ihre Endung (.svg, .png, .csv, .json) bestimmt die Form [Vorgabe: SVG auf die Standardausgabe]
cmd-figure-arg-width = Für welche Breite gezeichnet wird: Seite oder Telefon
cmd-figure-arg-theme = Farben: heller oder dunkler Grund, oder schwarzweiß für den Druck
cmd-figure-arg-gallery = Alle Abbildungen in einen Ordner schreiben: beide Sprachen, Breiten und Grundfarben, mit einer Übersicht
cmd-figure-arg-framework = Bewertungsrahmen [Vorgabe: der des Dossiers]
cmd-figure-examples =
    linchpin figure # Welche Abbildungen gibt es?
    linchpin figure cards -o buendnisse.svg # Die Bündnisse nebeneinander
    linchpin figure --gallery galerie # Alle Abbildungen mit einer Übersicht

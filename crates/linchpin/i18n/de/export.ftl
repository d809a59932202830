## export

export-done = { $file } ist geschrieben.
export-exists = { $file } gibt es schon
export-exists-remedy = Eine andere Datei angeben oder sie mit --force überschreiben.

value-form = FORM

cmd-export-about = Die Studie an andere Programme weitergeben: Literaturverwaltung, Statistik, Netzwerke, Annotationen
cmd-export-examples =
    linchpin export bibliography --as bibtex -o quellen.bib # Die Quellen für LaTeX
    linchpin export assessment -o werte.csv # Die Werte für die Statistik, eine Kennzahl je Zeile

cmd-export-bibliography-about = Alle Quellen, auch übernommene Texte, für die Literaturverwaltung
cmd-export-bibliography-arg-form = csl-json, bibtex oder ris [sonst csl-json]
cmd-export-bibliography-arg-out = Datei, die geschrieben wird [sonst Standardausgabe]
cmd-export-bibliography-arg-force = Eine vorhandene Datei überschreiben
cmd-export-bibliography-examples =
    linchpin export bibliography -o quellen.json # CSL-JSON, für Zotero, Pandoc und andere
    linchpin export bibliography --as bibtex # Für LaTeX
    linchpin export bibliography --as ris -o quellen.ris --force # Für EndNote und andere, über eine ältere Datei

cmd-export-statements-about = Alle Aussagen mit Rang und Status, oder als Annotationen ihrer Quellen
cmd-export-statements-arg-form = csv, jsonl (eine Aussage je Zeile) oder annotations (W3C) [sonst csv]
cmd-export-statements-arg-out = { cmd-export-bibliography-arg-out }
cmd-export-statements-arg-force = { cmd-export-bibliography-arg-force }
cmd-export-statements-examples =
    linchpin export statements -o aussagen.csv # Eine Tabelle, eine Zeile je Beleg
    linchpin export statements --as jsonl # Alles, was kodiert wurde, eine Aussage je Zeile
    linchpin export statements --as annotations -o notizen.jsonld # Für Programme, die Texte annotieren
    linchpin export statements --known-at 2024 # Was Ende 2024 bekannt war

cmd-export-assessment-about = Werte als Tabelle: eine Zeile je Bündnis, Knoten und Kennzahl
cmd-export-assessment-arg-ties = Bündnisse [sonst die, die das Dossier nennt]
cmd-export-assessment-arg-framework = Bewertungsrahmen [sonst der des Dossiers]
cmd-export-assessment-arg-out = { cmd-export-bibliography-arg-out }
cmd-export-assessment-arg-force = { cmd-export-bibliography-arg-force }
cmd-export-assessment-examples =
    linchpin export assessment --as-of 2021-05-10 # Zum 10. Mai 2021
    linchpin export assessment USA-KOR -o werte.csv # Ein Bündnis, in eine Datei

cmd-export-network-about = Akteure und die Bindungen zwischen ihnen als Netzwerk (GraphML)
cmd-export-network-arg-out = { cmd-export-bibliography-arg-out }
cmd-export-network-arg-force = { cmd-export-bibliography-arg-force }
cmd-export-network-examples =
    linchpin export network -o bindungen.graphml # Für Gephi, yEd, igraph und networkx
    linchpin export network --as-of 2000 # Nur was Ende 2000 bestand

cmd-export-map-about = Mitglieder und Bündnisse auf der Karte (GeoJSON)
cmd-export-map-arg-out = { cmd-export-bibliography-arg-out }
cmd-export-map-arg-force = { cmd-export-bibliography-arg-force }
cmd-export-map-examples =
    linchpin export map -o karte.geojson # Für QGIS, Leaflet und andere
    linchpin export map --as-of 2021-05 # Mit den Stufen vom Mai 2021

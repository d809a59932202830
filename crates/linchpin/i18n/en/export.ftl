## export

export-done = { $file } is written.
export-exists = { $file } is there already
export-exists-remedy = Name another file, or write over it with --force.

value-form = FORM

cmd-export-about = Write the study for other programs: reference managers, statistics, graphs, annotations
cmd-export-examples =
    linchpin export bibliography --as bibtex -o sources.bib # The sources for LaTeX
    linchpin export assessment -o scores.csv # The scores for statistics, one figure a row

cmd-export-bibliography-about = All sources, syndicated copies too, for reference managers
cmd-export-bibliography-arg-form = csl-json, bibtex or ris [default: csl-json]
cmd-export-bibliography-arg-out = File to be written [default: standard output]
cmd-export-bibliography-arg-force = Write over a file that is there already
cmd-export-bibliography-examples =
    linchpin export bibliography -o sources.json # CSL-JSON, for Zotero, pandoc and others
    linchpin export bibliography --as bibtex # For LaTeX
    linchpin export bibliography --as ris -o sources.ris --force # For EndNote and others, over an older file

cmd-export-statements-about = All statements with rank and status, or as annotations of their sources
cmd-export-statements-arg-form = csv, jsonl (one statement a line) or annotations (W3C) [default: csv]
cmd-export-statements-arg-out = { cmd-export-bibliography-arg-out }
cmd-export-statements-arg-force = { cmd-export-bibliography-arg-force }
cmd-export-statements-examples =
    linchpin export statements -o statements.csv # A table, one row for each piece of evidence
    linchpin export statements --as jsonl # Everything that was coded, one statement a line
    linchpin export statements --as annotations -o notes.jsonld # For tools that annotate texts
    linchpin export statements --known-at 2024 # What was known at the end of 2024

cmd-export-assessment-about = Scores as a tidy table: one row for each alliance, node and figure
cmd-export-assessment-arg-ties = Alliances [default: those that the dossier names]
cmd-export-assessment-arg-framework = Framework [default: the dossier’s]
cmd-export-assessment-arg-out = { cmd-export-bibliography-arg-out }
cmd-export-assessment-arg-force = { cmd-export-bibliography-arg-force }
cmd-export-assessment-examples =
    linchpin export assessment --as-of 2021-05-10 # As of 10 May 2021
    linchpin export assessment USA-KOR -o scores.csv # One alliance, into a file

cmd-export-network-about = Actors and the ties between them as a graph (GraphML)
cmd-export-network-arg-out = { cmd-export-bibliography-arg-out }
cmd-export-network-arg-force = { cmd-export-bibliography-arg-force }
cmd-export-network-examples =
    linchpin export network -o ties.graphml # For Gephi, yEd, igraph and networkx
    linchpin export network --as-of 2000 # Only what existed at the end of 2000

cmd-export-map-about = Members and alliances on the map (GeoJSON)
cmd-export-map-arg-out = { cmd-export-bibliography-arg-out }
cmd-export-map-arg-force = { cmd-export-bibliography-arg-force }
cmd-export-map-examples =
    linchpin export map -o map.geojson # For QGIS, Leaflet and others
    linchpin export map --as-of 2021-05 # With the levels of May 2021

## report

report-ending = In welcher Form „{ $file }“ geschrieben werden soll, ist an der Endung nicht zu erkennen.
report-ending-remedy = Möglich sind .html, .docx und .typ.

cmd-report-about = Die lebende Studie als Bericht schreiben
cmd-report-arg-out = Datei; ihre Endung (.html, .docx, .typ) bestimmt die Form [Vorgabe: HTML auf die Standardausgabe]
cmd-report-arg-since = Tag, von dem an Veränderungen gemessen werden [Vorgabe: der des Dossiers]
cmd-report-arg-framework = Bewertungsrahmen [Vorgabe: der des Dossiers]
cmd-report-examples =
    linchpin report --lang de -o studie.html # Der Bericht auf Deutsch
    linchpin report --lang de -o studie.docx # Für Word und LibreOffice, mit Fußnoten
    linchpin report --as-of 2021-05 --known-at 2021-05 -o damals.html # Der Bericht, wie er im Mai 2021 gelautet hätte

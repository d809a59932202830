## verify

verify-title = Folgen die Schlüsse der Quellen aus dem, was kodiert wurde?
verify-none = Dieses Dossier enthält keine Schlüsse; findings.toml ist der Ort dafür.
verify-verdict = Befund
verify-findings = Schlüsse
verify-without = ohne Urteile
verify-borne-out = bestätigt
verify-leaning-for = eher bestätigt
verify-leaning-against = eher widerlegt
verify-contradicted = widerlegt
verify-too-little = zu wenig belegt
verify-unknown = zu wenig belegt
verify-odds = { $p }; ohne Urteile: { $without }
verify-at-least = { $of }: mindestens „{ $bound }“
verify-at-most = { $of }: höchstens „{ $bound }“
verify-exceeds = { $of }: höher als { $bound }
verify-note =
    Bestätigt: ab { $bound }; widerlegt: bis { $other }. Ohne Urteile: dasselbe ohne die Noten, die die Quellen selbst
    vergeben. Was nicht bestätigt wird, steht ebenfalls hier; die Kodierung wurde deswegen nicht geändert.
value-finding = SCHLUSS

cmd-verify-about = Die Schlüsse der Quellen an den kodierten Aussagen prüfen
cmd-verify-arg-finding = Ein einzelner Schluss, nach seiner Kennung [sonst alle]
cmd-verify-arg-framework = Bewertungsrahmen [sonst der des Dossiers]
cmd-verify-arg-draws = Zahl der Ziehungen, 100 bis 1000000 [sonst 1000]
cmd-verify-examples =
    linchpin verify # Alle Schlüsse, mit und ohne die Noten der Quellen
    linchpin verify --known-at 2021-05-10 # Mit dem Wissen vom Mai 2021
    linchpin verify --format csv # Eine Zeile je Schluss, für die Tabellenkalkulation

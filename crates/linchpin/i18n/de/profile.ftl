## profile

profile-title = Profil: { $tie }
profile-no-members = Das Dossier führt die Mitglieder nicht auf.
profile-nothing = Dazu liegt keine Aussage vor.
profile-column-topic = Gegenstand
profile-column-level = Stufe oder Wert
profile-column-when = Wann
profile-disputed = Eine andere Aussage sagt für dieselbe Zeit etwas anderes.

cmd-profile-about = Ein Bündnis Facette für Facette beschreiben
cmd-profile-arg-tie = Bündnis, die Mitglieder in beliebiger Reihenfolge
cmd-profile-examples =
    linchpin profile USA-JPN # Was die Mitglieder bindet und was die Quellen zu den sechs Facetten sagen
    linchpin profile quad --as-of 2021-05 # Ein Format, wie es im Mai 2021 war

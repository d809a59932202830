## serve

serve-ready = Die Studie liegt unter { $address } (Strg+C beendet)
serve-busy = Auf { $address } lässt sich nicht lauschen: { $why }
serve-busy-remedy = Wählen Sie mit --port einen anderen Port, oder 0 für irgendeinen freien.

cmd-serve-about = Die lebende Studie als Netzseiten anbieten
cmd-serve-arg-port = Port; 0 für irgendeinen freien
cmd-serve-arg-host = Adresse, auf der gelauscht wird; jede andere als die eigene des Rechners steht dem Netz offen
cmd-serve-arg-allow-host = Weiterer Name, unter dem gefragt werden darf, etwa der eines vorgeschalteten Servers
cmd-serve-arg-open = Die Studie im Browser öffnen
cmd-serve-examples =
    linchpin serve --open # Die Studie im Browser lesen
    linchpin serve --dossier meine-studie # Ein eigenes Dossier; ändern sich seine Dateien, folgen die Seiten
    linchpin serve --host 0.0.0.0 --allow-host studie.example # Für andere im Netz

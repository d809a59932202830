## serve

serve-ready = The study is at { $address } (Ctrl+C stops it)
serve-busy = { $address } cannot be listened on: { $why }
serve-busy-remedy = Choose another port with --port, or 0 for any that is free.

cmd-serve-about = Serve the living study as a web app
cmd-serve-arg-port = Port; 0 for any that is free
cmd-serve-arg-host = Address to listen on; any other than the loopback is open to the network
cmd-serve-arg-allow-host = Further name under which the server may be asked, such as that of a reverse proxy
cmd-serve-arg-open = Open the study in the browser
cmd-serve-examples =
    linchpin serve --open # Read the study in the browser
    linchpin serve --dossier my-study # A dossier of one's own; pages follow when its files change
    linchpin serve --host 0.0.0.0 --allow-host study.example # For others in the network

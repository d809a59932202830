## report

report-ending = The ending of “{ $file }” does not tell in which form to write it.
report-ending-remedy = Use .html, .docx or .typ.

cmd-report-about = Write the living study as a report
cmd-report-arg-out = File; its ending (.html, .docx, .typ) decides the form [default: HTML on standard output]
cmd-report-arg-since = Day from which changes are measured [default: the dossier’s]
cmd-report-arg-framework = Framework to assess by [default: the dossier’s]
cmd-report-examples =
    linchpin report --lang de -o study.html # The report in German
    linchpin report -o study.docx # For Word and LibreOffice, with footnotes
    linchpin report --as-of 2021-05 --known-at 2021-05 -o then.html # The report as it would have read in May 2021

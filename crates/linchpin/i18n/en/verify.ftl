## verify

verify-title = Do the conclusions that the sources draw follow from what was coded?
verify-none = This dossier has no findings; write some into findings.toml.
verify-verdict = Verdict
verify-findings = Findings
verify-without = Without judgements
verify-borne-out = borne out
verify-leaning-for = leaning for
verify-leaning-against = leaning against
verify-contradicted = contradicted
verify-too-little = too little evidence
verify-unknown = too little evidence
verify-odds = { $p }; without judgements: { $without }
verify-at-least = { $of }: at least “{ $bound }”
verify-at-most = { $of }: at most “{ $bound }”
verify-exceeds = { $of }: more than { $bound }
verify-note =
    Borne out: from { $bound } on; contradicted: up to { $other }. Without judgements: the same without the grades that the
    sources themselves give. What fails is reported; the coding was not changed for it.
value-finding = FINDING

cmd-verify-about = Put the conclusions that the sources draw to the coded statements
cmd-verify-arg-finding = One finding, by its id [default: all]
cmd-verify-arg-framework = Framework to assess by [default: the dossier’s]
cmd-verify-arg-draws = Number of draws, 100 to 1000000 [default: 1000]
cmd-verify-examples =
    linchpin verify # All findings, with and without the grades that the sources give
    linchpin verify --known-at 2021-05-10 # With what was known in May 2021
    linchpin verify --format csv # One row for each finding, for a spreadsheet

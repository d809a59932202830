//! `linchpin completions`.

mod harness;
use harness::linchpin;

#[test]
fn every_shell_completes_every_command() {
    let help = linchpin(&["help"]).output();
    assert!(help.contains("completions"));
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = linchpin(&["completions", shell]).output();
        for word in
            ["assess", "explain", "compare", "statements", "check", "new", "anchor", "man", "known-at"]
        {
            assert!(script.contains(word), "{shell}: no {word}");
        }
    }
}

#[test]
fn descriptions_follow_the_language() {
    assert!(
        linchpin(&["completions", "fish", "--lang", "de"]).output().contains("Ein neues Dossier anlegen")
    );
}

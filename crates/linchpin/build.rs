//! The built-in dossier is part of the program: a change to one of its files is a reason to build again.

fn main() {
    println!("cargo::rerun-if-changed=../../dossiers/indo-pacific");
}

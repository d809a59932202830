//! How long a large dossier takes: `cargo bench -p linchpin-study --bench scale [-- STATEMENTS]`.
//!
//! Makes a synthetic dossier of 100,000 statements in a temporary folder and prints the time to check it, to view it and
//! to assess it at one date, with the peak of memory. Beside the times stands a bound measured in the same run: parsing
//! the same statements as plain JSON on one thread, or the same assessment of the built-in dossier.

#[path = "../../linchpin-dossier/examples/synthetic.rs"]
mod synthetic;

use linchpin_dossier::{Folder, Knowledge, Snapshot, check, new, read};
use linchpin_study::{Setting, assess};
use serde_json::Value;
use std::path::Path;
use std::time::{Duration, Instant};

/// Runs of each measurement; the median counts.
const RUNS: usize = 7;

fn main() {
    let wanted = std::env::args().skip(1).find_map(|a| a.parse().ok()).unwrap_or(100_000);
    let built_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dossiers/indo-pacific");
    let home = tempfile::tempdir().expect("a temporary folder");
    let dir = home.path().join("synthetic");
    let files = synthetic::synthetic(&Folder::new(&built_in), wanted).expect("the built-in dossier is sound");
    let bytes: usize = files.values().map(Vec::len).sum();
    new::copy(&files, &dir).expect("the temporary folder can be written to");
    drop(files);
    println!("synthetic dossier: {wanted} statements more than the built-in one, {} MB", bytes / 1_000_000);

    let plain = median(|| plain_json(&dir));
    let checked = median(|| assert!(check(&dir).is_sound(), "the synthetic dossier is sound"));
    println!(
        "check                {:>7.2} s = {:.2} x plain JSON on one thread",
        secs(checked),
        ratio(checked, plain)
    );

    let large = read(&dir).expect("a sound dossier");
    let small = read(&built_in).expect("a sound dossier");
    let at = Knowledge { known_at: "2021-05-10".parse().ok(), ..Knowledge::default() };
    let viewed = median(|| assert!(large.view(&at).usable().count() > 0, "something was known"));
    println!(
        "view                 {:>7.2} s = {:.2} x plain JSON on one thread",
        secs(viewed),
        ratio(viewed, plain)
    );
    let one_date = setting(Some("2021-05-10"));
    let of_small = median(|| assess(&small, &one_date));
    let of_large = median(|| assess(&large, &one_date));
    let two_dates = median(|| assess(&small, &setting(None)));
    println!("assess, built-in     {:>7.2} s (10,000 draws, two ties, one date)", secs(of_small));
    println!("                     {:>7.2} s with a comparison date", secs(two_dates));
    println!("assess, synthetic    {:>7.2} s = {:.1} x built-in", secs(of_large), ratio(of_large, of_small));
    if let Some(peak) = peak_memory_mb() {
        println!("peak memory          {peak:>7.0} MB, with the making of the dossier");
    }
}

fn setting(as_of: Option<&str>) -> Setting {
    Setting { as_of: as_of.and_then(|d| d.parse().ok()), ..Setting::default() }
}

fn assess(snapshot: &Snapshot, setting: &Setting) {
    let question = assess::Assess { setting: setting.clone(), ..assess::Assess::default() };
    assess::answer(&question, snapshot).expect("an assessment");
}

fn secs(time: Duration) -> f64 {
    time.as_secs_f64()
}

fn ratio(a: Duration, b: Duration) -> f64 {
    a.as_secs_f64() / b.as_secs_f64()
}

fn median(mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[RUNS / 2]
}

fn plain_json(dir: &Path) {
    for entry in std::fs::read_dir(dir.join("statements")).expect("statements") {
        let text = std::fs::read_to_string(entry.expect("an entry").path()).expect("a log");
        for line in text.lines() {
            let value: Value = serde_json::from_str(line).expect("JSON");
            std::hint::black_box(value);
        }
    }
}

/// The most memory the process has held, where the system says so.
fn peak_memory_mb() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|l| l.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<f64>().ok().map(|kb| kb / 1024.0)
}

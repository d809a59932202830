//! Appending: what is confirmed is never lost, and what is wrong is never written.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

use linchpin_dossier::append::{Appended, Error};
use linchpin_dossier::{Knowledge, append, check, new, read};
use linchpin_model::id::SourceId;
use linchpin_model::log::{Entry, Line};
use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const LOG: &str = "statements/polar-review-2023.jsonl";
const TORN: &str = "statements/polar-review-2023.torn-1";

fn source() -> SourceId {
    "polar-review-2023".into()
}

fn dossier() -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("dossier");
    new::minimal(&path).unwrap();
    (dir, path)
}

/// A sound new line that asserts a statement of an id.
fn line(id: &str, text: &str) -> Line {
    let minimal = new::minimal_files();
    let first = minimal[LOG].split(|byte| *byte == b'\n').next().unwrap();
    let mut line: Line = serde_json::from_slice(first).unwrap();
    let Entry::Assert(statement) = &mut line.entry else { panic!("the first line asserts") };
    statement.id = id.into();
    statement.text.en = text.into();
    line
}

fn log(dir: &Path) -> Vec<u8> {
    fs::read(dir.join(LOG)).unwrap()
}

#[test]
fn what_is_appended_is_read() {
    let (_guard, dir) = dossier();
    assert_eq!(
        append(&dir, &source(), &[line("new-1", "One."), line("new-2", "Two.")]).unwrap(),
        Appended::default()
    );
    let snapshot = read(&dir).unwrap();
    let view = snapshot.view(&Knowledge::default());
    assert_eq!(view.get(&"new-2".into()).unwrap().statement.text.en, "Two.");
    assert_eq!(view.statements().count(), 5);
}

#[test]
fn a_log_is_made_where_there_is_none() {
    let (_guard, dir) = dossier();
    fs::remove_dir_all(dir.join("statements")).unwrap();
    append(&dir, &source(), &[line("new-1", "One.")]).unwrap();
    assert_eq!(read(&dir).unwrap().lines().len(), 1);
}

#[test]
fn what_is_wrong_is_not_written() {
    let (_guard, dir) = dossier();
    let before = log(&dir);
    let unwritable = {
        let mut line = line("nan", "Not a number.");
        if let Entry::Assert(statement) = &mut line.entry
            && let linchpin_model::statement::Claim::Position(position) = &mut statement.claim
        {
            position.salience = f64::NAN;
        }
        line
    };
    let cases: [(SourceId, Line, &str); 5] = [
        (source(), line("polar-review-2023-001", "Again."), "duplicate-id"),
        (source(), line("new 1", "A bad id."), "bad-id"),
        (source(), line("new-1", &"x".repeat(1 << 20)), "line-too-long"),
        (source(), unwritable, "wrong-type"),
        ("../outside".into(), line("new-1", "Elsewhere."), "unknown-source"),
    ];
    for (source, wrong, code) in cases {
        let error = append(&dir, &source, &[line("fine", "Fine."), wrong]).unwrap_err();
        let Error::Lines(faults) = &error else { panic!("{error}") };
        assert!(faults.0.iter().any(|found| found.fault.code == code), "{error}");
        assert_eq!(log(&dir), before, "{code}");
    }
    let twice = append(&dir, &source(), &[line("new-1", "One."), line("new-1", "Two.")]).unwrap_err();
    assert!(
        twice.to_string().contains("new:2: duplicate-id: the id “new-1” is taken: new:1 has it"),
        "{twice}"
    );
}

#[test]
fn words_at_fault_stop_an_append_and_other_logs_do_not() {
    let (_guard, dir) = dossier();
    fs::write(dir.join("statements/other.jsonl"), "broken\n").unwrap();
    append(&dir, &source(), &[line("new-1", "One.")]).unwrap();
    fs::write(dir.join("topics.toml"), "[[topic").unwrap();
    let error = append(&dir, &source(), &[line("new-2", "Two.")]).unwrap_err();
    assert!(matches!(&error, Error::Words(faults) if faults.0[0].file == "topics.toml"), "{error}");
    let nowhere = tempfile::tempdir().unwrap();
    let error = append(nowhere.path(), &source(), &[line("new-2", "Two.")]).unwrap_err();
    assert!(matches!(&error, Error::Words(faults) if faults.0[0].fault.code == "no-dossier"), "{error}");
    assert_eq!(fs::read_dir(nowhere.path()).unwrap().count(), 0);
}

#[test]
fn a_torn_line_is_moved_away_wherever_it_tore() {
    let (_guard, dir) = dossier();
    let whole = log(&dir);
    let torn = serde_json::to_vec(&line("torn", "Größe und Länge.")).unwrap();
    for length in (1..torn.len()).step_by(7).chain([torn.len() - 1]) {
        let mut bytes = whole.clone();
        bytes.extend_from_slice(&torn[..length]);
        fs::write(dir.join(LOG), &bytes).unwrap();
        let _ = fs::remove_file(dir.join(TORN));
        let codes: Vec<_> = check(&dir).faults.iter().map(|found| found.fault.code).collect();
        assert_eq!(codes, ["torn-line"], "{length}");
        let done = append(&dir, &source(), &[line("new", "New.")]).unwrap();
        assert_eq!(done.torn, Some(dir.join(TORN)));
        assert_eq!(fs::read(dir.join(TORN)).unwrap(), torn[..length]);
        assert_eq!(read(&dir).unwrap().lines().len(), 4);
        assert!(log(&dir).starts_with(&whole));
    }
}

#[test]
fn a_whole_last_line_gets_the_line_break_it_lacks() {
    let (_guard, dir) = dossier();
    let whole = log(&dir);
    fs::write(dir.join(LOG), &whole[..whole.len() - 1]).unwrap();
    assert!(check(&dir).is_sound());
    assert_eq!(append(&dir, &source(), &[line("new", "New.")]).unwrap().torn, None);
    assert!(log(&dir).starts_with(&whole));
    assert_eq!(read(&dir).unwrap().lines().len(), 4);
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_to_is_named_and_unchanged() {
    use std::os::unix::fs::PermissionsExt;
    let (_guard, dir) = dossier();
    let (statements, before) = (dir.join("statements"), log(&dir));
    for path in [dir.join(LOG), statements.clone()] {
        let mut mode = fs::metadata(&path).unwrap().permissions();
        mode.set_mode(mode.mode() & !0o222);
        fs::set_permissions(&path, mode).unwrap();
    }
    let all_powerful = fs::write(statements.join("probe"), "").is_ok();
    if all_powerful {
        println!("skipped: this user may write to read-only folders");
    } else {
        let error = append(&dir, &source(), &[line("new", "New.")]).unwrap_err().to_string();
        assert!(error.starts_with("nothing was written: cannot write to"), "{error}");
        assert!(error.contains("statements") && error.contains("ermission denied"), "{error}");
        assert_eq!(log(&dir), before);
    }
    let mut mode = fs::metadata(&statements).unwrap().permissions();
    mode.set_mode(0o755);
    fs::set_permissions(&statements, mode).unwrap();
}

#[test]
fn a_log_that_is_a_folder_is_named() {
    let (_guard, dir) = dossier();
    fs::remove_file(dir.join(LOG)).unwrap();
    fs::create_dir(dir.join(LOG)).unwrap();
    let error = append(&dir, &source(), &[line("new", "New.")]).unwrap_err().to_string();
    assert!(error.starts_with("nothing was written: cannot write"), "{error}");
}

#[test]
fn writers_wait_for_each_other() {
    let (_guard, dir) = dossier();
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let dir = &dir;
            scope.spawn(move || {
                for number in 0..10 {
                    append(dir, &source(), &[line(&format!("w{writer}-{number}"), "Together.")]).unwrap();
                }
            });
        }
    });
    assert_eq!(read(&dir).unwrap().lines().len(), 43);
}

/// Where [`writer`] writes, if it is started by [`no_confirmed_line_is_lost_to_a_kill`].
const WRITE_TO: &str = "LINCHPIN_TEST_WRITE_TO";

/// Not a test of its own: appends, and prints the id of each line that is confirmed, until it is killed.
#[test]
fn writer() {
    let Some(dir) = std::env::var_os(WRITE_TO).map(PathBuf::from) else { return };
    let start = std::env::var("LINCHPIN_TEST_START").unwrap();
    for number in 0.. {
        // Some lines are long, so that a kill can tear them.
        let long = "x".repeat(if number % 3 == 2 { 90_000 } else { 10 });
        let ids: Vec<String> = (0..2).map(|n| format!("run{start}-{number}-{n}")).collect();
        let lines: Vec<Line> = ids.iter().map(|id| line(id, &long)).collect();
        append(&dir, &source(), &lines).unwrap();
        for id in ids {
            println!("\nconfirmed {id}");
        }
    }
}

#[test]
fn no_confirmed_line_is_lost_to_a_kill() {
    let (_guard, dir) = dossier();
    let mut confirmed = BTreeSet::new();
    let (started, mut random, mut kills) = (Instant::now(), 88_172_645_463_325_252_u64, 0);
    while kills < 200 {
        assert!(started.elapsed() < Duration::from_secs(120), "only {kills} kills in two minutes");
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "writer", "--nocapture", "--test-threads=1"])
            .env(WRITE_TO, &dir)
            .env("LINCHPIN_TEST_START", kills.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        std::thread::sleep(Duration::from_micros(3_000 + random % 60_000));
        child.kill().unwrap();
        child.wait().unwrap();
        let printed = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        confirmed.extend(printed.filter_map(|l| l.strip_prefix("confirmed ").map(String::from)));
        kills += 1;
        if kills % 50 == 0 {
            // Start over with a short log, so that the writer spends its time writing, not reading.
            verify(&dir, &confirmed);
            confirmed.clear();
            fs::remove_dir_all(&dir).unwrap();
            new::minimal(&dir).unwrap();
        }
    }
    println!("{kills} kills in {:?}", started.elapsed());
}

/// After one more append, which moves what is torn, the dossier is sound and holds every confirmed statement.
fn verify(dir: &Path, confirmed: &BTreeSet<String>) {
    assert!(!confirmed.is_empty(), "the writer never got to write");
    append(dir, &source(), &[line("afterwards", "Afterwards.")]).unwrap();
    let snapshot = read(dir).unwrap();
    for id in confirmed {
        assert!(snapshot.find(&id.as_str().into()).is_some(), "{id} was confirmed and is lost");
    }
    let torn = fs::read_dir(dir.join("statements")).unwrap().flatten();
    let torn = torn.filter(|entry| entry.file_name().to_string_lossy().contains(".torn-")).count();
    println!("{} confirmed, {} in the log, {torn} torn", confirmed.len(), snapshot.lines().len());
}

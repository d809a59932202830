//! A line of 2 GB is refused without being held in memory.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

use linchpin_dossier::{Files, check_files, new};
use std::collections::BTreeMap;
use std::io::{self, Read};

const LOG: &str = "statements/polar-review-2023.jsonl";

/// The minimal dossier, with a line of 2 GB before its log.
struct Swollen(BTreeMap<String, Vec<u8>>);

impl Files for Swollen {
    fn list(&self) -> io::Result<Vec<String>> {
        self.0.list()
    }

    fn open(&self, name: &str) -> io::Result<Box<dyn Read + '_>> {
        let file = self.0.open(name)?;
        if name == LOG {
            let line = io::repeat(b'x').take(2 << 30).chain(&b"\n"[..]);
            return Ok(Box::new(line.chain(file)));
        }
        Ok(file)
    }
}

#[test]
fn a_line_of_two_gigabytes_is_refused_and_the_rest_is_read() {
    let report = check_files(&Swollen(new::minimal_files()));
    assert_eq!(report.faults.len(), 1);
    assert_eq!(
        report.faults[0].to_string(),
        "statements/polar-review-2023.jsonl:1: line-too-long: the line has 2147483648 bytes; more than 1048576 are \
         not read; write one entry on each line; long texts do not belong in a log"
    );
    assert_eq!(report.lines, 3);
    #[cfg(target_os = "linux")]
    {
        let status = std::fs::read_to_string("/proc/self/status").unwrap();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        let kilobytes: u64 = peak.trim().trim_end_matches(" kB").parse().unwrap();
        assert!(kilobytes < 300_000, "{kilobytes} kB in memory");
    }
}

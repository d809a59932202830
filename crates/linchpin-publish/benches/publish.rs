//! How long the report and each figure take: `cargo bench -p linchpin-publish --bench publish`.
//!
//! Of each figure the answer to its question and the drawing (table, marks, SVG) are timed apart; of the report the answers, the
//! document, and each form. Beside the times stands a bound measured in the same run: one assessment of the built-in dossier.

use linchpin_model::text::Lang;
use linchpin_publish::figure::Look;
use linchpin_publish::figures::{About, Asked, Kind, ask, subjects};
use linchpin_publish::names::Names;
use linchpin_publish::report::{self, Question, docx, html, typst};
use linchpin_publish::scene::Width;
use linchpin_publish::scene::skin::Skin;
use linchpin_publish::voice::Voice;
use linchpin_study::Setting;
use std::path::Path;
use std::time::{Duration, Instant};

/// Runs of each measurement; the median counts.
const RUNS: usize = 7;

fn main() {
    let dossier = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dossiers/indo-pacific");
    let snapshot = linchpin_dossier::read(&dossier).expect("the built-in dossier is sound");
    let setting = Setting::default();
    let framework = setting.framework(&snapshot).expect("a framework");
    let as_of = setting.basis(&setting.view(&snapshot)).expect("statements").as_of;
    let voice = Voice::new(Lang::De);
    let names = Names::new(&voice, &snapshot, framework, as_of);
    let assess = linchpin_study::assess::Assess { ties: vec![], since: None, setting: setting.clone() };
    let bound = median(|| drop(linchpin_study::assess::answer(&assess, &snapshot)));
    println!("assess, with a comparison date  {}", shown(bound));
    println!("\nfigure          answer    drawing");
    for kind in Kind::ALL {
        let about = match kind.is_about() {
            About::Everything => None,
            _ => subjects(kind, &snapshot).into_iter().next(),
        };
        let asked = Asked { about, setting: setting.clone(), ..Asked::default() };
        let answer = median(|| drop(ask(kind, &asked, &snapshot)));
        let found = ask(kind, &asked, &snapshot).expect("an answer");
        let drawing = median(|| {
            let look = Look { width: Width::Page, skin: Skin::Inline };
            drop(found.figure(&names).svg(look, &names));
        });
        println!("{:<12} {} {}", kind.name(), shown(answer), shown(drawing));
    }
    let question = Question { since: None, setting };
    let answers = report::ask(&question, &snapshot).expect("answers");
    let document = || report::document(&answers, &names).expect("it can be said");
    let written = document();
    println!("\nreport: answers {}", shown(median(|| drop(report::ask(&question, &snapshot)))));
    println!("document        {}", shown(median(|| drop(document()))));
    println!("HTML            {}", shown(median(|| drop(html::html(&written, &names)))));
    println!("Word            {}", shown(median(|| drop(docx::docx(&written, &names)))));
    println!("Typst           {}", shown(median(|| drop(typst::typst(&written, &names)))));
    let all = median(|| {
        let answers = report::ask(&question, &snapshot).expect("answers");
        let document = report::document(&answers, &names).expect("it can be said");
        drop(html::html(&document, &names));
    });
    println!("all to HTML     {} = {:.1} x assess", shown(all), all.as_secs_f64() / bound.as_secs_f64());
}

fn shown(time: Duration) -> String {
    format!("{:8.1} ms", time.as_secs_f64() * 1e3)
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

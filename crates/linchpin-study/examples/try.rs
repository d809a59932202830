use linchpin_study::*;
fn main() {
    let snap = match linchpin_dossier::read(std::path::Path::new("dossiers/indo-pacific")) { Ok(s) => s, Err(f) => { for l in f.0.iter().take(60) { println!("{l}"); } println!("{} faults", f.0.len()); return } };
    let t = std::time::Instant::now();
    let as_of = std::env::args().nth(1).map(|d| d.parse().unwrap());
    let q = overview::Overview { setting: Setting { as_of, ..Default::default() }, ..Default::default() };
    let a = overview::answer(&q, &snap).unwrap();
    println!("{:?}", t.elapsed());
    println!("{:?}", a.frame);
    for tie in &a.ties { println!("{} {:?}", tie.tie, tie.by_kind); for n in &tie.nodes { println!("  {:14} shown {:5} {:?} mean {:.2} 90 {:.2?} cov {:.2} known {}/{} single {} | before {:?} | {:?}", n.node, n.now.shown, n.now.level, n.now.score.mean, n.now.score.i90, n.now.coverage, n.now.leaves_known, n.now.leaves, n.now.single_source, n.before.as_ref().map(|b| (b.shown, b.score.mean, b.coverage)), n.change.as_ref().map(|c| (c.direction, c.probability))); println!("       missing {:?}", n.now.missing); } }
    for tie in ["USA-JPN", "USA-KOR"] {
        let e = explain::answer(&explain::Explain { tie: tie.into(), node: None, setting: Setting { as_of, draws: 2000, ..Default::default() } }, &snap).unwrap();
        fn show(b: &explain::Branch, d: usize) { println!("{}{} w {:.2} m {:.2} [{:.2} {:.2}] c {:.2} n {}", "  ".repeat(d), b.path, b.weight, b.score.score.mean, b.score.score.i90[0], b.score.score.i90[1], b.score.coverage, b.statements.len()); if std::env::args().nth(2).is_some() { for s in &b.statements { println!("{}      {:.2} {} {} {} {}", "  ".repeat(d), s.share, s.id, s.valid, s.speaker, s.text.en); } } for c in &b.children { show(c, d + 1) } }
        show(&e.node, 0);
        println!("{:?}", e.sources);
    }
}

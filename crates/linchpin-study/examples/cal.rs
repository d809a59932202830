use linchpin_assess::experiments::*;
fn main() {
    let snap = linchpin_dossier::read(std::path::Path::new("dossiers/indo-pacific")).unwrap();
    let view = snap.view(&Default::default());
    let fw = &snap.frameworks()["resilience"];
    let runs = std::env::args().nth(1).unwrap().parse().unwrap();
    let t = Trial { ties: vec!["USA-JPN".into(), "USA-KOR".into()], dates: vec!["2021-05-10".parse().unwrap()], runs, seed: 1 };
    for (q, tau, shared) in [(None, None, None), (Some(2.0), None, None), (Some(0.5), None, None), (None, Some(2.0), None), (None, Some(0.5), None), (None, None, Some(2.0)), (None, None, Some(0.5))] {
        let s = std::time::Instant::now();
        for c in calibration(&view, fw, &t, World { q, tau, shared }, &|_| ()).unwrap() { println!("{q:?} {tau:?} {shared:?} {:14} 90: {:.3} 50: {:.3} bias {:+.3} {:.2?}", c.node, c.covered_90, c.covered_50, c.bias, c.ranks); }
        println!("{:?}", s.elapsed());
    }
    let t = Trial { dates: vec!["2021-05-10".parse().unwrap(), "2026-01-14".parse().unwrap()], ..t };
    for press in [0.0, -0.05] { for p in placebo(&view, fw, &t, press, &|_| ()).unwrap() { println!("press {press} {:14} bias {:+.3} decl {:.3} rise {:.3}", p.node, p.bias, p.false_declines, p.false_rises); } }
}

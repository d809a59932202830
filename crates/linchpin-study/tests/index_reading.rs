//! Whatever the bytes, reading an index ends in an answer or an error, never in a panic.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

use linchpin_index::engine::Draws;
use linchpin_study::index::{
    Answer, Error, Index, Input, Place, Setting, Settings, Sheet, Uncertain, answer,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const DATA: &str =
    "uCode,uName,G,D,a,b,c\nU1,One,x,2,1,5,0\nU2,Two,y,4,3,,1\nU3,,x,5,2,7,1\nU4,Four,,1,90,2,0\n";
const META: &str = "Level,iCode,Direction,Weight,Parent,Denominator,Target,Type\n1,a,1,1,p,D,4,Indicator\n\
                    1,b,-1,2,p,,3,Indicator\n1,c,1,1,q,,1,Indicator\n2,p,1,1,r,,,Aggregate\n2,q,1,1,r,,,Aggregate\n\
                    3,r,1,1,,,,Aggregate\n,G,,,,,,Group\n,D,,,,,,Denominator\n";
const METHOD: &str = "impute = \"mean_grp:G\"\nscreen = \"available:.5\"\nkeep = [\"U2\"]\nskewness = 1.5\n\
                      normalise = \"minmax:1,100\"\naggregate = \"gmean,amean\"\n[indicator.c]\nnormalise = \"rank\"\n\
                      [uncertainty]\nweights = \".25\"\nnoise = \"value:.1\"\nimputation = true\n\
                      aggregate = \"gmean,amean|amean\"\n";

fn all(data: &[u8], meta: &[u8], method: &[u8]) -> Result<Answer, Error> {
    let input = Input::read(&Sheet::read("iData.csv", data)?, &Sheet::read("iMeta.csv", meta)?)?;
    let settings = Settings::read("index.toml", method)?;
    answer(&question(&input, &settings))
}

/// The question of a few draws and of what they are sensitive to.
fn question<'a>(input: &'a Input, settings: &'a Settings) -> Index<'a> {
    Index {
        input,
        settings,
        weights: None,
        seed: 1,
        draws: Draws::exactly(40),
        sensitivity: false,
        weight_sets: None,
        replicates: None,
    }
}

/// A text with one stretch of it replaced.
fn changed(text: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let pieces = vec![
        ",", "\n", "\"", "", "0", "-1", "NA", "Inf", "1e308", "-1e-308", "\u{feff}", "x", "p", "r", ";", "\0",
    ];
    let piece = prop_oneof![select(pieces).prop_map(|p| p.as_bytes().to_vec()), vec(any::<u8>(), 0..4)];
    (0..text.len(), 0..5_usize, piece).prop_map(move |(at, length, piece)| {
        let end = (at + length).min(text.len());
        [&text.as_bytes()[..at], &piece, &text.as_bytes()[end..]].concat()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_bytes(data in vec(any::<u8>(), 0..200), meta in vec(any::<u8>(), 0..200), method in vec(any::<u8>(), 0..60)) {
        let _ = all(&data, META.as_bytes(), METHOD.as_bytes());
        let _ = all(DATA.as_bytes(), &meta, METHOD.as_bytes());
        let _ = all(DATA.as_bytes(), META.as_bytes(), &method);
    }

    #[test]
    fn sound_files_with_a_stretch_replaced(data in changed(DATA), meta in changed(META), method in changed(METHOD)) {
        let answers = [
            all(&data, META.as_bytes(), METHOD.as_bytes()),
            all(DATA.as_bytes(), &meta, METHOD.as_bytes()),
            all(DATA.as_bytes(), META.as_bytes(), &method),
            all(&data, &meta, b""),
        ];
        for answer in answers.into_iter().flatten() {
            prop_assert!(answer.ranking.iter().all(|unit| unit.score.is_none_or(f64::is_finite)));
        }
    }

    #[test]
    fn any_uncertainty(
        weights in "[:.,a-z0-9]{0,12}", noise in "[:.,a-z0-9e+-]{0,10}", means in "[a-z:|,0-9]{0,16}", imputation: bool
    ) {
        let input = Input::read(
            &Sheet::read("iData.csv", DATA.as_bytes()).unwrap(),
            &Sheet::read("iMeta.csv", META.as_bytes()).unwrap(),
        ).unwrap();
        let forms = [("weights", weights), ("noise", noise), ("aggregate", means)];
        for (name, text) in forms {
            let text = format!("{name}={text}{}", if imputation { ",imputation" } else { "" });
            let Ok(uncertain) = Uncertain::read(&text, &Place::of("--uncertainty")) else { continue };
            let settings = Settings { uncertain: Some(uncertain), ..Settings::default() };
            let _ = answer(&question(&input, &settings));
        }
    }

    #[test]
    fn any_setting(text in "[a-zA-Z_:,.+0-9-]{0,24}", which in 0..8_usize) {
        let input = Input::read(
            &Sheet::read("iData.csv", DATA.as_bytes()).unwrap(),
            &Sheet::read("iMeta.csv", META.as_bytes()).unwrap(),
        ).unwrap();
        let setting = Some(Setting { text, place: Place::of("--option") });
        let mut settings = Settings::default();
        let fields = [
            &mut settings.impute, &mut settings.screen, &mut settings.treat, &mut settings.winsorise,
            &mut settings.normalise, &mut settings.weights, &mut settings.aggregate, &mut settings.available,
        ];
        *fields.into_iter().nth(which).unwrap() = setting;
        let _ = answer(&question(&input, &settings));
    }
}

#[test]
fn the_sound_files_are_sound() {
    let answer = all(DATA.as_bytes(), META.as_bytes(), METHOD.as_bytes()).unwrap();
    assert_eq!((answer.ranking.len(), answer.aggregates.len()), (4, 3));
    assert!(answer.ranking.iter().all(|unit| unit.rank.is_some()));
}

/// Every way to normalise, weigh and aggregate gives an answer on a poor table: one unit, one indicator, a constant
/// column, gaps only.
#[test]
fn poor_tables_have_an_answer() {
    let meta = b"Level,iCode,Direction,Weight,Parent,Type\n1,a,1,1,r,Indicator\n2,r,1,1,,Aggregate\n";
    for data in [
        "uCode,a\nU1,5\n",
        "uCode,a\nU1,5\nU2,5\nU3,5\n",
        "uCode,a\nU1,\nU2,\n",
        "uCode,a\nU1,\nU2,4\nU3,2\n",
    ] {
        for normalise in
            ["none", "minmax", "zscore", "scaled", "rank", "prank", "borda", "dist2max", "fracmax"]
        {
            for aggregate in ["amean", "copeland"] {
                for impute in ["none", "mean", "median", "multiple:3"] {
                    let method = format!(
                        "normalise = \"{normalise}\"\naggregate = \"{aggregate}\"\nimpute = \"{impute}\"\n"
                    );
                    let built = all(data.as_bytes(), meta, method.as_bytes());
                    let built = built.unwrap_or_else(|error| panic!("{data} {method}: {error}"));
                    assert!(built.ranking.iter().all(|unit| unit.score.is_some() == unit.rank.is_some()));
                }
            }
        }
    }
}

//! The short forms in which a method is written, in a file as on the command line: a name, and after a colon its numbers.
//! The names are those of COINr, with or without the letter that COINr puts before them.

use linchpin_index::composite::aggregate::Aggregate;
use linchpin_index::composite::benefit::Shares;
use linchpin_index::composite::build::Step;
use linchpin_index::composite::transform::Transform;

/// The forms of each setting, as messages show them.
pub const STEPS: &str = "denominate, impute, screen, treat";
/// Of `impute`.
pub const IMPUTE: &str = "none, mean, median, mean_grp:COLUMN, median_grp:COLUMN, multiple:SETS";
/// Of `screen`.
pub const SCREEN: &str = "none, SHARE, available:SHARE, nonzero:SHARE, available:SHARE,nonzero:SHARE";
/// Of `treat`.
pub const TREAT: &str =
    "none, winsorise, log_CT, log_CT_plus, log_CT_orig, log_GII, log, boxcox:LAMBDA, or two of them with a +";
/// Of `winsorise`.
pub const WINSORISE: &str = "POINTS, all, POINTS,force";
/// Of `normalise`.
pub const NORMALISE: &str = "none, minmax:LOW,HIGH, zscore:MEAN,SD, scaled:A,B, rank, prank, borda, dist2max, \
                             dist2ref:UNIT, dist2targ, dist2targ:TARGET, fracmax, goalposts, \
                             goalposts:LOWER,UPPER,SCALE";
/// Of `weights`.
pub const WEIGHTS: &str = "given, equal, pca, benefit, benefit:LEAST,MOST, FILE.csv";
/// Of `aggregate`.
pub const AGGREGATE: &str =
    "amean, gmean, hmean, genmean:P, copeland, or one a level with commas, from below";
/// Of `available`.
pub const AVAILABLE: &str = "SHARE, or one a level with commas, from below";

/// How gaps are filled.
#[derive(Clone, Debug, PartialEq)]
pub enum Impute {
    /// not
    None,
    /// by the mean of the column
    Mean,
    /// by its median
    Median,
    /// by the mean of a group
    GroupMean(String),
    /// by the median of a group
    GroupMedian(String),
    /// by that many draws
    Multiple(usize),
}

/// Where the weights come from.
#[derive(Clone, Debug, PartialEq)]
pub enum Weights {
    /// from `iMeta`
    Given,
    /// the same for all
    Equal,
    /// from the first principal component
    Components,
    /// as suits each unit best
    Benefit(Shares),
    /// from a table
    File(String),
}

/// A way to normalise, with parameters that may have to be looked up.
#[derive(Clone, Debug, PartialEq)]
pub struct Normalise {
    /// its name, without COINr's `n_`
    pub name: &'static str,
    /// numbers as written; none where `iMeta` is to give them
    pub numbers: Option<Vec<f64>>,
    /// the reference unit
    pub unit: Option<String>,
    /// whether what surpasses a target or reference counts as at it; none where `iMeta` or the usual decides
    pub capped: Option<bool>,
}

/// A name and what follows its colon.
fn parts<'t>(text: &'t str, letter: &str) -> (&'t str, Option<&'t str>) {
    let text = text.trim();
    let text = text.strip_prefix(letter).unwrap_or(text);
    match text.split_once(':') {
        Some((name, rest)) => (name.trim(), Some(rest.trim())),
        None => (text, None),
    }
}

fn number(text: &str) -> Option<f64> {
    text.trim().parse::<f64>().ok().filter(|number| number.is_finite())
}

fn numbers(text: &str) -> Option<Vec<f64>> {
    text.split(',').map(number).collect()
}

fn share(text: &str) -> Option<f64> {
    number(text).filter(|share| (0.0..=1.0).contains(share))
}

/// The steps before normalisation.
pub fn step(text: &str) -> Option<Step> {
    Some(match text.trim() {
        "denominate" => Step::Denominate,
        "impute" => Step::Impute,
        "screen" => Step::Screen,
        "treat" => Step::Treat,
        _ => return None,
    })
}

/// See [`IMPUTE`].
pub fn impute(text: &str) -> Option<Impute> {
    let column = |rest: Option<&str>| rest.filter(|name| !name.is_empty()).map(String::from);
    match parts(text, "i_") {
        ("none", None) => Some(Impute::None),
        ("mean", None) => Some(Impute::Mean),
        ("median", None) => Some(Impute::Median),
        ("mean_grp", rest) => column(rest).map(Impute::GroupMean),
        ("median_grp", rest) => column(rest).map(Impute::GroupMedian),
        ("multiple", rest) => {
            let sets = rest.map_or(Some(20), |rest| rest.parse().ok())?;
            (1..=1000).contains(&sets).then_some(Impute::Multiple(sets))
        }
        _ => None,
    }
}

/// See [`SCREEN`]: the least share of values, and the least share of values other than zero.
pub fn screen(text: &str) -> Option<(Option<f64>, Option<f64>)> {
    if text.trim() == "none" {
        return Some((None, None));
    }
    let (mut available, mut non_zero) = (None, None);
    for part in text.split(',') {
        match parts(part, "") {
            (bare, None) => available = Some(share(bare)?),
            ("available", Some(rest)) => available = Some(share(rest)?),
            ("nonzero", Some(rest)) => non_zero = Some(share(rest)?),
            _ => return None,
        }
    }
    Some((available, non_zero))
}

/// See [`WINSORISE`].
pub fn winsorise(text: &str) -> Option<Transform> {
    let (points, force) = match text.split_once(',') {
        Some((points, "force")) => (points.trim(), true),
        Some(_) => return None,
        None => (text.trim(), false),
    };
    let most = if points == "all" { None } else { Some(points.parse().ok()?) };
    Some(Transform::Winsorise { most, force })
}

/// See [`TREAT`]: the first transformation and the second.
pub fn treat(text: &str, winsorise: Transform) -> Option<[Option<Transform>; 2]> {
    if text.trim() == "none" {
        return Some([None, None]);
    }
    let one = |text: &str| {
        Some(match parts(text, "") {
            ("winsorise", None) => winsorise,
            ("log_CT", None) => Transform::LogCt,
            ("log_CT_plus", None) => Transform::LogCtPlus,
            ("log_CT_orig", None) => Transform::LogCtOrig,
            ("log_GII", None) => Transform::LogGii,
            ("log", None) => Transform::Log,
            ("boxcox", Some(lambda)) => Transform::BoxCox { lambda: number(lambda)? },
            _ => return None,
        })
    };
    match text.split('+').collect::<Vec<_>>()[..] {
        [first] => Some([Some(one(first)?), None]),
        [first, second] => Some([Some(one(first)?), Some(one(second)?)]),
        _ => None,
    }
}

/// The name of a transformation.
pub fn transform_name(transform: Transform) -> &'static str {
    match transform {
        Transform::Winsorise { .. } => "winsorise",
        Transform::LogCt => "log_CT",
        Transform::LogCtPlus => "log_CT_plus",
        Transform::LogCtOrig => "log_CT_orig",
        Transform::LogGii => "log_GII",
        Transform::Log => "log",
        Transform::BoxCox { .. } => "boxcox",
    }
}

/// See [`NORMALISE`].
pub fn normalise(text: &str) -> Option<Normalise> {
    let (name, rest) = parts(text, "n_");
    if rest == Some("") {
        return None;
    }
    let plain = |name| Normalise { name, numbers: Some(vec![]), unit: None, capped: None };
    // goalposts are kept to unless “free”, targets are not unless “cap”
    let (rest, capped) = match rest.map(|rest| rest.rsplit_once(',').unwrap_or(("", rest))) {
        Some((before, "cap")) => (Some(before), Some(true)),
        Some((before, "free")) => (Some(before), Some(false)),
        _ => (rest, None),
    };
    let rest = rest.filter(|rest| !rest.is_empty());
    let given = |usual: Option<Vec<f64>>, counts: &[usize]| match rest {
        None => Some(usual),
        Some("iMeta") => Some(None),
        Some(rest) => numbers(rest).filter(|numbers| counts.contains(&numbers.len())).map(Some),
    };
    let two = |name, usual: [f64; 2]| {
        let numbers = given(Some(usual.to_vec()), &[2])?;
        Some(Normalise { numbers, ..plain(name) }).filter(|_| capped.is_none())
    };
    let bare = |name| (rest.is_none() && capped.is_none()).then(|| plain(name));
    match name {
        "minmax" => two("minmax", [0.0, 100.0]),
        "zscore" => two("zscore", [0.0, 1.0]).filter(|it| it.numbers.as_ref().is_none_or(|of| of[1] > 0.0)),
        "scaled" => two("scaled", [0.0, 100.0]),
        "dist2targ" => Some(Normalise { numbers: given(None, &[1])?, capped, ..plain("dist2targ") }),
        "goalposts" => Some(Normalise { numbers: given(None, &[2, 3])?, capped, ..plain("goalposts") }),
        "dist2ref" => Some(Normalise { unit: Some(rest?.into()), capped, ..plain("dist2ref") }),
        "none" => bare("none"),
        "rank" => bare("rank"),
        "prank" => bare("prank"),
        "borda" => bare("borda"),
        "dist2max" => bare("dist2max"),
        "fracmax" => bare("fracmax"),
        _ => None,
    }
}

/// See [`WEIGHTS`].
pub fn weights(text: &str) -> Option<Weights> {
    match parts(text, "") {
        ("given", None) => Some(Weights::Given),
        ("equal", None) => Some(Weights::Equal),
        ("pca", None) => Some(Weights::Components),
        ("benefit", None) => Some(Weights::Benefit(Shares::FREE)),
        ("benefit", Some(rest)) => match rest.split(',').map(share).collect::<Option<Vec<_>>>()?[..] {
            [least, most] if least <= most => Some(Weights::Benefit(Shares { least, most })),
            _ => None,
        },
        _ if text.trim().ends_with(".csv") => Some(Weights::File(text.trim().into())),
        _ => None,
    }
}

/// See [`AGGREGATE`].
pub fn aggregate(text: &str) -> Option<Vec<Aggregate>> {
    let one = |text: &str| {
        Some(match parts(text, "a_") {
            ("amean" | "arithmetic", None) => Aggregate::Arithmetic,
            ("gmean" | "geometric", None) => Aggregate::Geometric,
            ("hmean" | "harmonic", None) => Aggregate::Harmonic,
            ("genmean" | "power", Some(p)) => Aggregate::Power(number(p)?),
            ("copeland", None) => Aggregate::Copeland,
            _ => return None,
        })
    };
    text.split(',').map(one).collect()
}

/// See [`AVAILABLE`].
pub fn available(text: &str) -> Option<Vec<f64>> {
    text.split(',').map(share).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_and_without_coinrs_letter() {
        assert_eq!(normalise("n_minmax:1,100"), normalise("minmax:1, 100"));
        assert_eq!(aggregate("a_gmean,amean"), Some(vec![Aggregate::Geometric, Aggregate::Arithmetic]));
        assert_eq!(impute("i_mean_grp:continent"), Some(Impute::GroupMean("continent".into())));
        assert_eq!(aggregate("genmean:-1.5"), Some(vec![Aggregate::Power(-1.5)]));
    }

    #[test]
    fn forms_with_options() {
        let five = Transform::Winsorise { most: Some(5), force: false };
        assert_eq!(winsorise("5"), Some(five));
        assert_eq!(winsorise("all,force"), Some(Transform::Winsorise { most: None, force: true }));
        assert_eq!(treat("winsorise+log_CT", five), Some([Some(five), Some(Transform::LogCt)]));
        assert_eq!(screen(".9"), Some((Some(0.9), None)));
        assert_eq!(screen("available:.9,nonzero:.05"), Some((Some(0.9), Some(0.05))));
        let target = normalise("dist2targ:5,cap").unwrap();
        assert_eq!((target.numbers, target.capped), (Some(vec![5.0]), Some(true)));
        assert_eq!(normalise("goalposts").unwrap().numbers, None);
        assert_eq!(normalise("dist2ref:DEU,cap").unwrap().unit.as_deref(), Some("DEU"));
        assert_eq!(weights("benefit:.1,.5"), Some(Weights::Benefit(Shares { least: 0.1, most: 0.5 })));
    }

    #[test]
    fn what_is_no_form() {
        let w = Transform::Winsorise { most: None, force: false };
        for text in
            ["", "minmax:", "minmax:1", "minmax:a,b", "zscore:0,0", "rank:3", "dist2ref", "minmax:1,inf", "x"]
        {
            assert!(normalise(text).is_none(), "{text}");
        }
        assert!(screen("1.5").is_none() && screen("").is_none() && winsorise("-1").is_none());
        assert!(treat("log_CT+log+log", w).is_none() && treat("boxcox", w).is_none());
        assert!(impute("mean_grp").is_none() && impute("multiple:0").is_none());
        assert!(aggregate("genmean").is_none() && aggregate("").is_none());
        assert!(weights("benefit:.5,.1").is_none() && weights("weights.txt").is_none());
        assert!(step("normalise").is_none() && available("2").is_none());
    }
}

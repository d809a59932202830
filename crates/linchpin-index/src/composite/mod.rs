//! Composite indicators: from a table of indicators to one index, step by step as the *Handbook on Constructing
//! Composite Indicators* (OECD & JRC 2008) lays them out, and with the digits of the R package COINr (Becker et al.
//! 2022, *Journal of Open Source Software* 7 (78), 4567).
//!
//! | step | module |
//! |---|---|
//! | divide by the size of the unit | [`denominate`] |
//! | fill gaps with one value, or with draws | [`impute`], [`multiple`] |
//! | drop units of which too little is known | [`screen`] |
//! | draw in outliers, take logarithms | [`treat`], [`transform`] |
//! | put all on one scale, pointing upwards | [`normalise`] |
//! | weigh and aggregate up to the root | [`combine`], [`aggregate`], [`components`], [`benefit`] |
//! | draw all of it | [`uncertain`] |
//! | look at it | [`describe`], [`correlate`], [`effective`], [`rank`] |
//!
//! Each step is a function of arrays with its method as an argument, and [`build`](build::build) strings them together.
//! Data are a [`Matrix`](matrix::Matrix), units × indicators, column-major, in which **`f64::NAN` is a missing value**
//! and no other value is not finite; every step keeps to that, whatever it divides or takes the logarithm of.
//! `docs/INDEX.md` has the formulas, and what each step does where it is not defined.
//!
//! ```
//! use linchpin_index::composite::build::{Data, Impute, Method, Step, build};
//! use linchpin_index::composite::combine::{Level, Weights};
//! use linchpin_index::composite::hierarchy::{Hierarchy, Row};
//! use linchpin_index::composite::matrix::Matrix;
//! use linchpin_index::composite::{aggregate::Aggregate, normalise::Normalise, rank::ranks, screen::Screen, treat::Treat};
//!
//! // Two indicators of three countries; less of the second is better.
//! let row = |code: &str, level, parent: Option<&str>| Row { code: code.into(), level, parent: parent.map(Into::into) };
//! let hierarchy =
//!     Hierarchy::new(&[row("ties", 1, Some("index")), row("debt", 1, Some("index")), row("index", 2, None)])?;
//! let units = ["A", "B", "C"].map(String::from);
//! let data = Data {
//!     hierarchy: &hierarchy,
//!     units: &units,
//!     indicators: &Matrix::of_columns(3, &[vec![10.0, 30.0, 20.0], vec![1.0, 2.0, 5.0]]),
//!     directions: &[1.0, -1.0],
//!     denominators: &Matrix::missing(3, 0),
//!     divided_by: &[None, None],
//!     groups: &[None, None, None],
//! };
//! let method = Method {
//!     order: vec![Step::Treat],
//!     impute: Impute::None,
//!     screen: Screen::default(),
//!     treat: vec![Treat::default(); 2],
//!     normalise: vec![Normalise::MinMax(0.0, 100.0); 2],
//!     weights: Weights::Given(vec![1.0, 1.0, 1.0]),
//!     levels: vec![Level { method: Aggregate::Arithmetic, available: 0.0 }],
//! };
//! let built = build(&data, &method)?;
//! let index = built.combined.scores.column(hierarchy.root());
//! assert_eq!(index, [50.0, 87.5, 25.0]);
//! assert_eq!(ranks(index), [Some(2), Some(1), Some(3)]);
//! # Ok::<(), linchpin_index::composite::error::Error>(())
//! ```

pub mod aggregate;
pub mod benefit;
pub mod build;
pub mod combine;
pub mod components;
pub mod correlate;
pub mod denominate;
pub mod describe;
pub mod effective;
pub mod error;
pub mod hierarchy;
pub mod impute;
pub mod matrix;
pub mod multiple;
pub mod normalise;
pub mod rank;
pub mod screen;
pub mod sums;
pub mod transform;
pub mod treat;
pub mod uncertain;

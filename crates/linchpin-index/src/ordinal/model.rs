//! Codings and the model of them: what is checked, and which items are alike.

use super::layout::Layout;
use super::places::Places;
use std::collections::BTreeMap;

/// What several coders made of several items.
#[derive(Clone, Debug, PartialEq)]
pub struct Codings {
    /// how many coders there are
    pub coders: usize,
    /// for each scale how many levels it has, 2 or more
    pub levels: Vec<usize>,
    /// the items
    pub items: Vec<Item>,
    /// the ratings, in any order; a coder rates an item once or not at all
    pub ratings: Vec<Rating>,
}

/// An item that is placed on a scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item {
    /// the scale
    pub scale: usize,
    /// mean of its latent place before anybody rates it
    pub mean: f64,
    /// standard deviation of its latent place before anybody rates it
    pub sd: f64,
}

impl Item {
    /// An item of which nothing is known: N(0, 1).
    pub fn on(scale: usize) -> Item {
        Item { scale, mean: 0.0, sd: 1.0 }
    }
}

/// The level that a coder gives an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rating {
    /// the item
    pub item: usize,
    /// the coder
    pub coder: usize,
    /// the level, counted from 0
    pub level: usize,
}

/// Why codings are no data of the model.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Error {
    /// there is no rating at all
    NoRatings,
    /// a scale has fewer than two levels, so that its ratings could not differ
    OneLevel {
        /// the scale
        scale: usize,
    },
    /// an item is on a scale that there is not
    NoScale {
        /// the item
        item: usize,
    },
    /// the place of an item before it is rated has no finite mean, or no positive standard deviation
    NoPrior {
        /// the item
        item: usize,
    },
    /// a rating names an item, a coder or a level that there is not
    Stray {
        /// which of the ratings
        rating: usize,
    },
    /// a coder rates an item twice
    Twice {
        /// which of the ratings is the second
        rating: usize,
    },
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Error::NoRatings => write!(f, "there are no ratings; at least one is needed"),
            Error::OneLevel { scale } => {
                write!(f, "scale {scale} has fewer than two levels; give it two or more")
            }
            Error::NoScale { item } => write!(f, "item {item} is on a scale that there is not"),
            Error::NoPrior { item } => {
                write!(f, "item {item} needs a finite mean and a standard deviation above 0")
            }
            Error::Stray { rating } => {
                write!(
                    f,
                    "rating {rating} names an item, coder or level that there is not; they count from 0"
                )
            }
            Error::Twice { rating } => {
                write!(f, "rating {rating} rates an item that the coder has rated; keep one of the two")
            }
        }
    }
}

impl std::error::Error for Error {}

/// Items that nobody can tell apart: the same prior, and the same ratings by the same coders.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pattern {
    /// which of the priors of [`Places`]
    pub prior: usize,
    /// the scale
    pub scale: usize,
    /// ratings: which of the pairs of coder and scale of the [`Layout`], and the level
    pub ratings: Vec<(usize, usize)>,
    /// how many items
    pub count: f64,
}

/// Codings, checked and counted.
#[derive(Clone, Debug)]
pub struct Model {
    pub(super) layout: Layout,
    pub(super) places: Places,
    pub(super) patterns: Vec<Pattern>,
    /// for each item its pattern
    pub(super) pattern_of: Vec<usize>,
    /// for each pair of the layout the number of ratings
    pub(super) rated: Vec<usize>,
}

impl Model {
    /// The model of some codings. Neither the order of the ratings nor that of the items changes anything but the order of
    /// the answer.
    pub fn new(codings: &Codings) -> Result<Model, Error> {
        check(codings)?;
        let used = codings.ratings.iter().map(|rating| (rating.coder, codings.items[rating.item].scale));
        let layout = Layout::new(codings.coders, &codings.levels, used.collect());
        let of_items = by_item(codings)?;
        let (places, prior_of) = Places::of(&codings.items, 0.0);
        let mut rated = vec![0; layout.pairs.len()];
        let keys: Vec<_> = codings
            .items
            .iter()
            .zip(&of_items)
            .enumerate()
            .map(|(at, (item, ratings))| {
                let of_pair = |&(coder, level): &(usize, usize)| (layout.pair(coder, item.scale), level);
                let ratings: Vec<(usize, usize)> = ratings.iter().map(of_pair).collect();
                ratings.iter().for_each(|(pair, _)| rated[*pair] += 1);
                (item.scale, prior_of[at], ratings)
            })
            .collect();
        let mut counts = BTreeMap::new();
        keys.iter().for_each(|key| *counts.entry(key).or_insert(0.0) += 1.0);
        let at: BTreeMap<_, usize> = counts.keys().enumerate().map(|(at, key)| (*key, at)).collect();
        let pattern_of = keys.iter().map(|key| at[key]).collect();
        let patterns = counts
            .iter()
            .map(|((scale, prior, ratings), count)| Pattern {
                prior: *prior,
                scale: *scale,
                ratings: ratings.clone(),
                count: *count,
            })
            .collect();
        let coarse = Model { layout, places, patterns, pattern_of, rated };
        let (places, _) = Places::of(&codings.items, coarse.sharpness());
        Ok(Model { places, ..coarse })
    }

    /// How its parameters lie in a vector.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }
}

fn check(codings: &Codings) -> Result<(), Error> {
    if codings.ratings.is_empty() {
        return Err(Error::NoRatings);
    }
    if let Some(scale) = codings.levels.iter().position(|&levels| levels < 2) {
        return Err(Error::OneLevel { scale });
    }
    if let Some(item) = codings.items.iter().position(|item| item.scale >= codings.levels.len()) {
        return Err(Error::NoScale { item });
    }
    let sound = |item: &Item| item.mean.is_finite() && item.sd.is_finite() && item.sd > 0.0;
    if let Some(item) = codings.items.iter().position(|item| !sound(item)) {
        return Err(Error::NoPrior { item });
    }
    let stray = |rating: &Rating| {
        let item = codings.items.get(rating.item);
        let known = |item: &Item| rating.level < codings.levels[item.scale];
        rating.coder >= codings.coders || !item.is_some_and(known)
    };
    codings.ratings.iter().position(stray).map_or(Ok(()), |rating| Err(Error::Stray { rating }))
}

/// For each item who gave it which level, by coder.
fn by_item(codings: &Codings) -> Result<Vec<Vec<(usize, usize)>>, Error> {
    let mut found: Vec<BTreeMap<usize, usize>> = vec![BTreeMap::new(); codings.items.len()];
    for (at, rating) in codings.ratings.iter().enumerate() {
        if found[rating.item].insert(rating.coder, rating.level).is_some() {
            return Err(Error::Twice { rating: at });
        }
    }
    Ok(found.into_iter().map(|of_item| of_item.into_iter().collect()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codings() -> Codings {
        let ratings = [(0, 0, 1), (1, 0, 1), (2, 0, 0), (0, 1, 1), (1, 1, 1)];
        let rating = |(item, coder, level)| Rating { item, coder, level };
        Codings {
            coders: 2,
            levels: vec![3, 2],
            items: vec![Item::on(0), Item::on(0), Item::on(1)],
            ratings: ratings.map(rating).to_vec(),
        }
    }

    #[test]
    fn items_that_nobody_can_tell_apart_are_counted() {
        let model = Model::new(&codings()).unwrap();
        let counts: Vec<f64> = model.patterns.iter().map(|pattern| pattern.count).collect();
        assert_eq!((counts, model.pattern_of), (vec![2.0, 1.0], vec![0, 0, 1]));
        assert_eq!(model.rated, [2, 1, 2]);
    }

    #[test]
    fn what_is_no_data_is_refused() {
        let refused = |change: fn(&mut Codings)| {
            let mut codings = codings();
            change(&mut codings);
            Model::new(&codings).map(|_| ()).unwrap_err()
        };
        assert_eq!(refused(|c| c.ratings.clear()), Error::NoRatings);
        assert_eq!(refused(|c| c.levels[1] = 1), Error::OneLevel { scale: 1 });
        assert_eq!(refused(|c| c.items[2].scale = 2), Error::NoScale { item: 2 });
        assert_eq!(refused(|c| c.items[1].sd = 0.0), Error::NoPrior { item: 1 });
        assert_eq!(refused(|c| c.items[1].mean = f64::NAN), Error::NoPrior { item: 1 });
        assert_eq!(refused(|c| c.ratings[3].coder = 2), Error::Stray { rating: 3 });
        assert_eq!(refused(|c| c.ratings[3].item = 3), Error::Stray { rating: 3 });
        assert_eq!(refused(|c| c.ratings[2].level = 2), Error::Stray { rating: 2 });
        assert_eq!(refused(|c| c.ratings[4].item = 0), Error::Twice { rating: 4 });
        assert!(refused(|c| c.ratings.clear()).to_string().contains("at least one"));
    }
}

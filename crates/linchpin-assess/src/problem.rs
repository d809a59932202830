//! The assessment as arrays: every leaf of every tie with its states, ready to be drawn.

use crate::clock;
use crate::error::Error;
use crate::facts::Facts;
use crate::observe::{self, Observation};
use crate::readings::{self, LeafState, unmultiplied};
use crate::tie::{Setting, Tie};
use crate::tree::{Child, Tree};
use linchpin_index::events;
use linchpin_index::order::concordance;
use linchpin_index::reading::{
    CODER_EFFECT_SD, CODER_SD, SOURCE_EFFECT_SD, grade_sd, level as level_reading,
};
use linchpin_model::Date;
use linchpin_model::framework::{Balance, Checklist, Framework, Gap, Indicator, Pattern, Selector, Side};
use linchpin_model::id::{EntityId, IssueId};
use linchpin_model::statement::{Claim, Kind};
use linchpin_model::vocabulary::Vocabulary;
use std::collections::BTreeMap;

/// A tie at a date.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// the tie
    pub tie: EntityId,
    /// the date of validity
    pub as_of: Date,
}

/// How a leaf gets its value.
#[derive(Clone)]
pub(crate) enum Form {
    /// a state of its own
    State(usize),
    /// how close two states are
    Gap(usize, usize),
    /// a mean and a variance for each date, without a state; `None` where nothing is known
    Alone(Vec<Option<Alone>>),
}

/// The value of a leaf without a state at one date.
#[derive(Clone, Debug)]
pub(crate) struct Alone {
    pub mean: f64,
    pub variance: f64,
    pub carriers: Vec<Carrier>,
}

/// A statement's share in a leaf, through one source.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Carrier {
    pub fact: usize,
    pub source: u32,
    pub share: f64,
}

/// Mean and variance of a leaf, before the beta distribution makes them fit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Moments {
    pub mean: f64,
    pub variance: f64,
}

/// One tie's leaves and weights.
#[derive(Clone)]
pub(crate) struct TieProblem {
    pub tie: Tie,
    /// one form for each leaf of the tree
    pub forms: Vec<Form>,
    /// for each node of the tree, its children's weights in this tie
    pub weights: Vec<Vec<f64>>,
    /// for each leaf, its weight as salience has it, for each date
    pub salience: Vec<Vec<f64>>,
}

/// Everything that draws need.
#[derive(Clone)]
pub(crate) struct Problem<'v> {
    pub facts: Facts<'v>,
    pub tree: Tree,
    pub dates: Vec<Date>,
    pub states: Vec<LeafState>,
    /// names of the states, under which their innovations are drawn
    pub names: Vec<String>,
    pub ties: Vec<TieProblem>,
    /// (tie, date) of each cell
    pub cells: Vec<(usize, usize)>,
}

/// No leaf is quite 0 or 1, also where two sides stand at the same place or a list is complete (METHOD 11).
const CERTAIN: [f64; 2] = [0.02, 0.98];
/// The mean of a leaf without evidence is drawn towards this by two virtual siblings (METHOD 16).
const UNINFORMED: f64 = 0.5;
/// The standard deviation of a leaf without evidence (METHOD 16).
pub(crate) const MISSING_SD: f64 = 0.25;

impl<'v> Problem<'v> {
    /// Compiles a framework over facts for some cells.
    pub fn compile(facts: Facts<'v>, framework: &Framework, cells: &[Cell]) -> Result<Problem<'v>, Error> {
        let mut dates: Vec<Date> = cells.iter().map(|c| c.as_of).collect();
        dates.sort();
        dates.dedup();
        let mut ids: Vec<&EntityId> = vec![];
        for cell in cells {
            if !ids.contains(&&cell.tie) {
                ids.push(&cell.tie);
            }
        }
        let tree = Tree::of(framework);
        let ties = ids
            .iter()
            .map(|id| Tie::find(facts.vocabulary, id).ok_or_else(|| Error::no_tie(id, facts.vocabulary)))
            .collect::<Result<Vec<_>, _>>()?;
        let mut builder = Builder { facts: &facts, framework, dates: &dates, states: vec![], names: vec![] };
        let pooled = builder.pooled_balances(&ties, &tree);
        let forms: Vec<Vec<Form>> = ties
            .iter()
            .map(|tie| (0..tree.leaves.len()).map(|leaf| builder.form(tie, &tree, leaf, &pooled)).collect())
            .collect();
        let (states, names) = (builder.states, builder.names);
        let ties: Vec<TieProblem> = ties
            .into_iter()
            .zip(forms)
            .map(|(tie, forms)| {
                let system = |role| facts.vocabulary.actors.get(tie.state(role)).and_then(|s| s.system);
                let weights = (0..tree.nodes.len())
                    .map(|n| tree.weights_for(n, &framework.indicator, &tie.id, system))
                    .collect();
                let salience = forms.iter().map(|f| leaf_salience(f, &states, dates.len())).collect();
                TieProblem { tie, forms, weights, salience }
            })
            .collect();
        let place = |cell: &Cell| {
            let tie = ties.iter().position(|t| t.tie.id == cell.tie).unwrap_or_default();
            (tie, dates.binary_search(&cell.as_of).unwrap_or_default())
        };
        let cells = cells.iter().map(place).collect();
        Ok(Problem { facts, tree, dates, states, names, ties, cells })
    }

    /// The same problem with other states, for experiments.
    pub fn with_states(&self, states: Vec<LeafState>) -> Problem<'v> {
        Problem { states, ..self.clone() }
    }

    /// Mean and variance of a leaf at a date under one of the nine multipliers; `None` without evidence.
    pub fn moments(&self, tie: usize, leaf: usize, date: usize, by: usize) -> Option<Moments> {
        let moments = self.plain_moments(tie, leaf, date, by)?;
        Some(Moments { mean: moments.mean.clamp(CERTAIN[0], CERTAIN[1]), ..moments })
    }

    fn plain_moments(&self, tie: usize, leaf: usize, date: usize, by: usize) -> Option<Moments> {
        if !self.applies(tie, leaf) {
            return None;
        }
        match &self.ties[tie].forms[leaf] {
            Form::State(state) => self.state_moments(*state, date, by),
            Form::Gap(a, b) => {
                let (first, second) = (self.state_moments(*a, date, by)?, self.state_moments(*b, date, by)?);
                let shared = self.shared_covariance(*a, *b, date, by);
                Some(Moments {
                    mean: 1.0 - (first.mean - second.mean).abs(),
                    variance: (first.variance + second.variance - 2.0 * shared).max(1e-9),
                })
            }
            Form::Alone(at) => at[date].as_ref().map(|a| Moments { mean: a.mean, variance: a.variance }),
        }
    }

    /// A state's mean and P = C + Σ A² var(b) (METHOD 13).
    fn state_moments(&self, state: usize, date: usize, by: usize) -> Option<Moments> {
        let solved = &self.states[state].solved[by];
        let count = self.dates.len();
        solved.informed(date).then(|| {
            let shared: f64 = self
                .shared_weights(state, date, by)
                .map(|(effect, weight)| weight * weight * effect.variance())
                .sum();
            Moments {
                mean: solved.mean[date],
                variance: (solved.covariance[date * count + date] + shared).max(1e-9),
            }
        })
    }

    /// The weights of the sources and coders whose errors a state shares with others.
    pub fn shared_weights(
        &self,
        state: usize,
        date: usize,
        by: usize,
    ) -> impl Iterator<Item = (Effect, f64)> + '_ {
        let solved = &self.states[state].solved[by];
        let sources = self.facts.sources.len() as u32;
        let coders = self.facts.coders.len() as u32;
        let of_sources = solved.by_source[date].iter().filter(move |(id, _)| *id < sources);
        let of_coders = solved.by_coder[date].iter().filter(move |(id, _)| *id < coders);
        of_sources
            .map(|(id, weight)| (Effect::Source(*id), *weight))
            .chain(of_coders.map(|(id, weight)| (Effect::Coder(*id), *weight)))
    }

    fn shared_covariance(&self, a: usize, b: usize, date: usize, by: usize) -> f64 {
        let of_b: BTreeMap<Effect, f64> = self.shared_weights(b, date, by).collect();
        self.shared_weights(a, date, by)
            .filter_map(|(effect, weight)| of_b.get(&effect).map(|other| weight * other * effect.variance()))
            .sum()
    }

    /// The mean that a leaf without evidence is given: its informed siblings', drawn towards one half (METHOD 16).
    pub fn missing_mean(&self, tie: usize, leaf: usize, date: usize) -> f64 {
        let parent = &self.tree.nodes[self.tree.leaves[leaf].parent];
        let known: Vec<f64> = parent
            .children
            .iter()
            .filter_map(|child| match child {
                Child::Leaf(sibling) => self.moments(tie, *sibling, date, unmultiplied()).map(|m| m.mean),
                Child::Node(_) => None,
            })
            .collect();
        (known.iter().sum::<f64>() + 2.0 * UNINFORMED) / (known.len() as f64 + 2.0)
    }

    /// How well a leaf is covered by evidence: 1 − min(1, 12 P), and 0 without any (METHOD 16).
    pub fn coverage(&self, tie: usize, leaf: usize, date: usize) -> f64 {
        self.moments(tie, leaf, date, unmultiplied()).map_or(0.0, |m| 1.0 - (12.0 * m.variance).min(1.0))
    }

    /// Whether a leaf's indicator says anything about a tie.
    pub fn applies(&self, tie: usize, leaf: usize) -> bool {
        let parent = self.tree.leaves[leaf].parent;
        let place = self.tree.nodes[parent].children.iter().position(|c| *c == Child::Leaf(leaf));
        place.is_some_and(|place| self.ties[tie].weights[parent][place] > 0.0)
    }

    /// Weights of a node's children at a date: as the framework has them, times twice the mean salience of positions.
    pub fn weights_at(&self, tie: usize, node: usize, date: usize) -> Vec<f64> {
        let problem = &self.ties[tie];
        self.tree.nodes[node]
            .children
            .iter()
            .zip(&problem.weights[node])
            .map(|(child, weight)| match child {
                Child::Leaf(leaf) => weight * problem.salience[*leaf][date],
                Child::Node(_) => *weight,
            })
            .collect()
    }

    /// Who carries a leaf at a date, with shares that sum to 1; empty without evidence.
    pub fn carriers(&self, tie: usize, leaf: usize, date: usize) -> Vec<Carrier> {
        if !self.applies(tie, leaf) {
            return vec![];
        }
        match &self.ties[tie].forms[leaf] {
            Form::State(state) => self.state_carriers(*state, date, 1.0),
            Form::Gap(a, b) => {
                let mut both = self.state_carriers(*a, date, 0.5);
                let second = self.state_carriers(*b, date, 0.5);
                if both.is_empty() || second.is_empty() {
                    return vec![];
                }
                both.extend(second);
                both
            }
            Form::Alone(at) => at[date].as_ref().map_or(vec![], |a| a.carriers.clone()),
        }
    }

    fn state_carriers(&self, state: usize, date: usize, total: f64) -> Vec<Carrier> {
        let leaf = &self.states[state];
        let weights = &leaf.solved[unmultiplied()].weights[date];
        let sum: f64 =
            weights.iter().zip(&leaf.carriers).filter(|(_, c)| !c.is_empty()).map(|(w, _)| w.abs()).sum();
        if sum <= 0.0 {
            return vec![];
        }
        weights
            .iter()
            .zip(&leaf.carriers)
            .filter(|(weight, _)| **weight != 0.0)
            .flat_map(|(weight, shares)| {
                let weight = total * weight.abs() / sum;
                shares.iter().map(move |s| Carrier {
                    fact: s.fact,
                    source: s.source,
                    share: weight * s.share,
                })
            })
            .collect()
    }
}

/// An error shared by everything that one source says, or one coder codes (METHOD 12).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Effect {
    Source(u32),
    Coder(u32),
}

impl Effect {
    pub fn sd(self) -> f64 {
        match self {
            Effect::Source(_) => SOURCE_EFFECT_SD,
            Effect::Coder(_) => CODER_EFFECT_SD,
        }
    }

    fn variance(self) -> f64 {
        self.sd() * self.sd()
    }
}

/// Only gaps weigh by salience: how much their issue matters to both sides, against a middling ½ (METHOD 17).
fn leaf_salience(form: &Form, states: &[LeafState], dates: usize) -> Vec<f64> {
    match form {
        Form::Gap(a, b) => (0..dates).map(|d| states[*a].salience[d] + states[*b].salience[d]).collect(),
        _ => vec![1.0; dates],
    }
}

/// Events for and against, of one leaf at one date: months ago and weight by status.
struct Weighed {
    in_favour: Vec<(f64, f64)>,
    against: Vec<(f64, f64)>,
    carriers: Vec<Carrier>,
}

struct Builder<'b, 'v> {
    facts: &'b Facts<'v>,
    framework: &'b Framework,
    dates: &'b [Date],
    states: Vec<LeafState>,
    names: Vec<String>,
}

impl Builder<'_, '_> {
    fn form(&mut self, tie: &Tie, tree: &Tree, leaf: usize, pooled: &BTreeMap<(usize, usize), f64>) -> Form {
        let at = &tree.leaves[leaf];
        let indicator = &self.framework.indicator[at.indicator];
        let setting = Setting { vocabulary: self.facts.vocabulary, tie, capital: at.capital };
        if let Some(gap) = &indicator.gap {
            let [a, b] = [0, 1].map(|side| self.side(setting, indicator, gap, side));
            Form::Gap(a, b)
        } else if let Some(order) = &indicator.order {
            Form::Alone((0..self.dates.len()).map(|d| self.order(setting, indicator, order, d)).collect())
        } else if let Some(list) = &indicator.checklist {
            Form::Alone((0..self.dates.len()).map(|d| self.checklist(setting, indicator, list, d)).collect())
        } else if let Some(balance) = &indicator.balance {
            let by_date = |d: usize| {
                let weighed = self.weigh(setting, balance, self.dates[d]);
                let share = pooled.get(&(at.indicator, d)).copied().unwrap_or(UNINFORMED);
                (!weighed.carriers.is_empty()).then(|| {
                    let (mean, variance) =
                        events::balance(&weighed.in_favour, &weighed.against, balance.half_life, share);
                    Alone { mean, variance, carriers: weighed.carriers }
                })
            };
            Form::Alone((0..self.dates.len()).map(by_date).collect())
        } else {
            Form::State(self.by_rules(setting, indicator, &at.path))
        }
    }

    /// A leaf that rules read. Where judgements are read, events are not (METHOD 19).
    fn by_rules(&mut self, setting: Setting, indicator: &Indicator, path: &str) -> usize {
        let mut observations = observe::by_rules(self.facts, setting, &indicator.rule);
        let kind = |o: &Observation| self.facts.all[o.fact].statement.claim.kind();
        if observations.iter().any(|o| kind(o) == Kind::Judgement) {
            observations.retain(|o| kind(o) != Kind::Event);
        }
        let heads: Vec<&EntityId> =
            indicator.office_of.iter().flat_map(|side| setting.states(*side)).collect();
        let name = format!("{path}|{}", setting.tie.id);
        self.state(name, indicator, &observations, &heads)
    }

    /// One side of a gap: a state's position on an issue, shared by every tie that asks for the same.
    fn side(&mut self, setting: Setting, indicator: &Indicator, gap: &Gap, side: usize) -> usize {
        let selector = &gap.sides[side];
        let states = setting.states(selector.side);
        let towards = gap.object.as_ref().map(|_| setting.tie.id.as_str()).unwrap_or_default();
        let who = Selector { side: Side::Member, who: selector.who.clone() };
        let names: Vec<&str> = states.iter().map(|s| s.as_str()).collect();
        let name = format!("{}|{}|{who}|{towards}", gap.issue, names.join("+"));
        if let Some(known) = self.names.iter().position(|n| *n == name) {
            return known;
        }
        let pattern = position_pattern(&gap.issue, selector, gap.object.as_ref());
        let observations = observe::positions(self.facts, setting, &pattern);
        let tied = indicator.office_of.iter().flat_map(|s| setting.states(*s)).any(|s| states.contains(&s));
        let heads = if tied { states } else { vec![] };
        self.state(name, indicator, &observations, &heads)
    }

    fn state(
        &mut self,
        name: String,
        indicator: &Indicator,
        observations: &[Observation],
        heads: &[&EntityId],
    ) -> usize {
        let clock = clock::clock(self.framework, indicator.class, self.facts.vocabulary, heads);
        let returns: Vec<_> =
            heads.iter().flat_map(|state| clock::returns(self.facts.vocabulary, state)).collect();
        self.states.push(readings::solve(self.facts, observations, &clock, &returns, self.dates));
        self.names.push(name);
        self.states.len() - 1
    }

    /// The newest ranking of each side, and how far they agree.
    fn order(&self, setting: Setting, indicator: &Indicator, gap: &Gap, date: usize) -> Option<Alone> {
        let as_of = self.dates[date];
        let newest = |selector: &Selector| {
            let pattern = position_pattern(&gap.issue, selector, gap.object.as_ref());
            let mut given = observe::rankings(self.facts, setting, &pattern, &gap.issue);
            given.retain(|(fact, _)| self.facts.all[*fact].statement.valid.first_day() <= as_of);
            // among rankings of one date, the fullest
            given.into_iter().max_by_key(|(fact, ranks)| {
                let valid = &self.facts.all[*fact].statement.valid;
                (valid.first_day(), ranks.iter().flatten().count())
            })
        };
        let ((first, a), (second, b)) = (newest(&gap.sides[0])?, newest(&gap.sides[1])?);
        let both: Vec<(usize, usize)> = a.iter().zip(&b).filter_map(|(a, b)| Some(((*a)?, (*b)?))).collect();
        let (a, b): (Vec<usize>, Vec<usize>) = both.into_iter().unzip();
        let pairs = a.len() * a.len().saturating_sub(1) / 2;
        (pairs > 0).then(|| {
            let (_, sd) = level_reading(1, pairs + 1, false);
            let own: f64 =
                [first, second].map(|fact| self.alone_variance(indicator, fact, date)).iter().sum();
            Alone {
                mean: concordance(&a, &b),
                variance: sd * sd + own,
                carriers: carriers_of(self.facts, &[first, second]),
            }
        })
    }

    /// The share of a list that is known to be present among what is known at all (METHOD 18).
    fn checklist(
        &self,
        setting: Setting,
        indicator: &Indicator,
        list: &Checklist,
        date: usize,
    ) -> Option<Alone> {
        let as_of = self.dates[date];
        let (mut used, mut present) = (vec![], 0.0);
        for topic in &list.topics {
            let pattern = Pattern {
                kind: Kind::Provision,
                subject: list.subject.clone(),
                object: None,
                issue: None,
                topic: Some(topic.clone()),
                measure: None,
                types: vec![],
                statuses: vec![],
            };
            let newest = observe::matching(self.facts, setting, &pattern)
                .filter(|fact| self.facts.all[*fact].statement.valid.first_day() <= as_of)
                .max_by_key(|fact| {
                    let valid = &self.facts.all[*fact].statement.valid;
                    (valid.last_day().min(as_of), valid.first_day())
                });
            if let Some(fact) = newest {
                used.push(fact);
                if let Claim::Provision(c) = &self.facts.all[fact].statement.claim
                    && c.value == list.present
                {
                    present += 1.0;
                }
            }
        }
        let (known, all) = (used.len() as f64, list.topics.len() as f64);
        (known > 0.0).then(|| {
            let own = used.iter().map(|f| self.alone_variance(indicator, *f, date)).sum::<f64>() / known;
            let unknown = (all - known) / all;
            Alone {
                mean: present / known,
                // what is known varies as one reading does; what is unknown may be anything between none and all
                variance: (known / all) * (known / all) * own + unknown * unknown / 12.0,
                carriers: carriers_of(self.facts, &used),
            }
        })
    }

    /// Variance of a statement that is used without a state: coding, grade, shared errors, and time since it last held.
    fn alone_variance(&self, indicator: &Indicator, fact: usize, date: usize) -> f64 {
        let as_of = self.dates[date];
        let fact = &self.facts.all[fact];
        let row = fact.sources.iter().map(|(_, row)| *row).min().unwrap_or(5);
        let held = fact.statement.valid.last_day().min(as_of);
        let q = self.framework.volatility.get(&indicator.class).copied().unwrap_or_default();
        let since = (clock::years(as_of) - clock::years(held)).max(0.0);
        CODER_SD * CODER_SD
            + grade_sd(row) * grade_sd(row)
            + SOURCE_EFFECT_SD * SOURCE_EFFECT_SD
            + CODER_EFFECT_SD * CODER_EFFECT_SD
            + q * q * since
    }

    /// The events that a balance takes within its window before a date, one for each cluster of the same act.
    fn weigh(&self, setting: Setting, balance: &Balance, as_of: Date) -> Weighed {
        let mut used: Vec<usize> = vec![];
        let mut side = |patterns: &[Pattern]| {
            let mut clusters: BTreeMap<_, (f64, f64, usize)> = BTreeMap::new();
            for pattern in patterns {
                for fact in observe::matching(self.facts, setting, pattern) {
                    let statement = self.facts.all[fact].statement;
                    let Claim::Event(event) = &statement.claim else { continue };
                    let day = statement.valid.last_day().min(as_of);
                    let months = (clock::years(as_of) - clock::years(day)) * 12.0;
                    if statement.valid.first_day() > as_of || months > f64::from(balance.months) {
                        continue;
                    }
                    let weight = event.status.weight() * doubt(&statement.said);
                    let key =
                        (event.r#type, event.topic.clone(), statement.valid.first_day().first_of_month());
                    let best = clusters.entry(key).or_insert((months, weight, fact));
                    if weight > best.1 {
                        *best = (months, weight, fact);
                    }
                }
            }
            used.extend(clusters.values().map(|(.., fact)| *fact));
            clusters.into_values().map(|(months, weight, _)| (months, weight)).collect::<Vec<_>>()
        };
        let (in_favour, against) = (side(&balance.in_favour), side(&balance.against));
        Weighed { in_favour, against, carriers: carriers_of(self.facts, &used) }
    }

    /// For each balance and date, the share of all events of all ties that count in favour; two virtual events, one on
    /// either side, keep it off 0 and 1.
    fn pooled_balances(&self, ties: &[Tie], tree: &Tree) -> BTreeMap<(usize, usize), f64> {
        let mut sums: BTreeMap<(usize, usize), (f64, f64)> = BTreeMap::new();
        for tie in ties {
            for leaf in &tree.leaves {
                let Some(balance) = &self.framework.indicator[leaf.indicator].balance else { continue };
                let setting = Setting { vocabulary: self.facts.vocabulary, tie, capital: leaf.capital };
                for (d, date) in self.dates.iter().enumerate() {
                    let weighed = self.weigh(setting, balance, *date);
                    let total = |side: &[(f64, f64)]| side.iter().map(|(_, weight)| weight).sum::<f64>();
                    let sum = sums.entry((leaf.indicator, d)).or_default();
                    sum.0 += total(&weighed.in_favour);
                    sum.1 += total(&weighed.against);
                }
            }
        }
        sums.into_iter().map(|(key, (c, d))| (key, (c + 1.0) / (c + d + 2.0))).collect()
    }
}

/// What is only reported or alleged counts half as an event.
fn doubt(said: &linchpin_model::statement::Attribution) -> f64 {
    if said.modality == linchpin_model::statement::Modality::Said { 1.0 } else { 0.5 }
}

fn position_pattern(issue: &IssueId, subject: &Selector, object: Option<&Selector>) -> Pattern {
    Pattern {
        kind: Kind::Position,
        subject: subject.clone(),
        object: object.cloned(),
        issue: Some(issue.clone()),
        topic: None,
        measure: None,
        types: vec![],
        statuses: vec![],
    }
}

/// Statements that carry a leaf in equal shares, and within each its sources.
fn carriers_of(facts: &Facts, used: &[usize]) -> Vec<Carrier> {
    used.iter()
        .flat_map(|&fact| {
            let sources = &facts.all[fact].sources;
            let share = 1.0 / (used.len() * sources.len().max(1)) as f64;
            sources.iter().map(move |(source, _)| Carrier { fact, source: *source, share })
        })
        .collect()
}

/// States whose vocabulary a caller may list.
pub(crate) fn assessable_ties(vocabulary: &Vocabulary) -> Vec<&EntityId> {
    vocabulary.alliances.keys().filter(|id| Tie::find(vocabulary, id).is_some()).collect()
}

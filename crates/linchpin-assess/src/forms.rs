//! How each leaf gets its value: by rules, as a gap between two sides, an order, a checklist or a balance of events.

use crate::balance::Acts;
use crate::clock::{self, Return};
use crate::facts::Facts;
use crate::observe::{self, Observation};
use crate::readings::{self, LeafState};
use crate::tie::{Setting, Tie};
use crate::tree::{Tree, TreeLeaf};
use linchpin_index::events;
use linchpin_index::order::concordance;
use linchpin_index::reading::{
    CODER_EFFECT_SD, CODER_SD, SOURCE_EFFECT_SD, grade_sd, level as level_reading,
};
use linchpin_index::state::Clock;
use linchpin_model::Date;
use linchpin_model::framework::{
    Balance, Checklist, Framework, Gap, Indicator, Pattern, Selector, Side, Whose,
};
use linchpin_model::id::EntityId;
use linchpin_model::statement::{Claim, Statement};
use linchpin_model::vocabulary::Vocabulary;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::slice::from_ref;

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

/// A tie as it is known in a world: a selection of the facts.
#[derive(Clone, Copy)]
pub(crate) struct Known<'k, 'v> {
    pub tie: &'k Tie,
    pub world: usize,
    pub facts: &'k Facts<'v>,
}

/// The forms of all leaves of all ties, and the states that they share.
#[derive(Default)]
pub(crate) struct Formed {
    /// per tie, one form for each leaf of the tree
    pub forms: Vec<Vec<Form>>,
    /// per tie and leaf, the first tie that has this very form
    pub origins: Vec<Vec<usize>>,
    pub states: Vec<LeafState>,
    /// names of the states, under which their innovations are drawn
    pub names: Vec<String>,
}

/// Gives every leaf of every tie its form; leaves that are not wanted know nothing. Ties of the first world come first, and
/// what another world knows of a leaf just as the first does, it shares.
pub(crate) fn form(
    ties: &[Known],
    framework: &Framework,
    tree: &Tree,
    dates: &[Date],
    wanted: &dyn Fn(usize) -> bool,
) -> Formed {
    let Some(first) = ties.first() else { return Formed::default() };
    let all_ties = &Tie::all(first.facts.vocabulary);
    let mut builder = Builder {
        world: 0,
        facts: first.facts,
        framework,
        tree,
        dates,
        all_ties,
        pooled: BTreeMap::new(),
        specifications: vec![],
    };
    let patterns: Vec<Vec<Pattern>> = framework.indicator.iter().map(Indicator::patterns).collect();
    let (mut forms, mut origins): (Vec<Vec<Form>>, Vec<Vec<usize>>) = (vec![], vec![]);
    for (at, known) in ties.iter().enumerate() {
        (builder.world, builder.facts) = (known.world, known.facts);
        let first = |first: &Known| first.world == 0 && first.tie.id == known.tie.id;
        let like = ties[..at].iter().position(first).filter(|_| known.world != 0);
        let differing = like.map_or(vec![], |first| ties[first].facts.differing(known.facts));
        let differs = |leaf: &TreeLeaf| {
            let statements = differing.iter().map(|fact| known.facts.all[*fact].statement);
            let is_pooled = framework.indicator[leaf.indicator].balance.is_some();
            let ties = if is_pooled { all_ties.as_slice() } else { from_ref(known.tie) };
            takes_any(ties, leaf, &patterns[leaf.indicator], known.facts.vocabulary, statements)
        };
        let form = |leaf: usize| match like.filter(|_| !differs(&tree.leaves[leaf])) {
            Some(first) => (forms[first][leaf].clone(), first),
            None if wanted(leaf) => (builder.form(known.tie, &tree.leaves[leaf]), at),
            None => (Form::Alone(vec![None; dates.len()]), at),
        };
        let (of_tie, own): (Vec<Form>, Vec<usize>) = (0..tree.leaves.len()).map(form).unzip();
        forms.push(of_tie);
        origins.push(own);
    }
    let specifications = builder.specifications;
    let facts_of = |world: usize| ties.iter().find(|known| known.world == world).map(|known| known.facts);
    let solve = |s: &Specification| Some(s.solve(facts_of(s.world)?, dates));
    let states = specifications.par_iter().filter_map(solve).collect();
    let names = specifications.into_iter().map(|s| s.name).collect();
    Formed { forms, origins, states, names }
}

/// Whether a leaf's patterns take any of some statements in the setting of any of some ties.
fn takes_any<'s>(
    ties: &[Tie],
    leaf: &TreeLeaf,
    patterns: &[Pattern],
    vocabulary: &Vocabulary,
    mut statements: impl Iterator<Item = &'s Statement>,
) -> bool {
    let takes = |statement: &Statement| {
        let in_setting = |tie: &Tie| {
            let setting = Setting { vocabulary, tie, capital: leaf.capital };
            patterns.iter().any(|pattern| observe::takes(setting, pattern, statement))
        };
        ties.iter().any(in_setting)
    };
    statements.any(takes)
}

/// A state before it is solved.
struct Specification {
    world: usize,
    name: String,
    observations: Vec<Observation>,
    clock: Clock,
    returns: Vec<Return>,
}

impl Specification {
    fn solve(&self, facts: &Facts, dates: &[Date]) -> LeafState {
        readings::solve(facts, &self.observations, &self.clock, &self.returns, dates)
    }
}

struct Builder<'b, 'v> {
    world: usize,
    facts: &'b Facts<'v>,
    framework: &'b Framework,
    tree: &'b Tree,
    dates: &'b [Date],
    all_ties: &'b [Tie],
    /// by world and indicator
    pooled: BTreeMap<(usize, usize), Vec<f64>>,
    /// of all worlds
    specifications: Vec<Specification>,
}

impl Builder<'_, '_> {
    fn form(&mut self, tie: &Tie, at: &TreeLeaf) -> Form {
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
            let pooled = self.pooled(at.indicator, balance);
            let acts = Acts::of(self.facts, setting, balance);
            let by_date = |d: usize| {
                let weighed = acts.weigh(balance, self.dates[d]);
                (!weighed.used.is_empty()).then(|| {
                    let (mean, variance) =
                        events::balance(&weighed.in_favour, &weighed.against, balance.half_life, pooled[d]);
                    Alone { mean, variance, carriers: carriers_of(self.facts, &weighed.used) }
                })
            };
            Form::Alone((0..self.dates.len()).map(by_date).collect())
        } else {
            Form::State(self.by_rules(setting, indicator, &at.path))
        }
    }

    /// A leaf that rules read.
    fn by_rules(&mut self, setting: Setting, indicator: &Indicator, path: &str) -> usize {
        let observations = observe::by_rules(self.facts, setting, &indicator.rule);
        let heads: Vec<&EntityId> =
            indicator.office_of.iter().flat_map(|side| setting.states(*side)).collect();
        let name = format!("{path}|{}", setting.tie.id);
        self.state(name, indicator, &observations, &heads)
    }

    /// One side of a gap: a state's position on an issue, shared by every tie that asks for the same.
    fn side(&mut self, setting: Setting, indicator: &Indicator, gap: &Gap, side: usize) -> usize {
        let selector = &gap.sides[side];
        let states = setting.states_of(&selector.whose);
        let towards = gap.object.as_ref().map(|_| setting.tie.id.as_str()).unwrap_or_default();
        let who = Selector { whose: Whose::Side(Side::Member), who: selector.who.clone() };
        let names: Vec<&str> = states.iter().map(|s| s.as_str()).collect();
        let name = format!("{}|{}|{who}|{towards}", gap.issue, names.join("+"));
        let known = |s: &Specification| s.world == self.world && s.name == name;
        if let Some(known) = self.specifications.iter().position(known) {
            return known;
        }
        let pattern = gap.positions_of(selector);
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
        let observations = observations.to_vec();
        self.specifications.push(Specification { world: self.world, name, observations, clock, returns });
        self.specifications.len() - 1
    }

    /// The newest ranking of each side, and how far they agree.
    fn order(&self, setting: Setting, indicator: &Indicator, gap: &Gap, date: usize) -> Option<Alone> {
        let as_of = self.dates[date];
        let newest = |selector: &Selector| {
            let pattern = gap.positions_of(selector);
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
            let pattern = list.provisions_on(topic);
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

    /// For each date, the share of all events of all ties that count in favour of a balance; two virtual events, one on either
    /// side, keep it off 0 and 1. Over all ties of the dossier, so that a score does not depend on which others are asked for.
    fn pooled(&mut self, indicator: usize, balance: &Balance) -> Vec<f64> {
        if let Some(known) = self.pooled.get(&(self.world, indicator)) {
            return known.clone();
        }
        let leaves = || self.tree.leaves.iter().filter(|leaf| leaf.indicator == indicator);
        let of_all = self.all_ties.iter().flat_map(|tie| leaves().map(move |leaf| (tie, leaf.capital)));
        let acts: Vec<Acts> = of_all
            .map(|(tie, capital)| {
                Acts::of(self.facts, Setting { vocabulary: self.facts.vocabulary, tie, capital }, balance)
            })
            .collect();
        let share = |date: &Date| {
            let (mut with, mut against) = (1.0, 1.0);
            for acts in &acts {
                let weighed = acts.weigh(balance, *date);
                with += weighed.in_favour.iter().map(|(_, weight)| weight).sum::<f64>();
                against += weighed.against.iter().map(|(_, weight)| weight).sum::<f64>();
            }
            with / (with + against)
        };
        let shares: Vec<f64> = self.dates.iter().map(share).collect();
        self.pooled.insert((self.world, indicator), shares.clone());
        shares
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

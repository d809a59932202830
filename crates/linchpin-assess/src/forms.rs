//! How each leaf gets its value: by rules, as a gap between two sides, an order, a checklist or a balance of events.

use crate::clock;
use crate::facts::{Facts, has_begun};
use crate::observe::{self, Observation};
use crate::problem::{Alone, Carrier, Form, UNINFORMED};
use crate::readings::{self, LeafState};
use crate::tie::{Setting, Tie};
use crate::tree::Tree;
use linchpin_index::events;
use linchpin_index::order::concordance;
use linchpin_index::reading::{
    CODER_EFFECT_SD, CODER_SD, SOURCE_EFFECT_SD, grade_sd, level as level_reading,
};
use linchpin_model::Date;
use linchpin_model::framework::{
    Balance, Checklist, Framework, Gap, Indicator, Pattern, Selector, Side, Whose,
};
use linchpin_model::id::EntityId;
use linchpin_model::statement::{Attribution, Claim, Modality};
use std::collections::BTreeMap;

/// The forms of all leaves of all ties, and the states that they share.
pub(crate) struct Formed {
    /// per tie, one form for each leaf of the tree
    pub forms: Vec<Vec<Form>>,
    pub states: Vec<LeafState>,
    /// names of the states, under which their innovations are drawn
    pub names: Vec<String>,
}

/// Gives every leaf of every tie its form; leaves that are not wanted know nothing.
pub(crate) fn form(
    facts: &Facts,
    framework: &Framework,
    tree: &Tree,
    ties: &[Tie],
    dates: &[Date],
    wanted: &dyn Fn(usize) -> bool,
) -> Formed {
    let mut builder = Builder { facts, framework, dates, states: vec![], names: vec![] };
    // over all ties of the dossier, so that a score does not depend on which others are asked for
    let pooled = builder.pooled_balances(&Tie::all(facts.vocabulary), tree, wanted);
    let mut form = |tie: &Tie, leaf: usize| {
        if wanted(leaf) {
            builder.form(tie, tree, leaf, &pooled)
        } else {
            Form::Alone(vec![None; dates.len()])
        }
    };
    let forms = ties.iter().map(|tie| (0..tree.leaves.len()).map(|leaf| form(tie, leaf)).collect()).collect();
    Formed { forms, states: builder.states, names: builder.names }
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
        if let Some(known) = self.names.iter().position(|n| *n == name) {
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
        self.states.push(readings::solve(self.facts, observations, &clock, &returns, self.dates));
        self.names.push(name);
        self.states.len() - 1
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
                    if !has_begun(statement, as_of) || months > f64::from(balance.months) {
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
    fn pooled_balances(
        &self,
        ties: &[Tie],
        tree: &Tree,
        wanted: &dyn Fn(usize) -> bool,
    ) -> BTreeMap<(usize, usize), f64> {
        let mut sums: BTreeMap<(usize, usize), (f64, f64)> = BTreeMap::new();
        for tie in ties {
            for leaf in (0..tree.leaves.len()).filter(|leaf| wanted(*leaf)).map(|leaf| &tree.leaves[leaf]) {
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
fn doubt(said: &Attribution) -> f64 {
    if said.modality == Modality::Said { 1.0 } else { 0.5 }
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

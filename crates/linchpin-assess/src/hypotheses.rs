//! What could yet be said about a tie: for each leaf a supposed statement for every level, value, ranking or event that its
//! rules read. Each comes from a source of its own, as good as most (grade B/2), and holds on the day.

use crate::error::Error;
use crate::facts::Facts;
use crate::observe;
use crate::tie::{Setting, Tie, belongs};
use crate::tree::Tree;
use linchpin_dossier::View;
use linchpin_model::Date;
use linchpin_model::actor::ActorKind;
use linchpin_model::edtf::Edtf;
use linchpin_model::framework::{Baseline, Framework, Indicator, Pattern, Reading, Selector, Side, Whose};
use linchpin_model::id::{EntityId, SourceId};
use linchpin_model::plover::{EventStatus, EventType};
use linchpin_model::source::Credibility;
use linchpin_model::statement::{
    Attribution, Binding, Bound, Claim, Event, Evidence, Judgement, Kind, Layer, Modality, Place, Position,
    Provision, Quantity, Stance, Statement,
};
use linchpin_model::text::Text;
use linchpin_model::unit::Unit;
use linchpin_model::vocabulary::{Level, Vocabulary};

/// A supposed statement, and the leaf that it is supposed for.
#[derive(Clone, Debug, PartialEq)]
pub struct Hypothesis {
    /// the leaf's path
    pub leaf: String,
    /// what is supposed
    pub statement: Statement,
}

/// How the ids of supposed statements and of their sources begin. No dossier has them: no id there begins with a dot.
const SUPPOSED: &str = ".supposed";
/// Credibility of what is supposed; its source is as reliable.
const CREDIBILITY: u8 = 2;
/// Steps between two goalposts.
const STEPS: u32 = 10;
/// Items that are ranked in every order; of more, none is tried.
const MOST_RANKED: usize = 4;

/// Every statement on a day that some leaf of a tie would read, leaf by leaf.
pub fn hypotheses(
    view: &View,
    framework: &Framework,
    tie: &EntityId,
    on: Date,
) -> Result<Vec<Hypothesis>, Error> {
    let facts = Facts::of(view);
    let vocabulary = facts.vocabulary;
    let tie = Tie::find(vocabulary, tie).ok_or_else(|| Error::no_tie(tie, vocabulary))?;
    let Ok(valid) = on.to_string().parse::<Edtf>() else { return Ok(vec![]) };
    let Ok(credibility) = Credibility::try_from(CREDIBILITY) else { return Ok(vec![]) };
    let mut found = vec![];
    for leaf in &Tree::of(framework).leaves {
        let indicator = &framework.indicator[leaf.indicator];
        if indicator.not_for.contains(&tie.id) {
            continue;
        }
        let setting = Setting { vocabulary, tie: &tie, capital: leaf.capital };
        let supposing = Supposing { facts: &facts, setting, valid: &valid };
        for claim in supposing.about(indicator) {
            let Some(speaker) = supposing.speaker(&claim) else { continue };
            let id = format!("{SUPPOSED}-{}", found.len());
            let statement = Statement {
                id: id.as_str().into(),
                claim,
                valid: valid.clone(),
                said: Attribution { speaker, via: vec![], modality: Modality::Said, hedged: false },
                text: Text { de: String::new(), en: String::new() },
                evidence: vec![Evidence {
                    source: SourceId::from(id.as_str()),
                    locator: String::new(),
                    anchor: None,
                    stance: Stance::Supports,
                    credibility,
                }],
            };
            found.push(Hypothesis { leaf: leaf.path.clone(), statement });
        }
    }
    Ok(found)
}

/// What may be supposed in a setting.
struct Supposing<'s, 'v> {
    facts: &'s Facts<'v>,
    setting: Setting<'s>,
    valid: &'s Edtf,
}

/// Whom a supposed statement is about, and towards whom.
type Sides = (EntityId, Option<EntityId>);

impl Supposing<'_, '_> {
    fn vocabulary(&self) -> &Vocabulary {
        self.setting.vocabulary
    }

    /// Everything that an indicator would read.
    fn about(&self, indicator: &Indicator) -> Vec<Claim> {
        let rules = indicator.rule.iter().flat_map(|rule| self.by_rule(&rule.takes, &rule.by));
        let gaps = indicator.gap.iter().chain(&indicator.order);
        let positions = gaps.flat_map(|gap| gap.sides.iter().map(|side| gap.positions_of(side)));
        let positions = positions.flat_map(|pattern| self.by_rule(&pattern, &Reading::Levels));
        let lists = indicator.checklist.iter().flat_map(|list| {
            let listed = |topic| self.provisions(&list.provisions_on(topic), Some(&list.present));
            list.topics.iter().flat_map(listed).collect::<Vec<_>>()
        });
        let balances = indicator.balance.iter();
        let events = balances.flat_map(|balance| balance.in_favour.iter().chain(&balance.against));
        rules
            .chain(positions)
            .chain(lists)
            .chain(events.flat_map(|pattern| self.events(pattern)).collect::<Vec<_>>())
            .collect()
    }

    fn by_rule(&self, pattern: &Pattern, by: &Reading) -> Vec<Claim> {
        let reads = |level: &Level| match by {
            Reading::Ladder(ladder) => ladder.contains_key(&level.id),
            _ => true,
        };
        let found: Vec<Claim> = match (pattern.kind, by) {
            (Kind::Position, _) => self.positions(pattern),
            (Kind::Provision, _) => self.provisions(pattern, None),
            (Kind::Judgement, _) => self.judgements(pattern),
            (Kind::Event, _) => self.events(pattern),
            (Kind::Quantity, Reading::Goalposts(posts)) => self.quantities(pattern, [posts.low, posts.high]),
            (Kind::Quantity, Reading::Baseline(base)) => self.relative_quantities(pattern, base),
            (Kind::Quantity | Kind::Mechanism, _) => vec![],
        };
        let level =
            |claim: &Claim| self.vocabulary().scale(claim)?.iter().find(|l| Some(&*l.id) == claim.level());
        found.into_iter().filter(|claim| level(claim).is_none_or(&reads)).collect()
    }

    fn positions(&self, pattern: &Pattern) -> Vec<Claim> {
        let Some(issue) = pattern.issue.as_ref().and_then(|id| self.vocabulary().issues.get(id)) else {
            return vec![];
        };
        let levels = issue.levels.iter().map(|level| Place::Level(level.id.clone()));
        let items: Vec<String> = issue.items.iter().map(|item| item.id.clone()).collect();
        let orders = if items.len() <= MOST_RANKED { orders(&items) } else { vec![] };
        let places: Vec<Place> = levels.chain(orders.into_iter().map(Place::Order)).collect();
        let salience = self.salience(pattern);
        let claim = |(subject, object): &Sides, place: &Place| {
            Claim::Position(Position {
                subject: subject.clone(),
                object: object.clone(),
                issue: issue.id.clone(),
                place: place.clone(),
                layer: Layer::Means,
                salience,
            })
        };
        self.for_each(pattern, &places, claim)
    }

    /// How much the matter mattered so far, so that a supposed position leaves the weights as they are.
    fn salience(&self, pattern: &Pattern) -> f64 {
        let known = observe::matching(self.facts, self.setting, pattern);
        let saliences: Vec<f64> = known
            .filter_map(|fact| match &self.facts.all[fact].statement.claim {
                Claim::Position(position) => Some(position.salience),
                _ => None,
            })
            .collect();
        if saliences.is_empty() { 0.5 } else { saliences.iter().sum::<f64>() / saliences.len() as f64 }
    }

    /// Every level that may be laid down; of a list only that a thing is there, and that it is not.
    fn provisions(&self, pattern: &Pattern, present: Option<&String>) -> Vec<Claim> {
        let Some(topic) = pattern.topic.as_ref().and_then(|id| self.vocabulary().topics.get(id)) else {
            return vec![];
        };
        let is_asked = |level: &&Level| {
            let absent = topic.levels.iter().find(|level| Some(&level.id) != present);
            present.is_none_or(|present| level.id == *present || Some(*level) == absent)
        };
        let levels: Vec<&Level> = topic.levels.iter().filter(is_asked).collect();
        self.for_each(pattern, &levels, |(subject, object), level| {
            Claim::Provision(Provision {
                subject: subject.clone(),
                object: object.clone(),
                topic: topic.id.clone(),
                value: level.id.clone(),
                binding: Binding::Binding,
            })
        })
    }

    fn judgements(&self, pattern: &Pattern) -> Vec<Claim> {
        let Some(topic) = pattern.topic.as_ref().and_then(|id| self.vocabulary().topics.get(id)) else {
            return vec![];
        };
        self.for_each(pattern, &topic.levels, |(subject, object), level| {
            Claim::Judgement(Judgement {
                subject: subject.clone(),
                object: object.clone(),
                topic: topic.id.clone(),
                grade: level.id.clone(),
            })
        })
    }

    /// An event of the first type and status that the pattern takes.
    fn events(&self, pattern: &Pattern) -> Vec<Claim> {
        let r#type = pattern.types.first().copied().unwrap_or(EventType::Consult);
        let status = pattern.statuses.first().copied().unwrap_or(EventStatus::Completed);
        self.for_each(pattern, &[()], |(subject, object), ()| {
            Claim::Event(Event {
                subject: subject.clone(),
                object: object.clone(),
                r#type,
                mode: None,
                context: vec![],
                status,
                topic: pattern.topic.clone(),
            })
        })
    }

    /// Values in even steps between two goalposts.
    fn quantities(&self, pattern: &Pattern, [low, high]: [f64; 2]) -> Vec<Claim> {
        let known = observe::matching(self.facts, self.setting, pattern).find_map(|fact| self.quantity(fact));
        let Some(measure) = pattern.measure.as_ref().and_then(|id| self.vocabulary().measures.get(id)) else {
            return vec![];
        };
        // of money the dossier shows the currency
        let unit = known.map(|known| known.unit).or_else(|| Unit::of(measure.unit));
        let Some(unit) = unit else { return vec![] };
        let values: Vec<f64> = steps(low, high).collect();
        self.for_each(pattern, &values, |(subject, object), value| {
            Claim::Quantity(Quantity {
                subject: subject.clone(),
                object: object.clone(),
                measure: measure.id.clone(),
                value: *value,
                high: None,
                unit,
                price_year: None,
                bound: Bound::Exact,
                series: None,
                scope: None,
            })
        })
    }

    /// Values of the series that is known best, in even steps between two multiples of its own past.
    fn relative_quantities(&self, pattern: &Pattern, base: &Baseline) -> Vec<Claim> {
        let with_past = |fact: usize| {
            let quantity = self.quantity(fact)?;
            let mean = observe::baseline(self.facts, self.setting, pattern, quantity, base)?;
            Some((self.facts.all[fact].statement.valid.last_day(), quantity, mean))
        };
        let known = observe::matching(self.facts, self.setting, pattern).filter_map(with_past);
        let Some((_, like, mean)) = known.max_by_key(|(day, ..)| *day) else { return vec![] };
        let of_value = |ratio: f64| {
            Claim::Quantity(Quantity {
                value: ratio * mean,
                high: None,
                bound: Bound::Exact,
                price_year: None,
                ..like.clone()
            })
        };
        steps(base.low, base.high).map(of_value).collect()
    }

    fn quantity(&self, fact: usize) -> Option<&Quantity> {
        match &self.facts.all[fact].statement.claim {
            Claim::Quantity(quantity) => Some(quantity),
            _ => None,
        }
    }

    /// A claim for each of the pattern's sides and each of some options.
    fn for_each<T>(
        &self,
        pattern: &Pattern,
        options: &[T],
        claim: impl Fn(&Sides, &T) -> Claim,
    ) -> Vec<Claim> {
        let sides: Vec<Sides> =
            self.subjects(&pattern.subject).filter_map(|s| self.sides(s, pattern)).collect();
        sides
            .iter()
            .flat_map(|sides| options.iter().map(|option| claim(sides, option)).collect::<Vec<_>>())
            .collect()
    }

    /// Someone of each state, or the tie, that a selector means.
    fn subjects<'e>(&'e self, selector: &'e Selector) -> impl Iterator<Item = EntityId> + 'e {
        let tie = (selector.whose == Whose::Side(Side::Tie)).then(|| self.setting.tie.id.clone());
        let states = self.setting.states_of(&selector.whose).into_iter();
        tie.into_iter().chain(states.filter_map(|state| self.of_state(state, selector)))
    }

    /// The state itself, else its head of government, else the first other actor, that a selector means.
    fn of_state(&self, state: &EntityId, selector: &Selector) -> Option<EntityId> {
        let actors = &self.vocabulary().actors;
        let office = actors.get(state).and_then(|state| actors.get(state.head.as_ref()?));
        let head =
            office.and_then(|office| office.holder_on(self.valid.first_day())).map(|held| &held.person);
        let others = actors.values().filter(|actor| actor.of.as_ref() == Some(state)).map(|actor| &actor.id);
        let means = |id: &&EntityId| {
            selector.who.iter().any(|who| belongs(self.vocabulary(), id, state, *who, self.valid))
        };
        [state].into_iter().chain(head).chain(others).find(means).cloned()
    }

    /// A subject with the first object that a pattern takes; `None` where it takes none.
    fn sides(&self, subject: EntityId, pattern: &Pattern) -> Option<Sides> {
        let Some(selector) = &pattern.object else { return Some((subject, None)) };
        let tie = self.setting.tie;
        let members = [&tie.id, &tie.guarantor, &tie.ally];
        let named = match &selector.whose {
            Whose::Entity(id) => Some(id),
            Whose::Side(_) => None,
        };
        let all = named.into_iter().chain(members).chain(self.vocabulary().actors.keys());
        let takes = |id: &&EntityId| {
            **id != subject && self.setting.selects_object(selector, &subject, Some(id), self.valid)
        };
        let object = all.into_iter().find(takes).cloned()?;
        Some((subject, Some(object)))
    }

    /// Who says it: grades come from a medium, everything else from whom it is about, or from the guarantor where that is
    /// no actor.
    fn speaker(&self, claim: &Claim) -> Option<EntityId> {
        let actors = &self.vocabulary().actors;
        match claim {
            Claim::Judgement(_) => {
                actors.values().find(|actor| actor.kind == ActorKind::Medium).map(|actor| actor.id.clone())
            }
            _ => {
                let subject = claim.subject().filter(|id| actors.contains_key(*id));
                Some(subject.unwrap_or(&self.setting.tie.guarantor).clone())
            }
        }
    }
}

/// From one value to another, in even steps.
fn steps(from: f64, to: f64) -> impl Iterator<Item = f64> {
    (0..=STEPS).map(move |step| from + (to - from) * f64::from(step) / f64::from(STEPS))
}

/// Every order of some items.
fn orders(items: &[String]) -> Vec<Vec<String>> {
    if items.is_empty() {
        return vec![];
    }
    if let [only] = items {
        return vec![vec![only.clone()]];
    }
    let first = |at: usize| {
        let mut rest = items.to_vec();
        let first = rest.remove(at);
        orders(&rest).into_iter().map(move |order| [vec![first.clone()], order].concat())
    };
    (0..items.len()).flat_map(first).collect()
}

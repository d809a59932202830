//! One module per page. A page is a pure function of an edition of the dossier and an address.

mod alliance;
mod data;
mod drawn;
pub mod evidence;
mod feed;
pub mod method;
mod overturn;
mod overview;
mod positions;
pub mod problem;
mod shell;
mod sources;
mod statement;
mod why;

use crate::address::{Address, Ending, Place};
use crate::assets::Assets;
use crate::live::{Edition, Unsound};
use crate::reply::Made;
use crate::speech::Speech;
use askama::Template;
use axum::http::StatusCode;
use linchpin_dossier::Knowledge;
use linchpin_model::framework::Framework;
use linchpin_model::{Date, id::EntityId};
use linchpin_publish::date;
use linchpin_publish::names::Names;
use linchpin_publish::voice::{Slot, Voice};
use linchpin_study::{Basis, Error as StudyError, Setting, tie_named};
use problem::Trouble;
use shell::Shell;
use std::fmt;

/// Text that is HTML already.
#[derive(Clone, Debug, Default)]
pub struct Html(pub String);

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl askama::filters::HtmlSafe for Html {}

/// What a page is made from.
pub struct Ask<'a> {
    /// the dossier
    pub edition: &'a Edition,
    /// what is asked
    pub address: &'a Address,
    /// the language
    pub voice: &'a Voice,
    /// how this server is called: `http://localhost:7878`
    pub base: &'a str,
    /// files that pages use
    pub assets: &'a Assets,
    /// the newest edition, where another one was asked for or should have been
    pub newest: &'a Edition,
    /// why the files on disk do not answer
    pub unsound: Option<Unsound>,
}

/// What all answers of a page share.
pub struct Ground<'a> {
    /// the setting
    pub setting: Setting,
    /// dossier and dates as they turn out
    pub basis: Basis,
    /// the framework
    pub framework: &'a Framework,
    /// names and language
    pub names: Names<'a>,
}

impl<'a> Ask<'a> {
    /// A message without slots.
    pub fn say(&self, id: &str) -> String {
        self.voice.say(id)
    }

    /// A message with its slots filled.
    pub fn fill(&self, id: &str, slots: &[Slot<'_>]) -> String {
        self.voice.fill(id, slots)
    }

    /// Another page in the same state.
    pub fn link(&self, place: Place) -> String {
        self.address.to(place).href()
    }

    /// The setting that the address asks for.
    pub fn setting(&self) -> Setting {
        let shared = &self.address.shared;
        Setting {
            as_of: shared.as_of,
            knowledge: Knowledge { known_at: shared.known_at, recorded_by: None },
            framework: shared.framework.clone(),
            ..Setting::default()
        }
    }

    /// What all answers share.
    pub fn ground(&self) -> Result<Ground<'a>, StudyError> {
        let snapshot = &self.edition.snapshot;
        let setting = self.setting();
        let framework = setting.framework(snapshot)?;
        let basis = setting.basis(&setting.view(snapshot))?;
        let names = Names::new(self.voice, snapshot, framework, basis.as_of);
        Ok(Ground { setting, basis, framework, names })
    }

    /// The date that changes are measured from, if it is before the date of validity.
    pub fn since(&self, as_of: Date) -> Option<Date> {
        let own = self.edition.snapshot.settings().compare_with;
        self.address.shared.since.or(own).filter(|since| *since < as_of)
    }

    /// The alliance that an address names.
    pub fn tie(&self, name: &str) -> Result<EntityId, StudyError> {
        tie_named(&self.edition.snapshot, name)
    }

    /// The same address with everything that may change pinned: version, dates.
    pub fn pinned(&self, basis: &Basis) -> Address {
        let mut address = self.address.clone();
        address.shared.as_of = Some(basis.as_of);
        address.shared.known_at = Some(basis.known_at.unwrap_or(basis.newest_evidence));
        address.shared.version = Some(self.edition.version());
        address
    }

    /// Speaks on this page, whose name is given.
    pub fn speech<'s>(&'s self, ground: &'s Ground<'a>, page: &str) -> Speech<'s>
    where
        'a: 's,
    {
        let permalink = format!("{}{}", self.base, self.pinned(&ground.basis).href());
        let hash = self.edition.version().hash;
        let dossier = ground.names.text(&self.edition.snapshot.settings().name).to_string();
        let slots = [
            ("dossier", dossier.into()),
            ("page", page.into()),
            ("as-of", date::day(ground.basis.as_of, self.voice).into()),
            ("version", hash.into()),
        ];
        Speech::new(&ground.names, self.address, self.voice.fill("web-citation", &slots), permalink)
    }

    /// The frame of a page around what it says.
    pub fn shell(&'a self, title: String, ground: Option<&Ground<'_>>) -> Shell<'a> {
        Shell::new(self, title, ground)
    }
}

/// Makes a page, a figure or a file.
pub fn make(ask: &Ask<'_>) -> Made {
    let made = match &ask.address.place {
        Place::Overview => overview::make(ask),
        Place::Alliance(tie) => alliance::make(ask, tie),
        Place::Why(tie) => why::make(ask, tie),
        Place::Overturn(tie) => overturn::make(ask, tie),
        Place::Positions => positions::make(ask),
        Place::Evidence => evidence::make(ask),
        Place::Statement(id) => statement::make(ask, id),
        Place::Sources => sources::make(ask),
        Place::OfSource(id) => sources::one(ask, id),
        Place::Method => method::make(ask),
        Place::Data => data::make(ask),
        Place::Feed => feed::make(ask),
        Place::Figure(name, ending) => figure(ask, name, *ending),
        Place::Answer(name) => crate::api::answer(ask, name),
        Place::File(name) => data::file(ask, name),
    };
    made.unwrap_or_else(|trouble| problem::page(ask, trouble))
}

/// A template as a page.
fn page(template: &impl Template) -> Result<Made, Trouble> {
    Ok(Made::html(StatusCode::OK, template.render().map_err(|error| Trouble::Template(error.to_string()))?))
}

/// A figure as a file.
fn figure(ask: &Ask<'_>, name: &str, ending: Ending) -> Result<Made, Trouble> {
    let ground = ask.ground()?;
    let figure = drawn::named(ask, &ground, name)?;
    let file = |ending: &str| format!("{}.{ending}", figure.slug());
    Ok(match ending {
        Ending::Svg => Made::new(StatusCode::OK, "image/svg+xml", drawn::file(ask, &ground, &figure)?),
        Ending::Csv => Made::new(StatusCode::OK, "text/csv; charset=utf-8", figure.csv()).file(file("csv")),
        Ending::Metadata => crate::api::json(&figure.data(&ground.names)?),
    })
}

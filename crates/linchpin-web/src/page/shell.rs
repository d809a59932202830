//! What stands around every page: where one is, in which state, how to get elsewhere, and how to cite it.

use super::{Ask, Ground};
use crate::address::{Address, Place};
use crate::speech::Note;
use linchpin_model::text::Lang;
use linchpin_publish::date;

/// A way to another page.
pub struct Way {
    /// its address
    pub href: String,
    /// what it is called
    pub name: String,
    /// whether this page is it, or below it
    pub here: bool,
}

/// The frame of a page.
pub struct Shell<'a> {
    ask: &'a Ask<'a>,
    /// what the page is called
    pub title: String,
    /// the dossier's name
    pub study: String,
    /// the pages of the app
    pub ways: Vec<Way>,
    /// what must be known before reading: another version, a fault on disk
    pub banners: Vec<Banner>,
    /// the date of validity, and when the newest evidence became known, in words
    pub dates: Option<Dates>,
    /// the same page, with everything pinned that may change
    pub permalink: Option<String>,
    /// notes of what the page says
    pub notes: Vec<Note>,
    /// scripts of this page alone
    pub scripts: Vec<String>,
}

/// Dates in words and for a form.
pub struct Dates {
    /// in words: as of, known at, compared with
    pub told: String,
    /// for a form
    pub as_of: String,
    /// for a form; empty where all is known
    pub known_at: String,
    /// for a form; empty where there is none
    pub since: String,
    /// whether the dates are the usual ones
    pub usual: bool,
    /// the same page with the usual dates
    pub reset: String,
    /// what else the page is asked, for a form
    pub hidden: Vec<(String, String)>,
    /// where the form leads
    pub action: String,
}

/// Something to know before reading.
pub struct Banner {
    /// what
    pub text: String,
    /// where to, and how that is called
    pub way: Option<(String, String)>,
}

impl<'a> Shell<'a> {
    pub(super) fn new(ask: &'a Ask<'a>, title: String, ground: Option<&Ground<'_>>) -> Shell<'a> {
        let study = ask.edition.snapshot.settings().name.get(ask.voice.lang()).to_string();
        Shell {
            title,
            study,
            ways: ways(ask),
            banners: banners(ask),
            dates: ground.map(|ground| dates(ask, ground)),
            permalink: ground.map(|ground| format!("{}{}", ask.base, ask.pinned(&ground.basis).href())),
            notes: vec![],
            scripts: vec![],
            ask,
        }
    }

    /// The same with notes.
    pub fn noted(self, notes: Vec<Note>) -> Shell<'a> {
        Shell { notes, ..self }
    }

    /// A message without slots.
    pub fn say(&self, id: &str) -> String {
        self.ask.say(id)
    }

    /// That there is more than is shown.
    pub fn more(&self, count: &usize) -> String {
        self.ask.fill("web-more", &[("count", (*count).into())])
    }

    /// The language, BCP 47.
    pub fn lang(&self) -> &'static str {
        self.ask.voice.lang().code()
    }

    /// The other language: its code, its own name, and this page in it.
    pub fn other(&self) -> (&'static str, &'static str, String) {
        let other = self.ask.address.in_other_language();
        let name = if other.lang == Lang::De { "Deutsch" } else { "English" };
        (other.lang.code(), name, other.href())
    }

    /// The beginning of the app, in the same state.
    pub fn home(&self) -> String {
        self.ask.link(Place::Overview)
    }

    /// The feed of changes.
    pub fn feed(&self) -> String {
        Address { place: Place::Feed, own: vec![], shared: Default::default(), ..self.ask.address.clone() }
            .href()
    }

    /// The address of the style.
    pub fn style(&self) -> &str {
        &self.ask.assets.style.href
    }

    /// The address of the script.
    pub fn script(&self) -> &str {
        &self.ask.assets.script.href
    }

    /// The address of the icon.
    pub fn icon(&self) -> &str {
        &self.ask.assets.icon.href
    }

    /// Dossier, version and program in a line.
    pub fn version(&self) -> String {
        let slots = [
            ("version", self.ask.edition.version().hash.into()),
            ("program", env!("CARGO_PKG_VERSION").into()),
        ];
        self.ask.fill("web-version", &slots)
    }
}

fn ways(ask: &Ask<'_>) -> Vec<Way> {
    let here = &ask.address.place;
    let ties = &ask.edition.snapshot.settings().ties;
    let alliance = ties.first().map(|tie| Place::Alliance(tie.to_string()));
    let all = [
        (Some(Place::Overview), "web-overview", matches!(here, Place::Overview)),
        (alliance, "web-alliances", matches!(here, Place::Alliance(_) | Place::Why(_) | Place::Overturn(_))),
        (Some(Place::Positions), "web-positions", matches!(here, Place::Positions)),
        (Some(Place::Evidence), "web-evidence", matches!(here, Place::Evidence | Place::Statement(_))),
        (Some(Place::Sources), "web-sources", matches!(here, Place::Sources | Place::OfSource(_))),
        (Some(Place::Method), "web-method", matches!(here, Place::Method)),
        (Some(Place::Data), "web-data", matches!(here, Place::Data)),
    ];
    let way = |(place, name, here): (Option<Place>, &str, bool)| {
        Some(Way { href: ask.link(place?), name: ask.say(name), here })
    };
    all.into_iter().filter_map(way).collect()
}

/// Another version than the one that was asked for, an older one, and faults on disk.
fn banners(ask: &Ask<'_>) -> Vec<Banner> {
    let mut banners = vec![];
    let newest = |address: &Address| {
        let mut address = address.clone();
        address.shared.version = None;
        address.shared.known_at = None;
        (address.href(), ask.say("web-banner-newest"))
    };
    if let Some(wanted) = &ask.address.shared.version {
        let (own, now) = (ask.edition.version(), ask.newest.version());
        let lines = |from: usize, to: usize| (to as i64 - from as i64).to_string().replace('-', "−");
        if own.hash != wanted.hash {
            let slots = [
                ("wanted", wanted.hash.as_str().into()),
                ("shown", own.hash.as_str().into()),
                ("before", wanted.lines.into()),
                ("now", own.lines.into()),
                ("difference", lines(wanted.lines, own.lines).into()),
            ];
            banners.push(Banner { text: ask.fill("web-banner-gone", &slots), way: None });
        } else if own != now {
            let slots = [
                ("wanted", own.hash.as_str().into()),
                ("newest", now.hash.as_str().into()),
                ("difference", lines(own.lines, now.lines).into()),
            ];
            banners
                .push(Banner { text: ask.fill("web-banner-older", &slots), way: Some(newest(ask.address)) });
        }
    }
    if let Some(unsound) = &ask.unsound {
        let slots = [("faults", unsound.faults.into()), ("first", unsound.first.as_str().into())];
        banners.push(Banner { text: ask.fill("web-banner-unsound", &slots), way: None });
    }
    banners
}

fn dates(ask: &Ask<'_>, ground: &Ground<'_>) -> Dates {
    let shared = &ask.address.shared;
    let day = |day| date::day(day, ask.voice);
    let as_of = ground.basis.as_of;
    let since = ask.since(as_of);
    let known = match ground.basis.known_at {
        Some(known) => ask.fill("web-known-until", &[("date", day(known).into())]),
        None => ask.say("web-known-all"),
    };
    let told = match since {
        Some(since) => {
            let slots = [("as-of", day(as_of).into()), ("known", known.into()), ("since", day(since).into())];
            ask.fill("web-dates-since", &slots)
        }
        None => ask.fill("web-dates", &[("as-of", day(as_of).into()), ("known", known.into())]),
    };
    let mut reset = ask.address.clone();
    reset.shared = Default::default();
    let in_form = ["as-of", "known-at", "since", "version"];
    let hidden =
        ask.address.pairs().into_iter().filter(|(name, _)| !in_form.contains(&name.as_str())).collect();
    let href = ask.address.href();
    Dates {
        told,
        as_of: as_of.to_string(),
        known_at: shared.known_at.map_or(String::new(), |day| day.to_string()),
        since: since.map_or(String::new(), |day| day.to_string()),
        usual: shared.as_of.is_none() && shared.known_at.is_none() && shared.since.is_none(),
        reset: reset.href(),
        hidden,
        action: href.split('?').next().unwrap_or_default().to_string(),
    }
}

//! All figures in a folder, with a page that shows them.

use crate::context::Context;
use crate::error::{Error, at};
use crate::i18n;
use crate::names::{Names, study_error};
use crate::written::Written;
use linchpin_dossier::Snapshot;
use linchpin_model::id::EntityId;
use linchpin_model::text::Lang;
use linchpin_publish::figure::Look;
use linchpin_publish::figures::{About, Asked, Found, Kind, ask, if_any, subjects};
use linchpin_publish::scene::Width;
use linchpin_publish::scene::skin::{Skin, Theme};
use std::path::Path;

/// The looks of a gallery: what each is called in names of files, and what it is.
const LOOKS: [(&str, Width, Theme); 4] = [
    ("page-light", Width::Page, Theme::Light),
    ("page-dark", Width::Page, Theme::Dark),
    ("page-print", Width::Page, Theme::Print),
    ("phone-light", Width::Phone, Theme::Light),
];

/// Writes every figure in every look and both languages, and `README.md`, which shows them.
pub fn write(
    dir: &Path,
    framework: Option<String>,
    snapshot: &Snapshot,
    context: &Context<'_>,
) -> Result<(), Error> {
    let failed = |error| study_error(error, context.voice);
    let setting = context.setting(framework)?;
    let framework = setting.framework(snapshot).map_err(failed)?;
    let as_of = setting.basis(&setting.view(snapshot)).map_err(failed)?.as_of;
    std::fs::create_dir_all(dir).map_err(|error| at(context.voice, &dir.display().to_string(), &error))?;
    let mut found: Vec<Found> = vec![];
    for (kind, about) in wanted(snapshot) {
        let asked = Asked { about, setting: setting.clone(), ..Asked::default() };
        found.extend(if_any(ask(kind, &asked, snapshot)).map_err(failed)?);
    }
    let mut files: Vec<(String, String)> = vec![];
    let mut pages = String::new();
    for lang in [Lang::De, Lang::En] {
        let voice = i18n::voice(lang);
        let names = Names::new(&voice, snapshot, framework, as_of);
        pages.push_str(&format!("\n## {}\n", voice.say("language-name")));
        for found in &found {
            let figure = found.figure(&names);
            let unsaid = |error: linchpin_publish::sentence::Error| Error::input(error.to_string());
            pages.push_str(&format!("\n### {}\n", figure.finding.speak(&names).map_err(unsaid)?.plain()));
            for (look, width, theme) in LOOKS {
                let name = format!("{}-{look}.{}.svg", figure.slug().to_lowercase(), lang.code());
                let svg = figure.svg(Look { width, skin: Skin::File(theme) }, &names).map_err(unsaid)?;
                pages.push_str(&format!("\n![{}]({name})\n", figure.alt(&names).map_err(unsaid)?));
                files.push((name, svg));
            }
        }
    }
    files.push(("README.md".into(), format!("# {}\n{pages}", context.voice.say("figure-gallery-title"))));
    for (name, text) in &files {
        Written::beside(&dir.join(name), text.as_bytes(), context.voice)?.put(true, context.voice)?;
    }
    let slots = [("dir", dir.display().to_string().into()), ("count", context.count(files.len()).into())];
    context.print(&format!("{}\n", context.voice.fill("figure-gallery-done", &slots)))
}

/// Every figure, about the first whom it can be about.
fn wanted(snapshot: &Snapshot) -> Vec<(Kind, Option<EntityId>)> {
    let first = |kind: Kind| subjects(kind, snapshot).into_iter().next();
    let all = Kind::ALL.into_iter().map(|kind| (kind, first(kind)));
    all.filter(|(kind, about)| kind.is_about() == About::Everything || about.is_some()).collect()
}

//! Figures in pages, with what belongs to them: finding, reading, sources, the data, and how to cite them.

use super::problem::Trouble;
use super::{Ask, Ground, Html};
use crate::address::{Ending, Place};
use crate::speech::Speech;
use linchpin_model::id::EntityId;
use linchpin_publish::figure::{Figure, Look};
use linchpin_publish::figures::{self, About, Asked, Found, Kind, interval};
use linchpin_publish::scene::Width;
use linchpin_publish::scene::skin::{Skin, Theme};
use linchpin_publish::scene::svg::{self, escape};
use linchpin_study::assess::Shown;
use std::fmt::Write;

/// A figure in a page: drawn for a page and for a phone, of which the style shows one.
pub fn inline(ask: &Ask<'_>, speech: &Speech<'_>, figure: &Figure) -> Result<Html, Trouble> {
    let names = speech.names;
    let slug = figure.slug();
    let id = format!("figure-{slug}");
    let finding = speech.line(&figure.finding)?;
    let title = figure.title.speak(names)?.plain();
    let mut out = format!(
        "<figure id=\"{id}\"><figcaption><p class=\"finding\">{finding}</p><p class=\"title\">{}</p></figcaption>",
        escape(&title)
    );
    for width in [Width::Page, Width::Phone] {
        let svg = figure.linked_svg(width, names, &|thread| speech.follow(thread))?;
        let _ = write!(out, "<div class=\"{}\">{svg}</div>", width.pick("page", "phone"));
    }
    let reading = speech.line(&figure.reading)?;
    let source = figure.source_line(names);
    let _ = write!(out, "<p class=\"reading\">{reading} {}</p><div class=\"files\">", escape(&source));
    for (ending, text) in Ending::ALL {
        let href = ask.link(Place::Figure(slug.clone(), ending));
        let name = match ending {
            Ending::Svg => "SVG",
            Ending::Csv => "CSV",
            Ending::Metadata => "JSON",
        };
        let label = ask.fill("web-figure-file", &[("name", name.into()), ("title", title.as_str().into())]);
        let _ = write!(
            out,
            "<a href=\"{}\" aria-label=\"{}\" data-ending=\"{text}\">{name}</a> ",
            escape(&href),
            escape(&label)
        );
    }
    let sources: Vec<String> = figure.sources.iter().map(|id| names.citation(id)).collect();
    let of = format!("{title} {}", sources.join("; "));
    let _ = write!(out, "{}</div></figure>", speech.footnote(&id, &[], Some(of.trim())));
    Ok(Html(out))
}

/// A score as a small drawing beside its words.
pub fn bar(shown: &Shown) -> Html {
    Html(svg::silent(&interval::bar(shown)))
}

/// A figure by its name with whom it is about, such as `trajectory-USA-JPN`.
pub fn named(ask: &Ask<'_>, ground: &Ground<'_>, name: &str) -> Result<Figure, Trouble> {
    let snapshot = &ask.edition.snapshot;
    let unknown = || {
        let known = Kind::ALL.iter().map(|kind| kind.name().to_string()).collect();
        Trouble::Missing("web-missing-figure", name.to_string(), known)
    };
    let (kind, about) = name.split_once('-').map_or((name, None), |(kind, about)| (kind, Some(about)));
    let kind = Kind::ALL.into_iter().find(|known| known.name() == kind).ok_or_else(unknown)?;
    let subjects = figures::subjects(kind, snapshot);
    let about = match (kind.is_about(), about) {
        (About::Everything, None) => None,
        (About::Everything, Some(_)) => return Err(unknown()),
        (About::Tie, Some(tie)) => Some(ask.tie(tie)?),
        (About::Ally, Some(ally)) => Some(EntityId::from(ally)),
        (_, None) => subjects.first().cloned(),
    };
    let since = ask.since(ground.basis.as_of);
    let node = ask.address.own("node").map(String::from);
    let asked = Asked { about, node, since, setting: ground.setting.clone() };
    match figures::if_any(figures::ask(kind, &asked, snapshot))? {
        Some(found) => Ok(found.figure(&ground.names)),
        None => Err(unknown()),
    }
}

/// A figure whose question is answered, in a page.
pub fn of(ask: &Ask<'_>, speech: &Speech<'_>, found: &Found) -> Result<Html, Trouble> {
    inline(ask, speech, &found.figure(speech.names))
}

/// A figure as a file that stands for itself, in the colours that are asked for.
pub fn file(ask: &Ask<'_>, ground: &Ground<'_>, figure: &Figure) -> Result<String, Trouble> {
    let themes = [("light", Theme::Light), ("dark", Theme::Dark), ("print", Theme::Print)];
    let asked = ask.address.own("theme").unwrap_or("light");
    let theme = themes.iter().find(|(name, _)| *name == asked);
    let (_, theme) = theme.ok_or_else(|| {
        Trouble::Missing(
            "web-missing-theme",
            asked.to_string(),
            themes.map(|(name, _)| name.to_string()).to_vec(),
        )
    })?;
    Ok(figure.svg(Look { width: Width::Page, skin: Skin::File(*theme) }, &ground.names)?)
}

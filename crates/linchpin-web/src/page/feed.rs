//! What is new, as a feed (RSS 2.0): each source that became known, with what it says newest, and what moved since.

use super::problem::Trouble;
use super::{Ask, overview};
use crate::address::{Address, Place, Shared};
use crate::reply::Made;
use axum::http::StatusCode;
use linchpin_model::Date;
use linchpin_publish::said::{self, Told};
use linchpin_publish::scene::svg::escape;
use linchpin_study::overview as question;
use linchpin_study::statements::{self, Statements};
use std::fmt::Write;

/// How many entries the feed has.
const ENTRIES: usize = 30;

/// Makes the feed.
pub fn make(ask: &Ask<'_>) -> Result<Made, Trouble> {
    let ground = ask.ground()?;
    let snapshot = &ask.edition.snapshot;
    let names = &ground.names;
    let since = ask.since(ground.basis.as_of);
    let found = question::answer(
        &question::Overview { ties: vec![], since, setting: ground.setting.clone() },
        snapshot,
    )?;
    let told = Told { overview: &found, explained: &[] };
    let clean =
        Address { place: Place::Overview, shared: Shared::default(), own: vec![], ..ask.address.clone() };
    let title = names.text(&snapshot.settings().name);
    let mut items = String::new();
    for tie in found.ties.iter().take(overview::IN_FULL) {
        let plain = |sentence: &linchpin_publish::sentence::Sentence| Ok(sentence.speak(names)?.plain());
        let standing = said::standing(tie, told).into_iter().flatten();
        let all: Result<Vec<String>, Trouble> =
            standing.chain(said::moved(tie, told)).map(|sentence| plain(&sentence)).collect();
        let id = &tie.scores.tie;
        let href = clean.to(Place::Alliance(id.to_string())).href();
        item(
            &mut items,
            ask,
            &Item {
                title: &names.entity(id),
                text: &all?.join(" "),
                href: &href,
                guid: &format!("{id}-{}", ask.edition.version().hash),
                day: ground.basis.newest_evidence,
            },
        );
    }
    let all = statements::answer(
        &Statements { setting: ground.setting.clone(), ..Statements::default() },
        snapshot,
    );
    for source in found.holdings.by_source.iter().take(ENTRIES) {
        let id = source.source.to_string();
        let newest: Vec<&str> = all
            .rows
            .iter()
            .filter(|row| row.source == source.source)
            .rev()
            .take(3)
            .map(|row| row.text.get(ask.voice.lang()))
            .collect();
        let count = ask.fill("web-feed-source", &[("count", source.statements.into())]);
        item(
            &mut items,
            ask,
            &Item {
                title: &names.bibliography(&source.source),
                text: &format!("{count} {}", newest.join(" ")),
                href: &clean.to(Place::OfSource(id.clone())).href(),
                guid: &format!("source-{id}-{}", source.statements),
                day: source.known,
            },
        );
    }
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel>",
    );
    let own = clean.to(Place::Feed).href();
    let _ = writeln!(
        out,
        "<title>{}</title><link>{}{}</link><description>{}</description><language>{}</language>\
         <atom:link href=\"{}{}\" rel=\"self\" type=\"application/rss+xml\"/>{items}</channel></rss>",
        escape(title),
        escape(ask.base),
        escape(&clean.href()),
        escape(&ask.say("web-feed-about")),
        ask.voice.lang().code(),
        escape(ask.base),
        escape(&own),
    );
    Ok(Made::new(StatusCode::OK, "application/rss+xml; charset=utf-8", out))
}

struct Item<'a> {
    title: &'a str,
    text: &'a str,
    href: &'a str,
    guid: &'a str,
    day: Date,
}

fn item(out: &mut String, ask: &Ask<'_>, item: &Item<'_>) {
    let _ = write!(
        out,
        "<item><title>{}</title><description>{}</description><link>{}{}</link><guid isPermaLink=\"false\">{}</guid><pubDate>{}</pubDate></item>",
        escape(item.title),
        escape(item.text),
        escape(ask.base),
        escape(item.href),
        escape(item.guid),
        published(item.day)
    );
}

/// A day as RFC 822 has it: `Fri, 21 Nov 2025 00:00:00 GMT`.
fn published(day: Date) -> String {
    day.strftime("%a, %d %b %Y 00:00:00 GMT").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_readers_of_feeds_expect() {
        assert_eq!(published("2025-11-21".parse().unwrap()), "Fri, 21 Nov 2025 00:00:00 GMT");
    }
}

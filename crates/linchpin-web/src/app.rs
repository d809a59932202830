//! From a request to an answer: who is answered, what is asked, whether the answer is there already, and who makes it.

use crate::address::{Address, Fault, Place, Shared};
use crate::assets::Assets;
use crate::cache::Answers;
use crate::guard::{self, Hosts};
use crate::live::{Edition, Live, Unsound};
use crate::page::problem::{self, Trouble};
use crate::page::{self, Ask};
use crate::reply::{Keep, Made};
use crate::words::Voices;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{self, HeaderMap};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Response, StatusCode};
use linchpin_model::Date;
use linchpin_model::text::Lang;
use std::sync::Arc;
use std::time::Instant;

/// Everything that answers are made from.
pub struct App {
    live: Live,
    hosts: Hosts,
    answers: Answers,
    voices: Voices,
    assets: Assets,
    today: fn() -> Date,
}

/// What an answer is made from besides its address, and under what it is kept.
struct Question {
    edition: Arc<Edition>,
    newest: Arc<Edition>,
    unsound: Option<Unsound>,
    key: String,
}

/// Answers a request.
pub async fn answer(State(app): State<Arc<App>>, request: Request) -> Response<Body> {
    let started = Instant::now();
    let (parts, _) = request.into_parts();
    let (made, known) = app.clone().respond(&parts).await;
    let mut reply = made.reply(&parts.headers);
    if made.status() == StatusCode::METHOD_NOT_ALLOWED {
        reply.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    guard::harden(reply.headers_mut());
    let path: String =
        parts.uri.path_and_query().map_or("", |path| path.as_str()).chars().take(300).collect();
    tracing::info!(
        method = parts.method.as_str(),
        path,
        status = reply.status().as_u16(),
        known,
        ms = started.elapsed().as_secs_f64() * 1e3,
        "answered"
    );
    reply
}

impl App {
    /// The app on a dossier.
    pub fn new(live: Live, hosts: Hosts, today: fn() -> Date) -> App {
        App { live, hosts, answers: Answers::new(), voices: Voices::new(), assets: Assets::new(), today }
    }

    /// The answer to a request, and whether it was there already.
    async fn respond(self: Arc<Self>, asked: &Parts) -> (Arc<Made>, bool) {
        let here = |made: Made| (Arc::new(made), true);
        if let Some(status) = guard::refused(&asked.method, &asked.headers, &self.hosts) {
            return here(refusal(status));
        }
        let (path, query) = (asked.uri.path(), asked.uri.query());
        match path {
            "/healthz" => return here(self.health()),
            "/" => return here(Made::elsewhere(format!("/{}/", preferred(&asked.headers).code()))),
            "/favicon.ico" => return here(Made::elsewhere(self.assets.icon.href.clone())),
            "/robots.txt" => {
                return here(Made::new(
                    StatusCode::OK,
                    "text/plain; charset=utf-8",
                    "User-agent: *\nAllow: /\n",
                ));
            }
            _ => {}
        }
        if let Some(asset) = self.assets.find(path) {
            return (asset, true);
        }
        if ["/figures/", "/api/", "/files/"].iter().any(|folder| path.starts_with(folder)) {
            let query = query.map_or(String::new(), |query| format!("?{query}"));
            return here(Made::elsewhere(format!("/{}{path}{query}", preferred(&asked.headers).code())));
        }
        let base = base(&asked.headers);
        match Address::parse(path, query) {
            Err(fault) => {
                let lang = if path.starts_with("/de/") {
                    Lang::De
                } else if path.starts_with("/en/") {
                    Lang::En
                } else {
                    preferred(&asked.headers)
                };
                here(self.fault(lang, fault, &base))
            }
            Ok(address) => {
                let whole = asked.uri.path_and_query().map_or(path, |whole| whole.as_str());
                let href = address.href();
                if href != whole {
                    return here(Made::elsewhere(href));
                }
                self.asked(address, href, base).await
            }
        }
    }

    /// The answer to an address.
    async fn asked(self: Arc<Self>, address: Address, href: String, base: String) -> (Arc<Made>, bool) {
        let question = self.question(&address, &href, &base);
        if let Some(known) = self.answers.find(&question.key) {
            return (known, true);
        }
        let made = tokio::task::spawn_blocking(move || self.make(&question, &address, &base));
        match made.await {
            Ok(made) => (made, false),
            Err(error) => {
                tracing::error!(%error, "an answer could not be made");
                (Arc::new(refusal(StatusCode::INTERNAL_SERVER_ERROR)), false)
            }
        }
    }

    /// The dossier that an address is asked of, and under what its answer is kept.
    fn question(&self, address: &Address, href: &str, base: &str) -> Question {
        let newest = self.live.now();
        let wanted = address.shared.version.as_ref();
        let edition = wanted.and_then(|version| self.live.find(version)).unwrap_or_else(|| newest.clone());
        let unsound = self.live.unsound();
        let fault = unsound.as_ref().map_or("", |unsound| unsound.first.as_str());
        let key =
            format!("{base} {} {} {fault} {href}", edition.snapshot.version(), newest.snapshot.version());
        Question { edition, newest, unsound, key }
    }

    /// The answer to a question, made if it is not there.
    fn make(&self, question: &Question, address: &Address, base: &str) -> Arc<Made> {
        let shared = &address.shared;
        let ahead = [shared.as_of, shared.known_at].into_iter().flatten().find(|day| *day > (self.today)());
        self.answers.get(&question.key, || {
            let ask = Ask {
                edition: &question.edition,
                address,
                voice: self.voices.of(address.lang),
                base,
                assets: &self.assets,
                newest: &question.newest,
                unsound: question.unsound.clone(),
            };
            match ahead {
                Some(day) => problem::page(&ask, Trouble::Ahead(day)),
                None => page::make(&ask),
            }
        })
    }

    /// Makes the pages that readers begin with.
    pub fn warm(&self, base: &str) {
        let ties = self.live.now().snapshot.settings().ties.clone();
        let alliances = ties.iter().map(|tie| Place::Alliance(tie.to_string()));
        let first = [Place::Overview].into_iter().chain(alliances);
        let rest = [Place::Positions, Place::Evidence, Place::Sources, Place::Method, Place::Data];
        for place in first.chain(rest) {
            for lang in [Lang::De, Lang::En] {
                let address = Address { lang, place: place.clone(), shared: Shared::default(), own: vec![] };
                let question = self.question(&address, &address.href(), base);
                self.make(&question, &address, base);
            }
        }
    }

    /// What is told where an address cannot be understood.
    fn fault(&self, lang: Lang, fault: Fault, base: &str) -> Made {
        let address = Address { lang, place: Place::Overview, shared: Shared::default(), own: vec![] };
        let edition = self.live.now();
        let ask = self.ask(&edition, &address, base);
        match fault {
            Fault::TooLong => refusal(StatusCode::URI_TOO_LONG),
            Fault::NotText => refusal(StatusCode::BAD_REQUEST),
            Fault::NoPage => problem::page(&ask, Trouble::NoPage),
            Fault::Parameter { parameter, value } => {
                problem::page(&ask, Trouble::Parameter(parameter, value))
            }
        }
    }

    fn ask<'a>(&'a self, edition: &'a Edition, address: &'a Address, base: &'a str) -> Ask<'a> {
        Ask {
            edition,
            address,
            voice: self.voices.of(address.lang),
            base,
            assets: &self.assets,
            newest: edition,
            unsound: self.live.unsound(),
        }
    }

    fn health(&self) -> Made {
        let version = self.live.now().version();
        let text = serde_json::json!({
            "status": "ok",
            "version": version.hash,
            "lines": version.lines,
            "sound": self.live.unsound().is_none(),
        });
        Made::new(StatusCode::OK, "application/json; charset=utf-8", text.to_string()).kept(Keep::Never)
    }

    /// Looks at the dossier on disk.
    pub fn look(&self) {
        match self.live.look() {
            None => {}
            Some(Ok(version)) => {
                tracing::info!(version = version.hash, lines = version.lines, "the dossier has changed")
            }
            Some(Err(unsound)) => {
                tracing::warn!(faults = unsound.faults, first = unsound.first, "the dossier is not sound")
            }
        }
    }
}

/// How a browser calls this server.
fn base(headers: &HeaderMap) -> String {
    let text = |name: header::HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let scheme = match text(header::HeaderName::from_static("x-forwarded-proto")) {
        Some("https") => "https",
        _ => "http",
    };
    format!("{scheme}://{}", text(header::HOST).unwrap_or("localhost").to_lowercase())
}

/// The language that a browser prefers.
fn preferred(headers: &HeaderMap) -> Lang {
    let wanted =
        headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut best = (Lang::En, 0.0);
    for one in wanted.split(',').take(20) {
        let mut parts = one.split(';').map(str::trim);
        let lang = match parts.next().and_then(|code| code.get(..2)).map(str::to_lowercase).as_deref() {
            Some("de") => Lang::De,
            Some("en") => Lang::En,
            _ => continue,
        };
        let weight = parts.find_map(|part| part.strip_prefix("q=")?.parse::<f32>().ok()).unwrap_or(1.0);
        if weight > best.1 {
            best = (lang, weight);
        }
    }
    best.0
}

/// A refusal in plain words.
fn refusal(status: StatusCode) -> Made {
    let text = match status {
        StatusCode::METHOD_NOT_ALLOWED => "This study is read, not written: ask with GET or HEAD.\n",
        StatusCode::MISDIRECTED_REQUEST => {
            "This server does not know the name that it was asked by; allow it with --allow-host NAME.\n"
        }
        StatusCode::URI_TOO_LONG => "The address is too long, or has too many parameters.\n",
        StatusCode::BAD_REQUEST => "The address is not text in UTF-8.\n",
        _ => "This answer could not be made; please report it.\n",
    };
    Made::new(status, "text/plain; charset=utf-8", text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_that_a_browser_prefers() {
        let of = |wanted: &'static str| {
            preferred(&HeaderMap::from_iter([(header::ACCEPT_LANGUAGE, HeaderValue::from_static(wanted))]))
        };
        assert_eq!(of("de-DE,de;q=0.9,en;q=0.8"), Lang::De);
        assert_eq!(of("fr,en;q=0.5,de;q=0.4"), Lang::En);
        assert_eq!(of("de;q=0.1, en-US"), Lang::En);
        assert_eq!(of("ja"), Lang::En);
        assert_eq!(of(""), Lang::En);
    }
}

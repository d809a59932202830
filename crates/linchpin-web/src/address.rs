//! What is asked, in an address: language, page, and the state that all pages share.
//!
//! `/de/alliance/USA-JPN?as-of=2021-05-10&since=2019-01-01`. Parameters that a page does not know are left out, so that every
//! question has one address, which is also the key under which its answer is kept.

use linchpin_model::Date;
use linchpin_model::edtf::Edtf;
use linchpin_model::text::Lang;
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// The longest path with its parameters, in bytes.
pub const LONGEST: usize = 4_096;
/// The most parameters of an address.
const MOST: usize = 64;

/// A page or file of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// how the alliances stand
    Overview,
    /// one alliance
    Alliance(String),
    /// where a score comes from
    Why(String),
    /// what would change a judgement
    Overturn(String),
    /// who stands where on which issue
    Positions,
    /// what the sources say
    Evidence,
    /// one statement
    Statement(String),
    /// what rests on which source
    Sources,
    /// one source
    OfSource(String),
    /// the framework and its weights
    Method,
    /// tables and figures for other programs
    Data,
    /// changes, as a feed
    Feed,
    /// a figure: its name and the ending of the file
    Figure(String, Ending),
    /// an answer for programs, by its name
    Answer(String),
    /// a file for other programs, by its name
    File(String),
}

/// In which form a figure is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// a drawing
    Svg,
    /// its table
    Csv,
    /// its table with what must be known to use it
    Metadata,
}

impl Ending {
    /// All endings, with how they are written.
    pub const ALL: [(Ending, &'static str); 3] =
        [(Ending::Svg, "svg"), (Ending::Csv, "csv"), (Ending::Metadata, "metadata.json")];
}

/// The state that all pages share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// the date of validity
    pub as_of: Option<Date>,
    /// only sources issued by then
    pub known_at: Option<Date>,
    /// the date that changes are measured from
    pub since: Option<Date>,
    /// the framework
    pub framework: Option<String>,
    /// the version of the dossier that the address was made from
    pub version: Option<Version>,
}

/// A version of the dossier in an address: the beginning of its hash, and how many lines its log had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// the first digits of the SHA-256
    pub hash: String,
    /// lines of the log
    pub lines: usize,
}

/// How many digits of a hash stand in an address.
pub const HASH: usize = 12;

/// Everything that an address asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// the language
    pub lang: Lang,
    /// the page
    pub place: Place,
    /// what all pages share
    pub shared: Shared,
    /// what only this page knows, by name
    pub own: Vec<(String, String)>,
}

/// Why an address cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// it is longer than [`LONGEST`], or has too many parameters
    #[error("too long")]
    TooLong,
    /// it is not UTF-8, or has characters that no address has
    #[error("not text")]
    NotText,
    /// there is no such page
    #[error("no page")]
    NoPage,
    /// a parameter's value is not what it should be
    #[error("{parameter}={value}")]
    Parameter {
        /// the parameter
        parameter: &'static str,
        /// its value
        value: String,
    },
}

impl Address {
    /// Reads a path with parameters, such as `/de/evidence?q=Taiwan`.
    pub fn parse(path: &str, query: Option<&str>) -> Result<Address, Fault> {
        if path.len() + query.map_or(0, str::len) > LONGEST {
            return Err(Fault::TooLong);
        }
        let parts: Vec<String> =
            path.strip_prefix('/').ok_or(Fault::NoPage)?.split('/').map(decoded).collect::<Result<_, _>>()?;
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let (lang, rest) = parts.split_first().ok_or(Fault::NoPage)?;
        let lang = language(lang).ok_or(Fault::NoPage)?;
        let place = place(rest).ok_or(Fault::NoPage)?;
        let mut address = Address { lang, place, shared: Shared::default(), own: vec![] };
        address.read(query.unwrap_or_default())?;
        Ok(address)
    }

    fn read(&mut self, query: &str) -> Result<(), Fault> {
        let mut count = 0;
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            count += 1;
            if count > MOST {
                return Err(Fault::TooLong);
            }
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let [name, value] = [name, value].map(|part| decoded(&part.replace('+', " ")));
            let (name, value) = (name?, value?.trim().to_string());
            if value.is_empty() {
                continue;
            }
            let shared = &mut self.shared;
            match name.as_str() {
                "as-of" => shared.as_of = Some(day("as-of", &value)?),
                "known-at" => shared.known_at = Some(day("known-at", &value)?),
                "since" => shared.since = Some(day("since", &value)?),
                "framework" => shared.framework = Some(value),
                "version" => shared.version = Some(version(&value)?),
                _ if self.place.knows(&name) && self.own.iter().all(|(known, _)| *known != name) => {
                    self.own.push((name, value));
                }
                _ => {}
            }
        }
        self.own.sort();
        Ok(())
    }

    /// The value of a parameter that only this page knows.
    pub fn own(&self, name: &str) -> Option<&str> {
        self.own.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The path with parameters.
    pub fn href(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let Shared { as_of, known_at, since, framework, version } = &self.shared;
        for (name, day) in [("as-of", as_of), ("known-at", known_at), ("since", since)] {
            if let Some(day) = day {
                query.append_pair(name, &day.to_string());
            }
        }
        if let Some(framework) = framework {
            query.append_pair("framework", framework);
        }
        if let Some(Version { hash, lines }) = version {
            query.append_pair("version", &format!("{hash}-{lines}"));
        }
        for (name, value) in &self.own {
            query.append_pair(name, value);
        }
        let query = query.finish();
        let path = format!("/{}/{}", self.lang.code(), self.place.path());
        if query.is_empty() { path } else { format!("{path}?{query}") }
    }

    /// Another page in the same state.
    pub fn to(&self, place: Place) -> Address {
        Address { place, own: vec![], ..self.clone() }
    }

    /// The same with a parameter that only this page knows.
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Address {
        self.own.retain(|(known, _)| known != name);
        let value = value.into();
        if !value.is_empty() {
            self.own.push((name.to_string(), value));
            self.own.sort();
        }
        self
    }

    /// The same in the other language.
    pub fn in_other_language(&self) -> Address {
        let lang = if self.lang == Lang::De { Lang::En } else { Lang::De };
        Address { lang, ..self.clone() }
    }

    /// What the shared state and the page's own parameters are, for a form that keeps them.
    pub fn pairs(&self) -> Vec<(String, String)> {
        let href = self.href();
        let query = href.split_once('?').map_or("", |(_, query)| query);
        form_urlencoded::parse(query.as_bytes()).into_owned().collect()
    }
}

impl Place {
    /// Its path below the language.
    pub fn path(&self) -> String {
        let below = |folder: &str, name: &str| format!("{folder}/{}", encoded(name));
        match self {
            Place::Overview => String::new(),
            Place::Alliance(tie) => below("alliance", tie),
            Place::Why(tie) => below("why", tie),
            Place::Overturn(tie) => below("overturn", tie),
            Place::Positions => "positions".into(),
            Place::Evidence => "evidence".into(),
            Place::Statement(id) => below("statement", id),
            Place::Sources => "sources".into(),
            Place::OfSource(id) => below("source", id),
            Place::Method => "method".into(),
            Place::Data => "data".into(),
            Place::Feed => "feed.xml".into(),
            Place::Figure(name, ending) => {
                let ending =
                    Ending::ALL.iter().find(|(known, _)| known == ending).map_or("", |(_, text)| text);
                below("figures", &format!("{name}.{ending}"))
            }
            Place::Answer(name) => below("api", &format!("{name}.json")),
            Place::File(name) => below("files", name),
        }
    }

    /// Whether a parameter means something here, besides those that all pages share.
    fn knows(&self, name: &str) -> bool {
        let known: &[&str] = match self {
            Place::Alliance(_) => &["against", "then"],
            Place::Why(_) | Place::Overturn(_) | Place::Figure(..) => &["node", "theme"],
            Place::Positions => &["issue"],
            Place::Evidence => &EVIDENCE,
            Place::Answer(_) => &API,
            Place::Method => return name.starts_with("w-"),
            _ => &[],
        };
        known.contains(&name) || matches!(self, Place::Answer(_)) && name.starts_with("w-")
    }
}

/// What evidence is searched and filtered by.
pub const EVIDENCE: [&str; 11] =
    ["q", "kind", "actor", "speaker", "about", "source", "on", "status", "mark", "page", "id"];
/// What answers for programs are asked by.
pub const API: [&str; 12] =
    ["tie", "node", "q", "kind", "actor", "speaker", "about", "source", "on", "status", "issue", "id"];

fn place(parts: &[&str]) -> Option<Place> {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_string());
    Some(match parts {
        [] | [""] => Place::Overview,
        ["alliance", tie] => Place::Alliance(some(tie)?),
        ["why", tie] => Place::Why(some(tie)?),
        ["overturn", tie] => Place::Overturn(some(tie)?),
        ["positions"] => Place::Positions,
        ["evidence"] => Place::Evidence,
        ["statement", id] => Place::Statement(some(id)?),
        ["sources"] => Place::Sources,
        ["source", id] => Place::OfSource(some(id)?),
        ["method"] => Place::Method,
        ["data"] => Place::Data,
        ["feed.xml"] => Place::Feed,
        ["figures", file] => {
            let (name, ending) = file.split_once('.')?;
            let (ending, _) = Ending::ALL.into_iter().find(|(_, text)| *text == ending)?;
            Place::Figure(some(name)?, ending)
        }
        ["api", file] => Place::Answer(some(file.strip_suffix(".json")?)?),
        ["files", name] => Place::File(some(name)?),
        _ => return None,
    })
}

fn language(code: &str) -> Option<Lang> {
    [Lang::De, Lang::En].into_iter().find(|lang| lang.code() == code)
}

/// A part of an address as text: UTF-8 without characters that control.
fn decoded(part: &str) -> Result<String, Fault> {
    let text = percent_decode_str(part).decode_utf8().map_err(|_| Fault::NotText)?;
    if text.chars().any(char::is_control) {
        return Err(Fault::NotText);
    }
    Ok(text.into_owned())
}

/// What stands in a path as it is: everything but what has a meaning there.
const IN_PATH: AsciiSet = CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`')
    .add(b'{')
    .add(b'}')
    .add(b'/')
    .add(b'%')
    .add(b'\\');

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, &IN_PATH).to_string()
}

/// A day, or the last day of a month or year, as EDTF writes it; none beyond the years that assessments speak of.
fn day(parameter: &'static str, value: &str) -> Result<Date, Fault> {
    let fault = || Fault::Parameter { parameter, value: value.chars().take(40).collect() };
    let date: Edtf = value.parse().map_err(|_| fault())?;
    let day = date.last_day();
    let sound = !date.is_open_ended() && (1900..=2100).contains(&day.year());
    if sound { Ok(day) } else { Err(fault()) }
}

fn version(value: &str) -> Result<Version, Fault> {
    let fault = || Fault::Parameter { parameter: "version", value: value.chars().take(40).collect() };
    let (hash, lines) = value.split_once('-').ok_or_else(fault)?;
    let is_hash = hash.len() == HASH && hash.bytes().all(|b| b.is_ascii_hexdigit());
    let lines = lines.parse().ok().filter(|_| is_hash).ok_or_else(fault)?;
    Ok(Version { hash: hash.to_ascii_lowercase(), lines })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parse(path: &str) -> Result<Address, Fault> {
        let (path, query) = path.split_once('?').map_or((path, None), |(path, query)| (path, Some(query)));
        Address::parse(path, query)
    }

    #[test]
    fn an_address_says_what_is_asked_and_is_found_again() {
        let address =
            parse("/de/alliance/USA-JPN?since=2019&as-of=2021-05&utm_source=x&against=USA-KOR").unwrap();
        assert_eq!(address.place, Place::Alliance("USA-JPN".into()));
        assert_eq!(address.own("against"), Some("USA-KOR"));
        let href = address.href();
        assert_eq!(href, "/de/alliance/USA-JPN?as-of=2021-05-31&since=2019-12-31&against=USA-KOR");
        assert_eq!(parse(&href).unwrap(), address);
        assert_eq!(address.in_other_language().href(), href.replace("/de/", "/en/"));
        let why = address.to(Place::Why("USA-JPN".into())).with("node", "support/guarantor");
        assert_eq!(parse(&why.href()).unwrap(), why);
    }

    #[test]
    fn figures_and_versions_are_read() {
        let figure = parse("/en/figures/trajectory-USA-JPN.metadata.json").unwrap();
        assert_eq!(figure.place, Place::Figure("trajectory-USA-JPN".into(), Ending::Metadata));
        let pinned = parse("/en/?version=0123456789AB-1484").unwrap();
        assert_eq!(pinned.shared.version, Some(Version { hash: "0123456789ab".into(), lines: 1484 }));
        assert_eq!(parse(&pinned.href()).unwrap(), pinned);
    }

    #[test]
    fn what_cannot_be_understood_is_refused() {
        let no_page =
            ["/", "/fr/", "/de/alliance", "/de/alliance/", "/de/../etc/passwd", "/de//", "/en/figures/x.exe"];
        for path in no_page {
            assert_eq!(parse(path), Err(Fault::NoPage), "{path}");
        }
        for path in ["/de/%ff", "/de/alliance/%00", "/de/?q=%c3%28&as-of=%ff", "/de/evidence?q=%0a"] {
            assert_eq!(parse(path), Err(Fault::NotText), "{path}");
        }
        for query in ["as-of=yesterday", "as-of=99999-01-01", "since=1000", "version=x", "as-of=2021/.."] {
            let found = parse(&format!("/de/?{query}"));
            assert!(matches!(found, Err(Fault::Parameter { .. })), "{query}: {found:?}");
        }
        assert_eq!(parse(&format!("/de/evidence?q={}", "x".repeat(LONGEST))), Err(Fault::TooLong));
        assert_eq!(parse(&format!("/de/evidence?{}", "q=1&".repeat(MOST + 1))), Err(Fault::TooLong));
    }

    proptest! {
        #[test]
        fn any_text_is_an_address_or_a_fault(path in "\\PC{0,60}", query in "\\PC{0,80}") {
            if let Ok(address) = Address::parse(&format!("/en/{path}"), Some(&query)) {
                prop_assert_eq!(parse(&address.href()), Ok(address));
            }
        }

        #[test]
        fn what_a_page_is_asked_survives_its_address(id in "[^/\\p{C}]{1,30}", q in "[^\\p{C}\\s][^\\p{C}]{0,30}") {
            let address = parse("/en/").unwrap().to(Place::Statement(id.clone()));
            prop_assert_eq!(parse(&address.href()).map(|found| found.place), Ok(Place::Statement(id)));
            let q = q.trim().to_string();
            let address = parse("/en/").unwrap().to(Place::Evidence).with("q", q.clone());
            let found = parse(&address.href()).unwrap();
            prop_assert_eq!(found.own("q"), Some(q.as_str()));
        }
    }
}

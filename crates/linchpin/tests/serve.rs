//! `linchpin serve`: the server from outside, by raw requests.

mod harness;
use harness::{command, linchpin, northland_copy, refused};
use insta::assert_snapshot;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A server that ends with its test.
struct Server {
    child: Child,
    address: String,
}

/// What a server answered.
struct Reply {
    status: u16,
    head: String,
    body: String,
}

impl Reply {
    fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(':'));
        lines.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    }
}

impl Server {
    fn start(args: &[&str]) -> Server {
        let mut child = command(&[&["serve", "--port", "0"], args].concat())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("an output")).read_line(&mut line).expect("a line");
        let address = line.split("http://").nth(1).and_then(|rest| rest.split(' ').next());
        let address = address.unwrap_or_else(|| panic!("no address in {line:?}")).to_string();
        Server { child, address }
    }

    fn on(dossier: &Path) -> Server {
        Server::start(&["--dossier", dossier.to_str().expect("a path of text")])
    }

    /// Sends bytes and reads all that comes back until the server closes.
    fn send(&self, request: &[u8]) -> Option<Reply> {
        let mut stream = TcpStream::connect(&self.address).expect("a connection");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a socket");
        // what is refused early may be cut off while it is still being sent
        let _ = stream.write_all(request);
        let mut bytes = vec![];
        let _ = stream.read_to_end(&mut bytes);
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let status = head.split(' ').nth(1)?.parse().ok()?;
        Some(Reply { status, head, body: String::from_utf8_lossy(&bytes[end + 4..]).into_owned() })
    }

    fn ask(&self, method: &str, path: &str, headers: &str) -> Reply {
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n{headers}\r\n",
            self.address
        );
        self.send(request.as_bytes()).unwrap_or_else(|| panic!("no answer to {method} {path}"))
    }

    fn get(&self, path: &str) -> Reply {
        self.ask("GET", path, "")
    }

    /// Waits until a page says something.
    fn until(&self, path: &str, says: &str) -> Reply {
        let started = Instant::now();
        loop {
            let reply = self.get(path);
            if reply.body.contains(says) {
                return reply;
            }
            assert!(started.elapsed() < Duration::from_secs(30), "{path} never says {says}:\n{}", reply.body);
            sleep(Duration::from_millis(200));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An address as HTML has it.
fn unescaped(href: &str) -> String {
    href.replace("&#38;", "&").replace("&amp;", "&").replace("&#39;", "'")
}

#[test]
fn every_page_answers_in_both_languages_and_every_link_leads_somewhere() {
    let (_temporary, dossier) = northland_copy();
    let server = Server::on(&dossier);
    let mut open: Vec<String> = vec!["/de/".into(), "/en/".into()];
    let mut seen: Vec<String> = vec![];
    while let Some(path) = open.pop() {
        if seen.contains(&path) || seen.len() > 400 {
            continue;
        }
        let reply = server.get(&path);
        assert_eq!(reply.status, 200, "{path}: {}", reply.body.chars().take(300).collect::<String>());
        assert!(
            reply
                .header("content-security-policy")
                .is_some_and(|policy| policy.starts_with("default-src 'none'"))
        );
        let html = reply.header("content-type").is_some_and(|kind| kind.starts_with("text/html"));
        seen.push(path.clone());
        if !html || path.contains("/files/") {
            continue;
        }
        assert!(reply.body.len() <= 300_000, "{path} has {} bytes", reply.body.len());
        for never in ["<script>", " style=\"", " onclick", "<style"] {
            assert!(!reply.body.contains(never), "{path} has {never}");
        }
        let kind = |path: &str| {
            path.split(['?', '#']).next().unwrap_or_default().split('/').take(3).collect::<Vec<_>>().join("/")
        };
        for href in reply.body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let href = unescaped(href);
            let here = format!("http://{}", server.address);
            let href = href.strip_prefix(&here).unwrap_or(&href);
            let path = href.split('#').next().unwrap_or_default().to_string();
            // a few addresses of each kind stand for all
            let known = seen.iter().chain(&open).filter(|other| kind(other) == kind(&path)).count();
            if path.starts_with('/') && known < 6 && !open.contains(&path) {
                open.push(path);
            }
        }
    }
    for page in [
        "alliance",
        "why",
        "overturn",
        "positions",
        "evidence",
        "statement",
        "sources",
        "source",
        "method",
        "data",
        "api",
        "files",
        "figures",
    ] {
        for lang in ["de", "en"] {
            assert!(
                seen.iter().any(|path| path.starts_with(&format!("/{lang}/{page}"))),
                "no {page} in {lang}: {seen:?}"
            );
        }
    }
}

#[test]
fn every_number_of_a_page_is_a_link() {
    let (_temporary, dossier) = northland_copy();
    let server = Server::on(&dossier);
    let page = server.get("/en/alliance/XNO-XSU?as-of=2023-06-30").body;
    let first =
        page.split("class=\"said lead").nth(1).and_then(|rest| rest.split("</div>").next()).expect("a lead");
    let threads = first.matches("class=\"thread\" href=\"/en/why/").count();
    assert_eq!(threads, 2, "mean and interval: {first}");
    assert!(
        first.contains("Cite as footnote") && first.contains("version=") && first.contains("known-at="),
        "{first}"
    );
}

#[test]
fn answers_for_programs_are_those_of_the_command_line() {
    let server = Server::start(&[]);
    let served: serde_json::Value = serde_json::from_str(&server.get("/en/api/overview.json").body).unwrap();
    let told: serde_json::Value =
        serde_json::from_str(&linchpin(&["overview", "--format", "json"]).output()).unwrap();
    assert_eq!(served, told);
    let description: serde_json::Value =
        serde_json::from_str(&server.get("/en/api/openapi.json").body).unwrap();
    let paths = description["paths"].as_object().expect("paths");
    assert!(paths.len() > 15 && description["openapi"] == "3.1.0");
    for path in paths.keys() {
        let needs = if path.contains("retract") { "?source=dw-2025" } else { "" };
        let reply = server.get(&format!("{path}{needs}"));
        assert_eq!(reply.status, 200, "{path}: {}", reply.body);
        let answer: serde_json::Value = serde_json::from_str(&reply.body).unwrap();
        let schema = &paths[path]["get"]["responses"]["200"]["description"];
        assert_eq!(&answer["schema"], schema, "{path}");
    }
}

#[test]
fn only_reading_is_allowed_and_only_by_known_names() {
    let (_temporary, dossier) = northland_copy();
    let server = Server::on(&dossier);
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"] {
        let reply = server.ask(method, "/de/", "content-length: 0\r\n");
        assert_eq!((reply.status, reply.header("allow")), (405, Some("GET, HEAD")), "{method}");
    }
    let head = server.ask("HEAD", "/de/", "");
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    for host in ["evil.example", "127.0.0.1.evil.example", "", "localhost:x"] {
        let request = format!("GET /de/ HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n");
        let reply = server.send(request.as_bytes()).expect("an answer");
        assert!(matches!(reply.status, 400 | 421), "{host}: {}", reply.status);
        assert!(!reply.body.contains("Northland"));
    }
}

#[test]
fn languages_old_addresses_and_what_a_browser_knows() {
    let (_temporary, dossier) = northland_copy();
    let server = Server::on(&dossier);
    let to = |path: &str, headers: &str| {
        let reply = server.ask("GET", path, headers);
        (reply.status, reply.header("location").unwrap_or_default().to_string())
    };
    assert_eq!(to("/", "accept-language: de-AT,en;q=0.7\r\n"), (307, "/de/".into()));
    assert_eq!(to("/", ""), (307, "/en/".into()));
    assert_eq!(
        to("/figures/cards.svg?as-of=2023", "accept-language: de\r\n"),
        (307, "/de/figures/cards.svg?as-of=2023".into())
    );
    assert_eq!(to("/en/evidence?q=&kind=event", ""), (307, "/en/evidence?kind=event".into()));
    let first = server.ask("GET", "/en/data", "accept-encoding: gzip\r\n");
    assert_eq!(first.header("content-encoding"), Some("gzip"));
    let etag = first.header("etag").expect("an ETag").to_string();
    let again = server.ask("GET", "/en/data", &format!("if-none-match: {etag}\r\n"));
    assert_eq!((again.status, again.body.as_str()), (304, ""));
}

#[test]
fn pages_follow_the_dossier_and_older_versions_stay_at_hand() {
    let (_temporary, dossier) = northland_copy();
    let server = Server::on(&dossier);
    let page = server.get("/en/");
    let permalink =
        page.body.split("rel=\"canonical\" href=\"http://").nth(1).and_then(|rest| rest.split('"').next());
    let permalink = unescaped(permalink.expect("a permalink"));
    let (_, permalink) = permalink.split_once('/').expect("a path");
    let permalink = format!("/{permalink}");
    assert_eq!(server.get(&permalink).status, 200);

    let settings = dossier.join("dossier.toml");
    let sound = std::fs::read_to_string(&settings).unwrap();
    std::fs::write(&settings, "format = 1\nid = 3\n").unwrap();
    let banner = server.until("/en/", "the last sound version is shown");
    assert!(banner.status == 200 && banner.body.contains("dossier.toml"));

    let renamed = sound.replacen("en = \"", "en = \"Renamed ", 1);
    assert_ne!(renamed, sound);
    std::fs::write(&settings, renamed).unwrap();
    server.until("/en/", "Renamed ");
    let old = server.get(&permalink).body;
    assert!(
        !old.contains("Renamed ") && old.contains("The newest is"),
        "the older version, and that it is one"
    );
    let (before, version) = permalink.split_once("version=").expect("a version");
    let rest = version.split_once('&').map_or(String::new(), |(_, rest)| format!("&{rest}"));
    let gone = server.get(&format!("{before}version=000000000000-7{rest}")).body;
    assert!(gone.contains("which is not at hand") && gone.contains("instead of 7"), "{gone}");
}

#[test]
fn a_dossier_without_statements_has_pages() {
    let temporary = tempfile::tempdir().unwrap();
    let path = temporary.path().join("empty");
    linchpin(&["new", path.to_str().unwrap()]).output();
    std::fs::remove_dir_all(path.join("statements")).unwrap();
    let server = Server::on(&path);
    for page in ["", "positions", "evidence", "sources", "method", "data", "feed.xml"] {
        let reply = server.get(&format!("/de/{page}"));
        assert_eq!(reply.status, 200, "{page}");
        assert!(reply.body.contains("noch keine Aussagen"), "{page}: {}", reply.body);
    }
}

/// A simple generator, so that every run asks the same.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.roll(of.len())]
    }
}

const METHODS: [&str; 8] = ["GET", "GET", "GET", "GET", "POST", "PUT", "DELETE", "\u{1}"];
const PATHS: [&str; 26] = [
    "/",
    "/de",
    "/de/",
    "/en/evidence",
    "/de/alliance/",
    "/de/alliance/..%2f..%2fetc%2fpasswd",
    "/de/../../etc/passwd",
    "/en/why/XNO-XSU",
    "/en/statement/%00",
    "/en/source/%ff%fe",
    "/de/figures/%2e%2e/cards.svg",
    "/en/figures/cards.exe",
    "/en/api/statements.json",
    "/en/api/%F0%9F%92%A9.json",
    "/en/files/..",
    "/assets/../Cargo.toml",
    "/healthz/../..",
    "//evil.example/",
    "/en/statement/'%22><script>alert(1)</script>",
    "/en/alliance/%E2%80%AE",
    "/%",
    "/en/%c0%af",
    "*",
    "http://evil.example/",
    "/en/method",
    "/fr/",
];
const NAMES: [&str; 16] = [
    "as-of",
    "known-at",
    "since",
    "framework",
    "version",
    "node",
    "q",
    "kind",
    "on",
    "status",
    "page",
    "w-convergence",
    "w-",
    "id",
    "then",
    "theme",
];
const VALUES: [&str; 24] = [
    "0000-00-00",
    "99999-12-31",
    "-5000",
    "2021-13-45",
    "1e400",
    "-1",
    "NaN",
    "%ff",
    "%00",
    "18446744073709551616",
    "../../../etc/passwd",
    "2021-05-10/..",
    "%F0%9F%92%A9",
    "' OR 1=1 --",
    "%3Cscript%3E",
    "0x7fffffff",
    "2100-12-31",
    "1900",
    "((((((((((",
    "%E2%80%8F",
    "9999999999999999999999999999",
    "true",
    "\\\\",
    "..",
];

#[test]
fn ten_thousand_hostile_requests_are_answered_and_none_of_them_breaks_the_server() {
    let (_temporary, dossier) = northland_copy();
    let server = Server::on(&dossier);
    let mut dice = Dice(7);
    let mut counts = std::collections::BTreeMap::<u16, usize>::new();
    let mut unanswered = 0;
    for _ in 0..10_000 {
        let mut path = dice.pick(&PATHS).to_string();
        for at in 0..dice.roll(4) {
            path.push_str(if at == 0 { "?" } else { "&" });
            let value = match dice.roll(40) {
                0 => "x".repeat(dice.roll(20_000)),
                _ => dice.pick(&VALUES).replace(' ', "+"),
            };
            path.push_str(&format!("{}={value}", dice.pick(&NAMES)));
        }
        let method = dice.pick(&METHODS);
        let headers = match dice.roll(12) {
            0 => "content-length: 99999999999999999999\r\n".to_string(),
            1 => "transfer-encoding: chunked\r\n".to_string(),
            2 => format!("accept-language: {}\r\n", "de;q=,".repeat(200)),
            3 => format!("x: {}\r\n", "y".repeat(30_000)),
            4 => "if-none-match: *\r\naccept-encoding: gzip;q=nan\r\n".to_string(),
            5 => "host: evil.example\r\n".to_string(),
            _ => String::new(),
        };
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n{headers}\r\n",
            server.address
        );
        match server.send(request.as_bytes()) {
            Some(reply) => {
                assert!(reply.status < 500, "{} to {request:?}\n{}", reply.status, reply.body);
                assert!(!reply.body.contains("<script>alert"), "{request}");
                *counts.entry(reply.status).or_default() += 1;
            }
            None => unanswered += 1,
        }
    }
    let refused: usize = counts.iter().filter(|(status, _)| **status >= 400).map(|(_, count)| count).sum();
    assert!(refused > 5_000 && unanswered < 100, "{counts:?}, {unanswered} unanswered");
    assert_eq!(server.get("/healthz").status, 200);
}

#[test]
fn slow_clients_do_not_keep_others_waiting() {
    let (_temporary, dossier) = northland_copy();
    let server = Server::on(&dossier);
    let slow: Vec<TcpStream> = (0..100)
        .map(|_| {
            let mut stream = TcpStream::connect(&server.address).expect("a connection");
            stream.write_all(b"GET /de/ HTTP/1.1\r\nhost: loc").expect("a beginning");
            stream
        })
        .collect();
    assert_eq!(server.get("/healthz").status, 200);
    // who never says what it wants is let go
    let mut first = &slow[0];
    first.set_read_timeout(Some(Duration::from_secs(30))).expect("a socket");
    let mut rest = vec![];
    assert!(first.read_to_end(&mut rest).is_ok(), "the connection ends");
}

#[cfg(unix)]
#[test]
fn it_stops_when_it_is_told_to() {
    let (_temporary, dossier) = northland_copy();
    let mut server = Server::on(&dossier);
    assert_eq!(server.get("/healthz").status, 200);
    let killed = std::process::Command::new("kill").args(["-TERM", &server.child.id().to_string()]).status();
    assert!(killed.expect("kill").success());
    assert_eq!(server.child.wait().expect("an end").code(), Some(0));
}

#[test]
fn what_cannot_be_served_is_refused() {
    assert_snapshot!(refused(
        linchpin,
        &[&["serve", "--port", "99999"], &["serve", "--host", "nowhere"], &["serve", "--as-of", "2021"],]
    ));
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let busy = linchpin(&["serve", "--port", &port]);
    assert_eq!(busy.code, 1);
    assert!(
        busy.stderr.contains("cannot be listened on") && busy.stderr.contains("--port"),
        "{}",
        busy.stderr
    );
    assert_eq!(linchpin(&["serve", "--dossier", "no-such-folder"]).code, 1);
}

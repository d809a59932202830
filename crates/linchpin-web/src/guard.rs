//! Who is answered, and what a browser is told to refuse.
//!
//! A page that runs in a browser can ask this server under a name of its own (DNS rebinding), so that only names that the server is
//! known by are answered. The app reads and never writes: methods other than GET and HEAD are refused.

use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::{Method, StatusCode};

/// What a browser may load and do with a page: only what comes from here, nothing inline, no frame, no form elsewhere.
pub const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
                          connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The names under which the server is asked.
#[derive(Clone, Debug)]
pub struct Hosts {
    names: Vec<String>,
}

impl Hosts {
    /// The loopback, the address that is listened on, and further names.
    pub fn new(listening: &str, more: impl IntoIterator<Item = String>) -> Hosts {
        let own = ["localhost", "127.0.0.1", "[::1]"].map(String::from);
        let bracketed =
            if listening.contains(':') { format!("[{listening}]") } else { listening.to_string() };
        let names = own.into_iter().chain([bracketed]).chain(more).map(|name| name.to_lowercase());
        Hosts { names: names.collect() }
    }

    /// Whether a host of a request, with or without a port, is one of them.
    pub fn know(&self, host: &str) -> bool {
        let host = host.to_lowercase();
        let name = match host.rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) && !name.is_empty() => name,
            _ => host.as_str(),
        };
        self.names.iter().any(|known| known == name)
    }
}

/// Why a request is refused before it is read.
pub fn refused(method: &Method, headers: &HeaderMap, hosts: &Hosts) -> Option<StatusCode> {
    let host = match headers.get_all(header::HOST).iter().collect::<Vec<_>>().as_slice() {
        [host] => host.to_str().ok(),
        _ => None,
    };
    if !host.is_some_and(|host| hosts.know(host)) {
        return Some(StatusCode::MISDIRECTED_REQUEST);
    }
    let reads = [Method::GET, Method::HEAD].contains(method);
    (!reads).then_some(StatusCode::METHOD_NOT_ALLOWED)
}

/// Puts on every answer what a browser is to refuse.
pub fn harden(headers: &mut HeaderMap) {
    let all = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (
            HeaderName::from_static("permissions-policy"),
            "camera=(), geolocation=(), microphone=(), interest-cohort=()",
        ),
    ];
    for (name, value) in all {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_names_are_answered() {
        let hosts = Hosts::new("192.168.7.1", ["study.example".to_string()]);
        for host in
            ["localhost", "LOCALHOST:7878", "127.0.0.1:1", "[::1]:7878", "192.168.7.1:80", "study.example"]
        {
            assert!(hosts.know(host), "{host}");
        }
        for host in [
            "",
            ":7878",
            "evil.example",
            "localhost.evil.example",
            "127.0.0.1.evil.example:80",
            "evil:localhost",
        ] {
            assert!(!hosts.know(host), "{host}");
        }
        assert!(Hosts::new("::", []).know("[::]:80"));
    }

    #[test]
    fn two_hosts_or_none_are_refused_and_so_is_what_writes() {
        let hosts = Hosts::new("127.0.0.1", []);
        let mut headers = HeaderMap::new();
        assert_eq!(refused(&Method::GET, &headers, &hosts), Some(StatusCode::MISDIRECTED_REQUEST));
        headers.append(header::HOST, HeaderValue::from_static("localhost"));
        assert_eq!(refused(&Method::GET, &headers, &hosts), None);
        assert_eq!(refused(&Method::POST, &headers, &hosts), Some(StatusCode::METHOD_NOT_ALLOWED));
        headers.append(header::HOST, HeaderValue::from_static("evil.example"));
        assert_eq!(refused(&Method::GET, &headers, &hosts), Some(StatusCode::MISDIRECTED_REQUEST));
    }
}

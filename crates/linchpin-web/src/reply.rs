//! An answer as bytes, with what belongs on it: an ETag, a shorter form for browsers that unpack, how long it may be kept.

use axum::body::{Body, Bytes};
use axum::http::header::{self, HeaderMap, HeaderValue};
use axum::http::{Response, StatusCode};
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::io::Write;
use std::sync::OnceLock;

/// From this length on packing pays.
const WORTH_PACKING: usize = 1_024;

/// How long a browser may keep an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// it asks each time whether there is a newer one
    Ask,
    /// for good: its address changes with it
    Forever,
    /// not at all
    Never,
}

/// An answer that was made.
pub struct Made {
    status: StatusCode,
    kind: &'static str,
    body: Bytes,
    packed: OnceLock<Option<Bytes>>,
    etag: String,
    keep: Keep,
    /// the name under which a browser saves it
    file: Option<String>,
    /// where to go instead
    location: Option<String>,
}

impl Made {
    /// An answer of a kind. What is no success is not kept.
    pub fn new(status: StatusCode, kind: &'static str, body: impl Into<Bytes>) -> Made {
        let body = body.into();
        let etag = format!("\"{}\"", &hex::encode(Sha256::digest(&body))[..20]);
        let keep = if status.is_success() { Keep::Ask } else { Keep::Never };
        Made { status, kind, body, packed: OnceLock::new(), etag, keep, file: None, location: None }
    }

    /// A page.
    pub fn html(status: StatusCode, body: String) -> Made {
        Made::new(status, "text/html; charset=utf-8", body)
    }

    /// The way to another address.
    pub fn elsewhere(location: String) -> Made {
        let kept =
            Made::new(StatusCode::TEMPORARY_REDIRECT, "text/plain; charset=utf-8", format!("{location}\n"));
        Made { location: Some(location), ..kept }
    }

    /// The same, kept otherwise.
    pub fn kept(self, keep: Keep) -> Made {
        Made { keep, ..self }
    }

    /// The same, to be saved under a name.
    pub fn file(self, name: impl Into<String>) -> Made {
        Made { file: Some(name.into()), ..self }
    }

    /// Whether it may be kept under its question.
    pub fn is_kept(&self) -> bool {
        self.status.is_success() && self.keep != Keep::Never
    }

    /// How much memory it takes.
    pub fn bytes(&self) -> usize {
        // what is packed is at most as long; it is made later, and counted beforehand
        self.body.len() + self.body.len() / 3 + 512
    }

    /// Its status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// What it says.
    #[cfg(test)]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    fn packed(&self) -> Option<Bytes> {
        let pack = || {
            let mut packer = GzEncoder::new(Vec::with_capacity(self.body.len() / 3), Compression::new(5));
            packer.write_all(&self.body).ok()?;
            packer.finish().ok().map(Bytes::from)
        };
        if self.body.len() < WORTH_PACKING {
            return None;
        }
        self.packed.get_or_init(pack).clone()
    }

    /// The answer to a request with these headers.
    pub fn reply(&self, asked: &HeaderMap) -> Response<Body> {
        let mut reply = Response::new(Body::empty());
        let headers = reply.headers_mut();
        let mut put = |name, value: &str| {
            if let Ok(value) = HeaderValue::from_str(value) {
                headers.insert(name, value);
            }
        };
        put(
            header::CACHE_CONTROL,
            match self.keep {
                Keep::Ask => "no-cache",
                Keep::Forever => "public, max-age=31536000, immutable",
                Keep::Never => "no-store",
            },
        );
        if self.keep != Keep::Never {
            put(header::ETAG, &self.etag);
            put(header::VARY, "accept-encoding");
        }
        if let Some(location) = &self.location {
            put(header::LOCATION, location);
        }
        if self.keep != Keep::Never && is_known(asked, &self.etag) {
            *reply.status_mut() = StatusCode::NOT_MODIFIED;
            return reply;
        }
        put(header::CONTENT_TYPE, self.kind);
        if let Some(file) = &self.file {
            put(header::CONTENT_DISPOSITION, &format!("attachment; filename=\"{file}\""));
        }
        let packed = if unpacks(asked) { self.packed() } else { None };
        if packed.is_some() {
            put(header::CONTENT_ENCODING, "gzip");
        }
        *reply.status_mut() = self.status;
        *reply.body_mut() = Body::from(packed.unwrap_or_else(|| self.body.clone()));
        reply
    }
}

/// Whether the browser has an answer already.
fn is_known(asked: &HeaderMap, etag: &str) -> bool {
    let known = asked.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    known.is_some_and(|known| {
        known.split(',').map(|one| one.trim().trim_start_matches("W/")).any(|one| one == etag || one == "*")
    })
}

/// Whether the browser unpacks gzip.
fn unpacks(asked: &HeaderMap) -> bool {
    let codings =
        asked.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    codings.split(',').any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        parts.next() == Some("gzip")
            && parts.all(|part| !matches!(part, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(name: header::HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_static(value))])
    }

    #[test]
    fn what_a_browser_has_is_not_sent_again() {
        let made = Made::new(StatusCode::OK, "text/plain", "one");
        let etag = made.reply(&HeaderMap::new()).headers()[header::ETAG].clone();
        let asked = HeaderMap::from_iter([(header::IF_NONE_MATCH, etag)]);
        assert_eq!(made.reply(&asked).status(), StatusCode::NOT_MODIFIED);
        assert_eq!(Made::new(StatusCode::OK, "text/plain", "two").reply(&asked).status(), StatusCode::OK);
    }

    #[test]
    fn long_answers_are_packed_for_those_who_unpack() {
        let long = Made::new(StatusCode::OK, "text/plain", "word ".repeat(1_000));
        let coded = |asked: &HeaderMap| long.reply(asked).headers().get(header::CONTENT_ENCODING).cloned();
        assert_eq!(
            coded(&headers(header::ACCEPT_ENCODING, "br, gzip")),
            Some(HeaderValue::from_static("gzip"))
        );
        assert_eq!(coded(&headers(header::ACCEPT_ENCODING, "br, gzip;q=0")), None);
        assert_eq!(coded(&HeaderMap::new()), None);
        let short = Made::new(StatusCode::OK, "text/plain", "word");
        assert!(
            !short
                .reply(&headers(header::ACCEPT_ENCODING, "gzip"))
                .headers()
                .contains_key(header::CONTENT_ENCODING)
        );
    }
}

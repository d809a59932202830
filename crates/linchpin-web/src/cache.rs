//! Answers that were made, as bytes under the question that they answer; those that were asked for least go first.

use crate::reply::Made;
use quick_cache::sync::Cache;
use quick_cache::{DefaultHashBuilder, Lifecycle, Weighter};
use std::sync::Arc;

/// How many bytes of answers are kept.
const BYTES: u64 = 32 << 20;
/// How large an answer usually is.
const USUAL: u64 = 48 << 10;

/// Answers under their questions.
pub struct Answers(Cache<String, Arc<Made>, ByBytes, DefaultHashBuilder, Quiet>);

#[derive(Clone)]
struct ByBytes;

impl Weighter<String, Arc<Made>> for ByBytes {
    fn weight(&self, key: &String, made: &Arc<Made>) -> u64 {
        (key.len() + made.bytes()) as u64
    }
}

#[derive(Clone)]
struct Quiet;

impl Lifecycle<String, Arc<Made>> for Quiet {
    type RequestState = ();
    fn begin_request(&self) {}
    fn on_evict(&self, (): &mut (), _: String, _: Arc<Made>) {}
}

impl Answers {
    /// Nothing yet.
    pub fn new() -> Answers {
        Answers::of(BYTES)
    }

    fn of(bytes: u64) -> Answers {
        Answers(Cache::with(
            (bytes / USUAL).max(1) as usize,
            bytes,
            ByBytes,
            DefaultHashBuilder::default(),
            Quiet,
        ))
    }

    /// The answer under a question, if it is there.
    pub fn find(&self, question: &str) -> Option<Arc<Made>> {
        self.0.get(question)
    }

    /// The answer under a question, made if it is not there; who asks the same meanwhile waits for it. What is no answer to be
    /// kept is made and forgotten.
    pub fn get(&self, question: &str, make: impl FnOnce() -> Made) -> Arc<Made> {
        let found = self.0.get_or_insert_with(question, || {
            let fresh = Arc::new(make());
            if fresh.is_kept() { Ok(fresh) } else { Err(fresh) }
        });
        found.unwrap_or_else(|forgotten| forgotten)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::StatusCode;

    fn page(text: &str) -> Made {
        Made::new(StatusCode::OK, "text/plain", text.to_string())
    }

    #[test]
    fn an_answer_is_made_once() {
        let answers = Answers::new();
        assert_eq!(answers.get("a", || page("first")).body(), b"first");
        assert_eq!(answers.get("a", || page("second")).body(), b"first");
    }

    #[test]
    fn a_refusal_is_not_kept() {
        let answers = Answers::new();
        let lost = || Made::new(StatusCode::NOT_FOUND, "text/plain", "none".to_string());
        assert_eq!(answers.get("a", lost).body(), b"none");
        assert_eq!(answers.get("a", || page("found")).body(), b"found");
    }

    #[test]
    fn no_more_is_kept_than_there_is_room_for() {
        let answers = Answers::of(64 << 10);
        for at in 0..1_000 {
            answers.get(&format!("{at}"), || page(&format!("{at} {}", "x".repeat(2_000))));
        }
        assert!(answers.0.weight() <= 64 << 10, "{}", answers.0.weight());
        assert!(answers.0.len() > 5);
    }
}

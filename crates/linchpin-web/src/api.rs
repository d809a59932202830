//! The same answers for programs: one address for each question, as JSON, and a description of them all (OpenAPI 3.1).

use crate::address::Place;
use crate::page::problem::Trouble;
use crate::page::{Ask, Ground, evidence, method};
use crate::reply::Made;
use axum::http::StatusCode;
use linchpin_model::alliance::Role;
use linchpin_model::id::{EntityId, IssueId, SourceId};
use linchpin_study as study;
use linchpin_study::Setting;
use serde::Serialize;
use serde_json::{Map, Value, json as object};

/// A question that can be asked.
pub struct Endpoint {
    /// its name in addresses
    pub name: &'static str,
    /// the shape of its answer
    pub schema: &'static str,
    /// the message of what it tells
    pub about: &'static str,
    /// what it can be asked by, besides what all can
    pub parameters: &'static [&'static str],
}

/// All questions.
pub const ENDPOINTS: [Endpoint; 22] = [
    endpoint("overview", study::overview::SCHEMA, "web-api-overview", &["since"]),
    endpoint("assess", study::assess::SCHEMA, "web-api-assess", &["since"]),
    endpoint("explain", study::explain::SCHEMA, "web-api-explain", &["tie", "node"]),
    endpoint("changes", study::changes::SCHEMA, "web-api-changes", &["tie", "node", "since"]),
    endpoint("trajectory", study::trajectory::SCHEMA, "web-api-trajectory", &["tie", "node"]),
    endpoint("weigh", study::weigh::SCHEMA, "web-api-weigh", &["w-"]),
    endpoint("profile", study::profile::SCHEMA, "web-api-profile", &["tie"]),
    endpoint("matrix", study::matrix::SCHEMA, "web-api-matrix", &["issue"]),
    endpoint("fears", study::fears::SCHEMA, "web-api-fears", &["tie"]),
    endpoint("burden", study::burden::SCHEMA, "web-api-burden", &[]),
    endpoint("exposure", study::exposure::SCHEMA, "web-api-exposure", &[]),
    endpoint("formats", study::formats::SCHEMA, "web-api-formats", &[]),
    endpoint("mechanisms", study::mechanisms::SCHEMA, "web-api-mechanisms", &[]),
    endpoint("calendar", study::calendar::SCHEMA, "web-api-calendar", &[]),
    endpoint(
        "statements",
        study::statements::SCHEMA,
        "web-api-statements",
        &["q", "kind", "actor", "speaker", "about", "source", "on", "status", "id"],
    ),
    endpoint("sources", study::sources::SCHEMA, "web-api-sources", &[]),
    endpoint("retract", study::retract::SCHEMA, "web-api-retract", &["source"]),
    endpoint("overturn", study::overturn::SCHEMA, "web-api-overturn", &["tie", "node"]),
    endpoint("sensitivity", study::sensitivity::SCHEMA, "web-api-sensitivity", &[]),
    endpoint("tensions", study::tensions::SCHEMA, "web-api-tensions", &[]),
    endpoint("gaps", study::gaps::SCHEMA, "web-api-gaps", &[]),
    endpoint("verify", study::verify::SCHEMA, "web-api-verify", &[]),
];

const fn endpoint(
    name: &'static str,
    schema: &'static str,
    about: &'static str,
    parameters: &'static [&'static str],
) -> Endpoint {
    Endpoint { name, schema, about, parameters }
}

/// The draws of answers that need many assessments, as on the command line.
const FEWER_DRAWS: u32 = 1_000;
/// Points and replicates of the analysis of sensitivity, as in its figure.
const POINTS: usize = 256;
const REPLICATES: usize = 4;

/// An answer as JSON.
pub fn json(answer: &impl Serialize) -> Made {
    let text =
        serde_json::to_string(answer).unwrap_or_else(|error| panic!("an answer became no JSON: {error}"));
    Made::new(StatusCode::OK, "application/json; charset=utf-8", text)
}

/// Answers the question of a name.
pub fn answer(ask: &Ask<'_>, name: &str) -> Result<Made, Trouble> {
    if name == "openapi" {
        return Ok(json(&description(ask)));
    }
    if !ENDPOINTS.iter().any(|endpoint| endpoint.name == name) {
        let known = ENDPOINTS.iter().map(|endpoint| endpoint.name.to_string()).collect();
        return Err(Trouble::Missing("web-missing-question", name.into(), known));
    }
    let ground = ask.ground()?;
    let asked = Asked { ask, ground: &ground };
    asked.answer(name)
}

struct Asked<'a, 'b> {
    ask: &'b Ask<'a>,
    ground: &'b Ground<'a>,
}

impl Asked<'_, '_> {
    fn setting(&self) -> Setting {
        self.ground.setting.clone()
    }

    fn fewer(&self) -> Setting {
        Setting { draws: FEWER_DRAWS, ..self.setting() }
    }

    fn own(&self, name: &str) -> Option<String> {
        self.ask.address.own(name).map(String::from)
    }

    /// The alliance that is asked about; the dossier's first, if none is named.
    fn tie(&self) -> Result<String, Trouble> {
        let first = || self.ask.edition.snapshot.settings().ties.first().map(ToString::to_string);
        match self.own("tie") {
            Some(tie) => Ok(self.ask.tie(&tie)?.to_string()),
            None => Ok(first().unwrap_or_default()),
        }
    }

    fn answer(&self, name: &str) -> Result<Made, Trouble> {
        let snapshot = &self.ask.edition.snapshot;
        let since = self.ask.since(self.ground.basis.as_of);
        let node = self.own("node");
        let setting = self.setting();
        let table = || study::burden::table::Question { about: None, setting: self.setting() };
        Ok(match name {
            "overview" => json(&study::overview::answer(
                &study::overview::Overview { ties: vec![], since, setting },
                snapshot,
            )?),
            "assess" => json(&study::assess::answer(
                &study::assess::Assess { ties: vec![], since, setting },
                snapshot,
            )?),
            "explain" => json(&study::explain::answer(
                &study::explain::Explain { tie: self.tie()?, node, setting },
                snapshot,
            )?),
            "changes" => {
                let question = study::changes::Changes {
                    tie: self.tie()?,
                    from: self.ask.address.shared.since,
                    node,
                    as_known_then: false,
                    framework_then: None,
                    setting: self.fewer(),
                };
                json(&study::changes::answer(&question, snapshot)?)
            }
            "trajectory" => {
                let question = study::trajectory::Trajectory {
                    tie: self.tie()?,
                    node,
                    setting: self.fewer(),
                    ..Default::default()
                };
                json(&study::trajectory::answer(&question, snapshot)?)
            }
            "weigh" => {
                let weights = method::weights(self.ask.address)?;
                let setting = Setting { draws: method::DRAWS, ..setting };
                json(&study::weigh::answer(
                    &study::weigh::Weigh { weights, ties: vec![], setting },
                    snapshot,
                )?)
            }
            "profile" => json(&study::profile::answer(
                &study::profile::Profile { tie: self.tie()?, setting },
                snapshot,
            )?),
            "matrix" => {
                let issue = self.own("issue").map(|id| self.issue(&id)).transpose()?;
                json(&study::matrix::answer(
                    &study::matrix::Matrix { issue, actors: vec![], setting },
                    snapshot,
                )?)
            }
            "fears" => {
                json(&study::fears::answer(&study::fears::Fears { ally: self.ally()?, setting }, snapshot)?)
            }
            "burden" => json(&study::burden::answer(&table(), snapshot)?),
            "exposure" => json(&study::exposure::answer(&table(), snapshot)?),
            "formats" => {
                json(&study::formats::answer(&study::formats::Formats { actor: None, setting }, snapshot)?)
            }
            "mechanisms" => {
                let question =
                    study::mechanisms::Mechanisms { cause: None, effect: None, tie: None, setting };
                json(&study::mechanisms::answer(&question, snapshot)?)
            }
            "calendar" => json(&study::calendar::answer(
                &study::calendar::Calendar { from: None, to: None, setting },
                snapshot,
            )?),
            "statements" => json(&study::statements::Answer {
                schema: study::statements::SCHEMA,
                rows: evidence::found(self.ask, self.ground)?,
            }),
            "sources" => {
                json(&study::sources::answer(&study::sources::Sources { setting: self.fewer() }, snapshot)?)
            }
            "retract" => json(&study::retract::answer(
                &study::retract::Retract { source: self.source()?, setting },
                snapshot,
            )?),
            "overturn" => {
                let question =
                    study::overturn::Overturn { ties: vec![self.tie()?], node, setting: self.fewer() };
                json(&study::overturn::answer(&question, snapshot)?)
            }
            "sensitivity" => {
                let question = study::sensitivity::Sensitivity {
                    ties: vec![],
                    node,
                    points: POINTS,
                    replicates: REPLICATES,
                    setting,
                };
                json(&study::sensitivity::answer(&question, snapshot)?)
            }
            "tensions" => {
                let question =
                    study::tensions::Tensions { tie: None, older_than: evidence::OLD, setting: self.fewer() };
                json(&study::tensions::answer(&question, snapshot)?)
            }
            "gaps" => json(&study::gaps::answer(&study::gaps::Gaps { tie: None, setting }, snapshot)?),
            _ => json(&study::verify::answer(
                &study::verify::Verify { finding: None, setting: self.fewer() },
                snapshot,
            )?),
        })
    }

    /// The ally of the alliance that is asked about.
    fn ally(&self) -> Result<EntityId, Trouble> {
        let tie = self.tie()?;
        let alliances = &self.ask.edition.snapshot.vocabulary().alliances;
        let found = alliances.get(tie.as_str()).and_then(|alliance| alliance.in_role(Role::Ally));
        found.cloned().ok_or_else(|| Trouble::Missing("web-missing-ally", tie, vec![]))
    }

    fn issue(&self, id: &str) -> Result<IssueId, Trouble> {
        let issues = &self.ask.edition.snapshot.vocabulary().issues;
        let known = || issues.keys().map(ToString::to_string).collect();
        let found = IssueId::from(id);
        if issues.contains_key(&found) {
            Ok(found)
        } else {
            Err(Trouble::Missing("web-missing-issue", id.into(), known()))
        }
    }

    fn source(&self) -> Result<SourceId, Trouble> {
        let sources = &self.ask.edition.snapshot.vocabulary().sources;
        let asked = self.own("source").unwrap_or_default();
        let known = || sources.keys().map(ToString::to_string).collect();
        let found = SourceId::from(asked.as_str());
        if sources.contains_key(&found) {
            Ok(found)
        } else {
            Err(Trouble::Missing("web-missing-source", asked.clone(), known()))
        }
    }
}

/// What all questions can be asked by.
pub const SHARED: [&str; 5] = ["as-of", "known-at", "framework", "version", "since"];

/// What a parameter means, as a message.
pub fn meaning(parameter: &str) -> &'static str {
    match parameter {
        "as-of" => "web-parameter-as-of",
        "known-at" => "web-parameter-known-at",
        "framework" => "web-parameter-framework",
        "version" => "web-parameter-version",
        "since" => "web-parameter-since",
        "tie" => "web-parameter-tie",
        "node" => "web-parameter-node",
        "w-" => "web-parameter-weight",
        "issue" => "web-parameter-issue",
        "q" => "web-parameter-q",
        "on" => "web-parameter-on",
        "id" => "web-parameter-id",
        "kind" => "web-filter-kind",
        "actor" => "web-filter-actor",
        "speaker" => "web-filter-speaker",
        "about" => "web-filter-about",
        "source" => "web-filter-source",
        _ => "web-filter-status",
    }
}

/// The description of all questions: OpenAPI 3.1.
fn description(ask: &Ask<'_>) -> Value {
    let parameter = |name: &&str| {
        let name = name.replace("w-", "w-{node}");
        let kind = match name.as_str() {
            "as-of" | "known-at" | "since" | "on" => object!({ "type": "string", "description": "EDTF" }),
            "w-{node}" => object!({ "type": "number", "minimum": 0 }),
            _ => object!({ "type": "string" }),
        };
        let about = ask.say(meaning(name.trim_end_matches("{node}")));
        object!({ "name": name, "in": "query", "description": about, "schema": kind })
    };
    let mut paths = Map::new();
    for endpoint in &ENDPOINTS {
        let own: Vec<&&str> = endpoint.parameters.iter().filter(|name| !SHARED.contains(name)).collect();
        let mut parameters: Vec<Value> = own.into_iter().map(parameter).collect();
        let since = endpoint.parameters.contains(&"since");
        parameters.extend(SHARED.iter().filter(|name| **name != "since" || since).map(parameter));
        let answer = object!({
            "description": endpoint.schema,
            "content": { "application/json": { "schema": {
                "type": "object",
                "required": ["schema"],
                "properties": { "schema": { "const": endpoint.schema } },
            } } },
        });
        let fault = object!({
            "description": ask.say("web-problem"),
            "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Fault" } } },
        });
        let path = ask.address.to(Place::Answer(endpoint.name.into()));
        let path = path.href();
        let path = path.split('?').next().unwrap_or_default().to_string();
        paths.insert(
            path,
            object!({ "get": {
                "operationId": endpoint.name,
                "summary": ask.say(endpoint.about),
                "parameters": parameters,
                "responses": { "200": answer, "400": fault.clone(), "404": fault },
            } }),
        );
    }
    let name = ask.edition.snapshot.settings().name.get(ask.voice.lang()).to_string();
    object!({
        "openapi": "3.1.0",
        "info": { "title": name, "version": env!("CARGO_PKG_VERSION"), "description": ask.say("web-api-intro") },
        "servers": [{ "url": ask.base }],
        "paths": paths,
        "components": { "schemas": { "Fault": {
            "type": "object",
            "required": ["error", "remedy"],
            "properties": { "error": { "type": "string" }, "remedy": { "type": "string" } },
        } } },
    })
}

//! The part of the WebDriver protocol that tests need, as plain HTTP.
//!
//! <https://www.w3.org/TR/webdriver2/>; the capabilities are those of WebKitGTK.

use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

use super::Result;

/// The key under which the protocol hides an element's id (WebDriver, "Elements").
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// One session: one running program, its newest window.
pub struct Driver {
    agent: ureq::Agent,
    session: String,
}

impl Driver {
    /// Does a driver listen there?
    pub fn answers(port: u16) -> bool {
        agent().get(format!("http://127.0.0.1:{port}/status")).call().is_ok()
    }

    /// Starts `app` and waits for its window. The program's process id is written to `pid`.
    pub fn open(port: u16, app: &Path, arguments: &[String], pid: &Path) -> Result<Self> {
        let agent = agent();
        let url = format!("http://127.0.0.1:{port}/session");
        // The driver does not tell whom it started, so the program's own process says it.
        let mut words = vec![json!("-c"), json!(r#"echo $$ > "$0" && exec "$@""#)];
        words.extend([json!(pid), json!(app)]);
        words.extend(arguments.iter().map(|argument| json!(argument)));
        let options = json!({ "binary": "/bin/sh", "args": words });
        let wanted =
            json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": options } } });
        let answer = agent.post(&url).send_json(wanted).map_err(Into::into).and_then(value);
        let answer =
            answer.map_err(|error| format!("{} opened no window: {error}", app.display()))?;
        let id = answer["sessionId"].as_str().ok_or("the driver gave no session")?;
        Ok(Self { agent, session: format!("{url}/{id}") })
    }

    pub fn get(&self, path: &str) -> Result<Value> {
        value(self.agent.get(format!("{}/{path}", self.session)).call()?)
    }

    pub fn post(&self, path: &str, body: &Value) -> Result<Value> {
        value(self.agent.post(format!("{}/{path}", self.session)).send_json(body)?)
    }

    pub fn delete(&self, path: &str) -> Result<Value> {
        value(self.agent.delete(format!("{}{path}", self.session)).call()?)
    }
}

/// The id of an element that the driver answered with; `None` if the answer is something else.
pub fn element_id(answer: &Value) -> Option<String> {
    Some(answer.get(ELEMENT)?.as_str()?.to_owned())
}

/// An element as an argument of a script.
pub fn element_argument(id: &str) -> Value {
    json!({ ELEMENT: id })
}

/// Whether this says that the page has dropped the element that was asked about.
pub fn is_stale(error: &dyn std::error::Error) -> bool {
    error.to_string().contains("stale element reference")
}

fn agent() -> ureq::Agent {
    let config = ureq::Agent::config_builder()
        // Longer than anything here takes; a test must not hang for ever on a dead window.
        .timeout_global(Some(Duration::from_secs(60)))
        // An error of the protocol is a body with a message, read below.
        .http_status_as_error(false)
        .build();
    config.into()
}

fn value(mut response: ureq::http::Response<ureq::Body>) -> Result<Value> {
    let failed = !response.status().is_success();
    let answer: Value = response.body_mut().read_json()?;
    if failed {
        let (kind, message) = (&answer["value"]["error"], &answer["value"]["message"]);
        return Err(format!("WebDriver: {kind} {message}").into());
    }
    Ok(answer["value"].clone())
}

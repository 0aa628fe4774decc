//! One open window of the real program.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};

use super::driver::{self, Driver, element_id};
use super::{Desk, Element, Result};

/// How long a test waits for something before it says that it is missing, unless told otherwise.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running program and its window. Dropped, it ends.
pub struct Window<'desk> {
    driver: Driver,
    process: u32,
    patience: Duration,
    /// Keeps the desk until the last window on it is gone.
    _desk: &'desk Desk,
}

impl<'desk> Window<'desk> {
    pub(super) fn new(desk: &'desk Desk, driver: Driver, process: u32) -> Self {
        Self { driver, process, patience: PATIENCE, _desk: desk }
    }

    /// Waits longer, or less long, for what it is asked for.
    pub fn with_patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    pub(super) fn driver(&self) -> &Driver {
        &self.driver
    }

    /// The first element that matches a CSS selector; waits until there is one.
    pub fn find(&'desk self, css: &str) -> Result<Element<'desk>> {
        self.wait_for(css, |window| Ok(window.find_all(css)?.into_iter().next()))
    }

    /// All elements that match a CSS selector now; may be none.
    pub fn find_all(&'desk self, css: &str) -> Result<Vec<Element<'desk>>> {
        let found =
            self.driver.post("elements", &json!({ "using": "css selector", "value": css }))?;
        let ids = found.as_array().into_iter().flatten().filter_map(element_id);
        Ok(ids.map(|id| Element::new(self, id)).collect())
    }

    /// Asks again and again until `condition` gives something; `what` is named if it never does. An
    /// element that the page dropped while it was looked at is looked for again.
    pub fn wait_for<T>(
        &'desk self,
        what: &str,
        mut condition: impl FnMut(&'desk Self) -> Result<Option<T>>,
    ) -> Result<T> {
        let deadline = Instant::now() + self.patience;
        loop {
            match condition(self) {
                Ok(Some(found)) => return Ok(found),
                Ok(None) => {}
                Err(error) if driver::is_stale(&*error) => {}
                Err(error) => return Err(error),
            }
            if Instant::now() > deadline {
                let picture = self.picture_of_failure()?;
                return Err(format!(
                    "not there after {:?}: {what}. Seen instead: {}",
                    self.patience,
                    picture.display()
                )
                .into());
            }
            std::thread::sleep(Duration::from_millis(30));
        }
    }

    /// Waits until the first element that matches a CSS selector says this; all that it says then.
    pub fn says(&'desk self, css: &str, part: &str) -> Result<String> {
        self.wait_for(&format!("“{part}” in {css}"), |window| {
            let said = window.script(
                "return document.querySelector(arguments[0])?.innerText ?? ''",
                &[css.into()],
            )?;
            Ok(said.as_str().filter(|said| said.contains(part)).map(ToOwned::to_owned))
        })
    }

    /// Waits until a screen reader was told this.
    pub fn told(&'desk self, part: &str) -> Result<()> {
        self.wait_for(&format!("“{part}” is said"), |window| {
            let said = window.script("return document.querySelector('.said').textContent", &[])?;
            Ok(said.as_str().is_some_and(|said| said.contains(part)).then_some(()))
        })
    }

    /// Runs the body of a JavaScript function and gives back what it returns.
    pub fn script(&self, source: &str, arguments: &[Value]) -> Result<Value> {
        self.driver.post("execute/sync", &json!({ "script": source, "args": arguments }))
    }

    /// As [`Self::script`], for a function that calls its last argument when it is done.
    pub fn script_async(&self, source: &str) -> Result<Value> {
        self.driver.post("execute/async", &json!({ "script": source, "args": [] }))
    }

    /// The title of the page, not of the native frame.
    pub fn title(&self) -> Result<String> {
        Ok(self.driver.get("title")?.as_str().unwrap_or_default().to_owned())
    }

    /// Saves what the window shows as PNG.
    pub fn screenshot(&self, to: &Path) -> Result<()> {
        let picture = self.driver.get("screenshot")?;
        std::fs::write(to, BASE64.decode(picture.as_str().unwrap_or_default())?)?;
        Ok(())
    }

    /// Makes the page so many CSS pixels large, and waits until it is.
    pub fn resize(&'desk self, width: u32, height: u32) -> Result<()> {
        let size = json!({ "x": 0, "y": 0, "width": width, "height": height });
        self.driver.post("window/rect", &size)?;
        let size = [width.into(), height.into()];
        self.wait_for("the window's new size", |window| {
            let is = "return innerWidth === arguments[0] && innerHeight === arguments[1]";
            Ok(window.script(is, &size)?.as_bool().filter(|is| *is))
        })
        .map(|_| ())
    }

    /// Ends the program at once, without asking it: whatever it confirmed must be on disk by then.
    pub fn end(self) -> Result<()> {
        self.driver.delete("")?;
        // The driver does not wait for it, and a second start meanwhile would be handed over to a
        // program that is about to end.
        let deadline = Instant::now() + PATIENCE;
        while is_running(self.process) {
            if Instant::now() > deadline {
                return Err("the program did not end with its window".into());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    /// A picture named like the test, in `target/window-failures`.
    fn picture_of_failure(&self) -> Result<PathBuf> {
        let folder = throughline_tests::source_folder().join("target/window-failures");
        std::fs::create_dir_all(&folder)?;
        let test = std::thread::current().name().unwrap_or("window").replace("::", "-");
        let path = folder.join(test).with_extension("png");
        self.screenshot(&path)?;
        Ok(path)
    }
}

/// Does any thread of it still run? One that ended and was not collected yet has a single thread left,
/// and no program in it.
fn is_running(process: u32) -> bool {
    let folder = PathBuf::from(format!("/proc/{process}"));
    let threads = std::fs::read_dir(folder.join("task")).map_or(0, Iterator::count);
    threads > 1 || folder.join("exe").read_link().is_ok()
}

impl Drop for Window<'_> {
    fn drop(&mut self) {
        // After `end` the session is gone already.
        let _ = self.driver.delete("");
    }
}

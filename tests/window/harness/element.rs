//! Something in a window that can be seen and clicked.

use serde_json::{Value, json};

use super::driver::element_argument;
use super::{Point, Result, Window};

/// One element of the page. It goes stale when the page drops it; find it again then.
#[derive(Clone)]
pub struct Element<'window> {
    window: &'window Window<'window>,
    id: String,
}

impl<'window> Element<'window> {
    pub(super) fn new(window: &'window Window<'window>, id: String) -> Self {
        Self { window, id }
    }

    /// Its text as a person sees it.
    pub fn text(&self) -> Result<String> {
        Ok(self.get("text")?.as_str().unwrap_or_default().to_owned())
    }

    /// An attribute of its tag, `None` if it has none of that name.
    pub fn attribute(&self, name: &str) -> Result<Option<String>> {
        Ok(self.get(&format!("attribute/{name}"))?.as_str().map(str::to_owned))
    }

    /// Its middle, in CSS pixels from the window's top left corner.
    pub fn centre(&self) -> Result<Point> {
        let place = self.script(
            "const box = arguments[0].getBoundingClientRect();
             return [box.x + box.width / 2, box.y + box.height / 2];",
        )?;
        match (place[0].as_f64(), place[1].as_f64()) {
            (Some(x), Some(y)) => Ok(Point { x, y }),
            _ => Err("the element has no place".into()),
        }
    }

    /// Clicks its middle, after scrolling it into view.
    pub fn click(&self) -> Result<()> {
        self.window.driver().post(&format!("element/{}/click", self.id), &json!({}))?;
        Ok(())
    }

    /// Types into it, as [`Window::type_text`] does after a click.
    pub fn type_text(&self, text: &str) -> Result<()> {
        self.window
            .driver()
            .post(&format!("element/{}/value", self.id), &json!({ "text": text }))?;
        Ok(())
    }

    /// Runs JavaScript with this element as `arguments[0]`.
    pub fn script(&self, source: &str) -> Result<Value> {
        self.window.script(source, &[element_argument(&self.id)])
    }

    fn get(&self, what: &str) -> Result<Value> {
        self.window.driver().get(&format!("element/{}/{what}", self.id))
    }
}

//! The mouse: press, move in steps, release.

use serde_json::{Value, json};

use super::{Result, Window};

/// A place in the window, in CSS pixels from its top left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

impl Point {
    /// The place so many pixels further right and down.
    pub fn offset(self, right: f64, down: f64) -> Self {
        Self { x: self.x + right, y: self.y + down }
    }
}

/// Moves between two places of a drag: enough that a threshold and a hover are seen.
const STEPS: u32 = 8;

impl Window<'_> {
    /// Drags from one place to another and lets go there.
    pub fn drag(&self, from: Point, to: Point) -> Result<()> {
        self.press_at(from)?;
        self.move_to(from, to)?;
        self.release()
    }

    /// The same with another button than the main one: 1 is the middle one.
    pub fn drag_with(&self, button: u8, from: Point, to: Point) -> Result<()> {
        self.act(&[step(from, 0), json!({ "type": "pointerDown", "button": button })])?;
        self.move_to(from, to)?;
        self.act(&[json!({ "type": "pointerUp", "button": button })])
    }

    /// Turns the wheel over the map: what lies further right and down comes.
    ///
    /// WebKit's driver has no wheel, so this one event is made in the page.
    pub fn wheel(&self, right: i32, down: i32) -> Result<()> {
        self.script(
            "const [deltaX, deltaY] = arguments;
             const wheel = new WheelEvent('wheel', { deltaX, deltaY, bubbles: true, cancelable: true });
             document.querySelector('[role=grid]').dispatchEvent(wheel);",
            &[right.into(), down.into()],
        )?;
        Ok(())
    }

    /// Clicks a place.
    pub fn click_at(&self, at: Point) -> Result<()> {
        self.press_at(at)?;
        self.release()
    }

    /// Clicks a place with the other button: what opens a menu there.
    pub fn menu_at(&self, at: Point) -> Result<()> {
        self.act(&[
            step(at, 0),
            json!({ "type": "pointerDown", "button": 2 }),
            json!({ "type": "pointerUp", "button": 2 }),
        ])
    }

    /// Presses the button and holds it. With [`Self::move_to`] a test can look at a drag half way.
    pub fn press_at(&self, at: Point) -> Result<()> {
        self.act(&[step(at, 0), json!({ "type": "pointerDown", "button": 0 })])
    }

    /// Moves the pointer in a straight line, about 16 ms a step as a hand would.
    pub fn move_to(&self, from: Point, to: Point) -> Result<()> {
        let steps = (1..=STEPS).map(|done| {
            let part = f64::from(done) / f64::from(STEPS);
            step(from.offset((to.x - from.x) * part, (to.y - from.y) * part), 16)
        });
        self.act(&steps.collect::<Vec<_>>())
    }

    /// Lets the button go.
    pub fn release(&self) -> Result<()> {
        self.act(&[json!({ "type": "pointerUp", "button": 0 })])
    }

    fn act(&self, actions: &[Value]) -> Result<()> {
        let mouse = json!({
            "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": actions,
        });
        self.driver().post("actions", &json!({ "actions": [mouse] }))?;
        Ok(())
    }
}

fn step(to: Point, milliseconds: u32) -> Value {
    // Whole pixels: WebKit's driver refuses fractions.
    json!({
        "type": "pointerMove", "origin": "viewport", "duration": milliseconds,
        "x": to.x.round() as i64, "y": to.y.round() as i64,
    })
}

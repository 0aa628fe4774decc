//! What a picture is drawn on. `paint` alone knows what a map looks like; a canvas knows shapes and
//! text. Lengths are pixels at scale 1, from the picture's left top corner.

use super::theme::Color;
use crate::layout::text::{TextStyle, Typesetter};

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

impl Area {
    pub const fn new(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self { x, y, width, height }
    }

    pub fn right(self) -> f32 {
        self.x + self.width
    }

    pub fn bottom(self) -> f32 {
        self.y + self.height
    }

    /// The same, larger on all sides.
    pub fn grown(self, by: f32) -> Self {
        Self::new(self.x - by, self.y - by, self.width + 2.0 * by, self.height + 2.0 * by)
    }
}

/// What is filled or stroked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Shape<'a> {
    /// A rectangle with round corners; radius 0 is square.
    Box(Area, f32),
    /// A disc or ring: middle and radius.
    Circle(f32, f32, f32),
    /// SVG path data (M, L, A, C and Z, absolute), moved by x and y. Filled even-odd.
    Path(&'a str, f32, f32),
}

/// How a shape is stroked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stroke {
    pub width: f32,
    /// Round ends and corners, else square.
    pub round: bool,
    /// Length of a dash and of the gap after it; `None`: unbroken.
    pub dash: Option<(f32, f32)>,
}

impl Stroke {
    pub const fn round(width: f32) -> Self {
        Self { width, round: true, dash: None }
    }

    pub const fn square(width: f32) -> Self {
        Self { width, round: false, dash: None }
    }

    pub const fn dashed(self, dash: f32, gap: f32) -> Self {
        Self { dash: Some((dash, gap)), ..self }
    }
}

/// One line of text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text<'a> {
    pub text: &'a str,
    pub style: TextStyle,
    /// Its left end.
    pub x: f32,
    /// Its baseline; its lower end, where it is turned.
    pub y: f32,
    pub color: Color,
    /// It runs from below to above, and `x` is its baseline.
    pub turned: bool,
}

/// What a picture is drawn on.
pub(super) trait Canvas {
    /// Whether anything drawn into this area would be kept: what is not need not be drawn.
    fn shows(&self, area: Area) -> bool;
    fn fill(&mut self, shape: Shape<'_>, color: Color);
    fn stroke(&mut self, shape: Shape<'_>, color: Color, stroke: Stroke);
    fn text(&mut self, text: Text<'_>, type_: &mut Typesetter);
    /// Begins what belongs together; its name can be read where the picture allows it.
    fn open(&mut self, name: &str);
    /// Ends it.
    fn close(&mut self);
}

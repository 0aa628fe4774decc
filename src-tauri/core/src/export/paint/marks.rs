//! The small marks of a picture: glyphs of verdicts (28 × 12), marks of facts (14 × 14), icons (12 × 12).

use super::super::canvas::{Area, Canvas, Shape, Stroke};
use super::super::theme::Color;
use super::Painter;
use crate::board::Kind;
use crate::layout::scene::PersonaDisc;
use crate::layout::text::TextStyle;
use crate::slicing::Verdict;

/// Finished.
pub(super) const TICK: &str = "M1.5 6.4L4.4 9.3L10.5 3";
/// Tasks of a PBI.
pub(super) const TASKS: &str =
    "M0.8 2.6L1.8 3.6L3.8 1.4M0.8 8.8L1.8 9.8L3.8 7.6M6 2.6L11.2 2.6M6 6L11.2 6M6 9.4L11.2 9.4";
/// A guess, a finding.
pub(super) const BULB: &str = "M4.3 8.4A3.4 3.4 0 1 1 7.7 8.4L7.7 8.9L4.3 8.9ZM4.7 10.9L7.3 10.9";
/// A task.
pub(super) const BOX: &str = "M2.6 1.4L9.4 1.4A1.2 1.2 0 0 1 10.6 2.6L10.6 9.4A1.2 1.2 0 0 1 9.4 10.6L2.6 10.6A1.2 1.2 0 0 1 1.4 9.4L1.4 2.6A1.2 1.2 0 0 1 2.6 1.4Z";

/// A reference to what stands elsewhere.
pub(super) const LINK: &str = "M5 6.5A2.5 2.5 0 0 0 8.8 6.8L10.3 5.3A2.5 2.5 0 0 0 6.7 1.7L5.9 2.5M7 5.5A2.5 2.5 0 0 0 3.2 5.2L1.7 6.7A2.5 2.5 0 0 0 5.3 10.3L6.1 9.5";

/// How a persona's disc looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DiscLook {
    /// On a card.
    Plain,
    /// On a pill.
    Raised,
    /// Something that this persona needs is missing.
    Broken,
}

impl Painter<'_> {
    /// A persona as a disc of 16 × 16 with a letter or two.
    pub(super) fn disc(
        &mut self,
        canvas: &mut impl Canvas,
        persona: &PersonaDisc,
        look: DiscLook,
        (x, y): (f32, f32),
    ) {
        const STYLE: TextStyle = TextStyle::new(10, 600);
        let theme = self.theme;
        canvas.open(&persona.name);
        let disc = |radius| Shape::Circle(x + 8.0, y + 8.0, radius);
        match look {
            DiscLook::Plain => canvas.fill(disc(8.0), theme.well),
            DiscLook::Raised => canvas.fill(disc(8.0), theme.card),
            DiscLook::Broken => {
                canvas.stroke(disc(7.5), theme.ink_2, Stroke::square(1.0).dashed(2.5, 2.0));
            }
        }
        let left = x + (16.0 - self.type_.width_px(&persona.initial, STYLE)) / 2.0;
        self.write(canvas, &persona.initial, STYLE, (left, y, 16.0), theme.ink_2);
        canvas.close();
    }
}

/// The icon of a declared kind; an outcome has none, because it is what a PBI is anyway.
pub(super) fn kind(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Outcome => None,
        Kind::Bug => Some(
            "M4 4.6A2 2 0 0 1 8 4.6L8 7.8A2 2 0 0 1 4 7.8ZM1.2 6.2L4 6.2M8 6.2L10.8 6.2M1.8 2.6L4 4.2M10.2 2.6L8 4.2M1.8 10.2L4.2 8.6M10.2 10.2L7.8 8.6M4.6 0.8L5.2 2.5M7.4 0.8L6.8 2.5",
        ),
        Kind::Enabler => Some("M1.5 10.5L6.1 5.9M11 3.2A3 3 0 1 1 8.8 1L7.4 2.6L7.9 4.1L9.4 4.6Z"),
        Kind::Spike => Some(
            "M4.2 1L7.8 1M4.9 1L4.9 4.6L1.9 9.6A0.9 0.9 0 0 0 2.7 11L9.3 11A0.9 0.9 0 0 0 10.1 9.6L7.1 4.6L7.1 1M3.3 7.4L8.7 7.4",
        ),
        Kind::Note => Some("M2.4 1L7.2 1L9.8 3.6L9.8 11L2.4 11ZM7.2 1L7.2 3.6L9.8 3.6"),
    }
}

pub(super) fn icon(canvas: &mut impl Canvas, path: &str, x: f32, y: f32, color: Color) {
    canvas.stroke(Shape::Path(path, x, y), color, Stroke::round(1.1));
}

/// The glyph of a verdict: the line of the look, in small.
pub(super) fn verdict(canvas: &mut impl Canvas, verdict: Verdict, x: f32, y: f32, mark: Color) {
    let circle = |at: f32, radius: f32| Shape::Circle(x + at, y + 6.0, radius);
    match verdict {
        Verdict::Empty => {
            for at in [4.0, 14.0, 24.0] {
                canvas.stroke(circle(at, 2.6), mark, Stroke::round(1.4));
            }
        }
        Verdict::Groundwork => {
            canvas.stroke(Shape::Path("M2 4.5L26 4.5", x, y), mark, Stroke::round(2.4));
            let earth = "M8 5L4.4 10.4M14.4 5L10.8 10.4M20.8 5L17.2 10.4M26 6.8L23.6 10.4";
            canvas.stroke(Shape::Path(earth, x, y), mark, Stroke::round(1.5));
        }
        Verdict::Pieces => {
            let dashes = "M1.2 7L7.8 6M12.4 8.2L16.6 9.1M20.8 4.8L26.2 3.4";
            canvas.stroke(Shape::Path(dashes, x, y), mark, Stroke::round(3.0));
        }
        Verdict::Gaps => {
            canvas.stroke(Shape::Path("M4 6L8.6 6M19.4 6L24 6", x, y), mark, Stroke::square(2.4));
            canvas.fill(circle(4.0, 3.6), mark);
            canvas.fill(circle(24.0, 3.6), mark);
            canvas.stroke(circle(14.0, 2.7), mark, Stroke::round(1.6));
        }
        Verdict::PartOnPurpose => {
            let ends = "M2 0.5L2 11.5M26 0.5L26 11.5";
            canvas.stroke(Shape::Path(ends, x, y), mark, Stroke::round(2.0));
            canvas.stroke(Shape::Path("M9 6L19 6", x, y), mark, Stroke::square(2.4));
            canvas.fill(circle(9.0, 3.4), mark);
            canvas.fill(circle(19.0, 3.4), mark);
        }
        Verdict::EndToEnd => {
            canvas.stroke(Shape::Path("M4 6L24 6", x, y), mark, Stroke::square(2.4));
            canvas.fill(circle(4.0, 3.6), mark);
            canvas.fill(circle(24.0, 3.6), mark);
        }
    }
}

/// The strip at the bottom edge of a card that is groundwork.
pub(super) fn base(canvas: &mut impl Canvas, card: Area, color: Color) {
    let path = corner_path(&[
        ('M', &[0.8, card.height - 3.0]),
        ('A', &[6.0, 6.0, 0.0, 0.0, 0.0, 6.0, card.height]),
        ('L', &[card.width - 6.0, card.height]),
        ('A', &[6.0, 6.0, 0.0, 0.0, 0.0, card.width - 0.8, card.height - 3.0]),
        ('Z', &[]),
    ]);
    canvas.fill(Shape::Path(&path, card.x, card.y), color);
}

/// The broken rail at the left edge of a card that is in pieces.
pub(super) fn rail(canvas: &mut impl Canvas, card: Area, color: Color) {
    let bottom = card.height;
    let path = corner_path(&[
        ('M', &[4.0, 0.34]),
        ('L', &[4.0, 22.0]),
        ('L', &[0.0, 22.0]),
        ('L', &[0.0, 6.0]),
        ('A', &[6.0, 6.0, 0.0, 0.0, 1.0, 4.0, 0.34]),
        ('Z', &[]),
        ('M', &[0.0, 30.0]),
        ('L', &[4.0, 30.0]),
        ('L', &[4.0, 48.0]),
        ('L', &[0.0, 48.0]),
        ('Z', &[]),
        ('M', &[0.0, 60.0]),
        ('L', &[4.0, 60.0]),
        ('L', &[4.0, bottom - 0.34]),
        ('A', &[6.0, 6.0, 0.0, 0.0, 1.0, 0.0, bottom - 6.0]),
        ('Z', &[]),
    ]);
    canvas.fill(Shape::Path(&path, card.x, card.y), color);
}

fn corner_path(steps: &[(char, &[f32])]) -> String {
    let mut path = String::new();
    for (letter, numbers) in steps {
        path.push(*letter);
        path.push_str(&numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "));
    }
    path
}

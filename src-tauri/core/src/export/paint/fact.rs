//! What is so in a band, in one row: a mark and a word. Only an Increment is filled, and only it is
//! green.

use super::super::canvas::{Area, Canvas, Shape, Stroke};
use super::super::theme::Color;
use super::{Painter, SMALL, WORD};
use crate::layout::text::TextStyle;
use crate::slicing::{Fact, Increments, ValueSeen};

/// The height of the row.
const ROW: f32 = 20.0;
/// Of a mark, which is 14 wide, and what lies between it and the word.
const MARK: f32 = 20.0;
const STRONG: TextStyle = TextStyle::new(12, 600);
const TICK: &str = "M4.6 7.2L6.4 9L9.6 5.2";
const CROSS: &str = "M5.2 5.2L8.8 8.8M8.8 5.2L5.2 8.8";
const THROUGH: &str = "M3.4 10.6L10.6 3.4";
const HALF: &str = "M7 2A5 5 0 0 0 7 12Z";

impl Painter<'_> {
    /// Draws the row from its left end, no wider than `room`.
    pub(super) fn fact_row(
        &mut self,
        canvas: &mut impl Canvas,
        fact: Fact,
        (x, y): (f32, f32),
        room: f32,
    ) {
        if let Fact::Increments(of) = fact {
            return self.increments(canvas, of, (x, y), room);
        }
        let (style, color) = self.look(fact);
        mark(canvas, fact, (x, y + 3.0), color);
        let words = self.fact_words(fact);
        let words = self.cut(&words, style, room - MARK);
        self.write(canvas, &words, style, (x + MARK, y, ROW), color);
    }

    /// What is so, in as few words as a head has room for.
    pub(super) fn fact_words(&self, fact: Fact) -> String {
        match fact {
            Fact::RulesOpen { finished } => {
                self.words("fact-rules-open-short", [("finished", finished.into())])
            }
            fact => self.speech.say(&fact),
        }
    }

    fn look(&self, fact: Fact) -> (TextStyle, Color) {
        let theme = self.theme;
        match fact {
            Fact::NotStarted => (SMALL, theme.ink_3),
            Fact::UnderWay => (WORD, theme.ink_2),
            Fact::RulesOpen { .. } | Fact::Increments(_) => (WORD, theme.ink),
            Fact::NothingDone => (STRONG, theme.ink),
            Fact::NotUsable { .. } => (STRONG, theme.pieces.ink),
        }
    }

    /// The chip with their number, and what became of their value.
    fn increments(
        &mut self,
        canvas: &mut impl Canvas,
        of: Increments,
        (x, y): (f32, f32),
        room: f32,
    ) {
        let theme = self.theme;
        let words = self.words("fact-chip", [("count", of.count.into())]);
        let width = MARK + 1.0 + self.type_.width_px(&words, WORD) + 8.0;
        canvas.fill(Shape::Box(Area::new(x, y, width, ROW), ROW / 2.0), theme.increment);
        canvas.fill(Shape::Circle(x + 10.0, y + 10.0, 5.6), theme.increment_ink);
        let tick = Shape::Path(TICK, x + 3.0, y + 3.0);
        canvas.stroke(tick, theme.increment, Stroke::round(1.6));
        self.write(canvas, &words, WORD, (x + MARK + 1.0, y, ROW), theme.increment_ink);
        let (id, color) = match of.value {
            ValueSeen::Open => ("fact-value-open", theme.ink_3),
            ValueSeen::Confirmed => ("fact-value-confirmed", theme.increment_text),
            ValueSeen::Refuted => ("fact-value-refuted", theme.ink_2),
            ValueSeen::Some => ("fact-value-some", theme.increment_text),
        };
        let args = [("confirmed", of.confirmed.into()), ("of", of.count.into())];
        let value = self.words(id, args);
        let value = self.cut(&value, WORD, room - width - 6.0);
        self.write(canvas, &value, WORD, (x + width + 6.0, y, ROW), color);
    }
}

/// The mark (14 × 14) of what is so; an Increment's lies in its chip.
fn mark(canvas: &mut impl Canvas, fact: Fact, (x, y): (f32, f32), color: Color) {
    let ring = |radius: f32| Shape::Circle(x + 7.0, y + 7.0, radius);
    let path = |path| Shape::Path(path, x, y);
    match fact {
        Fact::RulesOpen { .. } => {
            canvas.stroke(ring(5.2), color, Stroke::square(1.5).dashed(3.1, 1.55));
            canvas.stroke(path(TICK), color, Stroke::round(1.6));
            return;
        }
        Fact::UnderWay => canvas.fill(path(HALF), color),
        Fact::NothingDone => canvas.stroke(path(THROUGH), color, Stroke::square(1.5)),
        Fact::NotUsable { .. } => canvas.stroke(path(CROSS), color, Stroke::round(1.5)),
        Fact::NotStarted | Fact::Increments(_) => {}
    }
    canvas.stroke(ring(5.0), color, Stroke::round(1.5));
}

//! The head of a Sprint: what it holds, its name, what is so, its days, its goal. It has no verdict.

use jiff::civil::Date;

use super::super::canvas::{Area, Canvas, Shape};
use super::head::{PILL, PILL_WORD};
use super::{Painter, SMALL, marks};
use crate::layout::scene::{BandScene, SprintHead, SprintPhase};
use crate::slicing::Verdict;

impl Painter<'_> {
    pub(super) fn sprint_head(
        &mut self,
        canvas: &mut impl Canvas,
        band: &BandScene,
        sprint: &SprintHead,
        (x, y): (f32, f32),
    ) {
        self.sprint_pill(canvas, sprint, (x, y));
        let mut top = self.name(canvas, band, x, y + PILL.1 + 6.0) + 2.0;
        self.fact_row(canvas, sprint.fact, (x, top), PILL.0);
        top += 22.0;
        let days = self.days(sprint);
        if !days.is_empty() {
            let days = self.cut(&days, SMALL, PILL.0);
            self.write(canvas, &days, SMALL, (x, top, 16.0), self.theme.ink_3);
            top += 22.0;
        }
        if sprint.has_goal {
            for line in &band.outcome_lines {
                self.write(canvas, line, SMALL, (x, top, 16.0), self.theme.ink_2);
                top += 16.0;
            }
        }
    }

    fn sprint_pill(&mut self, canvas: &mut impl Canvas, sprint: &SprintHead, (x, y): (f32, f32)) {
        let theme = self.theme;
        let SprintHead { whole, pieces, touched, .. } = *sprint;
        let (ground, ink) = match pieces {
            0 => (theme.well, theme.ink_2),
            _ => (theme.pieces.tint, theme.pieces.ink),
        };
        canvas.fill(Shape::Box(Area::new(x, y, PILL.0, PILL.1), 6.0), ground);
        let (left, middle) = (x + 8.0, y + 6.0);
        let words = if pieces > 0 {
            marks::verdict(canvas, Verdict::Pieces, left, middle, theme.pieces.mark);
            self.words("sprint-in-pieces", [("pieces", pieces.into()), ("of", touched.into())])
        } else if touched > 0 {
            for at in [4.0, 14.0, 24.0] {
                canvas.fill(Shape::Circle(left + at, middle + 6.0, 3.4), theme.whole.mark);
            }
            self.words("sprint-whole", [("whole", whole.into())])
        } else {
            marks::verdict(canvas, Verdict::Empty, left, middle, theme.empty.mark);
            self.words("pill-empty", [])
        };
        let words = self.cut(&words, PILL_WORD, PILL.0 - 52.0);
        self.write(canvas, &words, PILL_WORD, (x + 44.0, y, PILL.1), ink);
    }

    /// "26 Oct – 6 Nov · day 6 of 10"; empty where nobody gave the days.
    fn days(&self, sprint: &SprintHead) -> String {
        let day = |text: &Option<String>| -> Option<Date> { text.as_ref()?.parse().ok() };
        let stretch = match (day(&sprint.starts_on), day(&sprint.ends_on)) {
            (Some(first), Some(last)) => {
                let (first, last) = (self.short_day(first), self.short_day(last));
                self.words("picture-days", [("first", first.into()), ("last", last.into())])
            }
            (Some(day), None) | (None, Some(day)) => self.short_day(day),
            (None, None) => String::new(),
        };
        let now = match sprint.phase {
            Some(SprintPhase::Running { day, of }) => {
                self.words("sprint-day", [("day", day.into()), ("of", of.into())])
            }
            Some(SprintPhase::Ahead) => self.words("sprint-ahead", []),
            Some(SprintPhase::Ended) => self.words("sprint-ended", []),
            None => String::new(),
        };
        [stretch, now].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    fn short_day(&self, day: Date) -> String {
        let args = [("day", day.day().into()), ("month", day.month().into())];
        self.words("picture-day-short", args)
    }
}

//! The head of a band: what is planned, what is so, and what for.

use super::super::canvas::{Area, Canvas, Shape, Stroke};
use super::{LEFT, Painter, SMALL, WORD, marks};
use crate::board::Band;
use crate::layout::scene::{BandReport, BandScene};
use crate::layout::text::TextStyle;
use crate::slicing::{Reason, Verdict};

const PILL_WORD: TextStyle = TextStyle::new(13, 600);
const PILL_REASON: TextStyle = TextStyle::new(11, 500);
const PILL: (f32, f32) = (180.0, 24.0);

impl Painter<'_> {
    pub(super) fn head(&mut self, canvas: &mut impl Canvas, band: &BandScene, area: Area) {
        let x = (LEFT + 20) as f32;
        match (band.band, &band.report) {
            (Band::Slice { .. }, Some(report)) => {
                self.pill(canvas, report, x, area.y + 6.0);
                let below = self.name(canvas, band, x, area.y + 36.0);
                self.facts(canvas, band, report, x, below);
            }
            (Band::Slice { .. } | Band::Sprint { .. }, _) => {
                self.name(canvas, band, x, area.y + 36.0);
            }
            (Band::Later | Band::Earlier, _) => self.quiet_head(canvas, band, x, area),
        }
    }

    /// Later and Earlier promise nothing: a name and a count.
    fn quiet_head(&mut self, canvas: &mut impl Canvas, band: &BandScene, x: f32, area: Area) {
        let id = if band.band == Band::Later { "later-items" } else { "earlier-items" };
        let count = self.words(id, [("count", band.items.into())]);
        let top = area.y + if band.folded { 4.0 } else { 15.0 };
        let name = self.band_name(band);
        self.write(canvas, &name, TextStyle::NAME, (x, top, 20.0), self.theme.ink);
        if band.folded {
            let after = x + self.type_.width_px(&name, TextStyle::NAME) + 8.0;
            self.write(canvas, &count, SMALL, (after, top, 20.0), self.theme.ink_3);
        } else {
            self.write(canvas, &count, SMALL, (x, top + 22.0, 16.0), self.theme.ink_3);
        }
    }

    fn pill(&mut self, canvas: &mut impl Canvas, report: &BandReport, x: f32, y: f32) {
        let plan = self.theme.plan(report.verdict);
        let pill = Area::new(x, y, PILL.0, PILL.1);
        match report.verdict {
            Verdict::Empty => {
                let edge = Shape::Box(pill.grown(-0.5), 5.5);
                canvas.stroke(edge, self.theme.line, Stroke::square(1.0));
            }
            Verdict::PartOnPurpose => {
                let edge = Shape::Box(pill.grown(-0.75), 5.25);
                canvas.stroke(edge, plan.mark, Stroke::square(1.5));
            }
            _ => canvas.fill(Shape::Box(pill, 6.0), plan.tint),
        }
        marks::verdict(canvas, report.verdict, x + 8.0, y + 6.0, plan.mark);
        let word = self.speech.say(&report.verdict);
        self.write(canvas, &word, PILL_WORD, (x + 44.0, y, PILL.1), plan.ink);
        let left = x + 44.0 + self.type_.width_px(&word, PILL_WORD) + 8.0;
        let right = pill.right() - 10.0;
        let reason = self.reason(report);
        let reason = self.cut(&reason, PILL_REASON, right - left);
        let at = right - self.type_.width_px(&reason, PILL_REASON);
        self.write(canvas, &reason, PILL_REASON, (at, y, PILL.1), plan.ink);
    }

    /// Why the plan is as it is, in the few words that a pill has room for.
    fn reason(&self, report: &BandReport) -> String {
        match report.verdict {
            Verdict::Empty => self.words("pill-empty", []),
            Verdict::Groundwork => self.words("count-items", [("count", report.groundwork.into())]),
            Verdict::Pieces => {
                let of = report.whole + report.pieces + report.technical;
                if of == 0 {
                    return String::new();
                }
                self.words("pill-whole", [("whole", report.whole.into()), ("of", of.into())])
            }
            Verdict::Gaps => {
                let titles: Vec<&str> = report
                    .reasons
                    .iter()
                    .filter_map(|reason| match reason {
                        Reason::Hole { title, .. } => Some(title.as_str()),
                        _ => None,
                    })
                    .collect();
                match titles.as_slice() {
                    [] => String::new(),
                    [title] if !title.is_empty() => (*title).to_owned(),
                    holes => self.words("pill-holes", [("count", holes.len().into())]),
                }
            }
            Verdict::PartOnPurpose | Verdict::EndToEnd => String::new(),
        }
    }

    /// The name of a slice; answers what is below it.
    fn name(&mut self, canvas: &mut impl Canvas, band: &BandScene, x: f32, top: f32) -> f32 {
        let mut top = top;
        for line in &band.name_lines {
            self.write(canvas, line, TextStyle::NAME, (x, top, 20.0), self.theme.ink);
            top += 20.0;
        }
        top
    }

    fn facts(
        &mut self,
        canvas: &mut impl Canvas,
        band: &BandScene,
        report: &BandReport,
        x: f32,
        below: f32,
    ) {
        let theme = self.theme;
        let top = below + 2.0;
        let (words, style, color) = match report.done {
            0 if report.under_way => (self.words("fact-under-way", []), WORD, theme.ink_2),
            0 => (self.words("fact-not-started", []), SMALL, theme.ink_3),
            done => {
                let args = [("done", done.into()), ("items", report.items.into())];
                let color = if done < report.items { theme.ink_2 } else { theme.ink };
                (self.words("fact-done", args), WORD, color)
            }
        };
        marks::fact(canvas, report, x, top + 3.0, color);
        self.write(canvas, &words, style, (x + 20.0, top, 20.0), color);

        let top = top + 22.0;
        let leans = report.reasons.iter().find_map(|reason| match reason {
            Reason::IfShips { slice, .. } => Some(slice.clone()),
            _ => None,
        });
        let (line, style, color) = match leans {
            Some(slice) => (self.words("if-ships", [("slice", slice.into())]), WORD, theme.ink_2),
            None => {
                let count = self.words("count-items", [("count", band.items.into())]);
                (count, SMALL, theme.ink_3)
            }
        };
        let line = self.cut(&line, style, PILL.0);
        self.write(canvas, &line, style, (x, top, 16.0), color);

        let mut top = top + 22.0;
        for line in &band.outcome_lines {
            self.write(canvas, line, SMALL, (x, top, 16.0), theme.ink_2);
            top += 16.0;
        }
    }
}

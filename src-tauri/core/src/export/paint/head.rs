//! The head of a band: what is planned, what is so, and what for.

use super::super::canvas::{Area, Canvas, Shape, Stroke};
use super::marks::DiscLook;
use super::{Painter, SMALL, WORD, marks};
use crate::board::Band;
use crate::layout::scene::{BandReport, BandScene};
use crate::layout::text::TextStyle;
use crate::layout::{BandsBy, Lens};
use crate::slicing::{Reason, Verdict};

pub(super) const PILL_WORD: TextStyle = TextStyle::new(13, 600);
/// From one disc in a pill to the next.
const DISC_PITCH: f32 = 20.0;
const PILL_REASON: TextStyle = TextStyle::new(11, 500);
pub(super) const PILL: (f32, f32) = (180.0, 24.0);

impl Painter<'_> {
    pub(super) fn head(&mut self, canvas: &mut impl Canvas, band: &BandScene, area: Area) {
        let x = self.set.head_x;
        match (band.band, &band.report, &band.sprint) {
            (Band::Later | Band::Earlier, ..) => self.quiet_head(canvas, band, x, area),
            _ if band.folded => self.folded_head(canvas, band, x, area),
            (Band::Slice { .. }, ..) if self.scene.view.lens == Lens::Workshop => {
                self.wall_head(canvas, band, (x, area.y));
            }
            (_, Some(report), _) => {
                self.pill(canvas, report, Area::new(x, area.y + 6.0, PILL.0, PILL.1));
                let below = self.name(canvas, band, x, area.y + 36.0);
                self.facts(canvas, band, report, x, below);
            }
            (_, None, Some(sprint)) if self.scene.view.lens == Lens::Team => {
                self.sprint_head(canvas, band, sprint, (x, area.y));
            }
            _ => {
                self.name(canvas, band, x, area.y + 36.0);
            }
        }
    }

    /// A band that is folded to one row: its name, and what there is to say in a word.
    fn folded_head(&mut self, canvas: &mut impl Canvas, band: &BandScene, x: f32, area: Area) {
        let set = self.set;
        let top = area.y + (area.height - set.name_row) / 2.0;
        let name = band.name_lines.join(" ");
        let name = self.cut(&name, set.styles.name, PILL.0 - 40.0);
        self.write(canvas, &name, set.styles.name, (x, top, set.name_row), self.theme.ink);
        let after = x + self.type_.width_px(&name, set.styles.name) + 8.0;
        if let Some(report) = &band.report {
            let mark = self.theme.plan(report.verdict).mark;
            let middle = area.y + area.height / 2.0 - 6.0;
            marks::verdict(canvas, report.verdict, after, middle, mark);
        } else {
            let count = self.words("count-items", [("count", band.items.into())]);
            let at = (after, top, set.name_row);
            self.write(canvas, &count, set.styles.small, at, self.theme.ink_3);
        }
    }

    /// Later and Earlier promise nothing: a name and a count.
    fn quiet_head(&mut self, canvas: &mut impl Canvas, band: &BandScene, x: f32, area: Area) {
        let set = self.set;
        let id = match band.band {
            _ if self.scene.view.lens == Lens::Workshop => "workshop-cards",
            Band::Earlier => "earlier-items",
            _ if self.scene.view.bands_by == BandsBy::Sprints => "count-items",
            _ => "later-items",
        };
        let count = self.words(id, [("count", band.items.into())]);
        let top = area.y + if band.folded { 4.0 } else { 15.0 };
        let name = self.band_name(band);
        self.write(canvas, &name, set.styles.name, (x, top, set.name_row), self.theme.ink);
        let (left, top, row) = if band.folded {
            let after = x + self.type_.width_px(&name, set.styles.name) + 8.0;
            (after, top, set.name_row)
        } else {
            (x, top + set.name_row + 2.0, set.small_row)
        };
        self.write(canvas, &count, set.styles.small, (left, top, row), self.theme.ink_3);
    }

    pub(super) fn pill(&mut self, canvas: &mut impl Canvas, report: &BandReport, pill: Area) {
        let plan = self.theme.plan(report.verdict);
        let Area { x, y, height, .. } = pill;
        let wall = self.scene.view.lens == Lens::Workshop;
        let (word_style, reason_style) = match wall {
            true => (TextStyle::new(22, 600), self.set.meta),
            false => (PILL_WORD, PILL_REASON),
        };
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
        marks::verdict(canvas, report.verdict, x + 8.0, y + height / 2.0 - 6.0, plan.mark);
        let word = self.speech.say(&report.verdict);
        self.write(canvas, &word, word_style, (x + 44.0, y, height), plan.ink);
        let left = x + 44.0 + self.type_.width_px(&word, word_style) + 8.0;
        let right = pill.right() - 10.0;
        let reason = self.reason(report);
        let reason = self.cut(&reason, reason_style, right - left);
        let at = right - self.type_.width_px(&reason, reason_style);
        self.write(canvas, &reason, reason_style, (at, y, height), plan.ink);
        if report.verdict == Verdict::EndToEnd && !wall {
            self.serves(canvas, report, Area::new(left, y, pill.right() - 8.0 - left, height));
        }
    }

    /// The personas whom a slice serves, at the right end of `room`.
    fn serves(&mut self, canvas: &mut impl Canvas, report: &BandReport, room: Area) {
        let scene = self.scene;
        let served = report.serves.iter().filter_map(|serves| {
            let disc = scene.personas.iter().find(|disc| disc.id == serves.persona)?;
            Some((disc, serves.end_to_end))
        });
        let served: Vec<_> = served.take((room.width / DISC_PITCH) as usize).collect();
        let mut x = room.right() + 4.0 - served.len() as f32 * DISC_PITCH;
        for (disc, whole) in served {
            let look = if whole { DiscLook::Raised } else { DiscLook::Broken };
            self.disc(canvas, disc, look, (x, room.y + room.height / 2.0 - 8.0));
            x += DISC_PITCH;
        }
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
    pub(super) fn name(
        &mut self,
        canvas: &mut impl Canvas,
        band: &BandScene,
        x: f32,
        top: f32,
    ) -> f32 {
        let mut top = top;
        let set = self.set;
        for line in &band.name_lines {
            self.write(canvas, line, set.styles.name, (x, top, set.name_row), self.theme.ink);
            top += set.name_row;
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
        self.fact_row(canvas, report.fact, (x, top), PILL.0);

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

//! A workshop's wall: the heads of slices with a loose stop for each activity, and the lines between.

use super::super::canvas::{Area, Canvas, Shape, Stroke};
use super::Painter;
use crate::board::Band;
use crate::layout::scene::{BandScene, ListKey};

/// The pill of a plan that the room asked to see.
const PILL: (f32, f32) = (280.0, 40.0);
/// The line between two slices.
const LINE: f32 = 4.0;

impl Painter<'_> {
    pub(super) fn wall_head(
        &mut self,
        canvas: &mut impl Canvas,
        band: &BandScene,
        (x, y): (f32, f32),
    ) {
        let set = self.set;
        let mut top = y + 24.0;
        if let Some(report) = &band.report {
            self.pill(canvas, report, Area::new(x, top, PILL.0, PILL.1));
            top += PILL.1 + 8.0;
        }
        let below = self.name(canvas, band, x, top) + 8.0;
        let stops = self.stops(band.band);
        let pitch = 58.0_f32.min(290.0 / stops.len().max(1) as f32);
        for (at, some) in stops.iter().enumerate() {
            let stop = Shape::Circle(x + 14.0 + at as f32 * pitch, below + 14.0, 11.0);
            if *some {
                canvas.fill(stop, self.theme.ink);
            }
            let edge = if *some { self.theme.ink } else { self.theme.line_strong };
            canvas.stroke(stop, edge, Stroke::round(2.5));
        }
        let words = match &band.report {
            Some(report) => self.fact_words(report.fact),
            None => {
                let some = stops.iter().filter(|some| **some).count();
                let args = [("some", some.into()), ("all", stops.len().into())];
                self.words("workshop-activities", args)
            }
        };
        let at = (x, below + 32.0, set.small_row);
        self.write(canvas, &words, set.styles.small, at, self.theme.ink_2);
    }

    /// Of each activity, whether a slice has cards in it.
    fn stops(&self, band: Band) -> Vec<bool> {
        let backbone = &self.scene.backbone;
        let has = |step| self.scene.lists.contains_key(&ListKey::Cell { band, step });
        let stops = backbone.activities.iter().map(|activity| {
            let first = activity.first as usize;
            let columns = backbone.columns.get(first..first + activity.count as usize);
            columns.unwrap_or_default().iter().any(|column| has(column.step))
        });
        stops.collect()
    }

    /// The line above a band that comes after a slice: what lies above it is meant to come first.
    pub(super) fn wall_line(&self, canvas: &mut impl Canvas, index: usize, area: Area) {
        let above = index.checked_sub(1).and_then(|above| self.scene.bands.get(above));
        if above.is_some_and(|band| matches!(band.band, Band::Slice { .. })) {
            let x = self.set.head_x;
            let line = Area::new(x, area.y, area.width - 2.0 * x, LINE);
            canvas.fill(Shape::Box(line, LINE / 2.0), self.theme.ink);
        }
    }
}

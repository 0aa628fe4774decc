//! What stands for cards that are not shown: counts.

use super::super::canvas::{Area, Canvas, Shape};
use super::{Painter, WORD};
use crate::board::Band;
use crate::layout::scene::{Fold, ListKey};

impl Painter<'_> {
    /// How many cards a shut column, and those hidden behind it, have in a band.
    pub(super) fn shut_cell(
        &mut self,
        canvas: &mut impl Canvas,
        band: usize,
        column: usize,
        of: Band,
    ) {
        let columns = &self.scene.backbone.columns;
        let hidden = columns[column + 1..].iter().take_while(|column| column.fold == Fold::Hidden);
        let count: usize = std::iter::once(&columns[column])
            .chain(hidden)
            .filter_map(|column| {
                self.scene.lists.get(&ListKey::Cell { band: of, step: column.step })
            })
            .map(|cards| cards.len() + cards.rest.map_or(0, |rest| rest.count as usize))
            .sum();
        if count == 0 {
            return;
        }
        let at = self.grid.bands()[band];
        let count = count.to_string();
        let style = self.set.meta_strong;
        let text = self.type_.width_px(&count, style);
        let width = text.max(20.0);
        let x = self.column_x(column) + 4.0;
        let y = self.bands_top() + (at.top + at.track) as f32;
        let row = self.set.small_row.max(20.0);
        let area = Area::new(x, y, width, row);
        canvas.fill(Shape::Box(area.grown(0.5), 4.5), self.theme.card_edge);
        canvas.fill(Shape::Box(area, 4.0), self.theme.card);
        self.write(canvas, &count, style, (x + (width - text) / 2.0, y, row), self.theme.ink);
        self.dim_cell(canvas, column, band);
    }

    /// How many more cards a cell has than it shows.
    pub(super) fn more(&mut self, canvas: &mut impl Canvas, count: u32, (x, y): (f32, f32)) {
        let words = self.words("window-more", [("count", count.into())]);
        let area = Area::new(x, y, self.scene.metrics.card_w as f32, 32.0);
        canvas.fill(Shape::Box(area, self.set.radius), self.theme.well);
        let style = if self.set.radius > 6.0 { self.set.styles.small } else { WORD };
        let words = self.cut(&words, style, area.width);
        let left = x + (area.width - self.type_.width_px(&words, style)) / 2.0;
        self.write(canvas, &words, style, (left, y, area.height), self.theme.ink_2);
    }
}

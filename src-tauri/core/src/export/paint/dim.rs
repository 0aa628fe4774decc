//! What is out of the focus: a veil of the ground lies over it.

use super::super::Focus;
use super::super::canvas::{Area, Canvas, Shape};
use super::super::theme::Color;
use super::Painter;
use crate::board::Band;

/// How thick the veil is, in hundredths: what is under it stays readable for whoever looks for it.
const VEIL: u8 = 72;

impl Painter<'_> {
    /// Dims a band with its head.
    pub(super) fn dim_band(&self, canvas: &mut impl Canvas, band: Band, area: Area) {
        if matches!(self.focus, Some(Focus::Band { band: on }) if on != band) {
            self.veil(canvas, area, self.theme.ground);
        }
    }

    /// Dims what stands in the backbone over a column.
    pub(super) fn dim_column(&self, canvas: &mut impl Canvas, column: usize, area: Area) {
        if self.dims_column(column) {
            self.veil(canvas, area, self.theme.ground);
        }
    }

    /// Dims the cards of a cell.
    pub(super) fn dim_cell(&self, canvas: &mut impl Canvas, column: usize, band: usize) {
        if !self.dims_column(column) {
            return;
        }
        let at = self.grid.bands()[band];
        let top = self.bands_top() + (at.top + at.track) as f32;
        let (x, width) = (self.column_x(column), self.grid.columns()[column].width as f32);
        // Shadows reach a little beyond their cards.
        let area = Area::new(x - 2.0, top - 2.0, width + 4.0, (at.height - at.track) as f32);
        let across = self.scene.backbone.columns[column].step.is_none();
        let color = if across { self.theme.well } else { self.theme.ground };
        self.veil(canvas, area, color);
    }

    fn dims_column(&self, column: usize) -> bool {
        let Some(Focus::Activity { activity: on }) = self.focus else { return false };
        let block = self.scene.backbone.activities.iter().find(|block| block.activity == on);
        block.is_some_and(|block| {
            let first = block.first as usize;
            !(first..first + block.count as usize).contains(&column)
        })
    }

    fn veil(&self, canvas: &mut impl Canvas, area: Area, color: Color) {
        canvas.fill(Shape::Box(area, 0.0), Color { percent: VEIL, ..color });
    }
}

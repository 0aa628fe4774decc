//! The formula of places: where a column, a band and a card lie, and what lies at a point.
//!
//! A card has no coordinates; its place is arithmetic on the sizes of the lens. All lengths are whole
//! pixels at 100 % zoom. x counts from the left edge of the first column (Across, where there is any),
//! y from the top of the first band, below the backbone.
//!
//! ```text
//! column width   hidden: 0 · shut: column_shut · open: across_open for Across, card_w for every other
//! column step    hidden: 0 · width + (Across: across_gap · else gap, + activity_gap after an activity)
//! column x       the steps of all columns to its left; hidden: the right edge of the column before it
//! band track     Later: track_later · Sprint: track_sprint · every other: track
//! band height    folded: band_folded · else max(band_min, track + rows × (card_h + gap) + band_end)
//! band top       the heights of all bands above it
//! card x         column x + (width − card_w) / 2, where the column is that wide
//! card y         band top + track + row × (card_h + gap)
//! row at y       how many cards' middles lie above y: (y − band top − track + gap + card_h / 2) / (card_h + gap)
//! ```
//!
//! `ui/src/map/place.ts` says the same; both are tested on `tests/fixtures/places.json`.

use super::Metrics;
use super::scene::{BandScene, Column, Fold, Scene};
use crate::board::Band;

/// Where the columns and bands of a scene lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    metrics: Metrics,
    columns: Vec<ColumnAt>,
    bands: Vec<BandAt>,
}

/// Where one column lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnAt {
    /// Its left edge.
    pub x: u32,
    /// Its width, without the gap after it.
    pub width: u32,
    /// From its left edge to that of the next column.
    pub step: u32,
    /// From its left edge to that of a card in it.
    pub inset: u32,
}

/// Where one band lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BandAt {
    /// Its top edge.
    pub top: u32,
    /// Its height; the next band begins below it.
    pub height: u32,
    /// From its top edge to its first row.
    pub track: u32,
    /// Whether it is folded, so that it has no rows.
    pub folded: bool,
}

/// What lies at a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlaceAt {
    /// Index of the column.
    pub column: usize,
    /// Index of the band.
    pub band: usize,
    /// Row in front of which a card dropped here would lie; it may be beyond the last card.
    pub row: u32,
}

impl Grid {
    /// The grid of a scene.
    #[must_use]
    pub fn of(scene: &Scene) -> Self {
        Self::new(scene.metrics, &scene.backbone.columns, &scene.bands)
    }

    /// The grid of columns and bands.
    #[must_use]
    pub fn new(metrics: Metrics, columns: &[Column], bands: &[BandScene]) -> Self {
        let columns = columns_at(&metrics, columns);
        let mut top = 0;
        let bands = bands
            .iter()
            .map(|band| {
                let track = match band.band {
                    Band::Later => metrics.track_later,
                    Band::Sprint { .. } => metrics.track_sprint,
                    Band::Earlier | Band::Slice { .. } => metrics.track,
                };
                let rows = band.rows * (metrics.card_h + metrics.gap);
                let height = if band.folded {
                    metrics.band_folded
                } else {
                    (track + rows + metrics.band_end).max(metrics.band_min)
                };
                let at = BandAt { top, height, track, folded: band.folded };
                top += height;
                at
            })
            .collect();
        Self { metrics, columns, bands }
    }

    /// The columns from the left.
    #[must_use]
    pub fn columns(&self) -> &[ColumnAt] {
        &self.columns
    }

    /// The bands from above.
    #[must_use]
    pub fn bands(&self) -> &[BandAt] {
        &self.bands
    }

    /// The right edge of the last column.
    #[must_use]
    pub fn width(&self) -> u32 {
        self.columns.last().map_or(0, |column| column.x + column.width)
    }

    /// The bottom edge of the last band.
    #[must_use]
    pub fn height(&self) -> u32 {
        self.bands.last().map_or(0, |band| band.top + band.height)
    }

    /// The left top corner of a card; `None` where there is no such column or band, or it is folded.
    #[must_use]
    pub fn card(&self, column: usize, band: usize, row: u32) -> Option<(u32, u32)> {
        let column = self.columns.get(column)?;
        let band = self.bands.get(band).filter(|band| !band.folded)?;
        let pitch = self.metrics.card_h + self.metrics.gap;
        Some((column.x + column.inset, band.top + band.track + row * pitch))
    }

    /// The place at a point. The gap right of a column belongs to it, as do a band's track and end to
    /// the band; `None` outside of all columns or bands.
    #[must_use]
    pub fn place(&self, x: i32, y: i32) -> Option<PlaceAt> {
        let (x, y) = (u32::try_from(x).ok()?, u32::try_from(y).ok()?);
        let column = self.columns.iter().position(|column| x < column.x + column.step)?;
        let band = self.bands.iter().position(|band| y < band.top + band.height)?;
        let at = self.bands.get(band)?;
        let Metrics { card_h, gap, .. } = self.metrics;
        let row = if at.folded {
            0
        } else {
            (y - at.top + gap + card_h / 2).saturating_sub(at.track) / (card_h + gap)
        };
        Some(PlaceAt { column, band, row })
    }
}

/// Where columns lie.
pub(super) fn columns_at(metrics: &Metrics, columns: &[Column]) -> Vec<ColumnAt> {
    let (mut x, mut right) = (0, 0);
    columns
        .iter()
        .map(|column| {
            let across = column.step.is_none();
            let width = match column.fold {
                Fold::Hidden => return ColumnAt { x: right, width: 0, step: 0, inset: 0 },
                Fold::Shut => metrics.column_shut,
                Fold::Open if across => metrics.across_open,
                Fold::Open => metrics.card_w,
            };
            let gap = match (across, column.ends_activity) {
                (true, _) => metrics.across_gap,
                (false, true) => metrics.gap + metrics.activity_gap,
                (false, false) => metrics.gap,
            };
            let inset = width.saturating_sub(metrics.card_w) / 2;
            let at = ColumnAt { x, width, step: width + gap, inset };
            right = x + width;
            x += at.step;
            at
        })
        .collect()
}

#[cfg(test)]
mod tests;

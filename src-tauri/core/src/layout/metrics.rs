//! The sizes of the lenses.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::view::{Lens, View};

/// The sizes of a lens, in pixels at 100 % zoom (look: "Places by arithmetic").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Metrics {
    /// A card's width.
    pub card_w: u32,
    /// A card's height.
    pub card_h: u32,
    /// From a card's edge to its title at both sides.
    pub card_inset: u32,
    /// Between cards, both ways.
    pub gap: u32,
    /// After each activity, beside the gap.
    pub activity_gap: u32,
    /// From a band's top to its first row.
    pub track: u32,
    /// The same for a Sprint, whose marks need less room than a line.
    pub track_sprint: u32,
    /// The same for Later, which has no line.
    pub track_later: u32,
    /// The middle of the line below a band's top, in tenths of a pixel.
    pub line_y_tenths: u32,
    /// Below the last row of a band.
    pub band_end: u32,
    /// The least height of a band.
    pub band_min: u32,
    /// The height of a folded band.
    pub band_folded: u32,
    /// Across, open; a gap of `across_gap` follows.
    pub across_open: u32,
    /// After Across.
    pub across_gap: u32,
    /// A column that is shut.
    pub column_shut: u32,
    /// A goal row of the backbone.
    pub goal_row: u32,
    /// The activity row.
    pub activity_row: u32,
    /// The step row.
    pub step_row: u32,
    /// The heads at left.
    pub slice_head: u32,
}

impl Metrics {
    /// The Team lens.
    pub const TEAM: Self = Self {
        card_w: 152,
        card_h: 84,
        card_inset: 10,
        gap: 8,
        activity_gap: 16,
        track: 36,
        track_sprint: 28,
        track_later: 12,
        line_y_tenths: 175,
        band_end: 12,
        band_min: 152,
        band_folded: 28,
        across_open: 164,
        across_gap: 16,
        column_shut: 28,
        goal_row: 28,
        activity_row: 36,
        step_row: 40,
        slice_head: 208,
    };

    /// The Workshop lens.
    pub const WORKSHOP: Self = Self {
        card_w: 292,
        card_h: 96,
        card_inset: 18,
        gap: 12,
        activity_gap: 0,
        track: 24,
        track_sprint: 48,
        track_later: 24,
        line_y_tenths: 260,
        band_end: 8,
        band_min: 168,
        band_folded: 48,
        across_open: 316,
        across_gap: 24,
        column_shut: 48,
        goal_row: 40,
        activity_row: 64,
        step_row: 48,
        slice_head: 360,
    };

    /// The sizes for a view.
    #[must_use]
    pub const fn of(view: &View) -> Self {
        match view.lens {
            Lens::Team => Self::TEAM,
            // The lines need a track of their own, where they are shown.
            Lens::Workshop if view.plan_shown => {
                Self { track: 56, band_min: 200, ..Self::WORKSHOP }
            }
            Lens::Workshop => Self::WORKSHOP,
        }
    }
}

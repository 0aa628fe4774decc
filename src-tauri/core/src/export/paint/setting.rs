//! How a lens is set in a picture: what `Typography` and `Metrics` leave open, as the window has it.

use crate::layout::text::TextStyle;
use crate::layout::{Lens, Typography};

/// Sizes in pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    pub styles: Typography,
    /// Small words beside a line or on a card.
    pub meta: TextStyle,
    pub meta_strong: TextStyle,
    /// The map's name.
    pub title: TextStyle,
    /// Heights of a line of text.
    pub title_row: f32,
    pub card_row: f32,
    pub step_row: f32,
    pub activity_row: f32,
    pub name_row: f32,
    pub small_row: f32,
    /// From a card's top to its title.
    pub card_top: f32,
    /// From a column's left edge to text in the backbone.
    pub inset: f32,
    /// From the picture's left edge to the texts of heads.
    pub head_x: f32,
    /// How round cards and activities are.
    pub radius: f32,
}

impl Setting {
    const TEAM: Self = Self {
        styles: Typography::TEAM,
        meta: TextStyle::new(11, 400),
        meta_strong: TextStyle::new(11, 500),
        title: TextStyle::new(20, 600),
        title_row: 28.0,
        card_row: 16.0,
        step_row: 16.0,
        activity_row: 20.0,
        name_row: 20.0,
        small_row: 16.0,
        card_top: 8.0,
        inset: 10.0,
        head_x: 24.0,
        radius: 6.0,
    };

    const WORKSHOP: Self = Self {
        styles: Typography::WORKSHOP,
        meta: TextStyle::new(22, 500),
        meta_strong: TextStyle::new(22, 500),
        title: TextStyle::new(32, 600),
        title_row: 40.0,
        card_row: 36.0,
        step_row: 32.0,
        activity_row: 36.0,
        name_row: 40.0,
        small_row: 28.0,
        card_top: 12.0,
        inset: 18.0,
        head_x: 40.0,
        radius: 10.0,
    };

    pub const fn of(lens: Lens) -> Self {
        match lens {
            Lens::Team => Self::TEAM,
            Lens::Workshop => Self::WORKSHOP,
        }
    }
}

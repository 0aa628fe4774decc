//! What is exported, and how it looks.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::ExportError;
use super::theme::PictureTheme;
use crate::board::{ActivityId, Band, SliceId};
use crate::layout::scene::CardId;
use crate::layout::{BandsBy, Lens, Part, View};

/// What is exported, and how it looks. The tray stays out of pictures: what lies there has no place
/// on the map yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ExportOptions {
    /// What is drawn.
    pub what: What,
    /// For whom.
    pub lens: Lens,
    /// Its colours.
    pub theme: PictureTheme,
    /// Pixels per pixel at 100 % zoom, from 0.1 to 8.
    pub scale: f32,
    /// What stands in its corner. `None`: the map's name; empty: nothing.
    pub title: Option<String>,
    /// A day (ISO 8601) below the title. A picture without one does not say when it was made.
    pub date: Option<String>,
}

impl Default for ExportOptions {
    fn default() -> Self {
        Self {
            what: What::Map,
            lens: Lens::Team,
            theme: PictureTheme::Light,
            scale: 1.0,
            title: None,
            date: None,
        }
    }
}

/// What a picture shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum What {
    /// The whole map with its slices, everything open.
    Map,
    /// Some slices alone.
    Slices {
        /// Which.
        slices: Vec<SliceId>,
    },
    /// The whole map with its Sprints. It says where each Sprint stands on the day it is drawn.
    Sprints,
    /// Some cards, in the columns and bands where they stand.
    Cards {
        /// Which.
        cards: Vec<CardId>,
        /// What the bands are.
        by: BandsBy,
    },
    /// The map as a window shows it.
    View {
        /// How the window looks at it; the lens is the picture's.
        view: View,
        /// What is seen clearly there; the rest is dim.
        focus: Option<Focus>,
    },
}

/// What is seen clearly, while the rest is dim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Focus {
    /// One activity.
    Activity {
        /// Which.
        activity: ActivityId,
    },
    /// One band.
    Band {
        /// Which.
        band: Band,
    },
}

impl ExportOptions {
    /// # Errors
    /// What is asked for cannot be drawn, whatever is on the map.
    pub(super) fn check(&self) -> Result<(), ExportError> {
        if !(0.1..=8.0).contains(&self.scale) {
            return Err(ExportError::Scale);
        }
        self.day().map(|_| ())
    }

    /// The day that stands below the title.
    pub(super) fn day(&self) -> Result<Option<jiff::civil::Date>, ExportError> {
        let Some(text) = &self.date else { return Ok(None) };
        text.parse().map(Some).map_err(|_| ExportError::NoDay { text: text.clone() })
    }

    pub(super) fn view(&self) -> View {
        let whole = View::whole(self.lens);
        match &self.what {
            What::Map | What::Slices { .. } => whole,
            What::Sprints => View { bands_by: BandsBy::Sprints, ..whole },
            What::Cards { by, .. } => View { bands_by: *by, ..whole },
            What::View { view, .. } => View { lens: self.lens, ..view.clone() },
        }
    }

    pub(super) fn part(&self) -> Part {
        match &self.what {
            What::Slices { slices } => Part::Slices(slices.clone()),
            What::Cards { cards, .. } => Part::Cards(cards.iter().copied().collect()),
            What::Map | What::Sprints | What::View { .. } => Part::Whole,
        }
    }

    pub(super) fn focus(&self) -> Option<Focus> {
        match self.what {
            What::View { focus, .. } => focus,
            _ => None,
        }
    }
}

//! What one window wants to see of the map.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::board::{ActivityId, Band, StepId};

/// A way to look at the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Lens {
    /// The team's: everything.
    Team,
    /// The workshop's: large type for a group in front of a wall.
    Workshop,
}

/// What the bands of the map are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum BandsBy {
    /// Slices, then Later.
    Slices,
    /// Sprints, then what is in no Sprint (which is [`Band::Later`] here).
    Sprints,
}

/// What one window wants to see. Nothing of it is stored in the map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct View {
    /// The lens.
    pub lens: Lens,
    /// What the bands are.
    pub bands_by: BandsBy,
    /// Whether plan and fact are shown. The team always sees them; in a workshop they wait until
    /// somebody asks.
    pub plan_shown: bool,
    /// Whether the Across column is open (where there is any).
    pub across_open: bool,
    /// Whether the Earlier band is open (where there is any).
    pub earlier_open: bool,
    /// Whether the cells of Later show all of their cards.
    pub later_open: bool,
    /// Activities that are folded to one narrow column.
    pub collapsed_activities: Vec<ActivityId>,
    /// Steps that are folded to a narrow column.
    pub collapsed_steps: Vec<StepId>,
    /// Bands that are folded to one row. For Earlier see `earlier_open`.
    pub folded_bands: Vec<Band>,
}

impl View {
    /// Everything open: what an export draws.
    #[must_use]
    pub fn whole(lens: Lens) -> Self {
        Self { lens, across_open: true, earlier_open: true, later_open: true, ..Self::default() }
    }

    /// Whether a band is folded to one row.
    #[must_use]
    pub fn folds(&self, band: Band) -> bool {
        match band {
            Band::Earlier => !self.earlier_open,
            _ => self.folded_bands.contains(&band),
        }
    }

    /// Whether reports and lines are shown.
    #[must_use]
    pub fn shows_plan(&self) -> bool {
        self.lens == Lens::Team || self.plan_shown
    }
}

impl Default for View {
    fn default() -> Self {
        Self {
            lens: Lens::Team,
            bands_by: BandsBy::Slices,
            plan_shown: false,
            across_open: false,
            earlier_open: false,
            later_open: false,
            collapsed_activities: Vec::new(),
            collapsed_steps: Vec::new(),
            folded_bands: Vec::new(),
        }
    }
}

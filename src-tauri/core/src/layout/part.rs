//! A part of a map, laid out as if there were no more of it.

use std::collections::{BTreeMap, HashSet};

use super::scene::{CardId, Cards, ListKey};
use crate::board::{Band, SliceId, StepId};

/// Which part of a map is laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    /// All of it.
    Whole,
    /// Some slices, over the whole backbone.
    Slices(Vec<SliceId>),
    /// Some cards, with the columns and bands in which they stand.
    Cards(HashSet<CardId>),
}

impl Part {
    /// Those lists that are shown, and of them those cards.
    pub fn of_lists(
        &self,
        mut lists: BTreeMap<ListKey, Vec<CardId>>,
    ) -> BTreeMap<ListKey, Vec<CardId>> {
        match self {
            Self::Whole => {}
            Self::Slices(slices) => lists.retain(|key, _| match key {
                ListKey::Cell { band: Band::Slice { slice }, .. } => slices.contains(slice),
                ListKey::Cell { .. } => false,
                _ => true,
            }),
            Self::Cards(cards) => lists.retain(|key, list| {
                list.retain(|card| cards.contains(card));
                matches!(key, ListKey::Cell { .. }) && !list.is_empty()
            }),
        }
        lists
    }

    /// The steps whose columns are shown; `None`: all.
    pub fn steps(&self, lists: &BTreeMap<ListKey, Cards>) -> Option<HashSet<StepId>> {
        let Self::Cards(_) = self else { return None };
        let steps = lists.keys().filter_map(|key| match key {
            ListKey::Cell { step, .. } => *step,
            _ => None,
        });
        Some(steps.collect())
    }

    /// Whether a band is shown.
    pub fn shows(&self, of: Band, lists: &BTreeMap<ListKey, Cards>) -> bool {
        match self {
            Self::Whole => true,
            Self::Slices(slices) => matches!(of, Band::Slice { slice } if slices.contains(&slice)),
            Self::Cards(_) => {
                lists.keys().any(|key| matches!(key, ListKey::Cell { band, .. } if *band == of))
            }
        }
    }
}

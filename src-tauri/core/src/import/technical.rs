//! How many rows of a backlog look like technical tasks: what the reading that is offered first goes by.

use std::collections::HashMap;

use super::choices::Reading;
use super::drafting::index;
use super::issues::Issue;
use super::levels::{Class, Levels, Place};
use crate::check::technical::{Guess, Listed, technical_count};
use crate::check::{Level, Titles};

/// What the rows that would be PBIs look like, where epics are activities.
pub(super) struct Technical {
    /// Of all of them, in per cent.
    pub share: u32,
    /// Of those below each epic, in per cent; none where there are no such rows.
    below: HashMap<usize, u32>,
}

impl Technical {
    /// Judges by titles alone; `levels` are those with epics as activities.
    pub fn of(issues: &[Issue<'_>], levels: &Levels, titles: &mut Titles) -> Self {
        let is_judged = |at: usize, issue: &Issue<'_>| {
            issue.row.is_some()
                && !matches!(issue.class, Class::Bug | Class::Spike)
                && levels.epics.get(at) != Some(&true)
                && matches!(levels.places.get(at), Some(Place::Item { .. }))
        };
        let judged: Vec<(usize, &Issue<'_>)> =
            issues.iter().enumerate().filter(|(at, issue)| is_judged(*at, issue)).collect();
        let list: Vec<Listed<'_>> = judged
            .iter()
            .map(|(_, issue)| Listed {
                title: &issue.title,
                parent: issue.parent.and_then(|parent| u128::try_from(parent).ok()),
            })
            .collect();
        let guesses = titles.guess(&list);
        let mut below: HashMap<usize, (usize, usize)> = HashMap::new();
        for ((_, issue), guess) in judged.iter().zip(&guesses) {
            let Some(parent) = issue.parent else { continue };
            let (likely, all) = below.entry(parent).or_default();
            *likely += usize::from(guess.level == Some(Level::Likely));
            *all += 1;
        }
        Self {
            share: share_of(&guesses),
            below: below
                .into_iter()
                .map(|(at, (likely, all))| (at, per_cent(likely, all)))
                .collect(),
        }
    }

    /// Which reading fits: epics are PBIs where most rows below them look technical.
    pub fn offers(&self) -> Reading {
        if self.share > 50 { Reading::EpicsAsItems } else { Reading::EpicsAsActivities }
    }

    /// Of the rows right below an epic, in per cent; `None`: there are none.
    pub fn below(&self, epic: usize) -> Option<u32> {
        self.below.get(&epic).copied()
    }
}

fn share_of(guesses: &[Guess]) -> u32 {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a count of rows, rounded"
    )]
    let technical = technical_count(guesses).round() as usize;
    per_cent(technical.min(guesses.len()), guesses.len())
}

fn per_cent(some: usize, all: usize) -> u32 {
    index((some * 100 + all / 2) / all.max(1))
}

//! A map as it is after a year: twelve activities, ten slices, some hundred PBIs in every state.

use std::path::Path;

use throughline_core::board::Kind;
use throughline_core::document::Document;
use throughline_core::edit::Edit;
use throughline_core::edit::import::{
    Draft, DraftActivity, DraftItem, DraftSource, DraftStep, DraftTask,
};

use crate::harness::Result;

/// The activities, and how many steps each has.
const ACTIVITIES: [(&str, u32); 12] = [
    ("Find a café", 5),
    ("Order ahead", 8),
    ("Pay", 6),
    ("Collect", 5),
    ("Come back", 9),
    ("Run the bar", 6),
    ("Set menu", 5),
    ("Keep stock", 5),
    ("Plan shifts", 5),
    ("Settle up", 4),
    ("Get help", 3),
    ("Grow", 3),
];

/// The slices, and how many activities each reaches: the first ones are Done.
const SLICES: [(&str, u32); 10] = [
    ("Walking skeleton", 6),
    ("Pilot week", 7),
    ("Rush hour", 7),
    ("Regulars", 8),
    ("Second café", 10),
    ("Faster pay", 4),
    ("New payment host", 3),
    ("Office orders", 11),
    ("City launch", 11),
    ("Owner reports", 0),
];

/// In slices whose tasks were dealt into two of them.
const IN_PIECES: [u32; 2] = [2, 7];
const GROUNDWORK: u32 = 6;
const DONE: u32 = 2;

/// Writes it to a file that is not there yet.
pub fn on(path: &Path) -> Result<()> {
    Document::create(path, "Corner")?.edit(&Edit::Import { draft: draft()? })?;
    Ok(())
}

fn draft() -> Result<Draft> {
    let mut steps = Vec::new();
    for (activity, (_, count)) in (0..).zip(ACTIVITIES) {
        for step in 0..count {
            steps.push(DraftStep {
                activity,
                title: Some(format!("Step {}", step + 1)),
                source: source(format!("S-{activity}-{step}")),
            });
        }
    }
    let mut items = Vec::new();
    let mut tasks = Vec::new();
    for (step, at) in (0..).zip(&steps) {
        for (slice, (_, reach)) in (0..).zip(SLICES) {
            if at.activity >= reach || (slice == GROUNDWORK && at.activity % 2 == 0) {
                continue;
            }
            for row in 0..1 + (step * 7 + slice * 5) % 4 {
                let item = u32::try_from(items.len())?;
                let technical = row == 2 && slice > 2;
                items.push(item_at(step, Some(slice), item, technical));
                if IN_PIECES.contains(&slice) {
                    tasks.extend([slice, slice + 1].map(|slice| task_of(item, slice)));
                }
            }
        }
        for _ in 0..2 + step % 5 {
            let item = u32::try_from(items.len())?;
            items.push(item_at(step, None, item, false));
        }
    }
    Ok(Draft {
        name: "year.csv".to_owned(),
        system: "example".to_owned(),
        activities: (0..)
            .zip(ACTIVITIES)
            .map(|(n, (title, _))| DraftActivity {
                title: Some(title.to_owned()),
                source: source(format!("A-{n}")),
            })
            .collect(),
        steps,
        slices: SLICES.map(|(name, _)| name.to_owned()).into(),
        items,
        tasks,
        ..Draft::default()
    })
}

fn item_at(step: u32, slice: Option<u32>, number: u32, technical: bool) -> DraftItem {
    let title = if technical {
        format!("Refactor the database index {number}")
    } else {
        format!("Pick up an order without queueing {number}")
    };
    DraftItem {
        step: Some(step),
        slice,
        kind: (slice == Some(GROUNDWORK)).then_some(Kind::Enabler),
        title,
        done: slice.is_some_and(|slice| slice < DONE),
        source: source(format!("I-{number}")),
        ..DraftItem::default()
    }
}

fn task_of(item: u32, slice: u32) -> DraftTask {
    DraftTask {
        item: Some(item),
        slice: Some(slice),
        title: format!("Its part {slice}"),
        source: source(format!("T-{item}-{slice}")),
        ..DraftTask::default()
    }
}

fn source(key: String) -> DraftSource {
    DraftSource { key: Some(key), ..DraftSource::default() }
}

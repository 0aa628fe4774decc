//! The map that the benches measure on: 8 activities, 40 steps, 10 slices, and as many PBIs as asked,
//! two thirds of them in slices, every fourth with two tasks.

use throughline_core::edit::import::{
    Draft, DraftActivity, DraftItem, DraftSource, DraftStep, DraftTask,
};

/// A draft with `items` PBIs.
pub fn of(items: u32) -> Draft {
    let words = ["order", "ahead", "pay", "by", "card", "collect", "without", "queueing", "again"];
    let title = |seed: u32| {
        let words = (0..6).filter_map(|k| words.get(((seed * 7 + k * 5) % 9) as usize).copied());
        format!("{} {seed}", words.collect::<Vec<_>>().join(" "))
    };
    let source = |key: String| DraftSource { key: Some(key), ..DraftSource::default() };
    Draft {
        name: "backlog.csv".to_owned(),
        system: "bench".to_owned(),
        activities: (0..8)
            .map(|n| DraftActivity {
                title: Some(format!("Activity {}", n + 1)),
                source: source(format!("A-{n}")),
            })
            .collect(),
        steps: (0..40)
            .map(|n| DraftStep {
                activity: n / 5,
                title: Some(format!("Step {}", n + 1)),
                source: source(format!("S-{n}")),
            })
            .collect(),
        slices: (0..10).map(|n| format!("Slice {}", n + 1)).collect(),
        items: (0..items)
            .map(|n| DraftItem {
                step: Some(n % 40),
                slice: (n % 3 != 0).then_some((n / 40) % 10),
                title: title(n),
                source: source(format!("I-{n}")),
                ..DraftItem::default()
            })
            .collect(),
        tasks: (0..items / 2)
            .map(|n| DraftTask {
                item: Some(n / 2 * 4),
                title: title(n + 1_000_000),
                source: source(format!("T-{n}")),
                ..DraftTask::default()
            })
            .collect(),
        ..Draft::default()
    }
}

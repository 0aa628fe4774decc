//! A copy made with `cp` between two edits is a whole map.

use serde_json::json;
use throughline_tests::TestResult;

use crate::desk::{Desk, Editing};

#[test]
fn a_copy_between_two_edits_opens_and_holds_every_confirmed_edit() -> TestResult {
    let desk = Desk::with_map()?;
    let mut editing = Editing::start(&desk, "corner.storymap")?;
    let to = json!({"step": null, "slice": null, "before": null});
    for number in 1..=20 {
        let title = format!("card {number}");
        editing.edit(&json!({"type": "addItem", "title": title, "to": to}))?;
        if number % 4 != 0 {
            continue;
        }
        // The program that edits goes on: nothing beside the file may be needed to open the copy.
        std::fs::copy(desk.path("corner.storymap"), desk.path("copy.storymap"))?;
        let map = desk.run(["print", "copy.storymap"])?;
        assert_eq!(map.code, 0, "{}", map.err);
        for confirmed in 1..=number {
            assert!(map.out.contains(&format!("[ ] card {confirmed}\n")), "{number}: {}", map.out);
        }
        // It is a map like any other, with its history.
        assert_eq!(desk.run(["undo", "copy.storymap"])?.code, 0);
        let map = desk.run(["print", "copy.storymap"])?.out;
        assert!(!map.contains(&format!("card {number}\n")), "{map}");
    }
    assert_eq!(editing.end()?, 0);
    Ok(())
}

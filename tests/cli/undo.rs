//! `undo` and `redo`

use serde_json::json;
use throughline_tests::TestResult;

use crate::desk::Desk;

#[test]
fn undo_and_redo_walk_the_history_over_processes() -> TestResult {
    let desk = Desk::with_map()?;
    let mut prints = vec![desk.run(["print", "corner.storymap"])?.out];
    for name in ["MVP", "Regulars", "Rush hour"] {
        desk.edit(&[json!({"type": "addSlice", "name": name})])?;
        prints.push(desk.run(["print", "corner.storymap"])?.out);
    }
    for print in prints.iter().rev().skip(1) {
        assert_eq!(desk.run(["undo", "corner.storymap"])?.code, 0);
        assert_eq!(&desk.run(["print", "corner.storymap"])?.out, print);
    }
    for print in prints.iter().skip(1) {
        assert_eq!(desk.run(["redo", "corner.storymap"])?.code, 0);
        assert_eq!(&desk.run(["print", "corner.storymap"])?.out, print);
    }
    Ok(())
}

#[test]
fn each_says_what_it_did_and_where_nothing_is_left_it_is_refused() -> TestResult {
    let desk = Desk::with_map()?;
    desk.edit(&[json!({"type": "addSlice", "name": "MVP"})])?;
    let session = desk.session(&[
        "redo corner.storymap",
        "undo corner.storymap",
        "undo corner.storymap",
        "redo corner.storymap",
        "redo corner.storymap",
    ])?;
    assert_eq!(
        session,
        "\
$ redo corner.storymap
! There is nothing to redo.
[exit 1]
$ undo corner.storymap
! Undo: Add slice “MVP”
$ undo corner.storymap
! There is nothing to undo.
[exit 1]
$ redo corner.storymap
! Redo: Add slice “MVP”
$ redo corner.storymap
! There is nothing to redo.
[exit 1]
"
    );
    Ok(())
}

//! `history`

use serde_json::json;
use throughline_tests::TestResult;

use crate::desk::Desk;

#[test]
fn changes_are_listed_newest_first() -> TestResult {
    let desk = Desk::with_map()?;
    desk.edit(&[
        json!({"type": "addSlice", "name": "MVP"}),
        json!({"type": "renameMap", "title": "Corner"}),
    ])?;
    desk.run(["undo", "corner.storymap"])?;
    assert_eq!(
        desk.session(&["history corner.storymap", "history corner.storymap --format json"])?,
        r#"$ history corner.storymap
     3  <moment>  Undo: Rename map to “Corner”
     2  <moment>  Rename map to “Corner”
     1  <moment>  Add slice “MVP”
$ history corner.storymap --format json
[
  {
    "change": 3,
    "id": "<id 1>",
    "label": "Undo: Rename map to “Corner”",
    "madeAt": "<moment>",
    "author": "",
    "reverts": "<id 2>"
  },
  {
    "change": 2,
    "id": "<id 2>",
    "label": "Rename map to “Corner”",
    "madeAt": "<moment>",
    "author": "",
    "reverts": null
  },
  {
    "change": 1,
    "id": "<id 3>",
    "label": "Add slice “MVP”",
    "madeAt": "<moment>",
    "author": "",
    "reverts": null
  }
]
"#
    );
    Ok(())
}

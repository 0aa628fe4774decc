//! `info`

use throughline_tests::TestResult;

use crate::desk::Desk;

#[test]
fn a_map_is_counted() -> TestResult {
    let desk = Desk::with_corner()?;
    assert_eq!(
        desk.session(&["info corner.storymap", "info corner.storymap --format json"])?,
        r#"$ info corner.storymap
corner
       0  Product Goals
       2  activities
       2  steps
       2  slices
       0  Sprints
       4  PBIs
       2  tasks
       1  tags
       1  of these in the tray
      16  changes in the history
$ info corner.storymap --format json
{
  "title": "corner",
  "goals": 0,
  "activities": 2,
  "steps": 2,
  "slices": 2,
  "sprints": 0,
  "items": 4,
  "tasks": 2,
  "tags": 1,
  "tray": 1,
  "changes": 16
}
"#
    );
    Ok(())
}

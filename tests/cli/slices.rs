//! `slices`

use serde_json::json;
use throughline_tests::TestResult;

use crate::desk::{Desk, settled};

#[test]
fn each_slice_has_its_verdict_and_why() -> TestResult {
    let desk = Desk::with_corner()?;
    assert_eq!(
        desk.session(&["slices corner.storymap"])?,
        "\
$ slices corner.storymap
Walking skeleton: Gaps
  Nothing for “Collect” yet. Bring a PBI of that activity in, as thin as it can be.
Regulars: End to end
  Every activity that it needs is covered, all 2.
"
    );
    Ok(())
}

#[test]
fn several_holes_are_one_line_and_several_reasons() -> TestResult {
    let desk = Desk::with_corner()?;
    desk.edit(&[json!({"type": "addActivity", "title": "Come back"})])?;
    let text = desk.run(["slices", "corner.storymap"])?.out;
    assert!(
        text.starts_with(
            "Walking skeleton: Gaps
  Nothing yet for “Collect”, “Come back”. Bring a PBI of each in, as thin as it can be.
Regulars: Gaps
  A hole that a slice above names already is still open.
"
        ),
        "{text}"
    );
    let json = desk.run(["slices", "corner.storymap", "--format", "json"])?.json()?;
    assert_eq!(json[0]["reasons"].as_array().map(Vec::len), Some(2));
    Ok(())
}

#[test]
fn as_json_they_have_counts_codes_and_holes() -> TestResult {
    let desk = Desk::with_corner()?;
    let slices = desk.run(["slices", "corner.storymap", "--format", "json"])?;
    let map = desk.run(["print", "corner.storymap", "--format", "json"])?.json()?;
    let json = slices.json()?;
    assert_eq!(json[0]["band"], map["slices"][0]["id"]);
    assert_eq!(json[0]["holes"][0]["activity"], map["activities"][1]["id"]);
    assert_eq!(
        settled(&slices.out),
        r#"[
  {
    "band": "<id 1>",
    "name": "Walking skeleton",
    "verdict": "gaps",
    "reasons": [
      {
        "code": "hole",
        "text": "Nothing for “Collect” yet. Bring a PBI of that activity in, as thin as it can be."
      }
    ],
    "whole": 1,
    "pieces": 1,
    "technical": 0,
    "groundwork": 0,
    "tasks": 0,
    "holes": [
      {
        "activity": "<id 2>",
        "title": "Collect"
      }
    ]
  },
  {
    "band": "<id 3>",
    "name": "Regulars",
    "verdict": "end-to-end",
    "reasons": [
      {
        "code": "every-activity-covered",
        "text": "Every activity that it needs is covered, all 2."
      }
    ],
    "whole": 2,
    "pieces": 0,
    "technical": 0,
    "groundwork": 0,
    "tasks": 0,
    "holes": []
  }
]
"#
    );
    Ok(())
}

#[test]
fn a_map_without_slices_says_so_and_is_no_failure() -> TestResult {
    let desk = Desk::with_map()?;
    assert_eq!(
        desk.session(&["slices corner.storymap", "slices corner.storymap --format json"])?,
        "\
$ slices corner.storymap
! The map has no slices yet. Add one in the window, or with an “addSlice” edit.
$ slices corner.storymap --format json
[]
"
    );
    Ok(())
}

#[test]
fn every_verdict_has_its_word() -> TestResult {
    let desk = Desk::with_map()?;
    let step = &desk.edit(&[json!({"type": "addActivity", "title": "Order ahead"})])?[0][1];
    desk.edit(&[json!({"type": "addActivity", "title": "Collect"})])?;
    let add = |name: &str, kind: Option<&str>, in_step: bool| {
        let slice = &desk.edit(&[json!({"type": "addSlice", "name": name})])?[0][0];
        let to = json!({"step": in_step.then_some(step), "slice": slice, "before": null});
        let item = &desk.edit(&[json!({"type": "addItem", "title": name, "to": to})])?[0][0];
        desk.edit(&[json!({"type": "setKind", "items": [item], "kind": kind})])?;
        Ok::<_, Box<dyn std::error::Error>>((slice.clone(), item.clone()))
    };
    let (empty, _) = add("1 empty", Some("note"), true)?;
    add("2 groundwork", Some("spike"), true)?;
    let (pieces, item) = add("3 pieces", None, true)?;
    desk.edit(&[json!({"type": "addTask", "title": "form", "item": item})])?;
    let later = json!({"step": step, "slice": null, "before": null});
    desk.edit(&[
        json!({"type": "moveItems", "items": [item], "to": later}),
        json!({"type": "pullTasks", "tasks": [desk.id("tasks", "form")?], "slice": pieces}),
    ])?;
    add("4 gaps", None, true)?;
    let (meant, _) = add("5 part", None, true)?;
    desk.edit(&[json!({"type": "changeSlice", "slice": meant, "partOnPurpose": "a trial"})])?;
    let verdicts: Vec<String> = desk
        .run(["slices", "corner.storymap", "--format", "json"])?
        .json()?
        .as_array()
        .into_iter()
        .flatten()
        .map(|band| format!("{} {}", band["name"], band["verdict"]).replace('"', ""))
        .collect();
    assert_eq!(
        verdicts,
        [
            "1 empty empty",
            "2 groundwork groundwork",
            "3 pieces pieces",
            "4 gaps gaps",
            "5 part part-on-purpose"
        ],
        "{empty}"
    );
    Ok(())
}

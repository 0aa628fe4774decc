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
  Cheapest: Bring “Hand over at the counter” here for “Collect” → End to end.
  Fact: Not started.
Regulars: End to end
  Every activity that it needs is covered, all 2.
  Fact: Under way.
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
  Fact: Not started.
Regulars: Gaps
  A hole that a slice above names already is still open.
  Fact: Under way.
"
        ),
        "{text}"
    );
    let json = desk.run(["slices", "corner.storymap", "--format", "json"])?.json()?;
    assert_eq!(json[0]["reasons"].as_array().map(Vec::len), Some(2));
    Ok(())
}

#[test]
fn as_json_they_have_plan_and_fact_with_the_cards_behind_them() -> TestResult {
    let desk = Desk::with_corner()?;
    let ran = desk.run(["slices", "corner.storymap", "--format", "json"])?;
    let map = desk.run(["print", "corner.storymap", "--format", "json"])?.json()?;
    let json = ran.json()?;
    assert_eq!(json[0]["band"], map["slices"][0]["id"]);
    assert_eq!(json[0]["holes"][0]["activity"], map["activities"][1]["id"]);
    let keys: Vec<&str> =
        json[0].as_object().into_iter().flatten().map(|(key, _)| key.as_str()).collect();
    assert_eq!(
        keys.join(" "),
        "band fact groundwork holes horizontal items journeys leans_on marked name pieces reasons \
         repairs tasks technical verdict whole",
    );
    let band: serde_json::Value = serde_json::from_str(&settled(&json[0].to_string()))?;
    assert_eq!(
        [&band["verdict"], &band["fact"], &band["reasons"][0]["code"], &band["whole"]],
        [
            &json!("gaps"),
            &json!({"code": "not-started", "text": "Not started"}),
            &json!("hole"),
            &json!(1)
        ]
    );
    let piece = &json[0]["items"]["pieces"][0];
    assert_eq!(
        (&piece["title"], &piece["here"], &piece["total"], &piece["stands_here"]),
        (&json!("Pay by card"), &json!(2), &json!(2), &json!(false))
    );
    assert_eq!(piece["delivered"]["slice"], map["slices"][1]["id"]);
    let journey = &json[0]["journeys"][0];
    assert_eq!((&journey["persona"], &journey["stops"][1]["stop"]), (&json!(null), &json!("hole")));
    assert_eq!(journey["stops"][1]["title"], "Collect");
    Ok(())
}

#[test]
fn the_edit_of_a_repair_can_be_made_as_it_stands() -> TestResult {
    let desk = Desk::with_corner()?;
    let words = ["slices", "corner.storymap", "--format", "json"];
    let json = desk.run(words)?.json()?;
    let repairs = json[0]["repairs"].as_array().cloned().unwrap_or_default();
    let cheapest = repairs.iter().find(|repair| repair["cheapest"] == true).ok_or("one is")?;
    assert_eq!((&cheapest["verdict"], &cheapest["asks"]), (&json!("end-to-end"), &json!(null)));
    desk.edit(&[cheapest["edit"].clone()])?;
    assert_eq!(desk.run(words)?.json()?[0]["verdict"], "end-to-end");
    let asking = repairs.iter().find(|repair| repair["asks"] == "title").ok_or("a new PBI")?;
    assert_eq!(asking["edit"]["type"], "addItem");
    Ok(())
}

#[test]
fn a_slice_of_one_layer_is_named_as_such() -> TestResult {
    let desk = Desk::with_map()?;
    let step = &desk.edit(&[json!({"type": "addActivity", "title": "Order"})])?[0][1];
    let slice = &desk.edit(&[json!({"type": "addSlice", "name": "All forms"})])?[0][0];
    for title in ["form layout", "update form", "FE: list component"] {
        let to = json!({"step": step, "slice": slice, "before": null});
        desk.edit(&[json!({"type": "addItem", "title": title, "to": to})])?;
    }
    let text = desk.run(["slices", "corner.storymap"])?.out;
    let said = "  All of one layer (interface): a slice goes through the layers.\n";
    assert!(text.contains(said), "{text}");
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

//! `sprint` and `demo`, and Sprints as bands.

use serde_json::{Value, json};
use throughline_tests::TestResult;

use crate::desk::Desk;

/// The corner with two personas and a Sprint that is over: one PBI Done in it, one in pieces.
fn with_sprint() -> Result<Desk, Box<dyn std::error::Error>> {
    let desk = Desk::with_corner()?;
    let made = desk.edit(&[
        json!({"type": "addPersona", "name": "Commuter"}),
        json!({"type": "addPersona", "name": "Barista"}),
        json!({"type": "addSprint", "name": "Sprint 1", "goal": "Somebody *sees* the menu",
               "startsOn": "2026-03-02", "endsOn": "2026-03-13"}),
        json!({"type": "addDoneRule", "text": "Tried by somebody outside the team"}),
    ])?;
    let [commuter, _, sprint, rule] = made.as_slice() else { return Err("four".into()) };
    let (menu, pay) = (desk.id("items", "See the menu")?, desk.id("items", "Pay by card")?);
    let form = desk.id("tasks", "card form")?;
    desk.edit(&[
        json!({"type": "changeItem", "item": menu, "title": "Commuter can see the menu"}),
        json!({"type": "givePersona", "items": [menu], "persona": commuter[0]}),
        json!({"type": "selectForSprint", "sprint": sprint[0], "items": [menu]}),
        json!({"type": "pullTasksIntoSprint", "tasks": [form], "sprint": sprint[0]}),
        json!({"type": "setTasksDone", "tasks": [form], "done": true}),
        json!({"type": "setDone", "items": [menu], "done": true}),
        json!({"type": "checkDoneRule", "items": [menu], "rule": rule[0], "met": true}),
    ])?;
    assert!(!pay.is_empty());
    Ok(desk)
}

#[test]
fn the_demo_list_says_what_each_persona_can_do_and_what_is_not_to_be_shown_yet() -> TestResult {
    let desk = with_sprint()?;
    assert_eq!(
        desk.run(["demo", "corner.storymap", "--sprint", "sprint 1"])?.out,
        "\
# Sprint 1

## On Friday, Commuter can …

- see the menu

Nothing to show Barista this time.

## Nothing to show yet

- Pay by card
"
    );
    Ok(())
}

#[test]
fn the_sprint_backlog_is_a_page_with_its_goal_its_pbis_and_the_definition_of_done() -> TestResult {
    let desk = with_sprint()?;
    let page = "\
# Sprint 1

Sprint Goal: Somebody \\*sees\\* the menu

2026-03-02 – 2026-03-13 · 1 Increment, value open · 1 of 2 in pieces

## PBIs

- [x] Commuter can see the menu

- [ ] Pay by card (3 points) · in pieces, 2 of 2 here
  - [x] choose a provider
  - [x] card form

## Definition of Done

- Tried by somebody outside the team
";
    assert_eq!(desk.run(["sprint", "corner.storymap", "--sprint", "Sprint 1"])?.out, page);
    let written = desk.run(["sprint", "corner.storymap", "--sprint", "Sprint 1", "-o", "s.md"])?;
    assert_eq!((written.out.as_str(), written.err.as_str()), ("", "Wrote s.md.\n"));
    assert_eq!(std::fs::read_to_string(desk.path("s.md"))?, page);
    Ok(())
}

#[test]
fn sprints_as_bands_have_facts_and_no_verdict() -> TestResult {
    let desk = with_sprint()?;
    assert_eq!(
        desk.session(&["slices corner.storymap --bands sprints"])?,
        "\
$ slices corner.storymap --bands sprints
Sprint 1: 1 whole
  1 of 2 PBIs are in pieces: nobody can use them yet. Take whole PBIs, or split off thinner ones that are whole here.
  Fact: 1 Increment, value open.
"
    );
    let words = ["slices", "corner.storymap", "--bands", "sprints", "--format", "json"];
    let json = desk.run(words)?.json()?;
    assert_eq!(json[0]["verdict"], Value::Null);
    assert_eq!(json[0]["fact"]["code"], "increments");
    assert_eq!(json[0]["items"]["pieces"][0]["title"], "Pay by card");
    Ok(())
}

#[test]
fn a_sprint_that_is_not_there_is_refused_with_those_that_are() -> TestResult {
    let desk = with_sprint()?;
    for command in ["sprint", "demo"] {
        let ran = desk.run([command, "corner.storymap", "--sprint", "Sprint 9"])?;
        assert_eq!((ran.code, ran.out.as_str()), (1, ""));
        assert_eq!(ran.err, "There is no Sprint called “Sprint 9”. There are: “Sprint 1”.\n");
    }
    let empty = Desk::with_map()?;
    let ran = empty.run(["demo", "corner.storymap", "--sprint", "x"])?;
    assert!(ran.err.contains("the map has none yet"), "{}", ran.err);
    Ok(())
}

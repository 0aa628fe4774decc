//! `edit`

use serde_json::json;
use throughline_tests::TestResult;

use crate::desk::{Desk, Editing, settled};

#[test]
fn each_line_is_answered_with_its_change_and_the_ids_that_it_made() -> TestResult {
    let desk = Desk::with_map()?;
    let ran = desk.run_with(
        ["edit", "corner.storymap"],
        r#"{"type":"addActivity","title":"Order ahead"}

{"type":"renameMap","title":"Corner"}
{"type":"renameMap","title":"Corner"}
{"type":"addSlice","name":"Walking skeleton"}
"#,
    )?;
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(
        settled(&ran.out),
        r#"{"change":1,"created":["<id 1>","<id 2>"]}
{"change":2,"created":[]}
{"change":null,"created":[]}
{"change":3,"created":["<id 3>"]}
"#,
        "an edit that changes nothing has no number"
    );
    Ok(())
}

#[test]
fn an_answer_comes_as_soon_as_its_edit_is_stored() -> TestResult {
    let desk = Desk::with_map()?;
    let mut editing = Editing::start(&desk, "corner.storymap")?;
    let answer = editing.edit(&json!({"type": "addSlice", "name": "MVP"}))?;
    assert_eq!(answer["change"], 1);
    // The program still waits for the next line, and the file has the edit.
    assert_eq!(desk.id("slices", "MVP")?, answer["created"][0].as_str().unwrap_or_default());
    assert_eq!(editing.end()?, 0);
    Ok(())
}

#[test]
fn the_first_line_that_is_refused_ends_it_and_the_lines_above_stay() -> TestResult {
    let desk = Desk::with_map()?;
    for (line, part) in [
        (r#"{"type":"addSlice","name":"MVP"}"#, "Line 2 was refused"),
        (r#"{"type":"fly"}"#, "unknown variant `fly`"),
        (r#"{"type":"addSlice","name":"X","colour":"red"}"#, "unknown field `colour`"),
        (r#"{"type":"addSlice""#, "column"),
        ("\u{0}", "Line 2"),
        (r#"{"type":"removeSlice","slice":"00000000-0000-7000-8000-000000000000"}"#, "no longer"),
        (
            r#"{"type":"addItem","title":" ","to":{"step":null,"slice":null,"before":null}}"#,
            "empty",
        ),
    ] {
        let desk = Desk::with_map()?;
        let input = format!(
            "{}\n{line}\n{}\n",
            json!({"type": "addSlice", "name": "MVP"}),
            json!({"type": "addSlice", "name": "Never"})
        );
        let ran = desk.run_with(["edit", "corner.storymap"], &input)?;
        assert_eq!((ran.code, ran.out.lines().count()), (1, 1), "{line}: {ran:?}");
        assert!(ran.err.starts_with("Line 2 was refused"), "{line}: {}", ran.err);
        assert!(ran.err.contains(part), "{line}: {}", ran.err);
        let map = desk.run(["print", "corner.storymap"])?.out;
        assert!(map.contains("MVP") && !map.contains("Never"), "{line}: {map}");
    }
    let info = desk.run(["info", "corner.storymap", "--format", "json"])?.json()?;
    assert_eq!(info["changes"], 0, "the first desk was left alone");
    Ok(())
}

#[test]
fn a_session_goes_on_in_another_process() -> TestResult {
    let desk = Desk::with_map()?;
    let made = desk.edit(&[
        json!({"type": "addActivity", "title": "Order ahead"}),
        json!({"type": "addSlice", "name": "MVP"}),
    ])?;
    let place = json!({"step": made[0][1], "slice": made[1][0], "before": null});
    desk.edit(&[json!({"type": "addItem", "title": "See the menu", "to": place})])?;
    assert_eq!(
        desk.session(&["print corner.storymap --slice mvp"])?,
        "\
$ print corner.storymap --slice mvp
corner

Slice: MVP
  Order ahead
    [ ] See the menu
"
    );
    Ok(())
}

#[test]
fn two_processes_edit_one_map_and_see_what_the_other_did() -> TestResult {
    let desk = Desk::with_map()?;
    let mut one = Editing::start(&desk, "corner.storymap")?;
    let mut two = Editing::start(&desk, "corner.storymap")?;
    let step =
        one.edit(&json!({"type": "addActivity", "title": "Order ahead"}))?["created"][1].clone();
    let slice = two.edit(&json!({"type": "addSlice", "name": "MVP"}))?["created"][0].clone();
    for (number, title) in ["See", "Choose", "Pay", "Collect"].iter().enumerate() {
        let editing = if number % 2 == 0 { &mut one } else { &mut two };
        let to = json!({"step": step, "slice": slice, "before": null});
        let answer = editing.edit(&json!({"type": "addItem", "title": title, "to": to}))?;
        assert_eq!(answer["change"], number + 3);
    }
    assert_eq!((one.end()?, two.end()?), (0, 0));
    let map = desk.run(["print", "corner.storymap"])?.out;
    assert!(map.contains("[ ] See\n    [ ] Choose\n    [ ] Pay\n    [ ] Collect\n"), "{map}");
    Ok(())
}

#[test]
fn when_nobody_reads_the_answers_no_further_edit_is_applied() -> TestResult {
    let desk = Desk::with_map()?;
    let mut child =
        desk.command(["edit", "corner.storymap"]).stdin(std::process::Stdio::piped()).spawn()?;
    drop(child.stdout.take());
    let mut input = child.stdin.take().ok_or("piped")?;
    use std::io::Write as _;
    for name in ["MVP", "Never"] {
        // The second may meet a closed pipe already.
        let _ = writeln!(input, "{}", json!({"type": "addSlice", "name": name}));
    }
    drop(input);
    let output = child.wait_with_output()?;
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("Line 1 is stored"), "{output:?}");
    let map = desk.run(["print", "corner.storymap"])?.out;
    assert!(map.contains("MVP") && !map.contains("Never"), "{map}");
    Ok(())
}

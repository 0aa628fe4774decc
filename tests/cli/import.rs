//! `import`

use serde_json::Value;
use throughline_tests::TestResult;

use crate::desk::Desk;

const JIRA: &str = "\
Issue key,Summary,Issue Type,Status,Parent,Fix Version/s
COR-1,Order ahead,Epic,To Do,,
COR-2,See today's menu,Story,Done,COR-1,Walking skeleton
COR-3,Pay by card,Story,To Do,COR-1,Regulars
COR-4,card form,Sub-task,To Do,COR-3,
COR-5,,Story,To Do,COR-1,
";

const OUTLINE: &str = "\
Order ahead
\tChoose a drink
\t\tSee the menu
\t\tFind what I had last time
\t\t\tremember the last order
Collect
\tAt the counter
\t\tHand over
";

/// The counts of a report.
fn counts(report: &Value) -> [u64; 6] {
    ["rows", "items", "tasks", "structure", "skipped", "updated"]
        .map(|name| report[name].as_u64().unwrap_or(u64::MAX))
}

#[test]
fn a_jira_file_comes_in_as_one_change_with_a_report() -> TestResult {
    let desk = Desk::with_map()?;
    desk.put("backlog.csv", JIRA)?;
    let ran =
        desk.run(["import", "backlog.csv", "--into", "corner.storymap", "--report", "json"])?;
    let report = ran.json()?;
    assert_eq!(counts(&report), [5, 2, 1, 1, 1, 0], "{report}");
    let skipped = &report["problems"][0];
    assert_eq!(skipped["line"], 6, "{report}");
    assert!(skipped["what"].as_str().is_some_and(|what| what.len() > 10), "{report}");
    assert!(skipped["done"].as_str().is_some_and(|done| done.len() > 5), "{report}");
    assert!(ran.err.contains("undo"), "{}", ran.err);

    let info = desk.run(["info", "corner.storymap", "--format", "json"])?.json()?;
    assert_eq!(
        (&info["changes"], &info["items"], &info["slices"]),
        (&1.into(), &2.into(), &2.into())
    );
    desk.run(["undo", "corner.storymap"])?;
    let info = desk.run(["info", "corner.storymap", "--format", "json"])?.json()?;
    assert_eq!((&info["items"], &info["slices"]), (&0.into(), &0.into()));
    Ok(())
}

#[test]
fn the_report_for_people_counts_and_explains_by_line() -> TestResult {
    let desk = Desk::with_map()?;
    desk.put("backlog.csv", JIRA)?;
    let ran = desk.run(["import", "backlog.csv", "--into", "corner.storymap"])?;
    assert_eq!(ran.code, 0);
    assert!(
        ran.out.starts_with(
            "       5  rows, of which
       2  PBIs
       1  tasks
       1  became activities, steps, tags and the like
       1  were skipped
       0  of the rows were on the map before
Line 6"
        ),
        "{}",
        ran.out
    );
    Ok(())
}

#[test]
fn the_same_file_again_changes_nothing_and_doubles_nothing() -> TestResult {
    let desk = Desk::with_map()?;
    desk.put("backlog.csv", JIRA)?;
    let import = ["import", "backlog.csv", "--into", "corner.storymap", "--report", "json"];
    desk.run(import)?;
    let once = desk.run(["print", "corner.storymap", "--format", "json"])?;
    let again = desk.run(import)?;
    assert_eq!(counts(&again.json()?), [5, 2, 1, 1, 1, 4]);
    assert!(again.err.contains("nothing was changed"), "{}", again.err);
    assert_eq!(desk.run(["print", "corner.storymap", "--format", "json"])?, once);
    assert_eq!(desk.run(["info", "corner.storymap", "--format", "json"])?.json()?["changes"], 1);
    Ok(())
}

#[test]
fn what_people_changed_since_stays_and_the_report_says_so() -> TestResult {
    let desk = Desk::with_map()?;
    desk.put("backlog.csv", JIRA)?;
    desk.run(["import", "backlog.csv", "--into", "corner.storymap"])?;
    let item = desk.id("items", "Pay by card")?;
    desk.edit(&[serde_json::json!({"type": "changeItem", "item": item, "title": "Pay"})])?;
    desk.put("backlog.csv", JIRA.replace("Pay by card", "Pay by any card"))?;
    let report = desk
        .run(["import", "backlog.csv", "--into", "corner.storymap", "--report", "json"])?
        .json()?;
    let kept = report["problems"].as_array().into_iter().flatten().find(|row| row["line"] == 4);
    assert_eq!(kept.map(|row| &row["column"]), Some(&"title".into()), "{report}");
    assert!(desk.run(["print", "corner.storymap"])?.out.contains("[ ] Pay\n"));
    Ok(())
}

#[test]
fn an_outline_comes_from_standard_input() -> TestResult {
    let desk = Desk::with_map()?;
    let ran = desk.run_with(["import", "-", "--into", "corner.storymap"], OUTLINE)?;
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(
        desk.session(&["print corner.storymap"])?,
        "\
$ print corner.storymap
corner

Backbone
  Order ahead
    Choose a drink
  Collect
    At the counter

Later
  Order ahead › Choose a drink
    [ ] See the menu
    [ ] Find what I had last time
      [ ] remember the last order
  Collect › At the counter
    [ ] Hand over
"
    );
    Ok(())
}

#[test]
fn a_file_that_is_no_backlog_is_refused_and_changes_nothing() -> TestResult {
    let desk = Desk::with_map()?;
    let noise: Vec<u8> =
        (0..5000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    desk.put("noise.bin", noise)?;
    desk.put("empty.csv", "")?;
    desk.put("table.csv", "Colour,Size\nred,3\nblue,4\n")?;
    for source in ["noise.bin", "empty.csv", "table.csv", "gone.csv", "."] {
        let ran = desk.run(["import", source, "--into", "corner.storymap"])?;
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{source}: {ran:?}");
        assert!(ran.err.lines().count() == 1 && ran.err.len() > 20, "{source}: {}", ran.err);
    }
    assert_eq!(desk.run(["info", "corner.storymap", "--format", "json"])?.json()?["changes"], 0);
    Ok(())
}

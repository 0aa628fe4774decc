//! `check`

use serde_json::json;
use throughline_tests::TestResult;

use crate::desk::Desk;

const BACKLOG: &str = "\
Issue key,Summary,Issue Type
T-1,implement API endpoint,Story
T-2,Customer can reset a forgotten password,Story
T-3,write tests,Story
T-4,deploy to staging,Bug
";

#[test]
fn a_table_is_checked_without_a_map() -> TestResult {
    let desk = Desk::new()?;
    desk.put("backlog.csv", BACKLOG)?;
    assert_eq!(
        desk.session(&["check backlog.csv"])?,
        "\
$ check backlog.csv
4 PBIs, about 50 % of them technical.

2 look like technical tasks:
  T-1  implement API endpoint
      “endpoint”, “api”, “implement”: this looks like a task of the team. Nobody outside would notice it alone.
  T-3  write tests
      “write”, “tests”: this looks like a task of the team. Nobody outside would notice it alone.

Say what somebody will be able to do once it is done, and keep this as a task below that. Or declare what it is: an enabler, a spike, a bug.
"
    );
    assert_eq!(std::fs::read_dir(desk.path("."))?.count(), 1, "no map was made");
    Ok(())
}

#[test]
fn as_json_each_finding_has_rule_level_key_title_why_and_fix() -> TestResult {
    let desk = Desk::new()?;
    desk.put("backlog.csv", BACKLOG)?;
    let report = desk.run(["check", "backlog.csv", "--format", "json"])?.json()?;
    let finding = &report["findings"][0];
    assert_eq!(finding["rule"], "technical-task");
    assert_eq!(finding["level"], "likely");
    assert_eq!(finding["key"], "T-1");
    assert_eq!(finding["title"], "implement API endpoint");
    assert!(finding["why"].as_str().is_some_and(|why| why.contains("endpoint")));
    assert!(finding["fix"].as_str().is_some_and(|fix| !fix.is_empty()));
    assert!(report["technical_share"].as_f64().is_some_and(|share| (0.4..0.6).contains(&share)));
    assert_eq!(
        report["counts"],
        json!({"checked": 4, "likely": 2, "maybe": 0, "hint": 0, "rules": {"technical-task": 2}})
    );
    Ok(())
}

#[test]
fn without_keys_the_number_of_the_row_says_which_is_meant() -> TestResult {
    let desk = Desk::new()?;
    desk.put("list.csv", "Title,Notes\nPay by card,\"two\nlines\"\n,\nwrite tests,\n")?;
    let report = desk.run(["check", "list.csv", "--format", "json"])?.json()?;
    assert_eq!(report["findings"][0]["key"], "2", "blank rows are none");
    Ok(())
}

#[test]
fn what_people_declared_is_no_finding_and_a_map_is_checked_as_it_is() -> TestResult {
    let desk = Desk::with_map()?;
    desk.put("backlog.csv", BACKLOG)?;
    desk.run(["import", "backlog.csv", "--into", "corner.storymap"])?;
    let keys = || -> crate::desk::Outcome<Vec<String>> {
        let report = desk.run(["check", "corner.storymap", "--format", "json"])?.json()?;
        let findings = report["findings"].as_array().cloned().unwrap_or_default();
        Ok(findings.iter().filter_map(|f| f["key"].as_str().map(str::to_owned)).collect())
    };
    assert_eq!(keys()?, ["T-1", "T-3"]);
    let map = desk.run(["print", "corner.storymap", "--format", "json"])?.json()?;
    let items = map["items"].as_array().cloned().unwrap_or_default();
    let ids: Vec<_> = items.iter().map(|item| item["id"].clone()).collect();
    desk.edit(&[json!({"type": "setKind", "items": ids, "kind": "enabler"})])?;
    assert_eq!(keys()?, [""; 0]);
    Ok(())
}

#[test]
fn in_a_product_for_developers_an_endpoint_is_a_feature() -> TestResult {
    let desk = Desk::new()?;
    desk.put("list.csv", "Issue key,Summary\nD-1,List orders by API\nD-2,write unit tests\n")?;
    let report =
        desk.run(["check", "list.csv", "--format", "json", "--users-are-developers"])?.json()?;
    let findings = report["findings"].as_array().cloned().unwrap_or_default();
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert_eq!(findings[0]["key"], "D-2");
    Ok(())
}

#[test]
fn a_slice_of_what_looks_like_tasks_delivers_pieces() -> TestResult {
    let desk = Desk::with_map()?;
    desk.put(
        "tasks.csv",
        "Issue key,Summary,Fix Version/s\nT-1,implement API endpoint,R1\nT-2,write tests,R1\n",
    )?;
    desk.run(["import", "tasks.csv", "--into", "corner.storymap"])?;
    let slices = desk.run(["slices", "corner.storymap", "--format", "json"])?.json()?;
    assert_eq!((&slices[0]["verdict"], &slices[0]["technical"]), (&json!("pieces"), &json!(2)));
    Ok(())
}

#[test]
fn other_rules_are_hints_with_a_way_out_and_change_no_exit_code() -> TestResult {
    let desk = Desk::new()?;
    desk.put(
        "stories.txt",
        "As a guest, I want to order a drink and rate the barista\nSee the menu\n",
    )?;
    assert_eq!(
        desk.session(&["check stories.txt"])?,
        "\
$ check stories.txt
2 PBIs, about 0 % of them technical.

1 deserves a second look:
  1  As a guest, I want to order a drink and rate the barista
      “order”, “rate”: these are two actions in one PBI.

Make a PBI of each action, and take the one that is needed first.
"
    );
    Ok(())
}

#[test]
fn a_maps_goals_and_backbone_are_checked_too() -> TestResult {
    let desk = Desk::with_map()?;
    desk.edit(&[
        json!({"type": "addGoal", "title": "No queue", "state": "active"}),
        json!({"type": "addActivity", "title": "UI"}),
        json!({"type": "addActivity", "title": "Database"}),
    ])?;
    let report = desk.run(["check", "corner.storymap", "--format", "json"])?.json()?;
    assert_eq!(
        report["counts"]["rules"],
        json!({"backbone-of-layers": 2, "goal-without-measure": 1})
    );
    assert_eq!(report["findings"][0]["title"], "No queue");
    Ok(())
}

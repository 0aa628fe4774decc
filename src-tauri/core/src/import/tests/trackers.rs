//! What other trackers hand out: JSON of GitHub and Trello, Azure DevOps' columns of titles.

use super::*;

fn outcome(text: &str, name: &str) -> ReadOutcome {
    read(text.as_bytes(), name, &Reading::default().into(), &mut |_| true).unwrap()
}

fn brought(text: &str, name: &str) -> Map {
    let map = Map::new();
    map.bring_draft(outcome(text, name).draft);
    map
}

#[test]
fn github_issues_keep_labels_milestones_parents_and_their_task_lists() {
    let json = r#"[
      {"number":1,"title":"Order ahead","labels":[{"name":"epic"}],"state":"OPEN","url":"https://example.com/1"},
      {"number":2,"title":"Browse","body":"Why\n- [x] Menu\n- [ ] Prices, all\n- [link](x)","state":"OPEN",
       "labels":[{"name":"app"},{"name":"menu, long"}],"milestone":{"title":"R1"},"parent":{"number":1}},
      {"number":3,"title":"Slow","labels":["bug"],"state":"CLOSED","stateReason":"COMPLETED","closedAt":"2025-07-14T09:00:00Z"},
      {"number":4,"title":"Never","state":"CLOSED","stateReason":"NOT_PLANNED"},
      {"number":5,"title":"A change","state":"open","pull_request":{"url":"x"}}
    ]"#;
    let map = brought(json, "issues.json");
    assert_eq!(map.backbone(), ["Order ahead: –"]);
    assert_eq!(
        map.items(),
        [
            "Browse in Order ahead | R1 # app, menu long",
            "Slow · bug · Done 2025-07-14 # bug",
            "Never"
        ]
    );
    assert_eq!(map.tasks(), ["Menu · Done of Browse", "Prices, all of Browse"]);
    let read = outcome(json, "issues.json");
    assert_eq!(read.draft.system, "github");
    assert_eq!(read.counts, Counts { rows: 6, items: 3, tasks: 2, structure: 1, skipped: 0 });
    assert_eq!(
        said(&read),
        [
            "1  NoIssues { count: 1 } NotCounted ×1",
            "4 Resolution Undelivered { value: \"Won't do\" } NotDone ×1"
        ]
    );
    let written = map.written();
    map.bring_draft(read.draft);
    assert_eq!(map.written(), written, "again it doubles nothing");
}

#[test]
fn a_github_project_is_read_by_the_content_of_its_items() {
    let json = r#"{"items":[
      {"id":"P1","title":"Browse","status":"In Progress","labels":["app"],
       "content":{"type":"Issue","number":7,"title":"Browse","body":"","url":"https://example.com/7"}},
      {"id":"P2","title":"A change","content":{"type":"PullRequest","number":8,"title":"A change"}},
      {"id":"P3","title":"An idea","status":"Todo","content":{"type":"DraftIssue","title":"An idea"}}
    ],"totalCount":3}"#;
    assert_eq!(brought(json, "project.json").items(), ["Browse # app", "An idea"]);
}

#[test]
fn lists_of_a_trello_board_are_epics_of_their_cards_in_the_order_of_the_board() {
    let json = r#"{"name":"Corner","lists":[
        {"id":"l2","name":"Pay","closed":false,"pos":20.5},{"id":"l1","name":"Order","closed":false,"pos":10},
        {"id":"l3","name":"Gone","closed":true,"pos":1}],
      "cards":[
        {"id":"c1","name":"Second","idList":"l1","closed":false,"pos":2,"labels":[{"name":"","color":"red"}]},
        {"id":"c2","name":"First","idList":"l1","closed":false,"pos":1.5,"dueComplete":true,"idChecklists":["k1"]},
        {"id":"c3","name":"Shut","idList":"l1","closed":true,"pos":1},
        {"id":"c4","name":"By card","idList":"l2","closed":false,"pos":1}],
      "checklists":[{"id":"k1","idCard":"c2","name":"To do","checkItems":[
        {"id":"e2","name":"Form","state":"incomplete","pos":2},{"id":"e1","name":"Ask","state":"complete","pos":1}]}]}"#;
    let map = brought(json, "board.json");
    assert_eq!(map.backbone(), ["Order: –", "Pay: –"]);
    assert_eq!(map.items(), ["First · Done in Order", "Second in Order # red", "By card in Pay"]);
    assert_eq!(map.tasks(), ["Ask · Done of First", "Form of First"]);
    assert_eq!(said(&outcome(json, "board.json")), ["1  NoIssues { count: 2 } NotCounted ×1"]);
}

#[test]
fn json_that_is_broken_or_holds_no_issues_is_refused() {
    let refused = |text: &str| {
        read(text.as_bytes(), "a.json", &Choices::default(), &mut |_| true).map(|_| ()).unwrap_err()
    };
    assert_eq!(refused("{\"lists\": [\n"), ImportError::Malformed { line: 2 });
    assert_eq!(refused("{\"lists\": []}"), ImportError::NotText);
    assert_eq!(refused("[{\"length\": 3}]"), ImportError::NotText);
    assert_eq!(refused("{\"lists\": [], \"cards\": []}"), ImportError::NoRows);
    let deep = format!("{}1{}", "{\"a\":".repeat(100_000), "}".repeat(100_000));
    assert!(matches!(refused(&deep), ImportError::Malformed { .. }), "no stack is deep enough");
}

#[test]
fn a_column_of_titles_per_level_says_what_is_below_what() {
    let csv = "ID,Work Item Type,Title 1,Title 2,Title 3,State\n\
               ,Feature,Order,,,New\n,User Story,,Browse,,New\n,Task,,,Menu,Done\n,User Story,,Choose,,New\n\
               ,Feature,Pay,,,New\n7,User Story,,Browse,,New\n,Task,,,Ask,New\n";
    let map = brought(csv, "azure.csv");
    assert_eq!(map.backbone(), ["Order: –", "Pay: –"]);
    assert_eq!(map.items(), ["Browse in Order", "Choose in Order", "Browse in Pay"]);
    assert_eq!(map.tasks(), ["Menu · Done of Browse", "Ask of Browse"]);
    let written = map.written();
    map.bring_draft(outcome(csv, "azure.csv").draft);
    assert_eq!(map.written(), written);
}

#[test]
fn cells_copied_from_a_spreadsheet_are_a_table_whatever_its_headings() {
    let map =
        brought("Area\tWhat we want\nPay\tPay by card\nPay\tPay in cash now\n", "Pasted list");
    assert_eq!(map.items(), ["Pay by card", "Pay in cash now"]);
}

//! What a person decides about a backlog before it comes in.

use std::collections::BTreeMap;

use super::*;

fn draft(csv: &str, choices: &Choices) -> ReadOutcome {
    let read = read(csv.as_bytes(), "backlog.csv", choices, &mut |_| true).unwrap();
    let Counts { rows, items, tasks, structure, skipped } = read.counts;
    assert_eq!(rows, items + tasks + structure + skipped, "the counts add up");
    let Skipped { tags, left, old, unread } = read.skipped;
    assert_eq!(skipped, tags + left + old + unread, "every skipped row has a reason");
    read
}

fn brought(csv: &str, choices: &Choices) -> Map {
    let map = Map::new();
    map.bring_draft(draft(csv, choices).draft);
    map
}

fn epics(roles: &[(&str, Role)]) -> Choices {
    let epics: BTreeMap<_, _> =
        roles.iter().map(|(key, role)| ((*key).to_owned(), *role)).collect();
    Choices { epics, ..Reading::EpicsAsActivities.into() }
}

const EPICS: &str = "\
Summary,Issue key,Issue Type,Parent
Order ahead,C-1,Epic,
Browse,C-2,Story,C-1
Menu endpoint,C-3,Sub-task,C-2
Collect,C-4,Epic,
Queue,C-5,Story,C-4
Tech debt,C-6,Epic,
Old logs,C-7,Story,C-6
";

#[test]
fn epics_are_listed_with_what_is_below_them_and_what_they_become() {
    let read = draft(EPICS, &epics(&[("C-4", Role::Tag)]));
    let epics: Vec<_> =
        read.epics.iter().map(|epic| (epic.title.as_str(), epic.below, epic.role)).collect();
    assert_eq!(
        epics,
        [
            ("Order ahead", 2, Some(Role::Activity)),
            ("Collect", 1, Some(Role::Tag)),
            ("Tech debt", 1, Some(Role::Activity))
        ]
    );
    let offers: Vec<_> =
        read.offers.iter().map(|offer| (offer.activities, offer.items, offer.tasks)).collect();
    assert_eq!(offers, [(2, 3, 1), (0, 3, 3)], "what comes of each reading, with what was chosen");
}

#[test]
fn an_epic_that_is_a_tag_is_on_its_issues_in_the_tray() {
    let read = draft(EPICS, &epics(&[("C-6", Role::Tag)]));
    assert_eq!(read.skipped, Skipped { tags: 1, ..Skipped::default() });
    let map = brought(EPICS, &epics(&[("C-6", Role::Tag)]));
    assert_eq!(map.backbone(), ["Order ahead: –", "Collect: –"]);
    assert_eq!(map.items(), ["Browse in Order ahead", "Queue in Collect", "Old logs # Tech debt"]);
}

#[test]
fn an_epic_that_is_left_takes_everything_below_it_along() {
    let read = draft(EPICS, &epics(&[("C-1", Role::Leave)]));
    assert_eq!(read.skipped.left, 3);
    let map = brought(EPICS, &epics(&[("C-1", Role::Leave)]));
    assert_eq!((map.tasks(), map.items().len()), (vec![], 2));
}

#[test]
fn an_epic_that_is_a_step_is_one_of_the_activity_above_it_in_the_list() {
    let choices = epics(&[("C-4", Role::Step), ("C-6", Role::Item)]);
    let map = brought(EPICS, &choices);
    assert_eq!(map.backbone(), ["Order ahead: –, Collect"]);
    assert_eq!(map.items(), ["Browse in Order ahead", "Queue in Collect", "Tech debt"]);
    assert_eq!(map.tasks(), ["Menu endpoint of Browse", "Old logs of Tech debt"]);
    let unnamed = epics(&[("C-1", Role::Step), ("C-4", Role::Step), ("C-6", Role::Leave)]);
    let map = brought(EPICS, &unnamed);
    assert_eq!(map.backbone(), ["–: Order ahead, Collect"]);
    let written = map.written();
    map.bring_draft(draft(EPICS, &unnamed).draft);
    assert_eq!(map.written(), written, "again it doubles nothing, the unnamed activity neither");
}

#[test]
fn an_epic_that_is_a_goal_is_over_the_activities_below_it() {
    let csv = "Summary,Issue key,Issue Type,Parent,Description\n\
               Faster,C-1,Initiative,,In 4 minutes\nOrder,C-2,Epic,C-1,\nBrowse,C-3,Story,C-2,\nAsk,C-4,Story,C-1,\n";
    let choices = epics(&[("C-1", Role::Goal)]);
    let map = brought(csv, &choices);
    let goals = "SELECT g.title || ': ' || g.notes || ' over ' || a.title FROM goal g
        JOIN goal_activity t ON t.goal = g.id JOIN activity a ON a.id = t.activity";
    assert_eq!(map.lines(goals, |row| row.get(0)), ["Faster: In 4 minutes over Order"]);
    assert_eq!(map.items(), ["Browse in Order", "Ask"]);
    let written = map.written();
    map.bring_draft(draft(csv, &choices).draft);
    assert_eq!(map.written(), written);
    let renamed = csv.replace("Faster", "Much faster");
    map.bring_draft(draft(&renamed, &choices).draft);
    assert_eq!(map.lines("SELECT title FROM goal", |row| row.get(0)), ["Much faster"]);
}

const AGES: &str = "\
Summary,Issue key,Issue Type,Parent,Status,Resolved
Pay,C-1,Epic,,Done,
Card,C-2,Story,C-1,Done,2024-01-10
Bank,C-3,Sub-task,C-2,To Do,
Collect,C-4,Epic,,To Do,
Queue,C-5,Story,C-4,Done,2024-02-01
Slot,C-6,Story,C-4,Done,2025-06-30
Rest,C-7,Sub-task,C-5,Done,2025-06-30
";

#[test]
fn only_open_and_recent_rows_come_in_where_that_is_wanted() {
    assert_eq!(draft(AGES, &Choices::default()).old, 5);
    let recent = Choices { rows: Rows::OpenAndRecent, ..Reading::EpicsAsActivities.into() };
    let read = draft(AGES, &recent);
    assert_eq!((read.old, read.skipped.old), (5, 5));
    let map = brought(AGES, &recent);
    assert_eq!(map.backbone(), ["Collect: –"], "an epic goes with the last of what is below it");
    assert_eq!(map.items(), ["Slot · Done 2025-06-30 in Collect"]);
}

#[test]
fn slices_and_sprints_are_left_out_where_that_is_wanted_and_stay_on_the_map() {
    let choices = Choices { no_slices: true, no_sprints: true, ..Choices::default() };
    let map = Map::of(BACKLOG);
    let before = (map.items(), map.slices());
    map.bring_draft(draft(BACKLOG, &choices).draft);
    assert_eq!((map.items(), map.slices()), before);
    let map = brought(BACKLOG, &choices);
    assert_eq!(map.slices(), [""; 0]);
    assert!(map.items().iter().all(|item| !item.contains(['@', '|'])), "{:?}", map.items());
}

#[test]
fn any_column_can_be_taken_for_something_else() {
    let csv = "Name,Area,Size,Owner\nPay by card,Pay,3,Ana\nPay cash,Pay,1,Ben\n";
    let read = draft(csv, &Choices::default());
    let holds = |read: &ReadOutcome| -> Vec<_> {
        read.columns.iter().map(|column| (column.heading.clone(), column.holds)).collect()
    };
    assert_eq!(holds(&read)[0], ("Name".into(), Some(Holds::Title)));
    assert_eq!(holds(&read)[1], ("Area".into(), None));
    let columns =
        vec![(1, Some(Holds::Parent)), (2, Some(Holds::Estimate)), (3, Some(Holds::Labels))];
    let map = brought(csv, &Choices { columns, ..Choices::default() });
    assert_eq!(map.backbone(), ["Pay: –"]);
    assert_eq!(map.items(), ["Pay by card · 3 in Pay # Ana", "Pay cash · 1 in Pay # Ben"]);
    let swapped =
        Choices { columns: vec![(3, Some(Holds::Title)), (0, None)], ..Choices::default() };
    assert_eq!(brought(csv, &swapped).items(), ["Ana", "Ben"]);
}

#[test]
fn where_no_heading_names_the_titles_the_first_column_with_words_is_taken_and_said() {
    let csv = "Prio,Wunsch\n1,Mit Karte bezahlen\n2,Bar bezahlen können\n";
    let read = draft(csv, &Choices::default());
    assert_eq!(read.draft.items[1].title, "Bar bezahlen können");
    assert_eq!(said(&read), ["1 Wunsch NoTitleHeading TakenAsTitle ×1"]);
}

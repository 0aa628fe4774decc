use super::*;
use crate::layout::sample::Sample;

fn built(sample: &Sample, across: bool) -> Backbone {
    let view = View::default();
    backbone(&sample.board, &view, None, across, &Metrics::TEAM, &mut Typesetter::shared())
}

fn rows(backbone: &Backbone) -> Vec<(&str, u32, u32, u32, u32)> {
    backbone
        .goals
        .iter()
        .map(|bar| (bar.title.as_str(), bar.first, bar.count, bar.row, bar.more))
        .collect()
}

#[test]
fn columns_stand_by_activity_and_the_last_of_each_ends_it() {
    let mut map = Sample::default();
    let (find, pay) = (map.activity("Find a café"), map.activity(""));
    map.step(pay, "");
    map.step(find, "See what is near");
    map.step(find, "Choose one");
    let backbone = built(&map, true);
    let columns: Vec<_> = backbone
        .columns
        .iter()
        .map(|column| (column.title.as_deref(), column.ends_activity))
        .collect();
    assert_eq!(
        columns,
        [
            (None, false),
            (Some("See what is near"), false),
            (Some("Choose one"), true),
            (None, true)
        ]
    );
    let blocks: Vec<_> = backbone
        .activities
        .iter()
        .map(|block| (block.line.as_str(), block.first, block.count))
        .collect();
    assert_eq!(blocks, [("Find a café", 1, 2), ("", 3, 1)]);
}

#[test]
fn the_active_goal_has_the_upper_row_and_others_take_the_first_where_they_fit() {
    let mut map = Sample::default();
    let activities = ["Find", "Order", "Pay", "Collect"].map(|name| {
        let activity = map.activity(name);
        map.step(activity, "");
        activity
    });
    map.goal("Later one", "", GoalState::Next, &activities[1..2]);
    map.goal("Beside", "", GoalState::Next, &activities[3..4]);
    map.goal("Now", "", GoalState::Active, &activities[0..3]);
    map.goal("No room", "", GoalState::Reached, &activities[1..3]);
    map.goal("Given up", "", GoalState::Abandoned, &activities);
    let backbone = built(&map, false);
    assert_eq!(
        rows(&backbone),
        [("Now", 0, 3, 0, 0), ("Later one", 1, 1, 1, 1), ("Beside", 3, 1, 0, 0)]
    );
    assert_eq!(backbone.goal_rows, 2);
}

#[test]
fn a_bar_names_the_activities_of_its_goal_and_none_of_those_it_passes_over() {
    let mut map = Sample::default();
    let activities = ["Find", "Order", "Pay"].map(|name| {
        let activity = map.activity(name);
        map.step(activity, "");
        activity
    });
    let [find, _, pay] = activities;
    map.goal("Skip the queue", "", GoalState::Active, &[pay, find]);
    let backbone = built(&map, false);
    assert_eq!(rows(&backbone), [("Skip the queue", 0, 3, 0, 0)]);
    assert_eq!(backbone.goals[0].activities, [find, pay]);
}

#[test]
fn a_goal_that_names_no_activity_concerns_them_all() {
    let mut map = Sample::default();
    for name in ["Find", "Order"] {
        let activity = map.activity(name);
        map.step(activity, "");
    }
    map.goal("Skip the queue", "", GoalState::Active, &[]);
    let backbone = built(&map, true);
    assert_eq!(rows(&backbone), [("Skip the queue", 1, 2, 0, 0)]);
    assert!(backbone.goals[0].activities.is_empty());
    assert_eq!(built(&Sample::default(), false).goal_rows, 0);
}

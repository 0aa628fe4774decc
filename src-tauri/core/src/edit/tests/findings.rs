//! What the checks may say of a map: findings set aside, the glossary, who the users are.

use super::*;
use crate::board::About;

fn dismiss(about: About, reason: &str) -> Edit {
    Edit::Dismiss { rule: "vague".into(), about, reason: reason.into() }
}

#[test]
fn a_finding_is_set_aside_for_the_text_that_it_was_about() {
    let mut wall = Wall::new();
    let id = wall.item("Filter");
    let about = About::Item { id };
    wall.after(dismiss(about, "we know what it means"));
    wall.edit(dismiss(about, "everyone knows"));
    let board = wall.board();
    let [dismissal] = board.dismissals.values().collect::<Vec<_>>()[..] else {
        panic!("one for one rule of one row: {:?}", board.dismissals)
    };
    assert_eq!(Some(dismissal.text.clone()), about.text(&board));
    assert_eq!(dismissal.reason, "everyone knows");
    let story = Some("As a guest, I can filter".to_owned());
    wall.edit(Edit::ChangeItem { item: id, title: None, story, notes: None });
    assert_ne!(Some(dismissal.text.clone()), about.text(&wall.board()));
    wall.after(Edit::TakeUp { rule: "vague".into(), about });
    assert!(wall.board().dismissals.is_empty());
}

#[test]
fn every_row_that_findings_are_about_can_be_left_as_it_is() {
    let mut wall = Wall::new();
    let sprint = wall.edit(Edit::AddSprint {
        name: "Sprint 1".into(),
        goal: "A-1, A-2".into(),
        starts_on: None,
        ends_on: None,
        before: None,
    })[0];
    let goal = wall.edit(Edit::AddGoal {
        title: "Nobody queues".into(),
        outcome: String::new(),
        measure: String::new(),
        state: crate::board::GoalState::Active,
        activities: Vec::new(),
        before: None,
    })[0];
    let untitled = wall.edit(Edit::AddActivity { title: None, before: None })[0];
    for about in [
        About::Item { id: wall.item("Sort") },
        About::Goal { id: goal.into() },
        About::Sprint { id: sprint.into() },
        About::Activity { id: untitled.into() },
        About::Activity { id: wall.activity("Pay") },
    ] {
        wall.edit(dismiss(about, ""));
        let board = wall.board();
        let kept = board.dismissals.values().find(|row| row.about == about.row()).unwrap();
        assert_eq!(Some(kept.text.clone()), about.text(&board), "{about:?}");
    }
    let gone = About::Item { id: ItemId::make() };
    assert!(matches!(wall.try_edit(&dismiss(gone, "")), Err(EditError::Gone { .. })));
    let nameless = Edit::Dismiss {
        rule: String::new(),
        about: About::Item { id: wall.item("Sort") },
        reason: String::new(),
    };
    assert!(matches!(wall.try_edit(&nameless), Err(EditError::NoRule)));
}

#[test]
fn the_glossary_has_a_word_once() {
    let mut wall = Wall::new();
    let add = |word: &str| Edit::AddTerm { word: word.into(), meaning: String::new() };
    let term = wall.edit(add("Table"))[0].into();
    assert!(matches!(wall.try_edit(&add("table")), Err(EditError::NameTaken { .. })));
    wall.after(Edit::ChangeTerm {
        term,
        word: Some("table".into()),
        meaning: Some("where guests sit".into()),
    });
    let board = wall.board();
    let row = board.glossary.get(term).unwrap();
    assert_eq!((row.word.as_str(), row.meaning.as_str()), ("table", "where guests sit"));
    wall.after(Edit::RemoveTerm { term });
    assert!(wall.board().glossary.is_empty());
}

#[test]
fn a_map_says_that_its_users_are_developers() {
    let mut wall = Wall::new();
    assert!(!wall.board().users_are_developers);
    wall.after(Edit::SetUsersAreDevelopers { yes: true });
    assert!(wall.board().users_are_developers);
}

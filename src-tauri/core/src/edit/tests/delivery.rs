//! What is recorded of delivery: cover, hypotheses, Increments, feedback, ends.

use super::*;
use crate::board::{CoveredBy, FeedbackId, GoalState, IncrementId, Usable, Value};

impl Wall {
    /// Edits, and that one undo takes back what the board says and redo brings it again.
    fn after_all(&mut self, edit: Edit) -> Board {
        let before = self.board();
        self.edit(edit);
        let after = self.board();
        assert_ne!(before, after, "something is different");
        self.map.undo().unwrap();
        assert_eq!(self.board(), before, "undo takes all of it back");
        self.map.redo().unwrap();
        assert_eq!(self.board(), after, "redo brings all of it back");
        after
    }

    fn cover(&self) -> Vec<(CoveredBy, bool, String)> {
        let board = self.board();
        let mut covers: Vec<_> = board
            .covers
            .values()
            .map(|cover| (cover.how, cover.slice.is_some(), cover.reason.clone()))
            .collect();
        covers.sort();
        covers
    }
}

fn set_cover(wall: &Wall, slice: Option<&str>, how: Option<CoveredBy>, reason: &str) -> Edit {
    let slice = slice.map(|name| wall.slice(name));
    Edit::SetCover { activity: wall.activity("Pay"), slice, how, reason: reason.into() }
}

#[test]
fn an_activity_is_marked_once_for_a_slice_and_once_for_the_map_and_can_be_needed_again() {
    let mut wall = Wall::new();
    wall.after_all(set_cover(&wall, None, Some(CoveredBy::Live), ""));
    wall.after_all(set_cover(&wall, Some("MVP"), Some(CoveredBy::ByHand), "at the counter"));
    wall.after_all(set_cover(&wall, None, Some(CoveredBy::NotNeeded), "free of charge"));
    assert_eq!(
        wall.cover(),
        [
            (CoveredBy::ByHand, true, "at the counter".into()),
            (CoveredBy::NotNeeded, false, "free of charge".into())
        ]
    );
    wall.after_all(set_cover(&wall, Some("MVP"), None, ""));
    assert_eq!(wall.cover(), [(CoveredBy::NotNeeded, false, "free of charge".into())]);
    wall.after_all(Edit::RemoveActivity { activity: wall.activity("Pay") });
    assert!(wall.cover().is_empty(), "what stood for an activity goes with it");
}

#[test]
fn what_a_slice_is_to_show_is_changed_field_by_field() {
    let mut wall = Wall::new();
    let slice = wall.slice("MVP");
    let change = |hypothesis: Option<&str>, measure: Option<&str>, by: Option<&str>| {
        Edit::SetSliceHypothesis {
            slice,
            hypothesis: hypothesis.map(str::to_owned),
            measure: measure.map(str::to_owned),
            measure_by: by.map(str::to_owned),
        }
    };
    wall.after_all(change(Some("Regulars order ahead"), Some("40 a day"), Some("2026-04-01")));
    wall.after_all(change(None, Some("50 a day"), None));
    let said = |wall: &Wall| {
        let board = wall.board();
        let row = board.slices.get(slice).unwrap();
        (row.hypothesis.clone(), row.measure.clone(), row.measure_by.clone())
    };
    let by = Some("2026-04-01".to_owned());
    assert_eq!(said(&wall), ("Regulars order ahead".into(), "50 a day".into(), by));
    wall.after_all(change(None, None, Some("")));
    assert_eq!(said(&wall).2, None);
    let refused = wall.try_edit(&change(None, None, Some("soon")));
    assert!(matches!(refused, Err(EditError::NoDay { .. })));
}

#[test]
fn a_goal_ends_with_what_it_taught() {
    let mut wall = Wall::new();
    let goal = wall.edit(Edit::AddGoal {
        title: "Nobody queues".into(),
        outcome: String::new(),
        measure: String::new(),
        state: GoalState::Active,
        activities: Vec::new(),
        before: None,
    })[0];
    let board = wall.after_all(Edit::EndGoal {
        goal: goal.into(),
        state: Some(GoalState::Reached),
        ended_on: Some("2026-05-04".into()),
        learned: Some("People come back for the time, not for the price.".into()),
    });
    let goal = board.goals.get(goal.into()).unwrap();
    assert_eq!((goal.state, goal.ended_on.as_deref()), (GoalState::Reached, Some("2026-05-04")));
    assert!(goal.learned.starts_with("People"));
}

#[test]
fn a_sprint_that_ends_says_what_was_done_and_what_went_back_and_lets_its_tasks_go() {
    let mut wall = Wall::new();
    let sprint = SprintId(
        wall.edit(Edit::AddSprint {
            name: "Sprint 1".into(),
            goal: String::new(),
            starts_on: None,
            ends_on: Some("2026-03-13".into()),
            before: None,
        })[0],
    );
    let items = ["Find by name", "Filter", "By card"].map(|title| wall.item(title));
    wall.edit(Edit::SelectForSprint { sprint, items: items.into() });
    wall.edit(Edit::LeaveSprint { sprint, items: vec![items[2]], left_as: Some(Left::Returned) });
    let done = |items: Vec<ItemId>| Edit::SetDone { items, done: true, done_on: None };
    wall.edit(done(vec![items[0], items[2]]));
    for title in ["api", "form"] {
        wall.edit(Edit::AddTask {
            title: title.into(),
            item: Some(wall.item("Sort")),
            before: None,
        });
    }
    let tasks = ["api", "form"].map(|title| wall.task(title));
    wall.edit(Edit::PullTasksIntoSprint { tasks: tasks.into(), sprint: Some(sprint) });
    wall.edit(Edit::SetTasksDone { tasks: vec![tasks[1]], done: true, done_on: None });

    let board = wall.after_all(Edit::EndSprint { sprint, ended_on: "2026-03-12".into() });
    let left = |item: ItemId| board.sprint_items.iter().find(|stay| stay.item == item).unwrap();
    assert_eq!(left(items[0]).left_as, Some(Left::Done));
    assert_eq!(left(items[1]).left_as, Some(Left::Returned));
    assert_eq!(left(items[2]).left_as, Some(Left::Returned), "what left before stays as it was");
    assert_eq!(board.tasks.get(tasks[0]).unwrap().sprint, None);
    assert_eq!(board.tasks.get(tasks[1]).unwrap().sprint, Some(sprint), "what it finished");
    let row = board.sprints.get(sprint).unwrap();
    assert_eq!(row.ended_on.as_deref(), Some("2026-03-12"));
    assert!(row.is_over("2026-03-12".parse().unwrap()), "it is over although its last day is not");
}

fn an_increment(wall: &mut Wall) -> IncrementId {
    let made = wall.edit(Edit::AddIncrement {
        title: "Orders by name".into(),
        items: vec![wall.item("Find by name"), wall.item("By card")],
        slice: Some(wall.slice("MVP")),
        sprint: None,
        made_on: "2026-03-06".into(),
        usable: None,
        learned: String::new(),
    });
    made[0].into()
}

#[test]
fn an_increment_keeps_what_it_consists_of_and_what_became_of_it() {
    let mut wall = Wall::new();
    let increment = an_increment(&mut wall);
    let board = wall.after_all(Edit::ChangeIncrement {
        increment,
        title: None,
        made_on: None,
        released_on: Some("2026-03-09".into()),
        usable: Some(Usable::Yes),
        value: Some(Value::Refuted),
        learned: Some("They pay at the counter anyway.".into()),
    });
    let row = board.increments.get(increment).unwrap();
    assert_eq!((row.usable, row.value), (Usable::Yes, Value::Refuted));
    assert_eq!(row.title.as_str(), "Orders by name");
    assert_eq!(board.increment_items.len(), 2);
    let items = vec![wall.item("Find by name")];
    assert_eq!(
        wall.after_all(Edit::SetIncrementItems { increment, items }).increment_items.len(),
        1
    );
    let board = wall.after_all(Edit::RemoveSlice { slice: wall.slice("MVP") });
    assert_eq!(board.increments.get(increment).unwrap().slice, None, "it was made all the same");
    let board = wall.after_all(Edit::RemoveIncrement { increment });
    assert!(board.increments.is_empty() && board.increment_items.is_empty());
}

#[test]
fn feedback_is_answered_by_a_pbi_or_by_a_reason_and_can_be_open_again() {
    let mut wall = Wall::new();
    let increment = an_increment(&mut wall);
    let feedback: FeedbackId = wall.edit(Edit::AddFeedback {
        text: " I cannot find oat milk. ".into(),
        who: "a regular".into(),
        increment: Some(increment),
        item: None,
        given_on: "2026-03-10".into(),
    })[0]
        .into();
    let answer = |item: Option<ItemId>, reason: &str, on: &str| Edit::AnswerFeedback {
        feedback,
        item,
        title: None,
        reason: reason.into(),
        on: on.into(),
    };
    let board = wall.after_all(answer(Some(wall.item("Filter")), "", "2026-03-12"));
    let row = board.feedback.get(feedback).unwrap();
    assert_eq!(row.text, "I cannot find oat milk.");
    assert!(row.is_answered() && row.answered_on.as_deref() == Some("2026-03-12"));
    let board = wall.after_all(Edit::RemoveItems { items: vec![wall.item("Filter")] });
    assert!(!board.feedback.get(feedback).unwrap().is_answered(), "its answer is gone");
    let board = wall.after_all(answer(None, "The menu has none.", "2026-03-13"));
    assert!(board.feedback.get(feedback).unwrap().is_answered());
    let board = wall.after_all(answer(None, "", ""));
    let row = board.feedback.get(feedback).unwrap();
    assert!(!row.is_answered() && row.answered_on.is_none());
    assert!(matches!(wall.try_edit(&answer(None, "No.", "")), Err(EditError::NoDay { .. })));
    let board = wall.after_all(Edit::RemoveIncrement { increment });
    assert_eq!(board.feedback.get(feedback).unwrap().increment, None, "what was said stays");
}

#[test]
fn a_new_pbi_answers_feedback_and_stands_in_later_beside_what_it_is_about() {
    let mut wall = Wall::new();
    let increment = an_increment(&mut wall);
    let feedback: FeedbackId = wall.edit(Edit::AddFeedback {
        text: "Where is my order?".into(),
        who: String::new(),
        increment: Some(increment),
        item: None,
        given_on: "2026-03-10".into(),
    })[0]
        .into();
    let made = wall.edit(Edit::AnswerFeedback {
        feedback,
        item: None,
        title: Some("See my place in the queue".into()),
        reason: String::new(),
        on: "2026-03-12".into(),
    });
    let board = wall.board();
    let item = board.items.get(made[0].into()).unwrap();
    assert_eq!(board.feedback.get(feedback).unwrap().answer_item, Some(item.id));
    let about = board.items.get(wall.item("Find by name")).unwrap();
    assert_eq!((item.step, item.slice), (about.step, None));
}

#[test]
fn a_pbi_that_is_let_go_lies_in_the_tray_with_all_that_it_is() {
    let mut wall = Wall::new();
    let item = wall.item("Find by name");
    let sprint: SprintId = wall.edit(Edit::AddSprint {
        name: "Sprint 1".into(),
        goal: String::new(),
        starts_on: None,
        ends_on: None,
        before: None,
    })[0]
        .into();
    wall.edit(Edit::SelectForSprint { sprint, items: vec![item] });
    let before = wall.board().items.get(item).unwrap().clone();
    let board = wall.after_all(Edit::LetGo { items: vec![item] });
    let row = board.items.get(item).unwrap();
    assert!(Board::in_tray(row, &board.planned_in_sprints()));
    assert_eq!((&row.title, &row.story, row.kind), (&before.title, &before.story, before.kind));
}

#[test]
fn a_period_does_not_end_before_it_starts() {
    let mut wall = Wall::new();
    let add = |from: &str, to: &str| Edit::AddPeriod {
        name: "Pulled tasks".into(),
        starts_on: from.into(),
        ends_on: to.into(),
    };
    let refused = wall.try_edit(&add("2026-03-02", "2026-03-01"));
    assert!(matches!(refused, Err(EditError::EndsBeforeItStarts)));
    let board = wall.after_all(add("2026-03-02", "2026-03-02"));
    let period = board.periods.iter().next().unwrap().id;
    let refused = wall.try_edit(&Edit::ChangePeriod {
        period,
        name: None,
        starts_on: Some("2026-03-03".into()),
        ends_on: None,
    });
    assert!(matches!(refused, Err(EditError::EndsBeforeItStarts)));
    wall.after_all(Edit::RemovePeriod { period });
}

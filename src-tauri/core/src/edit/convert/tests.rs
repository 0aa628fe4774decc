//! Every pair of levels: the row keeps its id and its words, and what stood below it stays on the map.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use tempfile::TempDir;

use super::*;
use crate::board::{Board, Kind, Place, SliceId};
use crate::document::Document;
use crate::edit::{Edit, NotesOf};

/// Goal Fast over Order; activities Order (Choose, Confirm) and Collect (untitled step); slice First.
struct Wall {
    map: Document,
    _folder: TempDir,
}

impl Wall {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let map = Document::create(&folder.path().join("wall.storymap"), "Wall").unwrap();
        let mut wall = Self { map, _folder: folder };
        let order = wall.edit(&Edit::AddActivity { title: Some("Order".into()), before: None });
        let choose = StepId(order[1]);
        wall.edit(&Edit::RenameStep { step: choose, title: "Choose".into() });
        let activity = ActivityId(order[0]);
        wall.edit(&Edit::AddStep { activity, title: Some("Confirm".into()), before: None });
        wall.edit(&Edit::AddActivity { title: Some("Collect".into()), before: None });
        wall.edit(&Edit::AddGoal {
            title: "Fast".into(),
            outcome: "No queue".into(),
            measure: "4 minutes".into(),
            state: crate::board::GoalState::Active,
            activities: vec![activity],
            before: None,
        });
        let made = wall.edit(&Edit::AddSlice {
            name: "First".into(),
            outcome: String::new(),
            before: None,
        });
        let to = Place { step: Some(choose), slice: Some(SliceId(made[0])), before: None };
        let item = wall.edit(&Edit::AddItem { title: "Choose size".into(), to, sprint: None });
        let item = ItemId(item[0]);
        wall.edit(&Edit::ChangeItem {
            item,
            title: None,
            story: Some("As a commuter I want my size".into()),
            notes: Some("S, M, L".into()),
        });
        wall.edit(&Edit::AddCriterion { item, text: "M is preset".into(), before: None });
        for title in ["Size picker", "Store size"] {
            wall.edit(&Edit::AddTask { title: title.into(), item: Some(item), before: None });
        }
        wall
    }

    fn edit(&mut self, edit: &Edit) -> Vec<Uuid> {
        self.map.edit(edit).unwrap().created
    }

    fn board(&self) -> Board {
        self.map.read_board().unwrap()
    }

    fn id(&self, title: &str) -> Uuid {
        let board = self.board();
        let named = |there: &str| there == title;
        let items = board.items.iter().filter(|row| named(&row.title)).map(|row| row.id.0);
        let tasks = board.tasks.iter().filter(|row| named(&row.title)).map(|row| row.id.0);
        let goals = board.goals.iter().filter(|row| named(&row.title)).map(|row| row.id.0);
        let steps = board.steps.iter().filter(|row| row.title.as_deref().is_some_and(named));
        let activities =
            board.activities.iter().filter(|row| row.title.as_deref().is_some_and(named));
        items
            .chain(tasks)
            .chain(goals)
            .chain(steps.map(|row| row.id.0))
            .chain(activities.map(|row| row.id.0))
            .next()
            .unwrap()
    }

    fn convert(&mut self, title: &str, to: Level) -> Uuid {
        let id = self.id(title);
        self.edit(&Edit::Convert { rows: vec![id], to, item: None });
        id
    }

    fn step_of(&self, title: &str) -> Option<String> {
        let board = self.board();
        let step = board.items.get(ItemId(self.id(title))).unwrap().step?;
        let step = board.steps.get(step).unwrap();
        let activity = board.activities.get(step.activity).unwrap();
        let name = |title: &Option<crate::board::Title>| {
            title.as_ref().map_or_else(|| "untitled".to_owned(), ToString::to_string)
        };
        Some(format!("{} › {}", name(&activity.title), name(&step.title)))
    }
}

/// Every text of a board, wherever it stands.
fn words(board: &Board) -> String {
    let mut words = String::new();
    for row in board.items.iter() {
        words += &format!("{} {} {} ", row.title, row.story, row.notes);
    }
    for row in board.tasks.iter() {
        words += &format!("{} {} ", row.title, row.notes);
    }
    for row in board.goals.iter() {
        words += &format!("{} {} {} {} ", row.title, row.outcome, row.measure, row.notes);
    }
    for row in board.activities.iter() {
        words += &format!("{:?} {} ", row.title, row.notes);
    }
    for row in board.steps.iter() {
        words += &format!("{:?} {} ", row.title, row.notes);
    }
    for row in board.criteria.iter() {
        words += &row.text;
    }
    words
}

#[test]
fn whatever_becomes_whatever_no_word_and_no_card_is_lost_and_one_undo_takes_it_back() {
    let cards = ["Choose size", "Size picker", "Choose", "Confirm", "Order", "Collect", "Fast"];
    let said = ["No queue", "4 minutes", "As a commuter", "S, M, L", "M is preset", "Store size"];
    for card in cards {
        for to in [Level::Goal, Level::Activity, Level::Step, Level::Item, Level::Task, Level::Note]
        {
            let mut wall = Wall::new();
            let before = wall.board();
            let id = wall.convert(card, to);
            let board = wall.board();
            let there = match to {
                Level::Goal => board.goals.get(id.into()).is_some(),
                Level::Activity => board.activities.get(id.into()).is_some(),
                Level::Step => board.steps.get(id.into()).is_some(),
                Level::Item => board.items.get(id.into()).is_some_and(|row| row.kind.is_none()),
                Level::Note => {
                    board.items.get(id.into()).is_some_and(|row| row.kind == Some(Kind::Note))
                }
                Level::Task => board.tasks.get(id.into()).is_some(),
            };
            assert!(there, "{card} is a {to:?}, by its id");
            let words = words(&board);
            for word in cards.iter().chain(&said) {
                assert!(words.contains(word), "{card} → {to:?} keeps {word}: {words}");
            }
            for activity in board.activities.iter() {
                let steps = board.steps.iter().filter(|step| step.activity == activity.id);
                assert!(steps.count() > 0, "{card} → {to:?}: an activity has a step");
            }
            if board != before {
                wall.map.undo().unwrap();
            }
            assert_eq!(wall.board(), before, "{card} → {to:?}, undone");
        }
    }
}

#[test]
fn a_pbi_that_becomes_a_step_holds_its_tasks_as_pbis_in_its_slice() {
    let mut wall = Wall::new();
    wall.convert("Choose size", Level::Step);
    assert_eq!(wall.step_of("Size picker").as_deref(), Some("Order › Choose size"));
    let board = wall.board();
    assert!(board.items.iter().all(|item| item.slice.is_some()));
    let columns: Vec<_> =
        board.columns().iter().map(|step| step.title.as_ref().map(ToString::to_string)).collect();
    assert_eq!(columns[..2], [Some("Choose".into()), Some("Choose size".to_owned())]);
}

#[test]
fn a_step_that_becomes_a_pbi_leaves_its_pbis_to_its_neighbour() {
    let mut wall = Wall::new();
    wall.convert("Choose", Level::Item);
    assert_eq!(wall.step_of("Choose size").as_deref(), Some("Order › Confirm"));
    assert_eq!(wall.step_of("Choose").as_deref(), Some("Order › Confirm"));
}

#[test]
fn a_step_that_becomes_an_activity_takes_its_pbis_along() {
    let mut wall = Wall::new();
    wall.convert("Choose", Level::Activity);
    assert_eq!(wall.step_of("Choose size").as_deref(), Some("Choose › untitled"));
}

#[test]
fn an_activity_that_becomes_a_step_goes_to_its_neighbour_with_its_steps() {
    let mut wall = Wall::new();
    wall.convert("Order", Level::Step);
    assert_eq!(wall.step_of("Choose size").as_deref(), Some("Collect › Choose"));
}

#[test]
fn a_task_that_becomes_a_pbi_stands_beside_its_pbi() {
    let mut wall = Wall::new();
    let id = wall.convert("Size picker", Level::Item);
    let board = wall.board();
    let (task, of) = (board.items.get(id.into()).unwrap(), wall.id("Choose size"));
    let of = board.items.get(of.into()).unwrap();
    assert_eq!((task.step, task.slice), (of.step, of.slice));
    assert!(task.rank > of.rank);
}

#[test]
fn a_pbi_that_becomes_a_task_of_another_brings_its_own_tasks() {
    let mut wall = Wall::new();
    let to = Place { step: None, slice: None, before: None };
    let other =
        ItemId(wall.edit(&Edit::AddItem { title: "Order ahead".into(), to, sprint: None })[0]);
    let rows = vec![wall.id("Choose size")];
    wall.edit(&Edit::Convert { rows, to: Level::Task, item: Some(other) });
    let board = wall.board();
    let below: Vec<_> = board.tasks.iter().filter(|task| task.item == Some(other)).collect();
    assert_eq!(below.len(), 3);
    assert_eq!(below[0].title.to_string(), "Choose size");
}

#[test]
fn an_untitled_step_needs_a_name_to_become_a_pbi() {
    let mut wall = Wall::new();
    let board = wall.board();
    let untitled = board.steps.iter().find(|step| step.title.is_none()).unwrap().id.0;
    let edit = Edit::Convert { rows: vec![untitled], to: Level::Item, item: None };
    assert!(matches!(wall.map.edit(&edit), Err(EditError::Title { .. })));
    assert_eq!(wall.board(), board);
}

#[test]
fn notes_of_a_step_go_with_it() {
    let mut wall = Wall::new();
    let row = NotesOf::Step(StepId(wall.id("Confirm")));
    wall.edit(&Edit::SetNotes { row, notes: "By phone".into() });
    let id = wall.convert("Confirm", Level::Item);
    assert_eq!(wall.board().items.get(id.into()).unwrap().notes, "By phone");
}

//! What each edit means, drawn as text before and after, and that one undo takes it back.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::needless_pass_by_value,
    reason = "a test that cannot go on has failed"
)]

use tempfile::TempDir;
use uuid::Uuid;

use super::{Edit, EditError, Noun};
use crate::board::{
    ActivityId, Board, ItemId, Kind, Left, Place, SliceId, SprintId, StepId, TaskId, Title,
    TitleError,
};
use crate::document::Document;

mod delivery;
mod findings;

/// A map on the wall: activities Search (Find) and Pay (Card, Receipt), slices MVP and Next.
struct Wall {
    map: Document,
    _folder: TempDir,
}

impl Wall {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let map = Document::create(&folder.path().join("wall.storymap"), "Wall").unwrap();
        let mut wall = Self { map, _folder: folder };
        for (activity, steps) in [("Search", &["Find"][..]), ("Pay", &["Card", "Receipt"])] {
            let made = wall.edit(Edit::AddActivity { title: Some(activity.into()), before: None });
            let activity = ActivityId(made[0]);
            wall.edit(Edit::RenameStep { step: made[1].into(), title: steps[0].into() });
            for step in &steps[1..] {
                wall.edit(Edit::AddStep { activity, title: Some((*step).into()), before: None });
            }
        }
        for name in ["MVP", "Next"] {
            wall.edit(Edit::AddSlice { name: name.into(), outcome: String::new(), before: None });
        }
        for (title, step, slice) in [
            ("Find by name", "Find", "MVP"),
            ("Filter", "Find", ""),
            ("Sort", "Find", ""),
            ("By card", "Card", "MVP"),
            ("Invoice", "Receipt", ""),
        ] {
            let to = wall.place(step, slice, None);
            wall.edit(Edit::AddItem { title: title.into(), to, sprint: None });
        }
        wall
    }

    fn board(&self) -> Board {
        self.map.read_board().unwrap()
    }

    fn try_edit(&mut self, edit: &Edit) -> Result<Vec<Uuid>, EditError> {
        Ok(self.map.edit(edit)?.created)
    }

    fn edit(&mut self, edit: Edit) -> Vec<Uuid> {
        self.try_edit(&edit).unwrap_or_else(|error| panic!("{edit:?}: {error}"))
    }

    fn item(&self, title: &str) -> ItemId {
        self.board().items.iter().find(|item| item.title.as_str() == title).unwrap().id
    }

    fn task(&self, title: &str) -> TaskId {
        self.board().tasks.iter().find(|task| task.title.as_str() == title).unwrap().id
    }

    fn step(&self, title: &str) -> StepId {
        let named = |own: Option<&Title>| own.is_some_and(|own| own.as_str() == title);
        self.board().steps.iter().find(|step| named(step.title.as_ref())).unwrap().id
    }

    fn activity(&self, title: &str) -> ActivityId {
        let named = |own: Option<&Title>| own.is_some_and(|own| own.as_str() == title);
        self.board().activities.iter().find(|row| named(row.title.as_ref())).unwrap().id
    }

    fn slice(&self, name: &str) -> SliceId {
        self.board().slices.iter().find(|slice| slice.name.as_str() == name).unwrap().id
    }

    fn place(&self, step: &str, slice: &str, before: Option<&str>) -> Place {
        Place {
            step: (!step.is_empty()).then(|| self.step(step)),
            slice: (!slice.is_empty()).then(|| self.slice(slice)),
            before: before.map(|title| self.item(title)),
        }
    }

    /// The map in lines: the backbone, then `band / step: cards` for every cell with cards.
    fn drawn(&self) -> String {
        let board = self.board();
        let steps = board.columns();
        let mut lines = vec![
            board
                .activities
                .iter()
                .map(|activity| {
                    let steps = steps.iter().filter(|step| step.activity == activity.id);
                    let steps: Vec<_> = steps.map(|step| name_of(step.title.as_ref())).collect();
                    format!("{}({})", name_of(activity.title.as_ref()), steps.join(" "))
                })
                .collect::<Vec<_>>()
                .join(" "),
        ];
        let bands = board.slices.iter().map(|slice| (Some(slice.id), slice.name.to_string()));
        for (slice, band) in bands.chain([(None, "Later".to_owned())]) {
            for column in steps.iter().map(|step| Some(*step)).chain([None]) {
                let cards: Vec<_> = board
                    .items
                    .iter()
                    .filter(|item| item.slice == slice && item.step == column.map(|step| step.id))
                    .map(|item| item.title.as_str())
                    .collect();
                if !cards.is_empty() {
                    let step = column.map_or("no step", |step| name_of(step.title.as_ref()));
                    lines.push(format!("{band} / {step}: {}", cards.join(", ")));
                }
            }
        }
        lines.join("\n")
    }

    /// Edits, says what came of it, and that one undo takes all of it back.
    fn after(&mut self, edit: Edit) -> String {
        let (before, board) = (self.drawn(), self.board());
        self.edit(edit);
        let after = self.drawn();
        self.map.undo().unwrap();
        assert_eq!((self.drawn(), self.board()), (before, board), "undo takes all of it back");
        self.map.redo().unwrap();
        assert_eq!(self.drawn(), after, "redo brings all of it back");
        after
    }
}

fn name_of(title: Option<&Title>) -> &str {
    title.map_or("?", |title| title.as_str())
}

const WALL: &str = "\
Search(Find) Pay(Card Receipt)
MVP / Find: Find by name
MVP / Card: By card
Later / Find: Filter, Sort
Later / Receipt: Invoice";

#[test]
fn cards_dropped_into_a_cell_lie_in_the_order_picked_in_front_of_the_card_under_the_drop_line() {
    let mut wall = Wall::new();
    assert_eq!(wall.drawn(), WALL);
    let items = vec![wall.item("Sort"), wall.item("Filter")];
    let to = wall.place("Card", "MVP", Some("By card"));
    assert_eq!(
        wall.after(Edit::MoveItems { items, to }),
        "Search(Find) Pay(Card Receipt)\n\
         MVP / Find: Find by name\n\
         MVP / Card: Sort, Filter, By card\n\
         Later / Receipt: Invoice"
    );
}

#[test]
fn a_card_dropped_where_it_was_leaves_no_change_in_the_history() {
    let mut wall = Wall::new();
    let changes = wall.map.history().unwrap().len();
    for before in [None, Some("Sort")] {
        let items = vec![wall.item("Sort")];
        let to = wall.place("Find", "", before);
        wall.edit(Edit::MoveItems { items, to });
    }
    let (items, to) = (vec![wall.item("Filter")], wall.place("Find", "", Some("Sort")));
    wall.edit(Edit::MoveItems { items, to });
    let (items, to) = (vec![wall.item("Filter"), wall.item("Sort")], wall.place("Find", "", None));
    wall.edit(Edit::MoveItems { items, to });
    wall.edit(Edit::MoveSlice { slice: wall.slice("Next"), before: None });
    wall.edit(Edit::MoveActivity {
        activity: wall.activity("Search"),
        before: Some(wall.activity("Pay")),
    });
    wall.edit(Edit::MoveStep {
        step: wall.step("Card"),
        activity: wall.activity("Pay"),
        before: Some(wall.step("Receipt")),
    });
    assert_eq!(wall.map.history().unwrap().len(), changes);
    assert_eq!(wall.drawn(), WALL);
}

#[test]
fn a_step_that_goes_leaves_its_cards_on_the_map() {
    let mut wall = Wall::new();
    assert_eq!(
        wall.after(Edit::RemoveStep { step: wall.step("Card") }),
        "Search(Find) Pay(Receipt)\n\
         MVP / Find: Find by name\n\
         MVP / no step: By card\n\
         Later / Find: Filter, Sort\n\
         Later / Receipt: Invoice"
    );
    assert_eq!(
        wall.after(Edit::RemoveActivity { activity: wall.activity("Search") }),
        "Pay(Receipt)\n\
         MVP / no step: Find by name, By card\n\
         Later / Receipt: Invoice\n\
         Later / no step: Filter, Sort"
    );
}

#[test]
fn an_activity_left_without_steps_goes() {
    let mut wall = Wall::new();
    let (step, activity) = (wall.step("Find"), wall.activity("Pay"));
    let moved = Edit::MoveStep { step, activity, before: Some(wall.step("Receipt")) };
    assert!(wall.after(moved).starts_with("Pay(Card Find Receipt)\n"));
    for step in ["Find", "Card", "Receipt"] {
        wall.edit(Edit::RemoveStep { step: wall.step(step) });
    }
    assert!(wall.board().activities.is_empty());
}

#[test]
fn activities_and_slices_change_places_with_all_that_is_in_them() {
    let mut wall = Wall::new();
    let (activity, before) = (wall.activity("Pay"), Some(wall.activity("Search")));
    let after = wall.after(Edit::MoveActivity { activity, before });
    assert!(after.starts_with("Pay(Card Receipt) Search(Find)\nMVP / Card: By card\n"), "{after}");
    let (slice, before) = (wall.slice("Next"), Some(wall.slice("MVP")));
    wall.after(Edit::MoveSlice { slice, before });
    let names: Vec<_> = wall.board().slices.iter().map(|slice| slice.name.to_string()).collect();
    assert_eq!(names, ["Next", "MVP"]);
}

#[test]
fn a_slice_that_goes_sends_its_cards_to_later_or_the_tray_and_its_tasks_back_to_their_cards() {
    let mut wall = Wall::new();
    let item = Some(wall.item("Filter"));
    wall.edit(Edit::AddTask { title: "Index".into(), item, before: None });
    let (tasks, slice) = (vec![wall.task("Index")], Some(wall.slice("MVP")));
    wall.edit(Edit::PullTasks { tasks, slice });
    let (items, to) = (vec![wall.item("By card")], wall.place("", "MVP", None));
    wall.edit(Edit::MoveItems { items, to });
    assert_eq!(
        wall.after(Edit::RemoveSlice { slice: wall.slice("MVP") }),
        "Search(Find) Pay(Card Receipt)\n\
         Later / Find: Find by name, Filter, Sort\n\
         Later / Receipt: Invoice\n\
         Later / no step: By card"
    );
    let board = wall.board();
    assert_eq!(board.tasks.iter().next().unwrap().slice, None);
    let by_card = board.items.get(wall.item("By card")).unwrap();
    assert!(Board::in_tray(by_card, &board.planned_in_sprints()));
}

#[test]
fn a_task_pulled_into_the_slice_of_its_own_card_is_not_pulled_alone() {
    let mut wall = Wall::new();
    let item = Some(wall.item("By card"));
    wall.edit(Edit::AddTask { title: "Form".into(), item, before: None });
    for (name, alone) in [("MVP", false), ("Next", true)] {
        let (tasks, slice) = (vec![wall.task("Form")], Some(wall.slice(name)));
        wall.edit(Edit::PullTasks { tasks, slice });
        assert_eq!(wall.board().tasks.iter().next().unwrap().slice.is_some(), alone, "{name}");
    }
    let (tasks, item) = (vec![wall.task("Form")], Some(wall.item("Sort")));
    wall.after(Edit::MoveTasks { tasks, item, before: None });
    let board = wall.board();
    let form = board.tasks.iter().next().unwrap();
    assert_eq!((form.item, form.slice), (Some(wall.item("Sort")), None), "it came back whole");
}

#[test]
fn tasks_stand_in_the_order_in_which_they_were_put() {
    let mut wall = Wall::new();
    let item = Some(wall.item("Sort"));
    for title in ["One", "Two", "Three"] {
        wall.edit(Edit::AddTask { title: title.into(), item, before: None });
    }
    let (tasks, before) = (vec![wall.task("Three"), wall.task("Two")], Some(wall.task("One")));
    wall.after(Edit::MoveTasks { tasks, item, before });
    let titles = |wall: &Wall| {
        wall.board().tasks.iter().map(|task| task.title.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(titles(&wall), ["Three", "Two", "One"]);
    let (changes, tasks) = (wall.map.history().unwrap().len(), vec![wall.task("Two")]);
    wall.edit(Edit::MoveTasks { tasks, item, before: Some(wall.task("One")) });
    assert_eq!(wall.map.history().unwrap().len(), changes, "it lay there");
}

#[test]
fn a_sprint_remembers_how_cards_left_it() {
    let mut wall = Wall::new();
    let made = wall.edit(Edit::AddSprint {
        name: "Sprint 1".into(),
        goal: "Find anything".into(),
        starts_on: Some("2026-03-02".into()),
        ends_on: None,
        before: None,
    });
    let (sprint, items) = (SprintId(made[0]), vec![wall.item("Sort"), wall.item("Filter")]);
    wall.after(Edit::SelectForSprint { sprint, items: items.clone() });
    let left_as = Some(Left::Returned);
    wall.after(Edit::LeaveSprint { sprint, items: items[..1].to_vec(), left_as });
    let stays = |wall: &Wall| {
        let board = wall.board();
        board.sprint_items.iter().map(|stay| (stay.item, stay.left_as)).collect::<Vec<_>>()
    };
    assert_eq!(stays(&wall), [(items[0], left_as), (items[1], None)]);
    wall.after(Edit::SelectForSprint { sprint, items: items.clone() });
    assert_eq!(stays(&wall), [(items[0], None), (items[1], None)], "selected again, not twice");
    wall.after(Edit::RemoveSprint { sprint });
    assert!(wall.board().sprint_items.is_empty());
    assert!(wall.drawn().ends_with(WALL.split_once('\n').unwrap().1), "no card moved");
}

#[test]
fn a_card_moved_into_a_sprint_stands_in_that_one_alone_and_keeps_its_slice() {
    let mut wall = Wall::new();
    let mut sprint = |name: &str, starts_on: Option<&str>| {
        let starts_on = starts_on.map(str::to_owned);
        let add = Edit::AddSprint {
            name: name.into(),
            goal: String::new(),
            starts_on,
            ends_on: None,
            before: None,
        };
        SprintId(wall.edit(add)[0])
    };
    let (begun, ahead) = (sprint("Sprint 1", Some("2020-03-02")), sprint("Sprint 2", None));
    let (card, find) = (wall.step("Card"), wall.step("Find"));
    let (item, sort) = (wall.item("Find by name"), wall.item("Sort"));
    let slice = wall.board().items.get(item).unwrap().slice;
    assert!(slice.is_some());
    let mut to = |items: &[ItemId], step, sprint, before| {
        let edit =
            Edit::MoveItemsInSprint { items: items.to_vec(), step: Some(step), sprint, before };
        wall.after(edit);
        wall.board()
    };
    let board = to(&[item], card, Some(ahead), None);
    let row = board.items.get(item).unwrap();
    assert_eq!((row.step, row.slice), (Some(card), slice));
    assert_eq!(board.sprint_of_items().get(&item), Some(&ahead));

    let board = to(&[item], card, Some(begun), None);
    assert_eq!(board.sprint_of_items().get(&item), Some(&begun));
    assert_eq!(board.sprint_items.len(), 1, "a Sprint that is ahead forgets it");

    let board = to(&[item], find, None, None);
    assert!(board.sprint_of_items().is_empty());
    let left: Vec<_> = board.sprint_items.iter().map(|stay| stay.left_as).collect();
    assert_eq!(left, [Some(Left::Returned)], "a Sprint that has begun remembers it");

    let board = to(&[sort, item], find, Some(ahead), Some(item));
    let order: Vec<_> = board
        .items
        .iter()
        .filter(|each| [item, sort].contains(&each.id))
        .map(|each| each.id)
        .collect();
    assert_eq!(order, [sort, item]);
    let again = wall.map.edit(&Edit::MoveItemsInSprint {
        items: vec![sort, item],
        step: Some(find),
        sprint: Some(ahead),
        before: None,
    });
    assert_eq!(again.unwrap().change, None, "what lies there already is left alone");
}

#[test]
fn a_tag_is_made_with_its_first_card_and_goes_with_its_last() {
    let mut wall = Wall::new();
    let items = vec![wall.item("Sort"), wall.item("Filter")];
    let tag = || "legal".to_owned();
    let made = wall.edit(Edit::TagItems { items: items.clone(), tag: tag() });
    assert_eq!((made.len(), wall.board().tags.len(), wall.board().item_tags.len()), (1, 1, 2));
    assert!(wall.edit(Edit::TagItems { items: items.clone(), tag: tag() }).is_empty());
    wall.after(Edit::UntagItems { items: items[..1].to_vec(), tag: tag() });
    assert_eq!(wall.board().tags.len(), 1);
    wall.after(Edit::UntagItems { items: items[1..].to_vec(), tag: tag() });
    assert!(wall.board().tags.is_empty());
    let refused = wall.try_edit(&Edit::UntagItems { items, tag: tag() });
    assert!(matches!(refused, Err(EditError::Gone { what: Noun::Tag })));
}

#[test]
fn a_card_keeps_what_an_edit_does_not_name() {
    let mut wall = Wall::new();
    let item = wall.item("Sort");
    let notes = Some("By price".to_owned());
    wall.after(Edit::ChangeItem { item, title: None, story: None, notes });
    wall.after(Edit::SetKind { items: vec![item], kind: Some(Kind::Spike) });
    wall.after(Edit::SetEstimate { items: vec![item], estimate: Some(0.5) });
    let done_on = Some("2026-03-01".to_owned());
    wall.after(Edit::SetDone { items: vec![item], done: true, done_on: done_on.clone() });
    let title = Some("Sort by price".to_owned());
    wall.after(Edit::ChangeItem { item, title, story: None, notes: None });
    let board = wall.board();
    let row = board.items.get(item).unwrap();
    assert_eq!((row.title.as_str(), row.notes.as_str()), ("Sort by price", "By price"));
    assert_eq!((row.kind, row.estimate), (Some(Kind::Spike), Some(0.5)));
    assert_eq!((row.done, &row.done_on), (true, &done_on));
}

/// Whether a refusal is the one expected.
type Expected = fn(&EditError) -> bool;

#[test]
fn an_edit_that_cannot_be_is_refused_and_changes_nothing() {
    let mut wall = Wall::new();
    let before = wall.board();
    let nobody = Uuid::now_v7();
    let place = Place { step: None, slice: None, before: None };
    let item = wall.item("Sort");
    let long = "x".repeat(301);
    let cases: Vec<(Edit, Expected)> = vec![
        (Edit::AddItem { title: "  ".into(), to: place, sprint: None }, |error| {
            matches!(error, EditError::Title { what: Noun::Item, why: TitleError::Empty })
        }),
        (Edit::AddItem { title: long, to: place, sprint: None }, |error| {
            matches!(error, EditError::Title { why: TitleError::TooLong { chars: 301 }, .. })
        }),
        (
            Edit::AddItem {
                title: "Card".into(),
                to: Place { step: Some(nobody.into()), ..place },
                sprint: None,
            },
            |error| matches!(error, EditError::Gone { what: Noun::Step }),
        ),
        (Edit::MoveItems { items: vec![item, nobody.into()], to: place }, |error| {
            matches!(error, EditError::Gone { what: Noun::Item })
        }),
        (
            Edit::MoveItems {
                items: vec![item],
                to: Place { before: Some(nobody.into()), ..place },
            },
            |error| matches!(error, EditError::Gone { what: Noun::Item }),
        ),
        (Edit::AddSlice { name: "MVP".into(), outcome: String::new(), before: None }, |error| {
            matches!(error, EditError::NameTaken { what: Noun::Slice, .. })
        }),
        (
            Edit::SetDone { items: vec![item], done: true, done_on: Some("2026-02-30".into()) },
            |error| matches!(error, EditError::NoDay { .. }),
        ),
        (Edit::SetEstimate { items: vec![item], estimate: Some(-1.0) }, |error| {
            matches!(error, EditError::Estimate)
        }),
        (
            Edit::ChangeItem { item, title: None, story: None, notes: Some("x".repeat(100_001)) },
            |error| matches!(error, EditError::TextTooLong { chars: 100_001 }),
        ),
        (Edit::RemoveTasks { tasks: vec![nobody.into()] }, |error| {
            matches!(error, EditError::Gone { what: Noun::Task })
        }),
    ];
    for (edit, expected) in cases {
        let error = wall.try_edit(&edit).unwrap_err();
        assert!(expected(&error), "{edit:?}: {error:?}");
        assert_eq!(wall.board(), before, "{edit:?} changed something");
    }
}

#[test]
fn the_readme_names_every_edit() {
    let readme = include_str!("../../../../README.md");
    let source = include_str!("mod.rs");
    let (_, variants) = source.split_once("pub enum Edit {").unwrap();
    let (variants, _) = variants.split_once("\n}\n").unwrap();
    let mut named = 0;
    for line in variants.lines().filter_map(|line| line.strip_prefix("    ")) {
        let Some((variant, _)) = line.split_once(" {") else { continue };
        let Some(first) = variant.chars().next().filter(char::is_ascii_uppercase) else { continue };
        let word = format!("| `{}{}` |", first.to_ascii_lowercase(), &variant[1..]);
        assert!(readme.contains(&word), "README lacks the row {word}");
        named += 1;
    }
    assert!(named > 40, "only {named} edits found");
}

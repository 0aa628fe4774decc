//! A map drawn as text, for tests.
//!
//! ```text
//!              | Search             | Pay: Card          | Invoice
//! MVP          | ✓Find by name      | Pay {form, ✓terms} |
//! 2 (closed)   | Filter (bug)       | [form of Pay]      | [loose task]
//! Later        | Sort (note)        |                    |
//! Tray         | Parked, [a task]
//! ```
//!
//! The first row is the backbone. `Activity: step` begins an activity, and the columns after it
//! without a colon are further steps of it; before any colon each column is an activity of its own
//! with one untitled step. A column named `Across` is no step, an empty name is an untitled activity.
//! `Goal Name: Search, Pay` lines above the backbone are Product Goals over activities.
//!
//! Then one row per band: `Later`, `Earlier` (Done, in no slice), `Tray`, and any other name is a
//! slice, with `(closed)`, `(part: why)` or `(goal: Name)` behind it. Cards stand in order, parted by
//! commas: `✓` is Done, `(bug)` a declared kind, `{…}` tasks below a PBI, `[task of PBI]` a task
//! pulled alone into that band, `[task]` one without a PBI.
//!
//! `@Name` behind a step, a slice's name or a card is a persona who takes it, or for whom it is;
//! `→Step` behind a card a reference to it in that step. Lines without columns below the bands are what
//! is recorded of the map: see [`record`].

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "for tests alone")]

mod document;
mod record;

pub use document::document;
pub use record::sprint;
use uuid::Uuid;

use crate::board::{
    Activity, ActivityId, Board, Goal, GoalActivity, GoalId, GoalState, Item, ItemId, ItemPersona,
    ItemReference, Kind, Persona, PersonaId, Rank, Slice, SliceId, SlicePersona, Step, StepId,
    StepPersona, Task, TaskId, Title,
};

/// The board that a sketch draws. Ids count up from 1, so that two equal sketches are equal boards.
pub fn sketch(text: &str) -> Board {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).peekable();
    let mut pen = Pen::default();
    let mut goals = Vec::new();
    while let Some(goal) = lines.peek().and_then(|line| line.trim().strip_prefix("Goal ")) {
        goals.push(goal.to_owned());
        lines.next();
    }
    pen.backbone(lines.next().unwrap_or_default());
    for goal in goals {
        pen.goal(&goal);
    }
    let (bands, records): (Vec<&str>, Vec<&str>) = lines.partition(|line| line.contains('|'));
    for line in bands {
        pen.band(line);
    }
    pen.pull_tasks();
    for line in records {
        pen.record(line.trim());
    }
    pen.board
}

/// The PBI of that title.
pub fn item(board: &Board, title: &str) -> ItemId {
    board
        .items
        .iter()
        .find(|item| item.title.as_str() == title)
        .unwrap_or_else(|| panic!("no PBI {title:?} in the sketch"))
        .id
}

/// The slice of that name.
pub fn slice(board: &Board, name: &str) -> SliceId {
    board
        .slices
        .iter()
        .find(|slice| slice.name.as_str() == name)
        .unwrap_or_else(|| panic!("no slice {name:?} in the sketch"))
        .id
}

/// The persona of that name.
pub fn persona(board: &Board, name: &str) -> PersonaId {
    board
        .personas
        .iter()
        .find(|persona| persona.name.as_str() == name)
        .unwrap_or_else(|| panic!("no persona {name:?} in the sketch"))
        .id
}

/// The activity of that title.
pub fn activity(board: &Board, title: &str) -> ActivityId {
    board
        .activities
        .iter()
        .find(|activity| activity.title.as_ref().is_some_and(|own| own.as_str() == title))
        .unwrap_or_else(|| panic!("no activity {title:?} in the sketch"))
        .id
}

#[derive(Default)]
struct Pen {
    board: Board,
    columns: Vec<Option<StepId>>,
    last: u128,
    rank: Option<Rank>,
    /// Tasks alone, with the slice of their band: their PBI may be drawn further below.
    alone: Vec<(String, Option<SliceId>)>,
}

impl Pen {
    fn id(&mut self) -> Uuid {
        self.last += 1;
        Uuid::from_u128(self.last)
    }

    fn rank(&mut self) -> Rank {
        let rank = Rank::between(self.rank.as_ref(), None);
        self.rank = Some(rank.clone());
        rank
    }

    /// A text without the words behind it that begin with `sign`, and those words.
    fn behind(text: &str, sign: char) -> (&str, Vec<&str>) {
        match text.find(sign) {
            Some(at) => {
                let words = text[at..].split(sign).map(str::trim).filter(|word| !word.is_empty());
                (text[..at].trim(), words.collect())
            }
            None => (text, Vec::new()),
        }
    }

    /// The persona of that name, drawn at its first mention.
    fn persona(&mut self, name: &str) -> PersonaId {
        let there = self.board.personas.iter().find(|persona| persona.name.as_str() == name);
        if let Some(persona) = there {
            return persona.id;
        }
        let (id, rank) = (PersonaId(self.id()), self.rank());
        let name = Title::new(name).expect("a persona has a name");
        self.board.personas.put(Persona { id, rank, name, about: String::new() });
        id
    }

    fn backbone(&mut self, line: &str) {
        let mut inside: Option<ActivityId> = None;
        for column in line.split('|').skip(1).map(str::trim) {
            let (column, personas) = Self::behind(column, '@');
            if column == "Across" {
                self.columns.push(None);
                continue;
            }
            let step = match column.split_once(':') {
                Some((activity, step)) => {
                    inside = Some(self.activity(activity));
                    step
                }
                None if inside.is_some() => column,
                None => "",
            };
            let activity = inside.unwrap_or_else(|| self.activity(column));
            let (id, rank) = (StepId(self.id()), self.rank());
            self.board.steps.put(Step {
                id,
                rank,
                activity,
                title: Title::new(step).ok(),
                notes: String::new(),
                source: None,
            });
            for name in personas {
                let (tie, persona) = (self.id(), self.persona(name));
                self.board.step_personas.insert(tie, StepPersona { id: tie, step: id, persona });
            }
            self.columns.push(Some(id));
        }
    }

    fn activity(&mut self, title: &str) -> ActivityId {
        let (id, rank) = (ActivityId(self.id()), self.rank());
        let title = Title::new(title).ok();
        self.board.activities.put(Activity { id, rank, title, notes: String::new(), source: None });
        id
    }

    fn goal(&mut self, line: &str) {
        let (title, activities) = line.split_once(':').expect("a goal over activities");
        let (id, rank) = (GoalId(self.id()), self.rank());
        self.board.goals.put(Goal {
            id,
            rank,
            title: Title::new(title).expect("a goal has a title"),
            outcome: String::new(),
            measure: String::new(),
            state: GoalState::Active,
            notes: String::new(),
            ended_on: None,
            learned: String::new(),
            source: None,
        });
        for title in activities.split(',').map(str::trim).filter(|title| !title.is_empty()) {
            let row =
                GoalActivity { id: self.id(), goal: id, activity: activity(&self.board, title) };
            self.board.goal_activities.insert(row.id, row);
        }
    }

    fn band(&mut self, line: &str) {
        let mut cells = line.split('|').map(str::trim);
        let head = cells.next().unwrap_or_default();
        let slice = match head {
            "Later" | "Earlier" | "Tray" => None,
            _ => Some(self.slice(head)),
        };
        for (index, cell) in cells.enumerate() {
            let step = match head {
                "Tray" => None,
                _ => *self.columns.get(index).expect("a column for every cell"),
            };
            for card in cards(cell) {
                match card.strip_prefix('[').and_then(|card| card.strip_suffix(']')) {
                    Some(task) => self.alone.push((task.to_owned(), slice)),
                    None => self.card(card, step, slice),
                }
            }
        }
    }

    fn slice(&mut self, head: &str) -> SliceId {
        let (name, mark) = match head.split_once(" (") {
            Some((name, mark)) => (name, mark.trim_end_matches(')')),
            None => (head, ""),
        };
        let goal = mark.strip_prefix("goal: ").map(|title| {
            let mut goals = self.board.goals.iter();
            goals.find(|goal| goal.title.as_str() == title).expect("the slice's goal").id
        });
        let (name, personas) = Self::behind(name, '@');
        let (id, rank) = (SliceId(self.id()), self.rank());
        for name in personas {
            let (tie, persona) = (self.id(), self.persona(name));
            self.board.slice_personas.insert(tie, SlicePersona { id: tie, slice: id, persona });
        }
        self.board.slices.put(Slice {
            id,
            rank,
            name: Title::new(name).expect("a slice has a name"),
            outcome: String::new(),
            goal,
            part_on_purpose: mark.strip_prefix("part: ").map(str::to_owned),
            closed_on: (mark == "closed").then(|| "2026-03-01".to_owned()),
            hypothesis: String::new(),
            measure: String::new(),
            measure_by: None,
        });
        id
    }

    fn card(&mut self, card: &str, step: Option<StepId>, slice: Option<SliceId>) {
        let (card, tasks) = match card.split_once('{') {
            Some((card, tasks)) => (card.trim(), tasks.trim_end_matches('}')),
            None => (card, ""),
        };
        let (card, references) = Self::behind(card, '→');
        let (card, personas) = Self::behind(card, '@');
        let (title, kind) = match card.rsplit_once(" (") {
            Some((title, kind)) => (title, Some(kind.trim_end_matches(')'))),
            None => (card, None),
        };
        let (title, done) = mark(title);
        let (id, rank) = (ItemId(self.id()), self.rank());
        self.board.items.put(Item {
            id,
            rank,
            step,
            slice,
            kind: kind.map(|kind| match kind {
                "outcome" => Kind::Outcome,
                "bug" => Kind::Bug,
                "enabler" => Kind::Enabler,
                "spike" => Kind::Spike,
                "note" => Kind::Note,
                other => panic!("{other:?} is no kind"),
            }),
            title: Title::new(title).expect("a PBI has a title"),
            story: String::new(),
            notes: String::new(),
            estimate: None,
            status: String::new(),
            done,
            done_on: None,
            source: None,
        });
        for name in personas {
            let (tie, persona) = (self.id(), self.persona(name));
            self.board.item_personas.insert(tie, ItemPersona { id: tie, item: id, persona });
        }
        for title in references {
            let tie = self.id();
            let named = |step: &&Step| step.title.as_ref().is_some_and(|own| own.as_str() == title);
            let step = self.board.steps.iter().find(named).expect("the step of a reference").id;
            let reference = ItemReference { id: tie, item: id, step };
            self.board.item_references.insert(tie, reference);
        }
        for task in cards(tasks) {
            self.task(task, Some(id), None);
        }
    }

    fn pull_tasks(&mut self) {
        for (task, slice) in std::mem::take(&mut self.alone) {
            match task.split_once(" of ") {
                Some((task, of)) => {
                    let of = item(&self.board, of);
                    self.task(task, Some(of), slice);
                }
                None => self.task(&task, None, slice),
            }
        }
    }

    fn task(&mut self, text: &str, item: Option<ItemId>, slice: Option<SliceId>) {
        let (title, done) = mark(text);
        let (id, rank) = (TaskId(self.id()), self.rank());
        self.board.tasks.put(Task {
            id,
            rank,
            item,
            slice,
            sprint: None,
            title: Title::new(title).expect("a task has a title"),
            status: String::new(),
            done,
            done_on: None,
            notes: String::new(),
            source: None,
        });
    }
}

fn mark(text: &str) -> (&str, bool) {
    match text.strip_prefix('✓') {
        Some(text) => (text, true),
        None => (text, false),
    }
}

/// Splits at commas that are in no brackets.
fn cards(cell: &str) -> Vec<&str> {
    let mut depth = 0;
    cell.split(move |c| {
        match c {
            '{' | '[' => depth += 1,
            '}' | ']' => depth -= 1,
            _ => {}
        }
        c == ',' && depth == 0
    })
    .map(str::trim)
    .filter(|card| !card.is_empty())
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sketch_says_columns_bands_marks_and_tasks() {
        let board = sketch(
            "Goal Faster: Pay
                      | Across      | Search: Find  | Filter | Pay:
             MVP      | Log (spike) | ✓Name, Sort   |        | Card {form, ✓terms}
             2 (closed) |           | [form 2 of Card], [rack]
             Later    |             | Map (note)
             Tray     | Parked",
        );
        let steps: Vec<_> = board
            .columns()
            .iter()
            .map(|step| step.title.as_ref().map_or("", |title| title.as_str()).to_owned())
            .collect();
        assert_eq!(steps, ["Find", "Filter", ""]);
        assert_eq!(board.goal_activities.len(), 1);
        let card = |title: &str| board.items.get(item(&board, title)).unwrap();
        assert!(card("Name").done && !card("Sort").done && card("Name").step == card("Sort").step);
        assert_eq!((card("Log").step, card("Log").kind), (None, Some(Kind::Spike)));
        assert_eq!((card("Parked").step, card("Parked").slice), (None, None));
        assert!(card("Map").step.is_some() && card("Map").slice.is_none());
        assert!(board.slices.get(slice(&board, "2")).unwrap().closed_on.is_some());
        let tasks: Vec<_> = board
            .tasks
            .iter()
            .map(|task| (task.title.as_str(), task.done, task.item.is_some(), task.slice.is_some()))
            .collect();
        assert_eq!(
            tasks,
            [
                ("form", false, true, false),
                ("terms", true, true, false),
                ("form 2", false, true, true),
                ("rack", false, false, true)
            ]
        );
    }
}

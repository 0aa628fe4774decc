//! A team that pulled tasks from many PBIs for three Sprints and had Nothing Done, and then whole PBIs.

use std::collections::HashMap;
use std::path::Path;

use rusqlite::Connection;
use throughline_core::board::{FeedbackId, GoalState, IncrementId, ItemId, Place, SprintId, Value};
use throughline_core::document::Document;
use throughline_core::edit::Edit;

use crate::harness::Result;

/// Activities, and the PBIs in each: its slice, and its tasks.
const JOURNEY: [(&str, &[&str]); 4] = [
    ("Find a café", &["See cafés nearby", "A favourite at hand", "Search by street"]),
    ("Order", &["Order a drink", "Choose the milk", "Order for two", "See opening hours"]),
    ("Pay", &["Pay at the counter", "Pay by card", "Get a receipt"]),
    ("Collect", &["Collect by name", "See my place in the queue", "Hear when it is ready"]),
];

/// The work below each PBI.
const TASKS: [&str; 3] = ["schema", "api", "form"];

/// Sprints by their number: how many days before today they began, and ended.
const SPRINTS: [(u32, i32, i32); 6] =
    [(9, 77, 66), (10, 63, 52), (11, 49, 38), (12, 35, 24), (13, 21, 10), (14, 7, -4)];

/// Sprints of pulled tasks, and of which PBIs they pulled which task.
const PULLED: [(u32, &str, &[&str]); 4] = [
    (9, "schema", &["Order for two", "Get a receipt", "Search by street", "Hear when it is ready"]),
    (10, "api", &["Order for two", "Get a receipt", "Hear when it is ready"]),
    (
        11,
        "form",
        &["Pay by card", "Choose the milk", "Search by street", "See my place in the queue"],
    ),
    (13, "api", &["Pay by card", "Choose the milk", "See my place in the queue"]),
];

/// The Increments: Sprint, days before today, title, PBIs, value, what they taught.
type Made = (u32, i32, &'static str, &'static [&'static str], Value, &'static str);
const INCREMENTS: [Made; 3] = [
    (
        12,
        32,
        "See cafés nearby",
        &["See cafés nearby"],
        Value::Refuted,
        "People know their café. Opening hours mattered.",
    ),
    (
        12,
        28,
        "Order and pay at the counter",
        &["Order a drink", "Pay at the counter"],
        Value::Confirmed,
        "",
    ),
    (
        12,
        25,
        "Collect by name",
        &["Collect by name"],
        Value::Confirmed,
        "10 of 10 pilots ordered again.",
    ),
];

/// The file being written.
struct Pen {
    document: Document,
    items: HashMap<&'static str, ItemId>,
    sprints: HashMap<u32, SprintId>,
}

/// The day so many days before today (ISO 8601), by the clock of this computer.
pub fn day_before(days: i32) -> Result<String> {
    let ask = "SELECT date('now', 'localtime', ?1)";
    let day = format!("{} days", -days);
    Ok(Connection::open_in_memory()?.query_row(ask, [day], |row| row.get(0))?)
}

/// Writes it to a file that is not there yet.
pub fn on(path: &Path) -> Result<()> {
    let mut pen = Pen {
        document: Document::create(path, "Corner")?,
        items: HashMap::new(),
        sprints: HashMap::new(),
    };
    let activities = pen.journey()?;
    for (title, state) in [
        ("Regulars skip the queue", GoalState::Active),
        ("A first coffee becomes a habit", GoalState::Next),
    ] {
        let active = state == GoalState::Active;
        pen.make(&Edit::AddGoal {
            title: title.into(),
            outcome: String::new(),
            measure: if active { "Order to cup: 9 → 4 min".into() } else { String::new() },
            state,
            activities: if active { activities.clone() } else { Vec::new() },
            before: None,
        })?;
    }
    pen.sprints()?;
    pen.increments()?;
    pen.feedback()
}

impl Pen {
    fn make(&mut self, edit: &Edit) -> Result<Vec<throughline_core::board::ActivityId>> {
        Ok(self.document.edit(edit)?.created.into_iter().map(Into::into).collect())
    }

    fn first(&mut self, edit: &Edit) -> Result<throughline_core::board::ActivityId> {
        Ok(*self.make(edit)?.first().ok_or("nothing was made")?)
    }

    fn item(&self, title: &str) -> Result<ItemId> {
        Ok(*self.items.get(title).ok_or_else(|| format!("no PBI {title}"))?)
    }

    fn sprint(&self, number: u32) -> Result<SprintId> {
        Ok(*self.sprints.get(&number).ok_or("no such Sprint")?)
    }

    fn journey(&mut self) -> Result<Vec<throughline_core::board::ActivityId>> {
        let mut activities = Vec::new();
        for (title, items) in JOURNEY {
            let made = self.make(&Edit::AddActivity { title: Some(title.into()), before: None })?;
            let [activity, step] = made.as_slice() else { return Err("no step".into()) };
            activities.push(*activity);
            let step = Some(step.0.into());
            for item in items {
                let to = Place { step, slice: None, before: None };
                let add = Edit::AddItem { title: (*item).into(), to, sprint: None };
                let id = ItemId(self.first(&add)?.0);
                self.items.insert(item, id);
                for task in TASKS {
                    let (title, item) = (task.into(), Some(id));
                    self.make(&Edit::AddTask { title, item, before: None })?;
                }
            }
        }
        for rule in ["Ordered for real in a café", "A screen reader reads it"] {
            self.make(&Edit::AddDoneRule { text: rule.into(), before: None })?;
        }
        Ok(activities)
    }

    fn sprints(&mut self) -> Result<()> {
        for (number, from, to) in SPRINTS {
            let id = self.first(&Edit::AddSprint {
                name: format!("Sprint {number}"),
                goal: String::new(),
                starts_on: Some(day_before(from)?),
                ends_on: Some(day_before(to)?),
                before: None,
            })?;
            self.sprints.insert(number, SprintId(id.0));
        }
        for (number, task, of) in PULLED {
            let sprint = self.sprint(number)?;
            let of = of.iter().map(|title| self.item(title)).collect::<Result<Vec<_>>>()?;
            let board = self.document.read_board()?;
            let pulled = board.tasks.iter().filter(|row| {
                row.title.as_str() == task && row.item.is_some_and(|item| of.contains(&item))
            });
            let tasks: Vec<_> = pulled.map(|row| row.id).collect();
            self.make(&Edit::PullTasksIntoSprint { tasks: tasks.clone(), sprint: Some(sprint) })?;
            self.make(&Edit::SetTasksDone { tasks, done: true, done_on: None })?;
        }
        let whole: Vec<&str> = INCREMENTS.iter().flat_map(|made| made.3).copied().collect();
        self.finish(12, &whole)?;
        self.finish(14, &["A favourite at hand", "See opening hours"])?;
        let (sprint, items) = (self.sprint(14)?, vec![self.item("Choose the milk")?]);
        self.make(&Edit::SelectForSprint { sprint, items })?;
        for (number, _, to) in SPRINTS.into_iter().filter(|(number, ..)| *number < 14) {
            let sprint = self.sprint(number)?;
            self.make(&Edit::EndSprint { sprint, ended_on: day_before(to)? })?;
        }
        Ok(())
    }

    /// Selects PBIs for a Sprint, and finishes them by the Definition of Done.
    fn finish(&mut self, number: u32, titles: &[&str]) -> Result<()> {
        let sprint = self.sprint(number)?;
        let items = titles.iter().map(|title| self.item(title)).collect::<Result<Vec<_>>>()?;
        self.make(&Edit::SelectForSprint { sprint, items: items.clone() })?;
        let board = self.document.read_board()?;
        let own = board.tasks.iter().filter(|task| task.item.is_some_and(|it| items.contains(&it)));
        let tasks: Vec<_> = own.map(|task| task.id).collect();
        self.make(&Edit::PullTasksIntoSprint { tasks: tasks.clone(), sprint: None })?;
        self.make(&Edit::SetTasksDone { tasks, done: true, done_on: None })?;
        for rule in board.done_rules.iter() {
            let (items, rule) = (items.clone(), rule.id);
            self.make(&Edit::CheckDoneRule { items, rule, met: true })?;
        }
        self.make(&Edit::SetDone { items, done: true, done_on: None })?;
        Ok(())
    }

    fn increments(&mut self) -> Result<()> {
        for (number, days, title, items, value, learned) in INCREMENTS {
            let items = items.iter().map(|title| self.item(title)).collect::<Result<Vec<_>>>()?;
            let made = self.first(&Edit::AddIncrement {
                title: title.into(),
                items,
                slice: None,
                sprint: Some(self.sprint(number)?),
                made_on: day_before(days)?,
                usable: None,
                learned: learned.into(),
            })?;
            self.make(&Edit::ChangeIncrement {
                increment: IncrementId(made.0),
                title: None,
                made_on: None,
                released_on: Some(day_before(days - 1)?),
                usable: None,
                value: Some(value),
                learned: None,
            })?;
        }
        Ok(())
    }

    fn feedback(&mut self) -> Result<()> {
        let board = self.document.read_board()?;
        let last = board.increments.iter().next_back().ok_or("no Increment")?.id;
        let said = [
            (
                "I stopped joining the queue. I just walk in.",
                "Mara, commuter",
                24,
                None,
                "We thanked her.",
            ),
            (
                "Where is my order, though?",
                "Jonas, barista",
                24,
                Some("See my place in the queue"),
                "",
            ),
            ("I never hear my name.", "six of ten pilots", 23, None, ""),
        ];
        for (text, who, days, card, reason) in said {
            let made = self.first(&Edit::AddFeedback {
                text: text.into(),
                who: who.into(),
                increment: Some(last),
                item: None,
                given_on: day_before(days)?,
            })?;
            if card.is_none() && reason.is_empty() {
                continue;
            }
            let item = card.map(|title| self.item(title)).transpose()?;
            self.make(&Edit::AnswerFeedback {
                feedback: FeedbackId(made.0),
                item,
                title: None,
                reason: reason.into(),
                on: day_before(days - 6)?,
            })?;
        }
        Ok(())
    }
}

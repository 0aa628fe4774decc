//! What is recorded of a map, below its bands: lines without columns.
//!
//! ```text
//! Cover Pay: live                       for the whole map (live, by hand, not needed)
//! Cover Pay (MVP): by hand              for one slice
//! Rule Tried by a stranger: Find, Card  a rule of the Definition of Done, and who meets it
//! Sprint One (over): Find, ↩Card, [api of Map]   its plan; ↩ went back; […] a task pulled into it
//! Tag ask the team: Find, Card          a tag, and the PBIs that have it
//! Increment Orders (MVP): Find, Card; usable; confirmed      of a slice or a Sprint, or (without) none
//! ```

use super::{Pen, activity, item, mark, slice};
use crate::board::{
    Board, Cover, CoveredBy, DoneCheck, DoneRule, DoneRuleId, Increment, IncrementId,
    IncrementItem, ItemTag, Left, SliceId, Sprint, SprintId, SprintItem, Tag, TagId, Task, TaskId,
    Title, Usable, Value,
};

/// The Sprint of that name.
pub fn sprint(board: &Board, name: &str) -> SprintId {
    let mut sprints = board.sprints.iter();
    let found = sprints.find(|sprint| sprint.name.as_str() == name);
    found.unwrap_or_else(|| panic!("no Sprint {name:?} in the sketch")).id
}

impl Pen {
    pub(super) fn record(&mut self, line: &str) {
        let (head, rest) = line.split_once(':').expect("what is recorded, a colon, and of what");
        let (word, name) = head.split_once(' ').expect("a word and a name");
        let (name, mark) = match name.split_once(" (") {
            Some((name, mark)) => (name, mark.trim_end_matches(')')),
            None => (name, ""),
        };
        match word {
            "Cover" => self.cover(name, mark, rest.trim()),
            "Rule" => self.rule(name, rest),
            "Sprint" => self.sprint(name, mark, rest),
            "Tag" => self.tag(name, rest),
            "Increment" => self.increment(name, mark, rest),
            other => panic!("{other:?} is nothing that a sketch records"),
        }
    }

    fn cover(&mut self, name: &str, of: &str, how: &str) {
        let row = Cover {
            id: self.id(),
            activity: activity(&self.board, name),
            slice: (!of.is_empty()).then(|| slice(&self.board, of)),
            how: match how {
                "live" => CoveredBy::Live,
                "by hand" => CoveredBy::ByHand,
                "not needed" => CoveredBy::NotNeeded,
                other => panic!("{other:?} covers nothing"),
            },
            reason: String::new(),
        };
        self.board.covers.insert(row.id, row);
    }

    fn rule(&mut self, text: &str, items: &str) {
        let (id, rank) = (DoneRuleId(self.id()), self.rank());
        self.board.done_rules.put(DoneRule { id, rank, text: text.to_owned() });
        for title in names(items) {
            let row = DoneCheck { id: self.id(), item: item(&self.board, title), rule: id };
            self.board.done_checks.insert(row.id, row);
        }
    }

    fn tag(&mut self, name: &str, items: &str) {
        let (tag, rank) = (TagId(self.id()), self.rank());
        let title = Title::new(name).expect("a tag has a name");
        self.board.tags.put(Tag { id: tag, rank: rank.clone(), name: title, source: None });
        for title in names(items) {
            let (id, item) = (self.id(), item(&self.board, title));
            self.board.item_tags.put(ItemTag { id, rank: rank.clone(), item, tag });
        }
    }

    fn sprint(&mut self, name: &str, mark_: &str, plan: &str) {
        let (id, rank) = (SprintId(self.id()), self.rank());
        self.board.sprints.put(Sprint {
            id,
            rank,
            name: Title::new(name).expect("a Sprint has a name"),
            goal: String::new(),
            starts_on: None,
            ends_on: None,
            ended_on: (mark_ == "over").then(|| "2026-03-13".to_owned()),
        });
        for card in names(plan) {
            if let Some(task) = card.strip_prefix('[').and_then(|card| card.strip_suffix(']')) {
                self.pull_into_sprint(task, id);
                continue;
            }
            let (title, back) = match card.strip_prefix('↩') {
                Some(title) => (title, true),
                None => (card, false),
            };
            let item = item(&self.board, title);
            let done = self.board.items.get(item).is_some_and(|row| row.done);
            let left_as = match (back, mark_ == "over" && done) {
                (true, _) => Some(Left::Returned),
                (_, true) => Some(Left::Done),
                _ => None,
            };
            let (stay, rank) = (self.id(), self.rank());
            self.board.sprint_items.put(SprintItem { id: stay, rank, sprint: id, item, left_as });
        }
    }

    /// A task below its PBI that is pulled into a Sprint; drawn anew where it is not there yet.
    fn pull_into_sprint(&mut self, text: &str, sprint: SprintId) {
        let (text, of) = match text.split_once(" of ") {
            Some((text, of)) => (text, Some(item(&self.board, of))),
            None => (text, None),
        };
        let (title, done) = mark(text);
        let there =
            self.board.tasks.iter().find(|row| row.item == of && row.title.as_str() == title);
        let there = there.cloned();
        let (id, rank) = (TaskId(self.id()), self.rank());
        let row = there.unwrap_or(Task {
            id,
            rank,
            item: of,
            slice: None,
            sprint: None,
            title: Title::new(title).expect("a task has a title"),
            status: String::new(),
            done,
            done_on: None,
            notes: String::new(),
            source: None,
        });
        self.board.tasks.put(Task { sprint: Some(sprint), ..row });
    }

    fn increment(&mut self, title: &str, of: &str, rest: &str) {
        let mut parts = rest.split(';').map(str::trim);
        let items = parts.next().unwrap_or_default().to_owned();
        let said: Vec<&str> = parts.collect();
        let slices = || self.board.slices.iter().find(|row| row.name.as_str() == of);
        let sprints = || self.board.sprints.iter().find(|row| row.name.as_str() == of);
        let (slice, sprint): (Option<SliceId>, Option<SprintId>) =
            (slices().map(|row| row.id), sprints().map(|row| row.id));
        let (id, rank) = (IncrementId(self.id()), self.rank());
        self.board.increments.put(Increment {
            id,
            rank,
            title: Title::new(title).expect("an Increment has a title"),
            slice,
            sprint,
            made_on: "2026-03-06".into(),
            released_on: None,
            usable: match () {
                () if said.contains(&"usable") => Usable::Yes,
                () if said.contains(&"not usable") => Usable::No,
                () => Usable::Unknown,
            },
            value: match () {
                () if said.contains(&"confirmed") => Value::Confirmed,
                () if said.contains(&"refuted") => Value::Refuted,
                () => Value::Unknown,
            },
            learned: String::new(),
        });
        for title in names(&items) {
            let row =
                IncrementItem { id: self.id(), increment: id, item: item(&self.board, title) };
            self.board.increment_items.insert(row.id, row);
        }
    }
}

fn names(list: &str) -> impl Iterator<Item = &str> {
    list.split(',').map(str::trim).filter(|name| !name.is_empty())
}

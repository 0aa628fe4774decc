//! A sketch as a file, so that edits can be made of it. Its ids are the file's own.

use std::collections::HashMap;

use tempfile::TempDir;
use uuid::Uuid;

use super::sketch;
use crate::board::{Board, Left, Place};
use crate::document::Document;
use crate::edit::Edit;

/// The map that a sketch draws, in a folder that goes with it.
pub fn document(text: &str) -> (TempDir, Document) {
    let folder = TempDir::new().expect("a folder");
    let map = Document::create(&folder.path().join("sketch.storymap"), "Sketch").expect("a map");
    let board = sketch(text);
    let mut copy = Copy { map, ids: HashMap::new() };
    copy.backbone(&board);
    copy.bands(&board);
    copy.cards(&board);
    copy.ties(&board);
    (folder, copy.map)
}

struct Copy {
    map: Document,
    /// The row of the file for each of the sketch.
    ids: HashMap<Uuid, Uuid>,
}

impl Copy {
    fn edit(&mut self, edit: &Edit) -> Vec<Uuid> {
        self.map.edit(edit).unwrap_or_else(|error| panic!("{edit:?}: {error}")).created
    }

    fn make(&mut self, row: Uuid, edit: &Edit) {
        let made = self.edit(edit)[0];
        self.ids.insert(row, made);
    }

    fn id<T: From<Uuid>>(&self, row: Uuid) -> T {
        self.ids[&row].into()
    }

    fn backbone(&mut self, board: &Board) {
        for persona in board.personas.iter() {
            let (name, about) = (persona.name.to_string(), String::new());
            self.make(persona.id.0, &Edit::AddPersona { name, about, before: None });
        }
        for activity in board.activities.iter() {
            let title = activity.title.as_ref().map(ToString::to_string);
            let made = self.edit(&Edit::AddActivity { title, before: None });
            self.ids.insert(activity.id.0, made[0]);
            let mut first = Some(made[1]);
            for step in board.steps.iter().filter(|step| step.activity == activity.id) {
                let title = step.title.as_ref().map(ToString::to_string);
                if let Some(first) = first.take() {
                    let title = title.unwrap_or_default();
                    self.ids.insert(step.id.0, first);
                    self.edit(&Edit::RenameStep { step: first.into(), title });
                    continue;
                }
                let activity = self.id(activity.id.0);
                self.make(step.id.0, &Edit::AddStep { activity, title, before: None });
            }
        }
    }

    fn bands(&mut self, board: &Board) {
        for slice in board.slices.iter() {
            let (name, outcome) = (slice.name.to_string(), String::new());
            self.make(slice.id.0, &Edit::AddSlice { name, outcome, before: None });
            self.edit(&Edit::ChangeSlice {
                slice: self.id(slice.id.0),
                name: None,
                outcome: None,
                part_on_purpose: slice.part_on_purpose.clone(),
                closed_on: slice.closed_on.clone(),
            });
        }
        for sprint in board.sprints.iter() {
            let add = Edit::AddSprint {
                name: sprint.name.to_string(),
                goal: String::new(),
                starts_on: None,
                ends_on: None,
                before: None,
            };
            self.make(sprint.id.0, &add);
        }
    }

    fn cards(&mut self, board: &Board) {
        for item in board.items.iter() {
            let to = Place {
                step: item.step.map(|step| self.id(step.0)),
                slice: item.slice.map(|slice| self.id(slice.0)),
                before: None,
            };
            let title = item.title.to_string();
            self.make(item.id.0, &Edit::AddItem { title, to, sprint: None });
            let items = vec![self.id(item.id.0)];
            self.edit(&Edit::SetKind { items: items.clone(), kind: item.kind });
            self.edit(&Edit::SetDone { items, done: item.done, done_on: None });
        }
        for task in board.tasks.iter() {
            let item = task.item.map(|item| self.id(item.0));
            let title = task.title.to_string();
            self.make(task.id.0, &Edit::AddTask { title, item, before: None });
            let tasks = vec![self.id(task.id.0)];
            let slice = task.slice.map(|slice| self.id(slice.0));
            let sprint = task.sprint.map(|sprint| self.id(sprint.0));
            self.edit(&Edit::PullTasks { tasks: tasks.clone(), slice });
            self.edit(&Edit::PullTasksIntoSprint { tasks: tasks.clone(), sprint });
            self.edit(&Edit::SetTasksDone { tasks, done: task.done, done_on: None });
        }
    }

    fn ties(&mut self, board: &Board) {
        for tie in board.step_personas.values() {
            let (step, personas) = (self.id(tie.step.0), vec![self.id(tie.persona.0)]);
            self.edit(&Edit::SetStepPersonas { step, personas });
        }
        for slice in board.slices.iter() {
            let of_slice = board.slice_personas.values().filter(|tie| tie.slice == slice.id);
            let personas = of_slice.map(|tie| self.id(tie.persona.0)).collect();
            self.edit(&Edit::SetSlicePersonas { slice: self.id(slice.id.0), personas });
        }
        for tie in board.item_references.values() {
            let (items, step) = (vec![self.id(tie.item.0)], self.id(tie.step.0));
            self.edit(&Edit::AddReference { items, step });
        }
        for stay in board.sprint_items.iter() {
            let (sprint, items) = (self.id(stay.sprint.0), vec![self.id(stay.item.0)]);
            self.edit(&Edit::SelectForSprint { sprint, items: vec![self.id(stay.item.0)] });
            if stay.left_as == Some(Left::Returned) {
                self.edit(&Edit::LeaveSprint { sprint, items, left_as: stay.left_as });
            }
        }
        for cover in board.covers.values() {
            self.edit(&Edit::SetCover {
                activity: self.id(cover.activity.0),
                slice: cover.slice.map(|slice| self.id(slice.0)),
                how: Some(cover.how),
                reason: cover.reason.clone(),
            });
        }
    }
}

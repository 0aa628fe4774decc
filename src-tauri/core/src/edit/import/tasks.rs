//! Tasks on their way in.

use rusqlite::params;
use serde_json::{Value, json};
use uuid::Uuid;

use super::items::{Behind, day_of, our_place, value_of};
use super::known::{Claim, KnownTask, Level, TaskFields};
use super::last::Last;
use super::{DraftTask, Field, Run};
use crate::board::Rank;
use crate::edit::rows::title;
use crate::edit::{EditError, Noun};

impl Run<'_> {
    /// Brings tasks in.
    pub(super) fn bring_tasks(&mut self) -> Result<(), EditError> {
        let draft = self.draft;
        let fresh = |claim: &&Claim| !matches!(claim, Claim::Known(Level::Task, _));
        let mut ranks = self.ranks("task", self.claims.tasks.iter().filter(fresh).count())?;
        let mut moved = None;
        for (at, task) in draft.tasks.iter().enumerate() {
            let claim = self.claims.tasks.get(at).copied().unwrap_or(Claim::Keyless);
            match claim {
                Claim::Known(Level::Task, id) => {
                    self.update_task(id, task, &draft.lacks, &mut moved)?
                }
                Claim::Known(Level::Item, id) if self.is_untouched(id) => {
                    let rank = ranks.next().unwrap_or_else(|| Rank::between(None, None));
                    self.insert_task(claim, task, &rank)?;
                    self.removed.push((Level::Item, id));
                }
                Claim::Known(..) => self.keep(&task.source, Field::Level, &task.title),
                Claim::Keyless | Claim::New => {
                    let rank = ranks.next().unwrap_or_else(|| Rank::between(None, None));
                    self.insert_task(claim, task, &rank)?;
                }
            }
        }
        Ok(())
    }

    fn fields_of_task(&self, task: &DraftTask) -> Result<TaskFields, EditError> {
        let at = |list: &[Option<Uuid>], index: Option<u32>| {
            index.and_then(|index| list.get(index as usize).copied().flatten())
        };
        Ok(TaskFields {
            item: at(&self.items, task.item),
            slice: at(&self.slices, task.slice),
            sprint: at(&self.sprints, task.sprint),
            title: title(Noun::Task, &task.title)?.to_string(),
            status: task.status.clone(),
            done: task.done,
            done_on: task.done_on.clone().filter(|day| task.done && !day.is_empty()),
        })
    }

    /// The key of a draft's PBI; null for a loose task.
    fn parent(&self, item: Option<u32>) -> Value {
        let item = item.and_then(|item| self.draft.items.get(item as usize));
        json!(item.and_then(|item| item.source.key.as_ref()))
    }

    /// A Sprint of the draft as it is kept.
    fn sprint_value(&self, sprint: Option<u32>, last: Option<&Value>) -> Value {
        let Some(at) = sprint.map(|sprint| sprint as usize) else { return Value::Null };
        let name = self.draft.sprints.get(at).map_or("", |name| name.trim());
        value_of(name, self.sprints.get(at).copied().flatten(), last)
    }

    fn insert_task(
        &mut self,
        claim: Claim,
        task: &DraftTask,
        rank: &Rank,
    ) -> Result<(), EditError> {
        let id = Uuid::now_v7();
        let mut fields = self.fields_of_task(task)?;
        let last = Last::from([
            (Field::Title, json!(fields.title)),
            (Field::Status, json!([fields.status, fields.done, fields.done_on])),
            (Field::Parent, self.parent(task.item)),
            (Field::Slice, self.slice_value(task.slice, None)),
            (Field::Sprint, self.sprint_value(task.sprint, None)),
        ]);
        let last: Last =
            last.into_iter().filter(|(field, _)| !self.draft.lacks.contains(field)).collect();
        if let Claim::Known(Level::Item, item) = claim {
            let ours = self.known.items.get(&item).map(|item| item.fields.title.clone());
            let was = self.lasts.get(&item).and_then(|last| last.get(&Field::Title).cloned());
            if let Some(ours) =
                ours.filter(|ours| was != Some(json!(ours)) && *ours != fields.title)
            {
                self.keep(&task.source, Field::Title, &task.title);
                fields.title = ours;
            }
        }
        let (system, stored) = self.source_columns(&last, &task.source, claim, None);
        self.db
            .prepare_cached(
                "INSERT INTO task (id, rank, item, slice, sprint, title, status, done, done_on,
                 source_system, source_key, source_url, source_kind, source_created, source_updated,
                 source_row)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
            )?
            .execute(params![
                id,
                rank,
                fields.item,
                fields.slice,
                fields.sprint,
                fields.title,
                fields.status,
                fields.done,
                fields.done_on,
                system,
                stored.key,
                stored.url,
                stored.kind,
                stored.created,
                stored.updated,
                stored.row
            ])?;
        self.created.push(id);
        Ok(())
    }

    /// Updates a task that is known; the fields in `lacks` stay.
    pub(super) fn update_task(
        &mut self,
        id: Uuid,
        task: &DraftTask,
        lacks: &[Field],
        moved: &mut Option<Behind>,
    ) -> Result<(), EditError> {
        let Some(KnownTask { stored, fields: ours }) = self.known.tasks.get(&id).cloned() else {
            return Ok(());
        };
        let mut theirs = self.fields_of_task(task)?;
        let last = self.lasts.get(&id);
        if theirs.done && theirs.done_on.is_none() {
            theirs.done_on = day_of(last);
        }
        let slice = self.slice_value(task.slice, last.and_then(|last| last.get(&Field::Slice)));
        let sprint = self.sprint_value(task.sprint, last.and_then(|last| last.get(&Field::Sprint)));
        let our_slice = our_place(ours.slice, &self.known.slices);
        let our_sprint = our_place(ours.sprint, &self.known.sprints);
        let our_parent = json!(ours.item.map(|item| {
            let key = self.known.items.get(&item).and_then(|item| item.stored.key.clone());
            key.unwrap_or_default()
        }));
        let parent = self.parent(task.item);
        let item = task.item.and_then(|item| self.draft.items.get(item as usize));
        let mut next = ours.clone();

        let mut merge = self.merge(id, &task.source, lacks);
        if merge.takes_title(Some(&ours.title), Some(&theirs.title)) {
            next.title = theirs.title;
        }
        let our_state = json!([ours.status, ours.done, ours.done_on]);
        let state = json!([theirs.status, theirs.done, theirs.done_on]);
        if merge.takes(Field::Status, &our_state, state, &theirs.status) {
            (next.status, next.done, next.done_on) = (theirs.status, theirs.done, theirs.done_on);
        }
        if merge.takes(Field::Parent, &our_parent, parent, item.map_or("", |item| &item.title)) {
            next.item = theirs.item;
        }
        let name =
            |place: &Value| place.get(0).and_then(Value::as_str).unwrap_or_default().to_owned();
        let shown = name(&slice);
        if merge.takes_place(Field::Slice, &our_slice, slice, &shown) {
            next.slice = theirs.slice;
        }
        let shown = name(&sprint);
        if merge.takes_place(Field::Sprint, &our_sprint, sprint, &shown) {
            next.sprint = theirs.sprint;
        }
        let last = std::mem::take(&mut merge.last);

        let claim = Claim::Known(Level::Task, id);
        let (_, columns) = self.source_columns(&last, &task.source, claim, Some(&stored));
        self.changed += u32::from(next != ours);
        if next == ours && columns == stored {
            return Ok(());
        }
        let mut rank = None;
        if next.item != ours.item {
            if moved.is_none() {
                *moved = Some(Behind::of(self.last_rank("task")?));
            }
            rank = moved.as_mut().map(Behind::next);
        }
        self.db
            .prepare_cached(
                "UPDATE task SET rank = coalesce(?2, rank), item = ?3, slice = ?4, sprint = ?5, title = ?6,
                 status = ?7, done = ?8, done_on = ?9, source_key = ?10, source_url = ?11,
                 source_kind = ?12, source_created = ?13, source_updated = ?14, source_row = ?15
                 WHERE id = ?1",
            )?
            .execute(params![
                id,
                rank,
                next.item,
                next.slice,
                next.sprint,
                next.title,
                next.status,
                next.done,
                next.done_on,
                columns.key,
                columns.url,
                columns.kind,
                columns.created,
                columns.updated,
                columns.row
            ])?;
        Ok(())
    }
}

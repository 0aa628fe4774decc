//! PBIs on their way in.

use rusqlite::params;
use serde_json::{Value, json};
use uuid::Uuid;

use super::known::{Claim, ItemFields, KnownItem, Level, Named, Stored};
use super::last::{self, Last, name_and_id, place};
use super::ties::{done_of, stays, tags_value};
use super::{DraftActivity, DraftItem, DraftTask, Field, Run};
use crate::board::Rank;
use crate::edit::rows::title;
use crate::edit::{EditError, Noun};

impl Run<'_> {
    /// Brings PBIs in.
    pub(super) fn bring_items(&mut self) -> Result<(), EditError> {
        let draft = self.draft;
        let fresh = |claim: &&Claim| !matches!(claim, Claim::Known(Level::Item, _));
        let mut ranks = self.ranks("item", self.claims.items.iter().filter(fresh).count())?;
        let mut tag_ranks = Behind::of(self.last_rank("item_tag")?);
        let mut stay_ranks = Behind::of(self.last_rank("sprint_item")?);
        let mut moved_ranks = None;
        for (at, item) in draft.items.iter().enumerate() {
            let claim = self.claims.items.get(at).copied().unwrap_or(Claim::Keyless);
            let id = match claim {
                Claim::Known(Level::Item, id) => {
                    let ranks = (&mut moved_ranks, &mut tag_ranks, &mut stay_ranks);
                    self.update_item(id, item, ranks)?;
                    Some(id)
                }
                Claim::Known(level, id) if self.levels_unknown() => {
                    self.follow(level, id, item)?;
                    None
                }
                Claim::Known(Level::Goal | Level::Activity | Level::Step, _) => {
                    self.keep(&item.source, Field::Level, &item.title);
                    None
                }
                Claim::Keyless | Claim::New | Claim::Known(Level::Task, _) => {
                    let rank = ranks.next().unwrap_or_else(|| Rank::between(None, None));
                    Some(self.insert_item(claim, item, &rank, (&mut tag_ranks, &mut stay_ranks))?)
                }
            };
            self.items.push(id);
        }
        Ok(())
    }

    /// What a draft's PBI is on the map, if nothing of the map stays.
    fn fields(&self, item: &DraftItem) -> Result<ItemFields, EditError> {
        Ok(ItemFields {
            step: item.step.and_then(|step| self.steps.get(step as usize).copied().flatten()),
            slice: item.slice.and_then(|slice| self.slices.get(slice as usize).copied().flatten()),
            kind: item.kind.map(|kind| kind.word().to_owned()),
            title: title(Noun::Item, &item.title)?.to_string(),
            notes: item.notes.clone(),
            estimate: item.estimate,
            status: item.status.clone(),
            done: item.done,
            done_on: item.done_on.clone().filter(|day| item.done && !day.is_empty()),
        })
    }

    /// A slice of the draft as it is kept.
    pub(super) fn slice_value(&self, slice: Option<u32>, last: Option<&Value>) -> Value {
        let Some(at) = slice.map(|slice| slice as usize) else { return Value::Null };
        let name = self.draft.slices.get(at).map_or("", |name| name.trim());
        value_of(name, self.slices.get(at).copied().flatten(), last)
    }

    /// Sprints of the draft as they are kept.
    fn sprints_value(&self, sprints: &[u32], last: Option<&Value>) -> Value {
        let values = sprints.iter().map(|sprint| {
            let name = self.draft.sprints.get(*sprint as usize).map_or("", |name| name.trim());
            let was = last.and_then(Value::as_array).into_iter().flatten();
            let was = was.clone().find(|was| was.get(0).and_then(Value::as_str) == Some(name));
            value_of(name, self.sprints.get(*sprint as usize).copied().flatten(), was)
        });
        Value::Array(values.collect())
    }

    fn insert_item(
        &mut self,
        claim: Claim,
        item: &DraftItem,
        rank: &Rank,
        (tag_ranks, stay_ranks): (&mut Behind, &mut Behind),
    ) -> Result<Uuid, EditError> {
        let id = Uuid::now_v7();
        let mut fields = self.fields(item)?;
        let last = Last::from([
            (Field::Title, json!(fields.title)),
            (Field::Notes, last::notes(&fields.notes)),
            (Field::Kind, json!(fields.kind)),
            (Field::Estimate, json!(fields.estimate)),
            (Field::Status, json!([fields.status, fields.done, fields.done_on])),
            (Field::Parent, self.home(item.step)),
            (Field::Slice, self.slice_value(item.slice, None)),
            (Field::Sprint, self.sprints_value(&item.sprints, None)),
            (Field::Tags, tags_value(&item.tags)),
        ]);
        let last = last.into_iter().filter(|(field, _)| {
            !self.draft.lacks.contains(field) && (*field == Field::Title || !item.source.made)
        });
        let last: Last = last.collect();
        if let Claim::Known(Level::Task, task) = claim {
            self.keep_of_task(task, item, &mut fields);
            self.removed.push((Level::Task, task));
        }
        let (system, stored) = self.source_columns(&last, &item.source, claim, None);
        self.db
            .prepare_cached(
                "INSERT INTO item (id, rank, step, slice, kind, title, notes, estimate, status, done,
                 done_on, source_system, source_key, source_url, source_kind, source_created,
                 source_updated, source_row)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
            )?
            .execute(params![
                id,
                rank,
                fields.step,
                fields.slice,
                fields.kind,
                fields.title,
                fields.notes,
                fields.estimate,
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
        for tag in &item.tags {
            self.tie_tag(id, tag, tag_ranks)?;
        }
        let ids =
            item.sprints.iter().filter_map(|at| self.sprints.get(*at as usize).copied().flatten());
        for (sprint, left) in stays(ids, fields.done) {
            self.insert_stay(id, sprint, left, stay_ranks)?;
        }
        Ok(id)
    }

    /// What people gave a task that is a PBI now: its title, and the slice into which they pulled it.
    fn keep_of_task(&mut self, task: Uuid, item: &DraftItem, fields: &mut ItemFields) {
        let Some(ours) = self.known.tasks.get(&task).map(|task| task.fields.clone()) else {
            return;
        };
        let last = self.lasts.remove(&task).unwrap_or_default();
        if last.get(&Field::Title) != Some(&json!(ours.title)) && ours.title != fields.title {
            self.keep(&item.source, Field::Title, &item.title);
            fields.title = ours.title;
        }
        let was = last.get(&Field::Slice).and_then(name_and_id).map(|(_, id)| id);
        if ours.slice.is_some() && ours.slice != was && ours.slice != fields.slice {
            self.keep(&item.source, Field::Slice, "");
            fields.slice = ours.slice;
        }
    }

    fn update_item(
        &mut self,
        id: Uuid,
        item: &DraftItem,
        (moved, tag_ranks, stay_ranks): (&mut Option<Behind>, &mut Behind, &mut Behind),
    ) -> Result<(), EditError> {
        let draft = self.draft;
        let Some(KnownItem { stored, fields: ours, .. }) = self.known.items.get(&id).cloned()
        else {
            return Ok(());
        };
        let mut theirs = self.fields(item)?;
        let last = self.lasts.get(&id);
        if theirs.done && theirs.done_on.is_none() {
            theirs.done_on = day_of(last);
        }
        let slice = self.slice_value(item.slice, last.and_then(|last| last.get(&Field::Slice)));
        let sprints =
            self.sprints_value(&item.sprints, last.and_then(|last| last.get(&Field::Sprint)));
        let our_slice = our_place(ours.slice, &self.known.slices);
        let (our_home, home) = (self.our_home(ours.step), self.home(item.step));
        let step_name = self.step_name(item.step);
        let mut next = ours.clone();

        let mut merge = self.merge(id, &item.source, &draft.lacks);
        if merge.takes_title(Some(&ours.title), Some(&theirs.title)) {
            next.title = theirs.title;
        }
        if merge.takes(
            Field::Notes,
            &last::notes(&ours.notes),
            last::notes(&theirs.notes),
            &theirs.notes,
        ) {
            next.notes = theirs.notes;
        }
        let shown = theirs.kind.as_deref().unwrap_or_default().to_owned();
        if merge.takes(Field::Kind, &json!(ours.kind), json!(theirs.kind), &shown) {
            next.kind = theirs.kind;
        }
        let shown = theirs.estimate.map(|points| points.to_string()).unwrap_or_default();
        if merge.takes(Field::Estimate, &json!(ours.estimate), json!(theirs.estimate), &shown) {
            next.estimate = theirs.estimate;
        }
        let our_state = json!([ours.status, ours.done, ours.done_on]);
        let state = json!([theirs.status, theirs.done, theirs.done_on]);
        let was_done = done_of(merge.last.get(&Field::Status));
        if merge.takes(Field::Status, &our_state, state, &theirs.status) {
            (next.status, next.done, next.done_on) = (theirs.status, theirs.done, theirs.done_on);
        }
        if merge.takes(Field::Parent, &our_home, home, &step_name) {
            next.step = theirs.step;
        }
        let shown = slice.get(0).and_then(Value::as_str).unwrap_or_default().to_owned();
        if merge.takes_place(Field::Slice, &our_slice, slice, &shown) {
            next.slice = theirs.slice;
        }
        let last = std::mem::take(&mut merge.last);
        let before = self.db.total_changes();
        let last = self.merge_tags(id, item, last, tag_ranks)?;
        let done = (was_done, item.done);
        let last = self.merge_sprints(id, item, last, sprints, done, stay_ranks)?;

        self.changed += u32::from(next != ours || self.db.total_changes() != before);

        let claim = Claim::Known(Level::Item, id);
        let (_, columns) = self.source_columns(&last, &item.source, claim, Some(&stored));
        self.lasts.insert(id, last);
        if next == ours && columns == stored {
            return Ok(());
        }
        // What comes into another cell goes to its end.
        let mut rank = None;
        if (next.step, next.slice) != (ours.step, ours.slice) {
            if moved.is_none() {
                *moved = Some(Behind::of(self.last_rank("item")?));
            }
            rank = moved.as_mut().map(Behind::next);
        }
        self.write_item(id, &next, &columns, rank.as_ref())
    }

    /// Whether the file has no types, and so says nothing of what is a PBI and what a task.
    pub(super) fn levels_unknown(&self) -> bool {
        self.draft.lacks.contains(&Field::Kind)
    }

    /// Title and state of a row that the map has as something else than a PBI follow the draft.
    fn follow(&mut self, level: Level, id: Uuid, item: &DraftItem) -> Result<(), EditError> {
        let source = item.source.clone();
        let title = Some(item.title.clone());
        match level {
            Level::Activity => self.update_activity(id, &DraftActivity { title, source }),
            Level::Task => {
                let DraftItem { title, status, done, done_on, .. } = item.clone();
                let task =
                    DraftTask { title, status, done, done_on, source, ..DraftTask::default() };
                let lacks: Vec<_> = self
                    .draft
                    .lacks
                    .iter()
                    .copied()
                    .chain([Field::Parent, Field::Slice, Field::Sprint])
                    .collect();
                self.update_task(id, &task, &lacks, &mut None)
            }
            Level::Goal | Level::Step | Level::Item => Ok(()),
        }
    }

    fn write_item(
        &self,
        id: Uuid,
        fields: &ItemFields,
        stored: &Stored,
        rank: Option<&Rank>,
    ) -> Result<(), EditError> {
        self.db
            .prepare_cached(
                "UPDATE item SET rank = coalesce(?2, rank), step = ?3, slice = ?4, kind = ?5, title = ?6,
                 notes = ?7, estimate = ?8, status = ?9, done = ?10, done_on = ?11, source_key = ?12,
                 source_url = ?13, source_kind = ?14, source_created = ?15, source_updated = ?16,
                 source_row = ?17 WHERE id = ?1",
            )?
            .execute(params![
                id,
                rank,
                fields.step,
                fields.slice,
                fields.kind,
                fields.title,
                fields.notes,
                fields.estimate,
                fields.status,
                fields.done,
                fields.done_on,
                stored.key,
                stored.url,
                stored.kind,
                stored.created,
                stored.updated,
                stored.row
            ])?;
        Ok(())
    }

    /// What a PBI of the map is in: the key of its step or of its activity, empty where it has none.
    pub(super) fn our_home(&self, step: Option<Uuid>) -> Value {
        json!(step.map(|step| self.known.homes.get(&step).cloned().unwrap_or_default()))
    }

    /// What a report calls a step of the draft.
    fn step_name(&self, step: Option<u32>) -> String {
        let step = step.and_then(|step| self.draft.steps.get(step as usize));
        let activity = step.and_then(|step| self.draft.activities.get(step.activity as usize));
        let title = step.and_then(|step| step.title.clone());
        title.or_else(|| activity.and_then(|activity| activity.title.clone())).unwrap_or_default()
    }
}

/// Ranks behind the last, one by one.
pub(super) struct Behind(Option<Rank>);

impl Behind {
    pub(super) fn of(last: Option<Rank>) -> Self {
        Self(last)
    }

    pub(super) fn next(&mut self) -> Rank {
        let rank = Rank::between(self.0.as_ref(), None);
        self.0 = Some(rank.clone());
        rank
    }
}

/// A slice or Sprint of the draft as it is kept; one that people removed keeps the id that it had.
pub(super) fn value_of(name: &str, id: Option<Uuid>, last: Option<&Value>) -> Value {
    match (id, last) {
        (None, Some(last)) if last.get(0).and_then(Value::as_str) == Some(name) => last.clone(),
        _ => place(name, id),
    }
}

/// A slice or Sprint of the map.
pub(super) fn our_place(id: Option<Uuid>, named: &Named) -> Value {
    let Some(id) = id else { return Value::Null };
    place(named.names.get(&id).map_or("", String::as_str), Some(id))
}

/// The day on which a row was Done by the last import: a file that says Done without a day does not
/// take it away.
pub(super) fn day_of(last: Option<&Last>) -> Option<String> {
    last?.get(&Field::Status)?.get(2)?.as_str().map(str::to_owned)
}

//! What is tied to a PBI: tags and stays in Sprints.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Value, json};
use uuid::Uuid;

use super::items::Behind;
use super::last::{self, Last, name_and_id};
use super::{DraftItem, Field, Run};
use crate::board::{Rank, Title};
use crate::edit::rows::title;
use crate::edit::{EditError, Noun};

impl Run<'_> {
    /// Tags one by one: what the source put on or took off since the last import follows, and what
    /// people did stays.
    pub(super) fn merge_tags(
        &mut self,
        id: Uuid,
        item: &DraftItem,
        mut last: Last,
        ranks: &mut Behind,
    ) -> Result<Last, EditError> {
        if item.source.made || self.draft.lacks.contains(&Field::Tags) {
            return Ok(last);
        }
        let was = last.insert(Field::Tags, tags_value(&item.tags));
        let was: Vec<&str> = was
            .as_ref()
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let ties = self.known.tags_of.get(&id).cloned().unwrap_or_default();
        let names = &self.known.tags.names;
        let ours: HashMap<String, Uuid> = ties
            .iter()
            .filter_map(|(_, tag)| names.get(tag).map(|name| (name.clone(), *tag)))
            .collect();
        let theirs: Vec<String> = item.tags.iter().filter_map(|tag| one_line(tag)).collect();
        for tag in &theirs {
            // What people took off stays off.
            if !ours.contains_key(tag) && !was.contains(&tag.as_str()) {
                self.tie_tag(id, tag, ranks)?;
            }
        }
        for tag in was.into_iter().filter(|tag| !theirs.iter().any(|name| name == tag)) {
            let Some(tag) = ours.get(tag) else { continue };
            self.db
                .prepare_cached("DELETE FROM item_tag WHERE item = ?1 AND tag = ?2")?
                .execute((id, tag))?;
            self.db
                .prepare_cached(
                    "DELETE FROM tag WHERE id = ?1
                     AND NOT EXISTS (SELECT 1 FROM item_tag WHERE tag = ?1)",
                )?
                .execute([tag])?;
        }
        Ok(last)
    }

    /// Puts a tag on a PBI; it is made if there is none of that name.
    pub(super) fn tie_tag(
        &mut self,
        item: Uuid,
        name: &str,
        ranks: &mut Behind,
    ) -> Result<(), EditError> {
        let name = title(Noun::Tag, name)?;
        let known = self.known.tags.by_name.get(&*name).copied();
        let tag = match known {
            Some(tag) => tag,
            None => {
                let tag = Uuid::now_v7();
                let rank = Rank::between(self.last_rank("tag")?.as_ref(), None);
                let system = Some(&self.draft.system).filter(|system| !system.is_empty());
                self.db
                    .prepare_cached(
                        "INSERT INTO tag (id, rank, name, source_system, source_key)
                         VALUES (?1, ?2, ?3, ?4, ?5)",
                    )?
                    .execute((tag, rank, &name, system, system.map(|_| &name)))?;
                self.created.push(tag);
                self.known.tags.by_name.insert(name.to_string(), tag);
                self.known.tags.names.insert(tag, name.to_string());
                tag
            }
        };
        let ties = self.known.tags_of.entry(item).or_default();
        if ties.iter().any(|(_, on)| *on == tag) {
            return Ok(());
        }
        let tie = Uuid::now_v7();
        ties.push((tie, tag));
        self.db
            .prepare_cached("INSERT INTO item_tag (id, rank, item, tag) VALUES (?1, ?2, ?3, ?4)")?
            .execute((tie, ranks.next(), item, tag))?;
        Ok(())
    }

    /// Stays in Sprints, all of a PBI's at once: they follow the source if people left them alone.
    pub(super) fn merge_sprints(
        &mut self,
        id: Uuid,
        item: &DraftItem,
        mut last: Last,
        sprints: Value,
        (was_done, done): (bool, bool),
        ranks: &mut Behind,
    ) -> Result<Last, EditError> {
        if item.source.made || self.draft.lacks.contains(&Field::Sprint) {
            return Ok(last);
        }
        let known = self.known.stays.get(&id).cloned().unwrap_or_default();
        let ours: BTreeMap<Uuid, Option<String>> =
            known.iter().map(|(sprint, (_, left))| (*sprint, left.clone())).collect();
        let ids = |value: &Value| -> Vec<Uuid> {
            let places = value.as_array().into_iter().flatten();
            places.filter_map(name_and_id).map(|(_, id)| id).collect()
        };
        let as_map = |ids: Vec<Uuid>, done| -> BTreeMap<Uuid, Option<String>> {
            stays(ids.into_iter(), done).map(|(id, left)| (id, left.map(str::to_owned))).collect()
        };
        let theirs = as_map(ids(&sprints), done);
        let was = last.insert(Field::Sprint, sprints).map(|was| as_map(ids(&was), was_done));
        if theirs == ours {
            return Ok(last);
        }
        if was.as_ref() == Some(&theirs) {
            return Ok(last);
        }
        if was.as_ref() != Some(&ours) {
            let name = item.sprints.last().and_then(|at| self.draft.sprints.get(*at as usize));
            self.keep(&item.source, Field::Sprint, name.map_or("", |name| name));
            return Ok(last);
        }
        for (sprint, (stay, left)) in &known {
            match theirs.get(sprint) {
                None => self
                    .db
                    .prepare_cached("DELETE FROM sprint_item WHERE id = ?1")?
                    .execute([stay])?,
                Some(now) if now != left => self
                    .db
                    .prepare_cached("UPDATE sprint_item SET left_as = ?2 WHERE id = ?1")?
                    .execute((stay, now))?,
                Some(_) => 0,
            };
        }
        for (sprint, left) in theirs.iter().filter(|(sprint, _)| !known.contains_key(*sprint)) {
            if self.known.sprints.names.contains_key(sprint)
                || self.sprints.contains(&Some(*sprint))
            {
                self.insert_stay(id, *sprint, left.as_deref(), ranks)?;
            }
        }
        Ok(last)
    }

    pub(super) fn insert_stay(
        &self,
        item: Uuid,
        sprint: Uuid,
        left: Option<&str>,
        ranks: &mut Behind,
    ) -> Result<(), EditError> {
        self.db
            .prepare_cached(
                "INSERT INTO sprint_item (id, rank, sprint, item, left_as)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute((Uuid::now_v7(), ranks.next(), sprint, item, left))?;
        Ok(())
    }

    /// Whether people left a PBI as it was imported, its title aside, and gave it no tasks.
    pub(super) fn is_untouched(&self, id: Uuid) -> bool {
        let (Some(item), Some(last)) = (self.known.items.get(&id), self.lasts.get(&id)) else {
            return false;
        };
        let ours = &item.fields;
        // What no import spoke of was empty then.
        let same =
            |field: Field, ours: Value, empty: Value| *last.get(&field).unwrap_or(&empty) == ours;
        let last_slice = last.get(&Field::Slice).and_then(name_and_id).map(|(_, id)| id);
        let sprints = last.get(&Field::Sprint).and_then(Value::as_array).into_iter().flatten();
        let sprints = sprints.filter_map(name_and_id).map(|(_, id)| id);
        let done = done_of(last.get(&Field::Status));
        let stays: BTreeMap<_, _> =
            stays(sprints, done).map(|(id, left)| (id, left.map(str::to_owned))).collect();
        let our_stays: BTreeMap<_, _> = self
            .known
            .stays
            .get(&id)
            .map(|stays| stays.iter().map(|(id, (_, left))| (*id, left.clone())).collect())
            .unwrap_or_default();
        let tags = self.known.tags_of.get(&id).into_iter().flatten();
        let mut tags: Vec<_> = tags.filter_map(|(_, tag)| self.known.tags.names.get(tag)).collect();
        tags.sort_unstable();
        !item.has_story
            && !self.known.with_tasks.contains(&id)
            && same(Field::Notes, last::notes(&ours.notes), last::notes(""))
            && same(Field::Kind, json!(ours.kind), Value::Null)
            && same(Field::Estimate, json!(ours.estimate), Value::Null)
            && same(
                Field::Status,
                json!([ours.status, ours.done, ours.done_on]),
                json!(["", false, null]),
            )
            && same(Field::Parent, self.our_home(ours.step), Value::Null)
            && same(Field::Tags, json!(tags), json!([]))
            && ours.slice == last_slice
            && our_stays == stays
    }
}

/// How a PBI left the Sprints that it is in, in order: returned from all but the last.
pub(super) fn stays(
    sprints: impl Iterator<Item = Uuid>,
    done: bool,
) -> impl Iterator<Item = (Uuid, Option<&'static str>)> {
    let mut sprints = sprints.peekable();
    std::iter::from_fn(move || {
        let sprint = sprints.next()?;
        let left = match sprints.peek() {
            Some(_) => Some("returned"),
            None => done.then_some("done"),
        };
        Some((sprint, left))
    })
}

pub(super) fn done_of(status: Option<&Value>) -> bool {
    status.and_then(|status| status.get(1)).and_then(Value::as_bool).unwrap_or(false)
}

fn one_line(tag: &str) -> Option<String> {
    Title::new(tag).ok().map(|tag| tag.to_string())
}

/// Tags as they are kept, in order.
pub(super) fn tags_value(tags: &[String]) -> Value {
    let mut tags: Vec<_> = tags.iter().filter_map(|tag| one_line(tag)).collect();
    tags.sort_unstable();
    tags.dedup();
    json!(tags)
}

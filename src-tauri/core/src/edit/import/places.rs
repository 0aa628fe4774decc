//! Slices and Sprints, made or found; and what every row that comes in asks.

use std::collections::{HashMap, HashSet};

use rusqlite::OptionalExtension;
use serde_json::Value;
use uuid::Uuid;

use super::known::{Claim, Level, Named, Stored};
use super::last::{self, Merge, name_and_id};
use super::{DraftSource, Field, Run};
use crate::board::Rank;
use crate::edit::rows::title;
use crate::edit::{EditError, Noun};

impl Run<'_> {
    /// The rank of the last row of a table.
    pub(super) fn last_rank(&self, table: &str) -> Result<Option<Rank>, EditError> {
        let sql = format!("SELECT rank FROM {table} ORDER BY rank DESC, id DESC LIMIT 1");
        Ok(self.db.prepare_cached(&sql)?.query_row([], |row| row.get(0)).optional()?)
    }

    /// Ranks for so many rows behind the last of a table.
    pub(super) fn ranks(
        &self,
        table: &str,
        count: usize,
    ) -> Result<std::vec::IntoIter<Rank>, EditError> {
        let last = if count == 0 { None } else { self.last_rank(table)? };
        Ok(Rank::spread(last.as_ref(), None, count).into_iter())
    }

    /// Finds or makes the slices and Sprints of the draft.
    pub(super) fn make_slices_and_sprints(&mut self) -> Result<(), EditError> {
        let draft = self.draft;
        let mut slices: Vec<(usize, Claim, &DraftSource)> = Vec::new();
        let mut sprints = Vec::new();
        for (item, claim) in draft.items.iter().zip(&self.claims.items) {
            slices.extend(item.slice.map(|slice| (slice as usize, *claim, &item.source)));
            sprints.extend(item.sprints.iter().map(|s| (*s as usize, *claim, &item.source)));
        }
        for (task, claim) in draft.tasks.iter().zip(&self.claims.tasks) {
            slices.extend(task.slice.map(|slice| (slice as usize, *claim, &task.source)));
            sprints.extend(task.sprint.map(|sprint| (sprint as usize, *claim, &task.source)));
        }
        self.slices = self.find_or_make(Noun::Slice, Field::Slice, &draft.slices, &slices)?;
        self.sprints = self.find_or_make(Noun::Sprint, Field::Sprint, &draft.sprints, &sprints)?;
        Ok(())
    }

    /// By name; else what the rows that were imported with that name are in, if people renamed it; else
    /// made, if a row comes new into it.
    fn find_or_make(
        &mut self,
        noun: Noun,
        field: Field,
        names: &[String],
        uses: &[(usize, Claim, &DraftSource)],
    ) -> Result<Vec<Option<Uuid>>, EditError> {
        let known = if noun == Noun::Slice { &self.known.slices } else { &self.known.sprints };
        let renamed = self.renamed(field, known);
        let mut wanted = HashSet::new();
        for (at, claim, _) in uses {
            let was_in = match claim {
                Claim::Known(Level::Item | Level::Task, id) => self.lasts.get(id),
                _ => None,
            };
            let name = names.get(*at).map_or("", |name| name.trim());
            if !was_in.is_some_and(|last| names_in(last.get(&field)).any(|(was, _)| was == name)) {
                wanted.insert(*at);
            }
        }
        let mut found = Vec::with_capacity(names.len());
        for (at, name) in names.iter().enumerate() {
            let name = title(noun, name)?;
            let by_name = known.by_name.get(&*name).copied();
            let by_rows = renamed.get(&*name).copied();
            found.push((by_name.or(by_rows), wanted.contains(&at), name));
        }
        let table = if noun == Noun::Slice { "slice" } else { "sprint" };
        let count = found.iter().filter(|(id, wanted, _)| id.is_none() && *wanted).count();
        let mut ranks = self.ranks(table, count)?;
        let mut made: HashMap<String, Uuid> = HashMap::new();
        let mut ids = Vec::with_capacity(found.len());
        for (id, wanted, name) in found {
            let id = id.or_else(|| made.get(&*name).copied());
            if id.is_some() || !wanted {
                ids.push(id);
                continue;
            }
            let id = Uuid::now_v7();
            let sql = format!("INSERT INTO {table} (id, rank, name) VALUES (?1, ?2, ?3)");
            self.db.prepare_cached(&sql)?.execute((id, ranks.next(), &name))?;
            self.created.push(id);
            made.insert(name.to_string(), id);
            ids.push(Some(id));
        }
        Ok(ids)
    }

    /// Slices or Sprints that people renamed: by the name under which rows were imported into them.
    fn renamed(&self, field: Field, known: &Named) -> HashMap<String, Uuid> {
        let mut renamed = HashMap::new();
        for (name, id) in self.lasts.values().flat_map(|last| names_in(last.get(&field))) {
            if known.names.contains_key(&id) && !known.by_name.contains_key(name) {
                renamed.insert(name.to_owned(), id);
            }
        }
        renamed
    }

    /// The source columns of a row: none for one without a key, but for what was cut from it.
    pub(super) fn source_columns(
        &self,
        last: &last::Last,
        source: &DraftSource,
        claim: Claim,
        before: Option<&Stored>,
    ) -> (Option<&str>, Stored) {
        if claim == Claim::Keyless {
            let row = if source.cells.is_empty() {
                String::new()
            } else {
                last::write(last, source, None)
            };
            return (None, Stored { row, ..Stored::default() });
        }
        let row = last::write(last, source, before.map(|before| before.row.as_str()));
        (Some(self.draft.system.as_str()), Stored::next(source, row, before))
    }

    /// A merge of a draft's row with the row of the map that it is.
    pub(super) fn merge<'m>(
        &'m mut self,
        id: Uuid,
        source: &'m DraftSource,
        lacks: &'m [Field],
    ) -> Merge<'m> {
        Merge {
            source,
            lacks,
            last: self.lasts.remove(&id).unwrap_or_default(),
            kept: &mut self.kept,
        }
    }
}

/// The names and ids in a slice's or in Sprints' last value.
fn names_in(last: Option<&Value>) -> impl Iterator<Item = (&str, Uuid)> {
    let one = last.and_then(name_and_id);
    let several = last.and_then(Value::as_array).into_iter().flatten().filter_map(name_and_id);
    one.into_iter().chain(several)
}

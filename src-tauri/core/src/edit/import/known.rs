//! What the map has already: rows of the draft's system by key, and slices, Sprints and tags by name.

use std::collections::{BTreeMap, HashMap, HashSet};

use rusqlite::{Connection, Row};
use uuid::Uuid;

use super::{Draft, DraftSource};
use crate::edit::EditError;

/// What a row is on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Level {
    Goal,
    Activity,
    Step,
    Item,
    Task,
}

/// Which row of the map a row of the draft is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Claim {
    /// None, and none next time: it has no key.
    Keyless,
    /// None yet.
    New,
    /// This one.
    Known(Level, Uuid),
}

/// The source columns of a row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Stored {
    pub key: Option<String>,
    pub url: String,
    pub kind: String,
    pub created: String,
    pub updated: String,
    pub row: String,
}

impl Stored {
    /// The columns of every query below, first.
    const COLUMNS: &str =
        "id, source_key, source_url, source_kind, source_created, source_updated, source_row";

    fn read(row: &Row<'_>) -> rusqlite::Result<(Uuid, Self)> {
        let stored = Self {
            key: row.get(1)?,
            url: row.get(2)?,
            kind: row.get(3)?,
            created: row.get(4)?,
            updated: row.get(5)?,
            row: row.get(6)?,
        };
        Ok((row.get(0)?, stored))
    }

    /// The columns that a draft's row gives; what it does not say stays as `before` has it.
    pub fn next(source: &DraftSource, row: String, before: Option<&Self>) -> Self {
        let or_before = |theirs: &str, ours: fn(&Self) -> &String| match before {
            Some(before) if theirs.is_empty() => ours(before).clone(),
            _ => theirs.to_owned(),
        };
        Self {
            key: source.key.clone(),
            url: or_before(&source.url, |before| &before.url),
            kind: or_before(&source.kind, |before| &before.kind),
            created: or_before(&source.created, |before| &before.created),
            updated: or_before(&source.updated, |before| &before.updated),
            row,
        }
    }
}

/// An activity or a step that was imported.
#[derive(Debug, Clone)]
pub(super) struct KnownTitle {
    pub stored: Stored,
    pub title: Option<String>,
}

/// The fields of a PBI that imports fill.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct ItemFields {
    pub step: Option<Uuid>,
    pub slice: Option<Uuid>,
    pub kind: Option<String>,
    pub title: String,
    pub notes: String,
    pub estimate: Option<f64>,
    pub status: String,
    pub done: bool,
    pub done_on: Option<String>,
}

/// A PBI that was imported.
#[derive(Debug, Clone)]
pub(super) struct KnownItem {
    pub stored: Stored,
    pub fields: ItemFields,
    /// Whether people wrote a story sentence.
    pub has_story: bool,
}

/// The fields of a task that imports fill.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct TaskFields {
    pub item: Option<Uuid>,
    pub slice: Option<Uuid>,
    pub sprint: Option<Uuid>,
    pub title: String,
    pub status: String,
    pub done: bool,
    pub done_on: Option<String>,
}

/// A task that was imported.
#[derive(Debug, Clone)]
pub(super) struct KnownTask {
    pub stored: Stored,
    pub fields: TaskFields,
}

/// Slices or Sprints.
#[derive(Debug, Default)]
pub(super) struct Named {
    pub by_name: HashMap<String, Uuid>,
    pub names: HashMap<Uuid, String>,
}

/// What the map has already.
#[derive(Debug, Default)]
pub(super) struct Known {
    keys: HashMap<String, (Level, Uuid)>,
    claimed_keys: HashSet<String>,
    claimed_rows: HashSet<Uuid>,
    pub goals: HashMap<Uuid, KnownTitle>,
    pub activities: HashMap<Uuid, KnownTitle>,
    pub steps: HashMap<Uuid, KnownTitle>,
    pub items: HashMap<Uuid, KnownItem>,
    pub tasks: HashMap<Uuid, KnownTask>,
    /// Each activity's steps in order, with whether they have a key.
    pub steps_of: HashMap<Uuid, Vec<(Uuid, bool)>>,
    /// Each step's key, or its activity's; empty where people made both.
    pub homes: HashMap<Uuid, String>,
    pub slices: Named,
    pub sprints: Named,
    pub tags: Named,
    /// Each PBI's stays in Sprints: the stay's id, and how it left.
    pub stays: HashMap<Uuid, BTreeMap<Uuid, (Uuid, Option<String>)>>,
    /// Each PBI's tags: the id of the tie, and the tag.
    pub tags_of: HashMap<Uuid, Vec<(Uuid, Uuid)>>,
    /// PBIs that have tasks.
    pub with_tasks: HashSet<Uuid>,
}

impl Known {
    /// Reads it. Rows are read only if the draft has keys to find them by.
    ///
    /// # Errors
    /// [`EditError::Storage`].
    pub fn load(db: &Connection, draft: &Draft) -> Result<Self, EditError> {
        let mut known = Self {
            slices: named(db, "slice")?,
            sprints: named(db, "sprint")?,
            tags: named(db, "tag")?,
            ..Self::default()
        };
        let sources = draft.goals.iter().map(|row| &row.source);
        let sources = sources.chain(draft.activities.iter().map(|row| &row.source));
        let sources = sources.chain(draft.steps.iter().map(|row| &row.source));
        let sources = sources.chain(draft.items.iter().map(|row| &row.source));
        let mut sources = sources.chain(draft.tasks.iter().map(|row| &row.source));
        if sources.any(|source| source.key.is_some()) {
            known.load_rows(db, &draft.system)?;
            known.load_ties(db)?;
        }
        Ok(known)
    }

    fn load_rows(&mut self, db: &Connection, system: &str) -> Result<(), EditError> {
        self.goals = self
            .load_level(db, system, Level::Goal, "goal", "title", |row| row.get(7))?
            .into_iter()
            .map(|(id, stored, title)| (id, KnownTitle { stored, title }))
            .collect();
        self.activities = self
            .load_level(db, system, Level::Activity, "activity", "title", |row| row.get(7))?
            .into_iter()
            .map(|(id, stored, title)| (id, KnownTitle { stored, title }))
            .collect();
        self.steps = self
            .load_level(db, system, Level::Step, "step", "title", |row| row.get(7))?
            .into_iter()
            .map(|(id, stored, title)| (id, KnownTitle { stored, title }))
            .collect();
        let columns =
            "step, slice, kind, title, notes, estimate, status, done, done_on, story <> ''";
        self.items = self
            .load_level(db, system, Level::Item, "item", columns, |row| {
                let fields = ItemFields {
                    step: row.get(7)?,
                    slice: row.get(8)?,
                    kind: row.get(9)?,
                    title: row.get(10)?,
                    notes: row.get(11)?,
                    estimate: row.get(12)?,
                    status: row.get(13)?,
                    done: row.get(14)?,
                    done_on: row.get(15)?,
                };
                Ok((fields, row.get(16)?))
            })?
            .into_iter()
            .map(|(id, stored, (fields, has_story))| (id, KnownItem { stored, fields, has_story }))
            .collect();
        let columns = "item, slice, sprint, title, status, done, done_on";
        self.tasks = self
            .load_level(db, system, Level::Task, "task", columns, |row| {
                Ok(TaskFields {
                    item: row.get(7)?,
                    slice: row.get(8)?,
                    sprint: row.get(9)?,
                    title: row.get(10)?,
                    status: row.get(11)?,
                    done: row.get(12)?,
                    done_on: row.get(13)?,
                })
            })?
            .into_iter()
            .map(|(id, stored, fields)| (id, KnownTask { stored, fields }))
            .collect();
        Ok(())
    }

    /// The imported rows of one table. Of two with one key, the first in order is meant.
    fn load_level<T>(
        &mut self,
        db: &Connection,
        system: &str,
        level: Level,
        table: &str,
        columns: &str,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<(Uuid, Stored, T)>, EditError> {
        let source = Stored::COLUMNS;
        let sql = format!(
            "SELECT {source}, {columns} FROM {table}
             WHERE source_system = ?1 AND source_key IS NOT NULL ORDER BY rank, id"
        );
        let rows: Vec<_> = db
            .prepare_cached(&sql)?
            .query_map([system], |row| {
                let (id, stored) = Stored::read(row)?;
                Ok((id, stored, read(row)?))
            })?
            .collect::<Result<_, _>>()?;
        for (id, stored, _) in &rows {
            if let Some(key) = &stored.key {
                self.keys.entry(key.clone()).or_insert((level, *id));
            }
        }
        Ok(rows)
    }

    fn load_ties(&mut self, db: &Connection) -> Result<(), EditError> {
        let mut steps = db.prepare_cached("SELECT id, activity FROM step ORDER BY rank, id")?;
        let mut rows = steps.query([])?;
        while let Some(row) = rows.next()? {
            let (step, activity): (Uuid, Uuid) = (row.get(0)?, row.get(1)?);
            let own = self.steps.get(&step).and_then(|step| step.stored.key.clone());
            self.steps_of.entry(activity).or_default().push((step, own.is_some()));
            let home = own
                .or_else(|| {
                    self.activities.get(&activity).and_then(|known| known.stored.key.clone())
                })
                .unwrap_or_default();
            self.homes.insert(step, home);
        }
        let mut stays = db.prepare_cached("SELECT item, sprint, id, left_as FROM sprint_item")?;
        let mut rows = stays.query([])?;
        while let Some(row) = rows.next()? {
            self.stays
                .entry(row.get(0)?)
                .or_default()
                .insert(row.get(1)?, (row.get(2)?, row.get(3)?));
        }
        let mut ties = db.prepare_cached("SELECT item, id, tag FROM item_tag ORDER BY rank, id")?;
        let mut rows = ties.query([])?;
        while let Some(row) = rows.next()? {
            self.tags_of.entry(row.get(0)?).or_default().push((row.get(1)?, row.get(2)?));
        }
        let mut tasks =
            db.prepare_cached("SELECT DISTINCT item FROM task WHERE item IS NOT NULL")?;
        let mut rows = tasks.query([])?;
        while let Some(row) = rows.next()? {
            self.with_tasks.insert(row.get(0)?);
        }
        Ok(())
    }

    /// The `source_row` of an imported row.
    pub fn row(&self, id: Uuid) -> Option<&str> {
        let stored = self.items.get(&id).map(|item| &item.stored);
        let stored = stored.or_else(|| self.tasks.get(&id).map(|task| &task.stored));
        let stored = stored.or_else(|| self.activities.get(&id).map(|activity| &activity.stored));
        let stored = stored.or_else(|| self.steps.get(&id).map(|step| &step.stored));
        let stored = stored.or_else(|| self.goals.get(&id).map(|goal| &goal.stored));
        stored.map(|stored| stored.row.as_str())
    }

    /// Which row of the map a row of the draft is. A key claims once: a draft that has it twice gets a
    /// keyless row for the second.
    pub fn claim(&mut self, source: &DraftSource) -> Claim {
        let Some(key) = &source.key else { return Claim::Keyless };
        if !self.claimed_keys.insert(key.clone()) {
            return Claim::Keyless;
        }
        let by_id = || source.id.as_ref().and_then(|id| self.keys.get(id));
        match self.keys.get(key).or_else(by_id) {
            Some((level, id)) if self.claimed_rows.insert(*id) => Claim::Known(*level, *id),
            _ => Claim::New,
        }
    }
}

fn named(db: &Connection, table: &str) -> Result<Named, EditError> {
    let mut named = Named::default();
    let mut statement =
        db.prepare_cached(&format!("SELECT name, id FROM {table} ORDER BY rank, id"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (name, id): (String, Uuid) = (row.get(0)?, row.get(1)?);
        named.by_name.entry(name.clone()).or_insert(id);
        named.names.insert(id, name);
    }
    Ok(named)
}

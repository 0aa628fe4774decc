//! One row on its way to another level: what it says, where it stands, and how it is written there.

use rusqlite::{Connection, OptionalExtension, ToSql};
use uuid::Uuid;

use super::Level;
use crate::board::{ActivityId, ItemId, Kind, MAX_TEXT_CHARS, Rank, SliceId, StepId, Title};
use crate::edit::rows::{rank_at, rank_at_within, title};
use crate::edit::{EditError, Noun};

const SOURCE: &str = "source_system, source_key, source_url, source_kind, source_created, \
                      source_updated, source_row";

/// A row as it is before.
pub(super) struct Row {
    pub what: Noun,
    pub id: Uuid,
    /// Empty: untitled.
    pub title: String,
    pub notes: String,
    pub spot: Spot,
}

/// Where a row stands.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Spot {
    pub activity: Option<ActivityId>,
    pub step: Option<StepId>,
    pub slice: Option<SliceId>,
    /// In a cell: the PBI after which it comes. That of a task is its own PBI.
    pub after: Option<ItemId>,
}

/// Finds a row of whatever level.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn find(db: &Connection, id: Uuid) -> Result<Row, EditError> {
    for what in [Noun::Item, Noun::Task, Noun::Step, Noun::Activity, Noun::Goal] {
        let sql = format!("SELECT title FROM {} WHERE id = ?1", what.table());
        let title: Option<Option<String>> =
            db.prepare_cached(&sql)?.query_row([id], |row| row.get(0)).optional()?;
        if let Some(title) = title {
            let title = title.unwrap_or_default();
            let (notes, spot) = (notes(db, what, id)?, spot(db, what, id)?);
            return Ok(Row { what, id, title, notes, spot });
        }
    }
    Err(EditError::Gone { what: Noun::Item })
}

/// Everything that is written about a row, one paragraph for each.
fn notes(db: &Connection, what: Noun, id: Uuid) -> Result<String, EditError> {
    let columns = match what {
        Noun::Goal => "outcome, measure, notes",
        Noun::Item => "story, notes, ''",
        _ => "notes, '', ''",
    };
    let sql = format!("SELECT {columns} FROM {} WHERE id = ?1", what.table());
    let texts: [String; 3] = db
        .prepare_cached(&sql)?
        .query_row([id], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?]))?;
    let criteria: Vec<String> = db
        .prepare_cached("SELECT text, met FROM criterion WHERE item = ?1 ORDER BY rank, id")?
        .query_map([id], |row| {
            let (text, met): (String, bool) = (row.get(0)?, row.get(1)?);
            Ok(format!("- [{}] {text}", if met { 'x' } else { ' ' }))
        })?
        .collect::<Result<_, _>>()?;
    let mut parts: Vec<String> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    if !criteria.is_empty() {
        parts.push(criteria.join("\n"));
    }
    let notes = parts.join("\n\n");
    match notes.chars().count() {
        chars if chars > MAX_TEXT_CHARS => Err(EditError::TextTooLong { chars }),
        _ => Ok(notes),
    }
}

fn spot(db: &Connection, what: Noun, id: Uuid) -> Result<Spot, EditError> {
    let sql = match what {
        Noun::Item => {
            "SELECT step.activity, item.step, item.slice, item.id
             FROM item LEFT JOIN step ON step.id = item.step WHERE item.id = ?1"
        }
        Noun::Task => {
            "SELECT step.activity, item.step, coalesce(task.slice, item.slice), item.id
             FROM task LEFT JOIN item ON item.id = task.item LEFT JOIN step ON step.id = item.step
             WHERE task.id = ?1"
        }
        Noun::Step => "SELECT activity, id, NULL, NULL FROM step WHERE id = ?1",
        Noun::Activity => {
            "SELECT id, (SELECT id FROM step WHERE activity = ?1 ORDER BY rank, id LIMIT 1),
             NULL, NULL FROM activity WHERE id = ?1"
        }
        // The first activity that it concerns, and that one's first step.
        _ => {
            "SELECT activity.id,
             (SELECT id FROM step WHERE activity = activity.id ORDER BY rank, id LIMIT 1), NULL, NULL
             FROM goal LEFT JOIN goal_activity ON goal_activity.goal = goal.id
             LEFT JOIN activity ON activity.id = goal_activity.activity
             WHERE goal.id = ?1 ORDER BY activity.rank, activity.id LIMIT 1"
        }
    };
    Ok(db.prepare_cached(sql)?.query_row([id], |row| {
        Ok(Spot {
            activity: row.get(0)?,
            step: row.get(1)?,
            slice: row.get(2)?,
            after: row.get(3)?,
        })
    })?)
}

/// An untitled activity at the end of the backbone, still without a step.
pub(super) fn untitled_activity(db: &Connection) -> Result<ActivityId, EditError> {
    let activity = ActivityId::make();
    let rank = rank_at(db, Noun::Activity, None, &[])?;
    db.prepare_cached("INSERT INTO activity (id, rank) VALUES (?1, ?2)")?
        .execute((activity, rank))?;
    Ok(activity)
}

impl Row {
    fn named(&self, what: Noun) -> Result<Title, EditError> {
        title(what, &self.title)
    }

    fn titled(&self) -> Option<&str> {
        Some(self.title.as_str()).filter(|title| !title.is_empty())
    }

    /// Writes the row into another table, with its source.
    fn insert(
        &self,
        db: &Connection,
        into: Noun,
        columns: &[(&str, &dyn ToSql)],
    ) -> Result<(), EditError> {
        let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
        let values: Vec<String> = (2..columns.len() + 2).map(|at| format!("?{at}")).collect();
        let sql = format!(
            "INSERT INTO {} (id, {}, {SOURCE}) SELECT id, {}, {SOURCE} FROM {} WHERE id = ?1",
            into.table(),
            names.join(", "),
            values.join(", "),
            self.what.table(),
        );
        let mut params: Vec<&dyn ToSql> = vec![&self.id];
        params.extend(columns.iter().map(|(_, value)| *value));
        db.prepare_cached(&sql)?.execute(params.as_slice())?;
        Ok(())
    }

    pub(super) fn insert_goal(&self, db: &Connection) -> Result<(), EditError> {
        let rank = rank_at(db, Noun::Goal, None, &[])?;
        let title = self.named(Noun::Goal)?;
        self.insert(
            db,
            Noun::Goal,
            &[("rank", &rank), ("title", &title), ("state", &"next"), ("notes", &self.notes)],
        )
    }

    pub(super) fn insert_activity(
        &self,
        db: &Connection,
        before: Option<ActivityId>,
    ) -> Result<(), EditError> {
        let rank = rank_at(db, Noun::Activity, before.map(|id| id.0), &[])?;
        let title = self.titled();
        self.insert(
            db,
            Noun::Activity,
            &[("rank", &rank), ("title", &title), ("notes", &self.notes)],
        )
    }

    pub(super) fn insert_step(
        &self,
        db: &Connection,
        activity: ActivityId,
        before: Option<StepId>,
    ) -> Result<(), EditError> {
        let within = ("activity = ?1", Some(activity.0));
        let rank = rank_at_within(db, Noun::Step, within, before.map(|id| id.0), &[])?;
        let title = self.titled();
        self.insert(
            db,
            Noun::Step,
            &[("rank", &rank), ("activity", &activity), ("title", &title), ("notes", &self.notes)],
        )
    }

    /// As a PBI in the cell where it stands; a step and an activity go to Later, below what is there.
    pub(super) fn insert_item(&self, db: &Connection) -> Result<(), EditError> {
        let title = self.named(Noun::Item)?;
        let Spot { step, slice, after, .. } = self.spot;
        let rank = rank_after(db, step, slice, after)?;
        self.insert(
            db,
            Noun::Item,
            &[
                ("rank", &rank),
                ("step", &step),
                ("slice", &slice),
                ("title", &title),
                ("notes", &self.notes),
            ],
        )?;
        if self.what == Noun::Task {
            db.prepare_cached(
                "UPDATE item SET (status, done, done_on) =
                 (SELECT status, done, done_on FROM task WHERE id = ?1) WHERE id = ?1",
            )?
            .execute([self.id])?;
        }
        Ok(())
    }

    /// As a task at the end of a PBI's list, or loose.
    pub(super) fn insert_task(
        &self,
        db: &Connection,
        item: Option<ItemId>,
    ) -> Result<(), EditError> {
        let title = self.named(Noun::Task)?;
        let within = ("item IS ?1", item.map(|id| id.0));
        let rank = rank_at_within(db, Noun::Task, within, None, &[])?;
        self.insert(
            db,
            Noun::Task,
            &[("rank", &rank), ("item", &item), ("title", &title), ("notes", &self.notes)],
        )?;
        if self.what == Noun::Item {
            db.prepare_cached(
                "UPDATE task SET (status, done, done_on) =
                 (SELECT status, done, done_on FROM item WHERE id = ?1) WHERE id = ?1",
            )?
            .execute([self.id])?;
        }
        Ok(())
    }

    /// A note is a PBI of that kind; a PBI that was one is undeclared again.
    pub(super) fn declare(&self, db: &Connection, to: Level) -> Result<(), EditError> {
        let note = Kind::Note.word();
        let sql = if to == Level::Note {
            "UPDATE item SET kind = ?2 WHERE id = ?1"
        } else {
            "UPDATE item SET kind = nullif(kind, ?2) WHERE id = ?1"
        };
        db.prepare_cached(sql)?.execute((self.id, note))?;
        Ok(())
    }
}

/// The rank right after a PBI in its cell; without one, at the cell's end.
pub(super) fn rank_after(
    db: &Connection,
    step: Option<StepId>,
    slice: Option<SliceId>,
    after: Option<ItemId>,
) -> Result<Rank, EditError> {
    let cell: Vec<(ItemId, Rank)> = db
        .prepare_cached(
            "SELECT id, rank FROM item WHERE step IS ?1 AND slice IS ?2 ORDER BY rank, id",
        )?
        .query_map((step, slice), |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    let at = after.and_then(|after| cell.iter().position(|(id, _)| *id == after));
    let at = at.or_else(|| cell.len().checked_sub(1));
    let above = at.and_then(|at| cell.get(at)).map(|(_, rank)| rank);
    let below = at.and_then(|at| cell.get(at + 1)).map(|(_, rank)| rank);
    Ok(Rank::between(above, below))
}

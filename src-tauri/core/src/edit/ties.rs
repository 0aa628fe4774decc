//! Ties between two nouns, such as the personas of a PBI: rows of two ids and no order.

use rusqlite::Connection;
use uuid::Uuid;

use super::rows::name_of;
use super::{EditError, Noun};

/// A table of ties and what it ties together.
pub(super) struct Ties {
    table: &'static str,
    from: (&'static str, Noun),
    to: (&'static str, Noun),
}

/// Whom PBIs are for.
pub(super) const ITEM_PERSONAS: Ties =
    Ties { table: "item_persona", from: ("item", Noun::Item), to: ("persona", Noun::Persona) };
/// Who takes steps.
pub(super) const STEP_PERSONAS: Ties =
    Ties { table: "step_persona", from: ("step", Noun::Step), to: ("persona", Noun::Persona) };
/// Whom slices serve.
pub(super) const SLICE_PERSONAS: Ties =
    Ties { table: "slice_persona", from: ("slice", Noun::Slice), to: ("persona", Noun::Persona) };
/// What Product Goals concern.
pub(super) const GOAL_ACTIVITIES: Ties =
    Ties { table: "goal_activity", from: ("goal", Noun::Goal), to: ("activity", Noun::Activity) };
/// Further steps of PBIs.
pub(super) const ITEM_REFERENCES: Ties =
    Ties { table: "item_reference", from: ("item", Noun::Item), to: ("step", Noun::Step) };
/// Rules of the Definition of Done that PBIs meet.
pub(super) const DONE_CHECKS: Ties =
    Ties { table: "done_check", from: ("item", Noun::Item), to: ("rule", Noun::DoneRule) };

/// PBIs of Increments.
pub(super) const INCREMENT_ITEMS: Ties = Ties {
    table: "increment_item",
    from: ("increment", Noun::Increment),
    to: ("item", Noun::Item),
};

impl Ties {
    /// Ties the two, if they are not tied already.
    ///
    /// # Errors
    /// [`EditError::Gone`] if one of them is not there.
    pub(super) fn tie(&self, db: &Connection, from: Uuid, to: Uuid) -> Result<(), EditError> {
        name_of(db, self.from.1, from)?;
        name_of(db, self.to.1, to)?;
        let Self { table, from: (left, _), to: (right, _) } = self;
        let sql = format!(
            "INSERT INTO {table} (id, {left}, {right}) SELECT ?1, ?2, ?3 WHERE NOT EXISTS
             (SELECT 1 FROM {table} WHERE {left} = ?2 AND {right} = ?3)"
        );
        db.prepare_cached(&sql)?.execute((Uuid::now_v7(), from, to))?;
        Ok(())
    }

    /// Unties the two, if they are tied.
    ///
    /// # Errors
    /// SQLite's.
    pub(super) fn untie(&self, db: &Connection, from: Uuid, to: Uuid) -> Result<(), EditError> {
        let Self { table, from: (left, _), to: (right, _) } = self;
        let sql = format!("DELETE FROM {table} WHERE {left} = ?1 AND {right} = ?2");
        db.prepare_cached(&sql)?.execute((from, to))?;
        Ok(())
    }

    /// Ties `from` to these and to no others.
    ///
    /// # Errors
    /// [`EditError::Gone`] if one of them is not there.
    pub(super) fn set(
        &self,
        db: &Connection,
        from: Uuid,
        to: impl IntoIterator<Item = Uuid>,
    ) -> Result<(), EditError> {
        let to: Vec<Uuid> = to.into_iter().collect();
        for gone in self.of(db, from)?.iter().filter(|id| !to.contains(id)) {
            self.untie(db, from, *gone)?;
        }
        to.iter().try_for_each(|to| self.tie(db, from, *to))
    }

    /// What `from` is tied to, in no order.
    ///
    /// # Errors
    /// SQLite's.
    pub(super) fn of(&self, db: &Connection, from: Uuid) -> Result<Vec<Uuid>, EditError> {
        let Self { table, from: (left, _), to: (right, _) } = self;
        let sql = format!("SELECT {right} FROM {table} WHERE {left} = ?1");
        Ok(db
            .prepare_cached(&sql)?
            .query_map([from], |row| row.get(0))?
            .collect::<Result<_, _>>()?)
    }
}

//! How a row leaves its old level: what stood below it goes elsewhere first.

use rusqlite::Connection;
use uuid::Uuid;

use super::Level;
use super::row::{Row, Spot, find, rank_after, untitled_activity};
use crate::board::{ActivityId, ItemId, Rank, StepId};
use crate::edit::rows::rank_at_within;
use crate::edit::{EditError, Noun};

impl Row {
    /// The row goes from its old table; what stood below it stays, where the module's table says.
    pub(super) fn leave(&self, db: &Connection, to: Level) -> Result<(), EditError> {
        match self.what {
            Noun::Item if to == Level::Task => self.take_tasks_along(db)?,
            Noun::Item => self.tasks_become_items(db, self.spot)?,
            Noun::Step => {
                let neighbour = neighbour_step(db, StepId(self.id))?;
                self.items_go_to(db, neighbour)?;
            }
            Noun::Activity => self.steps_go_to_neighbour(db)?,
            _ => {}
        }
        self.delete(db)
    }

    /// As [`Self::leave`], where the row became a step or an activity: what stood below it goes into
    /// `step`, which is it, or is in it.
    pub(super) fn leave_into(
        &self,
        db: &Connection,
        to: Level,
        step: StepId,
    ) -> Result<(), EditError> {
        match (self.what, to) {
            (Noun::Item, _) => {
                let personas = crate::edit::ties::ITEM_PERSONAS.of(db, self.id)?;
                crate::edit::ties::STEP_PERSONAS.set(db, step.0, personas)?;
                self.tasks_become_items(db, Spot { step: Some(step), after: None, ..self.spot })?;
            }
            (Noun::Step, _) => {
                self.items_go_to(db, step)?;
                let personas = crate::edit::ties::STEP_PERSONAS.of(db, self.id)?;
                crate::edit::ties::STEP_PERSONAS.set(db, step.0, personas)?;
                // An activity always has a step, also the one that this one left.
                let only = neighbour_step_in_activity(db, StepId(self.id))?.is_none();
                if let (true, Some(activity)) = (only, self.spot.activity) {
                    new_step(db, activity)?;
                }
            }
            (Noun::Activity, _) => self.steps_follow(db, step)?,
            _ => {}
        }
        self.delete(db)
    }

    fn delete(&self, db: &Connection) -> Result<(), EditError> {
        let sql = format!("DELETE FROM {} WHERE id = ?1", self.what.table());
        db.prepare_cached(&sql)?.execute([self.id])?;
        Ok(())
    }

    /// The tasks of a PBI that became a task come below the same PBI, after it.
    fn take_tasks_along(&self, db: &Connection) -> Result<(), EditError> {
        let item: Option<ItemId> =
            db.query_row("SELECT item FROM task WHERE id = ?1", [self.id], |row| row.get(0))?;
        for task in self.tasks(db)? {
            let within = ("item IS ?1", item.map(|id| id.0));
            let rank = rank_at_within(db, Noun::Task, within, None, &[task])?;
            db.prepare_cached("UPDATE task SET item = ?2, rank = ?3 WHERE id = ?1")?
                .execute((task, item, rank))?;
        }
        Ok(())
    }

    /// The tasks of a PBI that goes up become PBIs in its place; those pulled alone, where they are.
    fn tasks_become_items(&self, db: &Connection, spot: Spot) -> Result<(), EditError> {
        for id in self.tasks(db)? {
            let mut task = find(db, id)?;
            task.spot = Spot { slice: task.spot.slice, ..spot };
            task.insert_item(db)?;
            task.delete(db)?;
        }
        Ok(())
    }

    fn tasks(&self, db: &Connection) -> Result<Vec<Uuid>, EditError> {
        Ok(db
            .prepare_cached("SELECT id FROM task WHERE item = ?1 ORDER BY rank, id")?
            .query_map([self.id], |row| row.get(0))?
            .collect::<Result<_, _>>()?)
    }

    /// The PBIs of a step go to the end of the same bands' cells of another.
    fn items_go_to(&self, db: &Connection, step: StepId) -> Result<(), EditError> {
        let items: Vec<(ItemId, Option<crate::board::SliceId>)> = db
            .prepare_cached("SELECT id, slice FROM item WHERE step = ?1 ORDER BY rank, id")?
            .query_map([self.id], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        for (item, slice) in items {
            let rank = rank_after(db, Some(step), slice, None)?;
            db.prepare_cached("UPDATE item SET step = ?2, rank = ?3 WHERE id = ?1")?
                .execute((item, step, rank))?;
        }
        db.prepare_cached("UPDATE item_reference SET step = ?2 WHERE step = ?1")?
            .execute((self.id, step))?;
        Ok(())
    }

    /// The steps of an activity that became `step` come after it; a single untitled one was only a
    /// column, so its PBIs go into `step` itself.
    fn steps_follow(&self, db: &Connection, step: StepId) -> Result<(), EditError> {
        let steps = steps(db, ActivityId(self.id))?;
        if let [only] = steps.as_slice() {
            let only = find(db, only.0)?;
            if only.title.is_empty() {
                return only.items_go_to(db, step);
            }
        }
        let activity: ActivityId =
            db.query_row("SELECT activity FROM step WHERE id = ?1", [step], |row| row.get(0))?;
        steps.iter().try_for_each(|moved| append_step(db, *moved, activity))
    }

    fn steps_go_to_neighbour(&self, db: &Connection) -> Result<(), EditError> {
        let neighbour = match neighbour_activity(db, ActivityId(self.id))? {
            Some(neighbour) => neighbour,
            None => untitled_activity(db)?,
        };
        steps(db, ActivityId(self.id))?
            .iter()
            .try_for_each(|moved| append_step(db, *moved, neighbour))
    }

    /// An activity that became a goal leaves an untitled one in its place, with all that was in it.
    pub(super) fn leave_activity_untitled(&self, db: &Connection) -> Result<ActivityId, EditError> {
        let left = ActivityId::make();
        db.prepare_cached(
            "INSERT INTO activity (id, rank) SELECT ?2, rank FROM activity WHERE id = ?1",
        )?
        .execute((self.id, left))?;
        for table in ["step", "goal_activity"] {
            let sql = format!("UPDATE {table} SET activity = ?2 WHERE activity = ?1");
            db.prepare_cached(&sql)?.execute((self.id, left))?;
        }
        self.delete(db)?;
        Ok(left)
    }
}

fn steps(db: &Connection, activity: ActivityId) -> Result<Vec<StepId>, EditError> {
    Ok(db
        .prepare_cached("SELECT id FROM step WHERE activity = ?1 ORDER BY rank, id")?
        .query_map([activity], |row| row.get(0))?
        .collect::<Result<_, _>>()?)
}

fn append_step(db: &Connection, step: StepId, activity: ActivityId) -> Result<(), EditError> {
    let within = ("activity = ?1", Some(activity.0));
    let rank = rank_at_within(db, Noun::Step, within, None, &[step.0])?;
    db.prepare_cached("UPDATE step SET activity = ?2, rank = ?3 WHERE id = ?1")?
        .execute((step, activity, rank))?;
    Ok(())
}

fn new_step(db: &Connection, activity: ActivityId) -> Result<StepId, EditError> {
    let step = StepId::make();
    let within = ("activity = ?1", Some(activity.0));
    let rank: Rank = rank_at_within(db, Noun::Step, within, None, &[])?;
    db.prepare_cached("INSERT INTO step (id, rank, activity) VALUES (?1, ?2, ?3)")?
        .execute((step, rank, activity))?;
    Ok(step)
}

/// The step after one in its activity.
pub(super) fn step_after(db: &Connection, step: StepId) -> Result<Option<StepId>, EditError> {
    let order = siblings(db, step)?;
    Ok(order.iter().position(|id| *id == step).and_then(|at| order.get(at + 1).copied()))
}

fn siblings(db: &Connection, step: StepId) -> Result<Vec<StepId>, EditError> {
    let activity: ActivityId =
        db.query_row("SELECT activity FROM step WHERE id = ?1", [step], |row| row.get(0))?;
    steps(db, activity)
}

fn neighbour_step_in_activity(db: &Connection, step: StepId) -> Result<Option<StepId>, EditError> {
    Ok(beside(&siblings(db, step)?, &step))
}

/// Where the PBIs of a step go that is none any more.
fn neighbour_step(db: &Connection, step: StepId) -> Result<StepId, EditError> {
    if let Some(neighbour) = neighbour_step_in_activity(db, step)? {
        return Ok(neighbour);
    }
    let activity =
        db.query_row("SELECT activity FROM step WHERE id = ?1", [step], |row| row.get(0))?;
    new_step(db, activity)
}

/// Where the steps of an activity go that is none any more; `None`: there is no other.
pub(super) fn neighbour_activity(
    db: &Connection,
    activity: ActivityId,
) -> Result<Option<ActivityId>, EditError> {
    let order: Vec<ActivityId> = db
        .prepare_cached("SELECT id FROM activity ORDER BY rank, id")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(beside(&order, &activity))
}

/// The one before, else the one after.
fn beside<T: PartialEq + Copy>(order: &[T], of: &T) -> Option<T> {
    let at = order.iter().position(|id| id == of)?;
    at.checked_sub(1).or(Some(at + 1)).and_then(|at| order.get(at).copied())
}

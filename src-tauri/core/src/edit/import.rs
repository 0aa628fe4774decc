//! Brings a draft in: one change, and one undo takes all of it back.
//!
//! **A row that is new** is made, at the end of its order and in the order of the draft.
//!
//! **A row that is known**, by the system that it comes from and its key there, is updated field by
//! field, against what was imported last:
//! - What the source says as before, or what the map says already, is left alone.
//! - What people left as it was imported follows the source.
//! - What people changed since stays; where the source changed it too, that is reported ([`Kept`]), once.
//! - A field of which the file says nothing ([`Draft::lacks`]) stays.
//!
//! So a draft that holds nothing new writes nothing. What was imported last is kept in `source_row`
//! with the row's cells ([`last`]).
//!
//! **Structure** follows the same rule: an epic that is renamed in the source renames its activity,
//! unless people renamed it. A PBI stays in the step where people put it while the step is in its
//! epic's activity. Slices and Sprints have no key: they are known by name, and by the rows that are in
//! them where people renamed them. What people removed (a slice, a Sprint, an activity) is made again
//! only if a row comes new into it; a PBI or a task that people removed comes in as new.
//!
//! **A row that became something else** in the source, as an epic that got its first story:
//!
//! | was on the map | is in the draft | then |
//! |---|---|---|
//! | PBI or task | activity or step | made anew as that; the card goes, unless people worked on it: then it stays as their own, without the key |
//! | task | PBI | made anew as a PBI; a title or a slice that people gave stays |
//! | PBI | task | made anew as a task, unless people worked on it or it has tasks: then it stays a PBI |
//! | PBI or task | goal | made anew as that; the card goes as above |
//! | goal, activity or step | anything else | stays what it is |
//!
//! What stays is reported as [`Field::Level`].

mod check;
mod draft;
mod goals;
mod items;
mod known;
mod last;
mod places;
mod structure;
mod tasks;
mod ties;

pub use draft::{
    Draft, DraftActivity, DraftGoal, DraftItem, DraftSource, DraftStep, DraftTask, Field, Imported,
    Kept,
};

use std::collections::HashMap;

use rusqlite::Connection;
use uuid::Uuid;

use super::rows::clamp;
use super::{Done, EditError, Label};
use known::{Claim, Known, Level};

/// Brings a draft in.
///
/// # Errors
/// [`EditError::Title`], [`EditError::TextTooLong`], [`EditError::Estimate`], [`EditError::NoDay`], or
/// [`EditError::Gone`] if an index of the draft points nowhere.
pub(super) fn import(db: &Connection, draft: &Draft) -> Result<Done, EditError> {
    check::check(draft)?;
    let mut known = Known::load(db, draft)?;
    let claims = Claims::of(draft, &mut known);
    let lasts = claims.known().filter_map(|id| Some((id, last::read(known.row(id)?)))).collect();
    let mut run = Run {
        db,
        draft,
        known,
        claims,
        lasts,
        created: Vec::new(),
        changed: 0,
        kept: Vec::new(),
        removed: Vec::new(),
        slices: Vec::new(),
        sprints: Vec::new(),
        activities: Vec::new(),
        steps: Vec::new(),
        items: Vec::new(),
    };
    run.make_slices_and_sprints()?;
    run.bring_structure()?;
    run.bring_goals()?;
    run.bring_items()?;
    run.bring_tasks()?;
    run.remove_what_became_something_else()?;
    let count = draft.items.iter().map(|item| &item.source);
    let count = count.chain(draft.tasks.iter().map(|task| &task.source));
    let count = clamp(count.filter(|source| !source.made).count());
    let name = draft.name.chars().take(300).collect();
    let updated = run.claims.updated;
    run.kept.sort_by_key(|kept| kept.line);
    Ok(Done {
        label: Label::Import { name, count },
        created: run.created,
        import: Some(Imported { updated, changed: run.changed, kept: run.kept }),
    })
}

/// Which row of the map each row of the draft is.
struct Claims {
    goals: Vec<Claim>,
    activities: Vec<Claim>,
    steps: Vec<Claim>,
    items: Vec<Claim>,
    tasks: Vec<Claim>,
    /// Rows of the file that are known.
    updated: u32,
}

impl Claims {
    fn of(draft: &Draft, known: &mut Known) -> Self {
        let mut updated = 0;
        let mut claim = |source: &DraftSource| {
            let claim = known.claim(source);
            updated += u32::from(matches!(claim, Claim::Known(..)) && !source.made);
            claim
        };
        Self {
            goals: draft.goals.iter().map(|row| claim(&row.source)).collect(),
            activities: draft.activities.iter().map(|row| claim(&row.source)).collect(),
            steps: draft.steps.iter().map(|row| claim(&row.source)).collect(),
            items: draft.items.iter().map(|row| claim(&row.source)).collect(),
            tasks: draft.tasks.iter().map(|row| claim(&row.source)).collect(),
            updated,
        }
    }

    /// The rows of the map that the draft knows.
    fn known(&self) -> impl Iterator<Item = Uuid> {
        [&self.goals, &self.activities, &self.steps, &self.items, &self.tasks]
            .into_iter()
            .flatten()
            .filter_map(|claim| match claim {
                Claim::Known(_, id) => Some(*id),
                Claim::Keyless | Claim::New => None,
            })
    }
}

/// One draft on its way in.
struct Run<'a> {
    db: &'a Connection,
    draft: &'a Draft,
    known: Known,
    claims: Claims,
    /// What was imported last into each row that the draft knows.
    lasts: HashMap<Uuid, last::Last>,
    created: Vec<Uuid>,
    /// How many rows that are known are different now.
    changed: u32,
    kept: Vec<Kept>,
    /// PBIs and tasks that became something else.
    removed: Vec<(Level, Uuid)>,
    /// For each slice of the draft, that of the map; `None`: people removed it, and nothing new is in it.
    slices: Vec<Option<Uuid>>,
    /// The same for Sprints.
    sprints: Vec<Option<Uuid>>,
    /// The same for activities; also `None`: it is a step there.
    activities: Vec<Option<Uuid>>,
    /// The same for steps.
    steps: Vec<Option<Uuid>>,
    /// For each PBI of the draft, that of the map; `None`: it is something else there.
    items: Vec<Option<Uuid>>,
}

impl Run<'_> {
    /// Reports what stays as people made it.
    fn keep(&mut self, source: &DraftSource, field: Field, value: &str) {
        self.kept.push(Kept { line: source.line, field, value: last::short(value) });
    }

    fn remove_what_became_something_else(&mut self) -> Result<(), EditError> {
        for (level, id) in &self.removed {
            let table = if *level == Level::Item { "item" } else { "task" };
            self.db.prepare_cached(&format!("DELETE FROM {table} WHERE id = ?1"))?.execute([id])?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;

//! Moves on the map by Sprints: PBIs into a cell of a step and a Sprint.

use rusqlite::{Connection, OptionalExtension};

use super::items::{each_once, first_not_moved, follow_each_other};
use super::rows::{name_of, name_of_all};
use super::{Done, EditError, Label, Noun, sprints};
use crate::board::{ItemId, Rank, SprintId, StepId};

/// The Sprint in which a PBI stands, as `Board::sprint_of_items` says it.
const STANDS_IN: &str = "(SELECT stay.sprint FROM sprint_item AS stay
    JOIN sprint ON sprint.id = stay.sprint
    WHERE stay.item = item.id AND stay.left_as IS NOT 'returned'
    ORDER BY sprint.rank DESC, sprint.id DESC LIMIT 1)";

/// Moves PBIs into a column and a Sprint, in the order given: in front of `before`, or to the end. Their
/// slices stay. PBIs that lie there already are left alone.
///
/// A Sprint that has begun keeps the stay of a PBI that leaves it, as returned; one that is still ahead
/// forgets it, as if it had never been selected.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn move_items(
    db: &Connection,
    items: &[ItemId],
    step: Option<StepId>,
    sprint: Option<SprintId>,
    before: Option<ItemId>,
) -> Result<Done, EditError> {
    if let Some(step) = step {
        name_of(db, Noun::Step, step.0)?;
    }
    let items = each_once(items);
    let name = name_of_all(db, Noun::Item, items.iter().map(|id| id.0))?;
    let done = Done::of(Label::moved_all(Noun::Item, name, items.len()));
    if follow_each_other(&cell(db, step, sprint)?, &items, before) {
        return Ok(done);
    }
    let (above, below) = neighbours(db, &items, step, before)?;
    let ranks = Rank::spread(above.as_ref(), below.as_ref(), items.len());
    for (item, rank) in items.iter().zip(ranks) {
        db.prepare_cached("UPDATE item SET step = ?2, rank = ?3 WHERE id = ?1")?
            .execute((item, step, rank))?;
        leave_others(db, *item, sprint)?;
    }
    if let Some(sprint) = sprint {
        sprints::select(db, sprint, &items)?;
    }
    Ok(done)
}

fn cell(
    db: &Connection,
    step: Option<StepId>,
    sprint: Option<SprintId>,
) -> Result<Vec<ItemId>, EditError> {
    let sql =
        format!("SELECT id FROM item WHERE step IS ?1 AND {STANDS_IN} IS ?2 ORDER BY rank, id");
    let mut rows = db.prepare_cached(&sql)?;
    let ids = rows.query_map((step, sprint), |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(ids)
}

/// The ranks between which a PBI must go, among all of its column: so its order is the same whatever
/// the bands are.
fn neighbours(
    db: &Connection,
    moved: &[ItemId],
    step: Option<StepId>,
    before: Option<ItemId>,
) -> Result<(Option<Rank>, Option<Rank>), EditError> {
    let moved = moved.iter().copied().collect();
    let Some(before) = before else {
        let mut above = db.prepare_cached(
            "SELECT id, rank FROM item WHERE step IS ?1 ORDER BY rank DESC, id DESC",
        )?;
        return Ok((first_not_moved(above.query([step])?, &moved)?, None));
    };
    let at: Rank = db
        .prepare_cached("SELECT rank FROM item WHERE id = ?1")?
        .query_row([before], |row| row.get(0))
        .optional()?
        .ok_or(EditError::Gone { what: Noun::Item })?;
    let around =
        |order: &str| format!("SELECT id, rank FROM item WHERE step IS ?1 AND (rank, id) {order}");
    let mut above = db.prepare_cached(&around("< (?2, ?3) ORDER BY rank DESC, id DESC"))?;
    let above = first_not_moved(above.query((step, &at, before))?, &moved)?;
    let mut below = db.prepare_cached(&around(">= (?2, ?3) ORDER BY rank, id"))?;
    let below = first_not_moved(below.query((step, &at, before))?, &moved)?;
    Ok((above, below))
}

/// Takes a PBI out of every Sprint but one.
fn leave_others(db: &Connection, item: ItemId, sprint: Option<SprintId>) -> Result<(), EditError> {
    db.prepare_cached(
        "UPDATE sprint_item SET left_as = 'returned'
         WHERE item = ?1 AND sprint IS NOT ?2 AND left_as IS NULL
           AND sprint IN (SELECT id FROM sprint WHERE starts_on <= date('now'))",
    )?
    .execute((item, sprint))?;
    db.prepare_cached(
        "DELETE FROM sprint_item
         WHERE item = ?1 AND sprint IS NOT ?2 AND left_as IS NOT 'returned'",
    )?
    .execute((item, sprint))?;
    Ok(())
}

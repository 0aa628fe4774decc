//! Edits of PBIs.

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::rows::{body, clamp, day, gone_unless, name_of, name_of_all, title};
use super::ties::ITEM_REFERENCES;
use super::{Done, EditError, Label, Noun, sprints};
use crate::board::{ItemId, Kind, Place, Rank, SliceId, SprintId, StepId};
use crate::story::{Story, StoryPart};

/// Makes a PBI in a cell, in Later, or in the tray; selected for a Sprint, where one is named.
///
/// # Errors
/// [`EditError::Title`], [`EditError::Gone`].
pub(super) fn add_item(
    db: &Connection,
    text: &str,
    to: Place,
    sprint: Option<SprintId>,
) -> Result<Done, EditError> {
    let title = title(Noun::Item, text)?;
    let (above, below) = neighbours(db, &[], to)?;
    let item = ItemId::make();
    db.prepare_cached(
        "INSERT INTO item (id, rank, step, slice, title) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute((
        item,
        Rank::between(above.as_ref(), below.as_ref()),
        to.step,
        to.slice,
        &title,
    ))?;
    if let Some(sprint) = sprint {
        sprints::select(db, sprint, &[item])?;
    }
    Ok(Done::made(Label::add(Noun::Item, &title), [item.0]))
}

/// Changes texts of a PBI.
///
/// # Errors
/// [`EditError::Title`], [`EditError::TextTooLong`], [`EditError::Gone`].
pub(super) fn change_item(
    db: &Connection,
    item: ItemId,
    new_title: Option<&str>,
    story: Option<&str>,
    notes: Option<&str>,
) -> Result<Done, EditError> {
    let title = new_title.map(|text| title(Noun::Item, text)).transpose()?;
    let rows = db
        .prepare_cached(
            "UPDATE item SET title = coalesce(?2, title), story = coalesce(?3, story),
             notes = coalesce(?4, notes) WHERE id = ?1",
        )?
        .execute((item, &title, story.map(body).transpose()?, notes.map(body).transpose()?))?;
    gone_unless(Noun::Item, rows)?;
    let name = name_of(db, Noun::Item, item.0)?;
    Ok(Done::of(match (title, story, notes) {
        (Some(_), None, None) => Label::Rename { what: Noun::Item, name },
        _ => Label::changed(Noun::Item, name, 1),
    }))
}

/// Words one part of a PBI's story anew.
///
/// # Errors
/// [`EditError::TextTooLong`], [`EditError::Gone`].
pub(super) fn tell_story(
    db: &Connection,
    item: ItemId,
    part: StoryPart,
    text: &str,
) -> Result<Done, EditError> {
    name_of(db, Noun::Item, item.0)?;
    let sql = "SELECT story FROM item WHERE id = ?1";
    let story: String = db.prepare_cached(sql)?.query_row([item], |row| row.get(0))?;
    let story = Story::of(&story).with(part, body(text)?).sentence();
    change_item(db, item, None, Some(&story), None)
}

/// Moves `items` into one cell, in the order given: in front of `to.before`, or to the end.
///
/// Only the moved rows are written; their neighbours keep their ranks. Items that lie there already
/// are left alone: a new rank would make a history entry out of a hesitant hand.
///
/// # Errors
/// [`EditError::Gone`] if an item, the step or the slice no longer exists, for instance because
/// another program's changes came in while the card was being dragged.
pub(super) fn move_items(db: &Connection, items: &[ItemId], to: Place) -> Result<Done, EditError> {
    let items = each_once(items);
    let name = name_of_all(db, Noun::Item, items.iter().map(|id| id.0))?;
    let done = Done::of(Label::moved_all(Noun::Item, name, items.len()));
    if lie_there(db, &items, to)? {
        return Ok(done);
    }
    let (above, below) = neighbours(db, &items, to)?;
    let ranks = Rank::spread(above.as_ref(), below.as_ref(), items.len());
    for (item, rank) in items.iter().zip(ranks) {
        db.prepare_cached("UPDATE item SET step = ?2, slice = ?3, rank = ?4 WHERE id = ?1")?
            .execute((item, to.step, to.slice, rank))?;
    }
    Ok(done)
}

/// Lets PBIs go: out of their steps, references, slices and coming Sprints, into the tray. What they
/// were in a Sprint that is over stays, and with it they stand Across instead.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn let_go(db: &Connection, items: &[ItemId]) -> Result<Done, EditError> {
    let done = move_items(db, items, Place { step: None, slice: None, before: None })?;
    for item in items {
        db.prepare_cached("DELETE FROM item_reference WHERE item = ?1")?.execute([item])?;
        db.prepare_cached("DELETE FROM sprint_item WHERE item = ?1 AND left_as IS NULL")?
            .execute([item])?;
    }
    Ok(done)
}

pub(super) fn each_once(items: &[ItemId]) -> Vec<ItemId> {
    let mut once = Vec::with_capacity(items.len());
    let mut seen = std::collections::HashSet::new();
    once.extend(items.iter().copied().filter(|item| seen.insert(*item)));
    once
}

const CELL: &str = "step IS ?1 AND slice IS ?2";

/// Whether `items` stand in the cell one after the other, in front of `to.before`.
fn lie_there(db: &Connection, items: &[ItemId], to: Place) -> Result<bool, EditError> {
    let sql = format!("SELECT id FROM item WHERE {CELL} ORDER BY rank, id");
    let cell: Vec<ItemId> = db
        .prepare_cached(&sql)?
        .query_map((to.step, to.slice), |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(follow_each_other(&cell, items, to.before))
}

/// Whether `items` stand in a cell one after the other, in front of `before`.
pub(super) fn follow_each_other(cell: &[ItemId], items: &[ItemId], before: Option<ItemId>) -> bool {
    // A card dropped in front of one that moves with it stays in front of the next that does not.
    let before = match before {
        Some(before) if items.contains(&before) => {
            let at = cell.iter().position(|id| *id == before).unwrap_or(cell.len());
            cell.iter().skip(at).find(|id| !items.contains(id)).copied()
        }
        before => before,
    };
    let Some(first) = items.first().and_then(|first| cell.iter().position(|id| id == first)) else {
        return items.is_empty();
    };
    let there = cell.get(first..first + items.len()) == Some(items);
    there && cell.get(first + items.len()).copied() == before
}

/// The ranks between which a card must go; `moved` cards do not count.
fn neighbours(
    db: &Connection,
    moved: &[ItemId],
    to: Place,
) -> Result<(Option<Rank>, Option<Rank>), EditError> {
    if let Some(step) = to.step {
        name_of(db, Noun::Step, step.0)?;
    }
    if let Some(slice) = to.slice {
        name_of(db, Noun::Slice, slice.0)?;
    }
    let moved: std::collections::HashSet<_> = moved.iter().copied().collect();
    let Some(before) = to.before else {
        let sql = format!("SELECT id, rank FROM item WHERE {CELL} ORDER BY rank DESC, id DESC");
        let mut above = db.prepare_cached(&sql)?;
        let above = first_not_moved(above.query((to.step, to.slice))?, &moved)?;
        return Ok((above, None));
    };
    let at: Rank = db
        .prepare_cached("SELECT rank FROM item WHERE id = ?1")?
        .query_row([before], |row| row.get(0))
        .optional()?
        .ok_or(EditError::Gone { what: Noun::Item })?;
    let around = |order: &str| {
        format!("SELECT id, rank FROM item WHERE {CELL} AND (rank, id) {order} LIMIT 100000")
    };
    let mut above = db.prepare_cached(&around("< (?3, ?4) ORDER BY rank DESC, id DESC"))?;
    let above = first_not_moved(above.query((to.step, to.slice, &at, before))?, &moved)?;
    let mut below = db.prepare_cached(&around(">= (?3, ?4) ORDER BY rank, id"))?;
    let below = first_not_moved(below.query((to.step, to.slice, &at, before))?, &moved)?;
    Ok((above, below))
}

pub(super) fn first_not_moved(
    mut rows: rusqlite::Rows<'_>,
    moved: &std::collections::HashSet<ItemId>,
) -> Result<Option<Rank>, EditError> {
    while let Some(row) = rows.next()? {
        if !moved.contains(&row.get(0)?) {
            return Ok(Some(row.get(1)?));
        }
    }
    Ok(None)
}

/// Declares what PBIs are; `None`: undeclared again.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn set_kind(
    db: &Connection,
    items: &[ItemId],
    kind: Option<Kind>,
) -> Result<Done, EditError> {
    change_all(db, items, "UPDATE item SET kind = ?2 WHERE id = ?1", kind.map(Kind::word))
}

/// Estimates PBIs in points.
///
/// # Errors
/// [`EditError::Estimate`] if it is negative or no number, [`EditError::Gone`].
pub(super) fn set_estimate(
    db: &Connection,
    items: &[ItemId],
    estimate: Option<f64>,
) -> Result<Done, EditError> {
    if estimate.is_some_and(|points| !points.is_finite() || points < 0.0) {
        return Err(EditError::Estimate);
    }
    change_all(db, items, "UPDATE item SET estimate = ?2 WHERE id = ?1", estimate)
}

fn change_all<V: rusqlite::ToSql + Copy>(
    db: &Connection,
    items: &[ItemId],
    sql: &str,
    value: V,
) -> Result<Done, EditError> {
    let name = name_of_all(db, Noun::Item, items.iter().map(|id| id.0))?;
    for item in items {
        db.prepare_cached(sql)?.execute((item, value))?;
    }
    Ok(Done::of(Label::changed(Noun::Item, name, items.len())))
}

/// Says that rows of a noun with `done` and `done_on` are Done, or not.
///
/// # Errors
/// [`EditError::NoDay`], [`EditError::Gone`].
pub(super) fn set_done(
    db: &Connection,
    what: Noun,
    ids: impl ExactSizeIterator<Item = Uuid> + Clone,
    done: bool,
    done_on: Option<&str>,
) -> Result<Done, EditError> {
    let done_on = if done { day(done_on.unwrap_or_default())? } else { None };
    let count = ids.len();
    let name = name_of_all(db, what, ids.clone())?;
    let sql = format!("UPDATE {} SET done = ?2, done_on = ?3 WHERE id = ?1", what.table());
    for id in ids {
        db.prepare_cached(&sql)?.execute((id, done, done_on))?;
    }
    Ok(Done::of(Label::changed(what, name, count)))
}

/// Removes PBIs with their tasks, or tasks.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn remove(
    db: &Connection,
    what: Noun,
    ids: impl ExactSizeIterator<Item = Uuid> + Clone,
) -> Result<Done, EditError> {
    let count = clamp(ids.len());
    let name = name_of_all(db, what, ids.clone())?;
    let sql = format!("DELETE FROM {} WHERE id = ?1", what.table());
    for id in ids {
        db.prepare_cached(&sql)?.execute([id])?;
    }
    Ok(Done::of(Label::Remove { what, name, count, kept_items: 0 }))
}

/// Moves PBIs into another band, each in its own column, to the end of its cell there, in the order
/// given. Those that are in that band already are left alone.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn move_to_slice(
    db: &Connection,
    items: &[ItemId],
    slice: Option<SliceId>,
) -> Result<Done, EditError> {
    let items = each_once(items);
    let name = name_of_all(db, Noun::Item, items.iter().map(|id| id.0))?;
    for item in &items {
        let (step, from): (_, Option<SliceId>) = db
            .prepare_cached("SELECT step, slice FROM item WHERE id = ?1")?
            .query_row([item], |row| Ok((row.get(0)?, row.get(1)?)))?;
        if from == slice {
            continue;
        }
        let to = Place { step, slice, before: None };
        let (above, below) = neighbours(db, &[*item], to)?;
        db.prepare_cached("UPDATE item SET slice = ?2, rank = ?3 WHERE id = ?1")?.execute((
            item,
            slice,
            Rank::between(above.as_ref(), below.as_ref()),
        ))?;
    }
    Ok(Done::of(Label::moved_all(Noun::Item, name, items.len())))
}

/// Says that PBIs stand in a further step too, or (`stands: false`) do not. In its own step a PBI
/// needs no reference.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn set_reference(
    db: &Connection,
    items: &[ItemId],
    step: StepId,
    stands: bool,
) -> Result<Done, EditError> {
    let name = name_of_all(db, Noun::Item, items.iter().map(|id| id.0))?;
    for item in items {
        let own: Option<StepId> = db
            .prepare_cached("SELECT step FROM item WHERE id = ?1")?
            .query_row([item], |row| row.get(0))?;
        if !stands {
            ITEM_REFERENCES.untie(db, item.0, step.0)?;
        } else if own != Some(step) {
            ITEM_REFERENCES.tie(db, item.0, step.0)?;
        }
    }
    Ok(Done::of(Label::changed(Noun::Item, name, items.len())))
}

//! Edits of tags.

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::rows::{name_of_all, rank_at, title};
use super::{Done, EditError, Label, Noun};
use crate::board::{ItemId, Rank, TagId};

fn find(db: &Connection, name: &str) -> Result<Option<TagId>, EditError> {
    Ok(db
        .prepare_cached("SELECT id FROM tag WHERE name = ?1 ORDER BY rank, id LIMIT 1")?
        .query_row([name], |row| row.get(0))
        .optional()?)
}

/// Puts a tag on PBIs; it is made if there is none of that name.
///
/// # Errors
/// [`EditError::Title`], [`EditError::Gone`].
pub(super) fn tag_items(db: &Connection, items: &[ItemId], tag: &str) -> Result<Done, EditError> {
    let name = title(Noun::Tag, tag)?;
    let label = Label::changed(
        Noun::Item,
        name_of_all(db, Noun::Item, items.iter().map(|id| id.0))?,
        items.len(),
    );
    let mut created = Vec::new();
    let tag = match find(db, &name)? {
        Some(tag) => tag,
        None => {
            let tag = TagId::make();
            let rank = rank_at(db, Noun::Tag, None, &[])?;
            db.prepare_cached("INSERT INTO tag (id, rank, name) VALUES (?1, ?2, ?3)")?
                .execute((tag, rank, &name))?;
            created.push(tag.0);
            tag
        }
    };
    for item in items {
        let on: Vec<(TagId, Rank)> = db
            .prepare_cached("SELECT tag, rank FROM item_tag WHERE item = ?1 ORDER BY rank, id")?
            .query_map([item], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        if on.iter().all(|(id, _)| *id != tag) {
            let rank = Rank::between(on.last().map(|(_, rank)| rank), None);
            db.prepare_cached(
                "INSERT INTO item_tag (id, rank, item, tag) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute((Uuid::now_v7(), rank, item, tag))?;
        }
    }
    Ok(Done::made(label, created))
}

/// Takes a tag off PBIs; a tag that is on no PBI any more goes.
///
/// # Errors
/// [`EditError::Gone`] if there is no tag of that name.
pub(super) fn untag_items(db: &Connection, items: &[ItemId], tag: &str) -> Result<Done, EditError> {
    let name = title(Noun::Tag, tag)?;
    let tag = find(db, &name)?.ok_or(EditError::Gone { what: Noun::Tag })?;
    let label = Label::changed(
        Noun::Item,
        name_of_all(db, Noun::Item, items.iter().map(|id| id.0))?,
        items.len(),
    );
    for item in items {
        db.prepare_cached("DELETE FROM item_tag WHERE item = ?1 AND tag = ?2")?
            .execute((item, tag))?;
    }
    db.prepare_cached(
        "DELETE FROM tag WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM item_tag WHERE tag = ?1)",
    )?
    .execute([tag])?;
    Ok(Done::of(label))
}

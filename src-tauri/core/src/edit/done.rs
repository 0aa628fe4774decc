//! Edits of acceptance criteria and of the Definition of Done.

use rusqlite::Connection;
use uuid::Uuid;

use super::rows::{gone_unless, name_of, name_of_all, rank_at, rank_at_within};
use super::ties::DONE_CHECKS;
use super::{Done, EditError, Label, Noun};
use crate::board::{CriterionId, DoneRuleId, ItemId, MAX_RULE_CHARS, TitleError};

/// A criterion or a rule: not empty, and within its limit.
fn rule(what: Noun, text: &str) -> Result<&str, EditError> {
    let text = text.trim();
    match text.chars().count() {
        0 => Err(EditError::Title { what, why: TitleError::Empty }),
        chars if chars > MAX_RULE_CHARS => Err(EditError::RuleTooLong { what, chars }),
        _ => Ok(text),
    }
}

/// Adds an acceptance criterion to a PBI.
///
/// # Errors
/// [`EditError::Title`], [`EditError::RuleTooLong`], [`EditError::Gone`].
pub(super) fn add_criterion(
    db: &Connection,
    item: ItemId,
    text: &str,
    before: Option<CriterionId>,
) -> Result<Done, EditError> {
    let text = rule(Noun::Criterion, text)?;
    name_of(db, Noun::Item, item.0)?;
    let criterion = CriterionId::make();
    let rank = rank_in_item(db, item, before, &[])?;
    db.prepare_cached("INSERT INTO criterion (id, rank, item, text) VALUES (?1, ?2, ?3, ?4)")?
        .execute((criterion, rank, item, text))?;
    Ok(Done::made(Label::add(Noun::Criterion, text), [criterion.0]))
}

fn rank_in_item(
    db: &Connection,
    item: ItemId,
    before: Option<CriterionId>,
    moved: &[Uuid],
) -> Result<crate::board::Rank, EditError> {
    let within = ("item = ?1", Some(item.0));
    rank_at_within(db, Noun::Criterion, within, before.map(|id| id.0), moved)
}

/// Changes an acceptance criterion, or says whether it is met.
///
/// # Errors
/// As [`add_criterion`].
pub(super) fn change_criterion(
    db: &Connection,
    criterion: CriterionId,
    text: Option<&str>,
    met: Option<bool>,
) -> Result<Done, EditError> {
    let text = text.map(|text| rule(Noun::Criterion, text)).transpose()?;
    let rows = db
        .prepare_cached(
            "UPDATE criterion SET text = coalesce(?2, text), met = coalesce(?3, met) WHERE id = ?1",
        )?
        .execute((criterion, text, met))?;
    gone_unless(Noun::Criterion, rows)?;
    let name = name_of(db, Noun::Criterion, criterion.0)?;
    Ok(Done::of(Label::changed(Noun::Criterion, name, 1)))
}

/// Moves an acceptance criterion in its PBI's list; where it lies there already, nothing is written.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn move_criterion(
    db: &Connection,
    criterion: CriterionId,
    before: Option<CriterionId>,
) -> Result<Done, EditError> {
    let label = Label::moved(Noun::Criterion, name_of(db, Noun::Criterion, criterion.0)?);
    let item: ItemId =
        db.query_row("SELECT item FROM criterion WHERE id = ?1", [criterion], |row| row.get(0))?;
    let order: Vec<CriterionId> = db
        .prepare_cached("SELECT id FROM criterion WHERE item = ?1 ORDER BY rank, id")?
        .query_map([item], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let next = order.iter().position(|id| *id == criterion).map(|at| order.get(at + 1).copied());
    if before == Some(criterion) || next == Some(before) {
        return Ok(Done::of(label));
    }
    let rank = rank_in_item(db, item, before, &[criterion.0])?;
    db.prepare_cached("UPDATE criterion SET rank = ?2 WHERE id = ?1")?
        .execute((criterion, rank))?;
    Ok(Done::of(label))
}

/// Adds a rule to the Definition of Done.
///
/// # Errors
/// [`EditError::Title`], [`EditError::RuleTooLong`], [`EditError::Gone`].
pub(super) fn add_done_rule(
    db: &Connection,
    text: &str,
    before: Option<DoneRuleId>,
) -> Result<Done, EditError> {
    let text = rule(Noun::DoneRule, text)?;
    let id = DoneRuleId::make();
    let rank = rank_at(db, Noun::DoneRule, before.map(|id| id.0), &[])?;
    db.prepare_cached("INSERT INTO done_rule (id, rank, text) VALUES (?1, ?2, ?3)")?
        .execute((id, rank, text))?;
    Ok(Done::made(Label::add(Noun::DoneRule, text), [id.0]))
}

/// Words a rule of the Definition of Done anew.
///
/// # Errors
/// As [`add_done_rule`].
pub(super) fn change_done_rule(
    db: &Connection,
    id: DoneRuleId,
    text: &str,
) -> Result<Done, EditError> {
    let text = rule(Noun::DoneRule, text)?;
    let rows =
        db.prepare_cached("UPDATE done_rule SET text = ?2 WHERE id = ?1")?.execute((id, text))?;
    gone_unless(Noun::DoneRule, rows)?;
    Ok(Done::of(Label::Rename { what: Noun::DoneRule, name: text.to_owned() }))
}

/// Says that PBIs meet a rule, or not.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn check_done_rule(
    db: &Connection,
    items: &[ItemId],
    rule: DoneRuleId,
    met: bool,
) -> Result<Done, EditError> {
    let name = name_of_all(db, Noun::Item, items.iter().map(|id| id.0))?;
    for item in items {
        if met {
            DONE_CHECKS.tie(db, item.0, rule.0)?;
        } else {
            DONE_CHECKS.untie(db, item.0, rule.0)?;
        }
    }
    Ok(Done::of(Label::changed(Noun::Item, name, items.len())))
}

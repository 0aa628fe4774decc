//! Rows of the file → types of the board. What a row may hold is checked again on the way: a file
//! from elsewhere promises nothing, and another program can write past the schema's own checks.

use std::collections::HashMap;

use rusqlite::types::{FromSql, FromSqlError, Type, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

use super::Touched;
use crate::board::{
    self, Activity, Board, Cover, Criterion, Dismissal, DoneCheck, DoneRule, Feedback, Goal,
    GoalActivity, Increment, IncrementItem, Item, ItemPersona, ItemReference, ItemTag,
    MAX_RULE_CHARS, MAX_TEXT_CHARS, Period, Persona, Rank, Slice, SlicePersona, Source, Sprint,
    SprintItem, Step, StepPersona, Table, Tag, Task, Term,
};

/// Reads the whole map.
///
/// # Errors
/// SQLite's; a cell that is not what the schema promises is a conversion failure.
pub(super) fn board(db: &Connection) -> rusqlite::Result<Board> {
    let (title, users_are_developers) = map(db)?;
    Ok(Board {
        title,
        users_are_developers,
        goals: table(db)?,
        goal_activities: ties(db, |row: &GoalActivity| row.id)?,
        activities: table(db)?,
        steps: table(db)?,
        slices: table(db)?,
        sprints: table(db)?,
        sprint_items: table(db)?,
        items: table(db)?,
        tasks: table(db)?,
        tags: table(db)?,
        item_tags: table(db)?,
        personas: table(db)?,
        step_personas: ties(db, |row: &StepPersona| row.id)?,
        slice_personas: ties(db, |row: &SlicePersona| row.id)?,
        item_personas: ties(db, |row: &ItemPersona| row.id)?,
        item_references: ties(db, |row: &ItemReference| row.id)?,
        criteria: table(db)?,
        done_rules: table(db)?,
        done_checks: ties(db, |row: &DoneCheck| row.id)?,
        covers: ties(db, |row: &Cover| row.id)?,
        increments: table(db)?,
        increment_items: ties(db, |row: &IncrementItem| row.id)?,
        feedback: table(db)?,
        dismissals: ties(db, |row: &Dismissal| row.id)?,
        periods: table(db)?,
        glossary: table(db)?,
    })
}

/// Reads touched rows back into a board. A row that is not there any more leaves it.
///
/// # Errors
/// As [`board`].
pub(super) fn refresh(
    db: &Connection,
    board: &mut Board,
    touched: &Touched,
) -> rusqlite::Result<()> {
    if touched.everything {
        *board = self::board(db)?;
        return Ok(());
    }
    for (table, id) in &touched.rows {
        let id = *id;
        match table.as_str() {
            "map" => (board.title, board.users_are_developers) = map(db)?,
            "goal" => put(db, &mut board.goals, id)?,
            "goal_activity" => tie(db, &mut board.goal_activities, id)?,
            "activity" => put(db, &mut board.activities, id)?,
            "step" => put(db, &mut board.steps, id)?,
            "slice" => put(db, &mut board.slices, id)?,
            "sprint" => put(db, &mut board.sprints, id)?,
            "sprint_item" => put(db, &mut board.sprint_items, id)?,
            "item" => put(db, &mut board.items, id)?,
            "task" => put(db, &mut board.tasks, id)?,
            "tag" => put(db, &mut board.tags, id)?,
            "item_tag" => put(db, &mut board.item_tags, id)?,
            "persona" => put(db, &mut board.personas, id)?,
            "step_persona" => tie(db, &mut board.step_personas, id)?,
            "slice_persona" => tie(db, &mut board.slice_personas, id)?,
            "item_persona" => tie(db, &mut board.item_personas, id)?,
            "item_reference" => tie(db, &mut board.item_references, id)?,
            "criterion" => put(db, &mut board.criteria, id)?,
            "done_rule" => put(db, &mut board.done_rules, id)?,
            "done_check" => tie(db, &mut board.done_checks, id)?,
            "cover" => tie(db, &mut board.covers, id)?,
            "increment" => put(db, &mut board.increments, id)?,
            "increment_item" => tie(db, &mut board.increment_items, id)?,
            "feedback" => put(db, &mut board.feedback, id)?,
            "dismissal" => tie(db, &mut board.dismissals, id)?,
            "period" => put(db, &mut board.periods, id)?,
            "glossary" => put(db, &mut board.glossary, id)?,
            // Changesets name recorded tables only, and these are all of them (a test compares).
            _ => {}
        }
    }
    Ok(())
}

/// What the map says of itself: its name, and whether its users are developers.
fn map(db: &Connection) -> rusqlite::Result<(String, bool)> {
    db.prepare_cached("SELECT title, users_are_developers FROM map ORDER BY id LIMIT 1")?.query_row(
        [],
        |row| {
            let title: board::Title = row.get("title")?;
            Ok((title.to_string(), Cells(row).flag("users_are_developers")?))
        },
    )
}

fn table<R: Stored + board::Row>(db: &Connection) -> rusqlite::Result<Table<R>> {
    let mut table = Table::default();
    for row in all(db)? {
        table.put(row);
    }
    Ok(table)
}

/// Rows without an order, by id.
fn ties<R: Stored>(db: &Connection, id: impl Fn(&R) -> Uuid) -> rusqlite::Result<HashMap<Uuid, R>> {
    Ok(all(db)?.into_iter().map(|row| (id(&row), row)).collect())
}

fn tie<R: Stored>(db: &Connection, ties: &mut HashMap<Uuid, R>, id: Uuid) -> rusqlite::Result<()> {
    match one(db, id)? {
        Some(row) => ties.insert(id, row),
        None => ties.remove(&id),
    };
    Ok(())
}

fn all<R: Stored>(db: &Connection) -> rusqlite::Result<Vec<R>> {
    db.prepare_cached(R::SELECT)?.query_map([], |row| R::read(Cells(row)))?.collect()
}

fn one<R: Stored>(db: &Connection, id: Uuid) -> rusqlite::Result<Option<R>> {
    let sql = format!("{} WHERE id = ?1", R::SELECT);
    db.prepare_cached(&sql)?.query_row([id], |row| R::read(Cells(row))).optional()
}

fn put<R: Stored + board::Row>(
    db: &Connection,
    table: &mut Table<R>,
    id: Uuid,
) -> rusqlite::Result<()> {
    match one(db, id)? {
        Some(row) => table.put(row),
        None => table.remove(id.into()),
    }
    Ok(())
}

/// A type of the board that is one row of one table.
trait Stored: Sized {
    const SELECT: &'static str;

    fn read(cells: Cells<'_, '_>) -> rusqlite::Result<Self>;
}

/// Says once per table which columns are read and how: `column: reader`. `source` adds the columns
/// of an imported row, all but `source_row`, which only the next import reads.
macro_rules! stored {
    ($($row:ident = $table:ident { $($column:ident: $reader:ident),* $(,)? } $(+ $source:ident)?)*) => {$(
        impl Stored for $row {
            const SELECT: &'static str = concat!(
                "SELECT id", $(", ", stringify!($column),)* $(stored!(@columns $source),)?
                " FROM ", stringify!($table)
            );

            fn read(cells: Cells<'_, '_>) -> rusqlite::Result<Self> {
                Ok(Self {
                    id: cells.get("id")?,
                    $($column: cells.$reader(stringify!($column))?,)*
                    $($source: cells.$source()?,)?
                })
            }
        }
    )*};
    (@columns source) => {
        ", source_system, source_key, source_url, source_kind, source_created, source_updated"
    };
}

stored! {
    Goal = goal {
        rank: rank, title: get, outcome: body, measure: body, state: get, notes: body,
        ended_on: day, learned: body,
    } + source
    GoalActivity = goal_activity { goal: get, activity: get }
    Activity = activity { rank: rank, title: get, notes: body } + source
    Step = step { rank: rank, activity: get, title: get, notes: body } + source
    Slice = slice {
        rank: rank, name: get, outcome: body, goal: get, part_on_purpose: body_or_null, closed_on: day,
        hypothesis: body, measure: body, measure_by: day,
    }
    Sprint = sprint { rank: rank, name: get, goal: body, starts_on: day, ends_on: day, ended_on: day }
    Item = item {
        rank: rank, step: get, slice: get, kind: get, title: get, story: body, notes: body,
        estimate: points, status: word, done: flag, done_on: day,
    } + source
    SprintItem = sprint_item { rank: rank, sprint: get, item: get, left_as: get }
    Task = task {
        rank: rank, item: get, slice: get, sprint: get, title: get, notes: body, status: word,
        done: flag, done_on: day,
    } + source
    Tag = tag { rank: rank, name: get } + source
    ItemTag = item_tag { rank: rank, item: get, tag: get }
    Persona = persona { rank: rank, name: get, about: body }
    StepPersona = step_persona { step: get, persona: get }
    SlicePersona = slice_persona { slice: get, persona: get }
    ItemPersona = item_persona { item: get, persona: get }
    ItemReference = item_reference { item: get, step: get }
    Criterion = criterion { rank: rank, item: get, text: rule, met: flag }
    DoneRule = done_rule { rank: rank, text: rule }
    DoneCheck = done_check { item: get, rule: get }
    Cover = cover { activity: get, slice: get, how: get, reason: body }
    Increment = increment {
        rank: rank, title: get, slice: get, sprint: get, made_on: known_day, released_on: day,
        usable: get, value: get, learned: body,
    }
    IncrementItem = increment_item { increment: get, item: get }
    Feedback = feedback {
        rank: rank, increment: get, item: get, who: word, text: body, given_on: known_day,
        answer_item: get, answer: body, answered_on: day,
    }
    Dismissal = dismissal { rule: word, about: get, text: checked_text, reason: body }
    Period = period { rank: rank, name: get, starts_on: known_day, ends_on: known_day }
    Term = glossary { rank: rank, word: get, meaning: body }
}

/// The cells of one row, by column.
#[derive(Clone, Copy)]
struct Cells<'row, 'statement>(&'row Row<'statement>);

impl Cells<'_, '_> {
    fn get<T: FromSql>(self, column: &str) -> rusqlite::Result<T> {
        self.0.get(column)
    }

    /// A text of at most `limit` characters; `None` is NULL.
    fn text_or_null(self, column: &str, limit: usize) -> rusqlite::Result<Option<String>> {
        let text = match self.0.get_ref(column)? {
            ValueRef::Null => return Ok(None),
            value => value.as_str().map_err(|error| damaged(column, error))?,
        };
        // Bytes first: counting 50 MB of characters only to refuse them would take a while.
        if text.len() > limit * 4 || text.chars().count() > limit {
            return Err(damaged(column, format!("over {limit} characters")));
        }
        Ok(Some(text.to_owned()))
    }

    fn text(self, column: &str, limit: usize) -> rusqlite::Result<String> {
        self.text_or_null(column, limit)?.ok_or_else(|| damaged(column, "NULL"))
    }

    fn body(self, column: &str) -> rusqlite::Result<String> {
        self.text(column, MAX_TEXT_CHARS)
    }

    fn body_or_null(self, column: &str) -> rusqlite::Result<Option<String>> {
        self.text_or_null(column, MAX_TEXT_CHARS)
    }

    fn word(self, column: &str) -> rusqlite::Result<String> {
        self.text(column, 300)
    }

    fn rule(self, column: &str) -> rusqlite::Result<String> {
        self.text(column, MAX_RULE_CHARS)
    }

    /// What a finding was about: a name and a body.
    fn checked_text(self, column: &str) -> rusqlite::Result<String> {
        self.text(column, 3 * MAX_TEXT_CHARS)
    }

    fn rank(self, column: &str) -> rusqlite::Result<Rank> {
        self.text(column, 4_000)?;
        self.get(column)
    }

    fn flag(self, column: &str) -> rusqlite::Result<bool> {
        match self.get(column)? {
            0_i64 => Ok(false),
            1 => Ok(true),
            other => Err(damaged(column, format!("{other} is neither 0 nor 1"))),
        }
    }

    fn points(self, column: &str) -> rusqlite::Result<Option<f64>> {
        let points: Option<f64> = self.get(column)?;
        match points {
            Some(points) if !points.is_finite() || points < 0.0 => {
                Err(damaged(column, format!("{points} is no estimate")))
            }
            points => Ok(points),
        }
    }

    fn day(self, column: &str) -> rusqlite::Result<Option<String>> {
        let Some(day) = self.text_or_null(column, 10)? else { return Ok(None) };
        match day.parse::<jiff::civil::Date>() {
            Ok(date) if date.to_string() == day => Ok(Some(day)),
            _ => Err(damaged(column, format!("{day} is no day"))),
        }
    }

    fn known_day(self, column: &str) -> rusqlite::Result<String> {
        self.day(column)?.ok_or_else(|| damaged(column, "NULL"))
    }

    /// `None`: the row was not imported, or came without a key.
    fn source(self) -> rusqlite::Result<Option<Source>> {
        let system = self.text_or_null("source_system", 300)?;
        let key = self.text_or_null("source_key", 300)?;
        let (Some(system), Some(key)) = (system, key) else { return Ok(None) };
        Ok(Some(Source {
            system,
            key,
            url: self.text("source_url", 4_000)?,
            kind: self.word("source_kind")?,
            created: self.word("source_created")?,
            updated: self.word("source_updated")?,
        }))
    }
}

fn damaged(column: &str, what: impl std::fmt::Display) -> rusqlite::Error {
    let what = FromSqlError::Other(format!("{column}: {what}").into());
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(what))
}

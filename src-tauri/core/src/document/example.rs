//! The example map: a draft, and edits that follow it, in which names stand for the rows that they mean.

use rusqlite::Connection;
use serde_json::Value;
use uuid::Uuid;

use super::Document;
use crate::edit::import::Draft;
use crate::edit::{Answer, Done, Edit, EditError, Label};

impl Document {
    /// Brings the example's draft in and applies the edits that follow it, as one change.
    ///
    /// `then` has one [`Edit`] per line, as JSON. In it `"@KEY"` stands for the id of the one row that
    /// was imported with that key, `"@slice:NAME"`, `"@sprint:NAME"`, `"@goal:TITLE"`, `"@persona:NAME"` and `"@step:TITLE"`
    /// for the row of that name, and `"@untitled:KEY"` for the untitled step of the activity that was
    /// imported with that key: the ids are made anew each time, so the file cannot know them.
    ///
    /// # Errors
    /// [`EditError::Line`] for a line that is no edit or names what is not there; and those of the
    /// edits. The map is unchanged then.
    pub fn add_example(&mut self, draft: &Draft, then: &str) -> Result<Answer, EditError> {
        self.record(|db| {
            let mut done = Edit::Import { draft: draft.clone() }.apply(db)?;
            done.created.extend(follow(db, then)?);
            Ok(Done { label: Label::Example, ..done })
        })
    }
}

/// Applies the edits, one after the other; answers with the ids of the rows that they made.
fn follow(db: &Connection, then: &str) -> Result<Vec<Uuid>, EditError> {
    let mut created = Vec::new();
    for (line, text) in (1..).zip(then.lines()) {
        if !text.trim().is_empty() {
            let edit = read(db, text)?.ok_or(EditError::Line { line })?;
            created.extend(edit.apply(db)?.created);
        }
    }
    Ok(created)
}

/// `None`: it is no edit, or names what is not there.
fn read(db: &Connection, line: &str) -> Result<Option<Edit>, EditError> {
    let Ok(mut edit) = serde_json::from_str(line) else { return Ok(None) };
    if !put_ids(db, &mut edit)? {
        return Ok(None);
    }
    Ok(serde_json::from_value(edit).ok())
}

/// Puts ids in the place of names, all through a value; answers whether each name was one row's.
fn put_ids(db: &Connection, value: &mut Value) -> rusqlite::Result<bool> {
    match value {
        Value::String(text) => {
            let Some(name) = text.strip_prefix('@') else { return Ok(true) };
            let Some(id) = the_one(db, name)? else { return Ok(false) };
            *text = id.to_string();
            Ok(true)
        }
        Value::Array(values) => all(db, values.iter_mut()),
        Value::Object(fields) => all(db, fields.values_mut()),
        Value::Null | Value::Bool(_) | Value::Number(_) => Ok(true),
    }
}

fn all<'a>(db: &Connection, values: impl Iterator<Item = &'a mut Value>) -> rusqlite::Result<bool> {
    for value in values {
        if !put_ids(db, value)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The id of the one row that a name means; `None` if there is none, or more than one.
fn the_one(db: &Connection, name: &str) -> rusqlite::Result<Option<Uuid>> {
    let (sql, name) = match name.split_once(':') {
        Some(("slice", name)) => ("SELECT id FROM slice WHERE name = ?1", name),
        Some(("sprint", name)) => ("SELECT id FROM sprint WHERE name = ?1", name),
        Some(("goal", title)) => ("SELECT id FROM goal WHERE title = ?1", title),
        Some(("persona", name)) => ("SELECT id FROM persona WHERE name = ?1", name),
        Some(("step", title)) => ("SELECT id FROM step WHERE title = ?1", title),
        Some(("untitled", key)) => (
            "SELECT step.id FROM step JOIN activity ON activity.id = step.activity
             WHERE activity.source_key = ?1 AND step.title IS NULL",
            key,
        ),
        _ => (
            "SELECT id FROM item WHERE source_key = ?1
             UNION ALL SELECT id FROM task WHERE source_key = ?1
             UNION ALL SELECT id FROM activity WHERE source_key = ?1
             UNION ALL SELECT id FROM step WHERE source_key = ?1
             UNION ALL SELECT id FROM goal WHERE source_key = ?1
             UNION ALL SELECT id FROM tag WHERE source_key = ?1",
            name,
        ),
    };
    let ids: Vec<Uuid> =
        db.prepare_cached(sql)?.query_map([name], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(<[Uuid; 1]>::try_from(ids).ok().map(|[id]| id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::Title;

    /// A map with one imported activity and PBI, and a slice.
    fn imported() -> Result<Connection, Box<dyn std::error::Error>> {
        let db = Connection::open_in_memory()?;
        super::super::opening::make_map(&db, &Title::new("Corner")?)?;
        db.execute_batch(
            "INSERT INTO activity (id, rank, title, source_system, source_key)
             VALUES (randomblob(16), '80', 'Order', 'jira', 'COR-1');
             INSERT INTO item (id, rank, title, source_system, source_key)
             VALUES (randomblob(16), '80', 'Choose a drink', 'jira', 'COR-2');
             INSERT INTO slice (id, rank, name) VALUES (randomblob(16), '80', 'Rush hour');",
        )?;
        Ok(db)
    }

    #[test]
    fn names_stand_for_the_rows_that_they_mean_also_those_of_earlier_lines()
    -> Result<(), Box<dyn std::error::Error>> {
        let db = imported()?;
        let created = follow(
            &db,
            r#"{"type":"addGoal","title":"Skip the queue","activities":["@COR-1"]}

               {"type":"setSliceGoal","slice":"@slice:Rush hour","goal":"@goal:Skip the queue"}
               {"type":"moveItems","items":["@COR-2"],"to":{"step":null,"slice":"@slice:Rush hour","before":null}}"#,
        )?;
        assert_eq!(created.len(), 1);
        let goal: Uuid = db.query_row("SELECT goal FROM slice", [], |row| row.get(0))?;
        assert_eq!(created, [goal]);
        let slice: String = db.query_row(
            "SELECT slice.name FROM item JOIN slice ON slice.id = item.slice",
            [],
            |row| row.get(0),
        )?;
        assert_eq!(slice, "Rush hour");
        Ok(())
    }

    #[test]
    fn a_line_that_is_no_edit_or_names_what_is_not_there_is_refused_by_its_number()
    -> Result<(), Box<dyn std::error::Error>> {
        let db = imported()?;
        let good = r#"{"type":"renameMap","title":"Corner café"}"#;
        for bad in [
            "oops",
            r#"{"type":"paint"}"#,
            r#"{"type":"setKind","items":["@COR-9"],"kind":"bug"}"#,
            r#"{"type":"removeSlice","slice":"@slice:Quiet hour"}"#,
        ] {
            let refused = follow(&db, &format!("{good}\n{bad}"));
            assert!(matches!(refused, Err(EditError::Line { line: 2 })), "{bad}: {refused:?}");
        }
        Ok(())
    }

    #[test]
    fn a_key_that_two_rows_bear_means_neither() -> Result<(), Box<dyn std::error::Error>> {
        let db = imported()?;
        db.execute("UPDATE item SET source_key = 'COR-1'", [])?;
        let line = r#"{"type":"removeActivity","activity":"@COR-1"}"#;
        assert!(matches!(follow(&db, line), Err(EditError::Line { line: 1 })));
        Ok(())
    }
}

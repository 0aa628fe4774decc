//! Drafts that no importer of ours makes: they may come from anybody, as an edit in JSON.

use rusqlite::Connection;

use super::*;
use crate::edit::{Edit, Noun};

fn map() -> rusqlite::Result<Connection> {
    let db = Connection::open_in_memory()?;
    db.pragma_update(None, "foreign_keys", true)?;
    db.execute_batch(include_str!("../../document/schema.sql"))?;
    Ok(db)
}

fn count(db: &Connection, table: &str) -> rusqlite::Result<u32> {
    db.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))
}

fn bring(db: &Connection, draft: &Draft) -> Result<Done, EditError> {
    Edit::Import { draft: draft.clone() }.apply(db)
}

fn keyed(key: &str) -> DraftSource {
    DraftSource { key: Some(key.to_owned()), ..DraftSource::default() }
}

fn item(title: &str) -> DraftItem {
    DraftItem { title: title.to_owned(), ..DraftItem::default() }
}

#[test]
fn an_activity_without_a_step_gets_an_untitled_one() -> Result<(), EditError> {
    let db = map()?;
    let activity = DraftActivity { title: Some("Pay".into()), source: keyed("C-1") };
    let draft = Draft { activities: vec![activity], ..Draft::default() };
    bring(&db, &draft)?;
    bring(&db, &draft)?;
    assert_eq!((count(&db, "activity")?, count(&db, "step")?), (1, 1));
    Ok(())
}

#[test]
fn what_points_nowhere_is_refused() -> Result<(), EditError> {
    let db = map()?;
    let nowhere = [
        (
            Noun::Step,
            Draft { items: vec![DraftItem { step: Some(0), ..item("Pay") }], ..Draft::default() },
        ),
        (
            Noun::Slice,
            Draft { items: vec![DraftItem { slice: Some(7), ..item("Pay") }], ..Draft::default() },
        ),
        (
            Noun::Sprint,
            Draft {
                items: vec![DraftItem { sprints: vec![0], ..item("Pay") }],
                ..Draft::default()
            },
        ),
        (
            Noun::Item,
            Draft {
                tasks: vec![DraftTask {
                    title: "Form".into(),
                    item: Some(0),
                    ..DraftTask::default()
                }],
                ..Draft::default()
            },
        ),
        (
            Noun::Activity,
            Draft {
                steps: vec![DraftStep { activity: u32::MAX, ..DraftStep::default() }],
                ..Draft::default()
            },
        ),
    ];
    for (noun, draft) in nowhere {
        let refused = bring(&db, &draft);
        assert!(matches!(refused, Err(EditError::Gone { what }) if what == noun), "{noun:?}");
    }
    Ok(())
}

#[test]
fn what_no_row_may_hold_is_refused() -> Result<(), EditError> {
    let db = map()?;
    let of = |item| Draft { items: vec![item], ..Draft::default() };
    assert!(matches!(bring(&db, &of(item(" "))), Err(EditError::Title { what: Noun::Item, .. })));
    let negative = DraftItem { estimate: Some(-1.0), ..item("Pay") };
    assert!(matches!(bring(&db, &of(negative)), Err(EditError::Estimate)));
    let no_day = DraftItem { done: true, done_on: Some("2026-02-30".into()), ..item("Pay") };
    assert!(matches!(bring(&db, &of(no_day)), Err(EditError::NoDay { .. })));
    let long = DraftItem { notes: "x".repeat(100_001), ..item("Pay") };
    assert!(matches!(bring(&db, &of(long)), Err(EditError::TextTooLong { chars: 100_001 })));
    let key = DraftItem { source: keyed(&"k".repeat(301)), ..item("Pay") };
    assert!(matches!(bring(&db, &of(key)), Err(EditError::TextTooLong { chars: 301 })));
    assert_eq!(count(&db, "item")?, 0);
    Ok(())
}

#[test]
fn a_key_twice_in_one_draft_is_one_row_with_the_key_and_one_without() -> Result<(), EditError> {
    let db = map()?;
    let draft = Draft {
        system: "jira".into(),
        items: vec![
            DraftItem { source: keyed("C-1"), ..item("Pay") },
            DraftItem { source: keyed("C-1"), ..item("Pay again") },
        ],
        ..Draft::default()
    };
    bring(&db, &draft)?;
    let keys: u32 = db.query_row("SELECT count(source_key) FROM item", [], |row| row.get(0))?;
    assert_eq!((count(&db, "item")?, keys), (2, 1));
    Ok(())
}

#[test]
fn rows_of_another_system_are_other_rows() -> Result<(), EditError> {
    let db = map()?;
    let draft = |system: &str| Draft {
        system: system.into(),
        items: vec![DraftItem { source: keyed("1"), ..item("Pay") }],
        ..Draft::default()
    };
    bring(&db, &draft("jira"))?;
    bring(&db, &draft("table"))?;
    bring(&db, &draft("table"))?;
    assert_eq!(count(&db, "item")?, 2);
    Ok(())
}

#[test]
fn cells_of_a_size_that_json_makes_too_large_are_left_out_and_the_row_comes()
-> Result<(), EditError> {
    let db = map()?;
    let cells = vec![("Notes".to_owned(), "\u{1}".repeat(900_000))];
    let source = DraftSource { cells, ..keyed("C-1") };
    let draft = Draft { items: vec![DraftItem { source, ..item("Pay") }], ..Draft::default() };
    bring(&db, &draft)?;
    let row: String = db.query_row("SELECT source_row FROM item", [], |row| row.get(0))?;
    assert!(row.ends_with(r#""cells":[]}"#), "{}", row.len());
    Ok(())
}

#[test]
fn what_is_made_is_named_in_the_order_of_the_draft() -> Result<(), EditError> {
    let db = map()?;
    let draft = Draft { items: vec![item("Pay"), item("Collect")], ..Draft::default() };
    let done = bring(&db, &draft)?;
    let titles: Vec<String> = done
        .created
        .iter()
        .map(|id| db.query_row("SELECT title FROM item WHERE id = ?1", [id], |row| row.get(0)))
        .collect::<Result<_, _>>()?;
    assert_eq!(titles, ["Pay", "Collect"]);
    Ok(())
}

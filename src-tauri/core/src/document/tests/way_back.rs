//! Taking older changes back, and changesets that are not what they should be.

use super::*;
use crate::document::changeset::checksum;

/// Writes past the history, as a stranger who made the file might have.
fn rewrite(map: &Document, seq: u32, changeset: &[u8]) {
    map.db
        .execute(
            "UPDATE change SET changeset = ?2, checksum = ?3 WHERE seq = ?1",
            (seq, changeset, checksum(changeset)),
        )
        .unwrap();
}

fn stored(map: &Document, seq: u32) -> Vec<u8> {
    let sql = "SELECT changeset FROM change WHERE seq = ?1";
    map.db.query_row(sql, [seq], |row| row.get(0)).unwrap()
}

#[test]
fn an_older_change_on_which_nothing_builds_is_taken_back_alone() {
    let mut map = Document::in_memory();
    let first = add_item(&mut map, "Choose a drink", None);
    add_item(&mut map, "Pay by card", None);
    map.edit(&Edit::ChangeItem {
        item: first,
        title: None,
        story: None,
        notes: Some("With milk".into()),
    })
    .unwrap();
    add_item(&mut map, "Leave a tip", None);

    let undone = map.undo_change(3).unwrap();
    assert!(matches!(undone.label, Label::Undo { .. }));
    let board = map.read_board().unwrap();
    assert_eq!(board.items.get(first).unwrap().notes, "");
    assert_eq!(board.items.len(), 3);
    assert!(matches!(map.undo_change(3), Err(HistoryError::UndoneAlready)));
    assert!(matches!(map.undo_change(99), Err(HistoryError::NoSuchChange { seq: 99 })));

    let (undo, redo) = map.next_steps().unwrap();
    assert_eq!((undo, redo), (Some(undone.label), None));
    let back = map.undo().unwrap().unwrap();
    assert!(matches!(back.label, Label::Redo { .. }), "the undo of an undo brings back");
    assert_eq!(map.read_board().unwrap().items.get(first).unwrap().notes, "With milk");
}

/// SQLite applies these without a conflict: foreign key actions clear what points to the row, or take
/// it along, and no one is told.
#[test]
fn an_older_change_on_which_later_ones_build_stays_and_the_map_is_as_it_was() {
    let mut map = Document::in_memory();
    let slice = add_slice(&mut map, "Rush hour");
    let (_, step) = add_activity(&mut map, "Order");
    let item = add_item(&mut map, "Choose a drink", None);
    let to = Place { step: Some(step), slice: Some(slice), before: None };
    map.edit(&Edit::MoveItems { items: vec![item], to }).unwrap();
    map.edit(&Edit::AddTask { title: "Menu API".into(), item: Some(item), before: None }).unwrap();
    let before = dump(&map);
    for (seq, why) in [
        (1, "its slice would be cleared from the card"),
        (2, "its step would be cleared from the card"),
        (3, "its task would go along"),
    ] {
        assert!(matches!(map.undo_change(seq), Err(HistoryError::InTheWay)), "{why}");
        assert_eq!(dump(&map), before, "{why}");
    }
    assert_eq!(map.history().unwrap().len(), 5);
    map.undo_change(4).unwrap();
    map.undo_change(1).unwrap();
    assert_eq!(map.read_board().unwrap().slices.len(), 0, "once nothing points to it, it goes");
}

#[test]
fn a_change_overwritten_since_stays() {
    let mut map = Document::in_memory();
    let item = add_item(&mut map, "Choose a drink", None);
    for title in ["Choose a coffee", "Choose a tea"] {
        let title = Some(title.into());
        map.edit(&Edit::ChangeItem { item, title, story: None, notes: None }).unwrap();
    }
    assert!(matches!(map.undo_change(2), Err(HistoryError::InTheWay)));
    assert_eq!(titles(&map), ["Choose a tea"]);
}

#[test]
fn undo_and_redo_say_what_they_would_do_in_the_words_of_the_edit() {
    let mut map = Document::in_memory();
    let added = |name: &str| Label::Add { what: crate::edit::Noun::Item, name: name.into() };
    assert_eq!(map.next_steps().unwrap(), (None, None));
    add_item(&mut map, "A", None);
    add_item(&mut map, "B", None);
    map.undo().unwrap();
    assert_eq!(map.next_steps().unwrap(), (Some(added("A")), Some(added("B"))));
    map.redo().unwrap();
    assert_eq!(map.next_steps().unwrap(), (Some(added("B")), None));
    let labels: Vec<_> = map.history().unwrap().into_iter().map(|change| change.label).collect();
    let undo = Label::Undo { of: Box::new(added("B")) };
    let redo = Label::Redo { of: Box::new(added("B")) };
    assert_eq!(labels, [added("A"), added("B"), undo, redo]);
}

#[test]
fn a_changeset_with_a_wrong_checksum_is_not_applied() {
    let mut map = Document::in_memory();
    add_item(&mut map, "Choose a drink", None);
    map.db.execute("UPDATE change SET checksum = checksum + 1", []).unwrap();
    let before = dump(&map);
    assert!(matches!(map.undo(), Err(HistoryError::Damaged { seq: 1 })));
    assert_eq!(dump(&map), before);
}

#[test]
fn bytes_that_are_no_changeset_harm_nothing_whatever_their_checksum_says() {
    let mut map = Document::in_memory();
    let (_, step) = add_activity(&mut map, "Order");
    add_item(&mut map, "Choose a drink", Some(step));
    let sound = stored(&map, 2);
    let before = dump(&map);
    let undone = {
        let mut map = map.copy_in_memory().unwrap();
        map.undo().unwrap().unwrap();
        dump(&map)
    };
    let mut hostile: Vec<Vec<u8>> = vec![
        b"T".to_vec(),
        b"garbage".to_vec(),
        vec![0xff; 300],
        [b"T\x11\x01".to_vec(), vec![0; 40]].concat(),
    ];
    hostile.extend((1..sound.len()).step_by(3).map(|length| sound[..length].to_vec()));
    hostile.extend((0..sound.len()).flat_map(|at| {
        [0x01, 0x80, 0xff].map(|bits| {
            let mut bytes = sound.clone();
            bytes[at] ^= bits;
            bytes
        })
    }));
    let mut refused = 0;
    for bytes in hostile {
        let mut map = map.copy_in_memory().unwrap();
        rewrite(&map, 2, &bytes);
        match map.undo() {
            // Bits without a meaning (was it a foreign key action?) may be anything.
            Ok(_) => assert_eq!(dump(&map), undone, "{bytes:?}"),
            Err(_) => {
                assert_eq!(dump(&map), before, "{bytes:?}");
                refused += 1;
            }
        }
    }
    assert!(refused > 100, "{refused}");
}

#[test]
fn a_changeset_that_would_rewrite_the_history_is_refused() {
    let mut map = Document::in_memory();
    add_item(&mut map, "Choose a drink", None);
    // As a stranger would make it: recorded on the log itself.
    let mut session = rusqlite::session::Session::new(&map.db).unwrap();
    session.attach(Some("change")).unwrap();
    map.db.execute("UPDATE change SET author = 'mallory'", []).unwrap();
    let mut changeset = Vec::new();
    session.changeset_strm(&mut changeset).unwrap();
    drop(session);
    rewrite(&map, 1, &changeset);
    assert!(matches!(map.undo(), Err(HistoryError::Damaged { seq: 1 })));
    assert_eq!(map.history().unwrap()[0].author, "mallory");

    // And where the walk would let it pass, the filter does not.
    let inverse = {
        let mut inverse = Vec::new();
        rusqlite::session::invert_strm(&mut &changeset[..], &mut inverse).unwrap();
        inverse
    };
    changeset::apply(&map.db, &inverse).unwrap();
    assert_eq!(map.history().unwrap()[0].author, "mallory", "the filter let nothing through");
}

#[test]
fn a_changeset_of_a_table_with_more_columns_is_refused_instead_of_doing_nothing() {
    let mut map = Document::in_memory();
    add_item(&mut map, "Choose a drink", None);
    let newer = Document::in_memory();
    newer.db.execute_batch("ALTER TABLE item ADD COLUMN mood TEXT").unwrap();
    let ((), changeset) = changeset::recorded(&newer.db, || -> rusqlite::Result<()> {
        newer.db.execute_batch(
            "INSERT INTO item (id, rank, title, mood) VALUES (randomblob(16), '80', 'x', 'y')",
        )
    })
    .unwrap();
    rewrite(&map, 1, &changeset);
    assert!(matches!(map.undo(), Err(HistoryError::OtherSchema { schema: 3 })));
}

#[test]
fn the_recorded_tables_are_all_tables_of_a_map_strict_keyed_by_id_and_children_first() {
    let map = Document::in_memory();
    let list = |sql: &str| -> Vec<String> {
        let mut rows = map.db.prepare(sql).unwrap();
        rows.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    };
    let tables = list(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict
         AND name <> 'change' ORDER BY name",
    );
    let mut recorded = changeset::RECORDED;
    recorded.sort_unstable();
    assert_eq!(tables, recorded);
    assert_eq!(
        list("SELECT DISTINCT type FROM sqlite_schema ORDER BY type"),
        ["index", "table"],
        "a trigger would fire again while a changeset is applied"
    );
    for (at, table) in changeset::RECORDED.iter().enumerate() {
        let key = list(&format!("SELECT name FROM pragma_table_info('{table}') WHERE pk > 0"));
        assert_eq!(key, ["id"]);
        let parents = list(&format!(r#"SELECT "table" FROM pragma_foreign_key_list('{table}')"#));
        for parent in parents {
            let parent_at = changeset::RECORDED.iter().position(|name| *name == parent).unwrap();
            assert!(at < parent_at, "{table} before {parent}");
        }
    }
}

#[test]
fn every_recorded_table_is_read_back_when_it_is_touched() {
    let map = Document::in_memory();
    for table in changeset::RECORDED.into_iter().filter(|table| *table != "map") {
        let mut board = map.read_board().unwrap();
        let ghost = Uuid::now_v7();
        let touched = Touched { rows: vec![(table.to_owned(), ghost)], everything: false };
        // A row that is in the board and not in the file must leave the board.
        map.db.pragma_update(None, "foreign_keys", false).unwrap();
        let columns: String = map
            .db
            .query_row(
                r#"SELECT group_concat(name) FROM pragma_table_info(?1) WHERE "notnull" AND dflt_value IS NULL"#,
                [table],
                |row| row.get(0),
            )
            .unwrap();
        let values: Vec<_> = columns
            .split(',')
            .map(|column| match column {
                "id" => "?1",
                "rank" => "'80'",
                "title" | "name" | "text" | "word" => "'x'",
                "rule" if table == "dismissal" => "'x'",
                "how" => "'live'",
                day if day.ends_with("_on") => "'2026-03-02'",
                "state" => "'next'",
                _ => "randomblob(16)",
            })
            .collect();
        let sql = format!("INSERT INTO {table} ({columns}) VALUES ({})", values.join(", "));
        map.db.execute(&sql, [ghost]).unwrap();
        let empty = board.clone();
        map.refresh(&mut board, &touched).unwrap();
        assert_ne!(board, empty, "{table} is read");
        map.db.execute(&format!("DELETE FROM {table}"), []).unwrap();
        map.refresh(&mut board, &touched).unwrap();
        assert_eq!(board, empty, "{table} is taken out");
    }
}

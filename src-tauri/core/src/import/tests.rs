#![allow(clippy::unwrap_used, clippy::print_stdout)]
//! What becomes what, from a file's bytes to the rows of a map; over tables written here and over
//! people's own files.

use rusqlite::{Connection, Row};

use super::*;
use crate::edit::Edit;
use crate::edit::import::{Field, Imported};

mod again;
mod choices;
mod files;
mod trackers;

/// A map in memory.
struct Map(Connection);

impl Map {
    fn new() -> Self {
        let db = Connection::open_in_memory().unwrap();
        db.pragma_update(None, "foreign_keys", true).unwrap();
        db.execute_batch(include_str!("../document/schema.sql")).unwrap();
        Self(db)
    }

    fn of(csv: &str) -> Self {
        let map = Self::new();
        map.bring(csv);
        map
    }

    fn bring(&self, csv: &str) -> Imported {
        self.bring_draft(read_csv(csv).draft)
    }

    fn bring_draft(&self, draft: Draft) -> Imported {
        Edit::Import { draft }.apply(&self.0).unwrap().import.unwrap()
    }

    /// How many rows were written so far, with equal values too.
    fn written(&self) -> u64 {
        self.0.total_changes()
    }

    fn run(&self, sql: &str) {
        assert_eq!(self.0.execute(sql, []).unwrap(), 1, "{sql}");
    }

    fn lines(&self, sql: &str, line: impl Fn(&Row<'_>) -> rusqlite::Result<String>) -> Vec<String> {
        let mut statement = self.0.prepare(sql).unwrap();
        statement.query_map([], |row| line(row)).unwrap().map(Result::unwrap).collect()
    }

    /// The backbone: activities with their steps.
    fn backbone(&self) -> Vec<String> {
        self.lines(
            "SELECT coalesce(a.title, '–'), group_concat(coalesce(s.title, '–'), ', ' ORDER BY s.rank)
             FROM activity a LEFT JOIN step s ON s.activity = a.id GROUP BY a.id ORDER BY a.rank",
            |row| Ok(format!("{}: {}", row.get::<_, String>(0)?, row.get::<_, String>(1)?)),
        )
    }

    fn slices(&self) -> Vec<String> {
        self.lines("SELECT name FROM slice ORDER BY rank, id", |row| row.get(0))
    }

    /// PBIs in order: title, kind, estimate, Done, where, slice, Sprints, tags.
    fn items(&self) -> Vec<String> {
        self.lines(
            "SELECT i.title, i.kind, i.estimate, i.done, i.done_on, coalesce(s.title, a.title), a.id IS NULL,
               l.name,
               (SELECT group_concat(p.name || coalesce(' ' || t.left_as, ''), ', ' ORDER BY p.rank)
                FROM sprint_item t JOIN sprint p ON p.id = t.sprint WHERE t.item = i.id),
               (SELECT group_concat(g.name, ', ' ORDER BY g.name)
                FROM item_tag t JOIN tag g ON g.id = t.tag WHERE t.item = i.id)
             FROM item i LEFT JOIN step s ON s.id = i.step LEFT JOIN activity a ON a.id = s.activity
             LEFT JOIN slice l ON l.id = i.slice ORDER BY i.rank, i.id",
            |row| {
                let mut line: String = row.get(0)?;
                let mut add = |before: &str, text: Option<String>| {
                    if let Some(text) = text {
                        line.push_str(before);
                        line.push_str(&text);
                    }
                };
                add(" · ", row.get(1)?);
                add(" · ", row.get::<_, Option<f64>>(2)?.map(|points| points.to_string()));
                if row.get(3)? {
                    add(" · ", Some("Done".into()));
                    add(" ", row.get(4)?);
                }
                if !row.get(6)? {
                    add(" in ", Some(row.get::<_, Option<String>>(5)?.unwrap_or_else(|| "–".into())));
                }
                add(" | ", row.get(7)?);
                add(" @ ", row.get(8)?);
                add(" # ", row.get(9)?);
                Ok(line)
            },
        )
    }

    /// Tasks in order: title, Done, of which PBI, pulled alone into which slice and Sprint.
    fn tasks(&self) -> Vec<String> {
        self.lines(
            "SELECT t.title || iif(t.done, ' · Done', '') || coalesce(' of ' || i.title, '')
               || coalesce(' | ' || l.name, '') || coalesce(' @ ' || p.name, '')
             FROM task t LEFT JOIN item i ON i.id = t.item LEFT JOIN slice l ON l.id = t.slice
             LEFT JOIN sprint p ON p.id = t.sprint ORDER BY t.rank, t.id",
            |row| row.get(0),
        )
    }
}

fn read_csv(csv: &str) -> ReadOutcome {
    read(csv.as_bytes(), "backlog.csv", &Reading::default().into(), &mut |_| true).unwrap()
}

/// Problems as line, column, what and what was done.
fn said(outcome: &ReadOutcome) -> Vec<String> {
    let line =
        |p: &Problem| format!("{} {} {:?} {:?} ×{}", p.line, p.column, p.what, p.done, p.rows);
    outcome.problems.iter().map(line).collect()
}

/// Fields that stayed as people made them.
fn kept(imported: &Imported) -> Vec<(u32, Field, &str)> {
    imported.kept.iter().map(|kept| (kept.line, kept.field, kept.value.as_str())).collect()
}

const BACKLOG: &str = "\
Summary,Issue key,Issue id,Issue Type,Status,Resolution,Resolved,Fix Version/s,Fix Version/s,Sprint,Sprint,Labels,Component/s,Parent,Custom field (Story Points),Description
Order ahead,COR-1,1001,Epic,In Progress,,,,,,,,,,,
Browse the menu,COR-2,1002,Story,Done,Done,14/Jul/25 3:42 PM,R1,,Sprint 1,Sprint 2,menu,App,1001,3,With prices
Menu endpoint,COR-3,1003,Sub-task,Done,Done,12/Jul/25 1:00 PM,R1,,Sprint 1,,,,1002,,
Menu cache,COR-4,1004,Sub-task,To Do,,,R2,,Sprint 3,,,,1002,,
Slot after closing time,COR-5,1005,Bug,To Do,,,R1,R10,,,,,1001,0.5,
Will people pay ahead?,COR-6,1006,Spike,To Do,,,R2,,,,,,,,
Opening hours,COR-7,1007,Epic,To Do,,,,,,,,,,,
Register device token,COR-8,1008,Sub-task,To Do,,,,,,,,,,,
";

#[test]
fn a_jira_backlog_becomes_a_map() {
    let map = Map::of(BACKLOG);
    assert_eq!(map.backbone(), ["Order ahead: –"]);
    assert_eq!(map.slices(), ["R1", "R2", "R10"], "in natural order");
    assert_eq!(
        map.items(),
        [
            "Browse the menu · 3 · Done 2025-07-14 in Order ahead | R1 @ Sprint 1 returned, Sprint 2 done # App, menu",
            "Slot after closing time · bug · 0.5 in Order ahead | R10",
            "Will people pay ahead? · spike | R2",
            "Opening hours",
        ]
    );
    assert_eq!(
        map.tasks(),
        [
            "Menu endpoint · Done of Browse the menu",
            "Menu cache of Browse the menu | R2 @ Sprint 3",
            "Register device token",
        ]
    );
    let read = read_csv(BACKLOG);
    assert_eq!(read.counts, Counts { rows: 8, items: 4, tasks: 3, structure: 1, skipped: 0 });
    assert_eq!(said(&read), ["6 Fix Version/s SeveralVersions { others: [\"R1\"] } LastCounts ×1"]);
}

#[test]
fn a_parent_is_found_wherever_it_stands_and_however_it_is_named() {
    for parent in [
        "Parent,1001",
        "Parent key,COR-1",
        "Custom field (Epic Link),COR-1",
        "Epic Link,Ordering",
        "Parent,Order ahead",
    ] {
        let (heading, value) = parent.split_once(',').unwrap();
        let map = Map::of(&format!(
            "Summary,Issue key,Issue id,Issue Type,Custom field (Epic Name),{heading}\n\
             Browse,COR-2,1002,Story,,{value}\nOrder ahead,COR-1,1001,Epic,Ordering,\n"
        ));
        assert_eq!(map.backbone(), ["Order ahead: –"], "{parent}");
        assert_eq!(map.items(), ["Browse in Order ahead"], "{parent}");
    }
}

#[test]
fn a_parent_that_is_missing_is_made_from_what_its_children_say_of_it() {
    let csv = "\
Summary,Issue key,Issue Type,Parent,Parent key,Parent summary
Browse,COR-2,Story,1001,COR-1,Order ahead
Choose,COR-3,Story,1001,COR-1,Order ahead
Ask the bank,COR-4,Sub-task,1009,COR-9,Pay by card
Draw the form,COR-5,Sub-task,1010,,
Collect,COR-6,Story,1011,,
";
    let map = Map::of(csv);
    assert_eq!(map.backbone(), ["Order ahead: –"]);
    assert_eq!(
        map.items(),
        ["Browse in Order ahead", "Choose in Order ahead", "Pay by card", "Collect"]
    );
    assert_eq!(map.tasks(), ["Ask the bank of Pay by card", "Draw the form"]);
    let read = read_csv(csv);
    assert_eq!(read.counts, Counts { rows: 5, items: 3, tasks: 2, structure: 0, skipped: 0 });
    assert_eq!(
        said(&read),
        [
            "2 Parent key MissingParent { key: \"COR-1\" } MadeFromSummary ×2",
            "4 Parent key MissingParent { key: \"COR-9\" } MadeFromSummary ×1",
            "5 Parent MissingParent { key: \"1010\" } NoParent ×1",
            "6 Parent MissingParent { key: \"1011\" } NoParent ×1",
        ]
    );
    // The next file has the parents themselves: nothing is doubled, and what is there stays.
    let written = map.written();
    map.bring(csv);
    assert_eq!(map.written(), written);
    map.bring(&format!(
        "{csv}Order before you come,COR-1,Epic,,,\nPay with a card,COR-9,Story,,,\n"
    ));
    assert_eq!(map.backbone(), ["Order before you come: –"]);
    assert_eq!(
        map.items(),
        [
            "Browse in Order before you come",
            "Choose in Order before you come",
            "Pay with a card",
            "Collect"
        ]
    );
}

#[test]
fn parents_in_a_circle_lose_the_parent_that_closes_it() {
    let csv =
        "Summary,Issue key,Issue Type,Parent\nA,C-1,Epic,C-2\nB,C-2,Epic,C-1\nC,C-3,Story,C-3\n";
    let read = read_csv(csv);
    assert_eq!(read.counts.rows, read.counts.items + read.counts.structure);
    assert_eq!(
        said(&read),
        [
            "3 Parent ParentCircle { key: \"C-1\" } NoParent ×1",
            "4 Parent ParentCircle { key: \"C-3\" } NoParent ×1"
        ]
    );
    let map = Map::of(csv);
    assert_eq!(
        (map.backbone(), map.items()),
        (vec!["B: –".into()], vec!["A in B".into(), "C".into()])
    );
}

#[test]
fn an_epic_below_an_initiative_is_a_step() {
    let map = Map::of(
        "Summary,Issue key,Issue Type,Parent\nCoffee,C-1,Initiative,\nOrder,C-2,Epic,C-1\nBrowse,C-3,Story,C-2\nName it,C-4,Story,C-1\n",
    );
    assert_eq!(map.backbone(), ["Coffee: –, Order"]);
    assert_eq!(map.items(), ["Browse in Order", "Name it in Coffee"]);
}

#[test]
fn the_order_is_jiras_own_where_every_row_has_a_rank() {
    let ranked = "Summary,Issue key,Issue Type,Custom field (Rank)\nThird,C-3,Story,0|i0003:\nFirst,C-1,Story,0|i0001:\nSecond,C-2,Story,0|i0001:i\n";
    assert_eq!(Map::of(ranked).items(), ["First", "Second", "Third"]);
    let partly = ranked.replace("0|i0001:i", "");
    assert_eq!(Map::of(&partly).items(), ["Third", "First", "Second"]);
}

#[test]
fn three_columns_are_enough() {
    let map = Map::of(
        "Issue key,Summary,Fix Version/s\nT-1,implement API endpoint,R1\nT-2,form layout,R1\n",
    );
    assert_eq!(map.items(), ["implement API endpoint | R1", "form layout | R1"]);
    let semicolons = Map::of("Titel;Sprint\nMenü;S 1\nPreise;S 2\n");
    assert_eq!(semicolons.items(), ["Menü @ S 1", "Preise @ S 2"]);
}

#[test]
fn a_key_that_stands_twice_makes_two_rows_and_is_said() {
    let csv = "Summary,Issue key\nOne,C-1\nOther,C-1\n";
    let map = Map::of(csv);
    map.bring(csv);
    assert_eq!(map.items(), ["One", "Other"]);
    assert_eq!(said(&read_csv(csv)), ["3 Issue key RepeatedKey { key: \"C-1\" } KeyNumbered ×1"]);
}

#[test]
fn what_cannot_be_read_for_certain_is_left_empty_and_said_once() {
    let csv = "\
Summary,Issue key,Status,Resolved,Story Points
One,C-1,Done,11/01/2023 15:22,XL
Two,C-2,Done,12/01/2023 15:22,3
Three,C-3,Ausgerollt,,
Four,C-4,Ausgerollt,,
,C-5,Done,,
Five,C-6,Cancelled,,,surplus
";
    let read = read_csv(csv);
    assert_eq!(read.counts, Counts { rows: 6, items: 5, tasks: 0, structure: 0, skipped: 1 });
    assert_eq!(
        said(&read),
        [
            "2 Story Points NoNumber { value: \"XL\" } LeftEmpty ×1",
            "2 Resolved UnclearDate { value: \"11/01/2023 15:22\" } LeftEmpty ×2",
            "4 Status UnknownStatus { value: \"Ausgerollt\" } NotDone ×2",
            "6 Summary NoTitle Skipped ×1",
            "7  ExtraCells Ignored ×1",
            "7 Status Undelivered { value: \"Cancelled\" } NotDone ×1",
        ]
    );
    assert_eq!(Map::of(csv).items(), ["One · Done", "Two · 3 · Done", "Three", "Four", "Five"]);
}

#[test]
fn a_title_over_the_limit_is_cut_at_a_word_and_stays_whole_in_the_notes() {
    let long = "coffee ".repeat(60);
    let read = read_csv(&format!("Summary,Issue key,Description\n{long},C-1,Hot\r\n"));
    let item = &read.draft.items[0];
    assert!(item.title.ends_with("coffee…"));
    assert_eq!(item.notes, format!("{}\n\nHot", long.trim()));
    assert_eq!(said(&read), ["2 Summary TitleTooLong { chars: 419 } CutWholeInNotes ×1"]);
}

#[test]
fn notes_over_the_limit_are_cut_and_said() {
    let read =
        read_csv(&format!("Summary,Issue key,Description\nOne,C-1,{}\n", "x".repeat(100_007)));
    assert_eq!(read.draft.items[0].notes.len(), 100_000);
    assert_eq!(said(&read), ["2 Description TextTooLong { chars: 100007 } Cut ×1"]);
}

#[test]
fn headings_that_stand_again_among_the_rows_are_skipped_and_said() {
    let read = read_csv("Summary,Issue key\nOne,C-1\nSummary,Issue key\nTwo,C-2\n");
    assert_eq!(read.counts, Counts { rows: 3, items: 2, tasks: 0, structure: 0, skipped: 1 });
    assert_eq!(said(&read), ["3  HeadingsAgain Skipped ×1"]);
}

#[test]
fn where_most_rows_look_technical_epics_are_offered_as_pbis_first() {
    let csv = "Summary,Issue key,Issue Type,Parent\nOrder,C-1,Epic,\n\
               Create REST endpoint for orders,C-2,Task,C-1\nAdd migration for the orders table,C-3,Task,C-1\n\
               Refactor OrderService unit tests,C-4,Story,C-1\n";
    let read = read_csv(csv);
    let ways: Vec<_> = read.offers.iter().map(|offer| offer.reading).collect();
    assert_eq!(ways, [Reading::EpicsAsItems, Reading::EpicsAsActivities]);
    assert!(read.technical > 50, "{} % look technical", read.technical);
    assert_eq!(read.reading, Reading::EpicsAsActivities, "who chose a reading gets it");
    assert_eq!(read_csv(BACKLOG).offers[0].reading, Reading::EpicsAsActivities);
    let read = super::read(csv.as_bytes(), "b.csv", &Choices::default(), &mut |_| true).unwrap();
    assert_eq!(read.reading, Reading::EpicsAsItems, "who chose none gets the one offered first");
    assert_eq!(read.counts, Counts { rows: 4, items: 1, tasks: 3, structure: 0, skipped: 0 });
    let map = Map::new();
    map.bring_draft(read.draft);
    assert_eq!(map.tasks().len(), 3);
}

#[test]
fn every_row_keeps_where_it_comes_from_with_its_cells() {
    let map = Map::of(
        "Summary,Issue key,Issue Type,Created,Updated,URL,Assignee,Last Viewed\n\
         Pay,C-1,Story,10/nov/25,11/nov/25,https://example.com/C-1,Ana,today\n",
    );
    let row = map.lines(
        "SELECT source_system || ' ' || source_key || ' ' || source_url || ' ' || source_kind || ' '
           || source_created || ' ' || source_updated || ' ' || source_row FROM item",
        |row| row.get(0),
    );
    assert!(
        row[0].starts_with("jira C-1 https://example.com/C-1 Story 10/nov/25 11/nov/25 {"),
        "{row:?}"
    );
    assert!(row[0].contains(r#"["Assignee","Ana"]"#) && !row[0].contains("Last Viewed"), "{row:?}");
}

#[test]
fn an_outline_is_new_each_time() {
    let outline = b"Pay\n  Pay for the order\n    Pay by card\n      [x] Ask the bank\n";
    let read = read(outline, "map.txt", &Reading::default().into(), &mut |_| true).unwrap();
    let map = Map::new();
    map.bring_draft(read.draft.clone());
    map.bring_draft(read.draft);
    assert_eq!(map.backbone(), ["Pay: Pay for the order", "Pay: Pay for the order"]);
    assert_eq!(map.items().len(), 2);
    assert_eq!(map.tasks(), vec!["Ask the bank · Done of Pay by card"; 2]);
}

#[test]
fn a_file_that_is_none_is_refused_with_the_reason() {
    let refused = |bytes: &[u8], name| {
        read(bytes, name, &Reading::default().into(), &mut |_| true)
            .map(|read| read.counts)
            .unwrap_err()
    };
    assert_eq!(refused(b"", "a.csv"), ImportError::Empty);
    assert_eq!(refused(b" \n\t\n", "a.txt"), ImportError::Empty);
    assert_eq!(refused(b"Summary,Issue key\n", "a.csv"), ImportError::NoRows);
    assert_eq!(refused(b"PK\x03\x04...", "a.csv"), ImportError::NotText);
    assert_eq!(refused(b"{\"cards\":[]}", "a.json"), ImportError::NotText);
    assert_eq!(
        refused(b"Weight,Length\n1,2\n", "a.csv"),
        ImportError::NoTitleColumn { headings: vec!["Weight".into(), "Length".into()] }
    );
    let cancelled = read(BACKLOG.as_bytes(), "a.csv", &Reading::default().into(), &mut |_| false);
    assert_eq!(cancelled.map(|_| ()), Err(ImportError::Cancelled));
}

#[test]
fn a_table_is_known_by_its_headings_whatever_its_name() {
    let read =
        read(BACKLOG.as_bytes(), "backlog.txt", &Reading::default().into(), &mut |_| true).unwrap();
    assert_eq!(read.draft.system, "jira");
    assert_eq!(read.draft.name, "backlog.txt");
}

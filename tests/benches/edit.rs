//! One edit through the core, with its history, against the same row written bare.
//!
//! Both write to files of the same size in the same folder with the same settings, in turn, so that a
//! machine that slows down slows both.

#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]

mod backlog;
mod figures;

use rusqlite::Connection;
use throughline_core::board::{ItemId, Place};
use throughline_core::document::Document;
use throughline_core::edit::Edit;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

const ROUNDS: usize = 500;

fn main() -> Outcome<()> {
    println!("| one edit, in ms | core: median / p99 | bare: median / p99 | ratio |");
    println!("|---|---|---|---|");
    for items in [1_000, 10_000] {
        measure(items)?;
    }
    Ok(())
}

fn measure(items: u32) -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("map.storymap");
    let mut document = Document::create(&path, "Bench")?;
    document.edit(&Edit::Import { draft: backlog::of(items) })?;
    let bare_path = folder.path().join("bare.storymap");
    std::fs::copy(&path, &bare_path)?;
    let board = document.read_board()?;
    let ids: Vec<ItemId> = board.items.iter().map(|item| item.id).collect();
    let places: Vec<Place> = board
        .items
        .iter()
        .map(|item| Place { step: item.step, slice: item.slice, before: None })
        .collect();

    let bare = Connection::open(&bare_path)?;
    bare.execute_batch(
        "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON;",
    )?;

    // Each round renames a card in both files, then moves one.
    let mut failed = None;
    let mut core = |edit: &Edit| {
        if let Err(error) = document.edit(edit) {
            failed = Some(error.to_string());
        }
    };
    let item = |round: usize| ids[round * 37 % ids.len()];
    let rename = figures::Times::of(ROUNDS, |round| {
        core(&Edit::ChangeItem {
            item: item(round),
            title: Some(format!("Pay by card, the {round}th time")),
            story: None,
            notes: None,
        });
    });
    let bare_rename = figures::Times::of(ROUNDS, |round| {
        let done = bare.execute_batch("BEGIN IMMEDIATE").and_then(|()| {
            bare.prepare_cached("UPDATE item SET title = ?2 WHERE id = ?1")?
                .execute((item(round), format!("Pay by card, the {round}th time")))?;
            bare.execute_batch("COMMIT")
        });
        assert!(done.is_ok(), "{done:?}");
    });
    figures::line(&format!("rename a card, {items} items"), &rename, &bare_rename);

    let place = |round: usize| places[(round * 53 + 11) % places.len()];
    let moves = figures::Times::of(ROUNDS, |round| {
        core(&Edit::MoveItems { items: vec![item(round)], to: place(round) });
    });
    let bare_moves = figures::Times::of(ROUNDS, |round| {
        let Place { step, slice, .. } = place(round);
        let done = bare.execute_batch("BEGIN IMMEDIATE").and_then(|()| {
            bare.prepare_cached("UPDATE item SET step = ?2, slice = ?3, rank = ?4 WHERE id = ?1")?
                .execute((item(round), step, slice, format!("{:016x}", round + 1)))?;
            bare.execute_batch("COMMIT")
        });
        assert!(done.is_ok(), "{done:?}");
    });
    figures::line(&format!("move a card, {items} items"), &moves, &bare_moves);
    match failed {
        Some(error) => Err(error.into()),
        None => Ok(()),
    }
}

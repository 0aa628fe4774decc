//! Laying a map of 10 000 items out anew after one card was added, and the patch that leaves for a
//! window, against the floor: walking the same board once and cloning every title.

#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]

mod backlog;
mod figures;

use throughline_core::board::{Guesses, Place};
use throughline_core::document::Document;
use throughline_core::edit::Edit;
use throughline_core::layout::{self, View};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let mut document = Document::create(&folder.path().join("map.storymap"), "Bench")?;
    document.edit(&Edit::Import { draft: backlog::of(10_000) })?;
    let before = document.read_board()?;
    let to = before
        .items
        .iter()
        .next()
        .map(|item| Place { step: item.step, slice: item.slice, before: Some(item.id) })
        .ok_or("no items")?;
    document.edit(&Edit::AddItem { title: "Pay with the watch".to_owned(), to, sprint: None })?;
    let after = document.read_board()?;
    let (guesses, view) = (Guesses::new(), View::default());

    let start = std::time::Instant::now();
    let old = layout::lay_out(&before, &guesses, &view);
    let first = start.elapsed();
    let mut new = old.clone();
    let lay_out = figures::Times::of(50, |_| new = layout::lay_out(&after, &guesses, &view));
    let difference = figures::Times::of(50, |_| {
        std::hint::black_box(layout::difference(&old, &new));
    });
    let floor = figures::Times::of(50, |_| {
        let titles: Vec<String> = after.items.iter().map(|item| item.title.to_string()).collect();
        std::hint::black_box(titles);
    });
    println!("| 10 000 items, in ms | ours: median / p99 | floor: median / p99 | ratio |");
    println!("|---|---|---|---|");
    figures::line("lay out after one added card", &lay_out, &floor);
    figures::line("difference of the two scenes", &difference, &floor);
    let patch = serde_json::to_vec(&layout::difference(&old, &new))?.len();
    let whole = serde_json::to_vec(&new)?.len();
    println!();
    println!("First lay-out, every title broken anew: {:.0} ms.", first.as_secs_f64() * 1000.0);
    println!("The patch of one added card: {patch} bytes, the whole scene: {whole} bytes.");
    Ok(())
}

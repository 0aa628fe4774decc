//! The example map on a desk, and what its file says.

use std::path::PathBuf;

use throughline_core::board::{Board, Guesses, Item, Slice};
use throughline_core::document::Document;
use throughline_core::example;
use throughline_core::slicing::{self, Verdict};

use crate::harness::{Desk, Element, Result, Window};

/// A file with the example map, in the home folder of a desk.
pub struct Corner {
    pub path: PathBuf,
}

impl Corner {
    pub fn on(desk: &Desk) -> Result<Self> {
        let path = desk.home().join("corner.storymap");
        let mut document = Document::create(&path, example::TITLE)?;
        document.add_example(&example::draft(), example::THEN)?;
        Ok(Self { path })
    }

    /// What the file says now, read as any other program would.
    pub fn board(&self) -> Result<Board> {
        Ok(Document::open_to_read(&self.path)?.read_board()?)
    }

    /// The verdict of a slice by what the file says.
    pub fn verdict(&self, name: &str) -> Result<Verdict> {
        let board = self.board()?;
        let slice = slice(&board, name)?.id;
        let report = slicing::report(&board, &Guesses::new()).into_iter();
        Ok(report
            .filter(|report| report.slice == slice)
            .map(|report| report.verdict)
            .next()
            .ok_or(name)?)
    }
}

/// The slice of that name.
pub fn slice<'board>(board: &'board Board, name: &str) -> Result<&'board Slice> {
    let named = board.slices.iter().find(|slice| slice.name.as_str() == name);
    Ok(named.ok_or_else(|| format!("no slice {name}"))?)
}

/// The PBI of that title.
pub fn item<'board>(board: &'board Board, title: &str) -> Result<&'board Item> {
    let named = board.items.iter().find(|item| item.title.as_str() == title);
    Ok(named.ok_or_else(|| format!("no PBI {title}"))?)
}

/// The card of a PBI in the window.
pub fn card<'desk>(window: &'desk Window<'desk>, item: &Item) -> Result<Element<'desk>> {
    window.find(&format!("[data-card=\"{}\"]", item.id))
}

/// Waits until the window says this of a slice: the verdict as it is named in its head.
pub fn wait_for_verdict(window: &Window<'_>, slice: &Slice, verdict: &str) -> Result<()> {
    let head = format!("[data-spot=\"head {}\"][data-verdict=\"{verdict}\"]", slice.id);
    window.wait_for(&head, |window| {
        Ok(window
            .script("return !!document.querySelector(arguments[0])", &[head.as_str().into()])?
            .as_bool()
            .filter(|there| *there))
    })?;
    Ok(())
}

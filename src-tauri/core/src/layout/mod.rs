//! Board and view → scene: columns, bands, the order of cards, line breaks, goal bars, lines.

pub mod difference;
pub mod scene;

pub use difference::{ListPatch, SceneUpdate, difference};
pub use scene::{Scene, View};

use crate::board::{Board, Guesses};

/// Lays a map out for a view.
#[must_use]
pub fn lay_out(board: &Board, guesses: &Guesses, view: &View) -> Scene {
    let _ = (board, guesses, view);
    unimplemented!()
}

//! Scene → picture, board → text.

pub mod json;
pub mod text;

use std::path::Path;

use crate::board::{Board, Guesses, SliceId};

/// What is exported, and how large.
#[derive(Debug, Clone, PartialEq)]
pub struct ExportOptions {
    /// The slices to show; empty: the whole map.
    pub slices: Vec<SliceId>,
    /// Pixels per pixel at 100 % zoom, from 0.1 to 8.
    pub scale: f32,
}

impl Default for ExportOptions {
    fn default() -> Self {
        Self { slices: Vec::new(), scale: 1.0 }
    }
}

/// Why nothing was exported. No file was written or changed.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The file's ending names no format.
    #[error("unknown ending {ending:?}")]
    UnknownEnding {
        /// The ending; empty if there is none.
        ending: String,
    },
    /// The scale is out of range.
    #[error("scale")]
    Scale,
    /// The picture would be larger than the format allows.
    #[error("{width} × {height} px")]
    TooLarge {
        /// Pixels.
        width: u64,
        /// Pixels.
        height: u64,
    },
    /// The file could not be written.
    #[error("not written: {0}")]
    Write(#[from] std::io::Error),
    /// The person cancelled.
    #[error("cancelled")]
    Cancelled,
}

/// Told now and then how far an export is (0 to 1); answers whether to go on.
pub type Progress<'a> = dyn FnMut(f32) -> bool + 'a;

/// Draws a map into a file whose ending names the format (svg, png), whole or not at all.
///
/// # Errors
/// [`ExportError`].
pub fn export(
    board: &Board,
    guesses: &Guesses,
    options: &ExportOptions,
    path: &Path,
    progress: &mut Progress<'_>,
) -> Result<(), ExportError> {
    let _ = (board, guesses, options, path, progress);
    unimplemented!()
}

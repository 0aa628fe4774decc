//! Scene → picture, board → text.
//!
//! A picture is the scene of the whole map (or of some slices), with Across and Earlier open, drawn by
//! `paint` on a canvas of the format. The same map gives the same bytes: no time, no chance, no order
//! of a hash map is in them.

mod canvas;
pub mod json;
pub mod markdown;
mod paint;
mod png;
mod svg;
pub mod text;
mod theme;

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;

use crate::board::{Board, Guesses, SliceId};
use crate::layout::text::Typesetter;
use crate::layout::{Lens, View, lay_out_slices};
use crate::speech::Speech;
use paint::Painter;
use theme::Theme;

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

/// The most pixels that a PNG may have. The format would allow more, but common decoders count pixels
/// in 31 bits; it is about a thousand screens. An SVG has no limit.
pub const MAX_PIXELS: u64 = 1 << 31;

/// Told now and then how far an export is (0 to 1); answers whether to go on.
pub type Progress<'a> = dyn FnMut(f32) -> bool + 'a;

/// The formats of pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Svg,
    Png,
}

impl Format {
    /// The format that a file's ending names, in whatever case.
    fn of(path: &Path) -> Result<Self, ExportError> {
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        match ending.to_lowercase().as_str() {
            "svg" => Ok(Self::Svg),
            "png" => Ok(Self::Png),
            _ => Err(ExportError::UnknownEnding { ending: ending.into_owned() }),
        }
    }
}

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
    let format = Format::of(path)?;
    if !(0.1..=8.0).contains(&options.scale) {
        return Err(ExportError::Scale);
    }
    if !progress(0.0) {
        return Err(ExportError::Cancelled);
    }
    // A typesetter of its own: this takes seconds, and windows are not to wait for it.
    let mut type_ = Typesetter::new();
    let view = View::whole(Lens::Team);
    let scene = lay_out_slices(board, guesses, &view, &options.slices, &mut type_);
    let speech = Speech::english();
    let mut painter = Painter::new(&scene, &board.title, &Theme::LIGHT, &speech, type_);

    let mut file = beside(path)?;
    match format {
        Format::Svg => {
            let mut out = BufWriter::new(file.as_file_mut());
            svg::write(&mut painter, options.scale, &mut out)?;
            out.flush()?;
            if !progress(1.0) {
                return Err(ExportError::Cancelled);
            }
        }
        Format::Png => png::write(&mut painter, options.scale, file.as_file_mut(), progress)?,
    }
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// A temporary file in the folder of `path`, which takes its place when it is whole.
fn beside(path: &Path) -> std::io::Result<tempfile::NamedTempFile<File>> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    let permissions: std::fs::Permissions = std::os::unix::fs::PermissionsExt::from_mode(0o666);
    // As any new file: the person's umask decides who may read it.
    #[cfg(unix)]
    builder.permissions(permissions);
    builder.prefix(".throughline-").tempfile_in(folder.unwrap_or(Path::new(".")))
}

#[cfg(test)]
mod tests;

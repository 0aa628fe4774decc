//! Scene → picture, board → text.
//!
//! A picture is the scene of the whole map or of a part of it, drawn by `paint` on a canvas of the
//! format. The same map gives the same bytes: no chance, no order of a hash map is in them, and no
//! time but where it is asked for, or where Sprints are shown as they stand today.

mod canvas;
mod closing;
pub mod comparison;
pub mod json;
pub mod markdown;
mod options;
mod paint;
mod png;
mod svg;
pub mod text;
mod theme;

pub use closing::closing_list;
pub use options::{ExportOptions, Focus, What};
pub use png::Pixels;
pub use theme::PictureTheme;

use std::fs::File;
use std::io::{BufWriter, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use crate::board::{Board, Guesses};
use crate::layout::text::Typesetter;
use crate::layout::{Scene, lay_out_part};
use crate::speech::Speech;
use paint::{Heading, Painter};
use theme::Theme;

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
    /// The date is no day of the calendar in the form 2026-03-01.
    #[error("{text:?} is no day")]
    NoDay {
        /// What was given.
        text: String,
    },
    /// Nothing of what is asked for stands on the map.
    #[error("nothing to draw")]
    Nothing,
    /// The picture would be larger than the format, or the clipboard, allows.
    #[error("{width} × {height} px")]
    TooLarge {
        /// Pixels.
        width: u64,
        /// Pixels.
        height: u64,
        /// How many pixels there may be.
        limit: u64,
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

/// The most pixels that go to the clipboard: they lie there unpacked, four bytes each.
pub const MAX_COPIED: u64 = 1 << 25;

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
    options.check()?;
    if !progress(0.0) {
        return Err(ExportError::Cancelled);
    }
    let (scene, type_) = scene(board, guesses, options)?;
    let speech = Speech::english();
    let mut painter = painter(&scene, board, options, &speech, type_)?;

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

/// Writes a page, of text or painted, into a file, whole or not at all.
///
/// # Errors
/// [`ExportError::Write`].
pub fn write_page(page: impl AsRef<[u8]>, path: &Path) -> Result<(), ExportError> {
    let mut file = beside(path)?;
    file.as_file_mut().write_all(page.as_ref())?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// The picture's pixels, for the clipboard.
///
/// # Errors
/// [`ExportError`]; [`ExportError::TooLarge`] above [`MAX_COPIED`].
pub fn pixels(
    board: &Board,
    guesses: &Guesses,
    options: &ExportOptions,
    progress: &mut Progress<'_>,
) -> Result<Pixels, ExportError> {
    options.check()?;
    let (scene, type_) = scene(board, guesses, options)?;
    let speech = Speech::english();
    let mut painter = painter(&scene, board, options, &speech, type_)?;
    png::pixels(&mut painter, options.scale, progress)
}

/// A picture in small, and what it would be in full.
#[derive(Debug, Clone, PartialEq)]
pub struct Glance {
    /// Width of the picture in full, in pixels.
    pub width: u64,
    /// Its height.
    pub height: u64,
    /// The same picture in small, as PNG.
    pub png: Vec<u8>,
}

/// The picture as it would be, in at most so many pixels.
///
/// # Errors
/// As [`export`]. One that is too large for a file can be looked at all the same.
pub fn glance(
    board: &Board,
    guesses: &Guesses,
    options: &ExportOptions,
    (most_wide, most_high): (u32, u32),
    progress: &mut Progress<'_>,
) -> Result<Glance, ExportError> {
    options.check()?;
    let (scene, type_) = scene(board, guesses, options)?;
    let speech = Speech::english();
    let mut painter = painter(&scene, board, options, &speech, type_)?;
    let (width, height) = painter.size();
    let fits = (most_wide as f32 / width as f32).min(most_high as f32 / height as f32);
    let (full_width, full_height) = png::size(&painter, options.scale);
    let mut file = tempfile::tempfile()?;
    png::write(&mut painter, fits.min(options.scale), &mut file, progress)?;
    let mut small = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.read_to_end(&mut small)?;
    Ok(Glance { width: full_width, height: full_height, png: small })
}

/// What is drawn. With a typesetter of its own: this takes seconds, and windows are not to wait for it.
fn scene(
    board: &Board,
    guesses: &Guesses,
    options: &ExportOptions,
) -> Result<(Scene, Typesetter), ExportError> {
    let mut type_ = Typesetter::new();
    let scene = lay_out_part(board, guesses, &options.view(), &options.part(), &mut type_);
    if scene.bands.is_empty() {
        return Err(ExportError::Nothing);
    }
    Ok((scene, type_))
}

fn painter<'a>(
    scene: &'a Scene,
    board: &'a Board,
    options: &'a ExportOptions,
    speech: &'a Speech,
    type_: Typesetter,
) -> Result<Painter<'a>, ExportError> {
    let title = options.title.as_deref().unwrap_or(&board.title);
    let heading = Heading { title, day: options.day()? };
    let theme = Theme::of(options.theme, options.lens);
    Ok(Painter::new(scene, heading, theme, speech, type_).focused(options.focus()))
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

//! Pictures of a map on their way out: looked at, and copied.

use std::borrow::Cow;
use std::sync::{Mutex, PoisonError};

use arboard::{Clipboard, ImageData};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use specta::Type;
use throughline_core::export::{Glance, Pixels};

use crate::refusal::Refusal;

/// The format of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum PictureFormat {
    /// Pixels.
    Png,
    /// Text and lines, sharp at any size.
    Svg,
}

impl PictureFormat {
    /// The ending of its files.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }
}

/// A picture in small, and how large it would be.
#[derive(Debug, Clone, Serialize, Type)]
pub(crate) struct PictureGlance {
    /// Pixels of the picture in full.
    width: u32,
    /// Pixels of the picture in full.
    height: u32,
    /// The picture in small: a PNG in base64.
    png: String,
}

impl From<Glance> for PictureGlance {
    fn from(glance: Glance) -> Self {
        let pixels = |length: u64| u32::try_from(length).unwrap_or(u32::MAX);
        Self {
            width: pixels(glance.width),
            height: pixels(glance.height),
            png: STANDARD.encode(glance.png),
        }
    }
}

/// The bytes of a picture that the window painted, a PNG in base64.
///
/// # Errors
/// It is none.
pub(crate) fn painted(png: &str) -> Result<Vec<u8>, Refusal> {
    let bytes = STANDARD.decode(png).ok().filter(|bytes| bytes.starts_with(b"\x89PNG\r\n"));
    bytes.ok_or_else(Refusal::not_painted)
}

/// The system's clipboard. Some systems ask for what was copied when it is pasted, so it stays open.
#[derive(Default)]
pub(crate) struct Pasteboard(Mutex<Option<Clipboard>>);

impl Pasteboard {
    /// Puts a picture on the clipboard.
    ///
    /// # Errors
    /// There is no clipboard, or it does not take the picture.
    pub(crate) fn put(&self, pixels: Pixels) -> Result<(), Refusal> {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let clipboard = match &mut *open {
            Some(clipboard) => clipboard,
            none => none.insert(Clipboard::new().map_err(|_| Refusal::not_copied())?),
        };
        let picture = ImageData {
            width: pixels.width as usize,
            height: pixels.height as usize,
            bytes: Cow::Owned(pixels.rgba),
        };
        clipboard.set_image(picture).map_err(|_| Refusal::not_copied())
    }
}

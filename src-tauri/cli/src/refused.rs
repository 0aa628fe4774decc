//! Why a job was refused: every error of the core as its sentence.

use std::io;

use throughline_core::document::{HistoryError, OpenError};
use throughline_core::edit::EditError;
use throughline_core::export::ExportError;
use throughline_core::import::ImportError;
use throughline_core::speech::{Say, Speech};

/// Why a job ended early.
#[derive(Debug)]
pub enum Refused {
    /// It was refused; nothing was changed. The sentence says why, and a way out.
    Because(String),
    /// Standard output was closed by whoever read it.
    NobodyReads,
}

impl Refused {
    /// Refused, for what the core says.
    pub fn saying(why: &impl Say) -> Self {
        Self::Because(Speech::english().say(why))
    }

    /// Refused, for a reason that only the command line knows; `id` is in the catalogue.
    pub fn message(id: &str, args: &[(&'static str, String)]) -> Self {
        let args = args.iter().map(|(name, value)| (*name, value.clone().into()));
        Self::Because(Speech::english().sentence(id, args))
    }

    /// Refused, because standard output could not be written.
    pub fn writing(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::NobodyReads,
            _ => Self::message("cli-not-written", &[("why", error.to_string())]),
        }
    }
}

macro_rules! refused {
    ($($error:ty)*) => {$(
        impl From<$error> for Refused {
            fn from(error: $error) -> Self {
                Self::saying(&error)
            }
        }
    )*};
}

refused! { OpenError EditError HistoryError ImportError ExportError }

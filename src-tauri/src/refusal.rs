//! What any error of the core becomes for the UI: a sentence, and a code where the UI acts differently.

use serde::Serialize;
use specta::Type;
use throughline_core::document::{HistoryError, OpenError};
use throughline_core::edit::EditError;
use throughline_core::export::ExportError;
use throughline_core::import::ImportError;
use throughline_core::open_map::Refused;
use throughline_core::speech::{Say, Speech};

/// Why a command did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub(crate) struct Refusal {
    /// What the UI does beside showing the sentence; `None`: nothing.
    pub code: Option<Code>,
    /// What happened and what to do.
    pub message: String,
}

/// What the UI does about a refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Code {
    /// Offer "Save a copy".
    ReadOnly,
    /// Say nothing: the person cancelled.
    Cancelled,
}

impl Refusal {
    fn saying(what: &impl Say) -> Self {
        Self { code: None, message: Speech::english().say(what) }
    }

    fn sentence(id: &str) -> Self {
        Self { code: None, message: Speech::english().sentence(id, []) }
    }

    fn with(self, code: Code) -> Self {
        Self { code: Some(code), ..self }
    }

    /// The map of this window is not open any more.
    pub(crate) fn ended() -> Self {
        Self::sentence("window-error-ended")
    }

    /// This window shows no map.
    pub(crate) fn no_map() -> Self {
        Self::sentence("window-error-no-map")
    }

    /// The import that waited is gone.
    pub(crate) fn no_import() -> Self {
        Self::sentence("window-error-no-import")
    }

    /// The clipboard did not take the picture.
    pub(crate) fn not_copied() -> Self {
        Self::sentence("window-error-not-copied")
    }

    /// What the window painted is no picture.
    pub(crate) fn not_painted() -> Self {
        Self::sentence("window-error-not-painted")
    }

    /// Not one file was dropped, but several, or something that is no file.
    pub(crate) fn not_one_file() -> Self {
        Self::sentence("window-error-not-one-file")
    }

    /// An address that is neither a page nor a mail address.
    pub(crate) fn no_link() -> Self {
        Self::sentence("window-error-no-link")
    }

    /// The system has no program that opens a link.
    pub(crate) fn not_opened(error: &std::io::Error) -> Self {
        let message = Speech::english()
            .sentence("window-error-not-opened", [("why", error.to_string().into())]);
        Self { code: None, message }
    }

    /// The person cancelled.
    pub(crate) fn cancelled() -> Self {
        Self::sentence("window-error-cancelled").with(Code::Cancelled)
    }

    /// A file that the person picked cannot be read.
    pub(crate) fn unreadable(error: &std::io::Error) -> Self {
        let message = Speech::english()
            .sentence("window-error-unreadable", [("why", error.to_string().into())]);
        Self { code: None, message }
    }

    /// A window could not be made.
    pub(crate) fn no_window(error: &tauri::Error) -> Self {
        let message = Speech::english()
            .sentence("window-error-no-window", [("why", error.to_string().into())]);
        Self { code: None, message }
    }
}

impl From<OpenError> for Refusal {
    fn from(error: OpenError) -> Self {
        Self::saying(&error)
    }
}

impl From<EditError> for Refusal {
    fn from(error: EditError) -> Self {
        let refusal = Self::saying(&error);
        match error {
            EditError::Cancelled => refusal.with(Code::Cancelled),
            EditError::ReadOnly | EditError::FileReplaced | EditError::DiskFull => {
                refusal.with(Code::ReadOnly)
            }
            _ => refusal,
        }
    }
}

impl From<HistoryError> for Refusal {
    fn from(error: HistoryError) -> Self {
        match error {
            HistoryError::Edit(error) => error.into(),
            error => Self::saying(&error),
        }
    }
}

impl From<Refused> for Refusal {
    fn from(error: Refused) -> Self {
        match error {
            Refused::Edit(error) => error.into(),
            Refused::History(error) => error.into(),
            Refused::Read(error) => error.into(),
        }
    }
}

impl From<ImportError> for Refusal {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::Cancelled => Self::cancelled(),
            error => Self::saying(&error),
        }
    }
}

impl From<ExportError> for Refusal {
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::Cancelled => Self::cancelled(),
            error => Self::saying(&error),
        }
    }
}

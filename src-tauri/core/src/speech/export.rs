//! Pictures that could not be made, as sentences.

use std::io::ErrorKind;

use super::{Message, Say};
use crate::export::{ExportError, MAX_COPIED};

impl Say for ExportError {
    fn message(&self) -> Message {
        match self {
            Self::UnknownEnding { ending } if ending.is_empty() => {
                Message::plain("export-error-no-ending")
            }
            Self::UnknownEnding { ending } => {
                Message::plain("export-error-unknown-ending").with("ending", ending.clone())
            }
            Self::Scale => Message::plain("export-error-scale"),
            Self::TooLarge { width, height, limit } => Message::plain(if *limit == MAX_COPIED {
                "export-error-too-large-to-copy"
            } else {
                "export-error-too-large"
            })
            .with("width", width.to_string())
            .with("height", height.to_string())
            .with("megapixels", *limit / 1_000_000),
            Self::Write(error) => Message::plain(match error.kind() {
                ErrorKind::NotFound | ErrorKind::NotADirectory => "export-error-no-folder",
                ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                    "export-error-not-allowed"
                }
                ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "export-error-disk-full",
                ErrorKind::IsADirectory => "export-error-is-folder",
                _ => "export-error-not-written",
            }),
            Self::NoDay { text } => {
                Message::plain("export-error-no-day").with("text", text.clone())
            }
            Self::Nothing => Message::plain("export-error-nothing"),
            Self::Cancelled => Message::plain("export-error-cancelled"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::MAX_PIXELS;
    use crate::speech::Speech;

    #[test]
    fn every_refused_export_has_a_sentence_with_its_data_in_it() {
        let speech = Speech::english();
        let say = |error: ExportError| speech.say(&error);
        let io = |kind| say(ExportError::Write(std::io::Error::from(kind)));
        assert!(say(ExportError::UnknownEnding { ending: "gif".into() }).contains("“.gif”"));
        assert!(
            say(ExportError::TooLarge { width: 80_000, height: 70_000, limit: MAX_PIXELS })
                .contains("80000 × 70000")
        );
        let others = [
            say(ExportError::UnknownEnding { ending: String::new() }),
            say(ExportError::Scale),
            say(ExportError::NoDay { text: "soon".into() }),
            say(ExportError::Nothing),
            say(ExportError::TooLarge { width: 8_000, height: 7_000, limit: MAX_COPIED }),
            say(ExportError::Cancelled),
            io(ErrorKind::NotFound),
            io(ErrorKind::PermissionDenied),
            io(ErrorKind::StorageFull),
            io(ErrorKind::IsADirectory),
            io(ErrorKind::Other),
        ];
        for sentence in others {
            assert!(sentence.ends_with('.') && sentence.contains(' '), "{sentence}");
        }
    }
}

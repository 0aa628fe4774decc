//! Files that cannot be opened, and maps that cannot be edited, as sentences.

use super::{Message, Say};
use crate::board::{Title, TitleError};
use crate::document::{OpenError, ReadOnly};

impl Say for OpenError {
    fn message(&self) -> Message {
        match self {
            Self::Missing => Message::plain("open-error-missing"),
            Self::Exists => Message::plain("open-error-exists"),
            Self::Title(TitleError::Empty) => Message::plain("open-error-title-empty"),
            Self::Title(TitleError::TooLong { chars }) => {
                Message::plain("open-error-title-too-long")
                    .with("chars", *chars)
                    .with("limit", Title::MAX_CHARS)
            }
            Self::NotAFile => Message::plain("open-error-not-a-file"),
            Self::NotSqlite => Message::plain("open-error-not-sqlite"),
            Self::OtherApplication => Message::plain("open-error-other-application"),
            Self::Newer { version } => Message::plain("open-error-newer").with("version", *version),
            Self::TooLarge { bytes } => Message::plain("open-error-too-large")
                .with("gigabytes", bytes.div_ceil(1 << 30).to_string()),
            Self::Schema { object } => {
                Message::plain("open-error-schema").with("object", shortened(object))
            }
            Self::Damaged { .. } => Message::plain("open-error-damaged"),
            Self::NoPermission => Message::plain("open-error-no-permission"),
            Self::DiskFull => Message::plain("open-error-disk-full"),
            Self::Busy => Message::plain("open-error-busy"),
            Self::Storage(answer) => {
                Message::plain("open-error-storage").with("answer", shortened(answer))
            }
        }
    }
}

impl Say for ReadOnly {
    fn message(&self) -> Message {
        Message::plain(match self {
            Self::Asked => "read-only-asked",
            Self::Folder => "read-only-folder",
            Self::Newer => "read-only-newer",
            Self::FileReplaced => "read-only-file-replaced",
        })
    }
}

/// A name out of a stranger's file, on one line that a dialog can show.
fn shortened(text: &str) -> String {
    Title::cut(&text.chars().take(80).collect::<String>())
        .map(|(text, _)| text.to_string())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::speech::Speech;

    #[test]
    fn every_reason_why_a_file_cannot_be_opened_is_a_sentence_with_a_way_out() {
        let speech = Speech::english();
        let errors = [
            OpenError::Missing,
            OpenError::Exists,
            OpenError::Title(TitleError::Empty),
            OpenError::Title(TitleError::TooLong { chars: 412 }),
            OpenError::NotAFile,
            OpenError::NotSqlite,
            OpenError::OtherApplication,
            OpenError::Newer { version: 7 },
            OpenError::TooLarge { bytes: 3_000_000_000 },
            OpenError::Schema { object: "trigger spy".into() },
            OpenError::Damaged { what: "page 3".into() },
            OpenError::NoPermission,
            OpenError::DiskFull,
            OpenError::Busy,
            OpenError::Storage("disk I/O error".into()),
        ];
        for error in errors {
            let sentence = speech.say(&error);
            assert!(sentence.matches('.').count() >= 2 && sentence.ends_with('.'), "{sentence}");
            assert!(!sentence.contains(['{', '$']), "{error:?}: {sentence}");
        }
        assert_eq!(
            speech.say(&OpenError::Newer { version: 7 }),
            "This map was made by a newer version of Throughline (format 7). \
             Install that version to open it."
        );
    }

    #[test]
    fn every_reason_why_a_map_is_read_only_is_a_sentence_with_a_way_out() {
        let speech = Speech::english();
        for why in [ReadOnly::Asked, ReadOnly::Folder, ReadOnly::Newer, ReadOnly::FileReplaced] {
            let sentence = speech.say(&why);
            assert!(sentence.contains("“Save a copy”") && sentence.ends_with('.'), "{sentence}");
        }
    }

    #[test]
    fn a_name_out_of_a_strangers_file_stays_one_short_line() {
        let object = format!("trigger a\nb{}", "c".repeat(10_000));
        let sentence = Speech::english().say(&OpenError::Schema { object });
        assert!(!sentence.contains('\n') && sentence.chars().count() < 400, "{sentence}");
    }
}

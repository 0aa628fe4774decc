//! Why a file cannot be read, and what was not as it should be in it, as sentences.
//!
//! A report puts two of them behind a line: what it is, and what was done about it.

use super::{Message, Say};
use crate::edit::import::{Field, Kept};
use crate::import::{Done, ImportError, MAX_BYTES, What};

const MEGABYTE: u64 = 1_000_000;

impl Say for ImportError {
    fn message(&self) -> Message {
        match self {
            Self::Empty => Message::plain("import-error-empty"),
            Self::TooLarge { bytes } => Message::plain("import-error-too-large")
                .with("megabytes", bytes.div_ceil(MEGABYTE))
                .with("limit", MAX_BYTES / MEGABYTE),
            Self::NotText => Message::plain("import-error-not-text"),
            Self::NoTitleColumn { headings } if headings.is_empty() => {
                Message::plain("import-error-no-headings")
            }
            Self::NoTitleColumn { headings } => {
                Message::plain("import-error-no-title-column").with("headings", listed(headings))
            }
            Self::Malformed { line } => {
                Message::plain("import-error-malformed").with("line", line.to_string())
            }
            Self::NoRows => Message::plain("import-error-no-rows"),
            Self::Cancelled => Message::plain("import-error-cancelled"),
        }
    }
}

impl Say for What {
    fn message(&self) -> Message {
        let of = |id, value: &str| Message::plain(id).with("value", value.to_owned());
        match self {
            Self::NoTitle => Message::plain("import-what-no-title"),
            Self::NoTitleHeading => Message::plain("import-what-no-title-heading"),
            Self::HeadingsAgain => Message::plain("import-what-headings-again"),
            Self::TitleTooLong { chars } => {
                Message::plain("import-what-title-too-long").with("chars", *chars)
            }
            Self::NoNumber { value } => of("import-what-no-number", value),
            Self::UnclearDate { value } => of("import-what-unclear-date", value),
            Self::UnknownStatus { value } => of("import-what-unknown-status", value),
            Self::Undelivered { value } => of("import-what-undelivered", value),
            Self::Nested { key } => of("import-what-nested", key),
            Self::MissingParent { key } => of("import-what-missing-parent", key),
            Self::ParentCircle { key } => of("import-what-parent-circle", key),
            Self::RepeatedKey { key } => of("import-what-repeated-key", key),
            Self::SeveralVersions { others } => {
                Message::plain("import-what-several-versions").with("others", listed(others))
            }
            Self::TextTooLong { chars } => {
                Message::plain("import-what-text-too-long").with("chars", *chars)
            }
            Self::NoIssues { count } => {
                Message::plain("import-what-no-issues").with("count", *count)
            }
            Self::ExtraCells => Message::plain("import-what-extra-cells"),
            Self::BadBytes => Message::plain("import-what-bad-bytes"),
        }
    }
}

impl Say for Done {
    fn message(&self) -> Message {
        Message::plain(match self {
            Self::Skipped => "import-done-skipped",
            Self::TakenAsTitle => "import-done-taken-as-title",
            Self::CutWholeInNotes => "import-done-cut-whole-in-notes",
            Self::CutWholeInRow => "import-done-cut-whole-in-row",
            Self::LeftEmpty => "import-done-left-empty",
            Self::NotDone => "import-done-not-done",
            Self::NoParent => "import-done-no-parent",
            Self::MadeFromSummary => "import-done-made-from-summary",
            Self::LastCounts => "import-done-last-counts",
            Self::KeyNumbered => "import-done-key-numbered",
            Self::Cut => "import-done-cut",
            Self::NotCounted => "import-done-not-counted",
            Self::Ignored => "import-done-ignored",
            Self::Replaced => "import-done-replaced",
            Self::Beside => "import-done-beside",
        })
    }
}

impl Say for Kept {
    fn message(&self) -> Message {
        let id = match (self.field, self.value.is_empty()) {
            (Field::Level, _) => "import-kept-level",
            (_, true) => "import-kept-emptied",
            (_, false) => "import-kept",
        };
        Message::plain(id).with("value", self.value.clone()).with_word("field", self.field.word())
    }
}

impl Field {
    /// The catalogue's word for it.
    fn word(self) -> &'static str {
        match self {
            Self::Title => "field-title",
            Self::Notes => "field-notes",
            Self::Kind => "field-kind",
            Self::Estimate => "field-estimate",
            Self::Status => "field-status",
            Self::Parent => "field-parent",
            Self::Slice => "noun-slice",
            Self::Sprint => "noun-sprint",
            Self::Tags => "noun-tag",
            Self::Level => "field-level",
        }
    }
}

/// Names in quotes, one behind the other.
fn listed(names: &[String]) -> String {
    names.iter().map(|name| format!("“{name}”")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::speech::Speech;

    fn is_sentence(sentence: &str) -> bool {
        sentence.ends_with('.') && sentence.contains(' ') && !sentence.contains(['{', '$', '?'])
    }

    #[test]
    fn every_file_that_cannot_be_read_is_a_sentence_with_a_way_out() {
        let speech = Speech::english();
        for error in [
            ImportError::Empty,
            ImportError::TooLarge { bytes: 140_000_000 },
            ImportError::NotText,
            ImportError::NoTitleColumn { headings: vec!["Weight".into(), "Length".into()] },
            ImportError::NoTitleColumn { headings: vec![] },
            ImportError::Malformed { line: 1214 },
            ImportError::NoRows,
            ImportError::Cancelled,
        ] {
            let sentence = speech.say(&error);
            assert!(is_sentence(&sentence), "{error:?}: {sentence}");
            let ways = sentence.matches(['.', ':', ',']).count();
            assert!(ways >= 2, "{error:?} has no way out: {sentence}");
        }
    }

    #[test]
    fn every_problem_and_what_was_done_about_it_are_sentences() {
        let speech = Speech::english();
        let value = || "XL".to_owned();
        for what in [
            What::NoTitle,
            What::NoTitleHeading,
            What::HeadingsAgain,
            What::TitleTooLong { chars: 419 },
            What::NoNumber { value: value() },
            What::UnclearDate { value: value() },
            What::UnknownStatus { value: value() },
            What::Undelivered { value: value() },
            What::Nested { key: value() },
            What::MissingParent { key: value() },
            What::ParentCircle { key: value() },
            What::RepeatedKey { key: value() },
            What::SeveralVersions { others: vec![value(), value()] },
            What::TextTooLong { chars: 100_007 },
            What::NoIssues { count: 3 },
            What::ExtraCells,
            What::BadBytes,
        ] {
            let sentence = speech.say(&what);
            assert!(is_sentence(&sentence), "{what:?}: {sentence}");
        }
        for done in [
            Done::Skipped,
            Done::TakenAsTitle,
            Done::CutWholeInNotes,
            Done::CutWholeInRow,
            Done::LeftEmpty,
            Done::NotDone,
            Done::NoParent,
            Done::MadeFromSummary,
            Done::LastCounts,
            Done::KeyNumbered,
            Done::Cut,
            Done::NotCounted,
            Done::Ignored,
            Done::Replaced,
            Done::Beside,
        ] {
            let sentence = speech.say(&done);
            assert!(is_sentence(&sentence), "{done:?}: {sentence}");
        }
        assert_eq!(
            speech.say(&What::NoNumber { value: value() }) + " " + &speech.say(&Done::LeftEmpty),
            "“XL” is not a number. The field was left empty."
        );
    }

    #[test]
    fn every_field_that_stays_as_people_made_it_is_said() {
        let speech = Speech::english();
        for field in [
            Field::Title,
            Field::Notes,
            Field::Kind,
            Field::Estimate,
            Field::Status,
            Field::Parent,
            Field::Slice,
            Field::Sprint,
            Field::Tags,
            Field::Level,
        ] {
            for value in ["R1", ""] {
                let sentence = speech.say(&Kept { line: 3, field, value: value.into() });
                assert!(is_sentence(&sentence), "{field:?}: {sentence}");
            }
        }
        assert_eq!(
            speech.say(&Kept { line: 3, field: Field::Slice, value: "R1".into() }),
            "The file says “R1”, but people changed the slice on the map."
        );
        assert!(is_sentence(&speech.sentence("import-done-kept", [])));
    }
}

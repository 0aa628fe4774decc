//! Refused edits as sentences.

use super::{Message, Say};
use crate::board::{MAX_RULE_CHARS, MAX_TEXT_CHARS, Title, TitleError};
use crate::edit::{EditError, Level, Noun};

impl Noun {
    /// The catalogue's word for it.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Map => "noun-map",
            Self::Goal => "noun-goal",
            Self::Activity => "noun-activity",
            Self::Step => "noun-step",
            Self::Slice => "noun-slice",
            Self::Sprint => "noun-sprint",
            Self::Item => "noun-item",
            Self::Task => "noun-task",
            Self::Tag => "noun-tag",
            Self::Persona => "noun-persona",
            Self::Criterion => "noun-criterion",
            Self::DoneRule => "noun-done-rule",
            Self::Increment => "noun-increment",
            Self::Feedback => "noun-feedback",
            Self::Period => "noun-period",
            Self::Term => "noun-term",
        }
    }

    /// The catalogue's word for several of it.
    pub(super) fn plural(self) -> &'static str {
        match self {
            Self::Map => "noun-maps",
            Self::Goal => "noun-goals",
            Self::Activity => "noun-activities",
            Self::Step => "noun-steps",
            Self::Slice => "noun-slices",
            Self::Sprint => "noun-sprints",
            Self::Item => "noun-items",
            Self::Task => "noun-tasks",
            Self::Tag => "noun-tags",
            Self::Persona => "noun-personas",
            Self::Criterion => "noun-criteria",
            Self::DoneRule => "noun-done-rules",
            Self::Increment => "noun-increments",
            Self::Feedback => "noun-feedbacks",
            Self::Period => "noun-periods",
            Self::Term => "noun-terms",
        }
    }
}

impl Level {
    /// The catalogue's words for one of it.
    pub(super) fn phrase(self) -> &'static str {
        match self {
            Self::Goal => "level-goal",
            Self::Activity => "level-activity",
            Self::Step => "level-step",
            Self::Item => "level-item",
            Self::Task => "level-task",
            Self::Note => "level-note",
        }
    }
}

impl Say for EditError {
    fn message(&self) -> Message {
        match self {
            Self::Gone { what } => Message::plain("edit-error-gone").with_word("what", what.word()),
            Self::Title { what, why: TitleError::Empty } => {
                Message::plain("edit-error-title-empty").with_word("what", what.word())
            }
            Self::Title { what, why: TitleError::TooLong { chars } } => {
                Message::plain("edit-error-title-too-long")
                    .with_word("what", what.word())
                    .with("chars", *chars)
                    .with("limit", Title::MAX_CHARS)
            }
            Self::TextTooLong { chars } => Message::plain("edit-error-text-too-long")
                .with("chars", *chars)
                .with("limit", MAX_TEXT_CHARS),
            Self::RuleTooLong { what, chars } => Message::plain("edit-error-rule-too-long")
                .with_word("what", what.word())
                .with("chars", *chars)
                .with("limit", MAX_RULE_CHARS),
            Self::Nested => Message::plain("edit-error-nested"),
            Self::NoDay { text } => Message::plain("edit-error-no-day").with("text", text.clone()),
            Self::EndsBeforeItStarts => Message::plain("edit-error-ends-before-it-starts"),
            Self::NoRule => Message::plain("edit-error-no-rule"),
            Self::Estimate => Message::plain("edit-error-estimate"),
            Self::NameTaken { what, name } => Message::plain("edit-error-name-taken")
                .with_word("what", what.word())
                .with("name", name.clone()),
            Self::ReadOnly => Message::plain("edit-error-read-only"),
            Self::FileReplaced => Message::plain("edit-error-file-replaced"),
            Self::Busy => Message::plain("edit-error-busy"),
            Self::Cancelled => Message::plain("edit-error-cancelled"),
            Self::DiskFull => Message::plain("edit-error-disk-full"),
            Self::Line { line } => Message::plain("edit-error-line").with("line", *line),
            Self::Storage(_) => Message::plain("edit-error-storage"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::speech::Speech;

    #[test]
    fn every_refusal_is_a_sentence_with_a_way_out() {
        let speech = Speech::english();
        let refusals = [
            EditError::Gone { what: Noun::Step },
            EditError::Title { what: Noun::Item, why: TitleError::Empty },
            EditError::Title { what: Noun::Item, why: TitleError::TooLong { chars: 412 } },
            EditError::TextTooLong { chars: 200_000 },
            EditError::RuleTooLong { what: Noun::Criterion, chars: 4_000 },
            EditError::Nested,
            EditError::NoDay { text: "31/02".into() },
            EditError::EndsBeforeItStarts,
            EditError::NoRule,
            EditError::Estimate,
            EditError::NameTaken { what: Noun::Slice, name: "Rush hour".into() },
            EditError::ReadOnly,
            EditError::FileReplaced,
            EditError::Busy,
            EditError::Cancelled,
            EditError::DiskFull,
            EditError::Line { line: 3 },
            EditError::Storage(rusqlite::Error::InvalidQuery),
        ];
        for refusal in refusals {
            let sentence = speech.say(&refusal);
            assert!(sentence.contains(' ') && sentence.ends_with('.'), "{refusal:?}: {sentence}");
            assert!(!sentence.contains('{') && !sentence.contains('$'), "{refusal:?}: {sentence}");
            assert!(sentence.matches('.').count() >= 2, "{refusal:?} has a way out: {sentence}");
        }
        assert_eq!(
            speech.say(&EditError::Gone { what: Noun::Slice }),
            "That slice is no longer on the map: another change removed it. \
             Undo that change, or choose another place."
        );
    }
}

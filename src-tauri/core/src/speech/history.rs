//! What changes did, and why one cannot be taken back, as sentences.

use super::{Message, Say};
use crate::document::HistoryError;
use crate::edit::{Label, Noun};

impl Say for Label {
    fn message(&self) -> Message {
        match self {
            Self::Add { what, name } => named("label-add", "label-add-untitled", *what, name),
            Self::Rename { what, name } => {
                named("label-rename", "label-rename-untitled", *what, name)
            }
            Self::Change { what, name, count } => counted(
                ["label-change", "label-change-untitled", "label-change-many"],
                *what,
                name,
                *count,
            ),
            Self::Move { what, name, count } => counted(
                ["label-move", "label-move-untitled", "label-move-many"],
                *what,
                name,
                *count,
            ),
            Self::Remove { what, name, count, kept_items: 0 } => counted(
                ["label-remove", "label-remove-untitled", "label-remove-many"],
                *what,
                name,
                *count,
            ),
            Self::Remove { what, name, count, kept_items } => {
                let removed =
                    Self::Remove { what: *what, name: name.clone(), count: *count, kept_items: 0 };
                Message::plain("label-remove-kept")
                    .with("kept", *kept_items)
                    .with_message("removed", removed.message())
            }
            Self::Become { to, name, count } => match (name.is_empty(), count) {
                (false, _) => Message::plain("label-become").with("name", name.clone()),
                (true, 1) => Message::plain("label-become-untitled"),
                (true, count) => Message::plain("label-become-many").with("count", *count),
            }
            .with_word("to", to.phrase()),
            Self::Dismiss { what, name } => {
                named("label-dismiss", "label-dismiss-untitled", *what, name)
            }
            Self::EndSprint { name } => {
                Message::plain("label-end-sprint").with("name", name.clone())
            }
            Self::Import { name, count } => {
                let id = if name.is_empty() { "label-import-unnamed" } else { "label-import" };
                Message::plain(id).with("count", *count).with("name", name.clone())
            }
            Self::Example => Message::plain("label-example"),
            Self::Undo { of } => Message::plain("label-undo").with_message("of", of.message()),
            Self::Redo { of } => Message::plain("label-redo").with_message("of", of.message()),
        }
    }
}

fn named(id: &'static str, untitled: &'static str, what: Noun, name: &str) -> Message {
    if name.is_empty() {
        Message::plain(untitled).with_word("what", what.word())
    } else {
        Message::plain(id).with_word("what", what.word()).with("name", name.to_owned())
    }
}

fn counted(ids: [&'static str; 3], what: Noun, name: &str, count: u32) -> Message {
    let [one, untitled, many] = ids;
    if count == 1 {
        named(one, untitled, what, name)
    } else {
        Message::plain(many).with("count", count).with_word("what", what.plural())
    }
}

impl Say for HistoryError {
    fn message(&self) -> Message {
        match self {
            Self::NoSuchChange { seq } => {
                Message::plain("history-error-no-such-change").with("seq", *seq)
            }
            Self::InTheWay => Message::plain("history-error-in-the-way"),
            Self::UndoneAlready => Message::plain("history-error-undone-already"),
            Self::OtherSchema { schema } => {
                Message::plain("history-error-other-schema").with("schema", *schema)
            }
            Self::Damaged { seq } => Message::plain("history-error-damaged").with("seq", *seq),
            Self::Edit(error) => error.message(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::EditError;
    use crate::speech::Speech;

    fn said(label: &Label) -> String {
        Speech::english().say(label)
    }

    #[test]
    fn a_label_says_what_was_done_to_what() {
        let what = Noun::Step;
        let (pay, untitled) = ("Pay".to_owned(), String::new());
        let labels = [
            (Label::Add { what, name: pay.clone() }, "Add step “Pay”"),
            (Label::Add { what, name: untitled.clone() }, "Add an untitled step"),
            (Label::Rename { what, name: pay.clone() }, "Rename step to “Pay”"),
            (Label::Rename { what, name: untitled.clone() }, "Take the name off a step"),
            (
                Label::Change { what: Noun::Goal, name: "Regulars".into(), count: 1 },
                "Change Product Goal “Regulars”",
            ),
            (Label::Change { what: Noun::Item, name: String::new(), count: 3 }, "Change 3 PBIs"),
            (Label::Move { what, name: untitled.clone(), count: 1 }, "Move an untitled step"),
            (Label::Move { what: Noun::Item, name: untitled.clone(), count: 3 }, "Move 3 PBIs"),
            (
                Label::Remove { what: Noun::Task, name: pay.clone(), count: 1, kept_items: 0 },
                "Remove task “Pay”",
            ),
            (
                Label::Remove { what: Noun::Slice, name: pay.clone(), count: 1, kept_items: 4 },
                "Remove slice “Pay”, 4 PBIs kept",
            ),
            (
                Label::Remove { what, name: untitled.clone(), count: 1, kept_items: 1 },
                "Remove an untitled step, 1 PBI kept",
            ),
            (
                Label::Import { name: "jira.csv".into(), count: 192 },
                "Import 192 cards from jira.csv",
            ),
            (Label::Import { name: untitled, count: 1 }, "Import 1 card"),
            (Label::Example, "Add the example map"),
            (Label::Dismiss { what: Noun::Item, name: pay.clone() }, "Leave PBI “Pay” as it is"),
            (
                Label::Dismiss { what: Noun::Activity, name: String::new() },
                "Leave an untitled activity as it is",
            ),
            (Label::EndSprint { name: "Sprint 14".into() }, "End Sprint “Sprint 14”"),
        ];
        for (label, sentence) in labels {
            assert_eq!(said(&label), sentence);
            let undo = Label::Undo { of: Box::new(label.clone()) };
            assert_eq!(said(&undo), format!("Undo: {sentence}"));
            let redo = Label::Redo { of: Box::new(label) };
            assert_eq!(said(&redo), format!("Redo: {sentence}"));
        }
    }

    #[test]
    fn every_noun_has_a_word_for_one_and_for_several() {
        use Noun::{Activity, Goal, Item, Map, Slice, Sprint, Step, Tag, Task};
        for what in [Map, Goal, Activity, Step, Slice, Sprint, Item, Task, Tag] {
            let one = said(&Label::Move { what, name: "x".into(), count: 1 });
            let many = said(&Label::Move { what, name: String::new(), count: 2 });
            assert!(!one.contains("noun-") && !many.contains("noun-"), "{one}, {many}");
        }
    }

    #[test]
    fn every_reason_why_a_change_stays_is_a_sentence_with_a_way_out() {
        let speech = Speech::english();
        let errors = [
            HistoryError::NoSuchChange { seq: 12 },
            HistoryError::InTheWay,
            HistoryError::UndoneAlready,
            HistoryError::OtherSchema { schema: 1 },
            HistoryError::Damaged { seq: 3 },
            HistoryError::Edit(EditError::Busy),
        ];
        for error in errors {
            let sentence = speech.say(&error);
            assert!(sentence.matches('.').count() >= 2 && sentence.ends_with('.'), "{sentence}");
            assert!(!sentence.contains(['{', '$']), "{error:?}: {sentence}");
        }
    }
}

//! What is so, as words.

use super::{Message, Say};
use crate::check::Layer;
use crate::slicing::{Fact, Increments};

impl Say for Fact {
    fn message(&self) -> Message {
        match self {
            Self::NotStarted => Message::plain("fact-not-started"),
            Self::UnderWay => Message::plain("fact-under-way"),
            Self::NothingDone => Message::plain("fact-nothing-done"),
            Self::RulesOpen { finished } => {
                Message::plain("fact-rules-open").with("finished", *finished)
            }
            Self::NotUsable { .. } => Message::plain("fact-not-usable"),
            Self::Increments(of) => Message::plain("fact-increments")
                .with("count", of.count)
                .with_message("value", value(of)),
        }
    }
}

/// What became of the value: of several Increments, how many of each.
fn value(of: &Increments) -> Message {
    let open = of.count.saturating_sub(of.confirmed + of.refuted);
    match (of.confirmed, of.refuted) {
        (0, 0) => Message::plain("fact-value-open"),
        (0, _) if open == 0 => Message::plain("fact-value-refuted"),
        (_, 0) if open == 0 => Message::plain("fact-value-confirmed"),
        (confirmed, _) => {
            Message::plain("fact-value-some").with("confirmed", confirmed).with("of", of.count)
        }
    }
}

impl Say for Layer {
    fn message(&self) -> Message {
        Message::plain(match self {
            Self::Interface => "layer-interface",
            Self::Server => "layer-server",
            Self::Data => "layer-data",
            Self::Tests => "layer-tests",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::speech::Speech;

    #[test]
    fn plan_and_fact_have_words_of_their_own() {
        let speech = Speech::english();
        let increments = |count, confirmed, refuted| {
            let of =
                Increments { count, usable: 0, not_usable: 0, confirmed, refuted, rules_open: 0 };
            Fact::Increments(of)
        };
        for (fact, words) in [
            (Fact::NotStarted, "Not started"),
            (Fact::UnderWay, "Under way"),
            (Fact::NothingDone, "Nothing Done"),
            (Fact::RulesOpen { finished: 2 }, "2 finished, Definition of Done open"),
            (Fact::NotUsable { finished: 2 }, "Done, not usable"),
            (increments(1, 0, 0), "1 Increment, value open"),
            (increments(2, 2, 0), "2 Increments, confirmed"),
            (increments(1, 0, 1), "1 Increment, refuted"),
            (increments(3, 2, 1), "3 Increments, 2 of 3 confirmed"),
        ] {
            assert_eq!(speech.say(&fact), words);
        }
    }
}

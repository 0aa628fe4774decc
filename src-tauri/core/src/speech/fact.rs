//! What is so, as words.

use super::{Message, Say};
use crate::check::Layer;
use crate::slicing::{Fact, Increments, ValueSeen};

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
    match of.value {
        ValueSeen::Open => Message::plain("fact-value-open"),
        ValueSeen::Confirmed => Message::plain("fact-value-confirmed"),
        ValueSeen::Refuted => Message::plain("fact-value-refuted"),
        ValueSeen::Some => {
            Message::plain("fact-value-some").with("confirmed", of.confirmed).with("of", of.count)
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
        let increments = |count, value, confirmed, refuted| {
            let of = Increments {
                count,
                usable: 0,
                not_usable: 0,
                value,
                confirmed,
                refuted,
                rules_open: 0,
            };
            Fact::Increments(of)
        };
        for (fact, words) in [
            (Fact::NotStarted, "Not started"),
            (Fact::UnderWay, "Under way"),
            (Fact::NothingDone, "Nothing Done"),
            (Fact::RulesOpen { finished: 2 }, "2 finished, Definition of Done open"),
            (Fact::NotUsable { finished: 2 }, "Done, not usable"),
            (increments(1, ValueSeen::Open, 0, 0), "1 Increment, value open"),
            (increments(2, ValueSeen::Confirmed, 2, 0), "2 Increments, confirmed"),
            (increments(1, ValueSeen::Refuted, 0, 1), "1 Increment, refuted"),
            (increments(3, ValueSeen::Some, 2, 1), "3 Increments, 2 of 3 confirmed"),
        ] {
            assert_eq!(speech.say(&fact), words);
        }
    }
}

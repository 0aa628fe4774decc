//! What a slice's report says.

use super::{Message, Say};
use crate::slicing::{Reason, Verdict};

impl Say for Verdict {
    fn message(&self) -> Message {
        Message::plain(match self {
            Self::Empty => "verdict-empty",
            Self::Groundwork => "verdict-groundwork",
            Self::Pieces => "verdict-pieces",
            Self::EndToEnd => "verdict-end-to-end",
            Self::PartOnPurpose => "verdict-part-on-purpose",
            Self::Gaps => "verdict-gaps",
        })
    }
}

impl Say for Reason {
    fn message(&self) -> Message {
        match self {
            Self::NothingPlanned => Message::plain("reason-nothing-planned"),
            Self::OnlyGroundwork { count } => {
                Message::plain("reason-only-groundwork").with("count", *count)
            }
            Self::InPieces { pieces, of } => {
                Message::plain("reason-in-pieces").with("pieces", *pieces).with("of", *of)
            }
            Self::TasksAlone { count } => {
                Message::plain("reason-tasks-alone").with("count", *count)
            }
            Self::LooksTechnical { count } => {
                Message::plain("reason-looks-technical").with("count", *count)
            }
            Self::EveryActivityCovered { count } => {
                Message::plain("reason-every-activity-covered").with("count", *count)
            }
            Self::Hole { title, .. } if title.is_empty() => Message::plain("reason-hole-untitled"),
            Self::Hole { title, .. } => {
                Message::plain("reason-hole").with("activity", title.clone())
            }
            Self::GapsFor { persona, count } => Message::plain("reason-gaps-for")
                .with("persona", persona.clone())
                .with("count", *count),
            Self::HolesAbove { count } => {
                Message::plain("reason-holes-above").with("count", *count)
            }
            Self::NoJourney => Message::plain("reason-no-journey"),
            Self::IfShips { slice } => {
                Message::plain("reason-if-ships").with("slice", slice.clone())
            }
            Self::OnPurpose { reason } => {
                Message::plain("reason-on-purpose").with("reason", reason.clone())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::ActivityId;
    use crate::speech::Speech;

    #[test]
    fn every_verdict_is_a_word() {
        let speech = Speech::english();
        let words = [
            Verdict::Empty,
            Verdict::Groundwork,
            Verdict::Pieces,
            Verdict::EndToEnd,
            Verdict::PartOnPurpose,
            Verdict::Gaps,
        ]
        .map(|verdict| speech.say(&verdict));
        assert_eq!(
            words,
            ["Empty", "Groundwork", "Pieces", "End to end", "Part on purpose", "Gaps"]
        );
    }

    #[test]
    fn every_reason_has_a_sentence_with_its_data_in_it() {
        let speech = Speech::english();
        let say = |reason: Reason| speech.say(&reason);
        let activity = ActivityId(uuid::Uuid::from_u128(1));
        let hole = |title: &str| Reason::Hole { activity, title: title.into() };
        for (reason, part) in [
            (Reason::NothingPlanned, "Nothing is planned"),
            (Reason::OnlyGroundwork { count: 1 }, "One enabler"),
            (Reason::OnlyGroundwork { count: 2 }, "2 enablers"),
            (Reason::InPieces { pieces: 1, of: 1 }, "The one PBI"),
            (Reason::InPieces { pieces: 6, of: 9 }, "6 of 9 PBIs are in pieces"),
            (Reason::TasksAlone { count: 1 }, "One task"),
            (Reason::TasksAlone { count: 3 }, "3 tasks"),
            (Reason::LooksTechnical { count: 1 }, "One looks technical. Right?"),
            (Reason::LooksTechnical { count: 6 }, "6 look technical. Right?"),
            (Reason::EveryActivityCovered { count: 0 }, "Every activity is marked"),
            (Reason::EveryActivityCovered { count: 1 }, "The one activity"),
            (Reason::EveryActivityCovered { count: 4 }, "all 4"),
            (hole("Pay"), "Nothing for “Pay”"),
            (hole(""), "has no name"),
            (Reason::GapsFor { persona: "Barista".into(), count: 1 }, "Not for Barista"),
            (Reason::GapsFor { persona: "Barista".into(), count: 2 }, "2 activities"),
            (Reason::HolesAbove { count: 1 }, "A hole"),
            (Reason::HolesAbove { count: 2 }, "2 holes"),
            (Reason::NoJourney, "no activities"),
            (Reason::IfShips { slice: "MVP".into() }, "If “MVP” ships"),
            (Reason::OnPurpose { reason: "a trial".into() }, "on purpose: a trial"),
        ] {
            let sentence = say(reason.clone());
            assert!(sentence.contains(part), "{reason:?}: {sentence}");
            assert!(!sentence.contains("{$") && !sentence.contains("{ $"), "{sentence}");
        }
    }
}

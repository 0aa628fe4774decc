//! What a finding says: why, and what would mend it.

use super::{Message, Speech};
use crate::check::{Finding, Level, Rule};

impl Speech {
    /// Why a finding was made.
    #[must_use]
    pub fn why(&self, finding: &Finding) -> String {
        let id = match (finding.rule, finding.level) {
            (Rule::TechnicalTask, Level::Likely) => "check-technical-task-likely",
            (Rule::TechnicalTask, _) => "check-technical-task-maybe",
            (Rule::NoMeans, _) => "check-no-means",
            (Rule::EmptyBenefit, _) => "check-empty-benefit",
            (Rule::SeveralActions, _) if finding.words.len() == 1 => "check-several-in-one-verb",
            (Rule::SeveralActions, _) => "check-several-actions",
            (Rule::NotesInTitle, _) => "check-notes-in-title",
            (Rule::Vague, _) => "check-vague",
            (Rule::Twins, _) => "check-twins",
            (Rule::TooLarge, _) if finding.words.is_empty() => "check-too-many-parts",
            (Rule::TooLarge, _) => "check-too-large",
            (Rule::GoalWithoutMeasure, _) => "check-goal-without-measure",
            (Rule::SeveralActiveGoals, _) => "check-several-active-goals",
            (Rule::SprintWithoutGoal, _) => "check-sprint-without-goal",
            (Rule::SprintGoalIsAList, _) => "check-sprint-goal-is-a-list",
            (Rule::BackboneOfLayers, _) => "check-backbone-of-layers",
        };
        let quoted: Vec<String> = finding.words.iter().map(|word| format!("“{word}”")).collect();
        let words = if quoted.is_empty() { "none".to_owned() } else { quoted.join(", ") };
        self.say_message(Message::plain(id).with("words", words))
    }

    /// What would mend it.
    #[must_use]
    pub fn fix(&self, finding: &Finding) -> String {
        self.say_message(Message::plain(match finding.rule {
            Rule::TechnicalTask => "check-technical-task-fix",
            Rule::NoMeans => "check-no-means-fix",
            Rule::EmptyBenefit => "check-empty-benefit-fix",
            Rule::SeveralActions => "check-several-actions-fix",
            Rule::NotesInTitle => "check-notes-in-title-fix",
            Rule::Vague => "check-vague-fix",
            Rule::Twins => "check-twins-fix",
            Rule::TooLarge => "check-too-large-fix",
            Rule::GoalWithoutMeasure => "check-goal-without-measure-fix",
            Rule::SeveralActiveGoals => "check-several-active-goals-fix",
            Rule::SprintWithoutGoal => "check-sprint-without-goal-fix",
            Rule::SprintGoalIsAList => "check-sprint-goal-is-a-list-fix",
            Rule::BackboneOfLayers => "check-backbone-of-layers-fix",
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::ItemId;
    use crate::check::About;

    #[test]
    fn every_rule_says_why_and_a_way_out() {
        let speech = Speech::english();
        for rule in Rule::ALL {
            for (level, words) in [(Level::Likely, vec![]), (Level::Maybe, vec!["api".to_owned()])]
            {
                let about = About::Item { id: ItemId(uuid::Uuid::from_u128(1)) };
                let finding = Finding { rule, level, about, words };
                for sentence in [speech.why(&finding), speech.fix(&finding)] {
                    assert!(sentence.len() > 20 && !sentence.contains("$"), "{rule:?}: {sentence}");
                }
            }
        }
    }
}

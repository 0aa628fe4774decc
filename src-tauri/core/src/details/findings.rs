//! Everything that the checks noticed on a map, as a list to walk.

use serde::Serialize;
use specta::Type;

use super::item::Noticed;
use crate::board::{About, Board};
use crate::check::{self, Level, Titles};
use crate::speech::Speech;

/// So many are listed: whoever answers some sees the next.
const MOST: usize = 300;

/// The list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FindingsDetails {
    /// Rule by rule, what is likely before what is a hint.
    pub lines: Vec<FindingLine>,
    /// How many there are.
    pub all: u32,
    /// What people said is fine as it is.
    pub fine: Vec<FineLine>,
    /// Whether the product's users are developers.
    pub users_are_developers: bool,
    /// Words that mean something of their own in this product.
    pub glossary: Vec<TermLine>,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct FindingLine {
    /// What, why, and what would mend it.
    pub noticed: Noticed,
    /// Of what, by its title; may be empty.
    pub title: String,
    /// Whether declaring a kind answers it.
    pub declares: bool,
}

/// A finding that was set aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct FineLine {
    /// The name of its rule.
    pub rule: String,
    /// Of what.
    pub about: About,
    /// That by its title; may be empty.
    pub title: String,
}

/// A word of the glossary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct TermLine {
    /// It.
    pub id: crate::board::TermId,
    /// The word.
    pub text: String,
}

/// The list of a map. What is only *maybe* a technical task orders lists and is not said.
pub(super) fn findings(board: &Board, titles: &mut Titles, speech: &Speech) -> FindingsDetails {
    titles.judge_for(check::product(board));
    let mut found = check::check_map_knowing(board, titles).findings;
    found.retain(|finding| finding.level != Level::Maybe);
    found.sort_by_key(|finding| finding.rule);
    let all = u32::try_from(found.len()).unwrap_or(u32::MAX);
    found.truncate(MOST);
    let undeclared = |about: About| match about {
        About::Item { id } => board.items.get(id).is_some_and(|item| item.kind.is_none()),
        _ => false,
    };
    FindingsDetails {
        lines: found
            .into_iter()
            .map(|finding| FindingLine {
                title: title(board, finding.about),
                declares: undeclared(finding.about),
                noticed: Noticed { why: speech.why(&finding), fix: speech.fix(&finding), finding },
            })
            .collect(),
        all,
        fine: check::fine(board)
            .into_iter()
            .map(|(rule, about)| FineLine { rule, about, title: title(board, about) })
            .collect(),
        users_are_developers: board.users_are_developers,
        glossary: board
            .glossary
            .iter()
            .map(|term| TermLine { id: term.id, text: term.word.to_string() })
            .collect(),
    }
}

fn title(board: &Board, about: About) -> String {
    let title = match about {
        About::Item { id } => board.items.get(id).map(|row| row.title.to_string()),
        About::Goal { id } => board.goals.get(id).map(|row| row.title.to_string()),
        About::Sprint { id } => board.sprints.get(id).map(|row| row.name.to_string()),
        About::Activity { id } => {
            board.activities.get(id).and_then(|row| row.title.as_ref()).map(ToString::to_string)
        }
    };
    title.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "for tests alone")]

    use super::*;
    use crate::board::Kind;
    use crate::sketch::{item, sketch};

    fn seen(board: &Board) -> Vec<(String, bool)> {
        let list = findings(board, &mut Titles::default(), &Speech::english());
        let line = |line: FindingLine| {
            (format!("{}: {}", line.noticed.finding.rule.name(), line.title), line.declares)
        };
        list.lines.into_iter().map(line).collect()
    }

    #[test]
    fn what_is_likely_comes_before_hints_and_what_is_fine_stands_apart() {
        let mut board = sketch(
            "      | Pay
             MVP   | As a guest I want, Add fields to database, Implement API endpoint (enabler)",
        );
        let likely = "technical-task: Add fields to database".to_owned();
        let hint = "no-means: As a guest I want".to_owned();
        assert_eq!(seen(&board), [(likely, true), (hint, true)]);
        let id = item(&board, "Add fields to database");
        let mut declared = board.items.get(id).cloned().unwrap();
        declared.kind = Some(Kind::Enabler);
        board.items.put(declared);
        assert_eq!(seen(&board).len(), 1, "what was declared is no guess any more");
    }
}

//! The example map, called Corner: a product with which people order a coffee ahead.
//!
//! Its backlog is a Jira export like anybody's, newest first: 48 PBIs with 58 tasks in five epics and
//! three fix versions, two of its sub-tasks in the wrong one. What Jira knows nothing of comes from the
//! edits that follow: steps, Product Goals with their measures, the order and the outcomes of the
//! slices, the days of the Sprints, kinds. How those edits name rows is said at
//! [`crate::document::Document::add_example`].
//!
//! The slices end up with a verdict each: Walking skeleton is End to end; Rush hour is Pieces, because
//! a technical task of each of its PBIs waits in the slice below; Regulars has Gaps, because nothing in
//! it makes people come back. With the two tasks back in their place, Rush hour is End to end too.

use crate::edit::import::Draft;
use crate::import::{self, Reading};

/// Its title.
pub const TITLE: &str = "Corner";

/// Its backlog, as bytes of the file that people may import themselves.
const BACKLOG: &[u8] = include_bytes!("../../../tests/fixtures/backlogs/corner.csv");

/// Its backlog.
#[must_use]
pub fn draft() -> Draft {
    // The file is part of the program, and a test reads it.
    import::read(BACKLOG, "corner.csv", &Reading::default().into(), &mut |_| true)
        .map(|outcome| outcome.draft)
        .unwrap_or_default()
}

/// The edits that follow, one per line.
pub const THEN: &str = include_str!("../example/corner.jsonl");

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::board::{Board, Guesses, SliceId};
    use crate::document::Document;
    use crate::edit::Edit;
    use crate::slicing::{Verdict, report};

    fn corner() -> (tempfile::TempDir, Document) {
        let folder = tempfile::tempdir().unwrap();
        let mut document =
            Document::create(&folder.path().join("corner.storymap"), "Corner").unwrap();
        document.add_example(&draft(), THEN).unwrap();
        (folder, document)
    }

    fn verdicts(board: &Board) -> Vec<(String, Verdict)> {
        let name = |slice: SliceId| board.slices.get(slice).unwrap().name.to_string();
        let reports = report(board, &Guesses::new());
        reports.into_iter().map(|report| (name(report.slice), report.verdict)).collect()
    }

    #[test]
    fn its_backlog_is_read_whole_without_a_problem() {
        let read =
            import::read(BACKLOG, "corner.csv", &Reading::default().into(), &mut |_| true).unwrap();
        assert_eq!(read.problems, []);
        assert_eq!(
            read.counts,
            import::Counts { rows: 111, items: 48, tasks: 58, structure: 5, skipped: 0 }
        );
    }

    #[test]
    fn its_slices_have_three_different_verdicts() {
        let (_folder, document) = corner();
        let board = document.read_board().unwrap();
        assert_eq!(
            verdicts(&board),
            [
                ("Walking skeleton".to_owned(), Verdict::EndToEnd),
                ("Rush hour".to_owned(), Verdict::Pieces),
                ("Regulars".to_owned(), Verdict::Gaps)
            ]
        );
        assert_eq!(board.goals.len(), 2);
        assert!(board.steps.iter().all(|step| step.title.is_some()), "every step has a name");
    }

    #[test]
    fn two_technical_tasks_back_in_their_place_make_rush_hour_end_to_end() {
        let (_folder, mut document) = corner();
        let board = document.read_board().unwrap();
        let alone: Vec<_> =
            board.tasks.iter().filter(|task| task.slice.is_some()).map(|task| task.id).collect();
        assert_eq!(alone.len(), 2);
        document.edit(&Edit::PullTasks { tasks: alone, slice: None }).unwrap();
        let board = document.read_board().unwrap();
        assert_eq!(verdicts(&board)[1], ("Rush hour".to_owned(), Verdict::EndToEnd));
    }

    #[test]
    fn its_backlog_brought_in_again_changes_nothing() {
        let (_folder, mut document) = corner();
        let answer = document.edit(&Edit::Import { draft: draft() }).unwrap();
        assert_eq!(answer.change, None);
    }
}

//! What is said of the bands, where the view shows the plan.

use std::collections::HashMap;

use jiff::civil::Date;

use super::scene::{Count, SprintHead, SprintPhase, count};
use super::view::{BandsBy, View};
use crate::board::{Board, ById, Guesses, ItemId, SliceId, Sprint, SprintId, working_days};
use crate::slicing::{self, Piece, SliceReport, SprintReport};

/// The reports of all bands of a view; none in a workshop that has not asked for them.
pub(super) struct Reports {
    slices: HashMap<SliceId, SliceReport>,
    sprints: HashMap<SprintId, SprintReport>,
    today: Date,
}

impl Reports {
    pub fn new(board: &Board, guesses: &Guesses, view: &View) -> Self {
        let today = jiff::Zoned::now().date();
        let mut reports = Self { slices: HashMap::new(), sprints: HashMap::new(), today };
        match view.bands_by {
            _ if !view.shows_plan() => {}
            BandsBy::Slices => {
                let all = slicing::report(board, guesses);
                reports.slices = all.into_iter().map(|report| (report.slice, report)).collect();
            }
            BandsBy::Sprints => {
                let all = slicing::report_sprints(board, guesses, today);
                reports.sprints = all.into_iter().map(|report| (report.sprint, report)).collect();
            }
        }
        reports
    }

    pub fn slice(&self, slice: SliceId) -> Option<&SliceReport> {
        self.slices.get(&slice)
    }

    pub fn sprint(&self, sprint: SprintId) -> Option<&SprintReport> {
        self.sprints.get(&sprint)
    }

    pub fn sprint_head(&self, sprint: &Sprint) -> Option<SprintHead> {
        let report = self.sprint(sprint.id)?;
        let touched = report.whole.len()
            + report.pieces.len()
            + report.technical.len()
            + report.groundwork.len();
        Some(SprintHead {
            starts_on: sprint.starts_on.clone(),
            ends_on: sprint.ends_on.clone(),
            phase: phase(sprint, self.today),
            fact: report.fact,
            has_goal: !sprint.goal.is_empty(),
            whole: count(&report.whole),
            pieces: count(&report.pieces),
            touched: u32::try_from(touched).unwrap_or(u32::MAX),
        })
    }

    /// PBIs in pieces, where they stand: how many of their tasks are with them, and how many there are.
    pub fn pieces(&self) -> ById<ItemId, Count> {
        let of = |piece: &Piece| (piece.item, Count { some: piece.here, all: piece.total });
        let slices = self.slices.values().flat_map(|report| &report.pieces);
        let sprints = self.sprints.values().flat_map(|report| &report.pieces);
        slices.chain(sprints).filter(|piece| piece.stands_here).map(of).collect()
    }
}

/// Where a Sprint stands on a day; `None`: its days are not known.
fn phase(sprint: &Sprint, today: Date) -> Option<SprintPhase> {
    let day = |text: &Option<String>| text.as_ref().and_then(|text| text.parse::<Date>().ok());
    let (start, end) = (day(&sprint.starts_on), day(&sprint.ends_on));
    if sprint.is_over(today) {
        return Some(SprintPhase::Ended);
    }
    if start.is_some_and(|start| today < start) {
        return Some(SprintPhase::Ahead);
    }
    let (start, end) = (start?, end?);
    Some(SprintPhase::Running {
        day: working_days(start, today).max(1),
        of: working_days(start, end),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::sample::Sample;

    fn phase_on(today: &str, starts_on: &str, ends_on: &str) -> Option<SprintPhase> {
        let mut map = Sample::default();
        let id = map.sprint("Sprint 14", &[]);
        let mut sprint = map.board.sprints.get(id).cloned()?;
        let day = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        (sprint.starts_on, sprint.ends_on) = (day(starts_on), day(ends_on));
        phase(&sprint, today.parse().ok()?)
    }

    #[test]
    fn a_sprint_counts_its_days_from_monday_to_friday() {
        let on = |today| phase_on(today, "2026-10-26", "2026-11-06");
        assert_eq!(on("2026-10-25"), Some(SprintPhase::Ahead));
        assert_eq!(on("2026-10-26"), Some(SprintPhase::Running { day: 1, of: 10 }));
        assert_eq!(on("2026-11-01"), Some(SprintPhase::Running { day: 5, of: 10 }), "a Sunday");
        assert_eq!(on("2026-11-02"), Some(SprintPhase::Running { day: 6, of: 10 }));
        assert_eq!(on("2026-11-07"), Some(SprintPhase::Ended));
    }

    #[test]
    fn a_sprint_whose_days_nobody_gave_stands_nowhere() {
        assert_eq!(phase_on("2026-11-02", "", ""), None);
        assert_eq!(phase_on("2026-11-02", "2026-10-26", ""), None);
        assert_eq!(phase_on("2026-11-02", "", "2026-10-30"), Some(SprintPhase::Ended));
        assert_eq!(phase_on("2026-11-02", "the day after", "some day"), None);
    }
}

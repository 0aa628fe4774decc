//! A Sprint's end: what there is to show, and what goes back to the Product Backlog.

use jiff::civil::Date;
use serde::Serialize;
use specta::Type;

use super::evidence::Evidence;
use super::proposal::Candidate;
use crate::board::{Board, Guesses, Left, Named, SprintId};
use crate::slicing::{self, Fact};

/// What a Sprint's end is asked with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SprintEnd {
    /// The Sprint.
    pub sprint: SprintId,
    /// Its name.
    pub name: String,
    /// Its Sprint Goal; may be empty.
    pub goal: String,
    /// The day on which people said that it is over (ISO 8601); `None`: nobody did.
    pub ended_on: Option<String>,
    /// Whether its last day has passed and nobody said yet what came of it.
    pub is_due: bool,
    /// The day that is proposed (ISO 8601): its last one, or today where that is still to come.
    pub day: String,
    /// What is so.
    pub fact: Fact,
    /// PBIs of it that meet the Definition of Done and are in no Increment yet.
    pub new: Vec<Candidate>,
    /// Increments of it that are recorded already.
    pub recorded: Vec<Named>,
    /// Its PBIs that are Done and do not meet every rule of the Definition of Done.
    pub rules_open: Vec<RulesOpen>,
    /// Its PBIs that would go back to the Product Backlog.
    pub goes_back: Vec<Named>,
    /// The Definition of Done.
    pub rules: Vec<String>,
}

/// A PBI, and which rules it does not meet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct RulesOpen {
    /// The PBI.
    pub item: Named,
    /// The rules.
    pub rules: Vec<String>,
}

/// What a Sprint's end is asked with; `None`: there is no such Sprint.
#[must_use]
pub fn sprint_end(
    board: &Board,
    guesses: &Guesses,
    sprint: SprintId,
    today: Date,
) -> Option<SprintEnd> {
    let row = board.sprints.get(sprint)?;
    let reports = slicing::report_sprints(board, guesses, today);
    let report = reports.into_iter().find(|report| report.sprint == sprint)?;
    let evidence = Evidence::new(board);
    let sprint_of = board.sprint_of_items();
    let own = || {
        let stays = board.sprint_items.iter().filter(|stay| stay.sprint == sprint);
        let here = stays.filter(|stay| stay.left_as != Some(Left::Returned));
        let here = here.filter(|stay| sprint_of.get(&stay.item) == Some(&sprint));
        here.filter_map(|stay| board.items.get(stay.item))
    };
    let named = |item: &crate::board::Item| Named::of(item.id.0, &item.title);
    let new = own().filter(|item| evidence.is_new(item)).map(|item| Candidate {
        id: item.id,
        name: item.title.to_string(),
        proposed: report.whole.contains(&item.id),
    });
    let open = own().filter(|item| item.done).filter_map(|item| {
        let rules: Vec<String> =
            evidence.open_rules(item.id).iter().map(|rule| rule.text.clone()).collect();
        (!rules.is_empty()).then(|| RulesOpen { item: named(item), rules })
    });
    let recorded = board.increments.iter().filter(|it| it.sprint == Some(sprint));
    let last = row.ends_on.as_deref().filter(|day| *day <= today.to_string().as_str());
    Some(SprintEnd {
        sprint,
        name: row.name.to_string(),
        goal: row.goal.clone(),
        ended_on: row.ended_on.clone(),
        is_due: report.over && row.ended_on.is_none(),
        day: last.map_or_else(|| today.to_string(), str::to_owned),
        fact: report.fact,
        new: new.collect(),
        recorded: recorded.map(|it| Named::of(it.id.0, &it.title)).collect(),
        rules_open: open.collect(),
        goes_back: own().filter(|item| !item.done).map(named).collect(),
        rules: board.done_rules.iter().map(|rule| rule.text.clone()).collect(),
    })
}

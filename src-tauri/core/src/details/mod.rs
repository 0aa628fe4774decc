//! What a panel shows of one thing on the map: asked for when the panel opens, and after each change.
//!
//! | thing | where |
//! |---|---|
//! | a PBI | [`item`] |
//! | steps, activities, slices, Sprints, Product Goals, personas, the Definition of Done | [`parts`] |
//! | what the checks noticed | [`findings`] |
//! | notes in Markdown | [`notes`] |
//! | a Sprint's demo list and its Sprint Backlog | [`sprint_pages`] |
//! | what a slice or a Sprint delivers, and what to change | [`report`] |

pub mod findings;
pub mod item;
pub mod notes;
pub mod parts;
pub mod report;
pub mod sprint_pages;

use serde::{Deserialize, Serialize};
use specta::Type;

pub use crate::board::Named;
use crate::board::{ActivityId, Board, GoalId, Guesses, ItemId, SliceId, SprintId, StepId, TaskId};
use crate::check::Titles;
use crate::speech::Speech;
use findings::FindingsDetails;
use item::ItemDetails;
use parts::{
    ActivityDetails, GoalDetails, PersonaLine, RuleLine, SliceDetails, SprintDetails, StepDetails,
};
use report::ReportDetails;

/// Of what the details are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "of", content = "id", rename_all = "kebab-case")]
pub enum Subject {
    /// A PBI.
    Item(ItemId),
    /// The PBI of a task.
    Task(TaskId),
    /// A step.
    Step(StepId),
    /// An activity.
    Activity(ActivityId),
    /// A slice.
    Slice(SliceId),
    /// A Sprint.
    Sprint(SprintId),
    /// A Product Goal.
    Goal(GoalId),
    /// All personas.
    Personas,
    /// The Definition of Done.
    DoneRules,
    /// What the checks noticed.
    Findings,
    /// What a slice delivers.
    SliceReport(SliceId),
    /// What a Sprint delivers.
    SprintReport(SprintId),
}

/// Everything that a panel shows.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(tag = "of", content = "is", rename_all = "kebab-case")]
pub enum Details {
    /// A PBI.
    Item(Box<ItemDetails>),
    /// A step.
    Step(StepDetails),
    /// An activity.
    Activity(ActivityDetails),
    /// A slice.
    Slice(SliceDetails),
    /// A Sprint.
    Sprint(SprintDetails),
    /// A Product Goal.
    Goal(GoalDetails),
    /// All personas, in order.
    Personas(Vec<PersonaLine>),
    /// The rules of the Definition of Done, in order.
    DoneRules(Vec<RuleLine>),
    /// What the checks noticed.
    Findings(FindingsDetails),
    /// The report of a slice or a Sprint.
    Report(Box<ReportDetails>),
}

/// What is known of a subject; `None`: it is not on the map any more.
pub fn details(
    board: &Board,
    guesses: &Guesses,
    titles: &mut Titles,
    speech: &Speech,
    subject: Subject,
) -> Option<Details> {
    let mut of_item = |id| {
        let details = ItemDetails::of(board, guesses, titles, speech, id);
        details.map(|details| Details::Item(Box::new(details)))
    };
    match subject {
        Subject::Item(id) => of_item(id),
        Subject::Task(id) => of_item(board.tasks.get(id)?.item?),
        Subject::Step(id) => StepDetails::of(board, id).map(Details::Step),
        Subject::Activity(id) => ActivityDetails::of(board, id).map(Details::Activity),
        Subject::Slice(id) => SliceDetails::of(board, id).map(Details::Slice),
        Subject::Sprint(id) => SprintDetails::of(board, id).map(Details::Sprint),
        Subject::Goal(id) => GoalDetails::of(board, id).map(Details::Goal),
        Subject::Personas => Some(Details::Personas(parts::personas(board))),
        Subject::Findings => Some(Details::Findings(findings::findings(board, titles, speech))),
        Subject::SliceReport(id) => {
            let report = ReportDetails::of_slice(board, guesses, speech, id);
            report.map(|report| Details::Report(Box::new(report)))
        }
        Subject::SprintReport(id) => {
            let today = jiff::Zoned::now().date();
            let report = ReportDetails::of_sprint(board, guesses, speech, id, today);
            report.map(|report| Details::Report(Box::new(report)))
        }
        Subject::DoneRules => Some(Details::DoneRules(parts::done_rules(board))),
    }
}

#[cfg(test)]
mod tests;

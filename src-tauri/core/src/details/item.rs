//! Everything that the panel shows of one PBI.

use std::collections::HashMap;

use serde::Serialize;
use specta::Type;

use super::Named;
use super::notes::{Notes, is_link};
use crate::board::{
    Band, Board, CriterionId, DoneRuleId, Guesses, Item, ItemId, Kind, PersonaId, SprintId, Task,
    TaskId,
};
use crate::check::{self, Finding, Titles};
use crate::slicing;
use crate::speech::Speech;
use crate::story::Story;

/// One PBI.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ItemDetails {
    /// It.
    pub id: ItemId,
    /// Where it stands.
    pub path: Path,
    /// Its name.
    pub title: String,
    /// Its story in its parts.
    pub story: Story,
    /// Its notes.
    pub notes: Notes,
    /// When it is accepted.
    pub criteria: Vec<CriterionLine>,
    /// The work below it.
    pub tasks: Vec<TaskLine>,
    /// In pieces: what that means. `None`: it is not.
    pub pieces: Option<InPieces>,
    /// What people declared it to be.
    pub kind: Option<Kind>,
    /// Its estimate, in the team's own points.
    pub estimate: Option<f64>,
    /// For whom it is, in the order of the personas.
    pub personas: Vec<PersonaId>,
    /// Its tags.
    pub tags: Vec<String>,
    /// The tags of the map that it has not.
    pub other_tags: Vec<String>,
    /// The further steps in which it stands.
    pub references: Vec<Named>,
    /// Whether it is Done.
    pub done: bool,
    /// The Definition of Done, and which of its rules it meets.
    pub rules: Vec<RuleTick>,
    /// Where it was imported from.
    pub source: Option<SourceLink>,
    /// What the checks noticed.
    pub findings: Vec<Noticed>,
}

/// Where a PBI stands, from the widest to the closest. `None`: nowhere; empty: it has no name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Path {
    /// The Product Goal of its slice, else the active one over its activity.
    pub goal: Option<String>,
    /// The activity.
    pub activity: Option<String>,
    /// The step.
    pub step: Option<String>,
    /// The slice.
    pub slice: Option<String>,
    /// The Sprint.
    pub sprint: Option<String>,
}

/// An acceptance criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct CriterionLine {
    /// It.
    pub id: CriterionId,
    /// What is accepted.
    pub text: String,
    /// Whether it is met.
    pub met: bool,
}

/// A task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TaskLine {
    /// It.
    pub id: TaskId,
    /// Its name.
    pub title: String,
    /// Whether it is finished.
    pub done: bool,
    /// The slice in which it is, its PBI's or another; `None`: none.
    pub slice: Option<Named>,
    /// The Sprint into which it was pulled alone.
    pub sprint: Option<Named>,
    /// Whether it was pulled alone.
    pub alone: bool,
}

/// A PBI in pieces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct InPieces {
    /// The slice with which its last task comes; `None`: nobody planned it.
    pub with: Option<String>,
}

/// A rule of the Definition of Done on one PBI.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct RuleTick {
    /// The rule.
    pub id: DoneRuleId,
    /// What must be so.
    pub text: String,
    /// Whether it is.
    pub met: bool,
}

/// The row in another tool from which a PBI came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct SourceLink {
    /// The tool.
    pub system: String,
    /// Its key there; `None`: it has none of its own.
    pub key: Option<String>,
    /// Its address, where it may be opened.
    pub url: Option<String>,
}

/// Something that the checks noticed, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Noticed {
    /// What.
    pub finding: Finding,
    /// Why.
    pub why: String,
    /// What would mend it.
    pub fix: String,
}

impl ItemDetails {
    pub(super) fn of(
        board: &Board,
        guesses: &Guesses,
        titles: &mut Titles,
        speech: &Speech,
        id: ItemId,
    ) -> Option<Self> {
        let item = board.items.get(id)?;
        let tags = tags(board, id);
        let other_tags = board.tags.iter().map(|tag| tag.name.to_string());
        let for_item = |persona| {
            let mut ties = board.item_personas.values();
            ties.any(|tie| tie.item == id && tie.persona == persona)
        };
        let met = |rule| board.done_checks.values().any(|it| it.item == id && it.rule == rule);
        Some(Self {
            id,
            path: Path::of(board, item),
            title: item.title.to_string(),
            story: Story::of(&item.story),
            notes: Notes::of(&item.notes),
            criteria: criteria(board, id),
            tasks: tasks(board, item),
            pieces: pieces(board, guesses, id),
            kind: item.kind,
            estimate: item.estimate,
            personas: board.personas.iter().map(|it| it.id).filter(|it| for_item(*it)).collect(),
            other_tags: other_tags.filter(|tag| !tags.contains(tag)).collect(),
            tags,
            references: references(board, id),
            done: item.done,
            rules: board
                .done_rules
                .iter()
                .map(|rule| RuleTick { id: rule.id, text: rule.text.clone(), met: met(rule.id) })
                .collect(),
            source: item.source.as_ref().map(|source| SourceLink {
                system: source.system.clone(),
                key: source.own_key().map(ToOwned::to_owned),
                url: Some(source.url.clone()).filter(|url| is_link(url)),
            }),
            findings: findings(board, titles, speech, id),
        })
    }
}

impl Path {
    fn of(board: &Board, item: &Item) -> Self {
        let title = |title: Option<&crate::board::Title>| {
            title.map(|title| title.to_string()).unwrap_or_default()
        };
        let step = item.step.and_then(|step| board.steps.get(step));
        let activity = step.and_then(|step| board.activities.get(step.activity));
        let slice = item.slice.and_then(|slice| board.slices.get(slice));
        let sprint = sprint_of(board, item.id).and_then(|sprint| board.sprints.get(sprint));
        let of_slice = slice.and_then(|slice| board.goals.get(slice.goal?));
        let active = || {
            let activity = activity?.id;
            let over = |goal| {
                let mut ties = board.goal_activities.values();
                ties.any(|tie| tie.goal == goal && tie.activity == activity)
            };
            let active = |state| state == crate::board::GoalState::Active;
            board.goals.iter().find(|goal| active(goal.state) && over(goal.id))
        };
        Self {
            goal: of_slice.or_else(active).map(|goal| goal.title.to_string()),
            activity: activity.map(|activity| title(activity.title.as_ref())),
            step: step.map(|step| title(step.title.as_ref())),
            slice: slice.map(|slice| slice.name.to_string()),
            sprint: sprint.map(|sprint| sprint.name.to_string()),
        }
    }
}

fn sprint_of(board: &Board, item: ItemId) -> Option<SprintId> {
    board.sprint_of_items().get(&item).copied()
}

fn criteria(board: &Board, id: ItemId) -> Vec<CriterionLine> {
    let own = board.criteria.iter().filter(|criterion| criterion.item == id);
    own.map(|it| CriterionLine { id: it.id, text: it.text.clone(), met: it.met }).collect()
}

fn tasks(board: &Board, item: &Item) -> Vec<TaskLine> {
    let line = |task: &Task| {
        let slice = task.slice.or(item.slice).and_then(|slice| board.slices.get(slice));
        let sprint = task.sprint.and_then(|sprint| board.sprints.get(sprint));
        TaskLine {
            id: task.id,
            title: task.title.to_string(),
            done: task.done,
            slice: slice.map(|slice| Named::of(slice.id.0, &slice.name)),
            sprint: sprint.map(|sprint| Named::of(sprint.id.0, &sprint.name)),
            alone: task.slice.is_some() || task.sprint.is_some(),
        }
    };
    board.tasks.iter().filter(|task| task.item == Some(item.id)).map(line).collect()
}

/// Whether a slice has the PBI in pieces, and with which one its last task comes.
fn pieces(board: &Board, guesses: &Guesses, id: ItemId) -> Option<InPieces> {
    let reports = slicing::report(board, guesses);
    let piece = reports.iter().flat_map(|report| &report.pieces).find(|piece| piece.item == id)?;
    let slice = match piece.delivered {
        Some(Band::Slice { slice }) => board.slices.get(slice),
        _ => None,
    };
    Some(InPieces { with: slice.map(|slice| slice.name.to_string()) })
}

fn tags(board: &Board, id: ItemId) -> Vec<String> {
    let own = board.item_tags.iter().filter(|tagged| tagged.item == id);
    own.filter_map(|tagged| board.tags.get(tagged.tag)).map(|tag| tag.name.to_string()).collect()
}

fn references(board: &Board, id: ItemId) -> Vec<Named> {
    let further = board.item_references.values().filter(|reference| reference.item == id);
    let order: HashMap<_, usize> = board.columns().iter().map(|step| step.id).zip(0..).collect();
    let mut steps: Vec<_> = further.filter_map(|it| board.steps.get(it.step)).collect();
    steps.sort_by_key(|step| order.get(&step.id).copied());
    let name = |step: &crate::board::Step| step.title.as_deref().unwrap_or_default().to_owned();
    steps.into_iter().map(|step| Named { id: step.id.0, name: name(step) }).collect()
}

/// What the checks notice, in words.
fn findings(board: &Board, titles: &mut Titles, speech: &Speech, id: ItemId) -> Vec<Noticed> {
    let noticed = |finding: Finding| Noticed {
        why: speech.why(&finding),
        fix: speech.fix(&finding),
        finding,
    };
    check::about_item(board, titles, id).into_iter().map(noticed).collect()
}

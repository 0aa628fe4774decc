//! What the small panels show.

use serde::Serialize;
use specta::Type;

use super::Named;
use super::notes::Notes;
use crate::board::{
    ActivityId, Board, DoneRuleId, GoalId, GoalState, PersonaId, SliceId, SprintId, StepId,
};

/// A step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct StepDetails {
    /// It.
    pub id: StepId,
    /// Its title; empty until somebody names it.
    pub title: String,
    /// The title of its activity; may be empty.
    pub activity: String,
    /// Who takes it; nobody named: everyone.
    pub personas: Vec<PersonaId>,
    /// Its notes.
    pub notes: Notes,
}

/// An activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ActivityDetails {
    /// It.
    pub id: ActivityId,
    /// Its title; empty until somebody names it.
    pub title: String,
    /// Its notes.
    pub notes: Notes,
}

/// A slice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SliceDetails {
    /// It.
    pub id: SliceId,
    /// Its name.
    pub name: String,
    /// What will be different for whom; may be empty.
    pub outcome: String,
    /// The Product Goal that it serves.
    pub goal: Option<GoalId>,
    /// All Product Goals, in order.
    pub goals: Vec<Named>,
    /// Whom it serves; nobody named: those of its PBIs.
    pub personas: Vec<PersonaId>,
    /// Why it is a part on purpose; `None`: it is none.
    pub part_on_purpose: Option<String>,
    /// The day on which it was closed (ISO 8601); `None`: it is open.
    pub closed_on: Option<String>,
}

/// A Sprint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SprintDetails {
    /// It.
    pub id: SprintId,
    /// Its name.
    pub name: String,
    /// Its Sprint Goal; may be empty.
    pub goal: String,
    /// Its first day (ISO 8601), where that is known.
    pub starts_on: Option<String>,
    /// Its last day (ISO 8601), where that is known.
    pub ends_on: Option<String>,
}

/// A Product Goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct GoalDetails {
    /// It.
    pub id: GoalId,
    /// Its title.
    pub title: String,
    /// What will be different for whom; may be empty.
    pub outcome: String,
    /// How people will see that it is reached; may be empty.
    pub measure: String,
    /// Where it stands.
    pub state: GoalState,
    /// Its notes.
    pub notes: Notes,
    /// All activities, left to right, and whether it concerns them.
    pub activities: Vec<Concerned>,
}

/// An activity, and whether a Product Goal concerns it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Concerned {
    /// The activity.
    pub id: ActivityId,
    /// Its title; may be empty.
    pub title: String,
    /// Whether the goal concerns it.
    pub concerned: bool,
}

/// A persona.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PersonaLine {
    /// Who.
    pub id: PersonaId,
    /// Their name.
    pub name: String,
    /// Who that is; may be empty.
    pub about: String,
}

/// A rule of the Definition of Done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct RuleLine {
    /// It.
    pub id: DoneRuleId,
    /// What must be so.
    pub text: String,
}

/// Who of `named` is there, in the order of the personas.
fn in_order(board: &Board, named: impl Fn(PersonaId) -> bool) -> Vec<PersonaId> {
    board.personas.iter().map(|persona| persona.id).filter(|id| named(*id)).collect()
}

impl StepDetails {
    pub(super) fn of(board: &Board, id: StepId) -> Option<Self> {
        let step = board.steps.get(id)?;
        let activity = board.activities.get(step.activity);
        let named = |persona| {
            board.step_personas.values().any(|tie| tie.step == id && tie.persona == persona)
        };
        Some(Self {
            id,
            title: step.title.as_deref().unwrap_or_default().to_owned(),
            activity: activity.and_then(|it| it.title.as_deref()).unwrap_or_default().to_owned(),
            personas: in_order(board, named),
            notes: Notes::of(&step.notes),
        })
    }
}

impl ActivityDetails {
    pub(super) fn of(board: &Board, id: ActivityId) -> Option<Self> {
        let activity = board.activities.get(id)?;
        Some(Self {
            id,
            title: activity.title.as_deref().unwrap_or_default().to_owned(),
            notes: Notes::of(&activity.notes),
        })
    }
}

impl SliceDetails {
    pub(super) fn of(board: &Board, id: SliceId) -> Option<Self> {
        let slice = board.slices.get(id)?;
        let named = |persona| {
            board.slice_personas.values().any(|tie| tie.slice == id && tie.persona == persona)
        };
        Some(Self {
            id,
            name: slice.name.to_string(),
            outcome: slice.outcome.clone(),
            goal: slice.goal,
            goals: board.goals.iter().map(|goal| Named::of(goal.id.0, &goal.title)).collect(),
            personas: in_order(board, named),
            part_on_purpose: slice.part_on_purpose.clone(),
            closed_on: slice.closed_on.clone(),
        })
    }
}

impl SprintDetails {
    pub(super) fn of(board: &Board, id: SprintId) -> Option<Self> {
        let sprint = board.sprints.get(id)?;
        Some(Self {
            id,
            name: sprint.name.to_string(),
            goal: sprint.goal.clone(),
            starts_on: sprint.starts_on.clone(),
            ends_on: sprint.ends_on.clone(),
        })
    }
}

impl GoalDetails {
    pub(super) fn of(board: &Board, id: GoalId) -> Option<Self> {
        let goal = board.goals.get(id)?;
        let concerned = |activity| {
            let mut ties = board.goal_activities.values();
            ties.any(|tie| tie.goal == id && tie.activity == activity)
        };
        let activities = board.activities.iter().map(|activity| Concerned {
            id: activity.id,
            title: activity.title.as_deref().unwrap_or_default().to_owned(),
            concerned: concerned(activity.id),
        });
        Some(Self {
            id,
            title: goal.title.to_string(),
            outcome: goal.outcome.clone(),
            measure: goal.measure.clone(),
            state: goal.state,
            notes: Notes::of(&goal.notes),
            activities: activities.collect(),
        })
    }
}

pub(super) fn personas(board: &Board) -> Vec<PersonaLine> {
    let line = |persona: &crate::board::Persona| PersonaLine {
        id: persona.id,
        name: persona.name.to_string(),
        about: persona.about.clone(),
    };
    board.personas.iter().map(line).collect()
}

pub(super) fn done_rules(board: &Board) -> Vec<RuleLine> {
    let rules = board.done_rules.iter();
    rules.map(|rule| RuleLine { id: rule.id, text: rule.text.clone() }).collect()
}

//! The ways to change a map. [`Edit`] is the one vocabulary: the window, the command line, the tests
//! and a replay all speak it, and [`Document::edit`](crate::document::Document::edit) is the one gate.
//!
//! An edit is a function from a transaction and typed input to what the history will say. It knows
//! nothing of undo, screens or other edits. To add one: a variant here, a line in `apply.rs`, and
//! a function in the file named after its noun.

mod apply;
mod backbone;
mod convert;
mod cover;
mod done;
mod error;
mod feedback;
mod findings;
mod goals;
pub mod import;
mod increments;
mod items;
mod label;
mod map;
mod outcomes;
mod periods;
mod personas;
mod rows;
mod slices;
mod sprint_cells;
mod sprints;
mod tags;
mod tasks;
mod ties;

pub use convert::Level;
pub use error::{EditError, Noun};
pub use label::Label;

use serde::{Deserialize, Serialize};
use specta::Type;
use uuid::Uuid;

use crate::board::{
    About, ActivityId, CoveredBy, CriterionId, DoneRuleId, FeedbackId, GoalId, GoalState,
    IncrementId, ItemId, Kind, Left, PeriodId, PersonaId, Place, SliceId, SprintId, StepId, TaskId,
    TermId, Usable, Value,
};
use crate::story::StoryPart;
use import::{Draft, Imported};

/// One change to a map, as people would say it. Ids are made by the core; `before: None` is the end
/// of an order, and an `Option` that is `None` in a `Change…` edit leaves that field as it is.
#[allow(missing_docs, reason = "the fields are named as the nouns that they mean")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Edit {
    /// Names the map.
    RenameMap { title: String },
    /// Says whether the product's users are developers: then an endpoint is a feature to them.
    SetUsersAreDevelopers { yes: bool },

    /// Makes a Product Goal over some activities.
    AddGoal {
        title: String,
        #[serde(default)]
        outcome: String,
        #[serde(default)]
        measure: String,
        #[serde(default = "next")]
        state: GoalState,
        #[serde(default)]
        activities: Vec<ActivityId>,
        #[serde(default)]
        before: Option<GoalId>,
    },
    /// Changes fields of a Product Goal.
    ChangeGoal {
        goal: GoalId,
        #[serde(default)]
        title: Option<String>,
        #[serde(default)]
        outcome: Option<String>,
        #[serde(default)]
        measure: Option<String>,
        #[serde(default)]
        state: Option<GoalState>,
        #[serde(default)]
        notes: Option<String>,
    },
    /// Says which activities a Product Goal concerns; those named before are forgotten.
    SetGoalActivities { goal: GoalId, activities: Vec<ActivityId> },
    /// Moves a Product Goal in the order of goals.
    MoveGoal { goal: GoalId, before: Option<GoalId> },
    /// Says when a Product Goal was reached or abandoned, and what it taught. For `ended_on`, an empty
    /// text takes the day away.
    EndGoal {
        goal: GoalId,
        #[serde(default)]
        state: Option<GoalState>,
        #[serde(default)]
        ended_on: Option<String>,
        #[serde(default)]
        learned: Option<String>,
    },
    /// Removes a Product Goal; its activities stay.
    RemoveGoal { goal: GoalId },

    /// Makes an activity with one untitled step. `title: None` or empty: untitled.
    AddActivity {
        #[serde(default)]
        title: Option<String>,
        #[serde(default)]
        before: Option<ActivityId>,
    },
    /// Names an activity; empty: untitled again.
    RenameActivity { activity: ActivityId, title: String },
    /// Moves an activity with all that is in it.
    MoveActivity { activity: ActivityId, before: Option<ActivityId> },
    /// Removes an activity with its steps; their PBIs go Across where they have a slice or a Sprint,
    /// else to the tray.
    RemoveActivity { activity: ActivityId },

    /// Makes a step in an activity. `title: None` or empty: untitled.
    AddStep {
        activity: ActivityId,
        #[serde(default)]
        title: Option<String>,
        #[serde(default)]
        before: Option<StepId>,
    },
    /// Names a step; empty: untitled again.
    RenameStep { step: StepId, title: String },
    /// Moves a step with its PBIs, also into another activity. The last step of an activity takes the
    /// activity's place with it: an activity left without steps goes.
    MoveStep { step: StepId, activity: ActivityId, before: Option<StepId> },
    /// Removes a step; its PBIs go Across where they have a slice or a Sprint, else to the tray. The
    /// last step of an activity takes the activity along.
    RemoveStep { step: StepId },
    /// Makes an activity over steps, wherever they were.
    GroupSteps {
        steps: Vec<StepId>,
        #[serde(default)]
        title: Option<String>,
    },
    /// Says who takes a step; nobody named: everyone.
    SetStepPersonas { step: StepId, personas: Vec<PersonaId> },
    /// Writes the notes of an activity, a step or a task.
    SetNotes { row: NotesOf, notes: String },

    /// Makes a slice.
    AddSlice {
        name: String,
        #[serde(default)]
        outcome: String,
        #[serde(default)]
        before: Option<SliceId>,
    },
    /// Changes fields of a slice. For `part_on_purpose` and `closed_on`, an empty text takes the
    /// value away.
    ChangeSlice {
        slice: SliceId,
        #[serde(default)]
        name: Option<String>,
        #[serde(default)]
        outcome: Option<String>,
        #[serde(default)]
        part_on_purpose: Option<String>,
        #[serde(default)]
        closed_on: Option<String>,
    },
    /// Says what people think will come of a slice, how they will see that, and by when. For
    /// `measure_by`, an empty text takes the day away.
    SetSliceHypothesis {
        slice: SliceId,
        #[serde(default)]
        hypothesis: Option<String>,
        #[serde(default)]
        measure: Option<String>,
        #[serde(default)]
        measure_by: Option<String>,
    },
    /// Says that an activity needs no PBI in a slice, or (`None`) in the whole map, because it is live,
    /// done by hand, or not needed; `how: None`: that it needs one after all.
    SetCover {
        activity: ActivityId,
        #[serde(default)]
        slice: Option<SliceId>,
        how: Option<CoveredBy>,
        #[serde(default)]
        reason: String,
    },
    /// Says which Product Goal a slice serves.
    SetSliceGoal { slice: SliceId, goal: Option<GoalId> },
    /// Says whom a slice serves; nobody named: those of its PBIs.
    SetSlicePersonas { slice: SliceId, personas: Vec<PersonaId> },
    /// Moves a slice among the bands.
    MoveSlice { slice: SliceId, before: Option<SliceId> },
    /// Removes a slice; its PBIs go to Later, those without a step to the tray.
    RemoveSlice { slice: SliceId },

    /// Makes a Sprint.
    AddSprint {
        name: String,
        #[serde(default)]
        goal: String,
        #[serde(default)]
        starts_on: Option<String>,
        #[serde(default)]
        ends_on: Option<String>,
        #[serde(default)]
        before: Option<SprintId>,
    },
    /// Changes fields of a Sprint. For the dates, an empty text takes the value away.
    ChangeSprint {
        sprint: SprintId,
        #[serde(default)]
        name: Option<String>,
        #[serde(default)]
        goal: Option<String>,
        #[serde(default)]
        starts_on: Option<String>,
        #[serde(default)]
        ends_on: Option<String>,
    },
    /// Moves a Sprint in the order of Sprints.
    MoveSprint { sprint: SprintId, before: Option<SprintId> },
    /// Removes a Sprint; its PBIs stay where they are.
    RemoveSprint { sprint: SprintId },
    /// Selects PBIs for a Sprint, at the end of its plan.
    SelectForSprint { sprint: SprintId, items: Vec<ItemId> },
    /// Says how PBIs left a Sprint; `None`: they are in it still.
    LeaveSprint { sprint: SprintId, items: Vec<ItemId>, left_as: Option<Left> },
    /// Ends a Sprint: what is Done in it left as done, what is not went back to the Product Backlog, and
    /// unfinished tasks that had been pulled into it alone go with their PBIs again.
    EndSprint { sprint: SprintId, ended_on: String },
    /// Takes PBIs out of a Sprint's plan, as if they had never been selected.
    DropFromSprint { sprint: SprintId, items: Vec<ItemId> },

    /// Moves PBIs into one cell of the map by Sprints: into a column and a Sprint; `None`: Across, and
    /// no Sprint. Their slices stay.
    MoveItemsInSprint {
        items: Vec<ItemId>,
        step: Option<StepId>,
        sprint: Option<SprintId>,
        before: Option<ItemId>,
    },

    /// Makes a PBI; with `sprint`, selected for it at once.
    AddItem {
        title: String,
        to: Place,
        #[serde(default)]
        sprint: Option<SprintId>,
    },
    /// Makes a PBI in the tray that is an outcome for somebody, with the rows that serve it as its tasks.
    AddOutcome {
        title: String,
        #[serde(default)]
        persona: Option<PersonaId>,
        #[serde(default)]
        rows: Vec<Uuid>,
    },
    /// Puts rows below a PBI as its tasks, whatever they were.
    Serve { rows: Vec<Uuid>, item: ItemId },
    /// Changes texts of a PBI.
    ChangeItem {
        item: ItemId,
        #[serde(default)]
        title: Option<String>,
        #[serde(default)]
        story: Option<String>,
        #[serde(default)]
        notes: Option<String>,
    },
    /// Words one part of a PBI's story anew; a whole sentence is dealt to all of them.
    TellStory { item: ItemId, part: StoryPart, text: String },
    /// Moves PBIs into one cell, in the order given.
    MoveItems { items: Vec<ItemId>, to: Place },
    /// Moves PBIs into another band, each in its own column.
    MoveItemsToSlice { items: Vec<ItemId>, slice: Option<SliceId> },
    /// Lets PBIs stand in a further step too, as references.
    AddReference { items: Vec<ItemId>, step: StepId },
    /// Takes references to PBIs out of a step.
    RemoveReference { items: Vec<ItemId>, step: StepId },
    /// Declares what PBIs are; `None`: undeclared again.
    SetKind { items: Vec<ItemId>, kind: Option<Kind> },
    /// Estimates PBIs in points, not negative; `None`: not estimated.
    SetEstimate { items: Vec<ItemId>, estimate: Option<f64> },
    /// Says that PBIs are Done, or not. `done_on` is a day (ISO 8601), where it is known.
    SetDone {
        items: Vec<ItemId>,
        done: bool,
        #[serde(default)]
        done_on: Option<String>,
    },
    /// Lets PBIs go: out of their steps, slices and coming Sprints, into the tray. They keep all else, and
    /// what they were in a Sprint that is over.
    LetGo { items: Vec<ItemId> },
    /// Removes PBIs with their tasks.
    RemoveItems { items: Vec<ItemId> },
    /// Puts a tag on PBIs; the tag is made if there is none of that name.
    TagItems { items: Vec<ItemId>, tag: String },
    /// Takes a tag off PBIs; a tag that is on no PBI any more goes.
    UntagItems { items: Vec<ItemId>, tag: String },
    /// Says that PBIs are for a persona.
    GivePersona { items: Vec<ItemId>, persona: PersonaId },
    /// Says that PBIs are not for a persona any more.
    TakePersona { items: Vec<ItemId>, persona: PersonaId },
    /// Brings the tasks of PBIs that were pulled alone back to them.
    BringTogether { items: Vec<ItemId> },

    /// Adds an acceptance criterion to a PBI.
    AddCriterion {
        item: ItemId,
        text: String,
        #[serde(default)]
        before: Option<CriterionId>,
    },
    /// Changes an acceptance criterion, or says whether it is met.
    ChangeCriterion {
        criterion: CriterionId,
        #[serde(default)]
        text: Option<String>,
        #[serde(default)]
        met: Option<bool>,
    },
    /// Moves an acceptance criterion in its PBI's list.
    MoveCriterion { criterion: CriterionId, before: Option<CriterionId> },
    /// Removes an acceptance criterion.
    RemoveCriterion { criterion: CriterionId },

    /// Adds a rule to the Definition of Done.
    AddDoneRule {
        text: String,
        #[serde(default)]
        before: Option<DoneRuleId>,
    },
    /// Words a rule of the Definition of Done anew.
    ChangeDoneRule { rule: DoneRuleId, text: String },
    /// Moves a rule in the Definition of Done.
    MoveDoneRule { rule: DoneRuleId, before: Option<DoneRuleId> },
    /// Removes a rule from the Definition of Done.
    RemoveDoneRule { rule: DoneRuleId },
    /// Says that PBIs meet a rule of the Definition of Done, or not.
    CheckDoneRule { items: Vec<ItemId>, rule: DoneRuleId, met: bool },

    /// Makes a persona.
    AddPersona {
        name: String,
        #[serde(default)]
        about: String,
        #[serde(default)]
        before: Option<PersonaId>,
    },
    /// Changes a persona.
    ChangePersona {
        persona: PersonaId,
        #[serde(default)]
        name: Option<String>,
        #[serde(default)]
        about: Option<String>,
    },
    /// Moves a persona in the order of personas.
    MovePersona { persona: PersonaId, before: Option<PersonaId> },
    /// Removes a persona; what was for it stays.
    RemovePersona { persona: PersonaId },

    /// Makes a task below a PBI, or a loose one in the tray.
    AddTask {
        title: String,
        item: Option<ItemId>,
        #[serde(default)]
        before: Option<TaskId>,
    },
    /// Names a task.
    RenameTask { task: TaskId, title: String },
    /// Moves tasks below a PBI, or into the tray; where they had been pulled alone, they come back.
    MoveTasks {
        tasks: Vec<TaskId>,
        item: Option<ItemId>,
        #[serde(default)]
        before: Option<TaskId>,
    },
    /// Pulls tasks alone into a slice, away from their PBIs; `None`: they go with their PBIs again.
    PullTasks { tasks: Vec<TaskId>, slice: Option<SliceId> },
    /// Pulls tasks alone into a Sprint; `None`: they go with their PBIs again.
    PullTasksIntoSprint { tasks: Vec<TaskId>, sprint: Option<SprintId> },
    /// Says that tasks are finished, or not.
    SetTasksDone {
        tasks: Vec<TaskId>,
        done: bool,
        #[serde(default)]
        done_on: Option<String>,
    },
    /// Removes tasks.
    RemoveTasks { tasks: Vec<TaskId> },

    /// Records an Increment: PBIs that met the Definition of Done.
    AddIncrement {
        title: String,
        items: Vec<ItemId>,
        #[serde(default)]
        slice: Option<SliceId>,
        #[serde(default)]
        sprint: Option<SprintId>,
        made_on: String,
        #[serde(default)]
        usable: Option<Usable>,
        #[serde(default)]
        learned: String,
    },
    /// Changes fields of an Increment. For `released_on`, an empty text takes the day away.
    ChangeIncrement {
        increment: IncrementId,
        #[serde(default)]
        title: Option<String>,
        #[serde(default)]
        made_on: Option<String>,
        #[serde(default)]
        released_on: Option<String>,
        #[serde(default)]
        usable: Option<Usable>,
        #[serde(default)]
        value: Option<Value>,
        #[serde(default)]
        learned: Option<String>,
    },
    /// Says of which PBIs an Increment consists; those named before are forgotten.
    SetIncrementItems { increment: IncrementId, items: Vec<ItemId> },
    /// Removes an Increment; its PBIs and what was said of it stay.
    RemoveIncrement { increment: IncrementId },
    /// Notes what somebody said, of an Increment or of a PBI.
    AddFeedback {
        text: String,
        #[serde(default)]
        who: String,
        #[serde(default)]
        increment: Option<IncrementId>,
        #[serde(default)]
        item: Option<ItemId>,
        given_on: String,
    },
    /// Changes what was said, by whom, and when.
    ChangeFeedback {
        feedback: FeedbackId,
        #[serde(default)]
        text: Option<String>,
        #[serde(default)]
        who: Option<String>,
        #[serde(default)]
        given_on: Option<String>,
    },
    /// Answers feedback with a PBI (`title`: a new one), or with a reason; without all of these it is open again.
    AnswerFeedback {
        feedback: FeedbackId,
        #[serde(default)]
        item: Option<ItemId>,
        #[serde(default)]
        title: Option<String>,
        #[serde(default)]
        reason: String,
        #[serde(default)]
        on: String,
    },
    /// Removes feedback.
    RemoveFeedback { feedback: FeedbackId },
    /// Names a stretch of time, to compare it with another.
    AddPeriod { name: String, starts_on: String, ends_on: String },
    /// Changes a period.
    ChangePeriod {
        period: PeriodId,
        #[serde(default)]
        name: Option<String>,
        #[serde(default)]
        starts_on: Option<String>,
        #[serde(default)]
        ends_on: Option<String>,
    },
    /// Removes a period.
    RemovePeriod { period: PeriodId },

    /// Sets a finding aside: a rule of the checks says nothing of a row until its text is another.
    Dismiss {
        rule: String,
        about: About,
        #[serde(default)]
        reason: String,
    },
    /// Lets a rule of the checks speak of a row again.
    TakeUp { rule: String, about: About },
    /// Adds a word to the glossary: in this product it means something of its own.
    AddTerm {
        word: String,
        #[serde(default)]
        meaning: String,
    },
    /// Changes a word of the glossary.
    ChangeTerm {
        term: TermId,
        #[serde(default)]
        word: Option<String>,
        #[serde(default)]
        meaning: Option<String>,
    },
    /// Removes a word from the glossary.
    RemoveTerm { term: TermId },

    /// Makes cards of any level cards of another: they keep their ids, titles and notes, and what stood
    /// below them stays on the map. `item`: the PBI below which tasks go.
    Convert {
        rows: Vec<Uuid>,
        to: Level,
        #[serde(default)]
        item: Option<ItemId>,
    },
    /// Several edits as one change, which one undo takes back; the history names the first.
    Together { edits: Vec<Edit> },

    /// Brings a draft in: new rows are made, rows with a known key are updated, and what people
    /// changed since the last import stays.
    Import { draft: Draft },
}

/// Whose notes are meant.
#[allow(missing_docs, reason = "the fields are named as the nouns that they mean")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "of", content = "id", rename_all = "camelCase")]
pub enum NotesOf {
    Activity(ActivityId),
    Step(StepId),
    Task(TaskId),
}

fn next() -> GoalState {
    GoalState::Next
}

/// What applying an edit says.
#[derive(Debug)]
pub(crate) struct Done {
    /// What the history says.
    pub label: Label,
    /// Ids of the rows that were made, in the order in which the edit names them.
    pub created: Vec<Uuid>,
    /// What an import did beside making rows.
    pub import: Option<Imported>,
}

/// What an edit answers once it is safely stored.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct Answer {
    /// The number of the change in the history; `None`: nothing was different, so there is none.
    pub change: Option<u32>,
    /// Ids of the rows that were made.
    pub created: Vec<Uuid>,
    /// What an import did beside making rows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub import: Option<Imported>,
}

#[cfg(test)]
mod tests;

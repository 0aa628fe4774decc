//! From the word for an edit to the function that makes it, a line each.

use rusqlite::Connection;

use super::{Done, Edit, EditError, Noun};
use super::{
    backbone, convert, cover, done, feedback, findings, goals, import, increments, items, map,
    outcomes, periods, personas, rows, slices, sprint_cells, sprints, tags, tasks, ties,
};

impl Edit {
    /// Applies the edit to the rows, inside a transaction that the caller began.
    ///
    /// # Errors
    /// [`EditError`]; the caller then rolls back.
    pub(crate) fn apply(&self, db: &Connection) -> Result<Done, EditError> {
        match self {
            Self::RenameMap { title } => map::rename_map(db, title),
            Self::SetUsersAreDevelopers { yes } => findings::set_users_are_developers(db, *yes),

            Self::AddGoal { title, outcome, measure, state, activities, before } => {
                let (state, before) = (*state, *before);
                goals::add_goal(
                    db,
                    &goals::NewGoal { title, outcome, measure, state, activities, before },
                )
            }
            Self::ChangeGoal { goal, title, outcome, measure, state, notes } => goals::change_goal(
                db,
                *goal,
                &goals::GoalChange {
                    title: title.as_deref(),
                    outcome: outcome.as_deref(),
                    measure: measure.as_deref(),
                    state: *state,
                    notes: notes.as_deref(),
                },
            ),
            Self::SetGoalActivities { goal, activities } => {
                goals::set_activities(db, *goal, activities)
            }
            Self::MoveGoal { goal, before } => {
                rows::move_in_order(db, Noun::Goal, goal.0, before.map(|id| id.0))
            }
            Self::EndGoal { goal, state, ended_on, learned } => {
                goals::end_goal(db, *goal, *state, ended_on.as_deref(), learned.as_deref())
            }
            Self::RemoveGoal { goal } => goals::remove_goal(db, *goal),

            Self::AddActivity { title, before } => {
                backbone::add_activity(db, title.as_deref(), *before)
            }
            Self::RenameActivity { activity, title } => {
                backbone::rename(db, Noun::Activity, activity.0, title)
            }
            Self::MoveActivity { activity, before } => {
                rows::move_in_order(db, Noun::Activity, activity.0, before.map(|id| id.0))
            }
            Self::RemoveActivity { activity } => backbone::remove_activity(db, *activity),

            Self::AddStep { activity, title, before } => {
                backbone::add_step(db, *activity, title.as_deref(), *before)
            }
            Self::RenameStep { step, title } => backbone::rename(db, Noun::Step, step.0, title),
            Self::MoveStep { step, activity, before } => {
                backbone::move_step(db, *step, *activity, *before)
            }
            Self::RemoveStep { step } => backbone::remove_step(db, *step),
            Self::GroupSteps { steps, title } => backbone::group_steps(db, steps, title.as_deref()),
            Self::SetStepPersonas { step, personas } => {
                personas::set_personas(db, &ties::STEP_PERSONAS, (Noun::Step, step.0), personas)
            }
            Self::SetNotes { row, notes } => rows::set_notes(db, *row, notes),

            Self::AddSlice { name, outcome, before } => {
                slices::add_slice(db, name, outcome, *before)
            }
            Self::ChangeSlice { slice, name, outcome, part_on_purpose, closed_on } => {
                slices::change_slice(
                    db,
                    *slice,
                    &slices::SliceChange {
                        name: name.as_deref(),
                        outcome: outcome.as_deref(),
                        part_on_purpose: part_on_purpose.as_deref(),
                        closed_on: closed_on.as_deref(),
                    },
                )
            }
            Self::SetSliceHypothesis { slice, hypothesis, measure, measure_by } => {
                slices::set_hypothesis(
                    db,
                    *slice,
                    hypothesis.as_deref(),
                    measure.as_deref(),
                    measure_by.as_deref(),
                )
            }
            Self::SetCover { activity, slice, how, reason } => {
                cover::set_cover(db, *activity, *slice, *how, reason)
            }
            Self::SetSliceGoal { slice, goal } => slices::set_goal(db, *slice, *goal),
            Self::SetSlicePersonas { slice, personas } => {
                personas::set_personas(db, &ties::SLICE_PERSONAS, (Noun::Slice, slice.0), personas)
            }
            Self::MoveSlice { slice, before } => {
                rows::move_in_order(db, Noun::Slice, slice.0, before.map(|id| id.0))
            }
            Self::RemoveSlice { slice } => slices::remove_slice(db, *slice),

            Self::AddSprint { name, goal, starts_on, ends_on, before } => sprints::add_sprint(
                db,
                &sprints::NewSprint {
                    name,
                    goal,
                    starts_on: starts_on.as_deref(),
                    ends_on: ends_on.as_deref(),
                    before: *before,
                },
            ),
            Self::ChangeSprint { sprint, name, goal, starts_on, ends_on } => {
                sprints::change_sprint(
                    db,
                    *sprint,
                    &sprints::SprintChange {
                        name: name.as_deref(),
                        goal: goal.as_deref(),
                        starts_on: starts_on.as_deref(),
                        ends_on: ends_on.as_deref(),
                    },
                )
            }
            Self::MoveSprint { sprint, before } => {
                rows::move_in_order(db, Noun::Sprint, sprint.0, before.map(|id| id.0))
            }
            Self::RemoveSprint { sprint } => sprints::remove_sprint(db, *sprint),
            Self::SelectForSprint { sprint, items } => sprints::select(db, *sprint, items),
            Self::LeaveSprint { sprint, items, left_as } => {
                sprints::leave(db, *sprint, items, *left_as)
            }
            Self::EndSprint { sprint, ended_on } => sprints::end(db, *sprint, ended_on),
            Self::DropFromSprint { sprint, items } => sprints::drop_items(db, *sprint, items),
            Self::MoveItemsInSprint { items, step, sprint, before } => {
                sprint_cells::move_items(db, items, *step, *sprint, *before)
            }

            Self::AddItem { title, to, sprint } => items::add_item(db, title, *to, *sprint),
            Self::AddOutcome { title, persona, rows } => {
                outcomes::add_outcome(db, title, *persona, rows)
            }
            Self::Serve { rows, item } => outcomes::serve(db, rows, *item),
            Self::ChangeItem { item, title, story, notes } => {
                items::change_item(db, *item, title.as_deref(), story.as_deref(), notes.as_deref())
            }
            Self::TellStory { item, part, text } => items::tell_story(db, *item, *part, text),
            Self::MoveItems { items, to } => items::move_items(db, items, *to),
            Self::MoveItemsToSlice { items, slice } => items::move_to_slice(db, items, *slice),
            Self::AddReference { items, step } => items::set_reference(db, items, *step, true),
            Self::RemoveReference { items, step } => items::set_reference(db, items, *step, false),
            Self::SetKind { items, kind } => items::set_kind(db, items, *kind),
            Self::SetEstimate { items, estimate } => items::set_estimate(db, items, *estimate),
            Self::SetDone { items, done, done_on } => {
                let ids = items.iter().map(|id| id.0);
                items::set_done(db, Noun::Item, ids, *done, done_on.as_deref())
            }
            Self::LetGo { items } => items::let_go(db, items),
            Self::RemoveItems { items } => {
                items::remove(db, Noun::Item, items.iter().map(|id| id.0))
            }
            Self::TagItems { items, tag } => tags::tag_items(db, items, tag),
            Self::UntagItems { items, tag } => tags::untag_items(db, items, tag),
            Self::GivePersona { items, persona } => {
                personas::set_for_persona(db, items, *persona, true)
            }
            Self::TakePersona { items, persona } => {
                personas::set_for_persona(db, items, *persona, false)
            }
            Self::BringTogether { items } => tasks::bring_together(db, items),

            Self::AddCriterion { item, text, before } => {
                done::add_criterion(db, *item, text, *before)
            }
            Self::ChangeCriterion { criterion, text, met } => {
                done::change_criterion(db, *criterion, text.as_deref(), *met)
            }
            Self::MoveCriterion { criterion, before } => {
                done::move_criterion(db, *criterion, *before)
            }
            Self::RemoveCriterion { criterion } => rows::remove(db, Noun::Criterion, criterion.0),
            Self::AddDoneRule { text, before } => done::add_done_rule(db, text, *before),
            Self::ChangeDoneRule { rule, text } => done::change_done_rule(db, *rule, text),
            Self::MoveDoneRule { rule, before } => {
                rows::move_in_order(db, Noun::DoneRule, rule.0, before.map(|id| id.0))
            }
            Self::RemoveDoneRule { rule } => rows::remove(db, Noun::DoneRule, rule.0),
            Self::CheckDoneRule { items, rule, met } => {
                done::check_done_rule(db, items, *rule, *met)
            }

            Self::AddPersona { name, about, before } => {
                personas::add_persona(db, name, about, *before)
            }
            Self::ChangePersona { persona, name, about } => {
                personas::change_persona(db, *persona, name.as_deref(), about.as_deref())
            }
            Self::MovePersona { persona, before } => {
                rows::move_in_order(db, Noun::Persona, persona.0, before.map(|id| id.0))
            }
            Self::RemovePersona { persona } => personas::remove_persona(db, *persona),

            Self::AddTask { title, item, before } => tasks::add_task(db, title, *item, *before),
            Self::RenameTask { task, title } => tasks::rename_task(db, *task, title),
            Self::MoveTasks { tasks, item, before } => tasks::move_tasks(db, tasks, *item, *before),
            Self::PullTasks { tasks, slice } => tasks::pull_tasks(db, tasks, *slice),
            Self::PullTasksIntoSprint { tasks, sprint } => {
                tasks::pull_into_sprint(db, tasks, *sprint)
            }
            Self::SetTasksDone { tasks, done, done_on } => {
                let ids = tasks.iter().map(|id| id.0);
                items::set_done(db, Noun::Task, ids, *done, done_on.as_deref())
            }
            Self::RemoveTasks { tasks } => {
                items::remove(db, Noun::Task, tasks.iter().map(|id| id.0))
            }

            Self::AddIncrement { title, items, slice, sprint, made_on, usable, learned } => {
                let (slice, sprint, usable) = (*slice, *sprint, usable.unwrap_or_default());
                let new = increments::NewIncrement {
                    title,
                    items,
                    slice,
                    sprint,
                    made_on,
                    usable,
                    learned,
                };
                increments::add_increment(db, &new)
            }
            Self::ChangeIncrement {
                increment,
                title,
                made_on,
                released_on,
                usable,
                value,
                learned,
            } => increments::change_increment(
                db,
                *increment,
                &increments::IncrementChange {
                    title: title.as_deref(),
                    made_on: made_on.as_deref(),
                    released_on: released_on.as_deref(),
                    usable: *usable,
                    value: *value,
                    learned: learned.as_deref(),
                },
            ),
            Self::SetIncrementItems { increment, items } => {
                increments::set_items(db, *increment, items)
            }
            Self::RemoveIncrement { increment } => rows::remove(db, Noun::Increment, increment.0),
            Self::AddFeedback { text, who, increment, item, given_on } => {
                let (increment, item) = (*increment, *item);
                let new = feedback::NewFeedback { text, who, increment, item, given_on };
                feedback::add_feedback(db, &new)
            }
            Self::ChangeFeedback { feedback, text, who, given_on } => feedback::change_feedback(
                db,
                *feedback,
                text.as_deref(),
                who.as_deref(),
                given_on.as_deref(),
            ),
            Self::AnswerFeedback { feedback, item, title, reason, on } => {
                let answer = feedback::Answer { item: *item, title: title.as_deref(), reason, on };
                feedback::answer_feedback(db, *feedback, &answer)
            }
            Self::RemoveFeedback { feedback } => feedback::remove_feedback(db, *feedback),
            Self::AddPeriod { name, starts_on, ends_on } => {
                periods::add_period(db, name, starts_on, ends_on)
            }
            Self::ChangePeriod { period, name, starts_on, ends_on } => periods::change_period(
                db,
                *period,
                name.as_deref(),
                starts_on.as_deref(),
                ends_on.as_deref(),
            ),
            Self::RemovePeriod { period } => rows::remove(db, Noun::Period, period.0),

            Self::Dismiss { rule, about, reason } => findings::dismiss(db, rule, *about, reason),
            Self::TakeUp { rule, about } => findings::take_up(db, rule, *about),
            Self::AddTerm { word, meaning } => findings::add_term(db, word, meaning),
            Self::ChangeTerm { term, word, meaning } => {
                findings::change_term(db, *term, word.as_deref(), meaning.as_deref())
            }
            Self::RemoveTerm { term } => rows::remove(db, Noun::Term, term.0),

            Self::Convert { rows, to, item } => convert::convert(db, rows, *to, *item),
            Self::Together { edits } => together(db, edits),

            Self::Import { draft } => import::import(db, draft),
        }
    }
}

/// Several edits as one.
fn together(db: &Connection, edits: &[Edit]) -> Result<Done, EditError> {
    let mut all: Option<Done> = None;
    for edit in edits {
        // One level is enough for every gesture, and a file of edits cannot nest without end.
        if matches!(edit, Edit::Together { .. } | Edit::Import { .. }) {
            return Err(EditError::Nested);
        }
        let done = edit.apply(db)?;
        match &mut all {
            None => all = Some(done),
            Some(all) => all.created.extend(done.created),
        }
    }
    all.ok_or(EditError::Nested)
}

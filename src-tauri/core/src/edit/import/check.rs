//! What a draft must hold to, before anything of it is written: it may come from anybody.

use super::{Draft, DraftSource};
use crate::edit::rows::{body, day, optional_title, title};
use crate::edit::{EditError, Noun};

/// Checks a draft.
///
/// # Errors
/// [`EditError::Title`], [`EditError::TextTooLong`], [`EditError::Estimate`], [`EditError::NoDay`], or
/// [`EditError::Gone`] if an index points nowhere.
pub(super) fn check(draft: &Draft) -> Result<(), EditError> {
    within(&draft.system, 300)?;
    for goal in &draft.goals {
        title(Noun::Goal, &goal.title)?;
        body(&goal.notes)?;
        for activity in &goal.activities {
            points(Noun::Activity, Some(*activity), draft.activities.len())?;
        }
        source(&goal.source)?;
    }
    for activity in &draft.activities {
        optional_title(Noun::Activity, activity.title.as_deref())?;
        source(&activity.source)?;
    }
    for step in &draft.steps {
        optional_title(Noun::Step, step.title.as_deref())?;
        points(Noun::Activity, Some(step.activity), draft.activities.len())?;
        source(&step.source)?;
    }
    for name in &draft.slices {
        title(Noun::Slice, name)?;
    }
    for name in &draft.sprints {
        title(Noun::Sprint, name)?;
    }
    for item in &draft.items {
        title(Noun::Item, &item.title)?;
        body(&item.notes)?;
        state(&item.status, item.done_on.as_deref())?;
        if item.estimate.is_some_and(|points| !points.is_finite() || points < 0.0) {
            return Err(EditError::Estimate);
        }
        points(Noun::Step, item.step, draft.steps.len())?;
        points(Noun::Slice, item.slice, draft.slices.len())?;
        for sprint in &item.sprints {
            points(Noun::Sprint, Some(*sprint), draft.sprints.len())?;
        }
        for tag in &item.tags {
            title(Noun::Tag, tag)?;
        }
        source(&item.source)?;
    }
    for task in &draft.tasks {
        title(Noun::Task, &task.title)?;
        state(&task.status, task.done_on.as_deref())?;
        points(Noun::Item, task.item, draft.items.len())?;
        points(Noun::Slice, task.slice, draft.slices.len())?;
        points(Noun::Sprint, task.sprint, draft.sprints.len())?;
        source(&task.source)?;
    }
    Ok(())
}

fn points(what: Noun, index: Option<u32>, count: usize) -> Result<(), EditError> {
    match index {
        Some(index) if index as usize >= count => Err(EditError::Gone { what }),
        _ => Ok(()),
    }
}

fn state(status: &str, done_on: Option<&str>) -> Result<(), EditError> {
    within(status, 300)?;
    day(done_on.unwrap_or_default())?;
    Ok(())
}

fn source(source: &DraftSource) -> Result<(), EditError> {
    for text in [&source.kind, &source.created, &source.updated] {
        within(text, 300)?;
    }
    within(source.key.as_deref().unwrap_or_default(), 300)?;
    within(source.id.as_deref().unwrap_or_default(), 300)?;
    within(&source.url, 4000)?;
    // What JSON adds to them still fits into what the schema allows.
    let cells =
        source.cells.iter().map(|(heading, cell)| heading.len() + cell.len()).sum::<usize>();
    if cells > 4_000_000 {
        return Err(EditError::TextTooLong { chars: cells });
    }
    Ok(())
}

fn within(text: &str, limit: usize) -> Result<(), EditError> {
    match text.chars().count() {
        chars if chars > limit => Err(EditError::TextTooLong { chars }),
        _ => Ok(()),
    }
}

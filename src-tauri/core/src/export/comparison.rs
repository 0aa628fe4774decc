//! Two periods on one page of Markdown, to show to the team.

use std::fmt::Write as _;

use fluent_bundle::FluentValue;

use crate::learning::OfPeriod;
use crate::speech::Speech;

/// The page.
#[must_use]
pub fn page((before, after): &(OfPeriod, OfPeriod), speech: &Speech) -> String {
    let say = |id: &str| speech.sentence(id, []);
    let mut page = String::new();
    let _ = writeln!(page, "# {} | {}\n", cell(&before.name), cell(&after.name));
    let _ = writeln!(page, "{}\n", turn(before, after, speech));
    let _ = writeln!(page, "| | {} | {} |", cell(&before.name), cell(&after.name));
    page.push_str("|---|--:|--:|\n");
    let mut row = |id: &str, of: &dyn Fn(&OfPeriod) -> String| {
        let _ = writeln!(page, "| {} | {} | {} |", say(id), of(before), of(after));
    };
    let none = say("learn-none");
    let or_none = |figure: Option<String>| figure.unwrap_or_else(|| none.clone());
    row("learn-sprints", &|of| match &of.from_to {
        Some((first, last)) if first != last => format!("{} – {}", cell(first), cell(last)),
        Some((only, _)) => cell(only),
        None => none.clone(),
    });
    row("learn-increments", &|of| of.figures.increments.to_string());
    row("learn-weeks-nothing", &|of| of.weeks_nothing.to_string());
    row("learn-finished-a-sprint", &|of| or_none(of.finished_a_sprint.map(|it| it.to_string())));
    row("learn-technical", &|of| or_none(of.technical_percent.map(|it| format!("{it} %"))));
    row("learn-days-until", &|of| or_none(of.figures.days_until_answered.map(|it| it.to_string())));
    page
}

/// What changed from one to the other, in a sentence.
#[must_use]
pub fn turn(before: &OfPeriod, after: &OfPeriod, speech: &Speech) -> String {
    let args: Vec<(&'static str, FluentValue<'static>)> = vec![
        ("before", before.figures.increments.into()),
        ("beforeSprints", before.sprints.into()),
        ("beforeName", before.name.clone().into()),
        ("after", after.figures.increments.into()),
        ("afterSprints", after.sprints.into()),
        ("afterName", after.name.clone().into()),
    ];
    speech.sentence("learn-turn", args)
}

/// Text that stays in its cell.
fn cell(text: &str) -> String {
    text.replace('\\', "\\\\").replace('|', "\\|")
}

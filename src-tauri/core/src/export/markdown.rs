//! A Sprint as Markdown: its Sprint Backlog on a page, and its demo list; and what the team is to be asked.

use std::collections::HashMap;
use std::fmt::Write as _;

use fluent_bundle::FluentValue;
use jiff::civil::{Date, Weekday};

use crate::board::{Board, Guesses, Item, ItemId, SprintId, Task, TaskId};
use crate::demo::{self, Shown};
use crate::slicing::{self, Piece, SprintReport};
use crate::sorting;
use crate::speech::Speech;

/// The Sprint Backlog: Sprint Goal, PBIs with their tasks, what is in pieces, the Definition of Done.
/// `None`: there is no such Sprint.
#[must_use]
pub fn sprint_backlog(
    board: &Board,
    guesses: &Guesses,
    sprint: SprintId,
    today: Date,
    speech: &Speech,
) -> Option<String> {
    let row = board.sprints.get(sprint)?;
    let reports = slicing::report_sprints(board, guesses, today);
    let report = reports.iter().find(|report| report.sprint == sprint)?;
    let mut page = Page::new(board, speech);
    page.heading(1, &row.name);
    let goal = if row.goal.is_empty() {
        page.words("sprint-no-goal", [])
    } else {
        page.words("page-sprint-goal", [("goal", row.goal.clone().into())])
    };
    page.paragraph(&goal);
    let days: Vec<String> = [&row.starts_on, &row.ends_on].into_iter().flatten().cloned().collect();
    let facts = [days.join(" – "), speech.say(&report.fact), counts(report, &page)];
    let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    page.paragraph(&facts.join(" · "));

    let in_pieces: HashMap<ItemId, &Piece> =
        report.pieces.iter().map(|piece| (piece.item, piece)).collect();
    let plan = plan(board, sprint, report);
    page.heading(2, &page.words("noun-items", []));
    if plan.is_empty() {
        page.paragraph(&page.words("page-nothing-selected", []));
    }
    for item in plan {
        page.item(item, in_pieces.get(&item.id).copied());
    }
    page.tasks_alone(&report.loose_tasks);
    page.list("page-went-back", &report.returned);
    if !board.done_rules.is_empty() {
        page.heading(2, &page.words("page-definition-of-done", []));
        for rule in board.done_rules.iter() {
            let text = escaped(&rule.text);
            page.line(&format!("- {text}"));
        }
        page.line("");
    }
    Some(page.finish())
}

/// What the team is to be asked before it can be sorted: a list with room for answers.
#[must_use]
pub fn questions(board: &Board, guesses: &Guesses, speech: &Speech) -> String {
    let mut page = Page::new(board, speech);
    page.heading(1, &page.words("page-questions", []));
    page.paragraph(&page.words("page-questions-what", []));
    for row in sorting::sorting(board, guesses).asked {
        let key = if row.key.is_empty() { String::new() } else { format!("{}: ", row.key) };
        page.line(&format!("- [ ] {}", escaped(&format!("{key}{}", row.title))));
    }
    page.finish()
}

/// The demo list. `None`: there is no such Sprint.
#[must_use]
pub fn demo_list(
    board: &Board,
    guesses: &Guesses,
    sprint: SprintId,
    today: Date,
    speech: &Speech,
) -> Option<String> {
    let row = board.sprints.get(sprint)?;
    let demo = demo::demo(board, guesses, sprint, today)?;
    let mut page = Page::new(board, speech);
    let on = demo.on.as_ref().and_then(|day| day.parse::<Date>().ok());
    page.heading(1, &row.name);
    for to in &demo.shown {
        let persona = to.persona.and_then(|id| board.personas.get(id));
        let name = persona.map(|row| row.name.to_string());
        let name = name.unwrap_or_else(|| page.words("page-everyone", []));
        if to.can.is_empty() {
            let args = [("persona", name.into())];
            page.paragraph(&page.words("page-nothing-for", args));
            continue;
        }
        let heading = match on {
            Some(day) => {
                let day = page.words(weekday(day.weekday()), []);
                page.words("page-on-day-can", [("day", day.into()), ("persona", name.into())])
            }
            None => page.words("page-can", [("persona", name.into())]),
        };
        page.heading(2, &heading);
        page.shown(&to.can);
    }
    if !demo.mended.is_empty() {
        page.heading(2, &page.words("page-mended", []));
        page.shown(&demo.mended);
    }
    let pieces: Vec<ItemId> = demo.pieces.iter().map(|piece| piece.item).collect();
    let not_yet: Vec<ItemId> = pieces.into_iter().chain(demo.technical).collect();
    page.list("page-not-yet", &not_yet);
    page.list("page-groundwork", &demo.groundwork);
    Some(page.finish())
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "weekday-monday",
        Weekday::Tuesday => "weekday-tuesday",
        Weekday::Wednesday => "weekday-wednesday",
        Weekday::Thursday => "weekday-thursday",
        Weekday::Friday => "weekday-friday",
        Weekday::Saturday => "weekday-saturday",
        Weekday::Sunday => "weekday-sunday",
    }
}

/// "9 whole" or "6 of 9 in pieces", as its head on the map says it.
fn counts(report: &SprintReport, page: &Page<'_>) -> String {
    let [whole, pieces] = [report.whole.len(), report.pieces.len()];
    let touched = whole + pieces + report.technical.len() + report.groundwork.len();
    if pieces > 0 {
        return page.words("sprint-in-pieces", [("pieces", pieces.into()), ("of", touched.into())]);
    }
    page.words("sprint-whole", [("whole", whole.into())])
}

/// The PBIs that the Sprint touches: those of its plan in order, then those of which only tasks are in.
fn plan<'a>(board: &'a Board, sprint: SprintId, report: &SprintReport) -> Vec<&'a Item> {
    let selected = board.sprint_items.iter().filter(|stay| stay.sprint == sprint);
    let selected = selected.map(|stay| stay.item).filter(|item| !report.returned.contains(item));
    let mut items: Vec<ItemId> = selected.collect();
    let touched = report.pieces.iter().map(|piece| piece.item);
    for item in touched {
        if !items.contains(&item) {
            items.push(item);
        }
    }
    items.into_iter().filter_map(|item| board.items.get(item)).collect()
}

struct Page<'a> {
    board: &'a Board,
    speech: &'a Speech,
    tasks: HashMap<Option<ItemId>, Vec<&'a Task>>,
    text: String,
}

impl<'a> Page<'a> {
    fn new(board: &'a Board, speech: &'a Speech) -> Self {
        Self { board, speech, tasks: board.tasks_by_item(), text: String::new() }
    }

    fn finish(mut self) -> String {
        self.text.truncate(self.text.trim_end().len());
        self.text.push('\n');
        self.text
    }

    fn words<const N: usize>(
        &self,
        id: &str,
        args: [(&'static str, FluentValue<'static>); N],
    ) -> String {
        self.speech.sentence(id, args)
    }

    fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn heading(&mut self, level: usize, text: &str) {
        let text = escaped(text);
        // Writing into a text cannot fail.
        let _ = writeln!(self.text, "{} {text}\n", "#".repeat(level));
    }

    fn paragraph(&mut self, text: &str) {
        let text = escaped(text);
        let _ = writeln!(self.text, "{text}\n");
    }

    /// A PBI with its tasks; of one in pieces, those that are elsewhere are marked.
    fn item(&mut self, item: &Item, piece: Option<&Piece>) {
        let mark = tick(item.done);
        let mut line = format!("- {mark} {}", escaped(&item.title));
        if let Some(points) = item.estimate {
            line += &format!(" ({})", self.words("count-points", [("count", points.into())]));
        }
        if let Some(Piece { here, total, .. }) = piece {
            let args = [("here", (*here).into()), ("total", (*total).into())];
            line += &format!(" · {}", self.words("page-pieces", args));
        }
        self.line(&line);
        for task in self.tasks.get(&Some(item.id)).cloned().unwrap_or_default() {
            let missing = piece.is_some_and(|piece| piece.missing.contains(&task.id));
            let elsewhere = if missing {
                format!(" · {}", self.words("page-elsewhere", []))
            } else {
                String::new()
            };
            self.line(&format!("  - {} {}{elsewhere}", tick(task.done), escaped(&task.title)));
        }
        self.line("");
    }

    fn tasks_alone(&mut self, tasks: &[TaskId]) {
        if tasks.is_empty() {
            return;
        }
        self.heading(2, &self.words("page-tasks-alone", []));
        for task in tasks.iter().filter_map(|task| self.board.tasks.get(*task)) {
            self.line(&format!("- {} {}", tick(task.done), escaped(&task.title)));
        }
        self.line("");
    }

    fn list(&mut self, heading: &str, items: &[ItemId]) {
        if items.is_empty() {
            return;
        }
        self.heading(2, &self.words(heading, []));
        for item in items.iter().filter_map(|item| self.board.items.get(*item)) {
            self.line(&format!("- {}", escaped(&item.title)));
        }
        self.line("");
    }

    fn shown(&mut self, shown: &[Shown]) {
        for shown in shown {
            let words = escaped(&shown.words);
            if shown.done {
                self.line(&format!("- {words}"));
            } else {
                self.line(&format!("- {words} ({})", self.words("page-if-done", [])));
            }
        }
        self.line("");
    }
}

fn tick(done: bool) -> &'static str {
    if done { "[x]" } else { "[ ]" }
}

/// People's own words, so that no sign of Markdown in them means anything.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' => {
                escaped.push('\\');
                escaped.push(c);
            }
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

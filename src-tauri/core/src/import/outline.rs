//! Indented text and Markdown → [`Draft`].
//!
//! A line is what its indentation says: the first level is an activity, the second a step, the third a
//! PBI, all deeper ones are tasks of that PBI. An outline of two levels is steps and PBIs under one
//! untitled activity; a flat list goes to the tray. Tabs or any number of spaces; `-`, `*`, `+`, `•`,
//! `1.` and `1)` in front of a line do not count, `[x]` says that it is done. Markdown headings are
//! levels too: what follows one is below it. Blank lines do not count. A line is new each time that
//! the outline is brought in, because it has no key.

use super::problem::Problems;
use super::words::cut;
use super::{Counts, Done, ImportError, Progress, ReadOutcome, Reading, Skipped, What};
use crate::board::{MAX_TEXT_CHARS, Title};
use crate::edit::import::{Draft, DraftActivity, DraftItem, DraftSource, DraftStep, DraftTask};

/// One line with words on it.
struct Line<'a> {
    number: u32,
    depth: usize,
    text: &'a str,
    title: Title,
    was_cut: bool,
    done: bool,
}

/// Reads an outline.
///
/// # Errors
/// [`ImportError::NoRows`] if no line has words on it, [`ImportError::Cancelled`].
pub(super) fn read(
    text: &str,
    mut problems: Problems,
    progress: &mut Progress<'_>,
) -> Result<ReadOutcome, ImportError> {
    let mut counts = Counts::default();
    let mut lines = Vec::new();
    let mut levels = Indents::of(text);
    for (at, line) in split_lines(text).enumerate() {
        if at % 10_000 == 9_999 && !progress(0.5) {
            return Err(ImportError::Cancelled);
        }
        if line.trim().is_empty() {
            continue;
        }
        counts.rows += 1;
        let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        let (depth, words) = levels.depth(line);
        let (done, words) = checked(words);
        let Some((title, was_cut)) = Title::cut(words) else {
            counts.skipped += 1;
            problems.add(number, "", What::NoTitle, Done::Skipped);
            continue;
        };
        lines.push(Line { number, depth, text: words, title, was_cut, done });
    }
    if lines.is_empty() {
        return Err(ImportError::NoRows);
    }
    let mut outline = Outline { draft: Draft::default(), counts, problems };
    outline.draft.system = "outline".to_owned();
    outline.add(&lines);
    let counts = outline.counts;
    Ok(ReadOutcome {
        draft: outline.draft,
        counts,
        problems: outline.problems.in_order(),
        skipped: Skipped { unread: counts.skipped, ..Skipped::default() },
        reading: Reading::default(),
        offers: Vec::new(),
        epics: Vec::new(),
        columns: Vec::new(),
        old: 0,
        technical: 0,
    })
}

/// Lines, whatever ends them.
fn split_lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

/// Depths by what stands further left.
struct Indents {
    /// Columns of a tab.
    tab: usize,
    /// Levels of the headings that the next line is below.
    headings: Vec<usize>,
    /// Indents of the lines that the next line may be below.
    indents: Vec<usize>,
}

impl Indents {
    /// A tab is as wide as the smallest indent of spaces, where both are used.
    fn of(text: &str) -> Self {
        let spaces = split_lines(text)
            .filter(|line| !line.trim().is_empty())
            .map(|line| line.bytes().take_while(|byte| *byte == b' ').count());
        Self {
            tab: spaces.filter(|count| *count > 0).min().unwrap_or(4).clamp(2, 8),
            headings: Vec::new(),
            indents: Vec::new(),
        }
    }

    /// The depth of a line, and its words.
    fn depth<'a>(&mut self, line: &'a str) -> (usize, &'a str) {
        let words = line.trim();
        let marks = words.bytes().take_while(|byte| *byte == b'#').count();
        if (1..=6).contains(&marks)
            && words.get(marks..).is_some_and(|rest| rest.starts_with([' ', '\t']))
        {
            self.indents.clear();
            below(&mut self.headings, marks);
            let words = words.get(marks..).unwrap_or_default().trim();
            return (self.headings.len() - 1, words.trim_end_matches('#').trim_end());
        }
        let mut indent = 0;
        for c in line.chars().take_while(|c| c.is_whitespace()) {
            indent = if c == '\t' { (indent / self.tab + 1) * self.tab } else { indent + 1 };
        }
        below(&mut self.indents, indent);
        (self.headings.len() + self.indents.len() - 1, without_bullet(words))
    }
}

/// Puts a level below those that are further left.
fn below(levels: &mut Vec<usize>, level: usize) {
    while levels.last().is_some_and(|last| *last >= level) {
        levels.pop();
    }
    levels.push(level);
}

/// A line without its bullet or number.
fn without_bullet(words: &str) -> &str {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let rest = match words.chars().next() {
        Some(mark @ ('-' | '*' | '+' | '•' | '–' | '◦' | '▪')) => {
            words.get(mark.len_utf8()..)
        }
        Some('0'..='9') if digits <= 4 => {
            words.get(digits..).and_then(|rest| rest.strip_prefix(['.', ')']))
        }
        _ => None,
    };
    match rest {
        Some("") => "",
        Some(rest) if rest.starts_with(char::is_whitespace) => rest.trim_start(),
        _ => words,
    }
}

/// Whether a line has a box, and it is ticked; and the words behind it.
fn checked(words: &str) -> (bool, &str) {
    for (mark, done) in [("[ ]", false), ("[]", false), ("[x]", true), ("[X]", true), ("[✓]", true)]
    {
        if let Some(rest) = words.strip_prefix(mark)
            && (rest.is_empty() || rest.starts_with(char::is_whitespace))
        {
            return (done, rest.trim_start());
        }
    }
    (false, words)
}

struct Outline {
    draft: Draft,
    counts: Counts,
    problems: Problems,
}

impl Outline {
    /// Puts every line on its level.
    fn add(&mut self, lines: &[Line<'_>]) {
        let deepest = lines.iter().map(|line| line.depth).max().unwrap_or(0);
        // How many of the levels activity, step and PBI the outline leaves out at the top.
        let missing = 2_usize.saturating_sub(deepest);
        if missing == 1 {
            let source = DraftSource { line: 1, ..DraftSource::default() };
            self.draft.activities.push(DraftActivity { title: None, source });
        }
        for line in lines {
            let level = line.depth + missing;
            let source = self.source(line, level);
            let (title, done) = (line.title.to_string(), line.done);
            match level {
                0 => {
                    self.draft.activities.push(DraftActivity { title: Some(title), source });
                    self.counts.structure += 1;
                }
                1 => {
                    let activity = last(&self.draft.activities).unwrap_or(0);
                    self.draft.steps.push(DraftStep { activity, title: Some(title), source });
                    self.counts.structure += 1;
                }
                2 => {
                    let step = last(&self.draft.steps);
                    let notes = if line.was_cut { line.text.to_owned() } else { String::new() };
                    self.draft.items.push(DraftItem {
                        step,
                        title,
                        notes: cut(&notes, MAX_TEXT_CHARS).to_owned(),
                        done,
                        source,
                        ..DraftItem::default()
                    });
                    self.counts.items += 1;
                }
                _ => {
                    let item = last(&self.draft.items);
                    let task = DraftTask { item, title, done, source, ..DraftTask::default() };
                    self.draft.tasks.push(task);
                    self.counts.tasks += 1;
                }
            }
        }
        // An activity has at least one step.
        let mut with_steps = vec![false; self.draft.activities.len()];
        for step in &self.draft.steps {
            if let Some(flag) = with_steps.get_mut(step.activity as usize) {
                *flag = true;
            }
        }
        for (at, _) in with_steps.iter().enumerate().filter(|(_, has)| !**has) {
            let line = self.draft.activities.get(at).map_or(1, |activity| activity.source.line);
            let source = DraftSource { line, ..DraftSource::default() };
            let activity = u32::try_from(at).unwrap_or(u32::MAX);
            self.draft.steps.push(DraftStep { activity, title: None, source });
        }
    }

    /// Where a line stands; a title that was cut stays whole: in a PBI's notes, else with its source.
    fn source(&mut self, line: &Line<'_>, level: usize) -> DraftSource {
        let mut source = DraftSource { line: line.number, ..DraftSource::default() };
        if line.was_cut {
            let chars = u32::try_from(line.text.chars().count()).unwrap_or(u32::MAX);
            let kept = if level == 2 { Done::CutWholeInNotes } else { Done::CutWholeInRow };
            self.problems.add(line.number, "", What::TitleTooLong { chars }, kept);
            if level != 2 {
                let whole = cut(line.text, MAX_TEXT_CHARS).to_owned();
                source.cells.push((String::new(), whole));
            }
        }
        source
    }
}

/// The place of the last of a list.
fn last<T>(list: &[T]) -> Option<u32> {
    u32::try_from(list.len()).ok().and_then(|count| count.checked_sub(1))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn outline(text: &str) -> ReadOutcome {
        read(text, Problems::default(), &mut |_| true).unwrap()
    }

    /// The draft as one line per row: level, title, and what it is in.
    fn drawn(text: &str) -> Vec<String> {
        let draft = outline(text).draft;
        let name = |title: &Option<String>| title.clone().unwrap_or_else(|| "(untitled)".into());
        let mut lines: Vec<_> = draft
            .activities
            .iter()
            .map(|activity| format!("activity {}", name(&activity.title)))
            .collect();
        for step in &draft.steps {
            let activity = &draft.activities[step.activity as usize];
            lines.push(format!("step {} in {}", name(&step.title), name(&activity.title)));
        }
        for item in &draft.items {
            let step =
                item.step.map_or("the tray".into(), |step| name(&draft.steps[step as usize].title));
            lines.push(format!(
                "item {}{} in {step}",
                item.title,
                if item.done { " (done)" } else { "" }
            ));
        }
        for task in &draft.tasks {
            let item = &draft.items[task.item.unwrap() as usize].title;
            lines.push(format!(
                "task {}{} of {item}",
                task.title,
                if task.done { " (done)" } else { "" }
            ));
        }
        lines
    }

    const THREE_LEVELS: [&str; 8] = [
        "activity Order ahead",
        "activity Pay",
        "step Browse in Order ahead",
        "step Pay for the order in Pay",
        "item See prices (done) in Browse",
        "item Pay by card in Pay for the order",
        "task Ask the bank (done) of Pay by card",
        "task Draw the form of Pay by card",
    ];

    #[test]
    fn levels_are_known_by_tabs_by_spaces_of_any_width_and_by_bullets() {
        let tabs = "Order ahead\n\tBrowse\n\t\t[x] See prices\n\nPay\n\tPay for the order\n\t\tPay by card\n\t\t\t[x] Ask the bank\n\t\t\t[ ] Draw the form\n";
        assert_eq!(drawn(tabs), THREE_LEVELS);
        assert_eq!(drawn(&tabs.replace('\t', "  ")), THREE_LEVELS);
        assert_eq!(drawn(&tabs.replace('\t', "    ")), THREE_LEVELS);
        assert_eq!(drawn(&tabs.replace('\n', "\r\n")), THREE_LEVELS);
        let bullets = "- Order ahead\n  * Browse\n    + [x] See prices\n- Pay\n  1. Pay for the order\n     - Pay by card\n       1) [x] Ask the bank\n       2) [ ] Draw the form\n";
        assert_eq!(drawn(bullets), THREE_LEVELS);
    }

    #[test]
    fn markdown_headings_are_levels_above_their_lists() {
        let markdown = "# Order ahead\n## Browse\n- [x] See prices\n\n# Pay #\n## Pay for the order\n- Pay by card\n  - [x] Ask the bank\n  - [ ] Draw the form\n";
        assert_eq!(drawn(markdown), THREE_LEVELS);
    }

    #[test]
    fn two_levels_are_steps_and_pbis_under_one_untitled_activity() {
        assert_eq!(
            drawn("Browse\n  See prices\nPay\n  Pay by card\n"),
            [
                "activity (untitled)",
                "step Browse in (untitled)",
                "step Pay in (untitled)",
                "item See prices in Browse",
                "item Pay by card in Pay"
            ]
        );
    }

    #[test]
    fn a_flat_list_goes_to_the_tray() {
        assert_eq!(
            drawn("* See prices\n* 3 free coffees\n* -20 % on Mondays\n"),
            [
                "item See prices in the tray",
                "item 3 free coffees in the tray",
                "item -20 % on Mondays in the tray"
            ]
        );
    }

    #[test]
    fn every_line_with_a_character_counts_once() {
        let read =
            outline("Pay\n\n  Card\n    -\n    Pay by card\n      Ask\n        Deeper\nCollect\n");
        assert_eq!(read.counts, Counts { rows: 7, items: 1, tasks: 2, structure: 3, skipped: 1 });
        assert_eq!(read.problems.len(), 1);
        assert_eq!((read.problems[0].line, &read.problems[0].what), (4, &What::NoTitle));
        assert_eq!(read.draft.steps.len(), 2, "the activity without a step has an untitled one");
    }

    #[test]
    fn a_line_over_the_limit_of_a_title_stays_whole() {
        let long = "coffee ".repeat(80);
        let read = outline(&format!("{long}\n"));
        assert!(read.draft.items[0].title.ends_with('…'));
        assert_eq!(read.draft.items[0].notes, long.trim());
        assert_eq!(read.problems[0].done, Done::CutWholeInNotes);
        let deep = outline(&format!("A\n  B\n    C\n      {long}\n"));
        assert_eq!(deep.draft.tasks[0].source.cells, [(String::new(), long.trim().to_owned())]);
    }

    #[test]
    fn nothing_but_blank_lines_and_bullets_is_no_outline() {
        for text in ["\n \n", "-\n*\n"] {
            assert_eq!(
                read(text, Problems::default(), &mut |_| true).map(|_| ()),
                Err(ImportError::NoRows)
            );
        }
    }
}

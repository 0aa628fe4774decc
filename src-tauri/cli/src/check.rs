//! `check`: what deserves a second look in a map, or in a list that is in no map.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use serde::Serialize;
use throughline_core::board::{Board, ItemId, MADE_KEY, SliceId, Source};
use throughline_core::check::{self, About, Card, Checked, Level, Product, Rule};
use throughline_core::document::Document;
use throughline_core::import::{self, ReadOutcome, Reading};
use throughline_core::speech::Speech;
use uuid::Uuid;

use crate::Format;
use crate::import::read;
use crate::refused::Refused;
use crate::terminal::{Progress, Terminal};

/// Says which PBIs deserve a second look, and why: of a map, or of a table or outline without a map.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  throughline-cli check corner.storymap
  throughline-cli check backlog.csv --format json | jq '.findings[] | {key, why}'

A finding is a hint, never a gate: it changes no exit code. “level” is likely or maybe where a PBI
looks like a technical task, hint for every other rule; “technical_share” is the part of all PBIs
that is technical, from 0 to 1. “key” is the key in the source; without one it is the number of the
row in a table or an outline (headings not counted), of the PBI in a map.")]
pub struct Arguments {
    /// A map, or a table or outline as for import; - is standard input.
    #[arg(value_name = "FILE|TABLE")]
    file: PathBuf,
    /// How it is written.
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    format: Format,
    /// The users of this product are developers: an endpoint or a component is a feature to them.
    #[arg(long)]
    users_are_developers: bool,
}

#[derive(Debug, Serialize)]
struct Report<'a> {
    findings: Vec<FindingJson<'a>>,
    technical_share: f64,
    counts: Counts,
}

#[derive(Debug, Serialize)]
struct FindingJson<'a> {
    rule: Rule,
    level: Level,
    key: &'a str,
    title: &'a str,
    why: String,
    fix: String,
}

/// How many there are.
#[derive(Debug, Serialize)]
struct Counts {
    /// PBIs that were looked at.
    checked: usize,
    likely: usize,
    maybe: usize,
    hint: usize,
    /// Findings of each rule that has any.
    rules: BTreeMap<Rule, usize>,
}

/// Under which key and title a reader finds what a finding is about.
type Names = HashMap<About, (String, String)>;

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<(), Refused> {
    let Arguments { file, format, users_are_developers } = arguments;
    let product = Product { users_are_developers: *users_are_developers, ..Product::default() };
    let (checked, names) = if is_map(file) {
        let board = Document::open_to_read(file)?.read_board()?;
        let of_map = check::product(&board);
        let users_are_developers = of_map.users_are_developers || *users_are_developers;
        let product = Product { users_are_developers, ..of_map };
        (check::check_map(&board, &product), names_of_map(&board))
    } else {
        let (bytes, name) = read(file)?;
        let mut progress = Progress::new();
        let how = Reading::default().into();
        let outcome = import::read(&bytes, &name, &how, &mut |part| progress.at(part))?;
        let (cards, names) = of_table(&outcome);
        (check::check(&cards, &product), names)
    };
    let report = report(&checked, &names, &terminal.speech);
    match format {
        Format::Json => terminal.json(&report),
        Format::Text => write(&report, terminal),
    }
}

/// Whether a file is a map, by its first bytes: people rename files.
fn is_map(file: &Path) -> bool {
    let mut first = [0; 16];
    let read = File::open(file).and_then(|mut file| file.read_exact(&mut first));
    read.is_ok() && first == *b"SQLite format 3\0"
}

fn names_of_map(board: &Board) -> Names {
    let mut names = Names::new();
    let mut name = |about: About, source: Option<&Source>, number: usize, title: &str| {
        let own = source.and_then(Source::own_key);
        let key = own.map_or_else(|| number.to_string(), str::to_owned);
        names.insert(about, (key, title.to_owned()));
    };
    for (card, number) in check::cards(board).iter().zip(1..) {
        let source = board.items.get(card.id).and_then(|item| item.source.as_ref());
        name(About::Item { id: card.id }, source, number, card.title);
    }
    for (goal, number) in board.goals.iter().zip(1..) {
        name(About::Goal { id: goal.id }, goal.source.as_ref(), number, &goal.title);
    }
    for (sprint, number) in board.sprints.iter().zip(1..) {
        name(About::Sprint { id: sprint.id }, None, number, &sprint.name);
    }
    for (activity, number) in board.activities.iter().zip(1..) {
        let title = activity.title.as_deref().unwrap_or_default();
        name(About::Activity { id: activity.id }, activity.source.as_ref(), number, title);
    }
    names
}

/// The PBIs of a table, in the order of its rows.
fn of_table(outcome: &ReadOutcome) -> (Vec<Card<'_>>, Names) {
    let draft = &outcome.draft;
    let sources = || {
        let activities = draft.activities.iter().map(|row| &row.source);
        let steps = draft.steps.iter().map(|row| &row.source);
        let items = draft.items.iter().map(|row| &row.source);
        activities.chain(steps).chain(items).chain(draft.tasks.iter().map(|row| &row.source))
    };
    // Rows that were skipped have a line, too, and a problem that says so.
    let skipped = outcome.problems.iter().filter(|problem| problem.done == import::Done::Skipped);
    let mut lines: Vec<u32> = sources().filter(|source| !source.made).map(|s| s.line).collect();
    lines.extend(skipped.map(|problem| problem.line));
    lines.sort_unstable();
    lines.dedup();
    let row = |line: u32| lines.partition_point(|other| *other <= line);
    let mut tasks: HashMap<usize, usize> = HashMap::new();
    for item in draft.tasks.iter().filter_map(|task| usize::try_from(task.item?).ok()) {
        *tasks.entry(item).or_default() += 1;
    }
    let mut items: Vec<_> = draft.items.iter().enumerate().collect();
    items.sort_by_key(|(_, item)| item.source.line);
    let mut names = Names::new();
    let cards = items
        .into_iter()
        .zip(1..)
        .map(|((at, item), number)| {
            let id = ItemId(Uuid::from_u128(number));
            let own = item.source.key.as_ref().filter(|key| !key.starts_with(MADE_KEY));
            let key = own.cloned().unwrap_or_else(|| row(item.source.line).to_string());
            names.insert(About::Item { id }, (key, item.title.clone()));
            Card {
                kind: item.kind,
                parent: item.step.map(u128::from),
                slice: item.slice.map(|slice| SliceId(Uuid::from_u128(slice.into()))),
                estimate: item.estimate,
                tasks: tasks.get(&at).copied().unwrap_or_default(),
                done: item.done,
                ..Card::titled(id, &item.title)
            }
        })
        .collect();
    (cards, names)
}

fn report<'a>(checked: &Checked, names: &'a Names, speech: &Speech) -> Report<'a> {
    let of = |level: Level| checked.findings.iter().filter(|f| f.level == level).count();
    let mut rules = BTreeMap::new();
    for finding in &checked.findings {
        *rules.entry(finding.rule).or_default() += 1;
    }
    let findings = checked.findings.iter().filter_map(|finding| {
        let (key, title) = names.get(&finding.about)?;
        Some(FindingJson {
            rule: finding.rule,
            level: finding.level,
            key,
            title,
            why: speech.why(finding),
            fix: speech.fix(finding),
        })
    });
    Report {
        findings: findings.collect(),
        technical_share: rounded(checked.technical_share),
        counts: Counts {
            checked: checked.checked,
            likely: of(Level::Likely),
            maybe: of(Level::Maybe),
            hint: of(Level::Hint),
            rules,
        },
    }
}

/// A share to a thousandth: what is behind that is noise.
fn rounded(share: f64) -> f64 {
    (share * 1000.0).round() / 1000.0
}

fn write(report: &Report<'_>, terminal: &mut Terminal) -> Result<(), Refused> {
    let percent = (report.technical_share * 100.0).round();
    let summary = terminal.speech.sentence(
        "cli-check-summary",
        [("checked", report.counts.checked.into()), ("share", percent.into())],
    );
    terminal.line(&summary)?;
    for level in [Level::Likely, Level::Hint, Level::Maybe] {
        let of_level: Vec<_> = report.findings.iter().filter(|f| f.level == level).collect();
        if of_level.is_empty() {
            continue;
        }
        let heading = match level {
            Level::Likely => "cli-check-likely",
            Level::Maybe => "cli-check-maybe",
            Level::Hint => "cli-check-hint",
        };
        let heading = terminal.speech.sentence(heading, [("count", of_level.len().into())]);
        terminal.line("")?;
        terminal.line(&heading)?;
        for finding in of_level {
            terminal.line(&format!("  {}  {}", finding.key, finding.title))?;
            terminal.line(&format!("      {}", finding.why))?;
        }
    }
    // Each way out once, at the end: under every finding it would drown the list.
    let fixes: BTreeMap<Rule, &str> =
        report.findings.iter().map(|finding| (finding.rule, &*finding.fix)).collect();
    if !fixes.is_empty() {
        terminal.line("")?;
    }
    for fix in fixes.values() {
        terminal.line(fix)?;
    }
    Ok(())
}

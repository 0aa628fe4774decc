//! The rows of a table as issues, and who is whose parent.

use std::collections::{BTreeSet, HashMap};

use super::choices::Choices;
use super::headings::{Columns, Holds};
use super::levels::Class;
use super::problem::Problems;
use super::table::{Record, Table};
use super::words::{cut, fold, short};
use super::{Done, What};
use crate::board::{MADE_KEY, Title};

/// Longest key, status and other short text of a source, in characters: the schema's.
pub(super) const MAX_SHORT_CHARS: usize = 300;

/// One issue: a row, or a parent that a row speaks of.
pub(super) struct Issue<'a> {
    /// The line on which its row (or the first row that speaks of it) begins.
    pub line: u32,
    /// Its row; `None`: made from what another row says.
    pub row: Option<&'a Record>,
    /// Its key, once in the file.
    pub key: String,
    /// Its number, where it has one beside the key.
    pub id: Option<String>,
    /// Its title, within the limit.
    pub title: Title,
    /// The whole title, where it was cut.
    pub whole: Option<&'a str>,
    /// What its type says.
    pub class: Class,
    /// Index of its parent.
    pub parent: Option<usize>,
    /// Its place in Jira's backlog; empty if unknown.
    pub rank: &'a str,
}

/// Reads cells by what they hold.
pub(super) struct Reader<'a, 'p> {
    pub table: &'a Table,
    pub columns: Columns,
    problems: &'p mut Problems,
}

impl<'a, 'p> Reader<'a, 'p> {
    /// A reader of a table.
    pub fn of(table: &'a Table, choices: &Choices, problems: &'p mut Problems) -> Self {
        let mut columns = Columns::find(&table.headings);
        for (at, holds) in &choices.columns {
            columns.take_as(*at as usize, *holds);
        }
        let mut reader = Self { table, columns, problems };
        reader.look_for_titles();
        reader
    }

    /// Where no heading says which column has the titles, it is the first with words of its own in
    /// most rows; that is said, and can be changed.
    fn look_for_titles(&mut self) {
        if self.columns.has(Holds::Title) {
            return;
        }
        let free = |at: &usize| self.columns.at(*at).is_none();
        let found = (0..self.table.headings.len()).filter(free).find(|at| self.has_titles(*at));
        let Some(at) = found else { return };
        self.columns.take_as(at, Some(Holds::Title));
        self.say(1, Holds::Title, What::NoTitleHeading, Done::TakenAsTitle);
    }

    fn has_titles(&self, at: usize) -> bool {
        let cells = self.table.records.iter().map(|row| row.cell(at));
        let words = |cell: &&str| cell.split_whitespace().count() > 1 && cell.len() > 8;
        let titles: BTreeSet<&str> = cells.filter(words).collect();
        titles.len() * 2 > self.table.records.len()
    }

    /// The cells of a row that hold something, from the left.
    pub fn all(&self, row: &'a Record, column: Holds) -> impl Iterator<Item = &'a str> {
        self.columns.of(column).iter().map(|at| row.cell(*at)).filter(|cell| !cell.is_empty())
    }

    /// The first such cell; empty if there is none.
    pub fn first(&self, row: &'a Record, column: Holds) -> &'a str {
        self.all(row, column).next().unwrap_or_default()
    }

    /// Notes a problem of a column.
    pub fn say(&mut self, line: u32, column: Holds, what: What, done: Done) {
        let at = self.columns.of(column).first();
        let heading = at.and_then(|at| self.table.headings.get(*at)).map_or("", String::as_str);
        self.problems.add(line, heading, what, done);
    }

    /// Notes a problem of a column by its heading.
    pub fn say_of(&mut self, line: u32, heading: &str, what: What, done: Done) {
        self.problems.add(line, heading, what, done);
    }

    /// The rows that have a title.
    pub fn issues(&mut self) -> Vec<Issue<'a>> {
        let table = self.table;
        let mut issues = Vec::with_capacity(table.records.len());
        let mut keys: HashMap<String, u32> = HashMap::new();
        for row in &table.records {
            let line = row.line;
            if row.cells().eq(table.headings.iter().map(String::as_str)) {
                self.problems.add(line, "", What::HeadingsAgain, Done::Skipped);
                continue;
            }
            if row.cells().skip(table.headings.len()).any(|cell| !cell.is_empty()) {
                self.problems.add(line, "", What::ExtraCells, Done::Ignored);
            }
            let text = self.first(row, Holds::Title);
            let Some((title, was_cut)) = Title::cut(text) else {
                self.say(line, Holds::Title, What::NoTitle, Done::Skipped);
                continue;
            };
            let id = self.first(row, Holds::Id);
            let own = self.all(row, Holds::Key).next().unwrap_or(id);
            let key = if own.is_empty() { format!("{MADE_KEY}{title}") } else { own.to_owned() };
            let key = self.unique(line, cut(&key, MAX_SHORT_CHARS - 10), own.is_empty(), &mut keys);
            issues.push(Issue {
                line,
                row: Some(row),
                id: Some(cut(id, MAX_SHORT_CHARS).to_owned())
                    .filter(|id| !id.is_empty() && *id != key),
                key,
                title,
                whole: was_cut.then_some(text),
                class: Class::of(self.first(row, Holds::Type)),
                parent: None,
                rank: self.first(row, Holds::Rank),
            });
        }
        issues
    }

    /// A key that no earlier row has. Rows that are known by their title alone may well share it.
    fn unique(
        &mut self,
        line: u32,
        key: &str,
        by_title: bool,
        keys: &mut HashMap<String, u32>,
    ) -> String {
        let count = keys.entry(key.to_owned()).or_default();
        *count += 1;
        if *count == 1 {
            return key.to_owned();
        }
        let name = format!("{key} ({count})");
        if !by_title {
            let what = What::RepeatedKey { key: short(key) };
            self.say(line, Holds::Key, what, Done::KeyNumbered);
        }
        // The name with a number may be a key of the file too.
        self.unique(line, &name, true, keys)
    }

    /// Finds the parent of each issue; makes those that are not in the file but named.
    pub fn find_parents(&mut self, issues: &mut Vec<Issue<'a>>) {
        let mut known = Known::of(issues, self);
        for at in 0..issues.len() {
            let Some(issue) = issues.get(at) else { continue };
            let (line, sub) = (issue.line, issue.class == Class::Sub);
            let Some(row) = issue.row else { continue };
            let mentions: Vec<_> = [Holds::ParentKey, Holds::Parent, Holds::EpicLink]
                .into_iter()
                .flat_map(|column| self.all(row, column).map(move |name| (column, name)))
                .filter(|(_, name)| !says_none(name))
                .collect();
            let found = mentions.iter().find_map(|(_, name)| known.find(name));
            let parent = match found {
                Some(parent) => {
                    if issues.get(parent).is_some_and(|parent| parent.row.is_none()) {
                        let (column, name) =
                            mentions.first().copied().unwrap_or((Holds::Parent, ""));
                        let what = What::MissingParent { key: short(name) };
                        self.say(line, column, what, Done::MadeFromSummary);
                    }
                    parent
                }
                None => match self.make_parent(line, row, &mentions) {
                    Some(parent) => {
                        issues.push(parent);
                        known.add(mentions.iter().map(|(_, name)| *name), issues.len() - 1);
                        issues.len() - 1
                    }
                    None => continue,
                },
            };
            if let Some(parent) = issues.get_mut(parent)
                && parent.row.is_none()
                && !sub
            {
                // What has more than sub-tasks below it is an epic.
                parent.class = Class::Epic;
            }
            if let Some(issue) = issues.get_mut(at) {
                issue.parent = Some(parent);
            }
        }
        self.break_circles(issues);
    }

    /// A parent that is not in the file, made from what a row says of it.
    fn make_parent(
        &mut self,
        line: u32,
        row: &'a Record,
        mentions: &[(Holds, &'a str)],
    ) -> Option<Issue<'a>> {
        let (column, name) = *mentions.first()?;
        let summary = match self.first(row, Holds::ParentSummary) {
            "" if !looks_like_key(name) => name,
            summary => summary,
        };
        let what = What::MissingParent { key: short(name) };
        let Some((title, was_cut)) = Title::cut(summary) else {
            self.say(line, column, what, Done::NoParent);
            return None;
        };
        self.say(line, column, what, Done::MadeFromSummary);
        let key = if looks_like_key(name) { name.to_owned() } else { format!("{MADE_KEY}{title}") };
        let key = cut(&key, MAX_SHORT_CHARS).to_owned();
        Some(Issue {
            line,
            row: None,
            id: mentions.iter().map(|(_, name)| *name).find(|name| *name != key).map(str::to_owned),
            key,
            title,
            whole: was_cut.then_some(summary),
            class: Class::Story,
            parent: None,
            rank: "",
        })
    }

    /// Where parents go round in a circle, the row that closes it loses its parent.
    fn break_circles(&mut self, issues: &mut [Issue<'a>]) {
        // Rows from which every way up is known to end.
        let mut ends = vec![false; issues.len()];
        for start in 0..issues.len() {
            let mut way = BTreeSet::new();
            let mut at = Some(start);
            while let Some(here) = at.filter(|here| ends.get(*here) == Some(&false)) {
                way.insert(here);
                at = issues.get(here).and_then(|issue| issue.parent);
                let Some(parent) = at.filter(|parent| way.contains(parent)) else { continue };
                let key = issues.get(parent).map_or("", |issue| issue.key.as_str());
                let what = What::ParentCircle { key: short(key) };
                if let Some(issue) = issues.get_mut(here) {
                    issue.parent = None;
                    let line = issue.line;
                    self.say(line, Holds::Parent, what, Done::NoParent);
                }
                break;
            }
            for here in way {
                if let Some(flag) = ends.get_mut(here) {
                    *flag = true;
                }
            }
        }
    }
}

/// Issues by everything that a row may call its parent.
struct Known<'a> {
    names: HashMap<&'a str, usize>,
    /// By title; `None` where several have it.
    titles: HashMap<String, Option<usize>>,
}

impl<'a> Known<'a> {
    fn of(issues: &[Issue<'a>], reader: &Reader<'a, '_>) -> Self {
        let mut known = Self { names: HashMap::new(), titles: HashMap::new() };
        // Keys before numbers, numbers before names.
        for column in [Holds::Key, Holds::Id, Holds::EpicName] {
            for (at, issue) in issues.iter().enumerate() {
                if let Some(name) = issue.row.and_then(|row| reader.all(row, column).next()) {
                    known.names.entry(name).or_insert(at);
                }
            }
        }
        for (at, issue) in issues.iter().enumerate() {
            known
                .titles
                .entry(issue.title.to_string())
                .and_modify(|first| *first = None)
                .or_insert(Some(at));
        }
        known
    }

    fn find(&self, name: &str) -> Option<usize> {
        self.names.get(name).copied().or_else(|| self.titles.get(name).copied().flatten())
    }

    fn add(&mut self, names: impl Iterator<Item = &'a str>, at: usize) {
        for name in names {
            self.names.entry(name).or_insert(at);
        }
    }
}

/// Whether a text says that there is no parent, as some tables do.
fn says_none(text: &str) -> bool {
    matches!(fold(text).as_str(), "" | "none" | "no epic" | "no parent" | "n a" | "null")
}

/// Whether a text is a key (`COR-12`) or a number, rather than a name.
fn looks_like_key(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match text.rsplit_once('-') {
        Some((project, number)) => {
            digits(number)
                && project.starts_with(|c: char| c.is_ascii_alphabetic())
                && project.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        }
        None => digits(text),
    }
}

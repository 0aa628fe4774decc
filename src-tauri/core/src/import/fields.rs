//! Cells of one row → the fields of a card.

use super::dates;
use super::drafting::{Drafter, index};
use super::headings::Holds;
use super::issues::{Issue, MAX_SHORT_CHARS};
use super::status::{Says, State, Verdict};
use super::table::Record;
use super::words::{cut, short};
use super::{Done, What};
use crate::board::{MAX_TEXT_CHARS, Title};
use crate::edit::import::DraftSource;

/// Most characters of a row's cells that are kept together. The schema allows four million, with
/// what JSON adds.
const MAX_ROW_CHARS: usize = 1_000_000;

impl<'a> Drafter<'_, 'a, '_> {
    /// The description; the whole title in front of it where the title was cut.
    pub(super) fn notes(&mut self, issue: &Issue<'_>, row: &'a Record) -> String {
        let description = self.reader.first(row, Holds::Description);
        let mut notes = String::new();
        if let Some(whole) = issue.whole {
            let what = What::TitleTooLong { chars: index(whole.chars().count()) };
            self.reader.say(issue.line, Holds::Title, what, Done::CutWholeInNotes);
            notes.push_str(whole);
            notes.push_str("\n\n");
        }
        notes.push_str(description);
        let notes = notes.replace("\r\n", "\n").replace('\r', "\n");
        let chars = notes.chars().count();
        if chars > MAX_TEXT_CHARS {
            let what = What::TextTooLong { chars: index(chars) };
            self.reader.say(issue.line, Holds::Description, what, Done::Cut);
        }
        cut(notes.trim_end(), MAX_TEXT_CHARS).to_owned()
    }

    pub(super) fn estimate(&mut self, line: u32, row: &'a Record) -> Option<f64> {
        let text = self.reader.all(row, Holds::Estimate).next()?;
        let number = text.replace(',', ".").parse::<f64>().ok();
        let number = number.filter(|number| number.is_finite() && *number >= 0.0);
        if number.is_none() {
            let what = What::NoNumber { value: short(text) };
            self.reader.say(line, Holds::Estimate, what, Done::LeftEmpty);
        }
        number
    }

    /// Status, whether it is Done, and on which day.
    pub(super) fn state(&mut self, line: u32, row: &'a Record) -> (String, bool, Option<String>) {
        let state = State {
            resolution: self.reader.first(row, Holds::Resolution),
            resolved: self.reader.first(row, Holds::Resolved),
            status: self.reader.first(row, Holds::Status),
            category: self.reader.first(row, Holds::StatusCategory),
        };
        let verdict = state.judge();
        match verdict {
            Verdict::Done | Verdict::Open => {}
            Verdict::Unknown => {
                let what = What::UnknownStatus { value: short(state.status) };
                self.reader.say(line, Holds::Status, what, Done::NotDone);
            }
            Verdict::Undelivered(says) => {
                let (column, value) = match says {
                    Says::Resolution => (Holds::Resolution, state.resolution),
                    Says::Status => (Holds::Status, state.status),
                };
                let what = What::Undelivered { value: short(value) };
                self.reader.say(line, column, what, Done::NotDone);
            }
        }
        let done = verdict == Verdict::Done;
        let mut done_on = None;
        if done && !state.resolved.is_empty() {
            done_on = dates::read(state.resolved).known(self.days).map(|day| day.to_string());
            if done_on.is_none() {
                let what = What::UnclearDate { value: short(state.resolved) };
                self.reader.say(line, Holds::Resolved, what, Done::LeftEmpty);
            }
        }
        (cut(state.status, MAX_SHORT_CHARS).to_owned(), done, done_on)
    }

    /// Labels and components. A cell may hold several, parted by commas or semicolons.
    pub(super) fn tags(&mut self, line: u32, row: &'a Record) -> Vec<String> {
        let mut tags: Vec<String> = Vec::new();
        let mut too_long = None;
        for column in [Holds::Labels, Holds::Component] {
            for cell in self.reader.all(row, column) {
                for (tag, was_cut) in cell.split([',', ';']).filter_map(Title::cut) {
                    too_long = too_long.or(was_cut.then(|| (column, index(cell.chars().count()))));
                    if !tags.iter().any(|known| **known == *tag) {
                        tags.push(tag.to_string());
                    }
                }
            }
        }
        if let Some((column, chars)) = too_long {
            self.reader.say(line, column, What::TitleTooLong { chars }, Done::CutWholeInRow);
        }
        tags
    }

    /// Where an issue comes from, with its row.
    pub(super) fn source(&mut self, issue: &Issue<'a>) -> DraftSource {
        let mut source = DraftSource {
            line: issue.line,
            key: Some(issue.key.clone()),
            id: issue.id.clone(),
            made: issue.row.is_none(),
            ..DraftSource::default()
        };
        let Some(row) = issue.row else { return source };
        let text = |column| cut(self.reader.first(row, column), MAX_SHORT_CHARS).to_owned();
        source.kind = text(Holds::Type);
        source.created = text(Holds::Created);
        source.updated = text(Holds::Updated);
        let url = self.reader.first(row, Holds::Url);
        if (url.starts_with("https://") || url.starts_with("http://")) && url.len() <= 4000 {
            url.clone_into(&mut source.url);
        }
        let mut room = MAX_ROW_CHARS;
        let mut dropped = None;
        for (at, cell) in row.cells().enumerate() {
            if cell.is_empty() || self.reader.columns.of(Holds::LastViewed).contains(&at) {
                continue;
            }
            let heading = self.reader.table.headings.get(at).map_or("", String::as_str);
            let chars = heading.chars().count() + cell.chars().count();
            if chars > room {
                dropped = dropped.or(Some((heading, index(chars))));
                continue;
            }
            room -= chars;
            source.cells.push((heading.to_owned(), cell.to_owned()));
        }
        if let Some((heading, chars)) = dropped {
            self.reader.say_of(issue.line, heading, What::TextTooLong { chars }, Done::Ignored);
        }
        source
    }
}

//! Text → records: delimiter, quotes, line numbers.
//!
//! Read as people's files are: quotes as RFC 4180 has them and stray ones taken as they stand; rows
//! shorter or longer than the headings; cells over many lines with any line ends mixed; a first line
//! `sep=;` as Excel writes it. Records without a character in any cell are no records.

use std::io::Read;

use super::{ImportError, Progress, share};

/// A table: the headings, and the records below them.
#[derive(Debug)]
pub(super) struct Table {
    /// The first record, trimmed.
    pub headings: Vec<String>,
    /// The records below it that are not blank.
    pub records: Vec<Record>,
    /// The tool that it comes from, where the file says so by its form.
    pub system: Option<&'static str>,
}

/// One record.
#[derive(Debug, Clone)]
pub(super) struct Record {
    /// The line of the file, counted from 1, on which it begins.
    pub line: u32,
    cells: csv::StringRecord,
}

impl Record {
    /// A record of cells that come from elsewhere than a text.
    pub fn of<'a>(line: usize, cells: impl Iterator<Item = &'a str>) -> Self {
        Self { line: u32::try_from(line).unwrap_or(u32::MAX), cells: cells.collect() }
    }

    /// A cell, trimmed; empty where the record is shorter than the headings.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).unwrap_or_default().trim()
    }

    /// All cells, trimmed.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(str::trim)
    }

    fn is_blank(&self) -> bool {
        self.cells().all(str::is_empty)
    }
}

/// What no text has (decoding would have refused it in numbers): a record of its own behind the
/// file's last. If a quote is never closed, it is swallowed like everything behind that quote.
const END: &str = "\n\u{1}\u{2}\u{1}";

/// Reads a table.
///
/// # Errors
/// [`ImportError::Malformed`] if a quote is never closed, [`ImportError::NoRows`] if there is nothing
/// below the headings, [`ImportError::Cancelled`].
pub(super) fn read(text: &str, progress: &mut Progress<'_>) -> Result<Table, ImportError> {
    let (delimiter, body) = delimiter(text);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(body.as_bytes().chain(END.as_bytes()));
    let mut lines = Lines { text, at: 0, line: 1 };
    let mut records: Vec<Record> = Vec::new();
    let mut record = csv::StringRecord::new();
    let mut ended = false;
    // It reads memory and text: neither can fail, so an error is a table that is none.
    while reader
        .read_record(&mut record)
        .map_err(|_| ImportError::Malformed { line: lines.line })?
    {
        let start = record.position().map_or(0, |position| position.byte());
        let line = lines.of(text.len() - body.len() + usize::try_from(start).unwrap_or(0));
        ended = record.len() == 1 && record.get(0) == Some(END.trim_start_matches('\n'));
        if !ended {
            records.push(Record { line, cells: record.clone() });
        }
        if records.len().is_multiple_of(1000) && !progress(share(lines.at, text.len())) {
            return Err(ImportError::Cancelled);
        }
    }
    if !ended {
        return Err(ImportError::Malformed { line: records.last().map_or(1, |last| last.line) });
    }
    let mut records = records.into_iter().filter(|record| !record.is_blank());
    let Some(first) = records.next() else { return Err(ImportError::Empty) };
    let headings = first.cells().map(str::to_owned).collect();
    let records: Vec<_> = records.collect();
    if records.is_empty() {
        return Err(ImportError::NoRows);
    }
    Ok(Table { headings, records, system: None })
}

/// The delimiter of the first line that is not blank, and the text behind a line that names it.
pub(super) fn delimiter(text: &str) -> (u8, &str) {
    if let Some(rest) = text.strip_prefix("sep=")
        && let Some(named) = rest.bytes().next().filter(|byte| matches!(byte, b',' | b';' | b'\t'))
        && let Some(body) = rest.get(1..).filter(|body| body.starts_with(['\r', '\n']))
    {
        return (named, body);
    }
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in text.trim_start_matches(['\r', '\n']).bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\r' | b'\n' if !quoted => break,
            _ if quoted => {}
            _ => counts.iter_mut().filter(|(mark, _)| *mark == byte).for_each(|(_, n)| *n += 1),
        }
    }
    // Of equal counts the first, so the comma where there is none at all.
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    (counts[0].0, text)
}

/// Counts lines up to where records begin, whatever ends them.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: u32,
}

impl Lines<'_> {
    /// The line of the first character at or behind `start` that ends no line.
    fn of(&mut self, start: usize) -> u32 {
        let bytes = self.text.as_bytes();
        while let Some(byte) = bytes.get(self.at) {
            if self.at >= start && !matches!(byte, b'\r' | b'\n') {
                break;
            }
            let ends = *byte == b'\n' || (*byte == b'\r' && bytes.get(self.at + 1) != Some(&b'\n'));
            self.line = self.line.saturating_add(u32::from(ends));
            self.at += 1;
        }
        self.line
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn table(text: &str) -> Table {
        read(text, &mut |_| true).unwrap()
    }

    fn cells(table: &Table) -> Vec<(u32, Vec<&str>)> {
        table.records.iter().map(|record| (record.line, record.cells().collect())).collect()
    }

    #[test]
    fn a_comma_a_semicolon_or_a_tab_parts_the_cells() {
        for mark in [",", ";", "\t"] {
            let read = table(&format!(
                "Summary{mark}\"Fix; or, Version\"{mark}Sprint\nPay{mark}R1{mark}S 1\n"
            ));
            assert_eq!(read.headings, ["Summary", "Fix; or, Version", "Sprint"]);
            assert_eq!(cells(&read), [(2, vec!["Pay", "R1", "S 1"])]);
        }
        let named = table("sep=;\r\nSummary;Cost, net\r\nPay;3\r\n");
        assert_eq!(named.headings, ["Summary", "Cost, net"]);
        assert_eq!(cells(&named), [(3, vec!["Pay", "3"])]);
    }

    #[test]
    fn lines_are_counted_through_cells_of_many_lines_whatever_ends_them() {
        let read = table("A,B\r\n\"one\ntwo\r\nthree\",x\r\r\n,\n\nfour,\"five \"\"5\"\"\"\rsix");
        assert_eq!(
            cells(&read),
            [
                (2, vec!["one\ntwo\r\nthree", "x"]),
                (8, vec!["four", "five \"5\""]),
                (9, vec!["six"])
            ]
        );
    }

    #[test]
    fn stray_quotes_stand_as_they_are() {
        let read = table("A,B\nthe \"big\" one,\"quoted\" tail\n");
        assert_eq!(cells(&read), [(2, vec!["the \"big\" one", "quoted tail"])]);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_refused_with_its_line() {
        let refused = read("A,B\nx,y\n\"open,z\nw,v\n", &mut |_| true).unwrap_err();
        assert_eq!(refused, ImportError::Malformed { line: 3 });
    }

    #[test]
    fn headings_alone_are_no_rows_and_a_stop_stops() {
        assert_eq!(read("A,B\n,\n", &mut |_| true).unwrap_err(), ImportError::NoRows);
        assert_eq!(read(" \n\n", &mut |_| true).unwrap_err(), ImportError::Empty);
        let long = format!("A\n{}", "x\n".repeat(3000));
        assert_eq!(read(&long, &mut |_| false).unwrap_err(), ImportError::Cancelled);
    }
}

//! Tables with a column of titles per level, as Azure DevOps writes them: `Title 1`, `Title 2`, …, one
//! of them filled in each row. They become one title, and the parent by its key.

use super::headings::{Columns, Holds};
use super::table::{Record, Table};
use super::words::fold;

/// Puts the levels of such a table into columns of their own behind the others; leaves any other table
/// as it is.
pub(super) fn unfold(table: Table) -> Table {
    let number = |heading: &str| fold(heading).strip_prefix("title ")?.parse::<u32>().ok();
    let mut levels: Vec<(u32, usize)> = table
        .headings
        .iter()
        .enumerate()
        .filter_map(|(at, heading)| Some((number(heading)?, at)))
        .collect();
    levels.sort_unstable();
    let columns = Columns::find(&table.headings);
    if levels.len() < 2 || columns.has(Holds::Title) {
        return table;
    }
    let ids = columns.of(Holds::Key).first().copied();
    // The keys of the rows that the next one may be below, with their level.
    let mut above: Vec<(usize, String)> = Vec::new();
    let records = table
        .records
        .iter()
        .map(|row| {
            let filled = levels.iter().position(|(_, at)| !row.cell(*at).is_empty());
            let Some(level) = filled else { return row.clone() };
            let title = levels.get(level).map_or("", |(_, at)| row.cell(*at));
            above.retain(|(other, _)| *other < level);
            let parent = above.last().map(|(_, key)| key.clone()).unwrap_or_default();
            let id = ids.map_or("", |at| row.cell(at));
            let key = match (id, parent.as_str()) {
                ("", "") => title.to_owned(),
                ("", parent) => format!("{parent} / {title}"),
                (id, _) => id.to_owned(),
            };
            above.push((level, key.clone()));
            let cells = (0..table.headings.len()).map(|at| row.cell(at));
            Record::of(row.line as usize, cells.chain([title, key.as_str(), parent.as_str()]))
        })
        .collect();
    let mut headings = table.headings;
    headings.extend(["Title", "Key", "Parent"].map(str::to_owned));
    Table { headings, records, system: table.system }
}

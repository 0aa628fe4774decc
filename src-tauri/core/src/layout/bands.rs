//! The bands of a map with their heads, without their lines, which need the grid.

use std::collections::{BTreeMap, HashMap};

use super::reports::Reports;
use super::scene::{BandReport, BandScene, Cards, Column, Fold, ListKey, count};
use super::text::Typesetter;
use super::typography::Typography;
use super::view::{BandsBy, View};
use crate::board::{Band, Board, StepId, Title};

/// Bands from above: Earlier where there is any, the slices or the Sprints, Later.
pub(super) fn bands(
    board: &Board,
    view: &View,
    columns: &[Column],
    lists: &BTreeMap<ListKey, Cards>,
    reports: &Reports,
    counts: &HashMap<Band, u32>,
    type_: &mut Typesetter,
) -> Vec<BandScene> {
    let rows = rows(columns, lists);
    let quiet = |band: Band| BandScene {
        band,
        name: String::new(),
        name_lines: Vec::new(),
        outcome_lines: Vec::new(),
        rows: rows.get(&band).copied().unwrap_or(0),
        items: counts.get(&band).copied().unwrap_or(0),
        folded: view.folds(band),
        report: None,
        sprint: None,
        line: None,
    };
    let mut named = |band: Band, name: &Title, outcome: &str| {
        let styles = Typography::of(view.lens);
        let mut broken = |text: &str, style, most: usize| -> Vec<String> {
            let lines = type_.lines(text, style, styles.head_text, most);
            lines.iter().map(ToString::to_string).collect()
        };
        let name_lines = broken(name, styles.name, 2);
        // The lowest band has room for three lines of both.
        let outcome_lines = broken(outcome, styles.small, 3 - name_lines.len().clamp(1, 2));
        BandScene { name: name.to_string(), name_lines, outcome_lines, ..quiet(band) }
    };
    let has_earlier = counts.contains_key(&Band::Earlier)
        || lists.keys().any(|key| matches!(key, ListKey::Cell { band: Band::Earlier, .. }));
    let mut bands: Vec<BandScene> = has_earlier.then(|| quiet(Band::Earlier)).into_iter().collect();
    match view.bands_by {
        BandsBy::Slices => bands.extend(board.slices.iter().map(|slice| BandScene {
            report: reports.slice(slice.id).map(BandReport::from),
            ..named(Band::Slice { slice: slice.id }, &slice.name, &slice.outcome)
        })),
        BandsBy::Sprints => bands.extend(board.sprints.iter().map(|sprint| BandScene {
            sprint: reports.sprint_head(sprint),
            ..named(Band::Sprint { sprint: sprint.id }, &sprint.name, &sprint.goal)
        })),
    }
    bands.push(quiet(Band::Later));
    bands
}

/// How many rows each band needs.
fn rows(columns: &[Column], lists: &BTreeMap<ListKey, Cards>) -> HashMap<Band, u32> {
    let open: std::collections::HashSet<Option<StepId>> = columns
        .iter()
        .filter(|column| column.fold == Fold::Open)
        .map(|column| column.step)
        .collect();
    let mut rows: HashMap<Band, u32> = HashMap::new();
    for (key, cards) in lists {
        if let ListKey::Cell { band, step } = key
            && open.contains(step)
        {
            let most = rows.entry(*band).or_insert(0);
            *most = (*most).max(count(cards) + u32::from(cards.rest.is_some()));
        }
    }
    rows
}

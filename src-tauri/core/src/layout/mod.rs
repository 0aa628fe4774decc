//! Board and view → scene: columns, bands, the order of cards, line breaks, goal bars, lines.
//!
//! [`lay_out`] is pure but for the memory of broken titles, and so quick that every change lays the
//! whole map out again; [`difference`] finds what a window must draw anew.

mod backbone;
mod card;
mod cells;
pub mod difference;
pub mod grid;
pub mod line;
#[cfg(test)]
pub(crate) mod sample;
pub mod scene;
pub mod text;

pub use difference::{ListPatch, SceneUpdate, difference};
pub use grid::Grid;
pub use scene::{Scene, View};

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::board::{Band, Board, Guesses, ItemId, Kind, SliceId, StepId};
use crate::slicing::{self, SliceReport, Stop};
use line::Span;
use scene::{
    ActivityBlock, Backbone, BandReport, BandScene, CardId, Column, Count, Face, ListKey, Metrics,
    Totals, count,
};
use text::{TextStyle, Typesetter};

/// The width of the texts in a band's head (look: "band heads").
pub(crate) const HEAD_TEXT: u32 = 180;

/// Lays a map out for a view.
#[must_use]
pub fn lay_out(board: &Board, guesses: &Guesses, view: &View) -> Scene {
    lay_out_slices(board, guesses, view, &[], &mut Typesetter::shared())
}

/// The same of some slices alone (none named: of the whole map), with a typesetter of one's own.
#[must_use]
pub(crate) fn lay_out_slices(
    board: &Board,
    guesses: &Guesses,
    view: &View,
    only: &[SliceId],
    type_: &mut Typesetter,
) -> Scene {
    let shows =
        |band: Band| only.is_empty() || matches!(band, Band::Slice(slice) if only.contains(&slice));
    let metrics = Metrics::of(view.lens);
    let reports: HashMap<SliceId, SliceReport> =
        slicing::report(board, guesses).into_iter().map(|report| (report.slice, report)).collect();
    let in_sprints = board.planned_in_sprints();
    let counts = band_counts(board, &in_sprints);
    let mut lists = cells::lists(board, &in_sprints);
    lists.retain(|key, _| match key {
        ListKey::Cell { band: Band::Earlier, .. } if !view.earlier_open => false,
        ListKey::Cell { band, .. } => shows(*band),
        _ => true,
    });
    let across = lists.keys().any(|key| matches!(key, ListKey::Cell { step: None, .. }));
    let backbone = backbone::backbone(board, across, &metrics, type_);
    let mut bands = bands(board, view, &lists, &reports, &counts, type_);
    bands.retain(|band| shows(band.band));
    draw_lines(&mut bands, view, &metrics, &backbone, &lists, &reports);
    let faces = faces(board, guesses, &lists, &reports, &metrics, type_);
    let totals = Totals {
        items: counts.values().sum::<u32>() + tray_items(board, &in_sprints),
        activities: count(&backbone.activities),
        tasks: u32::try_from(board.tasks.len()).unwrap_or(u32::MAX),
    };
    Scene { view: view.clone(), metrics, backbone, bands, lists, faces, totals }
}

/// PBIs of each band, notes left out.
fn band_counts(board: &Board, in_sprints: &HashSet<ItemId>) -> HashMap<Band, u32> {
    let mut counts = HashMap::new();
    for item in board
        .items
        .iter()
        .filter(|item| item.kind != Some(Kind::Note) && !Board::in_tray(item, in_sprints))
    {
        *counts.entry(Board::band_of(item)).or_insert(0) += 1;
    }
    counts
}

fn tray_items(board: &Board, in_sprints: &HashSet<ItemId>) -> u32 {
    let in_tray = board
        .items
        .iter()
        .filter(|item| item.kind != Some(Kind::Note) && Board::in_tray(item, in_sprints));
    u32::try_from(in_tray.count()).unwrap_or(u32::MAX)
}

/// Bands from above: Earlier where there is any, the slices, Later. Without their lines, which need
/// the grid.
fn bands(
    board: &Board,
    view: &View,
    lists: &BTreeMap<ListKey, Vec<CardId>>,
    reports: &HashMap<SliceId, SliceReport>,
    counts: &HashMap<Band, u32>,
    type_: &mut Typesetter,
) -> Vec<BandScene> {
    let mut rows: HashMap<Band, u32> = HashMap::new();
    for (key, cards) in lists {
        if let ListKey::Cell { band, step } = key
            && (step.is_some() || view.across_open)
        {
            let most = rows.entry(*band).or_insert(0);
            *most = (*most).max(count(cards));
        }
    }
    let band = |band: Band| BandScene {
        band,
        name: String::new(),
        name_lines: Vec::new(),
        outcome_lines: Vec::new(),
        rows: rows.get(&band).copied().unwrap_or(0),
        items: counts.get(&band).copied().unwrap_or(0),
        folded: false,
        report: None,
        line: None,
    };
    let has_earlier = counts.contains_key(&Band::Earlier)
        || lists.keys().any(|key| matches!(key, ListKey::Cell { band: Band::Earlier, .. }));
    let earlier =
        has_earlier.then(|| BandScene { folded: !view.earlier_open, ..band(Band::Earlier) });
    let mut bands: Vec<BandScene> = earlier.into_iter().collect();
    for slice in board.slices.iter() {
        let mut broken = |text: &str, style, most: usize| -> Vec<String> {
            type_.lines(text, style, HEAD_TEXT, most).iter().map(ToString::to_string).collect()
        };
        let name_lines: Vec<String> = broken(&slice.name, TextStyle::NAME, 2);
        // The lowest band has room for three lines of both.
        let outcome_lines =
            broken(&slice.outcome, TextStyle::SMALL, 3 - name_lines.len().clamp(1, 2));
        bands.push(BandScene {
            name: slice.name.to_string(),
            name_lines,
            outcome_lines,
            report: reports.get(&slice.id).map(BandReport::from),
            ..band(Band::Slice(slice.id))
        });
    }
    bands.push(band(Band::Later));
    bands
}

/// Gives every band that has a report its line.
fn draw_lines(
    bands: &mut [BandScene],
    view: &View,
    metrics: &Metrics,
    backbone: &Backbone,
    lists: &BTreeMap<ListKey, Vec<CardId>>,
    reports: &HashMap<SliceId, SliceReport>,
) {
    let grid = Grid::new(*metrics, view.across_open, &backbone.columns, bands);
    for band in bands {
        let Band::Slice(slice) = band.band else { continue };
        let Some(report) = reports.get(&slice) else { continue };
        let spans: Vec<Span> = backbone
            .activities
            .iter()
            .enumerate()
            .filter_map(|(index, block)| {
                let steps = columns_of(block, &backbone.columns);
                let has_cards = |step: &StepId| {
                    let key = ListKey::Cell { band: band.band, step: Some(*step) };
                    lists.contains_key(&key)
                };
                let last = (block.first + block.count - 1) as usize;
                let right = grid.columns().get(last)?;
                Some(Span {
                    left: grid.columns().get(block.first as usize)?.x,
                    right: right.x + right.width,
                    stop: report.stops.get(index).copied().unwrap_or(Stop::Nothing),
                    cards: steps.iter().filter_map(|column| column.step.as_ref()).any(has_cards),
                })
            })
            .collect();
        band.line = Some(line::line(report.verdict, &spans, metrics));
    }
}

fn columns_of<'a>(block: &ActivityBlock, columns: &'a [Column]) -> &'a [Column] {
    columns.get(block.first as usize..(block.first + block.count) as usize).unwrap_or_default()
}

fn faces(
    board: &Board,
    guesses: &Guesses,
    lists: &BTreeMap<ListKey, Vec<CardId>>,
    reports: &HashMap<SliceId, SliceReport>,
    metrics: &Metrics,
    type_: &mut Typesetter,
) -> HashMap<CardId, Face> {
    let mut tasks: HashMap<ItemId, Count> = HashMap::new();
    for task in board.tasks.iter() {
        if let Some(item) = task.item {
            let count = tasks.entry(item).or_insert(Count { some: 0, all: 0 });
            count.some += u32::from(task.done);
            count.all += 1;
        }
    }
    let mut tags: HashMap<ItemId, &str> = HashMap::new();
    for item_tag in board.item_tags.iter() {
        if let Some(tag) = board.tags.get(item_tag.tag) {
            tags.entry(item_tag.item).or_insert(&tag.name);
        }
    }
    let pieces: HashMap<ItemId, Count> = reports
        .values()
        .flat_map(|report| &report.pieces)
        .filter(|piece| piece.stands_here)
        .map(|piece| (piece.item, Count { some: piece.here, all: piece.total }))
        .collect();
    let cards = lists.values().flatten();
    cards
        .filter_map(|card| {
            let face = if let Some(item) = board.items.get(ItemId(card.0)) {
                let around = card::Around {
                    maybe_task: item.kind.is_none() && guesses.contains(&item.id),
                    tasks: tasks.get(&item.id).copied(),
                    pieces: pieces.get(&item.id).copied(),
                    tag: tags.get(&item.id).copied(),
                };
                card::of_item(item, around, metrics, type_)
            } else {
                let task = board.tasks.get(card.0.into())?;
                let of = task.item.and_then(|item| board.items.get(item));
                card::of_task(task, of, metrics, type_)
            };
            Some((*card, face))
        })
        .collect()
}

#[cfg(test)]
mod tests;

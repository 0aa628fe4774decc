//! Board and view → scene: columns, bands, the order of cards, line breaks, goal bars, lines.
//!
//! [`lay_out`] is pure but for the memory of broken titles and the day of today, and so quick that
//! every change lays the whole map out again; [`difference`] finds what a window must draw anew.

mod backbone;
mod banding;
mod bands;
mod card;
pub mod difference;
pub mod grid;
pub mod line;
mod marks;
mod metrics;
mod part;
mod personas;
mod reports;
#[cfg(test)]
pub(crate) mod sample;
pub mod scene;
mod silhouette;
pub mod text;
pub mod typography;
pub mod view;

pub use banding::Banding;
pub use difference::{ListPatch, SceneUpdate, difference};
pub use grid::Grid;
pub use metrics::Metrics;
pub(crate) use part::Part;
pub use scene::Scene;
pub use silhouette::{Heap, Silhouette, SilhouetteBand};
pub use typography::Typography;
pub use view::{BandsBy, Lens, View};

use std::collections::{BTreeMap, HashMap};

use crate::board::{Band, Board, ById, Guesses, ItemId, Kind, StepId};
use crate::slicing::Stop;
use line::Span;
use reports::Reports;
use scene::{
    ActivityBlock, Backbone, BandScene, CardId, Cards, Column, Count, Face, Fold, ListKey, Rest,
    Totals, count,
};
use text::Typesetter;

/// How many cards a cell of Later shows until it is opened: what nobody planned yet must not push the
/// slices out of sight.
const LATER_SHOWN: usize = 5;

/// Lays a map out for a view.
#[must_use]
pub fn lay_out(board: &Board, guesses: &Guesses, view: &View) -> Scene {
    lay_out_part(board, guesses, view, &Part::Whole, &mut Typesetter::shared())
}

/// The same of a part of the map, with a typesetter of one's own.
#[must_use]
pub(crate) fn lay_out_part(
    board: &Board,
    guesses: &Guesses,
    view: &View,
    part: &Part,
    type_: &mut Typesetter,
) -> Scene {
    let reports = Reports::new(board, guesses, view);
    let banding = Banding::new(board, view.bands_by);
    let (counts, items) = band_counts(board, &banding);
    let lists = part.of_lists(banding.lists(board));
    let lists: BTreeMap<ListKey, Cards> =
        lists.into_iter().map(|(key, cards)| (key, shown(key, cards, view))).collect();
    let across = lists.keys().any(|key| matches!(key, ListKey::Cell { step: None, .. }));
    let metrics = sizes(board, view);
    let backbone =
        backbone::backbone(board, view, part.steps(&lists).as_ref(), across, &metrics, type_);
    let mut bands = bands::bands(board, view, &backbone.columns, &lists, &reports, &counts, type_);
    bands.retain(|band| part.shows(band.band, &lists));
    draw_lines(&mut bands, board, &metrics, &backbone, &lists, &reports);
    let mut lists = lists;
    lists.retain(|key, _| !matches!(key, ListKey::Cell { band, .. } if view.folds(*band)));
    let set = card::Setting { metrics: &metrics, styles: Typography::of(view.lens), type_ };
    let faces = faces(board, guesses, view, &lists, &reports, set);
    let totals = Totals {
        items,
        activities: count(&backbone.activities),
        tasks: u32::try_from(board.tasks.len()).unwrap_or(u32::MAX),
        increments: u32::try_from(board.increments.len()).unwrap_or(u32::MAX),
        technical: if view.shows_plan() {
            u32::try_from(guesses.len()).unwrap_or(u32::MAX)
        } else {
            0
        },
    };
    let personas = personas::discs(board);
    Scene { view: view.clone(), metrics, backbone, personas, bands, lists, faces, totals }
}

/// The sizes for a view. A wall on which no step has a name has no row for them.
fn sizes(board: &Board, view: &View) -> Metrics {
    let metrics = Metrics::of(view);
    let named = board.steps.iter().any(|step| step.title.is_some());
    match view.lens {
        Lens::Workshop if !named => Metrics { step_row: 0, ..metrics },
        _ => metrics,
    }
}

/// PBIs of each band, and of the map and the tray together; notes left out.
fn band_counts(board: &Board, banding: &Banding) -> (HashMap<Band, u32>, u32) {
    let mut counts = HashMap::new();
    let mut all = 0;
    for item in board.items.iter().filter(|item| item.kind != Some(Kind::Note)) {
        all += 1;
        if !banding.in_tray(item) {
            *counts.entry(banding.of_item(item)).or_insert(0) += 1;
        }
    }
    (counts, all)
}

/// Those cards of a list that are shown.
fn shown(key: ListKey, mut cards: Vec<CardId>, view: &View) -> Cards {
    let cut = matches!(key, ListKey::Cell { band: Band::Later, .. }) && !view.later_open;
    let rest = cards
        .get(LATER_SHOWN)
        .filter(|_| cut)
        .map(|first| Rest { count: count(&cards[LATER_SHOWN..]), first: *first });
    if rest.is_some() {
        cards.truncate(LATER_SHOWN);
    }
    Cards { shown: cards, rest }
}

/// Gives every band of which something is said its line, or its marks.
fn draw_lines(
    bands: &mut [BandScene],
    board: &Board,
    metrics: &Metrics,
    backbone: &Backbone,
    lists: &BTreeMap<ListKey, Cards>,
    reports: &Reports,
) {
    let grid = Grid::new(*metrics, &backbone.columns, bands);
    for band in bands {
        match band.band {
            Band::Slice { slice } => {
                let Some(report) = reports.slice(slice) else { continue };
                let spans =
                    backbone.activities.iter().zip(&report.stops).filter_map(|(block, stop)| {
                        span(block, *stop, band.band, &grid, backbone, lists)
                    });
                let spans: Vec<Span> = spans.collect();
                band.line = Some(line::line(report.verdict, &spans, metrics));
            }
            Band::Sprint { sprint } => {
                let Some(report) = reports.sprint(sprint) else { continue };
                let columns = backbone.columns.iter().zip(grid.columns());
                let cells = columns.filter(|(column, _)| column.fold == Fold::Open).filter_map(
                    |(column, at)| {
                        let key = ListKey::Cell { band: band.band, step: column.step };
                        Some((at.x + at.inset, lists.get(&key)?.as_slice()))
                    },
                );
                band.line = Some(marks::marks(board, report, cells));
            }
            Band::Earlier | Band::Later => {}
        }
    }
}

/// One activity as the line of a band meets it.
fn span(
    block: &ActivityBlock,
    stop: Stop,
    band: Band,
    grid: &Grid,
    backbone: &Backbone,
    lists: &BTreeMap<ListKey, Cards>,
) -> Option<Span> {
    let right = grid.columns().get((block.first + block.count).checked_sub(1)? as usize)?;
    let has_cards = |step: &StepId| lists.contains_key(&ListKey::Cell { band, step: Some(*step) });
    let steps = columns_of(block, &backbone.columns);
    Some(Span {
        left: grid.columns().get(block.first as usize)?.x,
        right: right.x + right.width,
        stop,
        cards: steps.iter().filter_map(|column| column.step.as_ref()).any(has_cards),
    })
}

fn columns_of<'a>(block: &ActivityBlock, columns: &'a [Column]) -> &'a [Column] {
    columns.get(block.first as usize..(block.first + block.count) as usize).unwrap_or_default()
}

fn faces(
    board: &Board,
    guesses: &Guesses,
    view: &View,
    lists: &BTreeMap<ListKey, Cards>,
    reports: &Reports,
    mut set: card::Setting<'_>,
) -> ById<CardId, Face> {
    let mut tasks: ById<ItemId, Count> = ById::default();
    for task in board.tasks.iter() {
        if let Some(item) = task.item {
            let count = tasks.entry(item).or_insert(Count { some: 0, all: 0 });
            count.some += u32::from(task.done);
            count.all += 1;
        }
    }
    let mut tags: ById<ItemId, &str> = ById::default();
    for item_tag in board.item_tags.iter() {
        if let Some(tag) = board.tags.get(item_tag.tag) {
            tags.entry(item_tag.item).or_insert(&tag.name);
        }
    }
    let pieces = reports.pieces();
    let personas = personas::of_items(board);
    // A finding waits until people ask for the plan.
    let guessed = |item: ItemId| view.shows_plan() && guesses.contains(&item);
    let cards = lists.values().flat_map(|cards| cards.iter());
    cards
        .filter_map(|card| {
            let face = if let Some(item) = board.items.get(ItemId(card.0)) {
                let around = card::Around {
                    maybe_task: item.kind.is_none() && guessed(item.id),
                    tasks: tasks.get(&item.id).copied(),
                    pieces: pieces.get(&item.id).copied(),
                    tag: tags.get(&item.id).copied(),
                    personas: personas.get(&item.id).map(Vec::as_slice).unwrap_or_default(),
                };
                card::of_item(item, around, &mut set)
            } else if let Some(reference) = board.item_references.get(&card.0) {
                let item = board.items.get(reference.item)?;
                let own = item.step.and_then(|step| board.steps.get(step)?.title.as_ref());
                let own = own.map(ToString::to_string).unwrap_or_default();
                card::of_reference(item, reference.step, own, &mut set)
            } else {
                let task = board.tasks.get(card.0.into())?;
                let of = task.item.and_then(|item| board.items.get(item));
                card::of_task(task, of, &mut set)
            };
            Some((*card, face))
        })
        .collect()
}

#[cfg(test)]
mod tests;

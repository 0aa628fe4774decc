use serde::Deserialize;
use uuid::Uuid;

use super::*;
use crate::board::{SliceId, SprintId, StepId};

/// What the window's twin of this formula reads too.
const PLACES: &str = include_str!("../../../../../tests/fixtures/places.json");

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Case {
    name: String,
    metrics: Metrics,
    columns: Vec<ColumnIn>,
    bands: Vec<BandIn>,
    column_x: Vec<u32>,
    column_width: Vec<u32>,
    width: u32,
    band_top: Vec<u32>,
    band_height: Vec<u32>,
    height: u32,
    cards: Vec<CardIn>,
    points: Vec<PointIn>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ColumnIn {
    across: bool,
    ends_activity: bool,
    fold: Fold,
}

#[derive(Deserialize)]
struct BandIn {
    kind: String,
    folded: bool,
    rows: u32,
}

#[derive(Deserialize)]
struct CardIn {
    column: usize,
    band: usize,
    row: u32,
    x: u32,
    y: u32,
}

#[derive(Deserialize)]
struct PointIn {
    x: i32,
    y: i32,
    place: Option<PlaceIn>,
}

#[derive(Deserialize)]
struct PlaceIn {
    column: usize,
    band: usize,
    row: u32,
}

fn column(from: &ColumnIn) -> Column {
    Column {
        step: (!from.across).then(|| StepId(Uuid::nil())),
        title: None,
        lines: Vec::new(),
        ends_activity: from.ends_activity,
        fold: from.fold,
    }
}

fn band(index: usize, from: &BandIn) -> BandScene {
    BandScene {
        band: match from.kind.as_str() {
            "earlier" => Band::Earlier,
            "later" => Band::Later,
            "sprint" => Band::Sprint { sprint: SprintId(Uuid::from_u128(index as u128)) },
            _ => Band::Slice { slice: SliceId(Uuid::from_u128(index as u128)) },
        },
        name: String::new(),
        name_lines: Vec::new(),
        outcome_lines: Vec::new(),
        rows: from.rows,
        items: 0,
        folded: from.folded,
        report: None,
        sprint: None,
        line: None,
    }
}

#[test]
fn every_place_of_the_shared_fixture_is_as_it_says() -> Result<(), serde_json::Error> {
    let cases: Vec<Case> = serde_json::from_str(PLACES)?;
    assert!(cases.len() >= 8);
    for case in cases {
        let name = &case.name;
        let columns: Vec<_> = case.columns.iter().map(column).collect();
        let bands: Vec<_> =
            case.bands.iter().enumerate().map(|(at, each)| band(at, each)).collect();
        let grid = Grid::new(case.metrics, &columns, &bands);
        let columns = || grid.columns().iter();
        assert_eq!(columns().map(|at| at.x).collect::<Vec<_>>(), case.column_x, "{name}");
        assert_eq!(columns().map(|at| at.width).collect::<Vec<_>>(), case.column_width, "{name}");
        assert_eq!(grid.width(), case.width, "{name}");
        let bands = || grid.bands().iter();
        assert_eq!(bands().map(|at| at.top).collect::<Vec<_>>(), case.band_top, "{name}");
        assert_eq!(bands().map(|at| at.height).collect::<Vec<_>>(), case.band_height, "{name}");
        assert_eq!(grid.height(), case.height, "{name}");
        for card in case.cards {
            let at = grid.card(card.column, card.band, card.row);
            assert_eq!(at, Some((card.x, card.y)), "{name}, row {}", card.row);
        }
        for point in case.points {
            let expected = point.place.map(|place| PlaceAt {
                column: place.column,
                band: place.band,
                row: place.row,
            });
            assert_eq!(grid.place(point.x, point.y), expected, "{name}, {} {}", point.x, point.y);
        }
    }
    Ok(())
}

#[test]
fn the_fixture_uses_the_sizes_of_the_team_lens() -> Result<(), serde_json::Error> {
    let cases: Vec<Case> = serde_json::from_str(PLACES)?;
    assert_eq!(cases.first().map(|case| case.metrics), Some(Metrics::TEAM));
    Ok(())
}

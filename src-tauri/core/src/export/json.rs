//! The map as JSON: every row with its id and its place. The ids are those that edits name.

mod record;

use std::collections::HashMap;

use serde::Serialize;

use record::RecordJson;

use crate::board::{
    ActivityId, Board, GoalId, GoalState, ItemId, Kind, Left, SliceId, Source, SprintId, StepId,
    TaskId,
};

/// A whole map, or some of its slices. Each list is in the map's order.
#[derive(Debug, Serialize)]
pub struct MapJson<'a> {
    title: &'a str,
    goals: Vec<GoalJson<'a>>,
    activities: Vec<ActivityJson<'a>>,
    steps: Vec<StepJson<'a>>,
    slices: Vec<SliceJson<'a>>,
    sprints: Vec<SprintJson<'a>>,
    items: Vec<ItemJson<'a>>,
    tasks: Vec<TaskJson<'a>>,
    #[serde(flatten)]
    record: RecordJson<'a>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct GoalJson<'a> {
    id: GoalId,
    title: &'a str,
    outcome: &'a str,
    measure: &'a str,
    state: GoalState,
    ended_on: Option<&'a str>,
    learned: &'a str,
    activities: Vec<ActivityId>,
    key: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct ActivityJson<'a> {
    id: ActivityId,
    title: Option<&'a str>,
    key: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct StepJson<'a> {
    id: StepId,
    activity: ActivityId,
    title: Option<&'a str>,
    key: Option<&'a str>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct SliceJson<'a> {
    id: SliceId,
    name: &'a str,
    outcome: &'a str,
    goal: Option<GoalId>,
    part_on_purpose: Option<&'a str>,
    closed_on: Option<&'a str>,
    hypothesis: &'a str,
    measure: &'a str,
    measure_by: Option<&'a str>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct SprintJson<'a> {
    id: SprintId,
    name: &'a str,
    goal: &'a str,
    starts_on: Option<&'a str>,
    ends_on: Option<&'a str>,
    ended_on: Option<&'a str>,
}

/// In which band a PBI stands; `Tray`: in none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
enum BandJson {
    Earlier,
    Slice,
    Later,
    Tray,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ItemJson<'a> {
    id: ItemId,
    title: &'a str,
    band: BandJson,
    activity: Option<ActivityId>,
    step: Option<StepId>,
    slice: Option<SliceId>,
    /// Its place in its cell, or in the tray, from 0.
    index: u32,
    kind: Option<Kind>,
    story: &'a str,
    notes: &'a str,
    estimate: Option<f64>,
    status: &'a str,
    done: bool,
    done_on: Option<&'a str>,
    tags: Vec<&'a str>,
    sprints: Vec<StayJson<'a>>,
    tasks: Vec<TaskId>,
    key: Option<&'a str>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct StayJson<'a> {
    sprint: SprintId,
    name: &'a str,
    left_as: Option<Left>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct TaskJson<'a> {
    id: TaskId,
    title: &'a str,
    item: Option<ItemId>,
    slice: Option<SliceId>,
    sprint: Option<SprintId>,
    status: &'a str,
    done: bool,
    done_on: Option<&'a str>,
    key: Option<&'a str>,
}

fn key(source: Option<&Source>) -> Option<&str> {
    source.map(|source| source.key.as_str())
}

/// The map's rows; `slices`: only these with what stands in them (goals, backbone, Sprints and what is
/// recorded are whole all the same), empty: everything.
#[must_use]
pub fn rows<'a>(board: &'a Board, slices: &[SliceId]) -> MapJson<'a> {
    let wanted = |slice: Option<SliceId>| {
        slices.is_empty() || slice.is_some_and(|slice| slices.contains(&slice))
    };
    let items = items(board, &wanted);
    let shown: std::collections::HashSet<ItemId> = items.iter().map(|item| item.id).collect();
    MapJson {
        title: &board.title,
        goals: goals(board),
        activities: board
            .activities
            .iter()
            .map(|row| ActivityJson {
                id: row.id,
                title: row.title.as_deref(),
                key: key(row.source.as_ref()),
            })
            .collect(),
        steps: board
            .columns()
            .into_iter()
            .map(|row| StepJson {
                id: row.id,
                activity: row.activity,
                title: row.title.as_deref(),
                key: key(row.source.as_ref()),
            })
            .collect(),
        slices: board
            .slices
            .iter()
            .filter(|row| wanted(Some(row.id)))
            .map(|row| SliceJson {
                id: row.id,
                name: &row.name,
                outcome: &row.outcome,
                goal: row.goal,
                part_on_purpose: row.part_on_purpose.as_deref(),
                closed_on: row.closed_on.as_deref(),
                hypothesis: &row.hypothesis,
                measure: &row.measure,
                measure_by: row.measure_by.as_deref(),
            })
            .collect(),
        sprints: board
            .sprints
            .iter()
            .map(|row| SprintJson {
                id: row.id,
                name: &row.name,
                goal: &row.goal,
                starts_on: row.starts_on.as_deref(),
                ends_on: row.ends_on.as_deref(),
                ended_on: row.ended_on.as_deref(),
            })
            .collect(),
        items,
        tasks: board
            .tasks
            .iter()
            .filter(|row| wanted(row.slice) || row.item.is_some_and(|item| shown.contains(&item)))
            .map(|row| TaskJson {
                id: row.id,
                title: &row.title,
                item: row.item,
                slice: row.slice,
                sprint: row.sprint,
                status: &row.status,
                done: row.done,
                done_on: row.done_on.as_deref(),
                key: key(row.source.as_ref()),
            })
            .collect(),
        record: record::record(board),
    }
}

fn goals(board: &Board) -> Vec<GoalJson<'_>> {
    let mut over: HashMap<GoalId, Vec<ActivityId>> = HashMap::new();
    for row in board.goal_activities.values() {
        over.entry(row.goal).or_default().push(row.activity);
    }
    let place: HashMap<ActivityId, usize> =
        board.activities.iter().enumerate().map(|(place, row)| (row.id, place)).collect();
    board
        .goals
        .iter()
        .map(|row| {
            let mut activities = over.remove(&row.id).unwrap_or_default();
            activities.sort_by_key(|activity| place.get(activity));
            GoalJson {
                id: row.id,
                title: &row.title,
                outcome: &row.outcome,
                measure: &row.measure,
                state: row.state,
                ended_on: row.ended_on.as_deref(),
                learned: &row.learned,
                activities,
                key: key(row.source.as_ref()),
            }
        })
        .collect()
}

/// Items in the order of bands, then columns, then rank: read from above, each band from the left.
fn items<'a>(board: &'a Board, wanted: &dyn Fn(Option<SliceId>) -> bool) -> Vec<ItemJson<'a>> {
    let planned = board.planned_in_sprints();
    let band: HashMap<SliceId, usize> =
        board.slices.iter().enumerate().map(|(place, row)| (row.id, place)).collect();
    let column: HashMap<StepId, (usize, ActivityId)> = board
        .columns()
        .into_iter()
        .enumerate()
        .map(|(place, row)| (row.id, (place, row.activity)))
        .collect();
    let mut tasks = board.tasks_by_item();
    let mut tags: HashMap<ItemId, Vec<&str>> = HashMap::new();
    for row in board.item_tags.iter() {
        tags.entry(row.item)
            .or_default()
            .extend(board.tags.get(row.tag).map(|tag| tag.name.as_str()));
    }
    let mut stays: HashMap<ItemId, Vec<StayJson<'a>>> = HashMap::new();
    for row in board.sprint_items.iter() {
        let stay = board.sprints.get(row.sprint).map(|sprint| StayJson {
            sprint: row.sprint,
            name: &sprint.name,
            left_as: row.left_as,
        });
        stays.entry(row.item).or_default().extend(stay);
    }

    let mut rows: Vec<_> = board.items.iter().filter(|item| wanted(item.slice)).collect();
    rows.sort_by_cached_key(|item| {
        let tray = Board::in_tray(item, &planned);
        let band = match (item.slice, item.done) {
            _ if tray => usize::MAX,
            (Some(slice), _) => 1 + band.get(&slice).copied().unwrap_or(0),
            (None, true) => 0,
            (None, false) => usize::MAX - 1,
        };
        (band, item.step.and_then(|step| column.get(&step)).map(|(place, _)| *place))
    });
    let mut filled: HashMap<(BandJson, Option<SliceId>, Option<StepId>), u32> = HashMap::new();
    rows.into_iter()
        .map(|row| {
            let band = match (row.slice, row.done) {
                _ if Board::in_tray(row, &planned) => BandJson::Tray,
                (Some(_), _) => BandJson::Slice,
                (None, true) => BandJson::Earlier,
                (None, false) => BandJson::Later,
            };
            let place = filled.entry((band, row.slice, row.step)).or_default();
            let index = *place;
            *place += 1;
            ItemJson {
                id: row.id,
                title: &row.title,
                band,
                activity: row
                    .step
                    .and_then(|step| column.get(&step))
                    .map(|(_, activity)| *activity),
                step: row.step,
                slice: row.slice,
                index,
                kind: row.kind,
                story: &row.story,
                notes: &row.notes,
                estimate: row.estimate,
                status: &row.status,
                done: row.done,
                done_on: row.done_on.as_deref(),
                tags: tags.remove(&row.id).unwrap_or_default(),
                sprints: stays.remove(&row.id).unwrap_or_default(),
                tasks: tasks
                    .remove(&Some(row.id))
                    .unwrap_or_default()
                    .into_iter()
                    .map(|task| task.id)
                    .collect(),
                key: key(row.source.as_ref()),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sketch::{item, sketch, slice};
    use serde_json::Value;

    fn board() -> Board {
        sketch(
            "       | Across | Search: Find | Sort     | Pay:
             Earlier |       | ✓Sign        |          |
             MVP    | Terms  | Map, Hours (bug) |      | Card {form, ✓terms}
             2      |        |              | [api of Card] |
             Later  |        |              | Milk     |
             Tray   | Parked, [loose]",
        )
    }

    fn field(map: &Value, list: &str, title: &str) -> Value {
        let rows = map[list].as_array().unwrap_or_else(|| unreachable!());
        rows.iter().find(|row| row["title"] == title).cloned().unwrap_or_default()
    }

    #[test]
    fn every_row_has_its_id_and_its_place() -> serde_json::Result<()> {
        let board = board();
        let map = serde_json::to_value(rows(&board, &[]))?;
        let items = map["items"].as_array().into_iter().flatten();
        let titles: Vec<_> = items.map(|row| &row["title"]).collect();
        assert_eq!(titles, ["Sign", "Terms", "Map", "Hours", "Card", "Milk", "Parked"]);
        let hours = field(&map, "items", "Hours");
        assert_eq!(hours["id"], item(&board, "Hours").to_string());
        assert_eq!((&hours["band"], &hours["index"]), (&"slice".into(), &1.into()));
        assert_eq!(hours["slice"], slice(&board, "MVP").to_string());
        assert_eq!(hours["activity"], field(&map, "activities", "Search")["id"]);
        assert_eq!(hours["step"], field(&map, "steps", "Find")["id"]);
        assert_eq!(hours["kind"], "bug");
        for (title, band) in [("Sign", "earlier"), ("Milk", "later"), ("Parked", "tray")] {
            assert_eq!(field(&map, "items", title)["band"], band, "{title}");
        }
        assert_eq!(field(&map, "items", "Terms")["step"], Value::Null, "Across");
        let card = field(&map, "items", "Card");
        let api = field(&map, "tasks", "api");
        assert_eq!(card["tasks"][2], api["id"]);
        assert_eq!((&api["item"], &api["slice"]), (&card["id"], &map["slices"][1]["id"]));
        assert_eq!(field(&map, "tasks", "loose")["item"], Value::Null);
        Ok(())
    }

    #[test]
    fn one_slice_gives_what_stands_in_it() -> serde_json::Result<()> {
        let board = board();
        let map = serde_json::to_value(rows(&board, &[slice(&board, "2")]))?;
        assert_eq!(map["slices"][0]["name"], "2");
        assert_eq!(map["items"], serde_json::json!([]));
        assert_eq!(map["tasks"][0]["title"], "api");
        assert_eq!(map["tasks"][1], Value::Null);
        assert_eq!(map["activities"].as_array().map(Vec::len), Some(2));
        Ok(())
    }
}

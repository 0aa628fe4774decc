//! Trello's boards.

use std::collections::HashSet;

use serde_json::Value;

use super::{Row, Rows, kind_in, said, text};

/// Whether a file is a board.
pub(super) fn is_board(value: &Value) -> bool {
    ["lists", "cards"].iter().all(|field| value.get(field).is_some_and(Value::is_array))
}

/// Lists, the cards below them and the entries of their checklists, in the order of the board.
pub(super) fn read(board: &Value, rows: &mut Rows) {
    let open = |entry: &&Value| entry.get("closed").and_then(Value::as_bool) != Some(true);
    let lists = in_order(board, "lists");
    let all = lists.len() + in_order(board, "cards").len();
    let mut line = 0;
    for list in lists.iter().filter(|list| open(list)) {
        line += 1;
        let id = text(list, "id");
        rows.rows.push(Row {
            line,
            title: text(list, "name"),
            key: id.clone(),
            kind: "Epic".to_owned(),
            ..Row::default()
        });
        for card in in_order(board, "cards").into_iter().filter(open) {
            if text(card, "idList") == id {
                line += 1;
                rows.rows.push(read_card(card, line, &id));
                read_checklists(board, card, line, rows);
            }
        }
    }
    rows.left_out = u32::try_from(all - line).unwrap_or(u32::MAX);
}

fn read_card(card: &Value, line: usize, list: &str) -> Row {
    let labels = card.get("labels").and_then(Value::as_array).into_iter().flatten();
    let labels: Vec<_> = labels
        .map(|label| match text(label, "name") {
            name if name.is_empty() => text(label, "color"),
            name => name,
        })
        .map(|name| name.replace([',', ';'], " "))
        .filter(|name| !name.is_empty())
        .collect();
    let done = card.get("dueComplete").and_then(Value::as_bool) == Some(true);
    Row {
        line,
        title: text(card, "name"),
        key: text(card, "id"),
        kind: kind_in(&labels),
        status: if done { "done" } else { "" }.to_owned(),
        updated: text(card, "dateLastActivity"),
        body: text(card, "desc"),
        parent: list.to_owned(),
        url: text(card, "shortUrl"),
        labels,
        ..Row::default()
    }
}

fn read_checklists(board: &Value, card: &Value, line: usize, rows: &mut Rows) {
    let id = text(card, "id");
    let wanted: HashSet<String> = card
        .get("idChecklists")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .map(said)
        .collect();
    for checklist in in_order(board, "checklists") {
        if text(checklist, "idCard") != id && !wanted.contains(&text(checklist, "id")) {
            continue;
        }
        for entry in in_order(checklist, "checkItems") {
            let state = if text(entry, "state") == "complete" { "done" } else { "open" };
            rows.rows.push(Row {
                line,
                title: text(entry, "name"),
                key: text(entry, "id"),
                kind: "Sub-task".to_owned(),
                status: state.to_owned(),
                parent: id.clone(),
                ..Row::default()
            });
        }
    }
}

/// The entries of a list by their place on the board.
fn in_order<'a>(of: &'a Value, field: &str) -> Vec<&'a Value> {
    let mut entries: Vec<_> =
        of.get(field).and_then(Value::as_array).into_iter().flatten().collect();
    let place = |entry: &Value| entry.get("pos").and_then(Value::as_f64).unwrap_or(f64::MAX);
    entries.sort_by(|a, b| place(a).total_cmp(&place(b)));
    entries
}

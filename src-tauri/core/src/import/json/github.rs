//! GitHub's issues and projects.

use serde_json::Value;

use super::{Row, Rows, kind_in, names, text};

/// The list of issues or of a project's items in a file; `None`: it is another file.
pub(super) fn issues(value: &Value) -> Option<&Vec<Value>> {
    let list = value.as_array().or_else(|| value.get("items").and_then(Value::as_array))?;
    let is_issue = |entry: &Value| {
        entry.get("content").is_some_and(Value::is_object)
            || (entry.get("number").is_some_and(Value::is_number) && entry.get("title").is_some())
    };
    (!list.is_empty() && list.iter().all(is_issue)).then_some(list)
}

/// Issues, and the lines of their task lists.
pub(super) fn read(issues: &[Value], rows: &mut Rows) {
    for (at, entry) in issues.iter().enumerate() {
        // An item of a project has most of it in its content.
        let content = entry.get("content").filter(|content| content.is_object()).unwrap_or(entry);
        let is_pull = text(content, "type") == "PullRequest"
            || entry.get("pull_request").is_some_and(|pull| !pull.is_null());
        if is_pull {
            rows.left_out += 1;
            continue;
        }
        let mut row = row(entry, content);
        row.line = at + 1;
        if row.key.is_empty() {
            row.key = text(entry, "id");
        }
        let tasks = task_lines(&row);
        rows.rows.push(row);
        rows.rows.extend(tasks);
    }
}

fn row(entry: &Value, content: &Value) -> Row {
    let either = |field: &str| match text(entry, field) {
        said if said.is_empty() => text(content, field),
        said => said,
    };
    let labels = names(entry, "labels");
    let kind = match either("issueType") {
        kind if kind.is_empty() && std::ptr::eq(entry, content) => text(entry, "type"),
        kind => kind,
    };
    let url = match either("html_url") {
        url if url.is_empty() => either("url"),
        url => url,
    };
    let reason = match either("stateReason") {
        reason if reason.is_empty() => either("state_reason"),
        reason => reason,
    };
    let closed = match either("closedAt") {
        day if day.is_empty() => either("closed_at"),
        day => day,
    };
    let updated = match either("updatedAt") {
        day if day.is_empty() => either("updated_at"),
        day => day,
    };
    let status = match either("state") {
        state if state.is_empty() => either("status"),
        state => state,
    };
    Row {
        line: 0,
        title: either("title"),
        key: text(content, "number"),
        kind: if kind.is_empty() { kind_in(&labels) } else { kind },
        status,
        resolution: if reason.eq_ignore_ascii_case("not_planned") {
            "Won't do".to_owned()
        } else {
            String::new()
        },
        closed,
        updated,
        milestone: either("milestone"),
        body: either("body"),
        parent: content.get("parent").map(|parent| text(parent, "number")).unwrap_or_default(),
        url,
        labels,
    }
}

/// The `- [ ]` lines in the text of an issue, as its sub-tasks.
fn task_lines(issue: &Row) -> Vec<Row> {
    let boxes = issue.body.lines().filter_map(|line| {
        let line = line.trim_start();
        let words = line.strip_prefix("- [").or_else(|| line.strip_prefix("* ["))?;
        let (mark, title) = words.split_once(']')?;
        let done = match mark {
            " " | "" => false,
            "x" | "X" => true,
            _ => return None,
        };
        let title = title.trim();
        (!title.is_empty()).then(|| Row {
            line: issue.line,
            title: title.to_owned(),
            key: format!("{} {title}", issue.key),
            kind: "Sub-task".to_owned(),
            status: if done { "done" } else { "open" }.to_owned(),
            parent: issue.key.clone(),
            ..Row::default()
        })
    });
    boxes.collect()
}

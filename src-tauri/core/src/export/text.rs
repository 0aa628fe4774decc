//! The map as text, for a terminal and for tests: goals, backbone and Sprints first, then each band
//! with a short list per step, the tray last. A grid would be wider than any terminal.
//!
//! Two maps that print alike have the same goals, backbone, slices, Sprints, PBIs and tasks in the same
//! order, with the same kinds, marks, estimates and tags. Notes and story sentences are left out. Parts
//! of a line stand two spaces apart: no title has two spaces in a row.

use std::collections::HashMap;
use std::fmt::Write as _;

use fluent_bundle::FluentValue;

use crate::board::{
    Band, Board, Goal, GoalState, Item, ItemId, Kind, Left, Slice, SliceId, Sprint, StepId, Task,
    Title,
};
use crate::speech::Speech;

/// The map as text, each line ended; `slices`: only these bands, empty: the whole map.
#[must_use]
pub fn print(board: &Board, slices: &[SliceId], speech: &Speech) -> String {
    let mut page = Page::new(board, speech);
    page.line(0, &board.title);
    if slices.is_empty() {
        page.goals();
        page.backbone();
        page.sprints();
        page.band(Band::Earlier);
    }
    for slice in board.slices.iter().map(|slice| slice.id) {
        if slices.is_empty() || slices.contains(&slice) {
            page.band(Band::Slice { slice });
        }
    }
    if slices.is_empty() {
        page.band(Band::Later);
        page.tray();
    }
    page.text
}

struct Page<'a> {
    board: &'a Board,
    speech: &'a Speech,
    text: String,
    columns: Vec<(Option<StepId>, String)>,
    cells: HashMap<(Band, Option<StepId>), Vec<&'a Item>>,
    tray: Vec<&'a Item>,
    tasks: HashMap<Option<ItemId>, Vec<&'a Task>>,
    /// Tasks that stand alone in a band, and in the tray (`None`).
    alone: HashMap<Option<Band>, Vec<&'a Task>>,
    tags: HashMap<ItemId, Vec<&'a Title>>,
    stays: HashMap<ItemId, Vec<(Option<Left>, &'a Title)>>,
}

impl<'a> Page<'a> {
    fn new(board: &'a Board, speech: &'a Speech) -> Self {
        let planned = board.planned_in_sprints();
        let mut page = Self {
            board,
            speech,
            text: String::new(),
            columns: Vec::new(),
            cells: HashMap::new(),
            tray: Vec::new(),
            tasks: board.tasks_by_item(),
            alone: HashMap::new(),
            tags: HashMap::new(),
            stays: HashMap::new(),
        };
        page.columns.push((None, page.word("across")));
        for step in board.columns() {
            let activity = board.activities.get(step.activity).and_then(|row| row.title.as_ref());
            let heading = match &step.title {
                Some(title) => format!("{} › {title}", page.or_untitled(activity)),
                None => page.or_untitled(activity),
            };
            page.columns.push((Some(step.id), heading));
        }
        for item in board.items.iter() {
            if Board::in_tray(item, &planned) {
                page.tray.push(item);
            } else {
                page.cells.entry((Board::band_of(item), item.step)).or_default().push(item);
            }
        }
        for task in board.tasks.iter() {
            let band = match (task.slice, task.sprint, task.item) {
                (Some(slice), _, _) => Some(Band::Slice { slice }),
                (None, Some(_), None) => Some(Band::Later),
                (None, None, None) => None,
                (None, _, Some(_)) => continue,
            };
            page.alone.entry(band).or_default().push(task);
        }
        for row in board.item_tags.iter() {
            let tag = board.tags.get(row.tag).map(|tag| &tag.name);
            page.tags.entry(row.item).or_default().extend(tag);
        }
        for stay in board.sprint_items.iter() {
            let name = board.sprints.get(stay.sprint).map(|sprint| (stay.left_as, &sprint.name));
            page.stays.entry(stay.item).or_default().extend(name);
        }
        page
    }

    fn goals(&mut self) {
        if self.board.goals.is_empty() {
            return;
        }
        self.heading("noun-goals");
        for goal in self.board.goals.iter() {
            self.goal(goal);
        }
    }

    fn goal(&mut self, goal: &Goal) {
        let state = self.word(match goal.state {
            GoalState::Next => "goal-next",
            GoalState::Active => "print-goal-active",
            GoalState::Reached => "print-goal-reached",
            GoalState::Abandoned => "print-goal-abandoned",
        });
        self.line(1, &format!("{}  {state}", goal.title));
        let over: Vec<String> = self
            .board
            .activities
            .iter()
            .filter(|activity| {
                let mut rows = self.board.goal_activities.values();
                rows.any(|row| row.goal == goal.id && row.activity == activity.id)
            })
            .map(|activity| self.or_untitled(activity.title.as_ref()))
            .collect();
        self.field(2, "print-over", &over.join(", "));
        self.field(2, "print-outcome", &goal.outcome);
        self.field(2, "print-measure", &goal.measure);
    }

    fn backbone(&mut self) {
        if self.board.activities.is_empty() {
            return;
        }
        self.heading("print-backbone");
        let mut last = None;
        for step in self.board.columns() {
            if last != Some(step.activity) {
                last = Some(step.activity);
                let title =
                    self.board.activities.get(step.activity).and_then(|row| row.title.as_ref());
                self.line(1, &self.or_untitled(title));
            }
            self.line(2, &self.or_untitled(step.title.as_ref()));
        }
    }

    fn sprints(&mut self) {
        if self.board.sprints.is_empty() {
            return;
        }
        self.heading("noun-sprints");
        for Sprint { name, goal, starts_on, ends_on, .. } in self.board.sprints.iter() {
            let mut line = name.to_string();
            if starts_on.is_some() || ends_on.is_some() {
                let day = |day: &Option<String>| day.clone().unwrap_or_else(|| "?".to_owned());
                let _ = write!(line, "  {} – {}", day(starts_on), day(ends_on));
            }
            self.line(1, &line);
            self.field(2, "print-sprint-goal", goal);
        }
    }

    fn band(&mut self, band: Band) {
        let mut cells = Vec::new();
        for (step, heading) in &self.columns {
            if let Some(items) = self.cells.remove(&(band, *step)) {
                cells.push((heading.clone(), items));
            }
        }
        let alone = self.alone.remove(&Some(band)).unwrap_or_default();
        match band {
            Band::Slice { slice } => {
                if let Some(slice) = self.board.slices.get(slice) {
                    self.slice(slice);
                }
            }
            Band::Earlier | Band::Later if cells.is_empty() && alone.is_empty() => return,
            // Text goes by slices; what is in a Sprint says so on its own line.
            Band::Sprint { .. } => {}
            Band::Earlier => self.heading("band-earlier"),
            Band::Later => self.heading("band-later"),
        }
        for (heading, items) in cells {
            self.line(1, &heading);
            for item in items {
                self.item(2, item);
            }
        }
        self.tasks_alone(&alone);
    }

    fn slice(&mut self, slice: &Slice) {
        let mut line = self.said("print-slice", &[("name", &slice.name)]);
        if let Some(day) = &slice.closed_on {
            line += "  ";
            line += &self.said("print-closed", &[("day", day)]);
        }
        self.text.push('\n');
        self.line(0, &line);
        self.field(1, "print-outcome", &slice.outcome);
        if let Some(goal) = slice.goal.and_then(|goal| self.board.goals.get(goal)) {
            self.field(1, "print-for-goal", &goal.title);
        }
        if let Some(reason) = &slice.part_on_purpose {
            self.field(1, "print-part-on-purpose", reason);
        }
    }

    fn tray(&mut self) {
        let items = std::mem::take(&mut self.tray);
        let alone = self.alone.remove(&None).unwrap_or_default();
        if items.is_empty() && alone.is_empty() {
            return;
        }
        self.heading("print-tray");
        for item in items {
            self.item(1, item);
        }
        self.tasks_alone(&alone);
    }

    fn item(&mut self, depth: usize, item: &Item) {
        let mut parts = vec![mark(item.done, &item.title)];
        parts.extend(item.kind.map(|kind| {
            self.word(match kind {
                Kind::Outcome => "kind-outcome",
                Kind::Bug => "kind-bug",
                Kind::Enabler => "kind-enabler",
                Kind::Spike => "kind-spike",
                Kind::Note => "kind-note",
            })
        }));
        if let Some(points) = item.estimate {
            parts.push(
                self.speech.sentence("print-points", [("points", FluentValue::from(points))]),
            );
        }
        parts.extend(item.done_on.clone());
        parts.extend(self.tags.get(&item.id).into_iter().flatten().map(|tag| format!("#{tag}")));
        for (left, sprint) in self.stays.get(&item.id).into_iter().flatten() {
            let sign = match left {
                None => "",
                Some(Left::Done) => "✓",
                Some(Left::Returned) => "↩",
            };
            parts.push(format!("{sign}@{sprint}"));
        }
        self.line(depth, &parts.join("  "));
        for task in self.tasks.remove(&Some(item.id)).unwrap_or_default() {
            self.task(depth + 1, task, false);
        }
    }

    fn tasks_alone(&mut self, tasks: &[&Task]) {
        if tasks.is_empty() {
            return;
        }
        self.line(1, &self.word("print-tasks-alone"));
        for task in tasks {
            self.task(2, task, true);
        }
    }

    /// A task; `alone`: where it stands without its PBI, which is then named, else the bands into
    /// which it was pulled are.
    fn task(&mut self, depth: usize, task: &Task, alone: bool) {
        let mut parts = vec![mark(task.done, &task.title)];
        parts.extend(task.done_on.clone());
        if alone {
            let item = task.item.and_then(|item| self.board.items.get(item));
            parts.extend(item.map(|item| self.said("card-of", &[("title", &item.title)])));
        } else {
            let slice = task.slice.and_then(|slice| self.board.slices.get(slice));
            parts.extend(slice.map(|slice| format!("→ {}", slice.name)));
        }
        let sprint = task.sprint.and_then(|sprint| self.board.sprints.get(sprint));
        parts.extend(sprint.map(|sprint| format!("→ @{}", sprint.name)));
        self.line(depth, &parts.join("  "));
    }

    fn heading(&mut self, word: &str) {
        self.text.push('\n');
        self.line(0, &self.word(word));
    }

    /// A named text, left out where it is empty; its further lines stand deeper.
    fn field(&mut self, depth: usize, word: &str, text: &str) {
        let mut lines = text.lines().filter(|line| !line.trim().is_empty());
        if let Some(first) = lines.next() {
            self.line(depth, &format!("{} {first}", self.word(word)));
        }
        for line in lines {
            self.line(depth + 1, line);
        }
    }

    /// One line. What could command a terminal (a map may come from a stranger) becomes a space.
    fn line(&mut self, depth: usize, text: &str) {
        self.text.extend(std::iter::repeat_n("  ", depth));
        self.text.extend(text.chars().map(|c| if c.is_control() { ' ' } else { c }));
        self.text.push('\n');
    }

    fn word(&self, id: &str) -> String {
        self.speech.sentence(id, [])
    }

    fn said(&self, id: &str, args: &[(&'static str, &str)]) -> String {
        let args = args.iter().map(|(name, text)| (*name, FluentValue::from((*text).to_owned())));
        self.speech.sentence(id, args)
    }

    fn or_untitled(&self, title: Option<&Title>) -> String {
        title.map_or_else(|| self.word("print-untitled"), ToString::to_string)
    }
}

fn mark(done: bool, title: &str) -> String {
    format!("[{}] {title}", if done { 'x' } else { ' ' })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::{ItemTag, Rank, SprintId, SprintItem, Tag, TagId};
    use crate::sketch::{item, sketch, slice};
    use uuid::Uuid;

    fn whole_map() -> Board {
        let mut board = sketch(
            "Goal Regulars skip the queue: Order, Pay
                       | Across     | Order: Find | Choose          | Pay:
             Earlier   |            | ✓Sign      |                 |
             MVP (goal: Regulars skip the queue) | Terms (enabler) | Map, Hours (bug) | | Card {form, ✓terms}
             2 (closed) |           |             | [api of Card], [rack] |
             3 (part: only a trial) |
             Later     |            |             | Milk            |
             Tray      | Parked (note), Loose, [a task]",
        );
        board.title = "Corner".into();
        let rank = Rank::between(None, None);
        let sprint = SprintId(Uuid::from_u128(900));
        board.sprints.put(Sprint {
            id: sprint,
            rank: rank.clone(),
            name: Title::new("Sprint 1").unwrap_or_else(|_| unreachable!()),
            goal: "Somebody orders".into(),
            starts_on: Some("2026-03-02".into()),
            ends_on: None,
            ended_on: None,
        });
        let tag = TagId(Uuid::from_u128(901));
        board.tags.put(Tag {
            id: tag,
            rank: rank.clone(),
            name: Title::new("two words").unwrap_or_else(|_| unreachable!()),
            source: None,
        });
        let card = item(&board, "Card");
        for (number, left_as) in [(902, Some(Left::Returned)), (903, None)] {
            let id = Uuid::from_u128(number);
            board.sprint_items.put(SprintItem {
                id,
                rank: rank.clone(),
                sprint,
                item: card,
                left_as,
            });
        }
        board.item_tags.put(ItemTag { id: Uuid::from_u128(904), rank, item: card, tag });
        let mut row = board.items.get(card).cloned().unwrap_or_else(|| unreachable!());
        row.estimate = Some(2.5);
        board.items.put(row);
        board
    }

    #[test]
    fn a_map_prints_its_goals_backbone_sprints_bands_and_tray() {
        let text = print(&whole_map(), &[], &Speech::english());
        assert_eq!(
            text,
            "\
Corner

Product Goals
  Regulars skip the queue  active
    Over: Order, Pay

Backbone
  Order
    Find
    Choose
  Pay
    (untitled)

Sprints
  Sprint 1  2026-03-02 – ?
    Sprint Goal: Somebody orders

Earlier
  Order › Find
    [x] Sign

Slice: MVP
  Product Goal: Regulars skip the queue
  Across
    [ ] Terms  enabler
  Order › Find
    [ ] Map
    [ ] Hours  bug
  Pay
    [ ] Card  2.5 points  #two words  ↩@Sprint 1  @Sprint 1
      [ ] form
      [x] terms
      [ ] api  → 2

Slice: 2  closed on 2026-03-01
  Tasks alone
    [ ] api  of Card
    [ ] rack

Slice: 3
  Part on purpose: only a trial

Later
  Order › Choose
    [ ] Milk

Tray
  [ ] Parked  note
  [ ] Loose
  Tasks alone
    [ ] a task
"
        );
    }

    #[test]
    fn one_slice_prints_alone() {
        let board = whole_map();
        let text = print(&board, &[slice(&board, "2")], &Speech::english());
        assert_eq!(
            text,
            "Corner\n\nSlice: 2  closed on 2026-03-01\n  Tasks alone\n    [ ] api  of Card\n    [ ] rack\n"
        );
    }

    #[test]
    fn nothing_in_a_map_can_command_a_terminal() {
        let mut board = whole_map();
        board.title = "a\u{1b}[2Jb".into();
        let mut goal = board.goals.iter().next().cloned().unwrap_or_else(|| unreachable!());
        goal.outcome = "one\r\ntwo\u{7}\u{9b}31m".into();
        board.goals.put(goal);
        let text = print(&board, &[], &Speech::english());
        assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{text:?}");
        assert!(text.contains("    Outcome: one\n      two  31m\n"), "{text}");
    }
}

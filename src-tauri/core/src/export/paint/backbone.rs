//! The top of a picture: its heading, goals, activities and steps.

use super::super::canvas::{Area, Canvas, Shape};
use super::{Heading, MARGIN, Painter, SMALL, marks};
use crate::board::GoalState;
use crate::layout::scene::{ActivityBlock, Column, Fold, GoalBar};
use crate::layout::text::TextStyle;

const GOAL: TextStyle = TextStyle::new(12, 600);
const GOAL_NEXT: TextStyle = TextStyle::new(12, 500);

impl Painter<'_> {
    /// What stands in the corner above the heads.
    pub(super) fn heading(&mut self, canvas: &mut impl Canvas) {
        let Heading { title, day } = self.heading;
        let set = self.set;
        let day = day.map(|day| self.day(day));
        let day_row = if day.is_some() { set.small_row } else { 0.0 };
        let (x, mut y) = (set.head_x, MARGIN as f32);
        let whole = self.type_.lines(title, set.title, set.styles.head_text, 1);
        if whole.first().is_some_and(|line| !line.ends_with('…')) {
            self.write(canvas, &whole[0], set.title, (x, y, set.title_row), self.theme.ink);
            y += set.title_row;
        } else {
            let rows = ((self.bands_top() - y - day_row) / set.name_row) as usize;
            let lines =
                self.type_.lines(title, set.styles.name, set.styles.head_text, rows.clamp(1, 4));
            for line in lines.iter() {
                self.write(canvas, line, set.styles.name, (x, y, set.name_row), self.theme.ink);
                y += set.name_row;
            }
        }
        if let Some(day) = day {
            self.write(canvas, &day, set.styles.small, (x, y, day_row), self.theme.ink_2);
        }
    }

    pub(super) fn goal(&mut self, canvas: &mut impl Canvas, goal: &GoalBar) {
        let top = MARGIN as f32;
        let x = self.column_x(goal.first as usize);
        let last = (goal.first + goal.count - 1) as usize;
        let right = self.column_x(last) + self.grid.columns()[last].width as f32;
        let y = top + (goal.row * self.scene.metrics.goal_row) as f32;
        let active = goal.state == GoalState::Active;
        let (height, color) =
            if active { (3.0, self.theme.ink) } else { (2.0, self.theme.line_strong) };
        let bar = Area::new(x, y + 21.0, right - x, height);
        canvas.fill(Shape::Box(bar, height / 2.0), color);

        let (style, ink) =
            if active { (GOAL, self.theme.ink) } else { (GOAL_NEXT, self.theme.ink_2) };
        let mut words = vec![(goal.title.clone(), style, ink)];
        if goal.state == GoalState::Next {
            words.push((self.words("goal-next", []), SMALL, self.theme.ink_3));
        }
        if !goal.measure.is_empty() {
            words.push((goal.measure.clone(), SMALL, self.theme.ink_3));
        }
        if goal.more > 0 {
            words.push((
                self.words("goal-more", [("count", goal.more.into())]),
                SMALL,
                self.theme.ink_3,
            ));
        }
        let mut x = x + self.set.inset;
        if goal.state == GoalState::Reached {
            marks::icon(canvas, marks::TICK, x, y + 4.0, self.theme.ink_2);
            x += 16.0;
        }
        for (text, style, color) in words {
            let text = self.cut(&text, style, right - x);
            self.write(canvas, &text, style, (x, y, 20.0), color);
            x += self.type_.width_px(&text, style) + 8.0;
        }
    }

    /// Top of the activities.
    fn activities_top(&self) -> f32 {
        (MARGIN + self.scene.backbone.goal_rows * self.scene.metrics.goal_row) as f32
    }

    pub(super) fn activity(&mut self, canvas: &mut impl Canvas, activity: &ActivityBlock) {
        let metrics = &self.scene.metrics;
        let set = self.set;
        let last = (activity.first + activity.count - 1) as usize;
        let x = self.column_x(activity.first as usize);
        let width = self.column_x(last) + self.grid.columns()[last].width as f32 - x;
        let mut area = Area::new(x, self.activities_top(), width, metrics.activity_row as f32);
        if activity.collapsed {
            area.height += metrics.step_row as f32;
        }
        canvas.open(activity.title.as_deref().unwrap_or_default());
        canvas.fill(Shape::Box(area, set.radius), self.theme.well);
        let (text, color) = match &activity.title {
            Some(_) => (activity.line.clone(), self.theme.ink),
            None => (self.words("activity-untitled", []), self.theme.ink_3),
        };
        if activity.collapsed {
            let within = Area::new(area.x, area.y + 6.0, area.width, area.height - 16.0);
            self.write_turned(canvas, &text, set.styles.activity, within, color);
        } else {
            let top = area.y + (area.height - set.activity_row) / 2.0;
            let at = (x + set.inset, top, set.activity_row);
            self.write(canvas, &text, set.styles.activity, at, color);
        }
        canvas.close();
        self.dim_column(canvas, activity.first as usize, area);
    }

    pub(super) fn step(&mut self, canvas: &mut impl Canvas, index: usize, column: &Column) {
        let metrics = &self.scene.metrics;
        let (activity_row, step_row) = (metrics.activity_row as f32, metrics.step_row as f32);
        let top = self.activities_top();
        let x = self.column_x(index);
        let width = self.grid.columns()[index].width as f32;
        let set = self.set;
        if column.step.is_none() {
            self.across(canvas, column.fold, Area::new(x, top, width, activity_row + step_row));
            return;
        }
        let y = top + activity_row;
        let area = Area::new(x, y, width, step_row);
        match (&column.title, column.fold) {
            (Some(title), Fold::Open) => {
                canvas.open(title);
                let first = y + (step_row - set.step_row * column.lines.len() as f32) / 2.0;
                for (line, row) in column.lines.iter().zip(0_u8..) {
                    let at = (x + set.inset, first + f32::from(row) * set.step_row, set.step_row);
                    self.write(canvas, line, set.styles.step, at, self.theme.ink_2);
                }
                canvas.close();
            }
            (Some(title), Fold::Shut) if !self.collapsed(index) => {
                canvas.open(title);
                let line = column.lines.first().map(String::as_str).unwrap_or_default();
                self.write_turned(canvas, line, set.styles.step, area, self.theme.ink_2);
                canvas.close();
            }
            _ => {}
        }
        self.dim_column(canvas, index, area);
    }

    /// Whether the activity over a column is collapsed: then it stands in the place of its steps too.
    fn collapsed(&self, index: usize) -> bool {
        self.scene.backbone.activities.iter().any(|activity| {
            let first = activity.first as usize;
            activity.collapsed && (first..first + activity.count as usize).contains(&index)
        })
    }

    fn across(&mut self, canvas: &mut impl Canvas, fold: Fold, area: Area) {
        let set = self.set;
        let across = self.words("across", []);
        if fold != Fold::Open {
            let within = Area::new(area.x, area.y, area.width, area.height - 10.0);
            self.write_turned(canvas, &across, set.styles.activity, within, self.theme.ink_2);
            return;
        }
        let x = area.x + 16.0;
        let top = area.y + 8.0;
        let at = (x, top, set.activity_row);
        self.write(canvas, &across, set.styles.activity, at, self.theme.ink_2);
        let below = area.bottom() - set.small_row - 12.0;
        if below >= top + set.activity_row {
            let what = self.words("across-of-no-step", []);
            let at = (x, below, set.small_row);
            self.write(canvas, &what, set.styles.small, at, self.theme.ink_3);
        }
    }

    fn day(&self, day: jiff::civil::Date) -> String {
        self.words(
            "picture-day",
            [
                ("day", day.day().into()),
                ("month", day.month().into()),
                ("year", day.year().to_string().into()),
            ],
        )
    }
}

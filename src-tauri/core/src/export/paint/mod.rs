//! A scene, drawn on a canvas. Nothing else walks a scene to draw it, so that no two pictures of a map
//! can differ but in their canvas. The words come from the catalogue, the places from the grid.
//!
//! A picture has the margins of [`MARGIN`], the heads at left, and the map beside them, without the
//! window around it. Everything stands where the window would show it.

mod card;
mod head;
mod marks;

use fluent_bundle::FluentValue;

use super::canvas::{Area, Canvas, Shape, Stroke, Text};
use super::theme::{Color, Theme};
use crate::board::{Band, GoalState};
use crate::layout::scene::{
    ActivityBlock, BandScene, Column, GoalBar, Line, LineWordKind, ListKey, Pen,
};
use crate::layout::text::{TextStyle, Typesetter};
use crate::layout::{Grid, Scene, Typography};
use crate::slicing::Verdict;
use crate::speech::Speech;

/// Around the picture; at left the heads bring 20 px of their own.
const MARGIN: u32 = 24;
const LEFT: u32 = 4;
/// From a column's left edge to text in the backbone.
const INSET: f32 = 10.0;

const GOAL: TextStyle = TextStyle::new(12, 600);
const GOAL_NEXT: TextStyle = TextStyle::new(12, 500);
const SMALL: TextStyle = TextStyle::SMALL;
const TITLE: TextStyle = TextStyle::new(20, 600);
const WORD: TextStyle = TextStyle::new(12, 500);

/// Draws one scene, as often as a canvas needs it.
pub(super) struct Painter<'a> {
    scene: &'a Scene,
    grid: Grid,
    title: &'a str,
    theme: &'a Theme,
    speech: &'a Speech,
    type_: Typesetter,
}

impl<'a> Painter<'a> {
    /// Draws `scene`, the map called `title`. Measures with `type_`.
    pub fn new(
        scene: &'a Scene,
        title: &'a str,
        theme: &'a Theme,
        speech: &'a Speech,
        type_: Typesetter,
    ) -> Self {
        Self { scene, grid: Grid::of(scene), title, theme, speech, type_ }
    }

    /// What it paints with.
    pub fn theme(&self) -> &'a Theme {
        self.theme
    }

    /// Width and height of the picture, in pixels at scale 1.
    pub fn size(&self) -> (u32, u32) {
        let backbone = self.scene.backbone.goal_rows * self.scene.metrics.goal_row
            + self.scene.metrics.activity_row
            + self.scene.metrics.step_row;
        (
            LEFT + self.scene.metrics.slice_head + self.grid.width() + MARGIN,
            MARGIN + backbone + self.grid.height() + MARGIN,
        )
    }

    /// Left edge of the map, top of the backbone.
    fn corner(&self) -> (f32, f32) {
        ((LEFT + self.scene.metrics.slice_head) as f32, MARGIN as f32)
    }

    /// Top of the first band.
    fn bands_top(&self) -> f32 {
        let metrics = &self.scene.metrics;
        let rows = self.scene.backbone.goal_rows * metrics.goal_row;
        (MARGIN + rows + metrics.activity_row + metrics.step_row) as f32
    }

    /// Draws all that the canvas shows.
    pub fn paint(&mut self, canvas: &mut impl Canvas) {
        let (width, height) = self.size();
        let whole = Area::new(0.0, 0.0, width as f32, height as f32);
        canvas.fill(Shape::Box(whole, 0.0), self.theme.ground);
        let scene = self.scene;
        let top = Area::new(0.0, 0.0, whole.width, self.bands_top());
        self.trough(canvas);
        if canvas.shows(top) {
            self.map_title(canvas);
            for goal in &scene.backbone.goals {
                self.goal(canvas, goal);
            }
            for activity in &scene.backbone.activities {
                self.activity(canvas, activity);
            }
            for (index, column) in scene.backbone.columns.iter().enumerate() {
                self.step(canvas, index, column);
            }
        }
        for (index, band) in scene.bands.iter().enumerate() {
            let at = self.grid.bands()[index];
            let area =
                Area::new(0.0, self.bands_top() + at.top as f32, whole.width, at.height as f32);
            // A shadow reaches beyond its card, but never beyond its band.
            if canvas.shows(area) {
                self.band(canvas, index, band, area);
            }
        }
    }

    /// The map's name in the corner above the heads.
    fn map_title(&mut self, canvas: &mut impl Canvas) {
        let width = Typography::TEAM.head_text;
        let x = (LEFT + 20) as f32;
        let y = MARGIN as f32;
        let whole = self.type_.lines(self.title, TITLE, width, 1);
        if whole.first().is_some_and(|line| !line.ends_with('…')) {
            self.write(canvas, &whole[0], TITLE, (x, y, 28.0), self.theme.ink);
            return;
        }
        let rows = ((self.bands_top() - y) / 20.0) as usize;
        let lines = self.type_.lines(self.title, TextStyle::NAME, width, rows.min(4));
        for (line, row) in lines.iter().zip(0_u8..) {
            let top = y + f32::from(row) * 20.0;
            self.write(canvas, line, TextStyle::NAME, (x, top, 20.0), self.theme.ink);
        }
    }

    fn goal(&mut self, canvas: &mut impl Canvas, goal: &GoalBar) {
        let (left, top) = self.corner();
        let first = self.grid.columns()[goal.first as usize];
        let last = self.grid.columns()[(goal.first + goal.count - 1) as usize];
        let x = left + first.x as f32;
        let right = left + (last.x + last.width) as f32;
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
        let mut x = x + INSET;
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

    fn activity(&mut self, canvas: &mut impl Canvas, activity: &ActivityBlock) {
        let (left, top) = self.corner();
        let metrics = &self.scene.metrics;
        let first = self.grid.columns()[activity.first as usize];
        let last = self.grid.columns()[(activity.first + activity.count - 1) as usize];
        let x = left + first.x as f32;
        let y = top + (self.scene.backbone.goal_rows * metrics.goal_row) as f32;
        let area =
            Area::new(x, y, (last.x + last.width - first.x) as f32, metrics.activity_row as f32);
        canvas.open(activity.title.as_deref().unwrap_or_default());
        canvas.fill(Shape::Box(area, 6.0), self.theme.well);
        let (text, color) = match &activity.title {
            Some(_) => (activity.line.clone(), self.theme.ink),
            None => (self.words("activity-untitled", []), self.theme.ink_3),
        };
        self.write(canvas, &text, TextStyle::ACTIVITY, (x + INSET, y + 8.0, 20.0), color);
        canvas.close();
    }

    fn step(&mut self, canvas: &mut impl Canvas, index: usize, column: &Column) {
        let (left, top) = self.corner();
        let metrics = &self.scene.metrics;
        let activities = top + (self.scene.backbone.goal_rows * metrics.goal_row) as f32;
        let y = activities + metrics.activity_row as f32;
        let x = left + self.grid.columns()[index].x as f32;
        if column.step.is_none() {
            let (across, of_no_step) =
                (self.words("across", []), self.words("across-of-no-step", []));
            let x = x + 16.0;
            self.write(
                canvas,
                &across,
                TextStyle::ACTIVITY,
                (x, activities + 8.0, 20.0),
                self.theme.ink_2,
            );
            self.write(canvas, &of_no_step, SMALL, (x, y + 12.0, 16.0), self.theme.ink_3);
            return;
        }
        if let Some(title) = &column.title {
            canvas.open(title);
            let first = y + (metrics.step_row as f32 - 16.0 * column.lines.len() as f32) / 2.0;
            for (line, row) in column.lines.iter().zip(0_u8..) {
                let top = first + f32::from(row) * 16.0;
                self.write(canvas, line, TextStyle::STEP, (x + INSET, top, 16.0), self.theme.ink_2);
            }
            canvas.close();
        }
    }

    /// Across lies one step lower than the map, through all bands.
    fn trough(&mut self, canvas: &mut impl Canvas) {
        let across =
            self.scene.backbone.columns.first().is_some_and(|column| column.step.is_none());
        if !across {
            return;
        }
        let (left, top) = self.corner();
        let width = self.grid.columns()[0].width as f32;
        let height = self.bands_top() - top + self.grid.height() as f32;
        canvas.fill(Shape::Box(Area::new(left, top, width, height), 8.0), self.theme.well);
    }

    fn band(&mut self, canvas: &mut impl Canvas, index: usize, band: &BandScene, area: Area) {
        let (left, _) = self.corner();
        canvas.open(&self.band_name(band));
        self.head(canvas, band, area);
        if let (Some(line), Some(report)) = (&band.line, &band.report) {
            self.line(canvas, line, report.verdict, left, area.y);
        }
        canvas.close();
        if band.folded {
            return;
        }
        let scene = self.scene;
        let metrics = &scene.metrics;
        for (at, column) in scene.backbone.columns.iter().enumerate() {
            let key = ListKey::Cell { band: band.band, step: column.step };
            let Some(cards) = scene.lists.get(&key) else { continue };
            for (card, row) in cards.iter().zip(0_u32..) {
                let Some((x, y)) = self.grid.card(at, index, row) else { continue };
                let place = Area::new(
                    left + x as f32,
                    self.bands_top() + y as f32,
                    metrics.card_w as f32,
                    metrics.card_h as f32,
                );
                if let Some(face) = scene.faces.get(card).filter(|_| canvas.shows(place.grown(2.0)))
                {
                    self.card(canvas, face, place, column.step.is_none());
                }
            }
        }
    }

    fn band_name(&self, band: &BandScene) -> String {
        match band.band {
            Band::Slice { .. } | Band::Sprint { .. } => band.name.clone(),
            Band::Later => self.words("band-later", []),
            Band::Earlier => self.words("band-earlier", []),
        }
    }

    fn line(&mut self, canvas: &mut impl Canvas, line: &Line, verdict: Verdict, x: f32, y: f32) {
        let plan = self.theme.plan(verdict);
        for stroke in &line.strokes {
            let path = Shape::Path(&stroke.path, x, y);
            match stroke.pen {
                // Pieces end as round as their glyph, a line leaves its pill as square as the pill.
                Pen::Thick => canvas.stroke(path, plan.mark, Stroke::round(3.0)),
                Pen::Thin => canvas.stroke(path, plan.mark, Stroke::square(1.5)),
                Pen::Grey => canvas.stroke(path, self.theme.line_strong, Stroke::square(2.0)),
                Pen::Hatch => canvas.stroke(path, plan.mark, Stroke::square(2.0)),
                Pen::Dots => canvas.fill(path, plan.mark),
                Pen::Rings => {
                    canvas.fill(path, self.theme.ground);
                    canvas.stroke(path, plan.mark, Stroke::square(1.5));
                }
                Pen::Hole => canvas.stroke(path, plan.mark, Stroke::square(1.5).dashed(3.0, 2.0)),
                Pen::Ticks => canvas.stroke(path, plan.mark, Stroke::round(1.5)),
            }
        }
        let middle = y + self.scene.metrics.line_y_tenths as f32 / 10.0;
        for word in &line.words {
            let (id, color) = match word.word {
                LineWordKind::NoPbiYet => ("line-no-pbi-yet", plan.ink),
                LineWordKind::NotNeeded => ("line-not-needed", self.theme.ink_3),
            };
            let text = self.words(id, []);
            self.write(canvas, &text, WORD, (x + word.x as f32, middle - 8.0, 16.0), color);
        }
    }

    /// Writes one line of text into a row: its left end, its top, its height.
    fn write(
        &mut self,
        canvas: &mut impl Canvas,
        text: &str,
        style: TextStyle,
        (x, top, height): (f32, f32, f32),
        color: Color,
    ) {
        if !text.is_empty() {
            let y = top + style.baseline_px(height);
            canvas.text(Text { text, style, x, y, color }, &mut self.type_);
        }
    }

    /// `text` as far as it fits.
    fn cut(&mut self, text: &str, style: TextStyle, room: f32) -> String {
        if self.type_.width_px(text, style) <= room {
            return text.to_owned();
        }
        self.type_.line(text, style, room.max(0.0) as u32)
    }

    fn words<const N: usize>(
        &self,
        id: &str,
        args: [(&'static str, FluentValue<'static>); N],
    ) -> String {
        self.speech.sentence(id, args)
    }
}

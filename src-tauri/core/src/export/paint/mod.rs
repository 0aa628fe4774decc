//! A scene, drawn on a canvas. Nothing else walks a scene to draw it, so that no two pictures of a map
//! can differ but in their canvas. The words come from the catalogue, the places from the grid.
//!
//! A picture has the margins of [`MARGIN`], the heads at left, and the map beside them, without the
//! window around it. Everything stands where the window would show it.

mod backbone;
mod card;
mod dim;
mod fact;
mod folded;
mod head;
mod marks;
mod setting;
mod sprint;
mod wall;

use fluent_bundle::FluentValue;
use jiff::civil::Date;

use super::Focus;
use super::canvas::{Area, Canvas, Shape, Stroke, Text};
use super::theme::{Color, Plan, Theme};
use crate::board::Band;
use crate::layout::scene::{BandScene, Fold, Line, LineWordKind, ListKey, Pen};
use crate::layout::text::{TextStyle, Typesetter};
use crate::layout::{BandsBy, Grid, Lens, Scene};
use crate::speech::Speech;
use setting::Setting;

/// Around the picture; at left the heads bring 20 px of their own.
const MARGIN: u32 = 24;
const LEFT: u32 = 4;
const SMALL: TextStyle = TextStyle::SMALL;
const WORD: TextStyle = TextStyle::new(12, 500);

/// What stands in a picture's corner.
#[derive(Debug, Clone, Copy)]
pub(super) struct Heading<'a> {
    /// A name; may be empty.
    pub title: &'a str,
    /// A day below it.
    pub day: Option<Date>,
}

/// Draws one scene, as often as a canvas needs it.
pub(super) struct Painter<'a> {
    scene: &'a Scene,
    grid: Grid,
    set: Setting,
    heading: Heading<'a>,
    focus: Option<Focus>,
    theme: &'a Theme,
    speech: &'a Speech,
    type_: Typesetter,
}

impl<'a> Painter<'a> {
    /// Draws `scene` below `heading`. Measures with `type_`.
    pub fn new(
        scene: &'a Scene,
        heading: Heading<'a>,
        theme: &'a Theme,
        speech: &'a Speech,
        type_: Typesetter,
    ) -> Self {
        let (grid, set) = (Grid::of(scene), Setting::of(scene.view.lens));
        Self { scene, grid, set, heading, focus: None, theme, speech, type_ }
    }

    /// The same, with all but this dim.
    pub fn focused(self, focus: Option<Focus>) -> Self {
        Self { focus, ..self }
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
            self.heading(canvas);
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

    fn column_x(&self, index: usize) -> f32 {
        self.corner().0 + self.grid.columns()[index].x as f32
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
        canvas.open(&self.band_name(band));
        self.head(canvas, band, area);
        if self.scene.view.lens == Lens::Workshop {
            self.wall_line(canvas, index, area);
        }
        canvas.close();
        if !band.folded {
            self.cells(canvas, index, band);
            if let Some(line) = &band.line {
                let plan = match &band.report {
                    Some(report) => self.theme.plan(report.verdict),
                    None => self.theme.whole,
                };
                self.line(canvas, line, plan, band.report.is_none(), area.y);
            }
        }
        self.dim_band(canvas, band.band, area);
    }

    /// The cards of a band, column by column.
    fn cells(&mut self, canvas: &mut impl Canvas, index: usize, band: &BandScene) {
        let scene = self.scene;
        let metrics = &scene.metrics;
        for (at, column) in scene.backbone.columns.iter().enumerate() {
            if column.fold == Fold::Shut {
                self.shut_cell(canvas, index, at, band.band);
            }
            let key = ListKey::Cell { band: band.band, step: column.step };
            let Some(cards) = scene.lists.get(&key).filter(|_| column.fold == Fold::Open) else {
                continue;
            };
            let mut place = Area::new(0.0, 0.0, metrics.card_w as f32, metrics.card_h as f32);
            for (card, row) in cards.iter().zip(0_u32..) {
                let Some((x, y)) = self.grid.card(at, index, row) else { continue };
                place.x = self.corner().0 + x as f32;
                place.y = self.bands_top() + y as f32;
                if let Some(face) = scene.faces.get(card).filter(|_| canvas.shows(place.grown(2.0)))
                {
                    self.card(canvas, face, place, column.step.is_none());
                }
            }
            if let Some(rest) = cards.rest
                && let Some((x, y)) =
                    self.grid.card(at, index, u32::try_from(cards.len()).unwrap_or(u32::MAX))
            {
                let at = (self.corner().0 + x as f32, self.bands_top() + y as f32);
                self.more(canvas, rest.count, at);
            }
            self.dim_cell(canvas, at, index);
        }
    }

    fn band_name(&self, band: &BandScene) -> String {
        match band.band {
            Band::Slice { .. } | Band::Sprint { .. } => band.name.clone(),
            Band::Later if self.scene.view.bands_by == BandsBy::Sprints => {
                self.words("band-no-sprint", [])
            }
            Band::Later => self.words("band-later", []),
            Band::Earlier => self.words("band-earlier", []),
        }
    }

    /// The line of a slice, or the loose marks of a Sprint, each in the colour of what it says.
    fn line(&mut self, canvas: &mut impl Canvas, line: &Line, plan: Plan, loose: bool, y: f32) {
        let x = self.corner().0;
        for stroke in &line.strokes {
            let path = Shape::Path(&stroke.path, x, y);
            let mark = match stroke.pen {
                Pen::Thick if loose => self.theme.pieces.mark,
                Pen::Hatch if loose => self.theme.base.mark,
                _ => plan.mark,
            };
            match stroke.pen {
                // Pieces end as round as their glyph, a line leaves its pill as square as the pill.
                Pen::Thick => canvas.stroke(path, mark, Stroke::round(3.0)),
                Pen::Thin => canvas.stroke(path, mark, Stroke::square(1.5)),
                Pen::Grey => canvas.stroke(path, self.theme.line_strong, Stroke::square(2.0)),
                Pen::Hatch => canvas.stroke(path, mark, Stroke::square(2.0)),
                Pen::Dots => canvas.fill(path, mark),
                Pen::Rings => {
                    canvas.fill(path, self.theme.ground);
                    canvas.stroke(path, mark, Stroke::square(1.5));
                }
                Pen::Hole => canvas.stroke(path, mark, Stroke::square(1.5).dashed(3.0, 2.0)),
                Pen::Ticks => canvas.stroke(path, mark, Stroke::round(1.5)),
            }
        }
        let middle = y + self.scene.metrics.line_y_tenths as f32 / 10.0;
        for word in &line.words {
            let (id, style, color) = match word.word {
                LineWordKind::NoPbiYet => ("line-no-pbi-yet", self.set.meta_strong, plan.ink),
                LineWordKind::NotNeeded => ("line-not-needed", self.set.meta, self.theme.ink_3),
            };
            let text = self.words(id, []);
            let at = (x + word.x as f32, middle - 8.0, 16.0);
            self.write(canvas, &text, style, at, color);
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
            canvas.text(Text { text, style, x, y, color, turned: false }, &mut self.type_);
        }
    }

    /// The same from below to above, across the width of a box, from its bottom as far as it fits.
    fn write_turned(
        &mut self,
        canvas: &mut impl Canvas,
        text: &str,
        style: TextStyle,
        within: Area,
        color: Color,
    ) {
        let text = self.cut(text, style, within.height);
        if !text.is_empty() {
            let (x, y) = (within.x + style.baseline_px(within.width), within.bottom());
            canvas.text(Text { text: &text, style, x, y, color, turned: true }, &mut self.type_);
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

//! One card.

use super::super::canvas::{Area, Canvas, Shape, Stroke};
use super::super::theme::Color;
use super::marks::DiscLook;
use super::{Painter, marks};
use crate::board::Kind;
use crate::layout::Lens;
use crate::layout::scene::Face;
use crate::layout::text::TextStyle;

const META: TextStyle = TextStyle::new(11, 400);
const META_STRONG: TextStyle = TextStyle::new(11, 500);
/// Between the parts of a meta row.
const META_GAP: f32 = 6.0;

impl Painter<'_> {
    pub(super) fn card(
        &mut self,
        canvas: &mut impl Canvas,
        face: &Face,
        at: Area,
        in_across: bool,
    ) {
        canvas.open(&face.title);
        let radius = self.set.radius;
        let corner = Shape::Box(at, radius);
        let technical = matches!(face.kind, Some(Kind::Enabler | Kind::Spike));
        if face.is_task {
            let dashed = Stroke::square(1.0).dashed(3.0, 2.0);
            let edge = Shape::Box(at.grown(-0.5), radius - 0.5);
            canvas.stroke(edge, self.theme.line_strong, dashed);
        } else if face.reference.is_some() {
            let edge = Shape::Box(at.grown(-0.5), radius - 0.5);
            canvas.stroke(edge, self.theme.line, Stroke::square(1.0));
        } else if face.maybe_task {
            canvas.fill(corner, if in_across { self.theme.ground } else { self.theme.well });
        } else {
            let edge = f32::from(self.theme.edge_tenths) / 10.0;
            canvas.fill(Shape::Box(at.grown(edge), radius + edge), self.theme.card_edge);
            if self.theme.card_shadow.percent > 0 {
                let below = Area::new(at.x, at.y + 1.0, at.width, at.height + 0.5);
                canvas.fill(Shape::Box(below, radius + 0.5), self.theme.card_shadow);
            }
            canvas.fill(corner, self.theme.card);
        }
        if face.pieces.is_some() {
            marks::rail(canvas, at, self.theme.pieces.mark);
        }
        if technical {
            marks::base(canvas, at, self.theme.base.mark);
        }
        let color = if face.done { self.theme.ink_2 } else { self.theme.ink };
        let left = at.x + face.title_inset(&self.scene.metrics) as f32;
        let set = self.set;
        let style = match face.reference {
            Some(_) => set.styles.card_light,
            None => face.title_style(&set.styles),
        };
        for (line, row) in face.lines.iter().zip(0_u8..) {
            let top = at.y + set.card_top + f32::from(row) * set.card_row;
            self.write(canvas, line, style, (left, top, set.card_row), color);
        }
        // A wall is read from afar: titles only.
        if self.scene.view.lens == Lens::Team {
            let right = at.right() - 10.0;
            self.meta(canvas, face, Area::new(left, at.bottom() - 22.0, right - left, 16.0));
        }
        canvas.close();
    }

    /// The last row of a card: what it is and how far it is.
    fn meta(&mut self, canvas: &mut impl Canvas, face: &Face, row: Area) {
        let theme = self.theme;
        let mut right = row.right();
        if let Some(estimate) = &face.estimate {
            let width = self.type_.width_px(estimate, META_STRONG);
            self.write(canvas, estimate, META_STRONG, (right - width, row.y, 16.0), theme.ink_2);
            right -= width + META_GAP;
        }
        let mut x = row.x;
        if let Some(reference) = &face.reference {
            let words = self.words("card-also-in", [("step", reference.step.clone().into())]);
            let icon = Some(marks::LINK);
            self.part(canvas, &mut x, (row.y, right), icon, &words, META, theme.ink_3);
            return;
        }
        if face.done {
            marks::icon(canvas, marks::TICK, x, row.y + 2.0, theme.increment_text);
            x += 12.0 + META_GAP;
        }
        if let Some(of) = &face.of {
            let words = self.words("card-of", [("title", of.clone().into())]);
            let icon = Some(marks::BOX).filter(|_| !face.done);
            self.part(canvas, &mut x, (row.y, right), icon, &words, META, theme.ink_3);
        } else if face.is_task && !face.done {
            marks::icon(canvas, marks::BOX, x, row.y + 2.0, theme.ink_3);
        }
        if let Some(kind) = face.kind
            && let Some(icon) = marks::kind(kind)
        {
            let word = self.words(kind_id(kind), []);
            self.part(canvas, &mut x, (row.y, right), Some(icon), &word, META, theme.ink_2);
        }
        let scene = self.scene;
        for persona in scene.personas.iter().filter(|disc| face.personas.contains(&disc.id)) {
            if x + 16.0 > right {
                break;
            }
            self.disc(canvas, persona, DiscLook::Plain, (x, row.y));
            x += 16.0 + META_GAP;
        }
        if face.maybe_task {
            let words = self.words("card-maybe-task", []);
            self.part(
                canvas,
                &mut x,
                (row.y, right),
                Some(marks::BULB),
                &words,
                META,
                theme.gaps.ink,
            );
        }
        if let Some(count) = face.pieces.filter(|count| count.some < count.all) {
            let words =
                self.words("card-pieces", [("some", count.some.into()), ("all", count.all.into())]);
            self.part(
                canvas,
                &mut x,
                (row.y, right),
                Some(marks::TASKS),
                &words,
                META_STRONG,
                theme.pieces.ink,
            );
        } else if let Some(count) = face.tasks.filter(|_| face.pieces.is_none()) {
            let words =
                self.words("card-tasks", [("some", count.some.into()), ("all", count.all.into())]);
            self.part(
                canvas,
                &mut x,
                (row.y, right),
                Some(marks::TASKS),
                &words,
                META,
                theme.ink_3,
            );
        }
        if let Some(tag) = &face.tag {
            self.tag(canvas, tag, x, row, right);
        }
    }

    /// An icon and its words, cut where the row has no more room; `x` moves behind them.
    #[allow(
        clippy::too_many_arguments,
        reason = "a part of a row is its place, its icon and its words"
    )]
    fn part(
        &mut self,
        canvas: &mut impl Canvas,
        x: &mut f32,
        (y, right): (f32, f32),
        icon: Option<&str>,
        words: &str,
        style: TextStyle,
        color: Color,
    ) {
        if let Some(icon) = icon {
            if *x + 12.0 > right {
                return;
            }
            marks::icon(canvas, icon, *x, y + 2.0, color);
            *x += 15.0;
        }
        let words = self.cut(words, style, right - *x);
        self.write(canvas, &words, style, (*x, y, 16.0), color);
        *x += self.type_.width_px(&words, style) + META_GAP;
    }

    fn tag(&mut self, canvas: &mut impl Canvas, tag: &str, x: f32, row: Area, right: f32) {
        const PADDING: f32 = 4.0;
        let room = right - x - 2.0 * PADDING;
        if room < 16.0 {
            return;
        }
        let tag = self.cut(tag, META, room);
        let width = self.type_.width_px(&tag, META) + 2.0 * PADDING;
        canvas.fill(Shape::Box(Area::new(x, row.y, width, 16.0), 4.0), self.theme.well);
        self.write(canvas, &tag, META, (x + PADDING, row.y, 16.0), self.theme.ink_2);
    }
}

fn kind_id(kind: Kind) -> &'static str {
    match kind {
        Kind::Outcome => "kind-outcome",
        Kind::Bug => "kind-bug",
        Kind::Enabler => "kind-enabler",
        Kind::Spike => "kind-spike",
        Kind::Note => "kind-note",
    }
}

//! The line of a slice: its stops → paths, one per way of drawing (look: "Parts of the line").
//!
//! Whole PBIs make it whole, holes interrupt it, pieces break it, groundwork lies under it.

use std::fmt::Write as _;

use super::Metrics;
use super::scene::{Line, LineWord, LineWordKind, Pen, Stroke};
use crate::slicing::{Stop, Verdict};

/// One activity as the line meets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Left edge of its first column.
    pub left: u32,
    /// Right edge of its last column.
    pub right: u32,
    /// How it stands in the journey.
    pub stop: Stop,
    /// Whether a card of the band stands in it.
    pub cards: bool,
}

/// From an activity's left edge to its stop.
const STOP: f64 = 6.0;
/// Where a head's pill ends, which is where a line begins that is covered from the first activity.
const PILL: f64 = -8.0;
/// Half of what [`Pen::Thick`] draws; its round ends reach so far beyond a path.
const THICK_END: f64 = 1.5;

/// The dashes of Pieces: length, gap after it, offset from the line, turn in degrees. Activity `i`
/// begins with dash `2 · i`, so that no two activities break alike.
const DASHES: [(f64, f64, f64, f64); 7] = [
    (14.0, 12.0, 0.0, 0.0),
    (9.0, 18.0, -3.0, -7.0),
    (18.0, 10.0, 2.0, 5.0),
    (7.0, 22.0, -1.0, -3.0),
    (12.0, 14.0, 3.5, 9.0),
    (8.0, 20.0, -2.5, -10.0),
    (16.0, 11.0, 1.0, 4.0),
];

/// The line over all activities of a map, left to right.
#[must_use]
pub fn line(verdict: Verdict, spans: &[Span], metrics: &Metrics) -> Line {
    let mut drawing = Drawing::new(f64::from(metrics.line_y_tenths) / 10.0);
    match verdict {
        Verdict::Empty => {
            for span in spans {
                drawing.ring(stop_x(span), 3.3);
            }
        }
        Verdict::Groundwork => {
            for span in spans {
                match span.stop {
                    Stop::Groundwork => drawing.hatching(span),
                    _ => drawing.grey_dash(span),
                }
            }
        }
        Verdict::Pieces => {
            for (index, span) in spans.iter().enumerate() {
                if span.cards {
                    drawing.pieces(index, span);
                } else {
                    drawing.grey_dash(span);
                }
            }
        }
        Verdict::EndToEnd | Verdict::Gaps => {
            drawing.journey(spans, verdict == Verdict::EndToEnd);
        }
        Verdict::PartOnPurpose => drawing.part(spans),
    }
    drawing.finish()
}

/// The mark of one PBI in the track of a Sprint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Whole,
    WholeDone,
    Piece,
    Groundwork,
}

/// The middle of a Sprint's marks below the band's top.
const MARKS_Y: f64 = 12.0;

/// Marks that nothing joins, each at its x.
pub(super) fn loose(marks: &[(u32, Mark)]) -> Line {
    let mut drawing = Drawing::new(MARKS_Y);
    for (x, mark) in marks {
        let x = f64::from(*x);
        match mark {
            Mark::Whole => drawing.dot(x, 5.0),
            Mark::WholeDone => drawing.ticked_dot(x),
            Mark::Piece => {
                drawing.dash(Pen::Thick, (x - 3.5, MARKS_Y - 2.5), 8.0, 14.0);
                drawing.dash(Pen::Thick, (x + 3.5, MARKS_Y + 3.0), 8.0, 14.0);
            }
            Mark::Groundwork => drawing.earth(x - 7.0, x + 7.0, MARKS_Y - 3.0, x - 1.0),
        }
    }
    drawing.finish()
}

fn stop_x(span: &Span) -> f64 {
    f64::from(span.left) + STOP
}

/// Where the line meets the stop of an activity from the left. A tick is cut out of the dot of what is
/// Done, so the line ends at such a dot instead of running below it.
fn meets(span: &Span) -> f64 {
    stop_x(span) - if span.stop == Stop::WholeDone { 6.0 } else { 0.0 }
}

/// Where it leaves it to the right.
fn leaves(span: &Span) -> f64 {
    stop_x(span) + if span.stop == Stop::WholeDone { 6.0 } else { 0.0 }
}

fn right(span: &Span) -> f64 {
    f64::from(span.right)
}

fn is_covered(stop: Stop) -> bool {
    use Stop::{ByHand, Covered, CoveredDone, Live, Whole, WholeDone};
    matches!(stop, Whole | WholeDone | Covered | CoveredDone | Live | ByHand)
}

/// Paths under way, one per pen in the order in which they are drawn.
struct Drawing {
    y: f64,
    paths: [(Pen, String); 8],
    words: Vec<LineWord>,
}

impl Drawing {
    fn new(y: f64) -> Self {
        let pens = [
            Pen::Thick,
            Pen::Thin,
            Pen::Grey,
            Pen::Hatch,
            Pen::Dots,
            Pen::Rings,
            Pen::Hole,
            Pen::Ticks,
        ];
        Self { y, paths: pens.map(|pen| (pen, String::new())), words: Vec::new() }
    }

    fn finish(self) -> Line {
        Line {
            strokes: self
                .paths
                .into_iter()
                .filter(|(_, path)| !path.is_empty())
                .map(|(pen, path)| Stroke { pen, path })
                .collect(),
            words: self.words,
        }
    }

    /// Unbroken through all that is covered, holes where there are any.
    fn journey(&mut self, spans: &[Span], end_to_end: bool) {
        if let Some(first) = spans.first().filter(|first| is_covered(first.stop)) {
            self.segment(first.stop, PILL, meets(first));
        }
        for (index, span) in spans.iter().enumerate() {
            let next = spans
                .iter()
                .enumerate()
                .skip(index + 1)
                .find(|(_, next)| is_covered(next.stop) || next.stop.is_hole());
            match span.stop {
                stop if is_covered(stop) => {
                    match next {
                        Some((at, next)) if is_covered(next.stop) && at == index + 1 => {
                            self.segment(stop, leaves(span), meets(next));
                        }
                        Some((_, next)) if is_covered(next.stop) => {
                            self.segment(stop, leaves(span), right(span) - THICK_END);
                            self.passing(right(span), stop_x(next));
                        }
                        None if end_to_end => {
                            self.segment(stop, leaves(span), right(span) - STOP);
                            self.dot(right(span) - STOP, 5.0);
                        }
                        _ => self.segment(stop, leaves(span), right(span) - THICK_END),
                    }
                    self.stop(span);
                }
                Stop::Hole => {
                    self.hole(span);
                    self.word(span, 20, LineWordKind::NoPbiYet);
                }
                Stop::HoleAbove => self.hole(span),
                _ => {
                    let before = spans[..index]
                        .iter()
                        .rev()
                        .find(|span| is_covered(span.stop) || span.stop.is_hole());
                    let passes = |span: Option<&Span>| span.is_some_and(|s| is_covered(s.stop));
                    if !(passes(before) && passes(next.map(|(_, next)| next))) {
                        self.grey_dash(span);
                        self.word(span, 18, LineWordKind::NotNeeded);
                    }
                }
            }
        }
    }

    /// From the first whole activity to the last, between two upright stops; grey outside.
    fn part(&mut self, spans: &[Span]) {
        let whole = |span: &Span| matches!(span.stop, Stop::Whole | Stop::WholeDone);
        let first = spans.iter().position(whole).unwrap_or(spans.len());
        let last = spans.iter().rposition(whole).unwrap_or(0);
        for (index, span) in spans.iter().enumerate() {
            if index < first || index > last {
                self.grey_dash(span);
                continue;
            }
            let inside = is_covered(span.stop);
            if index == first {
                self.upright(f64::from(span.left) - STOP);
            }
            if index == last {
                self.segment(span.stop, leaves(span), right(span) - 2.0);
                self.upright(right(span));
            } else if let Some(next) = spans.get(index + 1) {
                if inside && is_covered(next.stop) {
                    self.segment(span.stop, leaves(span), meets(next));
                } else if inside {
                    self.segment(span.stop, leaves(span), right(span) - THICK_END);
                    let resumes = spans[index + 1..=last].iter().find(|s| is_covered(s.stop));
                    if let Some(resumes) = resumes {
                        self.passing(right(span), stop_x(resumes));
                    }
                }
            }
            if inside {
                self.stop(span);
            }
        }
    }

    fn path(&mut self, pen: Pen) -> &mut String {
        let at = self.paths.iter().position(|(each, _)| *each == pen).unwrap_or(0);
        &mut self.paths[at].1
    }

    /// The line from one x to another, as thick as the stop where it begins makes it.
    fn segment(&mut self, stop: Stop, from: f64, to: f64) {
        let y = self.y;
        let pen = match stop {
            Stop::Whole | Stop::WholeDone => Pen::Thick,
            _ => Pen::Thin,
        };
        draw(self.path(pen), &[Step::M(from, y), Step::L(to, y)]);
    }

    /// Small dots between `from` and `to`: the line passes what it does not need.
    fn passing(&mut self, from: f64, to: f64) {
        let mut x = from + 6.0;
        while x < to - 6.0 {
            self.dot(x, 1.25);
            x += 8.0;
        }
    }

    fn stop(&mut self, span: &Span) {
        let (x, y) = (stop_x(span), self.y);
        match span.stop {
            Stop::Whole => self.dot(x, 5.0),
            Stop::WholeDone => self.ticked_dot(x),
            // What is live works already, as what is Done above does.
            Stop::CoveredDone | Stop::Live => {
                self.ring(x, 5.75);
                let tick = [
                    Step::M(x - 2.4, y + 0.3),
                    Step::L(x - 0.7, y + 2.0),
                    Step::L(x + 2.4, y - 1.7),
                ];
                draw(self.path(Pen::Ticks), &tick);
            }
            _ => self.ring(x, 4.25),
        }
    }

    fn ticked_dot(&mut self, x: f64) {
        let y = self.y;
        self.dot(x, 7.0);
        tick_outline(self.path(Pen::Dots), x, y);
    }

    fn dot(&mut self, x: f64, radius: f64) {
        circle(Pen::Dots, self, x, radius);
    }

    fn ring(&mut self, x: f64, radius: f64) {
        circle(Pen::Rings, self, x, radius);
    }

    fn hole(&mut self, span: &Span) {
        circle(Pen::Hole, self, stop_x(span), 6.0);
    }

    fn upright(&mut self, x: f64) {
        let y = self.y;
        let corners = [
            Step::M(x - 1.25, y - 7.0),
            Step::L(x + 1.25, y - 7.0),
            Step::L(x + 1.25, y + 7.0),
            Step::L(x - 1.25, y + 7.0),
            Step::Z,
        ];
        draw(self.path(Pen::Dots), &corners);
    }

    fn grey_dash(&mut self, span: &Span) {
        let (x, y) = (f64::from(span.left), self.y);
        draw(self.path(Pen::Grey), &[Step::M(x + 2.0, y), Step::L(x + 10.0, y)]);
    }

    fn hatching(&mut self, span: &Span) {
        let (left, y) = (f64::from(span.left), self.y);
        self.earth(left, right(span), y, left + 8.0);
    }

    /// A line with earth under it, its strokes 12 apart from `first` on.
    fn earth(&mut self, left: f64, right: f64, y: f64, first: f64) {
        let path = self.path(Pen::Hatch);
        draw(path, &[Step::M(left, y), Step::L(right, y)]);
        let mut x = first;
        while x <= right {
            draw(path, &[Step::M(x, y), Step::L(x - 5.0, y + 7.0)]);
            x += 12.0;
        }
    }

    fn pieces(&mut self, index: usize, span: &Span) {
        let mut x = f64::from(span.left) + 2.0;
        for (length, gap, offset, degrees) in DASHES.iter().cycle().skip(2 * index % DASHES.len()) {
            if x + length > f64::from(span.right) {
                break;
            }
            let middle = (x + length / 2.0, self.y + offset);
            self.dash(Pen::Thick, middle, *length, *degrees);
            x += length + gap;
        }
    }

    /// A stroke with round ends, turned around its middle.
    fn dash(&mut self, pen: Pen, (x, y): (f64, f64), length: f64, degrees: f64) {
        let half = length / 2.0 - THICK_END;
        let (sin, cos) = degrees.to_radians().sin_cos();
        let ends =
            [Step::M(x - half * cos, y - half * sin), Step::L(x + half * cos, y + half * sin)];
        draw(self.path(pen), &ends);
    }

    fn word(&mut self, span: &Span, inset: u32, word: LineWordKind) {
        self.words.push(LineWord { x: span.left + inset, word });
    }
}

/// One command of a path.
enum Step {
    M(f64, f64),
    L(f64, f64),
    /// Radius, sweep, end.
    A(f64, bool, f64, f64),
    Z,
}

fn draw(path: &mut String, steps: &[Step]) {
    for step in steps {
        match *step {
            Step::M(x, y) => point(path, 'M', x, y),
            Step::L(x, y) => point(path, 'L', x, y),
            Step::A(radius, sweep, x, y) => {
                path.push('A');
                number(path, radius);
                path.push(' ');
                number(path, radius);
                path.push_str(if sweep { " 0 0 1 " } else { " 0 0 0 " });
                number(path, x);
                path.push(' ');
                number(path, y);
            }
            Step::Z => path.push('Z'),
        }
    }
}

fn point(path: &mut String, letter: char, x: f64, y: f64) {
    path.push(letter);
    number(path, x);
    path.push(' ');
    number(path, y);
}

/// Hundredths of a pixel are enough.
fn number(path: &mut String, value: f64) {
    let rounded = (value * 100.0).round() / 100.0;
    // Writing to a String cannot fail. Adding zero makes −0 into 0.
    let _ = write!(path, "{}", rounded + 0.0);
}

fn circle(pen: Pen, drawing: &mut Drawing, x: f64, radius: f64) {
    let y = drawing.y;
    let steps = [
        Step::M(x - radius, y),
        Step::A(radius, true, x + radius, y),
        Step::A(radius, true, x - radius, y),
        Step::Z,
    ];
    draw(drawing.path(pen), &steps);
}

/// The outline of a tick, 2 px wide with round ends, in a dot of radius 7: even-odd, it is cut out.
fn tick_outline(path: &mut String, x: f64, y: f64) {
    const HALF: f64 = 0.95;
    let points = [(x - 3.2, y + 0.4), (x - 0.9, y + 2.7), (x + 3.3, y - 2.2)];
    let normal = |from: (f64, f64), to: (f64, f64)| {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let length = dx.hypot(dy);
        (dy / length * HALF, -dx / length * HALF)
    };
    let [a, b, c] = points;
    let (first, second) = (normal(a, b), normal(b, c));
    let dot = (first.0 * second.0 + first.1 * second.1) / (HALF * HALF);
    let miter = ((first.0 + second.0) / (1.0 + dot), (first.1 + second.1) / (1.0 + dot));
    draw(
        path,
        &[
            Step::M(a.0 + first.0, a.1 + first.1),
            Step::L(b.0 + miter.0, b.1 + miter.1),
            Step::L(c.0 + second.0, c.1 + second.1),
            Step::A(HALF, true, c.0 - second.0, c.1 - second.1),
            Step::L(b.0 - miter.0, b.1 - miter.1),
            Step::L(a.0 - first.0, a.1 - first.1),
            Step::A(HALF, true, a.0 + first.0, a.1 + first.1),
            Step::Z,
        ],
    );
}

#[cfg(test)]
mod tests;

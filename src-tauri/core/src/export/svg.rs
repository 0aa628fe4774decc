//! A picture as SVG: text stays text, in a subset of the bundled fonts that travels inside.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{self, Write};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use read_fonts::collections::IntSet;
use read_fonts::types::{NameId, Tag};
use read_fonts::{FontRef, TableProvider as _};
use skera::{DEFAULT_LAYOUT_FEATURES, Plan, SubsetFlags, subset_font};

use super::canvas::{Area, Canvas, Shape, Stroke, Text};
use super::paint::Painter;
use super::theme::Color;
use crate::layout::text::{INTER, NOTO_EMOJI, TextStyle, Typesetter};

/// Writes the picture of `painter` as one SVG document, `scale` times as large.
pub(super) fn write(painter: &mut Painter<'_>, scale: f32, out: &mut impl Write) -> io::Result<()> {
    let (width, height) = painter.size();
    let mut canvas = SvgCanvas::default();
    painter.paint(&mut canvas);
    let (wide, high) = (number(width as f32 * scale), number(height as f32 * scale));
    writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{high}\" viewBox=\"0 0 {width} {height}\">"
    )?;
    out.write_all(canvas.style().as_bytes())?;
    out.write_all(canvas.body.as_bytes())?;
    out.write_all(b"</svg>\n")
}

/// Collects the body, and what its style sheet must say.
#[derive(Default)]
struct SvgCanvas {
    body: String,
    /// Every character that is drawn.
    characters: BTreeSet<char>,
    /// Styles of text, by the order in which they came.
    styles: BTreeMap<(u16, u16), usize>,
}

impl SvgCanvas {
    fn class(&mut self, style: TextStyle) -> usize {
        let next = self.styles.len();
        *self.styles.entry((style.size_px, style.weight)).or_insert(next)
    }

    fn style(&self) -> String {
        let mut css = String::from("<style>\n");
        for (family, weights, subset) in self.subsets() {
            let data = STANDARD.encode(subset);
            let _ = writeln!(
                css,
                "@font-face{{font-family:\"{family}\";font-weight:{weights};src:url(data:font/ttf;base64,{data}) format(\"truetype\")}}"
            );
        }
        css.push_str("text{font-family:Inter,\"Noto Emoji\",sans-serif;font-optical-sizing:none;white-space:pre}\n");
        let mut styles: Vec<_> = self.styles.iter().collect();
        styles.sort_unstable_by_key(|(_, class)| **class);
        for ((size_px, weight), class) in styles {
            let spacing = TextStyle::new(*size_px, *weight).letter_spacing_px();
            let _ = write!(css, ".t{class}{{font-size:{size_px}px;font-weight:{weight}");
            if spacing != 0.0 {
                let _ = write!(css, ";letter-spacing:{}px", number(spacing));
            }
            css.push_str("}\n");
        }
        css.push_str("</style>\n");
        css
    }

    /// Family, weights and bytes of the fonts that the text needs. What Inter has, Inter draws.
    fn subsets(&self) -> Vec<(&'static str, &'static str, Vec<u8>)> {
        let in_inter = covered(INTER, &self.characters);
        let left: BTreeSet<char> = self.characters.difference(&in_inter).copied().collect();
        let mut in_emoji = covered(NOTO_EMOJI, &left);
        if !in_emoji.is_empty() {
            // What joins emoji into one.
            in_emoji.extend(['\u{200d}', '\u{fe0f}']);
        }
        [("Inter", "100 900", INTER, in_inter), ("Noto Emoji", "400", NOTO_EMOJI, in_emoji)]
            .into_iter()
            .filter_map(|(family, weights, font, characters)| {
                Some((family, weights, subset(font, &characters)?))
            })
            .collect()
    }

    fn shape(&mut self, shape: Shape<'_>, paint: &str) {
        let body = &mut self.body;
        // Writing to a String cannot fail.
        let _ = match shape {
            Shape::Box(area, radius) => {
                let _ = write!(
                    body,
                    "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
                    number(area.x),
                    number(area.y),
                    number(area.width),
                    number(area.height)
                );
                if radius > 0.0 { write!(body, " rx=\"{}\"", number(radius)) } else { Ok(()) }
            }
            Shape::Circle(x, y, radius) => {
                write!(
                    body,
                    "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"",
                    number(x),
                    number(y),
                    number(radius)
                )
            }
            Shape::Path(path, x, y) => write!(
                body,
                "<path transform=\"translate({} {})\" d=\"{path}\"",
                number(x),
                number(y)
            ),
        };
        let _ = writeln!(body, " {paint}/>");
    }
}

impl Canvas for SvgCanvas {
    fn shows(&self, _: Area) -> bool {
        true
    }

    fn fill(&mut self, shape: Shape<'_>, color: Color) {
        let rule = if matches!(shape, Shape::Path(..)) { " fill-rule=\"evenodd\"" } else { "" };
        self.shape(shape, &format!("fill=\"{}\"{rule}{}", hex(color), opacity("fill", color)));
    }

    fn stroke(&mut self, shape: Shape<'_>, color: Color, stroke: Stroke) {
        let mut paint = format!(
            "fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"{}",
            hex(color),
            number(stroke.width),
            opacity("stroke", color)
        );
        if stroke.round {
            paint.push_str(" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
        }
        if let Some((dash, gap)) = stroke.dash {
            let _ = write!(paint, " stroke-dasharray=\"{} {}\"", number(dash), number(gap));
        }
        self.shape(shape, &paint);
    }

    fn text(&mut self, text: Text<'_>, _: &mut Typesetter) {
        self.characters.extend(text.text.chars());
        let class = self.class(text.style);
        let (x, y) = (number(text.x), number(text.y));
        let turned =
            if text.turned { format!(" transform=\"rotate(-90 {x} {y})\"") } else { String::new() };
        let _ = writeln!(
            self.body,
            "<text class=\"t{class}\" x=\"{x}\" y=\"{y}\"{turned} fill=\"{}\">{}</text>",
            hex(text.color),
            escaped(text.text)
        );
    }

    fn open(&mut self, name: &str) {
        self.body.push_str("<g>");
        if !name.is_empty() {
            let _ = write!(self.body, "<title>{}</title>", escaped(name));
        }
        self.body.push('\n');
    }

    fn close(&mut self) {
        self.body.push_str("</g>\n");
    }
}

/// Those of `characters` that a font has.
fn covered(font: &[u8], characters: &BTreeSet<char>) -> BTreeSet<char> {
    let Ok(cmap) = FontRef::new(font).and_then(|font| font.cmap()) else { return BTreeSet::new() };
    characters.iter().copied().filter(|c| cmap.map_codepoint(*c).is_some()).collect()
}

/// The part of a font that draws `characters`; `None` if there are none. A font that cannot be cut is
/// left out too: the viewer's fonts stand in.
fn subset(font: &[u8], characters: &BTreeSet<char>) -> Option<Vec<u8>> {
    if characters.is_empty() {
        return None;
    }
    let font = FontRef::new(font).ok()?;
    let mut unicodes = IntSet::<u32>::empty();
    unicodes.extend(characters.iter().map(|c| u32::from(*c)));
    let mut scripts = IntSet::<Tag>::empty();
    scripts.invert();
    let mut features = IntSet::<Tag>::empty();
    features.extend(DEFAULT_LAYOUT_FEATURES.iter().copied());
    let mut names = IntSet::<NameId>::empty();
    names.insert_range(NameId::from(0)..=NameId::from(6));
    let mut languages = IntSet::<u16>::empty();
    languages.insert(0x0409);
    let plan = Plan::new(
        &IntSet::empty(),
        &unicodes,
        &font,
        SubsetFlags::SUBSET_FLAGS_NO_HINTING,
        &IntSet::empty(),
        &scripts,
        &features,
        &names,
        &languages,
    );
    subset_font(&font, &plan).ok()
}

/// Text as XML 1.0 can hold it: marked-up characters escaped, characters that it forbids left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => escaped.push(c),
        }
    }
    escaped
}

fn hex(color: Color) -> String {
    format!("#{:06X}", color.rgb)
}

fn opacity(what: &str, color: Color) -> String {
    match color.percent {
        100 => String::new(),
        percent => format!(" {what}-opacity=\".{percent:02}\""),
    }
}

/// Hundredths of a pixel are enough, and as few characters as they need.
fn number(value: f32) -> String {
    let rounded = (f64::from(value) * 100.0).round() / 100.0;
    format!("{}", rounded + 0.0)
}

//! Text in the bundled fonts: where its lines break, and the glyphs that draw it.
//!
//! The window draws the same font files, but it rounds glyphs' widths in its own way: measured, a line
//! comes out at most 2 % wider there. Lines are therefore broken [`SLACK`] narrower than their box and
//! fit on screen as they are.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};

use fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, GenericFamily, SourceCache};
use parley::{
    FontContext, FontData, FontFamily, FontFamilyName, FontWeight, Layout, LayoutContext,
    OverflowWrap, PositionedLayoutItem, StyleProperty,
};

/// Inter, variable in weight (see `fonts/README.md`).
pub const INTER: &[u8] = include_bytes!("../../fonts/Inter.ttf");
/// Noto Emoji in one colour.
pub const NOTO_EMOJI: &[u8] = include_bytes!("../../fonts/NotoEmoji.ttf");

/// The part of a box's width that its lines may take.
const SLACK: f32 = 0.97;

/// How many broken texts are kept per kind of box. More than any map has, so that typing into a map
/// of 10 000 titles breaks only what is typed; when it is full, it starts again.
const KEPT: usize = 100_000;

/// How much of a text is looked at, in characters: far more than any box shows, and a pasted book
/// costs no more than a title.
const LOOKED_AT: usize = 1_000;

/// A size and weight of the one family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TextStyle {
    /// Size in pixels.
    pub size_px: u16,
    /// Weight: 400, 500 or 600.
    pub weight: u16,
}

impl TextStyle {
    /// A card's title.
    pub const CARD: Self = Self::new(13, 500);
    /// The title of a card that is done, technical or a task.
    pub const CARD_LIGHT: Self = Self::new(13, 400);
    /// A step's title.
    pub const STEP: Self = Self::new(13, 500);
    /// An activity's title.
    pub const ACTIVITY: Self = Self::new(14, 600);
    /// A slice's name.
    pub const NAME: Self = Self::new(15, 600);
    /// Secondary lines, such as an outcome.
    pub const SMALL: Self = Self::new(12, 400);

    /// A style of its own.
    #[must_use]
    pub const fn new(size_px: u16, weight: u16) -> Self {
        Self { size_px, weight }
    }

    /// Space between letters, in pixels (look: −.01 em at 15 px, −.02 at 20; none below).
    #[must_use]
    pub fn letter_spacing_px(self) -> f32 {
        let size = f32::from(self.size_px);
        match self.size_px {
            ..15 => 0.0,
            15..20 => -0.01 * size,
            _ => -0.02 * size,
        }
    }

    /// From the top of a line of this height to the baseline. Inter's ascent and descent are rounded
    /// to whole pixels first, as browsers do.
    #[must_use]
    pub fn baseline_px(self, line_height: f32) -> f32 {
        let size = f32::from(self.size_px);
        let (ascent, descent) = ((size * 0.968_75).round(), (size * 0.241_21).round());
        (line_height - ascent - descent) / 2.0 + ascent
    }
}

/// Glyphs of one font, ready to be drawn from a baseline.
#[derive(Debug, Clone)]
pub struct GlyphRun {
    /// The font.
    pub font: FontData,
    /// The size in pixels.
    pub size_px: f32,
    /// The variable font's normalized coordinates (F2Dot14).
    pub coords: Vec<i16>,
    /// Glyph ids, and where they stand: x from the text's left end, y down from the baseline.
    pub glyphs: Vec<(u32, f32, f32)>,
}

/// Breaks and shapes text; keeps what it has broken.
pub struct Typesetter {
    bundled: FontContext,
    /// The bundled fonts and the computer's, made when a text needs it.
    with_computers: Option<FontContext>,
    layouts: LayoutContext<()>,
    broken: HashMap<BoxKind, Broken>,
}

/// A kind of box: style, width in pixels, most lines.
type BoxKind = (TextStyle, u32, usize);

/// Texts, and the lines that they give in one kind of box.
type Broken = HashMap<Box<str>, Arc<[Box<str>]>>;

static SHARED: LazyLock<Mutex<Typesetter>> = LazyLock::new(|| Mutex::new(Typesetter::new()));

impl Typesetter {
    /// With the bundled fonts and an empty memory.
    #[must_use]
    pub fn new() -> Self {
        Self {
            bundled: fonts(false),
            with_computers: None,
            layouts: LayoutContext::new(),
            broken: HashMap::new(),
        }
    }

    /// The one that every lay-out of this program shares, so that a title is broken once.
    pub fn shared() -> MutexGuard<'static, Self> {
        // It only remembers; a panic elsewhere leaves nothing half done that matters.
        SHARED.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// `text` in lines that fit a box `width_px` wide, `most` at most; the last ends in "…" where
    /// there is more. Breaks stand between words, or inside one that is wider than the box.
    pub fn lines(
        &mut self,
        text: &str,
        style: TextStyle,
        width_px: u32,
        most: usize,
    ) -> Arc<[Box<str>]> {
        let kind = (style, width_px, most);
        if let Some(lines) = self.broken.get(&kind).and_then(|kept| kept.get(text)) {
            return Arc::clone(lines);
        }
        let lines: Arc<[Box<str>]> = self.broken_lines(text, style, width_px, most).into();
        let kept = self.broken.entry(kind).or_default();
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert(text.into(), Arc::clone(&lines));
        lines
    }

    /// `text` as one line that fits, ending in "…" where it was cut.
    pub fn line(&mut self, text: &str, style: TextStyle, width_px: u32) -> String {
        self.lines(text, style, width_px, 1).first().map(ToString::to_string).unwrap_or_default()
    }

    fn broken_lines(
        &mut self,
        text: &str,
        style: TextStyle,
        width_px: u32,
        most: usize,
    ) -> Vec<Box<str>> {
        let room = width_px as f32 * SLACK;
        let text = one_line(text);
        if text.is_empty() || most == 0 {
            return Vec::new();
        }
        let layout = self.lay_out(&text, style, Some(room));
        let whole = layout.len() <= most;
        let mut lines: Vec<Box<str>> = layout
            .lines()
            .take(if whole { most } else { most - 1 })
            .map(|line| text[line.text_range()].trim_end().into())
            .collect();
        if !whole && let Some(last) = layout.lines().nth(most - 1) {
            let rest = &text[last.text_range().start..];
            lines.push(self.cut(rest, style, room).into_boxed_str());
        }
        lines
    }

    /// As much of the beginning of `text` as fits together with "…".
    fn cut(&mut self, text: &str, style: TextStyle, room: f32) -> String {
        let layout = self.lay_out(text, style, None);
        let mut clusters: Vec<(usize, f32)> = layout
            .lines()
            .flat_map(|line| line.runs().collect::<Vec<_>>())
            .flat_map(|run| run.clusters().collect::<Vec<_>>())
            .map(|cluster| (cluster.text_range().end, cluster.advance()))
            .collect();
        // Runs come as they are seen; what is read first is kept, also where that is at the right.
        clusters.sort_unstable_by_key(|(end, _)| *end);
        let mut left = room - self.width_px("…", style);
        let fitting = clusters.iter().take_while(|(_, advance)| {
            left -= advance;
            left >= 0.0
        });
        let mut kept = fitting.count();
        loop {
            let end = if kept == 0 { 0 } else { clusters[kept - 1].0 };
            let line = format!("{}…", text[..end].trim_end());
            // Beside "…" a letter may take another shape than beside its neighbour.
            if kept == 0 || self.width_px(&line, style) <= room {
                return line;
            }
            kept -= 1;
        }
    }

    /// How wide `text` is as one line, in pixels.
    pub fn width_px(&mut self, text: &str, style: TextStyle) -> f32 {
        self.lay_out(text, style, None).full_width()
    }

    /// The glyphs that draw `text` as one line.
    pub fn glyphs(&mut self, text: &str, style: TextStyle) -> Vec<GlyphRun> {
        let layout = self.lay_out(text, style, None);
        let Some(line) = layout.lines().next() else { return Vec::new() };
        line.items()
            .filter_map(|item| match item {
                PositionedLayoutItem::GlyphRun(run) => Some(run),
                PositionedLayoutItem::InlineBox(_) => None,
            })
            .map(|glyphs| GlyphRun {
                font: glyphs.run().font().clone(),
                size_px: glyphs.run().font_size(),
                coords: glyphs
                    .run()
                    .normalized_coords()
                    .iter()
                    .map(|coord| coord.to_bits())
                    .collect(),
                glyphs: glyphs
                    .positioned_glyphs()
                    .map(|glyph| (glyph.id, glyph.x, glyph.y - glyphs.baseline()))
                    .collect(),
            })
            .collect()
    }

    fn lay_out(&mut self, text: &str, style: TextStyle, room: Option<f32>) -> Layout<()> {
        let layout = broken(&mut self.layouts, &mut self.bundled, text, style, room);
        if !lacks_glyphs(&layout) {
            return layout;
        }
        let fonts = self.with_computers.get_or_insert_with(|| fonts(true));
        broken(&mut self.layouts, fonts, text, style, room)
    }
}

impl Default for Typesetter {
    fn default() -> Self {
        Self::new()
    }
}

impl std::fmt::Debug for Typesetter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Typesetter")
    }
}

fn one_line(text: &str) -> Cow<'_, str> {
    let end = text.char_indices().nth(LOOKED_AT).map_or(text.len(), |(end, _)| end);
    let text = &text[..end];
    let plain = !text.starts_with(' ')
        && !text.ends_with(' ')
        && !text.contains("  ")
        && !text.contains(|c: char| c.is_control() || (c.is_whitespace() && c != ' '));
    if plain {
        return Cow::Borrowed(text);
    }
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    Cow::Owned(words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "))
}

fn fonts(with_computers: bool) -> FontContext {
    let mut collection =
        Collection::new(CollectionOptions { shared: false, system_fonts: with_computers });
    for (name, bytes) in [("Inter", INTER), ("Noto Emoji", NOTO_EMOJI)] {
        // The name is given, because another version of the family may be on the computer.
        let named = FontInfoOverride {
            family_name: Some(&bundled(name)),
            width: None,
            style: None,
            weight: None,
            axes: None,
        };
        collection.register_fonts(Blob::new(Arc::new(bytes)), Some(named));
    }
    if let Some(emoji) = collection.family_id(&bundled("Noto Emoji")) {
        collection.set_generic_families(GenericFamily::Emoji, std::iter::once(emoji));
    }
    FontContext { collection, source_cache: SourceCache::default() }
}

fn bundled(name: &str) -> String {
    format!("{name} (bundled)")
}

fn broken(
    layouts: &mut LayoutContext<()>,
    fonts: &mut FontContext,
    text: &str,
    style: TextStyle,
    room: Option<f32>,
) -> Layout<()> {
    const FAMILIES: &[FontFamilyName<'static>] = &[
        FontFamilyName::Named(Cow::Borrowed("Inter (bundled)")),
        FontFamilyName::Named(Cow::Borrowed("Noto Emoji (bundled)")),
    ];
    let mut builder = layouts.ranged_builder(fonts, text, 1.0, false);
    builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Borrowed(FAMILIES))));
    builder.push_default(StyleProperty::FontSize(f32::from(style.size_px)));
    builder.push_default(StyleProperty::FontWeight(FontWeight::new(f32::from(style.weight))));
    builder.push_default(StyleProperty::LetterSpacing(style.letter_spacing_px()));
    builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
    let mut layout = builder.build(text);
    layout.break_all_lines(room);
    layout
}

/// Whether a character has no glyph in any font that was asked.
fn lacks_glyphs(layout: &Layout<()>) -> bool {
    layout
        .lines()
        .flat_map(|line| line.runs().collect::<Vec<_>>())
        .any(|run| run.clusters().any(|cluster| cluster.glyphs().any(|glyph| glyph.id == 0)))
}

#[cfg(test)]
mod tests;

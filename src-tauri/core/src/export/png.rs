//! A picture as PNG: drawn in strips, so that its size costs time but no memory. While one strip is
//! compressed, the next is drawn.

use std::collections::HashMap;
use std::io::{self, BufWriter, Write};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use vello_cpu::color::AlphaColor;
use vello_cpu::kurbo::{self, Affine, BezPath, Shape as _};
use vello_cpu::peniko::Fill;
use vello_cpu::{Glyph, Pixmap, RenderContext, RenderSettings, Resources};

use super::canvas::{Area, Canvas, Shape, Stroke, Text};
use super::paint::Painter;
use super::theme::Color;
use super::{ExportError, MAX_PIXELS, Progress};
use crate::layout::text::Typesetter;

/// About how many pixels are drawn before they are compressed.
const STRIP_PIXELS: u32 = 1 << 21;
/// The widest piece of a strip that is drawn at once.
const TILE_WIDTH: u32 = 4096;
/// Red, green, blue: the ground covers all, so that nothing shines through.
const CHANNELS: usize = 3;

/// Writes the picture of `painter`, `scale` times as large.
pub(super) fn write(
    painter: &mut Painter<'_>,
    scale: f32,
    out: impl Write + Send,
    progress: &mut Progress<'_>,
) -> Result<(), ExportError> {
    let (width, height) = painter.size();
    let scaled = |length: u32| (f64::from(length) * f64::from(scale)).ceil() as u64;
    let (width, height) = (scaled(width).max(1), scaled(height).max(1));
    let too_large = ExportError::TooLarge { width, height };
    if width * height > MAX_PIXELS {
        return Err(too_large);
    }
    let (Ok(width), Ok(height)) = (u32::try_from(width), u32::try_from(height)) else {
        return Err(too_large);
    };
    let rows = (STRIP_PIXELS / width).clamp(16, 512).min(height);
    thread::scope(|threads| {
        let (strips, to_write) = sync_channel(1);
        let writer = threads.spawn(move || encode(out, width, height, &to_write));
        let mut drawn = Ok(());
        for top in (0..height).step_by(rows as usize) {
            let rows = rows.min(height - top);
            let strip = draw_strip(painter, scale, width, top, rows);
            // The writer stops early only where it failed; it says why below.
            if strips.send(strip).is_err() {
                break;
            }
            if !progress((top + rows) as f32 / height as f32) {
                drawn = Err(ExportError::Cancelled);
                break;
            }
        }
        drop(strips);
        let written = writer
            .join()
            .unwrap_or_else(|_| Err(io::Error::other("the picture could not be compressed")));
        drawn.and(written.map_err(ExportError::Write))
    })
}

/// Compresses strips as they come.
fn encode(out: impl Write, width: u32, height: u32, strips: &Receiver<Vec<u8>>) -> io::Result<()> {
    let mut encoder = png::Encoder::new(BufWriter::new(out), width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_source_srgb(png::SrgbRenderingIntent::Perceptual);
    encoder.set_compression(png::Compression::Balanced);
    let mut header = encoder.write_header()?;
    let mut rows = header.stream_writer()?;
    for strip in strips {
        rows.write_all(&strip)?;
    }
    // A picture that is not whole is an error here; it is thrown away with its temporary file.
    rows.finish()?;
    header.finish()?;
    Ok(())
}

/// The pixels of `rows` rows from `top`, three bytes each.
pub(super) fn draw_strip(
    painter: &mut Painter<'_>,
    scale: f32,
    width: u32,
    top: u32,
    rows: u32,
) -> Vec<u8> {
    let stride = width as usize * CHANNELS;
    let mut strip = vec![0; stride * rows as usize];
    for left in (0..width).step_by(TILE_WIDTH as usize) {
        let wide = TILE_WIDTH.min(width - left);
        // At most TILE_WIDTH and 512, which fit.
        let size = (wide as u16, rows as u16);
        let pixels = draw_tile(painter, scale, (left, top), size);
        let start = left as usize * CHANNELS;
        let end = start + wide as usize * CHANNELS;
        let from = pixels.data_as_u8_slice().chunks_exact(wide as usize * 4);
        for (row, pixels) in strip.chunks_exact_mut(stride).zip(from) {
            let row = row[start..end].chunks_exact_mut(CHANNELS);
            for (to, from) in row.zip(pixels.chunks_exact(4)) {
                to.copy_from_slice(&from[..CHANNELS]);
            }
        }
    }
    strip
}

fn draw_tile(
    painter: &mut Painter<'_>,
    scale: f32,
    (left, top): (u32, u32),
    (width, height): (u16, u16),
) -> Pixmap {
    // One thread: the other core compresses meanwhile.
    let settings = RenderSettings { num_threads: 0, ..RenderSettings::default() };
    let (x, y) = (left as f32 / scale, top as f32 / scale);
    let mut canvas = PngCanvas {
        context: RenderContext::new_with(width, height, settings),
        resources: Resources::new(),
        shown: Area::new(x, y, f32::from(width) / scale, f32::from(height) / scale),
        transform: Affine::scale(f64::from(scale))
            .then_translate((-f64::from(left), -f64::from(top)).into()),
        paths: HashMap::new(),
    };
    painter.paint(&mut canvas);
    let PngCanvas { mut context, mut resources, .. } = canvas;
    context.flush();
    let mut pixels = Pixmap::new(width, height);
    context.render(&mut pixels, &mut resources);
    pixels
}

/// Draws one tile.
struct PngCanvas {
    context: RenderContext,
    resources: Resources,
    shown: Area,
    transform: Affine,
    /// Path data that were read already: icons come again on every card.
    paths: HashMap<String, BezPath>,
}

impl PngCanvas {
    fn path(&mut self, shape: Shape<'_>) -> (BezPath, Affine) {
        const TOLERANCE: f64 = 0.05;
        match shape {
            Shape::Box(area, radius) => {
                let corners = rect(area).to_rounded_rect(f64::from(radius));
                (corners.to_path(TOLERANCE), self.transform)
            }
            Shape::Circle(x, y, radius) => {
                let circle = kurbo::Circle::new((f64::from(x), f64::from(y)), f64::from(radius));
                (circle.to_path(TOLERANCE), self.transform)
            }
            Shape::Path(data, x, y) => {
                let path = match self.paths.get(data) {
                    Some(path) => path.clone(),
                    None => {
                        let path = BezPath::from_svg(data).unwrap_or_default();
                        self.paths.insert(data.to_owned(), path.clone());
                        path
                    }
                };
                (path, self.transform.pre_translate((f64::from(x), f64::from(y)).into()))
            }
        }
    }

    fn set_color(&mut self, color: Color) {
        let [_, red, green, blue] = color.rgb.to_be_bytes();
        let alpha = f32::from(color.percent) / 100.0;
        self.context.set_paint(AlphaColor::from_rgb8(red, green, blue).with_alpha(alpha));
    }
}

impl Canvas for PngCanvas {
    fn shows(&self, area: Area) -> bool {
        let shown = self.shown;
        area.x < shown.right()
            && shown.x < area.right()
            && area.y < shown.bottom()
            && shown.y < area.bottom()
    }

    fn fill(&mut self, shape: Shape<'_>, color: Color) {
        self.set_color(color);
        if let Shape::Box(area, 0.0) = shape {
            self.context.set_transform(self.transform);
            self.context.fill_rect(&rect(area));
            return;
        }
        let (path, transform) = self.path(shape);
        self.context.set_transform(transform);
        self.context.set_fill_rule(Fill::EvenOdd);
        self.context.fill_path(&path);
        self.context.set_fill_rule(Fill::NonZero);
    }

    fn stroke(&mut self, shape: Shape<'_>, color: Color, stroke: Stroke) {
        self.set_color(color);
        let (cap, join) = if stroke.round {
            (kurbo::Cap::Round, kurbo::Join::Round)
        } else {
            (kurbo::Cap::Butt, kurbo::Join::Miter)
        };
        let mut pen = kurbo::Stroke::new(f64::from(stroke.width)).with_caps(cap).with_join(join);
        if let Some((dash, gap)) = stroke.dash {
            pen = pen.with_dashes(0.0, [f64::from(dash), f64::from(gap)]);
        }
        let (path, transform) = self.path(shape);
        self.context.set_transform(transform);
        self.context.set_stroke(pen);
        self.context.stroke_path(&path);
    }

    fn text(&mut self, text: Text<'_>, type_: &mut Typesetter) {
        self.set_color(text.color);
        let at = Affine::translate((f64::from(text.x), f64::from(text.y)));
        for run in type_.glyphs(text.text, text.style) {
            self.context.set_transform(self.transform * at);
            let glyphs = run.glyphs.iter().map(|&(id, x, y)| Glyph { id, x, y });
            // A glyph that cannot be drawn is left out; its characters stand in the SVG.
            let _ = self
                .context
                .glyph_run(&mut self.resources, &run.font)
                .font_size(run.size_px)
                .normalized_coords(&run.coords)
                .hint(false)
                .fill_glyphs(glyphs);
        }
    }

    fn open(&mut self, _: &str) {}

    fn close(&mut self) {}
}

fn rect(area: Area) -> kurbo::Rect {
    kurbo::Rect::new(
        f64::from(area.x),
        f64::from(area.y),
        f64::from(area.right()),
        f64::from(area.bottom()),
    )
}

//! A picture as PNG: drawn in strips, so that its size costs time but no memory. While one strip is
//! compressed, the next is drawn.

mod file;
mod palette;

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufWriter, Seek, SeekFrom};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use vello_cpu::color::AlphaColor;
use vello_cpu::kurbo::{self, Affine, BezPath, Shape as _};
use vello_cpu::peniko::Fill;
use vello_cpu::{Glyph, Pixmap, RenderContext, RenderSettings, Resources};

use super::canvas::{Area, Canvas, Shape, Stroke, Text};
use super::paint::Painter;
use super::theme::{Color, Theme};
use super::{ExportError, MAX_COPIED, MAX_PIXELS, Progress};
use crate::layout::text::Typesetter;
use file::PngFile;
use palette::Palette;

/// About how many pixels are drawn before they are compressed.
const STRIP_PIXELS: u32 = 1 << 21;
/// The widest piece of a strip that is drawn at once.
const TILE_WIDTH: u32 = 4096;
/// Red, green, blue and opacity, as they are drawn.
const DRAWN: usize = 4;

/// Why the rows did not become a file.
enum Unwritten {
    /// The picture has more colours than a palette.
    TooManyColors,
    Failed(io::Error),
}

impl From<io::Error> for Unwritten {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

/// A picture as it is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    /// How many are in a row.
    pub width: u32,
    /// How many rows there are.
    pub height: u32,
    /// Red, green, blue and opacity of each, row by row from above.
    pub rgba: Vec<u8>,
}

/// Width and height of the picture of `painter`, `scale` times as large.
pub(super) fn size(painter: &Painter<'_>, scale: f32) -> (u64, u64) {
    let (width, height) = painter.size();
    let scaled = |length: u32| (f64::from(length) * f64::from(scale)).ceil() as u64;
    (scaled(width).max(1), scaled(height).max(1))
}

/// The picture of `painter`, `scale` times as large, unpacked.
pub(super) fn pixels(
    painter: &mut Painter<'_>,
    scale: f32,
    progress: &mut Progress<'_>,
) -> Result<Pixels, ExportError> {
    let (width, height) = size(painter, scale);
    let too_large = ExportError::TooLarge { width, height, limit: MAX_COPIED };
    if width * height > MAX_COPIED {
        return Err(too_large);
    }
    let (Ok(width), Ok(height)) = (u32::try_from(width), u32::try_from(height)) else {
        return Err(too_large);
    };
    let mut rgba = Vec::with_capacity(width as usize * height as usize * DRAWN);
    let mut easel = Easel::new(scale);
    let rows = rows(width).min(height);
    for top in (0..height).step_by(rows as usize) {
        let rows = rows.min(height - top);
        rgba.extend(easel.strip(painter, width, top, rows));
        if !progress((top + rows) as f32 / height as f32) {
            return Err(ExportError::Cancelled);
        }
    }
    Ok(Pixels { width, height, rgba })
}

/// How many rows of a picture are drawn at once.
fn rows(width: u32) -> u32 {
    (STRIP_PIXELS / width).clamp(16, 512)
}

/// Writes the picture of `painter`, `scale` times as large.
pub(super) fn write(
    painter: &mut Painter<'_>,
    scale: f32,
    out: &mut File,
    progress: &mut Progress<'_>,
) -> Result<(), ExportError> {
    let (width, height) = size(painter, scale);
    let too_large = ExportError::TooLarge { width, height, limit: MAX_PIXELS };
    if width * height > MAX_PIXELS {
        return Err(too_large);
    }
    let (Ok(width), Ok(height)) = (u32::try_from(width), u32::try_from(height)) else {
        return Err(too_large);
    };
    for pixels in [file::Pixels::Numbers, file::Pixels::Colors] {
        out.set_len(0)?;
        out.seek(SeekFrom::Start(0))?;
        match write_as(pixels, painter, scale, (width, height), out, progress)? {
            Ok(()) => return Ok(()),
            // Only where a font of this computer draws in many colours: once more, with them all.
            Err(Unwritten::TooManyColors) => {}
            Err(Unwritten::Failed(error)) => return Err(error.into()),
        }
    }
    Err(io::Error::other("the picture has too many colours").into())
}

fn write_as(
    pixels: file::Pixels,
    painter: &mut Painter<'_>,
    scale: f32,
    (width, height): (u32, u32),
    out: &mut File,
    progress: &mut Progress<'_>,
) -> Result<Result<(), Unwritten>, ExportError> {
    let rows = rows(width).min(height);
    let theme = painter.theme();
    thread::scope(|threads| {
        let (strips, to_write) = sync_channel(1);
        let writer = threads.spawn(move || encode(pixels, theme, out, (width, height), &to_write));
        let mut easel = Easel::new(scale);
        let mut drawn = Ok(());
        for top in (0..height).step_by(rows as usize) {
            let rows = rows.min(height - top);
            // The writer stops early only where it failed; it says why below.
            if strips.send(easel.strip(painter, width, top, rows)).is_err() {
                break;
            }
            if !progress((top + rows) as f32 / height as f32) {
                drawn = Err(ExportError::Cancelled);
                break;
            }
        }
        drop(strips);
        let written = writer.join().unwrap_or_else(|_| {
            Err(io::Error::other("the picture could not be compressed").into())
        });
        drawn.map(|()| written)
    })
}

/// Compresses strips as they come.
fn encode(
    pixels: file::Pixels,
    theme: &Theme,
    out: &mut File,
    (width, height): (u32, u32),
    strips: &Receiver<Vec<u8>>,
) -> Result<(), Unwritten> {
    let mut png = PngFile::begin(BufWriter::new(out), width, height, pixels)?;
    let mut palette = Palette::of(theme);
    let mut row = Vec::new();
    for strip in strips {
        let mut above: &[u8] = &[];
        for drawn in strip.chunks_exact(width as usize * DRAWN) {
            // Between lines of text, most rows are as the one above.
            if drawn != above {
                row.clear();
                match pixels {
                    file::Pixels::Numbers => numbered(drawn, &mut palette, &mut row)?,
                    // The ground covers all, so that nothing shines through.
                    file::Pixels::Colors => {
                        row.extend(drawn.chunks_exact(DRAWN).flat_map(|p| [p[0], p[1], p[2]]));
                    }
                }
                above = drawn;
            }
            png.row(&row)?;
        }
    }
    // A picture that is not whole is thrown away with its temporary file.
    png.finish((pixels == file::Pixels::Numbers).then(|| palette.bytes()).as_ref())?;
    Ok(())
}

/// The numbers of a row's colours. Most pixels are as the one before.
fn numbered(drawn: &[u8], palette: &mut Palette, row: &mut Vec<u8>) -> Result<(), Unwritten> {
    let mut last = None;
    for pixel in drawn.chunks_exact(DRAWN) {
        let color = [pixel[0], pixel[1], pixel[2]];
        let number = match last {
            Some((before, number)) if before == color => number,
            _ => palette.index(color).ok_or(Unwritten::TooManyColors)?,
        };
        last = Some((color, number));
        row.push(number);
    }
    Ok(())
}

/// Draws strip after strip, and keeps what the next can use again.
pub(super) struct Easel {
    scale: f32,
    canvas: PngCanvas,
}

impl Easel {
    /// For a picture `scale` times as large as the map.
    pub fn new(scale: f32) -> Self {
        // One thread: the other core compresses meanwhile.
        let settings = RenderSettings { num_threads: 0, ..RenderSettings::default() };
        let canvas = PngCanvas {
            context: RenderContext::new_with(1, 1, settings),
            resources: Resources::new(),
            shown: Area::new(0.0, 0.0, 0.0, 0.0),
            transform: Affine::IDENTITY,
            paths: HashMap::new(),
        };
        Self { scale, canvas }
    }

    /// The pixels of `rows` rows from `top`, at most 512, four bytes each.
    pub fn strip(&mut self, painter: &mut Painter<'_>, width: u32, top: u32, rows: u32) -> Vec<u8> {
        let stride = width as usize * DRAWN;
        let mut strip = vec![0; stride * rows as usize];
        for left in (0..width).step_by(TILE_WIDTH as usize) {
            let wide = TILE_WIDTH.min(width - left);
            // Both fit: they are at most TILE_WIDTH and 512.
            let tile = self.tile(painter, (left, top), (wide as u16, rows as u16));
            let start = left as usize * DRAWN;
            let end = start + wide as usize * DRAWN;
            let pixels = tile.data_as_u8_slice().chunks_exact(wide as usize * DRAWN);
            for (row, pixels) in strip.chunks_exact_mut(stride).zip(pixels) {
                row[start..end].copy_from_slice(pixels);
            }
        }
        strip
    }

    fn tile(
        &mut self,
        painter: &mut Painter<'_>,
        (left, top): (u32, u32),
        (width, height): (u16, u16),
    ) -> Pixmap {
        let scale = self.scale;
        let canvas = &mut self.canvas;
        canvas.context.reset_and_resize(width, height);
        canvas.shown = Area::new(
            left as f32 / scale,
            top as f32 / scale,
            f32::from(width) / scale,
            f32::from(height) / scale,
        );
        canvas.transform = Affine::scale(f64::from(scale))
            .then_translate((-f64::from(left), -f64::from(top)).into());
        painter.paint(canvas);
        canvas.context.flush();
        let mut pixels = Pixmap::new(width, height);
        canvas.context.render(&mut pixels, &mut canvas.resources);
        pixels
    }
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
        let mut at = Affine::translate((f64::from(text.x), f64::from(text.y)));
        if text.turned {
            at *= Affine::rotate(-std::f64::consts::FRAC_PI_2);
        }
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

#[cfg(test)]
mod tests {
    use super::super::paint::Heading;
    use super::*;
    use crate::board::Guesses;
    use crate::layout::sample::Sample;
    use crate::layout::{View, lay_out};
    use crate::speech::Speech;

    #[test]
    fn a_picture_of_many_colours_is_the_same_picture() -> Result<(), Box<dyn std::error::Error>> {
        let mut map = Sample::named("Café");
        let activity = map.activity("Find a café");
        let step = map.step(activity, "See what is near");
        map.item("See the closest cafés", Some(step), None);
        let scene = lay_out(&map.board, &Guesses::new(), &View::default());
        let speech = Speech::english();
        let mut painter = Painter::new(
            &scene,
            Heading { title: "Café", day: None },
            &Theme::LIGHT,
            &speech,
            Typesetter::default(),
        );
        let mut read = Vec::new();
        for pixels in [file::Pixels::Numbers, file::Pixels::Colors] {
            let mut file = tempfile::tempfile()?;
            let (width, height) = painter.size();
            let written =
                write_as(pixels, &mut painter, 1.0, (width, height), &mut file, &mut |_| true)?;
            assert!(written.is_ok());
            file.seek(SeekFrom::Start(0))?;
            let mut decoder = png::Decoder::new(io::BufReader::new(file));
            decoder.set_transformations(png::Transformations::EXPAND);
            let mut reader = decoder.read_info()?;
            let mut rgb = vec![0; reader.output_buffer_size().ok_or("too large")?];
            reader.next_frame(&mut rgb)?;
            read.push(rgb);
        }
        let furthest = read[0].iter().zip(&read[1]).map(|(a, b)| a.abs_diff(*b)).max();
        assert_eq!(read[0].len(), read[1].len());
        assert!(Some(0) < furthest && furthest <= Some(6), "{furthest:?}");
        Ok(())
    }
}

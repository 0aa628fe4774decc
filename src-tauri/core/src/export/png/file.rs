//! The file format itself (PNG, third edition): a signature, then chunks of length, name, data and
//! checksum. Rows are not filtered: on areas of one colour that compresses best.

use std::io::{self, Seek, SeekFrom, Write};

use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::palette::COLORS;

/// What a pixel is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pixels {
    /// A number of the palette, which [`PngFile::finish`] is given.
    Numbers,
    /// Red, green and blue.
    Colors,
}

impl Pixels {
    fn color_type(self) -> u8 {
        match self {
            Self::Numbers => 3,
            Self::Colors => 2,
        }
    }
}

/// Of 9: twice as fast as 6 for a twentieth more bytes.
const LEVEL: Compression = Compression::new(4);

/// How much compressed data one chunk holds.
const CHUNK: usize = 1 << 16;

/// A picture under way.
pub(super) struct PngFile<W: Write + Seek> {
    rows: ZlibEncoder<DataChunks<W>>,
    palette_at: u64,
}

impl<W: Write + Seek> PngFile<W> {
    /// Begins a picture; its rows follow from above.
    pub fn begin(mut out: W, width: u32, height: u32, pixels: Pixels) -> io::Result<Self> {
        out.write_all(b"\x89PNG\r\n\x1a\n")?;
        let mut header = Vec::with_capacity(13);
        header.extend(width.to_be_bytes());
        header.extend(height.to_be_bytes());
        // Eight bits, the color type, then deflate, adaptive filters and no interlacing: 0 each.
        header.extend([8, pixels.color_type(), 0, 0, 0]);
        chunk(&mut out, *b"IHDR", &header)?;
        chunk(&mut out, *b"sRGB", &[0])?;
        let palette_at = out.stream_position()?;
        if pixels == Pixels::Numbers {
            chunk(&mut out, *b"PLTE", &[0; 3 * COLORS])?;
        }
        let chunks = DataChunks { out, waiting: Vec::with_capacity(CHUNK) };
        Ok(Self { rows: ZlibEncoder::new(chunks, LEVEL), palette_at })
    }

    /// One row of pixels.
    pub fn row(&mut self, pixels: &[u8]) -> io::Result<()> {
        self.rows.write_all(&[0])?;
        self.rows.write_all(pixels)
    }

    /// Ends the picture. `palette`: what its numbers mean, known only now.
    pub fn finish(self, palette: Option<&[u8; 3 * COLORS]>) -> io::Result<()> {
        let mut chunks = self.rows.finish()?;
        chunks.flush()?;
        let mut out = chunks.out;
        chunk(&mut out, *b"IEND", &[])?;
        if let Some(palette) = palette {
            out.seek(SeekFrom::Start(self.palette_at))?;
            chunk(&mut out, *b"PLTE", palette)?;
        }
        out.flush()
    }
}

/// Puts compressed data into chunks.
struct DataChunks<W: Write> {
    out: W,
    waiting: Vec<u8>,
}

impl<W: Write> Write for DataChunks<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() >= CHUNK {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if !self.waiting.is_empty() {
            chunk(&mut self.out, *b"IDAT", &self.waiting)?;
            self.waiting.clear();
        }
        Ok(())
    }
}

fn chunk(out: &mut impl Write, name: [u8; 4], data: &[u8]) -> io::Result<()> {
    let length = u32::try_from(data.len()).map_err(io::Error::other)?;
    let mut checksum = crc32fast::Hasher::new();
    checksum.update(&name);
    checksum.update(data);
    out.write_all(&length.to_be_bytes())?;
    out.write_all(&name)?;
    out.write_all(data)?;
    out.write_all(&checksum.finalize().to_be_bytes())
}

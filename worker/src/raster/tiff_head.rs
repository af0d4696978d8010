//! The directories of a TIFF, looked through before GDAL sees the file: a few hundred bytes can ask for gigabytes.
//!
//! Nothing here takes memory in proportion to what a file says of itself.

use std::fs::File;
use std::os::unix::fs::FileExt as _;

use foreshock_protocol::grid::Window;
use foreshock_protocol::limits::{MAX_REF_BLOCK_BYTES, MAX_REF_RASTER_SIDE, MAX_REF_WINDOW_BYTES};
use foreshock_protocol::{ErrorCode, Refusal};

use super::tiff_tags::{Directory, Entry, Reader, tag};

/// Most directories (the image, its overviews, its mask).
const MOST_DIRECTORIES: usize = 64;
/// Most blocks of one image.
const MOST_BLOCKS: u64 = 1 << 22;
/// Compressions whose decoders give the same samples everywhere: none, LZW, Deflate (two numbers), PackBits, Zstandard.
const COMPRESSIONS: [u64; 6] = [1, 5, 8, 32946, 32773, 50000];

/// Bytes that can be read at any place.
pub trait ReadAt {
    /// Number of bytes.
    fn size(&self) -> u64;
    /// Fills the buffer from a place.
    ///
    /// # Errors
    /// When there are not that many.
    fn fill(&self, at: u64, buffer: &mut [u8]) -> std::io::Result<()>;
}

/// An open file and its size.
#[derive(Debug)]
pub struct OpenFile<'a> {
    /// The file.
    pub file: &'a File,
    /// Its size when it was looked at, bytes.
    pub size: u64,
}

impl ReadAt for OpenFile<'_> {
    fn size(&self) -> u64 {
        self.size
    }

    fn fill(&self, at: u64, buffer: &mut [u8]) -> std::io::Result<()> {
        self.file.read_exact_at(buffer, at)
    }
}

impl ReadAt for &[u8] {
    fn size(&self) -> u64 {
        self.len() as u64
    }

    fn fill(&self, at: u64, buffer: &mut [u8]) -> std::io::Result<()> {
        let found = usize::try_from(at).ok().and_then(|at| self.get(at..)?.get(..buffer.len()));
        buffer.copy_from_slice(found.ok_or(std::io::ErrorKind::UnexpectedEof)?);
        Ok(())
    }
}

/// A refusal of the file.
pub(super) fn refused<T>(limit: impl Into<String>, found: impl std::fmt::Display) -> Result<T, Refusal> {
    Err(Refusal::field(ErrorCode::Unsupported, "source.ref.uri", limit, format!("source.ref.uri: {found}")))
}

/// What the first directory says, within the limits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Width, px.
    pub width: u32,
    /// Height, px.
    pub height: u32,
    /// Bands: 3 or 4.
    pub samples: u32,
}

/// How an image lies in its file.
struct Layout {
    width: u64,
    height: u64,
    samples: u64,
    /// Planes that are stored one after the other: 1, or one for each band.
    planes: u64,
    block_width: u64,
    block_height: u64,
    block_bytes: u64,
    offsets: Entry,
    counts: Entry,
}

/// Checks that a TIFF is one that may be read, that a window lies in it, and that what the window needs is there.
///
/// # Errors
/// Names `source.ref.uri` or `source.ref.window`, and the limit.
pub fn check(bytes: &dyn ReadAt, window: Window) -> Result<Head, Refusal> {
    let reader = Reader::new(bytes)?;
    let mut next = reader.first;
    let mut seen = Vec::new();
    let mut image = None;
    while next != 0 {
        if seen.len() == MOST_DIRECTORIES || seen.contains(&next) {
            return refused(
                format!("at most {MOST_DIRECTORIES} directories, without a loop"),
                "the TIFF has more directories, or they go round in a circle",
            );
        }
        seen.push(next);
        let directory = reader.directory(next)?;
        let layout = layout(&reader, &directory)?;
        match &image {
            None => {
                picture(&reader, &directory)?;
                inside(&layout, window)?;
                blocks(&reader, &layout, window)?;
                image = Some(layout);
            }
            // A mask lies on the grid of its image, and is read with it.
            Some(image) if (image.width, image.height) == (layout.width, layout.height) => {
                blocks(&reader, &layout, window)?;
            }
            Some(_) => {}
        }
        next = directory.next;
    }
    let Some(image) = image else { return refused("a GeoTIFF", "the TIFF has no image") };
    // All three are below 2^32 by `layout`.
    Ok(Head { width: image.width as u32, height: image.height as u32, samples: image.samples as u32 })
}

/// What only the first directory must be: 8-bit RGB with or without a fourth band, in a lossless compression.
fn picture(reader: &Reader<'_>, directory: &Directory) -> Result<(), Refusal> {
    let samples = reader.number(directory, tag::SAMPLES, Some(1))?;
    if !(3..=4).contains(&samples) {
        return refused("3 or 4 bands", format!("the raster has {samples} bands; send the pixels"));
    }
    let bits = reader.same(directory, tag::BITS, samples, 1)?;
    let format = reader.same(directory, tag::SAMPLE_FORMAT, samples, 1)?;
    if bits != Some(8) || format != Some(1) {
        return refused(
            "8 bit a sample, unsigned",
            "the raster has other samples; stretching is the client's: send the pixels",
        );
    }
    if reader.number(directory, tag::PHOTOMETRIC, None)? != 2 {
        return refused("photometric interpretation RGB", "the raster is no RGB image; send the pixels");
    }
    let compression = reader.number(directory, tag::COMPRESSION, Some(1))?;
    if !COMPRESSIONS.contains(&compression) {
        return refused(
            "no compression, LZW, Deflate, PackBits or Zstandard",
            format!("the raster has compression {compression}; send the pixels"),
        );
    }
    Ok(())
}

/// What every directory must be: few bands, blocks of a bearable size, as many of them as the file says.
fn layout(reader: &Reader<'_>, directory: &Directory) -> Result<Layout, Refusal> {
    let (width, height) =
        (reader.number(directory, tag::WIDTH, None)?, reader.number(directory, tag::HEIGHT, None)?);
    let most = u64::from(MAX_REF_RASTER_SIDE);
    if !(1..=most).contains(&width) || !(1..=most).contains(&height) {
        return refused(format!("1 to {most} px a side"), format!("the raster has {width} × {height} px"));
    }
    let samples = reader.number(directory, tag::SAMPLES, Some(1))?;
    if !(1..=4).contains(&samples) {
        return refused("at most 4 bands", format!("the raster has {samples} bands; send the pixels"));
    }
    let bits = reader.same(directory, tag::BITS, samples, 1)?.unwrap_or(0);
    if !(1..=8).contains(&bits) {
        return refused("at most 8 bit a sample", "the raster has other samples; send the pixels");
    }
    let planes = match reader.number(directory, tag::PLANAR, Some(1))? {
        1 => 1,
        2 => samples,
        other => return refused("planar configuration 1 or 2", format!("the raster has {other}")),
    };
    let tiled = directory.entry(tag::TILE_WIDTH).is_some() || directory.entry(tag::TILE_OFFSETS).is_some();
    let (block_width, block_height, offsets, counts) = if tiled {
        let (across, down) = (
            reader.number(directory, tag::TILE_WIDTH, None)?,
            reader.number(directory, tag::TILE_HEIGHT, None)?,
        );
        (across, down, tag::TILE_OFFSETS, tag::TILE_COUNTS)
    } else {
        let rows = reader.number(directory, tag::ROWS_PER_STRIP, Some(height))?;
        (width, rows.min(height), tag::STRIP_OFFSETS, tag::STRIP_COUNTS)
    };
    // As 8 bit a sample, which is never less than it takes.
    let block_bytes = block_width.checked_mul(block_height).and_then(|px| px.checked_mul(samples / planes));
    let block_bytes = block_bytes.filter(|bytes| (1..=MAX_REF_BLOCK_BYTES).contains(bytes));
    let Some(block_bytes) = block_bytes else {
        return refused(
            format!("blocks of 1 to {MAX_REF_BLOCK_BYTES} bytes"),
            format!(
                "the raster has blocks of {block_width} × {block_height} px; tile it: gdal_translate -co TILED=YES IN OUT"
            ),
        );
    };
    // Both are at most 2^22, so the product of their counts and 4 is below 2^64.
    let blocks = width.div_ceil(block_width) * height.div_ceil(block_height) * planes;
    let (offsets, counts) = (directory.entry(offsets), directory.entry(counts));
    match (offsets, counts) {
        (Some(offsets), Some(counts))
            if blocks <= MOST_BLOCKS && offsets.count == blocks && counts.count == blocks =>
        {
            Ok(Layout {
                width,
                height,
                samples,
                planes,
                block_width,
                block_height,
                block_bytes,
                offsets,
                counts,
            })
        }
        _ => refused(
            format!("at most {MOST_BLOCKS} blocks, each with its offset and size"),
            format!("the raster needs {blocks} blocks and does not say where all of them are"),
        ),
    }
}

fn inside(layout: &Layout, window: Window) -> Result<(), Refusal> {
    let fits = |first: i64, side: u32, most: u64| {
        u64::try_from(first).is_ok_and(|first| side > 0 && first.saturating_add(u64::from(side)) <= most)
    };
    if fits(window.col, window.width, layout.width) && fits(window.row, window.height, layout.height) {
        return Ok(());
    }
    Err(Refusal::field(
        ErrorCode::InvalidField,
        "source.ref.window",
        format!("inside the raster, {} × {} px", layout.width, layout.height),
        "source.ref.window: the window reaches over the raster's edge; send the pixels of edge tiles",
    ))
}

/// Checks that all blocks that a window touches lie in the file, and that they are not too much to decode.
fn blocks(reader: &Reader<'_>, layout: &Layout, window: Window) -> Result<(), Refusal> {
    let span = |first: i64, side: u32, block: u64| {
        // The window lies inside: the first column is none below 0, and the last one is there.
        let first = first as u64;
        (first / block, (first + u64::from(side) - 1) / block)
    };
    let (left, right) = span(window.col, window.width, layout.block_width);
    let (top, bottom) = span(window.row, window.height, layout.block_height);
    let across = right - left + 1;
    let number = across * (bottom - top + 1) * layout.planes;
    if number.saturating_mul(layout.block_bytes) > MAX_REF_WINDOW_BYTES {
        return refused(
            format!("at most {MAX_REF_WINDOW_BYTES} bytes to decode for one window"),
            format!(
                "the window touches {number} blocks of {} bytes; tile the raster: gdal_translate -co TILED=YES IN OUT",
                layout.block_bytes
            ),
        );
    }
    let columns = layout.width.div_ceil(layout.block_width);
    let rows = layout.height.div_ceil(layout.block_height);
    // What no compression makes of a block: it would be there for other reasons.
    let most = layout.block_bytes * 2 + (64 << 10);
    for plane in 0..layout.planes {
        for row in top..=bottom {
            let first = (plane * rows + row) * columns + left;
            let offsets = reader.numbers(&layout.offsets, first, across)?;
            let counts = reader.numbers(&layout.counts, first, across)?;
            for (offset, count) in offsets.into_iter().zip(counts) {
                let end = offset.checked_add(count).filter(|end| *end <= reader.bytes.size());
                if end.is_none() || count > most {
                    return refused(
                        "a whole file, whose blocks are no larger than twice what they hold",
                        format!(
                            "a block of {count} bytes at byte {offset} is needed, the file has {}; is it whole?",
                            reader.bytes.size()
                        ),
                    );
                }
            }
        }
    }
    Ok(())
}

#[cfg(test)]
#[path = "tiff_head_tests.rs"]
mod tests;

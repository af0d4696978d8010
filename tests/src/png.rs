//! PNGs for jobs: good ones, and bad ones of every kind.

use anyhow::Context as _;
use png::{BitDepth, ColorType};

/// Encodes 8-bit samples.
///
/// # Errors
/// When the sample count does not fit the size.
pub fn encode(width: u32, height: u32, colour: ColorType, samples: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(colour);
    encoder.set_depth(BitDepth::Eight);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(samples).context("as many samples as pixels")?;
    writer.finish()?;
    Ok(bytes)
}

/// An RGB image with some structure; `variant` makes different ones.
///
/// # Errors
/// Never for sizes above 0.
pub fn rgb(width: u32, height: u32, variant: u32) -> anyhow::Result<Vec<u8>> {
    let samples: Vec<u8> = (0..height)
        .flat_map(|row| (0..width).map(move |col| (col, row)))
        .flat_map(|(col, row)| {
            let block = ((col / 16) ^ (row / 16) ^ variant).wrapping_mul(37) as u8;
            [block, (col * 3 + variant) as u8, (row * 5) as u8]
        })
        .collect();
    encode(width, height, ColorType::Rgb, &samples)
}

/// An RGB image of one colour: large sides in few bytes.
///
/// # Errors
/// Never for sizes above 0.
pub fn flat(width: u32, height: u32) -> anyhow::Result<Vec<u8>> {
    encode(width, height, ColorType::Rgb, &vec![90; width as usize * height as usize * 3])
}

/// A mask: 255 in the rectangle `[col0, col1) × [row0, row1)`.
///
/// # Errors
/// Never for sizes above 0.
pub fn mask(width: u32, height: u32, cols: [u32; 2], rows: [u32; 2]) -> anyhow::Result<Vec<u8>> {
    let inside = |value: u32, [low, high]: [u32; 2]| (low..high).contains(&value);
    let samples: Vec<u8> = (0..height)
        .flat_map(|row| (0..width).map(move |col| (col, row)))
        .map(|(col, row)| if inside(col, cols) && inside(row, rows) { 255 } else { 0 })
        .collect();
    encode(width, height, ColorType::Grayscale, &samples)
}

/// A well-formed header that promises `width × height` RGB pixels, then almost nothing.
#[must_use]
pub fn header_only(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = Vec::from(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    // 8 bit, RGB, deflate, adaptive filters, not interlaced.
    header.extend([8, 2, 0, 0, 0]);
    chunk(&mut bytes, *b"IHDR", &header);
    // The zlib stream of an empty block.
    chunk(&mut bytes, *b"IDAT", &[0x78, 0x9c, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01]);
    chunk(&mut bytes, *b"IEND", &[]);
    bytes
}

fn chunk(bytes: &mut Vec<u8>, kind: [u8; 4], data: &[u8]) {
    bytes.extend((data.len() as u32).to_be_bytes());
    let start = bytes.len();
    bytes.extend(kind);
    bytes.extend(data);
    let crc = crc32fast::hash(&bytes[start..]);
    bytes.extend(crc.to_be_bytes());
}

/// The samples of an 8-bit PNG.
///
/// # Errors
/// When it is none.
pub fn decode(bytes: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info()?;
    let mut samples = vec![0; reader.output_buffer_size().context("the size fits into memory")?];
    let frame = reader.next_frame(&mut samples)?;
    samples.truncate(frame.buffer_size());
    Ok(samples)
}

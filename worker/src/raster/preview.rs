//! A picture of before and after, side by side, that says which side is simulated.

use std::path::Path;

use foreshock_protocol::grid::Window;
use foreshock_protocol::stretch::Stretch;
use png::ColorType;

use super::decode::encode_png;
use super::source::{RasterError, Source};
use super::target::Target;

/// Widest picture, px.
const WIDEST: u32 = 1600;
/// Tallest picture, px; a long strip of land is reduced further.
const TALLEST: u32 = 1600;
/// Between the two sides, px.
const GAP: u32 = 8;
/// Height of the strip with the words, px.
const STRIP: u32 = 30;
const PAPER: [u8; 3] = [24, 26, 30];
const INK: [u8; 3] = [240, 240, 240];
const WARNING: [u8; 3] = [255, 176, 58];

/// Writes the picture.
///
/// # Errors
/// When a raster cannot be read or the file cannot be written.
pub fn before_after(
    source: &Source,
    window: Window,
    result: &Source,
    stretch: &Stretch,
    path: &Path,
) -> Result<(), RasterError> {
    let widest = (WIDEST - GAP) / 2;
    let share = (f64::from(widest) / f64::from(window.width))
        .min(f64::from(TALLEST - STRIP) / f64::from(window.height));
    // Small rasters are shown larger, in whole steps, so that a pixel stays a square.
    let share = if share >= 2.0 { share.floor().min(8.0) } else { share.min(1.0) };
    let scaled = |side: u32| ((f64::from(side) * share).round() as u32).max(1);
    let (width, height) = (scaled(window.width), scaled(window.height));
    let whole = Window { col: 0, row: 0, ..window };
    let before = source.reduced(window, width, height, stretch)?;
    let after = result.reduced(whole, width, height, stretch)?;

    let mut canvas = Canvas::new(2 * width + GAP, height + STRIP);
    canvas.image(0, STRIP, width, &before);
    canvas.image(width + GAP, STRIP, width, &after);
    canvas.words(0, width, "BEFORE", INK);
    canvas.words(width + GAP, width, "AFTER (SIMULATED)", WARNING);
    let failed =
        |source: std::io::Error| RasterError::Io { what: format!("write {}", path.display()), source };
    let png = encode_png(canvas.width, canvas.height, ColorType::Rgb, &canvas.data)
        .map_err(|error| failed(std::io::Error::other(error)))?;
    let target = Target::create(path)?;
    std::fs::write(target.part(), png).map_err(failed)?;
    target.publish()
}

struct Canvas {
    width: u32,
    height: u32,
    data: Vec<u8>,
}

impl Canvas {
    fn new(width: u32, height: u32) -> Self {
        Self { width, height, data: PAPER.repeat(width as usize * height as usize) }
    }

    fn image(&mut self, left: u32, top: u32, width: u32, rgb: &[u8]) {
        for (row, line) in rgb.chunks_exact(width as usize * 3).enumerate() {
            let start = ((top as usize + row) * self.width as usize + left as usize) * 3;
            self.data[start..start + line.len()].copy_from_slice(line);
        }
    }

    /// Words in the strip above a side, as large as fits.
    fn words(&mut self, left: u32, width: u32, text: &str, ink: [u8; 3]) {
        let columns = text.len() as u32 * 6;
        let size = (width.saturating_sub(4) / columns).clamp(1, 3);
        for (place, letter) in text.chars().enumerate() {
            for (row, bits) in glyph(letter).into_iter().enumerate() {
                for col in 0..5 {
                    if bits >> (4 - col) & 1 == 1 {
                        let x = left + 4 + (place as u32 * 6 + col) * size;
                        let y = (STRIP - 7 * size) / 2 + row as u32 * size;
                        self.square(x, y, size, left + width, ink);
                    }
                }
            }
        }
    }

    fn square(&mut self, x: u32, y: u32, size: u32, right: u32, ink: [u8; 3]) {
        for row in y..(y + size).min(self.height) {
            for col in x..(x + size).min(right).min(self.width) {
                let start = (row as usize * self.width as usize + col as usize) * 3;
                self.data[start..start + 3].copy_from_slice(&ink);
            }
        }
    }
}

/// Five columns by seven rows, drawn for this file.
fn glyph(letter: char) -> [u8; 7] {
    match letter {
        'A' => [0b01110, 0b10001, 0b10001, 0b11111, 0b10001, 0b10001, 0b10001],
        'B' => [0b11110, 0b10001, 0b10001, 0b11110, 0b10001, 0b10001, 0b11110],
        'D' => [0b11110, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b11110],
        'E' => [0b11111, 0b10000, 0b10000, 0b11110, 0b10000, 0b10000, 0b11111],
        'F' => [0b11111, 0b10000, 0b10000, 0b11110, 0b10000, 0b10000, 0b10000],
        'I' => [0b01110, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110],
        'L' => [0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b11111],
        'M' => [0b10001, 0b11011, 0b10101, 0b10101, 0b10001, 0b10001, 0b10001],
        'O' => [0b01110, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b01110],
        'R' => [0b11110, 0b10001, 0b10001, 0b11110, 0b10100, 0b10010, 0b10001],
        'S' => [0b01111, 0b10000, 0b10000, 0b01110, 0b00001, 0b00001, 0b11110],
        'T' => [0b11111, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100],
        'U' => [0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b01110],
        '(' => [0b00010, 0b00100, 0b01000, 0b01000, 0b01000, 0b00100, 0b00010],
        ')' => [0b01000, 0b00100, 0b00010, 0b00010, 0b00010, 0b00100, 0b01000],
        _ => [0; 7],
    }
}

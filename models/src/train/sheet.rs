//! Contact sheets: pictures in rows and columns, a thin gap between them.

use crate::edit::Rgb8;

/// Between pictures, px.
const GAP: usize = 4;
/// Colour of the gap.
const GREY: u8 = 245;

/// A sheet that grows row by row.
#[derive(Default)]
pub(super) struct Sheet {
    rows: Vec<Vec<Rgb8>>,
}

impl Sheet {
    /// Adds a row.
    pub(super) fn add(&mut self, pictures: &[Rgb8]) {
        self.rows.push(pictures.to_vec());
    }

    /// The sheet, two rows of pictures side by side when there are many; none when it is empty.
    pub(super) fn finish(self) -> Option<Rgb8> {
        let cell = |of: fn(&Rgb8) -> usize| self.rows.iter().flatten().map(of).max();
        let (width, height) = (cell(|picture| picture.width)?, cell(|picture| picture.height)?);
        let columns = self.rows.iter().map(Vec::len).max()?;
        let across = if self.rows.len() > 4 { 2 } else { 1 };
        let down = self.rows.len().div_ceil(across);
        let size = [across * columns * (width + GAP) + GAP, down * (height + GAP) + GAP];
        let mut sheet = Rgb8 { width: size[0], height: size[1], data: vec![GREY; size[0] * size[1] * 3] };
        for (number, row) in self.rows.iter().enumerate() {
            for (column, picture) in row.iter().enumerate() {
                let left = GAP + ((number / down) * columns + column) * (width + GAP);
                let top = GAP + (number % down) * (height + GAP);
                for (y, line) in picture.data.chunks(picture.width * 3).enumerate() {
                    let start = ((top + y) * size[0] + left) * 3;
                    sheet.data[start..start + line.len()].copy_from_slice(line);
                }
            }
        }
        Some(sheet)
    }
}

//! A contact sheet: one row a tile, one column a kind, with labels.

mod font;

use super::super::Disaster;
use super::{Example, Ground, Severity};
use crate::edit::Rgb8;

/// Height of the head line, px.
const HEAD: usize = 24;
/// Between cells, px.
const GAP: usize = 4;

/// Why a sheet cannot be drawn.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// An image of another size.
    #[error("the sheet has cells of {wanted} px and this image is {width} × {height}")]
    Size {
        /// Edge of the cells.
        wanted: usize,
        /// Width given.
        width: usize,
        /// Height given.
        height: usize,
    },
}

/// A contact sheet.
#[derive(Debug, Clone)]
pub struct Sheet {
    image: Rgb8,
    cell: usize,
    /// Columns before the first kind.
    first: usize,
}

impl Sheet {
    /// A sheet for `rows` tiles of `cell` px and these kinds; the first column is the image before, the
    /// second, with `map`, what is known of the ground.
    #[must_use]
    pub fn new(rows: usize, cell: usize, kinds: &[Disaster], map: bool) -> Self {
        let first = 1 + usize::from(map);
        let width = (kinds.len() + first) * (cell + GAP) + GAP;
        let height = HEAD + rows * (cell + GAP);
        let mut sheet =
            Self { image: Rgb8 { width, height, data: vec![250; 3 * width * height] }, cell, first };
        let titles =
            ["before", "ground"].into_iter().take(first).chain(kinds.iter().map(|kind| kind.as_str()));
        for (column, title) in titles.enumerate() {
            sheet.text(&title.replace('_', " "), GAP + column * (cell + GAP), 5, [20; 3]);
        }
        sheet
    }

    /// Puts the image before of a tile into its row.
    ///
    /// # Errors
    /// When the image is not of the size of the cells.
    pub fn before(&mut self, row: usize, ground: &Ground) -> Result<(), SheetError> {
        if self.first > 1 {
            self.put(row, 1, &ground.map())?;
        }
        self.put(row, 0, &ground.before)
    }

    /// Puts an example into its cell; its label says how bad it is, or that the tile has nothing for the kind to hit.
    ///
    /// # Errors
    /// When the image is not of the size of the cells.
    pub fn example(
        &mut self,
        (row, kind): (usize, usize),
        severity: Severity,
        suits: bool,
        example: &Example,
    ) -> Result<(), SheetError> {
        self.put(row, self.first + kind, &example.after)?;
        let (left, top) = self.corner(row, self.first + kind);
        self.plate(if suits { severity.as_str() } else { "no target" }, left, top + self.cell - 20);
        Ok(())
    }

    /// The drawn sheet.
    #[must_use]
    pub fn image(self) -> Rgb8 {
        self.image
    }

    fn corner(&self, row: usize, column: usize) -> (usize, usize) {
        (GAP + column * (self.cell + GAP), HEAD + row * (self.cell + GAP))
    }

    fn put(&mut self, row: usize, column: usize, image: &Rgb8) -> Result<(), SheetError> {
        if image.width != self.cell || image.height != self.cell {
            return Err(SheetError::Size { wanted: self.cell, width: image.width, height: image.height });
        }
        let (left, top) = self.corner(row, column);
        for (y, line) in image.data.chunks_exact(3 * self.cell).enumerate() {
            let start = 3 * ((top + y) * self.image.width + left);
            if let Some(target) = self.image.data.get_mut(start..start + line.len()) {
                target.copy_from_slice(line);
            }
        }
        Ok(())
    }

    /// Text on a light plate.
    fn plate(&mut self, text: &str, left: usize, top: usize) {
        for y in top..top + 18 {
            for x in left..left + 12 * text.len() + 4 {
                self.dot(x, y, [245; 3]);
            }
        }
        self.text(text, left + 3, top + 2, [20; 3]);
    }

    fn text(&mut self, text: &str, left: usize, top: usize, colour: [u8; 3]) {
        for (place, letter) in text.chars().enumerate() {
            for (row, bits) in font::rows(letter).into_iter().enumerate() {
                for column in (0..5).filter(|column| bits & (16 >> column) != 0) {
                    for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
                        self.dot(left + 12 * place + 2 * column + dx, top + 2 * row + dy, colour);
                    }
                }
            }
        }
    }

    fn dot(&mut self, x: usize, y: usize, colour: [u8; 3]) {
        if x < self.image.width && y < self.image.height {
            let at = 3 * (y * self.image.width + x);
            self.image.data[at..at + 3].copy_from_slice(&colour);
        }
    }
}

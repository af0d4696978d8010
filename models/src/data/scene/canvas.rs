//! The drawing surface: finer than the image, with what lighting needs beside colour.

use super::Label;
use super::geometry::{Point, bounds, point, to_segment};

/// Cells per image pixel and axis: edges come out smooth and markings narrower than a pixel keep their weight.
pub(crate) const OVERSAMPLING: usize = 2;

/// Linear reflectance of red, green and blue.
pub(crate) type Rgb = [f32; 3];

/// Linear reflectance from the tone it has in full sun, 0–255.
pub(crate) fn tone(red: u8, green: u8, blue: u8) -> Rgb {
    [red, green, blue].map(|v| (f32::from(v) / 255.0).powf(2.2))
}

/// `colour` brighter or darker.
pub(crate) fn scaled(colour: Rgb, factor: f32) -> Rgb {
    colour.map(|v| v * factor)
}

/// From `a` (t = 0) to `b` (t = 1).
pub(crate) fn blend(a: Rgb, b: Rgb, t: f32) -> Rgb {
    let t = t.clamp(0.0, 1.0);
    [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t]
}

/// One cell of the surface seen from above.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cell {
    pub(crate) rgb: Rgb,
    pub(crate) nir: f32,
    /// Height of the surface above the terrain, m.
    pub(crate) above: f32,
    /// Rise of the surface per metre east and south, beside the terrain's own.
    pub(crate) slope: [f32; 2],
    pub(crate) label: Label,
}

impl Cell {
    /// Level ground of one kind.
    pub(crate) fn cover(&mut self, rgb: Rgb, nir: f32, label: Label) {
        *self = Self { rgb, nir, above: 0.0, slope: [0.0; 2], label };
    }
}

/// A set of labels.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Labels(u32);

impl Labels {
    pub(crate) const fn of(labels: &[Label]) -> Self {
        let mut bits = 0;
        let mut index = 0;
        while index < labels.len() {
            bits |= 1 << labels[index] as u32;
            index += 1;
        }
        Self(bits)
    }

    pub(crate) fn has(self, label: Label) -> bool {
        self.0 & (1 << label as u32) != 0
    }
}

/// The surface of the whole scene.
#[derive(Debug)]
pub(crate) struct Canvas {
    pub(crate) width: usize,
    pub(crate) height: usize,
    /// Edge of a cell, m.
    pub(crate) cell: f32,
    corner: Point,
    pub(crate) cells: Vec<Cell>,
    /// Elevation of the terrain, m.
    pub(crate) ground: Vec<f32>,
}

impl Canvas {
    /// A bare canvas for an image of `width` × `height` pixels; (0, 0) is its middle.
    pub(crate) fn new(width: usize, height: usize, gsd: f32) -> Self {
        let cell = gsd / OVERSAMPLING as f32;
        let bare = Cell { rgb: [0.2; 3], nir: 0.3, above: 0.0, slope: [0.0; 2], label: Label::Bare };
        let count = width * height * OVERSAMPLING * OVERSAMPLING;
        Self {
            width: width * OVERSAMPLING,
            height: height * OVERSAMPLING,
            cell,
            corner: point(-0.5 * width as f32 * gsd, -0.5 * height as f32 * gsd),
            cells: vec![bare; count],
            ground: vec![0.0; count],
        }
    }

    /// Middle of a cell.
    pub(crate) fn centre(&self, column: usize, row: usize) -> Point {
        self.corner + point(column as f32 + 0.5, row as f32 + 0.5) * self.cell
    }

    /// Half the diagonal of the canvas, m.
    pub(crate) fn reach(&self) -> f32 {
        self.corner.length()
    }

    /// Position in image pixels.
    pub(crate) fn pixel(&self, p: Point) -> [f32; 2] {
        let scaled = (p - self.corner) * (1.0 / (self.cell * OVERSAMPLING as f32));
        [scaled.x, scaled.y]
    }

    /// Index of the cell at `p`; none off the canvas.
    pub(crate) fn index(&self, p: Point) -> Option<usize> {
        let offset = (p - self.corner) * (1.0 / self.cell);
        let inside = offset.x >= 0.0
            && offset.y >= 0.0
            && offset.x < self.width as f32
            && offset.y < self.height as f32;
        inside.then(|| offset.y as usize * self.width + offset.x as usize)
    }

    /// Is any of the box on the canvas?
    pub(crate) fn sees(&self, centre: Point, radius: f32) -> bool {
        centre.x.abs() - radius < -self.corner.x && centre.y.abs() - radius < -self.corner.y
    }

    /// Columns and rows (half open) whose centres may lie in a box.
    pub(crate) fn window(&self, low: Point, high: Point) -> (usize, usize, usize, usize) {
        let clip = |v: f32, limit: usize| v.clamp(0.0, limit as f32) as usize;
        let (low, high) = ((low - self.corner) * (1.0 / self.cell), (high - self.corner) * (1.0 / self.cell));
        (
            clip(low.x.floor(), self.width),
            clip(high.x.ceil(), self.width),
            clip(low.y.floor(), self.height),
            clip(high.y.ceil(), self.height),
        )
    }

    /// Calls `visit` with the index and centre of every cell inside `outline` (even-odd).
    pub(crate) fn inside(&self, outline: &[Point], mut visit: impl FnMut(usize, Point)) {
        let (low, high) = bounds(outline);
        let (_, _, top, bottom) = self.window(low, high);
        let mut crossings = Vec::new();
        for row in top..bottom {
            let y = self.centre(0, row).y;
            crossings.clear();
            for (i, &from) in outline.iter().enumerate() {
                let to = outline[(i + 1) % outline.len()];
                if (from.y <= y) != (to.y <= y) {
                    crossings.push(from.x + (y - from.y) / (to.y - from.y) * (to.x - from.x));
                }
            }
            crossings.sort_by(f32::total_cmp);
            for pair in crossings.chunks_exact(2) {
                let cell_of = |x: f32| ((x - self.corner.x) / self.cell - 0.5).ceil().max(0.0) as usize;
                for column in cell_of(pair[0])..cell_of(pair[1]).min(self.width) {
                    visit(row * self.width + column, self.centre(column, row));
                }
            }
        }
    }

    /// Paints every cell inside `outline`.
    pub(crate) fn polygon(&mut self, outline: &[Point], mut paint: impl FnMut(&mut Cell, Point)) {
        let mut cells = std::mem::take(&mut self.cells);
        self.inside(outline, |index, p| paint(&mut cells[index], p));
        self.cells = cells;
    }

    /// Paints a disc; `paint` is told the offset from its middle.
    pub(crate) fn disc(&mut self, centre: Point, radius: f32, mut paint: impl FnMut(&mut Cell, Point)) {
        let extent = point(radius, radius);
        let (left, right, top, bottom) = self.window(centre - extent, centre + extent);
        for row in top..bottom {
            for column in left..right {
                let offset = self.centre(column, row) - centre;
                if offset.dot(offset) < radius * radius {
                    paint(&mut self.cells[row * self.width + column], offset);
                }
            }
        }
    }

    /// Calls `visit` with index, distance along and signed distance across for every cell within `half` of a line.
    /// Cells near a joint are visited once for each of its segments.
    pub(crate) fn along(&self, line: &[Point], half: f32, mut visit: impl FnMut(usize, f32, f32)) {
        let extent = point(half, half);
        let mut start = 0.0;
        for pair in line.windows(2) {
            let (low, high) = bounds(pair);
            let (left, right, top, bottom) = self.window(low - extent, high + extent);
            for row in top..bottom {
                for column in left..right {
                    let (along, across) = to_segment(self.centre(column, row), pair[0], pair[1]);
                    if across.abs() < half {
                        visit(row * self.width + column, start + along, across);
                    }
                }
            }
            start += (pair[1] - pair[0]).length();
        }
    }

    /// Paints a line of the given half width: `paint(cell, along, across)`.
    pub(crate) fn stroke(&mut self, line: &[Point], half: f32, mut paint: impl FnMut(&mut Cell, f32, f32)) {
        let mut cells = std::mem::take(&mut self.cells);
        self.along(line, half, |index, along, across| paint(&mut cells[index], along, across));
        self.cells = cells;
    }

    /// What lies at `p`; none off the canvas.
    pub(crate) fn label(&self, p: Point) -> Option<Label> {
        self.index(p).map(|index| self.cells[index].label)
    }

    /// Does a disc touch any of `labels`?
    pub(crate) fn disc_touches(&self, centre: Point, radius: f32, labels: Labels) -> bool {
        let extent = point(radius, radius);
        let (left, right, top, bottom) = self.window(centre - extent, centre + extent);
        (top..bottom).step_by(2).any(|row| {
            (left..right).step_by(2).any(|column| {
                (self.centre(column, row) - centre).length() < radius
                    && labels.has(self.cells[row * self.width + column].label)
            })
        })
    }

    /// Does a polygon touch any of `labels`?
    pub(crate) fn polygon_touches(&self, outline: &[Point], labels: Labels) -> bool {
        let mut found = false;
        self.inside(outline, |index, _| found |= labels.has(self.cells[index].label));
        found
    }
}

//! Regions of like colour in a photograph: statistical region merging (Nock and Nielsen, IEEE TPAMI 26(11), 2004).

use std::sync::OnceLock;

use crate::edit::Rgb8;

/// Complexity of the regions: greater values give more of them.
const Q: f32 = 90.0;

/// What is measured of a region.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Region {
    /// Pixels.
    pub(super) area: f32,
    /// Mean colour.
    pub(super) colour: [f32; 3],
    /// Longer and shorter side of a rectangle of the same second moments, px.
    pub(super) sides: [f32; 2],
    /// Area over that of that rectangle: 1 for a rectangle, less for what is bent or branched.
    pub(super) fill: f32,
    /// Touches the border of the image for so many pixels.
    pub(super) border: f32,
}

/// Union-find by path halving.
pub(super) struct Sets(Vec<u32>);

impl Sets {
    pub(super) fn new(count: usize) -> Self {
        Self((0..count as u32).collect())
    }

    pub(super) fn find(&mut self, mut index: u32) -> u32 {
        while self.0[index as usize] != index {
            let up = self.0[self.0[index as usize] as usize];
            self.0[index as usize] = up;
            index = up;
        }
        index
    }

    /// Joins the set of root `b` to that of root `a`.
    pub(super) fn join(&mut self, a: u32, b: u32) {
        self.0[b as usize] = a;
    }
}

/// Bound of the squared deviation of a region's mean, by its number of pixels.
fn deviation(area: f32, table: &[f32]) -> f32 {
    table.get(area as usize).copied().unwrap_or_else(|| bound(area))
}

fn bound(area: f32) -> f32 {
    // 2·ln(6·N²) of the paper for tiles of some 65 000 pixels; its weight is small.
    const LOG_DELTA: f32 = 26.0;
    256.0 * 256.0 / (2.0 * Q) * (area.min(256.0) * (1.0 + area).ln() + LOG_DELTA) / (area * 256.0)
}

/// Number of the region of every pixel, and the regions.
pub(super) fn regions(image: &Rgb8) -> (Vec<u32>, Vec<Region>) {
    static TABLE: OnceLock<Vec<f32>> = OnceLock::new();
    let table = TABLE.get_or_init(|| (0..8192).map(|n| bound(n.max(1) as f32)).collect());
    let (width, count) = (image.width, image.width * image.height);
    let pixel = |i: usize| &image.data[3 * i..3 * i + 3];
    let difference =
        |a: usize, b: usize| pixel(a).iter().zip(pixel(b)).map(|(p, q)| p.abs_diff(*q)).max().unwrap_or(0);
    // Pairs of neighbours by growing difference: a counting sort.
    let mut pairs: Vec<(u8, u32, u32)> = Vec::with_capacity(2 * count);
    for i in 0..count {
        if (i + 1) % width != 0 {
            pairs.push((difference(i, i + 1), i as u32, i as u32 + 1));
        }
        if i + width < count {
            pairs.push((difference(i, i + width), i as u32, (i + width) as u32));
        }
    }
    let mut starts = [0_usize; 257];
    pairs.iter().for_each(|pair| starts[usize::from(pair.0) + 1] += 1);
    for value in 0..256 {
        starts[value + 1] += starts[value];
    }
    let mut ordered = vec![(0_u32, 0_u32); pairs.len()];
    for (value, a, b) in pairs {
        let place = &mut starts[usize::from(value)];
        ordered[*place] = (a, b);
        *place += 1;
    }
    let mut sets = Sets::new(count);
    // Pixels, red, green, blue
    let mut sums: Vec<[f32; 4]> = image
        .data
        .chunks_exact(3)
        .map(|p| [1.0, f32::from(p[0]), f32::from(p[1]), f32::from(p[2])])
        .collect();
    for (a, b) in ordered {
        let (a, b) = (sets.find(a), sets.find(b));
        if a == b {
            continue;
        }
        let (p, q) = (sums[a as usize], sums[b as usize]);
        let limit = deviation(p[0], table) + deviation(q[0], table);
        let alike = (1..4).all(|c| {
            let step = p[c] / p[0] - q[c] / q[0];
            step * step <= limit
        });
        if alike {
            let (keep, gone) = if p[0] >= q[0] { (a, b) } else { (b, a) };
            sets.join(keep, gone);
            sums[keep as usize] = [p[0] + q[0], p[1] + q[1], p[2] + q[2], p[3] + q[3]];
        }
    }
    measured(image, &mut sets)
}

fn measured(image: &Rgb8, sets: &mut Sets) -> (Vec<u32>, Vec<Region>) {
    let (width, height) = (image.width, image.height);
    let mut number = vec![u32::MAX; width * height];
    let mut of = vec![0_u32; width * height];
    // n, x, y, xx, xy, yy, red, green, blue, border
    let mut sums: Vec<[f32; 10]> = Vec::new();
    for index in 0..width * height {
        let root = sets.find(index as u32) as usize;
        if number[root] == u32::MAX {
            number[root] = sums.len() as u32;
            sums.push([0.0; 10]);
        }
        of[index] = number[root];
        let (column, row) = (index % width, index / width);
        // About the middle of the image, so that single precision keeps the moments.
        let (x, y) = (column as f32 - 0.5 * width as f32, row as f32 - 0.5 * height as f32);
        let edge = column == 0 || row == 0 || column + 1 == width || row + 1 == height;
        let p = &image.data[3 * index..3 * index + 3];
        let values = [
            1.0,
            x,
            y,
            x * x,
            x * y,
            y * y,
            f32::from(p[0]),
            f32::from(p[1]),
            f32::from(p[2]),
            f32::from(edge),
        ];
        sums[of[index] as usize].iter_mut().zip(values).for_each(|(total, value)| *total += value);
    }
    let regions = sums
        .into_iter()
        .map(|[n, x, y, xx, xy, yy, red, green, blue, border]| {
            let (cx, cy) = (x / n, y / n);
            let (vx, vy, vxy) = (xx / n - cx * cx, yy / n - cy * cy, xy / n - cx * cy);
            let (middle, swing) = (0.5 * (vx + vy), (0.25 * (vx - vy) * (vx - vy) + vxy * vxy).sqrt());
            // A pixel has a variance of its own, 1/12.
            let side = |variance: f32| (12.0 * variance.max(0.0) + 1.0).sqrt();
            let sides = [side(middle + swing), side(middle - swing)];
            Region {
                area: n,
                colour: [red / n, green / n, blue / n],
                sides,
                fill: n / (sides[0] * sides[1]),
                border,
            }
        })
        .collect();
    (of, regions)
}

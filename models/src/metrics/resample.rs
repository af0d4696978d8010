//! Resizing 8-bit RGB as Pillow does (`Image.resize`, 8 bit a sample): antialiased, in two passes, each rounded to 8 bit, with weights of
//! 22 bits after the point. The numbers that a network was published with come from such pixels, so they are made to the last bit.

use serde::Deserialize;

use crate::edit::Rgb8;

/// Bits after the point of a weight: 32 less 8 of a sample and 2 for sums beyond 1 (Pillow 11, `Resample.c`).
const BITS: u32 = 32 - 8 - 2;

/// Filters, by Pillow's numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "u32")]
pub enum Filter {
    /// Number 2.
    Bilinear,
    /// Number 3, a = −0.5.
    Bicubic,
}

impl TryFrom<u32> for Filter {
    type Error = String;

    fn try_from(number: u32) -> Result<Self, String> {
        match number {
            2 => Ok(Self::Bilinear),
            3 => Ok(Self::Bicubic),
            other => Err(format!("filter {other} is not read; 2 (bilinear) and 3 (bicubic) are")),
        }
    }
}

impl Filter {
    /// Name in words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Bilinear => "bilinear",
            Self::Bicubic => "bicubic",
        }
    }

    /// Reach to each side, samples of the coarser image.
    fn support(self) -> f64 {
        match self {
            Self::Bilinear => 1.0,
            Self::Bicubic => 2.0,
        }
    }

    fn weight(self, distance: f64) -> f64 {
        let x = distance.abs();
        match self {
            Self::Bilinear => (1.0 - x).max(0.0),
            // Keys' cubic with a = −0.5, its polynomials nested.
            Self::Bicubic if x < 1.0 => (1.5 * x - 2.5) * x * x + 1.0,
            Self::Bicubic if x < 2.0 => (((x - 5.0) * x + 8.0) * x - 4.0) * -0.5,
            Self::Bicubic => 0.0,
        }
    }
}

/// Where along one axis, and to how many samples.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Axis {
    /// Samples of the whole resized image.
    pub size: usize,
    /// The first of them that is wanted.
    pub first: usize,
    /// How many are wanted.
    pub count: usize,
}

/// The samples that make one new sample: the first, and the weights from there on.
struct Taps {
    first: usize,
    weights: Vec<i32>,
}

fn taps(filter: Filter, input: usize, axis: Axis) -> Vec<Taps> {
    let scale = input as f64 / axis.size as f64;
    // Shrinking widens the filter, enlarging does not narrow it.
    let stretch = scale.max(1.0);
    let support = filter.support() * stretch;
    (axis.first..axis.first + axis.count)
        .map(|place| {
            let centre = (place as f64 + 0.5) * scale;
            // A cast cuts towards zero, and what is below zero becomes zero.
            let first = (centre - support + 0.5) as usize;
            let end = ((centre + support + 0.5) as usize).min(input);
            let step = 1.0 / stretch;
            let exact: Vec<f64> =
                (first..end).map(|from| filter.weight((from as f64 - centre + 0.5) * step)).collect();
            let sum: f64 = exact.iter().sum();
            let fixed = |weight: &f64| {
                let scaled = weight / sum * f64::from(1_u32 << BITS);
                (scaled + if scaled < 0.0 { -0.5 } else { 0.5 }) as i32
            };
            Taps { first, weights: exact.iter().map(fixed).collect() }
        })
        .collect()
}

/// One pass: new sample `place` of line `line` is the weighted sum of old ones. `at` finds an old sample's first byte.
fn pass(
    taps: &[Taps],
    lines: usize,
    data: &[u8],
    at: impl Fn(usize, usize) -> usize,
    mut put: impl FnMut(usize, usize, [u8; 3]),
) {
    for line in 0..lines {
        for (place, tap) in taps.iter().enumerate() {
            let mut sums = [1_i32 << (BITS - 1); 3];
            for (offset, weight) in tap.weights.iter().enumerate() {
                let from = at(line, tap.first + offset);
                for (sum, sample) in sums.iter_mut().zip(&data[from..from + 3]) {
                    *sum += i32::from(*sample) * weight;
                }
            }
            put(line, place, sums.map(|sum| (sum >> BITS).clamp(0, 255) as u8));
        }
    }
}

/// The wanted part of the image resized to `columns.size × rows.size`.
#[must_use]
pub fn resize(image: &Rgb8, filter: Filter, columns: Axis, rows: Axis) -> Rgb8 {
    if rows_first(image, columns.size, rows.size) {
        transposed(&passes(&transposed(image), filter, rows, columns))
    } else {
        passes(image, filter, columns, rows)
    }
}

/// Whether rows are made before columns, which shows in the last bit: Pillow 13 does so where it loses more than twice as many rows as
/// columns (found by trying 1479 sizes; earlier versions never do). A whole image in its aspect ratio must be twice as high as wide for it.
fn rows_first(image: &Rgb8, width: usize, height: usize) -> bool {
    let lost = |from: usize, to: usize| from as i64 - to as i64;
    let rows = lost(image.height, height);
    rows > 0 && rows > 2 * lost(image.width, width)
}

fn transposed(image: &Rgb8) -> Rgb8 {
    let places = (0..image.width).flat_map(|column| (0..image.height).map(move |row| (row, column)));
    let data = places.flat_map(|(row, column)| {
        let from = (row * image.width + column) * 3;
        image.data[from..from + 3].iter().copied()
    });
    Rgb8 { width: image.height, height: image.width, data: data.collect() }
}

/// Columns first, then rows.
fn passes(image: &Rgb8, filter: Filter, columns: Axis, rows: Axis) -> Rgb8 {
    // Only the rows that the second pass reads are made by the first.
    let vertical = (rows.size != image.height).then(|| taps(filter, image.height, rows));
    let (top, bottom) = match &vertical {
        None => (rows.first, rows.first + rows.count),
        Some(taps) => (
            taps.iter().map(|tap| tap.first).min().unwrap_or(0),
            taps.iter().map(|tap| tap.first + tap.weights.len()).max().unwrap_or(0),
        ),
    };
    let mut narrow = vec![0; columns.count * (bottom - top) * 3];
    if columns.size == image.width {
        for (line, out) in narrow.chunks_exact_mut(columns.count * 3).enumerate() {
            let from = ((top + line) * image.width + columns.first) * 3;
            out.copy_from_slice(&image.data[from..from + out.len()]);
        }
    } else {
        let taps = taps(filter, image.width, columns);
        pass(
            &taps,
            bottom - top,
            &image.data,
            |line, place| ((top + line) * image.width + place) * 3,
            |line, place, pixel| {
                let to = (line * columns.count + place) * 3;
                narrow[to..to + 3].copy_from_slice(&pixel);
            },
        );
    }
    let Some(vertical) = vertical else {
        return Rgb8 { width: columns.count, height: rows.count, data: narrow };
    };
    let mut data = vec![0; columns.count * rows.count * 3];
    pass(
        &vertical,
        columns.count,
        &narrow,
        |column, place| ((place - top) * columns.count + column) * 3,
        |column, place, pixel| {
            let to = (place * columns.count + column) * 3;
            data[to..to + 3].copy_from_slice(&pixel);
        },
    );
    Rgb8 { width: columns.count, height: rows.count, data }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(size: usize) -> Axis {
        Axis { size, first: 0, count: size }
    }

    #[test]
    fn weights_sum_to_one_and_rows_of_one_value_stay() {
        let image = Rgb8 { width: 37, height: 5, data: vec![201; 37 * 5 * 3] };
        for filter in [Filter::Bilinear, Filter::Bicubic] {
            for (width, height) in [(3, 2), (50, 5), (37, 9), (100, 1)] {
                let found = resize(&image, filter, whole(width), whole(height));
                assert_eq!(found.data, vec![201; width * height * 3], "{filter:?} {width} × {height}");
            }
        }
    }

    #[test]
    fn a_part_is_cut_out_of_the_whole() {
        let data: Vec<u8> = (0..40 * 30 * 3).map(|place: usize| (place * place / 7 % 256) as u8).collect();
        let image = Rgb8 { width: 40, height: 30, data };
        let all = resize(&image, Filter::Bicubic, whole(21), whole(47));
        let part = resize(
            &image,
            Filter::Bicubic,
            Axis { size: 21, first: 4, count: 9 },
            Axis { size: 47, first: 11, count: 20 },
        );
        for row in 0..20 {
            for column in 0..9 {
                let (from, to) = (((row + 11) * 21 + column + 4) * 3, (row * 9 + column) * 3);
                assert_eq!(part.data[to..to + 3], all.data[from..from + 3]);
            }
        }
    }

    #[test]
    fn an_edge_rings_with_the_cubic_only() {
        let row: Vec<u8> = [50, 50, 50, 200, 200, 200].into_iter().flat_map(|value| [value; 3]).collect();
        let image = Rgb8 { width: 6, height: 1, data: row };
        let range = |filter| {
            let found = resize(&image, filter, whole(24), whole(1)).data;
            (*found.iter().min().unwrap(), *found.iter().max().unwrap())
        };
        assert_eq!(range(Filter::Bilinear), (50, 200));
        let (low, high) = range(Filter::Bicubic);
        assert!(low < 50 && high > 200, "{low} {high}");
    }
}

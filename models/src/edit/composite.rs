//! Where the edit counts: the weight with which edited pixels replace the source.

use super::{Gray8, Preserve, Rgb8};

/// A change below this, of 255 and averaged over channels and neighbourhood, is the autoencoder's, not the edit's.
const THRESHOLD: f32 = 10.0;
/// Radius of the averaging, px.
const SMOOTH: usize = 3;
/// Width of the feathered rim, px; it lies inside the changed area.
const RIM: u16 = 6;

/// Weight of each pixel, 0–255.
///
/// `reconstructed` is the source after the same autoencoder: what differs from it was edited. Outside the mask and without data the
/// weight is 0, whatever the rule.
#[must_use]
pub fn weight(
    rule: Preserve,
    edited: &Rgb8,
    reconstructed: &Rgb8,
    mask: Option<&Gray8>,
    valid: Option<&Gray8>,
) -> Gray8 {
    let (width, height) = (edited.width, edited.height);
    let allowed = |index: usize| mask.is_none_or(|mask| mask.data[index] >= 128);
    let mut inside: Vec<bool> = match rule {
        Preserve::None | Preserve::Mask => vec![true; width * height],
        Preserve::Change => {
            let difference: Vec<f32> = edited
                .data
                .chunks_exact(3)
                .zip(reconstructed.data.chunks_exact(3))
                .map(|(a, b)| a.iter().zip(b).map(|(a, b)| f32::from(a.abs_diff(*b))).sum::<f32>() / 3.0)
                .collect();
            smooth(&difference, width, height).into_iter().map(|value| value > THRESHOLD).collect()
        }
    };
    for (index, inside) in inside.iter_mut().enumerate() {
        *inside &= allowed(index);
    }
    let mut data = match rule {
        Preserve::None => inside.iter().map(|inside| if *inside { 255 } else { 0 }).collect(),
        Preserve::Mask | Preserve::Change => rim(&inside, width, height),
    };
    if let Some(valid) = valid {
        for (weight, valid) in data.iter_mut().zip(&valid.data) {
            if *valid == 0 {
                *weight = 0;
            }
        }
    }
    Gray8 { width, height, data }
}

/// Mean over a square of `2·SMOOTH + 1` px, clipped at the border.
fn smooth(values: &[f32], width: usize, height: usize) -> Vec<f32> {
    let across = sliding(values, height, width);
    let turned = transpose(&across, height, width);
    transpose(&sliding(&turned, width, height), width, height)
}

fn sliding(values: &[f32], rows: usize, length: usize) -> Vec<f32> {
    let mut means = Vec::with_capacity(values.len());
    for row in values.chunks_exact(length).take(rows) {
        let mut sum: f64 = row.iter().take(SMOOTH).map(|value| f64::from(*value)).sum();
        for at in 0..length {
            if let Some(entering) = row.get(at + SMOOTH) {
                sum += f64::from(*entering);
            }
            if at > SMOOTH {
                sum -= f64::from(row[at - SMOOTH - 1]);
            }
            let count = (at + SMOOTH).min(length - 1) + 1 - at.saturating_sub(SMOOTH);
            means.push((sum / count as f64) as f32);
        }
    }
    means
}

fn transpose(values: &[f32], rows: usize, cols: usize) -> Vec<f32> {
    (0..cols).flat_map(|col| (0..rows).map(move |row| values[row * cols + col])).collect()
}

/// Weight that rises from the border of the inside to 255 over [`RIM`] px. The tile's own border is no border of the inside: the
/// neighbouring tile goes on there.
fn rim(inside: &[bool], width: usize, height: usize) -> Vec<u8> {
    // City-block distance to the nearest pixel outside, in two passes, as far as the rim is wide.
    let mut distance: Vec<u16> = inside.iter().map(|inside| if *inside { RIM } else { 0 }).collect();
    for index in 0..distance.len() {
        let (row, col) = (index / width, index % width);
        let left = if col > 0 { distance[index - 1] } else { RIM };
        let above = if row > 0 { distance[index - width] } else { RIM };
        distance[index] = distance[index].min(left.min(above) + 1);
    }
    for index in (0..distance.len()).rev() {
        let (row, col) = (index / width, index % width);
        let right = if col + 1 < width { distance[index + 1] } else { RIM };
        let below = if row + 1 < height { distance[index + width] } else { RIM };
        distance[index] = distance[index].min(right.min(below) + 1);
    }
    distance.into_iter().map(|distance| (u32::from(distance.min(RIM)) * 255 / u32::from(RIM)) as u8).collect()
}

/// A source whose pixels without data carry the mean of the others, so that the model sees no hole.
#[must_use]
pub fn fill_nodata(source: &Rgb8, valid: Option<&Gray8>) -> Rgb8 {
    let Some(valid) = valid else { return source.clone() };
    let mut sums = [0_u64; 3];
    let mut count = 0_u64;
    for (pixel, valid) in source.data.chunks_exact(3).zip(&valid.data) {
        if *valid != 0 {
            count += 1;
            for (sum, value) in sums.iter_mut().zip(pixel) {
                *sum += u64::from(*value);
            }
        }
    }
    let mean = sums.map(|sum| sum.checked_div(count).unwrap_or(127) as u8);
    let mut filled = source.clone();
    for (pixel, valid) in filled.data.chunks_exact_mut(3).zip(&valid.data) {
        if *valid == 0 {
            pixel.copy_from_slice(&mean);
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flat(value: u8, side: usize) -> Rgb8 {
        Rgb8 { width: side, height: side, data: vec![value; side * side * 3] }
    }

    fn gray(side: usize, at: impl Fn(usize, usize) -> u8) -> Gray8 {
        let data = (0..side * side).map(|i| at(i % side, i / side)).collect();
        Gray8 { width: side, height: side, data }
    }

    #[test]
    fn nothing_outside_the_mask_and_a_rim_inside() {
        let mask = gray(32, |x, _| if x >= 16 { 255 } else { 0 });
        for rule in [Preserve::Mask, Preserve::Change, Preserve::None] {
            let weight = weight(rule, &flat(200, 32), &flat(20, 32), Some(&mask), None);
            for (weight, mask) in weight.data.iter().zip(&mask.data) {
                assert!(*mask != 0 || *weight == 0);
                assert!(*mask == 0 || *weight > 0);
            }
            assert_eq!(weight.data[31], 255, "the tile's own border is no rim");
            if rule != Preserve::None {
                assert!(weight.data[16] < weight.data[18] && weight.data[18] < weight.data[24]);
            }
        }
    }

    #[test]
    fn what_did_not_change_weighs_nothing() {
        let source = flat(100, 32);
        let mut edited = flat(103, 32);
        assert!(
            weight(Preserve::Change, &edited, &source, None, None).data.iter().all(|weight| *weight == 0)
        );
        for y in 8..24 {
            for x in 8..24 {
                edited.data[(y * 32 + x) * 3..][..3].fill(180);
            }
        }
        let changed = weight(Preserve::Change, &edited, &source, None, None);
        assert_eq!(changed.data[16 * 32 + 16], 255);
        assert_eq!(changed.data[2 * 32 + 2], 0);
    }

    #[test]
    fn nodata_is_never_painted_and_filled_by_the_mean() {
        let valid = gray(16, |_, y| u8::from(y >= 4));
        let weight = weight(Preserve::None, &flat(9, 16), &flat(0, 16), None, Some(&valid));
        assert!(
            weight.data[..64].iter().all(|weight| *weight == 0)
                && weight.data[64..].iter().all(|weight| *weight == 255)
        );
        let mut source = flat(50, 16);
        source.data[..16 * 4 * 3].fill(0);
        assert_eq!(fill_nodata(&source, Some(&valid)), flat(50, 16));
    }

    #[test]
    fn smoothing_is_the_mean_of_the_neighbourhood() {
        let values: Vec<f32> = (0..20 * 11).map(|i| ((i * 7919) % 251) as f32).collect();
        let smoothed = smooth(&values, 20, 11);
        for (col, row) in [(0_usize, 0_usize), (19, 10), (7, 5), (3, 10), (4, 0)] {
            let mut sum = (0.0, 0.0);
            for y in row.saturating_sub(3)..=(row + 3).min(10) {
                for x in col.saturating_sub(3)..=(col + 3).min(19) {
                    sum = (sum.0 + values[y * 20 + x], sum.1 + 1.0);
                }
            }
            assert!((smoothed[row * 20 + col] - sum.0 / sum.1).abs() < 1e-2);
        }
    }
}

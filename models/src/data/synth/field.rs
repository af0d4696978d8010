//! Rasters of one number a pixel: running means, noise, random pieces.

use super::super::scene::noise::{smoothstep, value};

/// Mean over a square of 2·`radius` + 1 pixels, cut at the border. The cost does not depend on the radius.
pub(super) fn softened(values: &[f32], width: usize, height: usize, radius: usize) -> Vec<f32> {
    if radius == 0 || values.is_empty() {
        return values.to_vec();
    }
    let mut wide = vec![0.0; values.len()];
    for (line, out) in values.chunks_exact(width).zip(wide.chunks_exact_mut(width)) {
        let mut sum: f32 = line[..radius.min(width)].iter().sum();
        for x in 0..width {
            if x + radius < width {
                sum += line[x + radius];
            }
            if x > radius {
                sum -= line[x - radius - 1];
            }
            let within = (x + radius).min(width - 1) - x.saturating_sub(radius) + 1;
            out[x] = sum / within as f32;
        }
    }
    let mut out = vec![0.0; values.len()];
    let mut sums = vec![0.0_f32; width];
    for row in wide.chunks_exact(width).take(radius.min(height)) {
        sums.iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
    }
    for y in 0..height {
        if y + radius < height {
            let row = &wide[(y + radius) * width..(y + radius + 1) * width];
            sums.iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
        }
        if y > radius {
            let row = &wide[(y - radius - 1) * width..(y - radius) * width];
            sums.iter_mut().zip(row).for_each(|(sum, value)| *sum -= value);
        }
        let within = (y + radius).min(height - 1) - y.saturating_sub(radius) + 1;
        let share = 1.0 / within as f32;
        for (value, sum) in out[y * width..(y + 1) * width].iter_mut().zip(&sums) {
            *value = sum * share;
        }
    }
    out
}

/// Smooth noise, about −1 to 1, whose coarsest features measure `scale` pixels.
///
/// Each octave is computed on a lattice as coarse as it allows and drawn out: it is smooth over several pixels.
pub(super) fn noise(width: usize, height: usize, scale: f32, octaves: u32, seed: u32) -> Vec<f32> {
    stretched(width, height, [scale, scale], 0.0, octaves, seed)
}

/// As [`noise`], with features of `scale[0]` pixels along the direction `angle` (radians) and `scale[1]` across it.
pub(super) fn stretched(
    width: usize,
    height: usize,
    scale: [f32; 2],
    angle: f32,
    octaves: u32,
    seed: u32,
) -> Vec<f32> {
    let (sin, cos) = angle.sin_cos();
    let mut out = vec![0.0; width * height];
    // Rows of the map from pixels to lattice units, and its offset.
    let mut map = [[cos / scale[0], sin / scale[0]], [-sin / scale[1], cos / scale[1]]];
    let mut offset = [0.0_f32; 2];
    let mut size = scale[0].min(scale[1]);
    let mut amplitude = 0.6;
    for octave in 0..octaves {
        let seed = seed.wrapping_add(octave.wrapping_mul(0x9e37));
        let step = (size / 3.5).clamp(1.0, 16.0) as usize;
        add(&mut out, width, height, step, amplitude, |x, y| {
            let u = map[0][0] * x + map[0][1] * y + offset[0];
            let v = map[1][0] * x + map[1][1] * y + offset[1];
            value(u, v, seed)
        });
        // Turned between octaves, so that the lattices do not line up.
        let turned = |a: [f32; 2], b: [f32; 2], p: f32, q: f32| [p * a[0] + q * b[0], p * a[1] + q * b[1]];
        map = [turned(map[0], map[1], 1.6, -1.2), turned(map[0], map[1], 1.2, 1.6)];
        offset = [1.6 * offset[0] - 1.2 * offset[1] + 17.3, 1.2 * offset[0] + 1.6 * offset[1] - 9.1];
        size *= 0.5;
        amplitude *= 0.55;
    }
    out
}

/// Adds `amplitude` × `sample`, taken every `step` pixels and drawn out between.
fn add(
    out: &mut [f32],
    width: usize,
    height: usize,
    step: usize,
    amplitude: f32,
    sample: impl Fn(f32, f32) -> f32,
) {
    if step == 1 {
        for (y, row) in out.chunks_exact_mut(width).enumerate() {
            for (x, value) in row.iter_mut().enumerate() {
                *value += amplitude * sample(x as f32, y as f32);
            }
        }
        return;
    }
    let (columns, rows) = (width.div_ceil(step) + 1, height.div_ceil(step) + 1);
    let mut coarse = Vec::with_capacity(columns * rows);
    for j in 0..rows {
        for i in 0..columns {
            coarse.push(amplitude * sample((i * step) as f32, (j * step) as f32));
        }
    }
    let share = 1.0 / step as f32;
    let mut line = vec![0.0; columns];
    for (y, row) in out.chunks_exact_mut(width).enumerate() {
        let (j, v) = (y / step, (y % step) as f32 * share);
        let (top, bottom) = (&coarse[j * columns..], &coarse[(j + 1) * columns..]);
        for ((value, a), b) in line.iter_mut().zip(top).zip(bottom) {
            *value = a + (b - a) * v;
        }
        for (pixels, ends) in row.chunks_mut(step).zip(line.windows(2)) {
            let (mut value, slope) = (ends[0], (ends[1] - ends[0]) * share);
            for pixel in pixels {
                *pixel += value;
                value += slope;
            }
        }
    }
}

/// Value below which `share` of `values` lie; none among none.
pub(super) fn quantile(values: impl Iterator<Item = f32>, share: f32) -> Option<f32> {
    let mut sorted: Vec<f32> = values.collect();
    if sorted.is_empty() {
        return None;
    }
    let rank = ((sorted.len() - 1) as f32 * share.clamp(0.0, 1.0)) as usize;
    Some(*sorted.select_nth_unstable_by(rank, f32::total_cmp).1)
}

/// Where noise exceeds the value that leaves `share` of the raster: 1 inside, 0 outside, `soft` wide between.
pub(super) fn patches(values: &[f32], share: f32, soft: f32) -> Vec<f32> {
    if share >= 1.0 {
        return vec![1.0; values.len()];
    }
    // Every seventh pixel is enough to know the distribution of something smooth.
    let level = quantile(values.iter().copied().step_by(7), 1.0 - share).unwrap_or(0.0);
    values.iter().map(|&v| smoothstep(level - soft, level + soft, v)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_running_mean_is_the_mean_of_the_square() {
        let (width, height, radius) = (9, 7, 2);
        let values: Vec<f32> = (0..width * height).map(|i| ((i * 37) % 11) as f32).collect();
        let out = softened(&values, width, height, radius);
        for y in 0..height {
            for x in 0..width {
                let (mut sum, mut count) = (0.0, 0.0);
                for j in y.saturating_sub(radius)..=(y + radius).min(height - 1) {
                    for i in x.saturating_sub(radius)..=(x + radius).min(width - 1) {
                        sum += values[j * width + i];
                        count += 1.0;
                    }
                }
                assert!((out[y * width + x] - sum / count).abs() < 1e-4, "{x} {y}");
            }
        }
    }

    #[test]
    fn patches_cover_their_share() {
        let field = noise(128, 128, 30.0, 3, 5);
        let covered = patches(&field, 0.4, 0.02).iter().sum::<f32>() / field.len() as f32;
        assert!((covered - 0.4).abs() < 0.05, "{covered}");
    }
}

//! Rivers and rain: muddy water on low ground, roofs and crowns stand out.

use super::super::scene::noise::{lattice, smoothstep};
use super::field::{noise, quantile, softened, stretched};
use super::paint::{Paint, Tone, between, lit};
use super::{Focus, Params};

/// Tones of turbid water: brown, olive, grey-brown, green.
const WATERS: [Tone; 5] = [
    [126.0, 106.0, 78.0],
    [134.0, 116.0, 88.0],
    [112.0, 110.0, 82.0],
    [122.0, 114.0, 98.0],
    [104.0, 112.0, 86.0],
];

/// Depth of the water over the terrain of every pixel, m; negative where it is dry.
pub(super) fn depths(paint: &Paint<'_>, params: Params) -> Vec<f32> {
    let ground = paint.ground;
    // Water levels itself, but yards drain and walls hold: the surface follows the terrain a little.
    let open = |index: &usize| ground.above_m[*index] < 1.0;
    let share = params.severity.of([0.3, 0.66, 0.97]);
    let level = quantile((0..ground.len()).step_by(5).filter(open).map(|i| ground.terrain_m[i]), share);
    let level = level.unwrap_or(0.0) + params.severity.of([0.05, 0.15, 0.6]);
    ground.terrain_m.iter().map(|terrain| level - terrain).collect()
}

pub(super) fn paint(paint: &mut Paint<'_>, params: Params) {
    let ground = paint.ground;
    let (width, height) = (ground.width, ground.height);
    let depth = depths(paint, params);
    let tone = lit(paint.rng.pick(&WATERS), ground.exposure());
    let wide = noise(width, height, ground.px(40.0).min(width as f32), 3, paint.rng.seed());
    let flow = paint.rng.range(0.0, std::f32::consts::PI);
    let (long, short) = (ground.px(14.0).max(6.0), ground.px(2.2).max(1.6));
    let ripple = stretched(width, height, [long, short], flow, 2, paint.rng.seed());
    let (ragged, grain) =
        (noise(width, height, ground.px(5.0).max(3.0), 2, paint.rng.seed()), paint.rng.seed());
    let drowned = params.severity.of([0.0, 0.25, 0.8]);
    let mut wet = vec![0.0_f32; ground.len()];
    for index in 0..ground.len() {
        let focus = match params.focus {
            Focus::Streets => smoothstep(0.35, 0.65, ground.paved[index] + 0.7 * ground.water[index]),
            Focus::Gardens => {
                smoothstep(0.3, 0.6, ground.grass[index] + ground.bare[index] + 0.7 * ground.water[index])
            }
            _ => 1.0,
        };
        // Bushes and eaves stand as far out of the water as they rise above it.
        let d = depth[index] + 0.12 * ragged[index];
        let stands = smoothstep(0.12, 0.5, (ground.above_m[index] - d.max(0.0)) / 3.0);
        wet[index] = smoothstep(0.0, 0.22, d) * (1.0 - stands) * focus;
    }
    let near = softened(&wet, width, height, (ground.px(0.8) as usize).clamp(1, 4));
    for index in 0..ground.len() {
        let share = wet[index];
        if near[index] < 0.01 {
            continue;
        }
        let (column, row) = ((index % width) as i32, (index / width) as i32);
        let d = depth[index].max(0.0);
        // Crowns and roofs rise from a dark, wet rim.
        let rim = near[index] * (1.0 - share);
        paint.darken(index, 1.0 - 0.34 * rim);
        if share < 0.01 {
            continue;
        }
        let turbid = smoothstep(0.05, 0.55, d + drowned);
        let shade = 1.0 - 0.22 * ground.shadow[index] * (1.0 - 0.5 * drowned);
        let sparkle = 0.05 * ripple[index] + 0.12 * smoothstep(0.45, 0.9, ripple[index]);
        let light = shade * (1.0 + 0.09 * wide[index] + sparkle + 0.018 * lattice(column, row, grain));
        // The bottom shows through thin water.
        let bottom = lit(ground.colour(index), 0.72);
        let water = between(between(bottom, tone, 0.62), tone, turbid * 0.94 + 0.03);
        // Walls throw their shade on the water and hold it back: its edge there is darker.
        let wall = smoothstep(0.98, 0.6, near[index]);
        paint.lay(index, lit(water, light * (1.0 - 0.12 * wall)), share);
    }
    for (index, level) in around(paint, &wet, &depth).into_iter().enumerate() {
        paint.hurt(index, level);
    }
}

/// Damage by water at the walls: minor when it surrounds a house, major when it is deep.
fn around(paint: &Paint<'_>, wet: &[f32], depth: &[f32]) -> Vec<u8> {
    let ground = paint.ground;
    let (width, height) = (ground.width, ground.height);
    let radius = (ground.px(3.0) as usize).clamp(2, 12);
    let near = softened(wet, width, height, radius);
    let mut sums = vec![[0.0_f32; 3]; ground.buildings.len()];
    for index in 0..ground.len() {
        if let Some(number) = usize::from(ground.building[index]).checked_sub(1) {
            let sum = &mut sums[number];
            *sum = [sum[0] + 1.0, sum[1] + near[index], sum[2] + depth[index]];
        }
    }
    sums.into_iter()
        .map(|[count, near, depth]| {
            let (near, depth) = (near / count.max(1.0), depth / count.max(1.0));
            match () {
                () if near > 0.12 && depth > 0.9 => 3,
                () if near > 0.06 && depth > 0.0 => 2,
                () => 1,
            }
        })
        .collect()
}

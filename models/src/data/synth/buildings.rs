//! What happens to a building, whatever the cause.

use super::super::scene::noise::{lattice, smoothstep, value};
use super::field::softened;
use super::paint::{Paint, Tone, between, lit, rubble};

/// A building's fate, 0–1 for each of the buildings: small numbers are hit first.
pub(super) fn lots(paint: &mut Paint<'_>) -> Vec<f32> {
    (0..paint.ground.buildings.len()).map(|_| paint.rng.unit()).collect()
}

/// Chosen buildings as a raster, with a rim `spill_m` wide of falling weight around them.
pub(super) fn spread(paint: &Paint<'_>, chosen: &[bool], spill_m: f32) -> Vec<f32> {
    let ground = paint.ground;
    let hard: Vec<f32> = ground
        .building
        .iter()
        .map(|&number| f32::from(number > 0 && chosen[usize::from(number) - 1]))
        .collect();
    let radius = (ground.px(spill_m) as usize).clamp(1, 12);
    let once = softened(&hard, ground.width, ground.height, radius);
    once.iter().zip(&hard).map(|(soft, hard)| hard.max((2.2 * soft).min(1.0))).collect()
}

/// Lays rubble where `weight` is; the outline frays.
pub(super) fn collapse(paint: &mut Paint<'_>, weight: &[f32], tint: Tone, strength: f32) {
    let ground = paint.ground;
    let (seed, fray) = (paint.rng.seed(), paint.rng.seed());
    let (block, scale) = (ground.px(0.9), ground.px(2.5).max(2.0));
    let exposure = ground.exposure();
    for (index, &weight) in weight.iter().enumerate() {
        if weight < 0.05 {
            continue;
        }
        let (column, row) = (index % ground.width, index / ground.width);
        let ragged = 0.6 * value(column as f32 / scale, row as f32 / scale, fray);
        let share = smoothstep(0.3, 0.62, weight + 0.5 * ragged * (1.15 - weight));
        if share <= 0.0 {
            continue;
        }
        let (tone, _) = rubble(column, row, block, seed);
        // Heaps have crests and hollows.
        let heap =
            1.0 + 0.22 * value(column as f32 / (1.6 * scale), row as f32 / (1.6 * scale), fray ^ 0x5a5a);
        // A trace of the roof stays: tiles colour their own rubble.
        let roof = match usize::from(ground.building[index]) {
            0 => tint,
            number => between(ground.buildings[number - 1].colour, tint, 0.5),
        };
        let tone = between(tone, lit(roof, 0.55 + 0.45 * tone[1] / 130.0), 0.42);
        paint.lay(index, lit(tone, exposure.min(1.02) * heap), share * strength);
    }
}

/// Bare slabs where chosen buildings stood.
pub(super) fn foundations(paint: &mut Paint<'_>, chosen: &[bool], tone: Tone, strength: f32) {
    let ground = paint.ground;
    let (seed, stain) = (paint.rng.seed(), paint.rng.seed());
    let scale = ground.px(3.0).max(2.5);
    let exposure = ground.exposure();
    let inner = spread(paint, chosen, 0.6);
    for (index, &inner) in inner.iter().enumerate() {
        let number = usize::from(ground.building[index]);
        if number == 0 || !chosen[number - 1] {
            continue;
        }
        let (column, row) = (index % ground.width, index / ground.width);
        let (x, y) = (column as f32 / scale, row as f32 / scale);
        // Each slab has its own age.
        let own = lattice(number as i32, 7, seed);
        let dirt = value(x, y, stain);
        let shade = 1.0 + 0.12 * own + 0.13 * dirt + 0.06 * lattice(column as i32, row as i32, seed);
        let rim = if inner < 0.98 { 0.82 } else { 1.0 };
        let mud = smoothstep(0.1, 0.7, dirt + 0.4 * own);
        let tone = between(tone, [128.0, 112.0, 92.0], 0.6 * mud);
        paint.lay(index, lit(tone, exposure * shade * rim), strength);
    }
}

/// Takes part of the chosen roofs away: dark attic, laths and torn edges show.
pub(super) fn holes(paint: &mut Paint<'_>, chosen: &[bool], share: f32) {
    let ground = paint.ground;
    let (seed, lath) = (paint.rng.seed(), paint.rng.seed());
    let scale = ground.px(4.0).max(3.0);
    let pitch = ground.px(1.3).max(3.0);
    let exposure = ground.exposure();
    for index in 0..ground.len() {
        let number = usize::from(ground.building[index]);
        if number == 0 || !chosen[number - 1] {
            continue;
        }
        let (column, row) = (index % ground.width, index / ground.width);
        let (x, y) = (column as f32 / scale, row as f32 / scale);
        let torn = value(x, y, seed) + 0.35 * value(3.1 * x, 3.1 * y, seed ^ 1) + 2.0 * (share - 0.5);
        let open = smoothstep(0.0, 0.12, torn);
        // Rafters run across the longer side.
        let footprint = &ground.buildings[number - 1];
        let (sin, cos) = footprint.angle.sin_cos();
        let along = (column as f32 - footprint.centre[0]) * cos + (row as f32 - footprint.centre[1]) * sin;
        let rafter = smoothstep(0.1, 0.9, (along * std::f32::consts::TAU / pitch).sin());
        let grain = lattice(column as i32, row as i32, lath);
        let tone =
            between([84.0, 73.0, 62.0], [146.0, 126.0, 100.0], (0.7 * rafter + 0.25 * grain).clamp(0.0, 1.0));
        paint.lay(index, lit(tone, exposure.min(1.0)), 0.92 * open);
    }
}

/// Blue sheets over part of the chosen roofs, tied on along the ridge.
pub(super) fn tarpaulins(paint: &mut Paint<'_>, chosen: &[bool]) {
    let ground = paint.ground;
    let exposure = ground.exposure();
    let sheets: Vec<(f32, f32, f32, f32)> = ground
        .buildings
        .iter()
        .map(|footprint| {
            let turn = if paint.rng.chance(0.5) { std::f32::consts::FRAC_PI_2 } else { 0.0 };
            let side = paint.rng.sign();
            (footprint.angle + turn, side, paint.rng.range(-0.1, 0.35), paint.rng.range(0.5, 1.3))
        })
        .collect();
    let seed = paint.rng.seed();
    for index in 0..ground.len() {
        let number = usize::from(ground.building[index]);
        if number == 0 || !chosen[number - 1] {
            continue;
        }
        let footprint = &ground.buildings[number - 1];
        let (angle, side, from, breadth) = sheets[number - 1];
        let (column, row) = (index % ground.width, index / ground.width);
        let (dx, dy) = (column as f32 - footprint.centre[0], row as f32 - footprint.centre[1]);
        let (sin, cos) = angle.sin_cos();
        let half = 0.7 * footprint.radius.max(1.0);
        let (u, v) = ((dx * cos + dy * sin) / half, side * (dy * cos - dx * sin) / half);
        if v < from - 0.35 || v > from + 0.65 || u.abs() > breadth {
            continue;
        }
        let fold = 0.07 * lattice((u * 6.0) as i32, 0, seed ^ number as u32);
        // The roof's own light and shade show through.
        let relief = 0.75 + 0.25 * ground.light[index] / (footprint.colour[1] + 20.0);
        paint.lay(index, lit([66.0, 114.0, 178.0], exposure * relief * (1.0 + fold)), 0.93);
    }
}

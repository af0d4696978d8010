//! Wind: everywhere (hurricane) or along a track (tornado).

use super::super::scene::noise::{lattice, smoothstep};
use super::buildings::{collapse, foundations, holes, lots, spread, tarpaulins};
use super::field::{noise, quantile, softened};
use super::paint::{Paint, WRECKAGE, between, lit};
use super::{Focus, Params};

pub(super) fn hurricane(paint: &mut Paint<'_>, params: Params) {
    let ground = paint.ground;
    let severity = params.severity;
    let lots = lots(paint);
    let [sheeted, torn, gone] =
        [severity.of([0.18, 0.34, 0.3]), severity.of([0.3, 0.62, 0.72]), severity.of([0.0, 0.04, 0.3])];
    let roofs = params.focus != Focus::Trees;
    let pick = |low: f32, high: f32| -> Vec<bool> {
        lots.iter().map(|lot| roofs && (low..high).contains(lot)).collect()
    };
    let (fallen, blue, open) =
        (pick(0.0, gone), pick(gone, gone + sheeted), pick(gone + sheeted, gone + torn));
    if roofs {
        holes(paint, &open, severity.of([0.22, 0.38, 0.55]));
        tarpaulins(paint, &blue);
        let weight = spread(paint, &fallen, 1.5);
        collapse(paint, &weight, [160.0, 146.0, 126.0], 0.95);
    }
    for index in 0..lots.len() {
        let level = match () {
            () if fallen[index] => 4,
            () if open[index] => severity.of([2, 3, 3]),
            () if blue[index] => 2,
            () => 1,
        };
        paint.hurt(index, level);
    }
    if params.focus == Focus::Roofs {
        return;
    }
    let everywhere = vec![1.0; ground.len()];
    trees(paint, &everywhere, severity.of([0.3, 0.58, 0.85]));
    fell(paint, params, severity.of([0.25, 0.5, 0.9]));
    if params.focus == Focus::Trees {
        return;
    }
    puddles(paint, severity.of([0.03, 0.07, 0.12]));
    let hit: Vec<bool> = lots.iter().map(|&lot| lot < gone + torn).collect();
    let near = spread(paint, &hit, 4.0);
    let field = noise(ground.width, ground.height, ground.px(20.0), 3, paint.rng.seed());
    let density: Vec<f32> = near
        .iter()
        .zip(&field)
        .zip(&ground.tree)
        .map(|((near, field), tree)| {
            (0.35 * near + 0.25 * smoothstep(-0.2, 0.7, *field))
                * (1.0 - 0.5 * tree)
                * severity.of([0.3, 0.6, 1.0])
        })
        .collect();
    paint.debris(&density, ground.len() / 40, [0.6, 2.4], &WRECKAGE);
}

/// Crowns lose leaves: browner, greyer, with gaps.
fn trees(paint: &mut Paint<'_>, weights: &[f32], loss: f32) {
    let ground = paint.ground;
    let (width, height) = (ground.width, ground.height);
    let stand = noise(width, height, ground.px(9.0).max(4.0), 2, paint.rng.seed());
    let local = softened(&ground.light, width, height, (ground.px(3.0) as usize).clamp(2, 16));
    let grain = paint.rng.seed();
    let exposure = ground.exposure();
    for index in 0..ground.len() {
        let weight = weights[index] * ground.tree[index];
        if weight < 0.02 {
            continue;
        }
        let (column, row) = ((index % width) as i32, (index / width) as i32);
        let speck = lattice(column, row, grain);
        let relief = ((ground.light[index] - local[index]) / local[index].max(25.0)).clamp(-0.6, 0.9);
        // Some stands are hit harder than others.
        let bare = smoothstep(0.55, -0.35, stand[index] - 1.3 * (loss - 0.5));
        let wood = between(
            [70.0, 62.0, 50.0],
            [150.0, 136.0, 112.0],
            smoothstep(-0.3, 0.5, 1.6 * relief + 0.4 * speck),
        );
        paint.lay(index, lit(wood, exposure * 0.94), weight * bare * (0.28 + 0.62 * loss));
    }
}

/// Trunks on the ground, all thrown the way the wind blew.
fn fell(paint: &mut Paint<'_>, params: Params, share: f32) {
    let ground = paint.ground;
    let [dx, dy] = params.heading();
    let way = dy.atan2(dx);
    let crowns = super::Ground::share(&ground.tree);
    let metres = ground.len() as f32 * ground.gsd_m * ground.gsd_m;
    // A tree stands on 60 m² of crown.
    let count = (crowns * metres / 60.0 * share).min(500.0) as usize;
    for _ in 0..count * 3 {
        let x = paint.rng.range(0.0, ground.width as f32);
        let y = paint.rng.range(0.0, ground.height as f32);
        let length = ground.px(paint.rng.range(5.0, 11.0));
        let angle = way + 0.35 * paint.rng.bell();
        let at = (y as usize).min(ground.height - 1) * ground.width + (x as usize).min(ground.width - 1);
        if ground.tree[at] < 0.5 || paint.rng.unit() > 0.33 {
            continue;
        }
        let middle = [x + 0.4 * length * angle.cos(), y + 0.4 * length * angle.sin()];
        let tone = lit([140.0, 122.0, 98.0], ground.exposure() * paint.rng.range(0.75, 1.1));
        paint.piece(middle, [length, ground.px(0.45).max(0.9)], angle, tone, 0.8);
        // What is left of the crown lies at its end.
        let tip = [x + 0.85 * length * angle.cos(), y + 0.85 * length * angle.sin()];
        let leaves = lit([96.0, 92.0, 62.0], ground.exposure() * paint.rng.range(0.7, 1.05));
        for _ in 0..6 {
            let spot =
                [tip[0] + ground.px(1.1) * paint.rng.bell(), tip[1] + ground.px(1.1) * paint.rng.bell()];
            paint.piece(spot, [ground.px(1.1).max(1.2), ground.px(0.8).max(1.0)], angle, leaves, 0.6);
        }
    }
}

/// Water stands in the lowest spots.
fn puddles(paint: &mut Paint<'_>, share: f32) {
    let ground = paint.ground;
    let open = |index: &usize| ground.above_m[*index] < 1.0;
    let dents = noise(ground.width, ground.height, ground.px(12.0), 3, paint.rng.seed());
    let bed: Vec<f32> = ground.terrain_m.iter().zip(&dents).map(|(t, d)| t + 0.5 * d).collect();
    let Some(level) = quantile((0..ground.len()).step_by(5).filter(open).map(|i| bed[i]), share) else {
        return;
    };
    let tone = lit([112.0, 106.0, 88.0], ground.exposure());
    for index in 0..ground.len() {
        let stands = smoothstep(0.3, 1.0, ground.above_m[index]);
        let wet = smoothstep(0.0, 0.12, level - bed[index]) * (1.0 - stands);
        paint.lay(index, lit(tone, 1.0 - 0.2 * ground.shadow[index]), 0.9 * wet);
    }
}

pub(super) fn tornado(paint: &mut Paint<'_>, params: Params) {
    let ground = paint.ground;
    let (width, height) = (ground.width, ground.height);
    let severity = params.severity;
    let [dx, dy] = params.heading();
    let size = width.min(height) as f32;
    let half = size * severity.of([0.13, 0.24, 0.42]) * paint.rng.range(0.9, 1.1);
    let offset = size * paint.rng.range(-0.16, 0.16);
    let bend = noise(width, height, 0.6 * size, 3, paint.rng.seed());
    // 1 on the middle of the track, 0 outside.
    let force: Vec<f32> = (0..ground.len())
        .map(|index| {
            let x = (index % width) as f32 - 0.5 * width as f32;
            let y = (index / width) as f32 - 0.5 * height as f32;
            let across = (y * dx - x * dy + offset + 0.16 * size * bend[index]).abs();
            smoothstep(1.3 * half, 0.62 * half, across)
        })
        .collect();
    let lots = lots(paint);
    let harm: Vec<f32> = ground
        .buildings
        .iter()
        .zip(&lots)
        .map(|(footprint, lot)| {
            let at = (footprint.centre[1] as usize).min(height - 1) * width
                + (footprint.centre[0] as usize).min(width - 1);
            let push = force[at] * severity.of([0.75, 1.05, 1.25]);
            push + 0.35 * (lot - 0.5) * f32::from(push > 0.0)
        })
        .collect();
    let swept: Vec<bool> = harm.iter().map(|&h| h > severity.of([9.0, 0.98, 0.8])).collect();
    let fallen: Vec<bool> =
        harm.iter().zip(&swept).map(|(&h, &s)| !s && h > severity.of([0.8, 0.62, 0.5])).collect();
    let open: Vec<bool> =
        harm.iter().zip(swept.iter().zip(&fallen)).map(|(&h, (&s, &f))| !s && !f && h > 0.28).collect();
    // Splinters, insulation and soil cover the ground of the track.
    let cloud = noise(width, height, ground.px(6.0).max(3.0), 3, paint.rng.seed());
    let soil = lit([164.0, 142.0, 118.0], ground.exposure());
    for index in 0..ground.len() {
        let bare = force[index] * (1.0 - ground.paved[index]).max(0.25) * (1.0 - ground.roof[index]);
        let share = bare * smoothstep(-0.8, 0.5, cloud[index]) * severity.of([0.35, 0.55, 0.72]);
        let share = share * (1.0 - 0.6 * ground.tree[index]) * (1.0 - ground.water[index]);
        paint.lay(index, lit(soil, 0.62 + 0.38 * ground.light[index] / 115.0), share);
    }
    trees(paint, &force, severity.of([0.6, 0.85, 1.0]));
    if params.focus != Focus::Trees {
        holes(paint, &open, 0.55);
        foundations(paint, &swept, [178.0, 170.0, 158.0], 0.94);
        let weight = spread(paint, &fallen, severity.of([1.0, 2.0, 2.5]));
        collapse(paint, &weight, [176.0, 158.0, 134.0], 0.95);
        for index in 0..lots.len() {
            let level = match () {
                () if swept[index] || fallen[index] => 4,
                () if open[index] => 3,
                () if harm[index] > 0.15 => 2,
                () => 1,
            };
            paint.hurt(index, level);
        }
        let minor: Vec<bool> =
            harm.iter().enumerate().map(|(i, &h)| h > 0.15 && !open[i] && !fallen[i] && !swept[i]).collect();
        holes(paint, &minor, 0.2);
    }
    let near = spread(paint, &swept.iter().zip(&fallen).map(|(a, b)| *a || *b).collect::<Vec<_>>(), 5.0);
    let density: Vec<f32> = force
        .iter()
        .zip(&near)
        .zip(&ground.paved)
        .map(|((force, near), paved)| {
            force * (0.4 + 0.6 * near) * (1.0 - 0.55 * paved) * severity.of([0.35, 0.75, 1.0])
        })
        .collect();
    paint.debris(&density, ground.len() / 14, [0.5, 2.6], &WRECKAGE);
}

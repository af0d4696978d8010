//! A slope that slid: a tongue of earth from one side, over all that stands in its way.

use super::super::scene::noise::{lattice, smoothstep};
use super::Params;
use super::field::{noise, stretched};
use super::paint::{Paint, Tone, between, edge, lit};

/// Tones of fresh earth: ochre, brown, red-brown, grey-brown.
const EARTHS: [Tone; 4] =
    [[150.0, 118.0, 80.0], [126.0, 98.0, 70.0], [142.0, 98.0, 70.0], [124.0, 108.0, 88.0]];

pub(super) fn paint(paint: &mut Paint<'_>, params: Params) {
    let ground = paint.ground;
    let (width, height) = (ground.width, ground.height);
    let severity = params.severity;
    let [dx, dy] = params.heading();
    let size = width.min(height) as f32;
    let tone = lit(paint.rng.pick(&EARTHS), ground.exposure());
    let half = size * severity.of([0.13, 0.22, 0.36]) * paint.rng.range(0.9, 1.12);
    // Length from the side it comes from; slantwise the tile is longer.
    let span = size * (dx.abs() + dy.abs());
    let length = span * severity.of([0.5, 0.74, 1.02]) * paint.rng.range(0.92, 1.08);
    let offset = size * paint.rng.range(-0.14, 0.14);
    let bend = noise(width, height, 0.5 * size, 2, paint.rng.seed());
    let lobes = noise(width, height, ground.px(16.0).clamp(8.0, 0.25 * size), 3, paint.rng.seed());
    let (long, short) = (ground.px(26.0).max(10.0), ground.px(3.2).max(2.0));
    let flow = stretched(width, height, [long, short], dy.atan2(dx), 3, paint.rng.seed());
    let clods = noise(width, height, ground.px(3.0).max(2.4), 2, paint.rng.seed());
    let grain = paint.rng.seed();
    // Distance inside the edge of the tongue, px.
    let inside: Vec<f32> = (0..ground.len())
        .map(|index| {
            let x = (index % width) as f32 + 0.5 - 0.5 * width as f32;
            let y = (index / width) as f32 + 0.5 - 0.5 * height as f32;
            let along = x * dx + y * dy + 0.5 * span;
            let across = (y * dx - x * dy + offset + 0.12 * size * bend[index]).abs();
            // Narrow where it broke off, broad where it came to rest.
            let rest = (along / length).clamp(0.0, 1.0);
            let breadth = half * (0.62 + 0.5 * rest);
            let tip = (length - along).min(2.0 * half);
            let side = breadth - across;
            // The front is round.
            let round = breadth - (across * across + (breadth - tip).max(0.0).powi(2)).sqrt();
            round.min(side) + 0.055 * size * lobes[index]
        })
        .collect();
    let soft = ground.px(0.8).clamp(0.8, 3.0);
    let mut buried = vec![[0.0_f32; 2]; ground.buildings.len()];
    let slope = |index: usize, step: usize| {
        let next = (index + step).min(inside.len() - 1);
        inside[index] - inside[next]
    };
    for index in 0..ground.len() {
        let d = inside[index];
        if let Some(number) = usize::from(ground.building[index]).checked_sub(1) {
            buried[number][0] += 1.0;
            buried[number][1] += f32::from(d > 0.0);
        }
        if d < -4.0 * soft {
            continue;
        }
        let (column, row) = ((index % width) as i32, (index / width) as i32);
        let speck = lattice(column, row, grain);
        let share = edge(d + 1.2 * soft * clods[index], soft);
        // A bank stands at the edge: its shaded side is dark.
        let bank = smoothstep(ground.px(4.0).max(5.0), 0.0, d)
            * (slope(index, width) - slope(index, 1)).clamp(-1.0, 1.0);
        let light = 1.0 + 0.13 * flow[index] + 0.1 * clods[index] + 0.05 * speck + 0.1 * bank;
        let stone = smoothstep(0.5, 0.8, clods[index] + 0.3 * speck);
        let earth = between(tone, lit([168.0, 156.0, 138.0], ground.exposure()), 0.35 * stone);
        let wet = smoothstep(0.1, 0.7, -flow[index]);
        let earth = between(earth, lit(tone, 0.72), 0.55 * wet);
        paint.lay(index, lit(earth, light), share * 0.985);
        // Its own shade and a rim of spatter before it.
        if share < 0.5 {
            paint.darken(index, 1.0 - 0.28 * smoothstep(-3.5 * soft, -0.3, d) * (1.0 - share));
        }
    }
    for (index, [area, under]) in buried.into_iter().enumerate() {
        let level = match under / area.max(1.0) {
            share if share > 0.5 => 4,
            share if share > 0.15 => 3,
            share if share > 0.02 => 2,
            _ => 1,
        };
        paint.hurt(index, level);
    }
    wood(paint, params, &inside);
}

/// Trees and timber that went along lie near the edge.
fn wood(paint: &mut Paint<'_>, params: Params, inside: &[f32]) {
    let ground = paint.ground;
    let breadth = ground.px(7.0).max(4.0);
    let density: Vec<f32> = inside
        .iter()
        .map(|&d| {
            let rim = smoothstep(-0.2 * breadth, 0.1 * breadth, d) * smoothstep(breadth, 0.3 * breadth, d);
            0.45 * rim + 0.05 * f32::from(d > 0.0)
        })
        .collect();
    let timber = [[92.0, 76.0, 58.0], [70.0, 74.0, 48.0], [146.0, 128.0, 104.0], [176.0, 166.0, 152.0]];
    let count = (ground.len() as f32 / 60.0 * params.severity.of([0.7, 0.9, 1.0])) as usize;
    paint.debris(&density, count, [0.8, 3.4], &timber);
}

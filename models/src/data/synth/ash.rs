//! Ash of a volcano: everything grey, contrast gone, crowns dusted, roofs down under the weight.

use super::super::scene::noise::{lattice, smoothstep};
use super::buildings::{collapse, lots, spread};
use super::field::{noise, softened};
use super::paint::{Paint, Tone, between, lit};
use super::{Focus, Params};

/// Tones of ash: light grey, grey, brown-grey.
const ASHES: [Tone; 4] =
    [[136.0, 133.0, 129.0], [122.0, 119.0, 116.0], [112.0, 106.0, 99.0], [128.0, 122.0, 114.0]];

pub(super) fn paint(paint: &mut Paint<'_>, params: Params) {
    let ground = paint.ground;
    let (width, height) = (ground.width, ground.height);
    let severity = params.severity;
    let tone = lit(paint.rng.pick(&ASHES), 0.5 + 0.5 * ground.exposure());
    let drift = noise(width, height, ground.px(25.0), 4, paint.rng.seed());
    let local = softened(&ground.light, width, height, (ground.px(10.0) as usize).clamp(3, width / 4));
    let grain = paint.rng.seed();
    for index in 0..ground.len() {
        let (tree, roof, paved) = (ground.tree[index], ground.roof[index], ground.paved[index]);
        let focus = match params.focus {
            Focus::Roofs => roof,
            Focus::Streets => paved,
            Focus::Gardens => ground.grass[index] + ground.bare[index],
            Focus::Trees => tree,
            Focus::All => 1.0,
        };
        let flat = severity.of([0.5, 0.76, 0.96]) * (1.0 + severity.of([0.3, 0.15, 0.03]) * drift[index]);
        let crown = severity.of([0.24, 0.52, 0.84]);
        let swept = severity.of([0.85, 0.95, 1.0]);
        let share = flat * (1.0 - tree) * (1.0 - paved + paved * swept) + crown * tree;
        let share = share * (1.0 - 0.55 * ground.water[index]) * focus.clamp(0.0, 1.0);
        let relief = (ground.light[index] - local[index]) / 128.0;
        let (column, row) = ((index % width) as i32, (index / width) as i32);
        let detail = 1.0 + severity.of([0.75, 0.6, 0.42]) * relief + 0.06 * drift[index] + 0.05 * roof
            - 0.05 * tree
            + 0.03 * lattice(column, row, grain);
        let shade = 1.0 - 0.3 * ground.shadow[index];
        paint.lay(index, lit(tone, detail * shade), share);
        // Dust takes the colour of what it does not hide.
        if params.focus == Focus::All {
            let grey = paint.tones[index].iter().sum::<f32>() / 3.0;
            let dull =
                between(paint.tones[index], [grey * 1.01, grey, grey * 0.98], severity.of([0.3, 0.5, 0.7]));
            paint.lay(index, dull, 0.8);
        }
    }
    let fallen = severity.of([0.0, 0.06, 0.35]);
    let lots = lots(paint);
    let chosen: Vec<bool> = lots.iter().map(|&lot| lot < fallen).collect();
    if params.focus != Focus::All && params.focus != Focus::Roofs {
        return;
    }
    let weight = spread(paint, &chosen, 0.6);
    collapse(paint, &weight, lit(tone, 0.85), 0.85);
    let veil: Vec<f32> = weight.iter().map(|w| 0.45 * smoothstep(0.2, 0.8, *w)).collect();
    for (index, &share) in veil.iter().enumerate() {
        paint.lay(index, tone, share);
    }
    for (index, lot) in lots.iter().enumerate() {
        let level = if chosen[index] { 4 } else { 1 + u8::from(*lot < severity.of([0.0, 0.3, 0.8])) };
        paint.hurt(index, level);
    }
}

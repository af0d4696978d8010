//! Shaking: roofs become heaps that spill over their outline, dust settles, rubble lies in the streets.

use super::super::scene::noise::smoothstep;
use super::buildings::{collapse, holes, lots, spread};
use super::field::{noise, softened};
use super::paint::{Paint, lit, pieces};
use super::{Focus, Params};

pub(super) fn paint(paint: &mut Paint<'_>, params: Params) {
    let ground = paint.ground;
    let (width, height) = (ground.width, ground.height);
    let severity = params.severity;
    let lots = lots(paint);
    let fallen = severity.of([0.1, 0.55, 0.92]);
    let broken = fallen + severity.of([0.22, 0.25, 0.06]);
    let chosen: Vec<bool> = lots.iter().map(|&lot| lot < fallen).collect();
    let partly: Vec<bool> = lots.iter().map(|&lot| (fallen..broken).contains(&lot)).collect();
    holes(paint, &partly, severity.of([0.3, 0.42, 0.5]));
    let spill = if params.focus == Focus::Roofs { 0.5 } else { severity.of([1.2, 2.2, 3.2]) };
    let weight = spread(paint, &chosen, spill);
    let tint = lit([150.0, 140.0, 126.0], 1.0);
    collapse(paint, &weight, tint, 0.96);
    let hit: Vec<bool> = lots.iter().map(|&lot| lot < broken).collect();
    for index in 0..lots.len() {
        let level = match () {
            () if chosen[index] => 4,
            () if partly[index] => severity.of([2, 3, 3]),
            () => 1,
        };
        paint.hurt(index, level);
    }
    if params.focus == Focus::Roofs {
        return;
    }
    // Dust lies thickest beside the heaps.
    let near = spread(paint, &hit, 2.0);
    let dust = softened(&weight, width, height, (ground.px(5.0) as usize).clamp(2, 24));
    let cloud = noise(width, height, ground.px(12.0), 3, paint.rng.seed());
    let tone = lit([168.0, 156.0, 138.0], ground.exposure());
    for index in 0..ground.len() {
        let share = severity.of([0.35, 0.55, 0.75]) * (1.6 * dust[index]).min(1.0);
        let share = share * smoothstep(-0.9, 0.3, cloud[index]) * (1.0 - 0.55 * ground.tree[index]);
        if weight[index] < 0.4 {
            paint.lay(index, lit(tone, 0.6 + 0.4 * ground.light[index] / 120.0), 0.8 * share);
        }
    }
    let density: Vec<f32> = near
        .iter()
        .zip(&dust)
        .zip(&ground.paved)
        .map(|((near, dust), paved)| {
            let street = severity.of([0.0, 0.08, 0.3]) * paved;
            (0.8 * near + 0.9 * dust + street * (0.3 + dust)) * severity.of([0.5, 0.8, 1.0])
        })
        .collect();
    let count = (ground.len() as f32 / 26.0) as usize;
    paint.debris(&density, count, [0.6, severity.of([1.4, 2.0, 2.6])], pieces(ground));
}

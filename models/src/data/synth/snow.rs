//! Snow: on the ground and roofs, less on crowns and on cleared streets.

use super::super::scene::noise::{lattice, smoothstep};
use super::field::{noise, softened};
use super::paint::{Paint, between, lit};
use super::{Focus, Params};

pub(super) fn paint(paint: &mut Paint<'_>, params: Params) {
    let ground = paint.ground;
    let (width, height) = (ground.width, ground.height);
    let severity = params.severity;
    let drift = noise(width, height, ground.px(18.0), 4, paint.rng.seed());
    let even = softened(&ground.light, width, height, (ground.px(1.2) as usize).clamp(1, 4));
    let broad = softened(&even, width, height, (ground.px(12.0) as usize).clamp(4, width / 4));
    let grain = paint.rng.seed();
    let open = severity.of([0.62, 0.94, 0.99]);
    let street = severity.of([0.03, 0.42, 0.86]);
    let crown = severity.of([0.1, 0.32, 0.55]);
    let roofs = severity.of([0.72, 0.95, 0.99]);
    for index in 0..ground.len() {
        let (tree, roof, paved) = (ground.tree[index], ground.roof[index], ground.paved[index]);
        let focus = match params.focus {
            Focus::Roofs => roof,
            Focus::Gardens => ground.grass[index] + ground.bare[index],
            Focus::Trees => tree,
            Focus::Streets => paved,
            Focus::All => 1.0,
        };
        let relief = (ground.light[index] - even[index]) / 22.0;
        // Snow lies on the lit twigs of a crown; the gaps stay dark.
        let twigs = crown * smoothstep(-0.7, 1.3, 0.8 * relief + 0.3 * drift[index]);
        let thin = smoothstep(-0.55, 0.1, drift[index] + severity.of([0.12, 0.75, 1.4]));
        let other = (1.0 - tree - roof - paved).max(0.0);
        let mut share = other * open * thin + roof * roofs * (0.55 + 0.45 * thin) + tree * twigs;
        share += paved * street * smoothstep(-0.7, 0.2, drift[index] + severity.of([0.0, 0.3, 1.0]));
        // Open water swallows it.
        share *= (1.0 - 0.95 * ground.water[index]) * focus.clamp(0.0, 1.0);
        let (column, row) = ((index % width) as i32, (index / width) as i32);
        // What lies beneath still gives light and shade; shade on snow is blue.
        let under = ((even[index] / broad[index].max(20.0)) - 1.0).clamp(-0.8, 0.6);
        let shade = ground.shadow[index].max(smoothstep(-0.2, -0.65, under));
        let white = between([236.0, 239.0, 243.0], [148.0, 166.0, 196.0], 0.75 * shade);
        let slush = smoothstep(0.3, 0.9, paved) * severity.of([0.6, 0.4, 0.12]);
        let white = between(white, [176.0, 174.0, 172.0], slush);
        let detail = 1.0 + 0.05 * under + 0.025 * drift[index] + 0.1 * relief.clamp(-1.0, 0.5);
        let light = detail + 0.012 * lattice(column, row, grain);
        // Winter light: what stays bare is paler and colder.
        if focus > 0.5 && params.focus == Focus::All {
            let bare = ground.colour(index);
            let grey = ground.light[index];
            let cold = between(bare, [grey * 0.94, grey * 0.98, grey * 1.05], severity.of([0.3, 0.5, 0.6]));
            paint.lay(index, cold, 0.85);
        }
        paint.lay(index, lit(white, light * (0.86 + 0.14 * ground.exposure())), share);
    }
}

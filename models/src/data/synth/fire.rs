//! Wildfire: takes vegetation, then houses; streets stay.

use super::super::scene::noise::{lattice, smoothstep};
use super::buildings::{lots, spread};
use super::field::{noise, patches, softened};
use super::paint::{Paint, between, lit, rubble};
use super::{Focus, Params};

pub(super) fn paint(paint: &mut Paint<'_>, params: Params) {
    let ground = paint.ground;
    let (width, height) = (ground.width, ground.height);
    let severity = params.severity;
    let front = noise(width, height, ground.px(55.0).min(0.6 * width as f32), 4, paint.rng.seed());
    let burnt = patches(&front, severity.of([0.42, 0.78, 1.0]), 0.09);
    let mottle = noise(width, height, ground.px(7.0).max(4.0), 3, paint.rng.seed());
    let local = softened(&ground.light, width, height, (ground.px(4.0) as usize).clamp(2, width / 4));
    let grain = paint.rng.seed();
    let exposure = ground.exposure();
    for index in 0..ground.len() {
        let heat = burnt[index];
        if heat <= 0.0 {
            continue;
        }
        let (column, row) = ((index % width) as i32, (index / width) as i32);
        let speck = lattice(column, row, grain);
        let relief = ((ground.light[index] - local[index]) / local[index].max(25.0)).clamp(-0.6, 0.9);
        let (tree, grass) = (ground.tree[index], ground.grass[index]);
        let (tree, grass) = match params.focus {
            Focus::Trees => (tree, 0.0),
            Focus::Gardens => (0.0, grass),
            _ => (tree, grass),
        };
        // Grass burns to black, with the grey of fine ash where it was dense.
        let ashen = smoothstep(0.1, 0.7, mottle[index] + 0.25 * speck);
        let black = between([46.0, 42.0, 39.0], [112.0, 106.0, 100.0], 0.62 * ashen);
        let black = lit(black, exposure * (1.0 + 0.45 * relief + 0.08 * speck));
        paint.lay(index, black, grass * heat * severity.of([0.86, 0.93, 0.96]));
        // Crowns: needles gone, black twigs over grey ground; some are only scorched brown.
        let scorched =
            smoothstep(severity.of([0.05, 0.3, 0.75]), severity.of([0.25, 0.5, 0.95]), mottle[index]);
        let twig = smoothstep(-0.15, 0.35, 2.2 * relief + 0.45 * speck);
        let dead = between([38.0, 34.0, 31.0], [104.0, 96.0, 88.0], twig);
        let brown = lit([112.0, 84.0, 54.0], 0.62 + 0.6 * (relief + 0.3));
        let crown = lit(between(dead, brown, scorched), exposure);
        paint.lay(index, crown, tree * heat * 0.94);
        // Bare soil and yards get soot.
        let yards = if params.focus == Focus::All { ground.bare[index] } else { 0.0 };
        let soot = lit([92.0, 82.0, 72.0], exposure * (0.55 + 0.45 * ground.light[index] / 110.0));
        paint.lay(index, soot, yards * heat * (0.4 + 0.25 * ashen) * severity.of([0.6, 0.9, 1.1]));
    }
    if matches!(params.focus, Focus::Trees | Focus::Gardens) {
        return;
    }
    houses(paint, params, &burnt);
}

/// Burnt houses: pale ash within dark walls.
fn houses(paint: &mut Paint<'_>, params: Params, burnt: &[f32]) {
    let ground = paint.ground;
    let share = params.severity.of([0.0, 0.45, 0.97]);
    let lots = lots(paint);
    let chosen: Vec<bool> = ground
        .buildings
        .iter()
        .zip(&lots)
        .map(|(footprint, &lot)| {
            let at = footprint.centre[1] as usize * ground.width + footprint.centre[0] as usize;
            footprint.area > 0 && lot < share && burnt.get(at).copied().unwrap_or(0.0) > 0.5
        })
        .collect();
    let (seed, exposure) = (paint.rng.seed(), ground.exposure());
    let inner = spread(paint, &chosen, 0.9);
    let scorch = spread(paint, &chosen, 3.0);
    let block = ground.px(0.7);
    for index in 0..ground.len() {
        let number = usize::from(ground.building[index]);
        let (column, row) = (index % ground.width, index / ground.width);
        if number > 0 && chosen[number - 1] {
            let rim = inner_rim(ground.building.as_slice(), index, ground.width, number as u16);
            let (tone, shade) = rubble(column, row, block, seed);
            let grey = (tone[0] + tone[1] + tone[2]) / 3.0;
            let pale = between([172.0, 168.0, 163.0], [grey, grey * 0.97, grey * 0.93], 0.62);
            let own = 0.84 + 0.12 * lattice(number as i32, 3, seed);
            let tone = if rim { [74.0, 68.0, 63.0] } else { pale };
            paint.lay(index, lit(tone, exposure * own * (1.0 + 0.05 * shade)), 0.95);
        } else if scorch[index] > 0.05 && ground.roof[index] < 0.5 {
            let factor = 1.0 - 0.5 * scorch[index].min(1.0) * (1.0 - 0.5 * inner[index].min(1.0));
            paint.darken(index, factor);
        }
    }
    for (index, &gone) in chosen.iter().enumerate() {
        if gone {
            paint.hurt(index, 4);
        }
    }
}

/// Is a pixel of a building at its wall?
fn inner_rim(building: &[u16], index: usize, width: usize, number: u16) -> bool {
    [index.wrapping_sub(1), index + 1, index.wrapping_sub(width), index + width]
        .into_iter()
        .any(|next| building.get(next).is_none_or(|&other| other != number))
}

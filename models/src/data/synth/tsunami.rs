//! A wave from the sea: mud, wet sand and wreckage below a line; houses gone, plants stripped.

use super::super::scene::noise::{lattice, smoothstep};
use super::Params;
use super::buildings::{collapse, foundations, lots, spread};
use super::field::{noise, patches, softened, stretched};
use super::paint::{Paint, WRECKAGE, between, lit};

pub(super) fn paint(paint: &mut Paint<'_>, params: Params) {
    let ground = paint.ground;
    let (width, height) = (ground.width, ground.height);
    let severity = params.severity;
    let [dx, dy] = params.heading();
    let size = width.min(height) as f32;
    let tongue = noise(width, height, 0.4 * size, 4, paint.rng.seed());
    // How far inland the wave came: the way along its heading, corrected by the relief.
    let relief = softened(&ground.terrain_m, width, height, (ground.px(6.0) as usize).clamp(2, width / 4));
    let mean = super::Ground::share(&relief);
    let reach: Vec<f32> = (0..ground.len())
        .map(|index| {
            let x = (index % width) as f32 - 0.5 * width as f32;
            let y = (index / width) as f32 - 0.5 * height as f32;
            let inland = (x * dx + y * dy) / size;
            -inland + 0.13 * tongue[index] - (0.1 * (relief[index] - mean)).clamp(-0.2, 0.2)
        })
        .collect();
    let swept = patches(&reach, severity.of([0.42, 0.7, 0.95]), 0.025);
    let mottle = noise(width, height, ground.px(9.0).max(4.0), 4, paint.rng.seed());
    let (long, short) = (ground.px(16.0).max(6.0), ground.px(2.0).max(1.6));
    let drag = stretched(width, height, [long, short], dy.atan2(dx), 2, paint.rng.seed());
    let grain = paint.rng.seed();
    let exposure = ground.exposure();
    for index in 0..ground.len() {
        let wave = swept[index];
        if wave < 0.004 {
            continue;
        }
        let (column, row) = ((index % width) as i32, (index / width) as i32);
        let speck = lattice(column, row, grain);
        let sandy = smoothstep(-0.4, 0.5, mottle[index] + 0.3 * drag[index]);
        let mud = between([104.0, 90.0, 72.0], [158.0, 140.0, 114.0], sandy);
        // Puddles stand in the hollows and mirror the sky.
        let pool = smoothstep(0.42, 0.62, -mottle[index]) * severity.of([0.35, 0.6, 0.75]);
        let mud = between(mud, [92.0, 92.0, 84.0], pool);
        let light = exposure * (1.0 + 0.07 * drag[index] + 0.05 * speck * (1.0 - pool));
        let stands = (ground.roof[index] + ground.tree[index]).min(1.0);
        let under = 1.0 - 0.3 * ground.shadow[index];
        let thick = severity.of([0.72, 0.88, 0.95])
            * (1.0 - 0.35 * ground.paved[index] * severity.of([1.0, 0.6, 0.2]));
        paint.lay(index, lit(mud, light * under), wave * thick * (1.0 - stands));
        // Crowns are torn: mud shows between dead wood.
        let torn = smoothstep(0.35, -0.25, mottle[index] - severity.of([-0.55, 0.1, 0.75]));
        let wood = between([64.0, 58.0, 46.0], mud, smoothstep(-0.2, 0.6, speck + 0.2));
        paint.lay(index, lit(wood, light), wave * ground.tree[index] * torn * 0.9);
    }
    let lots = lots(paint);
    let mut state = vec![1_u8; lots.len()];
    for (index, footprint) in ground.buildings.iter().enumerate() {
        let at = (footprint.centre[1] as usize).min(height - 1) * width
            + (footprint.centre[0] as usize).min(width - 1);
        if footprint.area == 0 || swept[at] < 0.5 {
            continue;
        }
        // Nearer the sea, fewer withstand it.
        let near = smoothstep(-0.1, 0.45, reach[at]);
        let lot = lots[index] - 0.25 * near;
        state[index] = match () {
            () if lot < severity.of([-0.12, 0.5, 0.92]) => 4,
            () if lot < severity.of([0.2, 0.75, 0.98]) => 3,
            () => 2,
        };
    }
    let bare: Vec<bool> =
        state.iter().zip(&lots).map(|(&s, lot)| s == 4 && (lot * 7.0).fract() < 0.6).collect();
    let heap: Vec<bool> = state.iter().zip(&bare).map(|(&s, &bare)| (s == 4 && !bare) || s == 3).collect();
    foundations(paint, &bare, [170.0, 162.0, 150.0], 0.93);
    let weight = spread(paint, &heap, 2.0);
    // Half-standing houses keep the lee side of their roof.
    let weight: Vec<f32> = weight
        .iter()
        .enumerate()
        .map(|(index, &w)| match usize::from(ground.building[index]) {
            0 => w,
            number if state[number - 1] == 3 => {
                let centre = ground.buildings[number - 1].centre;
                let lee =
                    ((index % width) as f32 - centre[0]) * dx + ((index / width) as f32 - centre[1]) * dy;
                w * smoothstep(0.1, -0.25, lee / ground.buildings[number - 1].radius.max(1.0))
            }
            _ => w,
        })
        .collect();
    collapse(paint, &weight, [142.0, 124.0, 102.0], 0.95);
    for (index, &level) in state.iter().enumerate() {
        paint.hurt(index, level);
    }
    let line = softened(&swept, width, height, (ground.px(5.0) as usize).clamp(2, 20));
    let density: Vec<f32> = swept
        .iter()
        .zip(&line)
        .zip(&mottle)
        .map(|((wave, line), mottle)| {
            // Wreckage gathers where the wave turned.
            let wrack = 1.0 - (2.0 * line - 1.0).abs();
            let heap = 0.16 + 0.5 * wrack + 0.4 * smoothstep(0.15, 0.6, *mottle);
            (wave * heap * severity.of([0.55, 0.8, 1.0])).min(1.0)
        })
        .collect();
    paint.debris(&density, ground.len() / 22, [0.6, 3.2], &WRECKAGE);
}

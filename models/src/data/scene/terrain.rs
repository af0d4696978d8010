//! The bare land: elevation, river, banks and the rough cover that everything else is laid on.

use super::Label;
use super::canvas::{Canvas, blend, scaled, tone};
use super::geometry::Point;
use super::noise::{Rng, fractal, fractal2, smoothstep};
use super::plan::Plan;

/// Elevation of the terrain. Water carries the elevation of its surface.
#[derive(Debug)]
pub(crate) struct Terrain<'a> {
    plan: &'a Plan,
    seed: u32,
}

impl<'a> Terrain<'a> {
    pub(crate) fn new(seed: u64, plan: &'a Plan) -> Self {
        Self { plan, seed: Rng::stream(seed, "terrain").seed() }
    }

    /// Elevation in metres at `p`, whose plan position and distance from the water the caller has at hand.
    pub(crate) fn elevation(&self, p: Point, s: f32, t: f32, from_water: f32) -> f32 {
        let level = self.plan.water_level(s);
        if from_water <= 0.0 {
            return level;
        }
        let gravel = self.plan.gravel(s, t);
        // A gravel bar slopes gently, then comes the bank, the flood plain and the first rise of the valley's side.
        let bank = 0.12
            + 0.35 * smoothstep(0.0, 1.0 + gravel, from_water)
            + 1.35 * smoothstep(gravel, gravel + 5.0, from_water);
        let plain = 0.009 * from_water + 0.016 * (from_water - 60.0).max(0.0);
        let swell = 0.75 * fractal(p, 95.0, 3, self.seed) + 0.10 * fractal(p, 9.0, 2, self.seed ^ 3);
        level + bank + plain + swell * smoothstep(2.0, 30.0, from_water)
    }
}

/// Lays terrain, water, gravel and rough grass over the whole canvas.
pub(crate) fn lay(canvas: &mut Canvas, seed: u64, plan: &Plan) {
    let terrain = Terrain::new(seed, plan);
    let mut rng = Rng::stream(seed, "cover");
    let noise = rng.seed();
    let (fresh, dry, soil) = (tone(104, 118, 78), tone(150, 142, 106), tone(158, 142, 116));
    let (deep, shallow, bed) = (tone(66, 80, 70), tone(88, 96, 78), tone(112, 108, 86));
    let stones = tone(176, 168, 148);
    let mud = tone(112, 104, 82);
    for row in 0..canvas.height {
        for column in 0..canvas.width {
            let p = canvas.centre(column, row);
            let (s, t) = plan.locate(p);
            let from_water = plan.shore_distance(s, t);
            let index = row * canvas.width + column;
            canvas.ground[index] = terrain.elevation(p, s, t, from_water);
            let cell = &mut canvas.cells[index];
            let grain = fractal(p, 1.6, 2, noise);
            if from_water <= 0.0 {
                let depth = -from_water;
                // The current draws its patterns out along the river.
                let streak = fractal2(s / 26.0, t / 4.5, 4, noise ^ 1);
                let edge = smoothstep(0.0, 3.0, depth + 1.2 * streak);
                let body = blend(shallow, deep, smoothstep(2.0, 11.0, depth + 2.5 * streak));
                let ripple = 1.0 + 0.035 * streak + 0.02 * fractal2(s / 1.2, t / 0.7, 2, noise ^ 2);
                cell.cover(scaled(blend(bed, body, 0.25 + 0.75 * edge), ripple), 0.03, Label::Water);
                continue;
            }
            let gravel = plan.gravel(s, t) + 1.5 * fractal(p, 7.0, 2, noise ^ 4) - 0.6;
            if from_water < gravel {
                let wet = smoothstep(0.0, 1.5, from_water);
                let colour = scaled(blend(mud, stones, wet), 1.0 + 0.12 * grain);
                cell.cover(colour, 0.28, Label::Bare);
                continue;
            }
            let dryness = 0.45 + 0.95 * fractal(p, 30.0, 5, noise ^ 5);
            let bare = smoothstep(0.30, 0.62, fractal(p, 21.0, 5, noise ^ 6));
            let turf = blend(fresh, dry, dryness);
            let mut colour = blend(turf, soil, 0.7 * bare);
            colour = blend(mud, colour, 0.25 + 0.75 * smoothstep(0.0, 1.6, from_water));
            let label = if bare > 0.75 { Label::Bare } else { Label::Grass };
            cell.cover(scaled(colour, 1.0 + 0.24 * grain), 0.42 - 0.12 * bare, label);
        }
    }
}

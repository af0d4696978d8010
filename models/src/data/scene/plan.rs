//! Where things are: the town's curved coordinates, the river, the street network and what each block is for.
//!
//! Positions are planned as (s, t): s runs down the river, t away from it into the town; both are metres and bend
//! with the land, so that streets follow the river instead of a grid.

use super::geometry::{Axes, Point, point};
use super::noise::{Rng, fractal2};

/// A sum of two sine waves: how a line meanders.
#[derive(Debug, Clone, Copy)]
struct Meander([(f32, f32, f32); 2]);

impl Meander {
    /// Amplitudes and wavelengths in metres, slightly varied, at a random phase.
    fn random(rng: &mut Rng, waves: [(f32, f32); 2]) -> Self {
        Self(waves.map(|(amplitude, length)| {
            let rate = std::f32::consts::TAU / (length * rng.range(0.9, 1.15));
            (amplitude * rng.range(0.8, 1.15), rate, rng.range(0.0, std::f32::consts::TAU))
        }))
    }

    fn at(&self, x: f32) -> f32 {
        self.0.iter().map(|(amplitude, rate, phase)| amplitude * (rate * x + phase).sin()).sum()
    }

    fn slope(&self, x: f32) -> f32 {
        self.0.iter().map(|(amplitude, rate, phase)| amplitude * rate * (rate * x + phase).cos()).sum()
    }

    /// Second derivative, 1/m: positive where the line bends towards larger values.
    fn bend(&self, x: f32) -> f32 {
        self.0
            .iter()
            .map(|(amplitude, rate, phase)| -amplitude * rate * rate * (rate * x + phase).sin())
            .sum()
    }
}

/// What a block is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    Houses,
    Shops,
    Park,
    Sports,
    Warehouse,
}

/// The land between four streets, bounded by their centre lines.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Block {
    pub(crate) s: (f32, f32),
    pub(crate) t: (f32, f32),
    pub(crate) purpose: Use,
    /// Is there a street at the low and at the high t?
    pub(crate) streets: (bool, bool),
}

/// The plan of a scene.
#[derive(Debug)]
pub(crate) struct Plan {
    turn: (f32, f32),
    bend: Meander,
    sway: Meander,
    river_t: f32,
    river_half: f32,
    meander: Meander,
    width_seed: u32,
    /// Distance from the middle within which anything may be visible, m.
    pub(crate) reach: f32,
    /// Streets along the river, by t, the first on the bank.
    pub(crate) rows: Vec<f32>,
    /// The street on the other bank.
    pub(crate) south: f32,
    /// Streets away from the river: s, first and last t.
    pub(crate) crossings: Vec<(f32, f32, f32)>,
    /// First and last s of the town.
    pub(crate) town: (f32, f32),
    pub(crate) blocks: Vec<Block>,
}

/// Depth of the strip of plots behind the outermost streets, m.
pub(crate) const STRIP: f32 = 38.0;
/// Depth of the land in use on the other bank, m.
pub(crate) const SOUTH_DEPTH: f32 = 104.0;

impl Plan {
    /// The plan for a scene that shows `reach` metres around its middle, `half` to its nearest edge.
    pub(crate) fn new(seed: u64, reach: f32, half: f32) -> Self {
        let mut rng = Rng::stream(seed, "plan");
        let quarter = rng.pick(&[0.0, 0.5, 1.0, 1.5]) * std::f32::consts::PI;
        let angle = quarter + rng.sign() * rng.range(0.08, 0.33);
        let scale = half.clamp(120.0, 420.0) / 256.0;
        let river_half = rng.range(14.5, 19.0);
        let river_t = -rng.range(58.0, 74.0) * scale;
        let sway_room = 17.0;
        let mut plan = Self {
            turn: (angle.cos(), angle.sin()),
            bend: Meander::random(&mut rng, [(17.0, 560.0), (5.0, 260.0)]),
            sway: Meander::random(&mut rng, [(9.0, 470.0), (3.0, 240.0)]),
            river_t,
            river_half,
            meander: Meander::random(&mut rng, [(15.0, 330.0), (4.5, 140.0)]),
            width_seed: rng.seed(),
            reach: reach + 40.0,
            rows: Vec::new(),
            south: river_t - river_half - sway_room - rng.range(17.0, 22.0),
            crossings: Vec::new(),
            town: (-1.25 * half - 40.0, (half * rng.range(0.60, 0.74)).max(156.0)),
            blocks: Vec::new(),
        };
        let mut row = river_t + river_half + sway_room + rng.range(17.0, 22.0);
        while plan.rows.len() < 2 || row < 0.62 * half {
            plan.rows.push(row);
            row += rng.range(70.0, 79.0);
        }
        plan.lay_blocks(&mut rng);
        plan
    }

    fn lay_blocks(&mut self, rng: &mut Rng) {
        let mut stations = vec![0.0_f32];
        let mut s = rng.range(105.0, 135.0);
        while s < self.town.1 - 70.0 {
            stations.push(s);
            s += rng.range(105.0, 145.0);
        }
        stations.push(self.town.1);
        s = -rng.range(105.0, 140.0);
        while s > self.town.0 + 60.0 {
            stations.push(s);
            s -= rng.range(105.0, 150.0);
        }
        stations.push(self.town.0);
        stations.sort_by(f32::total_cmp);

        let park_row = self.rows.len() - 2;
        let mut park_due = true;
        for gap in 0..self.rows.len() - 1 {
            let t = (self.rows[gap], self.rows[gap + 1]);
            let mut open = stations[0];
            self.crossings.push((stations[0], t.0, t.1));
            for &station in &stations[1..] {
                let ends_town = station == self.town.1;
                // The main road always runs through; other cross streets now and then leave a long block.
                let crosses = station.abs() < 1.0 || ends_town || rng.chance(0.78) || station - open > 190.0;
                if !crosses {
                    continue;
                }
                if station.abs() > 1.0 {
                    self.crossings.push((station, t.0, t.1));
                }
                let beside_main = open.abs() < 1.0 || station.abs() < 1.0;
                let purpose = if beside_main && gap == 0 {
                    Use::Shops
                } else if park_due && gap == park_row && open.abs() < 1.0 {
                    park_due = false;
                    Use::Park
                } else {
                    Use::Houses
                };
                self.blocks.push(Block { s: (open, station), t, purpose, streets: (true, true) });
                open = station;
            }
        }
        // Plots on the far side of the last street, then open country.
        let last = self.rows[self.rows.len() - 1];
        for (from, to) in [(self.town.0, 0.0), (0.0, self.town.1)] {
            let t = (last, last + STRIP);
            self.blocks.push(Block { s: (from, to), t, purpose: Use::Houses, streets: (true, false) });
        }
        // The other bank: sports ground and warehouse on either side of the main road, houses beyond them.
        let t = (self.south - SOUTH_DEPTH, self.south);
        let (left, right) = (-rng.range(150.0, 165.0), rng.range(144.0, 151.0));
        let houses = (self.south - STRIP, self.south);
        let (near, far) =
            if rng.chance(0.5) { (Use::Sports, Use::Warehouse) } else { (Use::Warehouse, Use::Sports) };
        for (s, t, purpose) in [
            ((left, 0.0), t, near),
            ((0.0, right), t, far),
            ((self.town.0, left - 6.0), houses, Use::Houses),
            ((right + 6.0, self.town.1), houses, Use::Houses),
        ] {
            self.blocks.push(Block { s, t, purpose, streets: (false, true) });
        }
    }

    /// From (s, t) to metres from the middle of the image.
    pub(crate) fn place(&self, s: f32, t: f32) -> Point {
        let (u, v) = (s + self.sway.at(t), t + self.bend.at(s));
        point(u * self.turn.0 - v * self.turn.1, u * self.turn.1 + v * self.turn.0)
    }

    /// The inverse of [`Plan::place`].
    pub(crate) fn locate(&self, p: Point) -> (f32, f32) {
        let (u, v) = (p.x * self.turn.0 + p.y * self.turn.1, p.y * self.turn.0 - p.x * self.turn.1);
        // Both bends are gentle (slopes below 0.4), so the iteration contracts fast.
        let (mut s, mut t) = (u, v);
        for _ in 0..5 {
            s = u - self.sway.at(t);
            t = v - self.bend.at(s);
        }
        (s, t)
    }

    /// Axes at (s, t): along growing s, across growing t.
    pub(crate) fn axes(&self, s: f32, t: f32) -> Axes {
        let along = self.place(s + 0.5, t) - self.place(s - 0.5, t);
        // A rotation keeps the turn from s to t, so the perpendicular points to growing t.
        Axes::new(self.place(s, t), along)
    }

    /// The border of an (s, t) rectangle, following the bends.
    pub(crate) fn quad(&self, s: (f32, f32), t: (f32, f32)) -> Vec<Point> {
        let steps = |from: f32, to: f32| (((to - from).abs() / 12.0).ceil() as usize).max(1);
        let mut outline = Vec::new();
        let mut edge = |from: (f32, f32), to: (f32, f32)| {
            let count = steps(from.0, to.0).max(steps(from.1, to.1));
            for i in 0..count {
                let f = i as f32 / count as f32;
                outline.push(self.place(from.0 + (to.0 - from.0) * f, from.1 + (to.1 - from.1) * f));
            }
        };
        edge((s.0, t.0), (s.1, t.0));
        edge((s.1, t.0), (s.1, t.1));
        edge((s.1, t.1), (s.0, t.1));
        edge((s.0, t.1), (s.0, t.0));
        outline
    }

    /// A curve through (s, t) positions.
    pub(crate) fn curve(&self, from: (f32, f32), to: (f32, f32)) -> Vec<Point> {
        let count = (((to.0 - from.0).abs().max((to.1 - from.1).abs()) / 5.0).ceil() as usize).max(1);
        (0..=count)
            .map(|i| {
                let f = i as f32 / count as f32;
                self.place(from.0 + (to.0 - from.0) * f, from.1 + (to.1 - from.1) * f)
            })
            .collect()
    }

    /// t of the river's middle.
    pub(crate) fn river(&self, s: f32) -> f32 {
        self.river_t + self.meander.at(s)
    }

    /// Half the river's width, m.
    pub(crate) fn river_half(&self, s: f32) -> f32 {
        self.river_half * (1.0 + 0.16 * fractal2(s / 70.0, 0.0, 2, self.width_seed))
    }

    /// Distance from the water's edge, m: negative in the water. The bank is a little ragged.
    pub(crate) fn shore_distance(&self, s: f32, t: f32) -> f32 {
        let slant = self.meander.slope(s) + self.bend.slope(s);
        let distance = (t - self.river(s)).abs() / (1.0 + slant * slant).sqrt() - self.river_half(s);
        if distance.abs() > 8.0 {
            return distance;
        }
        distance + 1.3 * fractal2(s / 9.0, t / 9.0, 3, self.width_seed ^ 0x51)
    }

    /// Width of the gravel bar that the current leaves on the inside of a bend, m; 0 elsewhere.
    pub(crate) fn gravel(&self, s: f32, t: f32) -> f32 {
        let bend = self.meander.bend(s) + self.bend.bend(s);
        let inside = if t > self.river(s) { bend } else { -bend };
        ((inside - 0.0052) * 1500.0).clamp(0.0, 7.0)
    }

    /// Water surface, m. It falls gently downstream.
    pub(crate) fn water_level(&self, s: f32) -> f32 {
        20.0 - 0.0006 * s
    }

    /// t of the last street of the town.
    pub(crate) fn last_row(&self) -> f32 {
        self.rows[self.rows.len() - 1]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_locates() {
        for seed in 0..8 {
            let plan = Plan::new(seed, 362.0, 256.0);
            for (s, t) in [(0.0, 0.0), (-310.0, 140.0), (222.0, -190.0)] {
                let (s2, t2) = plan.locate(plan.place(s, t));
                assert!((s - s2).abs() < 0.05 && (t - t2).abs() < 0.05, "{s} {t} became {s2} {t2}");
                let axes = plan.axes(s, t);
                assert!((plan.place(s, t + 1.0) - axes.origin).dot(axes.across) > 0.8);
            }
        }
    }

    #[test]
    fn the_river_keeps_clear_of_the_streets_on_its_banks() {
        for seed in 0..40 {
            let plan = Plan::new(seed, 362.0, 256.0);
            for step in -36..36 {
                let s = step as f32 * 10.0;
                assert!(plan.shore_distance(s, plan.rows[0]) > 6.0);
                assert!(plan.shore_distance(s, plan.south) > 6.0);
            }
        }
    }
}

//! Roofs: footprints made of rectangles under gables, hips or flat roofs, with the things that stand on them.

use super::canvas::{Cell, Labels, Rgb, blend, scaled, tone};
use super::geometry::{Axes, Point};
use super::noise::{Rng, fractal, fractal2, lattice, smoothstep};
use super::{Building, Label, Site};

/// Shape of a roof.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Gable,
    Hip,
    Flat,
}

/// What a roof is covered with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cover {
    Shingles,
    Tiles,
    Metal,
    Membrane,
    Gravel,
}

/// A rectangle of a footprint, in the building's axes; the ridge runs along its longer side.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part {
    pub(crate) a: (f32, f32),
    pub(crate) b: (f32, f32),
    /// Ridge along a (true) or along b.
    pub(crate) ridge_along: bool,
    pub(crate) form: Form,
}

impl Part {
    /// Height over the eaves and slope (per metre of a, of b) at a local position inside the part.
    fn roof(&self, a: f32, b: f32, pitch: f32) -> (f32, f32, f32) {
        let (half_a, half_b) = (0.5 * (self.a.1 - self.a.0), 0.5 * (self.b.1 - self.b.0));
        let (x, y) = (a - 0.5 * (self.a.0 + self.a.1), b - 0.5 * (self.b.0 + self.b.1));
        let (to_a, to_b) = (half_a - x.abs(), half_b - y.abs());
        let over_b = match self.form {
            Form::Flat => return (0.0, 0.0, 0.0),
            Form::Gable => self.ridge_along,
            Form::Hip => to_b < to_a,
        };
        if over_b {
            (pitch * to_b, 0.0, -pitch * y.signum())
        } else {
            (pitch * to_a, -pitch * x.signum(), 0.0)
        }
    }

    fn contains(&self, a: f32, b: f32) -> bool {
        a >= self.a.0 && a <= self.a.1 && b >= self.b.0 && b <= self.b.1
    }
}

/// A building to be put up.
#[derive(Debug, Clone)]
pub(crate) struct House {
    pub(crate) axes: Axes,
    /// The main part, then wings that reach out of its low-b side.
    pub(crate) parts: Vec<Part>,
    pub(crate) eaves: f32,
    /// Rise of the roof per metre.
    pub(crate) pitch: f32,
    pub(crate) cover: Cover,
    pub(crate) colour: Rgb,
}

impl House {
    /// Corners of the whole footprint. At most one wing, attached to the main part's low-b side.
    pub(crate) fn outline(&self) -> Vec<Point> {
        let main = self.parts[0];
        let Some(wing) = self.parts.get(1) else {
            return self.axes.rectangle(main.a, main.b).to_vec();
        };
        let mut local = vec![(main.a.0, main.b.0)];
        local.extend([
            (wing.a.0, main.b.0),
            (wing.a.0, wing.b.0),
            (wing.a.1, wing.b.0),
            (wing.a.1, main.b.0),
        ]);
        local.extend([(main.a.1, main.b.0), (main.a.1, main.b.1), (main.a.0, main.b.1)]);
        // A wing flush with a side leaves two equal corners.
        local.dedup_by(|p, q| (p.0 - q.0).abs() < 0.05 && (p.1 - q.1).abs() < 0.05);
        local.into_iter().map(|(a, b)| self.axes.at(a, b)).collect()
    }
}

/// What must not lie under a new building.
pub(crate) const TAKEN: Labels = Labels::of(&[Label::Water, Label::Road, Label::Building, Label::Pool]);

/// Colours that roofs of houses have, by covering.
pub(crate) fn house_roof(rng: &mut Rng) -> (Cover, Rgb) {
    let shade = rng.range(0.86, 1.14);
    let (cover, colour) = match (rng.unit() * 100.0) as u32 {
        0..=17 => (Cover::Shingles, tone(96, 98, 102)),
        18..=31 => (Cover::Shingles, tone(124, 124, 122)),
        32..=44 => (Cover::Shingles, tone(118, 106, 96)),
        45..=54 => (Cover::Shingles, tone(146, 134, 118)),
        55..=60 => (Cover::Shingles, tone(84, 92, 104)),
        61..=80 => (Cover::Tiles, tone(158, 110, 88)),
        81..=88 => (Cover::Tiles, tone(136, 98, 84)),
        89..=94 => (Cover::Metal, tone(168, 172, 174)),
        _ => (Cover::Gravel, tone(172, 168, 160)),
    };
    (cover, scaled(colour, shade))
}

/// Puts the building up where there is room for it; says whether there was.
pub(crate) fn raise(site: &mut Site, house: &House, rng: &mut Rng) -> bool {
    let outline = house.outline();
    let main = house.parts[0];
    let radius = (main.a.1 - main.a.0).hypot(main.b.1 - main.b.0);
    if !site.canvas.sees(house.axes.origin, radius) || site.canvas.polygon_touches(&outline, TAKEN) {
        return false;
    }
    let (top, seed) = (cover_roof(site, house, &outline, rng.seed()), rng.seed());
    if house.parts.iter().any(|part| part.form == Form::Flat) {
        equip_flat(site, house, rng);
    } else {
        equip_pitched(site, house, seed, rng);
    }
    level_ground(site, &outline);
    site.buildings.push(Building {
        outline: outline.iter().map(|&p| site.canvas.pixel(p)).collect(),
        height_m: top,
        eaves_m: house.eaves,
    });
    true
}

/// Paints the roof; returns its greatest height.
fn cover_roof(site: &mut Site, house: &House, outline: &[Point], noise: u32) -> f32 {
    let axes = house.axes;
    let mut top = house.eaves;
    let flat = house.parts[0].form == Form::Flat;
    let aged = 0.5 + 0.5 * lattice(1, 2, noise);
    site.canvas.polygon(outline, |cell, p| {
        let (a, b) = axes.local(p);
        let mut best = (f32::NEG_INFINITY, 0.0, 0.0);
        let mut edge = f32::NEG_INFINITY;
        for part in &house.parts {
            // The outline rounds to cells, so a cell may miss every part by a hair.
            let inside = part.contains(a, b) || house.parts.len() == 1;
            if inside {
                let roof = part.roof(a, b, house.pitch);
                if roof.0 > best.0 {
                    best = roof;
                }
                edge = edge.max((a - part.a.0).min(part.a.1 - a).min((b - part.b.0).min(part.b.1 - b)));
            }
        }
        if best.0 == f32::NEG_INFINITY {
            best.0 = 0.0;
            edge = 0.0;
        }
        let (rise, slope_a, slope_b) = best;
        let down_b = slope_b != 0.0;
        let (run, fall) = if down_b { (a, b) } else { (b, a) };
        let mut colour = scaled(house.colour, texture(house.cover, run, fall, p, noise, aged));
        let mut above = house.eaves + rise.max(0.0);
        if flat {
            let parapet = edge < 0.4;
            if parapet {
                above += 0.5;
                colour = blend(scaled(colour, 1.12), tone(190, 188, 182), 0.35);
            } else {
                colour = scaled(colour, 0.88 + 0.12 * smoothstep(0.4, 1.6, edge));
            }
        } else if edge < 0.22 {
            colour = blend(colour, tone(176, 174, 168), 0.25);
        }
        top = top.max(above);
        *cell = Cell {
            rgb: colour,
            nir: if house.cover == Cover::Tiles { 0.34 } else { 0.24 },
            above,
            slope: [
                axes.along.x * slope_a + axes.across.x * slope_b,
                axes.along.y * slope_a + axes.across.y * slope_b,
            ],
            label: Label::Building,
        };
    });
    top
}

/// Brightness of a covering at a place; `run` is along the courses, `fall` down the slope, both in metres.
fn texture(cover: Cover, run: f32, fall: f32, p: Point, noise: u32, aged: f32) -> f32 {
    let blotch = fractal(p, 3.5, 3, noise);
    let grain = lattice((p.x * 4.0) as i32, (p.y * 4.0) as i32, noise);
    // Rain draws its stains down the slope.
    let streak = fractal2(run / 0.8, fall / 6.0, 2, noise ^ 1);
    match cover {
        Cover::Shingles => 1.0 + 0.07 * blotch + 0.05 * grain + 0.06 * streak * aged,
        Cover::Tiles => {
            let courses = 0.05 * (fall * std::f32::consts::TAU / 0.9).sin();
            1.0 + (0.10 + 0.10 * aged) * blotch + 0.07 * grain + courses + 0.06 * streak
        }
        Cover::Metal => {
            let rib = if (run / 0.95).rem_euclid(1.0) < 0.22 { -0.09 } else { 0.02 };
            let sheet = 0.03 * lattice((run / 1.9).floor() as i32, (fall / 9.0).floor() as i32, noise ^ 2);
            1.0 + rib + sheet + 0.05 * blotch * aged + 0.08 * streak * aged
        }
        Cover::Membrane => {
            let seam = if (run / 2.4).rem_euclid(1.0) < 0.08 { -0.05 } else { 0.0 };
            let pond = -0.26 * aged * smoothstep(0.15, 0.6, fractal(p, 9.0, 4, noise ^ 3));
            1.0 + seam + pond + 0.03 * grain + 0.05 * blotch
        }
        Cover::Gravel => {
            let damp = -0.15 * smoothstep(0.0, 0.6, fractal(p, 6.0, 3, noise ^ 3));
            1.0 + 0.08 * blotch + 0.08 * grain + damp
        }
    }
}

/// A box standing on a roof.
fn stand(site: &mut Site, corners: &[Point], rise: f32, rgb: Rgb) {
    site.canvas.polygon(corners, |cell, _| {
        if cell.label == Label::Building {
            *cell = Cell { rgb, above: cell.above + rise, slope: [0.0; 2], ..*cell };
        }
    });
}

fn equip_pitched(site: &mut Site, house: &House, noise: u32, rng: &mut Rng) {
    let (axes, main) = (house.axes, house.parts[0]);
    let (mid_a, mid_b) = (0.5 * (main.a.0 + main.a.1), 0.5 * (main.b.0 + main.b.1));
    let (half_a, half_b) = (0.5 * (main.a.1 - main.a.0), 0.5 * (main.b.1 - main.b.0));
    if rng.chance(0.55) {
        let a = mid_a + rng.range(-0.6, 0.6) * half_a;
        let b = mid_b + rng.range(-0.35, 0.35) * half_b;
        let brick = rng.pick(&[tone(128, 96, 84), tone(150, 146, 140), tone(108, 92, 84)]);
        stand(site, &axes.rectangle((a - 0.45, a + 0.45), (b - 0.4, b + 0.4)), 1.1, brick);
    }
    for _ in 0..(rng.unit() * 3.5) as u32 {
        let a = mid_a + rng.range(-0.8, 0.8) * half_a;
        let b = mid_b + rng.range(-0.7, 0.7) * half_b;
        stand(site, &axes.rectangle((a - 0.17, a + 0.17), (b - 0.17, b + 0.17)), 0.4, tone(172, 172, 170));
    }
    // The sun stands in the lower half of the image; panels go on the side that faces it.
    if rng.chance(0.17) && main.form != Form::Flat && half_b > 3.5 {
        let facing = if axes.across.y > 0.0 { 1.0 } else { -1.0 };
        let (rows, wide) = (rng.range(1.6, 3.0).min(half_b - 1.2), rng.range(0.35, 0.75) * half_a);
        let b = mid_b + facing * (0.5 * half_b);
        let a = mid_a + rng.range(-0.2, 0.2) * half_a;
        let (glass, frame) = (tone(50, 56, 74), tone(92, 98, 112));
        site.canvas.polygon(
            &axes.rectangle((a - wide, a + wide), (b - 0.5 * rows, b + 0.5 * rows)),
            |cell, p| {
                let (x, y) = axes.local(p);
                let line = ((x - a) / 1.05).rem_euclid(1.0) < 0.14 || ((y - b) / 1.65).rem_euclid(1.0) < 0.1;
                cell.rgb =
                    if line { frame } else { scaled(glass, 1.0 + 0.1 * lattice(x as i32, y as i32, noise)) };
            },
        );
    }
}

fn equip_flat(site: &mut Site, house: &House, rng: &mut Rng) {
    let (axes, main) = (house.axes, house.parts[0]);
    let area = (main.a.1 - main.a.0) * (main.b.1 - main.b.0);
    if (main.a.1 - main.a.0).min(main.b.1 - main.b.0) < 7.0 {
        return;
    }
    let units = (area / 130.0).min(14.0) * rng.range(0.5, 1.2);
    for _ in 0..units as u32 {
        let (w, d) = (rng.range(0.6, 1.5), rng.range(0.6, 1.2));
        let a = rng.range(main.a.0 + 2.5, main.a.1 - 2.5);
        let b = rng.range(main.b.0 + 2.5, main.b.1 - 2.5);
        let grey = rng.pick(&[tone(188, 190, 190), tone(150, 152, 152), tone(206, 206, 202)]);
        stand(site, &axes.rectangle((a - w, a + w), (b - d, b + d)), 1.2, grey);
        let fan = axes.at(a, b);
        site.canvas.disc(fan, 0.55 * w.min(d), |cell, _| cell.rgb = tone(92, 94, 96));
    }
    if area > 900.0 {
        // Rows of rooflights.
        let mut a = main.a.0 + 6.0;
        while a < main.a.1 - 5.0 {
            for b in [0.25_f32, 0.5, 0.75].map(|f| main.b.0 + f * (main.b.1 - main.b.0)) {
                let corners = axes.rectangle((a - 0.7, a + 0.7), (b - 1.6, b + 1.6));
                site.canvas.polygon(&corners, |cell, _| {
                    cell.rgb = blend(cell.rgb, tone(206, 214, 216), 0.75);
                });
            }
            a += 9.0;
        }
    }
}

/// A building stands on level ground.
fn level_ground(site: &mut Site, outline: &[Point]) {
    let (mut sum, mut count) = (0.0_f64, 0_u32);
    let canvas = &mut site.canvas;
    canvas.inside(outline, |index, _| {
        sum += f64::from(canvas.ground[index]);
        count += 1;
    });
    if count == 0 {
        return;
    }
    let level = (sum / f64::from(count)) as f32;
    let mut ground = std::mem::take(&mut canvas.ground);
    canvas.inside(outline, |index, _| ground[index] = level);
    canvas.ground = ground;
}

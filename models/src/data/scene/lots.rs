//! House plots: lawn, house, drive, terrace, pool, shed, fences, hedges and the garden's trees.

use super::buildings::{self, Cover, Form, House, Part, house_roof};
use super::canvas::{Labels, Rgb, blend, scaled, tone};
use super::geometry::{Axes, Point};
use super::noise::{Rng, fractal, lattice, smoothstep};
use super::plan::Block;
use super::roads::FRONTAGE;
use super::vegetation::{Species, Tree};
use super::{Label, Site, vehicles};

/// Half the width of the streets that plots lie on, m.
const STREET_HALF: f32 = 3.7;
/// Distance from a street's centre line to the plots, m.
const FRONT: f32 = STREET_HALF + FRONTAGE;

/// A plot: axes at the street's centre line, across pointing into the plot.
struct Lot {
    axes: Axes,
    width: f32,
    /// Distance from the street's centre line to the rear boundary, m.
    depth: f32,
    quad: Vec<Point>,
    seed: u32,
}

/// Cuts the block into plots and gives each its own stream.
fn lots_of(site: &Site, block: &Block, rng: &mut Rng) -> Vec<Lot> {
    let plan = &site.plan;
    let both = block.streets.0 && block.streets.1;
    let depth = if both { 0.5 * (block.t.1 - block.t.0) } else { block.t.1 - block.t.0 };
    let mut lots = Vec::new();
    for (present, street, side) in [(block.streets.0, block.t.0, 1.0_f32), (block.streets.1, block.t.1, -1.0)]
    {
        if !present {
            continue;
        }
        let end = block.s.1 - FRONT;
        let mut s = block.s.0 + FRONT;
        let typical = rng.range(15.5, 22.0);
        while end - s > 12.0 {
            let mut width = typical * rng.range(0.86, 1.18);
            if end - s - width < 12.0 {
                width = end - s;
            }
            if width < 36.0 {
                let middle = plan.axes(s + 0.5 * width, street);
                let axes = Axes::new(middle.origin, middle.along * side);
                let quad = plan.quad((s, s + width), (street + side * FRONT, street + side * depth));
                lots.push(Lot { axes, width, depth, quad, seed: rng.seed() });
            }
            s += width;
        }
    }
    lots
}

/// Lawns and soil of a block, to be laid before the roads.
pub(crate) fn ground(site: &mut Site, block: &Block, rng: &mut Rng) {
    let (lush, green, dry, soil) =
        (tone(90, 110, 74), tone(108, 118, 82), tone(160, 148, 114), tone(154, 136, 112));
    for lot in lots_of(site, block, rng) {
        if !site.canvas.sees(lot.axes.at(0.0, 0.5 * lot.depth), lot.depth) {
            continue;
        }
        let mut rng = Rng::stream(u64::from(lot.seed), "yard");
        let mut yard = || {
            let care = rng.unit();
            let turf = if care > 0.62 { lush } else { blend(dry, green, care * 1.5) };
            (scaled(turf, rng.range(0.88, 1.1)), rng.range(-0.3, 0.6), rng.seed())
        };
        let (front, back) = (yard(), yard());
        site.canvas.polygon(&lot.quad, |cell, p| {
            let (_, b) = lot.axes.local(p);
            let (turf, bareness, noise) = if b < FRONT + 9.0 { front } else { back };
            let bare = 0.85 * smoothstep(0.32, 0.75, fractal(p, 8.0, 4, noise) + bareness);
            let patch = 1.0 + 0.17 * fractal(p, 4.0, 3, noise ^ 1) + 0.16 * fractal(p, 0.9, 2, noise ^ 2);
            let label = if bare > 0.6 { Label::Bare } else { Label::Grass };
            cell.cover(scaled(blend(turf, soil, bare), patch), 0.46 - 0.16 * bare, label);
        });
    }
}

/// Everything that stands on the plots of a block; `rng` must be in the state that [`ground`] was given.
pub(crate) fn build(site: &mut Site, block: &Block, rng: &mut Rng) {
    for lot in lots_of(site, block, rng) {
        if site.canvas.sees(lot.axes.at(0.0, 0.5 * lot.depth), lot.depth) {
            let mut rng = Rng::stream(u64::from(lot.seed), "house");
            furnish(site, &lot, &mut rng);
        }
    }
}

/// Where drives, terraces and pools may go.
const OPEN: Labels = Labels::of(&[Label::Grass, Label::Bare]);

/// Lays slabs, gravel or asphalt on open ground.
fn pave(site: &mut Site, outline: &[Point], colour: Rgb, noise: u32) {
    site.canvas.polygon(outline, |cell, p| {
        if OPEN.has(cell.label) {
            let worn = 1.0
                + 0.09 * fractal(p, 2.5, 3, noise)
                + 0.04 * lattice((p.x * 4.0) as i32, (p.y * 4.0) as i32, noise);
            cell.cover(scaled(colour, worn), 0.30, Label::Paved);
        }
    });
}

fn furnish(site: &mut Site, lot: &Lot, rng: &mut Rng) {
    let axes = lot.axes;
    let noise = rng.seed();
    let side = rng.sign();
    let half = (0.5 * lot.width - rng.range(1.2, 2.6)).clamp(4.6, 9.5);
    let deep = rng.range(8.6, 11.8);
    let setback = FRONT + rng.range(4.6, 7.4);
    let centre = axes.moved(rng.range(-0.4, 0.4), setback + 0.5 * deep);
    let form = if rng.chance(0.55) { Form::Gable } else { Form::Hip };
    let along = half * 2.0 >= deep || form == Form::Hip;
    let main = Part { a: (-half, half), b: (-0.5 * deep, 0.5 * deep), ridge_along: along, form };
    let garage_wide = rng.range(5.2, 6.8).min(half);
    let forward = rng.range(2.4, 4.8);
    let mut parts = vec![main];
    let attached = rng.chance(0.62) && half > 5.4;
    if attached {
        let a = if side > 0.0 { (half - garage_wide, half) } else { (-half, -half + garage_wide) };
        // The wing runs back under the main roof, so that the two meet in a valley.
        parts.push(Part { a, b: (-0.5 * deep - forward, 0.0), ridge_along: false, form });
    }
    let (cover, colour) = house_roof(rng);
    let house = House {
        axes: centre,
        parts,
        eaves: rng.pick(&[2.9, 3.1, 3.3, 5.4, 5.7]),
        pitch: rng.range(0.36, 0.72),
        cover,
        colour,
    };

    // Drive and front path come first; the house then covers their ends.
    let stone = rng.pick(&[
        tone(188, 184, 174),
        tone(198, 192, 180),
        tone(168, 164, 156),
        tone(132, 132, 130),
        tone(176, 164, 146),
    ]);
    let drive_half = if attached { 0.5 * garage_wide - 0.4 } else { rng.range(1.4, 1.9) };
    let drive_a = side * if attached { half - 0.5 * garage_wide } else { half - 1.0 };
    let drive_end = if attached { setback - forward + 0.5 } else { setback + rng.range(0.0, 6.0) };
    let drive = axes.rectangle((drive_a - drive_half, drive_a + drive_half), (STREET_HALF + 0.2, drive_end));
    pave(site, &drive, stone, noise);
    let door = -side * rng.range(0.0, 0.4) * half;
    pave(site, &axes.rectangle((door - 0.6, door + 0.6), (FRONT - 0.3, setback + 0.5)), stone, noise);
    let rear = setback + deep;
    let terrace = rng.range(2.4, 4.8);
    let terrace_a = rng.range(-0.5, 0.2) * half;
    let slabs =
        rng.pick(&[tone(186, 178, 164), tone(170, 160, 146), tone(160, 150, 140), tone(148, 128, 108)]);
    pave(
        site,
        &axes.rectangle((terrace_a, terrace_a + 0.8 * half), (rear - 0.5, rear + terrace)),
        slabs,
        noise,
    );

    let built = buildings::raise(site, &house, rng);
    let rest = lot.depth - rear;
    let mut yard = Yard { site, lot, rear, noise };
    if built && rest > 13.0 && rng.chance(0.15) {
        yard.pool(rng);
    } else if rest > 9.0 && rng.chance(0.14) {
        yard.vegetables(rng);
    }
    if rng.chance(0.42) && rest > 7.0 {
        yard.shed(rng);
    }
    yard.boundaries(setback, rng);
    yard.trees(built, half, setback, drive_a, rng);
    for (b, likely) in [(setback - forward - 3.2, 0.42), (FRONT + 1.2, 0.12)] {
        if rng.chance(likely) && b > FRONT - 1.0 {
            let offset = if drive_half > 2.2 { rng.sign() * 1.25 } else { 0.0 };
            let spot = Axes::new(axes.at(drive_a + offset, b), axes.across * rng.sign());
            vehicles::car(site, &spot, rng);
        }
    }
}

struct Yard<'a> {
    site: &'a mut Site,
    lot: &'a Lot,
    /// Distance of the house's rear wall from the street, m.
    rear: f32,
    noise: u32,
}

impl Yard<'_> {
    fn pool(&mut self, rng: &mut Rng) {
        let b = 0.5 * (self.rear + self.lot.depth) + 0.5;
        let a = rng.range(-0.2, 0.2) * self.lot.width;
        let (long, wide) = (rng.range(3.4, 4.8), rng.range(1.7, 2.3));
        let spot = self.lot.axes.moved(a, b);
        pave(
            self.site,
            &spot.rectangle((-long - 1.5, long + 1.5), (-wide - 1.4, wide + 1.4)),
            tone(192, 184, 170),
            self.noise,
        );
        let (water, step) = (tone(98, 158, 170), tone(150, 188, 190));
        let round = rng.chance(0.4);
        self.site.canvas.polygon(&spot.rectangle((-long, long), (-wide, wide)), |cell, p| {
            let (x, y) = spot.local(p);
            if cell.label != Label::Paved || (round && (x / long).powi(2) + (y / wide).powi(2) > 1.0) {
                return;
            }
            cell.cover(if x > long - 1.0 { step } else { water }, 0.05, Label::Pool);
        });
    }

    fn vegetables(&mut self, rng: &mut Rng) {
        let b = self.lot.depth - 4.2;
        let a = rng.range(-0.2, 0.2) * self.lot.width;
        let spot = self.lot.axes.moved(a, b);
        let (soil, leaves) = (tone(112, 96, 78), tone(84, 108, 66));
        let noise = self.noise;
        self.site.canvas.polygon(&spot.rectangle((-3.5, 3.5), (-2.4, 2.4)), |cell, p| {
            if OPEN.has(cell.label) {
                let (_, y) = spot.local(p);
                let row =
                    smoothstep(0.1, 0.6, (y * std::f32::consts::TAU / 1.2).sin() + fractal(p, 1.5, 2, noise));
                cell.cover(blend(soil, leaves, row), 0.4, Label::Bare);
            }
        });
    }

    fn shed(&mut self, rng: &mut Rng) {
        let (w, d) = (rng.range(1.2, 2.6), rng.range(1.1, 2.0));
        let a = rng.sign() * (0.5 * self.lot.width - w - 0.8);
        let form = if rng.chance(0.4) { Form::Flat } else { Form::Gable };
        let (cover, colour) = rng.pick(&[
            (Cover::Shingles, tone(120, 112, 104)),
            (Cover::Metal, tone(180, 182, 182)),
            (Cover::Shingles, tone(92, 94, 96)),
            (Cover::Tiles, tone(148, 108, 90)),
        ]);
        let shed = House {
            axes: self.lot.axes.moved(a, self.lot.depth - d - 0.9),
            parts: vec![Part { a: (-w, w), b: (-d, d), ridge_along: w > d, form }],
            eaves: 2.1,
            pitch: 0.4,
            cover,
            colour,
        };
        buildings::raise(self.site, &shed, rng);
    }

    fn boundaries(&mut self, setback: f32, rng: &mut Rng) {
        let (half, depth) = (0.5 * self.lot.width, self.lot.depth);
        let axes = self.lot.axes;
        let wood = rng.pick(&[tone(132, 118, 100), tone(150, 142, 130), tone(118, 108, 96)]);
        let lines = [
            ((half, setback + 2.0), (half, depth), rng.unit()),
            ((-half, depth), (half, depth), rng.unit()),
            ((-half, FRONT + 0.4), (-half, setback), rng.unit() + 0.42),
        ];
        for (from, to, style) in lines {
            let (start, end) = (axes.at(from.0, from.1), axes.at(to.0, to.1));
            if style < 0.45 {
                self.site.canvas.stroke(&[start, end], 0.16, |cell, _, _| {
                    if OPEN.has(cell.label) {
                        (cell.rgb, cell.above) = (wood, 1.6);
                    }
                });
            } else if style < 0.82 {
                let wide = rng.range(0.55, 0.95);
                hedge(self.site, start, end, wide, rng);
            }
        }
    }

    fn trees(&mut self, built: bool, half: f32, setback: f32, drive_a: f32, rng: &mut Rng) {
        let axes = self.lot.axes;
        let width = 0.5 * self.lot.width;
        let mut plant = |a: f32, b: f32, radius: f32, species: Species| {
            self.site.trees.push(Tree::new(axes.at(a, b), radius, species));
        };
        let back = if built { 2 + (rng.unit() * 6.5) as u32 } else { 11 };
        for _ in 0..back {
            let species = Species::garden(rng);
            let low = if built { self.rear + 2.5 } else { FRONT + 2.0 };
            plant(
                rng.range(-0.92, 0.92) * width,
                rng.range(low, self.lot.depth + 0.5),
                rng.range(1.3, 2.6) + rng.range(0.0, 1.5) * rng.range(0.0, 1.9),
                species,
            );
        }
        if rng.chance(0.62) {
            let away = if drive_a > 0.0 { -1.0 } else { 1.0 };
            plant(
                away * rng.range(0.1, 0.85) * width,
                FRONT + rng.range(0.6, 3.4),
                rng.range(1.7, 4.6),
                Species::garden(rng),
            );
        }
        // Bushes along the front of the house and here and there.
        for _ in 0..(rng.unit() * 8.0) as u32 {
            plant(
                rng.range(-1.0, 1.0) * half,
                setback - rng.range(0.5, 1.1),
                rng.range(0.4, 0.9),
                Species::Bush,
            );
        }
        for _ in 0..(rng.unit() * 6.0) as u32 {
            plant(
                rng.range(-1.0, 1.0) * width,
                rng.range(self.rear + 1.0, self.lot.depth),
                rng.range(0.4, 1.1),
                Species::Bush,
            );
        }
    }
}

/// Bushes in a line.
pub(crate) fn hedge(site: &mut Site, from: Point, to: Point, half: f32, rng: &mut Rng) {
    let length = (to - from).length();
    let count = (length / (0.8 * half).max(0.35)) as u32;
    for i in 0..count {
        if rng.chance(0.04) {
            continue;
        }
        let jitter = (to - from).unit().perpendicular() * (0.12 * half * rng.bell());
        let place = from + (to - from) * (i as f32 / count.max(1) as f32) + jitter;
        site.trees.push(Tree::new(place, half * rng.range(0.85, 1.2), Species::Hedge));
    }
}

//! Trees, bushes and hedges: crowns built of leaf clumps, so that light and shadow fall on them as on real ones.

use super::canvas::{Canvas, Cell, Labels, Rgb, blend, scaled, tone};
use super::geometry::{Point, point};
use super::noise::{Rng, lattice};
use super::{Label, Site};

/// Kinds of plants that look different from above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Species {
    Broadleaf,
    Pale,
    Conifer,
    Purple,
    Bush,
    Hedge,
}

impl Species {
    /// What people plant in gardens.
    pub(crate) fn garden(rng: &mut Rng) -> Self {
        match (rng.unit() * 100.0) as u32 {
            0..=57 => Self::Broadleaf,
            58..=77 => Self::Pale,
            78..=93 => Self::Conifer,
            _ => Self::Purple,
        }
    }
}

/// A plant to be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tree {
    pub(crate) place: Point,
    pub(crate) radius: f32,
    pub(crate) species: Species,
}

impl Tree {
    pub(crate) fn new(place: Point, radius: f32, species: Species) -> Self {
        Self { place, radius, species }
    }
}

/// Ground that a trunk cannot stand on.
const SEALED: Labels = Labels::of(&[Label::Water, Label::Road, Label::Building, Label::Pool, Label::Vehicle]);

/// Plants everything that has room, low plants first.
pub(crate) fn plant(site: &mut Site) {
    let mut rng = Rng::stream(site.seed, "leaves");
    let mut trees = std::mem::take(&mut site.trees);
    trees.sort_by(|a, b| a.radius.total_cmp(&b.radius));
    let canvas = &mut site.canvas;
    let palette = Palette::new();
    // Rooms are checked against what was built, not against other plants: crowns may mingle.
    let rooted: Vec<Tree> = trees
        .into_iter()
        .filter(|tree| canvas.sees(tree.place, tree.radius))
        .filter(|tree| {
            let low = matches!(tree.species, Species::Bush | Species::Hedge);
            let clearance = if low { 0.35 } else { (0.62 * tree.radius).max(0.8) };
            let paved = canvas.label(tree.place) == Some(Label::Paved);
            !(low && paved || canvas.disc_touches(tree.place, clearance, SEALED))
        })
        .collect();
    for tree in rooted {
        crown(canvas, &tree, &palette, &mut rng);
    }
}

struct Palette {
    broadleaf: [Rgb; 3],
    pale: [Rgb; 2],
    conifer: [Rgb; 2],
    purple: Rgb,
    bush: [Rgb; 3],
    hedge: [Rgb; 2],
}

impl Palette {
    fn new() -> Self {
        Self {
            broadleaf: [tone(74, 96, 64), tone(84, 103, 66), tone(66, 91, 66)],
            pale: [tone(106, 117, 80), tone(112, 116, 88)],
            conifer: [tone(56, 77, 62), tone(64, 84, 70)],
            purple: tone(84, 64, 62),
            bush: [tone(72, 92, 62), tone(94, 104, 72), tone(62, 82, 56)],
            hedge: [tone(62, 86, 56), tone(72, 92, 60)],
        }
    }
}

/// One clump of leaves.
struct Clump {
    centre: Point,
    base: f32,
    radius: f32,
    /// Slope of the crown's dome here.
    lean: Point,
    rgb: Rgb,
    nir: f32,
    label: Label,
    seed: u32,
}

fn crown(canvas: &mut Canvas, tree: &Tree, palette: &Palette, rng: &mut Rng) {
    let r = tree.radius;
    let (colour, height, dome) = match tree.species {
        Species::Broadleaf => (rng.pick(&palette.broadleaf), 2.6 + 1.55 * r, 0.75 * r),
        Species::Pale => (rng.pick(&palette.pale), 2.4 + 1.4 * r, 0.7 * r),
        Species::Conifer => (rng.pick(&palette.conifer), 3.5 + 2.6 * r, 2.1 * r),
        Species::Purple => (palette.purple, 2.2 + 1.3 * r, 0.7 * r),
        Species::Bush => (rng.pick(&palette.bush), 0.4 + 0.9 * r, 0.6 * r),
        Species::Hedge => (rng.pick(&palette.hedge), 0.9 + 0.8 * r, 0.35 * r),
    };
    let height = height * rng.range(0.88, 1.15);
    let colour = scaled(colour, rng.range(0.84, 1.18));
    let warm = rng.range(-0.06, 0.08);
    let colour = [colour[0] * (1.0 + warm), colour[1], colour[2] * (1.0 - warm)];
    let low = matches!(tree.species, Species::Bush | Species::Hedge);
    let label = if low { Label::Shrub } else { Label::Tree };
    // Outline: a circle pushed in and out by a few lobes.
    let (phase, lobes, depth) =
        (rng.range(0.0, std::f32::consts::TAU), rng.range(2.0, 6.0).floor(), rng.range(0.05, 0.24));
    let count = if low { 4 } else { ((r * r * 2.6) as usize).clamp(7, 110) };
    let clump = if low { 0.62 * r } else { (0.20 * r + 0.36).min(0.62 * r) };
    // Shade between the clumps.
    shade_floor(canvas, tree.place, 0.80 * r, (height - dome).max(0.3) * 0.9, scaled(colour, 0.42), label);
    for i in 0..count {
        // Sunflower positions cover the disc evenly; jitter hides the spiral.
        let f = ((i as f32 + 0.5) / count as f32).sqrt();
        let angle = i as f32 * 2.399_963 + rng.range(-0.5, 0.5);
        let reach = 1.0 - depth + depth * (lobes * angle + phase).sin();
        let rho = (f * (1.0 - 0.6 * clump / r) + rng.range(-0.07, 0.07)).clamp(0.0, 1.0);
        let offset = point(angle.cos(), angle.sin()) * (rho * r * reach);
        let fall = match tree.species {
            Species::Conifer => rho,
            _ => 1.0 - (1.0 - 0.96 * rho * rho).sqrt(),
        };
        let steep = match tree.species {
            Species::Conifer => dome / r,
            _ => dome / r * rho / (1.06 - rho * rho).sqrt(),
        };
        let size = clump * rng.range(0.7, 1.3);
        let leaf = 1.0 + 0.20 * rng.bell() - 0.20 * fall;
        add_clump(
            canvas,
            &Clump {
                centre: tree.place + offset,
                base: (height - dome * fall - size).max(0.1) + 0.12 * size * rng.bell(),
                radius: size,
                lean: offset.unit() * -steep.min(1.5),
                rgb: scaled(colour, leaf),
                nir: 0.5 * leaf,
                label,
                seed: rng.seed(),
            },
        );
    }
}

fn shade_floor(canvas: &mut Canvas, centre: Point, radius: f32, height: f32, rgb: Rgb, label: Label) {
    canvas.disc(centre, radius, |cell, _| {
        if height > cell.above {
            *cell = Cell { rgb, nir: 0.3, above: height, slope: [0.0; 2], label };
        }
    });
}

fn add_clump(canvas: &mut Canvas, clump: &Clump) {
    let r2 = clump.radius * clump.radius;
    canvas.disc(clump.centre, clump.radius, |cell, offset| {
        let dome = (r2 - offset.dot(offset)).max(0.0).sqrt();
        let height = clump.base + dome;
        if height <= cell.above {
            return;
        }
        let own = offset * (-0.75 / dome.max(0.35 * clump.radius));
        let slope = own + clump.lean * 0.6;
        let grain = 1.0 + 0.17 * lattice((offset.x * 6.0) as i32, (offset.y * 6.0) as i32, clump.seed);
        // The rim of a clump is seen through more leaves and looks darker.
        let rim = 0.80 + 0.20 * dome / clump.radius;
        *cell = Cell {
            rgb: scaled(blend(clump.rgb, scaled(clump.rgb, 0.8), 1.0 - rim), grain * rim),
            nir: clump.nir * grain,
            above: height,
            slope: [slope.x, slope.y],
            label: clump.label,
        };
    });
}

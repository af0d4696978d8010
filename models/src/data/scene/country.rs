//! Open country: fields with crop rows, pasture, woods, hedgerows, and the green banks of the river.

use super::canvas::{Rgb, blend, scaled, tone};
use super::noise::{Rng, fractal, fractal2, smoothstep};
use super::plan::{Plan, SOUTH_DEPTH, STRIP};
use super::vegetation::{Species, Tree};
use super::{Label, Site};

/// What grows on a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Crop {
    Ripe,
    Stubble,
    Green,
    Tilled,
    Hay,
    Pasture,
    Wood,
}

/// A field: a rectangle of the plan.
#[derive(Debug, Clone, Copy)]
struct Field {
    s: (f32, f32),
    t: (f32, f32),
    crop: Crop,
    /// Rows run along s (true) or t.
    along: bool,
}

/// Splits an interval into parts of about `typical` metres with a balk between them.
fn split(range: (f32, f32), typical: f32, balk: f32, rng: &mut Rng) -> Vec<(f32, f32)> {
    let mut parts = Vec::new();
    let mut start = range.0;
    while range.1 - start > 0.5 * typical {
        let mut end = start + typical * rng.range(0.7, 1.35);
        if range.1 - end < 0.6 * typical {
            end = range.1;
        }
        parts.push((start, end - balk));
        start = end;
    }
    parts
}

fn fields_of(plan: &Plan, rng: &mut Rng) -> Vec<Field> {
    let reach = plan.reach;
    let north = plan.last_row() + STRIP + 8.0;
    let south = plan.south - SOUTH_DEPTH - 9.0;
    let east = plan.town.1 + 9.0;
    let bag = [
        Crop::Ripe,
        Crop::Green,
        Crop::Tilled,
        Crop::Stubble,
        Crop::Hay,
        Crop::Pasture,
        Crop::Green,
        Crop::Wood,
    ];
    let mut turn = (rng.unit() * 8.0) as usize;
    let mut fields = Vec::new();
    let mut cover = |s: (f32, f32), t: (f32, f32), typical: (f32, f32), rng: &mut Rng| {
        for part_s in split(s, typical.0, 3.5, rng) {
            for part_t in split(t, typical.1, 3.5, rng) {
                // Neighbours never bear the same crop.
                turn += 1 + (rng.unit() * 2.0) as usize;
                let along = part_s.1 - part_s.0 > part_t.1 - part_t.0;
                fields.push(Field { s: part_s, t: part_t, crop: bag[turn % bag.len()], along });
            }
        }
    };
    cover((-reach, -9.0), (north, reach), (120.0, 150.0), rng);
    cover((9.0, reach), (north, reach), (105.0, 150.0), rng);
    cover((east, reach), (plan.rows[0] + 14.0, north - 9.0), (150.0, 82.0), rng);
    cover((east, reach), (plan.south - SOUTH_DEPTH, plan.south - 12.0), (150.0, 95.0), rng);
    cover((-reach, -9.0), (-reach, south), (130.0, 150.0), rng);
    cover((9.0, reach), (-reach, south), (120.0, 150.0), rng);
    // Behind the houses of the other bank.
    let behind = (plan.south - SOUTH_DEPTH, plan.south - STRIP - 5.0);
    cover((-reach, -172.0), behind, (140.0, 110.0), rng);
    cover((158.0, plan.town.1 + 3.0), behind, (140.0, 110.0), rng);
    fields
}

/// Lays the fields and decides where the country's trees stand.
pub(crate) fn lay(site: &mut Site) {
    let mut rng = Rng::stream(site.seed, "country");
    for field in fields_of(&site.plan, &mut rng) {
        let noise = rng.seed();
        till(site, &field, noise, &mut rng);
        hedgerow(site, &field, &mut rng);
    }
    banks(site, &mut rng);
}

/// Two colours of a crop, how strong its rows are, and their spacing in metres.
fn look(crop: Crop, rng: &mut Rng) -> (Rgb, Rgb, f32, f32) {
    match crop {
        Crop::Ripe => (tone(198, 177, 134), tone(172, 147, 106), 0.22, rng.range(1.6, 2.0)),
        Crop::Stubble => (tone(198, 180, 142), tone(166, 144, 110), 0.45, rng.range(3.6, 5.2)),
        Crop::Green => (tone(78, 102, 66), tone(132, 120, 90), 0.5, rng.range(2.0, 2.6)),
        Crop::Tilled => (tone(150, 127, 102), tone(120, 99, 79), 0.5, rng.range(1.8, 2.8)),
        Crop::Hay => (tone(112, 122, 82), tone(158, 150, 110), 0.6, rng.range(4.5, 6.5)),
        Crop::Pasture | Crop::Wood => (tone(104, 115, 78), tone(158, 146, 108), 0.0, 2.0),
    }
}

fn till(site: &mut Site, field: &Field, noise: u32, rng: &mut Rng) {
    let outline = site.plan.quad(field.s, field.t);
    let (bright, dark, contrast, spacing) = look(field.crop, rng);
    let shade = rng.range(0.9, 1.1);
    let tilled = !matches!(field.crop, Crop::Pasture | Crop::Wood);
    let label = if tilled { Label::Field } else { Label::Grass };
    let nir = match field.crop {
        Crop::Ripe | Crop::Stubble | Crop::Tilled => 0.33,
        _ => 0.5,
    };
    let (trams, tram_seed) = (rng.range(18.0, 26.0), rng.range(0.0, 20.0));
    let plan = &site.plan;
    site.canvas.polygon(&outline, |cell, p| {
        if cell.label == Label::Water {
            return;
        }
        let (s, t) = plan.locate(p);
        let (from_s, from_t) = ((s - field.s.0).min(field.s.1 - s), (t - field.t.0).min(field.t.1 - t));
        // The plough turns on the headlands; there the rows follow the border.
        let ends = if field.along { from_s } else { from_t };
        let headland = ends < 9.0;
        let (run, cross) = if field.along == headland { (t, s) } else { (s, t) };
        let wobble = 0.5 * fractal2(run / 30.0, cross / 30.0, 2, noise ^ 8);
        let row = 0.5 + 0.5 * ((cross + wobble) * std::f32::consts::TAU / spacing).sin();
        let patches = fractal(p, 38.0, 4, noise);
        let drill = fractal2(run / 45.0, cross / 2.2, 3, noise ^ 1);
        let grain = fractal(p, 1.2, 2, noise ^ 2);
        let mut mix = 0.30 + 0.62 * patches + 0.34 * drill + contrast * (row - 0.5) * (0.7 + 0.6 * grain);
        if tilled && !headland {
            let lane = (cross + tram_seed).rem_euclid(trams);
            let wheel = smoothstep(0.42, 0.15, ((lane - 1.0).abs() - 0.9).abs());
            mix += 0.55 * wheel;
        }
        let colour = scaled(blend(bright, dark, mix), shade * (1.0 + 0.13 * grain + 0.06 * patches));
        let border = smoothstep(0.0, 1.4, from_s.min(from_t) + 0.6 * grain);
        cell.cover(blend(cell.rgb, colour, border), nir, if border > 0.5 { label } else { Label::Grass });
    });
    if field.crop == Crop::Wood {
        wood(site, field, noise, rng);
    }
}

fn wood(site: &mut Site, field: &Field, noise: u32, rng: &mut Rng) {
    let mut s = field.s.0 + 3.0;
    while s < field.s.1 - 2.0 {
        let mut t = field.t.0 + 3.0;
        while t < field.t.1 - 2.0 {
            let place = site.plan.place(s + rng.range(-1.8, 1.8), t + rng.range(-1.8, 1.8));
            if fractal(place, 26.0, 3, noise ^ 5) > -0.28 {
                let species = if rng.chance(0.16) { Species::Pale } else { Species::Broadleaf };
                site.trees.push(Tree::new(place, rng.range(2.2, 5.2), species));
            }
            t += 4.6;
        }
        s += 4.6;
    }
}

/// Bushes and trees on the balk at the field's first borders.
fn hedgerow(site: &mut Site, field: &Field, rng: &mut Rng) {
    let density = if rng.chance(0.55) { rng.range(0.25, 0.95) } else { 0.05 };
    let mut s = field.s.0;
    while s < field.s.1 {
        if rng.chance(density) {
            row_plant(site, s, field.t.1 + 1.6, rng);
        }
        s += rng.range(1.6, 4.5);
    }
    let density = if rng.chance(0.5) { rng.range(0.2, 0.9) } else { 0.04 };
    let mut t = field.t.0;
    while t < field.t.1 {
        if rng.chance(density) {
            row_plant(site, field.s.1 + 1.6, t, rng);
        }
        t += rng.range(1.6, 4.5);
    }
}

fn row_plant(site: &mut Site, s: f32, t: f32, rng: &mut Rng) {
    let place = site.plan.place(s + rng.range(-0.7, 0.7), t + rng.range(-0.7, 0.7));
    let tree = match rng.unit() {
        x if x < 0.55 => Tree::new(place, rng.range(0.7, 1.5), Species::Bush),
        x if x < 0.9 => Tree::new(place, rng.range(1.6, 4.0), Species::Broadleaf),
        _ => Tree::new(place, rng.range(1.6, 3.4), Species::Pale),
    };
    site.trees.push(tree);
}

/// Clumped woods along the river, thinning away from it.
fn banks(site: &mut Site, rng: &mut Rng) {
    let noise = rng.seed();
    let reach = site.plan.reach;
    let mut s = -reach;
    while s < reach {
        let river = site.plan.river(s);
        let half = site.plan.river_half(s);
        for side in [-1.0_f32, 1.0] {
            let strip = if side > 0.0 { site.plan.rows[0] - river } else { river - site.plan.south };
            let mut distance = 1.2;
            while distance < (strip - half - 8.0).max(6.0) {
                let place = site
                    .plan
                    .place(s + rng.range(-1.5, 1.5), river + side * (half + distance + rng.range(-1.2, 1.2)));
                let dense = fractal(place, 42.0, 3, noise) + 0.30 - 0.016 * distance;
                let edge = distance < 4.0;
                if dense > 0.10 && rng.chance(0.74) {
                    let species = match rng.unit() {
                        x if x < 0.64 => Species::Broadleaf,
                        x if x < 0.9 => Species::Pale,
                        _ => Species::Bush,
                    };
                    let radius =
                        if species == Species::Bush { rng.range(0.7, 1.5) } else { rng.range(1.9, 4.9) };
                    site.trees.push(Tree::new(place, radius, species));
                } else if rng.chance(if edge { 0.42 } else { 0.06 }) {
                    site.trees.push(Tree::new(place, rng.range(0.5, 1.4), Species::Bush));
                }
                if rng.chance(0.012) {
                    site.trees.push(Tree::new(place, rng.range(1.8, 4.6), Species::garden(rng)));
                }
                distance += 3.6;
            }
        }
        s += 3.8;
    }
}

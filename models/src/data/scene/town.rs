//! What the blocks of the town hold besides houses: shops, a park, a sports ground, a warehouse, car parks.

use super::buildings::{self, Cover, Form, House, Part};
use super::canvas::{Labels, blend, scaled, tone};
use super::geometry::{Axes, Point};
use super::noise::{Rng, fractal, lattice, smoothstep};
use super::plan::{Block, Use};
use super::roads::FRONTAGE;
use super::vegetation::{Species, Tree};
use super::{Label, Site, lots, vehicles};

/// Distance from a street's centre line to the inner border of its pavement, m.
const FRONT: f32 = 3.7 + FRONTAGE;

fn stream(site: &Site, number: usize) -> Rng {
    Rng::stream(site.seed ^ ((number as u64) << 32), "block")
}

fn middle(site: &Site, block: &Block) -> Axes {
    site.plan.axes(0.5 * (block.s.0 + block.s.1), 0.5 * (block.t.0 + block.t.1))
}

/// Lays the ground of all blocks, before the roads.
pub(crate) fn ground(site: &mut Site) {
    let blocks = site.plan.blocks.clone();
    for (number, block) in blocks.iter().enumerate() {
        let mut rng = stream(site, number);
        match block.purpose {
            Use::Houses => lots::ground(site, block, &mut rng),
            Use::Shops => asphalt(site, &inner(site, block), rng.seed()),
            Use::Warehouse => {
                turf(site, &inner(site, block), rng.seed(), 0.55);
                warehouse_ground(site, block, &mut rng);
            }
            Use::Park => {
                turf(site, &inner(site, block), rng.seed(), 0.12);
                park_paths(site, block);
            }
            Use::Sports => {
                turf(site, &inner(site, block), rng.seed(), 0.3);
                sports_ground(site, block, &mut rng);
            }
        }
    }
}

/// Builds on all blocks, after the roads.
pub(crate) fn build(site: &mut Site) {
    let blocks = site.plan.blocks.clone();
    for (number, block) in blocks.iter().enumerate() {
        let mut rng = stream(site, number);
        match block.purpose {
            Use::Houses => lots::build(site, block, &mut rng),
            Use::Shops => shops(site, block, &mut rng),
            Use::Warehouse => warehouse(site, block, &mut rng),
            Use::Park => park(site, block, &mut rng),
            Use::Sports => sports(site, block, &mut rng),
        }
    }
    let mut rng = Rng::stream(site.seed, "avenue");
    avenues(site, &mut rng);
}

fn inner(site: &Site, block: &Block) -> Vec<Point> {
    let (s, t) = (block.s, block.t);
    site.plan.quad((s.0 + FRONT, s.1 - FRONT), (t.0 + FRONT - 1.0, t.1 - FRONT + 1.0))
}

fn turf(site: &mut Site, outline: &[Point], noise: u32, dryness: f32) {
    let (fresh, dry) = (tone(96, 120, 74), tone(150, 142, 104));
    site.canvas.polygon(outline, |cell, p| {
        let mix = dryness + 0.6 * fractal(p, 20.0, 5, noise);
        let grain = 1.0 + 0.17 * fractal(p, 1.1, 2, noise ^ 1) + 0.10 * fractal(p, 7.0, 3, noise ^ 2);
        cell.cover(scaled(blend(fresh, dry, mix), grain), 0.5, Label::Grass);
    });
}

fn asphalt(site: &mut Site, outline: &[Point], noise: u32) {
    let (base, tar) = (tone(124, 124, 122), tone(92, 94, 98));
    site.canvas.polygon(outline, |cell, p| {
        let mottle =
            0.11 * fractal(p, 9.0, 4, noise) + 0.04 * lattice((p.x * 4.0) as i32, (p.y * 4.0) as i32, noise);
        let crack = if fractal(p, 8.0, 3, noise ^ 3).abs() < 0.012 { 0.45 } else { 0.0 };
        let sealed = 0.7 * smoothstep(0.12, 0.2, fractal(p, 28.0, 2, noise ^ 4));
        cell.cover(scaled(blend(base, tar, sealed.max(crack)), 1.0 + mottle), 0.16, Label::Paved);
    });
}

/// Width of painted lines, m: never so narrow that a line falls between two cells and breaks.
fn line_width(site: &Site) -> f32 {
    (1.04 * site.canvas.cell).max(0.12)
}

/// Stalls on both sides of aisles that run along a; lines only.
fn stalls(site: &mut Site, axes: &Axes, a: (f32, f32), rows: &[f32]) {
    let paint = tone(214, 214, 208);
    let painted = line_width(site);
    for &b in rows {
        site.canvas.polygon(&axes.rectangle(a, (b - 5.0, b + 5.0)), |cell, p| {
            let (x, y) = axes.local(p);
            let line = ((x - a.0) / 2.6).rem_euclid(1.0) < painted / 2.6 || (y - b).abs() < 0.5 * painted;
            if line && cell.label == Label::Paved {
                cell.rgb = blend(cell.rgb, paint, 0.5);
            }
        });
    }
}

fn parked(site: &mut Site, axes: &Axes, a: (f32, f32), rows: &[f32], full: f32, rng: &mut Rng) {
    let count = ((a.1 - a.0) / 2.6) as u32;
    for &b in rows {
        for side in [-1.0_f32, 1.0] {
            for stall in 0..count {
                // Stalls near the entrance fill first.
                let likely = full * (1.25 - 0.5 * stall as f32 / count.max(1) as f32);
                if rng.chance(likely) {
                    let x = a.0 + 2.6 * (stall as f32 + 0.5) + rng.range(-0.12, 0.12);
                    let spot = axes.moved(x, b + side * (2.55 + rng.range(-0.25, 0.25)));
                    vehicles::car(site, &Axes::new(spot.origin, spot.across * rng.sign()), rng);
                }
            }
        }
        for end in [a.0 - 1.4, a.1 + 1.4] {
            let island = axes.moved(end, b);
            site.canvas.polygon(&island.rectangle((-1.1, 1.1), (-4.6, 4.6)), |cell, _| {
                if cell.label == Label::Paved {
                    cell.cover(tone(112, 116, 84), 0.42, Label::Grass);
                }
            });
            for y in [-2.8_f32, 2.2] {
                site.trees.push(Tree::new(island.at(0.0, y), rng.range(1.2, 2.2), Species::Broadleaf));
            }
        }
    }
}

fn flat(axes: Axes, a: (f32, f32), b: (f32, f32), eaves: f32, rng: &mut Rng) -> House {
    let (cover, colour) = rng.pick(&[
        (Cover::Membrane, tone(224, 224, 220)),
        (Cover::Membrane, tone(196, 196, 192)),
        (Cover::Membrane, tone(128, 130, 132)),
        (Cover::Gravel, tone(170, 164, 154)),
        (Cover::Gravel, tone(146, 142, 136)),
        (Cover::Metal, tone(176, 180, 182)),
    ]);
    let part = Part { a, b, ridge_along: true, form: Form::Flat };
    House { axes, parts: vec![part], eaves, pitch: 0.0, cover, colour: scaled(colour, rng.range(0.9, 1.05)) }
}

fn shops(site: &mut Site, block: &Block, rng: &mut Rng) {
    let height = block.t.1 - block.t.0;
    for (street, side) in [(block.t.0, 1.0_f32), (block.t.1, -1.0)] {
        let mut s = block.s.0 + FRONT + 2.5;
        while block.s.1 - FRONT - s > 10.0 {
            let width = rng.range(10.0, 25.0).min(block.s.1 - FRONT - 2.0 - s);
            let at = site.plan.axes(s + 0.5 * width, street);
            let axes = Axes::new(at.origin, at.along * side);
            let deep = rng.range(13.0, 18.0);
            let front = FRONT + 0.6;
            let mut shop = flat(
                axes,
                (-0.5 * width, 0.5 * width - 0.2),
                (front, front + deep),
                rng.range(4.2, 9.5),
                rng,
            );
            if rng.chance(0.28) {
                shop.parts[0].form = if rng.chance(0.5) { Form::Gable } else { Form::Hip };
                shop.parts[0].ridge_along = width > deep;
                (shop.cover, shop.colour) = buildings::house_roof(rng);
                shop.pitch = 0.5;
            }
            buildings::raise(site, &shop, rng);
            s += width + if rng.chance(0.35) { rng.range(2.5, 9.0) } else { 0.0 };
        }
    }
    let axes = middle(site, block);
    let half = 0.5 * (block.s.1 - block.s.0) - FRONT - 9.0;
    if half > 12.0 && height > 62.0 {
        stalls(site, &axes, (-half, half), &[0.0]);
        parked(site, &axes, (-half, half), &[0.0], 0.55, rng);
    }
}

/// Rows of stalls of the warehouse's car park.
const WAREHOUSE_ROWS: [f32; 2] = [18.0, 34.0];

fn warehouse_ground(site: &mut Site, block: &Block, rng: &mut Rng) {
    let axes = middle(site, block);
    let half = 0.5 * (block.s.1 - block.s.0) - 15.0;
    let depth = 0.5 * (block.t.1 - block.t.0);
    asphalt(site, &axes.rectangle((-half, half), (-depth + 6.0, depth - 9.0)), rng.seed());
    // Entrance from the street.
    asphalt(site, &axes.rectangle((-half + 4.0, -half + 12.0), (depth - 12.0, depth)), rng.seed());
    stalls(site, &axes, (-half + 16.0, half - 5.0), &WAREHOUSE_ROWS);
}

fn warehouse(site: &mut Site, block: &Block, rng: &mut Rng) {
    let axes = middle(site, block);
    let half = 0.5 * (block.s.1 - block.s.0) - 15.0;
    parked(site, &axes, (-half + 16.0, half - 5.0), &WAREHOUSE_ROWS, 0.42, rng);
    let split = rng.range(0.25, 0.5) * half;
    let colour = rng.pick(&[tone(222, 222, 218), tone(196, 200, 202), tone(168, 174, 180)]);
    let cover = if rng.chance(0.5) { Cover::Membrane } else { Cover::Metal };
    for (a, b, eaves) in
        [((-half + 8.0, split), (-37.0, 7.0), 9.5), ((split + 0.5, half - 9.0), (-30.0, 3.0), 6.5)]
    {
        let mut hall = flat(axes, a, b, eaves, rng);
        if a.0 < 0.0 {
            (hall.cover, hall.colour) = (cover, colour);
        }
        buildings::raise(site, &hall, rng);
    }
    for bay in 0..5 {
        if rng.chance(0.6) {
            let a = -half + 14.0 + 7.5 * bay as f32;
            vehicles::lorry(site, &Axes::new(axes.at(a, -43.5), axes.across * -1.0), rng);
        }
    }
    let edge = 0.5 * (block.t.1 - block.t.0);
    for (from, to) in [
        ((-half - 4.0, -edge + 3.0), (-half - 4.0, edge - 12.0)),
        ((half + 4.0, -edge + 3.0), (half + 4.0, edge - 12.0)),
    ] {
        tree_row(site, axes.at(from.0, from.1), axes.at(to.0, to.1), (5.0, 9.0), (1.8, 3.4), rng);
    }
}

fn tree_row(site: &mut Site, from: Point, to: Point, spacing: (f32, f32), radius: (f32, f32), rng: &mut Rng) {
    let length = (to - from).length();
    let mut distance = rng.range(0.0, spacing.1);
    while distance < length {
        let place = from + (to - from) * (distance / length);
        site.trees.push(Tree::new(place, rng.range(radius.0, radius.1), Species::Broadleaf));
        distance += rng.range(spacing.0, spacing.1);
    }
}

fn park_paths(site: &mut Site, block: &Block) {
    let axes = middle(site, block);
    let (half_a, half_b) = (0.5 * (block.s.1 - block.s.0) - FRONT, 0.5 * (block.t.1 - block.t.0) - FRONT);
    let gravel = tone(184, 172, 148);
    let wave = |f: f32, from: (f32, f32), to: (f32, f32), sway: f32| {
        let bow = sway * (f * std::f32::consts::PI).sin();
        axes.at(from.0 + (to.0 - from.0) * f + 0.4 * bow, from.1 + (to.1 - from.1) * f + bow)
    };
    let ring: Vec<Point> = (0..=48)
        .map(|i| {
            let angle = i as f32 * std::f32::consts::TAU / 48.0;
            axes.at(0.62 * half_a * angle.cos(), 0.62 * half_b * angle.sin())
        })
        .collect();
    let mut lines = vec![ring];
    for (from, to, sway) in
        [((-half_a, -half_b), (half_a, half_b), 5.0), ((-half_a, half_b), (half_a, -half_b), -6.0)]
    {
        lines.push((0..=30).map(|i| wave(i as f32 / 30.0, from, to, sway)).collect());
    }
    for line in lines {
        site.canvas.stroke(&line, 1.2, |cell, along, across| {
            let ragged = 0.12 * (along * 1.7).sin();
            if across.abs() < 1.05 + ragged {
                cell.cover(gravel, 0.32, Label::Paved);
            }
        });
    }
    // Playground: sand with a few bright things.
    let sand = tone(196, 180, 148);
    let spot = axes.moved(0.33 * half_a, 0.05 * half_b);
    site.canvas.disc(spot.origin, 6.5, |cell, _| cell.cover(sand, 0.4, Label::Bare));
    for (a, b, colour) in
        [(-2.5, 1.0, tone(150, 84, 74)), (2.0, -1.5, tone(90, 112, 136)), (0.5, 3.2, tone(172, 152, 96))]
    {
        site.canvas.polygon(&spot.rectangle((a - 0.9, a + 0.9), (b - 0.6, b + 0.6)), |cell, _| {
            (cell.rgb, cell.above) = (colour, 1.4);
        });
    }
}

fn park(site: &mut Site, block: &Block, rng: &mut Rng) {
    let axes = middle(site, block);
    let (half_a, half_b) =
        (0.5 * (block.s.1 - block.s.0) - FRONT - 2.0, 0.5 * (block.t.1 - block.t.0) - FRONT - 1.0);
    let noise = rng.seed();
    for _ in 0..150 {
        let place = axes.at(rng.range(-1.0, 1.0) * half_a, rng.range(-1.0, 1.0) * half_b);
        let near_path = site.canvas.disc_touches(place, 1.4, Labels::of(&[Label::Paved, Label::Bare]));
        if !near_path && fractal(place, 18.0, 2, noise) > -0.02 {
            site.trees.push(Tree::new(place, rng.range(2.2, 6.2), Species::garden(rng)));
        }
    }
}

fn sports_ground(site: &mut Site, block: &Block, rng: &mut Rng) {
    let axes = middle(site, block);
    let width = block.s.1 - block.s.0;
    // What the courts leave of the width.
    let long = (0.5 * width - 33.0).min(45.0);
    let pitch = axes.moved(-0.5 * width + long + 13.0, -15.0);
    let noise = rng.seed();
    let (light, dark, worn) = (tone(108, 126, 84), tone(95, 114, 75), tone(160, 146, 112));
    let paint = tone(222, 224, 214);
    let wide = 30.0_f32;
    let painted = line_width(site);
    site.canvas.polygon(&pitch.rectangle((-long - 4.0, long + 4.0), (-wide - 4.0, wide + 4.0)), |cell, p| {
        let (a, b) = pitch.local(p);
        let stripe = ((a / 5.5).floor() as i32).rem_euclid(2) == 0;
        // Goalmouths and the centre wear first.
        let goal = smoothstep(11.0, 2.0, (long - 3.0 - a.abs()).hypot(b * 0.8));
        let centre = 0.5 * smoothstep(14.0, 2.0, a.hypot(b));
        let wear = (goal + centre) * (0.55 + 0.9 * fractal(p, 5.0, 3, noise))
            + 0.35 * smoothstep(0.1, 0.6, fractal(p, 20.0, 3, noise ^ 1));
        let mut colour = blend(if stripe { light } else { dark }, worn, 0.75 * wear);
        colour = scaled(colour, 1.0 + 0.13 * fractal(p, 1.1, 2, noise ^ 2));
        let on = |distance: f32| distance.abs() < 0.5 * painted;
        let within = a.abs() <= long + 0.09 && b.abs() <= wide + 0.09;
        let box_line = |deep: f32, side: f32| {
            let inner = long - deep;
            (on(a.abs() - inner) && b.abs() < side) || (on(b.abs() - side) && a.abs() > inner)
        };
        let line = on(a.abs() - long)
            || on(b.abs() - wide)
            || on(a)
            || on(a.hypot(b) - 9.15)
            || box_line(16.5, 20.0)
            || box_line(5.5, 9.2);
        if within && line {
            colour = blend(colour, paint, 0.6);
        }
        cell.cover(colour, 0.5, Label::Grass);
    });
    for end in [-1.0_f32, 1.0] {
        let goal = pitch.moved(end * (long + 0.8), 0.0);
        site.canvas.polygon(&goal.rectangle((-0.8, 0.8), (-3.6, 3.6)), |cell, p| {
            let (a, b) = goal.local(p);
            if a * end < -0.55 || b.abs() > 3.35 {
                (cell.rgb, cell.above) = (paint, 2.3);
            }
        });
    }
    courts(site, &axes.moved(0.5 * width - 30.0, -22.0));
    asphalt(site, &axes.rectangle((0.5 * width - 50.0, 0.5 * width - 14.0), (18.0, 38.0)), noise ^ 7);
    asphalt(
        site,
        &axes.rectangle((0.5 * width - 36.0, 0.5 * width - 29.0), (36.0, 0.5 * (block.t.1 - block.t.0))),
        noise ^ 8,
    );
    stalls(site, &axes, (0.5 * width - 46.0, 0.5 * width - 18.0), &[28.0]);
}

/// Two tennis courts side by side.
fn courts(site: &mut Site, axes: &Axes) {
    let (around, inside, paint) = (tone(104, 124, 98), tone(98, 116, 134), tone(226, 226, 220));
    let painted = line_width(site);
    site.canvas.polygon(&axes.rectangle((-16.5, 16.5), (-18.0, 18.0)), |cell, p| {
        let (a, b) = axes.local(p);
        let x = a.abs() - 8.2;
        let on = |distance: f32| distance.abs() < 0.5 * painted;
        let in_court = x.abs() < 5.5 && b.abs() < 11.9;
        let line = (on(x.abs() - 5.45) || on(x.abs() - 4.1)) && b.abs() < 11.95
            || on(b.abs() - 11.9) && x.abs() < 5.5
            || on(b.abs() - 6.4) && x.abs() < 4.1
            || on(x) && b.abs() < 6.4;
        let mut colour = if in_court { inside } else { around };
        if line {
            colour = blend(colour, paint, 0.6);
        }
        let net = on(b) && x.abs() < 6.2;
        cell.cover(if net { tone(70, 72, 72) } else { colour }, 0.2, Label::Paved);
        if net {
            cell.above = 1.0;
        }
        if a.abs() > 16.3 || b.abs() > 17.8 {
            (cell.rgb, cell.above) = (tone(96, 100, 96), 2.4);
        }
    });
}

fn sports(site: &mut Site, block: &Block, rng: &mut Rng) {
    let axes = middle(site, block);
    let (width, edge) = (block.s.1 - block.s.0, 0.5 * (block.t.1 - block.t.0));
    parked(site, &axes, (0.5 * width - 46.0, 0.5 * width - 18.0), &[28.0], 0.4, rng);
    let mut club = flat(axes.moved(0.5 * width - 62.0, 27.0), (-6.5, 6.5), (-4.5, 4.5), 3.2, rng);
    club.parts[0].form = Form::Hip;
    (club.cover, club.colour, club.pitch) = (Cover::Tiles, tone(150, 108, 90), 0.4);
    buildings::raise(site, &club, rng);
    for (from, to) in [
        ((-0.5 * width + 6.0, -edge + 2.0), (0.5 * width - 12.0, -edge + 2.0)),
        ((-0.5 * width + 8.0, edge - 10.0), (0.5 * width - 74.0, edge - 10.0)),
        ((-0.5 * width + 6.0, -edge + 4.0), (-0.5 * width + 6.0, edge - 10.0)),
        ((0.5 * width - 9.5, -edge + 4.0), (0.5 * width - 9.5, edge - 12.0)),
    ] {
        tree_row(site, axes.at(from.0, from.1), axes.at(to.0, to.1), (4.5, 12.0), (1.8, 4.2), rng);
    }
}

/// Trees on the verges of some streets.
fn avenues(site: &mut Site, rng: &mut Rng) {
    let mut lines = Vec::new();
    for &row in &site.plan.rows {
        lines.push(((site.plan.town.0, row), (site.plan.town.1, row)));
    }
    for &(s, from, to) in &site.plan.crossings {
        if s.abs() > 1.0 {
            lines.push(((s, from), (s, to)));
        }
    }
    for (from, to) in lines {
        for side in [-1.0_f32, 1.0] {
            let (spacing, likely) = (rng.range(9.0, 15.0), rng.range(0.05, 0.8));
            let line = site.plan.curve(from, to);
            let mut travelled = 0.0;
            let mut next = rng.range(6.0, 16.0);
            for pair in line.windows(2) {
                let step = pair[1] - pair[0];
                travelled += step.length();
                if travelled < next {
                    continue;
                }
                next += spacing * rng.range(0.8, 1.3);
                let place = Axes::new(pair[0], step).at(0.0, side * 4.75);
                if rng.chance(likely) && site.canvas.label(place) == Some(Label::Grass) {
                    site.trees.push(Tree::new(place, rng.range(1.3, 3.0), Species::Broadleaf));
                }
            }
        }
    }
}

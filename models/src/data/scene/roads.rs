//! The street network: one distance field for all roads, then surface, kerbs, pavements and markings from it.

use super::canvas::{Canvas, Cell, Rgb, blend, scaled, tone};
use super::geometry::Point;
use super::noise::{Rng, fractal, fractal2, lattice, smoothstep};
use super::plan::{Plan, SOUTH_DEPTH, STRIP};
use super::{Label, Site};

/// What a road is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Two marked lanes and pavements; crosses the river.
    Main,
    /// Residential street.
    Street,
    /// Two ruts.
    Track,
    /// Footpath.
    Path,
}

/// A road.
#[derive(Debug)]
pub(crate) struct Road {
    pub(crate) kind: Kind,
    pub(crate) line: Vec<Point>,
    /// Half the width of the carriageway, m.
    pub(crate) half: f32,
    surface: Rgb,
    /// 0 new, 1 cracked.
    age: f32,
}

/// Nearest road of a cell, and the nearest other one.
#[derive(Debug, Clone, Copy)]
struct Nearest {
    /// Distance from the edge of the carriageway, m; negative on it.
    edge: f32,
    along: f32,
    across: f32,
    road: u8,
    other: u8,
    other_edge: f32,
}

const NONE: u8 = u8::MAX;
const FAR: Nearest = Nearest { edge: 1e9, along: 0.0, across: 0.0, road: NONE, other: NONE, other_edge: 1e9 };
/// How far from the carriageway a road reaches: verge and pavement, m.
const MARGIN: f32 = 9.0;
/// Half the width of the main road's carriageway, m.
const MAIN_HALF: f32 = 4.9;
/// Kerb, verge and pavement beside a street, m.
pub(crate) const FRONTAGE: f32 = 3.0;

/// All roads.
#[derive(Debug)]
pub(crate) struct Network {
    pub(crate) roads: Vec<Road>,
    field: Vec<Nearest>,
}

impl Network {
    /// Is the place clear of every road but number `own`, by at least `margin` metres?
    pub(crate) fn clear_of_others(&self, canvas: &Canvas, p: Point, own: usize, margin: f32) -> bool {
        canvas.index(p).is_some_and(|index| {
            let here = self.field[index];
            usize::from(here.road) == own && here.other_edge > margin
        })
    }
}

/// The bridge: between its ends the deck carries the main road over the water.
struct Bridge {
    ends: (f32, f32),
    levels: (f32, f32),
}

/// Length of the ramps at either end of the bridge, m.
const RAMP: f32 = 20.0;
/// Rise of the deck over the banks, m.
const LIFT: f32 = 1.2;

impl Bridge {
    fn new(canvas: &Canvas, plan: &Plan) -> Self {
        let middle = plan.river(0.0);
        let end = |sign: f32| {
            let mut distance = 0.0;
            while plan.shore_distance(0.0, middle + sign * distance) < 5.0 {
                distance += 0.5;
            }
            middle + sign * distance
        };
        let ends = (end(-1.0), end(1.0));
        // A bank outside the image leaves its mark on the other one's level only.
        let level = |t: f32| canvas.index(plan.place(0.0, t)).map(|index| canvas.ground[index]);
        let fallback = plan.water_level(0.0) + 2.0;
        let levels = (level(ends.0).unwrap_or(fallback) + LIFT, level(ends.1).unwrap_or(fallback) + LIFT);
        Self { ends, levels }
    }

    /// Elevation of the deck at `t`; none off it.
    fn deck(&self, t: f32) -> Option<f32> {
        let f = (t - self.ends.0) / (self.ends.1 - self.ends.0);
        (0.0..=1.0).contains(&f).then(|| {
            self.levels.0 + f * (self.levels.1 - self.levels.0) + 0.5 * (f * std::f32::consts::PI).sin()
        })
    }

    /// How far the ramp lifts the road at `t` above the land.
    fn ramp(&self, t: f32) -> f32 {
        let beyond = (self.ends.0 - t).max(t - self.ends.1);
        if beyond < 0.0 { 0.0 } else { LIFT * (1.0 - smoothstep(0.0, RAMP, beyond)) }
    }
}

fn roads_of(seed: u64, plan: &Plan) -> Vec<Road> {
    let mut rng = Rng::stream(seed, "roads");
    let reach = plan.reach;
    let mut roads = Vec::new();
    let mut add = |kind: Kind, line: Vec<Point>, half: f32| {
        let grey = rng.range(0.0, 1.0);
        let warmth = rng.range(-0.02, 0.03);
        let surface = match kind {
            Kind::Main => tone(112, 114, 114),
            Kind::Street => blend(tone(104, 106, 108), tone(150, 147, 141), grey),
            Kind::Track => tone(172, 156, 130),
            Kind::Path => tone(186, 176, 154),
        };
        let surface = [surface[0] * (1.0 + warmth), surface[1], surface[2] * (1.0 - warmth)];
        roads.push(Road { kind, line, half, surface, age: if kind == Kind::Main { 0.3 } else { grey } });
    };
    add(Kind::Main, plan.curve((0.0, -reach), (0.0, reach)), MAIN_HALF);
    for &row in &plan.rows {
        add(Kind::Street, plan.curve((plan.town.0, row), (plan.town.1, row)), 3.7);
    }
    add(Kind::Street, plan.curve((plan.town.0, plan.south), (plan.town.1, plan.south)), 3.7);
    for &(s, from, to) in &plan.crossings {
        add(Kind::Street, plan.curve((s, from), (s, to)), 3.5);
    }
    let last = plan.last_row() + STRIP + 3.5;
    let far = plan.south - SOUTH_DEPTH - 4.0;
    for (from, to) in [
        ((-reach, last), (reach, last)),
        ((-reach, far), (reach, far)),
        ((plan.town.1, plan.rows[0] + 1.0), (reach, plan.rows[0] + 9.0)),
        ((plan.town.1, plan.south), (reach, plan.south - 6.0)),
        ((plan.town.1 + 1.0, plan.last_row()), (plan.town.1 + 6.0, last)),
    ] {
        add(Kind::Track, plan.curve(from, to), 1.7);
    }
    let steps = (2.0 * reach / 5.0) as i32;
    let path = (0..=steps)
        .map(|i| {
            let s = -reach + 5.0 * i as f32;
            plan.place(s, plan.river(s) + plan.river_half(s) + 9.0 + 2.0 * (s / 31.0).sin())
        })
        .collect();
    add(Kind::Path, path, 1.25);
    roads
}

fn field_of(canvas: &Canvas, roads: &[Road]) -> Vec<Nearest> {
    let mut field = vec![FAR; canvas.cells.len()];
    for (number, road) in roads.iter().enumerate() {
        let id = number as u8;
        let paved = matches!(road.kind, Kind::Main | Kind::Street);
        canvas.along(&road.line, road.half + MARGIN, |index, along, across| {
            let edge = across.abs() - road.half;
            let here = &mut field[index];
            if here.road == id {
                if edge < here.edge {
                    (here.edge, here.along, here.across) = (edge, along, across);
                }
            } else if edge < here.edge {
                let demoted = here.road != NONE
                    && matches!(roads[usize::from(here.road)].kind, Kind::Main | Kind::Street);
                if demoted && here.edge < here.other_edge {
                    (here.other, here.other_edge) = (here.road, here.edge);
                }
                (here.edge, here.along, here.across, here.road) = (edge, along, across, id);
            } else if paved && edge < here.other_edge {
                (here.other, here.other_edge) = (id, edge);
            }
        });
    }
    field
}

/// Lays all roads on the canvas.
pub(crate) fn build(site: &mut Site) -> Network {
    let plan = &site.plan;
    let roads = roads_of(site.seed, plan);
    let canvas = &mut site.canvas;
    let field = field_of(canvas, &roads);
    let bridge = Bridge::new(canvas, plan);
    let bridge_middle = plan.place(0.0, 0.5 * (bridge.ends.0 + bridge.ends.1));
    let noise = Rng::stream(site.seed, "asphalt").seed();
    let palette = Palette::new();
    for row in 0..canvas.height {
        for column in 0..canvas.width {
            let index = row * canvas.width + column;
            let here = field[index];
            if here.road == NONE {
                continue;
            }
            let p = canvas.centre(column, row);
            let road = &roads[usize::from(here.road)];
            let ground = &mut canvas.ground[index];
            let cell = &mut canvas.cells[index];
            let mut in_town = true;
            if road.kind == Kind::Main {
                let (_, t) = plan.locate(p);
                if let Some(deck) = bridge.deck(t) {
                    if here.edge < 2.2 {
                        *ground = deck;
                        palette.deck(cell, road, &here, p, noise);
                    }
                    continue;
                }
                in_town = t > plan.south - 30.0 && t < plan.last_row() + STRIP - 8.0;
            }
            if cell.label == Label::Water {
                continue;
            }
            // The embankment of the ramps, whichever road lies nearest.
            if (p - bridge_middle).length() < 2.0 * RAMP + 60.0 {
                let (s, t) = plan.locate(p);
                *ground += bridge.ramp(t) * (1.0 - smoothstep(2.0, 7.0, s.abs() - MAIN_HALF));
            }
            if here.edge < 0.0 {
                let kerb = matches!(road.kind, Kind::Main | Kind::Street);
                *ground -= if kerb { 0.17 } else { 0.05 };
                let other = (here.other != NONE).then(|| (&roads[usize::from(here.other)], here.other_edge));
                palette.carriageway(cell, road, &here, other, p, noise);
            } else {
                palette.margin(cell, road, &here, p, in_town, noise);
            }
        }
    }
    Network { roads, field }
}

/// Colours of roads, worked out once.
struct Palette {
    paint: Rgb,
    kerb: Rgb,
    slabs: Rgb,
    verge: Rgb,
    dust: Rgb,
    tar: Rgb,
    concrete: Rgb,
}

impl Palette {
    fn new() -> Self {
        Self {
            paint: tone(226, 226, 220),
            kerb: tone(178, 176, 168),
            slabs: tone(176, 172, 162),
            verge: tone(104, 118, 78),
            dust: tone(164, 152, 130),
            tar: tone(70, 72, 76),
            concrete: tone(182, 180, 172),
        }
    }

    /// Asphalt with wheel tracks, patches and cracks.
    fn asphalt(&self, road: &Road, here: &Nearest, p: Point, noise: u32) -> Rgb {
        let lane = here.across.abs() - road.half * 0.48;
        let wheels = smoothstep(0.5, 0.0, (lane.abs() - 0.85).abs());
        let oil = smoothstep(0.5, 0.0, lane.abs());
        let mottle = fractal(p, 5.5, 3, noise) * 0.10
            + fractal2(here.along / 22.0, here.across / 2.0, 3, noise ^ 1) * 0.09;
        let grit = lattice((p.x * 5.0) as i32, (p.y * 5.0) as i32, noise) * 0.045;
        let mut colour = scaled(road.surface, 1.0 + mottle + grit + 0.06 * wheels - 0.05 * oil);
        let side = if here.across > 0.0 { 1 } else { 0 };
        let stretch = (here.along / 7.0).floor() as i32;
        if lattice(stretch, side + 11 * i32::from(here.road), noise ^ 7) > 0.90 {
            colour = scaled(colour, 0.80);
        }
        let crack = fractal(p, 6.0, 3, noise ^ 9).abs();
        if crack < 0.016 * road.age {
            colour = blend(colour, self.tar, 0.55);
        }
        blend(colour, self.dust, 0.30 * smoothstep(-0.7, 0.0, here.edge) * (0.4 + road.age))
    }

    fn carriageway(
        &self,
        cell: &mut Cell,
        road: &Road,
        here: &Nearest,
        other: Option<(&Road, f32)>,
        p: Point,
        noise: u32,
    ) {
        match road.kind {
            Kind::Track => {
                let ruts = smoothstep(0.55, 0.25, (here.across.abs() - 0.85).abs());
                let worn = ruts * (0.75 + 0.4 * fractal(p, 6.0, 3, noise));
                let colour = scaled(road.surface, 1.0 + 0.10 * fractal(p, 1.5, 2, noise));
                let label = if worn > 0.5 { Label::Bare } else { cell.label };
                cell.cover(blend(cell.rgb, colour, worn), 0.33, label);
            }
            Kind::Path => {
                let colour = scaled(road.surface, 1.0 + 0.10 * fractal(p, 1.5, 2, noise));
                cell.cover(blend(colour, cell.rgb, smoothstep(-0.5, 0.3, here.edge)), 0.33, Label::Paved);
            }
            Kind::Main | Kind::Street => {
                // Where two roads cross, the senior one's surface runs through.
                let surface = match other {
                    Some((other, edge)) if edge < 0.0 && here.other < here.road => other,
                    _ => road,
                };
                let mut colour = self.asphalt(surface, here, p, noise);
                let other_edge = other.map_or(f32::INFINITY, |(_, edge)| edge);
                let at_main = other.is_some_and(|(other, _)| other.kind == Kind::Main);
                if other_edge > 0.4 {
                    let line = self.marking(road, here, other_edge, at_main);
                    let wear = 0.62 + 0.5 * fractal(p, 2.5, 2, noise ^ 5);
                    colour = blend(colour, self.paint, line * wear);
                }
                cell.cover(colour, 0.16, Label::Road);
            }
        }
    }

    /// How much of the cell is painted.
    fn marking(&self, road: &Road, here: &Nearest, other_edge: f32, at_main: bool) -> f32 {
        let near = |value: f32, half: f32| smoothstep(half + 0.12, half - 0.06, value.abs());
        let zebra = if at_main || road.kind == Kind::Main { (2.4, 5.2) } else { (0.0, 0.0) };
        if other_edge > zebra.0 && other_edge < zebra.1 && here.edge < -0.4 {
            return if (here.across / 1.1).rem_euclid(1.0) < 0.5 { 1.0 } else { 0.0 };
        }
        if road.kind != Kind::Main {
            let stop = at_main && other_edge > 5.9 && other_edge < 6.3;
            let dash = (here.along / 6.0).rem_euclid(1.0) < 0.42 && other_edge > 9.0 && road.age < 0.55;
            return if stop {
                0.8
            } else if dash {
                0.55 * near(here.across, 0.09)
            } else {
                0.0
            };
        }
        let dashed = (here.along / 9.0).rem_euclid(1.0) < 0.5 || other_edge < 16.0;
        let centre = if dashed && other_edge > 6.0 { near(here.across, 0.13) } else { 0.0 };
        let edge = if other_edge > 5.5 { near(here.edge + 0.45, 0.10) } else { 0.0 };
        centre.max(0.8 * edge)
    }

    fn margin(&self, cell: &mut Cell, road: &Road, here: &Nearest, p: Point, in_town: bool, noise: u32) {
        let grain = 1.0 + 0.10 * fractal(p, 2.0, 2, noise ^ 2);
        let joints = if (here.along / 1.5).rem_euclid(1.0) < 0.12 { 0.94 } else { 1.0 };
        let slabs = scaled(self.slabs, grain * joints);
        match road.kind {
            Kind::Main if in_town => {
                if here.edge < 0.25 {
                    cell.cover(scaled(self.kerb, grain), 0.30, Label::Paved);
                } else if here.edge < 2.6 {
                    cell.cover(slabs, 0.30, Label::Paved);
                }
            }
            Kind::Main => {
                let dust = smoothstep(2.2, 0.0, here.edge + 0.9 * fractal(p, 3.0, 2, noise ^ 3));
                cell.rgb = blend(cell.rgb, scaled(self.dust, grain), 0.9 * dust);
            }
            Kind::Street => {
                if here.edge < 0.22 {
                    cell.cover(scaled(self.kerb, grain), 0.30, Label::Paved);
                } else if here.edge < 1.45 {
                    let worn = smoothstep(0.1, 0.6, fractal(p, 7.0, 3, noise ^ 4));
                    let colour = blend(self.verge, self.dust, 0.2 + 0.6 * worn);
                    cell.cover(scaled(colour, 1.0 + 1.6 * (grain - 1.0)), 0.42, Label::Grass);
                } else if here.edge < 2.9 {
                    cell.cover(slabs, 0.30, Label::Paved);
                }
            }
            Kind::Track | Kind::Path => {
                let worn = smoothstep(0.9, 0.0, here.edge + 0.6 * fractal(p, 2.2, 2, noise ^ 3));
                cell.rgb = blend(cell.rgb, road.surface, 0.45 * worn);
            }
        }
    }

    /// Bridge: carriageway between two footways behind parapets, joints across.
    fn deck(&self, cell: &mut Cell, road: &Road, here: &Nearest, p: Point, noise: u32) {
        let joint = (here.along / 12.0).rem_euclid(1.0) < 0.03;
        if here.edge < 0.0 {
            let colour = blend(self.asphalt(road, here, p, noise), self.concrete, 0.35);
            let line = self.marking(road, here, f32::INFINITY, false);
            let colour = blend(colour, self.paint, 0.7 * line);
            cell.cover(if joint { scaled(colour, 0.7) } else { colour }, 0.18, Label::Road);
            return;
        }
        let footway = scaled(self.concrete, 1.0 + 0.06 * fractal(p, 3.0, 2, noise));
        cell.cover(if joint { scaled(footway, 0.75) } else { footway }, 0.30, Label::Road);
        if here.edge > 1.75 {
            cell.above = 1.0;
            cell.rgb = scaled(self.concrete, 1.18);
        }
    }
}

//! Cars, vans and lorries.

use super::canvas::{Cell, Labels, Rgb, blend, scaled, tone};
use super::geometry::{Axes, Point};
use super::noise::Rng;
use super::roads::{Kind, Network};
use super::{Label, Site};

/// Colours of cars, about as often as they occur.
fn paint(rng: &mut Rng) -> Rgb {
    match (rng.unit() * 100.0) as u32 {
        0..=27 => tone(222, 222, 220),
        28..=45 => tone(166, 170, 174),
        46..=62 => tone(104, 108, 114),
        63..=82 => tone(48, 50, 56),
        83..=88 => tone(142, 62, 58),
        89..=94 => tone(66, 84, 118),
        95..=97 => tone(168, 156, 128),
        _ => tone(78, 98, 84),
    }
}

/// Ground a car can stand on.
const DRIVABLE: Labels = Labels::of(&[Label::Road, Label::Paved, Label::Bare, Label::Grass]);

/// Puts a car with its middle at the origin of `axes`, pointing along. Nothing happens where it cannot stand.
pub(crate) fn car(site: &mut Site, axes: &Axes, rng: &mut Rng) {
    let van = rng.chance(0.10);
    let (length, width) =
        if van { (rng.range(5.2, 6.2), 2.05) } else { (rng.range(4.0, 4.9), rng.range(1.75, 1.95)) };
    let colour = if van { tone(220, 220, 216) } else { paint(rng) };
    body(site, axes, length, width, if van { 2.2 } else { 1.45 }, colour, !van);
}

/// Puts a lorry: cab and box.
pub(crate) fn lorry(site: &mut Site, axes: &Axes, rng: &mut Rng) {
    let cargo = rng.pick(&[tone(216, 216, 212), tone(190, 192, 192), tone(112, 122, 140), tone(150, 92, 78)]);
    body(site, axes, 9.5, 2.5, 3.4, cargo, false);
    let cab = axes.moved(6.1, 0.0);
    body(site, &cab, 2.1, 2.4, 2.7, paint(rng), false);
}

fn body(site: &mut Site, axes: &Axes, length: f32, width: f32, rise: f32, colour: Rgb, glazed: bool) {
    let (half, side) = (0.5 * length, 0.5 * width);
    let outline = axes.rectangle((-half, half), (-side, side));
    let stands = |p: Point| site.canvas.label(p).is_none_or(|label| DRIVABLE.has(label));
    if !site.canvas.sees(axes.origin, length) || !outline.iter().all(|&p| stands(p)) || !stands(axes.origin) {
        return;
    }
    let glass = tone(44, 50, 58);
    site.canvas.polygon(&outline, |cell, p| {
        let (a, b) = axes.local(p);
        let (x, y) = (a / half, (b / side).abs());
        // Rounded corners.
        if x.abs() > 0.9 && y > 0.75 {
            return;
        }
        let screens = glazed && ((0.22..0.44).contains(&x) || (-0.78..-0.62).contains(&x)) && y < 0.86;
        let cabin = glazed && (-0.62..0.22).contains(&x);
        let windows = cabin && y > 0.72;
        let shade = if cabin { 1.08 } else { 0.96 };
        *cell = Cell {
            rgb: if screens || windows { blend(glass, colour, 0.12) } else { scaled(colour, shade) },
            nir: 0.2,
            above: if cabin || !glazed { rise } else { 0.65 * rise },
            slope: [0.0; 2],
            label: Label::Vehicle,
        };
    });
}

/// Traffic and cars parked at the kerb.
pub(crate) fn on_roads(site: &mut Site, network: &Network) {
    let mut rng = Rng::stream(site.seed, "traffic");
    for (number, road) in network.roads.iter().enumerate() {
        let parked = match road.kind {
            Kind::Main => 0.0,
            Kind::Street => rng.range(0.05, 0.26),
            Kind::Track | Kind::Path => continue,
        };
        let mut next_moving = rng.range(5.0, 60.0);
        let mut travelled = 0.0;
        for pair in road.line.windows(2) {
            let step = pair[1] - pair[0];
            travelled += step.length();
            for side in [-1.0_f32, 1.0] {
                let kerb = Axes::new(pair[0], step).moved(rng.range(-0.6, 0.6), side * (road.half - 1.05));
                if rng.chance(parked) && network.clear_of_others(&site.canvas, kerb.origin, number, 8.0) {
                    car(site, &kerb, &mut rng);
                }
            }
            if travelled > next_moving {
                next_moving +=
                    if road.kind == Kind::Main { rng.range(14.0, 75.0) } else { rng.range(60.0, 320.0) };
                let lane = Axes::new(pair[0], step).moved(0.0, rng.sign() * road.half * 0.47);
                if network.clear_of_others(&site.canvas, lane.origin, number, 2.0) {
                    if rng.chance(0.06) {
                        lorry(site, &lane, &mut rng);
                    } else {
                        car(site, &lane, &mut rng);
                    }
                }
            }
        }
    }
}

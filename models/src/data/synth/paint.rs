//! The picture after: paint laid over the picture before, and how much of it.

use super::super::scene::noise::{Rng, lattice, smoothstep};
use super::field::noise;
use super::ground::Ground;
use crate::edit::{Gray8, Rgb8};

/// Tones of red, green, blue, 0–255.
pub(super) type Tone = [f32; 3];

/// Less paint than this is none: the pixel keeps its bytes.
const LEAST: f32 = 0.02;

/// A tone, brighter or darker.
pub(super) fn lit(tone: Tone, factor: f32) -> Tone {
    tone.map(|v| v * factor)
}

/// From `a` (t = 0) to `b` (t = 1).
pub(super) fn between(a: Tone, b: Tone, t: f32) -> Tone {
    [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t]
}

/// The picture while it is painted.
pub(super) struct Paint<'a> {
    pub(super) ground: &'a Ground,
    /// Tones now.
    pub(super) tones: Vec<Tone>,
    /// Share of a pixel that is paint, 0–1.
    pub(super) cover: Vec<f32>,
    /// Damage of each building: 1 none … 4 destroyed.
    pub(super) damage: Vec<u8>,
    pub(super) rng: Rng,
    /// The other day's light, by channel: what was painted was also photographed later.
    air: Tone,
}

/// What a disaster left.
#[derive(Debug, Clone, PartialEq)]
pub struct After {
    /// The image.
    pub rgb: Rgb8,
    /// 255 where a pixel may have changed; elsewhere the image is the one before, bit for bit.
    pub change: Gray8,
    /// 0 no building, 1 undamaged, 2 minor, 3 major damage, 4 destroyed. Trustworthy if the buildings are known.
    pub damage: Gray8,
    /// Number of buildings with damage 1 … 4.
    pub buildings: [usize; 4],
}

impl<'a> Paint<'a> {
    pub(super) fn new(ground: &'a Ground, seed: u64, name: &str) -> Self {
        let mut rng = Rng::stream(seed, name);
        let (light, warmth) = (rng.range(0.95, 1.04), rng.range(-0.016, 0.016));
        Self {
            ground,
            air: [light + warmth, light, light - warmth],
            tones: (0..ground.len()).map(|i| ground.colour(i)).collect(),
            cover: vec![0.0; ground.len()],
            damage: vec![1; ground.buildings.len()],
            rng,
        }
    }

    /// Covers `share` of a pixel with `tone`.
    pub(super) fn lay(&mut self, index: usize, tone: Tone, share: f32) {
        if share < 0.004 {
            return;
        }
        let share = share.min(1.0);
        self.tones[index] = between(self.tones[index], tone, share);
        self.cover[index] = 1.0 - (1.0 - self.cover[index]) * (1.0 - share);
    }

    /// Multiplies a pixel's tone: wet, scorched or shaded ground.
    pub(super) fn darken(&mut self, index: usize, factor: f32) {
        let share = (1.0 - factor).abs();
        if share < 0.004 {
            return;
        }
        self.tones[index] = lit(self.tones[index], factor);
        self.cover[index] = self.cover[index].max((2.0 * share).min(1.0));
    }

    /// Raises the damage of building `index` (from 0) to `level`.
    pub(super) fn hurt(&mut self, index: usize, level: u8) {
        let damage = &mut self.damage[index];
        *damage = (*damage).max(level);
    }

    /// Scatters `count` pieces of wreckage where `density` (0–1) lets them lie: oblong, with a short shadow.
    pub(super) fn debris(&mut self, density: &[f32], count: usize, size_m: [f32; 2], pieces: &Pieces) {
        let (width, height) = (self.ground.width, self.ground.height);
        let exposure = self.ground.exposure();
        // In a close view the pieces are no more, only larger.
        let metres = self.ground.len() as f32 * self.ground.gsd_m * self.ground.gsd_m;
        let count = count.min((0.8 * metres) as usize);
        for _ in 0..count {
            let (x, y) = (self.rng.range(0.0, width as f32), self.rng.range(0.0, height as f32));
            let at = y as usize * width + x as usize;
            if self.rng.unit() >= density[at.min(density.len() - 1)] {
                continue;
            }
            // Splinters are many, whole walls few.
            let splinter = self.rng.unit();
            let length = size_m[0] + (size_m[1] - size_m[0]) * splinter * splinter * splinter;
            let length = self.ground.px(length).max(0.9);
            let breadth = (length * self.rng.range(pieces.breadth[0], pieces.breadth[1])).max(0.7);
            let tone = lit(self.rng.pick(pieces.tones), exposure * self.rng.range(0.75, 1.15));
            let angle = self.rng.range(0.0, std::f32::consts::PI);
            self.piece([x, y], [length, breadth], angle, tone, 0.9);
        }
    }

    /// One oblong piece with its shadow.
    pub(super) fn piece(&mut self, middle: [f32; 2], sides: [f32; 2], angle: f32, tone: Tone, share: f32) {
        let (sin, cos) = angle.sin_cos();
        let reach = 0.5 * (sides[0] + sides[1]) + 1.5;
        let (width, height) = (self.ground.width, self.ground.height);
        let clip = |v: f32, limit: usize| v.clamp(0.0, limit as f32) as usize;
        for row in clip(middle[1] - reach, height)..clip(middle[1] + reach + 1.0, height) {
            for column in clip(middle[0] - reach, width)..clip(middle[0] + reach + 1.0, width) {
                let (dx, dy) = (column as f32 + 0.5 - middle[0], row as f32 + 0.5 - middle[1]);
                let inside = |dx: f32, dy: f32| {
                    let (u, v) = ((dx * cos + dy * sin).abs(), (dy * cos - dx * sin).abs());
                    (0.5 * sides[0] + 0.5 - u).clamp(0.0, 1.0) * (0.5 * sides[1] + 0.5 - v).clamp(0.0, 1.0)
                };
                let index = row * width + column;
                let own = inside(dx, dy);
                if own > 0.0 {
                    self.lay(index, tone, share * own);
                } else {
                    let shaded = inside(dx - 0.9, dy + 0.9);
                    if shaded > 0.0 {
                        let dark = lit(self.tones[index], 0.62);
                        self.lay(index, dark, share * shaded);
                    }
                }
            }
        }
    }

    /// The image, with the untouched pixels of the one before.
    pub(super) fn finish(self) -> After {
        let ground = self.ground;
        let mut data = ground.before.data.clone();
        let mut change = vec![0_u8; ground.len()];
        for (index, (&cover, tone)) in self.cover.iter().zip(&self.tones).enumerate() {
            if cover >= LEAST {
                change[index] = 255;
                for ((byte, value), air) in data[3 * index..3 * index + 3].iter_mut().zip(tone).zip(self.air)
                {
                    *byte = (value * (1.0 + cover * (air - 1.0)) + 0.5).clamp(0.0, 255.0) as u8;
                }
            }
        }
        let damage = ground
            .building
            .iter()
            .map(|&number| usize::from(number).checked_sub(1).map_or(0, |index| self.damage[index]))
            .collect();
        let mut buildings = [0; 4];
        for (footprint, &level) in ground.buildings.iter().zip(&self.damage) {
            if footprint.area > 0 {
                buildings[usize::from(level.clamp(1, 4)) - 1] += 1;
            }
        }
        let (width, height) = (ground.width, ground.height);
        After {
            rgb: Rgb8 { width, height, data },
            change: Gray8 { width, height, data: change },
            damage: Gray8 { width, height, data: damage },
            buildings,
        }
    }
}

/// Broken masonry, timber and dust at a place in pixels: blocks of a metre or so with light and shade.
pub(super) fn rubble(column: usize, row: usize, block_px: f32, seed: u32) -> (Tone, f32) {
    // Two layers of blocks, turned against each other; the brighter lies on top.
    let (x, y) = (column as f32, row as f32);
    let size = block_px.max(1.2);
    let cell = |turn: f32, scale: f32, salt: u32| {
        let (sin, cos) = turn.sin_cos();
        let (u, v) = ((x * cos + y * sin) / scale, (y * cos - x * sin) / scale);
        let jitter = lattice(u.floor() as i32, v.floor() as i32, seed ^ salt);
        // The far side of a block lies in its own shade.
        let relief = (u - u.floor()) - (v - v.floor());
        (jitter, jitter + 0.35 * relief)
    };
    let (first, shade_a) = cell(0.5, size, 0x51);
    let (second, shade_b) = cell(1.9, 1.7 * size, 0x97);
    let (kind, shade) = if first > second { (first, shade_a) } else { (second, shade_b) };
    let grain = lattice(column as i32, row as i32, seed);
    let tone = if kind > 0.72 {
        [182.0, 175.0, 164.0]
    } else if kind > 0.2 {
        [148.0, 136.0, 120.0]
    } else if kind > -0.5 {
        [132.0, 118.0, 102.0]
    } else {
        [106.0, 95.0, 83.0]
    };
    let factor = 1.0 + 0.12 * shade + 0.09 * grain;
    (lit(tone, factor), shade)
}

/// What lies about.
pub(super) struct Pieces {
    tones: &'static [Tone],
    /// Least and greatest breadth over length.
    breadth: [f32; 2],
}

/// Wood, white board, sheet metal, tar paper.
const WRECKAGE: Pieces = Pieces { tones: &HOUSES, breadth: [0.2, 0.7] };

/// Broken wood, bark, leaves.
pub(super) const TIMBER: Pieces = Pieces { tones: &WOODS, breadth: [0.06, 0.22] };

const HOUSES: [Tone; 8] = [
    [186.0, 172.0, 152.0],
    [164.0, 140.0, 112.0],
    [214.0, 209.0, 200.0],
    [142.0, 132.0, 122.0],
    [150.0, 116.0, 92.0],
    [96.0, 88.0, 80.0],
    [176.0, 168.0, 158.0],
    [122.0, 108.0, 92.0],
];

const WOODS: [Tone; 6] = [
    [118.0, 102.0, 82.0],
    [92.0, 78.0, 62.0],
    [146.0, 128.0, 104.0],
    [74.0, 72.0, 50.0],
    [104.0, 98.0, 66.0],
    [132.0, 118.0, 98.0],
];

/// What lies about: wreckage of houses where there are some, else wood.
pub(super) fn pieces(ground: &Ground) -> &'static Pieces {
    if Ground::share(&ground.roof) > 0.02 { &WRECKAGE } else { &TIMBER }
}

/// Noise in [−1, 1) as fine as the picture or half a metre, whichever is coarser: twigs, clods, tufts.
pub(super) fn tufts(ground: &Ground, seed: u32) -> Vec<f32> {
    let scale = ground.px(0.45);
    if scale > 1.6 {
        // The sum of octaves seldom leaves ±0.6.
        return noise(ground.width, ground.height, scale, 2, seed).into_iter().map(|v| 1.5 * v).collect();
    }
    (0..ground.len())
        .map(|index| lattice((index % ground.width) as i32, (index / ground.width) as i32, seed))
        .collect()
}

/// Fades to 0 within `soft` pixels of the edge of the picture of a signed distance.
pub(super) fn edge(distance: f32, soft: f32) -> f32 {
    smoothstep(-soft, soft, distance)
}

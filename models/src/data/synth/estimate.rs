//! What may be guessed of the ground from a photograph alone.

use super::super::scene::noise::smoothstep;
use super::field::{noise, softened};
use super::ground::{Footprint, Ground, footprints, luminance};
use super::segment::{Region, Sets, regions};
use crate::edit::Rgb8;

/// Coarser than this, single buildings are not looked for, m.
const COARSEST_WITH_ROOFS: f32 = 1.5;

impl Ground {
    /// The ground of a photograph of `gsd_m` metres a pixel, guessed from colour, texture and shape.
    ///
    /// `seed` settles the relief, of which a photograph tells little: streets and water are put low, the rest rolls.
    #[must_use]
    pub fn of_photograph(before: Rgb8, gsd_m: f32, seed: u64) -> Self {
        let (width, height) = (before.width, before.height);
        let light = luminance(&before);
        let mean_light = light.iter().sum::<f32>() / light.len().max(1) as f32;
        let soft = |values: &[f32], radius| softened(values, width, height, radius);
        // Half a metre of grain is not texture of trees.
        let fine = ((0.6 / gsd_m) as usize).clamp(1, 3);
        let smooth_light = soft(&light, fine);
        let detail: Vec<f32> = light.iter().zip(&smooth_light).map(|(l, s)| (l - s).abs()).collect();
        let rough = soft(&detail, fine + 1);
        let wide_rough = soft(&rough, 3 * fine);
        let green: Vec<f32> = before.data.chunks_exact(3).map(excess_green).collect();
        let green = soft(&green, fine.min(2));
        let dark = (0.55 * mean_light).min(66.0);
        let (of, regions) = regions(&before);
        let calm: Vec<f32> = calm_regions(&of, &regions, &wide_rough);
        let mut ground = Self {
            width,
            height,
            gsd_m,
            tree: vec![0.0; light.len()],
            grass: vec![0.0; light.len()],
            roof: vec![0.0; light.len()],
            paved: vec![0.0; light.len()],
            bare: vec![0.0; light.len()],
            water: vec![0.0; light.len()],
            shadow: vec![0.0; light.len()],
            terrain_m: Vec::new(),
            above_m: Vec::new(),
            light,
            building: vec![0; width * height],
            buildings: Vec::new(),
            known: false,
            mean_light,
            before,
        };
        for i in 0..ground.len() {
            let region = &regions[of[i] as usize];
            let [r, _, b] = ground.colour(i);
            let l = smooth_light[i];
            let vegetation = smoothstep(0.024, 0.075, green[i]);
            let shade = smoothstep(dark + 10.0, dark - 4.0, l) * (1.0 - 0.8 * vegetation);
            let pool = smoothstep(14.0, 34.0, b - r) * smoothstep(70.0, 100.0, ground.light[i]);
            let open = calm[i] * lake(region, gsd_m, mean_light);
            let water = pool.max(open);
            // Crowns are darker and rougher than lawns.
            let crown = (0.9 * mean_light - l) / 40.0 + (rough[i] - 4.2) / 5.0;
            let crown = vegetation * smoothstep(-0.25, 0.45, crown);
            ground.water[i] = water;
            ground.tree[i] = crown * (1.0 - water);
            ground.grass[i] = (vegetation - crown).max(0.0) * (1.0 - water);
            ground.shadow[i] = shade * (1.0 - water);
        }
        ground.roofs(&of, &regions);
        for i in 0..ground.len() {
            let rest = 1.0
                - (ground.water[i] + ground.tree[i] + ground.grass[i] + ground.shadow[i] + ground.roof[i])
                    .min(1.0);
            let [r, g, b] = ground.colour(i);
            let colourful = (r.max(g).max(b) - r.min(g).min(b)) / (r.max(g).max(b) + 1.0);
            let earthy = smoothstep(0.1, 0.2, colourful) * smoothstep(-4.0, 12.0, r - b);
            ground.bare[i] = rest * earthy;
            ground.paved[i] = rest * (1.0 - earthy) + 0.6 * ground.shadow[i];
        }
        ground.relief(seed);
        ground
    }

    /// Roofs: compact regions of no vegetation, of a house's size, best beside a shadow.
    fn roofs(&mut self, of: &[u32], regions: &[Region]) {
        if self.gsd_m > COARSEST_WITH_ROOFS {
            return;
        }
        let (width, gsd) = (self.width, self.gsd_m);
        // Per region: share that is green, dark or water; length of its edge, part of it beside shadow.
        let mut other = vec![0.0_f32; regions.len()];
        let mut edge = vec![[0.0_f32; 2]; regions.len()];
        for i in 0..self.len() {
            let region = of[i] as usize;
            other[region] += (self.tree[i] + self.grass[i] + self.shadow[i] + self.water[i]).min(1.0);
            for next in [i + 1, i + width] {
                let wraps = next == i + 1 && next % width == 0;
                if next >= self.len() || wraps || of[next] as usize == region {
                    continue;
                }
                let step = (self.light[i] - self.light[next]).abs() > 18.0;
                for (inside, outside) in [(i, next), (next, i)] {
                    // The first pixel beyond an edge is mixed; the shadow lies one further.
                    let beyond =
                        (2 * outside).checked_sub(inside).filter(|&b| b < self.len()).unwrap_or(outside);
                    let shaded = step && self.shadow[outside].max(self.shadow[beyond]) > 0.5;
                    let tally = &mut edge[of[inside] as usize];
                    tally[0] += 1.0;
                    tally[1] += f32::from(shaded);
                }
            }
        }
        let score: Vec<f32> = regions
            .iter()
            .zip(other.iter().zip(&edge))
            .map(|(region, (other, edge))| {
                let metres = region.area * gsd * gsd;
                let [long, short] = region.sides;
                if other / region.area > 0.45
                    || !(12.0..9000.0).contains(&metres)
                    || region.area < 14.0
                    || short * gsd < 2.6
                    || region.border > 0.5 * (long + short)
                {
                    return 0.0;
                }
                let [r, g, b] = region.colour;
                let light = 0.3 * r + 0.59 * g + 0.11 * b;
                let shape = smoothstep(0.5, 0.8, region.fill) * smoothstep(6.0, 3.0, long / short);
                let shaded = smoothstep(0.02, 0.16, edge[1] / edge[0].max(1.0));
                let bright = smoothstep(1.15, 1.5, light / self.mean_light);
                let red = smoothstep(18.0, 40.0, r - g) * smoothstep(20.0, 45.0, r - b);
                let large = smoothstep(40.0, 90.0, metres);
                shape * (0.25 + 0.45 * shaded + 0.3 * bright + 0.3 * red + 0.12 * large)
            })
            .collect();
        let certain: Vec<f32> = of.iter().map(|&region| f32::from(score[region as usize] > 0.5)).collect();
        // Chimneys, ridges and sunlit edges are regions of their own: what lies within roofs is roof.
        let wide = softened(&certain, width, self.height, ((0.9 / gsd) as usize).clamp(1, 3));
        let filled: Vec<bool> = certain
            .iter()
            .zip(&wide)
            .enumerate()
            .map(|(i, (&sure, &around))| sure > 0.0 || (around > 0.55 && self.tree[i] < 0.5))
            .collect();
        let (numbers, footprints) = connected(&filled, &self.before, (24.0 / (gsd * gsd)).max(24.0) as usize);
        let hard: Vec<f32> = numbers.iter().map(|&number| f32::from(number > 0)).collect();
        self.roof = softened(&hard, width, self.height, 1);
        self.building = numbers;
        self.buildings = footprints;
        for i in 0..self.len() {
            let rest = 1.0 - self.roof[i];
            self.tree[i] *= rest;
            self.grass[i] *= rest;
            self.shadow[i] *= rest;
            self.water[i] *= rest;
        }
    }

    /// Terrain and heights above it.
    fn relief(&mut self, seed: u64) {
        let (width, height) = (self.width, self.height);
        let relief = noise(width, height, self.px(90.0).min(0.7 * width as f32), 3, (seed >> 7) as u32);
        let flat = |values: &[f32], metres: f32| {
            softened(values, width, height, ((metres / self.gsd_m) as usize).clamp(1, width / 4))
        };
        let street: Vec<f32> =
            self.paved.iter().zip(&self.shadow).map(|(p, s)| (p - 0.3 * s).max(0.0)).collect();
        let street = flat(&street, 2.0);
        let wet = flat(&self.water, 6.0);
        self.terrain_m = relief
            .iter()
            .zip(street.iter().zip(&wet))
            .map(|(relief, (street, wet))| 1.1 * relief - 0.55 * street - 1.4 * wet)
            .collect();
        self.above_m =
            self.roof.iter().zip(&self.tree).map(|(roof, tree)| (4.2 * roof).max(5.0 * tree)).collect();
    }
}

/// Excess green over the sum of the channels.
fn excess_green(p: &[u8]) -> f32 {
    let [r, g, b] = [f32::from(p[0]), f32::from(p[1]), f32::from(p[2])];
    (2.0 * g - r - b) / (r + g + b + 20.0)
}

/// 1 in regions without texture.
fn calm_regions(of: &[u32], regions: &[Region], rough: &[f32]) -> Vec<f32> {
    let mut sums = vec![0.0_f32; regions.len()];
    for (&region, rough) in of.iter().zip(rough) {
        sums[region as usize] += rough;
    }
    of.iter()
        .map(|&region| {
            let mean = sums[region as usize] / regions[region as usize].area;
            smoothstep(3.0, 1.9, mean)
        })
        .collect()
}

/// May a calm region be a lake, river or sea, by colour and size?
fn lake(region: &Region, gsd: f32, mean_light: f32) -> f32 {
    let [r, g, b] = region.colour;
    let light = 0.3 * r + 0.59 * g + 0.11 * b;
    let cool = smoothstep(-2.0, 10.0, b - r).max(smoothstep(4.0, 10.0, g - r) * smoothstep(20.0, 8.0, g - b));
    let large = smoothstep(300.0, 900.0, region.area * gsd * gsd);
    cool * large * smoothstep(1.25, 1.0, light / mean_light.max(90.0))
}

/// Numbers of the connected parts of at least `least` pixels, and their measures.
fn connected(inside: &[bool], image: &Rgb8, least: usize) -> (Vec<u16>, Vec<Footprint>) {
    let width = image.width;
    let mut sets = Sets::new(inside.len());
    for i in 0..inside.len() {
        for next in [i + 1, i + width] {
            let wraps = next == i + 1 && next % width == 0;
            if next < inside.len() && !wraps && inside[i] && inside[next] {
                let (a, b) = (sets.find(i as u32), sets.find(next as u32));
                if a != b {
                    sets.join(a, b);
                }
            }
        }
    }
    let mut area = vec![0_usize; inside.len()];
    (0..inside.len()).filter(|&i| inside[i]).for_each(|i| area[sets.find(i as u32) as usize] += 1);
    let mut number = vec![0_u16; inside.len()];
    let mut count = 0_u16;
    let mut out = vec![0_u16; inside.len()];
    for i in (0..inside.len()).filter(|&i| inside[i]) {
        let root = sets.find(i as u32) as usize;
        if area[root] < least || count == u16::MAX {
            continue;
        }
        if number[root] == 0 {
            count += 1;
            number[root] = count;
        }
        out[i] = number[root];
    }
    let footprints = footprints(&out, image, usize::from(count));
    (out, footprints)
}

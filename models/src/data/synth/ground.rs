//! What is known of a tile: cover of the ground, relief, buildings.

use super::super::polygon::fill;
use super::super::scene::noise::smoothstep;
use super::super::scene::{Label, Scene};
use super::field::softened;
use crate::edit::Rgb8;

/// What is known of the ground of a tile. Rasters are row-major; shares of a cover lie in 0–1.
#[derive(Debug, Clone)]
pub struct Ground {
    /// Width, px.
    pub width: usize,
    /// Height, px.
    pub height: usize,
    /// Ground sampling distance, m.
    pub gsd_m: f32,
    /// The image before.
    pub before: Rgb8,
    /// Tree crowns and bushes.
    pub tree: Vec<f32>,
    /// Grass, crops, low vegetation.
    pub grass: Vec<f32>,
    /// Roofs.
    pub roof: Vec<f32>,
    /// Streets, yards, car parks.
    pub paved: Vec<f32>,
    /// Soil, sand, gravel.
    pub bare: Vec<f32>,
    /// Open water.
    pub water: Vec<f32>,
    /// Cast shadow on the ground.
    pub shadow: Vec<f32>,
    /// Terrain, m; for a photograph a guess that puts streets and water low.
    pub terrain_m: Vec<f32>,
    /// What stands on the terrain, m.
    pub above_m: Vec<f32>,
    /// Luminance before, 0–255.
    pub light: Vec<f32>,
    /// Number of the building of a pixel, from 1; 0 is none.
    pub building: Vec<u16>,
    /// The buildings, number 1 first.
    pub buildings: Vec<Footprint>,
    /// Are the buildings known, and not guessed from colour?
    pub known: bool,
    /// Mean luminance of the tile, 0–255: what is painted takes its exposure from it.
    pub mean_light: f32,
}

/// A building as the disasters see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Footprint {
    /// Middle, px.
    pub centre: [f32; 2],
    /// Number of its pixels.
    pub area: usize,
    /// Half the extent, px.
    pub radius: f32,
    /// Direction of its longer side, radians from the x axis.
    pub angle: f32,
    /// Mean colour of its roof.
    pub colour: [f32; 3],
}

/// Luminance of every pixel, 0–255.
pub(super) fn luminance(image: &Rgb8) -> Vec<f32> {
    image
        .data
        .chunks_exact(3)
        .map(|p| 0.299 * f32::from(p[0]) + 0.587 * f32::from(p[1]) + 0.114 * f32::from(p[2]))
        .collect()
}

impl Ground {
    /// The ground of a procedural scene, where everything is known.
    #[must_use]
    pub fn of_scene(scene: &Scene) -> Self {
        let (width, height) = (scene.width as usize, scene.height as usize);
        let before = Rgb8 { width, height, data: scene.rgb.clone() };
        let share = |labels: &[Label]| -> Vec<f32> {
            let hard: Vec<f32> = scene
                .labels
                .iter()
                .map(|&number| f32::from(labels.iter().any(|&label| label as u8 == number)))
                .collect();
            softened(&hard, width, height, 1)
        };
        let light = luminance(&before);
        let mean_light = light.iter().sum::<f32>() / light.len().max(1) as f32;
        let low = scene.above_m.iter().map(|&above| f32::from(above < 0.5)).collect::<Vec<_>>();
        let shadow =
            light.iter().zip(&low).map(|(&l, low)| low * smoothstep(0.62, 0.42, l / mean_light)).collect();
        let building = rasterised(scene);
        let buildings = footprints(&building, &before, scene.buildings.len());
        Self {
            width,
            height,
            gsd_m: scene.gsd_m as f32,
            tree: share(&[Label::Tree, Label::Shrub]),
            grass: share(&[Label::Grass, Label::Field]),
            roof: share(&[Label::Building]),
            paved: share(&[Label::Road, Label::Paved, Label::Vehicle]),
            bare: share(&[Label::Bare]),
            water: share(&[Label::Water, Label::Pool]),
            shadow,
            terrain_m: scene.height_m.clone(),
            above_m: scene.above_m.clone(),
            light,
            building,
            buildings,
            known: true,
            mean_light,
            before,
        }
    }

    /// A map of the covers: crowns dark green, grass light green, roofs red, pavement grey, soil ochre, water blue, shadow
    /// black. It shows what the painters go by.
    #[must_use]
    pub fn map(&self) -> Rgb8 {
        let covers: [(&[f32], [f32; 3]); 7] = [
            (&self.tree, [10.0, 90.0, 20.0]),
            (&self.grass, [140.0, 210.0, 90.0]),
            (&self.roof, [220.0, 50.0, 40.0]),
            (&self.paved, [150.0; 3]),
            (&self.bare, [225.0, 190.0, 120.0]),
            (&self.water, [40.0, 90.0, 220.0]),
            (&self.shadow, [0.0; 3]),
        ];
        let mut data = Vec::with_capacity(3 * self.len());
        for index in 0..self.len() {
            let total = covers.iter().map(|(cover, _)| cover[index]).sum::<f32>().max(0.01);
            for channel in 0..3 {
                let value: f32 = covers.iter().map(|(cover, tone)| cover[index] * tone[channel]).sum();
                data.push((value / total).min(255.0) as u8);
            }
        }
        Rgb8 { width: self.width, height: self.height, data }
    }

    /// Metres to pixels.
    pub(super) fn px(&self, metres: f32) -> f32 {
        metres / self.gsd_m
    }

    /// Colour of a pixel before.
    pub(super) fn colour(&self, index: usize) -> [f32; 3] {
        let data = &self.before.data;
        [f32::from(data[3 * index]), f32::from(data[3 * index + 1]), f32::from(data[3 * index + 2])]
    }

    /// Number of pixels.
    pub(super) fn len(&self) -> usize {
        self.width * self.height
    }

    /// Brightness that paint takes over from the picture: 1 for one of middling exposure.
    pub(super) fn exposure(&self) -> f32 {
        (0.35 + 0.65 * self.mean_light / 115.0).clamp(0.68, 1.15)
    }

    /// Share of the tile that is a cover.
    pub(super) fn share(cover: &[f32]) -> f32 {
        cover.iter().sum::<f32>() / cover.len().max(1) as f32
    }
}

/// Numbers of buildings by pixel: under an outline and labelled a roof.
fn rasterised(scene: &Scene) -> Vec<u16> {
    let (width, height) = (scene.width as usize, scene.height as usize);
    let mut out = vec![0_u16; width * height];
    for (number, building) in scene.buildings.iter().enumerate() {
        let Ok(number) = u16::try_from(number + 1) else { break };
        fill(&[&building.outline], (width, height), |pixel| {
            if scene.labels[pixel] == Label::Building as u8 {
                out[pixel] = number;
            }
        });
    }
    out
}

/// Middle, extent and direction of every numbered building, from its pixels.
pub(super) fn footprints(building: &[u16], image: &Rgb8, count: usize) -> Vec<Footprint> {
    let width = image.width;
    // n, x, y, xx, xy, yy, red, green, blue
    let mut sums = vec![[0.0_f64; 9]; count];
    for (index, &number) in building.iter().enumerate() {
        let Some(sum) = usize::from(number).checked_sub(1).and_then(|i| sums.get_mut(i)) else { continue };
        let (x, y) = ((index % width) as f64, (index / width) as f64);
        let colour = &image.data[3 * index..3 * index + 3];
        let values = [
            1.0,
            x,
            y,
            x * x,
            x * y,
            y * y,
            f64::from(colour[0]),
            f64::from(colour[1]),
            f64::from(colour[2]),
        ];
        sum.iter_mut().zip(values).for_each(|(total, value)| *total += value);
    }
    sums.into_iter()
        .map(|[n, x, y, xx, xy, yy, red, green, blue]| {
            let n1 = n.max(1.0);
            let (cx, cy) = (x / n1, y / n1);
            let (vx, vy, vxy) = (xx / n1 - cx * cx, yy / n1 - cy * cy, xy / n1 - cx * cy);
            Footprint {
                centre: [cx as f32, cy as f32],
                area: n as usize,
                // Half the longer side of a rectangle of this variance.
                radius: (3.0 * (vx + vy)).max(0.0).sqrt() as f32,
                angle: (0.5 * (2.0 * vxy).atan2(vx - vy)) as f32,
                colour: [red, green, blue].map(|c| (c / n1) as f32),
            }
        })
        .collect()
}

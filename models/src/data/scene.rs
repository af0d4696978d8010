//! A procedural aerial scene: a small town by a river, with what a synthesiser of disasters must know about it.

mod buildings;
mod canvas;
mod country;
mod geometry;
mod lots;
pub(crate) mod noise;
mod plan;
mod render;
mod roads;
mod terrain;
mod town;
mod vegetation;
mod vehicles;

use canvas::Canvas;
use plan::Plan;

/// What a pixel shows, seen from above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Label {
    /// River.
    Water = 0,
    /// Carriageway, bridge deck included.
    Road = 1,
    /// Pavement, drive, car park, yard, court or path.
    Paved = 2,
    /// Roof.
    Building = 3,
    /// Crown of a tree.
    Tree = 4,
    /// Hedge or bush.
    Shrub = 5,
    /// Lawn, meadow, verge, pitch.
    Grass = 6,
    /// Tilled land.
    Field = 7,
    /// Soil, sand, gravel.
    Bare = 8,
    /// Car, van or lorry.
    Vehicle = 9,
    /// Swimming pool.
    Pool = 10,
}

impl Label {
    /// All labels, in the order of their numbers.
    pub const ALL: [Self; 11] = [
        Self::Water,
        Self::Road,
        Self::Paved,
        Self::Building,
        Self::Tree,
        Self::Shrub,
        Self::Grass,
        Self::Field,
        Self::Bare,
        Self::Vehicle,
        Self::Pool,
    ];

    /// The label with this number; none if there is none.
    #[must_use]
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number)).copied()
    }
}

/// A building.
#[derive(Debug, Clone, PartialEq)]
pub struct Building {
    /// Corners of the roof in pixels (x right, y down, (0, 0) the image's upper left corner); may leave the image.
    pub outline: Vec<[f32; 2]>,
    /// Top of the roof above the ground, m.
    pub height_m: f32,
    /// Foot of the roof above the ground, m.
    pub eaves_m: f32,
}

/// Where the light comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sun {
    /// Degrees clockwise from the top of the image, towards the sun.
    pub azimuth_deg: f32,
    /// Degrees above the horizon.
    pub elevation_deg: f32,
}

/// An aerial scene. All rasters are row-major, `height` × `width`.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Width, px.
    pub width: u32,
    /// Height, px.
    pub height: u32,
    /// Ground sampling distance, m.
    pub gsd_m: f64,
    /// Red, green, blue, interleaved.
    pub rgb: Vec<u8>,
    /// Near infrared.
    pub nir: Vec<u8>,
    /// Elevation of the terrain, m. Water carries that of its surface, a bridge that of its deck.
    pub height_m: Vec<f32>,
    /// Height of what stands on the terrain (roofs, crowns, cars), m.
    pub above_m: Vec<f32>,
    /// Numbers of [`Label`].
    pub labels: Vec<u8>,
    /// Every building of which part may be in the image.
    pub buildings: Vec<Building>,
    /// The one light of the scene.
    pub sun: Sun,
}

/// The scene as it is being built.
struct Site {
    seed: u64,
    canvas: Canvas,
    plan: Plan,
    buildings: Vec<Building>,
    /// Trees are planted last, where nothing stands in their way.
    trees: Vec<vegetation::Tree>,
}

/// A scene of `width` × `height` pixels of `gsd_m` metres. The same arguments give the same bytes.
///
/// Made for 0.25–1 m; an image much smaller than 200 m a side shows only the middle of the town.
#[must_use]
pub fn scene(seed: u64, width: u32, height: u32, gsd_m: f64) -> Scene {
    let canvas = Canvas::new(width as usize, height as usize, gsd_m as f32);
    let half = 0.5 * f64::from(width.min(height)) * gsd_m;
    let plan = Plan::new(seed, canvas.reach(), half as f32);
    let mut site = Site { seed, canvas, plan, buildings: Vec::new(), trees: Vec::new() };
    terrain::lay(&mut site.canvas, seed, &site.plan);
    country::lay(&mut site);
    town::ground(&mut site);
    let network = roads::build(&mut site);
    town::build(&mut site);
    vehicles::on_roads(&mut site, &network);
    drop(network);
    vegetation::plant(&mut site);
    render::photograph(site, width, height, gsd_m)
}

#[cfg(test)]
mod tests;

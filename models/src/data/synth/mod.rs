//! Synthetic pairs: what a disaster would leave on a tile, painted by rules.
//!
//! The rules know the ground ([`Ground`]): exactly for a procedural scene, by guess for a photograph. Everything is a
//! function of ground, kind, severity and seed; pixels outside the change mask keep their bytes.

mod ash;
mod buildings;
mod drought;
mod earthquake;
mod estimate;
mod field;
mod fire;
mod flood;
mod ground;
mod landslide;
mod paint;
mod segment;
mod sheet;
mod snow;
mod tiles;
mod tsunami;
mod wind;
mod words;
mod write;

use serde::{Deserialize, Serialize};

pub use ground::{Footprint, Ground};
pub use paint::After;
pub use sheet::{Sheet, SheetError};
pub(super) use tiles::files_below;
pub use tiles::{Picture, Shelf, Source, Tile, TileError, TileList, is_test, pictures_below};
pub use words::vocabulary;
pub use write::{LIST, Line, WriteError, Writer};

use super::Disaster;
use super::scene::noise::Rng;
use crate::edit::{Gray8, Rgb8};

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Some damage.
    Mild,
    /// Much damage.
    Moderate,
    /// Hardly anything is spared.
    Severe,
}

impl Severity {
    /// All severities, mildest first.
    pub const ALL: [Self; 3] = [Self::Mild, Self::Moderate, Self::Severe];

    /// Its name in files and on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mild => "mild",
            Self::Moderate => "moderate",
            Self::Severe => "severe",
        }
    }

    /// The severity of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|severity| severity.as_str() == name)
    }

    /// One of three values, mildest first.
    fn of<T: Copy>(self, values: [T; 3]) -> T {
        values[self as usize]
    }
}

/// Which part of a tile is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Focus {
    /// What the kind and the severity reach by themselves.
    All,
    /// Streets and other pavement alone.
    Streets,
    /// Lawns, gardens, fields, bare soil.
    Gardens,
    /// Roofs alone.
    Roofs,
    /// Trees alone.
    Trees,
}

/// What a painter is asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Params {
    pub(super) severity: Severity,
    pub(super) seed: u64,
    pub(super) focus: Focus,
    /// Where it comes from, when it comes from somewhere: eighths of a turn clockwise from north.
    pub(super) from: u8,
}

impl Params {
    /// Unit vector of the way it moves, x right, y down.
    pub(super) fn heading(self) -> [f32; 2] {
        let angle = f32::from(self.from) * std::f32::consts::FRAC_PI_4;
        [-angle.sin(), angle.cos()]
    }
}

/// A made pair.
#[derive(Debug, Clone, PartialEq)]
pub struct Example {
    /// Image before.
    pub before: Rgb8,
    /// Image after.
    pub after: Rgb8,
    /// 255 where a pixel may have changed.
    pub change: Gray8,
    /// 0 no building, 1 undamaged … 4 destroyed; only where buildings are known.
    pub damage: Option<Gray8>,
    /// Wordings; the first is the one to score with.
    pub instructions: Vec<String>,
    /// Description of both images in the manner of RSCC.
    pub caption: String,
}

/// Least share of a tile that a kind must find of what it hits.
const LEAST_SHARE: f32 = 0.03;

/// Less change than this is none: the wording would not be true of the picture.
const LEAST_CHANGE: f32 = 0.005;

/// Has the tile what this kind hits? An earthquake needs buildings, a fire plants, wind either.
#[must_use]
pub fn suits(ground: &Ground, kind: Disaster) -> bool {
    let (roof, plants) =
        (Ground::share(&ground.roof), Ground::share(&ground.tree) + Ground::share(&ground.grass));
    match kind {
        Disaster::Earthquake => roof > LEAST_SHARE,
        Disaster::Wildfire | Disaster::Drought => plants > 2.0 * LEAST_SHARE,
        Disaster::Hurricane => roof > LEAST_SHARE || Ground::share(&ground.tree) > 2.0 * LEAST_SHARE,
        _ => Ground::share(&ground.water) < 0.9 || kind == Disaster::None,
    }
}

impl Example {
    /// Share of the pixels that may have changed.
    #[must_use]
    pub fn changed(&self) -> f32 {
        let count = self.change.data.iter().filter(|&&value| value > 0).count();
        count as f32 / self.change.data.len().max(1) as f32
    }

    /// Does the image after show what the wordings say? Not when hardly anything changed.
    #[must_use]
    pub fn is_telling(&self, kind: Disaster) -> bool {
        kind == Disaster::None || self.changed() > LEAST_CHANGE
    }
}

/// Makes one pair. The same arguments give the same bytes.
#[must_use]
pub fn synthesise(ground: &Ground, kind: Disaster, severity: Severity, seed: u64) -> Example {
    let mut rng = Rng::stream(seed, "request");
    let focus = words::focus(kind, severity, ground, &mut rng);
    made(ground, kind, severity, seed, focus, rng)
}

/// As [`synthesise`], never for a part of the tile only: what the first wording of the kind and severity says.
#[must_use]
pub fn synthesise_whole(ground: &Ground, kind: Disaster, severity: Severity, seed: u64) -> Example {
    made(ground, kind, severity, seed, Focus::All, Rng::stream(seed, "request"))
}

fn made(
    ground: &Ground,
    kind: Disaster,
    severity: Severity,
    seed: u64,
    focus: Focus,
    mut rng: Rng,
) -> Example {
    let params = Params { severity, seed, focus, from: origin(ground, kind, &mut rng) };
    let after = paint(ground, kind, params);
    let instructions = words::instructions(kind, params, &mut rng);
    let caption = words::caption(kind, params, &after, ground);
    Example {
        before: ground.before.clone(),
        after: after.rgb,
        change: after.change,
        damage: ground.known.then_some(after.damage),
        instructions,
        caption,
    }
}

/// Where it comes from: a wave from the water, a slide from above, else anywhere.
fn origin(ground: &Ground, kind: Disaster, rng: &mut Rng) -> u8 {
    let any = (rng.unit() * 8.0) as u8 % 8;
    let weights: &[f32] = match kind {
        Disaster::Tsunami if Ground::share(&ground.water) > 0.03 => &ground.water,
        Disaster::Landslide if ground.known => &ground.terrain_m,
        _ => return any,
    };
    let mean = Ground::share(weights);
    let (mut x, mut y) = (0.0, 0.0);
    for (index, &weight) in weights.iter().enumerate() {
        x += (weight - mean) * ((index % ground.width) as f32 - 0.5 * ground.width as f32);
        y += (weight - mean) * ((index / ground.width) as f32 - 0.5 * ground.height as f32);
    }
    if x == 0.0 && y == 0.0 {
        return any;
    }
    let eighths = x.atan2(-y) / std::f32::consts::FRAC_PI_4;
    eighths.round().rem_euclid(8.0) as u8 % 8
}

fn paint(ground: &Ground, kind: Disaster, params: Params) -> After {
    let mut paint = paint::Paint::new(ground, params.seed, kind.as_str());
    match kind {
        Disaster::Flood => flood::paint(&mut paint, params),
        Disaster::Tsunami => tsunami::paint(&mut paint, params),
        Disaster::Wildfire => fire::paint(&mut paint, params),
        Disaster::Earthquake => earthquake::paint(&mut paint, params),
        Disaster::Hurricane => wind::hurricane(&mut paint, params),
        Disaster::Tornado => wind::tornado(&mut paint, params),
        Disaster::Landslide => landslide::paint(&mut paint, params),
        Disaster::VolcanicAsh => ash::paint(&mut paint, params),
        Disaster::Snow => snow::paint(&mut paint, params),
        Disaster::Drought => drought::paint(&mut paint, params),
        Disaster::None => {}
    }
    paint.finish()
}

#[cfg(test)]
mod tests;

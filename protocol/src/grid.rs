//! The source's pixel grid: snapping an area to it, cutting it into tiles, and the weights that join the tiles.
//!
//! Everything is counted in px of the source raster, from its pixel (0, 0). Tiles start at multiples of 16 px, are all of
//! one size, and are never shifted or resized; what lies beyond the raster is filled by reflection.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::job::TileId;
use crate::limits;
use crate::refusal::{ErrorCode, Refusal};

/// GDAL's affine transform: `x = t[0] + col·t[1] + row·t[2]`, `y = t[3] + col·t[4] + row·t[5]`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Geotransform(pub [f64; 6]);

impl Geotransform {
    /// Refuses a transform that maps no pixel to one place: not finite, or without area.
    ///
    /// # Errors
    /// Names `field`.
    pub fn check(&self, field: &str) -> Result<(), Refusal> {
        let refuse = |message: &str| {
            Err(Refusal::field(
                ErrorCode::InvalidField,
                field,
                "six finite numbers with a non-zero pixel area",
                message,
            ))
        };
        if self.0.iter().any(|value| !value.is_finite()) {
            return refuse("the geotransform holds a number that is not finite");
        }
        let scale = self.0[1].abs().max(self.0[2].abs()) * self.0[4].abs().max(self.0[5].abs());
        let determinant = self.determinant();
        if !determinant.is_finite() || determinant == 0.0 || determinant.abs() < scale * 1e-12 {
            return refuse("the geotransform is singular: its pixels have no area");
        }
        Ok(())
    }

    fn determinant(&self) -> f64 {
        self.0[1] * self.0[5] - self.0[2] * self.0[4]
    }

    /// Whether the rotation terms move no pixel of a raster by more than a thousandth of a pixel: rounding, not rotation.
    #[must_use]
    pub fn is_almost_aligned(&self, width: u32, height: u32) -> bool {
        let t = &self.0;
        (t[2] * f64::from(height)).abs() < 1e-3 * t[1].abs()
            && (t[4] * f64::from(width)).abs() < 1e-3 * t[5].abs()
    }

    /// Ground position of a pixel corner.
    #[must_use]
    pub fn apply(&self, col: f64, row: f64) -> [f64; 2] {
        let t = &self.0;
        [t[0] + col * t[1] + row * t[2], t[3] + col * t[4] + row * t[5]]
    }

    /// Pixel position of a ground position. The transform must have passed [`Self::check`].
    #[must_use]
    pub fn invert(&self, x: f64, y: f64) -> [f64; 2] {
        let t = &self.0;
        let determinant = self.determinant();
        let (dx, dy) = (x - t[0], y - t[3]);
        [(dx * t[5] - dy * t[2]) / determinant, (dy * t[1] - dx * t[4]) / determinant]
    }

    /// The transform of a window that starts at (col, row). At (0, 0) it is this one, bit for bit.
    #[must_use]
    pub fn at(&self, col: i64, row: i64) -> Self {
        if (col, row) == (0, 0) {
            return *self;
        }
        let [x, y] = self.apply(col as f64, row as f64);
        let t = &self.0;
        Self([x, t[1], t[2], y, t[4], t[5]])
    }

    /// Ground sampling distance, metres per px: the square root of a pixel's ground area.
    #[must_use]
    pub fn gsd_m(&self, unit: GroundUnit) -> f64 {
        let area = self.determinant().abs();
        match unit {
            GroundUnit::Metres(per_unit) => area.sqrt() * per_unit,
            GroundUnit::Degrees { latitude } => {
                // Arc of one degree on the WGS 84 ellipsoid, to 0.01 %: latitude series of the meridian and the parallel.
                let phi = latitude.to_radians();
                let north = 111_132.92 - 559.82 * (2.0 * phi).cos() + 1.175 * (4.0 * phi).cos();
                let east = 111_412.84 * phi.cos() - 93.5 * (3.0 * phi).cos() + 0.118 * (5.0 * phi).cos();
                (area * north * east.abs().max(1e-9)).sqrt()
            }
        }
    }
}

/// What one unit of the coordinate reference system is on the ground.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum GroundUnit {
    /// A length, so many metres (US survey foot: 0.3048006…).
    Metres(f64),
    /// An angle in degrees.
    Degrees {
        /// Latitude of the place, degrees.
        latitude: f64,
    },
}

/// A window of the source raster, px.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Window {
    /// First column.
    pub col: i64,
    /// First row.
    pub row: i64,
    /// Width, px.
    pub width: u32,
    /// Height, px.
    pub height: u32,
}

/// The pixel grid of a source raster.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PixelGrid {
    /// Where it lies.
    pub geotransform: Geotransform,
    /// Width, px.
    pub width: u32,
    /// Height, px.
    pub height: u32,
}

/// An edge this close to a pixel's border, in px, lies on it: so much do sums of coordinates err.
const SNAP: f64 = 1e-6;

impl PixelGrid {
    /// The whole raster.
    #[must_use]
    pub const fn window(&self) -> Window {
        Window { col: 0, row: 0, width: self.width, height: self.height }
    }

    /// The window that covers a ground rectangle, snapped outward to whole pixels and clipped to the raster.
    ///
    /// # Errors
    /// When the rectangle is not finite or misses the raster.
    pub fn snap(&self, min: [f64; 2], max: [f64; 2]) -> Result<Window, Refusal> {
        let refuse = |message: &str| {
            Err(Refusal::field(ErrorCode::InvalidField, "aoi", "an area that overlaps the raster", message))
        };
        let corners = [[min[0], min[1]], [max[0], min[1]], [min[0], max[1]], [max[0], max[1]]];
        let pixels = corners.map(|[x, y]| self.geotransform.invert(x, y));
        if pixels.iter().flatten().any(|value| !value.is_finite()) {
            return refuse("the area of interest is not finite");
        }
        let edge = |axis: usize, side: u32| {
            let low = pixels.iter().map(|p| p[axis]).fold(f64::INFINITY, f64::min);
            let high = pixels.iter().map(|p| p[axis]).fold(f64::NEG_INFINITY, f64::max);
            let side = f64::from(side);
            let low = (low + SNAP).floor().clamp(0.0, side);
            let high = (high - SNAP).ceil().clamp(0.0, side);
            (low as i64, (high - low).max(0.0) as u32)
        };
        let ((col, width), (row, height)) = (edge(0, self.width), edge(1, self.height));
        if width == 0 || height == 0 {
            return refuse("the area of interest does not overlap the raster");
        }
        Ok(Window { col, row, width, height })
    }
}

/// The tiles of one request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TilePlan {
    /// The window they cover.
    pub window: Window,
    /// Side of every tile, px.
    pub tile: u32,
    /// How far neighbours overlap, px.
    pub overlap: u32,
    /// First column of each tile column, px of the source raster.
    pub cols: Vec<i64>,
    /// First row of each tile row, px of the source raster.
    pub rows: Vec<i64>,
}

/// One tile of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlannedTile {
    /// Its place in the plan.
    pub id: TileId,
    /// First column, px of the source raster.
    pub col: i64,
    /// First row, px of the source raster.
    pub row: i64,
}

/// The usual overlap of neighbouring tiles: an eighth of the side, in whole cells of 16 px.
#[must_use]
pub const fn default_overlap(tile: u32) -> u32 {
    let eighth = tile / 8 / limits::SIDE_MULTIPLE * limits::SIDE_MULTIPLE;
    if eighth == 0 && tile >= 2 * limits::SIDE_MULTIPLE { limits::SIDE_MULTIPLE } else { eighth }
}

impl TilePlan {
    /// Covers a window with tiles of one size.
    ///
    /// # Errors
    /// When sizes are not multiples of 16, the overlap exceeds half a tile, or there would be too many tiles.
    pub fn new(window: Window, tile: u32, overlap: u32) -> Result<Self, Refusal> {
        let multiple = limits::SIDE_MULTIPLE;
        if !(limits::MIN_SIDE..=limits::MAX_SIDE).contains(&tile) || !tile.is_multiple_of(multiple) {
            return Err(Refusal::field(
                ErrorCode::InvalidField,
                "tile",
                format!("a multiple of {multiple} from {} to {} px", limits::MIN_SIDE, limits::MAX_SIDE),
                format!("a tile side of {tile} px cannot be used"),
            ));
        }
        if !overlap.is_multiple_of(multiple) || overlap > tile / 2 {
            return Err(Refusal::field(
                ErrorCode::InvalidField,
                "overlap",
                format!("a multiple of {multiple}, at most half a tile"),
                format!("an overlap of {overlap} px cannot be used with tiles of {tile} px"),
            ));
        }
        let cols = origins(window.col, window.width, tile, overlap);
        let rows = origins(window.row, window.height, tile, overlap);
        if cols.len().saturating_mul(rows.len()) > limits::MAX_TILES as usize {
            return Err(Refusal::field(
                ErrorCode::TooLarge,
                "aoi",
                format!("at most {} tiles", limits::MAX_TILES),
                format!(
                    "the area needs {} tiles; choose a smaller one",
                    cols.len().saturating_mul(rows.len())
                ),
            ));
        }
        Ok(Self { window, tile, overlap, cols, rows })
    }

    /// Number of tiles.
    #[must_use]
    pub fn len(&self) -> u32 {
        (self.cols.len() * self.rows.len()) as u32
    }

    /// Whether there is no tile; a plan of a non-empty window always has one.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The tiles, row by row.
    pub fn tiles(&self) -> impl Iterator<Item = PlannedTile> + '_ {
        let of = self.len();
        let across = self.cols.len() as u32;
        (0..of).map(move |index| {
            let (col, row) = (index % across, index / across);
            let id = TileId { index, of, col, row };
            PlannedTile { id, col: self.cols[col as usize], row: self.rows[row as usize] }
        })
    }

    /// Feather weights of a tile along x and along y, `tile` values each; a pixel's weight is their product.
    #[must_use]
    pub fn feather(&self, id: TileId) -> (Vec<f64>, Vec<f64>) {
        let axis = |place: u32, count: usize| {
            let after = (place as usize) + 1 < count;
            (0..self.tile).map(|i| feather(i, self.tile, self.overlap, place > 0, after)).collect()
        };
        (axis(id.col, self.cols.len()), axis(id.row, self.rows.len()))
    }
}

/// Weight of pixel `i` along one axis: 1 inside, a linear ramp over the overlap with a neighbour. The ramps of two
/// neighbours sum to 1 at every pixel.
#[must_use]
pub fn feather(i: u32, tile: u32, overlap: u32, before: bool, after: bool) -> f64 {
    let ramp = f64::from(overlap);
    if before && i < overlap {
        (f64::from(i) + 0.5) / ramp
    } else if after && i >= tile - overlap {
        (f64::from(tile - i) - 0.5) / ramp
    } else {
        1.0
    }
}

fn origins(start: i64, length: u32, tile: u32, overlap: u32) -> Vec<i64> {
    let multiple = i64::from(limits::SIDE_MULTIPLE);
    let first = start.div_euclid(multiple) * multiple;
    let end = start + i64::from(length);
    let stride = i64::from(tile - overlap);
    let beyond = (end - first - i64::from(tile)).max(0);
    let more = (beyond + stride - 1) / stride;
    (0..=more).map(|k| first + k * stride).collect()
}

/// The pixel of a side of `length` px that stands at position `i` when the side is continued by reflection, the edge
/// pixel not repeated (numpy's `reflect`).
#[must_use]
pub fn reflect(i: i64, length: u32) -> u32 {
    if length <= 1 {
        return 0;
    }
    let last = i64::from(length) - 1;
    let folded = i.rem_euclid(2 * last);
    let place = if folded > last { 2 * last - folded } else { folded };
    u32::try_from(place).unwrap_or(0)
}

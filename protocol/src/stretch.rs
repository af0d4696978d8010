//! How a raster's samples become 8 bit, once for a whole request, and back.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::refusal::{ErrorCode, Refusal};

/// The three source bands shown to the model as red, green and blue, and the range of each.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Stretch {
    /// Red, green, blue. One band may stand for several (a grey image: all three).
    pub bands: [BandStretch; 3],
}

/// A linear map of one band: `lo` becomes 0, `hi` becomes 255.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BandStretch {
    /// Band of the source, from 1.
    pub band: u32,
    /// The sample that becomes 0.
    pub lo: f64,
    /// The sample that becomes 255.
    pub hi: f64,
}

impl BandStretch {
    /// 8-bit samples as they are.
    #[must_use]
    pub const fn identity(band: u32) -> Self {
        Self { band, lo: 0.0, hi: 255.0 }
    }

    /// A sample as 8 bit: clamped, rounded half up.
    #[must_use]
    pub fn to_u8(&self, sample: f64) -> u8 {
        let unit = (sample - self.lo) / (self.hi - self.lo);
        // A NaN compares as neither; it becomes 0. Such pixels carry alpha 0 anyway.
        (unit.clamp(0.0, 1.0) * 255.0 + 0.5).floor() as u8
    }

    /// An 8-bit value (it may have a fraction) as a sample.
    #[must_use]
    pub fn from_u8(&self, value: f64) -> f64 {
        self.lo + value / 255.0 * (self.hi - self.lo)
    }
}

impl Stretch {
    /// 8-bit bands as they are.
    #[must_use]
    pub fn identity(bands: [u32; 3]) -> Self {
        Self { bands: bands.map(BandStretch::identity) }
    }

    /// Checks that each band can be mapped and mapped back.
    ///
    /// # Errors
    /// Names the band at fault.
    pub fn check(&self) -> Result<(), Refusal> {
        for (index, band) in self.bands.iter().enumerate() {
            // A range that overflows could not be mapped back.
            let usable = band.band >= 1
                && band.lo.is_finite()
                && band.hi.is_finite()
                && band.lo < band.hi
                && (band.hi - band.lo).is_finite();
            if !usable {
                return Err(Refusal::field(
                    ErrorCode::InvalidField,
                    format!("stretch.bands[{index}]"),
                    "band from 1; lo, hi and hi - lo finite, lo below hi",
                    format!("band {} from {} to {} cannot be stretched", band.band, band.lo, band.hi),
                ));
            }
        }
        Ok(())
    }
}

/// Range of a band for display: the 2nd and 98th percentile (nearest rank) of its valid samples, widened by [`spread`]; sorts them in place.
#[must_use]
pub fn percentile_range(samples: &mut [f64]) -> Option<(f64, f64)> {
    samples.sort_by(f64::total_cmp);
    let (least, most) = (*samples.first()?, *samples.last()?);
    let last = (samples.len() - 1) as f64;
    let at = |share: f64| samples[(share * last + 0.5).floor() as usize];
    Some(spread((at(0.02), at(0.98)), (least, most)))
}

/// The percentiles of a band, unless they are one value: then its least and its most sample (a collar of zeros without nodata tag would
/// hide all that is inside), and where those are one value, too, a range that can be told from it.
#[must_use]
pub fn spread(percentiles: (f64, f64), extremes: (f64, f64)) -> (f64, f64) {
    if percentiles.0 < percentiles.1 {
        return percentiles;
    }
    if extremes.0 < extremes.1 {
        return extremes;
    }
    let flat = extremes.0;
    (flat, flat + (flat.abs() * 1e-3).max(1.0))
}

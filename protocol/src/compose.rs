//! How edited tiles become samples of the source's own type.
//!
//! For a pixel covered by tiles `t` with feather weight `f_t`, alpha `a_t` and channel `v_t` (0–255):
//! `A = min(1, Σ f_t·a_t/255)` and `E = Σ f_t·a_t/255·v_t / Σ f_t·a_t/255`. Where `A` is 0 the source's sample stays, bit
//! for bit. Elsewhere the sample is `(1 − A)·source + A·from_u8(E)`, rounded half up for integers, clamped to the type's
//! range, and moved off the nodata value: an edited pixel is never nodata.
//!
//! Nodata is what GDAL takes for it: integers are compared with the nodata value without its fraction, floating-point samples
//! with a tolerance of a few units in the last place.

/// Sample type of the output band.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SampleType {
    /// Whole numbers within a range.
    Integer {
        /// Smallest.
        min: f64,
        /// Largest.
        max: f64,
    },
    /// 32-bit floating point.
    Float32,
    /// 64-bit floating point.
    Float64,
}

/// GDAL takes floating-point samples for nodata within 4 machine epsilons of it, relative (`ARE_REAL_EQUAL`, GDAL 3.6); twice that is
/// safe from rounding.
const NEAR: f64 = 8.0;

impl SampleType {
    /// Largest finite sample.
    fn max(self) -> f64 {
        match self {
            Self::Integer { max, .. } => max,
            Self::Float32 => f64::from(f32::MAX),
            Self::Float64 => f64::MAX,
        }
    }

    /// Smallest distance from nodata that is safe; for floating point.
    fn margin(self, nodata: f64) -> f64 {
        match self {
            Self::Integer { .. } => 1.0,
            Self::Float32 => {
                (nodata.abs() * NEAR * f64::from(f32::EPSILON)).max(f64::from(f32::MIN_POSITIVE))
            }
            Self::Float64 => (nodata.abs() * NEAR * f64::EPSILON).max(f64::MIN_POSITIVE),
        }
    }

    /// The nodata value as a sample of this type; none where no finite sample equals it.
    fn nodata(self, nodata: f64) -> Option<f64> {
        match self {
            Self::Integer { min, max } => (min..=max).contains(&nodata).then(|| nodata.trunc()),
            Self::Float32 => Some(f64::from(nodata as f32)).filter(|nodata| nodata.is_finite()),
            Self::Float64 => Some(nodata).filter(|nodata| nodata.is_finite()),
        }
    }

    /// Whether a sample of this type means “no data”.
    #[must_use]
    pub fn is_nodata(self, sample: f64, nodata: f64) -> bool {
        let Some(nodata) = self.nodata(nodata) else { return false };
        match self {
            Self::Integer { .. } => sample == nodata,
            Self::Float32 | Self::Float64 => (sample - nodata).abs() < self.margin(nodata),
        }
    }

    /// The next sample that is safe from nodata: above it, or below where nothing is above.
    fn beside(self, nodata: f64) -> Option<f64> {
        let nodata = self.nodata(nodata)?;
        let margin = self.margin(nodata);
        Some(if nodata + margin <= self.max() { nodata + margin } else { nodata - margin })
    }
}

/// The sample of an edited pixel; `weight` is `A` above and must be above 0.
#[must_use]
pub fn compose(source: f64, edited: f64, weight: f64, kind: SampleType, nodata: Option<f64>) -> f64 {
    let mixed = if weight >= 1.0 { edited } else { (1.0 - weight) * source + weight * edited };
    let typed = |value: f64| match kind {
        SampleType::Integer { min, max } => (value + 0.5).floor().clamp(min, max),
        SampleType::Float32 => f64::from(value.clamp(-kind.max(), kind.max()) as f32),
        SampleType::Float64 => value.clamp(-kind.max(), kind.max()),
    };
    let sample = typed(mixed);
    match nodata.filter(|nodata| kind.is_nodata(sample, *nodata)).and_then(|nodata| kind.beside(nodata)) {
        Some(beside) => typed(beside),
        None => sample,
    }
}

//! How edited tiles become samples of the source's own type.
//!
//! For a pixel covered by tiles `t` with feather weight `f_t`, alpha `a_t` and channel `v_t` (0–255):
//! `A = min(1, Σ f_t·a_t/255)` and `E = Σ f_t·a_t/255·v_t / Σ f_t·a_t/255`. Where `A` is 0 the source's sample stays, bit
//! for bit. Elsewhere the sample is `(1 − A)·source + A·from_u8(E)`, rounded half up for integers, clamped to the type's
//! range, and moved off the nodata value: an edited pixel is never nodata.

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

/// The sample of an edited pixel; `weight` is `A` above and must be above 0.
#[must_use]
pub fn compose(source: f64, edited: f64, weight: f64, kind: SampleType, nodata: Option<f64>) -> f64 {
    let mixed = if weight >= 1.0 { edited } else { (1.0 - weight) * source + weight * edited };
    match kind {
        SampleType::Integer { min, max } => {
            let rounded = (mixed + 0.5).floor().clamp(min, max);
            match nodata {
                Some(nodata) if rounded == nodata => {
                    if rounded < max {
                        rounded + 1.0
                    } else {
                        rounded - 1.0
                    }
                }
                _ => rounded,
            }
        }
        SampleType::Float32 => {
            let value = mixed as f32;
            let is_nodata = nodata.is_some_and(|nodata| value == nodata as f32);
            f64::from(if is_nodata { value.next_up() } else { value })
        }
        SampleType::Float64 => {
            if nodata == Some(mixed) {
                mixed.next_up()
            } else {
                mixed
            }
        }
    }
}

//! Medians, percentiles and ratios of measured series.

use anyhow::ensure;
use serde_json::{Value, json};

/// A measured series, sorted; never empty, every value finite.
#[derive(Debug, Clone, PartialEq)]
pub struct Series(Vec<f64>);

impl Series {
    /// Sorts what was measured.
    ///
    /// # Errors
    /// When nothing was measured, or a value is not a number: a benchmark that lost its measurements has no result.
    pub fn new(values: impl IntoIterator<Item = f64>) -> anyhow::Result<Self> {
        let mut values: Vec<f64> = values.into_iter().collect();
        ensure!(!values.is_empty(), "nothing was measured");
        ensure!(values.iter().all(|value| value.is_finite()), "a measured value is not a number: {values:?}");
        values.sort_by(f64::total_cmp);
        Ok(Self(values))
    }

    /// Number of values.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The smallest.
    #[must_use]
    pub fn min(&self) -> f64 {
        self.percentile(0.0)
    }

    /// The largest.
    #[must_use]
    pub fn max(&self) -> f64 {
        self.percentile(100.0)
    }

    /// The middle one; between the two middle ones of an even number.
    #[must_use]
    pub fn median(&self) -> f64 {
        self.percentile(50.0)
    }

    /// The value below which `percent` of the series lies, interpolated linearly between the two nearest ranks (Hyndman and Fan's
    /// type 7, as NumPy and R have it). `percent` is held to 0 to 100.
    #[must_use]
    pub fn percentile(&self, percent: f64) -> f64 {
        let rank = percent.clamp(0.0, 100.0) / 100.0 * (self.0.len() - 1) as f64;
        let (below, above) = (self.0[rank.floor() as usize], self.0[rank.ceil() as usize]);
        below + (above - below) * rank.fract()
    }

    /// This series' median, smallest and largest over the median of another: the spread is that of the single measurements.
    ///
    /// # Errors
    /// When the other's median is not above 0.
    pub fn over(&self, base: &Self) -> anyhow::Result<Ratio> {
        let base = base.median();
        ensure!(base > 0.0, "the base of a ratio is {base}");
        Ok(Ratio { value: self.median() / base, min: self.min() / base, max: self.max() / base })
    }

    /// For the report.
    #[must_use]
    pub fn json(&self) -> Value {
        json!({
            "n": self.count(),
            "median": self.median(),
            "min": self.min(),
            "p95": self.percentile(95.0),
            "max": self.max(),
        })
    }
}

/// A ratio of medians, and between what the single measurements lie.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ratio {
    /// Ratio of the medians.
    pub value: f64,
    /// Smallest measurement over the base's median.
    pub min: f64,
    /// Largest measurement over the base's median.
    pub max: f64,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(values: &[f64]) -> Series {
        Series::new(values.iter().copied()).unwrap()
    }

    #[test]
    fn order_does_not_matter() {
        let series = series(&[5.0, 1.0, 3.0, 2.0, 4.0]);
        assert_eq!((series.min(), series.median(), series.max(), series.count()), (1.0, 3.0, 5.0, 5));
    }

    #[test]
    fn the_median_of_an_even_number_lies_between_the_middle_two() {
        assert_eq!(series(&[4.0, 1.0, 2.0, 10.0]).median(), 3.0);
        assert_eq!(series(&[7.0]).median(), 7.0);
    }

    #[test]
    fn percentiles_are_interpolated_as_numpy_does() {
        let series = series(&[10.0, 20.0, 30.0, 40.0, 50.0]);
        assert_eq!(series.percentile(95.0), 48.0);
        assert_eq!(series.percentile(25.0), 20.0);
        assert_eq!(series.percentile(60.0), 34.0);
        assert_eq!((series.percentile(-3.0), series.percentile(300.0)), (10.0, 50.0));
    }

    #[test]
    fn a_ratio_is_that_of_the_medians_and_keeps_the_spread() {
        let ratio = series(&[2.0, 3.0, 8.0]).over(&series(&[1.0, 2.0, 100.0])).unwrap();
        assert_eq!(ratio, Ratio { value: 1.5, min: 1.0, max: 4.0 });
    }

    #[test]
    fn what_was_not_measured_has_no_statistics() {
        assert!(Series::new([]).is_err());
        assert!(Series::new([1.0, f64::NAN]).is_err());
        assert!(series(&[1.0]).over(&series(&[0.0])).is_err());
    }
}

//! What an editor must beat: edits that need no model.

use crate::edit::Rgb8;

/// The source with each band's mean and spread of the target's: what a change of colours alone can do. It looks at the target, so
/// it is an oracle, no competitor.
#[must_use]
pub fn recoloured(source: &Rgb8, target: &Rgb8) -> Rgb8 {
    let bands: [[(f64, f64); 2]; 3] = [0, 1, 2].map(|band| [moments(source, band), moments(target, band)]);
    let sample = |(at, value): (usize, &u8)| {
        let [(from, from_spread), (to, to_spread)] = bands[at % 3];
        // A flat band has no spread that could be stretched.
        let stretch = if from_spread > 0.0 { to_spread / from_spread } else { 0.0 };
        ((f64::from(*value) - from) * stretch + to).round().clamp(0.0, 255.0) as u8
    };
    Rgb8 { data: source.data.iter().enumerate().map(sample).collect(), ..source.clone() }
}

/// Mean and standard deviation of a band.
fn moments(image: &Rgb8, band: usize) -> (f64, f64) {
    let values = || image.data.iter().skip(band).step_by(3).map(|value| f64::from(*value));
    let count = values().count().max(1) as f64;
    let mean = values().sum::<f64>() / count;
    let variance = values().map(|value| (value - mean).powi(2)).sum::<f64>() / count;
    (mean, variance.sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn image(of: impl Fn(usize, usize) -> u8) -> Rgb8 {
        Rgb8 { width: 4, height: 2, data: (0..24).map(|at| of(at / 3, at % 3)).collect() }
    }

    #[test]
    fn colours_are_the_targets_and_shapes_the_sources() {
        let source = image(|pixel, band| if pixel % 2 == 0 { 40 } else { 60 + 10 * band as u8 });
        let target = image(|pixel, _| if pixel < 4 { 100 } else { 140 });
        let found = recoloured(&source, &target);
        // Mean 120 and spread 20 in every band, on the source's own pattern.
        assert_eq!(found, image(|pixel, _| if pixel % 2 == 0 { 100 } else { 140 }));
        assert_eq!(recoloured(&source, &source), source);
        assert_eq!(recoloured(&image(|_, _| 7), &target), image(|_, _| 120));
    }
}

//! Differences of pixels: L1, L2, PSNR, SSIM.

use crate::edit::{Gray8, Rgb8};

/// Side of SSIM's Gaussian window, px, and its spread (Wang et al. 2004).
const WINDOW: usize = 11;
const SPREAD: f64 = 1.5;
/// SSIM's constants for samples in 0…1.
const C1: f64 = 0.0001;
const C2: f64 = 0.0009;
/// PSNR of equal images: infinite otherwise, and a mean over pairs would say nothing.
pub const MOST_PSNR: f64 = 100.0;

/// Mean difference and mean squared difference of samples in 0…1, where `mask` says (all pixels without one). None when it says nowhere.
#[must_use]
pub fn differences(a: &Rgb8, b: &Rgb8, mask: Option<&dyn Fn(usize) -> bool>) -> Option<(f64, f64)> {
    let (mut sum, mut squares, mut count) = (0.0, 0.0, 0_u64);
    for (pixel, (a, b)) in a.data.chunks_exact(3).zip(b.data.chunks_exact(3)).enumerate() {
        if mask.is_some_and(|inside| !inside(pixel)) {
            continue;
        }
        for (a, b) in a.iter().zip(b) {
            let difference = (f64::from(*a) - f64::from(*b)).abs() / 255.0;
            sum += difference;
            squares += difference * difference;
            count += 1;
        }
    }
    (count > 0).then(|| (sum / count as f64, squares / count as f64))
}

/// Whether a pixel of a mask may have changed.
pub fn inside(mask: &Gray8) -> impl Fn(usize) -> bool + '_ {
    |pixel| mask.data.get(pixel).is_some_and(|value| *value >= 128)
}

/// Peak signal to noise of a mean squared difference, dB.
#[must_use]
pub fn psnr(l2: f64) -> f64 {
    if l2 > 0.0 { (-10.0 * l2.log10()).min(MOST_PSNR) } else { MOST_PSNR }
}

/// Structural similarity: Gaussian window of 11 px and spread 1.5, population variances, mean over bands and over the pixels whose window lies
/// in the image (as scikit-image with `gaussian_weights=True, sigma=1.5, use_sample_covariance=False`). None below 11 px a side.
#[must_use]
pub fn ssim(a: &Rgb8, b: &Rgb8) -> Option<f64> {
    let (width, height) = (a.width, a.height);
    if width < WINDOW || height < WINDOW || (b.width, b.height) != (width, height) {
        return None;
    }
    let half = WINDOW / 2;
    let weights: Vec<f64> =
        (0..WINDOW).map(|at| (-(at as f64 - half as f64).powi(2) / (2.0 * SPREAD * SPREAD)).exp()).collect();
    let total: f64 = weights.iter().sum();
    let weights: Vec<f64> = weights.into_iter().map(|weight| weight / total).collect();
    let smooth = |image: &[f64]| -> Vec<f64> {
        let mut across = vec![0.0; (width - 2 * half) * height];
        for (row, line) in image.chunks_exact(width).enumerate() {
            for col in 0..width - 2 * half {
                across[row * (width - 2 * half) + col] =
                    weights.iter().zip(&line[col..]).map(|(weight, value)| weight * value).sum();
            }
        }
        let stride = width - 2 * half;
        let mut down = vec![0.0; stride * (height - 2 * half)];
        for row in 0..height - 2 * half {
            for col in 0..stride {
                down[row * stride + col] =
                    (0..WINDOW).map(|at| weights[at] * across[(row + at) * stride + col]).sum();
            }
        }
        down
    };
    let mut sum = 0.0;
    let mut count = 0;
    for band in 0..3 {
        let plane = |image: &Rgb8| -> Vec<f64> {
            image.data.iter().skip(band).step_by(3).map(|value| f64::from(*value) / 255.0).collect()
        };
        let (x, y) = (plane(a), plane(b));
        let product = |p: &[f64], q: &[f64]| -> Vec<f64> { p.iter().zip(q).map(|(p, q)| p * q).collect() };
        let (mx, my) = (smooth(&x), smooth(&y));
        let (xx, yy, xy) = (smooth(&product(&x, &x)), smooth(&product(&y, &y)), smooth(&product(&x, &y)));
        for at in 0..mx.len() {
            let (mx, my) = (mx[at], my[at]);
            let (vx, vy, cov) = (xx[at] - mx * mx, yy[at] - my * my, xy[at] - mx * my);
            sum += ((2.0 * mx * my + C1) * (2.0 * cov + C2)) / ((mx * mx + my * my + C1) * (vx + vy + C2));
            count += 1;
        }
    }
    Some(sum / f64::from(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn image(of: impl Fn(usize) -> u8) -> Rgb8 {
        Rgb8 { width: 16, height: 16, data: (0..16 * 16 * 3).map(of).collect() }
    }

    #[test]
    fn known_differences() {
        let (black, grey) = (image(|_| 0), image(|_| 51));
        let (l1, l2) = differences(&black, &grey, None).unwrap();
        assert!((l1 - 0.2).abs() < 1e-12 && (l2 - 0.04).abs() < 1e-12);
        assert!((psnr(l2) - 13.979_400).abs() < 1e-6 && psnr(0.0) == MOST_PSNR);
        let half = Gray8 {
            width: 16,
            height: 16,
            data: (0..256).map(|at| if at < 128 { 255 } else { 0 }).collect(),
        };
        let mixed = image(|at| if at / 3 < 128 { 51 } else { 0 });
        assert!((differences(&black, &mixed, Some(&inside(&half))).unwrap().0 - 0.2).abs() < 1e-12);
        assert_eq!(differences(&black, &mixed, Some(&|pixel| !inside(&half)(pixel))).unwrap().0, 0.0);
        assert_eq!(differences(&black, &mixed, Some(&|_| false)), None);
    }

    #[test]
    fn ssim_of_flat_images_is_that_of_their_means() {
        let (a, b) = (image(|_| 51), image(|_| 102));
        let wanted = (2.0 * 0.2 * 0.4 + C1) / (0.04 + 0.16 + C1);
        assert!((ssim(&a, &b).unwrap() - wanted).abs() < 1e-9);
        let noisy = image(|at| (at * 37 % 251) as u8);
        assert!((ssim(&noisy, &noisy).unwrap() - 1.0).abs() < 1e-12);
        assert!(ssim(&noisy, &a).unwrap() < 0.2);
    }
}

//! F1 of building damage as xView2 counts it: one confusion matrix over the whole set, then the harmonic mean over the classes.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::edit::Gray8;
use crate::pixels::{PixelError, read_gray};

/// Pixels of unknown damage.
pub const IGNORED: u8 = 255;
/// Added to each F1 before it divides (xView2).
const EPS: f64 = 1e-6;

/// Why a true mask cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum MaskError {
    /// The file cannot be read.
    #[error(transparent)]
    Pixels(#[from] PixelError),
    /// A value is no class of damage.
    #[error("{}: {value} is no class of damage; wanted 0 to 4, or {IGNORED}", path.display())]
    Class {
        /// The file.
        path: PathBuf,
        /// The first such value.
        value: u8,
    },
}

/// Reads a true mask (0 none, 1 undamaged … 4 destroyed, 255 unknown).
///
/// # Errors
/// When the file is no mask of one band, or holds another value.
pub fn read_truth(path: &Path) -> Result<Gray8, MaskError> {
    let mask = read_gray(path)?;
    match mask.data.iter().find(|class| (5..IGNORED).contains(*class)) {
        Some(&value) => Err(MaskError::Class { path: path.to_owned(), value }),
        None => Ok(mask),
    }
}

/// Counts of pixels, over a whole set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Damage {
    /// `[true class][predicted class]`, of pixels whose true class is a building's and known.
    confusion: [[u64; 5]; 5],
    /// Building where one is, building where none is, none where one is.
    hits: u64,
    false_hits: u64,
    misses: u64,
}

/// Scores, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct DamageScores {
    /// F1 of finding buildings.
    pub localisation: f64,
    /// F1 of the classes undamaged, minor, major, destroyed.
    pub classes: [f64; 4],
    /// Their harmonic mean.
    pub damage: f64,
    /// 0.3 · localisation + 0.7 · damage.
    pub overall: f64,
}

impl Damage {
    /// Adds a pair: the true mask and the predicted one (0 none, 1 undamaged … 4 destroyed; in the truth 255 = unknown). A pixel that the
    /// prediction takes for no building counts as class 0 there. Returns false, and adds nothing, when their sizes differ or a predicted class is
    /// above 4.
    pub fn add(&mut self, truth: &Gray8, predicted: &Gray8) -> bool {
        let fits = truth.data.len() == predicted.data.len() && truth.width == predicted.width;
        if !fits || predicted.data.iter().any(|class| *class > 4) {
            return false;
        }
        for (truth, predicted) in truth.data.iter().zip(&predicted.data) {
            let predicted = usize::from(*predicted);
            match (*truth > 0, predicted > 0) {
                (true, true) => self.hits += 1,
                (false, true) => self.false_hits += 1,
                (true, false) => self.misses += 1,
                (false, false) => {}
            }
            if (1..=4).contains(truth) {
                self.confusion[usize::from(*truth)][predicted] += 1;
            }
        }
        true
    }

    /// The scores of what was added.
    #[must_use]
    pub fn scores(&self) -> DamageScores {
        let f1 = |hits: u64, false_hits: u64, misses: u64| {
            let all = 2 * hits + false_hits + misses;
            if all == 0 { 0.0 } else { 2.0 * hits as f64 / all as f64 }
        };
        let class = |class: usize| {
            let hits = self.confusion[class][class];
            let row: u64 = self.confusion[class].iter().sum();
            let column: u64 = self.confusion.iter().map(|row| row[class]).sum();
            f1(hits, column - hits, row - hits)
        };
        let classes = [class(1), class(2), class(3), class(4)];
        let damage = 4.0 / classes.iter().map(|f1| 1.0 / (f1 + EPS)).sum::<f64>();
        let localisation = f1(self.hits, self.false_hits, self.misses);
        DamageScores { localisation, classes, damage, overall: 0.3 * localisation + 0.7 * damage }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mask(data: &[u8]) -> Gray8 {
        Gray8 { width: data.len(), height: 1, data: data.to_vec() }
    }

    #[test]
    fn a_case_by_hand() {
        let mut damage = Damage::default();
        // Two tiles: the matrix is one.
        assert!(damage.add(&mask(&[0, 1, 1, 2, 2, 3, 4, 255]), &mask(&[1, 1, 2, 2, 0, 3, 4, 4])));
        assert!(damage.add(&mask(&[1, 3, 4, 4]), &mask(&[1, 4, 4, 4])));
        let scores = damage.scores();
        // Class 1: 2 hits, 0 false (the background's 1 is not counted), 1 missed.
        assert_eq!(scores.classes[0], 2.0 * 2.0 / 5.0);
        // Class 2: 1 hit, 1 false, 1 missed (taken for background).
        assert_eq!(scores.classes[1], 2.0 / 4.0);
        // Class 3: 1 hit, 1 missed. Class 4: 3 hits, 1 false; the unknown pixel is not counted.
        assert_eq!(scores.classes[2], 2.0 / 3.0);
        assert_eq!(scores.classes[3], 6.0 / 7.0);
        let harmonic = 4.0 / [0.8, 0.5, 2.0 / 3.0, 6.0 / 7.0].iter().map(|f1| 1.0 / (f1 + 1e-6)).sum::<f64>();
        assert!((scores.damage - harmonic).abs() < 1e-15);
        // Buildings: 10 found, 1 where none is, 1 missed; unknown damage is a building.
        assert_eq!(scores.localisation, 20.0 / 22.0);
        assert!((scores.overall - (0.3 * 20.0 / 22.0 + 0.7 * harmonic)).abs() < 1e-15);
    }

    #[test]
    fn a_true_mask_holds_classes_only() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("m.png");
        let write = |data: &[u8]| crate::pixels::write_gray(&path, &mask(data)).unwrap();
        write(&[0, 1, 2, 3, 4, 255]);
        assert_eq!(read_truth(&path).unwrap(), mask(&[0, 1, 2, 3, 4, 255]));
        for value in [5, 254] {
            write(&[0, value, 255]);
            let told = read_truth(&path).unwrap_err().to_string();
            assert!(told.contains(&format!("m.png: {value} is no class")), "{told}");
        }
    }

    #[test]
    fn a_class_that_is_never_predicted_pulls_the_mean_down() {
        let mut damage = Damage::default();
        damage.add(&mask(&[1, 2, 3, 4]), &mask(&[1, 2, 3, 3]));
        let scores = damage.scores();
        assert_eq!(scores.classes[3], 0.0);
        assert!(scores.damage < 5e-6);
        let before = damage.clone();
        assert!(!damage.add(&mask(&[1]), &mask(&[1, 1])));
        assert!(!damage.add(&mask(&[4, 4]), &mask(&[4, 255])), "unknown is no prediction");
        assert_eq!(damage, before);
        assert_eq!(Damage::default().scores().damage, 4.0 / (4.0 / 1e-6));
    }
}

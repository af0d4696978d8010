//! Scenes larger than the model's tile: overlapping windows whose predictions are blended at every step, so that one picture comes out.

use tch::{Device, Kind, Tensor};

/// Overlap of neighbouring windows as a share of their side.
const OVERLAP: usize = 4;

/// One window, in latents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// First row.
    pub row: usize,
    /// First column.
    pub col: usize,
    /// Rows.
    pub height: usize,
    /// Columns.
    pub width: usize,
}

impl Window {
    /// This part of an image `[…, h, w]`.
    pub fn of(&self, image: &Tensor) -> Tensor {
        image.narrow(-2, self.row as i64, self.height as i64).narrow(-1, self.col as i64, self.width as i64)
    }
}

/// The windows of a scene. All have one size; where there are several, weights sum to 1 at every latent.
pub struct WindowPlan {
    windows: Vec<Window>,
    /// Weights along the rows of each window row, and along the columns of each window column.
    down: Vec<Vec<f32>>,
    across: Vec<Vec<f32>>,
}

impl WindowPlan {
    /// Covers `rows` × `cols` latents with windows of at most `side` (an even number) a side.
    #[must_use]
    pub fn new(rows: usize, cols: usize, side: usize) -> Self {
        let (starts_down, down) = axis(rows, side);
        let (starts_across, across) = axis(cols, side);
        let windows = starts_down
            .iter()
            .flat_map(|row| {
                starts_across.iter().map(|col| Window {
                    row: *row,
                    col: *col,
                    height: rows.min(side),
                    width: cols.min(side),
                })
            })
            .collect();
        Self { windows, down, across }
    }

    /// The windows, row by row.
    #[must_use]
    pub fn windows(&self) -> &[Window] {
        &self.windows
    }

    /// Weights of a window, `[h, w]`.
    pub fn weights(&self, number: usize, device: Device) -> Tensor {
        let count = self.across.len();
        let column = Tensor::from_slice(&self.down[number / count]).unsqueeze(1);
        let row = Tensor::from_slice(&self.across[number % count]).unsqueeze(0);
        (column * row).to_device(device).to_kind(Kind::Float)
    }
}

/// Starts of the windows along one axis, and the weights of each.
fn axis(length: usize, side: usize) -> (Vec<usize>, Vec<Vec<f32>>) {
    if length <= side {
        return (vec![0], vec![vec![1.0; length]]);
    }
    // Even, like the cells of tokens.
    let overlap = (side / OVERLAP / 2 * 2).max(2);
    let mut starts: Vec<usize> =
        (0..).map(|number| number * (side - overlap)).take_while(|start| start + side < length).collect();
    starts.push(length - side);
    let ramp = |start: usize, place: usize| -> f64 {
        let near = |distance: usize| ((distance as f64 + 0.5) / overlap as f64).min(1.0);
        let before = if start > 0 { near(place) } else { 1.0 };
        let after = if start + side < length { near(side - 1 - place) } else { 1.0 };
        before.min(after)
    };
    let mut total = vec![0.0; length];
    for start in &starts {
        for place in 0..side {
            total[start + place] += ramp(*start, place);
        }
    }
    let weights = starts
        .iter()
        .map(|start| (0..side).map(|place| (ramp(*start, place) / total[start + place]) as f32).collect())
        .collect();
    (starts, weights)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn windows_cover_the_scene_and_their_weights_sum_to_one(rows in 1_usize..90, cols in 1_usize..90, side in 2_usize..20) {
            let (rows, cols, side) = (rows * 2, cols * 2, side * 4);
            let plan = WindowPlan::new(rows, cols, side);
            let sum = Tensor::zeros([rows as i64, cols as i64], (Kind::Float, Device::Cpu));
            for (number, window) in plan.windows().iter().enumerate() {
                prop_assert!(window.row % 2 == 0 && window.col % 2 == 0);
                prop_assert!(window.row + window.height <= rows && window.col + window.width <= cols);
                prop_assert_eq!((window.height, window.width), (rows.min(side), cols.min(side)));
                let mut part = window.of(&sum);
                part += plan.weights(number, Device::Cpu);
            }
            let worst = (sum - 1.0).abs().max().double_value(&[]);
            prop_assert!(worst < 1e-5, "{}", worst);
        }
    }
}

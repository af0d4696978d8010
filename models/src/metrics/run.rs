//! What all encoders do around their network: batches, features of length 1, failures as errors.

use rayon::prelude::*;
use tch::{Device, Kind, Tensor, no_grad};

use super::encoder::{MetricError, NetInfo};
use super::preprocess::Preprocess;
use crate::edit::Rgb8;
use crate::edit::editor::guarded;

/// Images that go through a network at once.
const BATCH: usize = 16;

/// Features of images, `[B, D]`, of length 1, on the CPU.
pub(super) fn images(
    info: &NetInfo,
    preprocess: &Preprocess,
    device: Device,
    images: &[Rgb8],
    forward: impl Fn(&Tensor) -> Result<Tensor, MetricError>,
) -> Result<Tensor, MetricError> {
    let [height, width] = preprocess.output().map(|side| side as i64);
    let mut features = Vec::new();
    for (place, batch) in images.chunks(BATCH).enumerate() {
        let number = |within: usize| place * BATCH + within;
        let inputs = batch
            .par_iter()
            .enumerate()
            .map(|(within, image)| {
                preprocess
                    .apply(image)
                    .map_err(|message| MetricError::Image { number: number(within), message })
            })
            .collect::<Result<Vec<_>, _>>()?;
        let input = Tensor::from_slice(&inputs.concat()).view([batch.len() as i64, 3, height, width]);
        let found = run(info, || forward(&input.to_device(device)))?;
        features.push(unit(info, "image", number(0), &found)?);
    }
    join(features, "image")
}

/// Features of texts whose ids are known, `[B, D]`, of length 1, on the CPU.
pub(super) fn texts<T>(
    info: &NetInfo,
    texts: &[T],
    forward: impl Fn(&T) -> Result<Tensor, MetricError>,
) -> Result<Tensor, MetricError> {
    let features = texts
        .iter()
        .enumerate()
        .map(|(number, text)| unit(info, "text", number, &run(info, || forward(text))?))
        .collect::<Result<Vec<_>, _>>()?;
    join(features, "text")
}

fn join(features: Vec<Tensor>, what: &'static str) -> Result<Tensor, MetricError> {
    if features.is_empty() { Err(MetricError::Empty(what)) } else { Ok(Tensor::cat(&features, 0)) }
}

/// Runs network code without a graph.
fn run(info: &NetInfo, work: impl FnOnce() -> Result<Tensor, MetricError>) -> Result<Tensor, MetricError> {
    guarded(|| no_grad(work))
        .map_err(|error| MetricError::Torch { name: info.name.clone(), message: error.to_string() })?
}

/// Rows of length 1.
fn unit(info: &NetInfo, what: &'static str, first: usize, features: &Tensor) -> Result<Tensor, MetricError> {
    let features = features.to_device(Device::Cpu).to_kind(Kind::Float);
    let lengths = features.square().sum_dim_intlist([-1_i64].as_slice(), true, Kind::Float).sqrt();
    let broken = (0..lengths.numel()).find(|row| {
        let length = lengths.double_value(&[*row as i64, 0]);
        !(length.is_finite() && length > 0.0)
    });
    match broken {
        Some(row) => Err(MetricError::Features { name: info.name.clone(), what, number: first + row }),
        None => Ok(features / lengths),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_without_direction_are_refused() {
        let info = NetInfo { name: "net".to_owned(), digest: String::new(), preprocessing: String::new() };
        let good = unit(&info, "image", 0, &Tensor::from_slice(&[3_f32, 4.0]).view([1, 2])).unwrap();
        assert_eq!(Vec::<f32>::try_from(good.view([-1])).unwrap(), [0.6, 0.8]);
        for bad in [[0_f32, 0.0], [f32::NAN, 1.0], [f32::INFINITY, 1.0]] {
            let rows = Tensor::from_slice(&[1.0, 0.0, bad[0], bad[1]]).view([2, 2]);
            match unit(&info, "image", 16, &rows) {
                Err(MetricError::Features { number: 17, .. }) => {}
                other => panic!("{bad:?}: {other:?}"),
            }
        }
    }

    #[test]
    fn failures_of_the_library_become_errors() {
        let info = NetInfo { name: "net".to_owned(), digest: String::new(), preprocessing: String::new() };
        let wrong = || Ok(Tensor::from_slice(&[1_f32, 2.0]).view([3, 5]));
        assert!(matches!(run(&info, wrong), Err(MetricError::Torch { .. })));
    }
}

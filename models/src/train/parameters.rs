//! Weights that are trained: 32-bit master copies by name.

use std::collections::BTreeMap;
use std::path::Path;

use tch::{Device, Kind, Tensor};

use crate::weights::{WeightError, Weights};

/// Tensors by name.
pub type Tensors = BTreeMap<String, Tensor>;

/// Master copies of the tensors of a network, those that are trained marked.
pub struct Parameters {
    tensors: Tensors,
}

impl Parameters {
    /// Takes tensors as master copies; `trained` says of which gradients are wanted.
    #[must_use]
    pub fn new(tensors: Tensors, trained: impl Fn(&str) -> bool) -> Self {
        let tensors = tensors
            .into_iter()
            .map(|(name, tensor)| {
                let wanted = trained(&name);
                (name, tensor.detach().to_kind(Kind::Float).contiguous().set_requires_grad(wanted))
            })
            .collect();
        Self { tensors }
    }

    /// All of them.
    #[must_use]
    pub fn tensors(&self) -> &Tensors {
        &self.tensors
    }

    /// Those that are trained, sharing their storage.
    #[must_use]
    pub fn trained(&self) -> Tensors {
        let trained = self.tensors.iter().filter(|(_, tensor)| tensor.requires_grad());
        trained.map(|(name, tensor)| (name.clone(), tensor.shallow_clone())).collect()
    }

    /// How many numbers are trained.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.trained().values().map(|tensor| tensor.numel() as u64).sum()
    }

    /// The same in the type of the computation; gradients flow back to the master copies.
    #[must_use]
    pub fn cast(&self, kind: Kind) -> Tensors {
        cast(&self.tensors, kind)
    }

    /// Puts values into the master copies; names that are not there are left out.
    pub fn fill(&self, values: &Tensors) {
        let _no_grad = tch::no_grad_guard();
        for (name, value) in values {
            if let Some(tensor) = self.tensors.get(name) {
                tensor.shallow_clone().copy_(value);
            }
        }
    }

    /// Copies of the values of those that are trained.
    #[must_use]
    pub fn values(&self) -> Tensors {
        self.trained().into_iter().map(|(name, tensor)| (name, tensor.detach().copy())).collect()
    }

    /// Forgets the gradients.
    pub fn zero_gradients(&self) {
        for tensor in self.tensors.values() {
            let mut gradient = tensor.grad();
            if gradient.defined() {
                let _ = gradient.detach_().zero_();
            }
        }
    }

    /// Length of all gradients together; not finite when one of them is not.
    #[must_use]
    pub fn gradient_norm(&self) -> f64 {
        let _no_grad = tch::no_grad_guard();
        let squares: Vec<Tensor> = self
            .tensors
            .values()
            .map(Tensor::grad)
            .filter(Tensor::defined)
            .map(|gradient| gradient.square().sum(Kind::Float))
            .collect();
        if squares.is_empty() {
            0.0
        } else {
            Tensor::stack(&squares, 0).sum(Kind::Double).sqrt().double_value(&[])
        }
    }

    /// Shortens the gradients to a length of at most `limit`, as `torch.nn.utils.clip_grad_norm_`.
    pub fn clip(&self, norm: f64, limit: f64) {
        let _no_grad = tch::no_grad_guard();
        let factor = limit / (norm + 1e-6);
        if factor < 1.0 {
            for mut gradient in self.tensors.values().map(Tensor::grad).filter(Tensor::defined) {
                let _ = gradient.g_mul_scalar_(factor);
            }
        }
    }
}

/// Tensors in the type of the computation.
#[must_use]
pub fn cast(tensors: &Tensors, kind: Kind) -> Tensors {
    tensors.iter().map(|(name, tensor)| (name.clone(), tensor.to_kind(kind))).collect()
}

/// Copies of all tensors of a component of a model folder, 32 bit.
///
/// # Errors
/// When its files are missing or do not hold these names and shapes.
pub fn read(weights: Weights<'_>, shapes: &BTreeMap<String, Vec<i64>>) -> Result<Tensors, WeightError> {
    let root = weights.root();
    let tensors = shapes.iter().map(|(name, shape)| (name.clone(), root.get(name, shape).copy())).collect();
    weights.finish()?;
    Ok(tensors)
}

/// All tensors of one file in 32 bit, on a device.
///
/// # Errors
/// When it is missing or broken.
pub fn read_file(path: &Path, device: Device) -> Result<Tensors, WeightError> {
    let shapes = crate::weights::header(path)?;
    read(Weights::open_renamed(path, &crate::weights::keep, device, Kind::Float)?, &shapes)
}

/// Running mean of weights: `decay` of the old, the rest of the new; less at the start, so that the first values are soon forgotten.
pub fn average(mean: &Tensors, now: &Tensors, decay: f64, steps: u64) {
    let _no_grad = tch::no_grad_guard();
    let decay = decay.min((1 + steps) as f64 / (10 + steps) as f64);
    for (name, tensor) in now {
        if let Some(mean) = mean.get(name) {
            let _ = mean.shallow_clone().lerp_(tensor, 1.0 - decay);
        }
    }
}

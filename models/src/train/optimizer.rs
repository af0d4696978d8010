//! AdamW and Prodigy over named tensors, with a state that can be stored.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use tch::{Kind, Tensor};

/// Which optimizer, and its constants.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(tag = "name", rename_all = "snake_case")]
pub enum Rule {
    /// Adam with decoupled weight decay (Loshchilov & Hutter 2019), as `torch.optim.AdamW`.
    AdamW {
        /// Decay of the mean of gradients.
        beta1: f64,
        /// Decay of the mean of their squares.
        beta2: f64,
        /// Added to the root.
        eps: f64,
        /// Share of the learning rate that is taken off each weight.
        weight_decay: f64,
    },
    /// Adam that finds its own step size (Mishchenko & Defazio 2024, algorithm 4), as `prodigyopt` 1.1 with bias correction and
    /// safeguarded warm-up; the learning rate is a factor of the step found, 1 as a rule.
    Prodigy {
        /// Decay of the mean of gradients.
        beta1: f64,
        /// Decay of the mean of their squares.
        beta2: f64,
        /// Added to the root, times the step size.
        eps: f64,
        /// Share of the step that is taken off each weight.
        weight_decay: f64,
        /// First guess of the step size.
        d0: f64,
    },
}

impl Rule {
    /// PyTorch's defaults.
    #[must_use]
    pub fn adamw() -> Self {
        Self::AdamW { beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0.01 }
    }

    /// ICEdit's: Prodigy with its defaults and weight decay 0.01.
    #[must_use]
    pub fn prodigy() -> Self {
        Self::Prodigy { beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0.01, d0: 1e-6 }
    }

    /// The learning rate that goes with it unless the user says otherwise.
    #[must_use]
    pub fn default_rate(self) -> f64 {
        match self {
            Self::AdamW { .. } => 4e-4,
            Self::Prodigy { .. } => 1.0,
        }
    }
}

/// Numbers of the state that are no tensors.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Numbers {
    /// Updates made.
    pub steps: u64,
    /// Prodigy's step size: its largest estimate so far.
    pub d: f64,
    /// Numerator of its estimate.
    pub numerator: f64,
}

/// An optimizer with its state.
pub struct Optimizer {
    rule: Rule,
    numbers: Numbers,
    /// By parameter and role: `mean`, `square`, and Prodigy's `sum` and `start`.
    state: BTreeMap<String, Tensor>,
}

impl Optimizer {
    /// A new one.
    #[must_use]
    pub fn new(rule: Rule) -> Self {
        let d = match rule {
            Rule::AdamW { .. } => 1.0,
            Rule::Prodigy { d0, .. } => d0,
        };
        Self { rule, numbers: Numbers { steps: 0, d, numerator: 0.0 }, state: BTreeMap::new() }
    }

    /// One that goes on.
    #[must_use]
    pub fn restored(rule: Rule, numbers: Numbers, state: BTreeMap<String, Tensor>) -> Self {
        Self { rule, numbers, state }
    }

    /// Its numbers.
    #[must_use]
    pub fn numbers(&self) -> Numbers {
        self.numbers
    }

    /// Its tensors.
    #[must_use]
    pub fn state(&self) -> &BTreeMap<String, Tensor> {
        &self.state
    }

    /// Step size that the next update uses, beside the learning rate: 1 for AdamW.
    #[must_use]
    pub fn step_size(&self) -> f64 {
        self.numbers.d
    }

    /// One update of all parameters that have a gradient.
    pub fn step(&mut self, parameters: &BTreeMap<String, Tensor>, rate: f64) {
        let _no_grad = tch::no_grad_guard();
        let with_gradient: Vec<(&String, Tensor, Tensor)> = parameters
            .iter()
            .filter_map(|(name, tensor)| {
                let gradient = tensor.grad();
                gradient.defined().then(|| (name, tensor.shallow_clone(), gradient))
            })
            .collect();
        match self.rule {
            Rule::AdamW { beta1, beta2, eps, weight_decay } => {
                self.numbers.steps += 1;
                let steps = self.numbers.steps as i32;
                let (first, second) = (1.0 - beta1.powi(steps), 1.0 - beta2.powi(steps));
                for (name, mut weight, gradient) in with_gradient {
                    let mut mean = self.slot(name, "mean", &weight);
                    let mut square = self.slot(name, "square", &weight);
                    let _ = weight.g_mul_scalar_(1.0 - rate * weight_decay);
                    let _ = mean.lerp_(&gradient, 1.0 - beta1);
                    let _ = square.g_mul_scalar_(beta2);
                    square += gradient.square() * (1.0 - beta2);
                    let root = square.sqrt() / second.sqrt() + eps;
                    weight -= &mean / root * (rate / first);
                }
            }
            Rule::Prodigy { beta1, beta2, eps, weight_decay, d0 } => {
                let (d, beta3) = (self.numbers.d, beta2.sqrt());
                let count = self.numbers.steps as i32 + 1;
                let correction = (1.0 - beta2.powi(count)).sqrt() / (1.0 - beta1.powi(count));
                let moved = d * rate * correction;
                let (mut numerator, mut denominator) = (self.numbers.numerator * beta3, 0.0);
                for (name, weight, gradient) in &with_gradient {
                    let start = self.start(name, weight);
                    let mut mean = self.slot(name, "mean", weight);
                    let mut square = self.slot(name, "square", weight);
                    let mut sum = self.slot(name, "sum", weight);
                    let along = gradient.flatten(0, -1).dot(&(start - weight).flatten(0, -1));
                    numerator += d / d0 * moved * along.double_value(&[]);
                    let _ = mean.g_mul_scalar_(beta1);
                    mean += gradient * (d * (1.0 - beta1));
                    let _ = square.g_mul_scalar_(beta2);
                    square += gradient.square() * (d * d * (1.0 - beta2));
                    let _ = sum.g_mul_scalar_(beta3);
                    sum += gradient * (d / d0 * d);
                    denominator += sum.abs().sum(Kind::Float).double_value(&[]);
                }
                // No gradient anywhere: nothing is learnt, nothing moves.
                if denominator == 0.0 {
                    return;
                }
                let next = d.max(numerator / denominator);
                self.numbers = Numbers { steps: self.numbers.steps + 1, d: next, numerator };
                for (name, mut weight, _) in with_gradient {
                    let mean = self.slot(name, "mean", &weight);
                    let root = self.slot(name, "square", &weight).sqrt() + next * eps;
                    let _ = weight.g_mul_scalar_(1.0 - weight_decay * moved);
                    weight -= mean / root * moved;
                }
            }
        }
    }

    /// A tensor of the state; zeros at first.
    fn slot(&mut self, name: &str, role: &str, like: &Tensor) -> Tensor {
        let entry = self.state.entry(format!("{name}:{role}"));
        entry.or_insert_with(|| like.zeros_like()).shallow_clone()
    }

    /// Where a weight was at the first update.
    fn start(&mut self, name: &str, weight: &Tensor) -> Tensor {
        let entry = self.state.entry(format!("{name}:start"));
        entry.or_insert_with(|| weight.copy()).shallow_clone()
    }
}

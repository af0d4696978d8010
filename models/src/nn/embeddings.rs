//! The sinusoid of timestep and guidance, with the rounding that the reference has.

use tch::{Device, Kind, Tensor};

use super::Linear;
use crate::weights::Scope;

/// Channels of the sinusoid (diffusers 0.37, `CombinedTimestepGuidanceTextProjEmbeddings`).
const CHANNELS: i64 = 256;

/// What enters the sinusoid for a timestep: σ·1000, divided and multiplied by 1000 again, rounded to the network's type each time
/// (so a bf16 network sees 932 for σ = 0.93055).
pub fn timestep_values(sigmas: &[f64], kind: Kind, device: Device) -> Tensor {
    let thousand: Vec<f32> = sigmas.iter().map(|sigma| (sigma * 1000.0) as f32).collect();
    Tensor::from_slice(&thousand).to_device(device).to_kind(kind) / 1000.0 * 1000.0
}

/// What enters the sinusoid for a guidance: rounded to the network's type, then times 1000, rounded again (50 becomes 49920 in bf16).
pub fn guidance_values(guidance: &[f64], kind: Kind, device: Device) -> Tensor {
    let plain: Vec<f32> = guidance.iter().map(|value| *value as f32).collect();
    Tensor::from_slice(&plain).to_device(device).to_kind(kind) * 1000.0
}

/// `[B]` → `[B, 256]`, f32: cosines of 128 frequencies, then sines.
pub fn sinusoid(values: &Tensor) -> Tensor {
    let half = CHANNELS / 2;
    let frequencies =
        (Tensor::arange(half, (Kind::Float, values.device())) * (-(10_000_f64.ln()) / half as f64)).exp();
    let angles = values.to_kind(Kind::Float).unsqueeze(1) * frequencies.unsqueeze(0);
    Tensor::cat(&[angles.cos(), angles.sin()], 1)
}

/// Linear → SiLU → linear.
pub struct EmbeddingMlp {
    first: Linear,
    second: Linear,
}

impl EmbeddingMlp {
    /// `input` → `width` → `width`.
    #[must_use]
    pub fn new(scope: &Scope<'_>, input: i64, width: i64) -> Self {
        Self {
            first: Linear::new(&scope.sub("linear_1"), input, width),
            second: Linear::new(&scope.sub("linear_2"), width, width),
        }
    }

    /// For the sinusoid above.
    #[must_use]
    pub fn of_sinusoid(scope: &Scope<'_>, width: i64) -> Self {
        Self::new(scope, CHANNELS, width)
    }

    /// Applies it.
    pub fn forward(&self, x: &Tensor) -> Tensor {
        self.second.forward(&self.first.forward(x).silu())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guidance_and_timestep_round_as_the_reference() {
        let values = |tensor: Tensor| Vec::<f64>::try_from(tensor.to_kind(Kind::Double)).unwrap();
        let guidance = values(guidance_values(&[50.0, 30.0, 3.5, 1.0], Kind::BFloat16, Device::Cpu));
        assert_eq!(guidance, [49920.0, 29952.0, 3504.0, 1000.0]);
        let steps = values(timestep_values(
            &[1.0, 0.98368, 0.96670, 0.94900, 0.93055, 0.91128],
            Kind::BFloat16,
            Device::Cpu,
        ));
        assert_eq!(steps, [1000.0, 984.0, 968.0, 948.0, 932.0, 912.0]);
    }

    #[test]
    fn sinusoid_has_cosines_first() {
        let table = sinusoid(&Tensor::from_slice(&[1000_f32, 49920.0]));
        let at = |row: i64, channel: i64| table.double_value(&[row, channel]);
        for (row, channel, expected) in [
            (0, 0, 0.562_379),
            (0, 1, 0.789_615),
            (0, 64, -0.839_072),
            (0, 128, 0.826_880),
            (1, 0, 0.995_703),
            (1, 127, 0.606_820),
            (1, 128, 0.092_602),
        ] {
            assert!((at(row, channel) - expected).abs() < 2e-4, "[{row}, {channel}] {}", at(row, channel));
        }
    }
}

//! Rotary position embedding over several axes, as FLUX uses it: interleaved pairs, angles in 64 bit.

use tch::{Device, Kind, Tensor};

/// Cosines and sines `[L, Σ axes]`, f32; each angle stands twice, for the two channels of its pair.
pub struct Rope {
    cos: Tensor,
    sin: Tensor,
}

impl Rope {
    /// Tables for token ids `ids[L][axis]` with so many channels per axis; θ is the base.
    #[must_use]
    pub fn new(ids: &[Vec<f64>], axes: &[i64], theta: f64, device: Device) -> Self {
        let mut cos = Vec::new();
        let mut sin = Vec::new();
        for id in ids {
            for (position, channels) in id.iter().zip(axes) {
                for pair in 0..channels / 2 {
                    let angle = position * theta.powf(-2.0 * pair as f64 / *channels as f64);
                    let (s, c) = angle.sin_cos();
                    cos.extend([c as f32, c as f32]);
                    sin.extend([s as f32, s as f32]);
                }
            }
        }
        let width: i64 = axes.iter().sum();
        let shape = [ids.len() as i64, width];
        Self {
            cos: Tensor::from_slice(&cos).view(shape).to_device(device),
            sin: Tensor::from_slice(&sin).view(shape).to_device(device),
        }
    }

    /// Cosines and sines, `[L, Σ axes]` each.
    pub fn tables(&self) -> (&Tensor, &Tensor) {
        (&self.cos, &self.sin)
    }

    /// The same tables, not copied.
    #[must_use]
    pub fn share(&self) -> Self {
        Self { cos: self.cos.shallow_clone(), sin: self.sin.shallow_clone() }
    }

    /// Rotates `[B, heads, L, d]`.
    pub fn apply(&self, x: &Tensor) -> Tensor {
        let wide = x.to_kind(Kind::Float);
        let size = wide.size();
        let mut pairs = size.clone();
        pairs.pop();
        pairs.extend([-1, 2]);
        let parts = wide.reshape(&pairs).unbind(-1);
        let rotated = Tensor::stack(&[-&parts[1], parts[0].shallow_clone()], -1).reshape(&size);
        (wide * &self.cos + rotated * &self.sin).to_kind(x.kind())
    }
}

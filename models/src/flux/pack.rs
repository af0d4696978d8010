//! Images of latents ↔ rows of tokens: each token carries a cell of 2 × 2 latents.

use tch::Tensor;

/// `[B, C, h, w]` → `[B, h/2·w/2, 4·C]`; channel = `c·4 + row·2 + col` within the cell.
pub fn pack(x: &Tensor) -> Tensor {
    let (batch, channels, height, width) = x.size4().unwrap_or((0, 0, 0, 0));
    x.reshape([batch, channels, height / 2, 2, width / 2, 2]).permute([0, 2, 4, 1, 3, 5]).reshape([
        batch,
        (height / 2) * (width / 2),
        channels * 4,
    ])
}

/// The inverse of [`pack`] for latents of `height` × `width`.
pub fn unpack(x: &Tensor, height: i64, width: i64) -> Tensor {
    let (batch, _, channels) = x.size3().unwrap_or((0, 0, 0));
    x.reshape([batch, height / 2, width / 2, channels / 4, 2, 2]).permute([0, 3, 1, 4, 2, 5]).reshape([
        batch,
        channels / 4,
        height,
        width,
    ])
}

/// A mask `[B, 1, H, W]` px → `[B, 64, H/8, W/8]`: the 8 × 8 px under each latent become its channels (row · 8 + column).
pub fn mask_cells(mask: &Tensor) -> Tensor {
    let (batch, _, height, width) = mask.size4().unwrap_or((0, 0, 0, 0));
    mask.reshape([batch, height / 8, 8, width / 8, 8]).permute([0, 2, 4, 1, 3]).reshape([
        batch,
        64,
        height / 8,
        width / 8,
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use tch::{Device, Kind};

    #[test]
    fn unpack_undoes_pack_and_channels_lie_as_documented() {
        let x = Tensor::arange(2 * 3 * 4 * 6, (Kind::Float, Device::Cpu)).reshape([2, 3, 4, 6]);
        let packed = pack(&x);
        assert_eq!(packed.size(), [2, 6, 12]);
        assert_eq!(unpack(&packed, 4, 6), x);
        // Token 4 is row 1, column 1 of the 2 × 3 grid; channel 1·4 + 1·2 + 0 is latent channel 1 at (3, 2).
        assert_eq!(packed.double_value(&[0, 4, 6]), x.double_value(&[0, 1, 3, 2]));
        let mask = Tensor::arange(16 * 32, (Kind::Float, Device::Cpu)).reshape([1, 1, 16, 32]);
        let packed = pack(&mask_cells(&mask));
        assert_eq!(packed.size(), [1, 2, 256]);
        // Pixel (row 9, col 18): latent (1, 2), cell (1, 2) → channel 1·8 + 2 = 10; token 1, in-cell (1, 0) → 10·4 + 2.
        assert_eq!(packed.double_value(&[0, 1, 42]), mask.double_value(&[0, 0, 9, 18]));
    }
}

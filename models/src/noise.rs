//! Noise addressed by place: Philox4x32-10 and Box–Muller.
//!
//! Every value depends on the seed and on its position in the source raster only, so neighbouring tiles agree where they overlap and a
//! tile does not depend on what else was asked for. (J. K. Salmon et al., “Parallel random numbers: as easy as 1, 2, 3”, SC 2011.)

/// Position of one latent value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Latent row (8 px) in the source raster; two's complement when above its origin.
    pub row: u32,
    /// Latent column in the source raster.
    pub col: u32,
    /// Latent channel.
    pub channel: u16,
    /// 0: left half of the diptych; 1: right half.
    pub half: u8,
    /// 0: the question itself; from 1: rows of examples.
    pub example_row: u8,
    /// Candidate of the early filter.
    pub candidate: u32,
}

/// Ten rounds of Philox4x32.
#[must_use]
pub fn philox(key: [u32; 2], counter: [u32; 4]) -> [u32; 4] {
    const M: [u64; 2] = [0xD251_1F53, 0xCD9E_8D57];
    const W: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];
    let (mut key, mut c) = (key, counter);
    for round in 0..10 {
        if round > 0 {
            key = [key[0].wrapping_add(W[0]), key[1].wrapping_add(W[1])];
        }
        let (a, b) = (M[0] * u64::from(c[0]), M[1] * u64::from(c[2]));
        c = [(b >> 32) as u32 ^ c[1] ^ key[0], b as u32, (a >> 32) as u32 ^ c[3] ^ key[1], a as u32];
    }
    c
}

/// One value of the standard normal distribution.
#[must_use]
pub fn gaussian(seed: u64, place: Place) -> f32 {
    let third = u32::from(place.channel) | u32::from(place.half) << 16 | u32::from(place.example_row) << 24;
    let bits = philox([seed as u32, (seed >> 32) as u32], [place.row, place.col, third, place.candidate]);
    let unit = |word: u32| (f64::from(word) + 0.5) / 4_294_967_296.0;
    ((-2.0 * unit(bits[0]).ln()).sqrt() * (std::f64::consts::TAU * unit(bits[1])).cos()) as f32
}

/// An area of latents, and what it is of.
#[derive(Debug, Clone, Copy)]
pub struct Area<'a> {
    /// (column, row) of its first pixel in the source raster, px.
    pub origin: [i64; 2],
    /// Rows of latents.
    pub rows: usize,
    /// Columns of latents.
    pub cols: usize,
    /// Halves side by side, all at the same place: 0 = source, 1 = target.
    pub halves: &'a [u8],
    /// 0: the question itself; from 1: rows of examples.
    pub example_row: u8,
}

/// Noise of an area, `[channels, rows, halves · cols]` flattened.
#[must_use]
pub fn image(seed: u64, channels: usize, area: &Area<'_>, candidate: u32) -> Vec<f32> {
    let at = |origin: i64, offset: usize| origin.div_euclid(8).wrapping_add(offset as i64) as u32;
    let mut values = Vec::with_capacity(channels * area.rows * area.cols * area.halves.len());
    for channel in 0..channels {
        for row in 0..area.rows {
            for half in area.halves {
                for col in 0..area.cols {
                    let place = Place {
                        row: at(area.origin[1], row),
                        col: at(area.origin[0], col),
                        channel: channel as u16,
                        half: *half,
                        example_row: area.example_row,
                        candidate,
                    };
                    values.push(gaussian(seed, place));
                }
            }
        }
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_answers() {
        // Random123's known-answer file, philox4x32 with 10 rounds.
        assert_eq!(philox([0, 0], [0; 4]), [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]);
        assert_eq!(
            philox([u32::MAX; 2], [u32::MAX; 4]),
            [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
        );
        let pi = philox([0xa409_3822, 0x299f_31d0], [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344]);
        assert_eq!(pi, [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]);
    }

    fn diptych(
        seed: u64,
        origin: [i64; 2],
        channels: usize,
        rows: usize,
        cols: usize,
        candidate: u32,
    ) -> Vec<f32> {
        image(seed, channels, &Area { origin, rows, cols, halves: &[0, 1], example_row: 0 }, candidate)
    }

    #[test]
    fn neighbours_agree_where_they_overlap() {
        let a = diptych(7, [0, 0], 16, 32, 32, 0);
        let b = diptych(7, [224, 0], 16, 32, 32, 0);
        // Column 28 of a tile at 0 px is column 0 of a tile at 224 px.
        for half in 0..2 {
            assert_eq!(a[half * 32 + 28], b[half * 32]);
        }
        assert_ne!(a[28], a[32 + 28]);
        assert_ne!(diptych(8, [0, 0], 1, 4, 4, 0), diptych(7, [0, 0], 1, 4, 4, 0));
        assert_eq!(diptych(7, [-32, -16], 1, 4, 8, 0)[2 * 16 + 4], a[0]);
    }

    #[test]
    fn it_is_normal() {
        let values = diptych(3, [4096, 1024], 16, 64, 64, 1);
        let count = values.len() as f64;
        let mean = values.iter().map(|v| f64::from(*v)).sum::<f64>() / count;
        let variance = values.iter().map(|v| f64::from(*v).powi(2)).sum::<f64>() / count;
        let beyond = values.iter().filter(|v| v.abs() > 1.96).count() as f64 / count;
        assert!(
            mean.abs() < 0.01 && (variance - 1.0).abs() < 0.02 && (beyond - 0.05).abs() < 0.003,
            "{mean} {variance} {beyond}"
        );
    }
}

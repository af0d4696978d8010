//! Randomness that depends on the seed alone: a small generator for choices, lattice noise for textures.

use super::geometry::Point;

/// SplitMix64. Each stage of a scene draws from its own stream, so a change to one leaves the others alone.
#[derive(Debug, Clone)]
pub(crate) struct Rng(u64);

impl Rng {
    /// The stream `name` of `seed`.
    pub(crate) fn stream(seed: u64, name: &str) -> Self {
        // FNV-1a spreads the name; the generator's own finaliser does the rest.
        let tag = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        let mut rng = Self(seed ^ tag);
        rng.next();
        rng
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Uniform in [0, 1).
    pub(crate) fn unit(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1_u32 << 24) as f32
    }

    /// Uniform in [low, high).
    pub(crate) fn range(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.unit()
    }

    /// True with probability `p`.
    pub(crate) fn chance(&mut self, p: f32) -> bool {
        self.unit() < p
    }

    /// −1 or 1.
    pub(crate) fn sign(&mut self) -> f32 {
        if self.chance(0.5) { 1.0 } else { -1.0 }
    }

    /// A seed for lattice noise.
    pub(crate) fn seed(&mut self) -> u32 {
        (self.next() >> 32) as u32
    }

    /// One of `choices`, which is never empty.
    pub(crate) fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[(self.next() % choices.len() as u64) as usize]
    }

    /// Roughly normal: mean 0, standard deviation 1, never beyond ±3.5.
    pub(crate) fn bell(&mut self) -> f32 {
        (self.unit() + self.unit() + self.unit() + self.unit() - 2.0) * 1.732
    }
}

/// A value in [−1, 1) for a lattice point.
pub(crate) fn lattice(x: i32, y: i32, seed: u32) -> f32 {
    let mut h = (x as u32).wrapping_mul(0x8da6_b343)
        ^ (y as u32).wrapping_mul(0xd816_3841)
        ^ seed.wrapping_mul(0xcb1a_b31f);
    h = (h ^ (h >> 15)).wrapping_mul(0x2c1b_3c6d);
    h = (h ^ (h >> 12)).wrapping_mul(0x297a_2d39);
    h ^= h >> 15;
    (h >> 8) as f32 / (1_u32 << 23) as f32 - 1.0
}

/// Smooth noise in [−1, 1] with features of size 1.
pub(crate) fn value(x: f32, y: f32, seed: u32) -> f32 {
    // `f32::floor` is a call into the C library on processors without SSE 4.1, for which we build.
    let floor = |v: f32| {
        let whole = v as i32;
        if whole as f32 > v { whole - 1 } else { whole }
    };
    let (ix, iy) = (floor(x), floor(y));
    let (fx, fy) = (ix as f32, iy as f32);
    let fade = |t: f32| t * t * (3.0 - 2.0 * t);
    let (u, v) = (fade(x - fx), fade(y - fy));
    let (a, b) = (lattice(ix, iy, seed), lattice(ix + 1, iy, seed));
    let (c, d) = (lattice(ix, iy + 1, seed), lattice(ix + 1, iy + 1, seed));
    let (top, bottom) = (a + (b - a) * u, c + (d - c) * u);
    top + (bottom - top) * v
}

/// Sum of `octaves` of noise, each half as large and half as strong; the coarsest has features of `scale` metres.
pub(crate) fn fractal(p: Point, scale: f32, octaves: u32, seed: u32) -> f32 {
    fractal2(p.x / scale, p.y / scale, octaves, seed)
}

/// As [`fractal`], for coordinates already in units of the coarsest feature (they may be stretched).
pub(crate) fn fractal2(mut x: f32, mut y: f32, octaves: u32, seed: u32) -> f32 {
    let (mut sum, mut amplitude) = (0.0, 0.6);
    for octave in 0..octaves {
        sum += amplitude * value(x, y, seed.wrapping_add(octave.wrapping_mul(0x9e37)));
        amplitude *= 0.55;
        // Turned between octaves, so that the lattices do not line up.
        (x, y) = (1.6 * x - 1.2 * y + 17.3, 1.2 * x + 1.6 * y - 9.1);
    }
    sum
}

/// 0 below `low`, 1 above `high`, smooth between.
pub(crate) fn smoothstep(low: f32, high: f32, x: f32) -> f32 {
    let t = ((x - low) / (high - low)).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_repeat_and_differ() {
        let draw = |name: &str| {
            let mut rng = Rng::stream(7, name);
            [rng.unit(), rng.range(2.0, 3.0), rng.bell()]
        };
        assert_eq!(draw("roads"), draw("roads"));
        assert_ne!(draw("roads"), draw("trees"));
    }

    #[test]
    fn noise_is_continuous_and_bounded() {
        let mut previous = value(0.0, 0.3, 5);
        for step in 1..4000 {
            let next = value(step as f32 * 0.01, 0.3, 5);
            assert!((next - previous).abs() < 0.05 && next.abs() <= 1.0);
            previous = next;
        }
    }
}

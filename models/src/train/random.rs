//! Randomness of training: every draw is a function of the run's seed and of what it is for, so a run that goes on after a stop draws what
//! it would have drawn.

use crate::noise::philox;

/// What a draw is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stream {
    /// Order of the data in an epoch.
    Order = 1,
    /// Noise level.
    Level = 2,
    /// Noise of latents.
    Noise = 3,
    /// Whether the instruction is left out, and which wording is read.
    Words = 4,
    /// Place and turn of a crop.
    Crop = 5,
    /// First values of adapters.
    Init = 6,
}

/// Draws of one run.
#[derive(Debug, Clone, Copy)]
pub struct Draws {
    seed: u64,
}

impl Draws {
    /// Those of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { seed }
    }

    /// Four words; `sample` counts from the start of the run, `index` within the sample.
    fn words(self, stream: Stream, sample: u64, index: u32) -> [u32; 4] {
        // Another key than that of the editor's noise, so that training never sees the noise of a later edit.
        let key = [self.seed as u32, (self.seed >> 32) as u32 ^ 0x7472_6169];
        philox(key, [index, sample as u32, (sample >> 32) as u32, stream as u32])
    }

    /// Between 0 and 1, both excluded.
    #[must_use]
    pub fn uniform(self, stream: Stream, sample: u64, index: u32) -> f64 {
        unit(self.words(stream, sample, index)[0])
    }

    /// A whole number below `end`.
    #[must_use]
    pub fn below(self, stream: Stream, sample: u64, index: u32, end: usize) -> usize {
        ((self.uniform(stream, sample, index) * end as f64) as usize).min(end.saturating_sub(1))
    }

    /// One value of the standard normal distribution.
    #[must_use]
    pub fn normal(self, stream: Stream, sample: u64, index: u32) -> f64 {
        pair(self.words(stream, sample, index))[0]
    }

    /// Many of them.
    #[must_use]
    pub fn normals(self, stream: Stream, sample: u64, count: usize) -> Vec<f32> {
        let mut values = Vec::with_capacity(count + 3);
        for index in 0..count.div_ceil(4) {
            let [a, b, c, d] = self.words(stream, sample, index as u32);
            values.extend(pair([a, b, 0, 0]).map(|value| value as f32));
            values.extend(pair([c, d, 0, 0]).map(|value| value as f32));
        }
        values.truncate(count);
        values
    }

    /// The order of `count` items in an epoch (Fisher–Yates).
    #[must_use]
    pub fn order(self, epoch: u64, count: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..count).collect();
        for last in (1..count).rev() {
            order.swap(last, self.below(Stream::Order, epoch, last as u32, last + 1));
        }
        order
    }
}

fn unit(word: u32) -> f64 {
    (f64::from(word) + 0.5) / 4_294_967_296.0
}

/// Two normal values (Box–Muller).
fn pair(words: [u32; 4]) -> [f64; 2] {
    let radius = (-2.0 * unit(words[0]).ln()).sqrt();
    let (sin, cos) = (std::f64::consts::TAU * unit(words[1])).sin_cos();
    [radius * cos, radius * sin]
}

/// The items of a set in the order of a run: the sample counted `n` from the start is item `at(n)`.
#[derive(Debug)]
pub struct Order {
    draws: Draws,
    count: usize,
    epoch: Option<(u64, Vec<usize>)>,
}

impl Order {
    /// Of `count` items, at least one.
    #[must_use]
    pub fn new(draws: Draws, count: usize) -> Self {
        Self { draws, count: count.max(1), epoch: None }
    }

    /// The item of a sample.
    pub fn at(&mut self, sample: u64) -> usize {
        let epoch = sample / self.count as u64;
        let place = (sample % self.count as u64) as usize;
        match &self.epoch {
            Some((known, order)) if *known == epoch => order[place],
            _ => {
                let order = self.draws.order(epoch, self.count);
                let item = order[place];
                self.epoch = Some((epoch, order));
                item
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_epoch_holds_every_item_once_and_the_next_has_another_order() {
        let mut order = Order::new(Draws::new(5), 100);
        let epoch: Vec<usize> = (0..100).map(|sample| order.at(sample)).collect();
        let next: Vec<usize> = (100..200).map(|sample| order.at(sample)).collect();
        let mut sorted = epoch.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, (0..100).collect::<Vec<_>>());
        assert_ne!(epoch, next);
        // Asked for out of order, as after a stop.
        assert_eq!(Order::new(Draws::new(5), 100).at(137), next[37]);
    }

    #[test]
    fn normals_are_normal_and_differ_by_sample_and_use() {
        let draws = Draws::new(11);
        let values = draws.normals(Stream::Noise, 3, 40_000);
        let mean = values.iter().map(|v| f64::from(*v)).sum::<f64>() / 4e4;
        let variance = values.iter().map(|v| f64::from(*v).powi(2)).sum::<f64>() / 4e4;
        assert!(mean.abs() < 0.02 && (variance - 1.0).abs() < 0.03, "{mean} {variance}");
        assert_ne!(values[..8], draws.normals(Stream::Noise, 4, 8)[..]);
        assert_ne!(values[..8], draws.normals(Stream::Crop, 3, 8)[..]);
    }
}

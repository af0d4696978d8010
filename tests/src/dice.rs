//! Chance that can be repeated: the same seed throws the same numbers on every machine.

/// A stream of numbers that a seed determines.
#[derive(Debug, Clone)]
pub struct Dice(blake3::OutputReader);

impl Dice {
    /// The stream of a seed; `purpose` keeps the streams of one seed apart.
    #[must_use]
    pub fn new(seed: u64, purpose: &str) -> Self {
        let mut hasher = blake3::Hasher::new_derive_key("foreshock tests dice v1");
        hasher.update(&seed.to_le_bytes());
        hasher.update(purpose.as_bytes());
        Self(hasher.finalize_xof())
    }

    /// A number of 64 bits.
    pub fn number(&mut self) -> u64 {
        let mut bytes = [0; 8];
        self.0.fill(&mut bytes);
        u64::from_le_bytes(bytes)
    }

    /// A number from 0 up to, not including, `end`; 0 when there is no other. The tiny bias towards small numbers harms no test.
    pub fn below(&mut self, end: usize) -> usize {
        (self.number() % (end.max(1) as u64)) as usize
    }

    /// A number of the range, both ends included.
    pub fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.number() % (high.saturating_sub(low) + 1)
    }

    /// True once in `times`.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of them.
    ///
    /// # Panics
    /// When there is none.
    pub fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    /// Brings them into some order (Fisher–Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_and_a_purpose_throw_the_same_numbers_and_others_do_not() {
        let throw = |seed, purpose| {
            let mut dice = Dice::new(seed, purpose);
            [dice.number(), dice.between(3, 9), dice.below(1000) as u64]
        };
        assert_eq!(throw(1, "a"), throw(1, "a"));
        assert_ne!(throw(1, "a"), throw(2, "a"));
        assert_ne!(throw(1, "a"), throw(1, "b"));
    }

    #[test]
    fn bounds_hold_and_a_shuffle_loses_nothing() {
        let mut dice = Dice::new(7, "bounds");
        for _ in 0..1000 {
            assert!(dice.below(3) < 3 && (5..=6).contains(&dice.between(5, 6)));
        }
        assert_eq!((dice.below(0), dice.between(4, 4)), (0, 4));
        let mut items: Vec<u32> = (0..50).collect();
        dice.shuffle(&mut items);
        assert_ne!(items, (0..50).collect::<Vec<_>>());
        items.sort_unstable();
        assert_eq!(items, (0..50).collect::<Vec<_>>());
    }
}

//! After three failures in a row nobody asks for five seconds; then one tries.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

const FAILURES: u32 = 3;
const PAUSE: Duration = Duration::from_secs(5);

#[derive(Debug, Default)]
pub(super) struct Breaker(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    failures: u32,
    closed_until: Option<Instant>,
}

impl Breaker {
    fn with<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn allows(&self) -> bool {
        self.allows_at(Instant::now())
    }

    pub(super) fn succeeded(&self) {
        self.with(|state| *state = State::default());
    }

    pub(super) fn failed(&self) {
        self.failed_at(Instant::now());
    }

    fn allows_at(&self, now: Instant) -> bool {
        self.with(|state| match state.closed_until {
            Some(until) if now < until => false,
            Some(_) => {
                // One tries; the others wait for its answer.
                state.closed_until = Some(now + PAUSE);
                true
            }
            None => true,
        })
    }

    fn failed_at(&self, now: Instant) {
        self.with(|state| {
            state.failures += 1;
            if state.failures >= FAILURES {
                state.closed_until = Some(now + PAUSE);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_failures_open_it_one_try_at_a_time_and_a_success_closes_it() {
        let breaker = Breaker::default();
        let start = Instant::now();
        breaker.failed_at(start);
        breaker.failed_at(start);
        assert!(breaker.allows_at(start));
        breaker.failed_at(start);
        assert!(!breaker.allows_at(start) && !breaker.allows_at(start + PAUSE / 2));
        assert!(breaker.allows_at(start + PAUSE), "one tries");
        assert!(!breaker.allows_at(start + PAUSE), "the second waits");
        breaker.succeeded();
        assert!(breaker.allows_at(start + PAUSE));
    }
}

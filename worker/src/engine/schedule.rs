//! What the engine does next, as pure data: what runs and what waits go in, one unit comes out.

use foreshock_protocol::job::Lane;

/// After so many interactive units in a row, bulk gets one: a busy day starves nobody.
const PATIENCE: u32 = 16;

/// Where a job is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State<K> {
    /// Not begun.
    Waiting,
    /// Denoising; jobs of equal keys can share a step.
    Running(K),
    /// Only the last stage is left.
    Done,
}

/// One job, in order of arrival.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<K> {
    /// Its number; grows with arrival.
    pub id: u64,
    /// Who waits.
    pub lane: Lane,
    /// Where it is.
    pub state: State<K>,
}

/// One stretch of work that is not interrupted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unit {
    /// Encode text and pixels.
    Begin(u64),
    /// One denoising step of a batch.
    Step(Vec<u64>),
    /// Decode.
    Finish(u64),
}

/// The rule.
#[derive(Debug, Clone)]
pub struct Schedule {
    max_batch: usize,
    max_sessions: usize,
    interactive_in_a_row: u32,
}

impl Schedule {
    /// At most `max_sessions` jobs of a lane are begun, at most `max_batch` share a step.
    #[must_use]
    pub fn new(max_batch: usize, max_sessions: usize) -> Self {
        Self { max_batch: max_batch.max(1), max_sessions: max_sessions.max(1), interactive_in_a_row: 0 }
    }

    /// The device could not hold the last batch.
    pub fn halve(&mut self) {
        self.max_batch = (self.max_batch / 2).max(1);
    }

    /// The next unit; none when nothing is there. `entries` are in order of arrival.
    pub fn next<K: PartialEq>(&mut self, entries: &[Entry<K>]) -> Option<Unit> {
        let bulk_waits = entries.iter().any(|entry| entry.lane == Lane::Bulk);
        let bulk_first = bulk_waits && self.interactive_in_a_row >= PATIENCE;
        let lanes = if bulk_first { [Lane::Bulk, Lane::Interactive] } else { Lane::ALL };
        for lane in lanes {
            if let Some(unit) = self.of_lane(entries, lane) {
                self.interactive_in_a_row =
                    if lane == Lane::Interactive && bulk_waits { self.interactive_in_a_row + 1 } else { 0 };
                return Some(unit);
            }
        }
        None
    }

    /// Finish before begin before step: a result in hand goes out, then the device is filled.
    fn of_lane<K: PartialEq>(&self, entries: &[Entry<K>], lane: Lane) -> Option<Unit> {
        let mine = || entries.iter().filter(move |entry| entry.lane == lane);
        if let Some(done) = mine().find(|entry| entry.state == State::Done) {
            return Some(Unit::Finish(done.id));
        }
        let begun = mine().filter(|entry| entry.state != State::Waiting).count();
        if begun < self.max_sessions
            && let Some(waiting) = mine().find(|entry| entry.state == State::Waiting)
        {
            return Some(Unit::Begin(waiting.id));
        }
        let oldest = mine().find(|entry| matches!(entry.state, State::Running(_)))?;
        let batch =
            mine().filter(|entry| entry.state == oldest.state).take(self.max_batch).map(|entry| entry.id);
        Some(Unit::Step(batch.collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn entry(id: u64, lane: Lane, state: State<u8>) -> Entry<u8> {
        Entry { id, lane, state }
    }

    #[test]
    fn interactive_overtakes_bulk_between_two_units() {
        let mut schedule = Schedule::new(1, 2);
        let mut entries = vec![entry(0, Lane::Bulk, State::Running(1))];
        assert_eq!(schedule.next(&entries), Some(Unit::Step(vec![0])));
        entries.push(entry(1, Lane::Interactive, State::Waiting));
        assert_eq!(schedule.next(&entries), Some(Unit::Begin(1)));
        entries[1].state = State::Running(1);
        assert_eq!(schedule.next(&entries), Some(Unit::Step(vec![1])));
        entries.pop();
        assert_eq!(schedule.next(&entries), Some(Unit::Step(vec![0])), "bulk resumes where it was");
    }

    #[test]
    fn only_equal_keys_of_one_lane_share_a_step() {
        let mut schedule = Schedule::new(8, 8);
        let entries = [
            entry(0, Lane::Bulk, State::Running(1)),
            entry(1, Lane::Bulk, State::Running(2)),
            entry(2, Lane::Bulk, State::Running(1)),
        ];
        assert_eq!(schedule.next(&entries), Some(Unit::Step(vec![0, 2])));
        schedule.halve();
        schedule.halve();
        schedule.halve();
        assert_eq!(schedule.next(&entries), Some(Unit::Step(vec![0])));
    }

    #[test]
    fn nothing_to_do() {
        assert_eq!(Schedule::new(1, 1).next::<u8>(&[]), None);
    }

    fn lane() -> impl Strategy<Value = Lane> {
        prop_oneof![Just(Lane::Interactive), Just(Lane::Bulk)]
    }

    proptest! {
        /// Every job ends, whatever arrives: no state is left out, nobody starves.
        #[test]
        fn every_job_ends(jobs in prop::collection::vec((lane(), 1_u32..6, 0_u8..3), 1..40), max_batch in 1_usize..5, max_sessions in 1_usize..5) {
            let mut schedule = Schedule::new(max_batch, max_sessions);
            let mut left: Vec<u32> = jobs.iter().map(|job| job.1).collect();
            let mut entries: Vec<Entry<u8>> = jobs.iter().enumerate().map(|(id, job)| entry(id as u64, job.0, State::Waiting)).collect();
            let most: u32 = jobs.iter().map(|job| job.1 + 2).sum();
            let mut units = 0;
            while let Some(unit) = schedule.next(&entries) {
                units += 1;
                prop_assert!(units <= most, "a unit that does nothing");
                match unit {
                    Unit::Begin(id) => {
                        let begun = entries.iter().filter(|e| e.lane == jobs[id as usize].0 && e.state != State::Waiting).count();
                        prop_assert!(begun < max_sessions);
                        let place = entries.iter().position(|entry| entry.id == id).unwrap();
                        prop_assert_eq!(&entries[place].state, &State::Waiting);
                        entries[place].state = State::Running(jobs[id as usize].2);
                    }
                    Unit::Step(ids) => {
                        prop_assert!(!ids.is_empty() && ids.len() <= max_batch);
                        for id in ids {
                            left[id as usize] -= 1;
                            if left[id as usize] == 0 {
                                entries.iter_mut().find(|entry| entry.id == id).unwrap().state = State::Done;
                            }
                        }
                    }
                    Unit::Finish(id) => entries.retain(|entry| entry.id != id),
                }
            }
            prop_assert!(entries.is_empty());
        }

        /// Bulk never waits longer than the patience while interactive work goes on.
        #[test]
        fn bulk_is_not_starved(max_sessions in 1_usize..4) {
            let mut schedule = Schedule::new(1, max_sessions);
            let entries = [entry(0, Lane::Bulk, State::Running(0)), entry(1, Lane::Interactive, State::Running(0))];
            let bulk = (0..100).filter(|_| schedule.next(&entries) == Some(Unit::Step(vec![0]))).count();
            prop_assert!((3..20).contains(&bulk));
        }
    }
}

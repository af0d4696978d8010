//! What the engine does next, as pure data: what runs and what waits go in, one unit comes out.
//!
//! Device time and memory are counted apart. At most `max_sessions` jobs of a lane run; a session that waits for a judge takes no device
//! time and is not one of them, so it holds nobody up. What it keeps in memory is bounded by `max_waiting`: the candidates of a job are
//! begun together or not at all, in order of arrival, as long as all that are begun and not yet chosen from are no more than that. A job
//! with more candidates than `max_waiting` is begun when no other lane-mate's candidates are there; so none waits for ever, and two jobs
//! cannot hold each other up half-begun.

use foreshock_protocol::job::Lane;

/// After so many interactive units in a row, bulk gets one: a busy day starves nobody.
const PATIENCE: u32 = 16;

/// Where a job is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State<K> {
    /// Not begun.
    Arrived,
    /// Denoising; jobs of equal keys can share a step.
    Running(K),
    /// It has made the steps after which a judge looks; the preview is not made yet.
    Due,
    /// The preview is out; it goes on when it is told to.
    Waiting,
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
    /// The early filter whose candidate it is, until it has been chosen; equal for the candidates of one job.
    pub group: Option<u64>,
}

/// One stretch of work that is not interrupted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unit {
    /// Encode text and pixels.
    Begin(u64),
    /// One denoising step of a batch.
    Step(Vec<u64>),
    /// Decode an estimate.
    Preview(u64),
    /// Decode.
    Finish(u64),
}

/// The rule.
#[derive(Debug, Clone)]
pub struct Schedule {
    max_batch: usize,
    max_sessions: usize,
    max_waiting: usize,
    interactive_in_a_row: u32,
}

impl Schedule {
    /// At most `max_sessions` jobs of a lane run, at most `max_batch` share a step, and about `max_waiting` candidates of a lane are kept
    /// for a judge.
    #[must_use]
    pub fn new(max_batch: usize, max_sessions: usize, max_waiting: usize) -> Self {
        Self {
            max_batch: max_batch.max(1),
            max_sessions: max_sessions.max(1),
            max_waiting: max_waiting.max(1),
            interactive_in_a_row: 0,
        }
    }

    /// The device could not hold the last batch.
    pub fn halve(&mut self) {
        self.max_batch = (self.max_batch / 2).max(1);
    }

    /// The next unit; none when nothing can be done now. `entries` are in order of arrival.
    pub fn next<K: PartialEq>(&mut self, entries: &[Entry<K>]) -> Option<Unit> {
        let bulk_waits =
            entries.iter().any(|entry| entry.lane == Lane::Bulk && entry.state != State::Waiting);
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

    /// Finish and preview before begin before step: a result in hand goes out, then the device is filled.
    fn of_lane<K: PartialEq>(&self, entries: &[Entry<K>], lane: Lane) -> Option<Unit> {
        let mine: Vec<&Entry<K>> = entries.iter().filter(|entry| entry.lane == lane).collect();
        let first = |state: State<K>| mine.iter().find(|entry| entry.state == state).map(|entry| entry.id);
        if let Some(id) = first(State::Done) {
            return Some(Unit::Finish(id));
        }
        if let Some(id) = first(State::Due) {
            return Some(Unit::Preview(id));
        }
        let runs = |entry: &&&Entry<K>| !matches!(entry.state, State::Arrived | State::Waiting);
        if mine.iter().filter(runs).count() < self.max_sessions {
            let admitted = self.admitted(&mine);
            let may_begin = |entry: &&&Entry<K>| {
                entry.state == State::Arrived && entry.group.is_none_or(|group| admitted.contains(&group))
            };
            if let Some(entry) = mine.iter().find(may_begin) {
                return Some(Unit::Begin(entry.id));
            }
        }
        let oldest = mine.iter().find(|entry| matches!(entry.state, State::Running(_)))?;
        let batch = mine
            .iter()
            .filter(|entry| entry.state == oldest.state)
            .take(self.max_batch)
            .map(|entry| entry.id);
        Some(Unit::Step(batch.collect()))
    }

    /// The groups whose candidates may be begun: those that have a begun one already, then by arrival while there is room.
    fn admitted<K: PartialEq>(&self, mine: &[&Entry<K>]) -> Vec<u64> {
        let begun = |entry: &&&Entry<K>| entry.state != State::Arrived;
        let size = |group: u64| mine.iter().filter(|entry| entry.group == Some(group)).count();
        let (mut admitted, mut room) = (Vec::new(), self.max_waiting);
        let mut admit = |group: u64, always: bool| {
            if admitted.contains(&group) {
                return true;
            }
            let fits = always || admitted.is_empty() || size(group) <= room;
            if fits {
                room = room.saturating_sub(size(group));
                admitted.push(group);
            }
            fits
        };
        for group in mine.iter().filter(begun).filter_map(|entry| entry.group) {
            admit(group, true);
        }
        // Nobody overtakes the first that has no room.
        let _ = mine.iter().filter_map(|entry| entry.group).all(|group| admit(group, false));
        admitted
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn entry(id: u64, lane: Lane, state: State<u8>) -> Entry<u8> {
        Entry { id, lane, state, group: None }
    }

    fn candidate(id: u64, group: u64, state: State<u8>) -> Entry<u8> {
        Entry { group: Some(group), ..entry(id, Lane::Interactive, state) }
    }

    #[test]
    fn interactive_overtakes_bulk_between_two_units() {
        let mut schedule = Schedule::new(1, 2, 4);
        let mut entries = vec![entry(0, Lane::Bulk, State::Running(1))];
        assert_eq!(schedule.next(&entries), Some(Unit::Step(vec![0])));
        entries.push(entry(1, Lane::Interactive, State::Arrived));
        assert_eq!(schedule.next(&entries), Some(Unit::Begin(1)));
        entries[1].state = State::Running(1);
        assert_eq!(schedule.next(&entries), Some(Unit::Step(vec![1])));
        entries.pop();
        assert_eq!(schedule.next(&entries), Some(Unit::Step(vec![0])), "bulk resumes where it was");
    }

    #[test]
    fn only_equal_keys_of_one_lane_share_a_step() {
        let mut schedule = Schedule::new(8, 8, 4);
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
        assert_eq!(Schedule::new(1, 1, 1).next::<u8>(&[]), None);
        assert_eq!(Schedule::new(1, 1, 1).next(&[candidate(0, 0, State::Waiting)]), None);
    }

    #[test]
    fn who_waits_for_a_judge_holds_nobody_up() {
        let mut schedule = Schedule::new(1, 1, 2);
        let mut entries = vec![
            candidate(0, 0, State::Waiting),
            candidate(1, 0, State::Waiting),
            entry(2, Lane::Interactive, State::Arrived),
        ];
        assert_eq!(schedule.next(&entries), Some(Unit::Begin(2)));
        entries[2].state = State::Running(0);
        assert_eq!(schedule.next(&entries), Some(Unit::Step(vec![2])));
        // Chosen: it is a job like any other.
        entries[0] = entry(0, Lane::Interactive, State::Running(0));
        assert_eq!(schedule.next(&entries), Some(Unit::Step(vec![0])));
    }

    #[test]
    fn candidates_are_begun_together_or_not_at_all() {
        let mut schedule = Schedule::new(1, 8, 3);
        let mut entries = vec![
            candidate(0, 0, State::Due),
            candidate(1, 0, State::Arrived),
            candidate(2, 2, State::Arrived),
            candidate(3, 2, State::Arrived),
            candidate(4, 4, State::Arrived),
        ];
        assert_eq!(schedule.next(&entries), Some(Unit::Preview(0)));
        entries[0].state = State::Waiting;
        assert_eq!(schedule.next(&entries), Some(Unit::Begin(1)), "its group has begun");
        entries[1].state = State::Waiting;
        assert_eq!(
            schedule.next(&entries),
            None,
            "two more have no room, and the one behind them waits its turn"
        );
        entries.drain(..2);
        assert_eq!(schedule.next(&entries), Some(Unit::Begin(2)));
    }

    #[test]
    fn more_candidates_than_room_run_alone() {
        let mut schedule = Schedule::new(1, 8, 1);
        let entries = [candidate(0, 0, State::Waiting), candidate(1, 0, State::Arrived)];
        assert_eq!(schedule.next(&entries), Some(Unit::Begin(1)));
    }

    /// Jobs without filter that make their steps as they are told.
    struct World {
        schedule: Schedule,
        entries: Vec<Entry<u8>>,
        /// As they were before the last turn.
        before: Vec<Entry<u8>>,
        /// Steps left and key, by id.
        jobs: Vec<(u32, u8)>,
    }

    impl World {
        fn new(schedule: Schedule) -> Self {
            Self { schedule, entries: Vec::new(), before: Vec::new(), jobs: Vec::new() }
        }

        fn arrive(&mut self, lane: Lane, steps: u32, key: u8) -> u64 {
            let id = self.jobs.len() as u64;
            self.jobs.push((steps, key));
            self.entries.push(entry(id, lane, State::Arrived));
            id
        }

        fn of(&self, lane: Lane) -> usize {
            self.entries.iter().filter(|entry| entry.lane == lane).count()
        }

        fn turn(&mut self) -> Option<Unit> {
            let unit = self.schedule.next(&self.entries)?;
            self.before.clone_from(&self.entries);
            for id in unit.ids() {
                let (left, key) = &mut self.jobs[id as usize];
                let entry = self.entries.iter_mut().find(|entry| entry.id == id).unwrap();
                match unit {
                    Unit::Begin(_) => entry.state = State::Running(*key),
                    Unit::Step(_) => *left -= 1,
                    Unit::Preview(_) | Unit::Finish(_) => {}
                }
                if *left == 0 {
                    entry.state = State::Done;
                }
            }
            if let Unit::Finish(id) = unit {
                self.entries.retain(|entry| entry.id != id);
            }
            Some(unit)
        }
    }

    impl Unit {
        fn ids(&self) -> Vec<u64> {
            match self {
                Self::Begin(id) | Self::Preview(id) | Self::Finish(id) => vec![*id],
                Self::Step(ids) => ids.clone(),
            }
        }
    }

    fn lane() -> impl Strategy<Value = Lane> {
        prop_oneof![Just(Lane::Interactive), Just(Lane::Bulk)]
    }

    /// Jobs of candidates: lane, candidates (1 = no filter), steps, steps until the judge looks, key, units that the judge takes.
    fn jobs() -> impl Strategy<Value = Vec<(Lane, usize, u32, u32, u8, u32)>> {
        prop::collection::vec((lane(), 1_usize..6, 1_u32..6, 1_u32..6, 0_u8..3, 0_u32..9), 1..24)
    }

    /// One candidate in the world below.
    struct Runner {
        job: usize,
        steps: u32,
    }

    proptest! {
        /// Every job ends, whatever arrives and however long judges take: no state is left out, nobody starves, memory is bounded.
        #[test]
        fn every_job_ends(jobs in jobs(), max_batch in 1_usize..5, max_sessions in 1_usize..5, max_waiting in 1_usize..8) {
            let mut schedule = Schedule::new(max_batch, max_sessions, max_waiting);
            let (mut entries, mut runners) = (Vec::new(), Vec::new());
            for (job, (lane, candidates, ..)) in jobs.iter().enumerate() {
                for _ in 0..*candidates {
                    let group = (*candidates > 1).then_some(job as u64);
                    entries.push(Entry { group, ..entry(runners.len() as u64, *lane, State::Arrived) });
                    runners.push(Runner { job, steps: 0 });
                }
            }
            let mut patience: Vec<u32> = jobs.iter().map(|job| job.5).collect();
            let most: u32 = jobs.iter().map(|job| job.1 as u32 * (job.2 + 3) + job.5 + 2).sum();
            let largest = jobs.iter().filter(|job| job.1 > 1).map(|job| job.1).max().unwrap_or(0);
            let mut turns = 0;
            while !entries.is_empty() {
                turns += 1;
                prop_assert!(turns <= most, "a turn in which nothing happens");
                for lane in Lane::ALL {
                    let held = entries.iter().filter(|e| e.lane == lane && e.group.is_some() && e.state != State::Arrived).count();
                    prop_assert!(held <= max_waiting.max(largest), "{held} candidates are held");
                }
                let unit = schedule.next(&entries);
                let at = |id: u64, entries: &[Entry<u8>]| entries.iter().position(|entry| entry.id == id);
                match unit.clone() {
                    None => {}
                    Some(Unit::Begin(id)) => {
                        let place = at(id, &entries).unwrap();
                        let lane = entries[place].lane;
                        let running = entries.iter().filter(|e| e.lane == lane && !matches!(e.state, State::Arrived | State::Waiting));
                        prop_assert!(running.count() < max_sessions);
                        prop_assert_eq!(&entries[place].state, &State::Arrived);
                        entries[place].state = State::Running(jobs[runners[id as usize].job].4);
                    }
                    Some(Unit::Step(ids)) => {
                        prop_assert!(!ids.is_empty() && ids.len() <= max_batch);
                        for id in ids {
                            let place = at(id, &entries).unwrap();
                            let runner = &mut runners[id as usize];
                            runner.steps += 1;
                            let (_, _, steps, looked_at, ..) = jobs[runner.job];
                            if entries[place].group.is_some() && runner.steps >= looked_at.min(steps) {
                                entries[place].state = State::Due;
                            } else if runner.steps >= steps {
                                entries[place].state = State::Done;
                            }
                        }
                    }
                    Some(Unit::Preview(id)) => {
                        let place = at(id, &entries).unwrap();
                        prop_assert_eq!(&entries[place].state, &State::Due);
                        entries[place].state = State::Waiting;
                    }
                    Some(Unit::Finish(id)) => entries.retain(|entry| entry.id != id),
                }
                // Judges look while the device works: the first of a group goes on, the others leave.
                let mut heard = false;
                for (job, left) in patience.iter_mut().enumerate() {
                    let group: Vec<&Entry<u8>> = entries.iter().filter(|entry| entry.group == Some(job as u64)).collect();
                    if group.is_empty() || group.iter().any(|entry| entry.state != State::Waiting) {
                        continue;
                    }
                    heard = true;
                    if *left > 0 {
                        *left -= 1;
                        continue;
                    }
                    let (chosen, done) = (group[0].id, runners[group[0].id as usize].steps >= jobs[job].2);
                    entries.retain(|entry| entry.group != Some(job as u64) || entry.id == chosen);
                    let chosen = entries.iter_mut().find(|entry| entry.id == chosen).unwrap();
                    (chosen.group, chosen.state) = (None, if done { State::Done } else { State::Running(jobs[job].4) });
                }
                prop_assert!(unit.is_some() || heard, "nothing is done, and no judge looks");
            }
        }

        /// However many candidates wait, a job that has nothing to do with them is the next to be begun.
        #[test]
        fn waiting_is_not_running(waiting in 0_u64..40, max_sessions in 1_usize..4, max_waiting in 1_usize..8) {
            let mut schedule = Schedule::new(1, max_sessions, max_waiting);
            let mut entries: Vec<_> = (0..waiting).map(|id| candidate(id, 0, State::Waiting)).collect();
            entries.push(entry(waiting, Lane::Interactive, State::Arrived));
            prop_assert_eq!(schedule.next(&entries), Some(Unit::Begin(waiting)));
        }

        /// Nobody starves: whatever stream of interactive jobs comes in, each bulk job makes progress at least once in so many units.
        #[test]
        fn bulk_is_not_starved(max_batch in 1_usize..4, max_sessions in 1_usize..4, bulk in 1_u64..6) {
            let mut world = World::new(Schedule::new(max_batch, max_sessions, 4));
            for _ in 0..bulk {
                world.arrive(Lane::Bulk, 3, 0);
            }
            // A new interactive job comes as often as one ends: the lane is never empty.
            let mut units = 0;
            while world.of(Lane::Bulk) > 0 {
                while world.of(Lane::Interactive) < 2 * max_sessions {
                    world.arrive(Lane::Interactive, 2, 1);
                }
                prop_assert!(world.turn().is_some());
                units += 1;
                // Begin, three steps, finish for each, and one unit in so many.
                prop_assert!(units <= u64::from(PATIENCE + 1) * bulk * 5, "bulk starves");
            }
        }

        /// Nor does the first of a lane: units that concern no job older than it are bounded by what can be begun beside it.
        #[test]
        fn the_oldest_of_a_lane_is_served_first(keys in prop::collection::vec(0_u8..4, 2..12), max_batch in 1_usize..5, max_sessions in 1_usize..5) {
            let mut world = World::new(Schedule::new(max_batch, max_sessions, 4));
            for key in &keys {
                world.arrive(Lane::Bulk, 3, *key);
            }
            let mut ended = Vec::new();
            while let Some(unit) = world.turn() {
                if let Unit::Step(ids) = &unit {
                    let oldest = world.before.iter().find(|entry| matches!(entry.state, State::Running(_)));
                    prop_assert_eq!(oldest.map(|entry| entry.id), ids.first().copied());
                }
                if let Unit::Finish(id) = unit {
                    ended.push(id);
                }
            }
            prop_assert_eq!(ended.len(), keys.len());
        }

        /// An interactive job that can be begun waits for at most one unit of bulk at a time: the unit that runs when it comes, or the one
        /// that bulk is owed; and as long as interactive jobs can run, bulk gets at most one unit of `PATIENCE + 1`.
        #[test]
        fn interactive_waits_for_one_unit_of_bulk_at_most(bulk in 1_usize..8, before in 0_usize..40, max_batch in 1_usize..4, max_sessions in 1_usize..4) {
            let mut world = World::new(Schedule::new(max_batch, max_sessions, 4));
            for _ in 0..bulk {
                world.arrive(Lane::Bulk, 50, 0);
            }
            for _ in 0..before {
                world.turn();
            }
            let mine = world.arrive(Lane::Interactive, 20, 1);
            let mut of_bulk = 0;
            let mut mine_since = 0;
            while world.entries.iter().any(|entry| entry.id == mine) {
                let unit = world.turn();
                prop_assert!(unit.is_some());
                if unit.is_some_and(|unit| unit.ids().contains(&mine)) {
                    mine_since += 1;
                } else {
                    prop_assert!(of_bulk == 0 || mine_since >= PATIENCE, "bulk overtakes twice");
                    of_bulk += 1;
                    mine_since = 0;
                }
            }
        }

        /// Work conserving: while any job could do something, something is done; and a step is as full as it can be.
        #[test]
        fn the_device_is_not_left_idle(states in prop::collection::vec((lane(), 0_u8..5, 0_u8..3), 0..20), max_batch in 1_usize..5, max_sessions in 1_usize..5) {
            let entries: Vec<Entry<u8>> = states
                .iter()
                .enumerate()
                .map(|(id, (lane, state, key))| {
                    let (state, group) = match state {
                        0 => (State::Arrived, None),
                        1 => (State::Running(*key), None),
                        2 => (State::Due, Some(id as u64)),
                        3 => (State::Waiting, Some(id as u64)),
                        _ => (State::Done, None),
                    };
                    Entry { id: id as u64, lane: *lane, state, group }
                })
                .collect();
            let unit = Schedule::new(max_batch, max_sessions, 64).next(&entries);
            let can = entries.iter().any(|entry| entry.state != State::Waiting);
            prop_assert_eq!(unit.is_some(), can);
            if let Some(Unit::Step(ids)) = unit {
                let first = &entries[ids[0] as usize];
                let alike = entries.iter().filter(|entry| entry.lane == first.lane && entry.state == first.state).count();
                prop_assert_eq!(ids.len(), alike.min(max_batch));
            }
        }
    }
}

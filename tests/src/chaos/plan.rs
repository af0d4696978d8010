//! What happens when, made from a seed: pure data.

use std::time::Duration;

use foreshock_protocol::job::Lane;

use crate::dice::Dice;

/// Clients that publish jobs.
pub const CLIENTS: usize = 2;
/// Workers that run them.
pub const WORKERS: usize = 3;
/// Fewest jobs of a run.
pub const FEWEST_JOBS: usize = 210;

/// One run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Where it came from.
    pub seed: u64,
    /// When the last thing happens, about.
    pub length: Duration,
    /// Every job, in order of publication.
    pub jobs: Vec<PlannedJob>,
    /// Jobs, cancels and repetitions, in order of time.
    pub traffic: Vec<(Duration, Traffic)>,
    /// Blows in order of time; one may fall late, when an innocent job would be disturbed too often.
    pub blows: Vec<(Duration, Blow)>,
}

/// One job: a request of one tile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedJob {
    /// Who asks.
    pub client: usize,
    /// Who waits.
    pub lane: Lane,
    /// What is asked; equal questions have equal answers.
    pub question: Question,
    /// Where on the ground the tile lies, tiles east of the first: the answer's pixels do not depend on it.
    pub place: u32,
    /// What is to become of it.
    pub fate: Fate,
}

/// What decides an answer's pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Question {
    /// Width, px.
    pub width: u32,
    /// Height, px.
    pub height: u32,
    /// Denoising steps.
    pub steps: u32,
    /// Which picture is edited.
    pub picture: u32,
    /// Seed of the noise.
    pub seed: u64,
}

/// What is to become of a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is done.
    Innocent,
    /// Its owner calls it off; it is cancelled or done.
    Cancelled,
    /// Its deadline has passed when it is published; it fails.
    Late,
    /// It takes longer than its deadline allows; it fails.
    Slow,
    /// It ends every worker that begins it; it fails and is parked.
    Poison,
}

/// What clients do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Traffic {
    /// Publish a job.
    Publish(usize),
    /// Publish it once more, as a client does that was cut off before the broker's word came.
    Repeat(usize),
    /// Call it off.
    Cancel(usize),
}

/// What is done to the fleet and its services.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blow {
    /// SIGKILL.
    KillWorker(usize),
    /// SIGTERM, as in a rolling update.
    StopWorker(usize),
    /// Its connections to the broker end, and new ones are refused for a while.
    CutWorker(usize, Duration),
    /// The same between a client and the broker.
    CutClient(usize, Duration),
    /// The broker is stopped in good order and started.
    RestartBroker,
    /// SIGKILL of the broker, and a start.
    KillBroker,
    /// SIGKILL of Redis, and a start after a while, with nothing in it.
    KillRedis(Duration),
    /// Redis is full and takes nothing new for a while.
    FillRedis(Duration),
    /// Redis' answers come this much later (the first), for a while (the second).
    SlowRedis(Duration, Duration),
    /// Stored values are overwritten with garbage.
    SpoilRedis,
    /// The values of two keys are swapped.
    SwapRedis,
    /// Bits flip in what Redis answers, or in what it is told, for a while.
    FlipRedis(FlipAt, Duration),
}

/// Where bits flip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FlipAt {
    /// In what Redis answers.
    Answers,
    /// In what Redis is told.
    Questions,
}

impl Blow {
    /// What a person calls it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::KillWorker(_) => "worker killed",
            Self::StopWorker(_) => "worker stopped",
            Self::CutWorker(..) => "worker cut off",
            Self::CutClient(..) => "client cut off",
            Self::RestartBroker => "broker restarted",
            Self::KillBroker => "broker killed",
            Self::KillRedis(_) => "redis killed",
            Self::FillRedis(_) => "redis full",
            Self::SlowRedis(..) => "redis slow",
            Self::SpoilRedis => "redis values spoilt",
            Self::SwapRedis => "redis values swapped",
            Self::FlipRedis(FlipAt::Answers, _) => "redis answers flipped",
            Self::FlipRedis(FlipAt::Questions, _) => "redis questions flipped",
        }
    }

    /// The worker that is hit, when it is one.
    #[must_use]
    pub const fn worker(self) -> Option<usize> {
        match self {
            Self::KillWorker(worker) | Self::StopWorker(worker) | Self::CutWorker(worker, _) => Some(worker),
            _ => None,
        }
    }

    /// Whether workers lose messages that they hold.
    #[must_use]
    pub const fn disturbs(self) -> bool {
        self.worker().is_some() || matches!(self, Self::RestartBroker | Self::KillBroker)
    }

    /// Whether it is Redis that is hit.
    #[must_use]
    pub const fn is_redis(self) -> bool {
        matches!(
            self,
            Self::KillRedis(_)
                | Self::FillRedis(_)
                | Self::SlowRedis(..)
                | Self::SpoilRedis
                | Self::SwapRedis
                | Self::FlipRedis(..)
        )
    }
}

impl Plan {
    /// The plan of a seed for a run of about `length`.
    #[must_use]
    pub fn new(seed: u64, length: Duration) -> Self {
        let jobs = jobs(seed, length);
        let traffic = traffic(seed, length, &jobs);
        Self { seed, length, traffic, blows: blows(seed, length), jobs }
    }

    /// Every question that may be answered with pixels, once.
    #[must_use]
    pub fn questions(&self) -> Vec<Question> {
        let mut questions = Vec::new();
        for job in &self.jobs {
            if matches!(job.fate, Fate::Innocent | Fate::Cancelled) && !questions.contains(&job.question) {
                questions.push(job.question);
            }
        }
        questions
    }
}

fn minutes(length: Duration) -> usize {
    (length.as_secs() / 60) as usize
}

fn jobs(seed: u64, length: Duration) -> Vec<PlannedJob> {
    let mut dice = Dice::new(seed, "jobs");
    let count = FEWEST_JOBS.max(length.as_secs() as usize * 3 / 2);
    let mut jobs: Vec<PlannedJob> = Vec::with_capacity(count);
    for number in 0..count {
        let lane = if dice.once_in(3) { Lane::Interactive } else { Lane::Bulk };
        let fresh = fresh_question(&mut dice, number);
        // Equal to one that was just published (it may be in work), or to any earlier one (it may be in the cache).
        let back = if dice.once_in(2) { dice.between(1, 3) } else { dice.between(1, number.max(1) as u64) };
        let twin = number.checked_sub(back as usize).filter(|_| dice.once_in(4));
        let question = twin.map_or(fresh, |twin| jobs[twin].question);
        jobs.push(PlannedJob {
            client: dice.below(CLIENTS),
            lane,
            question,
            place: dice.below(1000) as u32,
            fate: Fate::Innocent,
        });
    }
    // Fates in fixed shares; a job with a fate of its own asks what nobody else asks. The first jobs stay innocent.
    let mut places: Vec<usize> = (10..count).collect();
    dice.shuffle(&mut places);
    let shares = [
        (Fate::Poison, 2 + minutes(length) / 2),
        (Fate::Late, count / 50),
        (Fate::Slow, count / 70),
        (Fate::Cancelled, count / 20),
    ];
    for (fate, share) in shares {
        for place in places.drain(..share) {
            let question = fresh_question(&mut dice, count + place);
            // Long enough that a cancel or a deadline finds it running, should it be begun at once.
            let steps = if matches!(fate, Fate::Slow) { 100 } else { question.steps + 8 };
            jobs[place].question = Question { steps, ..question };
            jobs[place].fate = fate;
        }
    }
    jobs
}

fn fresh_question(dice: &mut Dice, number: usize) -> Question {
    const SIDES: [u32; 8] = [64, 64, 64, 64, 80, 96, 128, 192];
    Question {
        width: dice.of(&SIDES),
        height: dice.of(&SIDES),
        steps: dice.between(3, 12) as u32,
        picture: number as u32,
        seed: dice.below(1 << 40) as u64,
    }
}

/// Jobs come in bursts, so that there are queues, until shortly before the end.
fn traffic(seed: u64, length: Duration, jobs: &[PlannedJob]) -> Vec<(Duration, Traffic)> {
    let mut dice = Dice::new(seed, "traffic");
    let mut traffic = Vec::new();
    let last = length.mul_f64(0.92);
    let mut number = 0;
    while number < jobs.len() {
        let end = jobs.len().min(number + dice.between(4, 20) as usize);
        // The whole burst at the time of its first job.
        let at = last.mul_f64(number as f64 / jobs.len() as f64);
        for (index, job) in jobs.iter().enumerate().take(end).skip(number) {
            traffic.push((at, Traffic::Publish(index)));
            match job.fate {
                Fate::Cancelled => {
                    let wait = Duration::from_millis(dice.between(0, 1500));
                    traffic.push((at + wait, Traffic::Cancel(index)));
                }
                Fate::Innocent if dice.once_in(16) => {
                    let wait = if dice.once_in(2) { 0 } else { dice.between(100, 4000) };
                    traffic.push((at + Duration::from_millis(wait), Traffic::Repeat(index)));
                }
                _ => {}
            }
        }
        number = end;
    }
    // Stable: a job is published before it is repeated or called off.
    traffic.sort_by_key(|(at, _)| *at);
    traffic
}

/// Rounds in which everything happens at least once, in some order, evenly spread.
fn blows(seed: u64, length: Duration) -> Vec<(Duration, Blow)> {
    let mut dice = Dice::new(seed, "blows");
    let rounds = 1 + minutes(length) / 2;
    let mut blows = Vec::new();
    for _ in 0..rounds {
        let mut round = round(&mut dice);
        dice.shuffle(&mut round);
        blows.extend(round);
    }
    let (first, last) = (length.mul_f64(0.04), length.mul_f64(0.96));
    let pause = (last - first) / blows.len() as u32;
    let spread = pause.as_millis() as u64 / 2;
    let mut timed = Vec::with_capacity(blows.len());
    for (number, blow) in blows.into_iter().enumerate() {
        let late = Duration::from_millis(dice.between(0, spread));
        timed.push((first + pause * number as u32 + late, blow));
    }
    timed
}

fn round(dice: &mut Dice) -> Vec<Blow> {
    let mut round = Vec::new();
    let seconds =
        |dice: &mut Dice, low: u64, high: u64| Duration::from_millis(dice.between(low * 1000, high * 1000));
    for _ in 0..3 {
        round.push(Blow::KillWorker(dice.below(WORKERS)));
    }
    round.push(Blow::StopWorker(dice.below(WORKERS)));
    for _ in 0..2 {
        round.push(Blow::CutWorker(dice.below(WORKERS), seconds(dice, 0, 2)));
    }
    for client in 0..CLIENTS {
        round.push(Blow::CutClient(client, seconds(dice, 0, 2)));
    }
    round.push(Blow::RestartBroker);
    round.push(Blow::KillBroker);
    round.push(Blow::KillRedis(seconds(dice, 1, 4)));
    round.push(Blow::FillRedis(seconds(dice, 2, 4)));
    round.push(Blow::SlowRedis(Duration::from_millis(dice.between(50, 4000)), seconds(dice, 3, 6)));
    round.push(Blow::SpoilRedis);
    round.push(Blow::SwapRedis);
    round.push(Blow::FlipRedis(FlipAt::Answers, seconds(dice, 2, 4)));
    round.push(Blow::FlipRedis(FlipAt::Questions, seconds(dice, 2, 4)));
    round
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use super::*;

    const SHORT: Duration = Duration::from_secs(70);

    #[test]
    fn a_seed_makes_one_plan() {
        assert_eq!(Plan::new(3, SHORT), Plan::new(3, SHORT));
        assert_ne!(Plan::new(3, SHORT), Plan::new(4, SHORT));
    }

    #[test]
    fn every_plan_holds_every_fate_every_blow_and_enough_of_everything() {
        for seed in 0..50 {
            let plan = Plan::new(seed, SHORT);
            assert!(plan.jobs.len() >= FEWEST_JOBS);
            let mut fates = HashMap::new();
            for job in &plan.jobs {
                *fates.entry(format!("{:?}", job.fate)).or_insert(0) += 1;
            }
            assert_eq!(fates.len(), 5, "{fates:?}");
            assert_eq!(fates["Poison"], 2, "{fates:?}");
            assert!(fates["Innocent"] > plan.jobs.len() * 8 / 10, "{fates:?}");
            let names: HashSet<_> = plan.blows.iter().map(|(_, blow)| blow.name()).collect();
            assert_eq!(names.len(), 13, "{names:?}");
            let lanes = plan.jobs.iter().filter(|job| job.lane == Lane::Interactive).count();
            assert!((30..plan.jobs.len() - 30).contains(&lanes), "{lanes} interactive");
            let twins = plan.jobs.len() - plan.questions().len();
            assert!(twins > 20, "{twins} twins");
            let repeats = plan.traffic.iter().filter(|(_, what)| matches!(what, Traffic::Repeat(_))).count();
            assert!(repeats >= 3, "{repeats} repeated");
        }
    }

    #[test]
    fn jobs_are_published_once_and_before_anything_else_is_done_with_them() {
        let plan = Plan::new(5, SHORT);
        let mut published = HashSet::new();
        for pair in plan.traffic.windows(2) {
            assert!(pair[0].0 <= pair[1].0);
        }
        for (at, what) in &plan.traffic {
            assert!(*at <= plan.length, "{what:?} at {at:?}");
            match what {
                Traffic::Publish(job) => assert!(published.insert(*job), "{job} is published twice"),
                Traffic::Repeat(job) | Traffic::Cancel(job) => {
                    assert!(published.contains(job), "{what:?} comes before its job");
                }
            }
        }
        assert_eq!(published.len(), plan.jobs.len());
        assert!(plan.blows.iter().all(|(at, _)| *at <= plan.length));
    }

    #[test]
    fn nobody_shares_the_question_of_a_job_with_a_fate_of_its_own() {
        let plan = Plan::new(6, SHORT);
        for job in plan.jobs.iter().filter(|job| job.fate != Fate::Innocent) {
            let equal = plan.jobs.iter().filter(|other| other.question == job.question).count();
            assert_eq!(equal, 1, "{job:?}");
        }
    }

    #[test]
    fn a_longer_run_has_more_of_everything() {
        let (short, long) = (Plan::new(1, SHORT), Plan::new(1, SHORT * 6));
        assert!(long.jobs.len() > 2 * short.jobs.len() && long.blows.len() > 3 * short.blows.len());
    }
}

//! Whether the fleet kept its promises, from everything that was seen: no I/O, so that each way to break one can be tested.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::time::Duration;

use foreshock_protocol::refusal::ErrorCode;

use super::journal::{Answer, Fared};
use super::picture::{Picture, place};
use super::plan::{Fate, Plan, Question};
use super::witness::Sum;

/// Most disturbances that an innocent job must survive; a run may not cause more.
pub const MOST_DISTURBANCES: u32 = 3;
/// Workers that a poison job may end.
const POISONED: usize = 4;

/// Everything that was seen.
#[derive(Debug)]
pub struct Seen {
    /// How every job fared.
    pub fared: Vec<Fared>,
    /// What an undisturbed worker shows.
    pub pictures: HashMap<Question, Picture>,
    /// Blows that fell, by kind.
    pub blows: BTreeMap<&'static str, u32>,
    /// What passed between broker and workers; disturbances of all jobs but the poison ones.
    pub witness: Sum,
    /// Messages left in queues that must be empty, by queue.
    pub left: Vec<(String, u32)>,
    /// `message_id` of every parked message.
    pub parked: Vec<String>,
    /// Workers that ended by poison.
    pub poisoned: usize,
    /// Everything else that went wrong.
    pub off: Vec<String>,
    /// Seconds from the first job to the last outcome.
    pub took: Duration,
}

/// What is to be told.
#[derive(Debug, Default)]
pub struct Report {
    /// Lines of the table: what, how many.
    pub rows: Vec<(String, String)>,
    /// Broken promises; none is a success.
    pub off: Vec<String>,
}

impl Report {
    /// Whether every promise was kept.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.off.is_empty()
    }

    /// As a table for a person.
    #[must_use]
    pub fn table(&self) -> String {
        let width = self.rows.iter().map(|(what, _)| what.chars().count()).max().unwrap_or(0);
        let mut text = String::new();
        for (what, count) in &self.rows {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{what:<width$}  {count:>6}");
        }
        for off in &self.off {
            let _ = writeln!(text, "OFF: {off}");
        }
        text
    }
}

/// Jobs counted on the way.
#[derive(Default)]
struct Tally {
    outcomes: BTreeMap<String, u32>,
    lost: u32,
    wrong: u32,
    duplicates: u32,
    poison: BTreeSet<String>,
    poison_copies: usize,
    off: Vec<String>,
}

/// Judges a run.
#[must_use]
pub fn judge(plan: &Plan, seen: Seen) -> Report {
    let mut tally = Tally { off: seen.off, ..Tally::default() };
    if seen.fared.len() != plan.jobs.len() {
        tally.off.push(format!("{} of {} jobs were published", seen.fared.len(), plan.jobs.len()));
    }
    for fared in &seen.fared {
        tally.job(plan, fared, &seen.pictures);
    }
    for (queue, messages) in seen.left.iter().filter(|(_, messages)| *messages > 0) {
        tally.off.push(format!("{messages} messages are left in {queue}"));
    }
    let parked: BTreeSet<String> = seen.parked.iter().cloned().collect();
    for id in parked.difference(&tally.poison) {
        tally.off.push(format!("{id} is parked and was no poison"));
    }
    for id in tally.poison.difference(&parked) {
        tally.off.push(format!("poison {id} is not parked"));
    }
    if seen.poisoned > POISONED * tally.poison_copies {
        let (poisoned, copies) = (seen.poisoned, tally.poison_copies);
        tally
            .off
            .push(format!("{copies} poison messages ended {poisoned} workers, more than {POISONED} each"));
    }
    let sum = seen.witness;
    if sum.most > MOST_DISTURBANCES {
        tally.off.push(format!("an innocent job was disturbed {} times: the run itself is wrong", sum.most));
    }
    if sum.disturbances == 0 {
        tally.off.push("no job was disturbed: the run proves nothing".to_owned());
    }
    if sum.unread > 0 {
        tally.off.push(format!("{} AMQP frames could not be read: disturbances are not known", sum.unread));
    }

    let mut rows: Vec<(String, String)> = Vec::new();
    let mut row = |what: String, count: String| rows.push((what, count));
    row("seed".to_owned(), plan.seed.to_string());
    for (name, count) in &seen.blows {
        row(format!("blow: {name}"), count.to_string());
    }
    row("jobs".to_owned(), plan.jobs.len().to_string());
    for (outcome, count) in &tally.outcomes {
        row(format!("outcome: {outcome}"), count.to_string());
    }
    for (what, count) in [
        ("lost", tally.lost),
        ("wrong pixels", tally.wrong),
        ("duplicates seen and dropped", tally.duplicates),
        ("deliveries to workers", sum.deliveries),
        ("disturbances of innocent jobs", sum.disturbances),
        ("most disturbances of an innocent job", sum.most),
        ("workers ended by poison", seen.poisoned as u32),
        ("poison jobs planted", tally.poison.len() as u32),
        ("parked", parked.len() as u32),
        ("seconds", seen.took.as_secs() as u32),
    ] {
        row(what.to_owned(), count.to_string());
    }
    Report { rows, off: tally.off }
}

impl Tally {
    fn job(&mut self, plan: &Plan, fared: &Fared, pictures: &HashMap<Question, Picture>) {
        let planned = &plan.jobs[fared.number];
        let (id, fate) = (&fared.message_id, planned.fate);
        if fate == Fate::Poison {
            self.poison.insert(id.clone());
            self.poison_copies += fared.copies as usize;
        }
        let Some(visible) = fared.answers.first() else {
            self.lost += 1;
            self.off.push(format!("{fate:?} job {id} is lost: it has no outcome"));
            return;
        };
        *self.outcomes.entry(name(visible)).or_default() += 1;
        self.duplicates += fared.answers.len() as u32 - 1;
        for (place_in_line, answer) in fared.answers.iter().enumerate() {
            let which = if place_in_line == 0 { "outcome" } else { "duplicate outcome" };
            let wrong = match (fate, answer) {
                (Fate::Innocent | Fate::Cancelled, Answer::Done(geotiff)) => {
                    let wrong = difference(geotiff, pictures.get(&planned.question), planned);
                    self.wrong += u32::from(wrong.is_some());
                    wrong
                }
                (Fate::Cancelled, Answer::Cancelled)
                | (Fate::Late | Fate::Slow, Answer::Failed(ErrorCode::DeadlineExceeded, _))
                | (Fate::Poison, Answer::Failed(ErrorCode::TooManyAttempts, _)) => None,
                (_, Answer::Failed(code, message)) => Some(format!("failed, {code}: {message}")),
                (_, other) => Some(name(other)),
            };
            if let Some(wrong) = wrong {
                self.off.push(format!("the {which} of {fate:?} job {id} is wrong: {wrong}"));
            }
        }
    }
}

fn name(answer: &Answer) -> String {
    match answer {
        Answer::Done(_) => "done".to_owned(),
        Answer::Failed(code, _) => format!("failed, {code}"),
        Answer::Cancelled => "cancelled".to_owned(),
    }
}

fn difference(geotiff: &[u8], wanted: Option<&Picture>, planned: &super::plan::PlannedJob) -> Option<String> {
    let Some(wanted) = wanted else {
        return Some("nobody knows what an undisturbed worker shows".to_owned());
    };
    match Picture::read(geotiff) {
        Ok(picture) => picture.difference(wanted, &place(planned)),
        Err(error) => Some(format!("{error:#}")),
    }
}

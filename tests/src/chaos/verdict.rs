//! Whether the fleet kept its promises, from everything that was seen: no I/O, so that each way to break one can be tested.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::time::Duration;

use foreshock_protocol::refusal::ErrorCode;

use super::journal::{Answer, Fared};
use super::picture::{Picture, place};
use super::plan::{Fate, Plan, PlannedJob, Question};
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
    /// The message that was disturbed most, for a person.
    pub worst: String,
    /// Messages left in queues that must be empty, by queue.
    pub left: Vec<(String, u32)>,
    /// `message_id` of every parked message.
    pub parked: Vec<String>,
    /// Workers that ended by poison.
    pub poisoned: usize,
    /// Times that clients connected.
    pub connections: u32,
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
        let (most, worst) = (sum.most, &seen.worst);
        tally
            .off
            .push(format!("an innocent job was disturbed {most} times, the run itself is wrong: {worst}"));
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
        ("connections of clients", seen.connections),
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

fn difference(geotiff: &[u8], wanted: Option<&Picture>, planned: &PlannedJob) -> Option<String> {
    let Some(wanted) = wanted else {
        return Some("nobody knows what an undisturbed worker shows".to_owned());
    };
    match Picture::read(geotiff) {
        Ok(picture) => picture.difference(wanted, &place(planned)),
        Err(error) => Some(format!("{error:#}")),
    }
}

#[cfg(test)]
mod tests {
    use foreshock_protocol::job::Lane;

    use super::*;
    use crate::scene::Scene;

    const QUESTION: Question = Question { width: 64, height: 64, steps: 2, picture: 1, seed: 1 };

    fn planned(fate: Fate) -> PlannedJob {
        PlannedJob { client: 0, lane: Lane::Bulk, question: QUESTION, place: 3, fate }
    }

    /// An outcome's GeoTIFF at the place of [`planned`], filled with one value.
    fn geotiff(value: u8, geotransform: [f64; 6]) -> Vec<u8> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.tif");
        let scene = Scene { geotransform: Some(geotransform), ..Scene::utm(64, 64).bands(4) };
        scene.write(&path, |_, _, _| value).unwrap();
        std::fs::read(path).unwrap()
    }

    fn right() -> Answer {
        Answer::Done(geotiff(7, place(&planned(Fate::Innocent)).0))
    }

    fn failed(code: ErrorCode) -> Answer {
        Answer::Failed(code, "why".to_owned())
    }

    /// One job of each fate, each as it should fare.
    fn kept() -> (Plan, Seen) {
        let fates = [Fate::Innocent, Fate::Cancelled, Fate::Late, Fate::Slow, Fate::Poison];
        let answers = [
            vec![right(), right()],
            vec![Answer::Cancelled, right()],
            vec![failed(ErrorCode::DeadlineExceeded)],
            vec![failed(ErrorCode::DeadlineExceeded)],
            vec![failed(ErrorCode::TooManyAttempts)],
        ];
        let fared = answers.into_iter().enumerate().map(|(number, answers)| Fared {
            number,
            message_id: format!("job-{number}"),
            copies: 1,
            answers,
        });
        let plan = Plan {
            seed: 1,
            length: Duration::ZERO,
            jobs: fates.map(planned).to_vec(),
            traffic: Vec::new(),
            blows: Vec::new(),
        };
        let Answer::Done(geotiff) = right() else { panic!("it is done") };
        let seen = Seen {
            fared: fared.collect(),
            pictures: HashMap::from([(QUESTION, Picture::read(&geotiff).unwrap())]),
            blows: BTreeMap::from([("worker killed", 2)]),
            witness: Sum { deliveries: 9, disturbances: 5, most: 3, unread: 0 },
            worst: String::new(),
            left: vec![("jobs.bulk".to_owned(), 0)],
            parked: vec!["job-4".to_owned()],
            poisoned: 4,
            connections: 2,
            off: Vec::new(),
            took: Duration::from_secs(1),
        };
        (plan, seen)
    }

    #[test]
    fn a_run_that_kept_every_promise_is_good_and_its_table_says_so() {
        let (plan, seen) = kept();
        let report = judge(&plan, seen);
        assert!(report.is_good(), "{:?}", report.off);
        let table = report.table();
        for line in ["blow: worker killed", "outcome: done", "outcome: failed, deadline_exceeded"] {
            assert!(table.contains(line), "{table}");
        }
        assert!(report.rows.contains(&("duplicates seen and dropped".to_owned(), "2".to_owned())), "{table}");
    }

    #[test]
    fn every_broken_promise_is_told() {
        type Break = fn(&mut Seen);
        let elsewhere = || Answer::Done(geotiff(7, [0.0, 1.0, 0.0, 0.0, 0.0, -1.0]));
        let breaks: [(&str, Break); 16] = [
            ("job-0 is lost", |seen| seen.fared[0].answers.clear()),
            ("bytes of pixels", |seen| {
                seen.fared[0].answers[0] = Answer::Done(geotiff(8, place(&planned(Fate::Innocent)).0));
            }),
            ("the duplicate outcome of Innocent job job-0", |seen| {
                seen.fared[0].answers[1] = Answer::Done(geotiff(8, place(&planned(Fate::Innocent)).0));
            }),
            ("job-0 is wrong: failed, internal", |seen| {
                seen.fared[0].answers[0] = failed(ErrorCode::Internal)
            }),
            ("job-0 is wrong: cancelled", |seen| seen.fared[0].answers[1] = Answer::Cancelled),
            ("job-0 is wrong", |seen| seen.fared[0].answers[0] = Answer::Done(b"no tiff".to_vec())),
            ("job-2 is wrong: done", |seen| seen.fared[2].answers[0] = right()),
            ("job-3 is wrong", |seen| seen.fared[3].answers[0] = failed(ErrorCode::TooManyAttempts)),
            ("job-4 is wrong", |seen| seen.fared[4].answers[0] = Answer::Cancelled),
            ("poison job-4 is not parked", |seen| seen.parked.clear()),
            ("job-0 is parked", |seen| seen.parked.push("job-0".to_owned())),
            ("3 messages are left in jobs.bulk", |seen| seen.left[0].1 = 3),
            ("disturbed 4 times", |seen| seen.witness.most = 4),
            ("no job was disturbed", |seen| seen.witness.disturbances = 0),
            ("ended 5 workers", |seen| seen.poisoned = 5),
            ("4 of 5 jobs", |seen| drop(seen.fared.remove(1))),
        ];
        for (wanted, spoil) in breaks {
            let (plan, mut seen) = kept();
            spoil(&mut seen);
            let report = judge(&plan, seen);
            assert!(report.off.iter().any(|off| off.contains(wanted)), "{wanted}: {:?}", report.off);
        }
        let (plan, mut seen) = kept();
        seen.fared[0].answers[0] = elsewhere();
        assert!(judge(&plan, seen).off[0].contains("elsewhere on the ground"));
    }
}

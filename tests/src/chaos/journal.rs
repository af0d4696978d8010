//! A client's memory: what it asked, what it has sent, what came back. It outlives connections.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use foreshock_protocol::job::JobId;
use foreshock_protocol::outcome::{End, Outcome};
use foreshock_protocol::refusal::ErrorCode;

/// An outcome without what nobody needs later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The GeoTIFF's bytes.
    Done(Vec<u8>),
    /// Why not.
    Failed(ErrorCode, String),
    /// Called off.
    Cancelled,
}

impl From<Outcome> for Answer {
    fn from(outcome: Outcome) -> Self {
        match outcome.end {
            End::Done(done) => Self::Done(done.geotiff.0),
            End::Failed(refusal) => Self::Failed(refusal.code, refusal.message),
            End::Cancelled => Self::Cancelled,
        }
    }
}

/// One job of this client.
#[derive(Debug)]
struct Entry {
    body: Arc<Letter>,
    copies: u32,
    /// The first is what the user sees; the others are dropped by a client, and kept here to be looked at.
    answers: Vec<Answer>,
}

/// A message as it is published, any number of times.
#[derive(Debug)]
pub struct Letter {
    /// Number of the job in the plan.
    pub number: usize,
    /// `<job>:<tile>`.
    pub message_id: String,
    /// The request.
    pub job_id: JobId,
    /// Key on the exchange of jobs.
    pub key: String,
    /// When nobody waits any more.
    pub deadline: chrono::DateTime<chrono::Utc>,
    /// The job as JSON.
    pub body: Vec<u8>,
}

/// What to publish next.
#[derive(Debug, Clone)]
pub enum Next {
    /// A job, and which copy of it this is.
    Job(Arc<Letter>, u32),
    /// The end of a request.
    Cancel(JobId),
}

/// All jobs of one client, by `message_id`.
#[derive(Debug, Default)]
pub struct Journal {
    entries: BTreeMap<String, Entry>,
    to_send: VecDeque<String>,
    to_cancel: VecDeque<JobId>,
    strangers: Vec<String>,
}

/// What became of one job.
#[derive(Debug)]
pub struct Fared {
    /// Number of the job in the plan.
    pub number: usize,
    /// `<job>:<tile>`.
    pub message_id: String,
    /// How often it was published.
    pub copies: u32,
    /// The visible outcome, then the dropped ones.
    pub answers: Vec<Answer>,
}

impl Journal {
    /// A new job, to be sent.
    pub fn add(&mut self, letter: Letter) {
        let id = letter.message_id.clone();
        self.to_send.push_back(id.clone());
        self.entries.insert(id, Entry { body: Arc::new(letter), copies: 0, answers: Vec::new() });
    }

    /// A job is to be sent once more, whatever came back.
    pub fn repeat(&mut self, message_id: &str) {
        self.to_send.push_back(message_id.to_owned());
    }

    /// A request is to be called off.
    pub fn cancel(&mut self, job: JobId) {
        self.to_cancel.push_back(job);
    }

    /// After a new connection: what was sent and not answered is sent again, before anything new.
    pub fn reattached(&mut self) {
        let waiting: BTreeSet<String> = self.to_send.iter().cloned().collect();
        let unanswered =
            self.entries.iter().filter(|(_, entry)| entry.copies > 0 && entry.answers.is_empty());
        let again: Vec<String> =
            unanswered.map(|(id, _)| id).filter(|id| !waiting.contains(*id)).cloned().collect();
        for id in again.into_iter().rev() {
            self.to_send.push_front(id);
        }
    }

    /// Takes the next message out; it counts as sent from now on, whatever becomes of it.
    pub fn take_next(&mut self) -> Option<Next> {
        if let Some(job) = self.to_cancel.pop_front() {
            return Some(Next::Cancel(job));
        }
        let entry = self.entries.get_mut(&self.to_send.pop_front()?)?;
        entry.copies += 1;
        Some(Next::Job(Arc::clone(&entry.body), entry.copies))
    }

    /// Whether there is nothing to send.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.to_send.is_empty() && self.to_cancel.is_empty()
    }

    /// The broker had no room: the same job comes next.
    pub fn refused(&mut self, message_id: &str) {
        self.to_send.push_front(message_id.to_owned());
    }

    /// Writes an outcome down.
    pub fn answered(&mut self, message_id: &str, answer: Answer) {
        match self.entries.get_mut(message_id) {
            Some(entry) => entry.answers.push(answer),
            None => self.strangers.push(message_id.to_owned()),
        }
    }

    /// Jobs, and how many of them have an outcome.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        (self.entries.len(), self.entries.values().filter(|entry| !entry.answers.is_empty()).count())
    }

    /// Whether a job has an outcome.
    #[must_use]
    pub fn has(&self, message_id: &str) -> bool {
        self.entries.get(message_id).is_some_and(|entry| !entry.answers.is_empty())
    }

    /// Outcomes of jobs that this client never asked for.
    #[must_use]
    pub fn strangers(&self) -> &[String] {
        &self.strangers
    }

    /// How every job fared; the journal is empty afterwards.
    pub fn take(&mut self) -> Vec<Fared> {
        let entries = std::mem::take(&mut self.entries);
        let fared = |(message_id, entry): (String, Entry)| Fared {
            number: entry.body.number,
            message_id,
            copies: entry.copies,
            answers: entry.answers,
        };
        entries.into_iter().map(fared).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(message_id: &str) -> Letter {
        Letter {
            number: 0,
            message_id: message_id.to_owned(),
            job_id: JobId::new(),
            key: String::new(),
            deadline: chrono::Utc::now(),
            body: Vec::new(),
        }
    }

    fn sent(journal: &mut Journal) -> Vec<(String, u32)> {
        let next = std::iter::from_fn(|| journal.take_next());
        next.filter_map(|next| match next {
            Next::Job(letter, copy) => Some((letter.message_id.clone(), copy)),
            Next::Cancel(_) => None,
        })
        .collect()
    }

    #[test]
    fn what_is_unanswered_after_a_loss_is_sent_again_and_nothing_else() {
        let mut journal = Journal::default();
        for id in ["a", "b", "c"] {
            journal.add(letter(id));
        }
        assert!(matches!(journal.take_next(), Some(Next::Job(_, 1))));
        assert!(matches!(journal.take_next(), Some(Next::Job(_, 1))));
        journal.answered("a", Answer::Cancelled);
        journal.reattached();
        journal.reattached();
        assert_eq!(sent(&mut journal), [("b".to_owned(), 2), ("c".to_owned(), 1)]);
        journal.repeat("a");
        assert_eq!(sent(&mut journal), [("a".to_owned(), 2)]);
        assert_eq!(journal.progress(), (3, 1));
    }

    #[test]
    fn answers_are_kept_in_order_and_strangers_apart() {
        let mut journal = Journal::default();
        journal.add(letter("a"));
        journal.answered("a", Answer::Done(vec![1]));
        journal.answered("a", Answer::Cancelled);
        journal.answered("x", Answer::Cancelled);
        assert_eq!(journal.strangers(), ["x"]);
        assert_eq!(journal.take()[0].answers, [Answer::Done(vec![1]), Answer::Cancelled]);
    }
}

//! Tiles out, outcomes in: at most so many in flight, each outcome in the journal before it is settled, what fails tried again, what is
//! lost with a connection sent again.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use foreshock_protocol::job::JobId;
use foreshock_protocol::outcome::{End, Outcome};
use foreshock_protocol::{ErrorCode, Refusal};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::journal::{Journal, PutError};
use super::pilot::Pilot;
use super::progress::Progress;
use super::request::{Workbench, planned};
use super::{Backend, ClientError, Signal, SubmitError, blocking};

/// A tile that fails in a way that may pass is sent this often.
const ATTEMPTS: u32 = 3;
/// How long a full queue is left alone.
const FULL_PAUSE: Duration = Duration::from_secs(5);
/// After a reconnect, outcomes that waited in the reply queue come first; then what is missing is sent again.
const RECONNECT_PAUSE: Duration = Duration::from_secs(1);
/// Longest pause between two tries to connect.
const LONGEST_BACKOFF: Duration = Duration::from_secs(15);
/// How long the fleet is given to hear of a cancel.
const CANCEL_TIME: Duration = Duration::from_secs(5);

/// How the tiles ended.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tiles in all.
    pub of: u32,
    /// Tiles whose image is in the journal.
    pub done: u32,
    /// Of these, those that were there before.
    pub resumed: u32,
    /// Tiles where nothing can change.
    pub skipped: u32,
    /// Tiles that failed, and why.
    pub failed: Vec<(u32, String)>,
}

/// What a collection needs to know.
pub struct Collection<'a, B> {
    /// Source, mask and request.
    pub bench: Arc<Mutex<Workbench>>,
    /// Where outcomes are kept.
    pub journal: Journal,
    /// Who does the work.
    pub backend: &'a mut B,
    /// What the user sees.
    pub progress: &'a mut Progress,
    /// Ctrl-C.
    pub interrupted: CancellationToken,
    /// How long the user waits.
    pub patience: Duration,
}

/// A collection that runs.
struct Running<'a, B: Backend> {
    bench: Arc<Mutex<Workbench>>,
    journal: Arc<Mutex<Journal>>,
    backend: &'a mut B,
    progress: &'a mut Progress,
    interrupted: CancellationToken,
    patience: Duration,
    job_id: JobId,
    /// When the user gives up, for the fleet and for us.
    deadline: (DateTime<Utc>, Instant),
    /// Tiles to send, and which attempt it is.
    waiting: VecDeque<(u32, u32)>,
    /// Where candidates are tried; none without candidates.
    pilot: Option<Pilot>,
    /// Tiles to send as soon as the pilot's seed is known.
    behind: Vec<u32>,
    /// Tiles sent, and which attempt it was.
    flying: BTreeMap<u32, u32>,
    /// Tiles to try again, and when.
    later: Vec<(Instant, u32, u32)>,
    /// Tiles that need nothing more.
    ended: BTreeSet<u32>,
    /// Nothing is sent before.
    pause: Option<Instant>,
    /// The user knows that the queue is full.
    told_full: bool,
    tally: Tally,
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    // A panic elsewhere leaves rasters and journal as they were.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<B: Backend> Collection<'_, B> {
    /// Runs until every tile has ended. Gives the journal back.
    ///
    /// # Errors
    /// When the whole request is refused, called off or takes too long.
    pub async fn run(self) -> Result<(Tally, Journal), ClientError> {
        let (of, model, lane) = {
            let bench = lock(&self.bench);
            let request = &bench.request;
            (request.plan.len(), request.params.model.clone(), request.lane)
        };
        let (bench, journal) = (Arc::clone(&self.bench), Arc::new(Mutex::new(self.journal)));
        let pilot = {
            let journal = Arc::clone(&journal);
            blocking(move || Pilot::of(&lock(&bench), &lock(&journal))).await?
        };
        let (ended, job_id) = {
            let journal = lock(&journal);
            let ended: BTreeSet<u32> = (0..of).filter(|index| journal.has(*index)).collect();
            (ended, journal.job_id())
        };
        let mut missing: Vec<u32> = (0..of).filter(|index| !ended.contains(index)).collect();
        let mut behind = Vec::new();
        if let Some(Pilot { index, seed: None }) = pilot {
            behind = std::mem::replace(&mut missing, vec![index]);
            behind.retain(|other| *other != index);
        }
        let resumed = ended.len() as u32;
        self.progress.started(job_id, of, resumed, &model, lane.as_str());
        let fleet_deadline =
            Utc::now() + chrono::Duration::from_std(self.patience).unwrap_or(chrono::Duration::days(365));
        let mut running = Running {
            job_id,
            journal,
            bench: self.bench,
            backend: self.backend,
            progress: self.progress,
            interrupted: self.interrupted,
            deadline: (fleet_deadline, Instant::now() + self.patience),
            patience: self.patience,
            waiting: missing.into_iter().map(|index| (index, 1)).collect(),
            pilot,
            behind,
            flying: BTreeMap::new(),
            later: Vec::new(),
            ended,
            pause: None,
            told_full: false,
            tally: Tally { of, done: resumed, resumed, ..Tally::default() },
        };
        running.collect().await?;
        running.backend.finish().await;
        let tally = running.tally;
        let journal = Arc::into_inner(running.journal)
            .and_then(|journal| journal.into_inner().ok())
            .ok_or_else(|| ClientError::Internal("the journal is still in use".to_owned()))?;
        Ok((tally, journal))
    }
}

impl<B: Backend> Running<'_, B> {
    async fn collect(&mut self) -> Result<(), ClientError> {
        loop {
            let now = Instant::now();
            self.promote(now);
            if self.waiting.is_empty() && self.flying.is_empty() && self.later.is_empty() {
                return Ok(());
            }
            if now >= self.deadline.1 {
                let error = self.timed_out();
                return self.call_off(error).await;
            }
            let open = self.pause.is_none_or(|pause| pause <= now);
            let may_send = open && !self.waiting.is_empty() && self.flying.len() < self.backend.capacity();
            let wake = self.later.iter().map(|(when, ..)| *when).chain(self.pause.filter(|_| !open)).min();
            let wake = wake.unwrap_or(self.deadline.1).min(self.deadline.1);
            tokio::select! {
                biased;
                () = self.interrupted.cancelled() => return self.call_off(ClientError::Cancelled).await,
                signal = self.backend.next() => self.take(signal).await?,
                () = std::future::ready(()), if may_send => self.send_next().await?,
                () = tokio::time::sleep_until(wake) => {}
            }
        }
    }

    /// Moves what has waited long enough.
    fn promote(&mut self, now: Instant) {
        let (due, later) = self.later.drain(..).partition(|(when, ..)| *when <= now);
        self.later = later;
        let due: Vec<(Instant, u32, u32)> = due;
        self.waiting.extend(due.into_iter().map(|(_, index, attempt)| (index, attempt)));
    }

    fn timed_out(&self) -> ClientError {
        ClientError::TimedOut { done: self.tally.done, of: self.tally.of, seconds: self.patience.as_secs() }
    }

    /// Tells the fleet and gives up.
    async fn call_off(&mut self, error: ClientError) -> Result<(), ClientError> {
        // Written first: whether or not the fleet hears of it, this id is not used again.
        lock(&self.journal).called_off()?;
        if !self.flying.is_empty()
            && tokio::time::timeout(CANCEL_TIME, self.backend.cancel(self.job_id)).await.is_err()
        {
            self.progress
                .note("the fleet could not be told; its workers may finish tiles that nobody waits for");
        }
        Err(error)
    }

    async fn send_next(&mut self) -> Result<(), ClientError> {
        let Some((index, attempt)) = self.waiting.pop_front() else { return Ok(()) };
        if self.ended.contains(&index) {
            return Ok(());
        }
        let (bench, job_id, deadline) = (Arc::clone(&self.bench), self.job_id, self.deadline.0);
        let Some(mut job) = blocking(move || lock(&bench).job(index, job_id, deadline)).await? else {
            self.ended.insert(index);
            self.release(index);
            self.tally.skipped += 1;
            self.progress.tile_skipped();
            return Ok(());
        };
        if let Some(pilot) = &self.pilot {
            pilot.aim(&mut job);
        }
        let sent = tokio::select! {
            biased;
            () = self.interrupted.cancelled() => {
                // It may have gone out: the fleet must hear of it.
                self.flying.insert(index, attempt);
                return self.call_off(ClientError::Cancelled).await;
            }
            sent = self.backend.submit(job) => sent,
        };
        match sent {
            Ok(()) => {
                self.flying.insert(index, attempt);
                self.told_full = false;
                Ok(())
            }
            Err(SubmitError::Full) => {
                self.waiting.push_front((index, attempt));
                self.pause = Some(Instant::now() + FULL_PAUSE);
                if !self.told_full {
                    self.told_full = true;
                    self.progress.note("the queue is full; waiting until it has room (Ctrl-C to give up)");
                }
                Ok(())
            }
            Err(SubmitError::Lost(reason)) => {
                self.waiting.push_front((index, attempt));
                self.reconnect(&reason).await
            }
            Err(SubmitError::Never(error)) => self.call_off(error).await,
        }
    }

    async fn take(&mut self, signal: Signal<B::Receipt>) -> Result<(), ClientError> {
        match signal {
            Signal::Event(event) => {
                if event.job_id == self.job_id && !self.ended.contains(&event.tile.index) {
                    self.progress.event(&event);
                }
                Ok(())
            }
            Signal::Lost(reason) => self.reconnect(&reason).await,
            Signal::Outcome { outcome, index, receipt } => {
                let known = index.filter(|index| *index < self.tally.of);
                let result = match known {
                    // Outcomes may come twice, and those of an earlier attempt may still lie in the queue.
                    Some(index) if outcome.job_id == self.job_id && !self.ended.contains(&index) => {
                        self.outcome(index, *outcome).await
                    }
                    _ => Ok(()),
                };
                self.backend.settle(receipt).await;
                result
            }
        }
    }

    async fn outcome(&mut self, index: u32, outcome: Outcome) -> Result<(), ClientError> {
        let attempt = self.flying.remove(&index).unwrap_or(1);
        match &outcome.end {
            End::Done(done) => {
                let (cache, changed) = (done.cache, done.changed_fraction);
                let (seed, filter) = (done.seed, done.provenance.filter.clone());
                let (journal, bench, kept) =
                    (Arc::clone(&self.journal), Arc::clone(&self.bench), outcome.clone());
                let put = blocking(move || {
                    let (side, place) = {
                        let bench = lock(&bench);
                        let tile = planned(&bench.request.plan, index);
                        (
                            bench.request.plan.tile,
                            bench.source.info().grid.geotransform.at(tile.col, tile.row),
                        )
                    };
                    match lock(&journal).put(index, kept, side, &place) {
                        Ok(()) => Ok(None),
                        Err(PutError::Invalid(reason)) => Ok(Some(reason)),
                        Err(PutError::Failed(error)) => Err(error),
                    }
                });
                match put.await? {
                    None => {
                        self.ended.insert(index);
                        self.tally.done += 1;
                        self.progress.tile_done(index, &outcome, cache, changed);
                        if let Some(pilot) = self.pilot.as_mut().filter(|pilot| pilot.index == index) {
                            pilot.seed = Some(seed);
                            if let Some(filter) = filter {
                                self.progress.chosen(index, &filter);
                            }
                            self.release(index);
                        }
                        Ok(())
                    }
                    Some(reason) => {
                        let message = format!("worker {} sent a wrong image: {reason}", outcome.worker);
                        self.failed(index, attempt, Refusal::new(ErrorCode::Internal, message)).await
                    }
                }
            }
            End::Failed(refusal) => self.failed(index, attempt, refusal.clone()).await,
            End::Cancelled => {
                let message = "it was cancelled on the fleet";
                self.failed(index, attempt, Refusal::new(ErrorCode::Internal, message).retryable(false)).await
            }
        }
    }

    /// The pilot has ended: the others follow.
    fn release(&mut self, index: u32) {
        if self.pilot.is_some_and(|pilot| pilot.index == index) {
            self.waiting.extend(std::mem::take(&mut self.behind).into_iter().map(|index| (index, 1)));
        }
    }

    async fn failed(&mut self, index: u32, attempt: u32, refusal: Refusal) -> Result<(), ClientError> {
        let again = refusal.retryable && attempt < ATTEMPTS;
        self.progress.tile_failed(index, &refusal.message, again);
        if again {
            let pause = Duration::from_secs(1 << attempt);
            self.later.push((Instant::now() + pause, index, attempt + 1));
            return Ok(());
        }
        if concerns_all(&refusal) {
            return self.call_off(ClientError::Refused(refusal)).await;
        }
        if matches!(self.pilot, Some(pilot) if pilot.index == index && pilot.seed.is_none()) {
            // Without its seed the others cannot be begun: with another one they would not fit a pilot that succeeds later.
            let error = ClientError::Incomplete { failed: 1, of: self.tally.of, first: refusal.message };
            return self.call_off(error).await;
        }
        self.ended.insert(index);
        self.tally.failed.push((index, refusal.message));
        Ok(())
    }

    /// Connects again, as long as the user waits, and marks what was in flight to be sent again: a tile that is done already is answered
    /// from the cache, and an outcome that comes twice is dropped.
    async fn reconnect(&mut self, reason: &str) -> Result<(), ClientError> {
        self.progress.note(&format!("the connection to the broker is gone ({reason}); connecting again"));
        let mut backoff = Duration::from_millis(500);
        loop {
            let tried = tokio::select! {
                biased;
                () = self.interrupted.cancelled() => return self.call_off(ClientError::Cancelled).await,
                () = tokio::time::sleep_until(self.deadline.1) => {
                    let error = self.timed_out();
                    return self.call_off(error).await;
                }
                tried = self.backend.reconnect() => tried,
            };
            match tried {
                Ok(()) => break,
                Err(error) => tracing::debug!(%error, "no connection yet"),
            }
            tokio::select! {
                biased;
                () = self.interrupted.cancelled() => return self.call_off(ClientError::Cancelled).await,
                () = tokio::time::sleep(backoff) => backoff = (backoff * 2).min(LONGEST_BACKOFF),
            }
        }
        for (index, attempt) in std::mem::take(&mut self.flying).into_iter().rev() {
            self.waiting.push_front((index, attempt));
        }
        self.pause = Some(Instant::now() + RECONNECT_PAUSE);
        self.progress.note("connected again");
        Ok(())
    }
}

/// Whether every other tile of the request would be refused in the same way.
fn concerns_all(refusal: &Refusal) -> bool {
    matches!(
        refusal.code,
        ErrorCode::InvalidMessage
            | ErrorCode::UnknownSchema
            | ErrorCode::InvalidField
            | ErrorCode::TooLarge
            | ErrorCode::UnknownModel
            | ErrorCode::UnknownAdapter
            | ErrorCode::LicenceNotAccepted
            | ErrorCode::Unsupported
            | ErrorCode::UnknownWords
            | ErrorCode::Forbidden
    )
}

//! One delivery from arrival to settlement.

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::Utc;
use foreshock_protocol::event::{EVENT_SCHEMA, Event, EventKind};
use foreshock_protocol::job::{Job, JobId, Lane, parse_message_id};
use foreshock_protocol::limits::EVENTS_PER_SECOND;
use foreshock_protocol::outcome::{CacheState, End, Outcome};
use foreshock_protocol::{ErrorCode, Refusal};
use lapin::message::Delivery;
use lapin::options::{BasicAckOptions, BasicNackOptions, BasicRejectOptions};
use tokio::sync::{RwLock, mpsc};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::filter::{self, Desk};
use super::prepare::{self, Prepared, Rules};
use super::respond;
use super::sender::{Sender, earlier_deliveries};
use super::settlement::{Action, Ending, settle};
use crate::broker::{Cancels, Published, Publisher};
use crate::cache::{Cache, Cached, Flights, Seat};
use crate::engine::{Engine, EngineError};
use crate::telemetry::{
    CacheAsked, JobDeadLettered, JobEnded, JobStarted, LeaseLost, ReplyUnroutable, StageTimed,
};

/// Deliveries of one message, by whatever count the broker keeps, after which it is not tried again.
const MAX_DELIVERIES: u64 = 8;
/// Before a failed message goes back to the queue: brokers before 4.3 do not delay it themselves.
const RETRY_PAUSE: Duration = Duration::from_secs(1);

/// What all deliveries of a worker share; it outlives connections.
pub struct Shared {
    /// The thread that owns the model.
    pub engine: Engine,
    /// Results and marks.
    pub cache: Cache,
    /// Equal questions of this process.
    pub flights: Flights,
    /// Requests called off.
    pub cancels: Cancels,
    /// What is served, on which terms.
    pub rules: Rules,
    /// Name of this worker.
    pub worker: String,
    /// Longest time for one tile.
    pub job_time: Duration,
    /// Set when the worker stops: nothing new is begun.
    pub draining: CancellationToken,
    /// Readers: ordinary jobs. Writer: a redelivered one, which may be what killed another worker; it runs alone.
    pub company: RwLock<()>,
}

/// One delivery of one lane.
pub struct Life {
    /// What all deliveries share.
    pub shared: Arc<Shared>,
    /// Where answers go, on this connection.
    pub publisher: Arc<Publisher>,
    /// The lane it came by.
    pub lane: Lane,
}

impl Life {
    /// Works on a delivery and settles it.
    pub async fn run(self, delivery: Delivery) {
        let clock = Instant::now();
        let earlier = earlier_deliveries(&delivery.properties);
        let sender = match Sender::of(&delivery.properties) {
            Ok(sender) => sender,
            Err(reason) => {
                JobDeadLettered { reason }.emit();
                self.carry_out(settle(Ending::Unanswerable, earlier), &delivery, None).await;
                return;
            }
        };
        let (ending, job, tile) = self.ending(&delivery, &sender, earlier).await;
        self.report(&ending, job, tile, clock);
        self.carry_out(settle(ending, earlier), &delivery, Some(&sender)).await;
    }

    async fn ending(
        &self,
        delivery: &Delivery,
        sender: &Sender,
        earlier: u64,
    ) -> (Ending, JobId, Option<u32>) {
        let named = sender.message_id.as_deref().and_then(parse_message_id);
        let body = &delivery.data;
        let job = match Job::parse(body) {
            Ok(job) => job,
            Err(refusal) => {
                let Some((job, tile)) = named else {
                    JobDeadLettered { reason: &refusal.message }.emit();
                    return (Ending::Unanswerable, JobId(Uuid::nil()), None);
                };
                let outcome = respond::failed(job, None, refusal, &self.shared.worker);
                return (Ending::Answered(Box::new(outcome)), job, Some(tile));
            }
        };
        let (id, tile) = (job.job_id, job.tile.index);
        JobStarted { job: id, tile, lane: self.lane, redelivered: delivery.redelivered }.emit();
        let ending = if earlier >= MAX_DELIVERIES {
            let message = format!(
                "the tile was tried {earlier} times and never finished; it may be what stops the workers"
            );
            self.refused(&job, Refusal::new(ErrorCode::TooManyAttempts, message))
        } else if named != Some((id, tile)) {
            let message = "message_id must be <job_id>:<tile index> of the body";
            let refusal =
                Refusal::field(ErrorCode::InvalidField, "message_id", "<job_id>:<tile index>", message);
            // The sender waits for what it named, if it named anything.
            match named {
                Some((named, _)) => {
                    Ending::Answered(Box::new(respond::failed(named, None, refusal, &self.shared.worker)))
                }
                None => self.refused(&job, refusal),
            }
        } else {
            self.company(job, sender, delivery.redelivered).await
        };
        (ending, id, Some(tile))
    }

    /// Waits until the job may be begun: a redelivered one only when this process holds no other.
    async fn company(&self, job: Job, sender: &Sender, redelivered: bool) -> Ending {
        let shared = &self.shared;
        let draining = shared.draining.cancelled();
        if redelivered {
            tokio::select! {
                biased;
                () = draining => Ending::GivenBack,
                _alone = shared.company.write() => self.work(job, sender).await,
            }
        } else {
            tokio::select! {
                biased;
                () = draining => Ending::GivenBack,
                _company = shared.company.read() => self.work(job, sender).await,
            }
        }
    }

    async fn work(&self, job: Job, sender: &Sender) -> Ending {
        let shared = &self.shared;
        let left = (job.deadline - Utc::now()).to_std().unwrap_or(Duration::ZERO);
        if left.is_zero() {
            let message = "the deadline passed before a worker was free; ask again, or allow more time";
            return self.refused(
                &job,
                Refusal::field(ErrorCode::DeadlineExceeded, "deadline", "in the future", message),
            );
        }
        let cancel = shared.cancels.token(&sender.user, job.job_id);
        if cancel.is_cancelled() || shared.cache.is_cancelled(&sender.user, job.job_id).await {
            return self.cancelled(&job);
        }
        let job = Arc::new(job);
        let prepared = {
            let (job, shared) = (Arc::clone(&job), Arc::clone(shared));
            tokio::task::spawn_blocking(move || prepare::prepare(&job, &shared.rules)).await
        };
        let prepared = match prepared {
            Ok(Ok(prepared)) => prepared,
            Ok(Err(refusal)) => return self.refused(&job, refusal),
            Err(panic) => {
                return self
                    .refused(&job, Refusal::new(ErrorCode::Internal, format!("decoding failed: {panic}")));
            }
        };
        self.event(&job, sender, EventKind::Accepted).await;
        let deadline = Instant::now() + left.min(shared.job_time);
        let (cached, state, seconds) = match self.answer(&job, sender, prepared, &cancel, deadline).await {
            Ok(answer) => answer,
            Err(EngineError::Cancelled) => return self.cancelled(&job),
            Err(EngineError::Stopping) => return Ending::GivenBack,
            Err(error) => {
                let refusal = prepare::refusal(&error)
                    .unwrap_or_else(|| Refusal::new(ErrorCode::Internal, error.to_string()));
                let outcome =
                    Box::new(respond::failed(job.job_id, Some(job.tile), refusal.clone(), &shared.worker));
                return if refusal.retryable {
                    Ending::Transient(outcome)
                } else {
                    Ending::Answered(outcome)
                };
            }
        };
        let outcome = {
            let (job, shared) = (Arc::clone(&job), Arc::clone(shared));
            tokio::task::spawn_blocking(move || {
                respond::done(&job, &shared.rules, &cached, state, &seconds, &shared.worker)
            })
            .await
        };
        match outcome {
            Ok(Ok(outcome)) => Ending::Answered(Box::new(outcome)),
            Ok(Err(error)) => {
                self.refused(&job, Refusal::new(ErrorCode::Internal, error.to_string()).retryable(false))
            }
            Err(panic) => {
                self.refused(&job, Refusal::new(ErrorCode::Internal, format!("encoding failed: {panic}")))
            }
        }
    }

    /// Pixels from the cache, from an equal job that runs here, or from the engine.
    async fn answer(
        &self,
        job: &Arc<Job>,
        sender: &Sender,
        prepared: Prepared,
        cancel: &CancellationToken,
        deadline: Instant,
    ) -> Result<(Arc<Cached>, CacheState, Vec<(&'static str, f64)>), EngineError> {
        let shared = &self.shared;
        let pilot = loop {
            let boarding = shared.flights.board(prepared.fingerprint);
            let seat = tokio::select! {
                seat = boarding => seat,
                () = cancel.cancelled() => return Err(EngineError::Cancelled),
                () = tokio::time::sleep_until(deadline.into()) => return Err(EngineError::Deadline),
            };
            match seat {
                Seat::Pilot(pilot) => break pilot,
                Seat::Passenger(Some(cached)) => {
                    CacheAsked { result: "shared" }.emit();
                    return Ok((cached, CacheState::Hit, Vec::new()));
                }
                Seat::Passenger(None) => {}
            }
        };
        if let Some(cached) = shared.cache.get(prepared.fingerprint).await {
            CacheAsked { result: "hit" }.emit();
            pilot.land(&cached);
            return Ok((cached, CacheState::Hit, Vec::new()));
        }
        CacheAsked { result: "miss" }.emit();
        let (steps, mut done) = mpsc::channel::<(u32, u32)>(4);
        let desk = Desk {
            engine: &shared.engine,
            judge: shared.rules.judge.as_deref(),
            lane: self.lane,
            cancel: cancel.clone(),
            stop: shared.draining.clone(),
            deadline,
            // When nobody keeps up a step goes unreported.
            progress: Arc::new(move |step, of| {
                let _ = steps.try_send((step, of));
            }),
        };
        let mut work = std::pin::pin!(filter::edit(&desk, prepared.request, &job.params));
        let mut last_event = None::<Instant>;
        let made = loop {
            tokio::select! {
                made = &mut work => break made?,
                Some((step, of)) = done.recv() => {
                    let pause = Duration::from_secs(1) / EVENTS_PER_SECOND;
                    if last_event.is_none_or(|last| last.elapsed() >= pause) {
                        last_event = Some(Instant::now());
                        self.event(job, sender, EventKind::Progress { step, of, preview: None }).await;
                    }
                }
            }
        };
        let seconds = made.edited.seconds.clone();
        for (stage, seconds) in &seconds {
            StageTimed { stage, seconds: *seconds }.emit();
        }
        let cached = Arc::new(respond::cached(made));
        // A judge that failed may answer the next time.
        if cached.filter.as_ref().is_none_or(|filter| filter.failed.is_none()) {
            shared.cache.put(prepared.fingerprint, &cached).await;
        }
        pilot.land(&cached);
        Ok((cached, CacheState::Miss, seconds))
    }

    fn refused(&self, job: &Job, refusal: Refusal) -> Ending {
        Ending::Answered(Box::new(respond::failed(job.job_id, Some(job.tile), refusal, &self.shared.worker)))
    }

    fn cancelled(&self, job: &Job) -> Ending {
        Ending::Answered(Box::new(respond::outcome(
            job.job_id,
            Some(job.tile),
            &self.shared.worker,
            End::Cancelled,
        )))
    }

    async fn event(&self, job: &Job, sender: &Sender, kind: EventKind) {
        let event = Event {
            schema: EVENT_SCHEMA.to_owned(),
            job_id: job.job_id,
            tile: job.tile,
            worker: self.shared.worker.clone(),
            kind,
        };
        self.publisher.event(&sender.reply_key, &event).await;
    }

    fn report(&self, ending: &Ending, job: JobId, tile: Option<u32>, clock: Instant) {
        let (outcome, error_code, message) = match ending {
            Ending::Answered(outcome) | Ending::Transient(outcome) => match &outcome.end {
                End::Done(_) => ("done", "", String::new()),
                End::Failed(refusal) => ("failed", refusal.code.as_str(), refusal.message.clone()),
                End::Cancelled => ("cancelled", "", String::new()),
            },
            Ending::Unanswerable => ("dead_lettered", "", String::new()),
            Ending::GivenBack => ("handed_back", "", String::new()),
        };
        let seconds = clock.elapsed().as_secs_f64();
        JobEnded { job, tile, lane: self.lane, outcome, error_code, message: &message, seconds }.emit();
    }

    /// The one place that touches a message's fate.
    async fn carry_out(&self, actions: Vec<Action>, delivery: &Delivery, sender: Option<&Sender>) {
        for action in actions {
            let settled = match action {
                Action::Publish(outcome) => {
                    if !self.publish(&outcome, sender).await {
                        // Not confirmed: somebody else answers.
                        let back = BasicNackOptions { requeue: true, ..BasicNackOptions::default() };
                        if !delivery.acker.nack(back).await.unwrap_or(false) {
                            LeaseLost.emit();
                        }
                        return;
                    }
                    continue;
                }
                Action::Ack => delivery.acker.ack(BasicAckOptions::default()).await,
                Action::Reject => delivery.acker.reject(BasicRejectOptions { requeue: false }).await,
                Action::Retry => {
                    tokio::time::sleep(RETRY_PAUSE).await;
                    delivery.acker.reject(BasicRejectOptions { requeue: true }).await
                }
                Action::HandBack => {
                    delivery
                        .acker
                        .nack(BasicNackOptions { requeue: true, ..BasicNackOptions::default() })
                        .await
                }
            };
            // Neither “poisoned” nor an error is a settled message: it is delivered again, and the cache answers.
            if !settled.unwrap_or(false) {
                LeaseLost.emit();
                return;
            }
        }
    }

    async fn publish(&self, outcome: &Outcome, sender: Option<&Sender>) -> bool {
        let Some(sender) = sender else { return true };
        match self.publisher.outcome(&sender.reply_key, sender.message_id.as_deref(), outcome).await {
            Published::Confirmed => true,
            Published::Unroutable => {
                ReplyUnroutable.emit();
                true
            }
            Published::Failed(error) => {
                tracing::warn!(%error, "an outcome could not be published; its message goes back to the queue");
                false
            }
        }
    }
}

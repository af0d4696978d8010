//! One delivery from arrival to settlement.

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::Utc;
use foreshock_protocol::event::{EVENT_SCHEMA, Event, EventKind};
use foreshock_protocol::job::{Job, JobId, Lane, parse_message_id};
use foreshock_protocol::outcome::{End, Outcome};
use foreshock_protocol::{ErrorCode, Refusal};
use lapin::message::Delivery;
use lapin::options::{BasicAckOptions, BasicNackOptions, BasicRejectOptions};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::answer::{Answered, answer};
use super::deliveries::{
    earlier_deliveries, failed_deliveries, has_expired, has_oversized_headers, lane_of_suspect,
};
use super::prepare::{self, Rules};
use super::respond;
use super::sender::Sender;
use super::settlement::{Action, Ending, Origin, settle};
use crate::broker::{Cancels, Published, Publisher};
use crate::cache::{Cache, Flights, Pace};
use crate::engine::{Engine, EngineError};
use crate::telemetry::{JobEnded, JobPassedOn, JobStarted, LeaseLost, MessageDiscarded, ReplyUnroutable};

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
    /// How long a tile takes here.
    pub pace: Pace,
}

/// One delivery.
pub struct Life {
    /// What all deliveries share.
    pub shared: Arc<Shared>,
    /// Where answers go, on this connection.
    pub publisher: Arc<Publisher>,
    /// The lane it came by, at first.
    pub lane: Lane,
    /// Where it comes from now.
    pub origin: Origin,
}

impl Life {
    /// A delivery of a lane.
    #[must_use]
    pub fn of_lane(shared: &Arc<Shared>, publisher: &Arc<Publisher>, lane: Lane) -> Self {
        Self { shared: Arc::clone(shared), publisher: Arc::clone(publisher), lane, origin: Origin::Lane }
    }

    /// A delivery of the suspects.
    #[must_use]
    pub fn of_suspect(shared: &Arc<Shared>, publisher: &Arc<Publisher>, delivery: &Delivery) -> Self {
        let origin =
            Origin::Suspects { failed: failed_deliveries(&delivery.properties, delivery.redelivered) };
        let lane = lane_of_suspect(&delivery.properties);
        Self { shared: Arc::clone(shared), publisher: Arc::clone(publisher), lane, origin }
    }

    /// Works on a delivery and settles it.
    pub async fn run(self, delivery: Delivery) {
        let clock = Instant::now();
        let sender = Sender::of(&delivery.properties);
        let ending = match &sender {
            _ if has_oversized_headers(&delivery.properties) => self.oversized(sender.as_ref().ok()),
            Ok(sender) => match self.set_aside(&delivery) {
                Some(reason) => self.passed_on(reason),
                None => {
                    let (ending, job, tile) = self.ending(&delivery, sender).await;
                    self.report(&ending, job, tile, clock);
                    ending
                }
            },
            Err(reason) => self.passed_on(reason),
        };
        self.carry_out(settle(ending, self.origin), &delivery, sender.as_ref().ok()).await;
    }

    fn passed_on(&self, reason: &str) -> Ending {
        JobPassedOn { lane: self.lane, reason }.emit();
        Ending::PassedOn
    }

    /// What becomes of a message that must not travel on.
    fn oversized(&self, sender: Option<&Sender>) -> Ending {
        const LIMIT: &str = "at most 16 KiB";
        let named = sender.and_then(|sender| sender.message_id.as_deref()).and_then(parse_message_id);
        let Some((job, _)) = named else {
            MessageDiscarded { reason: "its headers are longer than 16 KiB, and nobody can be told" }.emit();
            return Ending::Discarded;
        };
        let message = "the message's headers are too long; a job needs none";
        let refusal = Refusal::field(ErrorCode::TooLarge, "headers", LIMIT, message);
        Ending::Answered(Box::new(respond::failed(job, None, refusal, &self.shared.worker)))
    }

    /// Why a delivery is not begun here at all.
    fn set_aside(&self, delivery: &Delivery) -> Option<&'static str> {
        let (properties, again) = (&delivery.properties, delivery.redelivered);
        match self.origin {
            // Perhaps the worker that had it before died of it.
            Origin::Lane if failed_deliveries(properties, again) > 0 => Some("it was given back before"),
            // Brokers since 4.3 do not count what is handed back or outlives the consumer's time.
            _ if earlier_deliveries(properties, again) >= MAX_DELIVERIES => Some("it goes in circles"),
            _ => None,
        }
    }

    async fn ending(&self, delivery: &Delivery, sender: &Sender) -> (Ending, JobId, Option<u32>) {
        let named = sender.message_id.as_deref().and_then(parse_message_id);
        let job = match Job::parse(&delivery.data) {
            Ok(job) => job,
            Err(refusal) => {
                let Some((job, tile)) = named else {
                    return (self.passed_on(&refusal.message), JobId(Uuid::nil()), None);
                };
                let outcome = respond::failed(job, None, refusal, &self.shared.worker);
                return (Ending::Answered(Box::new(outcome)), job, Some(tile));
            }
        };
        let (id, tile) = (job.job_id, job.tile.index);
        JobStarted { job: id, tile, lane: self.lane, suspect: self.origin != Origin::Lane }.emit();
        let ending = if named == Some((id, tile)) {
            self.work(job, sender, has_expired(&delivery.properties)).await
        } else {
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
        };
        (ending, id, Some(tile))
    }

    async fn work(&self, job: Job, sender: &Sender, expired: bool) -> Ending {
        let shared = &self.shared;
        if shared.draining.is_cancelled() {
            return Ending::GivenBack;
        }
        let left = (job.deadline - Utc::now()).to_std().unwrap_or(Duration::ZERO);
        if expired || left.is_zero() {
            let message = "the deadline passed before a worker was free; ask again, or allow more time";
            return self.refused(
                &job,
                Refusal::field(ErrorCode::DeadlineExceeded, "deadline", "in the future", message),
            );
        }
        let cancel = shared.cancels.token(&sender.user, job.job_id);
        if cancel.is_cancelled() {
            return self.cancelled(&job);
        }
        let job = Arc::new(job);
        let prepared = {
            let (job, shared) = (Arc::clone(&job), Arc::clone(shared));
            tokio::task::spawn_blocking(move || {
                let clock = Instant::now();
                (prepare::prepare(&job, &shared.rules), ("read", clock.elapsed().as_secs_f64()))
            })
        };
        let marked = shared.cache.is_cancelled(&sender.user, job.job_id);
        let (prepared, marked) = tokio::join!(prepared, marked);
        if marked {
            return self.cancelled(&job);
        }
        let (prepared, read) = match prepared {
            Ok((Ok(prepared), read)) => (prepared, read),
            Ok((Err(refusal), _)) => return self.refused(&job, refusal),
            Err(panic) => {
                return self
                    .refused(&job, Refusal::new(ErrorCode::Internal, format!("decoding failed: {panic}")));
            }
        };
        self.publisher.event(&sender.reply_key, self.event(&job, EventKind::Accepted));
        let deadline = Instant::now() + left.min(shared.job_time);
        let tell = |step, of| {
            let kind = EventKind::Progress { step, of, preview: None };
            self.publisher.event(&sender.reply_key, self.event(&job, kind));
        };
        let answered = answer(shared, &job, self.lane, self.origin, prepared, &cancel, deadline, tell).await;
        let Answered { cached, state, seconds, keeping } = match answered {
            Ok(answered) => answered,
            Err(EngineError::Cancelled) => return self.cancelled(&job),
            Err(EngineError::Stopping) => return Ending::GivenBack,
            Err(EngineError::Gone(reason)) => {
                // Nobody is at fault, and nothing more can be done here.
                tracing::error!(reason, "no engine: the worker stops");
                shared.draining.cancel();
                return Ending::GivenBack;
            }
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
            let seconds: Vec<_> = std::iter::once(read).chain(seconds).collect();
            tokio::task::spawn_blocking(move || {
                respond::done(&job, &shared.rules, &cached, state, &seconds, &shared.worker)
            })
            .await
        };
        if let Some(keeping) = keeping {
            // It is bounded, and its failure has been told.
            let _ = keeping.await;
        }
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

    fn event(&self, job: &Job, kind: EventKind) -> Event {
        Event {
            schema: EVENT_SCHEMA.to_owned(),
            job_id: job.job_id,
            tile: job.tile,
            worker: self.shared.worker.clone(),
            kind,
        }
    }

    fn report(&self, ending: &Ending, job: JobId, tile: Option<u32>, clock: Instant) {
        let (outcome, error_code, message) = match ending {
            Ending::Answered(outcome) | Ending::Transient(outcome) => match &outcome.end {
                End::Done(_) => ("done", "", String::new()),
                End::Failed(refusal) => ("failed", refusal.code.as_str(), refusal.message.clone()),
                End::Cancelled => ("cancelled", "", String::new()),
            },
            Ending::PassedOn | Ending::Discarded => ("passed_on", "", String::new()),
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
            Published::Refused => {
                tracing::warn!("a reply queue takes no more; the outcome's message goes back");
                false
            }
            Published::Failed(error) => {
                tracing::warn!(%error, "an outcome could not be published; its message goes back to the queue");
                false
            }
        }
    }
}

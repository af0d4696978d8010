//! One delivery from arrival to settlement.

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::Utc;
use foreshock_protocol::event::{EVENT_SCHEMA, Event, EventKind};
use foreshock_protocol::job::{Job, JobId, Lane, parse_message_id};
use foreshock_protocol::outcome::{End, Outcome};
use foreshock_protocol::{ErrorCode, Refusal};
use futures::FutureExt as _;
use lapin::message::Delivery;
use lapin::options::{BasicAckOptions, BasicNackOptions, BasicRejectOptions};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::answer::{Answered, answer};
use super::deliveries::{earlier_deliveries, failed_deliveries, lane_of_suspect};
use super::prepare::{self, Rules};
use super::respond;
use super::sender::Sender;
use super::settlement::{Action, Ending, Origin, settle};
use crate::broker::{Cancels, Published, Publisher};
use crate::cache::{Cache, Flights, Pace};
use crate::engine::{Engine, EngineError};
use crate::telemetry::{JobEnded, JobPassedOn, JobStarted, LeaseLost, ReplyUnroutable};

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
        let origin = Origin::Suspects { failed: failed_deliveries(&delivery.properties) };
        let lane = lane_of_suspect(&delivery.properties);
        Self { shared: Arc::clone(shared), publisher: Arc::clone(publisher), lane, origin }
    }

    /// Works on a delivery and settles it.
    pub async fn run(self, delivery: Delivery) {
        let clock = Instant::now();
        let (ending, sender) = match self.set_aside(&delivery) {
            Some(reason) => {
                JobPassedOn { lane: self.lane, reason }.emit();
                (Ending::PassedOn, None)
            }
            None => match Sender::of(&delivery.properties) {
                Ok(sender) => {
                    let (ending, job, tile) = self.ending(&delivery, &sender).await;
                    self.report(&ending, job, tile, clock);
                    (ending, Some(sender))
                }
                Err(reason) => {
                    JobPassedOn { lane: self.lane, reason }.emit();
                    (Ending::PassedOn, None)
                }
            },
        };
        self.carry_out(settle(ending, self.origin), &delivery, sender.as_ref()).await;
    }

    /// Why a delivery is not begun here at all.
    fn set_aside(&self, delivery: &Delivery) -> Option<&'static str> {
        match self.origin {
            // Perhaps the worker that had it before died of it.
            Origin::Lane if failed_deliveries(&delivery.properties) > 0 => Some("it was given back before"),
            // Brokers since 4.3 do not count what is handed back or outlives the consumer's time.
            _ if earlier_deliveries(&delivery.properties) >= MAX_DELIVERIES => Some("it goes in circles"),
            _ => None,
        }
    }

    async fn ending(&self, delivery: &Delivery, sender: &Sender) -> (Ending, JobId, Option<u32>) {
        let named = sender.message_id.as_deref().and_then(parse_message_id);
        let job = match Job::parse(&delivery.data) {
            Ok(job) => job,
            Err(refusal) => {
                let Some((job, tile)) = named else {
                    JobPassedOn { lane: self.lane, reason: &refusal.message }.emit();
                    return (Ending::PassedOn, JobId(Uuid::nil()), None);
                };
                let outcome = respond::failed(job, None, refusal, &self.shared.worker);
                return (Ending::Answered(Box::new(outcome)), job, Some(tile));
            }
        };
        let (id, tile) = (job.job_id, job.tile.index);
        JobStarted { job: id, tile, lane: self.lane, suspect: self.origin != Origin::Lane }.emit();
        let ending = if named == Some((id, tile)) {
            self.work(job, sender).await
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

    async fn work(&self, job: Job, sender: &Sender) -> Ending {
        let shared = &self.shared;
        if shared.draining.is_cancelled() {
            return Ending::GivenBack;
        }
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
        let clock = Instant::now();
        let prepared = {
            let (job, shared) = (Arc::clone(&job), Arc::clone(shared));
            tokio::task::spawn_blocking(move || prepare::prepare(&job, &shared.rules)).await
        };
        let read = ("read", clock.elapsed().as_secs_f64());
        let prepared = match prepared {
            Ok(Ok(prepared)) => prepared,
            Ok(Err(refusal)) => return self.refused(&job, refusal),
            Err(panic) => {
                return self
                    .refused(&job, Refusal::new(ErrorCode::Internal, format!("decoding failed: {panic}")));
            }
        };
        self.publisher.event(&sender.reply_key, &self.event_of(&job, EventKind::Accepted)).await;
        let deadline = Instant::now() + left.min(shared.job_time);
        let tell = |step, of| {
            let event = self.event_of(&job, EventKind::Progress { step, of, preview: None });
            let (publisher, reply_key) = (Arc::clone(&self.publisher), sender.reply_key.clone());
            async move { publisher.event(&reply_key, &event).await }.boxed()
        };
        let answered = answer(shared, &job, self.lane, self.origin, prepared, &cancel, deadline, tell).await;
        let Answered { cached, state, seconds } = match answered {
            Ok(answered) => answered,
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
            let seconds: Vec<_> = std::iter::once(read).chain(seconds).collect();
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

    fn event_of(&self, job: &Job, kind: EventKind) -> Event {
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
            Ending::PassedOn => ("passed_on", "", String::new()),
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

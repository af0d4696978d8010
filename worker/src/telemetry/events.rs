//! The closed catalogue of what a worker reports. No job id is ever a label.

use foreshock_protocol::job::{JobId, Lane};
use metrics::{counter, histogram};

/// A connection to the broker is up and its queues are consumed.
pub struct BrokerReady<'a> {
    /// Address without password.
    pub address: &'a str,
}

impl BrokerReady<'_> {
    /// Logs and counts.
    pub fn emit(self) {
        counter!("foreshock_worker_amqp_connects_total").increment(1);
        tracing::info!(address = self.address, "connected to the broker");
    }
}

/// The broker is gone or refused us.
pub struct BrokerLost<'a> {
    /// What happened.
    pub error: &'a str,
    /// Seconds until the next try.
    pub retry_seconds: f64,
}

impl BrokerLost<'_> {
    /// Logs and counts.
    pub fn emit(self) {
        counter!("foreshock_worker_amqp_losses_total").increment(1);
        tracing::warn!(error = self.error, retry_seconds = self.retry_seconds, "lost the broker");
    }
}

/// A tile was taken.
pub struct JobStarted {
    /// The request.
    pub job: JobId,
    /// The tile.
    pub tile: u32,
    /// Its lane.
    pub lane: Lane,
    /// Whether it runs alone, because it may be what stopped another worker.
    pub suspect: bool,
}

impl JobStarted {
    /// Logs and counts.
    pub fn emit(self) {
        if self.suspect {
            counter!("foreshock_worker_suspects_total", "lane" => self.lane.as_str()).increment(1);
        }
        tracing::info!(job = %self.job, tile = self.tile, lane = self.lane.as_str(), suspect = self.suspect, "job started");
    }
}

/// A tile has ended, one way or another.
pub struct JobEnded<'a> {
    /// The request.
    pub job: JobId,
    /// The tile.
    pub tile: Option<u32>,
    /// Its lane.
    pub lane: Lane,
    /// `done`, `failed`, `cancelled`, `handed_back`, `passed_on`.
    pub outcome: &'static str,
    /// Error code; empty when none.
    pub error_code: &'static str,
    /// What a person should know.
    pub message: &'a str,
    /// Seconds since it was taken.
    pub seconds: f64,
}

impl JobEnded<'_> {
    /// Logs and counts.
    pub fn emit(self) {
        let lane = self.lane.as_str();
        counter!("foreshock_worker_jobs_total", "outcome" => self.outcome, "error_code" => self.error_code, "lane" => lane).increment(1);
        histogram!("foreshock_worker_job_seconds", "stage" => "total").record(self.seconds);
        tracing::info!(
            job = %self.job, tile = self.tile, lane, outcome = self.outcome, error_code = self.error_code, seconds = self.seconds,
            "job ended {}", self.message
        );
    }
}

/// One stage of a tile took so long.
pub struct StageTimed {
    /// Name of the stage.
    pub stage: &'static str,
    /// Seconds.
    pub seconds: f64,
}

impl StageTimed {
    /// Counts; too frequent to log.
    pub fn emit(self) {
        histogram!("foreshock_worker_job_seconds", "stage" => self.stage).record(self.seconds);
    }
}

/// The cache was asked.
pub struct CacheAsked {
    /// `hit`, `miss`, `shared` (another job of this process computed it) or `awaited` (another worker did).
    pub result: &'static str,
}

impl CacheAsked {
    /// Logs and counts.
    pub fn emit(self) {
        counter!("foreshock_worker_cache_requests_total", "result" => self.result).increment(1);
        tracing::debug!(result = self.result, "cache asked");
    }
}

/// The cache did not answer, or lied.
pub struct CacheFailed<'a> {
    /// What was tried.
    pub operation: &'static str,
    /// What happened.
    pub error: &'a str,
}

impl CacheFailed<'_> {
    /// Logs and counts.
    pub fn emit(self) {
        counter!("foreshock_worker_cache_failures_total", "operation" => self.operation).increment(1);
        tracing::warn!(
            operation = self.operation,
            error = self.error,
            "cache failed; the job goes on without it"
        );
    }
}

/// Somebody wants a request ended.
pub struct JobCancelRequested {
    /// The request.
    pub job: JobId,
    /// Whether the sender owns it.
    pub accepted: bool,
}

impl JobCancelRequested {
    /// Logs and counts.
    pub fn emit(self) {
        counter!("foreshock_worker_cancels_total", "accepted" => if self.accepted { "yes" } else { "no" })
            .increment(1);
        tracing::info!(job = %self.job, accepted = self.accepted, "cancel requested");
    }
}

/// A message was not begun here: it goes on to the next queue, of suspects or of the dead.
pub struct JobPassedOn<'a> {
    /// The lane it came by.
    pub lane: Lane,
    /// Why.
    pub reason: &'a str,
}

impl JobPassedOn<'_> {
    /// Logs and counts.
    pub fn emit(self) {
        counter!("foreshock_worker_passed_on_total", "lane" => self.lane.as_str()).increment(1);
        tracing::warn!(lane = self.lane.as_str(), reason = self.reason, "message passed on");
    }
}

/// A message was thrown away: nobody can be answered, and passed on it would do harm.
pub struct MessageDiscarded<'a> {
    /// Why.
    pub reason: &'a str,
}

impl MessageDiscarded<'_> {
    /// Logs and counts.
    pub fn emit(self) {
        counter!("foreshock_worker_discarded_total").increment(1);
        tracing::warn!(reason = self.reason, "message discarded");
    }
}

/// A dead job was answered and parked.
pub struct JobParked<'a> {
    /// `<job>:<tile>`, as far as it said.
    pub message: &'a str,
    /// Whether its sender was told.
    pub answered: bool,
    /// Why it died.
    pub reason: &'a str,
}

impl JobParked<'_> {
    /// Logs and counts.
    pub fn emit(self) {
        let answered = if self.answered { "yes" } else { "no" };
        counter!("foreshock_worker_parked_total", "answered" => answered).increment(1);
        tracing::warn!(message = self.message, answered, reason = self.reason, "dead job parked");
    }
}

/// A message was settled too late: the broker gives it to somebody else, whom the cache answers.
pub struct LeaseLost;

impl LeaseLost {
    /// Logs and counts.
    pub fn emit(self) {
        counter!("foreshock_worker_leases_lost_total").increment(1);
        tracing::warn!("a message could not be settled: its channel is gone; it will be delivered again");
    }
}

/// An outcome found no queue: its client is gone.
pub struct ReplyUnroutable;

impl ReplyUnroutable {
    /// Logs and counts.
    pub fn emit(self) {
        counter!("foreshock_worker_replies_unroutable_total").increment(1);
        tracing::warn!("an outcome found no queue; its client is gone");
    }
}

/// Somebody asked what this fleet can do.
pub struct CapabilitiesAsked;

impl CapabilitiesAsked {
    /// Logs and counts.
    pub fn emit(self) {
        counter!("foreshock_worker_capabilities_total").increment(1);
        tracing::debug!("capabilities asked");
    }
}

/// The worker stops.
pub struct WorkerDraining {
    /// Tiles in work.
    pub running: usize,
}

impl WorkerDraining {
    /// Logs and counts.
    pub fn emit(self) {
        counter!("foreshock_worker_drains_total").increment(1);
        tracing::info!(running = self.running, "draining: no new jobs");
    }
}

/// A judge was asked which of two candidates is better.
pub struct JudgeAsked<'a> {
    /// Seconds until it answered.
    pub seconds: f64,
    /// Why there is no verdict.
    pub error: Option<&'a str>,
}

impl JudgeAsked<'_> {
    /// Logs and counts.
    pub fn emit(self) {
        let result = if self.error.is_some() { "failed" } else { "decided" };
        counter!("foreshock_worker_judge_requests_total", "result" => result).increment(1);
        histogram!("foreshock_worker_judge_seconds").record(self.seconds);
        if let Some(error) = self.error {
            tracing::warn!(error, "the judge gave no verdict; the first candidate is taken");
        }
    }
}

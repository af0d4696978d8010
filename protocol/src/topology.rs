//! Names of exchanges, queues and routing keys: the single source for workers, clients, definitions and docs.

use crate::job::{JobId, Lane};

/// Kind of an exchange.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExchangeKind {
    /// Routes by the whole key.
    Direct,
    /// Routes by patterns.
    Topic,
}

/// A durable exchange.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exchange {
    /// Its name.
    pub name: &'static str,
    /// Its kind.
    pub kind: ExchangeKind,
}

/// Jobs, routed by `<lane>.<model>`.
pub const JOBS: Exchange = Exchange { name: "jobs", kind: ExchangeKind::Topic };
/// Jobs that died.
pub const JOBS_DEAD: Exchange = Exchange { name: "jobs.dlx", kind: ExchangeKind::Direct };
/// Outcomes, routed by `<user>.<client>`.
pub const REPLIES: Exchange = Exchange { name: "replies", kind: ExchangeKind::Topic };
/// Progress, routed by `<user>.<client>.<job>.<kind>`.
pub const EVENTS: Exchange = Exchange { name: "events", kind: ExchangeKind::Topic };
/// Cancels, routed by `cancel.<user>.<job>`.
pub const CONTROL: Exchange = Exchange { name: "control", kind: ExchangeKind::Topic };

/// Every exchange.
pub const EXCHANGES: [Exchange; 5] = [JOBS, JOBS_DEAD, REPLIES, EVENTS, CONTROL];

/// A durable queue that exists before any client or worker comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Queue {
    /// Its name.
    pub name: &'static str,
    /// `x-queue-type`: the only argument; everything else is policy.
    pub queue_type: &'static str,
    /// The exchange and key it is bound to.
    pub binding: Option<(&'static str, &'static str)>,
}

/// Jobs that a person waits for.
pub const JOBS_INTERACTIVE: Queue =
    Queue { name: "jobs.interactive", queue_type: "quorum", binding: Some(("jobs", "interactive.#")) };
/// Jobs of batches.
pub const JOBS_BULK: Queue =
    Queue { name: "jobs.bulk", queue_type: "quorum", binding: Some(("jobs", "bulk.#")) };
/// What left a lane without an answer: expired, or given back by a worker that died with it. A worker runs it while it holds nothing else.
pub const SUSPECT: Queue =
    Queue { name: "jobs.suspect", queue_type: "quorum", binding: Some(("jobs.dlx", SUSPECT_KEY)) };
/// What could not be run even alone; a janitor answers its sender and parks it.
pub const DEAD: Queue =
    Queue { name: "jobs.dead", queue_type: "quorum", binding: Some(("jobs.dlx", DEAD_KEY)) };
/// Dead and answered, kept for an operator to look at, replay or drop.
pub const PARKED: Queue =
    Queue { name: "jobs.parked", queue_type: "quorum", binding: Some(("jobs.dlx", PARKED_KEY)) };
/// Questions about what the fleet can do.
pub const CAPABILITIES: Queue =
    Queue { name: "capabilities", queue_type: "classic", binding: Some(("jobs", CAPABILITIES_KEY)) };

/// Every standing queue.
pub const QUEUES: [Queue; 6] = [JOBS_INTERACTIVE, JOBS_BULK, SUSPECT, DEAD, PARKED, CAPABILITIES];

/// Routing key on `jobs.dlx` of what leaves a lane.
pub const SUSPECT_KEY: &str = "suspect";
/// Routing key on `jobs.dlx` of dead jobs.
pub const DEAD_KEY: &str = "dead";
/// Routing key on `jobs.dlx` of dead jobs that were answered.
pub const PARKED_KEY: &str = "parked";
/// Routing key on `jobs` of questions about what the fleet can do: no client needs the default exchange, which reaches every queue.
pub const CAPABILITIES_KEY: &str = "capabilities";
/// What a worker's control queue binds.
pub const CANCEL_BINDING: &str = "cancel.#";

/// Header of a parked message: the user who sent it, as the broker had validated it.
pub const PARKED_USER_HEADER: &str = "foreshock-user";
/// Header of a parked message: the queues it left and why, the latest first.
pub const PARKED_PATH_HEADER: &str = "foreshock-path";
/// Header of a parked message: why it died, for a person.
pub const PARKED_REASON_HEADER: &str = "foreshock-reason";

/// A policy on queues: name, pattern and definition (JSON). RabbitMQ applies one policy to a queue, so each is complete.
///
/// A job may be disturbed three times: once in its lane, twice among the suspects. The fourth worker that it takes with it was the last.
pub const POLICIES: [(&str, &str, &str); 5] = [
    (
        "jobs-interactive",
        "^jobs\\.interactive$",
        r#"{"dead-letter-exchange":"jobs.dlx","dead-letter-routing-key":"suspect","dead-letter-strategy":"at-least-once","overflow":"reject-publish","max-length":2000,"max-length-bytes":4294967296,"delivery-limit":4}"#,
    ),
    (
        "jobs-bulk",
        "^jobs\\.bulk$",
        r#"{"dead-letter-exchange":"jobs.dlx","dead-letter-routing-key":"suspect","dead-letter-strategy":"at-least-once","overflow":"reject-publish","max-length":100000,"max-length-bytes":34359738368,"delivery-limit":4}"#,
    ),
    (
        "jobs-suspect",
        "^jobs\\.suspect$",
        r#"{"dead-letter-exchange":"jobs.dlx","dead-letter-routing-key":"dead","dead-letter-strategy":"at-least-once","overflow":"reject-publish","max-length-bytes":8589934592,"delivery-limit":2}"#,
    ),
    (
        "jobs-dead",
        "^jobs\\.dead$",
        // Janitors hold what they cannot settle; who costs so many of them their connection is not kept.
        r#"{"overflow":"reject-publish","max-length-bytes":8589934592,"delivery-limit":100}"#,
    ),
    (
        "jobs-parked",
        "^jobs\\.parked$",
        r#"{"message-ttl":1209600000,"max-length-bytes":2147483648,"delivery-limit":1000000}"#,
    ),
];

/// The newest brokers know more: what their policies have besides, and since which version (4.3 or 4.3.1).
///
/// A job that stays unanswered past the timeout goes to another worker; one that failed waits a little before its next try.
pub const CONSUMER_TIMEOUT_MS: u32 = 1_800_000;
/// Shortest pause before a failed job is delivered again, milliseconds; it grows with each failure.
pub const RETRY_MIN_MS: u32 = 2_000;
/// Longest pause before a failed job is delivered again, milliseconds.
pub const RETRY_MAX_MS: u32 = 60_000;
/// First version whose quorum queues have a timeout of their own.
pub const CONSUMER_TIMEOUT_SINCE: (u32, u32, u32) = (4, 3, 0);
/// First version whose policies may delay what failed.
pub const RETRY_SINCE: (u32, u32, u32) = (4, 3, 1);

/// How long an unused reply queue lives, milliseconds (`x-expires`).
pub const REPLY_EXPIRES_MS: i32 = 86_400_000;
/// How long a reply waits, milliseconds (`x-message-ttl`).
pub const REPLY_TTL_MS: i32 = 86_400_000;
/// Most bytes of waiting replies (`x-max-length-bytes`, `x-overflow=drop-head`).
pub const REPLY_MAX_BYTES: i64 = 268_435_456;
/// Most waiting events (`x-max-length`, `x-overflow=drop-head`).
pub const EVENTS_MAX: i32 = 1000;

/// Routing key of a job.
#[must_use]
pub fn job_key(lane: Lane, model: &str) -> String {
    format!("{}.{model}", lane.as_str())
}

/// The standing queue of a lane.
#[must_use]
pub const fn job_queue(lane: Lane) -> Queue {
    match lane {
        Lane::Interactive => JOBS_INTERACTIVE,
        Lane::Bulk => JOBS_BULK,
    }
}

/// `reply_to` of a client's jobs and routing key of its outcomes.
#[must_use]
pub fn reply_key(user: &str, client: &str) -> String {
    format!("{user}.{client}")
}

/// A client's reply queue.
#[must_use]
pub fn reply_queue(user: &str, client: &str) -> String {
    format!("replies.{user}.{client}")
}

/// A client's event queue.
#[must_use]
pub fn event_queue(user: &str, client: &str) -> String {
    format!("events.{user}.{client}")
}

/// What a client's event queue binds.
#[must_use]
pub fn event_binding(user: &str, client: &str) -> String {
    format!("{user}.{client}.#")
}

/// Routing key of an event.
#[must_use]
pub fn event_key(reply_key: &str, job: JobId, kind: &str) -> String {
    format!("{reply_key}.{job}.{kind}")
}

/// Routing key of a cancel.
#[must_use]
pub fn cancel_key(user: &str, job: JobId) -> String {
    format!("cancel.{user}.{job}")
}

/// The user of a `cancel.<user>.<job>` key.
#[must_use]
pub fn cancel_key_user(key: &str) -> Option<&str> {
    let rest = key.strip_prefix("cancel.")?;
    rest.rsplit_once('.').map(|(user, _)| user)
}

/// Whether a `reply_to` is this user's own: `<user>.<client>`, the client part of letters, digits and hyphens.
#[must_use]
pub fn owns_reply_key(user: &str, reply_to: &str) -> bool {
    let client = reply_to.strip_prefix(user).and_then(|rest| rest.strip_prefix('.'));
    client.is_some_and(|client| {
        !client.is_empty()
            && client.len() <= 64
            && client.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    })
}

//! What operators see: one struct per observable event, which logs and counts together, and the pages that serve the counts.

mod events;
mod http;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

pub use events::{
    BrokerLost, BrokerReady, CacheAsked, CacheFailed, CapabilitiesAsked, JobCancelRequested, JobEnded,
    JobParked, JobPassedOn, JobStarted, JudgeAsked, LeaseLost, MessageDiscarded, ReplyUnroutable, StageTimed,
    WorkerDraining,
};
pub use http::{HttpError, Pages};

use crate::settings::{LogFormat, Settings};

/// Starts the log; later calls change nothing.
pub fn start_log(settings: &Settings) {
    // The client library prints whole messages, imagery and all, when no queue takes them; we say it in a word.
    let quiet = format!("lapin=error,{}", settings.log);
    let filter = tracing_subscriber::EnvFilter::try_new(quiet)
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("lapin=error,info"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // It fails only when a log is running already, which serves as well.
    let _ = match settings.log_format {
        LogFormat::Text => builder.with_target(false).try_init(),
        LogFormat::Json => builder.json().try_init(),
    };
}

/// Whether the worker takes jobs; shown at `/readyz`.
#[derive(Debug, Clone, Default)]
pub struct Readiness(Arc<AtomicBool>);

impl Readiness {
    /// Says yes or no.
    pub fn set(&self, ready: bool) {
        self.0.store(ready, Ordering::Release);
        metrics::gauge!("foreshock_worker_ready").set(if ready { 1.0 } else { 0.0 });
    }

    /// What was said last.
    #[must_use]
    pub fn get(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

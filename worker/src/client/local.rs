//! The same jobs in this process: no broker, no cache.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use foreshock_protocol::ErrorCode;
use foreshock_protocol::Refusal;
use foreshock_protocol::event::{EVENT_SCHEMA, Event, EventKind};
use foreshock_protocol::job::{Job, JobId};
use foreshock_protocol::outcome::{CacheState, End, Outcome};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio_util::sync::CancellationToken;

use super::{Backend, Signal, SubmitError};
use crate::broker::BrokerError;
use crate::engine::Engine;
use crate::job::filter::{self, Desk};
use crate::job::respond::{cached, outcome};
use crate::job::{Rules, done, failed, prepare};

/// Tiles handed to the engine ahead of time.
const AHEAD: usize = 2;
/// Nobody else waits for the engine: a tile takes as long as it takes.
const NO_LIMIT: Duration = Duration::from_secs(30 * 24 * 3600);

/// The engine of this process as a backend.
pub struct Local {
    engine: Arc<Engine>,
    rules: Arc<Rules>,
    signals: UnboundedSender<Signal<()>>,
    inbox: UnboundedReceiver<Signal<()>>,
    /// One for each request that has tiles here.
    cancels: HashMap<JobId, CancellationToken>,
    /// How it calls itself in events and outcomes.
    name: &'static str,
}

impl Local {
    /// Jobs run on this engine, by these rules; events and outcomes carry this name.
    #[must_use]
    pub fn new(engine: Engine, rules: Rules, name: &'static str) -> Self {
        let (signals, inbox) = unbounded_channel();
        Self {
            engine: Arc::new(engine),
            rules: Arc::new(rules),
            signals,
            inbox,
            cancels: HashMap::new(),
            name,
        }
    }
}

/// What a worker does with a job, without the queue.
async fn work(
    engine: &Engine,
    rules: Arc<Rules>,
    job: Arc<Job>,
    cancel: CancellationToken,
    signals: &UnboundedSender<Signal<()>>,
    worker: &'static str,
) -> Outcome {
    let refuse = |refusal: Refusal| failed(job.job_id, Some(job.tile), refusal, worker);
    let internal = |message: String| refuse(Refusal::new(ErrorCode::Internal, message).retryable(false));
    if let Err(refusal) = job.check() {
        return refuse(refusal);
    }
    let prepared = {
        let (job, rules) = (Arc::clone(&job), Arc::clone(&rules));
        tokio::task::spawn_blocking(move || prepare(&job, &rules)).await
    };
    let prepared = match prepared {
        Ok(Ok(prepared)) => prepared,
        Ok(Err(refusal)) => return refuse(refusal),
        Err(error) => return internal(format!("a thread died: {error}")),
    };
    let (id, tile, teller) = (job.job_id, job.tile, signals.clone());
    let progress = Arc::new(move |step: u32, of: u32| {
        let kind = EventKind::Progress { step, of, preview: None };
        let event =
            Event { schema: EVENT_SCHEMA.to_owned(), job_id: id, tile, worker: worker.to_owned(), kind };
        // Nobody listens any more when the request has ended.
        let _ = teller.send(Signal::Event(event));
    });
    let desk = Desk {
        engine,
        judge: rules.judge.as_deref(),
        lane: job.lane,
        cancel,
        // A user who has enough cancels.
        stop: CancellationToken::new(),
        deadline: Instant::now() + NO_LIMIT,
        progress,
    };
    let made = match filter::edit(&desk, prepared.request, &job.params).await {
        Ok(made) => made,
        Err(error) => {
            return match prepare::refusal(&error) {
                Some(refusal) => refuse(refusal),
                None => outcome(job.job_id, Some(job.tile), worker, End::Cancelled),
            };
        }
    };
    let answered = {
        let (job, rules) = (Arc::clone(&job), Arc::clone(&rules));
        tokio::task::spawn_blocking(move || {
            let seconds = made.edited.seconds.clone();
            done(&job, &rules, &cached(made), CacheState::Miss, &seconds, worker)
        })
        .await
    };
    match answered {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(error)) => internal(error.to_string()),
        Err(error) => internal(format!("a thread died: {error}")),
    }
}

impl Backend for Local {
    type Receipt = ();

    fn capacity(&self) -> usize {
        AHEAD
    }

    async fn submit(&mut self, job: Job) -> Result<(), SubmitError> {
        let (engine, rules, signals) =
            (Arc::clone(&self.engine), Arc::clone(&self.rules), self.signals.clone());
        let (cancel, name) = (self.cancels.entry(job.job_id).or_default().clone(), self.name);
        tokio::spawn(async move {
            let index = job.tile.index;
            let outcome = work(&engine, rules, Arc::new(job), cancel, &signals, name).await;
            let _ =
                signals.send(Signal::Outcome { outcome: Box::new(outcome), index: Some(index), receipt: () });
        });
        Ok(())
    }

    async fn next(&mut self) -> Signal<()> {
        match self.inbox.recv().await {
            Some(signal) => signal,
            // Cannot come: `self.signals` is a sender, too.
            None => std::future::pending().await,
        }
    }

    async fn settle(&mut self, (): ()) {}

    async fn cancel(&mut self, job: JobId) {
        if let Some(cancel) = self.cancels.get(&job) {
            cancel.cancel();
        }
    }

    async fn reconnect(&mut self) -> Result<(), BrokerError> {
        Ok(())
    }

    async fn finish(&mut self) {}
}

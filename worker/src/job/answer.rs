//! The pixels of a tile: from the cache, from an equal tile that is being made here or on another worker, or from the engine.

use std::sync::Arc;
use std::time::{Duration, Instant};

use foreshock_protocol::job::{Job, Lane};
use foreshock_protocol::limits::EVENTS_PER_SECOND;
use foreshock_protocol::outcome::CacheState;
use futures::future::BoxFuture;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use super::filter::{self, Desk};
use super::life::Shared;
use super::prepare::Prepared;
use super::respond;
use super::settlement::Origin;
use crate::cache::{Cached, Seat, Turn};
use crate::engine::EngineError;
use crate::telemetry::{CacheAsked, StageTimed};

/// Where a tile's pixels came from.
pub struct Answered {
    /// The pixels.
    pub cached: Arc<Cached>,
    /// Whether they were computed for this job.
    pub state: CacheState,
    /// Seconds per stage of the computation.
    pub seconds: Vec<(&'static str, f64)>,
}

impl Answered {
    fn hit(cached: Arc<Cached>, how: &'static str) -> Self {
        CacheAsked { result: how }.emit();
        Self { cached, state: CacheState::Hit, seconds: Vec::new() }
    }
}

/// Finds or makes the pixels; `tell` is given (steps done, steps in all) now and then.
///
/// # Errors
/// When the model refuses or fails, or the job ends early.
pub async fn answer(
    shared: &Shared,
    job: &Job,
    lane: Lane,
    origin: Origin,
    prepared: Prepared,
    cancel: &CancellationToken,
    deadline: Instant,
    tell: impl Fn(u32, u32) -> BoxFuture<'static, ()>,
) -> Result<Answered, EngineError> {
    let ended_early = async {
        tokio::select! {
            () = cancel.cancelled() => EngineError::Cancelled,
            () = shared.draining.cancelled() => EngineError::Stopping,
            () = tokio::time::sleep_until(deadline.into()) => EngineError::Deadline,
        }
    };
    let question = prepared.fingerprint;
    // Two things to wait for, both of which are somebody else's work; only the engine's own work may go on when the worker stops.
    let waiting = async {
        let pilot = loop {
            match shared.flights.board(question).await {
                Seat::Pilot(pilot) => break pilot,
                Seat::Passenger(Some(cached)) => return Err(Answered::hit(cached, "shared")),
                Seat::Passenger(None) => {}
            }
        };
        if let Some(cached) = shared.cache.get(question).await {
            pilot.land(&cached);
            return Err(Answered::hit(cached, "hit"));
        }
        let patience = match origin {
            Origin::Lane => shared.pace.patience(),
            // The lock may be that of the worker that died with this very job.
            Origin::Suspects { .. } => Duration::ZERO,
        };
        match shared.cache.turn(question, patience).await {
            Turn::Theirs(cached) => {
                pilot.land(&cached);
                Err(Answered::hit(cached, "awaited"))
            }
            Turn::Mine(lock) => Ok((pilot, lock)),
        }
    };
    let (pilot, lock) = tokio::select! {
        found = waiting => match found {
            Ok(mine) => mine,
            Err(answered) => return Ok(answered),
        },
        early = ended_early => return Err(early),
    };
    CacheAsked { result: "miss" }.emit();
    let (steps, mut done) = mpsc::channel::<(u32, u32)>(4);
    let desk = Desk {
        engine: &shared.engine,
        judge: shared.rules.judge.as_deref(),
        lane,
        cancel: cancel.clone(),
        stop: shared.draining.clone(),
        deadline,
        // When nobody keeps up a step goes unreported.
        progress: Arc::new(move |step, of| {
            let _ = steps.try_send((step, of));
        }),
    };
    let clock = Instant::now();
    let mut work = std::pin::pin!(filter::edit(&desk, prepared.request, &job.params));
    let mut last_told = None::<Instant>;
    let made = loop {
        tokio::select! {
            made = &mut work => break made?,
            Some((step, of)) = done.recv() => {
                let pause = Duration::from_secs(1) / EVENTS_PER_SECOND;
                if last_told.is_none_or(|last| last.elapsed() >= pause) {
                    last_told = Some(Instant::now());
                    tell(step, of).await;
                }
            }
        }
    };
    shared.pace.took(clock.elapsed());
    let seconds = made.edited.seconds.clone();
    for (stage, seconds) in &seconds {
        StageTimed { stage, seconds: *seconds }.emit();
    }
    let cached = Arc::new(respond::cached(made));
    // A judge that failed may answer the next time.
    if cached.filter.as_ref().is_none_or(|filter| filter.failed.is_none()) {
        shared.cache.put(question, &cached).await;
    }
    pilot.land(&cached);
    drop(lock);
    Ok(Answered { cached, state: CacheState::Miss, seconds })
}

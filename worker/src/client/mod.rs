//! The life of one request on a user's machine: tiles out, outcomes in, one raster on the source's grid.
//!
//! `request` decides what is asked, `journal` keeps what has come back, `collect` moves tiles between them and a [`Backend`] (`remote`: the
//! fleet; `local`: this process), `compose` and `assemble` make the result.

pub mod assemble;
pub mod collect;
pub mod compose;
pub mod journal;
pub mod local;
pub mod paths;
pub mod pilot;
pub mod progress;
pub mod remote;
pub mod request;
pub mod tuning;

use std::future::Future;
use std::path::PathBuf;

use foreshock_protocol::Refusal;
use foreshock_protocol::event::Event;
use foreshock_protocol::job::{Job, JobId};
use foreshock_protocol::outcome::Outcome;

use crate::broker::BrokerError;
use crate::cli::Exit;
use crate::raster::source::RasterError;

/// Why a request did not end well.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// A raster cannot be used or written.
    #[error(transparent)]
    Raster(RasterError),
    /// What was asked cannot be done.
    #[error("{0}")]
    Input(String),
    /// The fleet refused the whole request.
    #[error("the request was refused: {0}")]
    Refused(Refusal),
    /// The broker cannot be used.
    #[error(transparent)]
    Broker(#[from] BrokerError),
    /// Nobody can do it.
    #[error("{0}")]
    Unreachable(String),
    /// The journal cannot be used.
    #[error("the journal {path}: {message}")]
    Journal {
        /// Its folder.
        path: PathBuf,
        /// What is wrong.
        message: String,
    },
    /// The user called it off.
    #[error("cancelled; run the same command again to go on where it stopped")]
    Cancelled,
    /// It took longer than the user would wait.
    #[error(
        "{done} of {of} tiles were done within {seconds} s; run the same command again to go on, with a longer --timeout"
    )]
    TimedOut {
        /// Tiles done.
        done: u32,
        /// Tiles in all.
        of: u32,
        /// The user's patience.
        seconds: u64,
    },
    /// Some tiles failed.
    #[error(
        "{failed} of {of} tiles failed, so no output was written ({first}); run the same command again to try them again, or add --allow-partial"
    )]
    Incomplete {
        /// Tiles that failed.
        failed: u32,
        /// Tiles in all.
        of: u32,
        /// What the first of them said.
        first: String,
    },
    /// Something that should not happen.
    #[error("{0}")]
    Internal(String),
}

impl ClientError {
    /// The exit code.
    #[must_use]
    pub fn exit(&self) -> Exit {
        match self {
            Self::Raster(RasterError::Refused(_)) | Self::Input(_) | Self::Refused(_) => Exit::BadInput,
            Self::Broker(_) | Self::Unreachable(_) => Exit::Unreachable,
            Self::Cancelled => Exit::Cancelled,
            Self::Incomplete { .. } => Exit::Incomplete,
            Self::Raster(_) | Self::Journal { .. } | Self::TimedOut { .. } | Self::Internal(_) => {
                Exit::Failed
            }
        }
    }
}

impl From<RasterError> for ClientError {
    fn from(error: RasterError) -> Self {
        match error {
            RasterError::Stopped => Self::Cancelled,
            error => Self::Raster(error),
        }
    }
}

impl From<Refusal> for ClientError {
    fn from(refusal: Refusal) -> Self {
        Self::Input(with_limit(refusal))
    }
}

/// A refusal in one line: the fact, and what would be right.
pub(crate) fn with_limit(refusal: Refusal) -> String {
    match refusal.limit {
        Some(limit) if !refusal.message.contains(&limit) => format!("{} (must be {limit})", refusal.message),
        _ => refusal.message,
    }
}

/// Runs GDAL and file work where it may block.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ClientError> + Send + 'static,
) -> Result<T, ClientError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => result,
        Err(error) => Err(ClientError::Internal(format!("a thread died: {error}"))),
    }
}

/// Why a tile was not taken.
#[derive(Debug)]
pub enum SubmitError {
    /// The queue has no room; later it may.
    Full,
    /// The connection is gone.
    Lost(String),
    /// It will never be taken.
    Never(ClientError),
}

/// What a backend tells.
#[derive(Debug)]
pub enum Signal<R> {
    /// A tile has ended.
    Outcome {
        /// How.
        outcome: Box<Outcome>,
        /// Its place in the plan, also where the outcome cannot say.
        index: Option<u32>,
        /// To be settled when the outcome is in the journal.
        receipt: R,
    },
    /// A tile goes on.
    Event(Event),
    /// The connection is gone; what was in flight may have to be sent again.
    Lost(String),
}

/// Who does the work.
pub trait Backend {
    /// Proof that an outcome was delivered.
    type Receipt;

    /// Most tiles in flight.
    fn capacity(&self) -> usize;

    /// Hands over a tile; returns when it is in safe hands.
    fn submit(&mut self, job: Job) -> impl Future<Output = Result<(), SubmitError>>;

    /// Waits for the next thing to happen. Dropping the future loses nothing.
    fn next(&mut self) -> impl Future<Output = Signal<Self::Receipt>>;

    /// Forgets a delivered outcome.
    fn settle(&mut self, receipt: Self::Receipt) -> impl Future<Output = ()>;

    /// Says that nobody waits any more.
    fn cancel(&mut self, job: JobId) -> impl Future<Output = ()>;

    /// Makes a new connection.
    fn reconnect(&mut self) -> impl Future<Output = Result<(), BrokerError>>;

    /// Cleans up after a request that ended well.
    fn finish(&mut self) -> impl Future<Output = ()>;
}

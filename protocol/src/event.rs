//! What happens to a job while it runs. Events may be lost; outcomes may not.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::job::{Base64, JobId, TileId};

/// `type` property and `schema` field of an event.
pub const EVENT_SCHEMA: &str = "foreshock.event.v1";
/// `type` property and `schema` field of a cancel message.
pub const CANCEL_SCHEMA: &str = "foreshock.cancel.v1";

/// One observation of a running tile, at most 4 a second.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    /// Always `foreshock.event.v1`.
    pub schema: String,
    /// The request.
    pub job_id: JobId,
    /// The tile.
    pub tile: TileId,
    /// The worker that speaks.
    pub worker: String,
    /// What happened.
    #[serde(flatten)]
    pub kind: EventKind,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum EventKind {
    /// A worker has taken the tile.
    Accepted,
    /// A denoising step ended.
    Progress {
        /// Steps done.
        step: u32,
        /// Steps in all.
        of: u32,
        /// A small PNG of the estimate so far.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        preview: Option<Base64>,
    },
}

impl EventKind {
    /// The last segment of the routing key.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Progress { .. } => "progress",
        }
    }
}

/// “Nobody wants this request any more.” Published to `control`; only its owner is heard.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Cancel {
    /// Always `foreshock.cancel.v1`.
    pub schema: String,
    /// The request to end.
    pub job_id: JobId,
}

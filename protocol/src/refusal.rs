//! Why a job was not done, in a form that both a person and a program can read.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What kind of refusal or failure this is. Clients branch on it; people read the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// The body is not JSON, or not an object of the expected shape.
    InvalidMessage,
    /// The message names a schema version that this worker does not know.
    UnknownSchema,
    /// A field is missing, out of range or of the wrong form.
    InvalidField,
    /// A field or the whole message is larger than the limit.
    TooLarge,
    /// An image is not a PNG that this worker reads.
    InvalidImage,
    /// No worker here serves the model.
    UnknownModel,
    /// No worker here has the adapter.
    UnknownAdapter,
    /// The operator has not accepted the model's licence.
    LicenceNotAccepted,
    /// The model cannot do what was asked (size, examples, by-reference source).
    Unsupported,
    /// More of the instruction than allowed is unknown to the model.
    UnknownWords,
    /// The sender is not who the job says, or may not do this.
    Forbidden,
    /// The job's deadline passed before it was done.
    DeadlineExceeded,
    /// The device ran out of memory.
    OutOfMemory,
    /// The job was tried as often as allowed and never finished.
    TooManyAttempts,
    /// The worker failed; the message says how.
    Internal,
}

impl ErrorCode {
    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::InvalidMessage => "invalid_message",
            Self::UnknownSchema => "unknown_schema",
            Self::InvalidField => "invalid_field",
            Self::TooLarge => "too_large",
            Self::InvalidImage => "invalid_image",
            Self::UnknownModel => "unknown_model",
            Self::UnknownAdapter => "unknown_adapter",
            Self::LicenceNotAccepted => "licence_not_accepted",
            Self::Unsupported => "unsupported",
            Self::UnknownWords => "unknown_words",
            Self::Forbidden => "forbidden",
            Self::DeadlineExceeded => "deadline_exceeded",
            Self::OutOfMemory => "out_of_memory",
            Self::TooManyAttempts => "too_many_attempts",
            Self::Internal => "internal",
        }
    }
}

impl std::fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A typed refusal: what is wrong, where, and what would be right.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, thiserror::Error)]
#[error("{message}")]
pub struct Refusal {
    /// What kind of failure.
    pub code: ErrorCode,
    /// For a person: the fact and the remedy.
    pub message: String,
    /// The field at fault, as a path in the message (`params.steps`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What the field must satisfy (`1 to 200`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<String>,
    /// Whether the same message may succeed later.
    pub retryable: bool,
}

impl Refusal {
    /// A refusal without field: `code` and what a person should read.
    #[must_use]
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        let retryable = matches!(code, ErrorCode::OutOfMemory | ErrorCode::Internal);
        Self { code, message: message.into(), field: None, limit: None, retryable }
    }

    /// A refusal that names the field and the limit it broke.
    #[must_use]
    pub fn field(
        code: ErrorCode,
        field: impl Into<String>,
        limit: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        Self { field: Some(field.into()), limit: Some(limit.into()), ..Self::new(code, message) }
    }

    /// The same refusal, marked as worth another try or not.
    #[must_use]
    pub fn retryable(self, retryable: bool) -> Self {
        Self { retryable, ..self }
    }
}

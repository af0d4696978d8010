//! The parked messages: dead jobs that were answered and are kept for an operator.

use chrono::{DateTime, SubsecRound as _, TimeDelta, Utc};
use foreshock_protocol::job::Job;
use foreshock_protocol::topology::{
    JOBS, PARKED, PARKED_PATH_HEADER, PARKED_REASON_HEADER, PARKED_USER_HEADER, job_key,
};
use lapin::message::BasicGetMessage;
use lapin::options::{BasicAckOptions, BasicGetOptions, ConfirmSelectOptions};
use lapin::types::{FieldTable, ShortString};
use lapin::{BasicProperties, Channel, Connection};
use serde::Serialize;

use super::publisher::confirmed;
use super::{BrokerError, Published};

/// A dead job as an operator sees it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Letter {
    /// `<job>:<tile>`; empty when it named none.
    pub id: String,
    /// Who sent it, as the broker had validated; empty when nobody had signed.
    pub user: String,
    /// Why it died.
    pub reason: String,
    /// When it was sent, as its sender said.
    pub sent: Option<DateTime<Utc>>,
    /// The queues it left and why, the latest first (`jobs.suspect: delivery_limit ← …`).
    pub path: String,
    /// What it asked for; none when it cannot be read.
    pub instruction: Option<String>,
    /// Bytes of its body.
    pub bytes: usize,
}

/// A parked message in hand: it goes back when the connection ends.
pub struct Parked {
    message: BasicGetMessage,
    /// The same job once more: its janitor had lost the broker between parking and settling it.
    copies: Vec<BasicGetMessage>,
    /// What is in it, without the images.
    pub letter: Letter,
}

impl Parked {
    fn of(message: BasicGetMessage) -> Self {
        let properties = &message.delivery.properties;
        let header = |name: &str| {
            let headers = properties.headers().as_ref()?;
            headers.inner().get(name)?.as_long_string().map(ToString::to_string)
        };
        let sent = properties.timestamp().and_then(|seconds| i64::try_from(seconds).ok());
        let letter = Letter {
            id: properties.message_id().as_ref().map(ToString::to_string).unwrap_or_default(),
            user: header(PARKED_USER_HEADER).unwrap_or_default(),
            reason: header(PARKED_REASON_HEADER).unwrap_or_default(),
            sent: sent.and_then(|seconds| DateTime::from_timestamp(seconds, 0)),
            path: header(PARKED_PATH_HEADER).unwrap_or_default(),
            instruction: Job::parse(&message.delivery.data).ok().map(|job| job.instruction),
            bytes: message.delivery.data.len(),
        };
        Self { message, copies: Vec::new(), letter }
    }

    fn is_copy(&self, other: &Self) -> bool {
        !other.letter.id.is_empty() && self.letter.id == other.letter.id && self.body() == other.body()
    }

    /// The body as it was sent.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.message.delivery.data
    }
}

/// Why a parked job was not sent again.
#[derive(Debug, thiserror::Error)]
pub enum ReplayError {
    /// It is no job.
    #[error("{id} is not a job that can be read: {reason}; look with `foreshock dead show`, and drop it")]
    Unreadable {
        /// Its id.
        id: String,
        /// What is wrong.
        reason: String,
    },
    /// Nobody had signed it.
    #[error("{0} has no sender whom the broker vouched for; drop it")]
    Unsigned(String),
    /// The broker did not take it.
    #[error(
        "{id} was not taken by the broker: {reason}; a replay keeps its sender's name, which needs the tag impersonator on your own user"
    )]
    Refused {
        /// Its id.
        id: String,
        /// What the broker said.
        reason: String,
    },
    /// The broker failed.
    #[error(transparent)]
    Broker(#[from] BrokerError),
}

/// The queue of parked messages, opened for an operator.
pub struct Shelf {
    channel: Channel,
    publishing: Channel,
}

impl Shelf {
    /// Opens it.
    ///
    /// # Errors
    /// When the broker refuses.
    pub async fn open(connection: &Connection) -> Result<Self, BrokerError> {
        let channel = connection.create_channel().await.map_err(BrokerError::operation("a channel"))?;
        let publishing = connection.create_channel().await.map_err(BrokerError::operation("a channel"))?;
        publishing
            .confirm_select(ConfirmSelectOptions::default())
            .await
            .map_err(BrokerError::operation("confirms"))?;
        Ok(Self { channel, publishing })
    }

    /// Takes every message in hand, the oldest first. What is neither dropped nor replayed goes back when the connection ends.
    ///
    /// # Errors
    /// When the queue cannot be read.
    pub async fn all(&self) -> Result<Vec<Parked>, BrokerError> {
        let mut found: Vec<Parked> = Vec::new();
        let get = || self.channel.basic_get(PARKED.name.into(), BasicGetOptions { no_ack: false });
        while let Some(message) =
            get().await.map_err(BrokerError::operation("to read the parked messages"))?
        {
            let one = Parked::of(message);
            match found.iter_mut().find(|known| known.is_copy(&one)) {
                Some(known) => known.copies.push(one.message),
                None => found.push(one),
            }
        }
        Ok(found)
    }

    /// Removes a message for good.
    ///
    /// # Errors
    /// When the broker is gone; then the message is still there.
    pub async fn forget(&self, parked: &Parked) -> Result<(), BrokerError> {
        for message in parked.copies.iter().chain([&parked.message]) {
            match message.delivery.acker.ack(BasicAckOptions::default()).await {
                Ok(true) => {}
                Ok(false) => return Err(BrokerError::Ended("the channel before the message was removed")),
                Err(error) => return Err(BrokerError::operation("to remove a message")(error)),
            }
        }
        Ok(())
    }

    /// Sends a job to its lane again, in its sender's name and with a new deadline, and removes it here.
    ///
    /// # Errors
    /// When it is no signed job, or the broker does not take it; then it stays parked.
    pub async fn replay(&self, parked: &Parked, time: TimeDelta) -> Result<(), ReplayError> {
        let id = parked.letter.id.clone();
        let mut job = Job::parse(parked.body())
            .map_err(|refusal| ReplayError::Unreadable { id: id.clone(), reason: refusal.to_string() })?;
        if parked.letter.user.is_empty() {
            return Err(ReplayError::Unsigned(id));
        }
        job.deadline = (Utc::now() + time).trunc_subsecs(0);
        let body = serde_json::to_vec(&job)
            .map_err(|error| ReplayError::Unreadable { id: id.clone(), reason: error.to_string() })?;
        let kept = &parked.message.delivery.properties;
        let text = |value: &Option<ShortString>| value.clone().unwrap_or_default();
        let properties = BasicProperties::default()
            .with_delivery_mode(2)
            .with_headers(FieldTable::default())
            .with_content_type(text(kept.content_type()))
            .with_type(text(kept.kind()))
            .with_message_id(text(kept.message_id()))
            .with_correlation_id(text(kept.correlation_id()))
            .with_reply_to(text(kept.reply_to()))
            .with_user_id(parked.letter.user.as_str().into())
            .with_timestamp(Utc::now().timestamp().unsigned_abs())
            .with_expiration(time.num_milliseconds().max(1).to_string().into());
        let key = job_key(job.lane, &job.params.model);
        let reason = match confirmed(&self.publishing, JOBS.name, &key, &body, properties).await {
            Published::Confirmed => return Ok(self.forget(parked).await?),
            Published::Unroutable => "no queue takes it".to_owned(),
            Published::Refused => "its lane is full".to_owned(),
            Published::Failed(reason) => reason,
        };
        Err(ReplayError::Refused { id, reason })
    }
}

//! Publishing from a worker: outcomes with confirms, events without.

use foreshock_protocol::event::{EVENT_SCHEMA, Event};
use foreshock_protocol::job::JobId;
use foreshock_protocol::outcome::{OUTCOME_SCHEMA, Outcome};
use foreshock_protocol::topology::{EVENTS, JOBS_DEAD, PARKED_KEY, REPLIES, event_key};
use lapin::options::{BasicPublishOptions, ConfirmSelectOptions};
use lapin::{BasicProperties, Channel, Confirmation, Connection};
use serde::Serialize;

use super::BrokerError;

/// Content type of every body.
pub(crate) const JSON: &str = "application/json";

/// What became of a message.
#[derive(Debug)]
pub enum Published {
    /// The broker has it, in a queue.
    Confirmed,
    /// The broker knows no queue for it.
    Unroutable,
    /// The broker does not have it.
    Failed(String),
}

/// The publishing connection's channels.
pub struct Publisher {
    confirmed: Channel,
    events: Channel,
}

impl Publisher {
    /// Opens the channels.
    ///
    /// # Errors
    /// When the broker refuses.
    pub async fn open(connection: &Connection) -> Result<Self, BrokerError> {
        let confirmed = connection.create_channel().await.map_err(BrokerError::operation("a channel"))?;
        confirmed
            .confirm_select(ConfirmSelectOptions::default())
            .await
            .map_err(BrokerError::operation("confirms"))?;
        let events = connection.create_channel().await.map_err(BrokerError::operation("a channel"))?;
        Ok(Self { confirmed, events })
    }

    /// Publishes an outcome to its sender and awaits the broker's word.
    pub async fn outcome(&self, reply_key: &str, message_id: Option<&str>, outcome: &Outcome) -> Published {
        let properties = properties(OUTCOME_SCHEMA, outcome.job_id).with_delivery_mode(2);
        let properties = match message_id {
            Some(message_id) => properties.with_message_id(message_id.into()),
            None => properties,
        };
        let body = match body(outcome) {
            Ok(body) => body,
            Err(error) => return Published::Failed(error),
        };
        confirmed(&self.confirmed, REPLIES.name, reply_key, &body, properties).await
    }

    /// Parks a dead job under the properties that it is to keep.
    pub async fn park(&self, body: &[u8], properties: BasicProperties) -> Published {
        confirmed(&self.confirmed, JOBS_DEAD.name, PARKED_KEY, body, properties).await
    }

    /// Publishes an event; it may be lost.
    pub async fn event(&self, reply_key: &str, event: &Event) {
        let key = event_key(reply_key, event.job_id, event.kind.as_str());
        let Ok(body) = body(event) else { return };
        let properties = properties(EVENT_SCHEMA, event.job_id).with_delivery_mode(1);
        let sent = self
            .events
            .basic_publish(EVENTS.name.into(), key.into(), BasicPublishOptions::default(), &body, properties)
            .await;
        if let Err(error) = sent {
            tracing::debug!(%error, "an event was not published");
        }
    }

    /// Answers a question that carries a direct reply-to.
    pub async fn direct(
        &self,
        reply_to: &str,
        schema: &'static str,
        correlation: Option<&str>,
        answer: &impl Serialize,
    ) {
        let Ok(body) = body(answer) else { return };
        let properties = BasicProperties::default().with_content_type(JSON.into()).with_type(schema.into());
        let properties = match correlation {
            Some(correlation) => properties.with_correlation_id(correlation.into()),
            None => properties,
        };
        let sent = self
            .events
            .basic_publish("".into(), reply_to.into(), BasicPublishOptions::default(), &body, properties)
            .await;
        if let Err(error) = sent {
            tracing::debug!(%error, "an answer was not published");
        }
    }
}

fn body(message: &impl Serialize) -> Result<Vec<u8>, String> {
    serde_json::to_vec(message).map_err(|error| error.to_string())
}

fn properties(schema: &'static str, job: JobId) -> BasicProperties {
    BasicProperties::default()
        .with_content_type(JSON.into())
        .with_type(schema.into())
        .with_correlation_id(job.to_string().into())
}

/// Publishes on a channel in confirm mode and waits for the broker's word. “Acknowledged” alone is not enough: a message that no queue
/// takes is returned *and* acknowledged.
pub(crate) async fn confirmed(
    channel: &Channel,
    exchange: &str,
    key: &str,
    body: &[u8],
    properties: BasicProperties,
) -> Published {
    let options = BasicPublishOptions { mandatory: true, ..BasicPublishOptions::default() };
    let sent = channel.basic_publish(exchange.into(), key.into(), options, body, properties).await;
    let confirmation = match sent {
        Ok(confirmation) => confirmation.await,
        Err(error) => return Published::Failed(error.to_string()),
    };
    match confirmation {
        Ok(Confirmation::Ack(None)) => Published::Confirmed,
        Ok(Confirmation::Ack(Some(_)) | Confirmation::Nack(Some(_))) => Published::Unroutable,
        Ok(Confirmation::Nack(None)) => Published::Failed("the queue is full".to_owned()),
        Ok(Confirmation::NotRequested) => Published::Failed("the channel is not in confirm mode".to_owned()),
        Err(error) => Published::Failed(error.to_string()),
    }
}

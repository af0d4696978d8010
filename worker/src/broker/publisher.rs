//! Publishing from a worker: outcomes with confirms, events without.

use foreshock_protocol::event::{EVENT_SCHEMA, Event};
use foreshock_protocol::job::JobId;
use foreshock_protocol::outcome::{OUTCOME_SCHEMA, Outcome};
use foreshock_protocol::topology::{EVENTS, JOBS_DEAD, PARKED_KEY, REPLIES, event_key};
use lapin::options::{BasicPublishOptions, ConfirmSelectOptions};
use lapin::{BasicProperties, Channel, Confirmation, Connection};
use serde::Serialize;
use tokio::sync::mpsc;

use super::BrokerError;

/// Content type of every body.
pub(crate) const JSON: &str = "application/json";

/// Events that wait for the broker; more are dropped.
const EVENTS_AHEAD: usize = 256;

/// What became of a message.
#[derive(Debug)]
pub enum Published {
    /// The broker has it, in a queue.
    Confirmed,
    /// The broker knows no queue for it.
    Unroutable,
    /// A queue that it goes to takes no more.
    Refused,
    /// The broker does not have it.
    Failed(String),
}

/// The publishing connection's channels.
pub struct Publisher {
    confirmed: Channel,
    events: mpsc::Sender<(String, Event)>,
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
        let unconfirmed = connection.create_channel().await.map_err(BrokerError::operation("a channel"))?;
        let (events, inbox) = mpsc::channel(EVENTS_AHEAD);
        tokio::spawn(publish_events(unconfirmed, inbox));
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

    /// Publishes an event, in order, while its job goes on; it may be lost.
    pub fn event(&self, reply_key: &str, event: Event) {
        if self.events.try_send((reply_key.to_owned(), event)).is_err() {
            tracing::debug!("an event was not published: too many wait, or the broker is gone");
        }
    }
}

/// Publishes events until nobody can send any more.
async fn publish_events(channel: Channel, mut inbox: mpsc::Receiver<(String, Event)>) {
    while let Some((reply_key, event)) = inbox.recv().await {
        let key = event_key(&reply_key, event.job_id, event.kind.as_str());
        let Ok(body) = body(&event) else { continue };
        let properties = properties(EVENT_SCHEMA, event.job_id).with_delivery_mode(1);
        let options = BasicPublishOptions::default();
        if let Err(error) =
            channel.basic_publish(EVENTS.name.into(), key.into(), options, &body, properties).await
        {
            tracing::debug!(%error, "an event was not published");
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
        Ok(Confirmation::Nack(None)) => Published::Refused,
        Ok(Confirmation::NotRequested) => Published::Failed("the channel is not in confirm mode".to_owned()),
        Err(error) => Published::Failed(error.to_string()),
    }
}

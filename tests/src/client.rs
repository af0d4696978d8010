//! A client that publishes whatever it is told to, with whatever properties, and reads what comes back.

use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context as _, bail, ensure};
use chrono::Utc;
use foreshock_protocol::job::{Job, JobId, Lane, message_id};
use foreshock_protocol::outcome::{End, OUTCOME_SCHEMA, Outcome};
use foreshock_protocol::{capabilities, topology};
use futures::StreamExt as _;
use lapin::options::{
    BasicAckOptions, BasicConsumeOptions, BasicGetOptions, BasicPublishOptions, QueueBindOptions,
    QueueDeclareOptions,
};
use lapin::types::{FieldTable, LongString, ShortString};
use lapin::{BasicProperties, Channel, Connection, Consumer};
use serde_json::Value;

/// An outcome as it came.
#[derive(Debug, Clone)]
pub struct Received {
    /// `message_id` property.
    pub message_id: String,
    /// `correlation_id` property.
    pub correlation_id: String,
    /// The message.
    pub outcome: Outcome,
}

/// Reply queue and connection of one client of one user.
#[derive(Debug)]
pub struct Client {
    user: String,
    reply_to: String,
    channel: Channel,
    received: Arc<Mutex<Vec<anyhow::Result<Received>>>>,
    _connection: Connection,
}

impl Client {
    /// Connects as `user` and sets up the reply queue as every client does.
    ///
    /// # Errors
    /// When the broker cannot be reached or the exchanges are missing.
    pub async fn connect(url: &str, user: &str) -> anyhow::Result<Self> {
        let (connection, channel) = crate::wire::connect(url, "test client").await?;
        let (reply_to, mut consumer) = reply_queue(&channel, user).await?;
        let received = Arc::new(Mutex::new(Vec::new()));
        let sink = Arc::clone(&received);
        tokio::spawn(async move {
            while let Some(Ok(delivery)) = consumer.next().await {
                let message = read(&delivery);
                sink.lock().unwrap_or_else(PoisonError::into_inner).push(message);
                // Fails only when the connection is gone, and then the broker keeps the message.
                let _ = delivery.ack(BasicAckOptions::default()).await;
            }
        });
        Ok(Self { user: user.to_owned(), reply_to, channel, received, _connection: connection })
    }

    /// The key under which outcomes come back.
    #[must_use]
    pub fn reply_to(&self) -> &str {
        &self.reply_to
    }

    /// The properties of a proper job message.
    #[must_use]
    pub fn properties(&self, job: JobId, tile: u32) -> BasicProperties {
        job_properties(&self.user, &self.reply_to, job, tile)
    }

    /// The properties of a message that says neither who sent it nor where the answer goes.
    #[must_use]
    pub fn anonymous_properties(&self) -> BasicProperties {
        anonymous_properties()
    }

    /// Publishes a body to a lane and waits until the broker has it in a queue.
    ///
    /// # Errors
    /// When the broker refuses it or no queue takes it.
    pub async fn publish(
        &self,
        lane: Lane,
        model: &str,
        properties: BasicProperties,
        body: &[u8],
    ) -> anyhow::Result<()> {
        self.send(topology::JOBS.name, &topology::job_key(lane, model), properties, body).await
    }

    /// Publishes a job as a proper client does.
    ///
    /// # Errors
    /// When the broker refuses it or no queue takes it.
    pub async fn publish_job(&self, job: &Job) -> anyhow::Result<String> {
        let body = serde_json::to_vec(job)?;
        crate::wire::validate(&body)?;
        let properties = self.properties(job.job_id, job.tile.index);
        self.publish(job.lane, &job.params.model, properties, &body).await?;
        Ok(job.message_id())
    }

    /// Calls a request off.
    ///
    /// # Errors
    /// When no worker listens for cancels.
    pub async fn cancel(&self, job: JobId) -> anyhow::Result<()> {
        send_cancel(&self.channel, &self.user, job).await
    }

    async fn send(
        &self,
        exchange: &str,
        key: &str,
        properties: BasicProperties,
        body: &[u8],
    ) -> anyhow::Result<()> {
        send(&self.channel, exchange, key, properties, body).await
    }

    /// Everything that came back so far, in order.
    ///
    /// # Errors
    /// When any message broke its schema or its properties.
    pub fn received(&self) -> anyhow::Result<Vec<Received>> {
        let received = self.received.lock().unwrap_or_else(PoisonError::into_inner);
        received
            .iter()
            .map(|message| match message {
                Ok(message) => Ok(message.clone()),
                Err(error) => bail!("{error:#}"),
            })
            .collect()
    }

    /// Waits for the outcome of one message.
    ///
    /// # Errors
    /// When none comes.
    pub async fn outcome(&self, message_id: &str) -> anyhow::Result<Received> {
        let find = async || Ok(self.received()?.into_iter().find(|one| one.message_id == message_id));
        crate::until(&format!("the outcome of {message_id}"), find).await
    }

    /// Publishes a job and waits for its edited tile.
    ///
    /// # Errors
    /// When it is not done.
    pub async fn done(&self, job: &Job) -> anyhow::Result<Received> {
        let id = self.publish_job(job).await?;
        let received = self.outcome(&id).await?;
        ensure!(matches!(received.outcome.end, End::Done(_)), "not done: {:?}", received.outcome.end);
        Ok(received)
    }

    /// Ready messages of a queue: those that no consumer holds.
    ///
    /// # Errors
    /// When there is no such queue.
    pub async fn ready(&self, queue: &str) -> anyhow::Result<u32> {
        let options = QueueDeclareOptions { passive: true, ..QueueDeclareOptions::default() };
        let queue = self.channel.queue_declare(queue.into(), options, FieldTable::default()).await?;
        Ok(queue.message_count())
    }

    /// Declares a durable queue without arguments.
    ///
    /// # Errors
    /// When the broker refuses.
    pub async fn declare_plain(&self, queue: &str) -> anyhow::Result<()> {
        self.channel
            .queue_declare(queue.into(), QueueDeclareOptions::durable(), FieldTable::default())
            .await?;
        Ok(())
    }

    /// Takes the next parked message, waiting for it.
    ///
    /// # Errors
    /// When none comes.
    pub async fn dead_letter(&self) -> anyhow::Result<(BasicProperties, Vec<u8>)> {
        let message = crate::until("a dead letter", async || {
            let queue = topology::PARKED.name.into();
            Ok(self.channel.basic_get(queue, BasicGetOptions { no_ack: true }).await?)
        })
        .await?;
        Ok((message.delivery.properties.clone(), message.delivery.data.clone()))
    }

    /// Asks what the fleet can do, with an address of the caller's choice for the answer.
    ///
    /// # Errors
    /// When no queue takes the question.
    pub async fn ask_with_reply_to(&self, reply_to: &str) -> anyhow::Result<()> {
        let body = serde_json::json!({"schema": capabilities::CAPABILITIES_REQUEST_SCHEMA});
        let properties = BasicProperties::default()
            .with_content_type("application/json".into())
            .with_type(capabilities::CAPABILITIES_REQUEST_SCHEMA.into())
            .with_reply_to(reply_to.into())
            .with_user_id(self.user.as_str().into());
        let body = serde_json::to_vec(&body)?;
        self.send(topology::JOBS.name, topology::CAPABILITIES_KEY, properties, &body).await
    }

    /// Asks the fleet what it can do, by RPC with direct reply-to; the raw answer, held to its schema.
    ///
    /// # Errors
    /// When nobody answers.
    pub async fn capabilities(&self) -> anyhow::Result<Value> {
        const DIRECT: &str = "amq.rabbitmq.reply-to";
        let options = BasicConsumeOptions { no_ack: true, ..BasicConsumeOptions::default() };
        let mut answers =
            self.channel.basic_consume(DIRECT.into(), "".into(), options, FieldTable::default()).await?;
        let body = serde_json::json!({"schema": capabilities::CAPABILITIES_REQUEST_SCHEMA});
        let properties = BasicProperties::default()
            .with_content_type("application/json".into())
            .with_type(capabilities::CAPABILITIES_REQUEST_SCHEMA.into())
            .with_correlation_id("question".into())
            .with_reply_to(DIRECT.into())
            .with_user_id(self.user.as_str().into())
            .with_expiration("5000".into());
        self.send(topology::JOBS.name, topology::CAPABILITIES_KEY, properties, &serde_json::to_vec(&body)?)
            .await?;
        let answer = tokio::time::timeout(crate::LIMIT, answers.next()).await;
        let answer = answer.context("nobody answered")?.context("the consumer ended")??;
        let correlation = answer.properties.correlation_id().as_ref().map(ShortString::to_string);
        ensure!(correlation.as_deref() == Some("question"), "correlation_id came back as {correlation:?}");
        crate::wire::validate(&answer.data)
    }
}

/// Declares, binds and consumes a reply queue of `user`'s own: the key under which outcomes come back, and the consumer.
///
/// # Errors
/// When the exchanges are missing or the broker refuses.
pub async fn reply_queue(channel: &Channel, user: &str) -> anyhow::Result<(String, Consumer)> {
    let id = uuid::Uuid::now_v7().to_string();
    Ok((topology::reply_key(user, &id), reply_queue_of(channel, user, &id).await?))
}

/// The same for a client that comes back: the queue of its id.
///
/// # Errors
/// When the exchanges are missing or the broker refuses, as it does while an earlier connection of the client still consumes.
pub async fn reply_queue_of(channel: &Channel, user: &str, id: &str) -> anyhow::Result<Consumer> {
    let queue: ShortString = topology::reply_queue(user, id).into();
    let mut arguments = FieldTable::default();
    arguments.insert("x-expires".into(), topology::REPLY_EXPIRES_MS.into());
    arguments.insert("x-message-ttl".into(), topology::REPLY_TTL_MS.into());
    arguments.insert("x-max-length-bytes".into(), topology::REPLY_MAX_BYTES.into());
    arguments.insert("x-overflow".into(), LongString::from("drop-head").into());
    channel.queue_declare(queue.clone(), QueueDeclareOptions::durable(), arguments).await?;
    channel
        .queue_bind(
            queue.clone(),
            topology::REPLIES.name.into(),
            topology::reply_key(user, id).into(),
            QueueBindOptions::default(),
            FieldTable::default(),
        )
        .await?;
    let options = BasicConsumeOptions { exclusive: true, ..BasicConsumeOptions::default() };
    Ok(channel.basic_consume(queue, "".into(), options, FieldTable::default()).await?)
}

/// The properties of a proper job message of `user`.
#[must_use]
pub fn job_properties(user: &str, reply_to: &str, job: JobId, tile: u32) -> BasicProperties {
    anonymous_properties()
        .with_message_id(message_id(job, tile).into())
        .with_correlation_id(job.to_string().into())
        .with_reply_to(reply_to.into())
        .with_user_id(user.into())
}

fn anonymous_properties() -> BasicProperties {
    BasicProperties::default()
        .with_content_type("application/json".into())
        .with_type(foreshock_protocol::job::JOB_SCHEMA.into())
        .with_delivery_mode(2)
        .with_timestamp(Utc::now().timestamp().unsigned_abs())
        .with_expiration("600000".into())
}

/// Calls a request of `user` off.
///
/// # Errors
/// When no worker listens for cancels.
pub async fn send_cancel(channel: &Channel, user: &str, job: JobId) -> anyhow::Result<()> {
    let body = serde_json::json!({"schema": foreshock_protocol::event::CANCEL_SCHEMA, "job_id": job});
    let properties = BasicProperties::default()
        .with_content_type("application/json".into())
        .with_type(foreshock_protocol::event::CANCEL_SCHEMA.into())
        .with_user_id(user.into());
    let key = topology::cancel_key(user, job);
    send(channel, topology::CONTROL.name, &key, properties, &serde_json::to_vec(&body)?).await
}

/// Publishes a message (mandatory) on a channel in confirm mode and waits until the broker has it in a queue.
///
/// # Errors
/// When the broker refuses it or no queue takes it.
pub async fn send(
    channel: &Channel,
    exchange: &str,
    key: &str,
    properties: BasicProperties,
    body: &[u8],
) -> anyhow::Result<()> {
    let options = BasicPublishOptions { mandatory: true, ..BasicPublishOptions::default() };
    let confirmation =
        channel.basic_publish(exchange.into(), key.into(), options, body, properties).await?.await?;
    ensure!(confirmation.is_ack(), "the broker refused a message to {exchange} {key}");
    ensure!(confirmation.take_message().is_none(), "no queue takes {exchange} {key}");
    Ok(())
}

/// Reads an outcome and holds it to the wire's rules.
pub(crate) fn read(delivery: &lapin::message::Delivery) -> anyhow::Result<Received> {
    let value = crate::wire::validate(&delivery.data)?;
    let properties = &delivery.properties;
    let text = |value: &Option<ShortString>| value.as_ref().map(ShortString::to_string).unwrap_or_default();
    ensure!(text(properties.kind()) == OUTCOME_SCHEMA, "an outcome of type {:?}", properties.kind());
    ensure!(text(properties.content_type()) == "application/json", "{:?}", properties.content_type());
    ensure!(*properties.delivery_mode() == Some(2), "an outcome must survive a broker restart");
    let outcome: Outcome = serde_json::from_value(value)?;
    let correlation_id = text(properties.correlation_id());
    let message_id = text(properties.message_id());
    ensure!(correlation_id == outcome.job_id.to_string(), "correlation_id {correlation_id} on {outcome:?}");
    Ok(Received { message_id, correlation_id, outcome })
}

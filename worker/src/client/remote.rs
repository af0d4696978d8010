//! The fleet as a backend: one connection, jobs with confirms, outcomes from a durable queue of our own, events that may be lost.

use std::time::Duration;

use chrono::Utc;
use foreshock_protocol::access::check_user;
use foreshock_protocol::capabilities::{
    CAPABILITIES_REQUEST_SCHEMA, CAPABILITIES_SCHEMA, Capabilities, CapabilitiesRequest,
};
use foreshock_protocol::event::{CANCEL_SCHEMA, Cancel, EVENT_SCHEMA, Event};
use foreshock_protocol::job::{JOB_SCHEMA, Job, JobId, parse_body, parse_message_id};
use foreshock_protocol::limits::MAX_BODY_BYTES;
use foreshock_protocol::outcome::{OUTCOME_SCHEMA, Outcome};
use foreshock_protocol::topology::{
    CAPABILITIES_KEY, CONTROL, EVENTS, EVENTS_MAX, JOBS, REPLIES, REPLY_EXPIRES_MS, REPLY_MAX_BYTES,
    REPLY_TTL_MS, cancel_key, event_binding, event_queue, job_key, reply_key, reply_queue,
};
use futures::StreamExt as _;
use lapin::message::Delivery;
use lapin::options::{
    BasicAckOptions, BasicCancelOptions, BasicConsumeOptions, BasicPublishOptions, BasicQosOptions,
    ConfirmSelectOptions, QueueBindOptions, QueueDeclareOptions, QueueDeleteOptions,
};
use lapin::types::{AMQPValue, FieldTable};
use lapin::{Acker, BasicProperties, Channel, Confirmation, Connection, Consumer};

use super::{Backend, ClientError, Signal, SubmitError};
use crate::broker::{BrokerError, connect, user_of};
use crate::tls::Tls;

/// Tiles in flight: enough to keep a fleet busy, few enough to send again after a crash.
const IN_FLIGHT: usize = 64;
/// Outcomes held in memory; each has up to 8 MiB.
const PREFETCH: u16 = 16;
/// How long a worker has to say what it can do.
const ANSWER: Duration = Duration::from_secs(5);
/// How often it is asked.
const QUESTIONS: u32 = 3;
/// How long the broker has to confirm.
const CONFIRM: Duration = Duration::from_secs(60);
/// Longest per-message expiration that RabbitMQ takes, milliseconds (a 32-bit number).
const LONGEST_EXPIRATION: i64 = 4_294_967_295;

/// A client of the fleet.
pub struct Remote {
    url: String,
    tls: Tls,
    user: String,
    client: String,
    connection: Connection,
    link: Option<Link>,
}

/// What lives as long as a connection.
struct Link {
    jobs: Channel,
    replies: Subscription,
    events: Subscription,
}

/// A consumer and its channel.
struct Subscription {
    channel: Channel,
    consumer: Consumer,
}

impl Subscription {
    /// Ends it in good order: a consumer that is merely dropped is cancelled on a channel that closes, which lapin takes for an error.
    async fn end(self) {
        let tag = self.consumer.tag();
        let _ = self.channel.basic_cancel(tag, BasicCancelOptions::default()).await;
        drop(self.consumer);
        let _ = self.channel.close(200, "done".into()).await;
    }
}

impl Remote {
    /// Connects to the broker.
    ///
    /// # Errors
    /// When it does not answer or refuses us.
    pub async fn connect(url: &str, tls: &Tls) -> Result<Self, ClientError> {
        let user = user_of(url).ok_or_else(|| {
            ClientError::Input(
                "amqp_url: not an AMQP address (amqp://user:password@host:port/vhost)".to_owned(),
            )
        })?;
        check_user(&user).map_err(|error| ClientError::Input(format!("amqp_url: {error}")))?;
        let connection = connect(url, tls, "foreshock submit").await?;
        Ok(Self {
            url: url.to_owned(),
            tls: tls.clone(),
            user,
            client: String::new(),
            connection,
            link: None,
        })
    }

    /// Asks the fleet what it can do.
    ///
    /// # Errors
    /// When nobody answers.
    pub async fn capabilities(&self) -> Result<Capabilities, ClientError> {
        let channel = self.connection.create_channel().await.map_err(BrokerError::operation("a channel"))?;
        let options = BasicConsumeOptions { no_ack: true, ..BasicConsumeOptions::default() };
        let consumer = channel
            .basic_consume("amq.rabbitmq.reply-to".into(), "".into(), options, FieldTable::default())
            .await
            .map_err(BrokerError::operation("to consume answers"))?;
        let mut answers = Subscription { channel, consumer };
        let question =
            serde_json::to_vec(&CapabilitiesRequest { schema: CAPABILITIES_REQUEST_SCHEMA.to_owned() })
                .map_err(|error| ClientError::Internal(error.to_string()))?;
        for _ in 0..QUESTIONS {
            let properties = BasicProperties::default()
                .with_content_type("application/json".into())
                .with_type(CAPABILITIES_REQUEST_SCHEMA.into())
                .with_reply_to("amq.rabbitmq.reply-to".into())
                .with_user_id(self.user.as_str().into())
                .with_expiration(ANSWER.as_millis().to_string().into());
            answers
                .channel
                .basic_publish(
                    JOBS.name.into(),
                    CAPABILITIES_KEY.into(),
                    BasicPublishOptions::default(),
                    &question,
                    properties,
                )
                .await
                .map_err(BrokerError::operation("to ask the fleet"))?;
            match tokio::time::timeout(ANSWER, answers.consumer.next()).await {
                Ok(Some(Ok(answer))) => {
                    let read = parse_body::<Capabilities>(&answer.data, CAPABILITIES_SCHEMA);
                    answers.end().await;
                    return read.map_err(|refusal| {
                        ClientError::Unreachable(format!("a worker's answer cannot be read: {refusal}"))
                    });
                }
                Ok(Some(Err(error))) => return Err(BrokerError::operation("answers")(error).into()),
                Ok(None) => return Err(BrokerError::Ended("the answer channel").into()),
                // Nobody was there; perhaps one is starting.
                Err(_) => {}
            }
        }
        Err(ClientError::Unreachable(format!(
            "no worker answered within {} s; is one running? start `foreshock worker`, and look with `foreshock doctor`",
            (ANSWER * QUESTIONS).as_secs()
        )))
    }

    /// Takes the queues of this client: outcomes that wait there come first.
    ///
    /// # Errors
    /// When the broker refuses.
    pub async fn attach(&mut self, client: &str) -> Result<(), BrokerError> {
        self.client = client.to_owned();
        self.link = Some(self.open().await?);
        Ok(())
    }

    async fn open(&self) -> Result<Link, BrokerError> {
        let channel =
            async || self.connection.create_channel().await.map_err(BrokerError::operation("a channel"));
        let jobs = channel().await?;
        jobs.confirm_select(ConfirmSelectOptions::default())
            .await
            .map_err(BrokerError::operation("confirms"))?;

        let replies_channel = channel().await?;
        let queue = reply_queue(&self.user, &self.client);
        let arguments = table([
            ("x-expires", REPLY_EXPIRES_MS.into()),
            ("x-message-ttl", REPLY_TTL_MS.into()),
            ("x-max-length-bytes", REPLY_MAX_BYTES.into()),
            ("x-overflow", AMQPValue::LongString("drop-head".into())),
        ]);
        let durable = QueueDeclareOptions { durable: true, ..QueueDeclareOptions::default() };
        let key = reply_key(&self.user, &self.client);
        declare(&replies_channel, &queue, durable, arguments, REPLIES.name, &key).await?;
        replies_channel
            .basic_qos(PREFETCH, BasicQosOptions::default())
            .await
            .map_err(BrokerError::operation("a prefetch"))?;
        let exclusive = BasicConsumeOptions { exclusive: true, ..BasicConsumeOptions::default() };
        let replies = replies_channel
            .basic_consume(queue.into(), "".into(), exclusive, FieldTable::default())
            .await
            .map_err(BrokerError::operation("to consume outcomes"))?;

        let events_channel = channel().await?;
        let queue = event_queue(&self.user, &self.client);
        let arguments = table([
            ("x-max-length", EVENTS_MAX.into()),
            ("x-overflow", AMQPValue::LongString("drop-head".into())),
        ]);
        let own =
            QueueDeclareOptions { exclusive: true, auto_delete: true, ..QueueDeclareOptions::default() };
        declare(
            &events_channel,
            &queue,
            own,
            arguments,
            EVENTS.name,
            &event_binding(&self.user, &self.client),
        )
        .await?;
        let no_ack = BasicConsumeOptions { no_ack: true, ..BasicConsumeOptions::default() };
        let events = events_channel
            .basic_consume(queue.into(), "".into(), no_ack, FieldTable::default())
            .await
            .map_err(BrokerError::operation("to consume events"))?;
        Ok(Link {
            jobs,
            replies: Subscription { channel: replies_channel, consumer: replies },
            events: Subscription { channel: events_channel, consumer: events },
        })
    }

    /// An error that another connection may cure, or one that stays.
    fn failed(&self, operation: &'static str, error: lapin::Error) -> SubmitError {
        if self.connection.status().connected() {
            SubmitError::Never(BrokerError::operation(operation)(error).into())
        } else {
            SubmitError::Lost(error.to_string())
        }
    }

    /// Publishes with a confirm; true when a queue has the message, false when none takes it.
    async fn publish(
        &self,
        channel: &Channel,
        exchange: &str,
        key: &str,
        body: &[u8],
        properties: BasicProperties,
    ) -> Result<bool, SubmitError> {
        let options = BasicPublishOptions { mandatory: true, ..BasicPublishOptions::default() };
        let sent = channel
            .basic_publish(exchange.into(), key.into(), options, body, properties)
            .await
            .map_err(|error| self.failed("to take a message", error))?;
        let confirmation = match tokio::time::timeout(CONFIRM, sent).await {
            Ok(confirmation) => confirmation.map_err(|error| self.failed("to confirm a message", error))?,
            Err(_) => return Err(SubmitError::Lost(format!("no confirm within {} s", CONFIRM.as_secs()))),
        };
        match confirmation {
            Confirmation::Ack(None) => Ok(true),
            // “Acknowledged” alone is not enough: a message that no queue takes is returned *and* acknowledged.
            Confirmation::Ack(Some(_)) => Ok(false),
            Confirmation::Nack(_) => Err(SubmitError::Full),
            Confirmation::NotRequested => Err(SubmitError::Never(ClientError::Internal(
                "the channel is not in confirm mode".to_owned(),
            ))),
        }
    }
}

fn table<const N: usize>(entries: [(&str, AMQPValue); N]) -> FieldTable {
    let mut table = FieldTable::default();
    for (key, value) in entries {
        table.insert(key.into(), value);
    }
    table
}

async fn declare(
    channel: &Channel,
    queue: &str,
    options: QueueDeclareOptions,
    arguments: FieldTable,
    exchange: &str,
    key: &str,
) -> Result<(), BrokerError> {
    channel
        .queue_declare(queue.into(), options, arguments)
        .await
        .map_err(BrokerError::operation("to declare a queue of this client"))?;
    channel
        .queue_bind(
            queue.into(),
            exchange.into(),
            key.into(),
            QueueBindOptions::default(),
            FieldTable::default(),
        )
        .await
        .map_err(BrokerError::operation(
            "to bind a queue of this client; does the exchange stand? `foreshock topology apply`",
        ))
}

/// An outcome and the tile it is about, also where the outcome itself cannot say.
fn read(delivery: &Delivery) -> Option<(Outcome, Option<u32>)> {
    let mut outcome: Outcome = match parse_body(&delivery.data, OUTCOME_SCHEMA) {
        Ok(outcome) => outcome,
        Err(refusal) => {
            tracing::warn!(%refusal, "an outcome cannot be read");
            return None;
        }
    };
    let named = delivery.properties.message_id().as_ref().and_then(|id| parse_message_id(id.as_str()));
    match (outcome.tile, named) {
        (Some(tile), _) => Some((outcome, Some(tile.index))),
        (None, Some((job, index))) => {
            outcome.job_id = job;
            Some((outcome, Some(index)))
        }
        (None, None) => Some((outcome, None)),
    }
}

impl Backend for Remote {
    type Receipt = Acker;

    fn capacity(&self) -> usize {
        IN_FLIGHT
    }

    async fn submit(&mut self, job: Job) -> Result<(), SubmitError> {
        let never = |message: String| SubmitError::Never(ClientError::Input(message));
        job.check().map_err(|refusal| never(refusal.message))?;
        let body = serde_json::to_vec(&job).map_err(|error| {
            SubmitError::Never(ClientError::Internal(format!("a job cannot be encoded: {error}")))
        })?;
        if body.len() > MAX_BODY_BYTES {
            return Err(never(format!(
                "a tile of {} px makes a message of {} bytes, more than the limit of {MAX_BODY_BYTES}; choose a smaller --tile",
                job.grid.width,
                body.len()
            )));
        }
        let left = (job.deadline - Utc::now()).num_milliseconds().clamp(1, LONGEST_EXPIRATION);
        let properties = BasicProperties::default()
            .with_content_type("application/json".into())
            .with_type(JOB_SCHEMA.into())
            .with_delivery_mode(2)
            .with_message_id(job.message_id().into())
            .with_correlation_id(job.job_id.to_string().into())
            .with_reply_to(reply_key(&self.user, &self.client).into())
            .with_user_id(self.user.as_str().into())
            .with_timestamp(Utc::now().timestamp().unsigned_abs())
            .with_expiration(left.to_string().into());
        let Some(link) = &self.link else { return Err(SubmitError::Lost("not connected".to_owned())) };
        let key = job_key(job.lane, &job.params.model);
        match self.publish(&link.jobs, JOBS.name, &key, &body, properties).await {
            Ok(true) => Ok(()),
            Ok(false) => Err(SubmitError::Never(ClientError::Unreachable(format!(
                "no queue takes jobs of lane {} for model {}; `foreshock topology apply` makes the queues",
                job.lane.as_str(),
                job.params.model
            )))),
            Err(error) => Err(error),
        }
    }

    async fn next(&mut self) -> Signal<Acker> {
        let Some(link) = &mut self.link else { return Signal::Lost("not connected".to_owned()) };
        loop {
            tokio::select! {
                biased;
                reply = link.replies.consumer.next() => match reply {
                    Some(Ok(delivery)) => match read(&delivery) {
                        Some((outcome, index)) => {
                            return Signal::Outcome { outcome: Box::new(outcome), index, receipt: delivery.acker };
                        }
                        // Nobody can read it; keeping it helps nobody.
                        None => drop(delivery.acker.ack(BasicAckOptions::default()).await),
                    },
                    Some(Err(error)) => return Signal::Lost(error.to_string()),
                    None => return Signal::Lost("the broker ended the reply queue".to_owned()),
                },
                event = link.events.consumer.next() => match event {
                    Some(Ok(delivery)) => {
                        if let Ok(event) = parse_body::<Event>(&delivery.data, EVENT_SCHEMA) {
                            return Signal::Event(event);
                        }
                    }
                    Some(Err(error)) => return Signal::Lost(error.to_string()),
                    None => return Signal::Lost("the broker ended the event queue".to_owned()),
                },
            }
        }
    }

    async fn settle(&mut self, receipt: Acker) {
        // A lost lease: the outcome comes again and is dropped.
        if !matches!(receipt.ack(BasicAckOptions::default()).await, Ok(true)) {
            tracing::debug!("an outcome could not be acknowledged");
        }
    }

    async fn cancel(&mut self, job: JobId) {
        let Some(link) = &self.link else { return };
        let Ok(body) = serde_json::to_vec(&Cancel { schema: CANCEL_SCHEMA.to_owned(), job_id: job }) else {
            return;
        };
        let properties = BasicProperties::default()
            .with_content_type("application/json".into())
            .with_type(CANCEL_SCHEMA.into())
            .with_correlation_id(job.to_string().into())
            .with_user_id(self.user.as_str().into());
        let sent =
            self.publish(&link.jobs, CONTROL.name, &cancel_key(&self.user, job), &body, properties).await;
        if !matches!(sent, Ok(true)) {
            tracing::debug!("no worker listens for cancels");
        }
    }

    async fn reconnect(&mut self) -> Result<(), BrokerError> {
        self.link = None;
        self.connection = connect(&self.url, &self.tls, "foreshock submit").await?;
        self.link = Some(self.open().await?);
        Ok(())
    }

    async fn finish(&mut self) {
        let link = self.link.take();
        // Left behind, the queue expires by itself after a day.
        let tidy = async {
            if let Some(link) = link {
                link.replies.end().await;
                link.events.end().await;
                let _ = link.jobs.close(200, "done".into()).await;
            }
            if let Ok(channel) = self.connection.create_channel().await {
                let queue = reply_queue(&self.user, &self.client);
                let _ = channel.queue_delete(queue.into(), QueueDeleteOptions::default()).await;
                let _ = channel.close(200, "done".into()).await;
            }
            let _ = self.connection.close(200, "done".into()).await;
        };
        let _ = tokio::time::timeout(Duration::from_secs(5), tidy).await;
    }
}

//! A client as the design wants it: its journal is the truth, it publishes with confirms, and after each loss of its connection it
//! publishes again whatever has no outcome.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context as _, bail};
use chrono::Utc;
use foreshock_protocol::event::CANCEL_SCHEMA;
use foreshock_protocol::job::JOB_SCHEMA;
use foreshock_protocol::topology;
use futures::StreamExt as _;
use lapin::message::Delivery;
use lapin::options::{
    BasicAckOptions, BasicConsumeOptions, BasicPublishOptions, BasicQosOptions, QueueBindOptions,
    QueueDeclareOptions,
};
use lapin::types::{AMQPValue, FieldTable, LongString};
use lapin::{BasicProperties, Channel, Confirmation, Connection, Consumer};
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tokio::time::Instant;

use super::journal::{Answer, Journal, Next};
use super::witness::COPY_HEADER;
use crate::services::USER;

/// How long outcomes that wait at the broker are read before anything is published again.
const SETTLING: Duration = Duration::from_millis(500);
/// How long the broker has to say that it has a message.
const CONFIRM: Duration = Duration::from_secs(20);
/// Between two tries to connect.
const PAUSE: Duration = Duration::from_millis(300);
/// No outcome for so long means that none will come.
const STALLED: Duration = Duration::from_secs(60);
/// After the broker had no room.
const FULL_PAUSE: Duration = Duration::from_millis(500);

/// A client; it stops when dropped.
pub struct ChaosClient {
    state: Arc<State>,
    task: JoinHandle<()>,
    /// Its reply queue.
    pub queue: String,
}

struct State {
    url: String,
    id: String,
    journal: Mutex<Journal>,
    /// There is something to send.
    news: Notify,
    attached: Mutex<u32>,
}

impl State {
    fn journal(&self) -> MutexGuard<'_, Journal> {
        self.journal.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl ChaosClient {
    /// Starts a client of the broker that `url` names.
    #[must_use]
    pub fn start(url: &str) -> Self {
        let id = uuid::Uuid::now_v7().to_string();
        let queue = topology::reply_queue(USER, &id);
        let state = Arc::new(State {
            url: url.to_owned(),
            id,
            journal: Mutex::default(),
            news: Notify::new(),
            attached: Mutex::default(),
        });
        let task = tokio::spawn({
            let state = Arc::clone(&state);
            async move {
                loop {
                    // Whatever went wrong, another connection may cure it; what does not heal shows as lost jobs.
                    let Err(error) = state.session().await;
                    eprintln!("chaos: a client lost its connection: {error:#}");
                    tokio::time::sleep(PAUSE).await;
                }
            }
        });
        Self { state, task, queue }
    }

    /// Changes the journal, and lets the client look at it.
    pub fn write<T>(&self, change: impl FnOnce(&mut Journal) -> T) -> T {
        let result = change(&mut self.state.journal());
        self.state.news.notify_one();
        result
    }

    /// How often it has connected.
    #[must_use]
    pub fn attached(&self) -> u32 {
        *self.state.attached.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for ChaosClient {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// What lives as long as a connection.
struct Link {
    channel: Channel,
    outcomes: Consumer,
    _connection: Connection,
}

impl State {
    /// From connection to loss.
    async fn session(&self) -> anyhow::Result<std::convert::Infallible> {
        let mut link = tokio::time::timeout(CONFIRM, self.attach()).await.context("no connection")??;
        *self.attached.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        while let Ok(delivery) = tokio::time::timeout(SETTLING, link.outcomes.next()).await {
            self.take(delivery.context("the reply queue ended")??).await?;
        }
        self.journal().reattached();
        loop {
            let next = self.journal().next();
            if let Some(next) = next {
                self.publish(&link.channel, next).await?;
            }
            let idle = self.journal().is_idle();
            tokio::select! {
                biased;
                delivery = link.outcomes.next() => {
                    self.take(delivery.context("the reply queue ended")??).await?;
                }
                () = std::future::ready(()), if !idle => {}
                () = self.news.notified() => {}
            }
        }
    }

    async fn attach(&self) -> anyhow::Result<Link> {
        let (connection, channel) = crate::wire::connect(&self.url, "chaos client").await?;
        let queue = topology::reply_queue(USER, &self.id);
        let mut arguments = FieldTable::default();
        arguments.insert("x-expires".into(), topology::REPLY_EXPIRES_MS.into());
        arguments.insert("x-message-ttl".into(), topology::REPLY_TTL_MS.into());
        arguments.insert("x-max-length-bytes".into(), topology::REPLY_MAX_BYTES.into());
        arguments.insert("x-overflow".into(), LongString::from("drop-head").into());
        channel.queue_declare(queue.as_str().into(), QueueDeclareOptions::durable(), arguments).await?;
        let key = topology::reply_key(USER, &self.id);
        let (options, arguments) = (QueueBindOptions::default(), FieldTable::default());
        channel
            .queue_bind(queue.as_str().into(), topology::REPLIES.name.into(), key.into(), options, arguments)
            .await?;
        channel.basic_qos(16, BasicQosOptions::default()).await?;
        let options = BasicConsumeOptions { exclusive: true, ..BasicConsumeOptions::default() };
        // Refused as long as the broker has not seen the end of the connection before.
        let outcomes = channel.basic_consume(queue.into(), "".into(), options, FieldTable::default()).await?;
        Ok(Link { channel, outcomes, _connection: connection })
    }

    /// Writes an outcome down, then settles it.
    async fn take(&self, delivery: Delivery) -> anyhow::Result<()> {
        let received = crate::client::read(&delivery)?;
        self.journal().answered(&received.message_id, Answer::from(received.outcome));
        delivery.acker.ack(BasicAckOptions::default()).await?;
        Ok(())
    }

    async fn publish(&self, channel: &Channel, next: Next) -> anyhow::Result<()> {
        let (exchange, key, body, properties, letter) = match next {
            Next::Job(letter, copy) => {
                let left = (letter.deadline - Utc::now()).num_milliseconds().clamp(1, i64::from(u32::MAX));
                let mut headers = FieldTable::default();
                let copy = format!("{copy}");
                headers.insert(COPY_HEADER.into(), AMQPValue::LongString(copy.as_str().into()));
                let properties = BasicProperties::default()
                    .with_content_type("application/json".into())
                    .with_type(JOB_SCHEMA.into())
                    .with_delivery_mode(2)
                    .with_message_id(letter.message_id.as_str().into())
                    .with_correlation_id(letter.job_id.to_string().into())
                    .with_reply_to(topology::reply_key(USER, &self.id).into())
                    .with_user_id(USER.into())
                    .with_timestamp(Utc::now().timestamp().unsigned_abs())
                    .with_expiration(left.to_string().into())
                    .with_headers(headers);
                (topology::JOBS.name, letter.key.clone(), letter.body.clone(), properties, Some(letter))
            }
            Next::Cancel(job) => {
                let body = serde_json::json!({"schema": CANCEL_SCHEMA, "job_id": job});
                let properties = BasicProperties::default()
                    .with_content_type("application/json".into())
                    .with_type(CANCEL_SCHEMA.into())
                    .with_user_id(USER.into());
                let key = topology::cancel_key(USER, job);
                (topology::CONTROL.name, key, serde_json::to_vec(&body)?, properties, None)
            }
        };
        let options = BasicPublishOptions { mandatory: true, ..BasicPublishOptions::default() };
        let sent = channel.basic_publish(exchange.into(), key.into(), options, &body, properties).await?;
        let confirmation = tokio::time::timeout(CONFIRM, sent).await.context("no confirm")??;
        match (confirmation, letter) {
            (Confirmation::Ack(None), _) => Ok(()),
            (Confirmation::Nack(_), Some(letter)) => {
                self.journal().refused(&letter.message_id);
                tokio::time::sleep(FULL_PAUSE).await;
                Ok(())
            }
            // No worker listens for cancels now: the job will be done.
            (_, None) => Ok(()),
            (other, Some(letter)) => bail!("no queue takes {}: {other:?}", letter.message_id),
        }
    }
}

/// Waits until every job of these clients has an outcome, or none has come for [`STALLED`].
pub async fn all_answered(clients: &[&ChaosClient]) {
    let mut last = (0, Instant::now());
    loop {
        let (mut jobs, mut answered) = (0, 0);
        for client in clients {
            let progress = client.state.journal().progress();
            jobs += progress.0;
            answered += progress.1;
        }
        if answered != last.0 {
            last = (answered, Instant::now());
        }
        if answered == jobs || last.1.elapsed() > STALLED {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

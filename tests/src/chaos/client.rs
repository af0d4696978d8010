//! A client as the design wants it: its journal is the truth, it publishes with confirms, and after each loss of its connection it
//! publishes again whatever has no outcome.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context as _, bail};
use chrono::Utc;
use foreshock_protocol::topology;
use futures::StreamExt as _;
use lapin::message::Delivery;
use lapin::options::{BasicAckOptions, BasicPublishOptions, BasicQosOptions};
use lapin::types::{AMQPValue, FieldTable};
use lapin::{Channel, Confirmation, Connection, Consumer};
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
    attached: AtomicU32,
}

impl State {
    fn journal(&self) -> MutexGuard<'_, Journal> {
        self.journal.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn attached(&self) -> u32 {
        self.attached.load(Ordering::Relaxed)
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
            attached: AtomicU32::new(0),
        });
        let task = tokio::spawn({
            let state = Arc::clone(&state);
            async move {
                let mut told = 0;
                loop {
                    // Whatever went wrong, another connection may cure it; what does not heal shows as lost jobs.
                    let Err(error) = state.session().await;
                    let attached = state.attached();
                    if told < attached {
                        told = attached;
                        eprintln!("chaos: a client lost its connection: {error:#}");
                    }
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

    /// Whether a job has an outcome.
    #[must_use]
    pub fn has(&self, message_id: &str) -> bool {
        self.state.journal().has(message_id)
    }

    /// How often it has connected.
    #[must_use]
    pub fn attached(&self) -> u32 {
        self.state.attached()
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
        self.attached.fetch_add(1, Ordering::Relaxed);
        while let Ok(delivery) = tokio::time::timeout(SETTLING, link.outcomes.next()).await {
            self.take(delivery.context("the reply queue ended")??).await?;
        }
        self.journal().reattached();
        loop {
            let next = self.journal().take_next();
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
        channel.basic_qos(16, BasicQosOptions::default()).await?;
        let outcomes = crate::client::reply_queue_of(&channel, USER, &self.id).await?;
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
        let (letter, copy) = match next {
            Next::Job(letter, copy) => (letter, copy),
            Next::Cancel(job) => {
                // No worker may listen now; then the job is done. A lost connection shows at the next use.
                let _ = crate::client::send_cancel(channel, USER, job).await;
                return Ok(());
            }
        };
        let left = (letter.deadline - Utc::now()).num_milliseconds().clamp(1, i64::from(u32::MAX));
        let reply_to = topology::reply_key(USER, &self.id);
        let mut headers = FieldTable::default();
        headers.insert(COPY_HEADER.into(), AMQPValue::LongString(copy.to_string().into()));
        let properties = crate::client::job_properties(USER, &reply_to, letter.job_id, 0)
            .with_expiration(left.to_string().into())
            .with_headers(headers);
        let options = BasicPublishOptions { mandatory: true, ..BasicPublishOptions::default() };
        let (exchange, key) = (topology::JOBS.name.into(), letter.key.as_str().into());
        let sent = channel.basic_publish(exchange, key, options, &letter.body, properties).await?;
        match tokio::time::timeout(CONFIRM, sent).await.context("no confirm")?? {
            Confirmation::Ack(None) => Ok(()),
            Confirmation::Nack(_) => {
                self.journal().refused(&letter.message_id);
                tokio::time::sleep(FULL_PAUSE).await;
                Ok(())
            }
            other => bail!("no queue takes {}: {other:?}", letter.message_id),
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

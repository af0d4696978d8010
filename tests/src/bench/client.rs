//! A client with many jobs in flight that notes when each outcome came, to the microsecond: nothing is polled, nothing is parsed
//! before its time was taken.

use std::time::Instant;

use anyhow::{Context as _, ensure};
use foreshock_protocol::job::{Job, JobId};
use foreshock_protocol::outcome::{Done, End, Outcome};
use foreshock_protocol::topology;
use futures::StreamExt as _;
use lapin::options::{BasicAckOptions, QueueDeclareOptions};
use lapin::types::{FieldTable, ShortString};
use lapin::{BasicProperties, Channel, Connection};
use tokio::sync::mpsc;

use crate::client::{job_properties, reply_queue, send, send_cancel};

/// A message that came back.
#[derive(Debug)]
pub struct Arrival {
    /// When it came.
    pub at: Instant,
    /// Its `message_id`.
    pub message_id: String,
    /// Its body.
    pub body: Vec<u8>,
}

impl Arrival {
    /// Reads the outcome.
    ///
    /// # Errors
    /// When it is none.
    pub fn outcome(&self) -> anyhow::Result<Outcome> {
        serde_json::from_slice(&self.body).context("an outcome")
    }

    /// Reads the outcome of an edited tile.
    ///
    /// # Errors
    /// When the tile was not edited.
    pub fn done(&self) -> anyhow::Result<Done> {
        match self.outcome()?.end {
            End::Done(done) => Ok(*done),
            other => anyhow::bail!("{} was not edited: {other:?}", self.message_id),
        }
    }
}

/// A job as a message: made before the clock starts.
#[derive(Debug, Clone)]
pub struct Letter {
    key: String,
    properties: BasicProperties,
    body: Vec<u8>,
    /// Its `message_id`.
    pub message_id: String,
}

/// One client of one user.
#[derive(Debug)]
pub struct BenchClient {
    user: String,
    reply_to: String,
    channel: Channel,
    arrivals: mpsc::UnboundedReceiver<Arrival>,
    _connection: Connection,
}

impl BenchClient {
    /// Connects as `user` and sets up the reply queue as every client does.
    ///
    /// # Errors
    /// When the broker cannot be reached or the exchanges are missing.
    pub async fn connect(url: &str, user: &str) -> anyhow::Result<Self> {
        let (connection, channel) = crate::wire::connect(url, "bench client").await?;
        let (reply_to, mut consumer) = reply_queue(&channel, user).await?;
        let (sink, arrivals) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            while let Some(Ok(delivery)) = consumer.next().await {
                let at = Instant::now();
                let message_id = delivery.properties.message_id();
                let message_id = message_id.as_ref().map(ShortString::to_string).unwrap_or_default();
                // Nobody listens any more when the benchmark has ended.
                let _ = sink.send(Arrival { at, message_id, body: delivery.data });
                // Fails only when the connection is gone, and then the broker keeps the message.
                let _ = delivery.acker.ack(BasicAckOptions::default()).await;
            }
        });
        Ok(Self { user: user.to_owned(), reply_to, channel, arrivals, _connection: connection })
    }

    /// A job as this client sends it.
    ///
    /// # Errors
    /// When it breaks its schema.
    pub fn letter(&self, job: &Job) -> anyhow::Result<Letter> {
        let body = serde_json::to_vec(job)?;
        crate::wire::validate(&body)?;
        Ok(Letter {
            key: topology::job_key(job.lane, &job.params.model),
            properties: job_properties(&self.user, &self.reply_to, job.job_id, job.tile.index),
            body,
            message_id: job.message_id(),
        })
    }

    /// Publishes a message (persistent, mandatory) and waits until the broker has confirmed it.
    ///
    /// # Errors
    /// When the broker refuses it or no queue takes it.
    pub async fn publish(&self, letter: Letter) -> anyhow::Result<()> {
        send(&self.channel, topology::JOBS.name, &letter.key, letter.properties, &letter.body).await
    }

    /// Waits for the next message that comes back, whichever it answers.
    ///
    /// # Errors
    /// When none comes within [`crate::LIMIT`].
    pub async fn next(&mut self) -> anyhow::Result<Arrival> {
        let next = tokio::time::timeout(crate::LIMIT, self.arrivals.recv()).await;
        next.context("no outcome came")?.context("the reply queue's consumer ended")
    }

    /// Does one job with nothing else in flight: the seconds from before its publish until its answer came, and the answer.
    ///
    /// # Errors
    /// When it is refused or another message comes.
    pub async fn round_trip(&mut self, letter: Letter) -> anyhow::Result<(f64, Arrival)> {
        let message_id = letter.message_id.clone();
        let start = Instant::now();
        self.publish(letter).await?;
        let arrival = self.next().await?;
        ensure!(
            arrival.message_id == message_id,
            "the answer to {} came instead of {message_id}",
            arrival.message_id
        );
        // It may have come before the confirm.
        Ok((arrival.at.duration_since(start).as_secs_f64(), arrival))
    }

    /// Calls a request off.
    ///
    /// # Errors
    /// When no worker listens for cancels.
    pub async fn cancel(&self, job: JobId) -> anyhow::Result<()> {
        send_cancel(&self.channel, &self.user, job).await
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
}

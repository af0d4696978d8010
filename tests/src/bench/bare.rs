//! The least that a queue asks of anybody: deliver → reply (confirmed) → ack, with nothing done in between, or with work that
//! takes as long as pixels do: meanwhile the broker falls asleep and caches go cold.
//!
//! The server is a process of its own, as a worker is: one in the client's process would be woken sooner.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail, ensure};
use foreshock_protocol::outcome::OUTCOME_SCHEMA;
use foreshock_protocol::topology;
use futures::StreamExt as _;
use lapin::BasicProperties;
use lapin::options::{BasicAckOptions, BasicConsumeOptions, BasicQosOptions};
use lapin::types::{AMQPValue, FieldTable};

use super::client::{Arrival, BenchClient, Letter};
use crate::client::send;

/// The option of the benchmark program that makes it a bare server; the broker's address follows.
pub const OPTION: &str = "--bare-server";
/// Header of a message that says how many bytes the reply has.
const REPLY_BYTES: &str = "bench-reply-bytes";
/// Header of a message that says how long the server works before it replies, microseconds.
const WORK: &str = "bench-work-us";
/// Header of a reply that says how long that really took, microseconds.
const WORKED: &str = "bench-worked-us";
/// Memory that the work goes through: more than a processor's own caches keep, as weights and activations are.
const WORK_BYTES: usize = 32 << 20;
/// As many deliveries ahead as a worker with its default settings takes.
const PREFETCH: u16 = 3;

/// A process that answers every message of a virtual host's interactive lane and knows nothing of jobs; killed when dropped.
#[derive(Debug)]
pub struct BareServer(Child);

impl BareServer {
    /// Starts the running program anew as a bare server and waits until it consumes.
    ///
    /// # Errors
    /// When it ends, or the broker cannot be reached.
    pub async fn start(url: &str, client: &BenchClient) -> anyhow::Result<Self> {
        let program = std::env::current_exe().context("path of the running program")?;
        let child = Command::new(program).args([OPTION, url]).stdin(Stdio::null()).spawn()?;
        let mut server = Self(child);
        crate::until("the bare server", async || {
            if let Some(status) = server.0.try_wait()? {
                bail!("the bare server ended with {status}");
            }
            Ok((client.consumers(topology::JOBS_INTERACTIVE.name).await? > 0).then_some(()))
        })
        .await?;
        Ok(server)
    }
}

impl Drop for BareServer {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The same message, asking a bare server for a reply of so many bytes after so much work.
///
/// # Errors
/// When that is more than a message can say.
pub fn asking_for(mut letter: Letter, bytes: usize, work: Duration) -> anyhow::Result<Letter> {
    let mut headers = FieldTable::default();
    headers.insert(REPLY_BYTES.into(), AMQPValue::LongInt(i32::try_from(bytes)?));
    headers.insert(WORK.into(), AMQPValue::LongInt(i32::try_from(work.as_micros())?));
    letter.properties = letter.properties.with_headers(headers);
    Ok(letter)
}

/// How long the server worked before it sent this reply.
///
/// # Errors
/// When the reply does not come from a bare server.
pub fn worked(reply: &Arrival) -> anyhow::Result<Duration> {
    let micros = number(&reply.properties, WORKED)?;
    Ok(Duration::from_micros(u64::try_from(micros)?))
}

fn number(properties: &BasicProperties, header: &str) -> anyhow::Result<i32> {
    let headers = properties.headers().as_ref().context("the message has headers")?;
    match headers.inner().get(header) {
        Some(AMQPValue::LongInt(number)) => Ok(*number),
        other => bail!("header {header} is {other:?}"),
    }
}

/// Keeps a processor and its caches as busy as pixels do.
fn work(buffer: &mut [u64], time: Duration) {
    let clock = Instant::now();
    while clock.elapsed() < time {
        for page in buffer.chunks_mut(1 << 13) {
            for value in page {
                *value = value.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(17);
            }
            if clock.elapsed() >= time {
                break;
            }
        }
    }
    std::hint::black_box(buffer);
}

/// Serves until it is killed or the broker goes.
///
/// It consumes the queue that a worker would: the same type, the same policy, the same prefetch. Its replies have the properties of outcomes.
///
/// # Errors
/// When the broker cannot be reached, or a message is not one of [`asking_for`].
pub async fn serve(url: &str) -> anyhow::Result<()> {
    let (_connection, channel) = crate::wire::connect(url, "bare server").await?;
    channel.basic_qos(PREFETCH, BasicQosOptions::default()).await?;
    let queue = topology::JOBS_INTERACTIVE.name.into();
    let mut consumer = channel
        .basic_consume(queue, "bare".into(), BasicConsumeOptions::default(), FieldTable::default())
        .await?;
    let mut buffer = vec![1_u64; WORK_BYTES / size_of::<u64>()];
    while let Some(delivery) = consumer.next().await {
        let delivery = delivery?;
        let asked = &delivery.properties;
        let body = vec![b'x'; usize::try_from(number(asked, REPLY_BYTES)?)?];
        let time = Duration::from_micros(u64::try_from(number(asked, WORK)?)?);
        let clock = Instant::now();
        if !time.is_zero() {
            buffer = tokio::task::spawn_blocking(move || {
                work(&mut buffer, time);
                buffer
            })
            .await?;
        }
        let mut headers = FieldTable::default();
        headers.insert(WORKED.into(), AMQPValue::LongInt(i32::try_from(clock.elapsed().as_micros())?));
        let mut properties = BasicProperties::default()
            .with_content_type("application/json".into())
            .with_type(OUTCOME_SCHEMA.into())
            .with_delivery_mode(2)
            .with_headers(headers);
        if let Some(id) = asked.message_id() {
            properties = properties.with_message_id(id.clone());
        }
        if let Some(id) = asked.correlation_id() {
            properties = properties.with_correlation_id(id.clone());
        }
        let reply_to = asked.reply_to().as_ref().context("a job names its reply_to")?;
        send(&channel, topology::REPLIES.name, reply_to.as_str(), properties, &body).await?;
        ensure!(delivery.acker.ack(BasicAckOptions::default()).await?, "an ack was not taken");
    }
    bail!("the broker ended the consumer")
}

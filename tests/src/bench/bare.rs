//! The least that a queue asks of anybody: deliver → reply (confirmed) → ack, with nothing done in between.

use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context as _;
use foreshock_protocol::outcome::OUTCOME_SCHEMA;
use foreshock_protocol::topology;
use futures::StreamExt as _;
use lapin::options::{BasicAckOptions, BasicConsumeOptions, BasicQosOptions};
use lapin::types::FieldTable;
use lapin::{BasicProperties, Channel, Connection};
use tokio::task::JoinHandle;

use crate::client::send;

/// Answers every message of a virtual host's interactive lane with the same body, and knows nothing of jobs.
///
/// It consumes the queue that a worker would: the same type, the same policy, the same prefetch; its replies have the properties of outcomes.
#[derive(Debug)]
pub struct BareServer {
    reply: Arc<Mutex<Vec<u8>>>,
    task: JoinHandle<anyhow::Result<()>>,
    _connection: Connection,
}

/// As many deliveries ahead as a worker with its default settings takes.
const PREFETCH: u16 = 3;

impl BareServer {
    /// Starts to serve.
    ///
    /// # Errors
    /// When the broker cannot be reached or the queue is missing.
    pub async fn start(url: &str) -> anyhow::Result<Self> {
        let (connection, channel) = crate::wire::connect(url, "bare server").await?;
        channel.basic_qos(PREFETCH, BasicQosOptions::default()).await?;
        let reply = Arc::new(Mutex::new(Vec::new()));
        let task = tokio::spawn(serve(channel, Arc::clone(&reply)));
        Ok(Self { reply, task, _connection: connection })
    }

    /// What it answers from now on.
    pub fn set_reply(&self, body: &[u8]) {
        body.clone_into(&mut self.reply.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// Ends it.
    ///
    /// # Errors
    /// When it had failed before.
    pub async fn stop(self) -> anyhow::Result<()> {
        self.task.abort();
        match self.task.await {
            Ok(ended) => ended.context("the bare server"),
            Err(error) if error.is_cancelled() => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

async fn serve(channel: Channel, reply: Arc<Mutex<Vec<u8>>>) -> anyhow::Result<()> {
    let queue = topology::JOBS_INTERACTIVE.name.into();
    let mut consumer = channel
        .basic_consume(queue, "bare".into(), BasicConsumeOptions::default(), FieldTable::default())
        .await?;
    while let Some(delivery) = consumer.next().await {
        let delivery = delivery?;
        let asked = &delivery.properties;
        let mut properties = BasicProperties::default()
            .with_content_type("application/json".into())
            .with_type(OUTCOME_SCHEMA.into())
            .with_delivery_mode(2);
        if let Some(id) = asked.message_id() {
            properties = properties.with_message_id(id.clone());
        }
        if let Some(id) = asked.correlation_id() {
            properties = properties.with_correlation_id(id.clone());
        }
        let reply_to = asked.reply_to().as_ref().context("a job names its reply_to")?;
        let body = reply.lock().unwrap_or_else(PoisonError::into_inner).clone();
        send(&channel, topology::REPLIES.name, reply_to.as_str(), properties, &body).await?;
        delivery.acker.ack(BasicAckOptions::default()).await?;
    }
    Ok(())
}

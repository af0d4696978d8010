//! The supervisor: two connections, all consumers, again and again until the worker stops.

use std::sync::Arc;
use std::time::Duration;

use chrono::Utc;
use foreshock_protocol::capabilities::{CAPABILITIES_SCHEMA, Capabilities};
use foreshock_protocol::event::{CANCEL_SCHEMA, Cancel};
use foreshock_protocol::job::{Job, parse_body};
use foreshock_protocol::topology::{CANCEL_BINDING, CAPABILITIES, CONTROL, DEAD, SUSPECT, cancel_key_user};
use futures::StreamExt as _;
use lapin::message::Delivery;
use lapin::options::{BasicConsumeOptions, BasicQosOptions, QueueBindOptions, QueueDeclareOptions};
use lapin::types::FieldTable;
use lapin::{Connection, Consumer};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::lanes::{Lanes, consume, consuming_channel};
use super::{BrokerError, Publisher, connect, topology};
use crate::job::janitor;
use crate::job::life::{Life, Shared};
use crate::settings::{Settings, redacted};
use crate::telemetry::{
    BrokerLost, BrokerReady, CapabilitiesAsked, JobCancelRequested, Readiness, WorkerDraining,
};

/// First and longest pause between two tries to connect.
const BACK_OFF: (Duration, Duration) = (Duration::from_millis(250), Duration::from_secs(5));
/// How long the next suspect is waited for before the lanes go on.
const NEXT_SUSPECT: Duration = Duration::from_millis(200);
/// After so many suspects the lanes have a turn: people wait there.
const SUSPECTS_IN_A_ROW: usize = 8;
/// What direct reply-to addresses begin with.
const DIRECT_REPLY: &str = "amq.rabbitmq.reply-to.";

/// A worker's service to the broker.
pub struct Service {
    settings: Settings,
    shared: Arc<Shared>,
    capabilities: Arc<Capabilities>,
    ready: Readiness,
    /// Set to stop at once, whatever runs.
    abort: CancellationToken,
    tasks: TaskTracker,
}

/// How the service ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stopped {
    /// Tiles still in work when it ended; the broker gives them to others.
    pub unfinished: usize,
}

impl Service {
    /// Nothing connects yet.
    #[must_use]
    pub fn new(
        settings: Settings,
        shared: Arc<Shared>,
        capabilities: Capabilities,
        ready: Readiness,
        abort: CancellationToken,
    ) -> Self {
        Self {
            settings,
            shared,
            capabilities: Arc::new(capabilities),
            ready,
            abort,
            tasks: TaskTracker::new(),
        }
    }

    /// Serves until the worker drains; a lost broker is sought again with growing pauses.
    pub async fn run(&self) -> Stopped {
        let mut pause = BACK_OFF.0;
        while !self.shared.draining.is_cancelled() {
            let error = match self.session(&mut pause).await {
                Ok(()) => break,
                Err(error) => error.to_string(),
            };
            self.ready.set(false);
            // Up to half more, so that a fleet does not come back in step.
            let jitter = f64::from(uuid::Uuid::now_v7().as_bytes()[15]) / 510.0;
            let wait = pause.mul_f64(1.0 + jitter);
            BrokerLost { error: &error, retry_seconds: wait.as_secs_f64() }.emit();
            tokio::select! {
                () = tokio::time::sleep(wait) => {}
                () = self.shared.draining.cancelled() => {}
            }
            pause = (pause * 2).min(BACK_OFF.1);
        }
        self.ready.set(false);
        Stopped { unfinished: self.tasks.len() }
    }

    /// One pair of connections, from start to loss (an error) or drain.
    async fn session(&self, pause: &mut Duration) -> Result<(), BrokerError> {
        let name = &self.shared.worker;
        let url = &self.settings.amqp_url;
        // Alarms of the broker stop publishing connections only: consuming goes on.
        let consuming = connect(url, &format!("{name} consume")).await?;
        let publishing = connect(url, &format!("{name} publish")).await?;
        if self.settings.declare {
            let channel = consuming.create_channel().await.map_err(BrokerError::operation("a channel"))?;
            topology::declare(&channel).await?;
        }
        let publisher = Arc::new(Publisher::open(&publishing).await?);
        let control = self.control(&consuming).await?;
        let questions = self.questions(&consuming).await?;
        let dead = match self.settings.janitor {
            true => Some(self.queue(&consuming, DEAD.name, "janitor").await?),
            false => None,
        };
        let suspects = self.queue(&consuming, SUSPECT.name, "suspects").await?;
        let ahead = u16::try_from(self.settings.max_sessions + 1).unwrap_or(u16::MAX);
        let mut lanes = Lanes::open(&consuming, &self.settings.lanes, ahead, name).await?;
        BrokerReady { address: &redacted(url) }.emit();
        self.ready.set(true);
        *pause = BACK_OFF.0;

        let lost = tokio::select! {
            error = self.take_jobs(&mut lanes, suspects, &publisher) => Some(error),
            error = self.take_cancels(control) => Some(error),
            error = self.take_questions(questions, Arc::clone(&publisher)) => Some(error),
            error = self.take_dead(dead, &publisher) => Some(error),
            error = watch(&publishing) => Some(error),
            () = self.shared.draining.cancelled() => None,
        };
        if let Some(error) = lost {
            return Err(error);
        }
        self.drain(&mut lanes, &publisher).await;
        for connection in [consuming, publishing] {
            // It may be gone already.
            let _ = connection.close(200, "the worker stops".into()).await;
        }
        Ok(())
    }

    /// Takes nothing new, gives back what has not begun, waits for what runs.
    async fn drain(&self, lanes: &mut Lanes, publisher: &Arc<Publisher>) {
        self.ready.set(false);
        // A channel that is gone delivers nothing anyway.
        for (lane, delivery) in lanes.stop().await.unwrap_or_default() {
            self.begin(Life::of_lane(&self.shared, publisher, lane), delivery);
        }
        WorkerDraining { running: self.tasks.len() }.emit();
        self.shared.engine.drain();
        self.tasks.close();
        let grace = Duration::from_secs(self.settings.drain_seconds);
        tokio::select! {
            () = self.tasks.wait() => {}
            () = tokio::time::sleep(grace) => {}
            () = self.abort.cancelled() => {}
        }
    }

    /// A consumer that holds one delivery at a time.
    async fn queue(&self, connection: &Connection, queue: &str, role: &str) -> Result<Consumer, BrokerError> {
        let channel = consuming_channel(connection, 1).await?;
        consume(&channel, queue, &format!("{} {role}", self.shared.worker)).await
    }

    async fn control(&self, connection: &Connection) -> Result<Consumer, BrokerError> {
        let channel = connection.create_channel().await.map_err(BrokerError::operation("a channel"))?;
        let queue = format!("control.{}", uuid::Uuid::now_v7());
        let options =
            QueueDeclareOptions { exclusive: true, auto_delete: true, ..QueueDeclareOptions::default() };
        channel
            .queue_declare(queue.as_str().into(), options, FieldTable::default())
            .await
            .map_err(BrokerError::operation("a control queue"))?;
        channel
            .queue_bind(
                queue.as_str().into(),
                CONTROL.name.into(),
                CANCEL_BINDING.into(),
                QueueBindOptions::default(),
                FieldTable::default(),
            )
            .await
            .map_err(BrokerError::operation("to bind the control queue"))?;
        let options = BasicConsumeOptions { no_ack: true, ..BasicConsumeOptions::default() };
        channel
            .basic_consume(queue.into(), "control".into(), options, FieldTable::default())
            .await
            .map_err(BrokerError::operation("to consume the control queue"))
    }

    async fn questions(&self, connection: &Connection) -> Result<Consumer, BrokerError> {
        let channel = connection.create_channel().await.map_err(BrokerError::operation("a channel"))?;
        let options = BasicConsumeOptions { no_ack: true, ..BasicConsumeOptions::default() };
        channel.basic_qos(1, BasicQosOptions::default()).await.map_err(BrokerError::operation("prefetch"))?;
        channel
            .basic_consume(CAPABILITIES.name.into(), "capabilities".into(), options, FieldTable::default())
            .await
            .map_err(BrokerError::operation("to consume capabilities"))
    }

    /// Hands each delivery to a life of its own; ends when a consumer ends.
    async fn take_jobs(
        &self,
        lanes: &mut Lanes,
        mut suspects: Consumer,
        publisher: &Arc<Publisher>,
    ) -> BrokerError {
        let mut waiting = None;
        loop {
            let suspect = match waiting.take() {
                Some(suspect) => suspect,
                None => tokio::select! {
                    delivery = lanes.next() => match delivery {
                        Ok((lane, delivery)) => {
                            self.begin(Life::of_lane(&self.shared, publisher, lane), delivery);
                            continue;
                        }
                        Err(error) => return error,
                    },
                    suspect = suspects.next() => match suspect {
                        Some(Ok(suspect)) => suspect,
                        Some(Err(error)) => return BrokerError::operation("suspects")(error),
                        None => return BrokerError::Ended("the consumer of suspects"),
                    },
                },
            };
            match self.take_suspects(suspect, &mut suspects, lanes, publisher).await {
                Ok(next) => waiting = next,
                Err(error) => return error,
            }
        }
    }

    fn begin(&self, life: Life, delivery: Delivery) -> JoinHandle<()> {
        self.tasks.spawn(life.run(delivery))
    }

    /// Runs suspects one by one while this process holds nothing else, so that a killer takes nobody with it. Gives out the one that came
    /// when it was the lanes' turn again.
    async fn take_suspects(
        &self,
        first: Delivery,
        suspects: &mut Consumer,
        lanes: &mut Lanes,
        publisher: &Arc<Publisher>,
    ) -> Result<Option<Delivery>, BrokerError> {
        let mut next = Some(first);
        let mut alone = false;
        for _ in 0..SUSPECTS_IN_A_ROW {
            let Some(suspect) = next.take() else { break };
            if !alone && needs_the_device(&suspect) {
                for (lane, delivery) in lanes.stop().await? {
                    self.begin(Life::of_lane(&self.shared, publisher, lane), delivery);
                }
                self.tasks.close();
                self.tasks.wait().await;
                self.tasks.reopen();
                alone = true;
            }
            let life = Life::of_suspect(&self.shared, publisher, &suspect);
            // Its failure was logged; the broker has what it did not settle.
            let _ = self.begin(life, suspect).await;
            // The next one comes as soon as this one is settled, if there is one.
            next = match tokio::time::timeout(NEXT_SUSPECT, suspects.next()).await {
                Ok(Some(Ok(suspect))) => Some(suspect),
                Ok(Some(Err(error))) => return Err(BrokerError::operation("suspects")(error)),
                Ok(None) => return Err(BrokerError::Ended("the consumer of suspects")),
                Err(_) => None,
            };
        }
        lanes.resume().await?;
        Ok(next)
    }

    /// Answers and parks dead jobs, one at a time.
    async fn take_dead(&self, consumer: Option<Consumer>, publisher: &Arc<Publisher>) -> BrokerError {
        let Some(mut consumer) = consumer else { return std::future::pending().await };
        while let Some(delivery) = consumer.next().await {
            match delivery {
                Ok(delivery) => {
                    let (shared, publisher) = (Arc::clone(&self.shared), Arc::clone(publisher));
                    let burial = async move { janitor::bury(delivery, &publisher, &shared.worker).await };
                    // A worker that stops ends it first: what is parked and not settled would be parked twice.
                    let _ = self.tasks.spawn(burial).await;
                }
                Err(error) => return BrokerError::operation("the dead")(error),
            }
        }
        BrokerError::Ended("the consumer of the dead")
    }

    async fn take_cancels(&self, mut consumer: Consumer) -> BrokerError {
        while let Some(delivery) = consumer.next().await {
            match delivery {
                Ok(delivery) => self.cancel(&delivery).await,
                Err(error) => return BrokerError::operation("cancels")(error),
            }
        }
        BrokerError::Ended("the consumer of cancels")
    }

    async fn cancel(&self, delivery: &Delivery) {
        let Ok(cancel) = parse_body::<Cancel>(&delivery.data, CANCEL_SCHEMA) else { return };
        let named = cancel_key_user(delivery.routing_key.as_str());
        let sender = delivery.properties.user_id().as_ref().map(|user| user.as_str());
        let accepted = sender.is_some() && sender == named;
        JobCancelRequested { job: cancel.job_id, accepted }.emit();
        if let (true, Some(user)) = (accepted, sender) {
            self.shared.cancels.cancel(user, cancel.job_id);
            self.shared.cache.mark_cancelled(user, cancel.job_id).await;
        }
    }

    async fn take_questions(&self, mut consumer: Consumer, publisher: Arc<Publisher>) -> BrokerError {
        while let Some(delivery) = consumer.next().await {
            let delivery = match delivery {
                Ok(delivery) => delivery,
                Err(error) => return BrokerError::operation("questions")(error),
            };
            let text = |value: &Option<lapin::types::ShortString>| {
                value.as_ref().map(|value| value.as_str().to_owned())
            };
            // Never a queue of the asker's choice: that would be a way to write anywhere.
            let Some(reply_to) =
                text(delivery.properties.reply_to()).filter(|reply| reply.starts_with(DIRECT_REPLY))
            else {
                continue;
            };
            CapabilitiesAsked.emit();
            let correlation = text(delivery.properties.correlation_id());
            publisher
                .direct(&reply_to, CAPABILITIES_SCHEMA, correlation.as_deref(), self.capabilities.as_ref())
                .await;
        }
        BrokerError::Ended("the consumer of questions")
    }
}

/// Whether a suspect is to be begun at all: one whose time is over, or that cannot be read, is answered without the device.
fn needs_the_device(suspect: &Delivery) -> bool {
    Job::parse(&suspect.data).is_ok_and(|job| job.deadline > Utc::now())
}

/// Ends when the connection does.
async fn watch(connection: &Connection) -> BrokerError {
    let mut events = Box::pin(connection.events_listener());
    while let Some(event) = events.next().await {
        match event {
            lapin::Event::ConnectionBlocked(reason) => {
                tracing::warn!(
                    reason = reason.as_str(),
                    "the broker has blocked publishing (memory or disk alarm)"
                );
            }
            lapin::Event::ConnectionUnblocked => tracing::info!("the broker takes messages again"),
            lapin::Event::Error(error) => return BrokerError::operation("the publishing connection")(error),
            _ => {}
        }
        if !connection.status().connected() {
            break;
        }
    }
    BrokerError::Ended("the publishing connection")
}

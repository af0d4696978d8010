//! The supervisor: two connections, all consumers, again and again until the worker stops.

use std::sync::Arc;
use std::time::Duration;

use chrono::Utc;
use foreshock_protocol::capabilities::Capabilities;
use foreshock_protocol::event::{CANCEL_SCHEMA, Cancel};
use foreshock_protocol::job::{Job, parse_body};
use foreshock_protocol::topology::{CANCEL_BINDING, CONTROL, DEAD, SUSPECT, cancel_key_user};
use futures::StreamExt as _;
use lapin::message::Delivery;
use lapin::options::{BasicAckOptions, QueueBindOptions, QueueDeclareOptions};
use lapin::types::FieldTable;
use lapin::{Connection, Consumer};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::answers::keep_answering;
use super::lanes::{Lanes, consume, consuming_channel};
use super::{BrokerError, Publisher, connect, topology};
use crate::jitter::jittered;
use crate::job::deliveries::has_expired;
use crate::job::janitor;
use crate::job::life::{Life, Shared};
use crate::job::sender::Sender;
use crate::settings::{Settings, redacted};
use crate::telemetry::{BrokerLost, BrokerReady, JobCancelRequested, Readiness, WorkerDraining};

/// First and longest pause between two tries to connect.
const BACK_OFF: (Duration, Duration) = (Duration::from_millis(250), Duration::from_secs(5));
/// How long the next suspect is waited for before the lanes go on.
const NEXT_SUSPECT: Duration = Duration::from_millis(200);
/// After so many suspects the lanes have a turn: people wait there.
const SUSPECTS_IN_A_ROW: usize = 8;
/// Cancels that are held at a time: more wait at the broker, not in memory.
const CANCELS_AHEAD: u16 = 64;
/// How long a broker may take to say good-bye.
const FAREWELL: Duration = Duration::from_secs(3);

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
        let answering = keep_answering(&self.settings, &self.shared.worker, &self.capabilities);
        tokio::select! {
            stopped = self.serve() => stopped,
            never = answering => match never {},
        }
    }

    async fn serve(&self) -> Stopped {
        let mut pause = BACK_OFF.0;
        while !self.shared.draining.is_cancelled() {
            let ended = tokio::select! {
                ended = self.session(&mut pause) => ended,
                () = self.abort.cancelled() => break,
            };
            let error = match ended {
                Ok(()) => break,
                Err(error) => error.to_string(),
            };
            self.ready.set(false);
            let wait = jittered(pause);
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
        let tls = self.settings.tls()?;
        let consuming = connect(url, &tls, &format!("{name} consume")).await?;
        let publishing = connect(url, &tls, &format!("{name} publish")).await?;
        if self.settings.declare {
            topology::declare(&consuming).await?;
        }
        let publisher = Arc::new(Publisher::open(&publishing).await?);
        let mut control = self.control(&consuming).await?;
        let mut dead = match self.settings.janitor {
            true => Some(self.queue(&consuming, DEAD.name, "janitor").await?),
            false => None,
        };
        let mut suspects = self.queue(&consuming, SUSPECT.name, "suspects").await?;
        let ahead = u16::try_from(self.settings.max_sessions + 1).unwrap_or(u16::MAX);
        let mut lanes = Lanes::open(&consuming, &self.settings.lanes, ahead, name).await?;
        BrokerReady { address: &redacted(url) }.emit();
        self.ready.set(true);
        *pause = BACK_OFF.0;

        // The consumers outlive the choice: with a consumer its channel closes, and what runs could not be settled.
        let lost = tokio::select! {
            error = self.take_jobs(&mut lanes, &mut suspects, &publisher) => Some(error),
            error = self.take_cancels(&mut control) => Some(error),
            error = self.take_dead(dead.as_mut(), &publisher) => Some(error),
            error = watch(&publishing) => Some(error),
            () = self.shared.draining.cancelled() => None,
        };
        if let Some(error) = lost {
            return Err(error);
        }
        self.drain(&mut lanes, &publisher).await;
        let closing = async {
            for connection in [&consuming, &publishing] {
                // It may be gone already.
                let _ = connection.close(200, "the worker stops".into()).await;
            }
        };
        // A broker with an alarm does not read what we publish, not even a farewell.
        let _ = tokio::time::timeout(FAREWELL, closing).await;
        Ok(())
    }

    /// Takes nothing new, gives back what has not begun, waits for what runs.
    async fn drain(&self, lanes: &mut Lanes, publisher: &Arc<Publisher>) {
        self.ready.set(false);
        // A channel that is gone delivers nothing anyway.
        let held = tokio::time::timeout(FAREWELL, lanes.stop()).await;
        for (lane, delivery) in held.ok().and_then(Result::ok).unwrap_or_default() {
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
        let channel = consuming_channel(connection, CANCELS_AHEAD).await?;
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
        consume(&channel, &queue, "control").await
    }

    /// Hands each delivery to a life of its own; ends when a consumer ends.
    async fn take_jobs(
        &self,
        lanes: &mut Lanes,
        suspects: &mut Consumer,
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
            match self.take_suspects(suspect, suspects, lanes, publisher).await {
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
    async fn take_dead(&self, consumer: Option<&mut Consumer>, publisher: &Arc<Publisher>) -> BrokerError {
        let Some(consumer) = consumer else { return std::future::pending().await };
        while let Some(delivery) = consumer.next().await {
            match delivery {
                Ok(delivery) => {
                    let (shared, publisher) = (Arc::clone(&self.shared), Arc::clone(publisher));
                    let burial = async move {
                        janitor::bury(delivery, &publisher, &shared.worker, &shared.draining).await
                    };
                    // A worker that stops ends it first: what is parked and not settled would be parked twice.
                    let _ = self.tasks.spawn(burial).await;
                }
                Err(error) => return BrokerError::operation("the dead")(error),
            }
        }
        BrokerError::Ended("the consumer of the dead")
    }

    async fn take_cancels(&self, consumer: &mut Consumer) -> BrokerError {
        while let Some(delivery) = consumer.next().await {
            let settled = match &delivery {
                Ok(delivery) => {
                    self.cancel(delivery).await;
                    delivery.acker.ack(BasicAckOptions::default()).await
                }
                Err(error) => return BrokerError::operation("cancels")(error.clone()),
            };
            if let Err(error) = settled {
                return BrokerError::operation("to settle a cancel")(error);
            }
        }
        BrokerError::Ended("the consumer of cancels")
    }

    async fn cancel(&self, delivery: &Delivery) {
        let Ok(cancel) = parse_body::<Cancel>(&delivery.data, CANCEL_SCHEMA) else { return };
        let named = cancel_key_user(delivery.routing_key.as_str());
        let sender = delivery.properties.user_id().as_ref().map(|user| user.as_str());
        let accepted = sender.is_some() && sender == named;
        if let (true, Some(user)) = (accepted, sender) {
            self.shared.cancels.cancel(user, cancel.job_id);
            self.shared.cache.mark_cancelled(user, cancel.job_id).await;
        }
        JobCancelRequested { job: cancel.job_id, accepted }.emit();
    }
}

/// Whether a suspect is to be begun at all: one whose time is over, or that cannot be read or answered, is settled without the device.
fn needs_the_device(suspect: &Delivery) -> bool {
    Sender::of(&suspect.properties).is_ok()
        && !has_expired(&suspect.properties)
        && Job::parse(&suspect.data).is_ok_and(|job| job.deadline > Utc::now())
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

//! The chaos run: a fleet does its work while everything around it, and in it, is hit; afterwards every promise is checked.
//!
//! A [`plan::Plan`] says what happens when; [`run`] carries it out against services, workers and clients of its own, and
//! [`verdict::judge`] says whether every job had one outcome, the right one, and whether nothing was left behind.

pub mod blows;
pub mod client;
pub mod fleet;
pub mod journal;
pub mod picture;
pub mod plan;
pub mod verdict;
pub mod witness;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::Context as _;
use foreshock_protocol::job::{JobId, message_id};
use foreshock_protocol::topology;
use lapin::Channel;
use lapin::options::{BasicGetOptions, QueueDeclareOptions};
use lapin::types::FieldTable;
use tokio::time::Instant;

use blows::{Arena, Fallen};
use client::{ChaosClient, all_answered};
use fleet::{KeptWorker, WorkerOptions};
use plan::{CLIENTS, Fate, Plan, Traffic, WORKERS};
use verdict::{Report, Seen};
use witness::Witness;

use crate::dice::Dice;
use crate::model::TinyModel;
use crate::relay::Relay;
use crate::rig::Rig;

/// How long each denoising step sleeps: a job takes a good part of a second, so there is a middle.
const SLEEP_MS: u64 = 30;
/// How long the queues have to empty after the last outcome.
const SETTLE: Duration = Duration::from_secs(60);

/// Carries out a plan and judges what happened. Logs stay when a promise was broken.
///
/// # Errors
/// When the run itself cannot be made: something is not built, or a service does not start.
pub async fn run(plan: Plan) -> anyhow::Result<Report> {
    let folder =
        tempfile::Builder::new().prefix(&format!("chaos-{}-", plan.seed)).tempdir_in(crate::scratch()?)?;
    let result = run_in(&plan, folder.path()).await;
    let good = result.as_ref().is_ok_and(Report::is_good);
    if !good {
        eprintln!("chaos: the workers' logs are in {}", folder.keep().display());
    }
    result.with_context(|| format!("the chaos run of seed {}", plan.seed))
}

async fn run_in(plan: &Plan, folder: &std::path::Path) -> anyhow::Result<Report> {
    let rig = Rig::private()?;
    eprintln!("chaos: {} questions are asked of an undisturbed worker first", plan.questions().len());
    let pictures = picture::undisturbed(&rig, plan).await?;

    let (vhost, services, model) = rig.into_parts();
    let witness = Witness::default();
    let redis_relay = Arc::new(Relay::before(&services.redis_url).await?);
    let (mut workers, mut worker_relays) = (Vec::new(), Vec::new());
    for number in 0..WORKERS {
        let relay = Relay::observed(&vhost.url, witness.observe(number)).await?;
        let options = WorkerOptions {
            amqp_url: relay.url().to_owned(),
            cache_url: redis_relay.url().to_owned(),
            model: model.clone(),
            sleep_ms: SLEEP_MS,
            poison: picture::POISON,
        };
        workers.push(KeptWorker::start(&format!("worker-{number}"), folder, options)?);
        worker_relays.push(relay);
    }
    let (mut clients, mut client_relays) = (Vec::new(), Vec::new());
    for _ in 0..CLIENTS {
        let relay = Relay::before(&vhost.url).await?;
        clients.push(ChaosClient::start(relay.url()));
        client_relays.push(relay);
    }
    let orders = Orders::new(plan, &model, &clients);
    let mut arena = Arena {
        services: Arc::new(services),
        workers,
        worker_relays,
        client_relays,
        redis_relay,
        witness: witness.clone(),
        dice: Dice::new(plan.seed, "arena"),
    };

    let begin = Instant::now();
    let innocent = |id: &str| !orders.poison.contains_key(id);
    let (fallen, sent) = tokio::join!(
        arena.strike(begin, &plan.blows, innocent, || orders.poison_about(&witness)),
        orders.carry_out(begin)
    );
    let Fallen { count: blows, mut off } = fallen?;
    sent?;
    all_answered(&clients.iter().collect::<Vec<_>>()).await;
    let took = begin.elapsed();

    let queues = [topology::JOBS_INTERACTIVE, topology::JOBS_BULK, topology::SUSPECT, topology::DEAD];
    let mut queues = queues.map(|queue| queue.name.to_owned()).to_vec();
    queues.extend(clients.iter().map(|client| client.queue.clone()));
    let (_control, channel) = crate::wire::connect(&vhost.url, "chaos verdict").await?;
    settle(&channel, &queues, &witness).await?;
    for worker in &arena.workers {
        if let Err(error) = worker.finish().await {
            off.push(format!("{error:#}"));
        }
    }
    // What a worker had not settled is ready again now.
    let mut left = Vec::new();
    for queue in queues {
        let count = ready(&channel, &queue).await?;
        left.push((queue, count));
    }
    let deaths: Vec<_> = arena.workers.iter().flat_map(KeptWorker::deaths).collect();
    for death in deaths.iter().filter(|death| !death.planned && !death.is_poisoning()) {
        off.push(format!("a worker ended by itself: {}", death.status));
    }
    let mut fared = Vec::new();
    for client in &clients {
        client.write(|journal| {
            let strangers = journal.strangers().iter();
            off.extend(strangers.map(|id| format!("an outcome of {id}, which nobody asked for")));
            fared.extend(journal.take());
        });
    }
    let seen = Seen {
        fared,
        pictures,
        blows,
        witness: witness.sum(innocent),
        worst: witness.worst(innocent),
        left,
        parked: parked(&channel).await?,
        poisoned: deaths.iter().filter(|death| death.is_poisoning()).count(),
        connections: clients.iter().map(ChaosClient::attached).sum(),
        off,
        took,
    };
    Ok(verdict::judge(plan, seen))
}

/// What clients are told to do.
struct Orders<'a> {
    plan: &'a Plan,
    model: &'a TinyModel,
    clients: &'a [ChaosClient],
    /// The request of each job.
    ids: Vec<JobId>,
    /// Poison jobs by their `message_id`, with their numbers.
    poison: HashMap<String, usize>,
    /// `message_id` of the poison jobs that were published.
    published: Mutex<Vec<String>>,
}

impl<'a> Orders<'a> {
    fn new(plan: &'a Plan, model: &'a TinyModel, clients: &'a [ChaosClient]) -> Self {
        let ids: Vec<JobId> = plan.jobs.iter().map(|_| JobId::new()).collect();
        let poison = (0..ids.len()).filter(|number| plan.jobs[*number].fate == Fate::Poison);
        let poison = poison.map(|number| (message_id(ids[number], 0), number)).collect();
        Self { plan, model, clients, ids, poison, published: Mutex::default() }
    }

    fn published(&self) -> MutexGuard<'_, Vec<String>> {
        self.published.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Poison messages that may still end workers: jobs without an outcome, and copies that are not settled.
    fn poison_about(&self, witness: &Witness) -> u32 {
        let open = |id: &&String| {
            let client = self.poison.get(*id).map(|number| &self.clients[self.plan.jobs[*number].client]);
            client.is_some_and(|client| !client.has(id))
        };
        let jobs = self.published().iter().filter(open).count();
        let copies = witness.unsettled().iter().filter(|(id, _)| self.poison.contains_key(id)).count();
        jobs.max(copies) as u32
    }

    async fn carry_out(&self, begin: Instant) -> anyhow::Result<()> {
        for (at, what) in &self.plan.traffic {
            tokio::time::sleep_until(begin + *at).await;
            let (Traffic::Publish(number) | Traffic::Repeat(number) | Traffic::Cancel(number)) = *what;
            let (planned, id) = (&self.plan.jobs[number], self.ids[number]);
            let client = &self.clients[planned.client];
            match what {
                Traffic::Publish(_) => {
                    let letter = picture::letter(self.model, number, planned, id)?;
                    if planned.fate == Fate::Poison {
                        self.published().push(letter.message_id.clone());
                    }
                    client.write(|journal| journal.add(letter));
                }
                Traffic::Repeat(_) => client.write(|journal| journal.repeat(&message_id(id, 0))),
                Traffic::Cancel(_) => client.write(|journal| journal.cancel(id)),
            }
        }
        Ok(())
    }
}

/// Waits until nothing is in work and nothing waits, as long as that may take; what stays is counted later.
async fn settle(channel: &Channel, queues: &[String], witness: &Witness) -> anyhow::Result<()> {
    let begin = Instant::now();
    loop {
        let mut messages = witness.unsettled().len();
        for queue in queues {
            messages += ready(channel, queue).await? as usize;
        }
        if messages == 0 || begin.elapsed() > SETTLE {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

async fn ready(channel: &Channel, queue: &str) -> anyhow::Result<u32> {
    let options = QueueDeclareOptions { passive: true, ..QueueDeclareOptions::default() };
    Ok(channel.queue_declare(queue.into(), options, FieldTable::default()).await?.message_count())
}

/// The `message_id` of every parked message; they are taken out.
async fn parked(channel: &Channel) -> anyhow::Result<Vec<String>> {
    let mut parked = Vec::new();
    while let Some(message) =
        channel.basic_get(topology::PARKED.name.into(), BasicGetOptions { no_ack: true }).await?
    {
        let id = message.delivery.properties.message_id().as_ref();
        parked.push(id.context("a parked message keeps its message_id")?.to_string());
    }
    Ok(parked)
}

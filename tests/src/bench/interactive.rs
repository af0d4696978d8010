//! How long a person waits while the bulk queue never empties: one worker, one device, the shipped model.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail, ensure};
use foreshock_protocol::job::{Job, JobId, Lane, TileId};
use foreshock_protocol::outcome::End;
use foreshock_protocol::topology;
use tokio::sync::oneshot;

use super::client::BenchClient;
use super::report::{Limit, Section};
use super::statistics::Series;
use crate::model::TinyModel;
use crate::rig::fresh_seed;
use crate::services::{Services, USER};
use crate::worker::{Worker, WorkerSettings};

/// Under load it may take so many times what it takes on an idle worker.
const LIMIT: Limit = Limit::AtMost(2.0);
/// Side of every tile, px.
const SIDE: u32 = 256;
/// Steps of an interactive job.
const STEPS: u32 = 10;
/// Steps of a bulk job: the model's default.
const BULK_STEPS: u32 = 8;
/// Bulk jobs that wait in the queue at any time, beside what the worker holds.
const WAITING: usize = 20;
/// Interactive jobs measured on the idle worker, before and after the load; and under load.
const JOBS: (usize, usize) = (IDLE_JOBS, LOADED_JOBS);
const IDLE_JOBS: usize = 8;
const LOADED_JOBS: usize = 16;
/// Longest pause between two interactive jobs; shorter ones in between, so that they come at any moment of bulk's units.
const PAUSE: Duration = Duration::from_millis(1500);

/// What became of the bulk jobs.
#[derive(Debug, Default)]
struct Bulk {
    published: usize,
    open: BTreeSet<String>,
    /// When each was done, and the seconds of the device that it took.
    done: Vec<(Instant, f64)>,
    called_off: usize,
    twice: usize,
}

impl Bulk {
    async fn publish(&mut self, client: &BenchClient, template: &Job) -> anyhow::Result<()> {
        let mut job = template.clone();
        job.tile.index = u32::try_from(self.published)?;
        job.params.seed = fresh_seed();
        let letter = client.letter(&job)?;
        self.open.insert(letter.message_id.clone());
        self.published += 1;
        client.publish(letter).await
    }

    async fn take(&mut self, client: &mut BenchClient) -> anyhow::Result<()> {
        let arrival = client.next().await?;
        if !self.open.remove(&arrival.message_id) {
            self.twice += 1;
            return Ok(());
        }
        match arrival.outcome()?.end {
            End::Done(done) => self.done.push((arrival.at, done.seconds.values().sum())),
            End::Cancelled => self.called_off += 1,
            End::Failed(refusal) => bail!("a bulk job failed: {refusal:?}"),
        }
        Ok(())
    }

    /// Keeps the queue full until told to stop; then calls the rest off and waits until each was answered.
    async fn run(
        mut client: BenchClient,
        template: Job,
        mut stop: oneshot::Receiver<()>,
    ) -> anyhow::Result<Self> {
        let mut bulk = Self::default();
        // What the worker holds (its default prefetch is 3) and a few to spare: answers come in while others are published.
        while stop.try_recv().is_err() {
            while bulk.open.len() < WAITING + 8 {
                bulk.publish(&client, &template).await?;
            }
            tokio::select! {
                taken = bulk.take(&mut client) => taken?,
                _ = &mut stop => break,
            }
        }
        client.cancel(template.job_id).await?;
        while !bulk.open.is_empty() {
            bulk.take(&mut client).await.context("every bulk job is answered")?;
        }
        Ok(bulk)
    }
}

/// Interactive jobs, one after the other: seconds from publish to outcome, and the fewest bulk jobs that waited meanwhile.
async fn interactive(
    client: &mut BenchClient,
    template: &Job,
    jobs: usize,
    pause: Duration,
) -> anyhow::Result<(Vec<f64>, u32)> {
    let (mut walls, mut fewest) = (Vec::new(), u32::MAX);
    for number in 0..=jobs {
        // The golden ratio's multiples fill an interval evenly.
        tokio::time::sleep(pause.mul_f64((number as f64 * 0.618_034).fract())).await;
        let mut job = Job { job_id: JobId::new(), ..template.clone() };
        job.params.seed = fresh_seed();
        let letter = client.letter(&job)?;
        fewest = fewest.min(client.ready(topology::JOBS_BULK.name).await?);
        let (wall, arrival) = client.round_trip(letter).await?;
        arrival.done()?;
        // The first warms up.
        if number > 0 {
            walls.push(wall);
        }
    }
    Ok((walls, fewest))
}

/// Measures on the idle worker, then under load, then on the idle worker again.
///
/// # Errors
/// When a part does not start, a job fails, or the bulk queue was not full all the time.
pub async fn run(services: &Services) -> anyhow::Result<Section> {
    let model = TinyModel {
        folder: crate::root().join("models/weights/foreshock-small"),
        name: "foreshock-small".to_owned(),
    };
    let threads = std::thread::available_parallelism()?;
    let vhost = services.vhost()?;
    let settings = WorkerSettings {
        amqp_url: vhost.url.clone(),
        cache_url: String::new(),
        // As many as libtorch takes when nobody says anything: the harness says 1 otherwise.
        more: vec![("FORESHOCK_THREADS", "0".to_owned()), ("OMP_NUM_THREADS", threads.to_string())],
    };
    let worker = Worker::start(&settings, &model).await?;
    let mut client = BenchClient::connect(&vhost.url, USER).await?;
    let mut template = crate::jobs::job(&model, SIDE, STEPS, 0)?;
    template.params.guidance = 1.0;
    let mut bulk = Job { lane: Lane::Bulk, job_id: JobId::new(), ..template.clone() };
    bulk.tile = TileId { of: 1_000_000, ..bulk.tile };
    bulk.params.steps = BULK_STEPS;

    let (mut idle, _) = interactive(&mut client, &template, JOBS.0, Duration::ZERO).await?;

    let flood = BenchClient::connect(&vhost.url, USER).await?;
    let (stop, stopped) = oneshot::channel();
    let flood = tokio::spawn(Bulk::run(flood, bulk, stopped));
    crate::until("a full bulk queue", async || {
        Ok((client.ready(topology::JOBS_BULK.name).await? as usize >= WAITING).then_some(()))
    })
    .await?;
    let start = Instant::now();
    let (loaded, fewest) = interactive(&mut client, &template, JOBS.1, PAUSE).await?;
    let end = Instant::now();
    // It has ended already when it failed; then it says why.
    let _ = stop.send(());
    let bulk = flood.await??;
    ensure!(fewest as usize >= WAITING, "only {fewest} bulk jobs waited: the queue was not full");

    let (again, _) = interactive(&mut client, &template, JOBS.0, Duration::ZERO).await?;
    idle.extend(again);
    drop(worker);

    let (idle, loaded) = (Series::new(idle)?, Series::new(loaded)?);
    let mut section = Section::new(format!(
        "Interactive under load: {} of {STEPS} steps at {SIDE} px on one worker, {threads} threads; bulk of {BULK_STEPS} steps",
        model.name
    ));
    section.seconds("idle worker", &idle);
    section.seconds("bulk queue full", &loaded);
    section.bound("bulk queue full / idle worker", loaded.over(&idle)?, LIMIT);
    let meanwhile: Vec<f64> =
        bulk.done.iter().filter(|(at, _)| (start..end).contains(at)).map(|(_, seconds)| *seconds).collect();
    let share = meanwhile.iter().sum::<f64>() / end.duration_since(start).as_secs_f64();
    section.fact("bulk's share of the device meanwhile", (share * 1000.0).round() / 1000.0);
    section.fact("bulk jobs done meanwhile", meanwhile.len());
    section.fact("fewest bulk jobs waiting", fewest);
    section.fact("bulk jobs published", bulk.published);
    section.fact("… done", bulk.done.len());
    section.fact("… called off at the end", bulk.called_off);
    section.fact("… answered twice", bulk.twice);
    section.fact("… lost", bulk.published - bulk.done.len() - bulk.called_off);
    Ok(section)
}

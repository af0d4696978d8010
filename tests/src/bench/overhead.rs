//! What the queue costs a job beside its pixels, against the least that any client of the same broker pays.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use foreshock_protocol::job::{Base64, Job, JobId, Source};
use png::ColorType;

use super::bare::{self, BareServer};
use super::client::{Arrival, BenchClient};
use super::report::{Limit, Section};
use super::statistics::Series;
use crate::model::TinyModel;
use crate::rig::fresh_seed;
use crate::scene::texture_u8;
use crate::services::{Services, USER, Vhost};
use crate::worker::{Worker, WorkerSettings};

/// A worker's overhead may be so many times a bare client's round trip.
const LIMIT: Limit = Limit::AtMost(1.5);
/// Side of the tile, px: the shipped model's.
const SIDE: u32 = 256;
/// Rounds before the clock counts, and those that count.
const ROUNDS: (usize, usize) = (10, 200);

/// A worker that has a virtual host to itself.
struct Fleet {
    client: BenchClient,
    overhead: Vec<f64>,
    stages: BTreeMap<String, Vec<f64>>,
    // Dropped in this order.
    _worker: Worker,
    _vhost: Vhost,
}

impl Fleet {
    async fn start(services: &Services, model: &TinyModel, cache_url: &str) -> anyhow::Result<Self> {
        let vhost = services.vhost()?;
        let settings =
            WorkerSettings { amqp_url: vhost.url.clone(), cache_url: cache_url.to_owned(), more: Vec::new() };
        let worker = Worker::start(&settings, model).await?;
        let client = BenchClient::connect(&vhost.url, USER).await?;
        Ok(Self { client, overhead: Vec::new(), stages: BTreeMap::new(), _worker: worker, _vhost: vhost })
    }

    /// Does one job: the answer, and the seconds that the worker says it spent on pixels. What it took beside them counts when `counts`.
    async fn job(&mut self, job: &Job, counts: bool) -> anyhow::Result<(Arrival, Duration)> {
        let (wall, arrival) = self.client.round_trip(self.client.letter(job)?).await?;
        let seconds = arrival.done()?.seconds;
        let pixels = seconds.values().sum::<f64>();
        if counts {
            self.overhead.push(wall - pixels);
            for (stage, seconds) in seconds {
                self.stages.entry(stage).or_default().push(seconds);
            }
        }
        Ok((arrival, Duration::from_secs_f64(pixels)))
    }
}

/// A virtual host with a bare server.
struct Bare {
    client: BenchClient,
    walls: Vec<f64>,
    // Dropped in this order.
    _server: BareServer,
    _vhost: Vhost,
}

impl Bare {
    async fn start(services: &Services) -> anyhow::Result<Self> {
        let vhost = services.vhost()?;
        let client = BenchClient::connect(&vhost.url, USER).await?;
        let server = BareServer::start(&vhost.url, &client).await?;
        Ok(Self { client, walls: Vec::new(), _server: server, _vhost: vhost })
    }

    /// Sends a job and gets a reply of `bytes` after `work`, whose time does not count.
    async fn job(&mut self, job: &Job, bytes: usize, work: Duration, counts: bool) -> anyhow::Result<()> {
        let letter = bare::asking_for(self.client.letter(job)?, bytes, work)?;
        let (wall, reply) = self.client.round_trip(letter).await?;
        ensure!(reply.body.len() == bytes, "the bare server's reply has {} bytes", reply.body.len());
        if counts {
            self.walls.push(wall - bare::worked(&reply)?.as_secs_f64());
        }
        Ok(())
    }
}

/// A tile that compresses as badly as an aerial image does.
fn picture() -> anyhow::Result<Vec<u8>> {
    let side = SIDE as usize;
    let samples: Vec<u8> = (0..side * side * 3)
        .map(|sample| texture_u8(sample % 3, sample / 3 % side, sample / 3 / side))
        .collect();
    crate::png::encode(SIDE, SIDE, ColorType::Rgb, &samples)
}

/// Measures; one job in flight, in turns: worker with Redis, bare server, worker, bare server that works as long as the worker does.
///
/// # Errors
/// When a part does not start or a job fails.
pub async fn run(services: &Services) -> anyhow::Result<Section> {
    let model = TinyModel::get()?;
    let mut cached = Fleet::start(services, &model, &services.redis_url).await?;
    let mut plain = Fleet::start(services, &model, "").await?;
    let (mut bare, mut busy) = (Bare::start(services).await?, Bare::start(services).await?);

    let mut template = crate::jobs::job(&model, SIDE, 1, 0)?;
    template.source = Source::Png(Base64(picture()?));
    let mut sizes = (0, 0);
    for round in 0..ROUNDS.0 + ROUNDS.1 {
        let counts = round >= ROUNDS.0;
        // A cache knows none of these.
        let mut job = Job { job_id: JobId::new(), ..template.clone() };
        job.params.seed = fresh_seed();
        let (outcome, _) = cached.job(&job, counts).await?;
        sizes = (serde_json::to_vec(&job)?.len(), outcome.body.len());
        bare.job(&job, outcome.body.len(), Duration::ZERO, counts).await?;
        let (outcome, pixels) = plain.job(&job, counts).await?;
        busy.job(&job, outcome.body.len(), pixels, counts).await?;
    }

    let mut section = Section::new(format!(
        "Queue overhead: a job of {SIDE} px beside its pixels, one in flight, {} kB there, {} kB back",
        sizes.0 / 1000,
        sizes.1 / 1000
    ));
    let (bare, busy) = (Series::new(bare.walls)?, Series::new(busy.walls)?);
    section.milliseconds("bare client: publish → deliver → reply", &bare);
    section.milliseconds("bare client, beside work as long as pixels", &busy);
    for (name, fleet, bounded) in [("worker", plain, true), ("worker with Redis", cached, false)] {
        let overhead = Series::new(fleet.overhead)?;
        section.milliseconds(format!("{name}: beside the pixels"), &overhead);
        for (stage, seconds) in fleet.stages {
            section.milliseconds(format!("{name}: {stage}"), &Series::new(seconds).context(stage)?);
        }
        section.ratio(format!("{name} / bare client"), overhead.over(&bare)?);
        // The queue alone, like with like: between two messages the broker's caches go cold for both.
        let (what, ratio) = (format!("{name} / bare client beside work"), overhead.over(&busy)?);
        if bounded { section.bound(what, ratio, LIMIT) } else { section.ratio(what, ratio) }
    }
    Ok(section)
}

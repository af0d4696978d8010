//! What the queue costs a job beside its pixels, against the least that any client of the same broker pays.

use std::collections::BTreeMap;

use anyhow::Context as _;
use foreshock_protocol::job::{Job, JobId};

use super::bare::BareServer;
use super::client::{Arrival, BenchClient};
use super::report::{Limit, Section};
use super::statistics::Series;
use crate::model::TinyModel;
use crate::rig::fresh_seed;
use crate::services::{Services, USER, Vhost};
use crate::worker::{Worker, WorkerSettings};

/// A worker's overhead may be so many times a bare client's round trip.
const LIMIT: Limit = Limit::AtMost(1.5);
/// Side of the tile, px: the shipped model's.
const SIDE: u32 = 256;
/// Rounds before the clock counts, and those that count.
const ROUNDS: (usize, usize) = (20, 200);

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

    /// Does one job; what it took beside the seconds that the worker says it spent on pixels counts when `counts`.
    async fn job(&mut self, job: &Job, counts: bool) -> anyhow::Result<Arrival> {
        let (wall, arrival) = self.client.round_trip(self.client.letter(job)?).await?;
        let seconds = arrival.done()?.seconds;
        if counts {
            self.overhead.push(wall - seconds.values().sum::<f64>());
            for (stage, seconds) in seconds {
                self.stages.entry(stage).or_default().push(seconds);
            }
        }
        Ok(arrival)
    }
}

/// Measures; one job in flight, in turns: a worker with Redis, one without, the bare server.
///
/// # Errors
/// When a part does not start or a job fails.
pub async fn run(services: &Services) -> anyhow::Result<Section> {
    let model = TinyModel::get()?;
    let mut cached = Fleet::start(services, &model, &services.redis_url).await?;
    let mut plain = Fleet::start(services, &model, "").await?;
    let vhost = services.vhost()?;
    let server = BareServer::start(&vhost.url).await?;
    let mut client = BenchClient::connect(&vhost.url, USER).await?;

    let template = crate::jobs::job(&model, SIDE, 1, 0)?;
    let mut bare = Vec::new();
    let mut sizes = (0, 0);
    for round in 0..ROUNDS.0 + ROUNDS.1 {
        let counts = round >= ROUNDS.0;
        // A cache knows none of these.
        let mut job = Job { job_id: JobId::new(), ..template.clone() };
        job.params.seed = fresh_seed();
        cached.job(&job, counts).await?;
        let outcome = plain.job(&job, counts).await?;
        server.set_reply(&outcome.body);
        let (wall, echo) = client.round_trip(client.letter(&job)?).await?;
        anyhow::ensure!(echo.body == outcome.body, "the bare server answered something else");
        sizes = (serde_json::to_vec(&job)?.len(), echo.body.len());
        if counts {
            bare.push(wall);
        }
    }
    drop(client);
    server.stop().await?;

    let mut section = Section::new(format!(
        "Queue overhead: a job of {SIDE} px beside its pixels, one in flight, {} messages of {} kB, {} kB back",
        3 * ROUNDS.1,
        sizes.0 / 1000,
        sizes.1 / 1000
    ));
    let bare = Series::new(bare)?;
    section.milliseconds("bare client: publish → deliver → reply", &bare);
    for (name, fleet) in [("worker", plain), ("worker with Redis", cached)] {
        let overhead = Series::new(fleet.overhead)?;
        section.milliseconds(format!("{name}: beside the pixels"), &overhead);
        for (stage, seconds) in fleet.stages {
            section.milliseconds(format!("{name}: {stage}"), &Series::new(seconds).context(stage)?);
        }
        section.bound(format!("{name} / bare client"), overhead.over(&bare)?, LIMIT);
    }
    Ok(section)
}

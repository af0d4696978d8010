//! Whether more workers do more, when the work itself does not compete for this machine: each step sleeps.

use foreshock_protocol::job::{Job, JobId, Lane};

use super::client::BenchClient;
use super::report::{Limit, Section};
use super::statistics::Series;
use crate::model::TinyModel;
use crate::rig::fresh_seed;
use crate::services::{Services, USER, Vhost};
use crate::worker::{Worker, WorkerSettings};

/// Throughput of n workers over n times that of one.
const LIMIT: Limit = Limit::AtLeast(0.9);
/// Sizes of the fleets; the first is what the others are held against.
const FLEETS: [usize; 3] = [1, 2, 4];
/// Each fleet's turns.
const ROUNDS: usize = 3;
/// Jobs a worker in a round: before the clock counts, while it does, and after, so that no worker runs dry while it counts.
const JOBS: [usize; 3] = [2, 20, 4];
/// What a step sleeps.
const SLEEP_MS: &str = "200";
/// Side of the tile, px: next to nothing to compute.
const SIDE: u32 = 64;

/// Some workers with a virtual host to themselves.
struct Fleet {
    size: usize,
    client: BenchClient,
    // Dropped in this order.
    _workers: Vec<Worker>,
    _vhost: Vhost,
}

impl Fleet {
    async fn start(services: &Services, model: &TinyModel, size: usize) -> anyhow::Result<Self> {
        let vhost = services.vhost()?;
        let settings = WorkerSettings {
            amqp_url: vhost.url.clone(),
            cache_url: String::new(),
            more: vec![("TEST_WORKER_SLEEP_MS", SLEEP_MS.to_owned())],
        };
        let mut workers = Vec::new();
        for _ in 0..size {
            workers.push(Worker::start_program("foreshock-test-worker", &[], &settings, model).await?);
        }
        let client = BenchClient::connect(&vhost.url, USER).await?;
        Ok(Self { size, client, _workers: workers, _vhost: vhost })
    }

    /// Jobs a second in the steady state.
    async fn throughput(&mut self, template: &Job) -> anyhow::Result<f64> {
        let [before, counted, after] = JOBS.map(|jobs| jobs * self.size);
        let all = before + counted + after;
        for _ in 0..all {
            let mut job = Job { job_id: JobId::new(), ..template.clone() };
            job.params.seed = fresh_seed();
            self.client.publish(self.client.letter(&job)?).await?;
        }
        let mut arrivals = Vec::with_capacity(all);
        for _ in 0..all {
            let arrival = self.client.next().await?;
            arrival.done()?;
            arrivals.push(arrival.at);
        }
        let seconds = arrivals[before + counted - 1].duration_since(arrivals[before - 1]).as_secs_f64();
        Ok(counted as f64 / seconds)
    }
}

/// Measures the fleets in turns.
///
/// # Errors
/// When a part does not start or a job fails.
pub async fn run(services: &Services) -> anyhow::Result<Section> {
    let model = TinyModel::get()?;
    let template = Job { lane: Lane::Bulk, ..crate::jobs::job(&model, SIDE, 1, 0)? };
    let mut fleets = Vec::new();
    for size in FLEETS {
        fleets.push((Fleet::start(services, &model, size).await?, Vec::new()));
    }
    for _ in 0..ROUNDS {
        for (fleet, throughput) in &mut fleets {
            throughput.push(fleet.throughput(&template).await?);
        }
    }
    let mut section = Section::new(format!(
        "Scaling: jobs of one step that sleeps {SLEEP_MS} ms, {} a worker in each of {ROUNDS} rounds",
        JOBS[1]
    ));
    let mut one = None;
    for (fleet, throughput) in fleets {
        let size = fleet.size;
        let workers = if size == 1 { "1 worker".to_owned() } else { format!("{size} workers") };
        section.rate(workers.clone(), "jobs/s", &Series::new(throughput.iter().copied())?);
        match &one {
            None => one = Some(Series::new(throughput)?),
            Some(one) => {
                let each = Series::new(throughput.iter().map(|rate| rate / size as f64))?;
                section.bound(format!("{workers} / {size} · 1 worker"), each.over(one)?, LIMIT);
            }
        }
    }
    Ok(section)
}

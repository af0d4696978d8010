//! What most tests need together: services, a virtual host, the tiny model, and ways to start the rest.

use std::ffi::OsStr;

use anyhow::{Context as _, ensure};
use foreshock_protocol::job::Job;
use foreshock_protocol::topology;

use crate::client::Client;
use crate::command::{Ended, Options, Running};
use crate::model::TinyModel;
use crate::services::{Services, USER, Vhost};
use crate::wire::Tap;
use crate::worker::{Worker, WorkerSettings};

/// A virtual host on running services, and the tiny model.
#[derive(Debug)]
pub struct Rig {
    // Dropped in this order: the virtual host needs the broker.
    vhost: Vhost,
    /// The services.
    pub services: Services,
    /// The model that its workers serve.
    pub model: TinyModel,
}

impl Rig {
    /// On the services that all tests share.
    ///
    /// # Errors
    /// When a part is not built or does not start.
    pub fn new() -> anyhow::Result<Self> {
        Self::on(Services::shared()?)
    }

    /// On the shared services, in a virtual host where nothing stands: workers must declare what they need.
    ///
    /// # Errors
    /// When a part is not built or does not start.
    pub fn bare() -> anyhow::Result<Self> {
        let services = Services::shared()?;
        Ok(Self { vhost: services.bare_vhost()?, services, model: TinyModel::get()? })
    }

    /// On services of its own, which it may stop.
    ///
    /// # Errors
    /// When a part is not built or does not start.
    pub fn private() -> anyhow::Result<Self> {
        Self::on(Services::private()?)
    }

    /// On these services.
    ///
    /// # Errors
    /// When a part is not built or does not start.
    pub fn on(services: Services) -> anyhow::Result<Self> {
        Ok(Self { vhost: services.vhost()?, services, model: TinyModel::get()? })
    }

    /// Its parts, for a run that builds everything else by itself. The virtual host needs the services.
    #[must_use]
    pub fn into_parts(self) -> (Vhost, Services, TinyModel) {
        (self.vhost, self.services, self.model)
    }

    /// AMQP address of its virtual host.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.vhost.url
    }

    /// Name of its virtual host.
    #[must_use]
    pub fn vhost(&self) -> &str {
        self.vhost.name()
    }

    /// Runs `foreshock topology` with the broker's management API.
    ///
    /// # Errors
    /// When it cannot be started or hangs.
    pub async fn topology(&self, arguments: &[&str]) -> anyhow::Result<Ended> {
        self.topology_of(self.vhost(), arguments).await
    }

    /// Runs `foreshock topology` for another virtual host.
    ///
    /// # Errors
    /// When it cannot be started or hangs.
    pub async fn topology_of(&self, vhost: &str, arguments: &[&str]) -> anyhow::Result<Ended> {
        let arguments = [&["topology"], arguments].concat();
        let base = self.vhost.url.rsplit_once('/').map_or("", |(base, _)| base);
        let url = format!("{base}/{}", vhost.replace('/', "%2F"));
        let environment: [(&str, &OsStr); 2] = [
            ("FORESHOCK_AMQP_URL", url.as_ref()),
            ("FORESHOCK_MANAGEMENT_URL", self.services.management_url.as_ref()),
        ];
        crate::command::run(&arguments, &environment).await
    }

    /// Starts a worker and waits until it is ready.
    ///
    /// # Errors
    /// When it does not become ready.
    pub async fn worker(&self) -> anyhow::Result<Worker> {
        self.worker_with(&[]).await
    }

    /// Starts a worker with more settings (environment variables).
    ///
    /// # Errors
    /// When it does not become ready.
    pub async fn worker_with(&self, more: &[(&'static str, &str)]) -> anyhow::Result<Worker> {
        Worker::start(&self.worker_settings(more), &self.model).await
    }

    /// Starts a worker that sleeps so long in each step: what is to happen in the middle of a tile does.
    ///
    /// # Errors
    /// When it does not become ready.
    pub async fn slow_worker(&self, step_ms: u32, more: &[(&'static str, &str)]) -> anyhow::Result<Worker> {
        let step_ms = step_ms.to_string();
        let settings = self.worker_settings(&[&[("TEST_WORKER_SLEEP_MS", step_ms.as_str())], more].concat());
        Worker::start_program("foreshock-test-worker", &[], &settings, &self.model).await
    }

    fn worker_settings(&self, more: &[(&'static str, &str)]) -> WorkerSettings {
        WorkerSettings {
            amqp_url: self.vhost.url.clone(),
            cache_url: self.services.redis_url.clone(),
            more: more.iter().map(|(key, value)| (*key, (*value).to_owned())).collect(),
        }
    }

    /// A client of the broker's user.
    ///
    /// # Errors
    /// When the broker cannot be reached.
    pub async fn client(&self) -> anyhow::Result<Client> {
        Client::connect(&self.vhost.url, USER).await
    }

    /// A copy of all messages from now on.
    ///
    /// # Errors
    /// When the broker cannot be reached.
    pub async fn tap(&self) -> anyhow::Result<Tap> {
        Tap::on(&self.vhost.url).await
    }

    /// Starts `foreshock submit`.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn start_submit(&self, options: &Options) -> anyhow::Result<Running> {
        let url: &OsStr = self.vhost.url.as_ref();
        Running::start(&options.arguments("submit", &self.model.name), &[("FORESHOCK_AMQP_URL", url)])
    }

    /// Runs `foreshock submit` to its end.
    ///
    /// # Errors
    /// When it cannot be started or hangs.
    pub async fn submit(&self, options: &Options) -> anyhow::Result<Ended> {
        self.start_submit(options)?.wait().await
    }

    /// A small valid job with pixels nobody has asked for before: the cache cannot answer it.
    ///
    /// # Errors
    /// When PROJ's database is missing.
    pub fn job(&self) -> anyhow::Result<Job> {
        crate::jobs::job(&self.model, 64, 2, fresh_seed())
    }

    /// Shows that every message so far was settled and the worker lives: it is the same process, does a good job, and
    /// when it has ended in good order no job queue holds a message (what it had not settled would be ready again).
    ///
    /// # Errors
    /// When one of these is not so.
    pub async fn settled(&self, mut worker: Worker, client: &Client) -> anyhow::Result<()> {
        worker.still_runs()?;
        client.done(&self.job()?).await.context("a good job after the bad one")?;
        let status = worker.terminate().await?;
        ensure!(status.success(), "the worker ended with {status}\n{}", worker.log_tail());
        for queue in topology::QUEUES.into_iter().filter(|queue| queue.queue_type == "quorum") {
            let ready = client.ready(queue.name).await?;
            ensure!(ready == 0, "{ready} messages are left in {}", queue.name);
        }
        Ok(())
    }
}

/// Runs `foreshock edit` to its end: the same pixels, without broker and cache.
///
/// # Errors
/// When it cannot be started or hangs.
pub async fn edit(model: &TinyModel, options: &Options) -> anyhow::Result<Ended> {
    let folder = model.folder.to_string_lossy();
    let arguments = options.clone().with(["--threads", "1"]).arguments("edit", &folder);
    crate::command::run(&arguments, &[]).await
}

/// A seed that no other test uses, so that no cache holds its answer.
#[must_use]
pub fn fresh_seed() -> u64 {
    // The last 48 bits of a UUID v7 are random, and below 2^53.
    uuid::Uuid::now_v7().as_u64_pair().1 & 0xffff_ffff_ffff
}

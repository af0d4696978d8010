//! Workers that are started again when they end, as an orchestrator does.

use std::fs::OpenOptions;
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::Context as _;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::command::kill;
use crate::model::TinyModel;

/// How often a process is looked at.
const LOOK: Duration = Duration::from_millis(20);
/// Between the end of a worker and the next start.
const RESTART: Duration = Duration::from_millis(200);

/// How a worker is started.
#[derive(Debug, Clone)]
pub struct WorkerOptions {
    /// Address of the broker.
    pub amqp_url: String,
    /// Address of Redis; empty = none.
    pub cache_url: String,
    /// The model.
    pub model: TinyModel,
    /// How long each step sleeps beside what the model takes, milliseconds.
    pub sleep_ms: u64,
    /// A job whose instruction holds this word ends the worker.
    pub poison: &'static str,
}

/// A worker that ended.
#[derive(Debug, Clone, Copy)]
pub struct Death {
    /// Whether we ended it.
    pub planned: bool,
    /// How.
    pub status: ExitStatus,
}

impl Death {
    /// Whether it ended itself as a poisoned worker does.
    #[must_use]
    pub fn is_poisoning(&self) -> bool {
        // SIGABRT is 6 on every Linux.
        !self.planned && self.status.signal() == Some(6)
    }
}

/// One worker, by whatever processes.
pub struct KeptWorker {
    shared: Arc<Shared>,
    end: watch::Sender<bool>,
    task: JoinHandle<()>,
}

struct Shared {
    name: String,
    log: PathBuf,
    running: Mutex<Option<Running>>,
    deaths: Mutex<Vec<Death>>,
}

struct Running {
    child: Child,
    planned: bool,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl KeptWorker {
    /// Starts a worker under a name, with its log in `folder`.
    ///
    /// # Errors
    /// When the test worker is not built.
    pub fn start(name: &str, folder: &Path, options: WorkerOptions) -> anyhow::Result<Self> {
        let program = crate::binary("foreshock-test-worker")?;
        let shared = Arc::new(Shared {
            name: name.to_owned(),
            log: folder.join(format!("{name}.log")),
            running: Mutex::default(),
            deaths: Mutex::default(),
        });
        let (end, ended) = watch::channel(false);
        let task = tokio::spawn(keep(Arc::clone(&shared), program, options, ended));
        Ok(Self { shared, end, task })
    }

    /// Sends a signal by name; a worker that is between two lives is spared.
    ///
    /// # Errors
    /// When the signal cannot be sent.
    pub fn signal(&self, signal: &str) -> anyhow::Result<bool> {
        let mut running = lock(&self.shared.running);
        let Some(running) = running.as_mut() else { return Ok(false) };
        if running.child.try_wait()?.is_some() {
            return Ok(false);
        }
        running.planned = true;
        kill(running.child.id(), signal)?;
        Ok(true)
    }

    /// How its processes ended so far.
    #[must_use]
    pub fn deaths(&self) -> Vec<Death> {
        lock(&self.shared.deaths).clone()
    }

    /// The end of its log, for failure messages.
    #[must_use]
    pub fn log_tail(&self) -> String {
        crate::command::log_tail(&self.shared.log)
    }

    /// Lets it drain and starts no other.
    ///
    /// # Errors
    /// When it does not end in good order; the message ends with its log.
    pub async fn finish(&self) -> anyhow::Result<()> {
        // The task may have ended with an error; then there is nothing to stop.
        let _ = self.end.send(true);
        let mut told = false;
        let ended = crate::until("the end of a draining worker", async || {
            // A process may just be starting.
            told = told || self.signal("TERM")?;
            Ok(self.task.is_finished().then_some(()))
        });
        ended.await.with_context(|| self.log_tail())?;
        let status = self.deaths().last().map(|death| death.status);
        // One that was just starting has no handler yet, and holds nothing. SIGTERM is 15 on every Linux.
        let good = status.is_some_and(|status| status.success() || status.signal() == Some(15));
        anyhow::ensure!(good || !told, "{} ended with {status:?}\n{}", self.shared.name, self.log_tail());
        Ok(())
    }
}

/// Starts the worker again and again, until it is to end.
async fn keep(
    shared: Arc<Shared>,
    program: PathBuf,
    options: WorkerOptions,
    mut ended: watch::Receiver<bool>,
) {
    while !*ended.borrow_and_update() {
        let child = match spawn(&shared, &program, &options) {
            Ok(child) => child,
            Err(error) => {
                eprintln!("chaos: {} cannot be started: {error:#}", shared.name);
                return;
            }
        };
        *lock(&shared.running) = Some(Running { child, planned: false });
        let status = loop {
            let look = lock(&shared.running).as_mut().map(|running| running.child.try_wait());
            match look {
                Some(Ok(Some(status))) => break status,
                Some(Ok(None)) => tokio::time::sleep(LOOK).await,
                Some(Err(_)) | None => return,
            }
        };
        let planned = lock(&shared.running).take().is_some_and(|running| running.planned);
        lock(&shared.deaths).push(Death { planned, status });
        let _ = tokio::time::timeout(RESTART, ended.wait_for(|ended| *ended)).await;
    }
}

fn spawn(shared: &Shared, program: &Path, options: &WorkerOptions) -> anyhow::Result<Child> {
    let log = OpenOptions::new().create(true).append(true).open(&shared.log)?;
    let mut command = Command::new(program);
    crate::command::clean_environment(&mut command);
    command
        // Its settings come from the environment alone: no file of ours lies here.
        .current_dir(shared.log.parent().context("a log lies in a folder")?)
        .env("FORESHOCK_AMQP_URL", &options.amqp_url)
        .env("FORESHOCK_CACHE_URL", &options.cache_url)
        .env("FORESHOCK_MODEL", &options.model.folder)
        .env("FORESHOCK_WORKER_NAME", &shared.name)
        .env("FORESHOCK_THREADS", "1")
        .env("FORESHOCK_MAX_BATCH", "1")
        .env("TEST_WORKER_SLEEP_MS", options.sleep_ms.to_string())
        .env("TEST_WORKER_POISON", options.poison)
        .stdin(Stdio::null())
        .stdout(log.try_clone()?)
        .stderr(log);
    command.spawn().with_context(|| format!("start {}", program.display()))
}

impl Drop for Shared {
    fn drop(&mut self) {
        if let Some(mut running) = lock(&self.running).take() {
            // It may have ended already.
            let _ = running.child.kill();
            let _ = running.child.wait();
        }
    }
}

impl Drop for KeptWorker {
    fn drop(&mut self) {
        self.task.abort();
    }
}

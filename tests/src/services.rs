//! Private RabbitMQ and Redis, run by `deploy/private_services.py`.
//!
//! One instance serves a whole run of `cargo test` or `cargo nextest`: its folder is named after the process that runs the
//! tests, and the script's `--until` ends it with that process, however that dies. Every test works in a virtual host of
//! its own. Tests that stop or restart a service get an instance of their own.

use std::os::unix::process::{CommandExt as _, parent_id};
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, bail, ensure};
use serde_json::Value;

use crate::authority::Authority;

/// The user that the private broker knows.
pub const USER: &str = "foreshock";

/// A running RabbitMQ and Redis.
#[derive(Debug)]
pub struct Services {
    folder: PathBuf,
    /// Redis' address.
    pub redis_url: String,
    /// AMQP address of the default vhost.
    pub amqp_url: String,
    /// Address of the broker's management API.
    pub management_url: String,
    /// Ports of broker and Redis that speak TLS, when they were asked to.
    pub tls_ports: Option<(u64, u64)>,
    own: bool,
}

/// A service that can be stopped and started.
#[derive(Debug, Clone, Copy)]
pub enum Service {
    /// The broker.
    RabbitMq,
    /// The cache.
    Redis,
}

impl Service {
    const fn as_str(self) -> &'static str {
        match self {
            Self::RabbitMq => "rabbitmq",
            Self::Redis => "redis",
        }
    }
}

impl Services {
    /// The instance that all tests of this run share; started by whichever test comes first.
    ///
    /// # Errors
    /// When RabbitMQ or Redis is not installed or does not start.
    pub fn shared() -> anyhow::Result<Self> {
        let (runner, born) = runner()?;
        Self::start_in(crate::scratch()?.join(format!("run-{runner}-{born}")), runner, false, &[])
    }

    /// An instance of this test's own, stopped when dropped.
    ///
    /// # Errors
    /// When RabbitMQ or Redis is not installed or does not start.
    pub fn private() -> anyhow::Result<Self> {
        let me = std::process::id();
        let unique = uuid::Uuid::now_v7().simple();
        Self::start_in(crate::scratch()?.join(format!("own-{unique}")), me, true, &[])
    }

    /// An instance of this test's own that speaks TLS, too, and lets nobody in without a certificate of this authority, which has
    /// issued `server`.
    ///
    /// # Errors
    /// When RabbitMQ or Redis is not installed or does not start.
    pub fn with_tls(authority: &Authority) -> anyhow::Result<Self> {
        let me = std::process::id();
        let unique = uuid::Uuid::now_v7().simple();
        let pki = authority.folder().to_string_lossy();
        let more = ["--tls", &pki, "--require-certificates"];
        Self::start_in(crate::scratch()?.join(format!("own-{unique}")), me, true, &more)
    }

    fn start_in(folder: PathBuf, until: u32, own: bool, more: &[&str]) -> anyhow::Result<Self> {
        let mut services = Self {
            folder,
            redis_url: String::new(),
            amqp_url: String::new(),
            management_url: String::new(),
            tls_ports: None,
            own,
        };
        services.script("start", &[&["--until", &until.to_string()], more].concat())?;
        let state = std::fs::read_to_string(services.folder.join("services.json"))?;
        let state: Value = serde_json::from_str(&state)?;
        let url = |key: &str| Ok::<_, anyhow::Error>(state[key].as_str().context(key.to_owned())?.to_owned());
        services.redis_url = url("redis_url")?;
        services.amqp_url = url("amqp_url")?;
        services.management_url = url("management_url")?;
        services.tls_ports = state["amqps_port"].as_u64().zip(state["redis_tls_port"].as_u64());
        Ok(services)
    }

    /// Makes a virtual host with Foreshock's topology; deleted when dropped.
    ///
    /// # Errors
    /// When the broker does not run.
    pub fn vhost(&self) -> anyhow::Result<Vhost> {
        self.new_vhost(&["--topology"])
    }

    /// Makes a virtual host with nothing in it; deleted when dropped.
    ///
    /// # Errors
    /// When the broker does not run.
    pub fn bare_vhost(&self) -> anyhow::Result<Vhost> {
        self.new_vhost(&[])
    }

    fn new_vhost(&self, options: &[&str]) -> anyhow::Result<Vhost> {
        let name = format!("t-{}", uuid::Uuid::now_v7().simple());
        let url = self.script("vhost", &[&[name.as_str()], options].concat())?.trim().to_owned();
        Ok(Vhost { folder: self.folder.clone(), name, url })
    }

    /// Runs `rabbitmqctl` on this broker; gives what it prints.
    ///
    /// # Errors
    /// When it fails.
    pub fn ctl(&self, arguments: &[&str]) -> anyhow::Result<String> {
        self.script("ctl", arguments)
    }

    /// Stops a service as its operator would; its data stay.
    ///
    /// # Errors
    /// When it does not stop.
    pub fn stop(&self, service: Service) -> anyhow::Result<()> {
        self.owned()?.script("stop", &[service.as_str()]).map(drop)
    }

    /// Starts a stopped service on the same port with the same data.
    ///
    /// # Errors
    /// When it does not start.
    pub fn start(&self, service: Service) -> anyhow::Result<()> {
        self.owned()?.script("start", &[service.as_str()]).map(drop)
    }

    /// Ends a service with SIGKILL.
    ///
    /// # Errors
    /// When it does not run.
    pub fn kill(&self, service: Service) -> anyhow::Result<()> {
        self.owned()?.script("kill", &[service.as_str()]).map(drop)
    }

    /// The other tests need the shared instance.
    fn owned(&self) -> anyhow::Result<&Self> {
        ensure!(self.own, "stop and start services only of Services::private()");
        Ok(self)
    }

    fn script(&self, action: &str, more: &[&str]) -> anyhow::Result<String> {
        script(&self.folder, action, more)
    }
}

impl Drop for Services {
    fn drop(&mut self) {
        if self.own {
            // `--until` does it otherwise.
            let _ = self.script("stop", &["--purge"]);
        }
    }
}

/// A virtual host of one test.
#[derive(Debug)]
pub struct Vhost {
    folder: PathBuf,
    name: String,
    /// AMQP address, with the virtual host.
    pub url: String,
}

impl Vhost {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// An AMQP address with another user.
#[must_use]
pub fn as_user(url: &str, user: &str, password: &str) -> String {
    let rest = url.rsplit_once('@').map_or(url, |(_, rest)| rest);
    format!("amqp://{user}:{password}@{rest}")
}

impl Drop for Vhost {
    fn drop(&mut self) {
        // The broker may be stopped already; then the virtual host goes with its folder.
        let _ = script(&self.folder, "unvhost", &[&self.name]);
    }
}

fn script(folder: &std::path::Path, action: &str, more: &[&str]) -> anyhow::Result<String> {
    let script = crate::root().join("deploy/private_services.py");
    let output = Command::new("python3")
        .arg(&script)
        .arg(action)
        .arg(folder)
        .args(more)
        // Ending one test's process group, as nextest does on a timeout, must not end what the others use.
        .process_group(0)
        .output()
        .with_context(|| format!("run {}", script.display()))?;
    if !output.status.success() {
        bail!("private_services.py {action} failed: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The process whose life is the run of the tests, and when it began: cargo or nextest, else this very process.
fn runner() -> anyhow::Result<(u32, u64)> {
    let parent = parent_id();
    let name = std::fs::read_to_string(format!("/proc/{parent}/comm")).unwrap_or_default();
    let pid = if name.starts_with("cargo") { parent } else { std::process::id() };
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat"))?;
    // The name, in parentheses, may hold anything; the start time is the 20th field after it.
    let (_, fields) = stat.rsplit_once(')').context("a process has a name")?;
    let born = fields.split_whitespace().nth(19).context("a process has a start time")?;
    Ok((pid, born.parse()?))
}

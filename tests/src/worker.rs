//! A real worker process.

use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus};

use anyhow::{Context as _, bail};

use crate::command::{kill, log_tail};
use crate::model::TinyModel;

/// A `foreshock worker` process; killed when dropped.
#[derive(Debug)]
pub struct Worker {
    child: Child,
    log: PathBuf,
    address: String,
    /// The name it signs its messages with.
    pub name: String,
    _folder: tempfile::TempDir,
}

/// How to start a worker.
#[derive(Debug, Clone)]
pub struct WorkerSettings {
    /// AMQP address with vhost.
    pub amqp_url: String,
    /// Redis address; empty = none.
    pub cache_url: String,
    /// What else to set, as environment variables.
    pub more: Vec<(&'static str, String)>,
}

impl Worker {
    /// Starts a worker and waits until it says that it is ready.
    ///
    /// # Errors
    /// When it exits or never becomes ready; the message ends with its log.
    pub async fn start(settings: &WorkerSettings, model: &TinyModel) -> anyhow::Result<Self> {
        Self::start_program("foreshock", &["worker"], settings, model).await
    }

    /// Starts another program that is a worker, with the same settings, and waits until it says that it is ready.
    ///
    /// # Errors
    /// When it exits or never becomes ready; the message ends with its log.
    pub async fn start_program(
        program: &str,
        arguments: &[&str],
        settings: &WorkerSettings,
        model: &TinyModel,
    ) -> anyhow::Result<Self> {
        let folder = crate::folder()?;
        let log = folder.path().join("worker.log");
        let address_file = folder.path().join("metrics.addr");
        let name = format!("test-{}", uuid::Uuid::now_v7().simple());
        let output = std::fs::File::create(&log)?;
        let mut command = Command::new(crate::binary(program)?);
        crate::command::clean_environment(&mut command);
        command
            .args(arguments)
            .current_dir(folder.path())
            .env("FORESHOCK_AMQP_URL", &settings.amqp_url)
            .env("FORESHOCK_CACHE_URL", &settings.cache_url)
            .env("FORESHOCK_MODEL", &model.folder)
            .env("FORESHOCK_WORKER_NAME", &name)
            .env("FORESHOCK_THREADS", "1")
            .env("FORESHOCK_METRICS_LISTEN", "127.0.0.1:0")
            .env("FORESHOCK_METRICS_ADDR_FILE", &address_file)
            .envs(settings.more.iter().map(|(key, value)| (*key, value)))
            .stdin(std::process::Stdio::null())
            .stdout(output.try_clone()?)
            .stderr(output);
        let child = command.spawn().context("start a worker")?;
        let mut worker = Self { child, log, address: String::new(), name, _folder: folder };
        let address = crate::until("the worker's metrics address", async || {
            worker.still_runs()?;
            let text = std::fs::read_to_string(&address_file).unwrap_or_default();
            Ok(text.trim().contains(':').then(|| text.trim().to_owned()))
        })
        .await
        .with_context(|| worker.log_tail())?;
        worker.address = address;
        worker.ready().await?;
        Ok(worker)
    }

    /// Waits until `/readyz` says yes.
    ///
    /// # Errors
    /// When the process ends first.
    pub async fn ready(&mut self) -> anyhow::Result<()> {
        let address = self.address.clone();
        crate::until("a ready worker", async || {
            self.still_runs()?;
            Ok(crate::http::get(&address, "/readyz").await.ok())
        })
        .await
        .with_context(|| self.log_tail())?;
        Ok(())
    }

    /// Process id.
    #[must_use]
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Fails when the process has ended.
    ///
    /// # Errors
    /// With the exit status and the end of the log.
    pub fn still_runs(&mut self) -> anyhow::Result<()> {
        if let Some(status) = self.child.try_wait()? {
            bail!("the worker ended with {status}\n{}", self.log_tail());
        }
        Ok(())
    }

    /// Ends the process at once, as a power cut would.
    ///
    /// # Errors
    /// When it has already ended.
    pub fn kill_9(&mut self) -> anyhow::Result<()> {
        self.still_runs()?;
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    /// Asks the process to drain (SIGTERM) and waits for its end.
    ///
    /// # Errors
    /// When it does not end.
    pub async fn terminate(&mut self) -> anyhow::Result<ExitStatus> {
        kill(self.pid(), "TERM")?;
        self.ended().await
    }

    /// Waits for the process to end.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ended(&mut self) -> anyhow::Result<ExitStatus> {
        let child = &mut self.child;
        let ended = crate::until("the worker's end", async || Ok(child.try_wait()?)).await;
        ended.with_context(|| log_tail(&self.log))
    }

    /// The end of the log, for failure messages.
    #[must_use]
    pub fn log_tail(&self) -> String {
        log_tail(&self.log)
    }

    /// The whole log.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn log(&self) -> anyhow::Result<String> {
        Ok(std::fs::read_to_string(&self.log)?)
    }

    /// Sum of a counter over the series that carry all of `labels`; 0 when there is none.
    ///
    /// # Errors
    /// When the worker does not answer.
    pub async fn counter(&self, name: &str, labels: &[(&str, &str)]) -> anyhow::Result<f64> {
        let text = crate::http::get(&self.address, "/metrics").await?;
        Ok(sum(&text, name, labels))
    }

    /// The metrics page.
    ///
    /// # Errors
    /// When the worker does not answer.
    pub async fn metrics(&self) -> anyhow::Result<String> {
        crate::http::get(&self.address, "/metrics").await
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        if std::thread::panicking() {
            // nextest and cargo test show it with the failure.
            let tail = self.log_tail();
            let _ = std::io::Write::write_all(&mut std::io::stderr(), tail.as_bytes());
        }
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Sums the samples of one metric in Prometheus' text format.
fn sum(text: &str, name: &str, labels: &[(&str, &str)]) -> f64 {
    text.lines()
        .filter_map(|line| {
            let (series, value) = line.rsplit_once(' ')?;
            let (found, rest) = series.split_once('{').unwrap_or((series, ""));
            let fits = found == name
                && labels.iter().all(|(key, value)| rest.contains(&format!("{key}=\"{value}\"")));
            fits.then(|| value.parse::<f64>().ok()).flatten()
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::sum;

    #[test]
    fn counters_are_summed_over_matching_series() {
        let text = "# TYPE a counter\na{lane=\"bulk\",x=\"1\"} 2\na{lane=\"bulk\",x=\"2\"} 3\na{lane=\"i\"} 7\nab 9\n";
        assert_eq!(sum(text, "a", &[("lane", "bulk")]), 5.0);
        assert_eq!(sum(text, "a", &[]), 12.0);
        assert_eq!(sum(text, "ab", &[]), 9.0);
        assert_eq!(sum(text, "c", &[]), 0.0);
    }
}

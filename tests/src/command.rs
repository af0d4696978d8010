//! The command line, run as a user runs it.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, ensure};
use serde_json::Value;

/// A `foreshock` command that runs; killed when dropped.
#[derive(Debug)]
pub struct Running {
    child: Child,
    folder: tempfile::TempDir,
}

/// A `foreshock` command that has ended.
#[derive(Debug)]
pub struct Ended {
    /// Exit code; none when a signal ended it.
    pub code: Option<i32>,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

impl Ended {
    /// Fails unless the exit code is this one; the message shows what was printed.
    ///
    /// # Errors
    /// With everything printed.
    pub fn expect_code(self, code: i32) -> anyhow::Result<Self> {
        ensure!(
            self.code == Some(code),
            "exit code {:?} instead of {code}\nstdout:\n{}\nstderr:\n{}",
            self.code,
            self.stdout,
            self.stderr
        );
        Ok(self)
    }

    /// The lines of `--json`.
    ///
    /// # Errors
    /// When a line of standard output is not a JSON object.
    pub fn json(&self) -> anyhow::Result<Vec<Value>> {
        json_lines(&self.stdout)
    }
}

/// Every line as a JSON object.
fn json_lines(text: &str) -> anyhow::Result<Vec<Value>> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines
        .map(|line| {
            let value: Value = serde_json::from_str(line)
                .with_context(|| format!("--json printed a line that is not JSON: {line}"))?;
            ensure!(value.is_object(), "--json printed {line}");
            Ok(value)
        })
        .collect()
}

/// Takes away what a developer's shell may have set, and keeps libtorch to one thread.
pub fn clean_environment(command: &mut Command) {
    for (key, _) in std::env::vars_os() {
        if key.to_str().is_some_and(|key| key.starts_with("FORESHOCK_")) {
            command.env_remove(key);
        }
    }
    command.env("OMP_NUM_THREADS", "1");
}

impl Running {
    /// Starts `foreshock` with these arguments, in a folder of its own, with this environment.
    ///
    /// # Errors
    /// When the binary is not built.
    pub fn start<S: AsRef<OsStr>>(arguments: &[S], environment: &[(&str, &OsStr)]) -> anyhow::Result<Self> {
        let folder = crate::folder()?;
        let mut command = Command::new(crate::binary("foreshock")?);
        clean_environment(&mut command);
        let child = command
            .args(arguments)
            .envs(environment.iter().copied())
            // Journals of unfinished requests go here, not to the developer's home.
            .env("HOME", folder.path())
            .env("XDG_STATE_HOME", folder.path())
            .env("XDG_DATA_HOME", folder.path())
            .current_dir(folder.path())
            .stdin(Stdio::null())
            .stdout(std::fs::File::create(folder.path().join("stdout"))?)
            .stderr(std::fs::File::create(folder.path().join("stderr"))?)
            .spawn()
            .context("start foreshock")?;
        Ok(Self { child, folder })
    }

    /// Presses Ctrl-C.
    ///
    /// # Errors
    /// When the process has ended.
    pub fn interrupt(&self) -> anyhow::Result<()> {
        kill(self.child.id(), "INT")
    }

    /// Whether the command still runs.
    ///
    /// # Errors
    /// When its state cannot be read.
    pub fn runs(&mut self) -> anyhow::Result<bool> {
        Ok(self.child.try_wait()?.is_none())
    }

    /// What it printed so far.
    #[must_use]
    pub fn printed(&self) -> (String, String) {
        let read = |name: &str| std::fs::read_to_string(self.folder.path().join(name)).unwrap_or_default();
        (read("stdout"), read("stderr"))
    }

    /// Waits for the end.
    ///
    /// # Errors
    /// When it does not end; the message shows what was printed.
    pub async fn wait(mut self) -> anyhow::Result<Ended> {
        let child = &mut self.child;
        let status = crate::until("the command's end", async || Ok(child.try_wait()?)).await;
        let (stdout, stderr) = self.printed();
        let status = status.with_context(|| format!("stdout:\n{stdout}\nstderr:\n{stderr}"))?;
        Ok(Ended { code: status.code(), stdout, stderr })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It has usually ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs `foreshock` to its end.
///
/// # Errors
/// When it cannot be started or does not end.
pub async fn run<S: AsRef<OsStr>>(arguments: &[S], environment: &[(&str, &OsStr)]) -> anyhow::Result<Ended> {
    Running::start(arguments, environment)?.wait().await
}

/// Sends a signal by name.
///
/// # Errors
/// When there is no such process.
pub fn kill(pid: u32, signal: &str) -> anyhow::Result<()> {
    // The shell's own `kill`: the program of that name is not on every machine.
    let status = Command::new("sh").arg("-c").arg(format!("kill -{signal} {pid}")).status()?;
    ensure!(status.success(), "kill -{signal} {pid}: {status}");
    Ok(())
}

/// The last lines of a log, for failure messages.
#[must_use]
pub fn log_tail(path: &Path) -> String {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    let tail = &lines[lines.len().saturating_sub(60)..];
    format!("--- the end of {} ---\n{}\n", path.display(), tail.join("\n"))
}

/// The options that all `submit` and `edit` runs of the tests share.
#[derive(Debug, Clone)]
pub struct Options {
    /// Source raster.
    pub input: PathBuf,
    /// Where the result goes.
    pub output: PathBuf,
    /// Denoising steps.
    pub steps: u32,
    /// Everything else.
    pub more: Vec<String>,
}

impl Options {
    /// `input` to `output` in a few steps, seed 5.
    #[must_use]
    pub fn new(input: &Path, output: &Path) -> Self {
        Self { input: input.to_owned(), output: output.to_owned(), steps: 2, more: Vec::new() }
    }

    /// With this many steps.
    #[must_use]
    pub fn steps(mut self, steps: u32) -> Self {
        self.steps = steps;
        self
    }

    /// With more arguments.
    #[must_use]
    pub fn with<S: Into<String>>(mut self, more: impl IntoIterator<Item = S>) -> Self {
        self.more.extend(more.into_iter().map(Into::into));
        self
    }

    /// The command line of `foreshock <command>`.
    #[must_use]
    pub fn arguments(&self, command: &str, model: &str) -> Vec<String> {
        let mut arguments: Vec<String> = [
            command,
            "--input",
            &self.input.to_string_lossy(),
            "--output",
            &self.output.to_string_lossy(),
            "--instruction",
            crate::jobs::INSTRUCTION,
            "--model",
            model,
            "--steps",
            &self.steps.to_string(),
            "--json",
        ]
        .map(str::to_owned)
        .to_vec();
        if !self.more.iter().any(|argument| argument == "--seed") {
            arguments.extend(["--seed".to_owned(), "5".to_owned()]);
        }
        arguments.extend(self.more.iter().cloned());
        arguments
    }
}

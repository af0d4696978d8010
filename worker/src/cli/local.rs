//! `foreshock local`.

use std::io::BufRead as _;

use clap::Args;
use foreshock_protocol::Refusal;
use foreshock_protocol::event::{CANCEL_SCHEMA, Cancel};
use foreshock_protocol::job::{Job, JobId, parse_body};
use foreshock_protocol::outcome::Outcome;
use serde::Deserialize;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use super::engine_options::{EngineOptions, load};
use super::{Exit, output, worker};
use crate::client::local::Local;
use crate::client::{Backend as _, Signal};
use crate::job::failed;
use crate::settings::Settings;

/// How this process calls itself in events and outcomes.
const WORKER: &str = "this computer";

/// Serve jobs from standard input in this process: for a program on the same machine that needs no broker.
#[derive(Args, Debug)]
#[command(after_long_help = "\
One JSON message a line, as on the wire (docs/protocol.md). Standard output: foreshock.capabilities.v1 as soon as the model is
loaded, then foreshock.event.v1 and foreshock.outcome.v1. Standard input: foreshock.job.v1 and foreshock.cancel.v1; when it ends,
what was asked is finished. The QGIS plugin's local mode is such a program.

Exit codes: 0 done · 1 failed · 2 bad settings · 3 the model cannot be loaded.")]
pub(super) struct Serve {
    #[command(flatten)]
    engine: EngineOptions,
}

/// A line of standard input.
enum Line {
    Job(Box<Job>),
    Cancel(JobId),
    /// It is no job that can be worked on.
    Bad(Box<Outcome>),
}

/// As much of a broken job as is needed to answer it.
#[derive(Deserialize)]
struct Head {
    schema: String,
    job_id: JobId,
}

impl Serve {
    pub(super) async fn run(self, settings: Settings) -> Exit {
        let (engine, rules) = match load(self.engine.over(settings)).await {
            Ok(loaded) => loaded,
            Err(exit) => return exit,
        };
        output::json(&worker::capabilities(&rules, WORKER));
        let mut local = Local::new(engine, rules, WORKER);
        let mut lines = standard_input();
        let (mut open, mut running) = (true, 0_usize);
        while open || running > 0 {
            tokio::select! {
                line = lines.recv(), if open => match line {
                    Some(Line::Job(job)) => {
                        // In this process a job is always taken.
                        if local.submit(*job).await.is_ok() {
                            running += 1;
                        }
                    }
                    Some(Line::Cancel(job)) => local.cancel(job).await,
                    Some(Line::Bad(outcome)) => output::json(&outcome),
                    None => open = false,
                },
                signal = local.next() => match signal {
                    Signal::Outcome { outcome, .. } => {
                        running -= 1;
                        output::json(&outcome);
                    }
                    Signal::Event(event) => output::json(&event),
                    Signal::Lost(reason) => output::error(&reason),
                },
            }
        }
        Exit::Done
    }
}

/// Reads lines on a thread of its own until there are no more.
fn standard_input() -> UnboundedReceiver<Line> {
    let (sender, receiver) = unbounded_channel();
    std::thread::spawn(move || {
        for line in std::io::stdin().lock().split(b'\n') {
            let line = match line {
                Ok(line) => line,
                Err(error) => {
                    output::error(&format!("standard input cannot be read: {error}"));
                    return;
                }
            };
            if line.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            match parse(&line) {
                Ok(line) => {
                    if sender.send(line).is_err() {
                        return;
                    }
                }
                Err(refusal) => output::error(&refusal.to_string()),
            }
        }
    });
    receiver
}

/// Reads a line; refuses one that names no job to answer for.
fn parse(line: &[u8]) -> Result<Line, Refusal> {
    match serde_json::from_slice::<Head>(line).ok() {
        Some(head) if head.schema == CANCEL_SCHEMA => {
            parse_body::<Cancel>(line, CANCEL_SCHEMA).map(|cancel| Line::Cancel(cancel.job_id))
        }
        Some(head) => Ok(match Job::parse(line) {
            Ok(job) => Line::Job(Box::new(job)),
            Err(refusal) => Line::Bad(Box::new(failed(head.job_id, None, refusal, WORKER))),
        }),
        None => Job::parse(line).map(|job| Line::Job(Box::new(job))),
    }
}

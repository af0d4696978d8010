//! The command line.

mod dead;
mod doctor;
mod edit;
mod engine_options;
mod local;
pub mod output;
mod request;
mod sample_scene;
mod submit;
mod topology;
mod tuning;
mod worker;

use std::path::Path;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub use worker::serve;

use crate::settings::Settings;
use crate::telemetry;

/// See the disaster before it happens: text-instructed edits of georeferenced imagery.
///
/// Exit codes: 0 done · 1 failed · 2 bad input or usage · 3 broker, cache or model cannot be reached · 4 some tiles failed · 130 cancelled.
#[derive(Parser)]
#[command(name = "foreshock", version, about, long_about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve jobs from the queue with one model.
    Worker,
    /// Edit a raster on the fleet.
    Submit(Box<submit::Submit>),
    /// Edit a raster in this process, without broker or cache.
    Edit(Box<edit::Edit>),
    /// Serve jobs from standard input in this process, for a program on the same machine.
    Local(local::Serve),
    /// Say what is wrong with this installation and what to do.
    Doctor(doctor::Doctor),
    /// Look at the jobs that were given up, send them again or drop them.
    Dead(dead::Dead),
    /// Create or look at the broker's exchanges and queues.
    Topology(topology::Topology),
    /// Write a procedural aerial scene as GeoTIFF, to try things with.
    SampleScene(sample_scene::SampleScene),
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// All is done.
    Done,
    /// It failed.
    Failed,
    /// The input or the options are wrong.
    BadInput,
    /// Broker, cache or model cannot be reached.
    Unreachable,
    /// Some tiles failed.
    Incomplete,
    /// Called off by the user.
    Cancelled,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0_u8,
            Exit::Failed => 1,
            Exit::BadInput => 2,
            Exit::Unreachable => 3,
            Exit::Incomplete => 4,
            Exit::Cancelled => 130,
        })
    }
}

/// Runs the command that the arguments name.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let settings = match Settings::load(Path::new(".")) {
        Ok(settings) => settings,
        Err(error) => {
            output::error(&error.to_string());
            return Exit::BadInput.into();
        }
    };
    let exit = match arguments.command {
        Command::Worker => {
            telemetry::start_log(&settings);
            blocking(worker::run(settings.or_shipped_model()))
        }
        Command::Doctor(doctor) => {
            telemetry::start_log(&quiet(&settings));
            blocking(doctor.run(settings.or_shipped_model()))
        }
        Command::Submit(submit) => {
            telemetry::start_log(&quiet(&settings));
            blocking(submit.run(settings))
        }
        Command::Edit(edit) => {
            telemetry::start_log(&quiet(&settings));
            blocking(edit.run(settings))
        }
        Command::Local(serve) => {
            telemetry::start_log(&quiet(&settings));
            blocking(serve.run(settings))
        }
        Command::SampleScene(scene) => scene.run(),
        Command::Dead(dead) => blocking(dead.run(settings)),
        Command::Topology(topology) => blocking(topology.run(settings)),
    };
    exit.into()
}

/// A user's command prints its own words; the log shows only what goes wrong, unless asked for more.
fn quiet(settings: &Settings) -> Settings {
    let log = if settings.log == Settings::default().log { "error".to_owned() } else { settings.log.clone() };
    Settings { log, ..settings.clone() }
}

fn blocking(command: impl Future<Output = Exit>) -> Exit {
    // Two threads at least: heartbeats go on while one is busy.
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    match runtime {
        Ok(runtime) => runtime.block_on(command),
        Err(error) => {
            output::error(&format!("no threads to run on: {error}"));
            Exit::Failed
        }
    }
}

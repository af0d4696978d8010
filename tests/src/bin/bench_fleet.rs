//! `foreshock-bench-fleet`: benchmarks of the fleet, as ratios between things measured in the same run (`make bench-fleet`).
//!
//! It starts a broker and a Redis of its own. Exit codes: 0 every bound was kept, 1 one was missed or a benchmark failed, 2 usage.

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use chrono::{SecondsFormat, Utc};
use foreshock_tests::bench::report::Section;
use foreshock_tests::bench::{interactive, overhead, scaling};
use foreshock_tests::services::Services;
use serde_json::{Value, json};

/// The benchmarks, by the names that the command line takes.
const BENCHMARKS: [&str; 3] = ["interactive", "scaling", "overhead"];
const USAGE: &str =
    "usage: foreshock-bench-fleet [--out FILE] [interactive] [scaling] [overhead]; none named = all";

struct Options {
    out: Option<String>,
    benchmarks: Vec<&'static str>,
}

impl Options {
    fn read(mut arguments: impl Iterator<Item = String>) -> anyhow::Result<Self> {
        let mut options = Self { out: None, benchmarks: Vec::new() };
        while let Some(argument) = arguments.next() {
            if argument == "--out" {
                options.out = Some(arguments.next().context("--out needs a file")?);
            } else if let Some(name) = BENCHMARKS.iter().find(|name| **name == argument) {
                options.benchmarks.push(name);
            } else {
                bail!("no benchmark “{argument}”");
            }
        }
        if options.benchmarks.is_empty() {
            options.benchmarks = BENCHMARKS.to_vec();
        }
        Ok(options)
    }
}

fn say(text: &str) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{text}")?;
    Ok(out.flush()?)
}

/// Load averages of the machine: what else ran.
fn load() -> String {
    std::fs::read_to_string("/proc/loadavg").unwrap_or_default().trim().to_owned()
}

async fn run(options: &Options) -> anyhow::Result<Vec<String>> {
    let processors = std::thread::available_parallelism()?.get();
    let began = Utc::now();
    let load_before = load();
    say(&format!(
        "{} · {processors} processors · load {load_before} · a development build ({})\n",
        began.to_rfc3339_opts(SecondsFormat::Secs, true),
        env!("CARGO_PKG_VERSION"),
    ))?;
    let services = Services::private()?;
    let mut sections: Vec<(&str, Section)> = Vec::new();
    for name in &options.benchmarks {
        let section = match *name {
            "interactive" => interactive::run(&services).await,
            "scaling" => scaling::run(&services).await,
            _ => overhead::run(&services).await,
        };
        let section = section.with_context(|| format!("benchmark {name}"))?;
        say(&section.table())?;
        sections.push((name, section));
    }
    let missed: Vec<String> = sections.iter().flat_map(|(_, section)| section.missed()).collect();
    if let Some(path) = &options.out {
        let results: serde_json::Map<String, Value> =
            sections.iter().map(|(name, section)| ((*name).to_owned(), section.json())).collect();
        let report = json!({
            "began": began,
            "seconds": (Utc::now() - began).num_seconds(),
            "version": env!("CARGO_PKG_VERSION"),
            "processors": processors,
            "load_before": load_before,
            "load_after": load(),
            "benchmarks": results,
            "missed": missed,
        });
        let path = Path::new(path);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).with_context(|| format!("make {}", folder.display()))?;
        }
        std::fs::write(path, format!("{report:#}\n")).with_context(|| format!("write {}", path.display()))?;
        say(&format!("{} · {} s", path.display(), (Utc::now() - began).num_seconds()))?;
    }
    Ok(missed)
}

#[tokio::main]
async fn main() -> ExitCode {
    let complain = |text: &str| {
        // Nobody reads it any more when this fails.
        let _ = writeln!(std::io::stderr(), "{text}");
    };
    let options = match Options::read(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(error) => {
            complain(&format!("{error:#}\n{USAGE}"));
            return ExitCode::from(2);
        }
    };
    let ended = tokio::select! {
        ended = run(&options) => ended,
        // What was started is dropped, and so stopped.
        _ = tokio::signal::ctrl_c() => Err(anyhow::anyhow!("interrupted")),
    };
    match ended {
        Ok(missed) if missed.is_empty() => ExitCode::SUCCESS,
        Ok(missed) => {
            for bound in missed {
                complain(&format!("bound missed: {bound}"));
            }
            ExitCode::FAILURE
        }
        Err(error) => {
            complain(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

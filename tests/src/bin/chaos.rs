//! `foreshock-chaos [--seed N] [--minutes M]`: the chaos run, and its table. Exit code 0 when every promise was kept.

use std::io::Write as _;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context as _, bail};
use foreshock_tests::chaos;
use foreshock_tests::chaos::plan::Plan;

/// What a run takes beside its blows, of the whole time: the services' start, the undisturbed answers, the end.
const SHARE_OF_BLOWS: f64 = 0.65;

fn main() -> anyhow::Result<ExitCode> {
    let (mut seed, mut minutes) = (None, 10.0);
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let value = arguments.next().with_context(|| format!("{name} needs a value"))?;
        match name.as_str() {
            "--seed" => seed = Some(value.parse().context("--seed takes a whole number")?),
            "--minutes" => minutes = value.parse::<f64>().context("--minutes takes a number")?,
            _ => bail!("{name} is unknown; there are --seed and --minutes"),
        }
    }
    if !(1.0..=600.0).contains(&minutes) {
        bail!("--minutes must be 1 to 600");
    }
    // Any will do, as long as it is told.
    let seed = seed.unwrap_or_else(|| foreshock_tests::rig::fresh_seed() % 1_000_000);
    let plan = Plan::new(seed, Duration::from_secs_f64(minutes * 60.0 * SHARE_OF_BLOWS));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let report = runtime.block_on(chaos::run(plan))?;
    let mut output = std::io::stdout();
    output.write_all(report.table().as_bytes())?;
    if report.is_good() {
        return Ok(ExitCode::SUCCESS);
    }
    writeln!(output, "again: make chaos SEED={seed} MINUTES={minutes}")?;
    Ok(ExitCode::FAILURE)
}

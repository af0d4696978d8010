//! The short form of `make chaos`: the whole fleet under every kind of blow, one seed, at least 200 jobs.

use std::time::Duration;

use foreshock_tests::chaos;
use foreshock_tests::chaos::plan::Plan;

/// Any seed must pass; one that is fixed makes a failure the same for everybody.
const SEED: u64 = 1;
/// How long blows fall: every kind at least once.
const LENGTH: Duration = Duration::from_secs(70);

#[tokio::test(flavor = "multi_thread")]
async fn the_fleet_keeps_its_promises_under_blows() -> anyhow::Result<()> {
    let report = chaos::run(Plan::new(SEED, LENGTH)).await?;
    anyhow::ensure!(report.is_good(), "seed {SEED}\n{}", report.table());
    Ok(())
}

//! Anything may die in the middle of a job: the user's output is complete, and right, all the same.
//!
//! “In the middle” is seen, not timed: the blow falls after the first progress event or outcome, and the test shows that
//! tiles were still missing then.

use std::path::PathBuf;

use anyhow::{Context as _, ensure};
use foreshock_protocol::outcome::End;
use foreshock_protocol::topology;
use foreshock_tests::command::{Options, Running};
use foreshock_tests::jobs;
use foreshock_tests::raster::Raster;
use foreshock_tests::rig::{Rig, edit, fresh_seed};
use foreshock_tests::scene::{Scene, texture_u8};
use foreshock_tests::services::Service;
use foreshock_tests::wire::{Seen, Tap};

/// A request of many tiles with many steps: it takes seconds, so there is a middle.
struct Request {
    folder: tempfile::TempDir,
    options: Options,
}

impl Request {
    fn new() -> anyhow::Result<Self> {
        let folder = foreshock_tests::folder()?;
        let (input, output) = (folder.path().join("in.tif"), folder.path().join("out.tif"));
        Scene::utm(700, 460).write(&input, texture_u8)?;
        let options = Options::new(&input, &output)
            .steps(STEPS)
            .with(["--preserve", "none"])
            .with(["--seed".to_owned(), fresh_seed().to_string()]);
        Ok(Self { folder, options })
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Waits for the command and checks that its output is what an undisturbed run in one process makes.
    async fn expect_complete(&self, rig: &Rig, submit: Running) -> anyhow::Result<()> {
        submit.wait().await?.expect_code(0)?;
        let result = Raster::read(&self.options.output)?;
        let undisturbed = Options { output: self.path("undisturbed.tif"), ..self.options.clone() };
        edit(&rig.model, &undisturbed).await?.expect_code(0)?;
        let undisturbed = Raster::read(&undisturbed.output)?;
        result.expect_grid_of(&undisturbed)?;
        result.expect_samples_of(&undisturbed, |_, _| true)
    }
}

const STEPS: u32 = 40;

/// Number of tiles in a request, from any of its events or outcomes.
fn tiles(seen: &Seen) -> anyhow::Result<u64> {
    seen.body["tile"]["of"].as_u64().context("events name the number of tiles")
}

async fn first_progress(tap: &Tap) -> anyhow::Result<Seen> {
    let progress = |seen: &Seen| seen.text("kind") == "progress";
    tap.first("the first progress event", topology::EVENTS.name, progress).await
}

async fn first_outcome(tap: &Tap) -> anyhow::Result<Seen> {
    tap.first("the first outcome", topology::REPLIES.name, |seen| seen.text("status") == "done").await
}

/// The blow must fall before the last outcome, else it proves nothing.
fn expect_middle(tap: &Tap, sign: &Seen) -> anyhow::Result<()> {
    let (done, of) = (tap.seen(topology::REPLIES.name)?.len() as u64, tiles(sign)?);
    ensure!(done < of, "all {of} tiles were done before the blow");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_worker_costs_no_tile() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let mut workers = [rig.slow_worker(10, &[]).await?, rig.slow_worker(10, &[]).await?];
    let tap = rig.tap().await?;
    let request = Request::new()?;
    let submit = rig.start_submit(&request.options)?;

    let sign = first_progress(&tap).await?;
    let victim = workers.iter_mut().find(|worker| worker.name == sign.text("worker"));
    let victim = victim.context("the event names its worker")?;
    victim.kill_9()?;
    let victim = victim.name.clone();
    let tile = sign.body["tile"]["index"].clone();
    let before = tap.seen(topology::REPLIES.name)?;
    ensure!(
        before.iter().all(|seen| seen.body["tile"]["index"] != tile),
        "the tile was done before the kill"
    );

    request.expect_complete(&rig, submit).await?;
    let after = tap.seen(topology::REPLIES.name)?;
    let finished =
        after.iter().find(|seen| seen.body["tile"]["index"] == tile).context("the tile was finished")?;
    ensure!(finished.text("worker") != victim, "a dead worker answered");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn redis_stopped_in_the_middle_costs_no_tile() -> anyhow::Result<()> {
    let rig = Rig::private()?;
    let mut worker = rig.worker().await?;
    let tap = rig.tap().await?;
    let request = Request::new()?;
    let submit = rig.start_submit(&request.options)?;

    let sign = first_outcome(&tap).await?;
    expect_middle(&tap, &sign)?;
    rig.services.stop(Service::Redis)?;

    request.expect_complete(&rig, submit).await?;
    worker.still_runs()?;
    // Back again, the cache is used again without a restart of the worker.
    rig.services.start(Service::Redis)?;
    let client = rig.client().await?;
    let job = rig.job()?;
    foreshock_tests::until("a cache hit after Redis came back", async || {
        let job =
            foreshock_protocol::job::Job { job_id: foreshock_protocol::job::JobId::new(), ..job.clone() };
        let received = client.done(&job).await?;
        let End::Done(done) = received.outcome.end else { return Ok(None) };
        Ok((done.cache == foreshock_protocol::outcome::CacheState::Hit).then_some(()))
    })
    .await
}

/// The cache was never there: everything is computed, nothing fails.
#[tokio::test(flavor = "multi_thread")]
async fn redis_that_never_ran_costs_no_tile() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    // Port 9 (discard) is closed on every machine that these tests run on.
    let worker = rig.worker_with(&[("FORESHOCK_CACHE_URL", "redis://127.0.0.1:9/0")]).await?;
    let client = rig.client().await?;
    client.done(&rig.job()?).await?;
    rig.settled(worker, &client).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broker_restart_in_the_middle_costs_no_tile() -> anyhow::Result<()> {
    let rig = Rig::private()?;
    let mut worker = rig.worker().await?;
    let tap = rig.tap().await?;
    let request = Request::new()?;
    let submit = rig.start_submit(&request.options)?;

    let sign = first_outcome(&tap).await?;
    expect_middle(&tap, &sign)?;
    rig.services.stop(Service::RabbitMq)?;
    rig.services.start(Service::RabbitMq)?;

    request.expect_complete(&rig, submit).await?;
    worker.still_runs()?;
    let client = rig.client().await?;
    rig.settled(worker, &client).await
}

/// A crash of the broker, not an orderly stop: what was confirmed is on disk.
#[tokio::test(flavor = "multi_thread")]
async fn a_broker_crash_in_the_middle_costs_no_tile() -> anyhow::Result<()> {
    let rig = Rig::private()?;
    let mut worker = rig.worker().await?;
    let tap = rig.tap().await?;
    let request = Request::new()?;
    let submit = rig.start_submit(&request.options)?;

    let sign = first_outcome(&tap).await?;
    expect_middle(&tap, &sign)?;
    rig.services.kill(Service::RabbitMq)?;
    rig.services.start(Service::RabbitMq)?;

    request.expect_complete(&rig, submit).await?;
    worker.still_runs()
}

/// SIGTERM: the worker ends in good order, and what it had not finished is finished by the next, once.
#[tokio::test(flavor = "multi_thread")]
async fn sigterm_drains_without_loss() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let mut worker = rig.worker().await?;
    let client = rig.client().await?;
    let tap = rig.tap().await?;
    let mut ids = Vec::new();
    for seed in 0..8 {
        let job = jobs::job(&rig.model, 256, STEPS, fresh_seed() / 2 + seed)?;
        ids.push(client.publish_job(&job).await?);
    }
    first_progress(&tap).await?;
    let status = worker.terminate().await?;
    ensure!(status.code() == Some(0), "the worker ended with {status}\n{}", worker.log_tail());
    let answered = client.received()?.len();
    ensure!(answered < ids.len(), "all jobs were done before the signal");

    let next = rig.worker().await?;
    for id in &ids {
        let received = client.outcome(id).await?;
        ensure!(matches!(received.outcome.end, End::Done(_)), "{:?}", received.outcome.end);
    }
    rig.settled(next, &client).await?;
    // All jobs and the one of `settled`, each answered once: a drain in good order repeats nothing.
    let received = client.received()?.len();
    ensure!(received == ids.len() + 1, "{received} outcomes of {} jobs", ids.len() + 1);
    Ok(())
}

/// Ctrl-C in `submit`: the fleet is told, and what has not begun never runs.
#[tokio::test(flavor = "multi_thread")]
async fn ctrl_c_cancels_on_the_fleet() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let worker = rig.worker().await?;
    let tap = rig.tap().await?;
    let request = Request::new()?;
    let submit = rig.start_submit(&request.options)?;

    let sign = first_progress(&tap).await?;
    expect_middle(&tap, &sign)?;
    submit.interrupt()?;
    let ended = submit.wait().await?.expect_code(130)?;
    ensure!(!request.options.output.exists(), "a cancelled request left an output: {ended:?}");
    tap.first("the cancel", topology::CONTROL.name, |seen| {
        seen.body["job_id"] == sign.body["job_id"] && seen.key.starts_with("cancel.foreshock.")
    })
    .await?;

    // Settled by a drain, so that nothing is left to come; then the count is final.
    let client = rig.client().await?;
    rig.settled(worker, &client).await?;
    let job = &sign.body["job_id"];
    let outcomes = tap.seen(topology::REPLIES.name)?;
    let of_status = |status: &str| {
        let mine = outcomes.iter().filter(|seen| seen.body["job_id"] == *job);
        mine.filter(|seen| seen.text("status") == status).count() as u64
    };
    let (done, cancelled, of) = (of_status("done"), of_status("cancelled"), tiles(&sign)?);
    ensure!(of_status("failed") == 0, "a cancelled tile is not a failed one");
    ensure!(done < of && done + cancelled <= of, "{done} done and {cancelled} cancelled of {of} tiles");
    Ok(())
}

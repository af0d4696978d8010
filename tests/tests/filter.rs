//! The early filter through the real queue: several noises, a judge behind a real HTTP server, one winner, and everything said about it.

use anyhow::{Context as _, ensure};
use foreshock_protocol::ErrorCode;
use foreshock_protocol::job::{Filter, FilterMode, Job, JobId};
use foreshock_protocol::outcome::{CacheState, Done, End, FilterRecord, FilterVerdict};
use foreshock_protocol::topology;
use foreshock_tests::client::Client;
use foreshock_tests::command::{Options, Running};
use foreshock_tests::jobs;
use foreshock_tests::judge::{Asked, JudgeServer, Manner};
use foreshock_tests::raster::Raster;
use foreshock_tests::rig::{Rig, fresh_seed};
use foreshock_tests::scene::{Scene, texture_u8};
use foreshock_tests::worker::Worker;
use serde_json::Value;

const CANDIDATES: u32 = 4;

async fn judged_worker(rig: &Rig, judge: &JudgeServer, seconds: &str) -> anyhow::Result<Worker> {
    rig.worker_with(&[
        ("FORESHOCK_JUDGE_URL", &judge.url),
        ("FORESHOCK_JUDGE_MODEL", "a-vision-model"),
        ("FORESHOCK_JUDGE_KEY", "sk-test"),
        ("FORESHOCK_JUDGE_SECONDS", seconds),
        ("FORESHOCK_MAX_SESSIONS", "1"),
    ])
    .await
}

fn job(rig: &Rig, mode: FilterMode) -> anyhow::Result<Job> {
    let mut job = jobs::job(&rig.model, 64, 4, fresh_seed())?;
    job.params.candidates = CANDIDATES;
    job.params.filter = Some(Filter { steps: 2, mode });
    Ok(job)
}

async fn done(client: &Client, job: &Job) -> anyhow::Result<Done> {
    let End::Done(done) = client.done(job).await?.outcome.end else { anyhow::bail!("not done") };
    Ok(*done)
}

fn record(done: &Done) -> anyhow::Result<&FilterRecord> {
    done.provenance.filter.as_ref().context("the provenance tells of the filter")
}

/// The candidate that a judge who likes bright pictures must have kept, by what it saw.
fn brightest(asked: &[Asked]) -> anyhow::Result<usize> {
    let first = asked.first().context("the judge was asked")?.brightness[1];
    let shown: Vec<f64> = std::iter::once(first).chain(asked.iter().map(|one| one.brightness[2])).collect();
    let best = shown.iter().copied().fold(f64::MIN, f64::max);
    shown.iter().position(|one| *one == best).context("one is the brightest")
}

async fn the_judge_chooses(mode: FilterMode) -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let judge = JudgeServer::start(Manner::LikesBright).await?;
    let worker = judged_worker(&rig, &judge, "60").await?;
    let client = rig.client().await?;
    let job = job(&rig, mode)?;
    let first = done(&client, &job).await?;

    let asked = judge.asked()?;
    ensure!(asked.len() as u32 == CANDIDATES - 1, "{} questions", asked.len());
    for one in &asked {
        ensure!(one.authorization == "Bearer sk-test" && one.model == "a-vision-model", "{one:?}");
        ensure!(one.prompt.contains(&job.instruction), "{}", one.prompt);
        ensure!(one.brightness[0] == asked[0].brightness[0], "the source is the same each time");
    }
    let winner = brightest(&asked)?;
    let filter = record(&first)?;
    let seeds: Vec<u64> = (0..CANDIDATES).map(|candidate| job.params.candidate_seed(candidate)).collect();
    ensure!(
        filter.seeds == seeds && filter.winner_seed == seeds[winner],
        "{winner} is brightest: {filter:?}"
    );
    ensure!(filter.mode == mode && filter.steps == 2 && filter.judge == "a-vision-model", "{filter:?}");
    ensure!(filter.failed.is_none() && filter.verdicts.len() as u32 == CANDIDATES - 1, "{filter:?}");
    let mut best = 0;
    for (verdict, challenger) in filter.verdicts.iter().zip(1..) {
        let FilterVerdict::Decided { a, b, winner, reason } = verdict else { anyhow::bail!("{verdict:?}") };
        ensure!((*a, *b) == (best, challenger) && [*a, *b].contains(winner), "{filter:?}");
        ensure!(reason.contains("is brighter"), "{reason}");
        best = *winner;
    }
    ensure!(best as usize == winner);
    ensure!(first.seed == filter.winner_seed && first.provenance.seed == filter.winner_seed);
    ensure!(
        first.seconds.contains_key("filter") && first.seconds.contains_key("judge"),
        "{:?}",
        first.seconds
    );
    let tile = Raster::of(&first)?;
    let tag: Value = serde_json::from_str(tile.tags.get("FORESHOCK_FILTER").context("a tag")?)?;
    ensure!(tag == serde_json::to_value(filter)?, "{tag}");

    // The seed says all: a plain job with it gives the same pixels.
    let mut plain = job.clone();
    plain.job_id = JobId::new();
    (plain.params.seed, plain.params.candidates, plain.params.filter) = (filter.winner_seed, 1, None);
    let again = done(&client, &plain).await?;
    ensure!(again.cache == CacheState::Miss && again.provenance.filter.is_none());
    Raster::of(&again)?.expect_samples_of(&tile, |_, _| true)?;

    // The cache tells the same story, and the judge is not asked again.
    let hit = done(&client, &Job { job_id: JobId::new(), ..job }).await?;
    ensure!(hit.cache == CacheState::Hit && hit.seed == first.seed);
    ensure!(record(&hit)? == filter, "{:?}", hit.provenance);
    ensure!(judge.asked()?.len() == asked.len());
    ensure!(worker.counter("foreshock_worker_judge_requests_total", &[("result", "decided")]).await? == 3.0);
    ensure!(!worker.log()?.contains("sk-test"), "the key is in the log");
    rig.settled(worker, &client).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_judge_chooses_and_the_winner_is_run_again() -> anyhow::Result<()> {
    the_judge_chooses(FilterMode::Rerun).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_judge_chooses_and_the_winner_goes_on() -> anyhow::Result<()> {
    the_judge_chooses(FilterMode::Continue).await
}

/// The judge fails: the first candidate is taken and the reason said; nothing of it stays in the cache.
async fn fails(manner: Manner, mode: FilterMode, part: &str, decided: usize) -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let judge = JudgeServer::start(manner).await?;
    let worker = judged_worker(&rig, &judge, "1").await?;
    let client = rig.client().await?;
    let job = job(&rig, mode)?;
    for _ in 0..2 {
        let job = Job { job_id: JobId::new(), ..job.clone() };
        let done = done(&client, &job).await?;
        let filter = record(&done)?;
        ensure!(filter.winner_seed == job.params.seed && done.seed == job.params.seed, "{filter:?}");
        let failed = filter.failed.as_deref().context("it says that the judge failed")?;
        ensure!(failed.contains(part), "{failed}");
        ensure!(filter.verdicts.len() == decided + 1, "{filter:?}");
        let Some(FilterVerdict::Failed { error, .. }) = filter.verdicts.last() else {
            anyhow::bail!("{filter:?}")
        };
        ensure!(error == failed);
        ensure!(done.cache == CacheState::Miss, "the next judge may be better");
        if manner == Manner::RefusesLater {
            break;
        }
    }
    rig.settled(worker, &client).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_judge_that_refuses_leaves_the_first_candidate() -> anyhow::Result<()> {
    fails(Manner::Refuses, FilterMode::Rerun, "503", 0).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_judge_that_refuses_half_way_leaves_the_first_candidate() -> anyhow::Result<()> {
    fails(Manner::RefusesLater, FilterMode::Continue, "503", 1).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_judge_that_talks_leaves_the_first_candidate() -> anyhow::Result<()> {
    fails(Manner::Talks, FilterMode::Continue, "not understood", 0).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_judge_that_hangs_leaves_the_first_candidate() -> anyhow::Result<()> {
    fails(Manner::Hangs, FilterMode::Rerun, "did not answer within 1 s", 0).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_judge_that_is_not_there_leaves_the_first_candidate() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    // Port 9 (discard) is closed on every machine that these tests run on.
    let settings = [("FORESHOCK_JUDGE_URL", "http://127.0.0.1:9/v1"), ("FORESHOCK_JUDGE_MODEL", "nobody")];
    let worker = rig.worker_with(&settings).await?;
    let client = rig.client().await?;
    let done = done(&client, &job(&rig, FilterMode::Rerun)?).await?;
    let filter = record(&done)?;
    ensure!(filter.winner_seed == filter.seeds[0], "{filter:?}");
    ensure!(
        filter.failed.as_deref().is_some_and(|failed| failed.contains("cannot be reached")),
        "{filter:?}"
    );
    rig.settled(worker, &client).await
}

#[tokio::test(flavor = "multi_thread")]
async fn candidates_without_a_judge_are_refused() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let worker = rig.worker().await?;
    let client = rig.client().await?;
    let id = client.publish_job(&job(&rig, FilterMode::Rerun)?).await?;
    let End::Failed(refusal) = client.outcome(&id).await?.outcome.end else { anyhow::bail!("not refused") };
    ensure!(refusal.code == ErrorCode::Unsupported && !refusal.retryable, "{refusal:?}");
    ensure!(refusal.field.as_deref() == Some("params.candidates"), "{refusal:?}");
    ensure!(refusal.limit.as_deref().is_some_and(|limit| limit.contains("judge_url")), "{refusal:?}");
    let capabilities = client.capabilities().await?;
    ensure!(capabilities["judge"] == false && capabilities["models"][0]["max_candidates"] == 1);
    rig.settled(worker, &client).await
}

/// A job that waits for its judge holds neither the device nor its neighbours, can be called off, and goes back when the worker stops.
#[tokio::test(flavor = "multi_thread")]
async fn who_waits_for_a_judge_holds_nobody_up() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let judge = JudgeServer::start(Manner::Hangs).await?;
    let mut worker = judged_worker(&rig, &judge, "600").await?;
    let client = rig.client().await?;
    let waiting = async |questions: usize| {
        foreshock_tests::until("the judge is asked", async || {
            Ok((judge.asked()?.len() == questions).then_some(()))
        })
        .await
    };

    let first = job(&rig, FilterMode::Continue)?;
    let id = client.publish_job(&first).await?;
    waiting(1).await?;
    client.done(&rig.job()?).await.context("a neighbour, while the first waits")?;
    ensure!(!client.received()?.iter().any(|received| received.message_id == id));
    client.cancel(first.job_id).await?;
    let received = client.outcome(&id).await?;
    ensure!(matches!(received.outcome.end, End::Cancelled), "{:?}", received.outcome.end);

    let second = job(&rig, FilterMode::Continue)?;
    let id = client.publish_job(&second).await?;
    waiting(2).await?;
    let status = worker.terminate().await?;
    ensure!(status.success(), "the worker ended with {status}\n{}", worker.log_tail());
    ensure!(client.ready(topology::JOBS_INTERACTIVE.name).await? == 1, "the job is not back in its queue");

    // Another worker, with a judge that answers, takes it up.
    let better = JudgeServer::start(Manner::LikesBright).await?;
    let worker = judged_worker(&rig, &better, "60").await?;
    let received = client.outcome(&id).await?;
    let End::Done(done) = received.outcome.end else { anyhow::bail!("{:?}", received.outcome.end) };
    ensure!(record(&done)?.failed.is_none());
    rig.settled(worker, &client).await
}

/// One tile is tried with all candidates, and its seed goes to all; `edit` with the same judge makes the same pixels.
#[tokio::test(flavor = "multi_thread")]
async fn a_request_has_one_pilot_and_one_seed() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let judge = JudgeServer::start(Manner::LikesBright).await?;
    let _worker = judged_worker(&rig, &judge, "60").await?;
    let tap = rig.tap().await?;
    let folder = foreshock_tests::folder()?;
    let path = |name: &str| folder.path().join(name);
    Scene::utm(430, 270).write(&path("in.tif"), texture_u8)?;
    let seed = fresh_seed();
    let options = |name: &str| {
        let more = ["--candidates", "3", "--filter-steps", "1", "--filter-mode", "continue", "--seed"];
        Options::new(&path("in.tif"), &path(name)).steps(2).with(more).with([seed.to_string()])
    };
    let lines = rig.submit(&options("queue.tif")).await?.expect_code(0)?.json()?;
    let told = lines.iter().find(|line| line["event"] == "filter").context("--json tells of the filter")?;
    let filter: FilterRecord = serde_json::from_value(told["filter"].clone())?;
    ensure!(filter.seeds == [seed, seed + 1, seed + 2] && filter.mode == FilterMode::Continue, "{filter:?}");
    let winner = brightest(&judge.asked()?)?;
    ensure!(filter.winner_seed == filter.seeds[winner], "{filter:?}");

    let sent = tap.jobs()?;
    ensure!(sent.len() > 2, "{} tiles", sent.len());
    let pilot = &sent[0].body;
    ensure!(pilot["params"]["candidates"] == 3 && pilot["params"]["seed"] == seed, "{}", pilot["params"]);
    ensure!(pilot["tile"]["index"] == told["tile"], "{}", pilot["tile"]);
    for job in &sent[1..] {
        let params = &job.body["params"];
        ensure!(params["candidates"] == 1 && params["seed"] == filter.winner_seed, "{params}");
        ensure!(params.get("filter").is_none(), "{params}");
    }
    let result = Raster::read(&path("queue.tif"))?;
    ensure!(result.tags.get("FORESHOCK_SEED") == Some(&filter.winner_seed.to_string()), "{:?}", result.tags);
    let tag: Value = serde_json::from_str(result.tags.get("FORESHOCK_FILTER").context("a tag")?)?;
    ensure!(tag == told["filter"], "{tag}");

    let model = rig.model.folder.to_string_lossy();
    let environment =
        [("FORESHOCK_JUDGE_URL", judge.url.as_ref()), ("FORESHOCK_JUDGE_MODEL", "a-vision-model".as_ref())];
    let arguments = options("here.tif").with(["--threads", "1"]).arguments("edit", &model);
    Running::start(&arguments, &environment)?.wait().await?.expect_code(0)?;
    let here = Raster::read(&path("here.tif"))?;
    here.expect_samples_of(&result, |_, _| true)?;
    ensure!(here.tags.get("FORESHOCK_FILTER") == result.tags.get("FORESHOCK_FILTER"), "{:?}", here.tags);
    Ok(())
}

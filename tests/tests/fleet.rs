//! What a fleet promises beyond one worker: a job that kills is stopped and answered, its neighbours are not harmed, what nobody wants
//! any more is not begun, and equal tiles are made once.

use anyhow::{Context as _, ensure};
use foreshock_protocol::ErrorCode;
use foreshock_protocol::job::{Job, JobId, Lane};
use foreshock_protocol::outcome::{CacheState, End};
use foreshock_protocol::topology;
use foreshock_tests::client::{Client, Received};
use foreshock_tests::command::{Ended, run};
use foreshock_tests::jobs;
use foreshock_tests::rig::{Rig, fresh_seed};
use foreshock_tests::wire::{Seen, Tap};
use foreshock_tests::worker::Worker;

/// In an instruction, it ends the process that begins the job.
const POISON: &str = "abracadabra";
/// Workers that a poison job takes with it: one in its lane, three as a suspect.
const VICTIMS: usize = 4;

/// A worker whose editor sleeps at each step, and that dies of poison.
async fn odd_worker(rig: &Rig, sleep_ms: u32, more: &[(&'static str, &str)]) -> anyhow::Result<Worker> {
    let own = [("TEST_WORKER_POISON", POISON)];
    rig.slow_worker(sleep_ms, &[&own, more].concat()).await
}

/// A worker that the poison takes, perhaps before it could say that it is ready.
async fn victim(rig: &Rig) -> anyhow::Result<()> {
    if let Ok(mut worker) = odd_worker(rig, 0, &[]).await {
        let status = worker.ended().await?;
        ensure!(!status.success(), "a killed worker ended in good order: {status}");
    }
    Ok(())
}

fn poison(rig: &Rig) -> anyhow::Result<Job> {
    let job = rig.job()?;
    Ok(Job { instruction: format!("{} {POISON}", job.instruction), ..job })
}

fn done(received: &Received) -> anyhow::Result<CacheState> {
    match &received.outcome.end {
        End::Done(done) => Ok(done.cache),
        other => anyhow::bail!("not done: {other:?}"),
    }
}

async fn dead(rig: &Rig, arguments: &[&str]) -> anyhow::Result<Ended> {
    let arguments: Vec<String> = ["dead"].iter().chain(arguments).map(|part| (*part).to_owned()).collect();
    run(&arguments, &[("FORESHOCK_AMQP_URL", rig.url().as_ref())]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_kills_is_answered_and_parked_and_its_neighbours_are_done() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let client = rig.client().await?;
    let tap = rig.tap().await?;
    // All lie in the queue before a worker comes, so that they are held together.
    let mut neighbours = Vec::new();
    let killer = poison(&rig)?;
    for place in 0..5 {
        if place == 1 {
            client.publish_job(&killer).await?;
        }
        neighbours.push(client.publish_job(&rig.job()?).await?);
    }
    for _ in 0..VICTIMS {
        victim(&rig).await?;
    }
    // The killer has killed as often as it may: this one lives.
    let worker = odd_worker(&rig, 0, &[]).await?;
    let received = client.outcome(&killer.message_id()).await?;
    let End::Failed(refusal) = &received.outcome.end else { anyhow::bail!("{:?}", received.outcome.end) };
    ensure!(refusal.code == ErrorCode::TooManyAttempts && !refusal.retryable, "{refusal:?}");
    ensure!(received.outcome.tile == Some(killer.tile), "{:?}", received.outcome.tile);
    for neighbour in &neighbours {
        done(&client.outcome(neighbour).await?).context("a neighbour")?;
    }
    // A neighbour was begun once more at most: it was never in company with the killer again.
    for neighbour in &neighbours {
        let begun = accepted(&tap, neighbour)?;
        ensure!((1..=2).contains(&begun), "{neighbour} was begun {begun} times");
    }
    // An event may go down with its worker.
    ensure!(accepted(&tap, &killer.message_id())? <= VICTIMS, "the killer was begun more often than it may");

    let list = dead(&rig, &["list", "--json"]).await?.expect_code(0)?;
    let [letter] = list.json()?.try_into().map_err(|lines| anyhow::anyhow!("parked: {lines:?}"))?;
    ensure!(letter["id"] == killer.message_id() && letter["user"] == "foreshock", "{letter}");
    let show = dead(&rig, &["show", &killer.message_id()]).await?.expect_code(0)?;
    ensure!(show.stdout.contains(POISON) && show.stdout.contains("jobs.suspect: delivery_limit"), "{show:?}");
    dead(&rig, &["drop", &JobId::new().to_string()]).await?.expect_code(2)?;
    // Only looked at so far: it is still there.
    dead(&rig, &["drop", &killer.message_id()]).await?.expect_code(0)?;
    let list = dead(&rig, &["list"]).await?.expect_code(0)?;
    ensure!(list.stdout.contains("no dead jobs"), "{list:?}");
    rig.settled(worker, &client).await
}

/// How often workers said that they had begun a tile.
fn accepted(tap: &Tap, message_id: &str) -> anyhow::Result<usize> {
    let mine = |seen: &&Seen| {
        seen.text("kind") == "accepted"
            && format!("{}:{}", seen.text("job_id"), seen.body["tile"]["index"]) == message_id
    };
    Ok(tap.seen(topology::EVENTS.name)?.iter().filter(mine).count())
}

/// An operator mends the cause and sends the job again: its sender gets the tile under the same name.
#[tokio::test(flavor = "multi_thread")]
async fn a_parked_job_is_replayed_in_its_senders_name() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let client = rig.client().await?;
    let killer = poison(&rig)?;
    let id = client.publish_job(&killer).await?;
    for _ in 0..VICTIMS {
        victim(&rig).await?;
    }
    let mut janitor = odd_worker(&rig, 0, &[]).await?;
    client.outcome(&id).await?;
    janitor.terminate().await?;

    let refused = dead(&rig, &["replay", &id]).await?;
    ensure!(refused.stdout.contains("sent again"), "{refused:?}");
    // The shipped binary does not die of it.
    let worker = rig.worker().await?;
    let find = async || {
        let all = client.received()?;
        Ok(all.into_iter().find(|one| one.message_id == id && matches!(one.outcome.end, End::Done(_))))
    };
    foreshock_tests::until("the replayed job's tile", find).await?;
    rig.settled(worker, &client).await
}

/// Two jobs of 40 slow steps: one runs, one waits. Both are called off: the device is free for the next within one step, and the one that
/// had waited was never begun.
#[tokio::test(flavor = "multi_thread")]
async fn a_cancelled_job_frees_the_device_and_a_queued_one_is_never_begun() -> anyhow::Result<()> {
    const STEPS: u32 = 40;
    let rig = Rig::new()?;
    let worker = odd_worker(&rig, 250, &[("FORESHOCK_MAX_SESSIONS", "1")]).await?;
    let client = rig.client().await?;
    let tap = rig.tap().await?;
    let slow = || jobs::job(&rig.model, 64, STEPS, fresh_seed());
    let (running, next) = (slow()?, rig.job()?);
    client.publish_job(&running).await?;
    tap.first("the first step", topology::EVENTS.name, |seen| seen.text("kind") == "progress").await?;
    // One tile is held beside the running one; these lie in the queue.
    let queued = [slow()?, slow()?, slow()?];
    for job in &queued {
        client.publish_job(job).await?;
    }
    client.publish_job(&next).await?;
    for job in queued.iter().chain([&running]) {
        client.cancel(job.job_id).await?;
    }
    for job in queued.iter().chain([&running]) {
        let received = client.outcome(&job.message_id()).await?;
        ensure!(matches!(received.outcome.end, End::Cancelled), "{:?}", received.outcome.end);
    }
    done(&client.outcome(&next.message_id()).await?)?;
    let steps_of = |job: &Job| -> anyhow::Result<Vec<u64>> {
        let id = job.job_id.to_string();
        let events = tap.seen(topology::EVENTS.name)?;
        let mine = events.iter().filter(|seen| seen.text("job_id") == id && seen.text("kind") == "progress");
        Ok(mine.filter_map(|seen| seen.body["step"].as_u64()).collect())
    };
    ensure!(
        steps_of(&running)?.iter().all(|step| *step < u64::from(STEPS) / 2),
        "it went on after the cancel"
    );
    for job in &queued {
        ensure!(steps_of(job)?.is_empty(), "a cancelled queued job was begun");
    }
    rig.settled(worker, &client).await
}

/// A worker that starts after the cancel knows of it by the mark in Redis.
#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_comes_later_knows_what_was_cancelled() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    // This one takes no bulk: the job stays in its queue.
    let mut first = rig.worker_with(&[("FORESHOCK_LANES", "interactive")]).await?;
    let client = rig.client().await?;
    let job = Job { lane: Lane::Bulk, ..rig.job()? };
    client.publish_job(&job).await?;
    client.cancel(job.job_id).await?;
    foreshock_tests::until("the worker's note of the cancel", async || {
        let noted = first.counter("foreshock_worker_cancels_total", &[("accepted", "yes")]).await?;
        Ok((noted > 0.0).then_some(()))
    })
    .await?;
    first.terminate().await?;
    let second = rig.worker().await?;
    let received = client.outcome(&job.message_id()).await?;
    ensure!(matches!(received.outcome.end, End::Cancelled), "{:?}", received.outcome.end);
    rig.settled(second, &client).await
}

/// Equal tiles asked for at the same time on two workers and by two requests on each: one computes.
#[tokio::test(flavor = "multi_thread")]
async fn equal_tiles_of_a_fleet_are_made_once() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let workers = [odd_worker(&rig, 150, &[]).await?, odd_worker(&rig, 150, &[]).await?];
    let client = rig.client().await?;
    let job = jobs::job(&rig.model, 64, 8, fresh_seed())?;
    let copies: Vec<Job> = (0..6).map(|_| Job { job_id: JobId::new(), ..job.clone() }).collect();
    let mut ids = Vec::new();
    for copy in &copies {
        ids.push(client.publish_job(copy).await?);
    }
    let mut answers = Vec::new();
    for id in &ids {
        answers.push(client.outcome(id).await?);
    }
    let by: std::collections::BTreeSet<&str> =
        answers.iter().map(|one| one.outcome.worker.as_str()).collect();
    ensure!(by.len() == 2, "both workers answer: {by:?}");
    let states = answers.iter().map(done).collect::<anyhow::Result<Vec<_>>>()?;
    let made = states.iter().filter(|state| **state == CacheState::Miss).count();
    ensure!(made == 1, "made {made} times: {states:?}");
    let mut awaited = 0.0;
    for worker in &workers {
        awaited += worker.counter("foreshock_worker_cache_requests_total", &[("result", "awaited")]).await?;
    }
    ensure!(awaited >= 1.0, "the other worker waited");
    Ok(())
}

/// The worker that computes dies: its lock runs out or is found free, and the one that waited computes.
#[tokio::test(flavor = "multi_thread")]
async fn a_lost_lock_costs_work_and_nothing_else() -> anyhow::Result<()> {
    let rig = Rig::private()?;
    let mut first = odd_worker(&rig, 300, &[]).await?;
    let client = rig.client().await?;
    let tap = rig.tap().await?;
    let job = jobs::job(&rig.model, 64, 30, fresh_seed())?;
    client.publish_job(&job).await?;
    tap.first("the first step", topology::EVENTS.name, |seen| seen.text("kind") == "progress").await?;
    let second = rig.worker().await?;
    let copy = Job { job_id: JobId::new(), lane: Lane::Bulk, ..job.clone() };
    client.publish_job(&copy).await?;
    first.kill_9()?;
    // As if Redis had forgotten it, too.
    let redis = redis::Client::open(rig.services.redis_url.as_str())?;
    let mut connection = redis.get_multiplexed_async_connection().await?;
    let _: () = redis::cmd("FLUSHALL").query_async(&mut connection).await?;
    for id in [job.message_id(), copy.message_id()] {
        done(&client.outcome(&id).await?)?;
    }
    rig.settled(second, &client).await
}

/// What expired in its queue is answered, also when nobody was there to see it expire.
#[tokio::test(flavor = "multi_thread")]
async fn an_expired_job_is_answered() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let client: Client = rig.client().await?;
    let job = Job { deadline: chrono::Utc::now() + chrono::TimeDelta::milliseconds(300), ..rig.job()? };
    let properties = client.properties(job.job_id, 0).with_expiration("300".into());
    client.publish(Lane::Interactive, &rig.model.name, properties, &serde_json::to_vec(&job)?).await?;
    foreshock_tests::until("the expired job among the suspects", async || {
        Ok((client.ready(topology::SUSPECT.name).await? == 1).then_some(()))
    })
    .await?;
    let worker = rig.worker().await?;
    let received = client.outcome(&job.message_id()).await?;
    let End::Failed(refusal) = &received.outcome.end else { anyhow::bail!("{:?}", received.outcome.end) };
    ensure!(refusal.code == ErrorCode::DeadlineExceeded, "{refusal:?}");
    rig.settled(worker, &client).await
}

/// While the device is busy with one tile the next is decoded already.
#[tokio::test(flavor = "multi_thread")]
async fn the_next_tile_is_read_while_the_device_works() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let worker = odd_worker(&rig, 300, &[("FORESHOCK_MAX_SESSIONS", "1")]).await?;
    let client = rig.client().await?;
    let tap = rig.tap().await?;
    let (first, second) = (jobs::job(&rig.model, 64, 10, fresh_seed())?, rig.job()?);
    client.publish_job(&first).await?;
    client.publish_job(&second).await?;
    let begun = |job: &Job| {
        let id = job.job_id.to_string();
        move |seen: &Seen| seen.text("kind") == "accepted" && seen.text("job_id") == id
    };
    // `accepted` says that a tile's images are decoded and checked.
    tap.first("the first tile", topology::EVENTS.name, begun(&first)).await?;
    tap.first("the second tile", topology::EVENTS.name, begun(&second)).await?;
    ensure!(client.received()?.is_empty(), "the first tile was done before the second was read");
    done(&client.outcome(&first.message_id()).await?)?;
    done(&client.outcome(&second.message_id()).await?)?;
    rig.settled(worker, &client).await
}

/// A worker that is told to stop ends the suspect that it runs, and nobody else begins it meanwhile.
#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_stops_ends_its_suspect_first() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let client = rig.client().await?;
    let tap = rig.tap().await?;
    let job = jobs::job(&rig.model, 64, 12, fresh_seed())?;
    let id = client.publish_job(&job).await?;
    let mut first = odd_worker(&rig, 300, &[]).await?;
    tap.first("the first step", topology::EVENTS.name, |seen| seen.text("kind") == "progress").await?;
    first.kill_9()?;
    let mut second = odd_worker(&rig, 300, &[]).await?;
    foreshock_tests::until("the suspect in work", async || Ok((accepted(&tap, &id)? == 2).then_some(())))
        .await?;
    let third = odd_worker(&rig, 300, &[]).await?;
    let status = second.terminate().await?;
    ensure!(status.success(), "{status}");
    done(&client.outcome(&id).await?)?;
    ensure!(accepted(&tap, &id)? == 2, "it was begun a third time");
    rig.settled(third, &client).await
}

/// Questions and headers that cost connections cost no job.
#[tokio::test(flavor = "multi_thread")]
async fn malformed_questions_and_headers_disturb_nobody() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let worker = odd_worker(&rig, 200, &[]).await?;
    let client = rig.client().await?;
    let tap = rig.tap().await?;
    let job = jobs::job(&rig.model, 64, 12, fresh_seed())?;
    let id = client.publish_job(&job).await?;
    tap.first("the first step", topology::EVENTS.name, |seen| seen.text("kind") == "progress").await?;
    client.ask_with_reply_to("amq.rabbitmq.reply-to.!!!.x").await?;
    let mut headers = lapin::types::FieldTable::default();
    headers.insert("x".into(), lapin::types::AMQPValue::LongString("y".repeat(100_000).into()));
    let anonymous = client.anonymous_properties().with_headers(headers);
    client.publish(Lane::Interactive, &rig.model.name, anonymous, &serde_json::to_vec(&rig.job()?)?).await?;
    done(&client.outcome(&id).await?)?;
    ensure!(accepted(&tap, &id)? == 1, "it was begun again");
    client.capabilities().await?;
    let losses = worker.counter("foreshock_worker_amqp_losses_total", &[]).await?;
    ensure!(losses == 0.0, "the worker lost its connections {losses} times");
    rig.settled(worker, &client).await
}

/// A broker of one's own, without policies: what a worker declares there dead-letters, too.
#[tokio::test(flavor = "multi_thread")]
async fn what_a_worker_declares_loses_nothing_either() -> anyhow::Result<()> {
    let rig = Rig::bare()?;
    let declare = [("FORESHOCK_DECLARE", "true")];
    let mut first = rig.slow_worker(300, &declare).await?;
    let client = rig.client().await?;
    let tap = rig.tap().await?;
    let id = client.publish_job(&jobs::job(&rig.model, 64, 12, fresh_seed())?).await?;
    tap.first("the first step", topology::EVENTS.name, |seen| seen.text("kind") == "progress").await?;
    first.kill_9()?;
    let second = rig.worker_with(&declare).await?;
    done(&client.outcome(&id).await?)?;
    rig.settled(second, &client).await
}

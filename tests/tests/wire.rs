//! What crosses the wire between the real command line and the real worker.

use std::collections::BTreeSet;

use anyhow::{Context as _, ensure};
use foreshock_protocol::capabilities::{CAPABILITIES_SCHEMA, Capabilities};
use foreshock_protocol::job::{JobId, Lane};
use foreshock_protocol::limits::Limits;
use foreshock_protocol::outcome::{CacheState, End};
use foreshock_protocol::{presets, topology};
use foreshock_tests::command::Options;
use foreshock_tests::rig::{Rig, fresh_seed};
use foreshock_tests::scene::{Scene, texture_u8};
use foreshock_tests::services::USER;
use foreshock_tests::{jobs, wire};
use lapin::types::ShortString;

#[tokio::test(flavor = "multi_thread")]
async fn every_message_keeps_to_its_schema_and_properties() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let worker = rig.worker().await?;
    let tap = rig.tap().await?;
    let folder = foreshock_tests::folder()?;
    let (input, output) = (folder.path().join("in.tif"), folder.path().join("out.tif"));
    Scene::utm(420, 250).write(&input, texture_u8)?;
    let options = Options::new(&input, &output).with(["--seed".to_owned(), fresh_seed().to_string()]);
    rig.submit(&options).await?.expect_code(0)?;

    let sent = tap.jobs()?;
    let tiles =
        sent.first().context("jobs were published")?.body["tile"]["of"].as_u64().context("tile.of")?;
    ensure!(tiles > 1 && sent.len() as u64 == tiles, "{} messages for {tiles} tiles", sent.len());
    let job_ids: BTreeSet<&str> = sent.iter().map(|job| job.text("job_id")).collect();
    ensure!(job_ids.len() == 1, "one request, one id: {job_ids:?}");
    let mut reply_keys = BTreeSet::new();
    for job in &sent {
        let text =
            |value: &Option<ShortString>| value.as_ref().map(ShortString::to_string).unwrap_or_default();
        let properties = &job.properties;
        ensure!(job.key == topology::job_key(Lane::Interactive, &rig.model.name), "{}", job.key);
        ensure!(text(properties.content_type()) == "application/json");
        ensure!(text(properties.kind()) == "foreshock.job.v1");
        ensure!(*properties.delivery_mode() == Some(2), "a job must survive a broker restart");
        ensure!(text(properties.user_id()) == USER);
        ensure!(text(properties.correlation_id()) == job.text("job_id"));
        let id = format!("{}:{}", job.text("job_id"), job.body["tile"]["index"]);
        ensure!(text(properties.message_id()) == id, "{:?}", properties.message_id());
        let lives: u64 = text(properties.expiration()).parse().context("expiration in milliseconds")?;
        ensure!(lives > 0 && properties.timestamp().is_some());
        let reply_to = text(properties.reply_to());
        ensure!(topology::owns_reply_key(USER, &reply_to), "{reply_to}");
        reply_keys.insert(reply_to);
    }
    ensure!(reply_keys.len() == 1, "one client, one reply queue");

    let outcomes = tap.seen(topology::REPLIES.name)?;
    ensure!(outcomes.len() as u64 == tiles, "{} outcomes of {tiles} tiles", outcomes.len());
    for outcome in &outcomes {
        ensure!(outcome.text("status") == "done" && outcome.text("worker") == worker.name);
        ensure!(reply_keys.contains(&outcome.key), "{}", outcome.key);
    }
    let events = tap.seen(topology::EVENTS.name)?;
    for event in &events {
        let key = event.key.rsplitn(3, '.').collect::<Vec<_>>();
        ensure!(key[0] == event.text("kind") && key[1] == event.text("job_id"), "{}", event.key);
        ensure!(reply_keys.contains(key[2]), "{}", event.key);
        ensure!(*event.properties.delivery_mode() != Some(2), "events are not worth a disk");
    }
    let accepted: BTreeSet<_> = events
        .iter()
        .filter(|event| event.text("kind") == "accepted")
        .map(|event| event.body["tile"]["index"].as_u64())
        .collect();
    ensure!(accepted.len() as u64 == tiles, "every tile is announced: {accepted:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_outcome_is_a_georeferenced_image_of_the_tile() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let worker = rig.worker().await?;
    let client = rig.client().await?;
    let job = rig.job()?;
    let End::Done(done) = client.done(&job).await?.outcome.end else { anyhow::bail!("not done") };

    let folder = foreshock_tests::folder()?;
    let path = folder.path().join("tile.tif");
    std::fs::write(&path, &done.geotiff.0)?;
    let tile = foreshock_tests::raster::Raster::read(&path)?;
    ensure!((tile.width, tile.height) == (64, 64) && tile.bands.len() == 4, "{tile:?}");
    ensure!(tile.bands.iter().all(|band| band.kind == "Byte") && tile.bands[3].colour == "Alpha");
    ensure!(tile.geotransform.map(f64::to_bits) == job.grid.geotransform.0.map(f64::to_bits));
    ensure!(tile.crs == gdal::spatial_ref::SpatialRef::from_wkt(&job.grid.crs_wkt)?, "the CRS is another");
    // `preserve: none`: every pixel is the model's.
    ensure!(tile.bands[3].samples.iter().all(|alpha| *alpha == 255.0), "alpha is not 255 everywhere");
    ensure!(done.changed_fraction == 1.0, "{}", done.changed_fraction);
    ensure!(tile.tags.values().any(|value| *value == job.grid.crs_wkt), "the WKT as sent is in a tag");

    ensure!(done.cache == CacheState::Miss && done.seed == job.params.seed);
    let provenance = &done.provenance;
    ensure!(provenance.synthetic && provenance.instruction == job.instruction);
    ensure!(provenance.model == rig.model.name && provenance.model_digest.len() == 64);
    ensure!(provenance.steps == job.params.steps && provenance.seed == job.params.seed);
    ensure!(!done.seconds.is_empty() && done.seconds.values().all(|seconds| *seconds >= 0.0));

    // The same question again: the same pixels, from the cache.
    let again = foreshock_protocol::job::Job { job_id: JobId::new(), ..job };
    let End::Done(cached) = client.done(&again).await?.outcome.end else { anyhow::bail!("not done") };
    ensure!(cached.cache == CacheState::Hit);
    std::fs::write(&path, &cached.geotiff.0)?;
    let cached = foreshock_tests::raster::Raster::read(&path)?;
    cached.expect_grid_of(&tile)?;
    cached.expect_samples_of(&tile, |_, _| true)?;
    rig.settled(worker, &client).await
}

/// A person waits for the interactive lane: its job is done before a bulk job that has already begun.
#[tokio::test(flavor = "multi_thread")]
async fn interactive_overtakes_bulk() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let worker = rig.worker().await?;
    let client = rig.client().await?;
    let tap = rig.tap().await?;
    let mut bulk = Vec::new();
    for _ in 0..4 {
        let mut job = jobs::job(&rig.model, 256, 200, fresh_seed())?;
        job.lane = Lane::Bulk;
        bulk.push(client.publish_job(&job).await?);
    }
    tap.first("a bulk job begins", topology::EVENTS.name, |seen| seen.text("kind") == "progress").await?;
    ensure!(client.received()?.is_empty(), "a bulk job was done before the interactive one came");
    let urgent = client.publish_job(&rig.job()?).await?;

    for id in bulk.iter().chain([&urgent]) {
        let received = client.outcome(id).await?;
        ensure!(matches!(received.outcome.end, End::Done(_)), "{:?}", received.outcome.end);
    }
    let order: Vec<String> = client.received()?.into_iter().map(|received| received.message_id).collect();
    ensure!(order.first() == Some(&urgent), "order of outcomes: {order:?}, the urgent one is {urgent}");
    rig.settled(worker, &client).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancelled_job_answers_and_leaves() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let worker = rig.worker().await?;
    let client = rig.client().await?;
    let tap = rig.tap().await?;
    let job = jobs::job(&rig.model, 256, 200, fresh_seed())?;
    let id = client.publish_job(&job).await?;
    tap.first("the job begins", topology::EVENTS.name, |seen| seen.text("kind") == "progress").await?;
    client.cancel(job.job_id).await?;
    let received = client.outcome(&id).await?;
    ensure!(matches!(received.outcome.end, End::Cancelled), "{:?}", received.outcome.end);
    rig.settled(worker, &client).await
}

/// Only its owner calls a request off. The broker vouches for `user_id`; here the key names somebody else.
#[tokio::test(flavor = "multi_thread")]
async fn a_deadline_that_has_passed_is_told() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let worker = rig.worker().await?;
    let client = rig.client().await?;
    let mut job = rig.job()?;
    job.deadline = chrono::Utc::now() - chrono::TimeDelta::seconds(5);
    let id = client.publish_job(&job).await?;
    let End::Failed(refusal) = client.outcome(&id).await?.outcome.end else { anyhow::bail!("not refused") };
    ensure!(refusal.code == foreshock_protocol::ErrorCode::DeadlineExceeded, "{refusal:?}");
    rig.settled(worker, &client).await
}

#[tokio::test(flavor = "multi_thread")]
async fn capabilities_say_what_the_fleet_can_do() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let worker = rig.worker().await?;
    let client = rig.client().await?;
    // Held to its JSON Schema on the way.
    let answer = client.capabilities().await?;
    let capabilities: Capabilities = serde_json::from_value(answer)?;
    ensure!(capabilities.schema == CAPABILITIES_SCHEMA && capabilities.worker == worker.name);
    ensure!(capabilities.limits == Limits::default() && capabilities.presets == presets::presets());
    let model = capabilities.models.first().context("a model")?;
    ensure!(model.name == rig.model.name && model.digest.len() == 64, "{model:?}");
    ensure!(model.licence.accepted && !model.tile_sizes.is_empty() && model.gsd_m.min < model.gsd_m.max);
    ensure!(model.tile_sizes.iter().all(|side| side % 16 == 0 && *side <= model.max_side), "{model:?}");

    // The digest is the one that results carry.
    let End::Done(done) = client.done(&rig.job()?).await?.outcome.end else { anyhow::bail!("not done") };
    ensure!(done.provenance.model_digest == model.digest);
    rig.settled(worker, &client).await
}

/// The JSON Schemas refuse what the types refuse: a message that names no known kind.
#[test]
fn the_validator_refuses() {
    assert!(wire::validate(br#"{"schema": "foreshock.nothing.v1"}"#).is_err());
    assert!(wire::validate(br#"{"schema": "foreshock.cancel.v1"}"#).is_err());
    assert!(wire::validate(b"[]").is_err());
}

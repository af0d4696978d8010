//! Bad input through the real queue: each message gets a typed refusal that names the field and the limit (or becomes a
//! dead letter where no client can be named), is settled, and leaves the worker as it was.

use anyhow::{Context as _, ensure};
use foreshock_protocol::job::{Job, JobId, Lane, message_id};
use foreshock_protocol::outcome::End;
use foreshock_protocol::{ErrorCode, topology};
use foreshock_tests::client::Client;
use foreshock_tests::model::TinyModel;
use foreshock_tests::rig::Rig;
use foreshock_tests::{jobs, png};
use lapin::BasicProperties;
use serde_json::{Value, json};

/// What a refusal must say.
struct Expected<'a> {
    code: ErrorCode,
    field: &'static str,
    /// A part of `limit`.
    limit: &'a str,
}

/// Publishes a job that `spoil` has changed and checks the refusal.
async fn refused(
    expected: Expected<'_>,
    spoil: impl FnOnce(&mut Value) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    refused_body(expected, |job| {
        let mut value = serde_json::to_value(job)?;
        spoil(&mut value)?;
        Ok(serde_json::to_vec(&value)?)
    })
    .await
}

/// Publishes the body that `make` makes of a good job, with the properties of a proper client, and checks the refusal.
async fn refused_body(
    expected: Expected<'_>,
    make: impl FnOnce(&Job) -> anyhow::Result<Vec<u8>>,
) -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let worker = rig.worker().await?;
    let client = rig.client().await?;
    let pid = worker.pid();

    let job = rig.job()?;
    let body = make(&job)?;
    client.publish(Lane::Interactive, &rig.model.name, client.properties(job.job_id, 0), &body).await?;
    let received = client.outcome(&message_id(job.job_id, 0)).await?;

    ensure!(received.outcome.job_id == job.job_id, "the refusal names job {}", received.outcome.job_id);
    let End::Failed(refusal) = &received.outcome.end else {
        anyhow::bail!("not refused: {:?}", received.outcome.end);
    };
    ensure!(refusal.code == expected.code, "{refusal:?}");
    ensure!(refusal.field.as_deref() == Some(expected.field), "{refusal:?}");
    let limit = refusal.limit.as_deref().context("the refusal names the limit")?;
    ensure!(limit.contains(expected.limit), "{refusal:?}");
    ensure!(!refusal.message.is_empty() && !refusal.retryable, "{refusal:?}");
    ensure!(worker.pid() == pid);
    rig.settled(worker, &client).await
}

fn set(job: &mut Value, pointer: &str, value: Value) -> anyhow::Result<()> {
    *job.pointer_mut(pointer).with_context(|| format!("a job has {pointer}"))? = value;
    Ok(())
}

fn set_png(job: &mut Value, bytes: Vec<u8>) -> anyhow::Result<()> {
    set(job, "/source", json!({"png": foreshock_protocol::job::Base64(bytes)}))
}

#[tokio::test(flavor = "multi_thread")]
async fn oversized_png() -> anyhow::Result<()> {
    let expected = Expected { code: ErrorCode::TooLarge, field: "source.png", limit: "px a side" };
    refused(expected, |job| set_png(job, png::flat(4096, 4096)?)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn png_of_another_size_than_the_grid() -> anyhow::Result<()> {
    let expected = Expected { code: ErrorCode::InvalidImage, field: "source.png", limit: "64" };
    refused(expected, |job| set_png(job, png::rgb(80, 64, 1)?)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn truncated_png() -> anyhow::Result<()> {
    let expected = Expected { code: ErrorCode::InvalidImage, field: "source.png", limit: "PNG" };
    refused(expected, |job| {
        let mut bytes = png::rgb(64, 64, 1)?;
        bytes.truncate(bytes.len() / 2);
        set_png(job, bytes)
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_magic() -> anyhow::Result<()> {
    let expected = Expected { code: ErrorCode::InvalidImage, field: "source.png", limit: "PNG" };
    refused(expected, |job| {
        let mut bytes = png::rgb(64, 64, 1)?;
        bytes[..4].copy_from_slice(b"GIF8");
        set_png(job, bytes)
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn png_header_of_three_thousand_million_pixels() -> anyhow::Result<()> {
    let expected = Expected { code: ErrorCode::TooLarge, field: "source.png", limit: "px a side" };
    refused(expected, |job| set_png(job, png::header_only(60_000, 50_000))).await
}

#[tokio::test(flavor = "multi_thread")]
async fn zero_geotransform() -> anyhow::Result<()> {
    let expected =
        Expected { code: ErrorCode::InvalidField, field: "grid.geotransform", limit: "non-zero pixel area" };
    refused(expected, |job| set(job, "/grid/geotransform", json!([0.0, 0.0, 0.0, 0.0, 0.0, 0.0]))).await
}

/// JSON cannot carry NaN; what Python's `json.dumps` writes for it is not JSON.
#[tokio::test(flavor = "multi_thread")]
async fn nan_geotransform() -> anyhow::Result<()> {
    let expected = Expected { code: ErrorCode::InvalidMessage, field: "body", limit: "JSON" };
    refused_body(expected, |job| with_first_coordinate(job, "NaN")).await
}

/// JavaScript's `JSON.stringify` writes null for NaN.
#[tokio::test(flavor = "multi_thread")]
async fn null_in_geotransform() -> anyhow::Result<()> {
    let expected = Expected { code: ErrorCode::InvalidField, field: "grid.geotransform[0]", limit: "" };
    refused_body(expected, |job| with_first_coordinate(job, "null")).await
}

/// A number that JSON can write and a double cannot hold.
#[tokio::test(flavor = "multi_thread")]
async fn infinite_geotransform() -> anyhow::Result<()> {
    let expected = Expected { code: ErrorCode::InvalidField, field: "grid.geotransform[0]", limit: "" };
    refused_body(expected, |job| with_first_coordinate(job, "1e999")).await
}

fn with_first_coordinate(job: &Job, text: &str) -> anyhow::Result<Vec<u8>> {
    let body = serde_json::to_string(job)?;
    let coordinate = serde_json::to_string(&job.grid.geotransform.0[0])?;
    ensure!(body.matches(&format!("[{coordinate},")).count() == 1, "the coordinate stands once in the job");
    Ok(body.replace(&format!("[{coordinate},"), &format!("[{text},")).into_bytes())
}

#[tokio::test(flavor = "multi_thread")]
async fn singular_geotransform() -> anyhow::Result<()> {
    let expected =
        Expected { code: ErrorCode::InvalidField, field: "grid.geotransform", limit: "non-zero pixel area" };
    refused(expected, |job| set(job, "/grid/geotransform", json!([1e5, 0.5, 1.0, 1e6, 0.25, 0.5]))).await
}

#[tokio::test(flavor = "multi_thread")]
async fn wkt_that_is_an_address() -> anyhow::Result<()> {
    let expected = Expected { code: ErrorCode::InvalidField, field: "grid.crs_wkt", limit: "WKT" };
    refused(expected, |job| set(job, "/grid/crs_wkt", json!("http://127.0.0.1:9/crs.wkt"))).await
}

/// The form of WKT, but nothing that PROJ understands.
#[tokio::test(flavor = "multi_thread")]
async fn wkt_that_is_nonsense() -> anyhow::Result<()> {
    let expected = Expected { code: ErrorCode::InvalidField, field: "grid.crs_wkt", limit: "WKT" };
    refused(expected, |job| set(job, "/grid/crs_wkt", json!("PROJCS[\"nowhere\"]"))).await
}

#[tokio::test(flavor = "multi_thread")]
async fn empty_instruction() -> anyhow::Result<()> {
    let expected = Expected { code: ErrorCode::InvalidField, field: "instruction", limit: "2000 bytes" };
    refused(expected, |job| set(job, "/instruction", json!(" \u{a0} "))).await
}

#[tokio::test(flavor = "multi_thread")]
async fn instruction_of_ten_kilobytes() -> anyhow::Result<()> {
    let expected = Expected { code: ErrorCode::TooLarge, field: "instruction", limit: "2000 bytes" };
    refused(expected, |job| set(job, "/instruction", json!("flood ".repeat(1_707)))).await
}

#[tokio::test(flavor = "multi_thread")]
async fn control_characters_in_the_instruction() -> anyhow::Result<()> {
    let expected =
        Expected { code: ErrorCode::InvalidField, field: "instruction", limit: "control characters" };
    refused(expected, |job| set(job, "/instruction", json!("flood\u{0}the\u{1b}[31m streets"))).await
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_model() -> anyhow::Result<()> {
    let served = TinyModel::get()?.name;
    let expected = Expected { code: ErrorCode::UnknownModel, field: "params.model", limit: &served };
    refused(expected, |job| set(job, "/params/model", json!("no-such-model"))).await
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_adapter() -> anyhow::Result<()> {
    let expected = Expected { code: ErrorCode::UnknownAdapter, field: "params.adapter", limit: "" };
    refused(expected, |job| set(job, "/params", with(&job["params"], "adapter", json!("no-such-adapter"))))
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_schema_version() -> anyhow::Result<()> {
    let expected = Expected { code: ErrorCode::UnknownSchema, field: "schema", limit: "foreshock.job.v1" };
    refused(expected, |job| set(job, "/schema", json!("foreshock.job.v99"))).await
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_key_in_params() -> anyhow::Result<()> {
    let expected = Expected { code: ErrorCode::InvalidField, field: "params.stepz", limit: "JSON Schema" };
    refused(expected, |job| set(job, "/params", with(&job["params"], "stepz", json!(4)))).await
}

/// Elsewhere an unknown key is a newer client's business.
#[tokio::test(flavor = "multi_thread")]
async fn unknown_key_elsewhere_is_ignored() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let worker = rig.worker().await?;
    let client = rig.client().await?;
    let job = rig.job()?;
    let body = with(&serde_json::to_value(&job)?, "newer", json!({"than": "this"}));
    let properties = client.properties(job.job_id, 0);
    client.publish(Lane::Interactive, &rig.model.name, properties, &serde_json::to_vec(&body)?).await?;
    let received = client.outcome(&job.message_id()).await?;
    ensure!(matches!(received.outcome.end, End::Done(_)), "{:?}", received.outcome.end);
    rig.settled(worker, &client).await
}

fn with(object: &Value, key: &str, value: Value) -> Value {
    let mut object = object.clone();
    object[key] = value;
    object
}

#[tokio::test(flavor = "multi_thread")]
async fn mask_of_another_size() -> anyhow::Result<()> {
    let expected = Expected { code: ErrorCode::InvalidImage, field: "mask", limit: "64" };
    refused(expected, |job| {
        let mask = png::mask(48, 64, [0, 20], [0, 20])?;
        *job = with(job, "mask", json!(foreshock_protocol::job::Base64(mask)));
        set(job, "/params/preserve", json!("mask"))
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn source_by_reference_is_off() -> anyhow::Result<()> {
    let expected = Expected { code: ErrorCode::Unsupported, field: "source.ref", limit: "" };
    refused(expected, |job| {
        let window = json!({"col": 0, "row": 0, "width": 64, "height": 64});
        let by_reference = json!({"uri": "file:///etc/passwd", "window": window, "blake3": "0".repeat(64)});
        set(job, "/source", json!({"ref": by_reference}))
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn not_json_with_reply_properties() -> anyhow::Result<()> {
    let expected = Expected { code: ErrorCode::InvalidMessage, field: "body", limit: "JSON" };
    refused_body(expected, |_| Ok(b"\x00\x01 this is not JSON {".to_vec())).await
}

#[tokio::test(flavor = "multi_thread")]
async fn body_of_nine_mebibytes() -> anyhow::Result<()> {
    let expected = Expected { code: ErrorCode::TooLarge, field: "body", limit: "8388608 bytes" };
    refused_body(expected, |job| {
        let padding = " ".repeat(9 * 1024 * 1024);
        Ok(format!("{}{padding}", serde_json::to_string(job)?).into_bytes())
    })
    .await
}

/// Publishes with properties that name no client, and checks that exactly this body becomes a dead letter.
async fn dead_lettered(
    properties: impl FnOnce(&Client, JobId) -> BasicProperties,
    make: impl FnOnce(&Job) -> anyhow::Result<Vec<u8>>,
) -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let worker = rig.worker().await?;
    let client = rig.client().await?;
    let job = rig.job()?;
    let body = make(&job)?;
    let properties = properties(&client, job.job_id);
    client.publish(Lane::Interactive, &rig.model.name, properties, &body).await?;

    let (found, dead) = client.dead_letter().await?;
    ensure!(dead == body, "the dead letter is not what was sent");
    let headers = found.headers().as_ref().context("a dead letter tells its story")?;
    let path = headers.inner().get(topology::PARKED_PATH_HEADER).and_then(|path| path.as_long_string());
    let path = path.map(ToString::to_string).context("its path")?;
    ensure!(path == "jobs.suspect: rejected ← jobs.interactive: rejected", "went by {path}");
    rig.settled(worker, &client).await?;
    let answered = client.received()?.into_iter().find(|one| one.outcome.job_id == job.job_id);
    ensure!(answered.is_none(), "a stranger's message was answered: {answered:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn not_json_without_reply_properties() -> anyhow::Result<()> {
    dead_lettered(|client, _| client.anonymous_properties(), |_| Ok(b"not JSON".to_vec())).await
}

/// The broker vouches for `user_id` only when it is set, so a job without it could be anyone's.
#[tokio::test(flavor = "multi_thread")]
async fn job_without_user_id() -> anyhow::Result<()> {
    let properties = |client: &Client, job: JobId| {
        client
            .anonymous_properties()
            .with_message_id(message_id(job, 0).into())
            .with_correlation_id(job.to_string().into())
            .with_reply_to(client.reply_to().into())
    };
    dead_lettered(properties, |job| Ok(serde_json::to_vec(job)?)).await
}

/// Nobody sends results into another user's queue.
#[tokio::test(flavor = "multi_thread")]
async fn reply_to_of_another_user() -> anyhow::Result<()> {
    let properties = |client: &Client, job: JobId| {
        client.properties(job, 0).with_reply_to(topology::reply_key("somebody-else", "laptop").into())
    };
    dead_lettered(properties, |job| Ok(serde_json::to_vec(job)?)).await
}

/// A queue's name instead of a routing key of the sender's own.
#[tokio::test(flavor = "multi_thread")]
async fn reply_to_a_queue() -> anyhow::Result<()> {
    let properties =
        |client: &Client, job: JobId| client.properties(job, 0).with_reply_to("jobs.interactive".into());
    dead_lettered(properties, |job| Ok(serde_json::to_vec(job)?)).await
}

/// The instruction of the good jobs is within the limits, so that the refusals above have one cause each.
#[tokio::test(flavor = "multi_thread")]
async fn a_good_job_is_done() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let worker = rig.worker().await?;
    let client = rig.client().await?;
    let job = jobs::job(&rig.model, 64, 2, foreshock_tests::rig::fresh_seed())?;
    let received = client.done(&job).await?;
    ensure!(received.outcome.tile == Some(job.tile) && received.outcome.worker == worker.name);
    rig.settled(worker, &client).await
}

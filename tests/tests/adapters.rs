//! Adapters and examples through the real queue and on the command line.

use anyhow::{Context as _, ensure};
use foreshock_protocol::ErrorCode;
use foreshock_protocol::job::{Base64, Example, Job, JobId, message_id};
use foreshock_protocol::outcome::{Done, End};
use foreshock_protocol::refusal::Refusal;
use foreshock_tests::client::Client;
use foreshock_tests::command::{Options, run};
use foreshock_tests::raster::Raster;
use foreshock_tests::rig::{Rig, edit, fresh_seed};
use foreshock_tests::scene::{Scene, texture_u8};
use foreshock_tests::{lora, png};

async fn done(client: &Client, job: &Job) -> anyhow::Result<Done> {
    let End::Done(done) = client.done(job).await?.outcome.end else { anyhow::bail!("not done") };
    Ok(*done)
}

fn example(variant: u32) -> anyhow::Result<Example> {
    Ok(Example { before: Base64(png::rgb(64, 48, variant)?), after: Base64(png::rgb(64, 48, variant + 50)?) })
}

/// Publishes a job that the worker must refuse.
async fn refused(client: &Client, job: &Job) -> anyhow::Result<Refusal> {
    // Not held to the schema on the way out: some of these break it.
    let body = serde_json::to_vec(job)?;
    let properties = client.properties(job.job_id, job.tile.index);
    client.publish(job.lane, &job.params.model, properties, &body).await?;
    let received = client.outcome(&message_id(job.job_id, job.tile.index)).await?;
    let End::Failed(refusal) = received.outcome.end else { anyhow::bail!("{:?}", received.outcome.end) };
    ensure!(!refusal.retryable && refusal.limit.is_some(), "{refusal:?}");
    Ok(refusal)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_chooses_among_resident_adapters() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let folder = foreshock_tests::folder()?;
    let files = [("flood", 0.4), ("quake", -0.7)]
        .map(|(name, strength)| lora::write(&rig.model, folder.path(), name, strength));
    let [flood, quake] = files;
    let (flood, quake) = (flood?, quake?);
    let paths = format!("{},{}", flood.display(), quake.display());
    let worker = rig.worker_with(&[("FORESHOCK_ADAPTERS", &paths)]).await?;
    let client = rig.client().await?;
    let model = client.capabilities().await?["models"][0].clone();
    ensure!(model["adapters"] == serde_json::json!(["flood", "quake"]), "{model}");
    ensure!(model.get("default_adapter").is_none() && model["max_examples"] == 3, "{model}");

    let plain = rig.job()?;
    let with = |adapter: &str| {
        let mut job = Job { job_id: JobId::new(), ..plain.clone() };
        job.params.adapter = Some(adapter.to_owned());
        job
    };
    let bare = done(&client, &plain).await?;
    let [wet, shaken] = [done(&client, &with("flood")).await?, done(&client, &with("quake")).await?];
    ensure!(bare.provenance.adapter.is_none() && bare.provenance.adapter_digest.is_none());
    for (done, name, file) in [(&wet, "flood", &flood), (&shaken, "quake", &quake)] {
        let digest = blake3::hash(&std::fs::read(file)?).to_hex().to_string();
        ensure!(done.provenance.adapter.as_deref() == Some(name), "{:?}", done.provenance);
        ensure!(done.provenance.adapter_digest.as_ref() == Some(&digest), "{:?}", done.provenance);
        let tile = Raster::of(done)?;
        ensure!(tile.tags.get("FORESHOCK_ADAPTER_DIGEST") == Some(&digest), "{:?}", tile.tags);
        ensure!(tile.changed(&Raster::of(&bare)?) > 0, "adapter {name} changes nothing");
    }
    ensure!(Raster::of(&wet)?.changed(&Raster::of(&shaken)?) > 0, "both adapters give one picture");

    let refusal = refused(&client, &with("storm")).await?;
    ensure!(refusal.code == ErrorCode::UnknownAdapter, "{refusal:?}");
    ensure!(refusal.field.as_deref() == Some("params.adapter"), "{refusal:?}");
    ensure!(refusal.limit.as_deref() == Some("flood, quake"), "{refusal:?}");
    rig.settled(worker, &client).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_adapter_can_be_merged_and_is_then_the_only_one() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let folder = foreshock_tests::folder()?;
    let flood = lora::write(&rig.model, folder.path(), "flood", 0.4)?;
    let quake = lora::write(&rig.model, folder.path(), "quake", -0.7)?;
    let paths = format!("{},{}", flood.display(), quake.display());
    let settings = [("FORESHOCK_ADAPTERS", paths.as_str()), ("FORESHOCK_MERGE_ADAPTER", "quake")];
    let worker = rig.worker_with(&settings).await?;
    let client = rig.client().await?;
    let model = client.capabilities().await?["models"][0].clone();
    ensure!(
        model["adapters"] == serde_json::json!(["quake"]) && model["default_adapter"] == "quake",
        "{model}"
    );
    let done = done(&client, &rig.job()?).await?;
    let digest = blake3::hash(&std::fs::read(&quake)?).to_hex().to_string();
    ensure!(done.provenance.adapter.as_deref() == Some("quake"), "{:?}", done.provenance);
    ensure!(done.provenance.adapter_digest == Some(digest), "{:?}", done.provenance);
    let mut other = rig.job()?;
    other.params.adapter = Some("flood".to_owned());
    ensure!(refused(&client, &other).await?.code == ErrorCode::UnknownAdapter);
    rig.settled(worker, &client).await
}

#[tokio::test(flavor = "multi_thread")]
async fn examples_show_what_is_meant() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let worker = rig.worker().await?;
    let client = rig.client().await?;
    let plain = rig.job()?;
    let bare = Raster::of(&done(&client, &plain).await?)?;
    let with = |examples: Vec<Example>| Job { job_id: JobId::new(), examples, ..plain.clone() };
    let one = Raster::of(&done(&client, &with(vec![example(1)?])).await?)?;
    let other = Raster::of(&done(&client, &with(vec![example(2)?])).await?)?;
    ensure!(one.changed(&bare) > 0 && one.changed(&other) > 0, "the example changes nothing");

    let refusal = refused(&client, &with((0..4).map(example).collect::<Result<_, _>>()?)).await?;
    ensure!(refusal.code == ErrorCode::TooLarge, "{refusal:?}");
    ensure!(refusal.field.as_deref() == Some("examples"), "{refusal:?}");
    ensure!(refusal.limit.as_deref() == Some("at most 3"), "{refusal:?}");
    rig.settled(worker, &client).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_command_line_takes_adapters_and_examples() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let folder = foreshock_tests::folder()?;
    let path = |name: &str| folder.path().join(name);
    let text = |name: &str| path(name).to_string_lossy().into_owned();
    let flood = lora::write(&rig.model, folder.path(), "flood", 0.4)?;
    let other = lora::write(&rig.model, folder.path(), "other", -0.4)?;
    let paths = format!("{},{}", flood.display(), other.display());
    let _worker = rig.worker_with(&[("FORESHOCK_ADAPTERS", &paths)]).await?;
    Scene::utm(128, 128).write(&path("in.tif"), texture_u8)?;
    std::fs::write(path("before.png"), png::rgb(64, 64, 3)?)?;
    Scene::utm(64, 64).write(&path("after.tif"), |band, col, row| 255 - texture_u8(band, col, row))?;

    let seed = fresh_seed().to_string();
    let options = |output: &str, more: &[&str]| {
        Options::new(&path("in.tif"), &path(output))
            .with(["--preserve", "none", "--seed", &seed])
            .with(more.to_vec())
    };
    let shown = ["--example", &text("before.png"), &text("after.tif")];
    let both = [&shown[..], &["--adapter", "flood"]].concat();
    rig.submit(&options("plain.tif", &[])).await?.expect_code(0)?;
    rig.submit(&options("shown.tif", &shown)).await?.expect_code(0)?;
    rig.submit(&options("both.tif", &both)).await?.expect_code(0)?;
    let read = |name: &str| Raster::read(&path(name));
    ensure!(read("shown.tif")?.changed(&read("plain.tif")?) > 0, "the example changes nothing");
    let result = read("both.tif")?;
    ensure!(result.changed(&read("shown.tif")?) > 0, "the adapter changes nothing");
    ensure!(result.tags.get("FORESHOCK_ADAPTER").is_some_and(|name| name == "flood"), "{:?}", result.tags);

    // The same in this process, with the adapter by its file.
    let file = flood.to_string_lossy();
    let here = [&shown[..], &["--adapter-file", &file]].concat();
    edit(&rig.model, &options("here.tif", &here)).await?.expect_code(0)?;
    read("here.tif")?.expect_samples_of(&result, |_, _| true)?;

    let fault = async |more: &[&str], part: &str| {
        let ended = rig.submit(&options("never.tif", more)).await?.expect_code(2)?;
        ensure!(ended.stderr.contains(part), "{}", ended.stderr);
        anyhow::Ok(())
    };
    fault(&["--adapter", "storm"], "has flood, other").await?;
    fault(&shown.repeat(4), "at most 3").await?;
    fault(&["--candidates", "2"], "judge_url").await?;
    fault(&["--example", &text("in.tif"), &text("before.png")], "same place").await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_doctor_lists_adapters_and_the_judge() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let folder = foreshock_tests::folder()?;
    let flood = lora::write(&rig.model, folder.path(), "flood", 0.4)?;
    let doctor = async |adapters: &std::path::Path, judge: &str| {
        let environment = [
            ("FORESHOCK_AMQP_URL", rig.url().as_ref()),
            ("FORESHOCK_MODEL", rig.model.folder.as_os_str()),
            ("FORESHOCK_ADAPTERS", adapters.as_os_str()),
            ("FORESHOCK_JUDGE_URL", judge.as_ref()),
            ("FORESHOCK_JUDGE_MODEL", "a-vision-model".as_ref()),
        ];
        let findings = run(&["doctor", "--json"], &environment).await?.json()?;
        let of = |part: &str| findings.iter().find(|finding| finding["part"] == part).cloned();
        anyhow::Ok((of("adapters").context("adapters")?, of("judge").context("judge")?))
    };
    let (adapters, judge) = doctor(&flood, "http://127.0.0.1:9/v1").await?;
    let found = adapters["found"].as_str().unwrap_or_default();
    ensure!(adapters["ok"] == true && found.contains("flood (LoRA") && found.contains("default"), "{found}");
    ensure!(judge["ok"] == true && judge["found"] == "a-vision-model is set", "{judge}");

    // A name that no job could say.
    let shouted = lora::write(&rig.model, folder.path(), "FLOOD", 0.4)?;
    let (adapters, judge) = doctor(&shouted, "ftp://nowhere").await?;
    ensure!(adapters["ok"] == false && adapters["found"].to_string().contains("FLOOD"), "{adapters}");
    ensure!(judge["ok"] == false && judge["found"].to_string().contains("judge_url"), "{judge}");
    Ok(())
}

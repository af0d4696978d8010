//! The engine with a real (tiny) model: candidates stop, show a preview, wait without the device, and go on, leave or are given back.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::time::{Duration, Instant};

use foreshock_models::LoadOptions;
use foreshock_models::edit::{EditRequest, Preserve, Rgb8};
use foreshock_protocol::job::Lane;
use foreshock_worker::engine::{Candidate, Engine, EngineError, EngineJob, EngineSettings};
use tokio_util::sync::CancellationToken;

/// An engine that runs one session at a time.
fn engine(folder: &std::path::Path) -> Engine {
    foreshock_models::init::tiny(folder, 1).unwrap();
    let folder = folder.to_owned();
    let options = LoadOptions { threads: 1, ..LoadOptions::default() };
    let settings = EngineSettings { max_batch: 1, max_sessions: 1, max_waiting: 2 };
    Engine::start(move || foreshock_models::load(&folder, &options), settings).unwrap()
}

fn request(seed: u64) -> EditRequest {
    EditRequest {
        source: Rgb8 {
            width: 32,
            height: 32,
            data: (0..32 * 32 * 3).map(|place| (place % 251) as u8).collect(),
        },
        valid: None,
        mask: None,
        examples: Vec::new(),
        instruction: "flood the streets".to_owned(),
        steps: 4,
        guidance: 3.0,
        seed,
        strength: 1.0,
        preserve: Preserve::None,
        quality: "full".to_owned(),
        adapter: None,
        candidate: 0,
        noise_origin: [0, 0],
    }
}

fn job(seed: u64, cancel: &CancellationToken, time: Duration) -> EngineJob {
    EngineJob {
        lane: Lane::Interactive,
        request: request(seed),
        cancel: cancel.clone(),
        deadline: Instant::now() + time,
        progress: Box::new(|_, _| {}),
    }
}

const LONG: Duration = Duration::from_secs(600);

fn candidates(engine: &Engine, cancel: &CancellationToken, seeds: std::ops::Range<u64>) -> Vec<Candidate> {
    engine.submit_candidates(seeds.map(|seed| job(seed, cancel, LONG)).collect(), 2)
}

#[tokio::test]
async fn a_candidate_that_goes_on_ends_where_a_plain_run_does() {
    let folder = tempfile::tempdir().unwrap();
    let engine = engine(folder.path());
    let cancel = CancellationToken::new();
    // More than `max_waiting`: they are begun all the same.
    let mut held = candidates(&engine, &cancel, 5..8);
    let mut previews = Vec::new();
    for candidate in &mut held {
        previews.push(candidate.preview().await.unwrap());
    }
    assert!(previews.windows(2).all(|pair| pair[0] != pair[1] && pair[0].data.len() == 32 * 32 * 3));

    // One session at a time, and three wait: another job is done meanwhile.
    let plain = engine.submit(job(6, &cancel, LONG)).await.unwrap().unwrap();
    let chosen = engine.resume(held.swap_remove(1)).await.unwrap().unwrap();
    assert_eq!((chosen.pixels, chosen.weight), (plain.pixels, plain.weight));

    // Another filter has room when those that lost have left.
    drop(held);
    let mut next = candidates(&engine, &cancel, 9..11);
    for candidate in &mut next {
        candidate.preview().await.unwrap();
    }
}

#[tokio::test]
async fn a_stopping_worker_gives_back_who_waits() {
    let folder = tempfile::tempdir().unwrap();
    let engine = engine(folder.path());
    let cancel = CancellationToken::new();
    let mut held = candidates(&engine, &cancel, 0..2);
    for candidate in &mut held {
        candidate.preview().await.unwrap();
    }
    engine.drain();
    // Once this one is back, the engine has looked at the others, too.
    assert!(matches!(engine.submit(job(9, &cancel, LONG)).await.unwrap(), Err(EngineError::Stopping)));
    for candidate in held {
        assert!(matches!(engine.resume(candidate).await.unwrap(), Err(EngineError::Stopping)));
    }
    // Those that have not shown anything yet are given back as well.
    for mut candidate in candidates(&engine, &cancel, 0..2) {
        assert!(matches!(candidate.preview().await, Err(EngineError::Stopping)));
    }
}

#[tokio::test]
async fn who_waits_can_be_called_off_and_has_a_deadline() {
    let folder = tempfile::tempdir().unwrap();
    let engine = engine(folder.path());
    let cancel = CancellationToken::new();
    let mut held = candidates(&engine, &cancel, 0..1);
    held[0].preview().await.unwrap();
    cancel.cancel();
    // Long enough for the engine to look.
    let other = CancellationToken::new();
    engine.submit(job(1, &other, LONG)).await.unwrap().unwrap();
    assert!(matches!(engine.resume(held.remove(0)).await.unwrap(), Err(EngineError::Cancelled)));

    let mut late = engine.submit_candidates(vec![job(2, &other, Duration::from_secs(2))], 2);
    match late[0].preview().await {
        Ok(_) => tokio::time::sleep(Duration::from_secs(3)).await,
        // A slow machine: it was late before.
        Err(error) => assert!(matches!(error, EngineError::Deadline), "{error}"),
    }
    let answer = engine.resume(late.remove(0)).await;
    assert!(!matches!(answer, Ok(Ok(_))), "a late job was done");
}

#[tokio::test]
async fn an_engine_that_ends_does_not_wait_for_a_judge() {
    let folder = tempfile::tempdir().unwrap();
    let engine = engine(folder.path());
    let mut held = candidates(&engine, &CancellationToken::new(), 0..1);
    held[0].preview().await.unwrap();
    // Joins the thread.
    drop(engine);
}

//! Candidates on the client's side: one pilot, its seed for all, also after a stop in between.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod common;

use common::{Desk, Mischief, Painter, Scene, model};
use foreshock_protocol::job::{Filter, Job};
use foreshock_worker::client::pilot::choose;
use foreshock_worker::client::request::Workbench;
use foreshock_worker::client::{Backend as _, ClientError};
use tokio_util::sync::CancellationToken;

/// A raster of `width × height` px, valid where the closure says.
fn desk(width: usize, height: usize, valid: impl Fn(usize, usize) -> bool) -> Desk {
    let mut desk = Desk::new();
    let scene = Scene { size: (width, height), nodata: Some(0.0), ..Scene::default() };
    scene.write::<u8>(&desk.wish.input, |band, col, row| if valid(col, row) { 90 + band as u8 } else { 0 });
    desk.wish.tuning.candidates = 4;
    desk.wish.tuning.filter = Some(Filter::default());
    desk
}

fn chosen(desk: &Desk) -> Option<[i64; 2]> {
    let bench = Workbench::open(&desk.wish, &model()).unwrap();
    let index = choose(&bench).unwrap()?;
    let tile = foreshock_worker::client::request::planned(&bench.request.plan, index);
    Some([tile.col, tile.row])
}

#[test]
fn the_pilot_is_in_the_middle_unless_it_can_change_less() {
    // Tiles of 64 px that overlap by 0 begin at 0, 64, …
    let middle = chosen(&desk(320, 320, |_, _| true)).unwrap();
    let distance = |tile: [i64; 2]| (tile[0] + 32 - 160).abs() + (tile[1] + 32 - 160).abs();
    assert!(distance(middle) <= 64, "{middle:?}");
    // Nothing in the left two thirds: it is a whole tile on the right.
    let right = chosen(&desk(320, 320, |col, _| col >= 216)).unwrap();
    assert!(right[0] >= 216 && right[0] + 64 <= 320, "{right:?}");
    assert_eq!(chosen(&desk(320, 320, |_, _| false)), None);
}

fn seen(painter: &Painter) -> Vec<Job> {
    painter.jobs.lock().unwrap().clone()
}

/// The first job has the candidates, all others the seed that won there.
fn check(jobs: &[Job], pilot: u32) {
    for job in jobs {
        let params = &job.params;
        if job.tile.index == pilot {
            assert_eq!((params.seed, params.candidates), (7, 4));
        } else {
            assert_eq!((params.seed, params.candidates, params.filter), (10, 1, None));
        }
    }
}

#[tokio::test]
async fn the_winners_seed_goes_to_all_tiles() {
    let desk = desk(300, 200, |_, _| true);
    for mischief in [Mischief::None, Mischief::FailsOnce, Mischief::RepeatsAndLoses] {
        let mut painter = Painter::new(mischief);
        let (_, tally, journal) = desk.collect(&mut painter, CancellationToken::new()).await.unwrap();
        let jobs = seen(&painter);
        assert!(tally.failed.is_empty() && tally.done == tally.of && tally.of > 4, "{tally:?}");
        check(&jobs, jobs[0].tile.index);
        journal.remove().unwrap();
    }
}

#[tokio::test]
async fn after_a_stop_the_pilot_is_not_run_again() {
    let desk = desk(300, 200, |_, _| true);
    let stop = CancellationToken::new();
    let mut painter = Painter::new(Mischief::None);
    painter.stop_after = Some((2, stop.clone()));
    let error = desk.collect(&mut painter, stop).await.map(drop).unwrap_err();
    assert!(matches!(error, ClientError::Cancelled), "{error}");
    let first = seen(&painter);
    let pilot = first[0].tile.index;

    let mut painter = Painter::new(Mischief::None);
    let (_, tally, _journal) = desk.collect(&mut painter, CancellationToken::new()).await.unwrap();
    assert!(tally.resumed > 0 && tally.done == tally.of);
    let jobs = seen(&painter);
    assert!(jobs.iter().all(|job| job.tile.index != pilot), "the pilot was sent again");
    check(&jobs, pilot);
}

#[tokio::test]
async fn without_its_pilot_nothing_else_is_sent() {
    let desk = desk(300, 200, |_, _| true);
    let mut painter = Painter::new(Mischief::WrongPlace);
    let error = desk.collect(&mut painter, CancellationToken::new()).await.map(drop).unwrap_err();
    assert!(matches!(error, ClientError::Incomplete { failed: 1, .. }), "{error}");
    let jobs = seen(&painter);
    assert!(jobs.iter().all(|job| job.tile.index == jobs[0].tile.index));
    assert_eq!(painter.capacity(), 4);
}

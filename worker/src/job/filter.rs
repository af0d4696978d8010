//! One tile through the engine, with the early filter where it is asked for: several noises, a few steps each, a judge that keeps the
//! better of two until one is left, and the winner brought to its end.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Instant;

use foreshock_models::edit::{EditError, EditRequest, Edited, Preserve, Rgb8};
use foreshock_protocol::job::{FilterMode, Lane, Params};
use foreshock_protocol::outcome::{FilterRecord, FilterVerdict};
use png::ColorType;
use tokio_util::sync::CancellationToken;

use crate::engine::{Answer, Candidate, Engine, EngineError, EngineJob, Progress};
use crate::judge::{Comparison, Judge, Side};
use crate::raster::decode::encode_png;
use crate::telemetry::JudgeAsked;

/// Told after each step: (steps done, steps in all).
pub type Teller = Arc<dyn Fn(u32, u32) + Send + Sync>;

/// Where a tile is worked on, and what ends it early.
pub struct Desk<'a> {
    /// The thread that owns the model.
    pub engine: &'a Engine,
    /// Who compares candidates.
    pub judge: Option<&'a dyn Judge>,
    /// Who waits.
    pub lane: Lane,
    /// The job is called off.
    pub cancel: CancellationToken,
    /// The worker stops.
    pub stop: CancellationToken,
    /// Its time is over.
    pub deadline: Instant,
    /// Told after each step; must not block.
    pub progress: Teller,
}

/// An edited tile, and how its seed was found.
#[derive(Debug)]
pub struct Made {
    /// The tile.
    pub edited: Edited,
    /// What the early filter did; none without candidates.
    pub filter: Option<FilterRecord>,
}

/// Edits a tile.
///
/// # Errors
/// When the model refuses or fails, or the job ends early. A judge that fails is no error: the first candidate is taken.
pub async fn edit(desk: &Desk<'_>, request: EditRequest, params: &Params) -> Result<Made, EngineError> {
    let Some(filter) = params.early_filter() else {
        let teller = Arc::clone(&desk.progress);
        let answer = desk.engine.submit(desk.job(request, Box::new(move |step, of| teller(step, of))));
        return Ok(Made { edited: ended(answer).await?, filter: None });
    };
    let Some(judge) = desk.judge else {
        let message = "candidates need a judge, and none is set".to_owned();
        return Err(EditError::Unsupported { field: "params.candidates", message }.into());
    };
    let clock = Instant::now();
    let steps = filter.steps.min(params.steps);
    let left = match filter.mode {
        FilterMode::Rerun if steps == params.steps => 0,
        FilterMode::Rerun => params.steps,
        FilterMode::Continue => params.steps - steps,
    };
    let steps_told = Count::new(params.candidates * steps + left, &desk.progress);
    let seeds: Vec<u64> = (0..params.candidates).map(|candidate| params.candidate_seed(candidate)).collect();
    let picture = Picture::of(&request);
    let asked = match filter.mode {
        FilterMode::Rerun => steps,
        FilterMode::Continue => params.steps,
    };
    let jobs: Vec<EngineJob> = seeds
        .iter()
        .map(|seed| {
            desk.job(EditRequest { seed: *seed, steps: asked, ..request.clone() }, steps_told.teller())
        })
        .collect();
    let mut field = match filter.mode {
        FilterMode::Rerun => Field::Runs {
            answers: jobs.into_iter().map(|job| Some(desk.engine.submit(job))).collect(),
            ended: Vec::new(),
        },
        FilterMode::Continue => Field::Held(desk.engine.submit_candidates(jobs, steps)),
    };
    let contest = contest(desk, judge, &picture, &mut field, params.candidates).await?;
    let winner_seed = seeds[contest.winner as usize];
    let waited = clock.elapsed().as_secs_f64();
    let mut edited = match field {
        Field::Held(mut candidates) => {
            let winner = candidates.swap_remove(contest.winner as usize);
            // The others leave the engine.
            drop(candidates);
            ended(desk.engine.resume(winner)).await?
        }
        Field::Runs { ended: mut complete, .. } if steps == params.steps => {
            // Nothing is gained by making the same steps again.
            complete.swap_remove(contest.winner as usize)
        }
        Field::Runs { .. } => {
            let again = EditRequest { seed: winner_seed, ..request };
            ended(desk.engine.submit(desk.job(again, steps_told.teller()))).await?
        }
    };
    edited.seconds.extend([("filter", waited), ("judge", contest.judge_seconds)]);
    let record = FilterRecord {
        mode: filter.mode,
        steps,
        seeds,
        verdicts: contest.verdicts,
        judge: judge.name().to_owned(),
        failed: contest.failed,
        winner_seed,
    };
    Ok(Made { edited, filter: Some(record) })
}

impl Desk<'_> {
    fn job(&self, request: EditRequest, progress: Progress) -> EngineJob {
        EngineJob { lane: self.lane, request, cancel: self.cancel.clone(), deadline: self.deadline, progress }
    }
}

async fn ended(answer: Answer) -> Result<Edited, EngineError> {
    answer.await.unwrap_or_else(|_closed| Err(EngineError::Gone("its thread has ended".to_owned())))
}

/// Counts the steps of all candidates together.
struct Count {
    done: Arc<AtomicU32>,
    of: u32,
    tell: Teller,
}

impl Count {
    fn new(of: u32, tell: &Teller) -> Self {
        Self { done: Arc::default(), of, tell: Arc::clone(tell) }
    }

    fn teller(&self) -> Progress {
        let (done, of, tell) = (Arc::clone(&self.done), self.of, Arc::clone(&self.tell));
        Box::new(move |step, _| {
            // The first call says that it has begun.
            let made = if step == 0 {
                done.load(Ordering::Relaxed)
            } else {
                done.fetch_add(1, Ordering::Relaxed) + 1
            };
            tell(made.min(of), of);
        })
    }
}

/// The candidates.
enum Field {
    /// Complete runs of few steps.
    Runs { answers: Vec<Option<Answer>>, ended: Vec<Edited> },
    /// Sessions that wait.
    Held(Vec<Candidate>),
}

impl Field {
    /// What the judge sees of the next candidate; to be asked in order.
    async fn preview(&mut self, candidate: usize) -> Result<Rgb8, EngineError> {
        match self {
            Self::Runs { answers, ended: complete } => {
                let answer = answers.get_mut(candidate).and_then(Option::take);
                let answer = answer.ok_or_else(|| EngineError::Gone("a candidate is missing".to_owned()))?;
                let edited = ended(answer).await?;
                let pixels = edited.pixels.clone();
                complete.push(edited);
                Ok(pixels)
            }
            Self::Held(candidates) => match candidates.get_mut(candidate) {
                Some(candidate) => candidate.preview().await,
                None => Err(EngineError::Gone("a candidate is missing".to_owned())),
            },
        }
    }
}

/// What the judge is shown: candidates as the user would see them.
#[derive(Clone)]
struct Picture {
    instruction: String,
    source: Rgb8,
    /// Where the source shows whatever the model made of it.
    kept: Option<Vec<bool>>,
}

impl Picture {
    fn of(request: &EditRequest) -> Self {
        let mask = request.mask.as_ref().filter(|_| request.preserve == Preserve::Mask);
        let kept = (mask.is_some() || request.valid.is_some()).then(|| {
            let outside = |place: usize| mask.is_some_and(|mask| mask.data[place] < 128);
            let nodata = |place: usize| request.valid.as_ref().is_some_and(|valid| valid.data[place] == 0);
            (0..request.source.width * request.source.height)
                .map(|place| outside(place) || nodata(place))
                .collect()
        });
        Self { instruction: request.instruction.clone(), source: request.source.clone(), kept }
    }

    fn composed(&self, mut pixels: Rgb8) -> Rgb8 {
        if let Some(kept) = &self.kept {
            let pairs = pixels.data.chunks_exact_mut(3).zip(self.source.data.chunks_exact(3));
            for ((pixel, source), _) in pairs.zip(kept).filter(|(_, kept)| **kept) {
                pixel.copy_from_slice(source);
            }
        }
        pixels
    }
}

/// Encodes where it may block.
async fn png(work: impl FnOnce() -> Rgb8 + Send + 'static) -> Result<Vec<u8>, EngineError> {
    let encode = move || {
        let image = work();
        encode_png(image.width as u32, image.height as u32, ColorType::Rgb, &image.data)
            .map_err(|error| EngineError::Gone(format!("a preview cannot be encoded: {error}")))
    };
    tokio::task::spawn_blocking(encode)
        .await
        .unwrap_or_else(|error| Err(EngineError::Gone(format!("a thread died: {error}"))))
}

/// How a contest ended.
struct Contest {
    winner: u32,
    verdicts: Vec<FilterVerdict>,
    failed: Option<String>,
    judge_seconds: f64,
}

/// Keeps the better of two until one is left; the first candidate when the judge fails, never a guess.
async fn contest(
    desk: &Desk<'_>,
    judge: &dyn Judge,
    picture: &Picture,
    field: &mut Field,
    candidates: u32,
) -> Result<Contest, EngineError> {
    let composed = |pixels: Rgb8| {
        let picture = picture.clone();
        png(move || picture.composed(pixels))
    };
    let source = png({
        let source = picture.source.clone();
        move || source
    })
    .await?;
    let mut contest = Contest { winner: 0, verdicts: Vec::new(), failed: None, judge_seconds: 0.0 };
    let mut best = composed(field.preview(0).await?).await?;
    for next in 1..candidates {
        let challenger = composed(field.preview(next as usize).await?).await?;
        let clock = Instant::now();
        let question = Comparison {
            instruction: &picture.instruction,
            source: &source,
            first: &best,
            second: &challenger,
        };
        let verdict = tokio::select! {
            biased;
            () = desk.cancel.cancelled() => return Err(EngineError::Cancelled),
            () = desk.stop.cancelled() => return Err(EngineError::Stopping),
            () = tokio::time::sleep_until(desk.deadline.into()) => return Err(EngineError::Deadline),
            verdict = judge.compare(question) => verdict,
        };
        let seconds = clock.elapsed().as_secs_f64();
        contest.judge_seconds += seconds;
        let a = contest.winner;
        match verdict {
            Ok(verdict) => {
                JudgeAsked { seconds, error: None }.emit();
                if verdict.winner == Side::Second {
                    contest.winner = next;
                    best = challenger;
                }
                let (winner, reason) = (contest.winner, verdict.reason);
                contest.verdicts.push(FilterVerdict::Decided { a, b: next, winner, reason });
            }
            Err(error) => {
                let error = error.to_string();
                JudgeAsked { seconds, error: Some(&error) }.emit();
                contest.verdicts.push(FilterVerdict::Failed { a, b: next, error: error.clone() });
                contest.failed = Some(error);
                contest.winner = 0;
                break;
            }
        }
    }
    Ok(contest)
}

#[cfg(test)]
mod tests {
    use foreshock_models::edit::Gray8;

    use super::*;

    #[test]
    fn the_judge_sees_the_source_where_nothing_may_change() {
        let rgb = |value: u8| Rgb8 { width: 2, height: 2, data: vec![value; 12] };
        let gray = |data: [u8; 4]| Gray8 { width: 2, height: 2, data: data.to_vec() };
        let request = |preserve, mask, valid| EditRequest {
            source: rgb(1),
            valid,
            mask,
            examples: Vec::new(),
            instruction: String::new(),
            steps: 1,
            guidance: 1.0,
            seed: 0,
            strength: 1.0,
            preserve,
            quality: "full".to_owned(),
            adapter: None,
            candidate: 0,
            noise_origin: [0, 0],
        };
        let seen = |preserve, mask, valid| {
            let composed = Picture::of(&request(preserve, mask, valid)).composed(rgb(9));
            composed.data.chunks_exact(3).map(|pixel| pixel[0]).collect::<Vec<u8>>()
        };
        let mask = || Some(gray([255, 0, 255, 127]));
        assert_eq!(seen(Preserve::Mask, mask(), None), [9, 1, 9, 1]);
        assert_eq!(seen(Preserve::Change, mask(), None), [9, 9, 9, 9]);
        assert_eq!(seen(Preserve::Mask, mask(), Some(gray([0, 255, 255, 255]))), [1, 1, 9, 1]);
        assert_eq!(seen(Preserve::None, None, Some(gray([255, 255, 255, 0]))), [9, 9, 9, 1]);
    }
}

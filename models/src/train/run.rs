//! The loop: gradients in passes that fit the memory, clipping, update, running mean, curves, states.

use std::io::IsTerminal as _;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tch::Device;

use super::TrainError;
use super::checkpoint::{Checkpoints, Progress};
use super::curves::Curves;
use super::optimizer::{Optimizer, Rule};
use super::parameters::{Parameters, Tensors, average};
use super::random::{Draws, Order};
use crate::edit::{EditError, Rgb8};
use crate::pixels::write_rgb;

/// Steps without an update, one after another, before the run gives up.
const MOST_SKIPPED: u32 = 8;
/// Between two lines of the log when there is no terminal.
const REPORT: Duration = Duration::from_secs(30);

/// One sample of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// Counted from the start of the run: what is drawn for it depends on this number alone.
    pub number: u64,
    /// Which item of the data.
    pub item: usize,
}

/// What is trained.
pub trait Task {
    /// Items of the data.
    fn items(&self) -> usize;

    /// Adds the gradients of `share` times the mean loss of these samples to the parameters; returns that mean.
    ///
    /// # Errors
    /// When data cannot be read.
    fn gradients(&self, parameters: &Parameters, samples: &[Sample], share: f64) -> Result<f64, TrainError>;

    /// Figures over data that is not trained on, with these weights.
    ///
    /// # Errors
    /// When data cannot be read.
    fn evaluate(&self, weights: &Tensors) -> Result<Vec<(String, f64)>, TrainError>;

    /// A sheet of samples with these weights; none when the task has none.
    ///
    /// # Errors
    /// When data cannot be read.
    fn sheet(&self, weights: &Tensors) -> Result<Option<Rgb8>, TrainError>;

    /// Writes what the run is for.
    ///
    /// # Errors
    /// When files cannot be written.
    fn export(&self, weights: &Tensors, dir: &Path) -> Result<(), TrainError>;
}

/// How the learning rate goes on after the warm-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Schedule {
    /// It stays.
    Constant,
    /// Half a cosine down to a hundredth at the last step.
    Cosine,
}

/// Settings of the loop.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RunSettings {
    /// Optimizer.
    pub rule: Rule,
    /// Learning rate.
    pub rate: f64,
    /// Course of the learning rate.
    pub schedule: Schedule,
    /// Steps until the full learning rate.
    pub warmup: u64,
    /// Steps in all.
    pub steps: u64,
    /// Samples of a step.
    pub batch: usize,
    /// Samples of one pass; a step takes as many passes as it needs.
    pub micro: usize,
    /// Longest gradient.
    pub clip: f64,
    /// Decay of the running mean of the weights; 0 = none is kept.
    pub mean: f64,
    /// Seed of everything that is drawn.
    pub seed: u64,
    /// Steps between two states.
    #[serde(skip)]
    pub save_every: u64,
    /// Steps between two evaluations.
    #[serde(skip)]
    pub evaluate_every: u64,
    /// Steps between two sheets.
    #[serde(skip)]
    pub sheet_every: u64,
    /// States kept.
    #[serde(skip)]
    pub keep: usize,
    /// Minutes after which this call stops, with a state.
    #[serde(skip)]
    pub minutes: Option<f64>,
}

impl RunSettings {
    fn rate_at(&self, step: u64) -> f64 {
        let warm = ((step + 1) as f64 / (self.warmup.max(1)) as f64).min(1.0);
        let course = match self.schedule {
            Schedule::Constant => 1.0,
            Schedule::Cosine => {
                let span = self.steps.saturating_sub(self.warmup).max(1) as f64;
                let done = (step.saturating_sub(self.warmup) as f64 / span).min(1.0);
                0.01 + 0.99 * 0.5 * (1.0 + (std::f64::consts::PI * done).cos())
            }
        };
        self.rate * warm * course
    }

    fn check(&self) -> Result<(), TrainError> {
        let refuse = |field, message: &str| Err(TrainError::Setting { field, message: message.to_owned() });
        match self {
            Self { batch: 0, .. } => refuse("--batch", "at least 1 sample a step"),
            Self { micro: 0, .. } => refuse("--micro-batch", "at least 1 sample a pass"),
            Self { steps: 0, .. } => refuse("--steps", "at least 1"),
            Self { rate, .. } if !(*rate > 0.0 && rate.is_finite()) => refuse("--rate", "must be above 0"),
            Self { clip, .. } if clip.is_nan() || *clip <= 0.0 => refuse("--clip", "must be above 0"),
            Self { mean, .. } if !(0.0..1.0).contains(mean) => refuse("--ema", "must be from 0 to below 1"),
            _ => Ok(()),
        }
    }
}

/// How a call ended.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ended {
    /// Steps done in all.
    pub step: u64,
    /// Whether that is all of them.
    pub complete: bool,
    /// Mean loss of the last steps.
    pub loss: f64,
    /// Samples a second in this call.
    pub rate: f64,
}

/// Trains until all steps are done, time is up or `stop` is set; goes on where an earlier call stopped. `identity` is what else must be the same.
///
/// # Errors
/// When data or files fail, the folder belongs to another run, or the loss stays not finite.
pub fn run(
    task: &dyn Task,
    parameters: &Parameters,
    settings: &RunSettings,
    identity: &Value,
    dir: &Path,
    device: Device,
    stop: &AtomicBool,
) -> Result<Ended, TrainError> {
    settings.check()?;
    std::fs::create_dir_all(dir).map_err(TrainError::io(dir))?;
    claim(dir, settings, identity)?;
    let mut trainer = Trainer::begin(task, parameters, settings, dir, device)?;
    trainer.go(stop)
}

/// Notes the settings of a new run, or holds them against those it was begun with.
fn claim(dir: &Path, settings: &RunSettings, identity: &Value) -> Result<(), TrainError> {
    let now = serde_json::json!({ "settings": settings, "identity": identity });
    let path = dir.join("run.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        return std::fs::write(&path, format!("{now:#}\n")).map_err(TrainError::io(&path));
    };
    let was: Value = serde_json::from_str(&text)
        .map_err(|error| TrainError::Io { path: path.clone(), source: std::io::Error::other(error) })?;
    for part in ["settings", "identity"] {
        let (was, now) = (&was[part], &now[part]);
        let keys = now.as_object().into_iter().flatten().map(|(key, _)| key);
        if let Some(key) = keys.into_iter().find(|key| was[key.as_str()] != now[key.as_str()]) {
            return Err(TrainError::OtherRun {
                path: dir.to_owned(),
                key: key.clone(),
                was: was[key.as_str()].to_string(),
                now: now[key.as_str()].to_string(),
            });
        }
    }
    Ok(())
}

struct Trainer<'a> {
    task: &'a dyn Task,
    parameters: &'a Parameters,
    settings: &'a RunSettings,
    dir: &'a Path,
    checkpoints: Checkpoints,
    curves: Curves,
    optimizer: Optimizer,
    /// Running mean of the trained weights.
    mean: Option<Tensors>,
    order: Order,
    step: u64,
    micro: usize,
    skipped: u64,
    skipped_now: u32,
    /// Seconds of earlier calls.
    before: f64,
    clock: Instant,
    /// Losses since the last line of the curves, and their decaying mean.
    loss: Smooth,
}

/// A decaying mean.
#[derive(Default)]
struct Smooth(Option<f64>);

impl Smooth {
    fn add(&mut self, value: f64) {
        self.0 = Some(self.0.map_or(value, |mean| 0.98 * mean + 0.02 * value));
    }
}

impl<'a> Trainer<'a> {
    fn begin(
        task: &'a dyn Task,
        parameters: &'a Parameters,
        settings: &'a RunSettings,
        dir: &'a Path,
        device: Device,
    ) -> Result<Self, TrainError> {
        if task.items() == 0 {
            return Err(TrainError::Setting {
                field: "data",
                message: "there is nothing to train on".to_owned(),
            });
        }
        let checkpoints = Checkpoints::new(dir, settings.keep);
        let (mut step, mut micro, mut skipped, mut before) = (0, settings.micro, 0, 0.0);
        let mut optimizer = Optimizer::new(settings.rule);
        let mut mean = (settings.mean > 0.0).then(|| parameters.values());
        if let Some(state) = checkpoints.restore(settings.rule, device)? {
            parameters.fill(&state.weights);
            Progress { step, micro, skipped, seconds: before, .. } = state.progress;
            micro = micro.min(settings.micro);
            optimizer = state.optimizer;
            mean = mean.and(state.mean);
            tracing::info!("goes on after step {step} of {}", settings.steps);
        }
        let order = Order::new(Draws::new(settings.seed), task.items());
        Ok(Self {
            task,
            parameters,
            settings,
            dir,
            checkpoints,
            curves: Curves::open(dir, step)?,
            optimizer,
            mean,
            order,
            step,
            micro,
            skipped,
            skipped_now: 0,
            before,
            clock: Instant::now(),
            loss: Smooth::default(),
        })
    }

    fn go(&mut self, stop: &AtomicBool) -> Result<Ended, TrainError> {
        let settings = self.settings;
        let bar = bar(settings.steps, self.step);
        let first = self.step;
        let (mut reported, mut saved) = (Instant::now(), self.step);
        let in_time = |clock: &Instant| {
            settings.minutes.is_none_or(|minutes| clock.elapsed().as_secs_f64() < 60.0 * minutes)
        };
        while self.step < settings.steps && !stop.load(Ordering::Relaxed) && in_time(&self.clock) {
            self.one_step()?;
            bar.set_position(self.step);
            bar.set_message(format!("loss {:.4}", self.loss.0.unwrap_or(f64::NAN)));
            let step = self.step;
            let due = |every: u64| every > 0 && step.is_multiple_of(every);
            if due(settings.evaluate_every) {
                self.evaluate()?;
            }
            if due(settings.sheet_every) {
                self.sheet()?;
            }
            if due(settings.save_every) {
                self.save()?;
                saved = self.step;
            }
            if bar.is_hidden() && reported.elapsed() > REPORT {
                reported = Instant::now();
                self.report(first);
            }
        }
        bar.finish_and_clear();
        if saved != self.step {
            self.save()?;
        }
        let complete = self.step >= settings.steps;
        if complete && first < settings.steps {
            self.evaluate()?;
            self.sheet()?;
        }
        self.task.export(&self.weights(), &self.dir.join("export"))?;
        let seconds = self.clock.elapsed().as_secs_f64();
        Ok(Ended {
            step: self.step,
            complete,
            loss: self.loss.0.unwrap_or(f64::NAN),
            rate: ((self.step - first) * settings.batch as u64) as f64 / seconds,
        })
    }

    fn one_step(&mut self) -> Result<(), TrainError> {
        let batch = self.settings.batch as u64;
        let samples: Vec<Sample> = (self.step * batch..(self.step + 1) * batch)
            .map(|number| Sample { number, item: self.order.at(number) })
            .collect();
        let loss = self.gradients(&samples)?;
        let norm = self.parameters.gradient_norm();
        let rate = self.settings.rate_at(self.step);
        if loss.is_finite() && norm.is_finite() {
            self.skipped_now = 0;
            self.parameters.clip(norm, self.settings.clip);
            self.optimizer.step(&self.parameters.trained(), rate);
            if let Some(mean) = &self.mean {
                average(mean, &self.parameters.trained(), self.settings.mean, self.step);
            }
            self.loss.add(loss);
        } else {
            self.skipped += 1;
            self.skipped_now += 1;
            tracing::warn!("step {}: loss {loss}, gradient {norm}: no update", self.step);
            if self.skipped_now >= MOST_SKIPPED {
                let checkpoint = self.checkpoints.last();
                return Err(TrainError::Diverged { steps: self.skipped_now, loss, checkpoint });
            }
        }
        self.step += 1;
        let step_size = self.optimizer.step_size();
        self.curves.add(self.step, &[("loss", loss), ("gradient_norm", norm), ("rate", rate * step_size)])
    }

    /// Gradients of one step; when memory runs out, in smaller passes, from here on.
    fn gradients(&mut self, samples: &[Sample]) -> Result<f64, TrainError> {
        loop {
            self.parameters.zero_gradients();
            let attempt = crate::edit::editor::guarded(|| self.passes(samples));
            match attempt {
                Ok(loss) => return loss,
                Err(EditError::OutOfMemory(_)) if self.micro > 1 => {
                    self.micro = self.micro.div_ceil(2);
                    tracing::warn!("out of memory; goes on with {} samples a pass", self.micro);
                }
                Err(error) => return Err(error.into()),
            }
        }
    }

    fn passes(&self, samples: &[Sample]) -> Result<f64, TrainError> {
        let mut loss = 0.0;
        for pass in samples.chunks(self.micro) {
            let share = pass.len() as f64 / samples.len() as f64;
            loss += share * self.task.gradients(self.parameters, pass, share)?;
        }
        Ok(loss)
    }

    /// The weights to use: the running mean where one is kept.
    fn weights(&self) -> Tensors {
        let all = self.parameters.tensors().iter();
        let mean = |name: &String| self.mean.as_ref().and_then(|mean| mean.get(name));
        all.map(|(name, tensor)| (name.clone(), mean(name).unwrap_or(tensor).detach())).collect()
    }

    fn evaluate(&mut self) -> Result<(), TrainError> {
        let figures = self.task.evaluate(&self.weights())?;
        let named: Vec<(&str, f64)> = figures.iter().map(|(name, value)| (name.as_str(), *value)).collect();
        let line: Vec<String> = named.iter().map(|(name, value)| format!("{name} {value:.4}")).collect();
        if !line.is_empty() {
            tracing::info!("step {}: {}", self.step, line.join(", "));
        }
        self.curves.add(self.step, &named)
    }

    fn sheet(&self) -> Result<(), TrainError> {
        if let Some(sheet) = self.task.sheet(&self.weights())? {
            write_rgb(&self.dir.join(format!("sheets/step-{:09}.png", self.step)), &sheet)?;
        }
        Ok(())
    }

    fn save(&self) -> Result<(), TrainError> {
        let progress = Progress {
            step: self.step,
            micro: self.micro,
            skipped: self.skipped,
            seconds: self.before + self.clock.elapsed().as_secs_f64(),
            optimizer: self.optimizer.numbers(),
        };
        let weights = self.parameters.trained();
        self.checkpoints.write(progress, &weights, self.mean.as_ref(), &self.optimizer).map(drop)
    }

    fn report(&self, first: u64) {
        let seconds = self.clock.elapsed().as_secs_f64();
        let done = (self.step - first) as f64;
        let left = (self.settings.steps - self.step) as f64 * seconds / done.max(1.0);
        tracing::info!(
            "step {} of {}: loss {:.4}, {:.1} samples/s, {:.0} min left",
            self.step,
            self.settings.steps,
            self.loss.0.unwrap_or(f64::NAN),
            done * self.settings.batch as f64 / seconds,
            left / 60.0
        );
    }
}

fn bar(steps: u64, step: u64) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(
        Some(steps),
        if std::io::stderr().is_terminal() {
            ProgressDrawTarget::stderr()
        } else {
            ProgressDrawTarget::hidden()
        },
    );
    let style = ProgressStyle::with_template("{wide_bar} {pos}/{len} {msg} {per_sec} ETA {eta_precise}");
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar())).with_position(step)
}

//! What all training commands have in common.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use clap::{Args, ValueEnum};
use foreshock_models::device;
use foreshock_models::train::optimizer::Rule;
use foreshock_models::train::parameters::Parameters;
use foreshock_models::train::{RunSettings, Schedule, Task, run};
use tch::{Device, Kind};

use crate::line;

/// Optimizers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Named {
    /// Adam with decoupled weight decay.
    Adamw,
    /// Adam that finds its own step size (ICEdit's choice).
    Prodigy,
}

/// Courses of the learning rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Course {
    /// It stays.
    Constant,
    /// Half a cosine.
    Cosine,
}

/// Options of the loop.
#[derive(Args)]
pub(crate) struct RunOptions {
    /// Folder of the run: states, curves, sheets, result. The same command goes on with a run that was stopped.
    #[arg(long)]
    pub(crate) out: PathBuf,
    /// Steps in all.
    #[arg(long, default_value_t = 10_000)]
    steps: u64,
    /// Minutes after which this call stops; the same command goes on.
    #[arg(long)]
    minutes: Option<f64>,
    /// Samples of a step.
    #[arg(long, default_value_t = 16)]
    batch: usize,
    /// Samples of one pass; halved when memory runs out [default: the whole step].
    #[arg(long)]
    micro_batch: Option<usize>,
    /// Optimizer.
    #[arg(long, value_enum, default_value_t = Named::Prodigy)]
    optimizer: Named,
    /// Learning rate [default: 1 for Prodigy, 4e-4 for AdamW].
    #[arg(long)]
    rate: Option<f64>,
    /// Decay of the mean of squared gradients.
    #[arg(long, default_value_t = 0.999)]
    beta2: f64,
    /// Weight decay.
    #[arg(long, default_value_t = 0.01)]
    weight_decay: f64,
    /// Steps until the full learning rate.
    #[arg(long, default_value_t = 0)]
    warmup: u64,
    /// Course of the learning rate after the warm-up.
    #[arg(long, value_enum, default_value_t = Course::Constant)]
    schedule: Course,
    /// Longest gradient.
    #[arg(long, default_value_t = 0.5)]
    clip: f64,
    /// Decay of the running mean of the weights, which is what is kept in the end; 0 = none.
    #[arg(long, default_value_t = 0.999)]
    ema: f64,
    /// Seed of everything that is drawn.
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// Steps between two states.
    #[arg(long, default_value_t = 200)]
    save_every: u64,
    /// Steps between two evaluations; 0 = none.
    #[arg(long, default_value_t = 200)]
    evaluate_every: u64,
    /// Steps between two sample sheets; 0 = none.
    #[arg(long, default_value_t = 200)]
    sheet_every: u64,
    /// States kept.
    #[arg(long, default_value_t = 2)]
    keep: usize,
    /// `cpu`, `cuda` or `cuda:N`.
    #[arg(long, default_value = "cpu")]
    device: String,
    /// Type of the computation, `f32` or `bf16`; the weights themselves stay 32 bit.
    #[arg(long, default_value = "f32")]
    pub(crate) dtype: String,
    /// CPU threads; 0 = as libtorch decides. The last bits of a run depend on it.
    #[arg(long, default_value_t = 0)]
    threads: i32,
}

impl RunOptions {
    /// Device and type of the computation.
    pub(crate) fn device(&self) -> anyhow::Result<(Device, Kind)> {
        if self.threads > 0 {
            tch::set_num_threads(self.threads);
        }
        let kind = match self.dtype.as_str() {
            "f32" => Kind::Float,
            "bf16" => Kind::BFloat16,
            other => anyhow::bail!("--dtype must be f32 or bf16, not {other}"),
        };
        Ok((device::open(&self.device)?, kind))
    }

    fn settings(&self) -> RunSettings {
        let (beta2, weight_decay) = (self.beta2, self.weight_decay);
        let rule = match self.optimizer {
            Named::Adamw => Rule::AdamW { beta1: 0.9, beta2, eps: 1e-8, weight_decay },
            Named::Prodigy => Rule::Prodigy { beta1: 0.9, beta2, eps: 1e-8, weight_decay, d0: 1e-6 },
        };
        RunSettings {
            rule,
            rate: self.rate.unwrap_or(rule.default_rate()),
            schedule: match self.schedule {
                Course::Constant => Schedule::Constant,
                Course::Cosine => Schedule::Cosine,
            },
            warmup: self.warmup,
            steps: self.steps,
            batch: self.batch,
            micro: self.micro_batch.unwrap_or(self.batch),
            clip: self.clip,
            mean: self.ema,
            seed: self.seed,
            save_every: self.save_every,
            evaluate_every: self.evaluate_every,
            sheet_every: self.sheet_every,
            keep: self.keep,
            minutes: self.minutes,
        }
    }
}

/// Trains until the end, the time is up, or a signal asks to stop.
pub(crate) fn begin(
    task: &dyn Task,
    parameters: &Parameters,
    options: &RunOptions,
    identity: &serde_json::Value,
    device: Device,
) -> anyhow::Result<()> {
    let stop = Arc::new(AtomicBool::new(false));
    for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM] {
        // A second one ends the process at once.
        signal_hook::flag::register_conditional_default(signal, Arc::clone(&stop))?;
        signal_hook::flag::register(signal, Arc::clone(&stop))?;
    }
    line(format!("{} parameters are trained", parameters.count()));
    let ended = run(task, parameters, &options.settings(), identity, &options.out, device, &stop)?;
    line(format!(
        "step {} of {}: loss {:.4}, {:.2} samples/s{}",
        ended.step,
        options.steps,
        ended.loss,
        ended.rate,
        if ended.complete { "" } else { "; the same command goes on" }
    ));
    line(format!("result: {}", options.out.join("export").display()));
    Ok(())
}

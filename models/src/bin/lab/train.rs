//! `foreshock-lab train`: the transformer of a model folder, or an adapter for it.

use std::path::PathBuf;

use anyhow::bail;
use clap::{Args, ValueEnum};
use foreshock_models::adapter::recipe::Experts;
use foreshock_models::data::{Disaster, Pair, SetOptions, is_test};
use foreshock_models::train::flow::{Area, Flow, FlowRecipe, Scope};
use tch::Kind;

use crate::line;
use crate::train_options::{RunOptions, begin};

/// What is trained.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    /// Every weight of the transformer.
    Full,
    /// A LoRA on ICEdit's layers.
    Lora,
    /// ICEdit's mixture of LoRA experts.
    Moe,
}

/// Where the loss is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum LossArea {
    /// The whole diptych (ICEdit).
    Whole,
    /// The target alone (RSEdit).
    Target,
}

/// Train the transformer of a model folder, or an adapter for it, on before/after pairs.
#[derive(Args)]
pub(crate) struct Train {
    /// Model folder to start from; it is not changed, the result lies in OUT/export.
    #[arg(long)]
    model: PathBuf,
    /// Sets of pairs: folders or JSON lines (docs/data.md).
    #[arg(long, num_args = 1.., required = true)]
    pairs: Vec<PathBuf>,
    /// Set to look at, not to train on; none = the groups of --test-share.
    #[arg(long)]
    held_out: Option<PathBuf>,
    /// Share of the groups that is kept from training when there is no --held-out and the set has no split of its own.
    #[arg(long, default_value_t = 0.05)]
    test_share: f64,
    /// Kinds of disaster to train on [default: all that the sets hold].
    #[arg(long, value_delimiter = ',')]
    disasters: Vec<String>,
    /// Pairs at most; 0 = all.
    #[arg(long, default_value_t = 0)]
    limit: usize,
    /// What is trained.
    #[arg(long, value_enum, default_value_t = What::Lora)]
    what: What,
    /// Rank of the LoRA.
    #[arg(long, default_value_t = 32)]
    rank: i64,
    /// Scale of the LoRA times its rank [default: the rank].
    #[arg(long)]
    alpha: Option<f64>,
    /// Experts of the mixture.
    #[arg(long, default_value_t = 4)]
    experts: i64,
    /// Experts that count for a token.
    #[arg(long, default_value_t = 1)]
    top_k: i64,
    /// Share of samples whose instruction is left out.
    #[arg(long, default_value_t = 0.1)]
    dropout: f64,
    /// Where the loss is taken.
    #[arg(long, value_enum, default_value_t = LossArea::Whole)]
    loss: LossArea,
    /// Guidance input while training.
    #[arg(long, default_value_t = 1.0)]
    guidance: f64,
    /// Keep only what enters each block and compute the rest again: less memory, a third more time.
    #[arg(long)]
    recompute: bool,
    /// Side to which images are resized, px [default: they must all have one size].
    #[arg(long)]
    size: Option<usize>,
    /// Denoising steps of the edits on sample sheets.
    #[arg(long, default_value_t = 8)]
    sheet_steps: u32,
    /// Type in which a fully trained model is written: f32, f16 or bf16.
    #[arg(long, default_value = "f32")]
    stored: String,
    /// Folder of what is computed once (latents, text embeddings) [default: OUT/cache].
    #[arg(long)]
    cache: Option<PathBuf>,
    #[command(flatten)]
    run: RunOptions,
}

impl Train {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let (pairs, held_out) = self.pairs()?;
        line(format!("{} pairs to train on, {} to look at", pairs.len(), held_out.len()));
        let alpha = self.alpha.unwrap_or(self.rank as f64);
        if self.rank < 1 || self.experts < 1 || self.top_k < 1 {
            bail!("--rank, --experts and --top-k must be at least 1");
        }
        let scope = match self.what {
            What::Full => Scope::Full,
            What::Lora => Scope::Lora { rank: self.rank, alpha, experts: None, top_k: 1 },
            What::Moe => {
                let experts = Some(Experts { count: self.experts, rank: self.rank });
                Scope::Lora { rank: self.rank, alpha, experts, top_k: self.top_k }
            }
        };
        let recipe = FlowRecipe {
            scope,
            dropout: self.dropout,
            area: match self.loss {
                LossArea::Whole => Area::Whole,
                LossArea::Target => Area::Target,
            },
            guidance: self.guidance,
            recompute: self.recompute,
            size: self.size,
            steps: self.sheet_steps,
            stored: match self.stored.as_str() {
                "f32" => Kind::Float,
                "f16" => Kind::Half,
                "bf16" => Kind::BFloat16,
                other => bail!("--stored must be f32, f16 or bf16, not {other}"),
            },
        };
        let computed = self.run.device()?;
        let cache = self.cache.clone().unwrap_or_else(|| self.run.out.join("cache"));
        let task = Flow::new(&self.model, recipe, &pairs, &held_out, &cache, self.run.seed, computed)?;
        let parameters = task.parameters()?;
        begin(&task, &parameters, &self.run, &task.identity(), computed.0)
    }

    /// Pairs to train on, and those to look at.
    fn pairs(&self) -> anyhow::Result<(Vec<Pair>, Vec<Pair>)> {
        let kinds = self
            .disasters
            .iter()
            .map(|name| {
                Disaster::from_name(name).ok_or_else(|| {
                    let known: Vec<&str> = Disaster::ALL.into_iter().map(Disaster::as_str).collect();
                    anyhow::anyhow!("--disasters: “{name}” is none of {}", known.join(", "))
                })
            })
            .collect::<anyhow::Result<Vec<_>>>()?;
        let wanted =
            |pair: &Pair| kinds.is_empty() || pair.disaster.is_some_and(|kind| kinds.contains(&kind));
        let open = |path: &PathBuf| -> anyhow::Result<Vec<Pair>> {
            let set = foreshock_models::data::open(path, &SetOptions::default())?;
            for skipped in set.skipped.iter().take(5) {
                tracing::warn!("{}: line {} {}", path.display(), skipped.line, skipped.reason);
            }
            if !set.skipped.is_empty() {
                tracing::warn!("{}: {} lines left out", path.display(), set.skipped.len());
            }
            Ok(set.pairs.into_iter().filter(wanted).collect())
        };
        let mut pairs = Vec::new();
        for path in &self.pairs {
            pairs.extend(open(path)?);
        }
        let held_out = match &self.held_out {
            Some(path) => open(path)?,
            None => {
                let (held_out, trained) = pairs
                    .into_iter()
                    .partition(|pair| pair.test.unwrap_or_else(|| is_test(&pair.group, self.test_share)));
                pairs = trained;
                held_out
            }
        };
        if self.limit > 0 {
            pairs.truncate(self.limit);
        }
        Ok((pairs, held_out))
    }
}

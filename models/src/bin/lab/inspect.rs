//! `foreshock-lab inspect`.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::Args;
use foreshock_models::adapter::recipe::{Experts, cost, icedit_targets};
use foreshock_models::adapter::{Adapter, AdapterInfo, AdapterSource};
use foreshock_models::config::TransformerConfig;
use foreshock_models::edit::{check_sums, component_digests};
use foreshock_models::flux::folder::{ModelFolder, Stored, transformer_by_shapes};
use foreshock_models::{LoadOptions, init, load, weights};
use tch::{Device, Kind};

use crate::init::Config;
use crate::line;

/// A folder: architecture, parameters, adapters, licence, digests, and whether its tensors fit. A file: an adapter or an original
/// checkpoint. --config: what follows from a configuration, without any file.
///
/// Examples: foreshock-lab inspect model/ · foreshock-lab inspect pytorch_lora_weights.safetensors · foreshock-lab inspect --config flux1-fill
#[derive(Args)]
pub(crate) struct Inspect {
    /// Folder or file.
    #[arg(required_unless_present = "config", conflicts_with = "config")]
    path: Option<PathBuf>,
    /// A named configuration.
    #[arg(long, value_enum)]
    config: Option<Config>,
    /// Rank for which the cost of ICEdit's adapters is told (with --config).
    #[arg(long, default_value_t = 32)]
    rank: i64,
    /// Experts for which the cost of ICEdit's mixture is told (with --config).
    #[arg(long, default_value_t = 4)]
    experts: i64,
    /// Rank of the experts [default: --rank].
    #[arg(long)]
    expert_rank: Option<i64>,
    /// Do not read the files whole for their digests.
    #[arg(long)]
    no_digests: bool,
    /// Load the folder as a worker does, and tell the memory that it took.
    #[arg(long)]
    load: bool,
    /// Element type of --load: f32 or bf16.
    #[arg(long, default_value = "bf16")]
    dtype: String,
}

impl Inspect {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        match (&self.path, self.config) {
            (_, Some(config)) => self.configuration(config),
            (Some(path), _) if path.is_dir() => self.folder(path),
            (Some(path), _) => file(path),
            (None, None) => bail!("name a folder, a file or a --config"),
        }
    }

    /// Resident memory before the model is loaded and at its highest, against the size of the weight files.
    fn memory(&self, path: &Path) -> anyhow::Result<()> {
        let before = resident("VmRSS")?;
        let options = LoadOptions { dtype: self.dtype.clone(), ..LoadOptions::default() };
        let editor = load(path, &options)?;
        let peak = resident("VmHWM")?;
        let size = component_digests(path)?
            .iter()
            .filter(|(name, _)| name.ends_with(".safetensors"))
            .map(|(name, _)| Ok(std::fs::metadata(path.join(name))?.len() >> 10))
            .sum::<anyhow::Result<u64>>()?;
        let above = peak.saturating_sub(before);
        line(format!(
            "memory       {} MiB before loading, {} MiB at the highest: {} MiB for {} MiB of weights ({:.2} ×) in {}",
            before >> 10,
            peak >> 10,
            above >> 10,
            size >> 10,
            above as f64 / size as f64,
            editor.info().dtype
        ));
        Ok(())
    }

    fn configuration(&self, config: Config) -> anyhow::Result<()> {
        // The vocabularies of the released text encoders.
        let networks = config.named().configs(49_408, 32_128).networks(Path::new("."))?;
        line(format!("family       {}", config.named().family().as_str()));
        transformer(&networks.transformer);
        counts("autoencoder", init::vae_parameters(&networks.vae));
        let (clip, t5) = init::text_parameters(&networks.clip, &networks.t5);
        counts("CLIP text", clip);
        counts("T5 encoder", t5);
        let targets = icedit_targets(&networks.transformer);
        let plain = cost(&targets, self.rank, None);
        line(format!(
            "ICEdit LoRA  rank {}: {} layers, {} tensors, {} parameters",
            self.rank, plain.modules, plain.tensors, plain.parameters
        ));
        let experts = Experts { count: self.experts, rank: self.expert_rank.unwrap_or(self.rank) };
        let mixture = cost(&targets, self.rank, Some(experts));
        line(format!(
            "ICEdit MoE   rank {}, {} experts of rank {}: {} layers, {} of them mixtures, {} tensors, {} parameters, {} of them in mixtures",
            self.rank,
            experts.count,
            experts.rank,
            mixture.modules,
            mixture.mixtures,
            mixture.tensors,
            mixture.parameters,
            mixture.mixture_parameters
        ));
        Ok(())
    }

    fn folder(&self, path: &Path) -> anyhow::Result<()> {
        check_sums(path)?;
        let folder = ModelFolder::read(path, true)?;
        let card = &folder.card;
        let terms = if card.licence.non_commercial { " (non-commercial)" } else { "" };
        line(format!("model        {} ({})", card.name, folder.family.as_str()));
        line(format!("licence      {}{terms}", card.licence.name));
        transformer(&folder.transformer);
        counts("autoencoder", init::vae_parameters(&folder.vae));
        match &folder.text {
            Some((clip, t5)) => {
                let (clip, t5) = init::text_parameters(clip, t5);
                counts("CLIP text", clip);
                counts("T5 encoder", t5);
            }
            None => line("text         none: this folder denoises given embeddings only"),
        }
        line(format!("tiles        {:?} px, at most {} px a side", card.tile_sizes, card.max_side));
        line(format!("GSD          {} to {} m", card.gsd_m[0], card.gsd_m[1]));
        line(format!("languages    {}", card.languages.join(", ")));
        line(format!("defaults     {} steps, guidance {}", card.default_steps, card.default_guidance));
        for (part, stored) in [("transformer", &folder.transformer_at), ("autoencoder", &folder.vae_at)] {
            if let Stored::Original(file) = stored {
                line(format!("{part:12} from the original checkpoint {}", file.display()));
            }
        }
        for path in folder.adapters() {
            adapter(Adapter::open(&AdapterSource::new(&path), Device::Cpu, Kind::Float)?.info());
        }
        // The tensors of a file that does not fit are named here, before anybody waits for a worker.
        foreshock_models::flux::folder::check_tensors(&folder)?;
        line("tensors      all there, none unknown, every shape as configured");
        if self.load {
            self.memory(path)?;
        }
        if !self.no_digests {
            for (name, digest) in component_digests(path)? {
                line(format!("{digest}  {name}"));
            }
        }
        Ok(())
    }
}

/// An entry of `/proc/self/status`, KiB.
fn resident(entry: &str) -> anyhow::Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status").context("cannot read /proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(entry)).context("no such entry")?;
    let number = line.trim_start_matches(':').split_whitespace().next().unwrap_or_default();
    number.parse().with_context(|| format!("{entry} is {number}"))
}

fn counts(name: &str, parameters: u64) {
    line(format!("{name:12} {parameters} parameters"));
}

fn transformer(config: &TransformerConfig) {
    counts("transformer", init::transformer_parameters(config));
    line(format!(
        "             {} double and {} single blocks, {} heads × {}, rotary axes {:?}, tokens {} → {}, text {} and {}, guidance {}",
        config.num_layers,
        config.num_single_layers,
        config.num_attention_heads,
        config.attention_head_dim,
        config.axes_dims_rope,
        config.in_channels,
        config.out_channels.unwrap_or(config.in_channels),
        config.joint_attention_dim,
        config.pooled_projection_dim,
        if config.guidance_embeds { "embedded" } else { "not an input" }
    ));
}

fn adapter(info: &AdapterInfo) {
    let ranks: Vec<String> = info.ranks.iter().map(ToString::to_string).collect();
    let mut text = format!(
        "adapter      {}: {} layers of rank {}",
        info.name,
        info.plain + info.mixtures,
        ranks.join(", ")
    );
    if info.mixtures > 0 {
        text.push_str(&format!(", {} of them mixtures of {} experts", info.mixtures, info.experts));
    }
    line(format!("{text}, {} tensors, {} parameters", info.tensors, info.parameters));
    line(format!("             {}  {}", info.digest, info.path.display()));
}

fn file(path: &Path) -> anyhow::Result<()> {
    let shapes = weights::header(path)?;
    if shapes.keys().any(|name| name.contains(".lora_")) {
        adapter(Adapter::open(&AdapterSource::new(path), Device::Cpu, Kind::Float)?.info());
        return Ok(());
    }
    let parameters: u64 =
        shapes.values().map(|shape| shape.iter().map(|side| side.unsigned_abs()).product::<u64>()).sum();
    line(format!("file         {}: {} tensors, {parameters} parameters", path.display(), shapes.len()));
    if shapes.contains_key("double_blocks.0.img_attn.qkv.weight") {
        line("             an original FLUX.1 checkpoint");
        transformer(
            &transformer_by_shapes(path).context("its configuration cannot be told from its tensors")?,
        );
    } else if shapes.contains_key("encoder.down.0.block.0.conv1.weight") {
        line("             an original FLUX.1 autoencoder");
    }
    Ok(())
}

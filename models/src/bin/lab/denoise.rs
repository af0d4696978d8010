//! `foreshock-lab denoise`.

use std::borrow::Cow;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail, ensure};
use clap::Args;
use foreshock_models::adapter::AdapterSource;
use foreshock_models::edit::denoise::{Given, Settings, denoise};
use foreshock_models::edit::{check_sums, kind_of};
use foreshock_models::flux::folder::ModelFolder;
use foreshock_models::flux::model::FluxModel;
use foreshock_models::text::TextEmbedding;
use foreshock_models::{device, weights};
use safetensors::tensor::View;
use safetensors::{Dtype, SafeTensors, serialize_to_file};
use tch::{Kind, Tensor};

use crate::line;

/// IN holds `image` in −1…1, `mask` (1 = generate), `noise`, and `prompt_embeds` with `pooled_prompt_embeds`, or the prompts as a JSON
/// list under the metadata key `prompts`. With embeddings given, text encoders and tokenizers are not read. Fill: image [B,3,H,2W] is the
/// diptych, mask [B,1,H,2W], noise [B,16,H/8,2W/8]. Kontext: image [B,3,H,W] is the source, noise the target's, no mask.
/// OUT holds `latents`, `image`, and with --trace `velocity.{i}`.
#[derive(Args)]
pub(crate) struct Denoise {
    /// The model folder.
    #[arg(long, value_name = "DIR")]
    model: PathBuf,
    /// LoRA or mixture of experts.
    #[arg(long, value_name = "FILE")]
    adapter: Option<PathBuf>,
    /// Factor on the adapter's own scale.
    #[arg(long, default_value_t = 1.0)]
    adapter_scale: f64,
    /// Experts of a mixture that count for a token.
    #[arg(long, default_value_t = 1)]
    top_k: i64,
    /// Merge the adapter into the weights instead of keeping it beside them.
    #[arg(long, requires = "adapter")]
    merge: bool,
    /// Safetensors file with what goes in.
    #[arg(long, value_name = "IN.safetensors")]
    inputs: PathBuf,
    /// Safetensors file for what comes out.
    #[arg(long, value_name = "OUT.safetensors")]
    out: PathBuf,
    /// Denoising steps.
    #[arg(long, default_value_t = 28)]
    steps: u32,
    /// Guidance.
    #[arg(long, default_value_t = 50.0)]
    guidance: f64,
    /// Share of the schedule to run; below 1 it starts from the image with noise.
    #[arg(long, default_value_t = 1.0)]
    strength: f64,
    /// f32 or bf16.
    #[arg(long, default_value = "f32")]
    dtype: String,
    /// cpu, cuda or cuda:N.
    #[arg(long, default_value = "cpu")]
    device: String,
    /// Write the velocity of every step, too.
    #[arg(long)]
    trace: bool,
}

impl Denoise {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let (mut tensors, metadata) = read(&self.inputs)?;
        let device = device::open(&self.device)?;
        let kind = kind_of(&self.dtype)?;
        check_sums(&self.model)?;
        let embedded = (tensors.remove("prompt_embeds"), tensors.remove("pooled_prompt_embeds"));
        let with_text = embedded.0.is_none();
        let folder = ModelFolder::read(&self.model, with_text)?;
        let adapters: Vec<AdapterSource> = self
            .adapter
            .iter()
            .map(|path| AdapterSource {
                scale: self.adapter_scale,
                merge: self.merge,
                top_k: self.top_k,
                ..AdapterSource::new(path)
            })
            .collect();
        let model = FluxModel::load(&folder, &adapters, with_text, device, kind)?;
        let text = match embedded {
            (Some(tokens), Some(pooled)) => TextEmbedding { tokens, pooled },
            (None, None) => embed(&model, metadata.get("prompts"))?,
            _ => bail!("prompt_embeds and pooled_prompt_embeds go together: one of them is missing"),
        };
        let mut take = |name: &str| {
            tensors.remove(name).with_context(|| format!("{} has no tensor {name}", self.inputs.display()))
        };
        let given = Given { image: take("image")?, noise: take("noise")?, mask: take("mask").ok(), text };
        ensure!(
            tensors.is_empty(),
            "{} holds tensors that nobody reads: {}",
            self.inputs.display(),
            tensors.keys().cloned().collect::<Vec<_>>().join(", ")
        );
        let settings = Settings {
            steps: self.steps,
            guidance: self.guidance,
            strength: self.strength,
            adapter: (!adapters.is_empty()).then_some(0),
            trace: self.trace,
        };
        let denoised = denoise(&model, &given, settings)?;
        let mut out = vec![
            ("latents".to_owned(), Stored::of(&denoised.latents)?),
            ("image".to_owned(), Stored::of(&denoised.image)?),
        ];
        for (step, velocity) in denoised.velocities.iter().enumerate() {
            out.push((format!("velocity.{step}"), Stored::of(velocity)?));
        }
        serialize_to_file(out, None, &self.out)
            .with_context(|| format!("cannot write {}", self.out.display()))?;
        line(format!(
            "{}: {} steps of {} in {} on {}",
            self.out.display(),
            self.steps,
            folder.family.as_str(),
            self.dtype,
            self.device
        ));
        Ok(())
    }
}

/// The prompts of the metadata, embedded one by one.
fn embed(model: &FluxModel, prompts: Option<&String>) -> anyhow::Result<TextEmbedding> {
    let prompts = prompts.context("there are neither prompt_embeds nor the metadata key prompts")?;
    let prompts: Vec<String> =
        serde_json::from_str(prompts).context("prompts is not a JSON list of texts")?;
    ensure!(!prompts.is_empty(), "prompts is empty");
    let stack = model.text.as_ref().context("the text encoders are not loaded")?;
    let texts = prompts
        .iter()
        .map(|prompt| stack.embed(prompt).map_err(|error| anyhow::anyhow!("{error}")))
        .collect::<anyhow::Result<Vec<_>>>()?;
    Ok(TextEmbedding::stack(&texts.iter().collect::<Vec<_>>()))
}

type Inputs = (HashMap<String, Tensor>, HashMap<String, String>);

fn read(path: &Path) -> anyhow::Result<Inputs> {
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let broken = || format!("{} is not a safetensors file", path.display());
    let (_, header) = SafeTensors::read_metadata(&bytes).with_context(broken)?;
    let tensors = SafeTensors::deserialize(&bytes).with_context(broken)?;
    let mut found = HashMap::new();
    for (name, view) in tensors.tensors() {
        let shape: Vec<i64> = view.shape().iter().map(|side| *side as i64).collect();
        let kind = weights::kind_of(view.dtype())
            .map_err(|dtype| anyhow::anyhow!("{name} has element type {dtype}, which is not read"))?;
        found.insert(name, Tensor::from_data_size(view.data(), &shape, kind));
    }
    Ok((found, header.metadata().clone().unwrap_or_default()))
}

/// A tensor as it is written, 32 bit.
struct Stored {
    sides: Vec<usize>,
    values: Vec<f32>,
}

impl Stored {
    fn of(tensor: &Tensor) -> anyhow::Result<Self> {
        let sides = tensor.size().iter().map(|side| side.unsigned_abs() as usize).collect();
        let flat = tensor.to_device(tch::Device::Cpu).to_kind(Kind::Float).contiguous().view([-1]);
        Ok(Self { sides, values: Vec::try_from(flat)? })
    }
}

impl View for Stored {
    fn dtype(&self) -> Dtype {
        Dtype::F32
    }

    fn shape(&self) -> &[usize] {
        &self.sides
    }

    fn data(&self) -> Cow<'_, [u8]> {
        Cow::Owned(self.values.iter().flat_map(|value| value.to_le_bytes()).collect())
    }

    fn data_len(&self) -> usize {
        self.values.len() * 4
    }
}

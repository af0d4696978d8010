//! `foreshock-lab edit`.

use std::path::PathBuf;

use anyhow::{Context as _, ensure};
use clap::Args;
use foreshock_models::edit::{EditRequest, Preserve};
use foreshock_models::{LoadOptions, load, pixels};

use crate::line;

/// Example: foreshock-lab edit --model model/ --input a.png --instruction "flood the street" --output b.png
#[derive(Args)]
pub(crate) struct Edit {
    /// The model folder.
    #[arg(long)]
    model: PathBuf,
    /// 8-bit PNG or JPEG; sides are multiples of 16 px.
    #[arg(long)]
    input: PathBuf,
    /// What should happen.
    #[arg(long)]
    instruction: String,
    /// PNG to write: the model's pixels.
    #[arg(long)]
    output: PathBuf,
    /// 8-bit grey PNG; 255 = may change.
    #[arg(long)]
    mask: Option<PathBuf>,
    /// Two images, before and after, that show what is meant; may be given three times.
    #[arg(long, num_args = 2, value_names = ["BEFORE", "AFTER"])]
    example: Vec<PathBuf>,
    /// Adapter file beside those in the folder; used unless --use-adapter says otherwise.
    #[arg(long)]
    adapter: Vec<PathBuf>,
    /// Name of the adapter to use [default: the model's].
    #[arg(long)]
    use_adapter: Option<String>,
    /// Denoising steps; default: the model's.
    #[arg(long)]
    steps: Option<u32>,
    /// Guidance; default: the model's.
    #[arg(long)]
    guidance: Option<f64>,
    /// Seed of the noise.
    #[arg(long, default_value_t = 42)]
    seed: u64,
    /// cpu, cuda or cuda:N.
    #[arg(long, default_value = "cpu")]
    device: String,
    /// f32 or bf16.
    #[arg(long, default_value = "f32")]
    dtype: String,
}

impl Edit {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let options = LoadOptions {
            device: self.device,
            dtype: self.dtype,
            adapters: self.adapter,
            ..LoadOptions::default()
        };
        let editor = load(&self.model, &options)?;
        let mask = self.mask.map(|path| pixels::read_gray(&path)).transpose()?;
        ensure!(self.example.len().is_multiple_of(2), "--example takes two files, before and after");
        let examples = self
            .example
            .chunks_exact(2)
            .map(|pair| Ok((pixels::read_rgb(&pair[0])?, pixels::read_rgb(&pair[1])?)))
            .collect::<anyhow::Result<Vec<_>>>()?;
        let request = EditRequest {
            source: pixels::read_rgb(&self.input)?,
            valid: None,
            preserve: if mask.is_some() { Preserve::Mask } else { Preserve::None },
            mask,
            examples,
            instruction: self.instruction,
            steps: self.steps.unwrap_or(editor.info().default_steps),
            guidance: self.guidance.unwrap_or(editor.info().default_guidance),
            seed: self.seed,
            strength: 1.0,
            quality: "full".to_owned(),
            adapter: self.use_adapter,
            candidate: 0,
            noise_origin: [0, 0],
        };
        let mut session = editor.begin(request)?;
        while !session.is_done() {
            editor.step(&mut [&mut session])?;
        }
        let edited = editor.finish(session)?;
        pixels::write_rgb(&self.output, &edited.pixels)
            .with_context(|| format!("cannot write {}", self.output.display()))?;
        let total: f64 = edited.seconds.iter().map(|(_, seconds)| seconds).sum();
        line(format!(
            "{}: {:.1} % of pixels may have changed, {total:.2} s",
            self.output.display(),
            edited.changed_fraction * 100.0
        ));
        Ok(())
    }
}

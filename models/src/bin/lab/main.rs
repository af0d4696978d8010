//! `foreshock-lab`: make, inspect and try models.

mod png_file;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Parser, Subcommand, ValueEnum};
use foreshock_models::edit::{EditRequest, Preserve, component_digests, describe};
use foreshock_models::{LoadOptions, init, load};

/// Make, inspect and try Foreshock's models.
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write a complete model folder with random weights.
    ///
    /// Example: foreshock-lab init --config tiny --seed 1 model/
    Init {
        /// Sizes of the networks.
        #[arg(long, value_enum, default_value = "tiny")]
        config: Size,
        /// Seed of the weights.
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// Folder to write.
        folder: PathBuf,
    },
    /// Say what a model folder holds: architecture, parameters, digests, licence.
    Inspect {
        /// The folder.
        folder: PathBuf,
    },
    /// Edit one PNG, without queue or georeference.
    ///
    /// Example: foreshock-lab edit --model model/ --input a.png --instruction "flood the street" --output b.png
    Edit {
        /// The model folder.
        #[arg(long)]
        model: PathBuf,
        /// 8-bit RGB PNG; sides are multiples of 16 px.
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
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum Size {
    /// 256-px tiles, some thousand parameters.
    Tiny,
}

fn main() -> ExitCode {
    tracing_subscriber::fmt().with_writer(std::io::stderr).init();
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stdout, reason = "what was asked for goes to standard output")]
fn run(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Init { config: Size::Tiny, seed, folder } => {
            init::tiny(&folder, seed)?;
            println!("{}: model “tiny”, random weights of seed {seed}", folder.display());
        }
        Command::Inspect { folder } => {
            let editor = load(&folder, &LoadOptions::default())?;
            println!("{}", describe(editor.info()));
            for (name, digest) in component_digests(&folder)? {
                println!("{digest}  {name}");
            }
        }
        Command::Edit { model, input, instruction, output, mask, steps, guidance, seed, device, dtype } => {
            let editor = load(&model, &LoadOptions { device, dtype, threads: 0 })?;
            let mask = mask.map(|path| png_file::read_gray(&path)).transpose()?;
            let request = EditRequest {
                source: png_file::read_rgb(&input)?,
                valid: None,
                preserve: if mask.is_some() { Preserve::Mask } else { Preserve::None },
                mask,
                examples: Vec::new(),
                instruction,
                steps: steps.unwrap_or(editor.info().default_steps),
                guidance: guidance.unwrap_or(editor.info().default_guidance),
                seed,
                strength: 1.0,
                quality: "full".to_owned(),
                candidate: 0,
                noise_origin: [0, 0],
            };
            let mut session = editor.begin(request)?;
            while !session.is_done() {
                editor.step(&mut [&mut session])?;
            }
            let edited = editor.finish(session)?;
            png_file::write_rgb(&output, &edited.pixels)
                .with_context(|| format!("cannot write {}", output.display()))?;
            let total: f64 = edited.seconds.iter().map(|(_, seconds)| seconds).sum();
            println!(
                "{}: {:.1} % of pixels may have changed, {total:.2} s",
                output.display(),
                edited.changed_fraction * 100.0
            );
        }
    }
    Ok(())
}

//! `foreshock-lab`: make, inspect and try models.

mod data;
mod denoise;
mod edit;
mod evaluate;
mod init;
mod inspect;
mod synthesize;
mod train;
mod train_options;
mod train_vae;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

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
    Init(init::Init),
    /// Say what a model folder, a weight file or a named configuration holds.
    Inspect(inspect::Inspect),
    /// Edit one PNG, without queue or georeference.
    Edit(Box<edit::Edit>),
    /// Run the denoising loop over given noise, to compare it with another implementation.
    Denoise(Box<denoise::Denoise>),
    /// Look at sets of pairs, and make what they lack.
    #[command(subcommand)]
    Data(data::Data),
    /// Score a model, or any folder of predictions, against before/after pairs.
    Evaluate(Box<evaluate::Evaluate>),
    /// Train the transformer of a model folder, or an adapter for it, on before/after pairs.
    Train(Box<train::Train>),
    /// Train the autoencoder of a model folder on images.
    TrainVae(Box<train_vae::TrainVae>),
    /// Make before/after pairs with instructions from aerial tiles.
    Synthesize(Box<synthesize::Synthesize>),
}

fn main() -> ExitCode {
    tracing_subscriber::fmt().with_writer(std::io::stderr).init();
    let ended = match Arguments::parse().command {
        Command::Init(init) => init.run(),
        Command::Inspect(inspect) => inspect.run(),
        Command::Edit(edit) => edit.run(),
        Command::Denoise(denoise) => denoise.run(),
        Command::Data(data) => data.run(),
        Command::Evaluate(evaluate) => evaluate.run(),
        Command::Train(train) => train.run(),
        Command::TrainVae(train) => train.run(),
        Command::Synthesize(synthesize) => synthesize.run(),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// One line on standard output: what was asked for.
#[expect(clippy::print_stdout, reason = "the lab's one place to print")]
fn line(text: impl std::fmt::Display) {
    println!("{text}");
}

//! `foreshock edit`.

use std::path::PathBuf;

use clap::Args;
use foreshock_models::adapter::AdapterSource;

use super::request::RequestOptions;
use super::{Exit, worker};
use crate::client::ClientError;
use crate::client::local::Local;
use crate::job::Rules;
use crate::settings::Settings;

/// Edit a raster in this process, without broker or cache.
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  foreshock edit --model models/weights/foreshock-small --input town.tif --instruction \"flood the streets\" --output flooded.tif
  foreshock edit --model DIR --adapter-file flood.safetensors --example before.png after.png --input town.tif --instruction \"flood the streets\" --output flooded.tif
  foreshock edit --model DIR --device cuda --input town.tif --mask roofs.tif --instruction \"collapse the roofs\" --output quake.tif

A command that was stopped goes on where it was when it is given again.

Exit codes: 0 done · 1 failed · 2 bad input or usage · 3 the model cannot be loaded · 4 some tiles failed · 130 cancelled.")]
pub(super) struct Edit {
    #[command(flatten)]
    request: RequestOptions,
    /// Folder of the model [default: that of the settings, else the one that comes with the repository].
    #[arg(long, value_name = "DIR")]
    model: Option<String>,
    /// cpu, cuda or cuda:N [default: that of the settings, else cpu].
    #[arg(long, value_name = "DEVICE")]
    device: Option<String>,
    /// CPU threads, 0 = as libtorch decides [default: that of the settings, else 0].
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
    /// An adapter beside those of the model: a file, or a folder with pytorch_lora_weights.safetensors. It is used unless --adapter names another.
    #[arg(long, value_name = "F")]
    adapter_file: Option<PathBuf>,
}

impl Edit {
    pub(super) async fn run(mut self, mut settings: Settings) -> Exit {
        if let Some(model) = &self.model {
            settings.model.clone_from(model);
        }
        settings = settings.or_shipped_model();
        if let Some(device) = &self.device {
            settings.device.clone_from(device);
        }
        if let Some(threads) = self.threads {
            settings.threads = threads;
        }
        if let Some(file) = &self.adapter_file {
            settings.adapters.push(file.clone());
            let name = AdapterSource::new(file).name_on_the_wire();
            self.request.tuning.adapter.get_or_insert(name);
        }
        // The cheap checks first: a wrong input needs no model.
        if let Err(error) = self.request.check_input().await {
            return self.request.fail(&error);
        }
        let judge = match worker::judge(&settings) {
            Ok(judge) => judge,
            Err(exit) => {
                self.request.failed_before("the judge cannot be set up; standard error says why");
                return exit;
            }
        };
        let accepted_licences = settings.accept_licence.clone();
        let loaded = tokio::task::spawn_blocking(move || worker::engine(&settings)).await;
        let engine = match loaded {
            Ok(Ok(engine)) => engine,
            // What is wrong is said already, on standard error; a program reads standard output.
            Ok(Err(exit)) => {
                self.request.failed_before("the model cannot be loaded; standard error says why");
                return exit;
            }
            Err(error) => {
                return self.request.fail(&ClientError::Internal(format!("a thread died: {error}")));
            }
        };
        let rules = Rules { info: engine.info().clone(), accepted_licences, judge };
        let model = worker::model(&rules);
        let mut local = Local::new(engine, rules);
        let ended = match self.request.open(model).await {
            Ok((bench, journal)) => self.request.run(bench, journal, &mut local).await,
            Err(error) => Err(error),
        };
        match ended {
            Ok(exit) => exit,
            Err(error) => self.request.fail(&error),
        }
    }
}

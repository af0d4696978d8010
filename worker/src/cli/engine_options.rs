//! What `edit` and `local` have in common: which model runs in this process, and where.

use std::path::PathBuf;

use clap::Args;
use foreshock_models::adapter::AdapterSource;

use super::{Exit, output, worker};
use crate::engine::Engine;
use crate::job::Rules;
use crate::settings::Settings;

/// The model of this process.
#[derive(Args, Debug)]
pub(super) struct EngineOptions {
    /// Folder of the model [default: that of the settings, else the one that comes with the repository].
    #[arg(long, value_name = "DIR")]
    model: Option<String>,
    /// cpu, cuda or cuda:N [default: that of the settings, else cpu].
    #[arg(long, value_name = "DEVICE")]
    device: Option<String>,
    /// CPU threads, 0 = as libtorch decides [default: that of the settings, else 0].
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
    /// An adapter beside those of the model: a file, or a folder with pytorch_lora_weights.safetensors.
    #[arg(long, value_name = "F")]
    adapter_file: Option<PathBuf>,
}

impl EngineOptions {
    /// These settings, changed by the options.
    pub(super) fn over(&self, mut settings: Settings) -> Settings {
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
        settings.adapters.extend(self.adapter_file.clone());
        settings
    }

    /// The name of the adapter that was given as a file.
    pub(super) fn adapter(&self) -> Option<String> {
        self.adapter_file.as_ref().map(|file| AdapterSource::new(file).name_on_the_wire())
    }
}

/// Loads the model, and the rules by which it is used; what is wrong is said on standard error.
pub(super) async fn load(settings: Settings) -> Result<(Engine, Rules), Exit> {
    let judge = worker::judge(&settings)?;
    let roots = worker::roots(&settings)?;
    let accepted_licences = settings.accept_licence.clone();
    match tokio::task::spawn_blocking(move || worker::engine(&settings)).await {
        Ok(engine) => {
            let engine = engine?;
            let rules = Rules { info: engine.info().clone(), accepted_licences, judge, roots };
            Ok((engine, rules))
        }
        Err(error) => {
            output::error(&format!("a thread died: {error}"));
            Err(Exit::Failed)
        }
    }
}

//! `foreshock edit`.

use clap::Args;

use super::engine_options::{EngineOptions, load};
use super::request::RequestOptions;
use super::{Exit, worker};
use crate::client::local::Local;
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
    #[command(flatten)]
    engine: EngineOptions,
}

impl Edit {
    pub(super) async fn run(mut self, settings: Settings) -> Exit {
        if let Some(adapter) = self.engine.adapter() {
            self.request.tuning.adapter.get_or_insert(adapter);
        }
        // The cheap checks first: a wrong input needs no model.
        if let Err(error) = self.request.check_input().await {
            return self.request.fail(&error);
        }
        let (engine, rules) = match load(self.engine.over(settings)).await {
            Ok(loaded) => loaded,
            // What is wrong is said already, on standard error; a program reads standard output.
            Err(exit) => {
                self.request.failed_before("the model cannot be loaded; standard error says why");
                return exit;
            }
        };
        let model = worker::model(&rules);
        let mut local = Local::new(engine, rules, "this process");
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

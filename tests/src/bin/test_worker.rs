//! `foreshock worker` with an editor that does what no shipped one may.
//!
//! It takes the worker's settings, and from the environment
//! - `TEST_WORKER_SLEEP_MS`: each step sleeps so long beside what the model takes;
//! - `TEST_WORKER_POISON`: a job whose instruction holds this word ends the process at its begin, without a word.

use std::process::ExitCode;
use std::time::Duration;

use foreshock_models::edit::{BatchKey, EditError, EditRequest, Edited, Editor, EditorInfo, Rgb8, Session};
use foreshock_worker::cli::{Exit, output, serve};
use foreshock_worker::engine::Engine;
use foreshock_worker::settings::Settings;

/// The settings' model, and what is done beside it.
struct Odd {
    model: Box<dyn Editor + Send>,
    sleep: Duration,
    poison: Option<String>,
}

impl Editor for Odd {
    fn info(&self) -> &EditorInfo {
        self.model.info()
    }

    fn batch_key(&self, request: &EditRequest) -> BatchKey {
        self.model.batch_key(request)
    }

    fn check(&self, request: &EditRequest) -> Result<(), EditError> {
        self.model.check(request)
    }

    fn begin(&self, request: EditRequest) -> Result<Session, EditError> {
        if self.poison.as_ref().is_some_and(|word| request.instruction.contains(word)) {
            std::process::abort();
        }
        self.model.begin(request)
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "the engine's own thread, held up as a slow model holds it up"
    )]
    fn step(&self, sessions: &mut [&mut Session]) -> Result<(), EditError> {
        std::thread::sleep(self.sleep);
        self.model.step(sessions)
    }

    fn preview(&self, session: &Session) -> Result<Rgb8, EditError> {
        self.model.preview(session)
    }

    fn finish(&self, session: Session) -> Result<Edited, EditError> {
        self.model.finish(session)
    }
}

fn engine(settings: &Settings) -> Result<Engine, Exit> {
    let (folder, options) = (std::path::PathBuf::from(&settings.model), settings.load_options());
    let sleep = std::env::var("TEST_WORKER_SLEEP_MS").ok().and_then(|text| text.parse().ok()).unwrap_or(0);
    let sleep = Duration::from_millis(sleep);
    let poison = std::env::var("TEST_WORKER_POISON").ok();
    let load =
        move || Ok(Box::new(Odd { model: foreshock_models::load(&folder, &options)?, sleep, poison }) as _);
    Engine::start(load, settings.engine()).map_err(|error| {
        output::error(&error.to_string());
        Exit::Unreachable
    })
}

fn main() -> ExitCode {
    let settings = match Settings::load(std::path::Path::new(".")) {
        Ok(settings) => settings,
        Err(error) => {
            output::error(&error.to_string());
            return Exit::BadInput.into();
        }
    };
    foreshock_worker::telemetry::start_log(&settings);
    match tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build() {
        Ok(runtime) => runtime.block_on(serve(settings, engine)).into(),
        Err(error) => {
            output::error(&format!("no threads to run on: {error}"));
            Exit::Failed.into()
        }
    }
}

//! `foreshock worker`.

use std::sync::Arc;
use std::time::Duration;

use foreshock_models::adapter::AdapterInfo;
use foreshock_protocol::capabilities::{CAPABILITIES_SCHEMA, Capabilities, GsdRange, Licence, Model};
use foreshock_protocol::check::check_name;
use foreshock_protocol::limits::Limits;
use foreshock_protocol::presets::presets;
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;

use super::{Exit, output};
use crate::broker::{Cancels, Service};
use crate::cache::{Cache, Flights, Pace};
use crate::engine::Engine;
use crate::job::Rules;
use crate::job::life::Shared;
use crate::judge::Judge;
use crate::raster::by_reference::Roots;
use crate::settings::Settings;
use crate::telemetry::{Pages, Readiness};

/// What the fleet says of itself.
pub(super) fn capabilities(rules: &Rules, worker: &str) -> Capabilities {
    Capabilities {
        schema: CAPABILITIES_SCHEMA.to_owned(),
        worker: worker.to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        models: vec![model(rules)],
        limits: Limits::default(),
        presets: presets(),
        judge: rules.judge.is_some(),
    }
}

/// One model as the wire describes it.
pub(crate) fn model(rules: &Rules) -> Model {
    let info = &rules.info;
    Model {
        name: info.model.clone(),
        digest: info.fingerprint.clone(),
        adapters: info.adapters.iter().map(|adapter| adapter.name.clone()).collect(),
        default_adapter: info.default_adapter.clone(),
        max_examples: info.max_examples,
        max_candidates: rules.max_candidates(),
        tile_sizes: info.tile_sizes.clone(),
        max_side: info.max_side,
        gsd_m: GsdRange { min: info.gsd_m[0], max: info.gsd_m[1] },
        languages: info.languages.clone(),
        default_steps: info.default_steps,
        default_guidance: info.default_guidance,
        qualities: vec!["full".to_owned()],
        licence: Licence {
            id: info.licence.id.clone(),
            name: info.licence.name.clone(),
            url: info.licence.url.clone(),
            non_commercial: info.licence.non_commercial,
            accepted: rules.licence_accepted(),
        },
    }
}

/// Loads the model of the settings on a thread of its own.
pub(crate) fn engine(settings: &Settings) -> Result<Engine, Exit> {
    if settings.model.is_empty() {
        output::error(
            "no model: set model = \"FOLDER\" in foreshock.toml or FORESHOCK_MODEL; the one that comes with Foreshock was not found in models/weights/foreshock-small, here or near the binary",
        );
        return Err(Exit::BadInput);
    }
    let folder = std::path::PathBuf::from(&settings.model);
    let options = settings.load_options();
    let started = Engine::start(move || foreshock_models::load(&folder, &options), settings.engine());
    let engine = started.map_err(|error| {
        output::error(&error.to_string());
        Exit::Unreachable
    })?;
    if let Some(wrong) = misnamed(&engine.info().adapters) {
        output::error(&wrong);
        return Err(Exit::BadInput);
    }
    Ok(engine)
}

/// What is wrong with the name of an adapter: jobs could not choose it.
pub(super) fn misnamed(adapters: &[AdapterInfo]) -> Option<String> {
    let wrong = adapters.iter().find(|adapter| check_name(&adapter.name, "adapters").is_err())?;
    let path = wrong.path.display();
    Some(format!(
        "adapter “{}” cannot be chosen by its name; rename {path}: 1 to 64 of a-z, 0-9, - and _",
        wrong.name
    ))
}

/// The judge of the settings.
pub(super) fn judge(settings: &Settings) -> Result<Option<Arc<dyn Judge>>, Exit> {
    settings.judge().map_err(|error| {
        output::error(&error.to_string());
        Exit::BadInput
    })
}

/// The folders for sources by reference.
pub(super) fn roots(settings: &Settings) -> Result<Roots, Exit> {
    Roots::new(&settings.by_reference_roots).map_err(|error| {
        output::error(&error.to_string());
        Exit::BadInput
    })
}

pub(super) async fn run(settings: Settings) -> Exit {
    serve(settings, engine).await
}

/// Serves jobs until it is told to stop, with the engine that `start` makes once the pages are up.
pub async fn serve(settings: Settings, start: impl FnOnce(&Settings) -> Result<Engine, Exit>) -> Exit {
    let ready = Readiness::default();
    if !settings.metrics_listen.is_empty() {
        let pages = match Pages::bind(&settings.metrics_listen, ready.clone()).await {
            Ok(pages) => pages,
            Err(error) => {
                output::error(&error.to_string());
                return Exit::BadInput;
            }
        };
        if let Some(address) = pages.address() {
            tracing::info!(%address, "metrics listening");
            if let Some(file) = &settings.metrics_addr_file
                && let Err(error) = std::fs::write(file, format!("{address}\n"))
            {
                output::error(&format!("metrics_addr_file {} cannot be written: {error}", file.display()));
                return Exit::BadInput;
            }
        }
        tokio::spawn(pages.serve());
    }
    let tls = match settings.tls() {
        Ok(tls) => tls,
        Err(error) => {
            output::error(&format!("settings: {error}"));
            return Exit::BadInput;
        }
    };
    let cache = match Cache::open(
        &settings.cache_url,
        settings.state_url(),
        &tls,
        &settings.cache_key_secret,
        settings.cache_ttl_seconds,
    ) {
        Ok(cache) => cache,
        Err(error) => {
            output::error(&format!("cache_url: {error}"));
            return Exit::BadInput;
        }
    };
    let judge = match judge(&settings) {
        Ok(judge) => judge,
        Err(exit) => return exit,
    };
    let roots = match roots(&settings) {
        Ok(roots) => roots,
        Err(exit) => return exit,
    };
    let engine = match start(&settings) {
        Ok(engine) => engine,
        Err(exit) => return exit,
    };
    let info = engine.info().clone();
    tracing::info!(
        model = info.model,
        parameters = info.parameters,
        device = info.device,
        dtype = info.dtype,
        "model loaded"
    );
    let rules = Rules { info, accepted_licences: settings.accept_licence.clone(), judge, roots };
    if !rules.licence_accepted() {
        let licence = &rules.info.licence;
        tracing::warn!(
            licence = licence.name,
            "jobs are refused until accept_licence = [\"{}\"] is set: read the licence first",
            licence.id
        );
    }
    let worker = settings.worker_name();
    let capabilities = capabilities(&rules, &worker);
    let (draining, abort) = (CancellationToken::new(), CancellationToken::new());
    let shared = Arc::new(Shared {
        engine,
        cache,
        flights: Flights::default(),
        cancels: Cancels::default(),
        rules,
        worker,
        job_time: Duration::from_secs(settings.job_seconds),
        draining: draining.clone(),
        pace: Pace::default(),
    });
    if let Err(error) = listen_for_signals(draining.clone(), abort.clone()) {
        output::error(&format!("signals cannot be caught: {error}"));
        return Exit::Failed;
    }
    tokio::spawn(end_with_the_engine(Arc::clone(&shared)));
    let service = Service::new(settings, Arc::clone(&shared), capabilities, ready, abort.clone());
    let stopped = service.run().await;
    tracing::info!(unfinished = stopped.unfinished, "stopped");
    if !shared.engine.is_alive() {
        return Exit::Failed;
    }
    if stopped.unfinished > 0 {
        // The engine is in the middle of something nobody waits for; its thread must not hold up the end.
        std::process::exit(0);
    }
    Exit::Done
}

/// The first signal drains, the second stops at once.
fn listen_for_signals(draining: CancellationToken, abort: CancellationToken) -> std::io::Result<()> {
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    tokio::spawn(async move {
        for token in [draining, abort] {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
            token.cancel();
        }
    });
    Ok(())
}

/// A worker without its engine is none: it stops, and the broker gives its jobs to others.
async fn end_with_the_engine(shared: Arc<Shared>) {
    while shared.engine.is_alive() {
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    tracing::error!("the engine has ended; the worker stops");
    shared.draining.cancel();
}

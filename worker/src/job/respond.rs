//! From pixels to an outcome.

use std::collections::BTreeMap;
use std::time::Instant;

use chrono::{DateTime, SubsecRound as _, Utc};
use foreshock_protocol::Refusal;
use foreshock_protocol::fingerprint::normalise_instruction;
use foreshock_protocol::job::{Base64, Job, JobId, TileId};
use foreshock_protocol::outcome::{CacheState, Done, End, OUTCOME_SCHEMA, Outcome, Provenance};

use super::Rules;
use super::filter::Made;
use crate::SOFTWARE;
use crate::cache::Cached;
use crate::raster::encode::{EncodeError, geotiff};

/// A computed result in the form that is kept.
#[must_use]
pub fn cached(made: Made) -> Cached {
    let created_ms = Utc::now().timestamp_millis();
    let edited = made.edited;
    Cached {
        pixels: edited.pixels,
        weight: edited.weight,
        changed_fraction: edited.changed_fraction,
        created_ms,
        filter: made.filter,
    }
}

/// What made the pixels.
#[must_use]
pub fn provenance(job: &Job, rules: &Rules, cached: &Cached) -> Provenance {
    let created: DateTime<Utc> = DateTime::from_timestamp_millis(cached.created_ms).unwrap_or_default();
    let adapter = job.params.adapter.clone().or_else(|| rules.info.default_adapter.clone());
    let known = rules.info.adapters.iter().find(|known| adapter.as_ref() == Some(&known.name));
    Provenance {
        synthetic: true,
        software: SOFTWARE.to_owned(),
        model: rules.info.model.clone(),
        model_digest: rules.info.fingerprint.clone(),
        adapter_digest: known.map(|known| known.digest.clone()),
        adapter,
        licence: rules.info.licence.id.clone(),
        instruction: normalise_instruction(&job.instruction),
        steps: job.params.steps,
        guidance: job.params.guidance,
        seed: cached.filter.as_ref().map_or(job.params.seed, |filter| filter.winner_seed),
        strength: job.params.strength,
        preserve: job.params.preserve.as_str().to_owned(),
        quality: job.params.quality.clone(),
        created: created.trunc_subsecs(0),
        filter: cached.filter.clone(),
    }
}

/// The outcome of an edited tile: its pixels put on the tile's grid. It blocks; call it where that is allowed.
///
/// # Errors
/// When the GeoTIFF cannot be written.
pub fn done(
    job: &Job,
    rules: &Rules,
    cached: &Cached,
    cache: CacheState,
    seconds: &[(&'static str, f64)],
    worker: &str,
) -> Result<Outcome, EncodeError> {
    let clock = Instant::now();
    let provenance = provenance(job, rules, cached);
    let bytes = geotiff(&cached.pixels, &cached.weight, &job.grid, &provenance)?;
    let written = ("write", clock.elapsed().as_secs_f64());
    let end = End::Done(Box::new(Done {
        geotiff: Base64(bytes),
        changed_fraction: cached.changed_fraction,
        seed: provenance.seed,
        provenance,
        cache,
        seconds: seconds
            .iter()
            .chain([&written])
            .map(|(stage, seconds)| ((*stage).to_owned(), *seconds))
            .collect::<BTreeMap<_, _>>(),
    }));
    Ok(outcome(job.job_id, Some(job.tile), worker, end))
}

/// The outcome of a tile that was refused or failed.
#[must_use]
pub fn failed(job: JobId, tile: Option<TileId>, refusal: Refusal, worker: &str) -> Outcome {
    outcome(job, tile, worker, End::Failed(refusal))
}

/// Any outcome.
#[must_use]
pub fn outcome(job_id: JobId, tile: Option<TileId>, worker: &str, end: End) -> Outcome {
    Outcome { schema: OUTCOME_SCHEMA.to_owned(), job_id, tile, worker: worker.to_owned(), end }
}

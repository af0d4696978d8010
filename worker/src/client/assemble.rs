//! From a journal to files: the result, its change footprint, a picture of before and after.

use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::{Map, Value, json};
use tokio_util::sync::CancellationToken;

use super::ClientError;
use super::compose::Composition;
use super::journal::Journal;
use super::pilot::Pilot;
use super::progress::Progress;
use super::request::Workbench;
use crate::raster::encode::tags;
use crate::raster::footprint::{ChangeMap, Footprint};
use crate::raster::output::Output;
use crate::raster::preview;
use crate::raster::source::Source;
use crate::raster::target::is_tiff_name;

/// What is to be written.
#[derive(Debug, Clone)]
pub struct Targets {
    /// The result.
    pub output: PathBuf,
    /// The change footprint.
    pub footprint: Option<PathBuf>,
    /// The picture.
    pub before_after: Option<PathBuf>,
}

/// What was written.
#[derive(Debug, Clone, Serialize)]
pub struct Written {
    /// The result.
    pub output: PathBuf,
    /// The change footprint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub footprint: Option<PathBuf>,
    /// The picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before_after: Option<PathBuf>,
    /// Share of the pixels that changed.
    pub changed_fraction: f64,
    /// Pieces of the footprint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pieces: Option<u64>,
    /// Their area on the ellipsoid, m².
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area_m2: Option<f64>,
    /// What the user should know.
    #[serde(skip)]
    pub warnings: Vec<String>,
}

/// Composes and writes everything, unless `stop` is set first. It blocks.
///
/// # Errors
/// When no tile is there, something cannot be read or written, or the user calls it off.
pub fn assemble(
    bench: &Workbench,
    journal: &Journal,
    targets: &Targets,
    progress: &Progress,
    stop: &CancellationToken,
) -> Result<Written, ClientError> {
    let request = &bench.request;
    let here: Vec<u32> = (0..request.plan.len()).filter(|index| journal.has(*index)).collect();
    let Some(first) = here.first() else {
        return Err(ClientError::Input(
            "there is nothing to edit: the area holds no valid pixel, or none inside the mask".to_owned(),
        ));
    };
    let mut provenance = journal.done(*first)?.provenance;
    if let Some(pilot) = Pilot::of(bench, journal)?.filter(|pilot| journal.has(pilot.index)) {
        provenance.filter = journal.done(pilot.index)?.provenance.filter;
    }
    let provenance = provenance;
    let mut warnings = Vec::new();
    for index in &here {
        if journal.done(*index)?.provenance.model_digest != provenance.model_digest {
            warnings.push(
                "the workers do not run the same weights: tiles may not fit together (`foreshock doctor` on each)".to_owned(),
            );
            break;
        }
    }
    let mut said = tags(&provenance);
    said.push(("FORESHOCK_JOB_ID", journal.job_id().to_string()));
    said.push(("FORESHOCK_STRETCH", serde_json::to_string(&request.stretch).unwrap_or_default()));

    let window = request.plan.window;
    let mut output = Output::create(&targets.output, &bench.source, window, &said)?;
    let mut map = match targets.footprint {
        Some(_) => Some(ChangeMap::create(journal.folder(), window)?),
        None => None,
    };
    let image = |index: u32| journal.has(index).then(|| journal.image(index));
    let composition = Composition {
        source: &bench.source,
        mask: bench.mask.as_ref(),
        plan: &request.plan,
        stretch: &request.stretch,
        image: &image,
    };
    let mut tell = |share| {
        progress.composing(share);
        !stop.is_cancelled()
    };
    let changed = composition.write(&mut output, map.as_mut(), &mut tell)?;
    output.finish()?;

    let mut written = Written {
        output: targets.output.clone(),
        footprint: None,
        before_after: None,
        changed_fraction: changed.pixels as f64 / changed.of as f64,
        pieces: None,
        area_m2: None,
        warnings,
    };
    if let (Some(path), Some(map)) = (&targets.footprint, map) {
        let properties = properties(journal, &provenance);
        // The result is written: what is wrong with the footprint must not take it away.
        match map.footprint(&bench.source, &properties, path)? {
            Footprint::Written { pieces, area_m2 } => {
                written.footprint = Some(path.clone());
                written.pieces = Some(pieces);
                written.area_m2 = Some(area_m2);
            }
            Footprint::Nowhere(why) => {
                written.warnings.push(format!("no change footprint was written: {why}"));
            }
        }
    }
    if let Some(path) = &targets.before_after {
        let result = Source::open(&targets.output)?;
        preview::before_after(&bench.source, window, &result, &request.stretch, path)?;
        written.before_after = Some(path.clone());
    }
    Ok(written)
}

fn properties(journal: &Journal, provenance: &foreshock_protocol::outcome::Provenance) -> Map<String, Value> {
    let mut properties = Map::new();
    for (key, value) in [
        ("synthetic", json!(true)),
        ("job_id", json!(journal.job_id())),
        ("instruction", json!(provenance.instruction)),
        ("model", json!(provenance.model)),
        ("model_digest", json!(provenance.model_digest)),
        ("seed", json!(provenance.seed)),
        ("software", json!(provenance.software)),
        ("created", json!(provenance.created)),
    ] {
        properties.insert(key.to_owned(), value);
    }
    properties
}

/// Where the footprint of a result goes when the user does not say: beside it.
#[must_use]
pub fn default_footprint(output: &Path) -> PathBuf {
    // Only what says GeoTIFF goes: `v1.2` is no name with an ending.
    let mut name =
        if is_tiff_name(output) { output.with_extension("") } else { output.to_owned() }.into_os_string();
    name.push(".footprint.geojson");
    PathBuf::from(name)
}

/// Where the journal of a result goes when the user does not say: beside it.
#[must_use]
pub fn default_journal(output: &Path) -> PathBuf {
    let mut name = output.as_os_str().to_owned();
    name.push(".foreshock");
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_footprint_lies_beside_its_result() {
        for (output, footprint) in [
            ("a/out.tif", "a/out.footprint.geojson"),
            ("out.TIFF", "out.footprint.geojson"),
            ("flood.v1.2", "flood.v1.2.footprint.geojson"),
            ("flood.v1.2.tif", "flood.v1.2.footprint.geojson"),
        ] {
            assert_eq!(default_footprint(Path::new(output)), Path::new(footprint));
        }
    }
}

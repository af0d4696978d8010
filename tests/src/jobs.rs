//! Valid jobs as JSON, for tests to publish or to spoil.

use chrono::{TimeDelta, Utc};
use foreshock_protocol::grid::Geotransform;
use foreshock_protocol::job::{
    Base64, JOB_SCHEMA, Job, JobId, Lane, NoiseOrigin, Params, Preserve, Source, TileGrid, TileId,
};
use foreshock_protocol::stretch::Stretch;
use serde_json::Value;

use crate::model::TinyModel;

/// An instruction that the models read.
pub const INSTRUCTION: &str = "muddy flood water fills the streets and yards up to the door sills";

/// WKT of UTM zone 33 north on WGS 84.
///
/// # Errors
/// When PROJ's database is missing.
pub fn utm33_wkt() -> anyhow::Result<String> {
    Ok(gdal::spatial_ref::SpatialRef::from_epsg(32633)?.to_wkt()?)
}

/// A valid one-tile job of `side × side` px.
///
/// # Errors
/// When PROJ's database is missing.
pub fn job(model: &TinyModel, side: u32, steps: u32, seed: u64) -> anyhow::Result<Job> {
    Ok(Job {
        schema: JOB_SCHEMA.to_owned(),
        job_id: JobId::new(),
        tile: TileId { index: 0, of: 1, col: 0, row: 0 },
        lane: Lane::Interactive,
        instruction: INSTRUCTION.to_owned(),
        source: Source::Png(Base64(crate::png::rgb(side, side, 1)?)),
        mask: None,
        examples: Vec::new(),
        grid: TileGrid {
            width: side,
            height: side,
            geotransform: Geotransform([391_234.5, 0.5, 0.0, 5_818_765.5, 0.0, -0.5]),
            crs_wkt: utm33_wkt()?,
            gsd_m: 0.5,
        },
        stretch: Stretch::identity([1, 2, 3]),
        params: Params {
            model: model.name.clone(),
            adapter: None,
            steps,
            guidance: 3.0,
            seed,
            strength: 1.0,
            preserve: Preserve::None,
            quality: "full".to_owned(),
            candidates: 1,
            filter: None,
        },
        noise_origin: NoiseOrigin { col: 0, row: 0 },
        deadline: Utc::now() + TimeDelta::minutes(10),
    })
}

/// A small valid job as JSON, quick to compute.
///
/// # Errors
/// When PROJ's database is missing.
pub fn small(model: &TinyModel) -> anyhow::Result<Value> {
    Ok(serde_json::to_value(job(model, 64, 2, 7)?)?)
}

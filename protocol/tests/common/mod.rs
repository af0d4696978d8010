//! Messages that the fixtures and the tests share.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use foreshock_protocol::grid::Geotransform;
use foreshock_protocol::job::{
    Base64, JOB_SCHEMA, Job, JobId, Lane, NoiseOrigin, Params, Preserve, Source, TileGrid, TileId,
};
use foreshock_protocol::stretch::Stretch;
use uuid::Uuid;

/// A 16 × 16 px RGB PNG.
pub(crate) const RGB_PNG: &str = "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAABlklEQVR42hXRURVEIQhFUSMYgQhGMAIRiGCEE8EIRiACEYhABCLMG7/ZrMt1jMEcyGAN9kAHNjgDBnfwBj6IQQ5q0IMxJnMikzXZE53Y5EyY3Mmb+CQmOalJzw8IUxBhCVtQwYQjIFzhCS6EkEIJLR9YzIUs1mIvdGGLs2BxF2/hi1jkoha9PrCZG9mszd7oxjZnw+Zu3sY3sclNbXp/QJmKKEvZiiqmHAXlKk9xJZRUSmn9gDENMZaxDTXMOAbGNZ7hRhhplNH2gcM8yGEd9kEPdjgHDvfwDn6IQx7q0OcD/wK/Sr4jv9hfkG/1N/x/Fx44BCQU9Pc94zIvclmXfdGLXc79j9/Lu/glLnmpS98PPOZDHuuxH/qwx3n/5ffxHv6IRz7q0e8DznTEWc521DHn+D/KdZ7jTjjplNP+gWAGEqxgBxpYcOIf/AYv8CCCDCro+EAyE0lWshNNLDn5P/MmL/Ekkkwq6fxAMQspVrELLaw49S/lFq/wIoosquj6QDMbaVazG22sOf2v8Dav8SaabKrp5geIAnAQC3NfwAAAAABJRU5ErkJggg==";
/// A 16 × 16 px grey PNG, the right half 255.
pub(crate) const MASK_PNG: &str =
    "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAAAAAA6mKC9AAAAEUlEQVR42mNggIL/UMAwsgUAwt9/gXGEvLsAAAAASUVORK5CYII=";
/// WKT of WGS 84.
pub(crate) const WKT: &str = "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433],AUTHORITY[\"EPSG\",\"4326\"]]";

/// Bytes of a PNG above.
pub(crate) fn png(base64: &str) -> Base64 {
    Base64(STANDARD.decode(base64).unwrap())
}

/// A request id that never changes.
pub(crate) fn job_id() -> JobId {
    JobId(Uuid::parse_str("01930000-0000-7000-8000-000000000001").unwrap())
}

/// The smallest useful job.
pub(crate) fn job() -> Job {
    Job {
        schema: JOB_SCHEMA.to_owned(),
        job_id: job_id(),
        tile: TileId { index: 0, of: 1, col: 0, row: 0 },
        lane: Lane::Interactive,
        instruction: "flood the low streets up to the door sills".to_owned(),
        source: Source::Png(png(RGB_PNG)),
        mask: None,
        examples: Vec::new(),
        grid: TileGrid {
            width: 16,
            height: 16,
            geotransform: Geotransform([12.1, 1.0e-5, 0.0, 45.7, 0.0, -1.0e-5]),
            crs_wkt: WKT.to_owned(),
            gsd_m: 0.93,
        },
        stretch: Stretch::identity([1, 2, 3]),
        params: Params {
            model: "tiny".to_owned(),
            adapter: None,
            steps: 4,
            guidance: 50.0,
            seed: 7,
            strength: 1.0,
            preserve: Preserve::Change,
            quality: "full".to_owned(),
            candidates: 1,
            filter: None,
        },
        noise_origin: NoiseOrigin { col: 0, row: 0 },
        deadline: "2030-01-01T00:00:00Z".parse().unwrap(),
    }
}

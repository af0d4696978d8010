//! What a user asks for, and the jobs it becomes.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use foreshock_protocol::capabilities::Model;
use foreshock_protocol::fingerprint::normalise_instruction;
use foreshock_protocol::grid::{PlannedTile, TilePlan, Window, default_overlap};
use foreshock_protocol::job::Source as JobSource;
use foreshock_protocol::job::{
    Base64, Example, JOB_SCHEMA, Job, JobId, Lane, NoiseOrigin, Params, Preserve, TileGrid, TileId,
    check_instruction,
};
use foreshock_protocol::limits::{MAX_GUIDANCE, MAX_SIDE, MAX_STEPS, MIN_SIDE, SIDE_MULTIPLE};
use foreshock_protocol::stretch::Stretch;
use png::ColorType;
use serde::Serialize;

use super::ClientError;
use super::tuning::Tuning;
use crate::raster::area::Area;
use crate::raster::decode::encode_png;
use crate::raster::mask::EditMask;
use crate::raster::output::check_path;
use crate::raster::source::{RasterError, Source};

/// What a user asks for.
#[derive(Debug, Clone)]
pub struct Wish {
    /// The source raster.
    pub input: PathBuf,
    /// What should happen.
    pub instruction: String,
    /// Where the result goes.
    pub output: PathBuf,
    /// Denoising steps; none = the model's default.
    pub steps: Option<u32>,
    /// Guidance; none = the model's default.
    pub guidance: Option<f64>,
    /// Seed of the noise.
    pub seed: u64,
    /// Where it may change.
    pub mask: Option<PathBuf>,
    /// Which part of the raster.
    pub aoi: Option<PathBuf>,
    /// Bands shown to the model.
    pub bands: Option<Vec<u32>>,
    /// Who waits; none = by the number of tiles.
    pub lane: Option<Lane>,
    /// What may change; none = the mask if there is one, else the measured change.
    pub preserve: Option<Preserve>,
    /// Side of a tile, px; none = the model's preferred.
    pub tile: Option<u32>,
    /// Adapter, examples, candidates.
    pub tuning: Tuning,
}

impl Wish {
    /// Checks what needs no model. GDAL blocks: call it where that is allowed.
    ///
    /// # Errors
    /// When the words, the input, the output or the mask cannot be used.
    pub fn check(&self) -> Result<(), ClientError> {
        self.rasters().map(drop)
    }

    /// Checks the numbers, by the names that the user knows them by.
    fn check_options(&self) -> Result<(), ClientError> {
        let refuse = |message: String| Err(ClientError::Input(message));
        if let Some(steps) = self.steps.filter(|steps| !(1..=MAX_STEPS).contains(steps)) {
            return refuse(format!("--steps {steps}: must be 1 to {MAX_STEPS}"));
        }
        // Written so that NaN does not pass.
        if let Some(guidance) = self.guidance.filter(|guidance| !(0.0..=MAX_GUIDANCE).contains(guidance)) {
            return refuse(format!("--guidance {guidance}: must be 0 to {MAX_GUIDANCE}"));
        }
        if self.seed >= 1 << 53 {
            return refuse(format!("--seed {}: must be below 2^53 ({})", self.seed, 1_u64 << 53));
        }
        if let Some(side) = self.tile
            && (!(MIN_SIDE..=MAX_SIDE).contains(&side) || !side.is_multiple_of(SIDE_MULTIPLE))
        {
            return refuse(format!(
                "--tile {side}: must be a multiple of {SIDE_MULTIPLE} from {MIN_SIDE} to {MAX_SIDE} px"
            ));
        }
        if self.preserve == Some(Preserve::Mask) && self.mask.is_none() {
            return refuse("--preserve mask needs a --mask".to_owned());
        }
        Ok(())
    }

    fn rasters(&self) -> Result<(Source, Option<EditMask>, Window), ClientError> {
        check_instruction(&self.instruction)?;
        self.check_options()?;
        self.tuning.read()?;
        let source = Source::open(&self.input)?;
        check_path(&self.output, &source.info().path)?;
        source.info().choose_bands(self.bands.as_deref())?;
        let mask = self.mask.as_deref().map(|path| EditMask::open(path, &source)).transpose()?;
        let grid = source.info().grid;
        let window = match &self.aoi {
            Some(path) => Area::read(path, &source)?.window(&grid)?,
            None => grid.window(),
        };
        Ok((source, mask, window))
    }
}

/// A request: everything that its jobs share.
#[derive(Debug, Clone)]
pub struct Request {
    /// What should happen.
    pub instruction: String,
    /// How to edit.
    pub params: Params,
    /// Before/after pairs that show what is meant.
    pub examples: Vec<Example>,
    /// Who waits.
    pub lane: Lane,
    /// The tiles.
    pub plan: TilePlan,
    /// How samples become 8 bit and back.
    pub stretch: Stretch,
    /// Digest of all that decides the result: two requests with one digest are one.
    pub digest: String,
    /// What the user should know before it runs.
    pub warnings: Vec<String>,
}

/// A request with its open rasters. GDAL blocks: use it where that is allowed.
pub struct Workbench {
    /// The source raster.
    pub source: Source,
    /// Where it may change.
    pub mask: Option<EditMask>,
    /// What is asked.
    pub request: Request,
}

/// What decides the result.
#[derive(Serialize)]
struct Decisive<'a> {
    input: &'a PathBuf,
    input_bytes: u64,
    input_modified: Option<std::time::SystemTime>,
    instruction: &'a str,
    params: &'a Params,
    model_digest: &'a str,
    plan: &'a TilePlan,
    stretch: &'a Stretch,
    mask: Option<&'a str>,
    examples: &'a [Example],
}

/// The tile at a position of a plan.
#[must_use]
pub fn planned(plan: &TilePlan, index: u32) -> PlannedTile {
    let across = plan.cols.len() as u32;
    let (col, row) = (index % across, index / across);
    let id = TileId { index, of: plan.len(), col, row };
    PlannedTile { id, col: plan.cols[col as usize], row: plan.rows[row as usize] }
}

impl Workbench {
    /// Opens the rasters and plans the tiles.
    ///
    /// # Errors
    /// When the wish cannot be granted; the message says what to change.
    pub fn open(wish: &Wish, model: &Model) -> Result<Self, ClientError> {
        let (source, mask, window) = wish.rasters()?;
        let instruction = normalise_instruction(&wish.instruction);
        wish.tuning.check(model)?;
        let examples = wish.tuning.read()?;
        let bands = source.info().choose_bands(wish.bands.as_deref())?;
        let side = match wish.tile {
            Some(side) => side,
            None => *model.tile_sizes.first().ok_or_else(|| {
                ClientError::Input(format!("model {} names no tile size; choose one with --tile", model.name))
            })?,
        };
        if side > model.max_side {
            return Err(ClientError::Input(format!(
                "--tile {side}: model {} takes at most {} px a side",
                model.name, model.max_side
            )));
        }
        let plan = TilePlan::new(window, side, default_overlap(side))?;
        let stretch = source.stretch(bands, window)?;
        let preserve =
            wish.preserve.unwrap_or(if mask.is_some() { Preserve::Mask } else { Preserve::Change });
        let params = Params {
            model: model.name.clone(),
            adapter: wish.tuning.adapter.clone(),
            steps: wish.steps.unwrap_or(model.default_steps),
            guidance: wish.guidance.unwrap_or(model.default_guidance),
            seed: wish.seed,
            strength: 1.0,
            preserve,
            quality: model.qualities.first().cloned().unwrap_or_else(|| "full".to_owned()),
            candidates: wish.tuning.candidates,
            filter: wish.tuning.filter,
        };
        params.check()?;
        let lane = wish.lane.unwrap_or_else(|| Lane::for_tiles(plan.len()));
        let gsd = source.info().gsd_m(window);
        let mut warnings = source.info().notes.clone();
        if gsd < model.gsd_m.min || gsd > model.gsd_m.max {
            warnings.push(format!(
                "the raster has {gsd:.3} m a pixel, model {} was made for {} to {} m: expect a poor result, or warp the raster first (gdalwarp -tr)",
                model.name, model.gsd_m.min, model.gsd_m.max
            ));
        }
        let digest =
            digest(&source, mask.as_ref(), model, &instruction, &params, &plan, &stretch, &examples)?;
        let request = Request { instruction, params, examples, lane, plan, stretch, digest, warnings };
        Ok(Self { source, mask, request })
    }

    /// The job of a tile; none where nothing can change (no data, or nothing inside the mask).
    ///
    /// # Errors
    /// When a raster cannot be read.
    pub fn job(
        &self,
        index: u32,
        job_id: JobId,
        deadline: DateTime<Utc>,
    ) -> Result<Option<Job>, ClientError> {
        let request = &self.request;
        let (tile, side) = (planned(&request.plan, index), request.plan.tile);
        let mask = match &self.mask {
            Some(mask) => match mask.tile(tile, side, &self.source)? {
                Some(pixels) => Some(Base64(png(side, ColorType::Grayscale, &pixels)?)),
                None => return Ok(None),
            },
            None => None,
        };
        let pixels = self.source.tile(tile, side, &request.stretch)?;
        if !pixels.any_valid {
            return Ok(None);
        }
        let color = if pixels.has_alpha { ColorType::Rgba } else { ColorType::Rgb };
        let info = self.source.info();
        let place = Window { col: tile.col, row: tile.row, width: side, height: side };
        Ok(Some(Job {
            schema: JOB_SCHEMA.to_owned(),
            job_id,
            tile: tile.id,
            lane: request.lane,
            instruction: request.instruction.clone(),
            source: JobSource::Png(Base64(png(side, color, &pixels.data)?)),
            mask,
            examples: request.examples.clone(),
            grid: TileGrid {
                width: side,
                height: side,
                geotransform: info.grid.geotransform.at(tile.col, tile.row),
                crs_wkt: info.crs_wkt.clone(),
                gsd_m: info.gsd_m(place),
            },
            stretch: request.stretch.clone(),
            params: request.params.clone(),
            noise_origin: NoiseOrigin { col: tile.col, row: tile.row },
            deadline,
        }))
    }
}

fn png(side: u32, color: ColorType, data: &[u8]) -> Result<Vec<u8>, ClientError> {
    encode_png(side, side, color, data)
        .map_err(|error| ClientError::Internal(format!("a tile cannot be encoded: {error}")))
}

fn digest(
    source: &Source,
    mask: Option<&EditMask>,
    model: &Model,
    instruction: &str,
    params: &Params,
    plan: &TilePlan,
    stretch: &Stretch,
    examples: &[Example],
) -> Result<String, ClientError> {
    let input = &source.info().path;
    let file = std::fs::metadata(input).map_err(RasterError::io(format!("read {}", input.display())))?;
    let decisive = Decisive {
        input,
        input_bytes: file.len(),
        input_modified: file.modified().ok(),
        instruction,
        params,
        model_digest: &model.digest,
        plan,
        stretch,
        mask: mask.map(EditMask::digest),
        examples,
    };
    let text = serde_json::to_vec(&decisive).map_err(|error| ClientError::Internal(error.to_string()))?;
    Ok(blake3::hash(&text).to_hex().to_string())
}

//! What the tests of the client side share: rasters made to order, and a backend that paints by a formula.

#![allow(
    clippy::unwrap_used,
    dead_code,
    reason = "helpers of tests: a panic is a failed test, and not every file of tests uses all"
)]

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use foreshock_models::edit::{Gray8, Rgb8};
use foreshock_protocol::capabilities::{GsdRange, Licence, Model};
use foreshock_protocol::job::{Job, JobId, TileGrid};
use foreshock_protocol::outcome::{CacheState, Done, End, FilterRecord, OUTCOME_SCHEMA, Outcome, Provenance};
use foreshock_protocol::{ErrorCode, Refusal, job::Base64};
use foreshock_worker::broker::BrokerError;
use foreshock_worker::client::assemble::{Targets, Written, assemble};
use foreshock_worker::client::collect::{Collection, Tally};
use foreshock_worker::client::journal::Journal;
use foreshock_worker::client::progress::{Progress, Style};
use foreshock_worker::client::request::{Wish, Workbench};
use foreshock_worker::client::tuning::Tuning;
use foreshock_worker::client::{Backend, ClientError, Signal, SubmitError};
use foreshock_worker::raster::encode::geotiff;
use foreshock_worker::raster::gdal_setup;
use foreshock_worker::raster::sample::Sample;
use gdal::raster::{Buffer, ColorInterpretation, RasterCreationOptions};
use gdal::spatial_ref::SpatialRef;
use gdal::{Dataset, DriverManager, Metadata as _};
use tokio_util::sync::CancellationToken;

pub(crate) const SIDE: u32 = 64;

pub(crate) fn model() -> Model {
    Model {
        name: "painter".to_owned(),
        digest: "00".to_owned(),
        adapters: vec!["sepia".to_owned()],
        default_adapter: None,
        max_examples: 3,
        max_candidates: 12,
        tile_sizes: vec![SIDE],
        max_side: 256,
        gsd_m: GsdRange { min: 0.1, max: 2.0 },
        languages: vec!["en".to_owned()],
        default_steps: 4,
        default_guidance: 3.5,
        qualities: vec!["full".to_owned()],
        licence: Licence {
            id: "Apache-2.0".to_owned(),
            name: "Apache License 2.0".to_owned(),
            url: None,
            non_commercial: false,
            accepted: true,
        },
    }
}

/// What the painter paints at a pixel of the source: colour and weight, the same in every tile.
pub(crate) fn paint(col: i64, row: i64) -> ([u8; 3], u8) {
    let color = [(col * 3 + row) % 256, (col + row * 5) % 256, (col * row) % 256].map(|value| value as u8);
    let weight = match (col / 20 + row / 15) % 4 {
        0 => 0,
        1 => 255,
        2 => 100,
        _ => ((col * 7 + row * 11) % 256) as u8,
    };
    (color, weight)
}

/// What happens to the tiles that are handed over.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Mischief {
    None,
    /// Weight 255 everywhere, whatever the mask and the alpha say.
    PaintsEverything,
    /// The first try of every tile fails in a way that may pass.
    FailsOnce,
    /// Every outcome comes twice, and the connection goes after every third tile.
    RepeatsAndLoses,
    /// An image of another place.
    WrongPlace,
    /// Every tile is refused.
    Refuses,
}

pub(crate) struct Painter {
    pub(crate) mischief: Mischief,
    pub(crate) signals: VecDeque<Signal<()>>,
    pub(crate) submitted: Arc<Mutex<Vec<u32>>>,
    /// The jobs that were handed over.
    pub(crate) jobs: Arc<Mutex<Vec<Job>>>,
    pub(crate) told: Arc<Mutex<Vec<JobId>>>,
    pub(crate) connections: u32,
    /// Ctrl-C after this many tiles.
    pub(crate) stop_after: Option<(usize, CancellationToken)>,
}

impl Painter {
    pub(crate) fn new(mischief: Mischief) -> Self {
        Self {
            mischief,
            signals: VecDeque::new(),
            submitted: Arc::default(),
            jobs: Arc::default(),
            told: Arc::default(),
            connections: 0,
            stop_after: None,
        }
    }

    pub(crate) fn image(&self, job: &Job) -> Outcome {
        let side = SIDE as usize;
        let (mut pixels, mut weight) = (Vec::new(), Vec::new());
        for row in 0..i64::from(SIDE) {
            for col in 0..i64::from(SIDE) {
                let (color, alpha) = paint(job.noise_origin.col + col, job.noise_origin.row + row);
                pixels.extend(color);
                weight.push(if self.mischief == Mischief::PaintsEverything { 255 } else { alpha });
            }
        }
        // The last candidate wins.
        let last = job.params.candidates - 1;
        let seeds: Vec<u64> = (0..=last).map(|candidate| job.params.candidate_seed(candidate)).collect();
        let seed = job.params.candidate_seed(last);
        let filter = job.params.early_filter().map(|filter| FilterRecord {
            mode: filter.mode,
            steps: filter.steps,
            seeds,
            verdicts: Vec::new(),
            judge: "painter".to_owned(),
            failed: None,
            winner_seed: seed,
        });
        let provenance = Provenance {
            synthetic: true,
            software: "painter 1".to_owned(),
            model: job.params.model.clone(),
            model_digest: "00".to_owned(),
            adapter: job.params.adapter.clone(),
            adapter_digest: None,
            licence: "Apache-2.0".to_owned(),
            instruction: job.instruction.clone(),
            steps: job.params.steps,
            guidance: job.params.guidance,
            seed,
            strength: 1.0,
            preserve: job.params.preserve.as_str().to_owned(),
            quality: "full".to_owned(),
            created: "2026-11-24T08:00:00Z".parse().unwrap(),
            filter,
        };
        let mut grid: TileGrid = job.grid.clone();
        if self.mischief == Mischief::WrongPlace {
            grid.geotransform.0[0] += grid.geotransform.0[1];
        }
        let image = geotiff(
            &Rgb8 { width: side, height: side, data: pixels },
            &Gray8 { width: side, height: side, data: weight },
            &grid,
            &provenance,
        );
        let done = Done {
            geotiff: Base64(image.unwrap()),
            changed_fraction: 0.5,
            seed,
            provenance,
            cache: CacheState::Miss,
            seconds: Default::default(),
        };
        self.outcome(job, End::Done(Box::new(done)))
    }

    pub(crate) fn outcome(&self, job: &Job, end: End) -> Outcome {
        Outcome {
            schema: OUTCOME_SCHEMA.to_owned(),
            job_id: job.job_id,
            tile: Some(job.tile),
            worker: "painter".to_owned(),
            end,
        }
    }

    pub(crate) fn tell(&mut self, index: u32, outcome: Outcome) {
        let signal = Signal::Outcome { outcome: Box::new(outcome), index: Some(index), receipt: () };
        self.signals.push_back(signal);
    }
}

impl Backend for Painter {
    type Receipt = ();

    fn capacity(&self) -> usize {
        4
    }

    async fn submit(&mut self, job: Job) -> Result<(), SubmitError> {
        job.check().unwrap();
        let index = job.tile.index;
        self.jobs.lock().unwrap().push(job.clone());
        let tries = {
            let mut submitted = self.submitted.lock().unwrap();
            submitted.push(index);
            if let Some((most, stop)) = &self.stop_after
                && submitted.len() >= *most
            {
                stop.cancel();
            }
            (submitted.len(), submitted.iter().filter(|one| **one == index).count())
        };
        match self.mischief {
            Mischief::FailsOnce if tries.1 == 1 => {
                let refusal = Refusal::new(ErrorCode::OutOfMemory, "no memory");
                let outcome = self.outcome(&job, End::Failed(refusal));
                self.tell(index, outcome);
            }
            Mischief::Refuses => {
                let refusal = Refusal::new(ErrorCode::UnknownWords, "which language is this?");
                let outcome = self.outcome(&job, End::Failed(refusal));
                self.tell(index, outcome);
            }
            Mischief::RepeatsAndLoses if tries.0 % 3 == 0 && self.connections < 2 => {
                // Taken, and then silence: neither the tile nor its outcome arrives.
                self.signals.clear();
                self.signals.push_back(Signal::Lost("cut".to_owned()));
            }
            Mischief::RepeatsAndLoses => {
                let outcome = self.image(&job);
                self.tell(index, outcome.clone());
                self.tell(index, outcome);
            }
            _ => {
                let outcome = self.image(&job);
                self.tell(index, outcome);
            }
        }
        Ok(())
    }

    async fn next(&mut self) -> Signal<()> {
        match self.signals.pop_front() {
            Some(signal) => signal,
            None => std::future::pending().await,
        }
    }

    async fn settle(&mut self, (): ()) {}

    async fn cancel(&mut self, job: JobId) {
        self.told.lock().unwrap().push(job);
    }

    async fn reconnect(&mut self) -> Result<(), BrokerError> {
        self.connections += 1;
        Ok(())
    }

    async fn finish(&mut self) {}
}

pub(crate) const UTM: [f64; 6] = [412_000.123, 0.5, 0.0, 5_320_000.7, 0.0, -0.5];

/// How a source is made.
pub(crate) struct Scene<'a> {
    pub(crate) size: (usize, usize),
    pub(crate) bands: usize,
    pub(crate) nodata: Option<f64>,
    pub(crate) options: &'a [(&'a str, &'a str)],
    pub(crate) geotransform: Option<[f64; 6]>,
    pub(crate) epsg: Option<u32>,
    /// What the bands stand for, where the file says so.
    pub(crate) colors: &'a [ColorInterpretation],
    /// Metadata of the file.
    pub(crate) tags: &'a [(&'a str, &'a str)],
    /// Where the internal mask lets a pixel through; none = no mask.
    pub(crate) mask: Option<fn(usize, usize) -> bool>,
}

impl Default for Scene<'_> {
    fn default() -> Self {
        Self {
            size: (150, 110),
            bands: 3,
            nodata: None,
            options: &[],
            geotransform: Some(UTM),
            epsg: Some(32633),
            colors: &[],
            tags: &[],
            mask: None,
        }
    }
}

impl Scene<'_> {
    pub(crate) fn write<T: Sample>(&self, path: &Path, sample: impl Fn(usize, usize, usize) -> T) {
        gdal_setup::ready();
        let mut options = RasterCreationOptions::new();
        for (key, value) in self.options {
            options.set_name_value(key, value).unwrap();
        }
        let (width, height) = self.size;
        let mut file = DriverManager::get_driver_by_name("GTiff")
            .unwrap()
            .create_with_band_type_with_options::<T, _>(path, width, height, self.bands, &options)
            .unwrap();
        if let Some(geotransform) = &self.geotransform {
            file.set_geo_transform(geotransform).unwrap();
        }
        if let Some(epsg) = self.epsg {
            file.set_spatial_ref(&SpatialRef::from_epsg(epsg).unwrap()).unwrap();
        }
        for (key, value) in self.tags {
            file.set_metadata_item(key, value, "").unwrap();
        }
        for (band, color) in self.colors.iter().enumerate() {
            // It cannot be copied.
            let color = ColorInterpretation::from_c_int(color.c_int()).unwrap();
            file.rasterband(band + 1).unwrap().set_color_interpretation(color).unwrap();
        }
        for band in 0..self.bands {
            let data = (0..width * height).map(|place| sample(band, place % width, place / width)).collect();
            let mut target = file.rasterband(band + 1).unwrap();
            if let Some(nodata) = self.nodata {
                target.set_no_data_value(Some(nodata)).unwrap();
            }
            target.write((0, 0), self.size, &mut Buffer::new(self.size, data)).unwrap();
        }
        if let Some(passes) = self.mask {
            gdal::config::set_thread_local_config_option("GDAL_TIFF_INTERNAL_MASK", "YES").unwrap();
            file.rasterband(1).unwrap().create_mask_band(true).unwrap();
            gdal::config::clear_thread_local_config_option("GDAL_TIFF_INTERNAL_MASK").unwrap();
            let mask = (0..width * height)
                .map(|place| if passes(place % width, place / width) { 255_u8 } else { 0 });
            let mut mask = Buffer::new(self.size, mask.collect());
            file.rasterband(1)
                .unwrap()
                .open_mask_band()
                .unwrap()
                .write((0, 0), self.size, &mut mask)
                .unwrap();
        }
        file.close().unwrap();
    }
}

pub(crate) fn open(path: &Path) -> Dataset {
    Dataset::open_ex(path, gdal::DatasetOptions::default()).unwrap()
}

pub(crate) fn read<T: Sample>(path: &Path, band: usize) -> Vec<T> {
    open(path).rasterband(band).unwrap().read_band_as::<T>().unwrap().data().to_vec()
}

pub(crate) struct Desk {
    pub(crate) folder: tempfile::TempDir,
    pub(crate) wish: Wish,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let wish = Wish {
            input: folder.path().join("in.tif"),
            instruction: "flood the streets".to_owned(),
            output: folder.path().join("out.tif"),
            steps: None,
            guidance: None,
            seed: 7,
            mask: None,
            aoi: None,
            bands: None,
            lane: None,
            preserve: None,
            tile: None,
            tuning: Tuning::default(),
        };
        Self { folder, wish }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) async fn collect(
        &self,
        painter: &mut Painter,
        interrupted: CancellationToken,
    ) -> Result<(Arc<Mutex<Workbench>>, Tally, Journal), ClientError> {
        let bench = Workbench::open(&self.wish, &model())?;
        let journal = Journal::open(&self.path("journal"), &bench.request.digest)?;
        let bench = Arc::new(Mutex::new(bench));
        let collection = Collection {
            bench: Arc::clone(&bench),
            journal,
            backend: painter,
            progress: &mut Progress::new(Style::Quiet),
            interrupted,
            patience: Duration::from_secs(60),
        };
        let (tally, journal) = collection.run().await?;
        Ok((bench, tally, journal))
    }

    pub(crate) async fn run(&self, painter: &mut Painter) -> Result<(Tally, Written), ClientError> {
        let (bench, tally, journal) = self.collect(painter, CancellationToken::new()).await?;
        let targets = Targets {
            output: self.wish.output.clone(),
            footprint: Some(self.path("footprint.geojson")),
            before_after: Some(self.path("pair.png")),
        };
        let bench = bench.lock().unwrap();
        let quiet = Progress::new(Style::Quiet);
        let written = assemble(&bench, &journal, &targets, &quiet, &CancellationToken::new())?;
        journal.remove()?;
        Ok((tally, written))
    }

    /// Checks grid, CRS, bands and sample type of the output.
    pub(crate) fn expect_same_kind(&self) {
        let (source, result) = (open(&self.wish.input), open(&self.wish.output));
        assert_eq!(source.raster_size(), result.raster_size());
        let bits = |file: &Dataset| file.geo_transform().unwrap().map(f64::to_bits);
        assert_eq!(bits(&source), bits(&result));
        assert!(source.spatial_ref().unwrap() == result.spatial_ref().unwrap());
        assert_eq!(source.raster_count(), result.raster_count());
        for number in 1..=source.raster_count() {
            let (a, b) = (source.rasterband(number).unwrap(), result.rasterband(number).unwrap());
            assert_eq!(a.band_type().name(), b.band_type().name());
            assert_eq!(a.no_data_value().map(f64::to_bits), b.no_data_value().map(f64::to_bits));
            assert_eq!(a.color_interpretation(), b.color_interpretation());
            let reasons = [&a, &b].map(|band| {
                let flags = band.mask_flags().unwrap();
                (flags.is_all_valid(), flags.is_per_dataset(), flags.is_alpha(), flags.is_nodata())
            });
            assert_eq!(reasons[0], reasons[1], "how band {number} says that there is no data");
        }
        assert_eq!(result.metadata_item("FORESHOCK_SYNTHETIC", "").unwrap(), "YES");
        let names = std::fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
        assert!(names.into_iter().all(|name| !name.to_string_lossy().contains("partial")));
    }
}

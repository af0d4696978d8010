//! What an outcome shows, read back from its GeoTIFF, and what an undisturbed worker shows for the same question.

use std::collections::HashMap;

use anyhow::{Context as _, bail, ensure};
use chrono::{TimeDelta, Utc};
use foreshock_protocol::grid::Geotransform;
use foreshock_protocol::job::{Base64, Job, JobId, Source};
use foreshock_protocol::topology;
use gdal::vsi::create_mem_file_from_ref;
use gdal::{Dataset, DatasetOptions};

use super::client::{ChaosClient, all_answered};
use super::journal::{Answer, Journal, Letter};
use super::plan::{Fate, Plan, PlannedJob, Question};
use crate::jobs;
use crate::model::TinyModel;
use crate::rig::Rig;

/// The word that ends a worker of the chaos run.
pub const POISON: &str = "lightning";
/// Ground distance between two places, metres.
const PLACE_M: f64 = 640.0;

/// Pixels and where they lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Width and height, px.
    pub size: (usize, usize),
    /// Red, green, blue and weight of each pixel, band after band.
    pub bands: Vec<Vec<u8>>,
    /// The six numbers, bit for bit.
    pub geotransform: [u64; 6],
}

impl Picture {
    /// Reads a GeoTIFF.
    ///
    /// # Errors
    /// When it is none, or has no four bands of bytes.
    pub fn read(geotiff: &[u8]) -> anyhow::Result<Self> {
        let path = format!("/vsimem/{}.tif", uuid::Uuid::now_v7().simple());
        // Unlinked when dropped; GDAL only borrows the bytes.
        let mut bytes = geotiff.to_vec();
        let file = create_mem_file_from_ref(&path, &mut bytes)?;
        let options = DatasetOptions {
            allowed_drivers: Some(&["GTiff"]),
            sibling_files: Some(&[]),
            ..DatasetOptions::default()
        };
        let dataset = Dataset::open_ex(&path, options).context("the outcome's GeoTIFF")?;
        ensure!(dataset.raster_count() == 4, "{} bands instead of 4", dataset.raster_count());
        let mut bands = Vec::new();
        for band in dataset.rasterbands() {
            bands.push(band?.read_band_as::<u8>()?.data().to_vec());
        }
        let picture = Self {
            size: dataset.raster_size(),
            bands,
            geotransform: dataset.geo_transform()?.map(f64::to_bits),
        };
        dataset.close()?;
        drop(file);
        Ok(picture)
    }

    /// What differs from the picture of an undisturbed worker and from the job's place; none when nothing does.
    #[must_use]
    pub fn difference(&self, wanted: &Self, place: &Geotransform) -> Option<String> {
        if self.size != wanted.size {
            return Some(format!("{:?} px instead of {:?}", self.size, wanted.size));
        }
        if self.geotransform != place.0.map(f64::to_bits) {
            return Some("it lies elsewhere on the ground".to_owned());
        }
        let pairs = self.bands.iter().zip(&wanted.bands);
        let wrong: usize = pairs.map(|(a, b)| a.iter().zip(b).filter(|(a, b)| a != b).count()).sum();
        (wrong > 0).then(|| format!("{wrong} bytes of pixels and weight differ"))
    }
}

/// Where a job's tile lies.
#[must_use]
pub fn place(planned: &PlannedJob) -> Geotransform {
    Geotransform([391_234.5 + f64::from(planned.place) * PLACE_M, 0.5, 0.0, 5_818_765.5, 0.0, -0.5])
}

/// The job that a plan means; its deadline counts from now.
fn job(model: &TinyModel, planned: &PlannedJob, id: JobId) -> anyhow::Result<Job> {
    let Question { width, height, steps, picture, seed } = planned.question;
    let mut job = jobs::job(model, 64, steps, seed)?;
    job.job_id = id;
    job.lane = planned.lane;
    job.source = Source::Png(Base64(crate::png::rgb(width, height, picture)?));
    (job.grid.width, job.grid.height) = (width, height);
    job.grid.geotransform = place(planned);
    if planned.fate == Fate::Poison {
        job.instruction = format!("{POISON} and {}", job.instruction);
    }
    job.deadline = Utc::now()
        + match planned.fate {
            Fate::Late => TimeDelta::seconds(-1),
            Fate::Slow => TimeDelta::seconds(1),
            Fate::Innocent | Fate::Cancelled | Fate::Poison => TimeDelta::hours(2),
        };
    Ok(job)
}

/// The plan's `number`-th job as a letter, to be published now.
///
/// # Errors
/// When a picture cannot be made.
pub fn letter(model: &TinyModel, number: usize, planned: &PlannedJob, id: JobId) -> anyhow::Result<Letter> {
    let job = job(model, planned, id)?;
    Ok(Letter {
        number,
        message_id: job.message_id(),
        job_id: job.job_id,
        key: topology::job_key(job.lane, &job.params.model),
        deadline: job.deadline,
        body: serde_json::to_vec(&job)?,
    })
}

/// What an undisturbed worker without a cache shows for each question of the plan.
///
/// # Errors
/// When a job fails.
pub async fn undisturbed(rig: &Rig, plan: &Plan) -> anyhow::Result<HashMap<Question, Picture>> {
    let mut worker = rig.worker_with(&[("FORESHOCK_CACHE_URL", "")]).await?;
    let client = ChaosClient::start(rig.url());
    let questions = plan.questions();
    for (number, question) in questions.iter().enumerate() {
        let planned = plan.jobs.iter().find(|job| job.question == *question);
        let planned = planned.context("every question is a job's")?.clone();
        let letter =
            letter(&rig.model, number, &PlannedJob { fate: Fate::Innocent, ..planned }, JobId::new())?;
        client.write(|journal| journal.add(letter));
    }
    all_answered(&[&client]).await;
    let mut pictures = HashMap::new();
    for fared in client.write(Journal::take) {
        let Some(Answer::Done(geotiff)) = fared.answers.first() else {
            bail!("an undisturbed job ended with {:?}\n{}", fared.answers, worker.log_tail())
        };
        pictures.insert(questions[fared.number], Picture::read(geotiff)?);
    }
    let status = worker.terminate().await?;
    ensure!(status.success(), "the undisturbed worker ended with {status}\n{}", worker.log_tail());
    Ok(pictures)
}

//! From a message to a request that the engine can run: every image decoded within its limits, every refusal typed.

use std::sync::Arc;

use foreshock_models::edit::{EditError, EditRequest, EditorInfo, Gray8, Preserve, Rgb8};
use foreshock_protocol::fingerprint::{Fingerprint, Pixels, Question, normalise_instruction};
use foreshock_protocol::job::{Job, Preserve as WirePreserve, Source};
use foreshock_protocol::limits::{MAX_CANDIDATES, MAX_EXAMPLE_SIDE, MAX_SIDE};
use foreshock_protocol::{ErrorCode, Refusal};

use crate::engine::EngineError;
use crate::judge::Judge;
use crate::raster::by_reference::{self, Roots};
use crate::raster::{decode, encode};

/// What this worker serves, and on which terms.
#[derive(Debug, Clone)]
pub struct Rules {
    /// The model.
    pub info: EditorInfo,
    /// Licences accepted by the operator.
    pub accepted_licences: Vec<String>,
    /// Who compares candidates; none = the early filter is refused.
    pub judge: Option<Arc<dyn Judge>>,
    /// Folders from which sources by reference are read.
    pub roots: Roots,
}

impl Rules {
    /// Whether jobs may be run: a free licence, or one that the operator has accepted.
    #[must_use]
    pub fn licence_accepted(&self) -> bool {
        let licence = &self.info.licence;
        !licence.non_commercial || self.accepted_licences.contains(&licence.id)
    }

    /// Most candidates of a job.
    #[must_use]
    pub fn max_candidates(&self) -> u32 {
        if self.judge.is_some() { MAX_CANDIDATES } else { 1 }
    }
}

/// A job whose images are decoded.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// For the engine.
    pub request: EditRequest,
    /// For the cache.
    pub fingerprint: Fingerprint,
}

/// Decodes and checks a job. It takes as long as decoding its images; call it where that is allowed.
///
/// # Errors
/// A typed refusal for the client.
pub fn prepare(job: &Job, rules: &Rules) -> Result<Prepared, Refusal> {
    check_model(job, rules)?;
    encode::check_crs(&job.grid.crs_wkt)?;
    let side = rules.info.max_side;
    if job.grid.width > side || job.grid.height > side {
        return Err(Refusal::field(
            ErrorCode::TooLarge,
            "grid.width",
            format!("at most {side} px a side for model {}", rules.info.model),
            format!("the tile is {} × {} px; send smaller tiles", job.grid.width, job.grid.height),
        ));
    }
    let size = Some((job.grid.width, job.grid.height));
    let (source, valid) = match &job.source {
        Source::Png(png) => {
            decode::rgb(&png.0, decode::Expected { field: "source.png", size, max_side: MAX_SIDE })?
        }
        Source::Ref(reference) => by_reference::read(job, reference, &rules.roots)?,
    };
    let mask = job
        .mask
        .as_ref()
        .map(|mask| decode::gray(&mask.0, decode::Expected { field: "mask", size, max_side: MAX_SIDE }))
        .transpose()?;
    let mut examples = Vec::with_capacity(job.examples.len());
    for (index, example) in job.examples.iter().enumerate() {
        let field = |part: &str| format!("examples[{index}].{part}");
        let (before, after) = (field("before"), field("after"));
        let expected = |field, size| decode::Expected { field, size, max_side: MAX_EXAMPLE_SIDE };
        let (before, _) = decode::rgb(&example.before.0, expected(before.as_str(), None))?;
        let same = Some((before.width as u32, before.height as u32));
        let (after, _) = decode::rgb(&example.after.0, expected(after.as_str(), same))?;
        examples.push((before, after));
    }
    let fingerprint = fingerprint(job, rules, &source, valid.as_ref(), mask.as_ref(), &examples);
    let request = EditRequest {
        source,
        valid,
        mask,
        examples,
        instruction: normalise_instruction(&job.instruction),
        steps: job.params.steps,
        guidance: job.params.guidance,
        seed: job.params.seed,
        strength: job.params.strength,
        preserve: match job.params.preserve {
            WirePreserve::None => Preserve::None,
            WirePreserve::Mask => Preserve::Mask,
            WirePreserve::Change => Preserve::Change,
        },
        quality: job.params.quality.clone(),
        adapter: job.params.adapter.clone(),
        candidate: 0,
        noise_origin: [job.noise_origin.col, job.noise_origin.row],
    };
    Ok(Prepared { request, fingerprint })
}

fn check_model(job: &Job, rules: &Rules) -> Result<(), Refusal> {
    let info = &rules.info;
    if job.params.model != info.model {
        return Err(Refusal::field(
            ErrorCode::UnknownModel,
            "params.model",
            info.model.clone(),
            format!("no model “{}” here; this fleet serves {}", job.params.model, info.model),
        ));
    }
    if let Some(adapter) = &job.params.adapter
        && !info.adapters.iter().any(|known| known.name == *adapter)
    {
        let names: Vec<&str> = info.adapters.iter().map(|known| known.name.as_str()).collect();
        let limit = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
        let message = format!("model {} has no adapter “{adapter}” here", info.model);
        return Err(Refusal::field(ErrorCode::UnknownAdapter, "params.adapter", limit, message));
    }
    if job.params.candidates > rules.max_candidates() {
        return Err(Refusal::field(
            ErrorCode::Unsupported,
            "params.candidates",
            "1, until the operator sets judge_url and judge_model",
            "candidates need a judge, and this fleet has none",
        ));
    }
    let most = info.max_examples as usize;
    if job.examples.len() > most {
        return Err(Refusal::field(
            ErrorCode::Unsupported,
            "examples",
            format!("at most {most}"),
            format!("model {} takes at most {most} examples, not {}", info.model, job.examples.len()),
        ));
    }
    if !rules.licence_accepted() {
        return Err(Refusal::field(
            ErrorCode::LicenceNotAccepted,
            "params.model",
            format!("accept_licence = [\"{}\"] in the worker's settings", info.licence.id),
            format!("the operator has not accepted the {} of model {}", info.licence.name, info.model),
        ));
    }
    Ok(())
}

fn fingerprint(
    job: &Job,
    rules: &Rules,
    source: &Rgb8,
    valid: Option<&Gray8>,
    mask: Option<&Gray8>,
    examples: &[(Rgb8, Rgb8)],
) -> Fingerprint {
    // Nodata is part of the picture: RGBA when there is any.
    let rgba: Option<Vec<u8>> = valid.map(|valid| {
        source
            .data
            .chunks_exact(3)
            .zip(&valid.data)
            .flat_map(|(rgb, alpha)| [rgb[0], rgb[1], rgb[2], *alpha])
            .collect()
    });
    let pixels = |width: usize, height: usize, channels, data| Pixels {
        width: width as u32,
        height: height as u32,
        channels,
        data,
    };
    let rgb = |image: &Rgb8| -> (u32, u32) { (image.width as u32, image.height as u32) };
    let source_pixels = match &rgba {
        Some(data) => pixels(source.width, source.height, 4, data.as_slice()),
        None => pixels(source.width, source.height, 3, source.data.as_slice()),
    };
    let whole = |image| {
        let (width, height) = rgb(image);
        Pixels { width, height, channels: 3, data: image.data.as_slice() }
    };
    Question {
        model_digest: &rules.info.fingerprint,
        numeric_profile: &rules.info.numeric_profile,
        params: &job.params,
        judge: rules.judge.as_deref().map(Judge::name),
        instruction: &job.instruction,
        source: source_pixels,
        mask: mask.map(|mask| pixels(mask.width, mask.height, 1, mask.data.as_slice())),
        examples: examples.iter().map(|(before, after)| (whole(before), whole(after))).collect(),
        noise_origin: job.noise_origin,
    }
    .fingerprint()
}

/// What the client reads of an engine's failure; none for a job that is handed back.
#[must_use]
pub fn refusal(error: &EngineError) -> Option<Refusal> {
    let edit = match error {
        EngineError::Edit(edit) => edit,
        EngineError::Deadline => {
            return Some(Refusal::field(
                ErrorCode::DeadlineExceeded,
                "deadline",
                "the worker's job_seconds and the job's deadline",
                "the tile took longer than allowed, its wait for the device included; ask for fewer steps or smaller tiles",
            ));
        }
        EngineError::Gone(reason) => {
            return Some(Refusal::new(ErrorCode::Internal, format!("the engine has stopped: {reason}")));
        }
        EngineError::Cancelled | EngineError::Stopping => return None,
    };
    Some(match edit {
        EditError::Invalid { field, limit, message } => {
            Refusal::field(ErrorCode::InvalidField, *field, limit.clone(), message.clone())
        }
        EditError::Unsupported { field, message } => Refusal::field(
            ErrorCode::Unsupported,
            *field,
            "what the model's capabilities say",
            message.clone(),
        ),
        EditError::UnknownWords { .. } => Refusal::field(
            ErrorCode::UnknownWords,
            "instruction",
            "at most 30 % unknown letters",
            edit.to_string(),
        ),
        EditError::OutOfMemory(_) => Refusal::new(ErrorCode::OutOfMemory, edit.to_string()),
        EditError::Device(_) | EditError::Torch(_) => Refusal::new(ErrorCode::Internal, edit.to_string()),
    })
}

//! The denoising loop by itself, over given noise: what is compared with other implementations.

use tch::{Kind, Tensor};

use super::EditError;
use super::editor::guarded;
use crate::flux::folder::Family;
use crate::flux::model::{Evaluation, FluxModel};
use crate::flux::pack::{mask_cells, pack};
use crate::schedule::sigmas;
use crate::text::TextEmbedding;

/// What goes in. Fill: `image` is the whole diptych `[B, 3, H, 2W]` and `mask` says what is generated; Kontext: `image` is the source
/// `[B, 3, H, W]` and there is no mask.
pub struct Given {
    /// −1…1.
    pub image: Tensor,
    /// `[B, 1, H, 2W]`, 1 = generate; halved at 0.5.
    pub mask: Option<Tensor>,
    /// `[B, 16, h, w]` of what is denoised.
    pub noise: Tensor,
    /// Text, `[B, …]`.
    pub text: TextEmbedding,
}

/// How it is denoised.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// Denoising steps.
    pub steps: u32,
    /// Guidance.
    pub guidance: f64,
    /// Share of the schedule to run, above 0 up to 1; below 1 it starts from the image with noise.
    pub strength: f64,
    /// Number of the adapter.
    pub adapter: Option<usize>,
    /// Keep the velocities.
    pub trace: bool,
}

/// What comes out.
pub struct Denoised {
    /// `[B, 16, h, w]`, f32, before they are un-scaled for the decoder.
    pub latents: Tensor,
    /// What the decoder makes of them, f32, not clamped.
    pub image: Tensor,
    /// Velocity of each step in packed form, `[B, N, 64]`, f32.
    pub velocities: Vec<Tensor>,
}

/// Runs the loop.
///
/// # Errors
/// When a shape is wrong, or the network fails.
pub fn denoise(model: &FluxModel, given: &Given, settings: Settings) -> Result<Denoised, EditError> {
    check(model, given, settings)?;
    guarded(|| tch::no_grad(|| run(model, given, settings)))
}

fn check(model: &FluxModel, given: &Given, settings: Settings) -> Result<(), EditError> {
    let invalid = |field: &'static str, limit: String, found: &dyn std::fmt::Debug| {
        Err(EditError::Invalid { field, message: format!("{field} is {found:?}, wanted {limit}"), limit })
    };
    if settings.steps == 0 {
        return invalid("steps", "1 or more".to_owned(), &settings.steps);
    }
    let size = given.image.size();
    let &[batch, 3, height, width] = size.as_slice() else {
        return invalid("image", "[B, 3, H, W]".to_owned(), &size);
    };
    if height % 16 != 0 || width % 16 != 0 || height * width == 0 {
        return invalid("image", "sides that are multiples of 16".to_owned(), &size);
    }
    let wanted = [batch, model.latent_channels, height / 8, width / 8];
    let found = given.noise.size();
    // Beside a reference the target may have a size of its own.
    let free = model.family == Family::Kontext && settings.strength >= 1.0;
    let even = found.len() == 4 && found[2..].iter().all(|side| *side > 0 && side % 2 == 0);
    if (!free && found != wanted) || !even || found[..2] != wanted[..2] {
        return invalid("noise", format!("{wanted:?} for this image"), &found);
    }
    if !(settings.strength > 0.0 && settings.strength <= 1.0) {
        return invalid("strength", "above 0 up to 1".to_owned(), &settings.strength);
    }
    match (&given.mask, model.family) {
        (Some(mask), Family::Fill) if mask.size() != [batch, 1, height, width] => {
            return invalid("mask", format!("{:?} for this image", [batch, 1, height, width]), &mask.size());
        }
        (None, Family::Fill) => return invalid("mask", "a mask for this family".to_owned(), &"absent"),
        (Some(_), Family::Kontext | Family::Control) => {
            return invalid("mask", "no mask for this family".to_owned(), &"present");
        }
        _ => {}
    }
    let (tokens, pooled) = (given.text.tokens.size(), given.text.pooled.size());
    if tokens.len() != 3 || tokens[0] != batch {
        return invalid("prompt_embeds", format!("[{batch}, L, D]"), &tokens);
    }
    if pooled.len() != 2 || pooled[0] != batch {
        return invalid("pooled_prompt_embeds", format!("[{batch}, P]"), &pooled);
    }
    Ok(())
}

fn run(model: &FluxModel, given: &Given, settings: Settings) -> Denoised {
    let here = |tensor: &Tensor| tensor.to_device(model.device).to_kind(Kind::Float);
    let narrow = |tensor: &Tensor| tensor.to_kind(model.kind);
    let image = here(&given.image);
    let text = TextEmbedding {
        tokens: narrow(&here(&given.text.tokens)),
        pooled: narrow(&here(&given.text.pooled)),
    };
    let beside = (model.family == Family::Control).then(|| model.vae.encode(&narrow(&image)));
    let condition = beside.or(given.mask.as_ref().map(|mask| {
        let mask = here(mask).ge(0.5).to_kind(Kind::Float);
        let masked = &image * (1.0 - &mask);
        Tensor::cat(&[model.vae.encode(&narrow(&masked)), mask_cells(&narrow(&mask))], 1)
    }));
    let references = match model.family {
        Family::Fill | Family::Control => Vec::new(),
        Family::Kontext => vec![model.vae.encode(&narrow(&image))],
    };
    let size = given.noise.size();
    let tokens = (size[2] * size[3] / 4).unsigned_abs() as usize;
    let sigmas = sigmas(&model.schedule, settings.steps, tokens, settings.strength);
    let batch = size[0].unsigned_abs() as usize;
    let mut latents = narrow(&here(&given.noise)).to_kind(Kind::Float);
    let start = sigmas.first().copied().unwrap_or(1.0);
    if start < 1.0 {
        let known = model.vae.encode(&narrow(&image)).to_kind(Kind::Float);
        latents = narrow(&(latents * start + known * (1.0 - start))).to_kind(Kind::Float);
    }
    let mut velocities = Vec::new();
    for pair in sigmas.windows(2) {
        let mut parts = vec![narrow(&latents)];
        parts.extend(condition.as_ref().map(Tensor::shallow_clone));
        let velocity = model
            .velocity(&Evaluation {
                rows: &[Tensor::cat(&parts, 1)],
                references: &references,
                text: &text,
                sigmas: &vec![pair[0]; batch],
                guidance: &vec![settings.guidance; batch],
                adapter: settings.adapter,
            })
            .remove(0);
        latents = model.step(&latents, &velocity, pair[0], pair[1]);
        if settings.trace {
            velocities.push(pack(&velocity).to_kind(Kind::Float));
        }
    }
    let image = model.vae.decode(&narrow(&latents)).to_kind(Kind::Float);
    Denoised { latents, image, velocities }
}

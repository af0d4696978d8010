//! ICEdit on FLUX.1-Fill: the source is the left half of a diptych, the model fills in the right half.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use tch::{Device, Kind, Tensor};

use super::composite::{fill_nodata, weight};
use super::{
    BatchKey, EditError, EditRequest, Edited, Editor, EditorInfo, Licence, LoadError, Rgb8, Session, folder,
};
use crate::config::{self, Card, ClipConfig, T5Config, TransformerConfig, VaeConfig};
use crate::flux::FluxTransformer;
use crate::flux::pack::{pack, pack_mask, unpack};
use crate::noise;
use crate::schedule::{ScheduleConfig, sigmas};
use crate::text::TextEmbedding;
use crate::text::clip::ClipText;
use crate::text::t5::T5Encoder;
use crate::text::tokenizer::Tokenizers;
use crate::vae::Vae;
use crate::weights::Weights;

/// Latent px and token px of the family: 8× by the autoencoder, 2× by the patches.
const LATENT: usize = 8;
/// Sides must be multiples of this, px.
const CELL: usize = 16;
/// Share of unknown letters from which an instruction is refused.
const UNKNOWN_SHARE: f64 = 0.3;
/// Text embeddings kept: bulk requests share a prompt.
const PROMPTS: usize = 32;
/// Channels of a token that leaves the network.
const TOKEN_CHANNELS: i64 = 64;

/// The prompt that ICEdit was trained with (ICEdit, `scripts/inference.py`).
fn prompt(instruction: &str) -> String {
    format!(
        "A diptych with two side-by-side images of the same scene. On the right, the scene is exactly the same as on the left but {instruction}"
    )
}

/// The components of a FLUX.1-Fill folder.
pub(super) struct FluxFill {
    info: EditorInfo,
    tokenizers: Tokenizers,
    clip: ClipText,
    t5: T5Encoder,
    vae: Vae,
    transformer: FluxTransformer,
    schedule: ScheduleConfig,
    latent_channels: usize,
    kind: Kind,
    device: Device,
    prompts: Mutex<VecDeque<(String, TextEmbedding)>>,
}

impl FluxFill {
    pub(super) fn load(dir: &Path, device: Device, kind: Kind) -> Result<Self, LoadError> {
        guarded(|| Self::load_unguarded(dir, device, kind))
            .unwrap_or_else(|error| Err(LoadError::Torch(error)))
    }

    fn load_unguarded(dir: &Path, device: Device, kind: Kind) -> Result<Self, LoadError> {
        let card: Card = match dir.join("foreshock.json") {
            path if path.is_file() => config::read(&path)?,
            _ => Card::default(),
        };
        let transformer: TransformerConfig = config::read(&dir.join("transformer/config.json"))?;
        let vae: VaeConfig = config::read(&dir.join("vae/config.json"))?;
        let clip: ClipConfig = config::read(&dir.join("text_encoder/config.json"))?;
        let t5: T5Config = config::read(&dir.join("text_encoder_2/config.json"))?;
        check_configs(dir, &transformer, &vae, &clip, &t5)?;
        let schedule = config::read(&dir.join("scheduler/scheduler_config.json"))?;
        let tokenizers = Tokenizers::open(dir, clip.max_position_embeddings as usize, card.text_tokens)?;
        let weights = |component: &str, stem: &str| Weights::open(&dir.join(component), stem, device, kind);
        let _no_grad = tch::no_grad_guard();

        let file = weights("text_encoder", "model")?;
        // Stored by older exporters; positions are counted, not read.
        file.ignore("text_model.embeddings.position_ids");
        let clip_net = ClipText::new(&file.root(), &clip);
        file.finish()?;
        let file = weights("text_encoder_2", "model")?;
        // Tied to `shared.weight`.
        file.ignore("encoder.embed_tokens.weight");
        let t5_net = T5Encoder::new(&file.root(), &t5);
        file.finish()?;
        let file = weights("vae", "diffusion_pytorch_model")?;
        let vae_net = Vae::new(&file.root(), &vae);
        file.finish()?;
        let file = weights("transformer", "diffusion_pytorch_model")?;
        let transformer_net = FluxTransformer::new(&file.root(), &transformer, kind, device);
        file.finish()?;

        let dtype = if kind == Kind::BFloat16 { "bf16" } else { "f32" };
        let on = if device == Device::Cpu { "cpu" } else { "cuda" };
        let info = EditorInfo {
            model: card.name,
            family: "flux1-fill".to_owned(),
            fingerprint: folder::fingerprint(dir)?,
            adapter: None,
            tile_sizes: card.tile_sizes,
            max_side: card.max_side,
            gsd_m: card.gsd_m,
            languages: card.languages,
            licence: Licence {
                id: card.licence.id,
                name: card.licence.name,
                url: card.licence.url,
                non_commercial: card.licence.non_commercial,
            },
            default_steps: card.default_steps,
            default_guidance: card.default_guidance,
            dtype: dtype.to_owned(),
            device: on.to_owned(),
            numeric_profile: format!("{} libtorch-2.11.0 {on} {dtype} sdpa", env!("CARGO_PKG_VERSION")),
            parameters: crate::init::parameters(&transformer, &vae, &clip, &t5),
        };
        Ok(Self {
            info,
            tokenizers,
            clip: clip_net,
            t5: t5_net,
            vae: vae_net,
            transformer: transformer_net,
            schedule,
            latent_channels: vae.latent_channels as usize,
            kind,
            device,
            prompts: Mutex::default(),
        })
    }

    fn text(&self, instruction: &str) -> Result<TextEmbedding, EditError> {
        let prompt = prompt(instruction);
        let lock = || self.prompts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, found)) = lock().iter().find(|(known, _)| *known == prompt) {
            return Ok(found.share());
        }
        let failed = |error: tokenizers::Error| EditError::Torch(error.to_string());
        let (clip_ids, end) = self.tokenizers.clip(&prompt).map_err(failed)?;
        let t5_ids = self.tokenizers.t5(&prompt).map_err(failed)?;
        let embedding =
            TextEmbedding { tokens: self.t5.forward(&t5_ids), pooled: self.clip.forward(&clip_ids, end) };
        let mut prompts = lock();
        prompts.push_front((prompt, embedding.share()));
        prompts.truncate(PROMPTS);
        Ok(embedding)
    }

    /// `[1, 3, H, W]` in −1…1.
    fn image(&self, image: &Rgb8) -> Tensor {
        let shape = [1, image.height as i64, image.width as i64, 3];
        let bytes = Tensor::from_slice(&image.data).view(shape).to_device(self.device);
        (bytes.to_kind(Kind::Float).permute([0, 3, 1, 2]) / 127.5 - 1.0).contiguous()
    }

    fn begin_unguarded(&self, request: EditRequest) -> Result<Session, EditError> {
        let clock = Instant::now();
        let text = self.text(&request.instruction)?;
        let text_seconds = clock.elapsed().as_secs_f64();

        let clock = Instant::now();
        let (height, width) = (request.source.height, request.source.width);
        let (rows, cols) = (height / LATENT, width / LATENT);
        let source = self.image(&fill_nodata(&request.source, request.valid.as_ref()));
        let side = [1, 1, height as i64, width as i64];
        let plain = (Kind::Float, self.device);
        let right_mask = match &request.mask {
            Some(mask) => {
                Tensor::from_slice(&mask.data).view(side).to_device(self.device).ge(128).to_kind(Kind::Float)
            }
            None => Tensor::ones(side, plain),
        };
        let mask = Tensor::cat(&[Tensor::zeros(side, plain), right_mask.shallow_clone()], 3);
        // What is to be filled in is mid grey, as the reference has it.
        let masked = Tensor::cat(&[source.shallow_clone(), &source * (1.0 - &right_mask)], 3);
        let masked_latents = self.vae.encode(&masked.to_kind(self.kind));
        let condition = Tensor::cat(&[pack(&masked_latents), pack_mask(&mask.to_kind(self.kind))], 2);

        let tokens = (rows / 2) * cols;
        let sigmas = sigmas(&self.schedule, request.steps, tokens, request.strength);
        let drawn = noise::diptych(
            request.seed,
            request.noise_origin,
            self.latent_channels,
            rows,
            cols,
            request.candidate,
        );
        let shape = [1, self.latent_channels as i64, rows as i64, 2 * cols as i64];
        let noise = Tensor::from_slice(&drawn).view(shape).to_device(self.device);
        let start = sigmas.first().copied().unwrap_or(1.0);
        let latents = if start < 1.0 {
            let both = Tensor::cat(&[&source, &source], 3);
            let known = self.vae.encode(&both.to_kind(self.kind)).to_kind(Kind::Float);
            noise * start + known * (1.0 - start)
        } else {
            noise
        };
        let key = self.batch_key(&request);
        let encode_seconds = clock.elapsed().as_secs_f64();
        Ok(Session {
            request,
            key,
            latents: pack(&latents),
            condition,
            text,
            sigmas,
            step: 0,
            seconds: vec![("encode_text", text_seconds), ("encode", encode_seconds), ("denoise", 0.0)],
        })
    }

    fn step_unguarded(&self, sessions: &mut [&mut Session]) {
        let Some(first) = sessions.first() else { return };
        let clock = Instant::now();
        let [height, width] = first.key.tile;
        let stack = |of: &dyn Fn(&Session) -> Tensor| {
            Tensor::cat(&sessions.iter().map(|session| of(session)).collect::<Vec<_>>(), 0)
        };
        let latents = stack(&|session| session.latents.to_kind(self.kind));
        let condition = stack(&|session| session.condition.shallow_clone());
        let text = stack(&|session| session.text.tokens.shallow_clone());
        let pooled = stack(&|session| session.text.pooled.shallow_clone());
        let now: Vec<f64> = sessions.iter().map(|session| session.sigmas[session.step]).collect();
        let guidance: Vec<f64> = sessions.iter().map(|session| session.request.guidance).collect();
        let length = text.size().get(1).copied().unwrap_or(0);
        let rope = self.transformer.rope(length as usize, height / CELL, 2 * width / CELL);
        let tokens = Tensor::cat(&[latents, condition], 2);
        let velocity =
            self.transformer.forward(&tokens, &text, &pooled, &now, &guidance, &rope).to_kind(Kind::Float);
        let seconds = clock.elapsed().as_secs_f64() / sessions.len() as f64;
        for (index, session) in sessions.iter_mut().enumerate() {
            let stride = session.sigmas[session.step + 1] - session.sigmas[session.step];
            let moved = &session.latents + velocity.narrow(0, index as i64, 1) * stride;
            // The reference keeps latents in the network's type between steps.
            session.latents = moved.to_kind(self.kind).to_kind(Kind::Float);
            session.step += 1;
            for (stage, total) in &mut session.seconds {
                if *stage == "denoise" {
                    *total += seconds;
                }
            }
        }
    }

    fn finish_unguarded(&self, mut session: Session) -> Result<Edited, EditError> {
        let clock = Instant::now();
        let [height, width] = session.key.tile;
        let latents = unpack(&session.latents, (height / LATENT) as i64, (2 * width / LATENT) as i64);
        let image = self.vae.decode(&latents.to_kind(self.kind)).to_kind(Kind::Float);
        let bytes =
            ((image / 2.0 + 0.5).clamp(0.0, 1.0) * 255.0).round().to_kind(Kind::Uint8).permute([0, 2, 3, 1]);
        let half = |from: usize| -> Result<Rgb8, EditError> {
            let part =
                bytes.narrow(2, from as i64, width as i64).contiguous().view([-1]).to_device(Device::Cpu);
            let data =
                Vec::<u8>::try_from(part).map_err(|error| EditError::from_torch(&error.to_string()))?;
            Ok(Rgb8 { width, height, data })
        };
        let (reconstructed, pixels) = (half(0)?, half(width)?);
        let request = &session.request;
        let weight =
            weight(request.preserve, &pixels, &reconstructed, request.mask.as_ref(), request.valid.as_ref());
        let changed = weight.data.iter().filter(|weight| **weight > 0).count();
        session.seconds.push(("decode", clock.elapsed().as_secs_f64()));
        Ok(Edited {
            changed_fraction: changed as f64 / (width * height) as f64,
            pixels,
            weight,
            seconds: session.seconds,
        })
    }
}

impl Editor for FluxFill {
    fn info(&self) -> &EditorInfo {
        &self.info
    }

    fn batch_key(&self, request: &EditRequest) -> BatchKey {
        BatchKey {
            tile: [request.source.height, request.source.width],
            quality: request.quality.clone(),
            adapter: None,
        }
    }

    fn check(&self, request: &EditRequest) -> Result<(), EditError> {
        let (width, height) = (request.source.width, request.source.height);
        let most = self.info.max_side as usize;
        let fits = |side: usize| side >= CELL && side <= most && side.is_multiple_of(CELL);
        if !fits(width) || !fits(height) || request.source.data.len() != width * height * 3 {
            return Err(EditError::Invalid {
                field: "source",
                limit: format!("sides are multiples of {CELL} px, at most {most} px"),
                message: format!("a tile of {width} × {height} px does not fit model {}", self.info.model),
            });
        }
        for (field, layer) in [("mask", &request.mask), ("source", &request.valid)] {
            if layer.as_ref().is_some_and(|layer| (layer.width, layer.height) != (width, height)) {
                return Err(EditError::Invalid {
                    field,
                    limit: format!("{width} × {height} px, as the source"),
                    message: format!("the {field} does not have the size of the source"),
                });
            }
        }
        if !request.examples.is_empty() {
            let message = format!("model {} takes no before/after examples; leave them out", self.info.model);
            return Err(EditError::Unsupported { field: "examples", message });
        }
        if request.quality != "full" {
            let message = format!("model {} offers quality “full” only", self.info.model);
            return Err(EditError::Unsupported { field: "params.quality", message });
        }
        let share = self
            .tokenizers
            .unknown_share(&request.instruction)
            .map_err(|error| EditError::Torch(error.to_string()))?;
        if share > UNKNOWN_SHARE {
            return Err(EditError::UnknownWords { percent: (share * 100.0).round() as u32 });
        }
        Ok(())
    }

    fn begin(&self, request: EditRequest) -> Result<Session, EditError> {
        self.check(&request)?;
        guarded(|| tch::no_grad(|| self.begin_unguarded(request)))?
    }

    fn step(&self, sessions: &mut [&mut Session]) -> Result<(), EditError> {
        guarded(|| tch::no_grad(|| self.step_unguarded(sessions)))
    }

    fn finish(&self, session: Session) -> Result<Edited, EditError> {
        guarded(|| tch::no_grad(|| self.finish_unguarded(session)))?
    }
}

/// Runs network code; a failure of libtorch, which the binding raises as a panic, becomes an error.
fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, EditError> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| {
        let text = panic
            .downcast_ref::<String>()
            .cloned()
            .or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
        EditError::from_torch(&text.unwrap_or_else(|| "no reason given".to_owned()))
    })
}

fn check_configs(
    dir: &Path,
    transformer: &TransformerConfig,
    vae: &VaeConfig,
    clip: &ClipConfig,
    t5: &T5Config,
) -> Result<(), LoadError> {
    let refuse = |file: &str, message: String| Err(LoadError::Config { path: dir.join(file), message });
    let tokens = 4 * vae.latent_channels;
    let out = transformer.out_channels.unwrap_or(transformer.in_channels);
    if transformer.in_channels != 2 * tokens + 256 || out != tokens || out != TOKEN_CHANNELS {
        let message = format!(
            "in_channels {} and out_channels {out} are not those of FLUX.1-Fill (384, 64)",
            transformer.in_channels
        );
        return refuse("transformer/config.json", message);
    }
    if transformer.axes_dims_rope.iter().sum::<i64>() != transformer.attention_head_dim {
        return refuse(
            "transformer/config.json",
            "axes_dims_rope do not sum to attention_head_dim".to_owned(),
        );
    }
    if transformer.joint_attention_dim != t5.d_model {
        return refuse(
            "text_encoder_2/config.json",
            "d_model is not the transformer's joint_attention_dim".to_owned(),
        );
    }
    if transformer.pooled_projection_dim != clip.hidden_size {
        return refuse(
            "text_encoder/config.json",
            "hidden_size is not the transformer's pooled_projection_dim".to_owned(),
        );
    }
    if vae.use_quant_conv || vae.block_out_channels.len() != 4 {
        return refuse("vae/config.json", "FLUX's autoencoder has four levels and no quant_conv".to_owned());
    }
    Ok(())
}

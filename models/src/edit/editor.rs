//! Editing with FLUX.1: as the right half of a diptych (Fill, ICEdit's recipe), or beside the source's own tokens (Kontext).

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::Instant;

use tch::{Device, Kind, Tensor};

use super::composite::{fill_nodata, weight};
use super::examples::{check_examples, cropped, most_examples};
use super::picture::{self, rgb};
use super::prompt::prompt;
use super::session::{ExampleRow, Session};
use super::window::WindowPlan;
use super::{
    BatchKey, EditError, EditRequest, Edited, Editor, EditorInfo, Licence, LoadError, LoadOptions, Preserve,
    Rgb8, folder,
};
use crate::adapter::AdapterSource;
use crate::flux::folder::{Family, ModelFolder};
use crate::flux::model::{Evaluation, FluxModel};
use crate::flux::pack::mask_cells;
use crate::noise;
use crate::schedule::sigmas;
use crate::text::{TextEmbedding, TextStack};

/// Px of a latent.
const LATENT: usize = 8;
/// Sides must be multiples of this, px: a token is 2 × 2 latents.
pub(super) const CELL: usize = 16;
/// Share of unknown letters from which an instruction is refused.
const UNKNOWN_SHARE: f64 = 0.3;
/// An editor over the networks of a folder.
pub(super) struct FluxEditor {
    info: EditorInfo,
    model: FluxModel,
    /// Side of a window, latents.
    window: usize,
}

impl FluxEditor {
    pub(super) fn load(
        dir: &Path,
        options: &LoadOptions,
        device: Device,
        kind: Kind,
    ) -> Result<Self, LoadError> {
        guarded(|| Self::load_unguarded(dir, options, device, kind))
            .unwrap_or_else(|error| Err(LoadError::Torch(error)))
    }

    fn load_unguarded(
        dir: &Path,
        options: &LoadOptions,
        device: Device,
        kind: Kind,
    ) -> Result<Self, LoadError> {
        folder::check_sums(dir)?;
        let parts = ModelFolder::read(dir, true)?;
        let mut sources: Vec<AdapterSource> =
            parts.adapters().iter().map(|path| AdapterSource::new(path)).collect();
        sources.extend(options.adapters.iter().map(|path| AdapterSource::new(path)));
        let mut fingerprint = folder::Fingerprint::of(dir)?;
        if let Some(wanted) = &options.merge_adapter {
            let known = |source: &AdapterSource| source.name_on_the_wire();
            let names: Vec<String> = sources.iter().map(known).collect();
            sources.retain(|source| known(source) == *wanted);
            let Some(source) = sources.first_mut() else {
                return Err(LoadError::Config {
                    path: dir.to_owned(),
                    message: format!(
                        "there is no adapter “{wanted}” to merge; there are: {}",
                        names.join(", ")
                    ),
                });
            };
            source.merge = true;
        }
        let (clip, t5) = parts.text()?.clone();
        let model = FluxModel::load(&parts, &sources, true, device, kind)?;
        for adapter in model.adapters() {
            fingerprint.add(&adapter.name, &adapter.digest, adapter.merged);
        }
        let ModelFolder { card, transformer, vae, family, .. } = parts;
        let names: Vec<String> = model.adapters().iter().map(|adapter| adapter.name.clone()).collect();
        if let Some(twice) = names.iter().find(|name| names.iter().filter(|other| other == name).count() > 1)
        {
            let message = format!("two adapters are called “{twice}”; rename one of the files");
            return Err(LoadError::Config { path: dir.to_owned(), message });
        }
        let default_adapter = match (&options.merge_adapter, card.default_adapter, names.as_slice()) {
            (Some(merged), ..) => Some(merged.clone()),
            (None, Some(wanted), names) if !names.contains(&wanted) => {
                return Err(LoadError::Config {
                    path: dir.join("foreshock.json"),
                    message: format!(
                        "default_adapter “{wanted}” is not there; there are: {}",
                        names.join(", ")
                    ),
                });
            }
            (None, Some(wanted), _) => Some(wanted),
            (None, None, [only]) => Some(only.clone()),
            (None, None, _) => None,
        };
        let dtype = if kind == Kind::BFloat16 { "bf16" } else { "f32" };
        let on = if device == Device::Cpu { "cpu" } else { "cuda" };
        let window = card.tile_sizes.iter().copied().max().unwrap_or(512) as usize / LATENT;
        let info = EditorInfo {
            model: card.name,
            family: family.as_str().to_owned(),
            fingerprint: fingerprint.hex(),
            adapters: model.adapters().to_vec(),
            default_adapter,
            merged_adapter: options.merge_adapter.clone(),
            tile_sizes: card.tile_sizes,
            max_side: card.max_side,
            max_examples: most_examples(family) as u32,
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
        Ok(Self { info, model, window })
    }

    fn stack(&self) -> Result<&TextStack, EditError> {
        // `load` asks for it.
        self.model
            .text
            .as_ref()
            .ok_or_else(|| EditError::Torch("the text encoders are not loaded".to_owned()))
    }

    /// The adapter of a request, and its number.
    fn adapter(&self, request: &EditRequest) -> Result<Option<(usize, String)>, EditError> {
        let Some(wanted) = request.adapter.as_ref().or(self.info.default_adapter.as_ref()) else {
            return Ok(None);
        };
        let names =
            || self.info.adapters.iter().map(|adapter| adapter.name.as_str()).collect::<Vec<_>>().join(", ");
        self.info
            .adapters
            .iter()
            .position(|adapter| adapter.name == *wanted)
            .map(|number| Some((number, wanted.clone())))
            .ok_or_else(|| EditError::Invalid {
                field: "params.adapter",
                limit: names(),
                message: format!("model {} has no adapter “{wanted}” here", self.info.model),
            })
    }

    /// `[1, 3, H, W]` in −1…1.
    fn image(&self, image: &Rgb8) -> Tensor {
        picture::tensor(image, self.model.device)
    }

    fn encode(&self, image: &Tensor) -> Tensor {
        self.model.vae.encode(&image.to_kind(self.model.kind))
    }

    /// `[1, 16, rows, cols · halves]`.
    fn noise(&self, request: &EditRequest, size: [usize; 2], halves: &[u8], example_row: u8) -> Tensor {
        let channels = self.model.latent_channels as usize;
        let origin = if example_row == 0 { request.noise_origin } else { [0, 0] };
        let area = noise::Area { origin, rows: size[0], cols: size[1], halves, example_row };
        let drawn = noise::image(request.seed, channels, &area, request.candidate);
        let shape = [1, channels as i64, size[0] as i64, (halves.len() * size[1]) as i64];
        // The reference keeps latents in the network's type.
        Tensor::from_slice(&drawn)
            .view(shape)
            .to_device(self.model.device)
            .to_kind(self.model.kind)
            .to_kind(Kind::Float)
    }

    fn key(&self, request: &EditRequest, adapter: Option<&String>) -> BatchKey {
        let side = self.window * LATENT;
        BatchKey {
            tile: [request.source.height.min(side), request.source.width.min(side)],
            examples: request.examples.iter().map(|(before, _)| cropped(before)).collect(),
            quality: request.quality.clone(),
            adapter: adapter.cloned(),
        }
    }

    fn begin_unguarded(&self, request: EditRequest) -> Result<Session, EditError> {
        let clock = Instant::now();
        let adapter = self.adapter(&request)?;
        let words = prompt(self.model.family, &request.instruction, request.examples.len());
        let text = self.stack()?.embed(&words).map_err(|error| EditError::Torch(error.to_string()))?;
        let text_seconds = clock.elapsed().as_secs_f64();

        let clock = Instant::now();
        let (rows, cols) = (request.source.height / LATENT, request.source.width / LATENT);
        let source = self.image(&fill_nodata(&request.source, request.valid.as_ref()));
        let plan = WindowPlan::new(rows, cols, self.window);
        let [first, ..] = plan.windows() else {
            return Err(EditError::Torch("a scene has a window".to_owned()));
        };
        // The schedule follows the tokens of one forward pass: examples and window.
        let mut tokens = first.height * first.width / 4;
        let mut session = Session {
            key: self.key(&request, adapter.as_ref().map(|(_, name)| name)),
            adapter: adapter.as_ref().map(|(number, _)| *number),
            latents: Tensor::new(),
            halves: 1,
            condition: None,
            reference: None,
            references: Vec::new(),
            examples: Vec::new(),
            plan,
            window: 0,
            velocity: Vec::new(),
            last: None,
            text,
            sigmas: Vec::new(),
            step: 0,
            seconds: Vec::new(),
            request,
        };
        match self.model.family {
            Family::Fill => {
                tokens *= 2;
                tokens += self.diptych(&mut session, &source);
            }
            Family::Kontext => self.beside_references(&mut session, &source),
            Family::Control => {
                let latents = self.encode(&source);
                session.latents = self.noise(&session.request, [rows, cols], &[1], 0);
                session.condition = Some(latents);
            }
        }
        let request = &session.request;
        session.sigmas = sigmas(&self.model.schedule, request.steps, tokens, request.strength);
        let start = session.sigma();
        if start < 1.0 {
            let known = match self.model.family {
                Family::Fill => self.encode(&Tensor::cat(&[&source, &source], 3)),
                Family::Kontext | Family::Control => self.encode(&source),
            };
            let mixed = &session.latents * start + known.to_kind(Kind::Float) * (1.0 - start);
            session.latents = mixed.to_kind(self.model.kind).to_kind(Kind::Float);
        }
        let encode_seconds = clock.elapsed().as_secs_f64();
        session.seconds = vec![("encode_text", text_seconds), ("encode", encode_seconds), ("denoise", 0.0)];
        Ok(session)
    }

    /// Source left, what is to be filled in right; rows of examples above. Returns the tokens of the examples.
    fn diptych(&self, session: &mut Session, source: &Tensor) -> usize {
        let request = &session.request;
        let plain = (Kind::Float, self.model.device);
        let size = source.size();
        let side = [1, 1, size[2], size[3]];
        let right = match &request.mask {
            Some(mask) => {
                let bytes = Tensor::from_slice(&mask.data).view(side).to_device(self.model.device);
                bytes.ge(128).to_kind(Kind::Float)
            }
            None => Tensor::ones(side, plain),
        };
        // What is to be filled in is mid grey; below examples it is black, as VisualCloze has it.
        let blank = if request.examples.is_empty() { 0.0 } else { -1.0 };
        let filled = source * (1.0 - &right) + &right * blank;
        let mask = Tensor::cat(&[Tensor::zeros(side, plain), right], 3);
        session.halves = 2;
        session.condition = Some(self.condition(&Tensor::cat(&[source.shallow_clone(), filled], 3), &mask));
        let [rows, cols] = [size[2] as usize / LATENT, size[3] as usize / LATENT];
        session.latents = self.noise(request, [rows, cols], &[0, 1], 0);

        let mut tokens = 0;
        let mut examples = Vec::new();
        for (number, (before, after)) in request.examples.iter().enumerate() {
            let [height, width] = cropped(before);
            let pair = [before, after].map(|image| self.image(image));
            let crop = |image: &Tensor| image.narrow(2, 0, height as i64).narrow(3, 0, width as i64);
            let image = Tensor::cat(&pair.iter().map(crop).collect::<Vec<_>>(), 3);
            let known = Tensor::zeros([1, 1, height as i64, 2 * width as i64], plain);
            let size = [height / LATENT, width / LATENT];
            tokens += size[0] * size[1] / 2;
            examples.push(ExampleRow {
                latents: self.noise(request, size, &[0, 1], number as u8 + 1),
                condition: self.condition(&image, &known),
            });
        }
        session.examples = examples;
        tokens
    }

    /// Latents of an image and the cells of a mask, `[1, 80, h, w]`.
    fn condition(&self, image: &Tensor, mask: &Tensor) -> Tensor {
        Tensor::cat(&[self.encode(image), mask_cells(&mask.to_kind(self.model.kind))], 1)
    }

    /// The source as a reference of its own; both images of each example as further ones.
    fn beside_references(&self, session: &mut Session, source: &Tensor) {
        let request = &session.request;
        let latents = self.encode(source);
        let size = latents.size();
        session.latents = self.noise(request, [size[2] as usize, size[3] as usize], &[1], 0);
        session.reference = Some(latents);
        session.references = request
            .examples
            .iter()
            .flat_map(|(before, after)| [before, after])
            .map(|image| {
                let [height, width] = cropped(image);
                self.encode(&self.image(image).narrow(2, 0, height as i64).narrow(3, 0, width as i64))
            })
            .collect();
    }

    fn step_unguarded(&self, sessions: &mut [&mut Session]) {
        let clock = Instant::now();
        let transposed = |parts: Vec<Vec<Tensor>>| -> Vec<Tensor> {
            let count = parts.first().map_or(0, Vec::len);
            (0..count)
                .map(|place| {
                    Tensor::cat(&parts.iter().map(|part| part[place].shallow_clone()).collect::<Vec<_>>(), 0)
                })
                .collect()
        };
        let Some(first) = sessions.first() else { return };
        let adapter = first.adapter;
        let rows = transposed(sessions.iter().map(|session| session.rows()).collect());
        let references = transposed(sessions.iter().map(|session| session.looked_at()).collect());
        let text = TextEmbedding::stack(&sessions.iter().map(|session| &session.text).collect::<Vec<_>>());
        let now: Vec<f64> = sessions.iter().map(|session| session.sigma()).collect();
        let guidance: Vec<f64> = sessions.iter().map(|session| session.request.guidance).collect();
        let velocities = self.model.velocity(&Evaluation {
            rows: &rows,
            references: &references,
            text: &text,
            sigmas: &now,
            guidance: &guidance,
            adapter,
        });
        let seconds = clock.elapsed().as_secs_f64() / sessions.len() as f64;
        for (index, session) in sessions.iter_mut().enumerate() {
            let own: Vec<Tensor> =
                velocities.iter().map(|velocity| velocity.narrow(0, index as i64, 1)).collect();
            session.take(&own, &self.model);
            for (stage, total) in &mut session.seconds {
                if *stage == "denoise" {
                    *total += seconds;
                }
            }
        }
    }

    /// `[1, H, W, 3]`, bytes.
    fn picture(&self, latents: &Tensor) -> Tensor {
        picture::bytes(&self.model.vae.decode(&latents.to_kind(self.model.kind)))
    }

    /// The target of a picture of the scene: the right half of a diptych, else all of it.
    fn target(&self, picture: &Tensor, size: [usize; 2]) -> Result<Rgb8, EditError> {
        let first = match self.model.family {
            Family::Fill => size[1],
            Family::Kontext | Family::Control => 0,
        };
        rgb(&picture.narrow(2, first as i64, size[1] as i64), size)
    }

    fn finish_unguarded(&self, mut session: Session) -> Result<Edited, EditError> {
        let clock = Instant::now();
        let (height, width) = (session.request.source.height, session.request.source.width);
        let size = [height, width];
        let request = &session.request;
        let edited = self.picture(&session.latents);
        let pixels = self.target(&edited, size)?;
        let reconstructed = match session.source_latents() {
            None => rgb(&edited.narrow(2, 0, width as i64), size)?,
            // Decoded once more only where it is compared.
            Some(reference) if request.preserve == Preserve::Change => rgb(&self.picture(reference), size)?,
            Some(_) => request.source.clone(),
        };
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

impl Editor for FluxEditor {
    fn info(&self) -> &EditorInfo {
        &self.info
    }

    fn batch_key(&self, request: &EditRequest) -> BatchKey {
        let adapter = request.adapter.as_ref().or(self.info.default_adapter.as_ref());
        self.key(request, adapter)
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
        check_examples(request, most_examples(self.model.family))?;
        if request.quality != "full" {
            let message = format!("model {} offers quality “full” only", self.info.model);
            return Err(EditError::Unsupported { field: "params.quality", message });
        }
        self.adapter(request)?;
        let share = self
            .stack()?
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

    fn preview(&self, session: &Session) -> Result<Rgb8, EditError> {
        let size = [session.request.source.height, session.request.source.width];
        guarded(|| tch::no_grad(|| self.target(&self.picture(&session.estimate()), size)))?
    }

    fn finish(&self, session: Session) -> Result<Edited, EditError> {
        guarded(|| tch::no_grad(|| self.finish_unguarded(session)))?
    }
}

/// Runs network code; a failure of libtorch, which the binding raises as a panic, becomes an error.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, EditError> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| {
        let text = panic
            .downcast_ref::<String>()
            .cloned()
            .or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
        EditError::from_torch(&text.unwrap_or_else(|| "no reason given".to_owned()))
    })
}

//! What measures, and what every system is held against: features of the images before and after, and of the texts, computed once.

use std::time::Duration;

use anyhow::Context as _;
use foreshock_models::chat::Chat;
use foreshock_models::edit::Rgb8;
use foreshock_models::metrics::encoder::{ImageEncoder, TextEncoder};
use foreshock_models::metrics::script::ScriptDistance;
use foreshock_models::metrics::viescore::Judge;
use foreshock_models::metrics::{open_image_encoder, open_text_encoder};
use tch::{Device, Tensor};

use super::Evaluate;
use super::systems::Loaded;

/// Key of CLIP's image encoder.
pub(super) const CLIP: &str = "clip_i";

/// An image encoder in one of the slots.
pub(super) struct Encoder {
    pub(super) key: &'static str,
    pub(super) label: &'static str,
    /// Whose convention the similarity to the target follows, and that to the source.
    pub(super) conventions: [&'static str; 2],
    pub(super) net: Box<dyn ImageEncoder>,
}

impl Encoder {
    /// Features of images, none where there is none. A network that fails ends the evaluation: a table with holes would hide it.
    pub(super) fn features<'a>(
        &self,
        images: impl Iterator<Item = Option<&'a Rgb8>>,
    ) -> anyhow::Result<Vec<Option<Tensor>>> {
        let feature = |image: &Rgb8| {
            let features = self.net.embed(std::slice::from_ref(image));
            Ok(features.with_context(|| format!("{} failed", self.label))?.get(0))
        };
        images.map(|image| image.map(feature).transpose()).collect()
    }
}

/// What measures.
pub(super) struct Nets {
    pub(super) encoders: Vec<Encoder>,
    pub(super) text: Option<Box<dyn TextEncoder>>,
    pub(super) lpips: Option<ScriptDistance>,
    pub(super) judge: Option<Judge>,
}

/// Features of every pair, none where there is no image or text.
pub(super) struct References {
    /// By encoder: of the images after, of those before.
    pub(super) images: Vec<[Vec<Option<Tensor>>; 2]>,
    pub(super) texts: Vec<Texts>,
}

/// Features of one kind of text.
pub(super) struct Texts {
    /// `instruction`, `caption`.
    pub(super) role: &'static str,
    pub(super) convention: &'static str,
    pub(super) features: Vec<Option<Tensor>>,
    /// How many the network cut.
    pub(super) cut: usize,
}

impl Nets {
    /// Opens what the options name.
    pub(super) fn open(given: &Evaluate, on: Device) -> anyhow::Result<Self> {
        let mut encoders = Vec::new();
        let slots = [
            (CLIP, "CLIP-I", ["MagicBrush, SEED", "Emu Edit, RSEdit"], &given.clip),
            ("dino", "DINO", ["MagicBrush", "Emu Edit"], &given.dino),
            ("dinov2", "DINOv2", ["SEED", "RSEdit"], &given.dinov2),
        ];
        for (key, label, conventions, path) in slots {
            if let Some(path) = path {
                encoders.push(Encoder { key, label, conventions, net: open_image_encoder(path, on)? });
            }
        }
        let text = given.clip.as_ref().map(|clip| given.clip_text.as_ref().unwrap_or(clip));
        let text = text.map(|path| open_text_encoder(path, on)).transpose()?;
        let lpips = given.lpips.as_ref().map(|path| ScriptDistance::open(path, on)).transpose()?;
        let judge = match (&given.judge, &given.judge_model) {
            (Some(url), Some(model)) => {
                let key_from = given.judge_key_env.as_deref();
                let chat =
                    Chat::new(url, model, key_from, Duration::from_secs(120)).context("--judge-key-env")?;
                Some(Judge(match &given.judge_cache {
                    Some(path) => chat.kept_in(path)?,
                    None => chat,
                }))
            }
            _ => None,
        };
        Ok(Self { encoders, text, lpips, judge })
    }

    /// CLIP's image encoder, and its place.
    pub(super) fn clip(&self) -> Option<usize> {
        self.encoders.iter().position(|encoder| encoder.key == CLIP)
    }

    /// What every system is held against.
    pub(super) fn references(&self, pairs: &[Loaded]) -> anyhow::Result<References> {
        let images = self
            .encoders
            .iter()
            .map(|encoder| {
                let after = encoder.features(pairs.iter().map(|pair| pair.after.as_ref()))?;
                Ok([after, encoder.features(pairs.iter().map(|pair| Some(&pair.before)))?])
            })
            .collect::<anyhow::Result<_>>()?;
        let mut texts = Vec::new();
        if let Some(net) = &self.text {
            for (role, convention) in [("instruction", "SEED, RSEdit"), ("caption", "MagicBrush, Emu Edit")] {
                let words: Vec<Option<&str>> = pairs
                    .iter()
                    .map(|pair| match role {
                        "instruction" => pair.pair.instructions.first().map(String::as_str),
                        _ => pair.pair.caption.as_deref(),
                    })
                    .collect();
                let known: Vec<&str> = words.iter().flatten().copied().collect();
                if known.is_empty() {
                    continue;
                }
                let (features, cut) = net.embed_text(&known)?;
                let mut row = 0..;
                let features = words
                    .iter()
                    .map(|word| word.and_then(|_| row.next()).map(|row| features.get(row)))
                    .collect();
                texts.push(Texts { role, convention, features, cut: cut.iter().filter(|cut| **cut).count() });
            }
        }
        Ok(References { images, texts })
    }
}

//! What makes two questions the same: the cache's key.
//!
//! BLAKE3 over every input that can change a pixel, each field preceded by its length, in fixed order. Pixels enter
//! decoded, so two encodings of one image are one question; the coordinate reference system, the user and the job do not
//! enter, so the same pixels are answered once wherever they lie.

use unicode_normalization::UnicodeNormalization;

use crate::job::{NoiseOrigin, Params};

/// Changes whenever the meaning of a cached value changes.
const VERSION: &str = "foreshock.fingerprint.v1";

/// A content digest of one question, 64 hex digits when shown.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint(pub [u8; 32]);

impl std::fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&blake3::Hash::from(self.0).to_hex())
    }
}

impl std::fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}

/// Decoded pixels: 8 bit, interleaved.
#[derive(Debug, Clone, Copy)]
pub struct Pixels<'a> {
    /// Width, px.
    pub width: u32,
    /// Height, px.
    pub height: u32,
    /// Channels: 1, 3 or 4.
    pub channels: u8,
    /// `height · width · channels` bytes.
    pub data: &'a [u8],
}

/// Everything that can change a pixel of the answer.
#[derive(Debug, Clone)]
pub struct Question<'a> {
    /// Digest of weights, configuration and adapters.
    pub model_digest: &'a str,
    /// Engine build, device class, dtype, attention backend, batch size: what changes the last bits.
    pub numeric_profile: &'a str,
    /// The parameters of the job.
    pub params: &'a Params,
    /// The model that judges candidates; it counts with more than one candidate only.
    pub judge: Option<&'a str>,
    /// The instruction as sent.
    pub instruction: &'a str,
    /// The source; RGB or RGBA.
    pub source: Pixels<'a>,
    /// The mask, if any.
    pub mask: Option<Pixels<'a>>,
    /// The examples, before and after.
    pub examples: Vec<(Pixels<'a>, Pixels<'a>)>,
    /// Where noise is addressed from.
    pub noise_origin: NoiseOrigin,
}

/// The instruction as models and cache see it: Unicode NFC, runs of white space as one space, trimmed. Case stays.
#[must_use]
pub fn normalise_instruction(text: &str) -> String {
    let composed: String = text.nfc().collect();
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Question<'_> {
    /// The question's fingerprint.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        let mut hasher = Hasher(blake3::Hasher::new());
        hasher.text(VERSION);
        hasher.text(self.model_digest);
        hasher.text(self.numeric_profile);
        let params = self.params;
        hasher.text(&params.model);
        hasher.text(params.adapter.as_deref().unwrap_or_default());
        hasher.bytes(&params.steps.to_le_bytes());
        hasher.bytes(&params.guidance.to_bits().to_le_bytes());
        hasher.bytes(&params.seed.to_le_bytes());
        hasher.bytes(&params.strength.to_bits().to_le_bytes());
        hasher.text(params.preserve.as_str());
        hasher.text(&params.quality);
        hasher.bytes(&params.candidates.to_le_bytes());
        // Without candidates neither filter nor judge can change a pixel.
        if let Some(filter) = params.early_filter() {
            hasher.bytes(&filter.steps.to_le_bytes());
            hasher.text(filter.mode.as_str());
            hasher.text(self.judge.unwrap_or_default());
        }
        hasher.text(&normalise_instruction(self.instruction));
        hasher.pixels(Some(&self.source));
        hasher.pixels(self.mask.as_ref());
        hasher.bytes(&(self.examples.len() as u64).to_le_bytes());
        for (before, after) in &self.examples {
            hasher.pixels(Some(before));
            hasher.pixels(Some(after));
        }
        hasher.bytes(&self.noise_origin.col.to_le_bytes());
        hasher.bytes(&self.noise_origin.row.to_le_bytes());
        Fingerprint(hasher.0.finalize().into())
    }
}

struct Hasher(blake3::Hasher);

impl Hasher {
    fn bytes(&mut self, bytes: &[u8]) {
        self.0.update(&(bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }

    fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    fn pixels(&mut self, pixels: Option<&Pixels<'_>>) {
        let Some(pixels) = pixels else {
            return self.bytes(&[]);
        };
        self.bytes(
            &[&pixels.width.to_le_bytes()[..], &pixels.height.to_le_bytes()[..], &[pixels.channels][..]]
                .concat(),
        );
        self.bytes(pixels.data);
    }
}

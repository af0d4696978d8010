//! A cached result as bytes: a header with a keyed digest, how its seed was found (JSON), then an RGBA PNG (alpha = weight). Bytes from Redis are a stranger's.

use foreshock_models::edit::{Gray8, Rgb8};
use foreshock_protocol::fingerprint::Fingerprint;
use foreshock_protocol::limits::MAX_SIDE;
use foreshock_protocol::outcome::FilterRecord;
use png::ColorType;

use crate::raster::decode::encode_png;

const MAGIC: &[u8; 4] = b"FSR2";
const DIGEST: usize = 32;
/// Time of creation (ms since 1970), changed fraction, length of the JSON.
const FIXED: usize = 8 + 8 + 4;
/// Magic, digest, what has a fixed size.
const HEADER: usize = 4 + DIGEST + FIXED;

/// A computed result, without its place on the ground.
#[derive(Debug, Clone, PartialEq)]
pub struct Cached {
    /// The model's pixels.
    pub pixels: Rgb8,
    /// Their weight.
    pub weight: Gray8,
    /// Share of pixels with a weight above 0.
    pub changed_fraction: f64,
    /// When they were made, milliseconds since 1970, UTC.
    pub created_ms: i64,
    /// How the seed was found, where candidates were compared: a hit tells the same story.
    pub filter: Option<FilterRecord>,
}

/// Why cached bytes are not used.
#[derive(Debug, thiserror::Error)]
pub enum CodecError {
    /// Too short or of another version.
    #[error("not a cached result of this version")]
    Format,
    /// Somebody else wrote it, or for another question, or it was damaged.
    #[error("the digest does not match")]
    Digest,
    /// The PNG cannot be written or read.
    #[error("the image is damaged: {0}")]
    Image(String),
    /// The record of the early filter cannot be written or read.
    #[error("the record of the early filter is damaged: {0}")]
    Record(String),
}

impl Cached {
    /// Bytes it takes in memory.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.pixels.data.len() + self.weight.data.len()
    }

    /// As bytes, bound to the question by a keyed digest.
    ///
    /// # Errors
    /// When the PNG cannot be written.
    pub fn encode(&self, question: Fingerprint, key: &[u8; 32]) -> Result<Vec<u8>, CodecError> {
        let rgba: Vec<u8> = self
            .pixels
            .data
            .chunks_exact(3)
            .zip(&self.weight.data)
            .flat_map(|(rgb, weight)| [rgb[0], rgb[1], rgb[2], *weight])
            .collect();
        let side = |side: usize| u32::try_from(side).map_err(|error| CodecError::Image(error.to_string()));
        let (width, height) = (side(self.pixels.width)?, side(self.pixels.height)?);
        let image = encode_png(width, height, ColorType::Rgba, &rgba)
            .map_err(|error| CodecError::Image(error.to_string()))?;
        let filter = match &self.filter {
            Some(filter) => {
                serde_json::to_vec(filter).map_err(|error| CodecError::Record(error.to_string()))?
            }
            None => Vec::new(),
        };
        let length = u32::try_from(filter.len()).map_err(|error| CodecError::Record(error.to_string()))?;
        let mut body = Vec::with_capacity(FIXED + filter.len() + image.len());
        body.extend(self.created_ms.to_le_bytes());
        body.extend(self.changed_fraction.to_le_bytes());
        body.extend(length.to_le_bytes());
        body.extend(filter);
        body.extend(image);
        let mut bytes = Vec::with_capacity(HEADER + body.len());
        bytes.extend(MAGIC);
        bytes.extend(digest(question, key, &body).as_bytes());
        bytes.extend(body);
        Ok(bytes)
    }

    /// From bytes, if they are the answer to this question and written by somebody who knows the key.
    ///
    /// # Errors
    /// When they are not.
    pub fn decode(bytes: &[u8], question: Fingerprint, key: &[u8; 32]) -> Result<Self, CodecError> {
        if bytes.len() < HEADER || !bytes.starts_with(MAGIC) {
            return Err(CodecError::Format);
        }
        let Some((found, body)) = bytes[MAGIC.len()..].split_first_chunk::<DIGEST>() else {
            return Err(CodecError::Format);
        };
        // `Hash` compares in constant time.
        if digest(question, key, body) != blake3::Hash::from(*found) {
            return Err(CodecError::Digest);
        }
        let number = |at: usize| body[at..at + 8].try_into().unwrap_or([0; 8]);
        let (created_ms, changed_fraction) = (i64::from_le_bytes(number(0)), f64::from_le_bytes(number(8)));
        let length = u32::from_le_bytes(body[16..FIXED].try_into().unwrap_or([0; 4])) as usize;
        let (filter, picture) = body[FIXED..].split_at_checked(length).ok_or(CodecError::Format)?;
        let filter = match filter {
            [] => None,
            json => {
                Some(serde_json::from_slice(json).map_err(|error| CodecError::Record(error.to_string()))?)
            }
        };
        let (pixels, weight) = image(picture).map_err(CodecError::Image)?;
        Ok(Self { pixels, weight, changed_fraction, created_ms, filter })
    }
}

fn digest(question: Fingerprint, key: &[u8; 32], body: &[u8]) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new_keyed(key);
    hasher.update(&question.0);
    hasher.update(body);
    hasher.finalize()
}

fn image(bytes: &[u8]) -> Result<(Rgb8, Gray8), String> {
    let most = MAX_SIDE as usize * MAX_SIDE as usize * 4 + (1 << 20);
    let decoder = png::Decoder::new_with_limits(std::io::Cursor::new(bytes), png::Limits { bytes: most });
    let mut reader = decoder.read_info().map_err(|error| error.to_string())?;
    let info = reader.info();
    let (width, height) = (info.width, info.height);
    if info.color_type != ColorType::Rgba || width > MAX_SIDE || height > MAX_SIDE {
        return Err("not an RGBA image within the limits".to_owned());
    }
    let mut data = vec![0; reader.output_buffer_size().ok_or("its size overflows")?];
    reader.next_frame(&mut data).map_err(|error| error.to_string())?;
    let (width, height) = (width as usize, height as usize);
    let rgb = data.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    let weight = data.chunks_exact(4).map(|pixel| pixel[3]).collect();
    Ok((Rgb8 { width, height, data: rgb }, Gray8 { width, height, data: weight }))
}

#[cfg(test)]
mod tests {
    use foreshock_protocol::job::FilterMode;
    use foreshock_protocol::outcome::FilterVerdict;

    use super::*;

    fn cached() -> Cached {
        Cached {
            pixels: Rgb8 { width: 16, height: 8, data: (0..16 * 8 * 3).map(|i| (i % 256) as u8).collect() },
            weight: Gray8 { width: 16, height: 8, data: (0..128).collect() },
            changed_fraction: 0.25,
            created_ms: 1_764_000_000_000,
            filter: None,
        }
    }

    fn judged() -> Cached {
        let decided = FilterVerdict::Decided { a: 0, b: 1, winner: 1, reason: "— more water".to_owned() };
        let filter = FilterRecord {
            mode: FilterMode::Continue,
            steps: 2,
            seeds: vec![7, 8],
            verdicts: vec![decided],
            judge: "m".to_owned(),
            failed: None,
            winner_seed: 8,
        };
        Cached { filter: Some(filter), ..cached() }
    }

    #[test]
    fn it_comes_back_only_to_the_same_question_and_key_and_undamaged() {
        let (question, other, key) = (Fingerprint([1; 32]), Fingerprint([2; 32]), [7; 32]);
        for cached in [cached(), judged()] {
            let bytes = cached.encode(question, &key).unwrap();
            assert_eq!(Cached::decode(&bytes, question, &key).unwrap(), cached);
        }
        let bytes = judged().encode(question, &key).unwrap();
        assert!(matches!(Cached::decode(&bytes, other, &key), Err(CodecError::Digest)));
        assert!(matches!(Cached::decode(&bytes, question, &[8; 32]), Err(CodecError::Digest)));
        for place in [5, HEADER - 1, HEADER + 20, bytes.len() - 1] {
            let mut damaged = bytes.clone();
            damaged[place] ^= 1;
            assert!(matches!(Cached::decode(&damaged, question, &key), Err(CodecError::Digest)), "{place}");
        }
        for length in [0, 3, HEADER - 1] {
            assert!(matches!(Cached::decode(&bytes[..length], question, &key), Err(CodecError::Format)));
        }
    }
}

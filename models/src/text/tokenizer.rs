//! The two tokenizers of a FLUX folder: CLIP's from `vocab.json` and `merges.txt`, T5's from `tokenizer.json`.

use std::path::Path;

use tokenizers::models::bpe::BPE;
use tokenizers::normalizers::{Lowercase, NFC, NormalizerWrapper, Replace, Sequence};
use tokenizers::pre_tokenizers::PreTokenizerWrapper;
use tokenizers::pre_tokenizers::byte_level::ByteLevel;
use tokenizers::pre_tokenizers::sequence::Sequence as PreSequence;
use tokenizers::pre_tokenizers::split::{Split, SplitPattern};
use tokenizers::{SplitDelimiterBehavior, Tokenizer};

use crate::edit::LoadError;

/// How CLIP cuts a text into words (openai/CLIP, `simple_tokenizer.py`).
const CLIP_WORDS: &str = r"'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+";
/// First and last token of a CLIP text.
const CLIP_START: &str = "<|startoftext|>";
const CLIP_END: &str = "<|endoftext|>";
/// Pad and end of text in T5's vocabulary.
const T5_PAD: i64 = 0;
const T5_END: i64 = 1;

/// A text as CLIP reads it.
pub struct ClipIds {
    /// As many as the network has places.
    pub ids: Vec<i64>,
    /// Place of the (first) end token.
    pub end: usize,
    /// The text was longer.
    pub cut: bool,
}

/// CLIP's tokenizer.
pub struct ClipTokenizer {
    tokenizer: Tokenizer,
    start: i64,
    end: i64,
    length: usize,
}

impl ClipTokenizer {
    /// Reads `vocab.json` and `merges.txt` of a folder; `length` is that of a padded text, tokens.
    ///
    /// # Errors
    /// When a file is missing or broken.
    pub fn open(folder: &Path, length: usize) -> Result<Self, LoadError> {
        let (vocab, merges) = (folder.join("vocab.json"), folder.join("merges.txt"));
        for path in [&vocab, &merges] {
            if let Err(source) = std::fs::metadata(path) {
                return Err(LoadError::Io { path: path.clone(), source });
            }
        }
        let broken = |message: String| LoadError::Config { path: vocab.clone(), message };
        let tokenizer = clip_tokenizer(&vocab, &merges).map_err(|error| broken(error.to_string()))?;
        let special = |name: &str| {
            let id = tokenizer.token_to_id(name).map(i64::from);
            id.ok_or_else(|| broken(format!("the vocabulary has no {name}")))
        };
        let (start, end) = (special(CLIP_START)?, special(CLIP_END)?);
        Ok(Self { tokenizer, start, end, length })
    }

    /// Ids of a text: start, tokens, end, then `pad` (none = the end token again) up to the length; a longer text is cut.
    ///
    /// # Errors
    /// When the tokenizer fails.
    pub fn ids(&self, text: &str, pad: Option<i64>) -> Result<ClipIds, tokenizers::Error> {
        let encoding = self.tokenizer.encode(text, false)?;
        let (found, room) = (encoding.get_ids(), self.length - 2);
        let mut ids = vec![self.start];
        ids.extend(found.iter().take(room).map(|id| i64::from(*id)));
        let end = ids.len();
        ids.push(self.end);
        ids.resize(self.length, pad.unwrap_or(self.end));
        Ok(ClipIds { ids, end, cut: found.len() > room })
    }

    /// The highest id of the vocabulary.
    #[must_use]
    pub fn highest(&self) -> i64 {
        self.tokenizer.get_vocab(true).into_values().max().map_or(0, i64::from)
    }

    /// Tokens of a padded text.
    #[must_use]
    pub fn length(&self) -> usize {
        self.length
    }
}

/// Both tokenizers.
pub struct Tokenizers {
    clip: ClipTokenizer,
    t5: Tokenizer,
    t5_unknown: Option<u32>,
    t5_length: usize,
}

impl Tokenizers {
    /// Reads both from a model folder.
    ///
    /// # Errors
    /// When a file is missing or broken.
    pub fn open(folder: &Path, clip_length: usize, t5_length: usize) -> Result<Self, LoadError> {
        let t5_file = folder.join("tokenizer_2/tokenizer.json");
        let clip = ClipTokenizer::open(&folder.join("tokenizer"), clip_length)?;
        if let Err(source) = std::fs::metadata(&t5_file) {
            return Err(LoadError::Io { path: t5_file, source });
        }
        let broken = |path: &Path, error: tokenizers::Error| LoadError::Config {
            path: path.to_owned(),
            message: error.to_string(),
        };
        let t5 = Tokenizer::from_file(&t5_file).map_err(|error| broken(&t5_file, error))?;
        let t5_unknown = t5.token_to_id("<unk>");
        Ok(Self { clip, t5, t5_unknown, t5_length })
    }

    /// Ids of a text for CLIP, padded with the end token, and the place of the first end token.
    ///
    /// # Errors
    /// When the tokenizer fails.
    pub fn clip(&self, text: &str) -> Result<(Vec<i64>, usize), tokenizers::Error> {
        self.clip.ids(text, None).map(|text| (text.ids, text.end))
    }

    /// Ids of a text for T5, closed and padded.
    ///
    /// # Errors
    /// When the tokenizer fails.
    pub fn t5(&self, text: &str) -> Result<Vec<i64>, tokenizers::Error> {
        let encoding = self.t5.encode(text, false)?;
        let mut ids: Vec<i64> =
            encoding.get_ids().iter().take(self.t5_length - 1).map(|id| i64::from(*id)).collect();
        ids.push(T5_END);
        ids.resize(self.t5_length, T5_PAD);
        Ok(ids)
    }

    /// Share of a text's letters that T5 knows no token for, 0 to 1.
    ///
    /// # Errors
    /// When the tokenizer fails.
    pub fn unknown_share(&self, text: &str) -> Result<f64, tokenizers::Error> {
        let Some(unknown) = self.t5_unknown else { return Ok(0.0) };
        let encoding = self.t5.encode_char_offsets(text, false)?;
        let letters: Vec<bool> = text.chars().map(|letter| !letter.is_whitespace()).collect();
        let count =
            |from: usize, to: usize| letters.iter().take(to).skip(from).filter(|letter| **letter).count();
        let lost: usize = encoding
            .get_ids()
            .iter()
            .zip(encoding.get_offsets())
            .filter(|(id, _)| **id == unknown)
            .map(|(_, (from, to))| count(*from, *to))
            .sum();
        Ok(lost as f64 / count(0, letters.len()).max(1) as f64)
    }
}

/// CLIP's tokenizer, without start and end of text.
fn clip_tokenizer(vocab: &Path, merges: &Path) -> Result<Tokenizer, tokenizers::Error> {
    let bpe = BPE::from_file(&vocab.to_string_lossy(), &merges.to_string_lossy())
        .unk_token(CLIP_END.to_owned())
        .end_of_word_suffix("</w>".to_owned())
        .build()?;
    let spaces =
        Replace::new(tokenizers::normalizers::replace::ReplacePattern::Regex(r"\s+".to_owned()), " ")?;
    let normalizer = Sequence::new(vec![
        NormalizerWrapper::NFC(NFC),
        NormalizerWrapper::Replace(spaces),
        NormalizerWrapper::Lowercase(Lowercase),
    ]);
    let words =
        Split::new(SplitPattern::Regex(CLIP_WORDS.to_owned()), SplitDelimiterBehavior::Removed, true)?;
    let bytes = ByteLevel::new(false, true, false);
    let pre =
        PreSequence::new(vec![PreTokenizerWrapper::Split(words), PreTokenizerWrapper::ByteLevel(bytes)]);
    let mut tokenizer = Tokenizer::new(bpe);
    tokenizer.with_normalizer(Some(normalizer)).with_pre_tokenizer(Some(pre));
    Ok(tokenizer)
}

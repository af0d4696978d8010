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
pub(crate) const CLIP_START: &str = "<|startoftext|>";
pub(crate) const CLIP_END: &str = "<|endoftext|>";
/// Pad and end of text in T5's vocabulary.
const T5_PAD: i64 = 0;
const T5_END: i64 = 1;

/// Both tokenizers.
pub struct Tokenizers {
    clip: Tokenizer,
    clip_start: i64,
    clip_end: i64,
    clip_length: usize,
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
        let (vocab, merges) = (folder.join("tokenizer/vocab.json"), folder.join("tokenizer/merges.txt"));
        let t5_file = folder.join("tokenizer_2/tokenizer.json");
        for path in [&vocab, &merges, &t5_file] {
            if let Err(source) = std::fs::metadata(path) {
                return Err(LoadError::Io { path: path.clone(), source });
            }
        }
        let broken = |path: &Path, error: tokenizers::Error| LoadError::Config {
            path: path.to_owned(),
            message: error.to_string(),
        };
        let clip = clip_tokenizer(&vocab, &merges).map_err(|error| broken(&vocab, error))?;
        let special = |name: &str| {
            clip.token_to_id(name).map(i64::from).ok_or_else(|| LoadError::Config {
                path: vocab.clone(),
                message: format!("the vocabulary has no {name}"),
            })
        };
        let (clip_start, clip_end) = (special(CLIP_START)?, special(CLIP_END)?);
        let t5 = Tokenizer::from_file(&t5_file).map_err(|error| broken(&t5_file, error))?;
        let t5_unknown = t5.token_to_id("<unk>");
        Ok(Self { clip, clip_start, clip_end, clip_length, t5, t5_unknown, t5_length })
    }

    /// Ids of a text for CLIP, padded with the end token, and the place of the first end token.
    ///
    /// # Errors
    /// When the tokenizer fails.
    pub fn clip(&self, text: &str) -> Result<(Vec<i64>, usize), tokenizers::Error> {
        let encoding = self.clip.encode(text, false)?;
        let mut ids = vec![self.clip_start];
        ids.extend(encoding.get_ids().iter().take(self.clip_length - 2).map(|id| i64::from(*id)));
        let end = ids.len();
        ids.resize(self.clip_length, self.clip_end);
        Ok((ids, end))
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
pub(crate) fn clip_tokenizer(vocab: &Path, merges: &Path) -> Result<Tokenizer, tokenizers::Error> {
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

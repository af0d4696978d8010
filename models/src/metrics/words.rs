//! Texts as CLIP reads them: start, tokens, end, padding; longer ones are cut, and that is told.

use std::path::Path;

use tokenizers::Tokenizer;

use super::encoder::MetricError;
use crate::text::tokenizer::{CLIP_END, CLIP_START, clip_tokenizer};

/// One text as ids.
pub(super) struct Ids {
    /// As many as the network has places.
    pub(super) ids: Vec<i64>,
    /// Place of the end token.
    pub(super) end: usize,
    /// The text was longer.
    pub(super) cut: bool,
}

/// A tokenizer with the length of its network.
pub(super) struct Words {
    tokenizer: Tokenizer,
    start: i64,
    end: i64,
    /// What fills the places after the end; none = the end token.
    pad: Option<i64>,
    length: usize,
}

impl Words {
    /// Reads `vocab.json` and `merges.txt`; `known` is how many tokens the network knows, if that is said.
    pub(super) fn open(
        folder: &Path,
        length: i64,
        pad: Option<i64>,
        known: Option<i64>,
    ) -> Result<Self, MetricError> {
        let (vocab, merges) = (folder.join("vocab.json"), folder.join("merges.txt"));
        for path in [&vocab, &merges] {
            std::fs::metadata(path).map_err(|source| MetricError::Io { path: path.clone(), source })?;
        }
        let refuse = |message: String| MetricError::Config { path: vocab.clone(), message };
        let length = usize::try_from(length).ok().filter(|length| (3..=8192).contains(length)).ok_or_else(|| {
            refuse(format!("the network reads texts of {length} tokens; start, end and one token are 3, and 8192 the most"))
        })?;
        let tokenizer = clip_tokenizer(&vocab, &merges).map_err(|error| refuse(error.to_string()))?;
        let special = |name: &str| {
            let id = tokenizer.token_to_id(name).map(i64::from);
            id.ok_or_else(|| refuse(format!("the vocabulary has no {name}")))
        };
        let (start, end) = (special(CLIP_START)?, special(CLIP_END)?);
        let highest = tokenizer.get_vocab(true).into_values().max().map_or(0, i64::from);
        if let Some(known) = known.filter(|known| *known <= highest) {
            return Err(refuse(format!(
                "it has an id {highest}, and the network knows {known} tokens; the tokenizer is another network's"
            )));
        }
        Ok(Self { tokenizer, start, end, pad, length })
    }

    /// In words.
    pub(super) fn describe(&self) -> String {
        format!("CLIP tokens, {} with start and end, longer texts cut", self.length)
    }

    /// Ids of texts.
    pub(super) fn read(&self, texts: &[&str]) -> Result<Vec<Ids>, MetricError> {
        texts
            .iter()
            .enumerate()
            .map(|(number, text)| {
                let encoding = self
                    .tokenizer
                    .encode(*text, false)
                    .map_err(|error| MetricError::Text { number, message: error.to_string() })?;
                let (found, room) = (encoding.get_ids(), self.length - 2);
                let mut ids = vec![self.start];
                ids.extend(found.iter().take(room).map(|id| i64::from(*id)));
                let end = ids.len();
                ids.push(self.end);
                ids.resize(self.length, self.pad.unwrap_or(self.end));
                Ok(Ids { ids, end, cut: found.len() > room })
            })
            .collect()
    }
}

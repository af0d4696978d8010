//! Texts as CLIP reads them: start, tokens, end, padding; longer ones are cut, and that is told.

use std::path::Path;

use super::encoder::MetricError;
use crate::edit::LoadError;
use crate::text::tokenizer::{ClipIds, ClipTokenizer};

/// A tokenizer with the length of its network.
pub(super) struct Words {
    tokenizer: ClipTokenizer,
    /// What fills the places after the end; none = the end token.
    pad: Option<i64>,
}

impl Words {
    /// Reads `vocab.json` and `merges.txt`; `known` is how many tokens the network knows, if that is said.
    pub(super) fn open(
        folder: &Path,
        length: i64,
        pad: Option<i64>,
        known: Option<i64>,
    ) -> Result<Self, MetricError> {
        let refuse = |message: String| MetricError::Config { path: folder.join("vocab.json"), message };
        let length = usize::try_from(length).ok().filter(|length| (3..=8192).contains(length)).ok_or_else(|| {
            refuse(format!("the network reads texts of {length} tokens; start, end and one token are 3, and 8192 the most"))
        })?;
        let tokenizer = ClipTokenizer::open(folder, length).map_err(|error| match error {
            LoadError::Io { path, source } => MetricError::Io { path, source },
            LoadError::Config { path, message } => MetricError::Config { path, message },
            other => refuse(other.to_string()),
        })?;
        let highest = tokenizer.highest();
        if let Some(known) = known.filter(|known| *known <= highest) {
            return Err(refuse(format!(
                "it has an id {highest}, and the network knows {known} tokens; the tokenizer is another network's"
            )));
        }
        Ok(Self { tokenizer, pad })
    }

    /// In words.
    pub(super) fn describe(&self) -> String {
        format!("CLIP tokens, {} with start and end, longer texts cut", self.tokenizer.length())
    }

    /// Ids of texts.
    pub(super) fn read(&self, texts: &[&str]) -> Result<Vec<ClipIds>, MetricError> {
        let read = |(number, text): (usize, &&str)| {
            let ids = self.tokenizer.ids(text, self.pad);
            ids.map_err(|error| MetricError::Text { number, message: error.to_string() })
        };
        texts.iter().enumerate().map(read).collect()
    }
}

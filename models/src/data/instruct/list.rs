//! A list in RSCC's layout, written again with instructions.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use serde_json::{Map, Value, json};

use super::super::Pair;
use super::super::sets::lines::{self, field};
use super::super::sets::{Layout, SetError, SetOptions, list_of, open, stem, wordings};
use super::ask::{Asked, ask};
use super::reworded;
use crate::chat::{Chat, ChatError};

/// So many questions without an answer one after another, and there is no use in asking on.
const FAILURES: usize = 5;
/// What a line says that the rules wrote.
const RULES: &str = "rules";

/// Why a list is not written.
#[derive(Debug, thiserror::Error)]
pub enum InstructError {
    /// The set cannot be read.
    #[error(transparent)]
    Set(#[from] SetError),
    /// It has no captions of changes.
    #[error("{} is not in RSCC's layout: only such sets have captions to rewrite", .0.display())]
    Layout(PathBuf),
    /// Paths in the list would lead elsewhere.
    #[error("{} must lie in {}: paths in a list are relative to its folder", out.display(), folder.display())]
    Elsewhere {
        /// The new list.
        out: PathBuf,
        /// Folder of the set's own list.
        folder: PathBuf,
    },
    /// The new list would take the place of the old one.
    #[error("{} is the list that is read; name another", .0.display())]
    Same(PathBuf),
    /// The model's server is gone.
    #[error(
        "no answer to {FAILURES} questions one after another, the last: {0}; answers until then are kept"
    )]
    Gone(ChatError),
    /// Answers cannot be kept.
    #[error(transparent)]
    Cache(ChatError),
    /// The list cannot be written.
    #[error("cannot write {}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

/// What was written.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Rewritten {
    /// Lines that the rules wrote.
    pub rules: usize,
    /// Lines that the model wrote.
    pub model: usize,
    /// Lines that have instructions, written as they are.
    pub kept: usize,
    /// Lines that give no pair, left out.
    pub skipped: usize,
}

/// Writes the list of a set again, with `instructions` made of its captions and `rewritten` saying by what. With a model, by it; where
/// its answer cannot be read, by the rules. Lines that have instructions keep them. The list appears when it is complete.
///
/// # Errors
/// When the set cannot be read or has no captions, `out` is not beside its list, the model is gone, or a file cannot be written.
pub fn rewrite_list(set: &Path, out: &Path, chat: Option<&Chat>) -> Result<Rewritten, InstructError> {
    let read = open(set, &SetOptions::default())?;
    let list = if set.is_dir() { list_of(set)? } else { set.to_owned() };
    if read.layout != Layout::Rscc {
        return Err(InstructError::Layout(list));
    }
    beside(&list, out)?;
    let pairs: BTreeMap<&str, &Pair> = read.pairs.iter().map(|pair| (pair.name.as_str(), pair)).collect();
    let left_out: Vec<usize> = read.skipped.iter().map(|skipped| skipped.line).collect();
    let records: Vec<(Map<String, Value>, &Pair)> = lines::read(&list)?
        .into_iter()
        .filter(|(line, _)| !left_out.contains(line))
        .filter_map(|(_, record)| record.ok())
        .filter_map(|record| {
            let pair = pairs.get(stem(&field(&record, "post_image")?).as_str())?;
            Some((record, *pair))
        })
        .collect();
    let failures = AtomicUsize::new(0);
    let written: Vec<(Option<bool>, String)> = records
        .into_par_iter()
        .map(|(mut record, pair)| {
            let known = !wordings(&record).is_empty();
            let Some(caption) = field(&record, "change_caption").filter(|_| !known) else {
                return Ok((None, Value::Object(record).to_string()));
            };
            let asked = chat.map(|chat| asked(chat, &caption, pair, &failures)).transpose()?.flatten();
            let by_model = asked.is_some();
            let (instructions, by) = match (asked, chat) {
                (Some(wordings), Some(chat)) => (wordings, chat.model.as_str()),
                _ => (reworded(&caption, pair.disaster, pair.severity, pair.negative), RULES),
            };
            record.insert("instructions".to_owned(), json!(instructions));
            record.insert("rewritten".to_owned(), json!(by));
            Ok((Some(by_model), Value::Object(record).to_string()))
        })
        .collect::<Result<_, InstructError>>()?;
    let text: String = written.iter().map(|(_, line)| format!("{line}\n")).collect();
    put(out, &text)?;
    let count = |of: Option<bool>| written.iter().filter(|(by, _)| *by == of).count();
    Ok(Rewritten {
        rules: count(Some(false)),
        model: count(Some(true)),
        kept: count(None),
        skipped: left_out.len(),
    })
}

/// The model's wordings; none where its answer is no use.
fn asked(
    chat: &Chat,
    caption: &str,
    pair: &Pair,
    failures: &AtomicUsize,
) -> Result<Option<Vec<String>>, InstructError> {
    match ask(chat, caption) {
        Ok(answer) => {
            failures.store(0, Ordering::Relaxed);
            match answer {
                Asked::Wordings(wordings) => Ok(Some(wordings)),
                Asked::Unreadable => {
                    tracing::warn!(
                        "{}: the answer is no list of short instructions; by the rules",
                        pair.name
                    );
                    Ok(None)
                }
            }
        }
        Err(error @ ChatError::Cache { .. }) => Err(InstructError::Cache(error)),
        Err(error) if failures.fetch_add(1, Ordering::Relaxed) + 1 >= FAILURES => {
            Err(InstructError::Gone(error))
        }
        Err(error) => {
            tracing::warn!("{}: no answer ({error}); by the rules", pair.name);
            Ok(None)
        }
    }
}

/// The new list lies beside the old one, and is another.
fn beside(list: &Path, out: &Path) -> Result<(), InstructError> {
    let folder_of = |path: &Path| match path.parent() {
        Some(folder) if folder.as_os_str().is_empty() => PathBuf::from("."),
        Some(folder) => folder.to_owned(),
        None => PathBuf::from("."),
    };
    let (folder, own) = (folder_of(list), folder_of(out));
    let real = |path: &Path| path.canonicalize().ok();
    if real(&folder) != real(&own) || real(&own).is_none() {
        return Err(InstructError::Elsewhere { out: out.to_owned(), folder });
    }
    if list.file_name() == out.file_name() || real(list) == real(out) {
        return Err(InstructError::Same(out.to_owned()));
    }
    Ok(())
}

/// A file that is there only when it is whole.
fn put(path: &Path, text: &str) -> Result<(), InstructError> {
    let io = |source| InstructError::Io { path: path.to_owned(), source };
    let part = path.with_extension("part");
    let mut file = std::fs::File::create(&part).map_err(io)?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(io)?;
    std::fs::rename(&part, path).map_err(io)
}

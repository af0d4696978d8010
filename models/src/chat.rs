//! Questions to a model behind an OpenAI-compatible server, and the answers kept in a file.

use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum ChatError {
    /// The server was not reached, refused, or did not answer in time.
    #[error("{0}")]
    Http(#[from] ureq::Error),
    /// It answered without a text.
    #[error("the answer holds no text")]
    Empty,
    /// The variable of the key is not set.
    #[error("the environment variable {0} is not set")]
    Key(String),
    /// The file of answers cannot be read or written.
    #[error("answers in {}: {source}", path.display())]
    Cache {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

/// A model, and how it is reached.
pub struct Chat {
    /// Its name.
    pub model: String,
    url: String,
    /// Never written anywhere.
    key: Option<String>,
    agent: ureq::Agent,
    cache: Option<Cache>,
}

impl Chat {
    /// A model behind an address up to `/v1`. `key_from` names the environment variable that holds the bearer token.
    ///
    /// # Errors
    /// When that variable is not set.
    pub fn new(url: &str, model: &str, key_from: Option<&str>, timeout: Duration) -> Result<Self, ChatError> {
        let read = |name: &str| std::env::var(name).ok().ok_or_else(|| ChatError::Key(name.to_owned()));
        let key = key_from.map(read).transpose()?;
        // A redirect would carry the key elsewhere.
        let agent =
            ureq::Agent::config_builder().timeout_global(Some(timeout)).max_redirects(0).build().into();
        let url = format!("{}/chat/completions", url.trim_end_matches('/'));
        Ok(Self { model: model.to_owned(), url, key, agent, cache: None })
    }

    /// Keeps answers in a file of JSON lines, and takes from it those that are there.
    ///
    /// # Errors
    /// When the file cannot be read or made.
    pub fn kept_in(mut self, path: &Path) -> Result<Self, ChatError> {
        self.cache = Some(Cache::open(path)?);
        Ok(self)
    }

    /// The answer to messages: the kept one, else the server's.
    ///
    /// # Errors
    /// When the server gives no text, or the text cannot be kept.
    pub fn ask(&self, messages: &Value) -> Result<String, ChatError> {
        match self.cache.as_ref().and_then(|cache| cache.get(&self.key_of(messages))) {
            Some(known) => Ok(known),
            None => self.ask_again(messages),
        }
    }

    /// The server's answer, whatever was kept; it takes the place of the kept one.
    ///
    /// # Errors
    /// When the server gives no text, or the text cannot be kept.
    pub fn ask_again(&self, messages: &Value) -> Result<String, ChatError> {
        let mut request = self.agent.post(&self.url);
        if let Some(key) = &self.key {
            request = request.header("Authorization", format!("Bearer {key}"));
        }
        let body = json!({ "model": self.model, "temperature": 0, "messages": messages });
        let answer: Value = request.send_json(&body)?.body_mut().read_json()?;
        let text = answer["choices"][0]["message"]["content"].as_str().ok_or(ChatError::Empty)?;
        if let Some(cache) = &self.cache {
            cache.put(self.key_of(messages), text)?;
        }
        Ok(text.to_owned())
    }

    /// The hash of model and messages; the server's address does not count, the same model may move.
    fn key_of(&self, messages: &Value) -> String {
        let asked = json!([self.model, messages]).to_string();
        blake3::hash(asked.as_bytes()).to_hex().to_string()
    }
}

/// A line of the file of answers.
#[derive(Serialize, Deserialize)]
struct Kept {
    key: String,
    answer: String,
}

struct Cache {
    path: PathBuf,
    known: Mutex<(HashMap<String, String>, File)>,
}

impl Cache {
    fn open(path: &Path) -> Result<Self, ChatError> {
        let refuse = |source| ChatError::Cache { path: path.to_owned(), source };
        let mut file = OpenOptions::new().read(true).append(true).create(true).open(path).map_err(refuse)?;
        let mut text = String::new();
        file.read_to_string(&mut text).map_err(refuse)?;
        // Of two answers the later one counts. A line that a stopped run left half is asked for again; the next one must not
        // continue it.
        let lines = text.lines().filter_map(|line| serde_json::from_str::<Kept>(line).ok());
        let known = lines.map(|kept| (kept.key, kept.answer)).collect();
        if !text.is_empty() && !text.ends_with('\n') {
            file.seek(SeekFrom::End(0)).and_then(|_| file.write_all(b"\n")).map_err(refuse)?;
        }
        Ok(Self { path: path.to_owned(), known: Mutex::new((known, file)) })
    }

    fn get(&self, key: &str) -> Option<String> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).0.get(key).cloned()
    }

    fn put(&self, key: String, answer: &str) -> Result<(), ChatError> {
        let refuse = |source| ChatError::Cache { path: self.path.clone(), source };
        let kept = Kept { key, answer: answer.to_owned() };
        let line = serde_json::to_string(&kept).map_err(|error| refuse(error.into()))?;
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.1.write_all(format!("{line}\n").as_bytes()).map_err(refuse)?;
        known.0.insert(kept.key, kept.answer);
        Ok(())
    }
}

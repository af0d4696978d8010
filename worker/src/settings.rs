//! Settings: `foreshock.toml` in the working folder, every key also an environment variable (`FORESHOCK_AMQP_URL`). Unknown keys are
//! refused by name.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use config::{Config, Environment, File, FileFormat, Source};
use foreshock_models::LoadOptions;
use foreshock_protocol::job::Lane;
use serde::Deserialize;

use crate::engine::EngineSettings;
use crate::judge::openai::SetUpError;
use crate::judge::{Judge, OpenAi};
use crate::tls::{Tls, TlsError};

/// The settings file, looked for in the working folder.
pub const FILE: &str = "foreshock.toml";

/// Everything that can be set.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Address of the broker, `amqp://user:password@host:port/vhost` or `amqps://…`.
    pub amqp_url: String,
    /// Address of the Redis that keeps results; empty = no cache.
    pub cache_url: String,
    /// Address of the Redis that keeps cancel marks; empty = the cache's.
    pub state_url: String,
    /// PEM file of the certificate authorities that are trusted for broker, management API and Redis; empty = the system's.
    pub ca_file: PathBuf,
    /// PEM file of the certificate that we show to broker, management API and Redis; empty = none.
    ///
    /// An `amqps://` address without a password then logs in by it (SASL EXTERNAL).
    pub client_certificate: PathBuf,
    /// PEM file of its private key; empty = it stands in the certificate's file.
    pub client_key: PathBuf,
    /// Address of the broker's management API with an administrator (`https://admin:password@host:15671`), for
    /// `foreshock topology`; empty = it uses AMQP alone.
    pub management_url: String,
    /// Folder of the model; empty = the one that comes with Foreshock.
    pub model: String,
    /// Adapters beside those that lie in the model's folder: files, or folders with `pytorch_lora_weights.safetensors`.
    pub adapters: Vec<PathBuf>,
    /// Adapter that is merged into the weights, so that no other can be chosen; empty = all stay to be chosen.
    pub merge_adapter: String,
    /// `cpu`, `cuda` or `cuda:N`.
    pub device: String,
    /// `f32` or `bf16`.
    pub dtype: String,
    /// CPU threads of the model; 0 = as libtorch decides.
    pub threads: usize,
    /// Most tiles in one forward pass.
    pub max_batch: usize,
    /// Most tiles worked on at a time.
    pub max_sessions: usize,
    /// Most candidates of early filters kept for the judge beside them, of each lane.
    pub max_waiting: usize,
    /// Address of an OpenAI-compatible server that judges candidates (`http://host:8000/v1`); empty = no early filter.
    pub judge_url: String,
    /// Vision model that judges.
    pub judge_model: String,
    /// Key sent to the judge as bearer token; empty = none.
    pub judge_key: String,
    /// Longest wait for one answer of the judge, seconds.
    pub judge_seconds: u64,
    /// Lanes served.
    pub lanes: Vec<Lane>,
    /// Answer and park dead jobs, too; one worker of a fleet is enough, more do not disturb each other.
    pub janitor: bool,
    /// Ids of licences that the operator has accepted.
    pub accept_licence: Vec<String>,
    /// Address of `/metrics`, `/healthz` and `/readyz`; empty = off; port 0 = a free one.
    pub metrics_listen: String,
    /// File into which the address above is written once known.
    pub metrics_addr_file: Option<PathBuf>,
    /// Create exchanges and queues at start (demo, tests).
    pub declare: bool,
    /// Name of this worker; empty = host and process id.
    pub worker_name: String,
    /// Longest time for one tile, seconds.
    pub job_seconds: u64,
    /// How long a stopping worker goes on with running tiles, seconds.
    pub drain_seconds: u64,
    /// How long results are kept, seconds.
    pub cache_ttl_seconds: u64,
    /// Key of the digest that guards cached results; all workers of a fleet share it.
    pub cache_key_secret: String,
    /// What is logged (`info`, `foreshock_worker=debug`).
    pub log: String,
    /// `text` or `json`.
    pub log_format: LogFormat,
    /// Folders from which by-reference sources may be read; empty = none.
    pub by_reference_roots: Vec<PathBuf>,
}

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines.
    Json,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            amqp_url: "amqp://guest:guest@127.0.0.1:5672/%2f".to_owned(),
            cache_url: String::new(),
            state_url: String::new(),
            ca_file: PathBuf::new(),
            client_certificate: PathBuf::new(),
            client_key: PathBuf::new(),
            management_url: String::new(),
            model: String::new(),
            adapters: Vec::new(),
            merge_adapter: String::new(),
            device: "cpu".to_owned(),
            dtype: "f32".to_owned(),
            threads: 0,
            max_batch: 1,
            max_sessions: 2,
            max_waiting: 24,
            judge_url: String::new(),
            judge_model: String::new(),
            judge_key: String::new(),
            judge_seconds: 60,
            lanes: Lane::ALL.to_vec(),
            janitor: true,
            accept_licence: Vec::new(),
            metrics_listen: String::new(),
            metrics_addr_file: None,
            declare: false,
            worker_name: String::new(),
            job_seconds: 600,
            drain_seconds: 60,
            cache_ttl_seconds: 604_800,
            cache_key_secret: String::new(),
            log: "info".to_owned(),
            log_format: LogFormat::Text,
            by_reference_roots: Vec::new(),
        }
    }
}

/// Why settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// A key or value is wrong.
    #[error("settings: {0}; keys stand in {FILE} or as FORESHOCK_<KEY> in the environment")]
    Invalid(#[from] config::ConfigError),
    /// A value is out of range.
    #[error("settings: {key} must be {limit}")]
    Range {
        /// The key.
        key: &'static str,
        /// What it must satisfy.
        limit: &'static str,
    },
    /// Certificates cannot be used.
    #[error("settings: {0}")]
    Tls(#[from] TlsError),
}

/// The process's environment.
fn environment() -> Environment {
    Environment::with_prefix("FORESHOCK")
        .try_parsing(true)
        .list_separator(",")
        .with_list_parse_key("adapters")
        .with_list_parse_key("lanes")
        .with_list_parse_key("accept_licence")
        .with_list_parse_key("by_reference_roots")
}

impl Settings {
    /// The same settings, with the shipped model where none is named.
    #[must_use]
    pub fn or_shipped_model(mut self) -> Self {
        if self.model.is_empty()
            && let Some(folder) = crate::shipped::shipped_model()
        {
            self.model = folder.to_string_lossy().into_owned();
        }
        self
    }

    /// Reads the settings of a working folder and the environment; the environment wins.
    ///
    /// # Errors
    /// When a key is unknown or a value is wrong.
    pub fn load(folder: &Path) -> Result<Self, SettingsError> {
        Self::read(folder, environment())
    }

    /// Reads settings from the text of a file and from pairs of an environment; the pairs win.
    ///
    /// # Errors
    /// When a key is unknown or a value is wrong.
    pub fn parse(text: &str, pairs: HashMap<String, String>) -> Result<Self, SettingsError> {
        Self::build(File::from_str(text, FileFormat::Toml), environment().source(Some(pairs)))
    }

    fn read(folder: &Path, environment: Environment) -> Result<Self, SettingsError> {
        Self::build(File::from(folder.join(FILE)).format(FileFormat::Toml).required(false), environment)
    }

    fn build(
        file: impl Source + Send + Sync + 'static,
        environment: Environment,
    ) -> Result<Self, SettingsError> {
        let settings: Self =
            Config::builder().add_source(file).add_source(environment).build()?.try_deserialize()?;
        settings.check()?;
        Ok(settings)
    }

    fn check(&self) -> Result<(), SettingsError> {
        let range =
            |fits: bool, key, limit| if fits { Ok(()) } else { Err(SettingsError::Range { key, limit }) };
        range((1..=256).contains(&self.max_batch), "max_batch", "1 to 256")?;
        range((1..=256).contains(&self.max_sessions), "max_sessions", "1 to 256")?;
        range(
            (1..=1500).contains(&self.job_seconds),
            "job_seconds",
            "1 to 1500, below the broker's consumer timeout",
        )?;
        range((1..=256).contains(&self.max_waiting), "max_waiting", "1 to 256")?;
        range((1..=600).contains(&self.judge_seconds), "judge_seconds", "1 to 600")?;
        range(
            self.judge_url.is_empty() == self.judge_model.is_empty(),
            "judge_model",
            "set when judge_url is, and only then",
        )?;
        // Consumers are named after it, and AMQP has no longer names than 255 bytes.
        range(self.worker_name.len() <= 64, "worker_name", "at most 64 bytes")?;
        range(!self.lanes.is_empty(), "lanes", "interactive, bulk or both")?;
        Ok(self.tls()?.check()?)
    }

    /// Whom connections trust, and who we are to them.
    ///
    /// # Errors
    /// When a key is named without its certificate.
    pub fn tls(&self) -> Result<Tls, TlsError> {
        Tls::new(&self.ca_file, &self.client_certificate, &self.client_key)
    }

    /// How the model is loaded.
    #[must_use]
    pub fn load_options(&self) -> LoadOptions {
        LoadOptions {
            device: self.device.clone(),
            dtype: self.dtype.clone(),
            threads: self.threads,
            adapters: self.adapters.clone(),
            merge_adapter: (!self.merge_adapter.is_empty()).then(|| self.merge_adapter.clone()),
        }
    }

    /// Bounds on the engine.
    #[must_use]
    pub fn engine(&self) -> EngineSettings {
        EngineSettings {
            max_batch: self.max_batch,
            max_sessions: self.max_sessions,
            max_waiting: self.max_waiting,
        }
    }

    /// The judge, if one is set.
    ///
    /// # Errors
    /// When it cannot be set up.
    pub fn judge(&self) -> Result<Option<Arc<dyn Judge>>, SetUpError> {
        if self.judge_url.is_empty() {
            return Ok(None);
        }
        let patience = Duration::from_secs(self.judge_seconds);
        let judge = OpenAi::new(&self.judge_url, &self.judge_model, &self.judge_key, patience)?;
        Ok(Some(Arc::new(judge)))
    }

    /// Address of the state store.
    #[must_use]
    pub fn state_url(&self) -> &str {
        if self.state_url.is_empty() { &self.cache_url } else { &self.state_url }
    }

    /// Name of this worker.
    #[must_use]
    pub fn worker_name(&self) -> String {
        if !self.worker_name.is_empty() {
            return self.worker_name.clone();
        }
        let host =
            std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_else(|_| "worker".to_owned());
        format!("{}-{}", host.trim(), std::process::id())
    }
}

/// A URL without its password, for logs.
#[must_use]
pub fn redacted(url: &str) -> String {
    match (url.find("://"), url.rfind('@')) {
        (Some(scheme), Some(at)) if at > scheme => format!("{}://***@{}", &url[..scheme], &url[at + 1..]),
        _ => url.to_owned(),
    }
}

impl std::fmt::Debug for Settings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Settings")
            .field("amqp_url", &redacted(&self.amqp_url))
            .field("cache_url", &redacted(&self.cache_url))
            .field("model", &self.model)
            .field("device", &self.device)
            .field("dtype", &self.dtype)
            .field("lanes", &self.lanes)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(pairs: &[(&str, &str)]) -> Environment {
        let map: HashMap<String, String> =
            pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        Environment::with_prefix("FORESHOCK")
            .try_parsing(true)
            .list_separator(",")
            .with_list_parse_key("lanes")
            .source(Some(map))
    }

    #[test]
    fn environment_wins_over_the_file() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(FILE), "threads = 3\nmax_batch = 4\n").unwrap();
        let settings = Settings::read(
            folder.path(),
            environment(&[("FORESHOCK_THREADS", "1"), ("FORESHOCK_LANES", "bulk")]),
        )
        .unwrap();
        assert_eq!((settings.threads, settings.max_batch), (1, 4));
        assert_eq!(settings.lanes, [Lane::Bulk]);
    }

    #[test]
    fn unknown_keys_are_named() {
        let folder = tempfile::tempdir().unwrap();
        let error = Settings::read(folder.path(), environment(&[("FORESHOCK_THREADZ", "1")]))
            .unwrap_err()
            .to_string();
        assert!(error.contains("threadz"), "{error}");
        std::fs::write(folder.path().join(FILE), "modell = \"x\"\n").unwrap();
        let error = Settings::read(folder.path(), environment(&[])).unwrap_err().to_string();
        assert!(error.contains("modell"), "{error}");
    }

    #[test]
    fn a_judge_has_address_and_model() {
        let set = |url: &str, model: &str| Settings {
            judge_url: url.to_owned(),
            judge_model: model.to_owned(),
            ..Settings::default()
        };
        assert!(set("", "").judge().unwrap().is_none() && set("", "").check().is_ok());
        assert_eq!(set("http://host/v1", "m").judge().unwrap().unwrap().name(), "m");
        assert!(set("ftp://host/v1", "m").judge().unwrap_err().to_string().contains("judge_url"));
        for half in [set("http://host/v1", ""), set("", "m")] {
            assert!(half.check().unwrap_err().to_string().contains("judge_model"));
        }
    }

    #[test]
    fn adapters_are_a_list_in_the_environment() {
        let folder = tempfile::tempdir().unwrap();
        let source = environment(&[("FORESHOCK_ADAPTERS", "a.safetensors,b")]);
        let settings = Settings::read(folder.path(), source.with_list_parse_key("adapters")).unwrap();
        assert_eq!(settings.load_options().adapters, ["a.safetensors", "b"].map(PathBuf::from));
        assert_eq!(settings.load_options().merge_adapter, None);
    }

    #[test]
    fn certificates_are_looked_at_when_the_settings_are_read() {
        let folder = tempfile::tempdir().unwrap();
        for key in ["ca_file", "client_certificate"] {
            let variable = format!("FORESHOCK_{}", key.to_uppercase());
            let source = environment(&[(&variable, "/nowhere/x.pem")]);
            let error = Settings::read(folder.path(), source).unwrap_err().to_string();
            assert!(error.contains(&format!("{key}: /nowhere/x.pem cannot be read")), "{error}");
        }
    }

    #[test]
    fn passwords_do_not_show() {
        let settings = Settings {
            amqp_url: "amqps://ana:secret@host:5671/v".to_owned(),
            cache_key_secret: "hush".to_owned(),
            judge_key: "hush".to_owned(),
            ..Settings::default()
        };
        let text = format!("{settings:?}");
        assert!(!text.contains("secret") && !text.contains("hush") && text.contains("host:5671"), "{text}");
    }
}

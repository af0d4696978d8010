//! Results that were computed before: in this process, then in Redis. Redis down, slow, full or lying costs time, never a job.

mod breaker;
mod codec;
mod flight;
mod turn;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use foreshock_protocol::fingerprint::Fingerprint;
use foreshock_protocol::job::JobId;
use moka::sync::Cache as Memory;
use redis::aio::{ConnectionManager, ConnectionManagerConfig};
use redis::{Client, IntoConnectionInfo as _, RedisError};

use crate::telemetry::CacheFailed;
use crate::tls::{Tls, TlsError};
use breaker::Breaker;
pub use codec::{Cached, CodecError};
pub use flight::{Flights, Seat};
pub use turn::{Lock, Pace, Turn};

/// Longest wait for a result of some megabytes.
const BLOB_TIMEOUT: Duration = Duration::from_secs(3);
/// Longest wait for a mark.
const MARK_TIMEOUT: Duration = Duration::from_millis(500);
/// Results kept in this process, bytes.
const MEMORY_BYTES: u64 = 256 << 20;
/// Largest value stored, bytes.
const MAX_VALUE_BYTES: usize = 8 << 20;
/// How long a cancel mark is kept, seconds.
const CANCEL_SECONDS: u64 = 86_400;

/// Where results and marks are kept.
pub struct Cache {
    memory: Memory<Fingerprint, Arc<Cached>>,
    results: Option<Arc<Store>>,
    state: Option<Arc<Store>>,
    key: [u8; 32],
    ttl_seconds: u64,
}

struct Store {
    client: Client,
    connection: Mutex<ConnectionManager>,
    breaker: Breaker,
    timeout: Duration,
}

impl Store {
    fn open(url: &str, tls: &Tls, timeout: Duration) -> Result<Option<Arc<Self>>, CacheError> {
        if url.is_empty() {
            return Ok(None);
        }
        let client = client(url, tls)?;
        let connection = Mutex::new(Self::connection(&client, timeout)?);
        Ok(Some(Arc::new(Self { client, connection, breaker: Breaker::default(), timeout })))
    }

    /// Lazy: a worker starts without Redis.
    fn connection(client: &Client, timeout: Duration) -> Result<ConnectionManager, RedisError> {
        let config = ConnectionManagerConfig::new()
            .set_connection_timeout(Some(Duration::from_secs(1)))
            .set_response_timeout(Some(timeout))
            .set_number_of_retries(1);
        ConnectionManager::new_lazy_with_config(client.clone(), config)
    }

    /// Leaves a connection that gave a wrong answer: from then on it may answer each question with the one before.
    fn reconnect(&self) {
        // The address was good when the store was opened.
        if let Ok(connection) = Self::connection(&self.client, self.timeout) {
            *self.connection.lock().unwrap_or_else(PoisonError::into_inner) = connection;
        }
    }

    /// Runs one command; none when Redis does not answer, which is noted.
    async fn ask<T: redis::FromRedisValue>(
        &self,
        operation: &'static str,
        command: &redis::Cmd,
    ) -> Option<T> {
        if !self.breaker.allows() {
            return None;
        }
        let mut connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let error = match tokio::time::timeout(self.timeout, command.query_async(&mut connection)).await {
            Ok(Ok(value)) => {
                self.breaker.succeeded();
                return Some(value);
            }
            Ok(Err(error)) => error.to_string(),
            Err(_) => format!("no answer within {:?}", self.timeout),
        };
        self.breaker.failed();
        CacheFailed { operation, error: &error }.emit();
        None
    }
}

impl Cache {
    /// Opens the stores; neither needs to answer now.
    ///
    /// # Errors
    /// When an address is malformed or our certificates cannot be used.
    pub fn open(
        cache_url: &str,
        state_url: &str,
        tls: &Tls,
        secret: &str,
        ttl_seconds: u64,
    ) -> Result<Self, CacheError> {
        Ok(Self {
            memory: Memory::builder()
                .max_capacity(MEMORY_BYTES)
                .weigher(|_, value: &Arc<Cached>| u32::try_from(value.bytes()).unwrap_or(u32::MAX))
                .build(),
            results: Store::open(cache_url, tls, BLOB_TIMEOUT)?,
            state: Store::open(state_url, tls, MARK_TIMEOUT)?,
            key: blake3::derive_key("foreshock cached results v1", secret.as_bytes()),
            ttl_seconds,
        })
    }

    /// What was computed for this question.
    pub async fn get(&self, question: Fingerprint) -> Option<Arc<Cached>> {
        if let Some(found) = self.memory.get(&question) {
            return Some(found);
        }
        let store = self.results.as_ref()?;
        let key = result_key(question);
        let bytes: Option<Vec<u8>> = store.ask("get", redis::cmd("GET").arg(&key)).await?;
        let bytes = bytes?;
        match Cached::decode(&bytes, question, &self.key) {
            Ok(cached) => {
                let cached = Arc::new(cached);
                self.memory.insert(question, Arc::clone(&cached));
                Some(cached)
            }
            Err(error) => {
                CacheFailed { operation: "verify", error: &error.to_string() }.emit();
                store.reconnect();
                let _: Option<i64> = store.ask("unlink", redis::cmd("UNLINK").arg(&key)).await;
                None
            }
        }
    }

    /// Keeps a result: in this process at once, in Redis as well as it can.
    pub async fn put(&self, question: Fingerprint, cached: &Arc<Cached>) {
        self.memory.insert(question, Arc::clone(cached));
        let Some(store) = &self.results else { return };
        let (cached, key) = (Arc::clone(cached), self.key);
        let encoded = tokio::task::spawn_blocking(move || cached.encode(question, &key)).await;
        let failed = |error: &dyn std::fmt::Display| {
            CacheFailed { operation: "encode", error: &error.to_string() }.emit();
        };
        let bytes = match encoded {
            Ok(Ok(bytes)) if bytes.len() <= MAX_VALUE_BYTES => bytes,
            Ok(Ok(_)) => return,
            Ok(Err(error)) => return failed(&error),
            Err(panic) => return failed(&panic),
        };
        // ± 10 %, so that what was stored together does not expire together.
        let jitter = u64::from(question.0[0]) * self.ttl_seconds / 5 / 255;
        let seconds = (self.ttl_seconds - self.ttl_seconds / 10 + jitter).max(1);
        let command = redis::cmd("SET").arg(result_key(question)).arg(bytes).arg("EX").arg(seconds).clone();
        let _: Option<String> = store.ask("set", &command).await;
    }

    /// Marks a request as cancelled, for workers that start later.
    pub async fn mark_cancelled(&self, user: &str, job: JobId) {
        if let Some(store) = &self.state {
            let command = redis::cmd("SET")
                .arg(cancel_key(user, job))
                .arg(self.cancel_mark(user, job))
                .arg("EX")
                .arg(CANCEL_SECONDS)
                .clone();
            let _: Option<String> = store.ask("mark", &command).await;
        }
    }

    /// Whether a request was cancelled, as far as Redis knows.
    pub async fn is_cancelled(&self, user: &str, job: JobId) -> bool {
        let Some(store) = &self.state else { return false };
        let mark: Option<Option<String>> =
            store.ask("get", redis::cmd("GET").arg(cancel_key(user, job))).await;
        match mark.flatten() {
            Some(mark) if mark == self.cancel_mark(user, job) => true,
            Some(_) => {
                CacheFailed { operation: "verify", error: "a cancel mark is not one of this fleet" }.emit();
                store.reconnect();
                false
            }
            None => false,
        }
    }

    /// What a mark says: nobody without the key, and no answer to another question, calls a job off.
    fn cancel_mark(&self, user: &str, job: JobId) -> String {
        let mut hasher = blake3::Hasher::new_keyed(&self.key);
        hasher.update(cancel_key(user, job).as_bytes());
        hasher.finalize().to_hex().to_string()
    }
}

/// Why the cache cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CacheError {
    /// Our certificates cannot be used.
    #[error(transparent)]
    Certificates(#[from] TlsError),
    /// The address, or what answers there.
    #[error("{0}")]
    Redis(#[from] RedisError),
    /// Nobody answers.
    #[error("no answer within {0:?}")]
    Silent(Duration),
}

/// A Redis at this address; `rediss://` is TLS.
fn client(url: &str, tls: &Tls) -> Result<Client, CacheError> {
    if url.starts_with("rediss://") {
        // Two crates choose between them otherwise.
        let _ = rustls::crypto::ring::default_provider().install_default();
        return Ok(Client::build_with_tls(url, tls.redis()?)?);
    }
    let address = url.into_connection_info()?;
    let at_once = address.tcp_settings().clone().set_nodelay(true);
    Ok(Client::open(address.set_tcp_settings(at_once))?)
}

/// Asks the Redis at this address for a sign of life.
///
/// # Errors
/// Why there is none.
pub async fn ping(url: &str, tls: &Tls) -> Result<(), CacheError> {
    let client = client(url, tls)?;
    let asked = async {
        let mut connection = client.get_multiplexed_async_connection().await?;
        redis::cmd("PING").query_async::<String>(&mut connection).await
    };
    match tokio::time::timeout(BLOB_TIMEOUT, asked).await {
        Ok(answer) => Ok(answer.map(drop)?),
        Err(_) => Err(CacheError::Silent(BLOB_TIMEOUT)),
    }
}

fn result_key(question: Fingerprint) -> String {
    // The number follows the codec: old and new workers may share a Redis.
    format!("r2:{{{question}}}")
}

fn cancel_key(user: &str, job: JobId) -> String {
    format!("cancel:{user}:{job}")
}

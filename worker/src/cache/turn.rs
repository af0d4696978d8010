//! Single flight across the fleet: of equal questions one worker computes, the others wait for the result in Redis.
//!
//! The lock saves work and nothing rests on it: results are addressed by their content, so whoever computes one writes the same. A worker
//! that dies leaves its lock to expire; a Redis that is gone, slow or lying leaves everybody to compute for themselves.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use foreshock_protocol::fingerprint::Fingerprint;
use uuid::Uuid;

use super::{Cache, Cached, Store};
use crate::jitter::jittered;

/// How long a lock lives without renewal, milliseconds: so long is waited for a worker that has died.
const LOCK_MS: u64 = 6_000;
/// How often it is renewed.
const RENEWAL: Duration = Duration::from_secs(2);
/// How often those who wait look, before up to half more.
const LOOK: Duration = Duration::from_millis(100);
/// Renews or removes a lock only while it is ours: `KEYS[1]` the lock, `ARGV[1]` the token, `ARGV[2]` its new life or 0.
const IF_OURS: &str = "if redis.call('get', KEYS[1]) ~= ARGV[1] then return 0 end \
     if ARGV[2] == '0' then return redis.call('del', KEYS[1]) end \
     return redis.call('pexpire', KEYS[1], ARGV[2])";

/// Whose turn it is.
pub enum Turn {
    /// Compute. The lock is given back when it is dropped; there may be none.
    Mine(Option<Lock>),
    /// Somebody else has computed it.
    Theirs(Arc<Cached>),
}

/// A lock that is renewed until it is dropped.
pub struct Lock {
    renewal: tokio::task::JoinHandle<()>,
    store: Arc<Store>,
    key: String,
    token: String,
}

impl Lock {
    async fn take(store: &Arc<Store>, question: Fingerprint) -> Taking {
        let (key, token) = (format!("lock:{{{question}}}"), Uuid::now_v7().to_string());
        let command = redis::cmd("SET").arg(&key).arg(&token).arg("NX").arg("PX").arg(LOCK_MS).clone();
        match store.ask::<Option<String>>("lock", &command).await {
            None => Taking::NoAnswer,
            Some(None) => Taking::Taken,
            Some(Some(_)) => {
                let renewal = tokio::spawn(renew(Arc::clone(store), key.clone(), token.clone()));
                Taking::Ours(Self { renewal, store: Arc::clone(store), key, token })
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        self.renewal.abort();
        let (store, command) = (Arc::clone(&self.store), if_ours(&self.key, &self.token, 0));
        // Without a runtime the process ends, and the lock expires.
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move {
                let _: Option<i64> = store.ask("unlock", &command).await;
            });
        }
    }
}

enum Taking {
    Ours(Lock),
    Taken,
    NoAnswer,
}

async fn renew(store: Arc<Store>, key: String, token: String) {
    loop {
        tokio::time::sleep(RENEWAL).await;
        let _: Option<i64> = store.ask("renew", &if_ours(&key, &token, LOCK_MS)).await;
    }
}

fn if_ours(key: &str, token: &str, life: u64) -> redis::Cmd {
    redis::cmd("EVAL").arg(IF_OURS).arg(1).arg(key).arg(token).arg(life).clone()
}

impl Cache {
    /// Waits until the question is answered or nobody else works on it, at most as long as `patience`.
    pub async fn turn(&self, question: Fingerprint, patience: Duration) -> Turn {
        // Without a common cache nobody could find the other's result.
        let (Some(store), Some(_)) = (&self.state, &self.results) else { return Turn::Mine(None) };
        let end = Instant::now() + patience;
        loop {
            match Lock::take(store, question).await {
                Taking::Ours(lock) => {
                    // The one before us may have finished between our look and our lock.
                    return match self.get(question).await {
                        Some(cached) => Turn::Theirs(cached),
                        None => Turn::Mine(Some(lock)),
                    };
                }
                Taking::NoAnswer => return Turn::Mine(None),
                Taking::Taken if Instant::now() >= end => return Turn::Mine(None),
                Taking::Taken => {}
            }
            tokio::time::sleep(jittered(LOOK)).await;
            if let Some(cached) = self.get(question).await {
                return Turn::Theirs(cached);
            }
        }
    }
}

/// How long tiles take here, and so how long to wait for somebody else's.
#[derive(Default)]
pub struct Pace(Mutex<VecDeque<Duration>>);

/// Tiles remembered.
const REMEMBERED: usize = 64;
/// Before any tile was made.
const UNKNOWN: Duration = Duration::from_secs(30);
/// Shortest patience: a look costs a tenth of a second.
const LEAST: Duration = Duration::from_secs(2);

impl Pace {
    /// A tile took so long.
    pub fn took(&self, time: Duration) {
        let mut times = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        times.push_front(time);
        times.truncate(REMEMBERED);
    }

    /// One and a half times what 95 of 100 tiles take: who waits longer could have computed it.
    #[must_use]
    pub fn patience(&self) -> Duration {
        let mut times: Vec<Duration> =
            self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().copied().collect();
        times.sort_unstable();
        let place = (times.len() * 95).div_ceil(100);
        place
            .checked_sub(1)
            .and_then(|last| times.get(last))
            .map_or(UNKNOWN, |p95| p95.mul_f64(1.5).max(LEAST))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tls::Tls;

    #[test]
    fn patience_follows_the_slow_tiles() {
        let pace = Pace::default();
        assert_eq!(pace.patience(), UNKNOWN);
        pace.took(Duration::from_millis(10));
        assert_eq!(pace.patience(), LEAST);
        for second in 1..=100 {
            pace.took(Duration::from_secs(second));
        }
        // The last 64: 37 to 100 s; 95 of 100 of them take at most 97 s.
        assert_eq!(pace.patience(), Duration::from_millis(145_500));
    }

    #[tokio::test]
    async fn without_redis_it_is_ones_own_turn() {
        let cache = Cache::open("", "", &Tls::default(), "", 60).unwrap();
        assert!(matches!(cache.turn(Fingerprint([1; 32]), UNKNOWN).await, Turn::Mine(None)));
    }
}

//! Requests that their owners called off.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use foreshock_protocol::job::JobId;
use tokio_util::sync::CancellationToken;

/// Requests remembered of a user: nobody's cancels push out another's.
const MOST: usize = 10_000;

/// Tokens by user and request: a cancel of somebody else's request finds nothing.
#[derive(Clone, Default)]
pub struct Cancels(Arc<Mutex<HashMap<String, Known>>>);

#[derive(Default)]
struct Known {
    tokens: HashMap<JobId, CancellationToken>,
    order: VecDeque<JobId>,
}

impl Cancels {
    /// The token of a request; cancelled when the request was called off before.
    #[must_use]
    pub fn token(&self, user: &str, job: JobId) -> CancellationToken {
        let mut users = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = users.entry(user.to_owned()).or_default();
        if let Some(token) = known.tokens.get(&job) {
            return token.clone();
        }
        let token = CancellationToken::new();
        known.tokens.insert(job, token.clone());
        known.order.push_back(job);
        if known.order.len() > MOST
            && let Some(oldest) = known.order.pop_front()
        {
            known.tokens.remove(&oldest);
        }
        token
    }

    /// Calls a request off.
    pub fn cancel(&self, user: &str, job: JobId) {
        self.token(user, job).cancel();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_owner_cancels() {
        let cancels = Cancels::default();
        let job = JobId::new();
        let token = cancels.token("ana", job);
        cancels.cancel("bob", job);
        assert!(!token.is_cancelled());
        cancels.cancel("ana", job);
        assert!(token.is_cancelled() && cancels.token("ana", job).is_cancelled());
    }

    #[test]
    fn memory_is_bounded() {
        let cancels = Cancels::default();
        let first = JobId::new();
        cancels.cancel("ana", first);
        for _ in 0..MOST {
            cancels.cancel("bob", JobId::new());
        }
        assert!(cancels.token("ana", first).is_cancelled(), "bob's are bob's");
        for _ in 0..MOST {
            let _ = cancels.token("ana", JobId::new());
        }
        assert!(!cancels.token("ana", first).is_cancelled());
    }
}

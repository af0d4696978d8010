//! Pauses that a fleet does not make in step.

use std::time::Duration;

/// So long, or up to half more.
pub(crate) fn jittered(pause: Duration) -> Duration {
    // The last byte of a UUID v7 is random.
    pause.mul_f64(1.0 + f64::from(uuid::Uuid::now_v7().as_bytes()[15]) / 510.0)
}

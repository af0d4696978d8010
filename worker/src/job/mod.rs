//! The life of one tile on a worker.

pub mod answer;
pub mod deliveries;
pub mod filter;
pub mod janitor;
pub mod life;
pub mod prepare;
pub mod respond;
pub mod sender;
pub mod settlement;

pub use prepare::{Prepared, Rules, prepare};
pub use respond::{done, failed};

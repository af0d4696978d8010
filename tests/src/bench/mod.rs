//! Benchmarks of the fleet on a real broker with real workers: ratios between things measured in the same run.

pub mod bare;
pub mod client;
pub mod interactive;
pub mod overhead;
pub mod report;
pub mod scaling;
pub mod statistics;

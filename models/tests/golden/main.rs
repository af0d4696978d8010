//! Golden parity: every component and the whole loop against tensors that diffusers, transformers and PEFT made (`tests/golden`).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod adapters;
mod control;
mod fixture;
mod kontext;
mod loaders;
mod metrics;
mod parts;
mod pipeline;
mod rows;
mod texts;
mod training;
mod transformer;

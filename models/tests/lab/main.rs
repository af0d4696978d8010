//! `foreshock-lab` as its users run it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod data_check;
mod data_instruct;
mod data_masks;
mod evaluate;
mod overfit;
mod run;
mod shipped;

//! Data to train on and to show: pairs on disk, procedural scenes.

mod pair;
mod scene;
pub mod synth;

pub use pair::{Disaster, Pair};
pub use scene::{Building, Label, Scene, Sun, scene};

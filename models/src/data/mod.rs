//! Data to train on and to show: pairs on disk, procedural scenes.

mod pair;
mod scene;
mod stub;
pub use stub::{is_test, open};
pub mod synth;

pub use pair::{Disaster, Pair};
pub use scene::{Building, Label, Scene, Sun, scene};

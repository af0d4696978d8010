//! Data to train on and to show: pairs on disk, procedural scenes.

pub mod check;
pub mod instruct;
mod pair;
mod polygon;
mod scene;
pub mod sets;
pub mod synth;
pub mod xbd;

pub use pair::{Disaster, Pair};
pub use scene::{Building, Label, Scene, Sun, scene};
pub use sets::{Set, SetError, SetOptions, open};
pub use synth::is_test;

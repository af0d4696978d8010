//! Data to train on and to show: pairs on disk, procedural scenes.

mod pair;
mod scene;

pub use pair::{Disaster, Pair};
pub use scene::{Building, Label, Scene, Sun, scene};

//! Data to train on and to show: so far, procedural scenes.

mod scene;

pub use scene::{Building, Label, Scene, Sun, scene};

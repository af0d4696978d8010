//! Data: procedural scenes.

//! Measuring edits.

pub mod baseline;
mod block;
pub mod clip;
pub mod damage;
pub mod dinov2;
pub mod encoder;
mod folder;
pub mod pixels;
pub mod preprocess;
pub mod record;
pub mod report;
pub mod resample;
mod run;
pub mod script;
pub mod viescore;
pub mod vit;
mod words;

pub use clip::Clip;
pub use dinov2::Dinov2;
pub use encoder::{ImageEncoder, MetricError, NetInfo, TextEncoder, open_image_encoder, open_text_encoder};
pub use script::{ScriptImage, ScriptText};
pub use vit::Dino;

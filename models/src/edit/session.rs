//! An edit that runs: its latents, its condition, and how far it is.

use tch::{Kind, Tensor};

use super::window::{Window, WindowPlan};
use super::{BatchKey, EditRequest};
use crate::flux::model::FluxModel;
use crate::text::TextEmbedding;

/// A row of one example: before and after, denoised along with the question.
pub(super) struct ExampleRow {
    /// `[1, 16, h, 2w]`, f32.
    pub(super) latents: Tensor,
    /// `[1, 80, h, 2w]`.
    pub(super) condition: Tensor,
}

/// An edit that runs.
pub struct Session {
    pub(super) request: EditRequest,
    pub(super) key: BatchKey,
    /// Number of the adapter.
    pub(super) adapter: Option<usize>,
    /// The scene, f32 between steps: `[1, 16, h, 2w]` for a diptych, `[1, 16, h, w]` beside references.
    pub(super) latents: Tensor,
    /// Images side by side in the scene: 2 for a diptych.
    pub(super) halves: i64,
    /// Masked-image latents and mask of a diptych, `[1, 80, h, 2w]`; the source's clean latents as channels, `[1, 16, h, w]`.
    pub(super) condition: Option<Tensor>,
    /// Clean latents of the source, `[1, 16, h, w]`.
    pub(super) reference: Option<Tensor>,
    /// Clean latents of further references.
    pub(super) references: Vec<Tensor>,
    /// Rows above a diptych.
    pub(super) examples: Vec<ExampleRow>,
    pub(super) plan: WindowPlan,
    /// Windows of this step that are done.
    pub(super) window: usize,
    /// Blended velocity of this step: each example's and the scene's.
    pub(super) velocity: Vec<Tensor>,
    /// The scene's velocity in the step before: what a preview is made of.
    pub(super) last: Option<Tensor>,
    pub(super) text: TextEmbedding,
    pub(super) sigmas: Vec<f64>,
    pub(super) step: usize,
    pub(super) seconds: Vec<(&'static str, f64)>,
}

impl Session {
    /// Steps done.
    #[must_use]
    pub fn step(&self) -> u32 {
        self.step as u32
    }

    /// Steps in all.
    #[must_use]
    pub fn of(&self) -> u32 {
        (self.sigmas.len() - 1) as u32
    }

    /// Windows that each step has; a step of a large scene takes as many forward passes.
    #[must_use]
    pub fn windows(&self) -> usize {
        self.plan.windows().len()
    }

    /// Whether only [`super::Editor::finish`] is left.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.step + 1 >= self.sigmas.len()
    }

    /// Which sessions can share a forward pass with this one.
    #[must_use]
    pub fn batch_key(&self) -> &BatchKey {
        &self.key
    }

    /// What the scene would be if the last velocity held to the end, `x − σ·v`; the latents as they are before the first step.
    pub(super) fn estimate(&self) -> Tensor {
        match &self.last {
            Some(velocity) => &self.latents - velocity.to_kind(Kind::Float) * self.sigmas[self.step],
            None => self.latents.shallow_clone(),
        }
    }

    /// Clean latents of the source, where they are not the left half of the scene.
    pub(super) fn source_latents(&self) -> Option<&Tensor> {
        self.reference.as_ref().or(self.condition.as_ref().filter(|_| self.halves == 1))
    }

    /// Noise level of the next step.
    pub(super) fn sigma(&self) -> f64 {
        self.sigmas[self.step]
    }

    /// The rows of the next forward pass: examples, then the question's window, each with its condition.
    pub(super) fn rows(&self) -> Vec<Tensor> {
        let window = self.plan.windows()[self.window];
        let scene = |image: &Tensor| if self.halves > 1 { diptych(&window, image) } else { window.of(image) };
        let mut rows: Vec<Tensor> =
            self.examples.iter().map(|row| join(&row.latents, Some(&row.condition))).collect();
        let condition = self.condition.as_ref().map(scene);
        rows.push(join(&scene(&self.latents), condition.as_ref()));
        rows
    }

    /// The references of the next forward pass.
    pub(super) fn looked_at(&self) -> Vec<Tensor> {
        let window = self.plan.windows()[self.window];
        let own = self.reference.as_ref().map(|reference| window.of(reference));
        own.into_iter().chain(self.references.iter().map(Tensor::shallow_clone)).collect()
    }

    /// Takes the velocities of one forward pass, as many as there are rows; after the last window the step is made.
    pub(super) fn take(&mut self, velocities: &[Tensor], model: &FluxModel) {
        let windows = self.plan.windows().len();
        let Some((scene, examples)) = velocities.split_last() else { return };
        if windows == 1 {
            self.velocity = velocities.iter().map(Tensor::shallow_clone).collect();
        } else {
            self.blend(scene, examples);
        }
        self.window += 1;
        if self.window < windows {
            return;
        }
        self.window = 0;
        let (from, to) = (self.sigmas[self.step], self.sigmas[self.step + 1]);
        for (row, velocity) in self.examples.iter_mut().zip(&self.velocity) {
            row.latents = model.step(&row.latents, velocity, from, to);
        }
        if let Some(velocity) = self.velocity.last() {
            self.latents = model.step(&self.latents, velocity, from, to);
        }
        self.last = self.velocity.pop();
        self.velocity.clear();
        self.step += 1;
    }

    /// Adds one window's velocities to those of the scene.
    fn blend(&mut self, scene: &Tensor, examples: &[Tensor]) {
        if self.window == 0 {
            let zeros = self.examples.iter().map(|row| row.latents.zeros_like());
            self.velocity = zeros.chain([self.latents.zeros_like()]).collect();
        }
        // Examples are in every window: the mean.
        let share = 1.0 / self.plan.windows().len() as f64;
        for (sum, part) in self.velocity.iter_mut().zip(examples) {
            *sum += part * share;
        }
        let (window, weights) =
            (self.plan.windows()[self.window], self.plan.weights(self.window, scene.device()));
        let halves = self.halves;
        let Some(sum) = self.velocity.last() else { return };
        for (whole, part) in sum.chunk(halves, -1).iter().zip(scene.chunk(halves, -1)) {
            let mut place = window.of(whole);
            place += part.to_kind(Kind::Float) * &weights;
        }
    }
}

/// Latents with the channels of their condition.
fn join(latents: &Tensor, condition: Option<&Tensor>) -> Tensor {
    match condition {
        Some(condition) => Tensor::cat(&[latents.to_kind(condition.kind()), condition.shallow_clone()], 1),
        None => latents.shallow_clone(),
    }
}

/// The same window of both halves of a diptych `[1, C, h, 2w]`, side by side.
fn diptych(window: &Window, image: &Tensor) -> Tensor {
    let halves = image.chunk(2, -1);
    Tensor::cat(&halves.iter().map(|half| window.of(half)).collect::<Vec<_>>(), -1)
}

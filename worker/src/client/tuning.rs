//! What a user may add to the words: an adapter, examples, candidates.

use std::path::PathBuf;

use foreshock_protocol::capabilities::Model;
use foreshock_protocol::job::{Example, Filter};
use foreshock_protocol::limits::{MAX_CANDIDATES, MAX_EXAMPLES, MAX_STEPS};

use super::ClientError;
use crate::raster::example;

/// Adapter, examples and candidates of a request.
#[derive(Debug, Clone)]
pub struct Tuning {
    /// Adapter by its name; none = the model's default.
    pub adapter: Option<String>,
    /// Before/after pairs that show what is meant.
    pub examples: Vec<[PathBuf; 2]>,
    /// Noises among which a judge chooses; 1 = none.
    pub candidates: u32,
    /// How candidates are compared.
    pub filter: Option<Filter>,
}

impl Default for Tuning {
    fn default() -> Self {
        Self { adapter: None, examples: Vec::new(), candidates: 1, filter: None }
    }
}

impl Tuning {
    /// Checks what needs no model, and reads the examples.
    ///
    /// # Errors
    /// Names the option at fault.
    pub fn read(&self) -> Result<Vec<Example>, ClientError> {
        let refuse = |message: String| Err(ClientError::Input(message));
        if !(1..=MAX_CANDIDATES).contains(&self.candidates) {
            return refuse(format!("--candidates {}: must be 1 to {MAX_CANDIDATES}", self.candidates));
        }
        if let Some(filter) = self.filter {
            if !(1..=MAX_STEPS).contains(&filter.steps) {
                return refuse(format!("--filter-steps {}: must be 1 to {MAX_STEPS}", filter.steps));
            }
            if self.candidates == 1 {
                return refuse("--filter-steps and --filter-mode need --candidates above 1".to_owned());
            }
        }
        if self.examples.len() > MAX_EXAMPLES {
            return refuse(format!(
                "{} times --example: at most {MAX_EXAMPLES} examples",
                self.examples.len()
            ));
        }
        let read = |[before, after]: &[PathBuf; 2]| example::read(before, after).map_err(ClientError::from);
        self.examples.iter().map(read).collect()
    }

    /// Checks what the model must be able to do.
    ///
    /// # Errors
    /// Names the option at fault, and what there is.
    pub fn check(&self, model: &Model) -> Result<(), ClientError> {
        let refuse = |message: String| Err(ClientError::Input(message));
        if let Some(adapter) = &self.adapter
            && !model.adapters.contains(adapter)
        {
            let there = if model.adapters.is_empty() { "none".to_owned() } else { model.adapters.join(", ") };
            return refuse(format!("--adapter {adapter}: model {} has {there}", model.name));
        }
        if self.examples.len() as u64 > u64::from(model.max_examples) {
            return refuse(format!(
                "{} times --example: model {} takes at most {}",
                self.examples.len(),
                model.name,
                model.max_examples
            ));
        }
        if self.candidates > model.max_candidates {
            return refuse(match model.max_candidates {
                0 | 1 => "--candidates needs a judge, and none is set: judge_url and judge_model in the worker's settings (for `edit`, in foreshock.toml or FORESHOCK_JUDGE_URL)".to_owned(),
                most => format!("--candidates {}: model {} takes at most {most}", self.candidates, model.name),
            });
        }
        Ok(())
    }
}

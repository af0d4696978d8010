//! Optimisation steps against PyTorch's: loss, gradients, clipping, updated weights, by AdamW and by Prodigy; with and without
//! recomputation.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use foreshock_models::config::TransformerConfig;
use foreshock_models::edit::Rgb8;
use foreshock_models::flux::{FluxTransformer, Input};
use foreshock_models::train::flow::backward;
use foreshock_models::train::optimizer::Rule;
use foreshock_models::train::parameters::{Parameters, Tensors};
use foreshock_models::train::{RunSettings, Sample, Schedule, Task, TrainError, run};
use foreshock_models::weights::{Weights, save};
use tch::{Device, Kind, Tensor};

use crate::fixture::{COMPONENT, Fixture, near};

/// The fixture's network on the fixture's batch, as a task of the training loop.
struct Fixed {
    fixture: Fixture,
    config: TransformerConfig,
    recompute: bool,
    /// Samples of the fixture's batch that one pass takes.
    losses: std::cell::RefCell<Vec<f64>>,
}

impl Fixed {
    fn new(recompute: bool) -> Self {
        let fixture = Fixture::open("training");
        let config = serde_json::from_value(fixture.metadata("config")["transformer"].clone()).unwrap();
        Self { fixture, config, recompute, losses: Default::default() }
    }

    fn parameters(&self) -> Parameters {
        let weights: Tensors = self
            .fixture
            .names()
            .iter()
            .filter_map(|name| Some((name.strip_prefix("w.")?.to_owned(), self.fixture.get(name))))
            .collect();
        Parameters::new(weights, |_| true)
    }
}

impl Task for Fixed {
    fn items(&self) -> usize {
        2
    }

    fn gradients(&self, parameters: &Parameters, samples: &[Sample], share: f64) -> Result<f64, TrainError> {
        let tensors = parameters.cast(Kind::Float);
        let weights = Weights::of_tensors(&tensors, Device::Cpu, Kind::Float);
        let network = FluxTransformer::new(&weights.root(), &self.config, Kind::Float, Device::Cpu);
        weights.finish().unwrap();
        // The batch in its own order, whatever the order of the run.
        let first = (samples[0].number % 2) as i64;
        let get = |name: &str| self.fixture.get(&format!("in.{name}")).narrow(0, first, samples.len() as i64);
        let (target, noise, level) = (get("target"), get("noise"), get("sigma").view([-1, 1, 1]));
        let places: Vec<[f64; 3]> =
            self.fixture.numbers("in.img_ids").chunks_exact(3).map(|id| [id[0], id[1], id[2]]).collect();
        let rope = network.rope(5, &places);
        let sigmas: Vec<f64> = Vec::try_from(get("sigma").to_kind(Kind::Double)).unwrap();
        let noisy = &target * (1.0 - &level) + &noise * &level;
        let (text, pooled) = (get("text"), get("pooled"));
        let input = Input {
            tokens: &noisy,
            text: &text,
            pooled: &pooled,
            sigmas: &sigmas,
            guidance: &[],
            rope: &rope,
            adapter: None,
        };
        let loss = |answer: &Tensor| (answer - (&noise - &target)).square().mean(Kind::Float) * share;
        let value = backward(&network, &input, self.recompute, loss) / share;
        self.losses.borrow_mut().push(value);
        Ok(value)
    }

    fn evaluate(&self, _: &Tensors) -> Result<Vec<(String, f64)>, TrainError> {
        Ok(Vec::new())
    }

    fn sheet(&self, _: &Tensors) -> Result<Option<Rgb8>, TrainError> {
        Ok(None)
    }

    fn export(&self, weights: &Tensors, dir: &Path) -> Result<(), TrainError> {
        Ok(save(&dir.join("weights.safetensors"), weights, Kind::Float, None)?)
    }
}

fn settings(rule: Rule, rate: f64, fixture: &Fixture, micro: usize) -> RunSettings {
    let config = fixture.metadata("config");
    RunSettings {
        rule,
        rate,
        schedule: Schedule::Constant,
        warmup: 0,
        steps: config["steps"].as_u64().unwrap(),
        batch: 2,
        micro,
        clip: config["clip"].as_f64().unwrap(),
        mean: 0.0,
        seed: 1,
        save_every: 3,
        evaluate_every: 0,
        sheet_every: 0,
        keep: 1,
        minutes: None,
    }
}

/// Runs all steps; the loss of each, its gradient's length, and the weights at the end.
fn trained(task: &Fixed, settings: &RunSettings) -> (Vec<f64>, Vec<f64>, Tensors) {
    let dir = tempfile::tempdir().unwrap();
    let parameters = task.parameters();
    run(
        task,
        &parameters,
        settings,
        &serde_json::json!({}),
        dir.path(),
        Device::Cpu,
        &AtomicBool::new(false),
    )
    .unwrap();
    let curve = |wanted: &str| -> Vec<f64> {
        let text = std::fs::read_to_string(dir.path().join("curves.csv")).unwrap();
        let rows = text.lines().filter_map(|line| line.split_once(&format!(",{wanted},")));
        rows.map(|(_, value)| value.parse().unwrap()).collect()
    };
    (curve("loss"), curve("gradient_norm"), parameters.values())
}

fn as_the_reference(name: &str, task: &Fixed, settings: &RunSettings) {
    let (losses, norms, weights) = trained(task, settings);
    assert_eq!(losses.len() as u64, settings.steps);
    for (step, (loss, norm)) in losses.iter().zip(&norms).enumerate() {
        for (what, found) in [("loss", loss), ("norm", norm)] {
            let wanted = task.fixture.numbers(&format!("out.{name}.step_{step}.{what}"))[0];
            assert!(
                (found - wanted).abs() < 2e-5 * wanted,
                "{name} step {step} {what}: {found} for {wanted}"
            );
        }
    }
    for (key, weight) in &weights {
        let wanted = task.fixture.get(&format!("out.{name}.weight.{key}"));
        let start = task.fixture.get(&format!("w.{key}"));
        // How far the steps went, not how large the weight is.
        near(&format!("{name} {key}"), &(weight - &start), &(wanted - &start), 1e-3);
        near(
            &format!("{name} {key}"),
            weight,
            &task.fixture.get(&format!("out.{name}.weight.{key}")),
            COMPONENT,
        );
    }
}

#[test]
fn gradients_are_the_references() {
    for recompute in [false, true] {
        let task = Fixed::new(recompute);
        let parameters = task.parameters();
        let samples = [0, 1].map(|number| Sample { number, item: number as usize });
        task.gradients(&parameters, &samples, 1.0).unwrap();
        for (key, tensor) in parameters.tensors() {
            let wanted = task.fixture.get(&format!("out.gradient.{key}"));
            near(&format!("{key}, recomputed {recompute}"), &tensor.grad(), &wanted, COMPONENT);
        }
    }
}

#[test]
fn adamw_steps_as_in_pytorch() {
    let task = Fixed::new(false);
    as_the_reference("adamw", &task, &settings(Rule::adamw(), 1e-2, &task.fixture, 2));
}

#[test]
fn prodigy_steps_as_in_prodigyopt() {
    let task = Fixed::new(false);
    let d0 = task.fixture.metadata("config")["d0"].as_f64().unwrap();
    let rule = match Rule::prodigy() {
        Rule::Prodigy { beta1, beta2, eps, weight_decay, .. } => {
            Rule::Prodigy { beta1, beta2, eps, weight_decay, d0 }
        }
        other => other,
    };
    as_the_reference("prodigy", &task, &settings(rule, 1.0, &task.fixture, 2));
}

#[test]
fn passes_of_one_sample_and_recomputed_blocks_step_the_same() {
    let task = Fixed::new(true);
    as_the_reference("adamw", &task, &settings(Rule::adamw(), 1e-2, &task.fixture, 1));
    assert_eq!(
        task.losses.borrow().len() as u64,
        2 * task.fixture.metadata("config")["steps"].as_u64().unwrap()
    );
}

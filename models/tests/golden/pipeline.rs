//! Whole runs of FLUX.1-Fill over a folder that diffusers saved.

use std::path::Path;

use foreshock_models::edit::denoise::{Denoised, Given, Settings, denoise};
use foreshock_models::flux::folder::ModelFolder;
use foreshock_models::flux::model::{Evaluation, FluxModel};
use foreshock_models::flux::pack::{mask_cells, pack, unpack};
use foreshock_models::schedule::sigmas;
use foreshock_models::text::TextEmbedding;
use serde_json::{Value, json};
use tch::{Device, Kind, Tensor};

use crate::fixture::{Assembled, COMPONENT, END_TO_END, Fixture, as_exact, folder, near};

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).unwrap();
        }
    }
}

/// The reference's folder with our card: its texts have 64 tokens.
pub(crate) fn with_card() -> Assembled {
    let assembled = Assembled::new();
    copy(&folder().join("pipeline_fill"), assembled.path());
    assembled.json(
        "foreshock.json",
        &json!({
            "name": "golden", "tile_sizes": [512], "max_side": 1024, "gsd_m": [0.2, 2.0], "languages": ["en"], "text_tokens": 64,
            "default_steps": 28, "default_guidance": 50.0,
            "licence": {"id": "Apache-2.0", "name": "random weights", "non_commercial": false},
        }),
    );
    assembled
}

pub(crate) fn model(kind: Kind, with_text: bool) -> FluxModel {
    let assembled = with_card();
    let parts = ModelFolder::read(assembled.path(), true).unwrap();
    FluxModel::load(&parts, &[], with_text, Device::Cpu, kind).unwrap()
}

/// `[H, W, 3]` bytes as `[1, 3, H, W]` in −1…1.
pub(crate) fn picture(fixture: &Fixture, name: &str) -> Tensor {
    fixture.get(name).permute([2, 0, 1]).unsqueeze(0) / 255.0 * 2.0 - 1.0
}

fn mask(fixture: &Fixture, case: &str) -> Tensor {
    fixture.get(&format!("in.{case}.mask")).unsqueeze(0).unsqueeze(0) / 255.0
}

fn given(fixture: &Fixture, case: &str) -> Given {
    let get = |name: &str| fixture.get(name);
    Given {
        image: picture(fixture, &format!("in.{case}.image")),
        mask: Some(mask(fixture, case)),
        noise: get(&format!("in.{case}.noise")),
        text: TextEmbedding {
            tokens: get(&format!("out.{case}.prompt_embeds")),
            pooled: get(&format!("out.{case}.pooled_prompt_embeds")),
        },
    }
}

fn settings(case: &Value) -> Settings {
    Settings {
        steps: case["steps"].as_u64().unwrap() as u32,
        guidance: case["guidance"].as_f64().unwrap(),
        strength: case["strength"].as_f64().unwrap(),
        adapter: None,
        trace: true,
    }
}

#[test]
fn every_case_end_to_end() {
    let fixture = Fixture::open("pipeline_fill");
    let config = fixture.metadata("config");
    let model = model(Kind::Float, true);
    for (name, case) in config["cases"].as_object().unwrap() {
        let given = given(&fixture, name);
        let text = model.text.as_ref().unwrap().embed(case["prompt"].as_str().unwrap()).unwrap();
        near(name, &text.tokens, &given.text.tokens, COMPONENT);
        near(name, &text.pooled, &given.text.pooled, COMPONENT);

        let binary = mask(&fixture, name).ge(0.5).to_kind(Kind::Float);
        let condition = model.vae.encode(&(&given.image * (1.0 - &binary)));
        near(name, &pack(&condition), &fixture.get(&format!("out.{name}.condition_latents")), COMPONENT);
        assert_eq!(pack(&mask_cells(&binary)), fixture.get(&format!("out.{name}.packed_mask")), "{name}");
        let tokens = pack(&given.noise).size()[1] as usize;
        let levels = sigmas(&model.schedule, settings(case).steps, tokens, settings(case).strength);
        let wanted = fixture.numbers(&format!("out.{name}.sigmas"));
        assert!(levels.iter().zip(&wanted).all(|(a, b)| (a - b).abs() < 2e-7), "{levels:?} {wanted:?}");

        let Denoised { latents, image, velocities } = denoise(&model, &given, settings(case)).unwrap();
        let velocity = fixture.get(&format!("out.{name}.velocity"));
        assert_eq!(velocities.len() as i64, velocity.size()[0], "{name}");
        for (step, found) in velocities.iter().enumerate() {
            let wanted = velocity.narrow(0, step as i64, 1);
            near(&format!("{name}, step {step}"), found, &wanted, END_TO_END);
        }
        near(name, &latents, &fixture.get(&format!("out.{name}.latents")), END_TO_END);
        near(name, &image, &fixture.get(&format!("out.{name}.decoded")), END_TO_END);
    }
}

#[test]
fn bf16_is_as_exact_as_the_reference_step_by_step() {
    let fixture = Fixture::open("pipeline_fill");
    let config = fixture.metadata("config");
    let model = model(Kind::BFloat16, false);
    let narrow = |tensor: Tensor| tensor.to_kind(Kind::BFloat16);
    for name in ["right", "part"] {
        let case = &config["cases"][name];
        let given = given(&fixture, name);
        let size = given.noise.size();
        let levels = fixture.numbers(&format!("out.{name}.sigmas"));
        let condition = unpack(&fixture.get(&format!("out.{name}.condition_latents")), size[2], size[3]);
        let cells = mask_cells(&mask(&fixture, name).ge(0.5).to_kind(Kind::Float));
        let condition = narrow(Tensor::cat(&[condition, cells], 1));
        let text = TextEmbedding { tokens: narrow(given.text.tokens), pooled: narrow(given.text.pooled) };
        let mut compared = 0;
        for step in case["bf16_steps"].as_array().unwrap() {
            let step = step.as_u64().unwrap() as usize;
            let at = format!("out.{name}.step_{step}");
            let latents = narrow(unpack(&fixture.get(&format!("{at}.latents")), size[2], size[3]));
            let found = model
                .velocity(&Evaluation {
                    rows: &[Tensor::cat(&[latents, condition.shallow_clone()], 1)],
                    references: &[],
                    text: &text,
                    sigmas: &[levels[step]],
                    guidance: &[case["guidance"].as_f64().unwrap()],
                    adapter: None,
                })
                .remove(0);
            let (reference, exact) = (
                fixture.get(&format!("{at}.velocity.bf16")),
                fixture.get(&format!("{at}.velocity.f32_with_bf16_times")),
            );
            as_exact(&at, &pack(&found), &reference, &exact);
            compared += 1;
        }
        assert_eq!(compared, 3);
    }
}

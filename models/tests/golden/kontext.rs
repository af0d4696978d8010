//! FLUX.1-Kontext: the source as reference tokens.

use foreshock_models::edit::denoise::{Given, Settings, denoise};
use foreshock_models::flux::folder::{Family, ModelFolder};
use foreshock_models::flux::model::{Evaluation, FluxModel};
use foreshock_models::flux::pack::{pack, unpack};
use foreshock_models::text::TextEmbedding;
use serde_json::json;
use tch::{Device, Kind, Tensor};

use crate::fixture::{Assembled, COMPONENT, END_TO_END, Fixture, as_exact, folder, near};
use crate::pipeline::picture;
use crate::transformer::Net;

/// A model of the fixture's transformer and the pipeline's autoencoder.
pub(crate) fn model(fixture: &Fixture, family: Family, kind: Kind) -> FluxModel {
    let assembled = Assembled::new();
    let pipeline = match family {
        Family::Fill => "FluxFillPipeline",
        Family::Kontext => "FluxKontextPipeline",
        Family::Control => "FluxControlPipeline",
    };
    assembled.json("model_index.json", &json!({"_class_name": pipeline}));
    assembled.json("transformer/config.json", &fixture.metadata("config")["transformer"]);
    assembled.weights(fixture, "w.", "transformer/diffusion_pytorch_model.safetensors");
    std::fs::create_dir(assembled.path().join("vae")).unwrap();
    for name in ["config.json", "diffusion_pytorch_model.safetensors"] {
        let from = folder().join("pipeline_fill/vae").join(name);
        std::fs::copy(from, assembled.path().join("vae").join(name)).unwrap();
    }
    let parts = ModelFolder::read(assembled.path(), true).unwrap();
    assert_eq!(parts.family, family);
    FluxModel::load(&parts, &[], false, Device::Cpu, kind).unwrap()
}

#[test]
fn whole_runs_and_bf16_steps() {
    let fixture = Fixture::open("kontext");
    let config = fixture.metadata("config");
    let text = || TextEmbedding {
        tokens: fixture.get("in.prompt_embeds"),
        pooled: fixture.get("in.pooled_prompt_embeds"),
    };
    let reference = picture(&fixture, "in.reference");
    let wide = model(&fixture, Family::Kontext, Kind::Float);
    near("reference", &pack(&wide.vae.encode(&reference)), &fixture.get("out.reference_tokens"), COMPONENT);
    let narrow = model(&fixture, Family::Kontext, Kind::BFloat16);
    for (name, run) in config["runs"].as_object().unwrap() {
        let settings = Settings {
            steps: run["steps"].as_u64().unwrap() as u32,
            guidance: run["guidance"].as_f64().unwrap(),
            strength: 1.0,
            adapter: None,
            trace: true,
        };
        let given = Given {
            image: reference.shallow_clone(),
            mask: None,
            noise: fixture.get("in.noise"),
            text: text(),
        };
        let denoised = denoise(&wide, &given, settings).unwrap();
        let velocity = fixture.get(&format!("out.{name}.velocity"));
        for (step, found) in denoised.velocities.iter().enumerate() {
            near(&format!("{name}, step {step}"), found, &velocity.narrow(0, step as i64, 1), END_TO_END);
        }
        near(name, &denoised.latents, &fixture.get(&format!("out.{name}.latents")), END_TO_END);
        near(name, &denoised.image, &fixture.get(&format!("out.{name}.decoded")), END_TO_END);

        let size = given.noise.size();
        let levels = fixture.numbers(&format!("out.{name}.sigmas"));
        let half = |tensor: Tensor| tensor.to_kind(Kind::BFloat16);
        let stored = unpack(&fixture.get("out.reference_tokens"), 4, 6);
        let text = TextEmbedding { tokens: half(text().tokens), pooled: half(text().pooled) };
        for (step, sigma) in levels[..settings.steps as usize].iter().copied().enumerate() {
            let at = format!("out.{name}.step_{step}");
            if !fixture.names().contains(&format!("{at}.velocity.bf16")) {
                continue;
            }
            let latents = if step == 0 {
                fixture.get("in.noise")
            } else {
                unpack(&fixture.get(&format!("{at}.latents")), size[2], size[3])
            };
            let evaluate = |model: &FluxModel, kind: Kind, sigma: f64| {
                let (rows, references) = ([latents.to_kind(kind)], [stored.to_kind(kind)]);
                let text =
                    TextEmbedding { tokens: text.tokens.to_kind(kind), pooled: text.pooled.to_kind(kind) };
                let evaluation = Evaluation {
                    rows: &rows,
                    references: &references,
                    text: &text,
                    sigmas: &[sigma],
                    guidance: &[settings.guidance],
                    adapter: None,
                };
                pack(&model.velocity(&evaluation).remove(0))
            };
            let found = evaluate(&narrow, Kind::BFloat16, sigma);
            let theirs = fixture.get(&format!("{at}.velocity.bf16"));
            let exact = velocity.narrow(0, step as i64, 1);
            // The moments are rounded, too, which weighs more than the arithmetic; it is the same on both sides.
            as_exact(&at, &found, &theirs, &exact);
            near(&at, &found, &theirs, 3e-2);
        }
    }
}

/// One evaluation with more reference tokens than image tokens; the output is cut to the image's.
#[test]
fn one_evaluation() {
    let fixture = Fixture::open("kontext");
    for (kind, name) in [(Kind::Float, "f32"), (Kind::BFloat16, "bf16")] {
        let net = Net::new(&fixture, kind, Vec::new());
        let found = net.run_at(&fixture, "forward", "in.forward.img_ids", kind, None).narrow(1, 0, 6);
        let (reference, exact) =
            (fixture.get(&format!("out.forward.{name}")), fixture.get("out.forward.f32"));
        match kind {
            Kind::Float => near("f32", &found, &exact, COMPONENT),
            _ => as_exact("bf16", &found, &reference, &exact),
        }
    }
}

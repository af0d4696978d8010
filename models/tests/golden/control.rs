//! FLUX.1-Control: the source's latents as channels of every token.

use foreshock_models::edit::denoise::{Given, Settings, denoise};
use foreshock_models::flux::folder::Family;
use foreshock_models::flux::pack::pack;
use foreshock_models::text::TextEmbedding;
use tch::Kind;

use crate::fixture::{COMPONENT, END_TO_END, Fixture, as_exact, near};
use crate::kontext::model;
use crate::pipeline::picture;

#[test]
fn a_whole_run_and_a_bf16_step() {
    let fixture = Fixture::open("control");
    let config = fixture.metadata("config");
    let source = picture(&fixture, "in.source");
    let wide = model(&fixture, Family::Control, Kind::Float);
    near("source", &pack(&wide.vae.encode(&source)), &fixture.get("out.beside"), COMPONENT);
    let settings = Settings {
        steps: config["steps"].as_u64().unwrap() as u32,
        guidance: config["guidance"].as_f64().unwrap(),
        strength: 1.0,
        adapter: None,
        trace: true,
    };
    let given = || Given {
        image: source.shallow_clone(),
        mask: None,
        noise: fixture.get("in.noise"),
        text: TextEmbedding {
            tokens: fixture.get("in.prompt_embeds"),
            pooled: fixture.get("in.pooled_prompt_embeds"),
        },
    };
    let denoised = denoise(&wide, &given(), settings).unwrap();
    let velocity = fixture.get("out.velocity");
    assert_eq!(denoised.velocities.len(), 5);
    for (step, found) in denoised.velocities.iter().enumerate() {
        near(&format!("step {step}"), found, &velocity.narrow(0, step as i64, 1), END_TO_END);
    }
    near("latents", &denoised.latents, &fixture.get("out.latents"), END_TO_END);
    near("image", &denoised.image, &fixture.get("out.decoded"), END_TO_END);

    // The first step alone, the noise and moments rounded as the reference rounds them.
    let narrow = model(&fixture, Family::Control, Kind::BFloat16);
    let first = denoise(&narrow, &given(), settings).unwrap().velocities.remove(0);
    let exact = velocity.narrow(0, 0, 1);
    as_exact("first step", &first, &fixture.get("out.step_0.velocity.bf16"), &exact);
}

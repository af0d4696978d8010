//! Rows of examples, laid out as diffusers' VisualCloze generation pipeline does.

use foreshock_models::flux::model::Evaluation;
use foreshock_models::flux::pack::{mask_cells, pack, unpack};
use foreshock_models::schedule::sigmas;
use foreshock_models::text::TextEmbedding;
use tch::{Device, Kind, Tensor};

use crate::fixture::{COMPONENT, END_TO_END, Fixture, near};
use crate::pipeline::{model, picture};

#[test]
fn layout_condition_and_joint_denoising() {
    let fixture = Fixture::open("visualcloze");
    let config = fixture.metadata("config");
    let model = model(Kind::Float, false);
    let guidance = config["guidance"].as_f64().unwrap();
    let steps = config["steps"].as_u64().unwrap() as u32;
    for (name, rows) in config["cases"].as_object().unwrap() {
        let count = rows.as_array().unwrap().len();
        // Each row: its cells side by side; the last cell of the last row is what is asked for, black until then.
        let images: Vec<Tensor> = (0..count)
            .map(|row| {
                let left = picture(&fixture, &format!("in.{name}.cell_{row}_0"));
                let right = format!("in.{name}.cell_{row}_1");
                let right = if row + 1 < count { picture(&fixture, &right) } else { left.full_like(-1.0) };
                Tensor::cat(&[left, right], 3)
            })
            .collect();
        let masks: Vec<Tensor> = images
            .iter()
            .enumerate()
            .map(|(row, image)| {
                let size = image.size();
                let half = [1, 1, size[2], size[3] / 2];
                let plain = (Kind::Float, Device::Cpu);
                let right =
                    if row + 1 < count { Tensor::zeros(half, plain) } else { Tensor::ones(half, plain) };
                Tensor::cat(&[Tensor::zeros(half, plain), right], 3)
            })
            .collect();
        let encoded: Vec<Tensor> = images.iter().map(|image| model.vae.encode(image)).collect();
        let cells: Vec<Tensor> = masks.iter().map(mask_cells).collect();
        let packed = |parts: &[Tensor]| Tensor::cat(&parts.iter().map(pack).collect::<Vec<_>>(), 1);
        // The reference itself is 1e-5 from the value in 64 bit here, we are 1e-6.
        near(
            name,
            &packed(&encoded),
            &fixture.get(&format!("out.{name}.condition_latents")),
            2.0 * COMPONENT,
        );
        assert_eq!(packed(&cells), fixture.get(&format!("out.{name}.packed_mask")), "{name}");

        let noise = fixture.get(&format!("in.{name}.noise"));
        let mut first = 0;
        let mut latents: Vec<Tensor> = encoded
            .iter()
            .map(|row| {
                let size = row.size();
                let tokens = size[2] * size[3] / 4;
                first += tokens;
                unpack(&noise.narrow(1, first - tokens, tokens), size[2], size[3])
            })
            .collect();
        assert_eq!(first, noise.size()[1]);
        let text = TextEmbedding {
            tokens: fixture.get("in.prompt_embeds"),
            pooled: fixture.get("in.pooled_prompt_embeds"),
        };
        let levels = sigmas(&model.schedule, steps, first as usize, 1.0);
        let velocity = fixture.get(&format!("out.{name}.velocity"));
        for (step, pair) in levels.windows(2).enumerate() {
            let rows: Vec<Tensor> = (0..count)
                .map(|row| {
                    let parts = [&latents[row], &encoded[row], &cells[row]];
                    Tensor::cat(&parts.map(Tensor::shallow_clone), 1)
                })
                .collect();
            let found = model.velocity(&Evaluation {
                rows: &rows,
                references: &[],
                text: &text,
                sigmas: &[pair[0]],
                guidance: &[guidance],
                adapter: None,
            });
            let wanted = velocity.narrow(0, step as i64, 1);
            near(&format!("{name}, step {step}"), &packed(&found), &wanted, END_TO_END);
            for (row, velocity) in latents.iter_mut().zip(&found) {
                *row = model.step(row, velocity, pair[0], pair[1]);
            }
        }
        near(name, &packed(&latents), &fixture.get(&format!("out.{name}.latents")), END_TO_END);
        let decoded = model.vae.decode(&latents[count - 1]);
        near(name, &decoded, &fixture.get(&format!("out.{name}.decoded_query_row")), END_TO_END);
    }
}

//! Packing, rotary tables, embeddings, schedule, autoencoder, blocks.

use foreshock_models::config::{TransformerConfig, VaeConfig};
use foreshock_models::flux::block::{DoubleBlock, Pass, SingleBlock};
use foreshock_models::flux::pack::{mask_cells, pack, unpack};
use foreshock_models::nn::embeddings::{EmbeddingMlp, guidance_values, sinusoid, timestep_values};
use foreshock_models::nn::rope::Rope;
use foreshock_models::nn::{Linear, layer_norm_plain};
use foreshock_models::schedule::{ScheduleConfig, sigmas};
use foreshock_models::vae::Vae;
use foreshock_models::weights::Weights;
use tch::{Device, Kind, Tensor};

use crate::fixture::{Assembled, COMPONENT, Fixture, as_exact, folder, near};

#[test]
fn packing() {
    let fixture = Fixture::open("packing");
    for size in ["6x10", "16x34"] {
        let latents = fixture.get(&format!("in.latents.{size}"));
        let tokens = pack(&latents);
        assert_eq!(tokens, fixture.get(&format!("out.tokens.{size}")), "{size}");
        let shape = latents.size();
        assert_eq!(unpack(&tokens, shape[2], shape[3]), latents, "{size}");
    }
    for size in ["2x6", "6x10"] {
        let mask = fixture.get(&format!("in.mask.{size}"));
        assert_eq!(pack(&mask_cells(&mask)), fixture.get(&format!("out.packed_mask.{size}")), "{size}");
    }
}

fn ids(fixture: &Fixture, name: &str) -> Vec<Vec<f64>> {
    fixture.numbers(name).chunks_exact(3).map(<[f64]>::to_vec).collect()
}

#[test]
fn rotary_tables_and_rotation() {
    let fixture = Fixture::open("rope");
    for (axes, channels) in [("tiny", [4, 6, 6]), ("wide", [16, 56, 56])] {
        for sequence in ["fill", "kontext", "visualcloze", "far"] {
            let cos = format!("out.cos.{axes}.{sequence}");
            if !fixture.names().contains(&cos) {
                continue;
            }
            let rope =
                Rope::new(&ids(&fixture, &format!("in.ids.{sequence}")), &channels, 10_000.0, Device::Cpu);
            near(&cos, rope.tables().0, &fixture.get(&cos), COMPONENT);
            let sin = format!("out.sin.{axes}.{sequence}");
            near(&sin, rope.tables().1, &fixture.get(&sin), COMPONENT);
            if axes == "tiny" {
                let q = fixture.get(&format!("in.q.{sequence}"));
                let wanted = |kind: &str| fixture.get(&format!("out.rotated.{sequence}.{kind}"));
                near(sequence, &rope.apply(&q), &wanted("f32"), COMPONENT);
                let narrow = rope.apply(&q.to_kind(Kind::BFloat16));
                as_exact(sequence, &narrow, &wanted("bf16"), &wanted("f32"));
            }
        }
    }
}

#[test]
fn embeddings_with_their_rounding() {
    let fixture = Fixture::open("embeddings");
    near("sinusoid", &sinusoid(&fixture.get("in.values")), &fixture.get("out.sinusoid"), 2e-5);
    let (levels, guidances) = (fixture.numbers("in.sigmas"), fixture.numbers("in.guidances"));
    for (kind, name) in [(Kind::Float, "f32"), (Kind::BFloat16, "bf16")] {
        let wide = |tensor: Tensor| tensor.to_kind(Kind::Float);
        let times = wide(timestep_values(&levels, kind, Device::Cpu));
        let guided = wide(guidance_values(&guidances, kind, Device::Cpu));
        if kind == Kind::BFloat16 {
            // To the bit: 932 and 928 are different moments, 49920 and 50000 different guidances.
            assert_eq!(times, fixture.get("out.timestep_values.bf16"));
            assert_eq!(guided, fixture.get("out.guidance_values.bf16"));
        } else {
            near("timesteps", &times, &fixture.get(&format!("out.timestep_values.{name}")), 1e-7);
            near("guidances", &guided, &fixture.get(&format!("out.guidance_values.{name}")), 1e-7);
        }
    }
    let folder = Assembled::new();
    folder.weights(&fixture, "w.time_text_embed.", "model.safetensors");
    let weights = Weights::open(folder.path(), "model", Device::Cpu, Kind::Float).unwrap();
    let root = weights.root();
    let (time, guidance, pooled) = (
        EmbeddingMlp::of_sinusoid(&root.sub("timestep_embedder"), 32),
        EmbeddingMlp::of_sinusoid(&root.sub("guidance_embedder"), 32),
        EmbeddingMlp::new(&root.sub("text_embedder"), 32, 32),
    );
    let _maps = weights.finish().unwrap();
    let part = |mlp: &EmbeddingMlp, name: &str| mlp.forward(&sinusoid(&fixture.get(name)));
    let without = part(&time, "in.timestep") + pooled.forward(&fixture.get("in.pooled"));
    near("without guidance", &without, &fixture.get("out.without_guidance.f32"), COMPONENT);
    let combined = without + part(&guidance, "in.guidance");
    near("combined", &combined, &fixture.get("out.combined.f32"), COMPONENT);
}

#[test]
fn schedules() {
    let fixture = Fixture::open("schedule");
    let config = ScheduleConfig::default();
    for steps in [4, 8, 10, 28, 50] {
        for tokens in [256, 1024, 2048, 3072, 4096, 8192] {
            let found = sigmas(&config, steps, tokens, 1.0);
            let wanted = fixture.numbers(&format!("out.sigmas.{steps}.{tokens}"));
            assert_eq!(found.len(), wanted.len());
            for (found, wanted) in found.iter().zip(&wanted) {
                // One unit in the last place of 32 bit.
                assert!((found - wanted).abs() <= 1.2e-7, "{steps} steps, {tokens} tokens: {found} {wanted}");
            }
        }
        for strength in [0.75, 0.5] {
            let name = format!("out.strength_{strength}.sigmas.{steps}.2048");
            let wanted = fixture.numbers(&name);
            let found = sigmas(&config, steps, 2048, strength);
            assert_eq!(found.len(), wanted.len(), "{name}");
            assert!(found.iter().zip(&wanted).all(|(a, b)| (a - b).abs() <= 1.2e-7), "{name}");
        }
    }
}

#[test]
fn autoencoder() {
    let fixture = Fixture::open("vae");
    let config: VaeConfig = serde_json::from_value(fixture.metadata("config")["vae"].clone()).unwrap();
    let at = folder().join("pipeline_fill/vae");
    for (kind, cases) in [(Kind::Float, vec!["b1.32x48", "b2.40x24"]), (Kind::BFloat16, vec!["b1.32x48"])] {
        let weights = Weights::open(&at, "diffusion_pytorch_model", Device::Cpu, kind).unwrap();
        let vae = Vae::new(&weights.root(), &config);
        let _maps = weights.finish().unwrap();
        for case in cases {
            let image = fixture.get(&format!("in.{case}.image")).to_kind(kind);
            let latents = fixture.get(&format!("in.{case}.latents")).to_kind(kind);
            let (encoded, decoded) = (vae.encode(&image), vae.decode(&latents));
            let (wanted_latents, wanted_image) =
                (fixture.get(&format!("out.{case}.latents")), fixture.get(&format!("out.{case}.decoded")));
            if kind == Kind::Float {
                near(case, &encoded, &wanted_latents, COMPONENT);
                near(case, &decoded, &wanted_image, COMPONENT);
            } else {
                let mean = fixture.get(&format!("out.{case}.mean.bf16"));
                let reference = ((mean.to_kind(kind) - 0.1159) * 0.3611).to_kind(Kind::Float);
                as_exact(case, &encoded, &reference, &wanted_latents);
                as_exact(case, &decoded, &fixture.get(&format!("out.{case}.decoded.bf16")), &wanted_image);
            }
        }
    }
}

#[test]
fn blocks_of_each_kind() {
    let fixture = Fixture::open("blocks");
    let config: TransformerConfig = serde_json::from_value(serde_json::json!({
        "in_channels": 384, "num_layers": 1, "num_single_layers": 1, "attention_head_dim": 16, "num_attention_heads": 2,
        "joint_attention_dim": 64, "pooled_projection_dim": 32, "axes_dims_rope": [4, 6, 6],
    }))
    .unwrap();
    let rope = Rope::new(&ids(&fixture, "in.ids"), &[4, 6, 6], 10_000.0, Device::Cpu);
    for (kind, name) in [(Kind::Float, "f32"), (Kind::BFloat16, "bf16")] {
        let open = |part: &str| {
            let folder = Assembled::new();
            folder.weights(&fixture, &format!("w.{part}."), "model.safetensors");
            Weights::open(folder.path(), "model", Device::Cpu, kind).unwrap()
        };
        let (double, single, norm) = (open("double"), open("single"), open("norm_out"));
        let (double_block, single_block, norm_out) = (
            DoubleBlock::new(&double.root(), &config),
            SingleBlock::new(&single.root(), &config),
            Linear::new(&norm.root().sub("linear"), 32, 64),
        );
        let _maps = [double, single, norm].map(|weights| weights.finish().unwrap());
        for batch in ["b1", "b3"] {
            let get = |name: &str| fixture.get(&format!("in.{batch}.{name}")).to_kind(kind);
            let (image, text, condition) = (get("image"), get("text"), get("temb").silu());
            let pass = Pass { condition: &condition, rope: &rope, adapter: None };
            let (double_image, double_text) = double_block.forward(&image, &text, &pass);
            let joined = single_block.forward(&Tensor::cat(&[text, image.shallow_clone()], 1), &pass);
            let parts = norm_out.forward(&condition).unsqueeze(1).chunk(2, -1);
            let normed = layer_norm_plain(&image, 1e-6) * (&parts[0] + 1.0) + &parts[1];
            for (part, found) in [
                ("double.image", double_image),
                ("double.text", double_text),
                ("single.text", joined.narrow(1, 0, 5)),
                ("single.image", joined.narrow(1, 5, 15)),
                ("norm_out", normed),
            ] {
                let exact = fixture.get(&format!("out.{batch}.f32.{part}"));
                if kind == Kind::Float {
                    near(part, &found, &exact, COMPONENT);
                } else {
                    as_exact(part, &found, &fixture.get(&format!("out.{batch}.{name}.{part}")), &exact);
                }
            }
        }
    }
}

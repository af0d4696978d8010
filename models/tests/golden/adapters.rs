//! LoRA as diffusers saves it, and ICEdit's mixture of experts.

use std::path::PathBuf;

use foreshock_models::adapter::{Adapter, AdapterSource, routing};
use foreshock_models::nn::Linear;
use foreshock_models::weights::{WeightError, Weights};
use safetensors::SafeTensors;
use tch::{Device, Kind, Tensor};

use crate::fixture::{Assembled, COMPONENT, Fixture, as_exact, distance, folder, near};
use crate::transformer::Net;

fn file(name: &str) -> PathBuf {
    folder().join(format!("lora/{name}.safetensors"))
}

fn open(source: &AdapterSource, kind: Kind) -> Adapter {
    Adapter::open(source, Device::Cpu, kind).unwrap()
}

#[test]
fn plain_lora_beside_the_weights_and_merged() {
    let (base, fixture) = (Fixture::open("transformer_a"), Fixture::open("lora"));
    for scale in [1.0, 0.5] {
        let source = AdapterSource { scale, ..AdapterSource::new(&file("plain")) };
        let beside = Net::new(&base, Kind::Float, vec![open(&source, Kind::Float)]);
        let exact = fixture.get(&format!("out.plain.scale_{scale:.1}.f32"));
        near("beside", &beside.run(&base, "b3", Kind::Float, Some(0)), &exact, COMPONENT);
        let without = beside.run(&base, "b3", Kind::Float, None);
        near("not chosen", &without, &base.get("out.b3.f32"), COMPONENT);
        assert!(distance(&without, &exact) > 1e-2, "the adapter does something");

        let merged = AdapterSource { merge: true, ..source.clone() };
        let net = Net::new(&base, Kind::Float, vec![open(&merged, Kind::Float)]);
        let fused = fixture.get(&format!("out.plain.fused_{scale:.1}.f32"));
        near("merged", &net.run(&base, "b3", Kind::Float, Some(0)), &fused, COMPONENT);

        // The moments are rounded in 16 bit, so the bf16 results are held against each other.
        let narrow = Net::new(&base, Kind::BFloat16, vec![open(&source, Kind::BFloat16)]);
        let found = narrow.run(&base, "b3", Kind::BFloat16, Some(0));
        near("bf16", &found, &fixture.get(&format!("out.plain.scale_{scale:.1}.bf16")), 1.5e-2);
    }
}

#[test]
fn alpha_from_metadata_or_tensors_and_several_adapters_at_once() {
    let (base, fixture) = (Fixture::open("transformer_a"), Fixture::open("lora"));
    let adapters = ["plain", "alpha", "alpha_keys"]
        .map(|name| open(&AdapterSource::new(&file(name)), Kind::Float))
        .into_iter()
        .collect();
    let net = Net::new(&base, Kind::Float, adapters);
    let run = |number| net.run(&base, "b3", Kind::Float, Some(number));
    near("plain", &run(0), &fixture.get("out.plain.scale_1.0.f32"), COMPONENT);
    near("alpha in metadata", &run(1), &fixture.get("out.alpha.f32"), COMPONENT);
    near("alpha as tensors", &run(2), &fixture.get("out.alpha.f32"), COMPONENT);
}

fn chosen(weights: &Tensor, top_k: i64) -> Vec<i64> {
    let (_, places) = weights.topk(top_k, -1, true, true);
    let (sorted, _) = places.sort(-1, false);
    Vec::try_from(sorted.view([-1])).unwrap()
}

#[test]
fn mixture_of_experts_layer_by_layer_and_whole() {
    let (base, fixture) = (Fixture::open("transformer_a"), Fixture::open("moe_lora"));
    let bytes = std::fs::read(file("moe")).unwrap();
    let tensors = SafeTensors::deserialize(&bytes).unwrap();
    let mixtures: Vec<String> =
        serde_json::from_value(fixture.metadata("config")["mixtures"].clone()).unwrap();
    let weights = Assembled::new();
    weights.weights(&base, "w.", "model.safetensors");
    let (mut same, mut all) = (0, 0);
    for top_k in [1, 2] {
        let source = AdapterSource { top_k, ..AdapterSource::new(&file("moe")) };
        for (kind, name) in [(Kind::Float, "f32"), (Kind::BFloat16, "bf16")] {
            let adapters = vec![open(&source, kind)];
            for module in &mixtures {
                let x = fixture.get(&format!("in.layer.{module}")).to_kind(kind);
                let stored = tensors.tensor(&format!("transformer.{module}.lora_route.weight")).unwrap();
                let shape: Vec<i64> = stored.shape().iter().map(|side| *side as i64).collect();
                let stored_kind = match stored.dtype() {
                    safetensors::Dtype::BF16 => Kind::BFloat16,
                    _ => Kind::Float,
                };
                let route = Tensor::from_data_size(stored.data(), &shape, stored_kind).to_kind(kind);
                let found = chosen(&routing(&x, &route, top_k), top_k);
                let wanted = fixture.integers(&format!("out.layer.{module}.k{top_k}.{name}.route"));
                if kind == Kind::Float {
                    assert_eq!(found, wanted, "{module} k {top_k}");
                }
                same += found.iter().zip(&wanted).filter(|(a, b)| a == b).count();
                all += wanted.len();

                let input = x.size()[2];
                let file = Weights::open(weights.path(), "model", Device::Cpu, kind)
                    .unwrap()
                    .with_adapters(&adapters);
                let layer = Linear::new(&file.root().sub(module), input, 32);
                let output = layer.adapted(&x, Some(0)).copy();
                let exact = fixture.get(&format!("out.layer.{module}.k{top_k}.f32"));
                if kind == Kind::Float {
                    near(module, &output, &exact, COMPONENT);
                } else {
                    as_exact(
                        module,
                        &output,
                        &fixture.get(&format!("out.layer.{module}.k{top_k}.bf16")),
                        &exact,
                    );
                }
            }
        }
        let net = Net::new(&base, Kind::Float, vec![open(&source, Kind::Float)]);
        let found = net.run(&base, "b3", Kind::Float, Some(0));
        near("whole", &found, &fixture.get(&format!("out.k{top_k}.f32")), COMPONENT);
    }
    assert!(same * 1000 >= all * 999, "{same} of {all} routes are the reference's");
}

#[test]
fn what_is_no_adapter_of_this_network_is_refused_by_name() {
    let base = Fixture::open("transformer_b");
    let weights = Assembled::new();
    weights.weights(&base, "w.", "model.safetensors");
    let adapters = vec![open(&AdapterSource::new(&file("plain")), Kind::Float)];
    let config = serde_json::from_value(base.metadata("config")["transformer"].clone()).unwrap();
    let file_b =
        Weights::open(weights.path(), "model", Device::Cpu, Kind::Float).unwrap().with_adapters(&adapters);
    let network =
        foreshock_models::flux::FluxTransformer::new(&file_b.root(), &config, Kind::Float, Device::Cpu);
    drop(network);
    let _maps = file_b.finish().unwrap();
    let refused = adapters.into_iter().next().unwrap().finish().unwrap_err().to_string();
    // Both shapes of what does not fit, and the layer that this network does not have.
    assert!(refused.contains("x_embedder.lora_A has shape [4, 384], wanted [4, 64]"), "{refused}");
    assert!(refused.contains("single_transformer_blocks.1."), "{refused}");

    let source = AdapterSource { merge: true, ..AdapterSource::new(&file("moe")) };
    let refused = Adapter::open(&source, Device::Cpu, Kind::Float).err().unwrap();
    assert!(refused.to_string().contains("cannot be merged"), "{refused}");
    let source = AdapterSource::new(&folder().join("clip.safetensors"));
    let refused = Adapter::open(&source, Device::Cpu, Kind::Float).err().unwrap();
    assert!(
        matches!(&refused, WeightError::Format { message, .. } if message.contains("w.text_model.")),
        "{refused}"
    );
}

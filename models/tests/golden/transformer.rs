//! The whole transformer, for two configurations.

use foreshock_models::adapter::Adapter;
use foreshock_models::config::TransformerConfig;
use foreshock_models::flux::{FluxTransformer, Input};
use foreshock_models::weights::{Maps, Weights};
use tch::{Device, Kind, Tensor};

use crate::fixture::{Assembled, COMPONENT, Fixture, as_exact, near};

/// A network out of a fixture, with adapters.
pub(crate) struct Net {
    pub(crate) network: FluxTransformer,
    _maps: Maps,
}

impl Net {
    pub(crate) fn new(fixture: &Fixture, kind: Kind, adapters: Vec<Adapter>) -> Self {
        let config: TransformerConfig =
            serde_json::from_value(fixture.metadata("config")["transformer"].clone()).unwrap();
        let folder = Assembled::new();
        folder.weights(fixture, "w.", "model.safetensors");
        let weights =
            Weights::open(folder.path(), "model", Device::Cpu, kind).unwrap().with_adapters(&adapters);
        let network = FluxTransformer::new(&weights.root(), &config, kind, Device::Cpu);
        let maps = weights.finish().unwrap();
        for adapter in adapters {
            adapter.finish().unwrap();
        }
        Self { network, _maps: maps }
    }

    /// The fixture's inputs of a batch through the network.
    pub(crate) fn run(&self, fixture: &Fixture, batch: &str, kind: Kind, adapter: Option<usize>) -> Tensor {
        self.run_at(fixture, batch, "in.img_ids", kind, adapter)
    }

    /// The same, with the places of the tokens in another tensor.
    pub(crate) fn run_at(
        &self,
        fixture: &Fixture,
        batch: &str,
        ids: &str,
        kind: Kind,
        adapter: Option<usize>,
    ) -> Tensor {
        let name = |part: &str| format!("in.{batch}.{part}");
        let get = |part: &str| fixture.get(&name(part)).to_kind(kind);
        let places: Vec<[f64; 3]> =
            fixture.numbers(ids).chunks_exact(3).map(|id| [id[0], id[1], id[2]]).collect();
        let text = get("encoder_hidden_states");
        let rope = self.network.rope(text.size()[1] as usize, &places);
        let guided = fixture.names().contains(&name("guidance"));
        self.network.forward(&Input {
            tokens: &get("hidden_states"),
            text: &text,
            pooled: &get("pooled_projections"),
            sigmas: &fixture.numbers(&name("sigma")),
            guidance: &if guided { fixture.numbers(&name("guidance")) } else { Vec::new() },
            rope: &rope,
            adapter,
        })
    }
}

#[test]
fn two_configurations_in_both_types() {
    for name in ["transformer_a", "transformer_b"] {
        let fixture = Fixture::open(name);
        let wide = Net::new(&fixture, Kind::Float, Vec::new());
        let narrow = Net::new(&fixture, Kind::BFloat16, Vec::new());
        for batch in ["b1", "b3"] {
            let found = wide.run(&fixture, batch, Kind::Float, None);
            near(&format!("{name} {batch}"), &found, &fixture.get(&format!("out.{batch}.f32")), COMPONENT);
        }
        let found = narrow.run(&fixture, "b3", Kind::BFloat16, None);
        let (reference, exact) = (fixture.get("out.b3.bf16"), fixture.get("out.b3.f32_with_bf16_times"));
        as_exact(name, &found, &reference, &exact);
    }
}

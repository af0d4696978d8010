//! Tokenizers and text encoders.

use foreshock_models::config::{ClipConfig, T5Config};
use foreshock_models::text::clip::ClipText;
use foreshock_models::text::t5::{T5Encoder, bucket};
use foreshock_models::text::tokenizer::Tokenizers;
use foreshock_models::weights::Weights;
use tch::{Device, Kind, Tensor};

use crate::fixture::{Assembled, COMPONENT, Fixture, as_exact, folder, near};

/// Texts in which a special token is written out. There the references read it as that token; here it is text like any other, so that
/// nobody ends a prompt by writing it.
const SPECIAL: [&str; 2] = ["<|startoftext|>", "</s>"];

#[test]
fn tokens_of_both_tokenizers() {
    let fixture = Fixture::open("tokens");
    let texts: Vec<String> = serde_json::from_value(fixture.metadata("config")["texts"].clone()).unwrap();
    let rows = |name: &str, length: usize| -> Vec<Vec<i64>> {
        fixture.integers(name).chunks_exact(length).map(<[i64]>::to_vec).collect()
    };
    let at = folder().join("pipeline_fill");
    let (long, short) = (Tokenizers::open(&at, 77, 64).unwrap(), Tokenizers::open(&at, 77, 16).unwrap());
    let (clip, t5, t5_16) =
        (rows("out.clip_fast.ids", 77), rows("out.t5.ids", 64), rows("out.t5_16.ids", 16));
    assert_eq!(texts.len(), clip.len());
    let mut compared = 0;
    for (number, text) in texts.iter().enumerate() {
        if SPECIAL.iter().any(|token| text.contains(token)) {
            continue;
        }
        assert_eq!(long.clip(text).unwrap().0, clip[number], "CLIP: {text:?}");
        assert_eq!(long.t5(text).unwrap(), t5[number], "T5: {text:?}");
        assert_eq!(short.t5(text).unwrap(), t5_16[number], "T5 cut at 16: {text:?}");
        compared += 1;
    }
    assert!(compared >= 16, "{compared}");
}

#[test]
fn clip_text_encoder() {
    let fixture = Fixture::open("clip");
    let config: ClipConfig = serde_json::from_value(fixture.metadata("config")["clip"].clone()).unwrap();
    let folder = Assembled::new();
    folder.weights(&fixture, "w.", "model.safetensors");
    let (ids, ends) = (fixture.integers("in.ids"), fixture.integers("in.end_places"));
    for kind in [Kind::Float, Kind::BFloat16] {
        let weights = Weights::open(folder.path(), "model", Device::Cpu, kind).unwrap();
        let clip = ClipText::new(&weights.root(), &config);
        let _maps = weights.finish().unwrap();
        let rows: Vec<&[i64]> = ids.chunks_exact(77).collect();
        let hidden = Tensor::cat(&rows.iter().map(|ids| clip.hidden(ids)).collect::<Vec<_>>(), 0);
        let pooled: Vec<Tensor> =
            rows.iter().zip(&ends).map(|(ids, end)| clip.forward(ids, *end as usize)).collect();
        let pooled = Tensor::cat(&pooled, 0);
        let (exact_hidden, exact_pooled) =
            (fixture.get("out.last_hidden_state"), fixture.get("out.given.pooler_output"));
        if kind == Kind::Float {
            near("hidden", &hidden, &exact_hidden, COMPONENT);
            near("pooled", &pooled, &exact_pooled, COMPONENT);
            near("pooled, legacy", &pooled, &fixture.get("out.legacy.pooler_output"), COMPONENT);
        } else {
            as_exact("pooled", &pooled, &fixture.get("out.given.pooler_output.bf16"), &exact_pooled);
        }
    }
}

#[test]
fn t5_encoder() {
    let fixture = Fixture::open("t5");
    let config: T5Config = serde_json::from_value(fixture.metadata("config")["t5"].clone()).unwrap();
    let folder = Assembled::new();
    folder.weights(&fixture, "w.", "model.safetensors");
    for kind in [Kind::Float, Kind::BFloat16] {
        let weights = Weights::open(folder.path(), "model", Device::Cpu, kind).unwrap();
        let t5 = T5Encoder::new(&weights.root(), &config);
        let _maps = weights.finish().unwrap();
        let run = |length: usize| {
            let ids = fixture.integers(&format!("in.ids.{length}"));
            Tensor::cat(&ids.chunks_exact(length).map(|ids| t5.forward(ids)).collect::<Vec<_>>(), 0)
        };
        let exact = fixture.get("out.37.f32");
        if kind == Kind::Float {
            near("37 tokens", &run(37), &exact, COMPONENT);
            near("200 tokens", &run(200), &fixture.get("out.200.f32"), COMPONENT);
        } else {
            as_exact("37 tokens", &run(37), &fixture.get("out.37.bf16"), &exact);
        }
    }
    let found: Vec<i64> =
        fixture.integers("in.distances").into_iter().map(|distance| bucket(distance, 32, 128)).collect();
    assert_eq!(found, fixture.integers("out.buckets"));
}

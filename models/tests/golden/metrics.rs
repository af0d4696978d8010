//! Networks that measure: from 8-bit pixels and texts to similarities.

use std::path::{Path, PathBuf};

use foreshock_models::edit::Rgb8;
use foreshock_models::metrics::preprocess::Preprocess;
use foreshock_models::metrics::{
    Clip, Dino, Dinov2, ImageEncoder, MetricError, TextEncoder, open_image_encoder, open_text_encoder,
};
use serde_json::Value;
use tch::{Device, Kind, Tensor};

use crate::fixture::{Assembled, Fixture, folder};

/// From pixels to similarity.
const SIMILARITY: f64 = 1e-4;
/// Of an input: less than one step of 8 bit by far, a few of 32-bit rounding.
const PIXEL: f64 = 1e-6;

fn config() -> (Fixture, Value) {
    let fixture = Fixture::open("metrics");
    let config = fixture.metadata("config");
    (fixture, config)
}

/// The generator's formula.
fn pictures(config: &Value) -> Vec<Rgb8> {
    let sizes: Vec<[usize; 3]> = serde_json::from_value(config["pictures"].clone()).unwrap();
    let picture = |[width, height, seed]: [usize; 3]| {
        let sample = |x: usize, y: usize, band: usize| {
            let sum =
                x * x * (seed + band) + y * y * (2 * seed + 1) + x * y * (5 - band) + 40 * (x + band * y);
            (sum / 64 % 256) as u8
        };
        let places = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        let data = places.flat_map(|(x, y)| [0, 1, 2].map(|band| sample(x, y, band))).collect();
        Rgb8 { width, height, data }
    };
    sizes.into_iter().map(picture).collect()
}

/// A net's folder: configuration, weights, and the processor's file where one is named.
fn net(fixture: &Fixture, config: &Value, name: &str, processor: Option<&str>) -> Assembled {
    let folder = Assembled::new();
    folder.json("config.json", &config[name]);
    folder.weights(fixture, &format!("{name}."), "model.safetensors");
    if let Some(processor) = processor {
        folder.json("preprocessor_config.json", &config["processors"][processor]);
    }
    folder
}

fn with_tokenizer(assembled: Assembled) -> Assembled {
    for file in ["vocab.json", "merges.txt"] {
        let from = folder().join("pipeline_fill/tokenizer").join(file);
        std::fs::copy(from, assembled.path().join(file)).unwrap();
    }
    assembled
}

/// Fails when any number is further off than `bound`.
fn close(what: &str, found: &Tensor, wanted: &Tensor, bound: f64) {
    assert_eq!(found.size(), wanted.size(), "{what}");
    let worst = (found.to_kind(Kind::Double) - wanted.to_kind(Kind::Double)).abs().max().double_value(&[]);
    assert!(worst <= bound, "{what}: off by {worst:.3e}, allowed {bound:.0e}");
}

fn check(fixture: &Fixture, name: &str, features: &Tensor) {
    close(&format!("{name}, features"), features, &fixture.get(&format!("out.{name}.features")), SIMILARITY);
    let cosines = features.matmul(&features.tr());
    close(&format!("{name}, cosines"), &cosines, &fixture.get(&format!("out.{name}.cosines")), SIMILARITY);
}

#[test]
fn inputs_are_those_of_the_processors() {
    let (fixture, config) = config();
    let pictures = pictures(&config);
    let strides: [usize; 2] = serde_json::from_value(config["strides"].clone()).unwrap();
    let processors = config["processors"].as_object().unwrap();
    assert_eq!(processors.len(), 6);
    for (name, file) in processors {
        let at = Assembled::new();
        at.json("preprocessor_config.json", file);
        let preprocess = Preprocess::read(at.path()).unwrap().unwrap();
        let stride = strides[usize::from(preprocess.output() != [224, 224])];
        let wanted = fixture.get(&format!("out.pixels.{name}"));
        for (row, picture) in pictures.iter().enumerate() {
            let input = preprocess.apply(picture).unwrap();
            let kept: Vec<f32> = input.into_iter().step_by(stride).collect();
            close(
                &format!("{name}, picture {row}"),
                &Tensor::from_slice(&kept),
                &wanted.get(row as i64),
                PIXEL,
            );
        }
    }
}

#[test]
fn without_a_file_inputs_follow_the_published_scripts() {
    let (fixture, config) = config();
    let pictures = pictures(&config);
    let pixels = |name: &str, processor: Option<&str>| {
        let folder = with_tokenizer(net(&fixture, &config, name, processor));
        open_image_encoder(folder.path(), Device::Cpu).unwrap().embed(&pictures).unwrap()
    };
    // CLIP's and DINOv2's conventions are what their processors do; DINO's first version is measured as the second.
    close("clip", &pixels("clip", None), &pixels("clip", Some("clip")), 1e-6);
    close("dinov2", &pixels("dinov2", None), &pixels("dinov2", Some("dinov2")), 1e-6);
    close("vit", &pixels("vit", None), &pixels("vit", Some("dinov2")), 1e-6);
    let resized = (pixels("vit", None) - pixels("vit", Some("vit"))).abs().max().double_value(&[]);
    assert!(resized > 1e-3, "the file is not read: {resized}");
}

#[test]
fn clip_images_and_texts() {
    let (fixture, config) = config();
    let folder = with_tokenizer(net(&fixture, &config, "clip", Some("clip")));
    let clip = Clip::open(folder.path(), Device::Cpu).unwrap();
    let images = clip.embed(&pictures(&config)).unwrap();
    check(&fixture, "clip", &images);
    let texts: Vec<String> = serde_json::from_value(config["texts"].clone()).unwrap();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let (features, cut) = clip.embed_text(&texts).unwrap();
    close("texts", &features, &fixture.get("out.texts.features"), SIMILARITY);
    close("CLIP-T", &images.matmul(&features.tr()), &fixture.get("out.texts.cosines"), SIMILARITY);
    assert_eq!(cut.iter().map(|cut| i64::from(*cut)).collect::<Vec<_>>(), fixture.integers("out.texts.cut"));
    let again = open_text_encoder(folder.path(), Device::Cpu).unwrap();
    close("the same through the seam", &again.embed_text(&texts).unwrap().0, &features, 0.0);
    assert_eq!(again.describe().preprocessing, "CLIP tokens, 77 with start and end, longer texts cut");
    let info = ImageEncoder::describe(&clip);
    assert_eq!(info.preprocessing, "bicubic short side 224, centre crop 224 × 224, CLIP mean/std");
    let bytes = std::fs::read(folder.path().join("model.safetensors")).unwrap();
    assert_eq!(info.digest, blake3::hash(&bytes).to_hex().to_string());
}

#[test]
fn dino_of_both_versions() {
    let (fixture, config) = config();
    let pictures = pictures(&config);
    let vit = net(&fixture, &config, "vit", Some("vit"));
    check(&fixture, "vit", &Dino::open(vit.path(), Device::Cpu).unwrap().embed(&pictures).unwrap());
    for name in ["dinov2", "giant"] {
        let folder = net(&fixture, &config, name, Some("dinov2"));
        let found = Dinov2::open(folder.path(), Device::Cpu).unwrap().embed(&pictures).unwrap();
        check(&fixture, name, &found);
    }
}

#[test]
fn a_batch_gives_what_single_images_give() {
    let (fixture, config) = config();
    let folder = net(&fixture, &config, "giant", None);
    let dino = open_image_encoder(folder.path(), Device::Cpu).unwrap();
    // More than go through at once.
    let many: Vec<Rgb8> = pictures(&config).into_iter().cycle().take(19).collect();
    let together = dino.embed(&many).unwrap();
    for (row, image) in many.iter().enumerate().step_by(6) {
        let alone = dino.embed(std::slice::from_ref(image)).unwrap();
        close(&format!("image {row}"), &together.get(row as i64).unsqueeze(0), &alone, 1e-6);
    }
}

fn scripts() -> PathBuf {
    folder().join("metrics")
}

#[test]
fn torchscript_files() {
    let (fixture, config) = config();
    let image = open_image_encoder(&scripts().join("colour.pt"), Device::Cpu).unwrap();
    check(&fixture, "colour", &image.embed(&pictures(&config)).unwrap());
    assert_eq!(image.describe().name, "colour");
    assert_eq!(image.describe().preprocessing, "bilinear short side 45, centre crop 52 × 31, CLIP mean/std");
    let text = open_text_encoder(&scripts().join("words.pt"), Device::Cpu).unwrap();
    let texts: Vec<String> = serde_json::from_value(config["texts"].clone()).unwrap();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let (features, cut) = text.embed_text(&texts).unwrap();
    close("words", &features, &fixture.get("out.words.features"), SIMILARITY);
    assert_eq!(cut.iter().map(|cut| i64::from(*cut)).collect::<Vec<_>>(), fixture.integers("out.words.cut"));
}

/// Opens what must not open.
fn refused(path: &Path) -> String {
    match open_image_encoder(path, Device::Cpu) {
        Ok(net) => panic!("{} opened as {:?}", path.display(), net.describe()),
        Err(error) => error.to_string(),
    }
}

#[test]
fn what_does_not_fit_is_refused() {
    let (fixture, config) = config();
    let changed = |name: &str, key: &str, value: Value| {
        let folder = net(&fixture, &config, name, None);
        let mut changed = config[name].clone();
        changed[key] = value;
        folder.json("config.json", &changed);
        refused(folder.path())
    };
    for (name, key, value, said) in [
        ("vit", "model_type", Value::from("swin"), "model_type swin is not read; clip, vit, dinov2 are"),
        ("vit", "hidden_act", Value::from("relu"), "unknown variant `relu`"),
        (
            "vit",
            "num_attention_heads",
            Value::from(5),
            "hidden_size 18 is not a multiple of num_attention_heads 5",
        ),
        ("vit", "num_hidden_layers", Value::from(0), "num_hidden_layers is 0; it must be 1 to"),
        ("vit", "patch_size", Value::from(0), "patch_size is 0"),
        ("vit", "num_channels", Value::from(4), "num_channels is 4"),
        ("vit", "image_size", Value::from(448), "embeddings.position_embeddings has shape"),
        ("dinov2", "num_hidden_layers", Value::from(3), "missing: encoder.layer.2."),
        ("dinov2", "num_hidden_layers", Value::from(1), "unexpected: encoder.layer.1."),
        ("dinov2", "patch_size", Value::from(300), "image_size / patch_size is 0; it must be 1 to"),
    ] {
        let error = changed(name, key, value);
        assert!(error.contains(said), "{name}, {key}: {error}");
    }
    let vit = net(&fixture, &config, "vit", Some("bilinear"));
    assert!(refused(vit.path()).contains("image_size is 224, and the preprocessing gives 52 × 31 px"));
    assert!(refused(&folder()).contains("it has no config.json"));
    assert!(refused(net(&fixture, &config, "clip", None).path()).contains("vocab.json"));
    match open_text_encoder(vit.path(), Device::Cpu) {
        Err(error) => assert!(error.to_string().contains("model_type vit reads no text"), "{error}"),
        Ok(net) => panic!("{:?}", net.describe()),
    }
    let dino = Dinov2::open(net(&fixture, &config, "giant", None).path(), Device::Cpu).unwrap();
    assert!(matches!(dino.embed(&[]), Err(MetricError::Empty("image"))));
    let broken = [pictures(&config).remove(0), Rgb8 { width: 2, height: 2, data: vec![0; 11] }];
    assert!(matches!(dino.embed(&broken), Err(MetricError::Image { number: 1, .. })));
}

#[test]
fn torchscript_files_that_do_not_fit_are_refused() {
    let at = Assembled::new();
    let file = at.path().join("net.pt");
    std::fs::copy(scripts().join("words.pt"), &file).unwrap();
    assert!(refused(&file).contains("net.json"), "without description");
    let card = serde_json::json!({ "size": 40, "resize": "bicubic", "mean": [0, 0, 0], "std": [1, 1, 1], "crop": 32 });
    at.json("net.json", &card);
    // It opens; that it reads ids shows when it is given pixels.
    let net = open_image_encoder(&file, Device::Cpu).unwrap();
    let image = Rgb8 { width: 40, height: 40, data: vec![7; 4800] };
    assert!(matches!(net.embed(std::slice::from_ref(&image)), Err(MetricError::Torch { .. })));
    at.json(
        "net.json",
        &serde_json::json!({ "size": 40, "resize": "bicubic", "mean": [0, 0, 0], "std": [1, 1, 1] }),
    );
    assert!(refused(&file).contains("without a crop"));
    at.json("net.json", &serde_json::json!({ "sides": 40 }));
    assert!(refused(&file).contains("unknown field `sides`"));
    at.json("net.json", &card);
    std::fs::write(&file, b"PK no module").unwrap();
    assert!(refused(&file).contains("no TorchScript file"));
}

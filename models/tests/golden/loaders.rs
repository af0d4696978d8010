//! Original checkpoints under diffusers' names, and what is refused before any job is accepted.

use std::collections::BTreeMap;
use std::path::Path;

use foreshock_models::edit::LoadError;
use foreshock_models::flux::folder::{ModelFolder, check_tensors};
use foreshock_models::weights::{WeightError, Weights};
use foreshock_models::{LoadOptions, load};
use safetensors::tensor::TensorView;
use safetensors::{Dtype, serialize_to_file};
use sha2::{Digest as _, Sha256};
use tch::{Device, Kind, Tensor};

use crate::fixture::Assembled;
use crate::pipeline::with_card;

type Tensors = BTreeMap<String, Tensor>;

/// Every tensor of a component, 32 bit.
fn read(folder: &Path) -> Tensors {
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "safetensors"));
    files
        .iter()
        .flat_map(|file| {
            let shapes = foreshock_models::weights::header(file).unwrap();
            let stem = file.file_stem().unwrap().to_string_lossy().into_owned();
            let weights = Weights::open(folder, &stem, Device::Cpu, Kind::Float).unwrap();
            let tensors: Vec<(String, Tensor)> = shapes
                .iter()
                .map(|(name, shape)| (name.clone(), weights.root().get(name, shape).copy()))
                .collect();
            tensors
        })
        .collect()
}

fn write(tensors: &Tensors, path: &Path) {
    let bytes: Vec<(String, Vec<usize>, Vec<u8>)> = tensors
        .iter()
        .map(|(name, tensor)| {
            let sides = tensor.size().iter().map(|side| *side as usize).collect();
            let values: Vec<f32> = Vec::try_from(tensor.contiguous().view([-1])).unwrap();
            (name.clone(), sides, values.iter().flat_map(|value| value.to_le_bytes()).collect())
        })
        .collect();
    let views = bytes
        .iter()
        .map(|(name, sides, data)| (name, TensorView::new(Dtype::F32, sides.clone(), data).unwrap()));
    serialize_to_file(views, None, path).unwrap();
}

/// The table of the original's names, from diffusers' names to theirs; written for this test, from the other side.
fn to_original(mut from: Tensors) -> Tensors {
    let mut take = |name: &str| from.remove(name).unwrap_or_else(|| panic!("{name}"));
    let mut to = Tensors::new();
    for leaf in ["weight", "bias"] {
        for (ours, theirs) in [
            ("time_text_embed.timestep_embedder.linear_1", "time_in.in_layer"),
            ("time_text_embed.timestep_embedder.linear_2", "time_in.out_layer"),
            ("time_text_embed.guidance_embedder.linear_1", "guidance_in.in_layer"),
            ("time_text_embed.guidance_embedder.linear_2", "guidance_in.out_layer"),
            ("time_text_embed.text_embedder.linear_1", "vector_in.in_layer"),
            ("time_text_embed.text_embedder.linear_2", "vector_in.out_layer"),
            ("context_embedder", "txt_in"),
            ("x_embedder", "img_in"),
            ("proj_out", "final_layer.linear"),
        ] {
            to.insert(format!("{theirs}.{leaf}"), take(&format!("{ours}.{leaf}")));
        }
        // (scale, shift) there, (shift, scale) here.
        let halves = take(&format!("norm_out.linear.{leaf}")).chunk(2, 0);
        to.insert(
            format!("final_layer.adaLN_modulation.1.{leaf}"),
            Tensor::cat(&[&halves[1], &halves[0]], 0),
        );
    }
    let left: Vec<String> = from.keys().cloned().collect();
    let count = |prefix: &str| {
        let number = |name: &String| name.strip_prefix(prefix)?.split('.').next()?.parse::<usize>().ok();
        left.iter().filter_map(number).max().map_or(0, |last| last + 1)
    };
    let mut take = |name: String| from.remove(&name).unwrap_or_else(|| panic!("{name}"));
    for index in 0..count("transformer_blocks.") {
        let (ours, theirs) = (format!("transformer_blocks.{index}"), format!("double_blocks.{index}"));
        for (norm, feed, qkv, norms, out, stream) in [
            ("norm1", "ff", ["to_q", "to_k", "to_v"], ["norm_q", "norm_k"], "to_out.0", "img"),
            (
                "norm1_context",
                "ff_context",
                ["add_q_proj", "add_k_proj", "add_v_proj"],
                ["norm_added_q", "norm_added_k"],
                "to_add_out",
                "txt",
            ),
        ] {
            for leaf in ["weight", "bias"] {
                let fused: Vec<Tensor> =
                    qkv.iter().map(|name| take(format!("{ours}.attn.{name}.{leaf}"))).collect();
                to.insert(format!("{theirs}.{stream}_attn.qkv.{leaf}"), Tensor::cat(&fused, 0));
                for (name, new) in [
                    (format!("{norm}.linear"), "mod.lin"),
                    (format!("attn.{out}"), "attn.proj"),
                    (format!("{feed}.net.0.proj"), "mlp.0"),
                    (format!("{feed}.net.2"), "mlp.2"),
                ] {
                    to.insert(
                        format!("{theirs}.{stream}_{new}.{leaf}"),
                        take(format!("{ours}.{name}.{leaf}")),
                    );
                }
            }
            for (name, new) in norms.iter().zip(["query_norm", "key_norm"]) {
                let scale = take(format!("{ours}.attn.{name}.weight"));
                to.insert(format!("{theirs}.{stream}_attn.norm.{new}.scale"), scale);
            }
        }
    }
    for index in 0..count("single_transformer_blocks.") {
        let (ours, theirs) = (format!("single_transformer_blocks.{index}"), format!("single_blocks.{index}"));
        for leaf in ["weight", "bias"] {
            let fused: Vec<Tensor> = ["attn.to_q", "attn.to_k", "attn.to_v", "proj_mlp"]
                .iter()
                .map(|name| take(format!("{ours}.{name}.{leaf}")))
                .collect();
            to.insert(format!("{theirs}.linear1.{leaf}"), Tensor::cat(&fused, 0));
            to.insert(format!("{theirs}.linear2.{leaf}"), take(format!("{ours}.proj_out.{leaf}")));
            to.insert(format!("{theirs}.modulation.lin.{leaf}"), take(format!("{ours}.norm.linear.{leaf}")));
        }
        for (name, new) in [("norm_q", "query_norm"), ("norm_k", "key_norm")] {
            to.insert(format!("{theirs}.norm.{new}.scale"), take(format!("{ours}.attn.{name}.weight")));
        }
    }
    assert!(from.is_empty(), "left: {:?}", from.keys());
    to
}

fn autoencoder_to_original(from: Tensors) -> Tensors {
    from.into_iter()
        .map(|(name, tensor)| {
            let mut new = name.replace(".mid_block.resnets.0.", ".mid.block_1.");
            new = new.replace(".mid_block.resnets.1.", ".mid.block_2.").replace("conv_norm_out", "norm_out");
            new = new.replace(".mid_block.attentions.0.group_norm.", ".mid.attn_1.norm.");
            let mut tensor = tensor;
            for (ours, theirs) in [("to_q", "q"), ("to_k", "k"), ("to_v", "v"), ("to_out.0", "proj_out")] {
                let old = format!(".mid_block.attentions.0.{ours}.");
                if new.contains(&old) {
                    new = new.replace(&old, &format!(".mid.attn_1.{theirs}."));
                    if new.ends_with("weight") {
                        tensor = tensor.unsqueeze(-1).unsqueeze(-1);
                    }
                }
            }
            for level in 0..4 {
                new = new.replace(&format!("down_blocks.{level}.resnets."), &format!("down.{level}.block."));
                new = new.replace(
                    &format!("down_blocks.{level}.downsamplers.0."),
                    &format!("down.{level}.downsample."),
                );
                let turned = 3 - level;
                new = new.replace(&format!("up_blocks.{level}.resnets."), &format!("up.{turned}.block."));
                new = new
                    .replace(&format!("up_blocks.{level}.upsamplers.0."), &format!("up.{turned}.upsample."));
            }
            (new.replace("conv_shortcut", "nin_shortcut"), tensor)
        })
        .collect()
}

#[test]
fn original_checkpoints_are_the_same_model() {
    let folder = with_card();
    let (transformer, vae) = (folder.path().join("transformer"), folder.path().join("vae"));
    let (own_transformer, own_vae) = (read(&transformer), read(&vae));
    write(
        &to_original(own_transformer.iter().map(|(k, v)| (k.clone(), v.shallow_clone())).collect()),
        &folder.path().join("flux1-fill-dev.safetensors"),
    );
    write(
        &autoencoder_to_original(own_vae.iter().map(|(k, v)| (k.clone(), v.shallow_clone())).collect()),
        &folder.path().join("ae.safetensors"),
    );
    for component in [&transformer, &vae] {
        for entry in std::fs::read_dir(component).unwrap() {
            let path = entry.unwrap().path();
            if path.to_string_lossy().contains("diffusion_pytorch_model") {
                std::fs::remove_file(path).unwrap();
            }
        }
    }
    let parts = ModelFolder::read(folder.path(), true).unwrap();
    check_tensors(&parts).unwrap();
    for (weights, own) in [
        (parts.transformer_weights(Device::Cpu, Kind::Float).unwrap(), own_transformer),
        (parts.vae_weights(Device::Cpu, Kind::Float).unwrap(), own_vae),
    ] {
        for (name, tensor) in &own {
            assert_eq!(weights.root().get(name, &tensor.size()), *tensor, "{name}");
        }
        weights.finish().unwrap();
    }
    assert!(load(folder.path(), &LoadOptions::default()).is_ok());
}

fn refusal(folder: &Assembled) -> LoadError {
    load(folder.path(), &LoadOptions::default()).err().expect("must be refused")
}

#[test]
fn truncated_altered_and_foreign_weights_are_refused() {
    // Cut short: the tensor and its shape are named.
    let folder = with_card();
    let file = folder.path().join("vae/diffusion_pytorch_model.safetensors");
    let bytes = std::fs::read(&file).unwrap();
    std::fs::write(&file, &bytes[..bytes.len() - 100]).unwrap();
    let message = refusal(&folder).to_string();
    assert!(message.contains("cut short") && message.contains("vae"), "{message}");

    // Another architecture: the tensor and both shapes are named.
    let folder = with_card();
    let config = folder.path().join("transformer/config.json");
    let mut value: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(&config).unwrap()).unwrap();
    value["joint_attention_dim"] = 48.into();
    std::fs::write(&config, value.to_string()).unwrap();
    let t5 = folder.path().join("text_encoder_2/config.json");
    let text = std::fs::read_to_string(&t5).unwrap();
    let mut value: serde_json::Value = serde_json::from_str(&text).unwrap();
    value["d_model"] = 48.into();
    std::fs::write(&t5, value.to_string()).unwrap();
    let parts = ModelFolder::read(folder.path(), true).unwrap();
    let message = check_tensors(&parts).unwrap_err().to_string();
    assert!(message.contains("context_embedder.weight has shape [32, 64], wanted [32, 48]"), "{message}");
    assert!(refusal(&folder).to_string().contains("wanted"), "{}", refusal(&folder));

    // A list of digests that does not agree.
    let folder = with_card();
    let file = folder.path().join("vae/diffusion_pytorch_model.safetensors");
    let sum =
        |bytes: &[u8]| -> String { Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect() };
    let right = sum(&std::fs::read(&file).unwrap());
    let list = folder.path().join("SHA256SUMS");
    std::fs::write(&list, format!("{right}  vae/diffusion_pytorch_model.safetensors\n")).unwrap();
    assert!(load(folder.path(), &LoadOptions::default()).is_ok());
    let wrong = sum(b"another file");
    std::fs::write(&list, format!("{wrong} *vae/diffusion_pytorch_model.safetensors\n")).unwrap();
    match refusal(&folder) {
        LoadError::Weights(WeightError::Digest { path, wanted, found }) => {
            assert!(path.ends_with("vae/diffusion_pytorch_model.safetensors"));
            assert_eq!((wanted, found), (wrong, right));
        }
        other => panic!("{other}"),
    }
}

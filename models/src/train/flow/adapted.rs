//! Which weights of a transformer are trained: all, or the branches of a LoRA or a mixture of LoRA experts.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use serde_json::json;
use tch::{Device, Kind, Tensor};

use super::super::TrainError;
use super::super::parameters::{Parameters, Tensors};
use super::super::random::{Draws, Stream};
use crate::adapter::Branch;
use crate::adapter::recipe::{Experts, Target, icedit_targets};
use crate::config::TransformerConfig;
use crate::weights::save;

/// What of the transformer is trained.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Scope {
    /// Every weight.
    Full,
    /// Low-rank branches of ICEdit's layers.
    Lora {
        /// Rank.
        rank: i64,
        /// Scale times rank.
        alpha: f64,
        /// Experts where ICEdit's mixture has them; none = plain everywhere.
        experts: Option<Experts>,
        /// Experts that count for a token.
        top_k: i64,
    },
}

/// New branches: A random, B zero, so that the network is at first what it was (Hu et al. 2021; PEFT's `gaussian`).
pub(super) fn fresh(config: &TransformerConfig, scope: Scope, draws: Draws, device: Device) -> Tensors {
    let Scope::Lora { rank, experts, .. } = scope else { return Tensors::new() };
    let mut tensors = Tensors::new();
    for (number, target) in icedit_targets(config).into_iter().enumerate() {
        let mixture = experts.filter(|_| target.mixture);
        let (count, rank) = mixture.map_or((1, rank), |experts| (experts.count, experts.rank));
        let draw = |index: u64, shape: [i64; 2], spread: f64| {
            let values =
                draws.normals(Stream::Init, 2 * number as u64 + index, (shape[0] * shape[1]) as usize);
            (Tensor::from_slice(&values).view(shape) * spread).to_device(device)
        };
        let Target { module, input, output, .. } = target;
        tensors.insert(format!("{module}.lora_A"), draw(0, [count * rank, input], 1.0 / rank as f64));
        tensors
            .insert(format!("{module}.lora_B"), Tensor::zeros([output, count * rank], (Kind::Float, device)));
        if mixture.is_some() {
            tensors
                .insert(format!("{module}.lora_route"), draw(1, [count, input], (input as f64).powf(-0.5)));
        }
    }
    tensors
}

/// The branches that a network is built with, of tensors named as above.
pub(super) fn branches(tensors: &Tensors, scope: Scope) -> BTreeMap<String, Branch> {
    let Scope::Lora { alpha, top_k, .. } = scope else { return BTreeMap::new() };
    let part = |module: &str, name: &str| tensors.get(&format!("{module}.{name}")).map(Tensor::shallow_clone);
    tensors
        .keys()
        .filter_map(|name| name.strip_suffix(".lora_A"))
        .filter_map(|module| {
            let (a, b) = (part(module, "lora_A")?, part(module, "lora_B")?);
            let branch = match part(module, "lora_route") {
                None => {
                    let scale = alpha / a.size()[0] as f64;
                    Branch::Plain { a, b, scale, merged: false }
                }
                Some(route) => {
                    let scale = alpha / (a.size()[0] / route.size()[0]) as f64;
                    Branch::Mixture { a, b, route, scale, top_k }
                }
            };
            Some((module.to_owned(), branch))
        })
        .collect()
}

/// Master copies of new branches.
pub(super) fn parameters(
    config: &TransformerConfig,
    scope: Scope,
    draws: Draws,
    device: Device,
) -> Parameters {
    Parameters::new(fresh(config, scope, draws, device), |_| true)
}

/// Writes an adapter: `pytorch_lora_weights.safetensors` as diffusers reads it, and a plain one also as PEFT's own folder `peft`.
pub(super) fn export(tensors: &Tensors, scope: Scope, base: &str, dir: &Path) -> Result<(), TrainError> {
    let Scope::Lora { rank, alpha, experts, .. } = scope else { return Ok(()) };
    let mut stored = Tensors::new();
    let mut modules = Vec::new();
    for (name, tensor) in tensors {
        let Some((module, part)) = name.rsplit_once('.') else { continue };
        if part == "lora_A" {
            modules.push(module);
        }
        let route = tensors.get(&format!("{module}.lora_route"));
        match (route, part) {
            (Some(route), "lora_A" | "lora_B") => {
                let axis = i64::from(part == "lora_B");
                for (expert, piece) in tensor.chunk(route.size()[0], axis).into_iter().enumerate() {
                    stored.insert(format!("{module}.{part}.expert_{expert}.weight"), piece);
                }
            }
            _ => drop(stored.insert(format!("{module}.{part}.weight"), tensor.shallow_clone())),
        }
    }
    let prefixed = |prefix: &str| -> Tensors {
        stored.iter().map(|(name, tensor)| (format!("{prefix}{name}"), tensor.shallow_clone())).collect()
    };
    let config = json!({ "r": rank, "lora_alpha": alpha, "target_modules": modules, "lora_dropout": 0.0, "bias": "none", "rank_pattern": {}, "alpha_pattern": {} });
    let described: serde_json::Map<String, serde_json::Value> = config
        .as_object()
        .into_iter()
        .flatten()
        .map(|(key, value)| (format!("transformer.{key}"), value.clone()))
        .collect();
    // One entry only: the order of several would differ from run to run.
    let described = serde_json::Value::Object(described).to_string();
    let metadata = HashMap::from([("lora_adapter_metadata".to_owned(), described)]);
    let file = dir.join("pytorch_lora_weights.safetensors");
    save(&file, &prefixed("transformer."), Kind::Float, Some(metadata))?;
    if experts.is_none() {
        let peft = dir.join("peft");
        let format = HashMap::from([("format".to_owned(), "pt".to_owned())]);
        save(
            &peft.join("adapter_model.safetensors"),
            &prefixed("base_model.model."),
            Kind::Float,
            Some(format),
        )?;
        let mut config = config;
        config["peft_type"] = json!("LORA");
        config["base_model_name_or_path"] = json!(base);
        let path = peft.join("adapter_config.json");
        std::fs::write(&path, format!("{config:#}\n")).map_err(TrainError::io(&path))?;
    }
    Ok(())
}

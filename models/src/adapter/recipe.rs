//! Which layers ICEdit adapts (its `train/config`, `normal_lora.yaml` and `moe_lora.yaml`), and what that costs.

use std::collections::BTreeMap;

use crate::config::TransformerConfig;
use crate::init::transformer_shapes;

/// One linear layer that is adapted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Its name.
    pub module: String,
    /// Channels that enter.
    pub input: i64,
    /// Channels that leave.
    pub output: i64,
    /// Whether the mixture of experts puts its experts here.
    pub mixture: bool,
}

/// What an adapter of a recipe holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cost {
    /// Linear layers.
    pub modules: usize,
    /// Of these, with a mixture of experts.
    pub mixtures: usize,
    /// Tensors in the file.
    pub tensors: usize,
    /// Parameters.
    pub parameters: u64,
    /// Of these, in mixtures.
    pub mixture_parameters: u64,
}

/// ICEdit's layers, in the order of their names: the image stream and the joint one; not the text stream, not the first feed-forward layer of
/// double blocks, not the embedders and the output.
#[must_use]
pub fn icedit_targets(config: &TransformerConfig) -> Vec<Target> {
    let shapes: BTreeMap<String, Vec<i64>> = transformer_shapes(config);
    shapes
        .iter()
        .filter_map(|(name, shape)| {
            let module = name.strip_suffix(".weight")?;
            let &[output, input] = shape.as_slice() else { return None };
            let mixture = is_target(module)?;
            Some(Target { module: module.to_owned(), input, output, mixture })
        })
        .collect()
}

/// None when a layer is left alone; else whether it becomes a mixture.
fn is_target(module: &str) -> Option<bool> {
    if module == "x_embedder" {
        return Some(false);
    }
    let leaf = |prefix: &str| module.strip_prefix(prefix)?.split_once('.').map(|(_, leaf)| leaf);
    if let Some(leaf) = leaf("single_transformer_blocks.") {
        return match leaf {
            "norm.linear" | "proj_mlp" | "attn.to_q" | "attn.to_k" | "attn.to_v" => Some(false),
            "proj_out" => Some(true),
            _ => None,
        };
    }
    match leaf("transformer_blocks.")? {
        "norm1.linear" | "attn.to_q" | "attn.to_k" | "attn.to_v" | "attn.to_out.0" => Some(false),
        "ff.net.2" => Some(true),
        _ => None,
    }
}

/// Experts of a mixture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Experts {
    /// How many.
    pub count: i64,
    /// Rank of each.
    pub rank: i64,
}

/// The cost of adapters of this rank on these layers; where a mixture is asked for, its layers have experts and a router instead.
#[must_use]
pub fn cost(targets: &[Target], rank: i64, mixture: Option<Experts>) -> Cost {
    let mut cost = Cost { modules: targets.len(), ..Cost::default() };
    for target in targets {
        let plain = |rank: i64| (rank * (target.input + target.output)).unsigned_abs();
        match mixture.filter(|_| target.mixture) {
            Some(Experts { count: experts, rank }) => {
                let parameters =
                    experts.unsigned_abs() * plain(rank) + (experts * target.input).unsigned_abs();
                cost.mixtures += 1;
                cost.tensors += 2 * experts.unsigned_abs() as usize + 1;
                cost.parameters += parameters;
                cost.mixture_parameters += parameters;
            }
            None => {
                cost.tensors += 2;
                cost.parameters += plain(rank);
            }
        }
    }
    cost
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::init::Named;

    #[test]
    fn the_published_counts_follow_from_the_configuration() {
        let networks = Named::Flux1Fill.configs(49_408, 32_128).networks(std::path::Path::new("")).unwrap();
        let targets = icedit_targets(&networks.transformer);
        let plain = cost(&targets, 32, None);
        assert_eq!((plain.modules, plain.tensors, plain.parameters), (343, 686, 115_912_704));
        let mixture = cost(&targets, 32, Some(Experts { count: 4, rank: 32 }));
        assert_eq!((mixture.mixtures, mixture.tensors), (57, 1085));
        assert_eq!((mixture.parameters, mixture.mixture_parameters), (214_437_888, 130_277_376));
        assert_eq!(cost(&targets, 64, None).parameters, 231_825_408);
        let of = |count, rank| cost(&targets, 32, Some(Experts { count, rank })).parameters;
        assert_eq!((of(1, 32), of(4, 8)), (116_729_856, 119_181_312));
    }
}

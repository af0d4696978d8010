//! The original checkpoints of Black Forest Labs (`flux1-*.safetensors`, `ae.safetensors`) under the names that diffusers gives.

use super::super::weights::{Fix, Renamed};

fn whole(name: String, shape: &[i64]) -> Renamed {
    Renamed { name, shape: shape.to_vec(), rows: None, fix: Fix::Plain }
}

/// Rows of a fused tensor, shared out in order: (name, rows).
fn split(shape: &[i64], parts: &[(String, i64)]) -> Vec<Renamed> {
    let mut first = 0;
    parts
        .iter()
        .map(|(name, rows)| {
            let mut part = shape.to_vec();
            if let Some(side) = part.first_mut() {
                *side = *rows;
            }
            let renamed = Renamed {
                name: name.clone(),
                shape: part,
                rows: Some((first, rows.unsigned_abs() as usize)),
                fix: Fix::Plain,
            };
            first += rows.unsigned_abs() as usize;
            renamed
        })
        .collect()
}

/// What a tensor of the original transformer is to diffusers; `width` is the network's. Nothing for names that are not known.
#[must_use]
pub fn transformer(name: &str, shape: &[i64], width: i64) -> Vec<Renamed> {
    let Some((path, leaf)) = name.rsplit_once('.') else { return Vec::new() };
    let top = |path: &str| -> Option<String> {
        Some(match path {
            "time_in.in_layer" => "time_text_embed.timestep_embedder.linear_1".to_owned(),
            "time_in.out_layer" => "time_text_embed.timestep_embedder.linear_2".to_owned(),
            "guidance_in.in_layer" => "time_text_embed.guidance_embedder.linear_1".to_owned(),
            "guidance_in.out_layer" => "time_text_embed.guidance_embedder.linear_2".to_owned(),
            "vector_in.in_layer" => "time_text_embed.text_embedder.linear_1".to_owned(),
            "vector_in.out_layer" => "time_text_embed.text_embedder.linear_2".to_owned(),
            "txt_in" => "context_embedder".to_owned(),
            "img_in" => "x_embedder".to_owned(),
            "final_layer.linear" => "proj_out".to_owned(),
            _ => return None,
        })
    };
    if let Some(new) = top(path) {
        return vec![whole(format!("{new}.{leaf}"), shape)];
    }
    if path == "final_layer.adaLN_modulation.1" {
        let new = format!("norm_out.linear.{leaf}");
        return vec![Renamed { name: new, shape: shape.to_vec(), rows: None, fix: Fix::SwapHalves }];
    }
    let mut steps = path.splitn(3, '.');
    match (steps.next(), steps.next(), steps.next()) {
        (Some("double_blocks"), Some(index), Some(rest)) => double(index, rest, leaf, shape, width),
        (Some("single_blocks"), Some(index), Some(rest)) => single(index, rest, leaf, shape, width),
        _ => Vec::new(),
    }
}

fn double(index: &str, rest: &str, leaf: &str, shape: &[i64], width: i64) -> Vec<Renamed> {
    let block = format!("transformer_blocks.{index}");
    let (stream, rest) = match rest.split_once('_') {
        Some(("img", rest)) => ("img", rest),
        Some(("txt", rest)) => ("txt", rest),
        _ => return Vec::new(),
    };
    let image = stream == "img";
    let pick = |img: &str, txt: &str| format!("{block}.{}", if image { img } else { txt });
    match (rest, leaf) {
        ("mod.lin", _) => {
            vec![whole(format!("{}.{leaf}", pick("norm1.linear", "norm1_context.linear")), shape)]
        }
        ("attn.qkv", _) => {
            let names =
                if image { ["to_q", "to_k", "to_v"] } else { ["add_q_proj", "add_k_proj", "add_v_proj"] };
            split(shape, &names.map(|name| (format!("{block}.attn.{name}.{leaf}"), width)))
        }
        ("attn.norm.query_norm", "scale") => {
            vec![whole(format!("{}.weight", pick("attn.norm_q", "attn.norm_added_q")), shape)]
        }
        ("attn.norm.key_norm", "scale") => {
            vec![whole(format!("{}.weight", pick("attn.norm_k", "attn.norm_added_k")), shape)]
        }
        ("attn.proj", _) => {
            vec![whole(format!("{}.{leaf}", pick("attn.to_out.0", "attn.to_add_out")), shape)]
        }
        ("mlp.0", _) => {
            vec![whole(format!("{}.{leaf}", pick("ff.net.0.proj", "ff_context.net.0.proj")), shape)]
        }
        ("mlp.2", _) => vec![whole(format!("{}.{leaf}", pick("ff.net.2", "ff_context.net.2")), shape)],
        _ => Vec::new(),
    }
}

fn single(index: &str, rest: &str, leaf: &str, shape: &[i64], width: i64) -> Vec<Renamed> {
    let block = format!("single_transformer_blocks.{index}");
    match (rest, leaf) {
        ("modulation.lin", _) => vec![whole(format!("{block}.norm.linear.{leaf}"), shape)],
        ("linear1", _) => {
            let rest = shape.first().copied().unwrap_or(0) - 3 * width;
            let names =
                [("attn.to_q", width), ("attn.to_k", width), ("attn.to_v", width), ("proj_mlp", rest)];
            split(shape, &names.map(|(name, rows)| (format!("{block}.{name}.{leaf}"), rows)))
        }
        ("linear2", _) => vec![whole(format!("{block}.proj_out.{leaf}"), shape)],
        ("norm.query_norm", "scale") => vec![whole(format!("{block}.attn.norm_q.weight"), shape)],
        ("norm.key_norm", "scale") => vec![whole(format!("{block}.attn.norm_k.weight"), shape)],
        _ => Vec::new(),
    }
}

/// What a tensor of the original autoencoder is to diffusers; `levels` is the number of resolutions.
#[must_use]
pub fn autoencoder(name: &str, shape: &[i64], levels: usize) -> Vec<Renamed> {
    let Some((side, rest)) = name.split_once('.').filter(|(side, _)| ["encoder", "decoder"].contains(side))
    else {
        return Vec::new();
    };
    // A 1 × 1 convolution is a linear layer.
    let linear = || -> Vec<i64> { shape.iter().take(2).copied().collect() };
    let parts: Vec<&str> = rest.split('.').collect();
    let (new, shape) = match parts.as_slice() {
        ["conv_in" | "conv_out", leaf] => (format!("{side}.{}.{leaf}", parts[0]), shape.to_vec()),
        ["norm_out", leaf] => (format!("{side}.conv_norm_out.{leaf}"), shape.to_vec()),
        ["mid", "attn_1", "norm", leaf] => {
            (format!("{side}.mid_block.attentions.0.group_norm.{leaf}"), shape.to_vec())
        }
        ["mid", "attn_1", which, leaf] => {
            let new = match *which {
                "q" => "to_q",
                "k" => "to_k",
                "v" => "to_v",
                "proj_out" => "to_out.0",
                _ => return Vec::new(),
            };
            (format!("{side}.mid_block.attentions.0.{new}.{leaf}"), linear())
        }
        ["mid", "block_1", rest @ ..] => {
            (format!("{side}.mid_block.resnets.0.{}", resnet(rest)), shape.to_vec())
        }
        ["mid", "block_2", rest @ ..] => {
            (format!("{side}.mid_block.resnets.1.{}", resnet(rest)), shape.to_vec())
        }
        [way @ ("down" | "up"), level, rest @ ..] => {
            let Ok(level) = level.parse::<usize>() else { return Vec::new() };
            // The original counts the decoder's levels from the finest, diffusers from the coarsest.
            let Some(level) = (if *way == "up" { (levels - 1).checked_sub(level) } else { Some(level) })
            else {
                return Vec::new();
            };
            let new = match rest {
                ["block", index, rest @ ..] => format!("resnets.{index}.{}", resnet(rest)),
                ["downsample", "conv", leaf] => format!("downsamplers.0.conv.{leaf}"),
                ["upsample", "conv", leaf] => format!("upsamplers.0.conv.{leaf}"),
                _ => return Vec::new(),
            };
            (format!("{side}.{way}_blocks.{level}.{new}"), shape.to_vec())
        }
        _ => return Vec::new(),
    };
    vec![whole(new, &shape)]
}

fn resnet(rest: &[&str]) -> String {
    rest.iter()
        .map(|part| if *part == "nin_shortcut" { "conv_shortcut" } else { part })
        .collect::<Vec<_>>()
        .join(".")
}

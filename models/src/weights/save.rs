//! Tensors to safetensors files.

use std::collections::BTreeMap;
use std::path::Path;

use safetensors::Dtype;
use safetensors::tensor::TensorView;
use tch::{Device, Kind, Tensor};

use super::WeightError;

/// Writes tensors to one file, in the type given, with entries of metadata.
///
/// # Errors
/// When it cannot be written.
pub fn save(
    path: &Path,
    tensors: &BTreeMap<String, Tensor>,
    kind: Kind,
    metadata: Option<std::collections::HashMap<String, String>>,
) -> Result<(), WeightError> {
    let io = |source| WeightError::Io { path: path.to_owned(), source };
    let format =
        |message: String| WeightError::Format { path: path.to_owned(), what: "safetensors file", message };
    let dtype = match kind {
        Kind::Float => Dtype::F32,
        Kind::BFloat16 => Dtype::BF16,
        Kind::Half => Dtype::F16,
        other => return Err(format(format!("element type {other:?} is not written"))),
    };
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(io)?;
    }
    let stored: Vec<(&String, Vec<usize>, Vec<u8>)> = tensors
        .iter()
        .map(|(name, tensor)| {
            let flat = tensor.detach().to_device(Device::Cpu).to_kind(kind).contiguous();
            let mut bytes = vec![0_u8; flat.numel() * kind.elt_size_in_bytes()];
            flat.copy_data_u8(&mut bytes, flat.numel());
            (name, flat.size().iter().map(|side| side.unsigned_abs() as usize).collect(), bytes)
        })
        .collect();
    let views = stored
        .iter()
        .map(|(name, shape, bytes)| {
            let view =
                TensorView::new(dtype, shape.clone(), bytes).map_err(|error| format(error.to_string()))?;
            Ok((name.as_str(), view))
        })
        .collect::<Result<Vec<_>, WeightError>>()?;
    safetensors::serialize_to_file(views, metadata, path).map_err(|error| format(error.to_string()))
}

/// Writes tensors as `<stem>.safetensors`, or, when that would be longer than `most` bytes, as shards with an index. What an earlier call
/// wrote under this name goes: a single file would hide new shards.
///
/// # Errors
/// When a file cannot be written.
pub fn save_sharded(
    folder: &Path,
    stem: &str,
    tensors: &BTreeMap<String, Tensor>,
    kind: Kind,
    most: usize,
) -> Result<(), WeightError> {
    clear(folder, stem)?;
    let bytes = |tensor: &Tensor| tensor.numel() * kind.elt_size_in_bytes();
    let total: usize = tensors.values().map(bytes).sum();
    if total <= most {
        return save(&folder.join(format!("{stem}.safetensors")), tensors, kind, None);
    }
    let mut shards: Vec<(BTreeMap<String, Tensor>, usize)> = Vec::new();
    for (name, tensor) in tensors {
        let room = shards.last().is_some_and(|(_, filled)| filled + bytes(tensor) <= most);
        if !room {
            shards.push(Default::default());
        }
        if let Some((shard, filled)) = shards.last_mut() {
            *filled += bytes(tensor);
            shard.insert(name.clone(), tensor.shallow_clone());
        }
    }
    let mut places = serde_json::Map::new();
    for (number, (shard, _)) in shards.iter().enumerate() {
        let file = format!("{stem}-{:05}-of-{:05}.safetensors", number + 1, shards.len());
        save(&folder.join(&file), shard, kind, None)?;
        places.extend(shard.keys().map(|name| (name.clone(), serde_json::json!(file))));
    }
    let index = serde_json::json!({ "metadata": { "total_size": total }, "weight_map": places });
    let path = folder.join(format!("{stem}.safetensors.index.json"));
    std::fs::write(&path, format!("{index:#}\n")).map_err(|source| WeightError::Io { path, source })
}

/// Removes the files of `stem`, shards and index.
fn clear(folder: &Path, stem: &str) -> Result<(), WeightError> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Ok(()) };
    for path in entries.flatten().map(|entry| entry.path()) {
        let rest = path.file_name().and_then(|name| name.to_str()?.strip_prefix(stem));
        let own = rest.is_some_and(|rest| {
            rest.starts_with(['.', '-'])
                && (rest.ends_with(".safetensors") || rest.ends_with(".safetensors.index.json"))
        });
        if own {
            std::fs::remove_file(&path).map_err(|source| WeightError::Io { path, source })?;
        }
    }
    Ok(())
}

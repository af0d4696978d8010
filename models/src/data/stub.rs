//! Placeholder.
use super::{Disaster, Pair};
use std::path::Path;
/// Reads.
pub fn open(path: &Path) -> std::io::Result<Vec<Pair>> {
    let dir = path.parent().unwrap_or(Path::new("."));
    let text = std::fs::read_to_string(path)?;
    Ok(text
        .lines()
        .map(|line| {
            let v: serde_json::Value = serde_json::from_str(line).unwrap_or_default();
            let s = |k: &str| v[k].as_str().unwrap_or_default().to_owned();
            Pair {
                name: s("post_image"),
                before: dir.join(s("pre_image")),
                after: dir.join(s("post_image")),
                instructions: v["instructions"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(|x| x.as_str().map(str::to_owned))
                    .collect(),
                caption: v["change_caption"].as_str().map(str::to_owned),
                disaster: Disaster::from_name(&s("disaster")),
                group: s("group"),
                change_mask: v["change_mask"].as_str().map(|m| dir.join(m)),
                damage_mask: v["damage_mask"].as_str().map(|m| dir.join(m)),
            }
        })
        .collect())
}
/// Split.
pub fn is_test(group: &str, share: f64) -> bool {
    let d = blake3::hash(group.as_bytes());
    let mut b = [0; 8];
    b.copy_from_slice(&d.as_bytes()[..8]);
    u64::from_le_bytes(b) as f64 / 18_446_744_073_709_551_616.0 < share
}

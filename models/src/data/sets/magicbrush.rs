//! MagicBrush: `edit_turns.json`, images in `images/{id}/`, `global_description.json`.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Map, Value};

use super::lines::{field, text};
use super::{SetError, below, stem};
use crate::data::Pair;

/// Captions: by id, then by file name.
pub(super) type Captions = BTreeMap<String, BTreeMap<String, String>>;

pub(super) fn captions(folder: &Path) -> Result<Captions, SetError> {
    let path = folder.join("global_description.json");
    if !path.is_file() {
        return Ok(Captions::new());
    }
    serde_json::from_str(&text(&path)?).map_err(|error| SetError::Json { path, message: error.to_string() })
}

pub(super) fn pair(record: &Map<String, Value>, root: &Path, captions: &Captions) -> Result<Pair, String> {
    let need = |key: &str| field(record, key).ok_or_else(|| format!("has no {key}"));
    let (input, output) = (need("input")?, need("output")?);
    let (id, _) = input.split_once('-').ok_or_else(|| format!("has an input without an id: {input}"))?;
    let image = |file: &str, key: &str| below(root, &format!("images/{id}/{file}"), key);
    let caption = |file: &str| captions.get(id)?.get(file).cloned();
    Ok(Pair {
        name: stem(&output),
        before: image(&input, "input")?,
        after: Some(image(&output, "output")?),
        instructions: vec![need("instruction")?],
        caption: caption(&output),
        before_caption: caption(&input),
        disaster: None,
        severity: None,
        negative: false,
        test: None,
        group: id.to_owned(),
        // Their masks are where the annotator painted, as transparency: not the change that is meant here.
        change_mask: None,
        damage_mask: None,
    })
}

/// One pair a session: from the first image to the last, with the instructions of all turns.
pub(super) fn sessions(turns: Vec<Pair>) -> Vec<Pair> {
    let mut sessions: Vec<Pair> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for turn in turns {
        match places.get(&turn.group) {
            Some(place) => {
                let session = &mut sessions[*place];
                session.instructions[0] = format!("{}; {}", session.instructions[0], turn.instructions[0]);
                (session.name, session.after, session.caption) = (turn.name, turn.after, turn.caption);
            }
            None => {
                places.insert(turn.group.clone(), sessions.len());
                sessions.push(turn);
            }
        }
    }
    sessions
}

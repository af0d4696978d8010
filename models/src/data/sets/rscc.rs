//! RSCC, and synthetic pairs, which share its keys.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use super::super::synth::Severity;
use super::super::{Disaster, Pair};
use super::events::{event_of, kind_of_event, of_xbd, says_no_damage};
use super::lines::{field, text};
use super::{SetError, below, stem};

/// Pairs of each event of xBD that are the test set, after the readme of RSCC.
const TESTED: usize = 26;

pub(super) fn pair(record: &Map<String, Value>, root: &Path) -> Result<Pair, String> {
    let need = |key: &str| field(record, key).ok_or_else(|| format!("has no {key}"));
    let (pre, post) = (need("pre_image")?, need("post_image")?);
    let name = stem(&post);
    let caption = field(record, "change_caption");
    let mut instructions = wordings(record);
    if instructions.is_empty() {
        // RSEdit's protocol: the caption itself is the instruction.
        instructions.extend(caption.clone());
    }
    if instructions.is_empty() {
        return Err("has neither change_caption nor instructions".to_owned());
    }
    let event = event_of(&name);
    let disaster = disaster(record)?.or_else(|| kind_of_event(event?.0));
    let mask = |key: &str| field(record, key).map(|path| below(root, &path, key)).transpose();
    let negative = match disaster {
        Some(Disaster::None) => true,
        // A kind that was written down is what was painted; only captions of others are read for it.
        _ if record.contains_key("disaster") => false,
        _ => caption.as_deref().is_some_and(says_no_damage),
    };
    let masks = |suffix: &str| {
        let path = root.join("masks").join(format!("{name}{suffix}.png"));
        path.is_file().then_some(path)
    };
    Ok(Pair {
        before: located(root, &pre, "pre_image")?,
        after: Some(located(root, &post, "post_image")?),
        instructions,
        caption,
        before_caption: None,
        disaster,
        severity: severity(record)?,
        negative,
        test: None,
        // All parts of a scene together: they share an edge.
        group: field(record, "group").unwrap_or_else(|| event.map_or(name.as_str(), |e| e.1).to_owned()),
        change_mask: mask("change_mask")?,
        damage_mask: mask("damage_mask")?.or_else(|| masks("")).or_else(|| masks("_damage")),
        name,
    })
}

/// The kind that a record names.
pub(super) fn disaster(record: &Map<String, Value>) -> Result<Option<Disaster>, String> {
    field(record, "disaster")
        .map(|name| Disaster::from_name(&name).ok_or_else(|| format!("has an unknown disaster: {name}")))
        .transpose()
}

/// The severity that a record names.
pub(super) fn severity(record: &Map<String, Value>) -> Result<Option<Severity>, String> {
    field(record, "severity")
        .map(|name| Severity::from_name(&name).ok_or_else(|| format!("has an unknown severity: {name}")))
        .transpose()
}

/// `instructions`, those that are text.
pub(in crate::data) fn wordings(record: &Map<String, Value>) -> Vec<String> {
    let list = record.get("instructions").and_then(Value::as_array);
    let texts = list.into_iter().flatten().filter_map(Value::as_str).map(str::trim);
    texts.filter(|text| !text.is_empty()).map(str::to_owned).collect()
}

/// Where an image lies: as it is named, else (the authors' absolute paths) by event and file name.
fn located(root: &Path, path: &str, key: &str) -> Result<PathBuf, String> {
    let as_named = below(root, path, key);
    if let Ok(as_named) = &as_named
        && as_named.is_file()
    {
        return Ok(as_named.clone());
    }
    let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let name = stem(path);
    let Some((event, _)) = event_of(&name) else { return as_named };
    let xbd = root.join("xbd/images-w512-h512").join(event).join(file);
    let ebd = root.join("EBD").join(event).join(file);
    let subset = root.join("xbd_subset").join(event).join("images").join(file);
    let found = [&xbd, &ebd, &subset].into_iter().find(|path| path.is_file()).cloned();
    Ok(found.or(as_named.ok()).unwrap_or(if of_xbd(event) { xbd } else { ebd }))
}

/// Marks the test pairs: those of the list of names, else the first 26 of each event of xBD. The readme of RSCC counts 988 of
/// them, which may be images or pairs; without the list this split is a guess.
pub(super) fn split(pairs: &mut [Pair], names: Option<&Path>) -> Result<(), SetError> {
    if let Some(names) = names {
        let text = text(names)?;
        let named: BTreeSet<String> = text.lines().map(|line| stem(line.trim())).collect();
        let mut tested = false;
        for pair in pairs {
            let before = stem(&pair.before.to_string_lossy());
            let test = named.contains(&pair.name) || named.contains(&before);
            pair.test = Some(test);
            tested |= test;
        }
        // A list of another set would leave every test pair in training.
        return if tested { Ok(()) } else { Err(SetError::Split { path: names.to_owned() }) };
    }
    let mut events: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (place, pair) in pairs.iter_mut().enumerate() {
        let Some((event, _)) = event_of(&pair.name) else { continue };
        if of_xbd(event) {
            events.entry(event.to_owned()).or_default().push(place);
        }
        if kind_of_event(event).is_some() && !event.starts_with("synthetic-") {
            pair.test = Some(false);
        }
    }
    for mut places in events.into_values() {
        places.sort_by(|a, b| pairs[*a].name.cmp(&pairs[*b].name));
        for place in places.into_iter().take(TESTED) {
            pairs[place].test = Some(true);
        }
    }
    Ok(())
}

//! Disaster types with a tested instruction: the user sees their own language, the model reads English.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One disaster type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Preset {
    /// Stable id; clients translate it.
    pub id: String,
    /// English label.
    pub label: String,
    /// The instruction for each severity, mildest first.
    pub instructions: Vec<String>,
}

/// The presets of this version.
#[must_use]
pub fn presets() -> Vec<Preset> {
    TABLE
        .iter()
        .map(|(id, label, instructions)| Preset {
            id: (*id).to_owned(),
            label: (*label).to_owned(),
            instructions: instructions.iter().map(|text| (*text).to_owned()).collect(),
        })
        .collect()
}

/// (id, label, mild / moderate / severe)
const TABLE: [(&str, &str, [&str; 3]); 9] = [
    (
        "flood",
        "Flood",
        [
            "shallow muddy flood water covers the lowest streets",
            "muddy flood water fills the streets and yards up to the door sills",
            "deep muddy flood water covers everything but the roofs and the tree crowns",
        ],
    ),
    (
        "tsunami",
        "Tsunami",
        [
            "a tsunami has left wet sand and scattered debris on the low ground",
            "a tsunami has torn down the buildings near the water and left mud and debris",
            "a tsunami has scoured the ground bare, with only foundations left among mud and debris",
        ],
    ),
    (
        "wildfire",
        "Wildfire",
        [
            "a wildfire has scorched patches of the vegetation",
            "a wildfire has burned the vegetation to dark ash and some houses to the ground",
            "a wildfire has burned all vegetation and houses, leaving ash and foundations",
        ],
    ),
    (
        "earthquake",
        "Earthquake",
        [
            "an earthquake has damaged a few roofs and left some rubble",
            "an earthquake has collapsed many buildings into rubble",
            "an earthquake has collapsed almost all buildings into rubble that blocks the streets",
        ],
    ),
    (
        "wind",
        "Hurricane or tornado",
        [
            "strong wind has torn shingles from some roofs and felled a few trees",
            "a tornado has torn off roofs, felled trees and strewn debris along its path",
            "a tornado has levelled the houses and left only foundations and debris",
        ],
    ),
    (
        "landslide",
        "Landslide",
        [
            "a small landslide of brown earth covers part of the slope",
            "a landslide of brown earth covers the road and some buildings",
            "a large landslide of brown earth and rock has buried the neighbourhood",
        ],
    ),
    (
        "ash",
        "Volcanic ash",
        [
            "a thin layer of grey volcanic ash lies on roofs and roads",
            "grey volcanic ash covers roofs, roads and vegetation",
            "thick grey volcanic ash buries everything, with some roofs collapsed",
        ],
    ),
    (
        "snow",
        "Snow",
        [
            "a thin layer of snow lies on roofs and fields",
            "snow covers roofs, gardens and fields",
            "deep snow covers everything, the streets are barely visible",
        ],
    ),
    (
        "none",
        "No damage",
        [
            "nothing has changed, there is no damage",
            "nothing has changed, there is no damage",
            "nothing has changed, there is no damage",
        ],
    ),
];

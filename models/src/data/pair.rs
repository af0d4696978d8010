//! A before/after pair on disk, and the kinds of disaster that pairs show.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::synth::Severity;

/// What happened between the two images.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Disaster {
    /// Rivers or rain.
    Flood,
    /// A wave from the sea.
    Tsunami,
    /// Fire.
    Wildfire,
    /// Shaking.
    Earthquake,
    /// Wide-spread wind.
    Hurricane,
    /// Wind along a track.
    Tornado,
    /// A slope that slid.
    Landslide,
    /// Ash of a volcano.
    VolcanicAsh,
    /// Snow cover.
    Snow,
    /// Withered vegetation. No preset and in no training set: tests use it as the kind that a model has not seen.
    Drought,
    /// Nothing.
    None,
}

impl Disaster {
    /// All kinds.
    pub const ALL: [Self; 11] = [
        Self::Flood,
        Self::Tsunami,
        Self::Wildfire,
        Self::Earthquake,
        Self::Hurricane,
        Self::Tornado,
        Self::Landslide,
        Self::VolcanicAsh,
        Self::Snow,
        Self::Drought,
        Self::None,
    ];

    /// Its name in files and on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Flood => "flood",
            Self::Tsunami => "tsunami",
            Self::Wildfire => "wildfire",
            Self::Earthquake => "earthquake",
            Self::Hurricane => "hurricane",
            Self::Tornado => "tornado",
            Self::Landslide => "landslide",
            Self::VolcanicAsh => "volcanic_ash",
            Self::Snow => "snow",
            Self::Drought => "drought",
            Self::None => "none",
        }
    }

    /// The kind of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

/// A pair of images of the same ground, and what may be asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// Its name, unique within its set: the stem of the file after the disaster, as a rule.
    pub name: String,
    /// Image before.
    pub before: PathBuf,
    /// Image after; none in sets of instructions without a ground truth.
    pub after: Option<PathBuf>,
    /// Wordings of the instruction, at least one; the first is the one that is scored with.
    pub instructions: Vec<String>,
    /// Description of the image after, when the set has one.
    pub caption: Option<String>,
    /// Description of the image before, when the set has one.
    pub before_caption: Option<String>,
    /// What happened, when it is known.
    pub disaster: Option<Disaster>,
    /// How bad it is, when it is known.
    pub severity: Option<Severity>,
    /// Nothing changed: the right edit is none.
    pub negative: bool,
    /// Which side of the set's own split it is on, when it has one.
    pub test: Option<bool>,
    /// What must not be divided between training and test: event, place, session of turns.
    pub group: String,
    /// 255 where the image changed, when it is known.
    pub change_mask: Option<PathBuf>,
    /// Damage of buildings (0 none, 1 undamaged … 4 destroyed, 255 unknown), when it is known.
    pub damage_mask: Option<PathBuf>,
}

//! A description of both images in the manner of RSCC (arXiv 2509.01907): what stood there, what happened, what was
//! hit, and a “Disaster Level” of 0–3.

use super::super::super::Disaster;
use super::super::{After, Focus, Ground, Params};

/// What the image before shows.
const PLACES: [&str; 6] = [
    "The pre-disaster image shows a residential area with houses, streets and gardens.",
    "The pre-disaster image shows buildings among paved ground.",
    "The pre-disaster image shows dense trees.",
    "The pre-disaster image shows grass and open land.",
    "The pre-disaster image shows bare ground.",
    "The pre-disaster image shows a shore with open water.",
];

/// What happened, mild to severe.
fn happened(kind: Disaster) -> [&'static str; 3] {
    match kind {
        Disaster::Flood => [
            "In the post-disaster image shallow muddy water covers the lowest ground.",
            "In the post-disaster image muddy water fills streets and yards; roofs and tree crowns are dry.",
            "In the post-disaster image deep muddy water covers the ground; only roofs and tree crowns stand out.",
        ],
        Disaster::Tsunami => [
            "In the post-disaster image a wave has left wet sand and debris on part of the ground.",
            "In the post-disaster image a wave has destroyed buildings and left mud and debris.",
            "In the post-disaster image a wave has removed almost all buildings and vegetation.",
        ],
        Disaster::Wildfire => [
            "In the post-disaster image patches of the vegetation are burned.",
            "In the post-disaster image most vegetation and some houses are burned.",
            "In the post-disaster image all vegetation and almost all houses are burned.",
        ],
        Disaster::Earthquake => [
            "In the post-disaster image a few buildings are damaged.",
            "In the post-disaster image many buildings have collapsed into rubble.",
            "In the post-disaster image almost all buildings have collapsed and rubble lies in the streets.",
        ],
        Disaster::Hurricane => [
            "In the post-disaster image some roofs and trees are damaged by wind.",
            "In the post-disaster image many roofs are open or under blue tarpaulins and trees are down.",
            "In the post-disaster image most roofs are wrecked, trees are bare and debris lies everywhere.",
        ],
        Disaster::Tornado => [
            "In the post-disaster image roofs and trees are damaged along a narrow track.",
            "In the post-disaster image houses along a track are torn apart and debris covers the ground.",
            "In the post-disaster image houses along a broad track are gone and debris covers the ground.",
        ],
        Disaster::Landslide => [
            "In the post-disaster image a narrow tongue of brown earth covers the ground.",
            "In the post-disaster image a tongue of brown earth has buried all on its way.",
            "In the post-disaster image a broad mass of brown earth has buried most of the place.",
        ],
        Disaster::VolcanicAsh => [
            "In the post-disaster image a thin layer of grey ash lies on the ground and the roofs.",
            "In the post-disaster image grey ash covers the ground, the roofs and the trees.",
            "In the post-disaster image thick grey ash covers everything and some roofs have collapsed.",
        ],
        Disaster::Snow => [
            "In the post-disaster image a thin layer of snow lies on the ground and the roofs.",
            "In the post-disaster image snow covers the ground and the roofs; the streets are half clear.",
            "In the post-disaster image deep snow covers the ground, the roofs and the streets.",
        ],
        Disaster::Drought => [
            "In the post-disaster image some of the vegetation is dry.",
            "In the post-disaster image most vegetation is dry and brown.",
            "In the post-disaster image all vegetation is dead and the water has fallen.",
        ],
        Disaster::None => ["In the post-disaster image nothing has changed and no building is damaged."; 3],
    }
}

/// What is added when only a part is meant.
fn only(focus: Focus) -> Option<&'static str> {
    match focus {
        Focus::All => None,
        Focus::Streets => Some("Only the streets are hit."),
        Focus::Gardens => Some("Only the gardens and fields are hit."),
        Focus::Roofs => Some("Only the roofs are hit."),
        Focus::Trees => Some("Only the trees are hit."),
    }
}

const FEW: [&str; 2] = ["building is destroyed", "buildings are destroyed"];
const LEVEL: &str = "Disaster Level";

/// Describes a pair.
pub(crate) fn caption(kind: Disaster, params: Params, after: &After, ground: &Ground) -> String {
    let share = Ground::share;
    let (tree, grass, roof) = (share(&ground.tree), share(&ground.grass), share(&ground.roof));
    let place = match () {
        () if share(&ground.water) > 0.25 => 5,
        () if roof > 0.08 && tree + grass > 0.12 => 0,
        () if roof > 0.05 => 1,
        () if tree > 0.5 => 2,
        () if tree + grass > share(&ground.bare) => 3,
        () => 4,
    };
    let mut text = format!("{} {}", PLACES[place], happened(kind)[params.severity as usize]);
    if let Some(part) = only(params.focus) {
        text = format!("{text} {part}");
    }
    let destroyed = after.buildings[3];
    // Counts of guessed buildings would be a guess too.
    if ground.known && destroyed > 0 {
        text = format!("{text} {destroyed} {}.", FEW[usize::from(destroyed > 1)]);
    }
    let level = if kind == Disaster::None { 0 } else { params.severity as usize + 1 };
    format!("{text} {LEVEL} {level}.")
}

/// Every piece of a caption.
pub(super) fn sentences() -> impl Iterator<Item = &'static str> {
    let kinds = Disaster::ALL.into_iter().flat_map(happened);
    let parts = [Focus::Streets, Focus::Gardens, Focus::Roofs, Focus::Trees].into_iter().filter_map(only);
    PLACES.into_iter().chain(kinds).chain(parts).chain(FEW).chain([LEVEL])
}

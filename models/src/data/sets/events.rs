//! What RSCC's names and captions say.

use super::super::Disaster;

/// Events of xBD, in RSCC's grouping. Hurricane Michael under floods is theirs.
const XBD: [(&str, Disaster); 19] = [
    ("guatemala-volcano", Disaster::VolcanicAsh),
    ("lower-puna-volcano", Disaster::VolcanicAsh),
    ("pinery-bushfire", Disaster::Wildfire),
    ("portugal-wildfire", Disaster::Wildfire),
    ("santa-rosa-wildfire", Disaster::Wildfire),
    ("socal-fire", Disaster::Wildfire),
    ("woolsey-fire", Disaster::Wildfire),
    // RSCC has one kind “storm”; wind along a track is a kind of its own here.
    ("hurricane-florence", Disaster::Hurricane),
    ("hurricane-matthew", Disaster::Hurricane),
    ("joplin-tornado", Disaster::Tornado),
    ("moore-tornado", Disaster::Tornado),
    ("tuscaloosa-tornado", Disaster::Tornado),
    ("mexico-earthquake", Disaster::Earthquake),
    ("hurricane-harvey", Disaster::Flood),
    ("hurricane-michael", Disaster::Flood),
    ("midwest-flooding", Disaster::Flood),
    ("nepal-flooding", Disaster::Flood),
    ("palu-tsunami", Disaster::Tsunami),
    ("sunda-tsunami", Disaster::Tsunami),
];

/// Is it one of xBD's 19 events?
pub(super) fn of_xbd(event: &str) -> bool {
    XBD.iter().any(|(name, _)| *name == event)
}

/// What happened in an event of xBD or EBD, by its name.
#[must_use]
pub fn kind_of_event(event: &str) -> Option<Disaster> {
    if let Some((_, kind)) = XBD.iter().find(|(name, _)| *name == event) {
        return Some(*kind);
    }
    let event = event.to_lowercase();
    let words = [
        ("flood", Disaster::Flood),
        ("tsunami", Disaster::Tsunami),
        ("fire", Disaster::Wildfire),
        ("earthquake", Disaster::Earthquake),
        ("hurricane", Disaster::Hurricane),
        ("tornado", Disaster::Tornado),
        ("landslide", Disaster::Landslide),
        ("volcano", Disaster::VolcanicAsh),
        ("eruption", Disaster::VolcanicAsh),
    ];
    words.into_iter().find(|(word, _)| event.contains(word)).map(|(_, kind)| kind)
}

/// Event and scene of `{event}_{id}_(pre|post)_disaster[_part{n}]`.
#[must_use]
pub fn event_of(stem: &str) -> Option<(&str, &str)> {
    let scene = stem.split_once("_post_disaster").or_else(|| stem.split_once("_pre_disaster"))?.0;
    let (event, id) = scene.rsplit_once('_')?;
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let fits = !event.is_empty()
        && event.chars().all(plain)
        && !id.is_empty()
        && id.chars().all(|c| c.is_ascii_digit());
    fits.then_some((event, scene))
}

/// Does a caption say that nothing was damaged? Its highest “Disaster Level n” decides; without one, its words do.
#[must_use]
pub fn says_no_damage(caption: &str) -> bool {
    let caption = caption.to_lowercase();
    // Other levels are none of disasters: “the sea level 3 m below”.
    let level =
        caption.split("disaster level ").skip(1).filter_map(|after| after.chars().next()?.to_digit(10)).max();
    if let Some(level) = level {
        return level == 0;
    }
    let intact = [
        "no damage",
        "no visible damage",
        "no significant change",
        "no structural damage",
        "no apparent damage",
        "nothing has changed",
        "no visible change",
    ];
    let harmed = ["destroyed", "collapsed", "inundated", "flooded", "burned", "major damage", "minor damage"];
    intact.iter().any(|words| caption.contains(words)) && !harmed.iter().any(|words| caption.contains(words))
}

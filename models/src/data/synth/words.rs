//! What is said of a synthetic pair: instructions, captions, and every word of them.

mod caption;
mod table;

use std::collections::BTreeSet;

pub(super) use caption::caption;
use table::{PRESETS, ROWS, Row};

use super::super::Disaster;
use super::super::scene::noise::Rng;
use super::{Focus, Ground, Params, Severity};

/// Winds' names, clockwise from the top of the image.
pub(super) const WINDS: [&str; 8] =
    ["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"];

/// Most wordings of a pair.
const MOST: usize = 5;

/// One pair in so many asks for a part of the tile only, where the kind allows it and the tile has such a part.
const FOCUSED: f32 = 0.2;

/// The wording of a preset, as the product's own list has it; kinds and severities without one have one of ours.
#[must_use]
pub(super) fn preset(kind: Disaster, severity: Severity) -> &'static str {
    PRESETS.iter().find(|(of, _)| *of == kind).map_or("", |(_, texts)| texts[severity as usize])
}

fn rows(kind: Disaster, severity: Severity, focus: Focus) -> impl Iterator<Item = &'static Row> {
    ROWS.iter().filter(move |row| {
        row.kind == kind && row.focus == focus && row.severities & (1 << severity as u8) != 0
    })
}

/// Chooses the part of the tile that is meant: mostly all of it.
pub(super) fn focus(kind: Disaster, severity: Severity, ground: &Ground, rng: &mut Rng) -> Focus {
    if !rng.chance(FOCUSED) {
        return Focus::All;
    }
    let candidates = [
        (Focus::Streets, Ground::share(&ground.paved)),
        (Focus::Gardens, Ground::share(&ground.grass) + 0.5 * Ground::share(&ground.bare)),
        (Focus::Roofs, Ground::share(&ground.roof)),
        (Focus::Trees, Ground::share(&ground.tree)),
    ];
    let fit: Vec<Focus> = candidates
        .into_iter()
        .filter(|&(focus, share)| share > 0.07 && rows(kind, severity, focus).next().is_some())
        .map(|(focus, _)| focus)
        .collect();
    if fit.is_empty() { Focus::All } else { rng.pick(&fit) }
}

fn filled(text: &str, from: u8) -> String {
    let name = |wind: u8| WINDS[usize::from(wind % 8)];
    text.replace("{from}", name(from)).replace("{to}", name(from + 4))
}

/// Wordings of a pair. The first is the preset's, unless only part of the tile is meant: then each names that part.
pub(super) fn instructions(kind: Disaster, params: Params, rng: &mut Rng) -> Vec<String> {
    let mut out = Vec::with_capacity(MOST);
    if params.focus == Focus::All {
        out.push(preset(kind, params.severity).to_owned());
    }
    let mut rest: Vec<String> =
        rows(kind, params.severity, params.focus).map(|row| filled(row.text, params.from)).collect();
    while out.len() < MOST && !rest.is_empty() {
        let at = ((rng.unit() * rest.len() as f32) as usize).min(rest.len() - 1);
        out.push(rest.swap_remove(at));
    }
    out
}

/// Every instruction that can be written.
fn sentences() -> impl Iterator<Item = String> {
    let presets = PRESETS.iter().flat_map(|(_, texts)| texts.iter().map(|text| (*text).to_owned()));
    let rows = ROWS.iter().flat_map(|row| (0..8).map(move |wind| filled(row.text, wind)));
    presets.chain(rows)
}

/// Every word of instructions and captions, in lower case, letters only.
#[must_use]
pub fn vocabulary() -> BTreeSet<String> {
    let captions = caption::sentences().map(str::to_owned);
    let text: Vec<String> = sentences().chain(captions).collect();
    text.iter()
        .flat_map(|sentence| sentence.split(|letter: char| !letter.is_alphabetic()))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wordings_are_short_and_many() {
        for sentence in sentences() {
            assert!(sentence.split_whitespace().count() <= 22, "{sentence}");
            assert!(!sentence.contains('{') && sentence == sentence.to_lowercase(), "{sentence}");
        }
        for kind in Disaster::ALL {
            let count = ROWS.iter().filter(|row| row.kind == kind).count();
            assert!(count >= 12, "{}: {count}", kind.as_str());
            for severity in Severity::ALL {
                assert!(!preset(kind, severity).is_empty());
                assert!(rows(kind, severity, Focus::All).count() >= 4, "{} {severity:?}", kind.as_str());
                for focus in [Focus::Streets, Focus::Gardens, Focus::Roofs, Focus::Trees] {
                    let count = rows(kind, severity, focus).count();
                    assert!(count == 0 || count >= 3, "{} {severity:?} {focus:?}: {count}", kind.as_str());
                }
            }
        }
    }

    #[test]
    fn no_wording_stands_twice() {
        let mut seen = BTreeSet::new();
        for row in ROWS {
            assert!(seen.insert((row.kind, row.text)), "{}", row.text);
        }
    }

    #[test]
    fn the_vocabulary_has_every_word() {
        let words = vocabulary();
        for word in ["flood", "crowns", "west", "disaster", "ash", "nothing"] {
            assert!(words.contains(word), "{word}");
        }
        assert!(words.iter().all(|word| word.chars().all(|c| c.is_ascii_lowercase())));
    }
}

//! How many buildings a caption counts in each class of damage.

use super::super::synth::Severity;
use super::read::{has, has_word, levels};

const NUMBERS: [&str; 21] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];
pub(super) const BUILDING: [&str; 6] = ["building", "house", "home", "structure", "dwelling", "residence"];
/// What else is counted.
const OTHER: [&str; 12] =
    ["tree", "road", "street", "vehicle", "car", "boat", "meter", "metre", "km", "field", "story", "storey"];
const SPARED: [&str; 10] = [
    "undamaged",
    "intact",
    "no damage",
    "no visible damage",
    "no apparent",
    "unaffected",
    "unscathed",
    "unharmed",
    "spared",
    "untouched",
];

/// How many.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Amount {
    /// As a word.
    Some(&'static str),
    /// Counted.
    Number(u32),
}

/// Buildings by class; of several numbers of a class the highest, which is the sum where there is one.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Counts {
    pub(super) spared: Option<u32>,
    /// Minor damage, major damage, destroyed.
    pub(super) hit: [Option<Amount>; 3],
    /// Damaged, nobody says how much.
    pub(super) damaged: Option<Amount>,
}

impl Counts {
    /// What sentences count.
    pub(super) fn of(sentences: &[String]) -> Self {
        let mut counts = Self::default();
        for sentence in sentences {
            let mut buildings = false;
            for piece in pieces(sentence) {
                let here = has(&piece, &BUILDING);
                buildings |= here;
                // “Levels 1-2” does not say how many of each.
                let Some(class) = class(&piece).filter(|_| levels(&piece).len() < 2) else { continue };
                let amount = match number(&piece) {
                    Some(number) if buildings => Amount::Number(number),
                    Some(_) => continue,
                    // Without a number only what is said of buildings themselves.
                    None if here => Amount::Some(quantity(&piece)),
                    None => continue,
                };
                counts.add(class, amount);
            }
        }
        counts
    }

    fn add(&mut self, class: usize, amount: Amount) {
        match (class, amount) {
            (_, Amount::Number(0)) => {}
            (0, Amount::Number(number)) => self.spared = self.spared.max(Some(number)),
            (0, Amount::Some(_)) => {}
            (class, amount) => {
                let place = self.hit.get_mut(class - 1).unwrap_or(&mut self.damaged);
                *place = match (*place, amount) {
                    (Some(Amount::Number(a)), Amount::Number(b)) => Some(Amount::Number(a.max(b))),
                    (Some(known @ Amount::Number(_)), Amount::Some(_)) => Some(known),
                    (Some(known @ Amount::Some(_)), Amount::Some(_)) => Some(known),
                    (_, new) => Some(new),
                };
            }
        }
    }

    /// The mean class, where the undamaged were counted too: one ruin among thirty houses is no severe disaster.
    pub(super) fn severity(&self) -> Option<Severity> {
        let spared = f64::from(self.spared?);
        let (mut all, mut sum) = (spared, 0.0);
        for (class, amount) in self.hit.iter().enumerate() {
            if let Some(Amount::Number(number)) = amount {
                all += f64::from(*number);
                sum += f64::from(*number) * (class + 1) as f64;
            }
        }
        (sum > 0.0).then(|| match sum / all {
            mean if mean < 0.75 => Severity::Mild,
            mean if mean < 1.75 => Severity::Moderate,
            _ => Severity::Severe,
        })
    }
}

/// Pieces that hold one count each. A level in brackets belongs to the words before it.
fn pieces(sentence: &str) -> Vec<String> {
    let joined = sentence.replace("(disaster level", " disaster level").replace("(level", " level");
    let divided = joined.replace(" and ", ",").replace(" while ", ",").replace(" but ", ",");
    let pieces = divided.split([',', ';', '(']).map(|piece| piece.replace(')', " ").trim().to_owned());
    pieces.filter(|piece| !piece.is_empty()).collect()
}

/// 0 undamaged … 3 destroyed; 4 damaged, nobody says how much.
fn class(piece: &str) -> Option<usize> {
    if let Some(level) = levels(piece).first() {
        return Some(*level as usize);
    }
    if has(piece, &SPARED) {
        return Some(0);
    }
    if has_word(piece, &["no", "none", "not", "neither", "nor", "without"]) {
        return None;
    }
    let fallen = [
        "destroyed",
        "destruction",
        "collaps",
        "levelled",
        "leveled",
        "razed",
        "flattened",
        "demolished",
        "obliterated",
        "burned to the ground",
        "burned down",
        "swept away",
        "washed away",
        "reduced to",
        "removed",
        "gone",
    ];
    let major = ["major", "severe", "heavily", "heavy", "serious", "significant"];
    match () {
        // A roof that fell in leaves the walls.
        () if has(piece, &["roof"]) && has(piece, &["collaps"]) => Some(2),
        () if has(piece, &fallen) => Some(3),
        () if has(piece, &major) && has(piece, &["damage"]) => Some(2),
        () if has(piece, &["minor", "slight", "light", "partial"]) && has(piece, &["damage"]) => Some(1),
        () if building_before(piece, &["burned", "burnt"]) => Some(3),
        () if building_before(piece, &["damage"]) => Some(4),
        () => None,
    }
}

/// Is it the buildings that are so, not what stands beside them?
fn building_before(piece: &str, state: &[&str]) -> bool {
    let first = |words: &[&str]| words.iter().filter_map(|word| piece.find(word)).min();
    let beside = ["near", "around", "beside", "between", "surrounding"];
    let own = |building: usize| {
        let mut words = piece[..building].split_whitespace().rev().take(2);
        !words.any(|word| beside.contains(&word))
    };
    let named = first(&BUILDING).filter(|building| own(*building));
    named.is_some_and(|building| first(state).is_some_and(|state| building < state))
}

/// Is it a count of what was not hit?
pub(super) fn spares(part: &str) -> bool {
    class(part) == Some(0) && (number(part).is_some() || has_word(part, &["most", "many", "several", "all"]))
}

/// The number of buildings in a piece.
fn number(piece: &str) -> Option<u32> {
    let words: Vec<&str> = piece.split(|c: char| !(c.is_alphanumeric() || c == '%' || c == '.')).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    words.iter().enumerate().find_map(|(at, word)| {
        let number = word
            .parse()
            .ok()
            .or_else(|| NUMBERS.iter().position(|name| name == word).map(|number| number as u32))
            // Years, and “of the 24 buildings 3”.
            .filter(|number| *number < 1900)?;
        let before = |back: usize| at.checked_sub(back).map_or("", |at| words[at]);
        let of_all = before(1) == "of" || (before(2) == "of" && before(1) == "the");
        let level = before(1).starts_with("level");
        let follows = words[at + 1..].iter().take(2);
        let other = follows.into_iter().any(|next| OTHER.iter().any(|noun| next.starts_with(noun)));
        (!of_all && !level && !other && words.get(at + 1) != Some(&"percent")).then_some(number)
    })
}

/// How many, where no number says it.
fn quantity(piece: &str) -> &'static str {
    let share = piece.split_whitespace().find_map(|word| word.split_once('%')?.0.parse::<f64>().ok());
    match () {
        () if share.is_some_and(|share| share >= 50.0) => "most",
        () if has_word(piece, &["nearly", "almost", "virtually"]) => "almost all",
        () if has_word(piece, &["all", "every", "entire"]) => "all",
        () if has_word(piece, &["most", "majority"]) => "most",
        () if has_word(piece, &["many", "numerous", "dozens", "widespread"]) => "many",
        () if has_word(piece, &["few", "single", "isolated"]) => "a few",
        () => "some",
    }
}

//! Captions made into instructions. RSCC describes what was seen, before and after; a model is told what to do. The words are those of the
//! synthesis, in lower case as there: small vocabularies know no other.

mod ask;
mod count;
mod facts;
mod list;
mod read;

#[cfg(test)]
mod tests;

pub use ask::{Asked, PROMPT, wordings_of};
pub use list::{InstructError, Rewritten, rewrite_list};

use super::Disaster;
use super::sets::says_no_damage;
use super::synth::Severity;
use count::Counts;

/// Most words of an instruction: RSCC's captions have 72, the product's own wordings 22.
const WORDS: usize = 30;

/// What is asked for where nothing changed.
const NOTHING: [&str; 3] =
    ["change nothing", "leave everything as it is", "no visible damage to buildings, streets or trees"];

/// Wordings of the edit that a caption describes, one to three, the same each time: what the caption tells in our words, one of its own sentences,
/// and kind with severity. A severity that is not given follows from the caption's counts of damaged buildings, else from its “Disaster Level”.
#[must_use]
pub fn rewrite(caption: &str, disaster: Option<Disaster>, severity: Option<Severity>) -> Vec<String> {
    let negative = disaster == Some(Disaster::None) || says_no_damage(caption);
    reworded(caption, disaster, severity, negative)
}

fn reworded(
    caption: &str,
    disaster: Option<Disaster>,
    severity: Option<Severity>,
    negative: bool,
) -> Vec<String> {
    if negative {
        return NOTHING.map(str::to_owned).to_vec();
    }
    let sentences = read::after(caption);
    let counts = Counts::of(&sentences);
    let severity = severity.or_else(|| counts.severity()).or_else(|| read::highest_level(caption));
    let own = facts::phrases(&sentences, disaster, &counts);
    let mut wordings = Vec::with_capacity(3);
    wordings.extend(joined(&own, disaster));
    wordings.extend(sentences.iter().find_map(|sentence| statement(sentence, disaster)));
    wordings.push(terse(disaster, severity));
    // The first is the one that is scored with.
    let mut seen = Vec::new();
    wordings.retain(|wording| {
        !seen.contains(wording) && {
            seen.push(wording.clone());
            true
        }
    });
    wordings
}

/// Phrases in one line, as many as fit; none when there are none.
fn joined(phrases: &[String], disaster: Option<Disaster>) -> Option<String> {
    // What wind, waves and shaking leave looks alike: the kind is named.
    let lead = match disaster {
        Some(Disaster::Hurricane) => "after a hurricane, ",
        Some(Disaster::Tornado) => "after a tornado, ",
        Some(Disaster::Tsunami) => "after a tsunami, ",
        Some(Disaster::Earthquake) => "after an earthquake, ",
        _ => "",
    };
    let mut text = format!("{lead}{}", phrases.first()?);
    for phrase in &phrases[1..] {
        if count_words(&text) + count_words(phrase) <= WORDS {
            text = format!("{text}, {phrase}");
        }
    }
    Some(text)
}

/// A sentence of the caption as a statement, if it is short enough once it is cleaned and tells of a change.
fn statement(sentence: &str, disaster: Option<Disaster>) -> Option<String> {
    let mut text = String::new();
    for part in sentence.split_inclusive([',', ';']) {
        let end = if part.ends_with(';') { ";" } else { "," };
        let cleaned = read::without_levels(part.trim_end_matches([',', ';']));
        let cleaned = cleaned.trim_start_matches("while ").trim_start_matches("whereas ").to_owned();
        if cleaned.is_empty() || count::spares(&cleaned) {
            continue;
        }
        if count_words(&text) + count_words(&cleaned) > WORDS {
            break;
        }
        text = if text.is_empty() {
            cleaned.strip_prefix("and ").unwrap_or(&cleaned).to_owned() + end
        } else {
            format!("{text} {cleaned}{end}")
        };
    }
    let text = text.trim_end_matches([',', ';']).to_owned();
    let told = [text.clone()];
    let tells = !facts::phrases(&told, disaster, &Counts::of(&told)).is_empty();
    let plain = !read::has(&text, &["image", "level", "pre-", "post-", "previous", "satellite"]);
    // Brackets that a cut leaves open, and fragments, are no instruction.
    let whole = text.matches('(').count() == text.matches(')').count();
    (tells && plain && whole && count_words(&text) >= 3).then_some(text)
}

/// Kind and severity.
fn terse(disaster: Option<Disaster>, severity: Option<Severity>) -> String {
    let (name, happened) = match disaster {
        Some(Disaster::Flood) => ("flood", "a flood"),
        Some(Disaster::Tsunami) => ("tsunami", "a tsunami"),
        Some(Disaster::Wildfire) => ("wildfire", "a wildfire"),
        Some(Disaster::Earthquake) => ("earthquake", "an earthquake"),
        Some(Disaster::Hurricane) => ("hurricane", "a hurricane"),
        Some(Disaster::Tornado) => ("tornado", "a tornado"),
        Some(Disaster::Landslide) => ("landslide", "a landslide"),
        Some(Disaster::VolcanicAsh) => ("ash fall", "a volcanic eruption"),
        Some(Disaster::Snow) => ("snow", "a snow fall"),
        Some(Disaster::Drought) => ("drought", "a long drought"),
        Some(Disaster::None) | None => ("damage", "a disaster"),
    };
    match severity {
        Some(severity) => format!("{} {name}", severity.as_str()),
        None => format!("show this place after {happened}"),
    }
}

fn count_words(text: &str) -> usize {
    text.split_whitespace().count()
}

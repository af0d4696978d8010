//! Which part of a caption tells of the image after.

use super::super::synth::Severity;

/// Words that speak of the image before. “Before” itself only where it does not compare (“dry as before”).
const BEFORE: [&str; 9] = [
    "pre-",
    "predisaster",
    "prior to",
    "initially",
    "originally",
    "first image",
    "earlier image",
    "before image",
    "before the",
];
/// Words that speak of the image after.
const AFTER: [&str; 9] = [
    "post-",
    "postdisaster",
    "after",
    "following",
    "second image",
    "later image",
    "now",
    "subsequent",
    "in the wake",
];
/// Words that name the image before only to hold the one after against it.
const COMPARES: [&str; 6] =
    ["compared ", "in contrast to", "in comparison", "unlike", "in contrast with", "relative to"];
/// Words that speak of both.
const BOTH: [&str; 4] = ["before and after", "pre- and post-", "pre and post", "between the pre-"];
const IMAGE: [&str; 7] = ["image", "imagery", "scene", "view", "photo", "picture", "snapshot"];
const SHOWS: [&str; 11] = [
    "shows",
    "show",
    "reveals",
    "reveal",
    "depicts",
    "displays",
    "indicates",
    "captures",
    "illustrates",
    "highlights",
    "presents",
];

/// Does a text hold a word that begins so?
pub(super) fn has(text: &str, stems: &[&str]) -> bool {
    stems.iter().any(|stem| last(text, stem).is_some())
}

/// Does a text hold one of these words, whole?
pub(super) fn has_word(text: &str, words: &[&str]) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word))
}

/// Place of the last word that begins so.
fn last(text: &str, stem: &str) -> Option<usize> {
    text.rmatch_indices(stem)
        .map(|(at, _)| at)
        .find(|at| !text[..*at].chars().next_back().is_some_and(char::is_alphanumeric))
}

fn place(text: &str, stems: &[&str]) -> Option<usize> {
    // “now” is a word, and the begin of others that mean something else.
    let whole = |at: usize, stem: &str| {
        stem != "now" || !text[at + stem.len()..].starts_with(|c: char| c.is_alphanumeric())
    };
    stems.iter().filter_map(|stem| last(text, stem).filter(|at| whole(*at, stem))).max()
}

/// Sentences of a caption, in lower case, without marks of lists.
fn sentences(caption: &str) -> Vec<String> {
    let plain: String = caption
        .to_lowercase()
        .chars()
        .filter(|c| !matches!(c, '*' | '#' | '`' | '"' | '“' | '”'))
        .map(|c| match c {
            '–' | '—' | '‑' => '-',
            '’' => '\'',
            c => c,
        })
        .collect();
    let plain = plain.replace("approx. ", "about ").replace(" - ", ", ");
    let mut out = Vec::new();
    for line in plain.lines() {
        let line = line.trim().trim_start_matches(['-', '•', ' ']);
        out.extend(line.split_inclusive(['.', '!', '?']).fold(Vec::<String>::new(), |mut all, piece| {
            // A point within a number or a name ends nothing.
            match all.last_mut() {
                Some(open) if !piece.starts_with(char::is_whitespace) => open.push_str(piece),
                _ => all.push(piece.to_owned()),
            }
            all
        }));
    }
    let bare = |sentence: String| sentence.trim().trim_end_matches(['.', '!', '?']).to_owned();
    out.into_iter().map(bare).filter(|sentence| !sentence.is_empty()).collect()
}

/// Sentences about the image after, in lower case and without “the image shows”. A caption that tells no image from the other is taken whole.
pub(super) fn after(caption: &str) -> Vec<String> {
    let all = sentences(caption);
    let (mut told, mut inside) = (false, false);
    let mut out = Vec::new();
    for sentence in &all {
        let mut kept = String::new();
        let divided = sentence.replace(" while ", "; while ").replace(" whereas ", "; whereas ");
        for part in divided.split_inclusive([',', ';']) {
            if has(part, &BOTH) {
                continue;
            }
            if COMPARES.iter().any(|compares| part.trim_start().starts_with(compares)) {
                (told, inside) = (true, true);
                continue;
            }
            let starts = part.trim_start().starts_with("before");
            let (before, after) = (place(part, &BEFORE).or(starts.then_some(0)), place(part, &AFTER));
            if before.is_some() || after.is_some() {
                (told, inside) = (true, after > before);
            }
            if inside {
                kept.push_str(part);
            }
        }
        let kept = without_lead(kept.trim().trim_end_matches([',', ';']));
        if !kept.is_empty() {
            out.push(kept);
        }
    }
    if told { out } else { all.iter().map(|sentence| without_lead(sentence)).collect() }
}

/// Takes “in the post-disaster image” and the like from the start of a sentence.
fn without_lead(sentence: &str) -> String {
    let mut rest = sentence.trim();
    for word in ["while ", "whereas ", "however, ", "but ", "and ", "now "] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    if let Some(at) = rest.find([',', ':']) {
        let lead = &rest[..at];
        let opens = ["in ", "after", "following", "post", "on ", "subsequent"];
        // A lead has no verb: with one it is the sentence itself.
        let verbs = ["is", "are", "was", "were", "has", "have", "cover", "covers", "covered", "shows"];
        let short = lead.split_whitespace().count() <= 6 && !has_word(lead, &verbs);
        if short && place(lead, &AFTER).is_some() && opens.iter().any(|word| lead.starts_with(word)) {
            rest = rest[at + 1..].trim_start();
        }
    }
    // Without a comma, as the synthesis has it, or with a verb: “the post-disaster image shows that”.
    let words: Vec<&str> = rest.split_whitespace().collect();
    let is = |word: &&str, list: &[&str]| {
        list.contains(&word.trim_end_matches(['s', ',', ':'])) || list.contains(word)
    };
    let Some(at) = words.iter().take(6).position(|word| is(word, &IMAGE)) else { return rest.to_owned() };
    let shows = words.iter().skip(at + 1).take(3).position(|word| SHOWS.contains(word));
    let from = match shows {
        Some(further) => at + further + 2,
        None if words.first() == Some(&"in") => at + 1,
        None => return rest.to_owned(),
    };
    let from = if words.get(from) == Some(&"that") { from + 1 } else { from };
    words.get(from..).unwrap_or_default().join(" ")
}

/// The digits of each “level n” of a text, ranges (“levels 1-2”) with all of theirs.
pub(super) fn levels(text: &str) -> Vec<u32> {
    let mut found = Vec::new();
    for (at, word) in text.match_indices("level") {
        let rest = text[at + word.len()..].trim_start_matches('s').trim_start();
        let end = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '-' | '/'))).unwrap_or(rest.len());
        found.extend(rest[..end].chars().filter_map(|c| c.to_digit(10)).filter(|level| *level <= 3));
    }
    found
}

/// The severity of the highest level that a caption names.
pub(super) fn highest_level(caption: &str) -> Option<Severity> {
    let highest = levels(&caption.to_lowercase()).into_iter().max()?;
    Severity::ALL.get((highest as usize).checked_sub(1)?).copied()
}

/// A part of a sentence without its levels.
pub(super) fn without_levels(part: &str) -> String {
    let mut text = part.to_owned();
    // In brackets the whole bracket goes.
    while let Some((open, close)) =
        bracket(&text).filter(|(open, close)| text[*open..*close].contains("level"))
    {
        text.replace_range(open..close, "");
    }
    let mut words: Vec<&str> = text.split_whitespace().collect();
    while let Some(at) = words.iter().position(|word| word.starts_with("level")) {
        let digits = |word: &&&str| {
            word.chars().all(|c| c.is_ascii_digit() || c.is_ascii_punctuation()) || **word == "or"
        };
        let end = at + 1 + words[at + 1..].iter().take_while(digits).count();
        let joins = [
            "disaster",
            "damage",
            "at",
            "as",
            "to",
            "with",
            "of",
            "under",
            "reaching",
            "classified",
            "categorized",
            "rated",
            "assigned",
            "corresponding",
            "indicating",
            "a",
        ];
        let start = at - words[..at].iter().rev().take_while(|word| joins.contains(*word)).count();
        words.drain(start..end);
    }
    words.join(" ")
}

/// The first bracket of a text, with both marks.
fn bracket(text: &str) -> Option<(usize, usize)> {
    let open = text.find('(')?;
    Some((open, open + text[open..].find(')')? + 1))
}

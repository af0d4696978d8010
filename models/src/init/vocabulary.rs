//! Small vocabularies of our own: enough English to talk about disasters, every byte for CLIP, Latin letters for T5.

use std::collections::BTreeSet;

use serde_json::json;

/// Those of configuration `tiny` and its like.
pub(super) const FEW: &str = "a an the is are was be been has have had it its this that of on in at to from by with without for and but or not no \
    up down over under into onto out off near along across between around everything nothing everywhere all some many few most \
    one two side images image same scene diptych left right exactly as high low deep shallow large small big thick thin heavy light \
    flood flooded flooding water waters river muddy brown street streets road roads yard yards door sill sills roof roofs tree trees \
    crown crowns tsunami wave wet sand debris scattered mud ground bare foundation foundations wildfire fire burn burned burnt burning \
    scorched ash ashes smoke vegetation grass forest field fields house houses home homes building buildings earthquake quake rubble \
    collapse collapsed damage damaged destroyed destroy destroying hurricane tornado wind winds storm strong torn shingles fallen felled \
    path strewn levelled landslide slide earth slope rock rocks buried bury covers cover covered covering volcanic volcano eruption grey \
    gray layer lies lie lay snow snowy winter garden gardens barely visible change changed changes there left leaving blocks block \
    bridge bridges car cars town city village neighbourhood coast beach harbour after before severe mild moderate half east west north \
    south make add remove show put fill fills filled lowest only just very more less show white black red green blue dark bright";

pub(super) struct ClipVocabulary {
    pub(super) vocab: String,
    pub(super) merges: String,
    pub(super) size: usize,
}

pub(super) struct T5Vocabulary {
    pub(super) json: String,
    pub(super) size: usize,
}

/// Those of foreshock-small: frequent words for places, materials, damage, and all that the synthesis writes.
pub(super) const MANY: &str = include_str!("words.txt");

fn words(list: &str) -> BTreeSet<&str> {
    list.split_whitespace().collect()
}

/// The printable stand-in for each byte in byte-level vocabularies: printable Latin-1 stands for itself, the rest moves above 255.
fn byte_letters() -> Vec<char> {
    let mut moved = 0_u32;
    (0..=255_u8)
        .map(|byte| {
            let printable = (b'!'..=b'~').contains(&byte) || (0xA1..=0xAC).contains(&byte) || byte >= 0xAE;
            if printable {
                char::from(byte)
            } else {
                moved += 1;
                char::from_u32(255 + moved).unwrap_or('?')
            }
        })
        .collect()
}

/// Byte-level pairs: each word is merged letter by letter from its start.
pub(super) fn clip(list: &str) -> ClipVocabulary {
    let letters = byte_letters();
    let mut tokens: Vec<String> = letters.iter().map(char::to_string).collect();
    tokens.extend(letters.iter().map(|letter| format!("{letter}</w>")));
    let mut known: BTreeSet<String> = tokens.iter().cloned().collect();
    let mut merges = String::from("#version: 0.2\n");
    for word in words(list) {
        let letters: Vec<char> = word.chars().collect();
        let mut so_far = letters.first().map(char::to_string).unwrap_or_default();
        for (place, letter) in letters.iter().enumerate().skip(1) {
            let last = place + 1 == letters.len();
            let next = if last { format!("{letter}</w>") } else { letter.to_string() };
            let merged = format!("{so_far}{next}");
            if known.insert(merged.clone()) {
                merges.push_str(&format!("{so_far} {next}\n"));
                tokens.push(merged.clone());
            }
            so_far = merged;
        }
    }
    // Start and end come last, as in CLIP: the end token has the highest id.
    tokens.extend(["<|startoftext|>".to_owned(), "<|endoftext|>".to_owned()]);
    let vocab: serde_json::Map<String, serde_json::Value> =
        tokens.iter().enumerate().map(|(id, token)| (token.clone(), json!(id))).collect();
    ClipVocabulary { vocab: format!("{:#}\n", serde_json::Value::Object(vocab)), merges, size: tokens.len() }
}

/// Endings that a known word may have; without a space before them they score worse than words.
const ENDINGS: &str = "s es 's d ed ing ly";

/// Unigram pieces: whole words score best.
///
/// An open vocabulary spells other words by letters, and what is not Latin is unknown. A closed one, whose model has learnt words and not
/// spelling, knows them in lower case with their endings, digits and signs; any other word is unknown, and said to be.
pub(super) fn t5(list: &str, closed: bool) -> T5Vocabulary {
    let mut pieces =
        vec![json!(["<pad>", 0.0]), json!(["</s>", 0.0]), json!(["<unk>", 0.0]), json!(["▁", -4.0])];
    pieces.extend(words(list).into_iter().map(|word| json!([format!("▁{word}"), -5.0])));
    if closed {
        pieces.extend(words(ENDINGS).into_iter().map(|ending| json!([ending, -7.0])));
    }
    let spelt = ('!'..='~').filter(|sign| !closed || !sign.is_ascii_alphabetic());
    pieces.extend(spelt.map(|sign| json!([sign.to_string(), -9.0])));
    let normal = json!({ "type": "NFKC" });
    let normal = if closed {
        json!({ "type": "Sequence", "normalizers": [normal, { "type": "Lowercase" }] })
    } else {
        normal
    };
    let size = pieces.len();
    let special = |id: usize, content: &str| json!({ "id": id, "content": content, "single_word": false, "lstrip": false, "rstrip": false, "normalized": false, "special": true });
    let tokenizer = json!({
        "version": "1.0", "truncation": null, "padding": null,
        "added_tokens": [special(0, "<pad>"), special(1, "</s>"), special(2, "<unk>")],
        "normalizer": normal,
        "pre_tokenizer": { "type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": true },
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [{ "Sequence": { "id": "A", "type_id": 0 } }, { "SpecialToken": { "id": "</s>", "type_id": 0 } }],
            "pair": [{ "Sequence": { "id": "A", "type_id": 0 } }, { "SpecialToken": { "id": "</s>", "type_id": 0 } }],
            "special_tokens": { "</s>": { "id": "</s>", "ids": [1], "tokens": ["</s>"] } },
        },
        "decoder": { "type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": true },
        "model": { "type": "Unigram", "unk_id": 2, "vocab": pieces, "byte_fallback": false },
    });
    T5Vocabulary { json: format!("{tokenizer:#}\n"), size }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::synth;

    #[test]
    fn foreshock_small_knows_all_words_that_the_synthesis_writes() {
        let known = words(MANY);
        let unknown: Vec<String> =
            synth::vocabulary().into_iter().filter(|word| !known.contains(word.as_str())).collect();
        assert_eq!(unknown, [""; 0]);
    }

    #[test]
    fn a_closed_vocabulary_knows_words_in_any_case_with_their_endings_and_says_what_it_does_not_know() {
        let dir = tempfile::tempdir().unwrap();
        crate::init::folder(crate::init::Named::Small, dir.path(), 1, crate::init::Stored::F32).unwrap();
        let tokenizers = crate::text::tokenizer::Tokenizers::open(dir.path(), 77, 32).unwrap();
        let share = |text: &str| tokenizers.unknown_share(text).unwrap();
        for text in [
            "Flood the low streets up to the door sills.",
            "SNOW on the roofs, 2 of 3",
            "wind from the north-west",
        ] {
            assert_eq!(share(text), 0.0, "{text}");
        }
        for text in ["überflute die Straßen", "xyzzy plugh", "inonde les rues"] {
            // An edit is refused from 0.3 on.
            assert!(share(text) > 0.4, "{text}");
        }
    }
}

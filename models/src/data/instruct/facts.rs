//! What a caption tells of the image after, as orders in the words of the synthesis.

use super::super::Disaster;
use super::count::{Amount, BUILDING, Counts};
use super::read::{has, has_word};

/// A word of ours, and those of captions that mean it.
type Words = &'static [(&'static str, &'static [&'static str])];

const STREETS: &[&str] = &["street", "road", "avenue", "highway", "driveway", "intersection"];
const TREES: &[&str] = &["tree", "forest", "wood", "canop", "palm"];
const ROOFS: &[&str] = &["roof", "shingle"];
const FIELDS: &[&str] = &["field", "farmland", "crop", "agricult", "pasture", "padd"];
const YARDS: &[&str] = &["yard", "garden", "lawn"];
const PLANTS: &[&str] = &["vegetation", "brush", "shrub", "hillside", "plants", "landscape", "greenery"];

/// Where water and earth go.
const GROUND: Words = &[
    ("the streets", STREETS),
    ("the yards", YARDS),
    ("the fields", FIELDS),
    ("the car parks", &["parking"]),
    ("the ground around the houses", &["building", "house", "home", "structure", "residential", "neighbo"]),
];
/// Where ash and snow lie.
const COVERED: Words = &[
    ("the ground", &["ground", "landscape"]),
    ("the roofs", &["roof", "building", "house", "structure"]),
    ("the streets", STREETS),
    ("the yards", YARDS),
    ("the fields", FIELDS),
    ("the trees", &["tree", "forest", "vegetation", "canop"]),
];
/// What burns.
const FUEL: Words =
    &[("the trees", TREES), ("the grass", &["grass", "lawn", "field"]), ("the vegetation", PLANTS)];

/// Orders, the most telling first.
pub(super) fn phrases(sentences: &[String], disaster: Option<Disaster>, counts: &Counts) -> Vec<String> {
    let told: Vec<String> = sentences.iter().map(|sentence| affirmed(sentence)).collect();
    let mut out = Vec::new();
    covers(&told, disaster, &mut out);
    buildings(disaster, counts, &mut out);
    leaves(&told, disaster, &mut out);
    for part in told.iter().flat_map(|sentence| sentence.split([',', ';'])) {
        breaks(part, disaster, &mut out);
    }
    if !out.is_empty() {
        spares(sentences, &mut out);
    }
    out
}

fn put(out: &mut Vec<String>, phrase: String) {
    if !out.contains(&phrase) {
        out.push(phrase);
    }
}

/// The parts of a sentence that say what is, not what is not.
fn affirmed(sentence: &str) -> String {
    let mut text = sentence.replace("no longer", "nolonger").replace("not only", "notonly");
    for word in [" but ", " while ", " although ", " though ", " however ", " with no ", " without "] {
        let kept = word.trim_start().trim_start_matches("with ");
        text = text.replace(word, &format!(", {kept}"));
    }
    let parts: Vec<&str> = text.split([',', ';', '(', ')', ':']).map(str::trim).collect();
    let denies = |part: &&str| {
        let words = [
            "no",
            "not",
            "none",
            "without",
            "never",
            "neither",
            "unaffected",
            "undamaged",
            "intact",
            "unchanged",
            "unharmed",
            "unscathed",
            "spared",
            "absent",
            "absence",
            "lack",
            "dry",
            "passable",
        ];
        // “Clear signs of fire” denies nothing.
        has_word(part, &words) || has(part, &["are clear", "remain clear", "is clear", "clear of"])
    };
    let mut kept: Vec<&str> = Vec::new();
    let mut at = 0;
    while at < parts.len() {
        if denies(&parts[at]) {
            // “No smoke, fire or ash”: all up to the one with “or” is denied.
            let lists = has_word(parts[at], &["no", "without", "neither"]);
            let end = parts[at..].iter().take(5).position(|part| has_word(part, &["or", "nor"]));
            at += 1 + end.filter(|_| lists).unwrap_or(0);
        } else {
            kept.push(parts[at]);
            at += 1;
        }
    }
    kept.join(", ")
}

/// The words of ours for what a text names: “the streets, the yards and the fields”.
fn named(text: &str, words: Words, default: &str) -> String {
    if has_word(text, &["everything"]) {
        return "everything".to_owned();
    }
    let found: Vec<&str> =
        words.iter().filter(|(_, stems)| has(text, stems)).map(|(word, _)| *word).collect();
    match found.as_slice() {
        [] => default.to_owned(),
        // Three are enough for a short instruction; one article for all.
        [first, rest @ ..] => list(first, &rest.iter().take(2).copied().collect::<Vec<_>>()),
    }
}

fn list(first: &str, rest: &[&str]) -> String {
    let bare = |word: &&str| word.trim_start_matches("the ").to_owned();
    match rest {
        [] => first.to_owned(),
        [second] => format!("{first} and {}", bare(second)),
        [second, third, ..] => format!("{first}, {} and {}", bare(second), bare(third)),
    }
}

/// Water, fire, ash, snow, earth: what covers the ground or takes it.
fn covers(told: &[String], disaster: Option<Disaster>, out: &mut Vec<String>) {
    let all = told.join(". ");
    let of = |is: &dyn Fn(&str) -> bool| {
        let fits: Vec<&str> = told.iter().map(String::as_str).filter(|sentence| is(sentence)).collect();
        (!fits.is_empty()).then(|| fits.join(". "))
    };
    if let Some(text) = of(&wet) {
        let deep = if has_word(&text, &["deep"]) { "deep " } else { "" };
        let deep = if has(&text, &["shallow"]) { "shallow " } else { deep };
        let color = match () {
            () if has(&text, &["muddy", "mud-", "silt", "sediment", "turbid", "murky"]) => "muddy ",
            () if has(&text, &["brown"]) => "brown ",
            () => "",
        };
        let all = if deep == "deep " { "the ground" } else { "the low ground" };
        put(out, format!("flood {} with {deep}{color}water", named(&text, GROUND, all)));
    }
    if let Some(text) = of(&burnt) {
        let default = if has(&text, &BUILDING) { "" } else { "the vegetation" };
        let fuel = named(&text, FUEL, default);
        if !fuel.is_empty() {
            let patches = if has(&text, &["patch"]) { "patches of " } else { "" };
            put(out, format!("burn {patches}{fuel}"));
        }
    }
    if disaster != Some(Disaster::Wildfire) {
        let ash = |text: &str| has_word(text, &["ash", "ashfall", "tephra"]) && !burnt(text);
        if let Some(text) = of(&ash) {
            let what = named(&text, COVERED, "everything");
            put(out, format!("cover {what} with {}grey volcanic ash", thickness(&text, "thick ", "thin ")));
        }
    }
    if let Some(text) = of(&|text| has_word(text, &["lava"])) {
        put(out, format!("bury {} under dark lava", named(&text, GROUND, "the ground")));
    }
    if let Some(text) = of(&|text| has_word(text, &["snow", "snowfall"])) {
        let what = named(&text, COVERED, "the ground");
        put(out, format!("cover {what} with {}snow", thickness(&text, "deep ", "thin ")));
    }
    let slid = ["landslide", "mudslide", "debris flow", "slope fail", "slid", "rockfall", "slump"];
    let earth = |text: &str| {
        let slope = disaster == Some(Disaster::Landslide) && has_word(text, &["earth", "soil", "mud"]);
        has(text, &slid) || slope
    };
    if let Some(text) = of(&earth) {
        let default = if has(&text, &["ground"]) { "the ground" } else { "the slope" };
        let what = named(&text, GROUND, default).replace("ground around the houses", "houses");
        put(out, format!("let brown earth slide over {what}"));
    }
    let dry = ["dried", "wither", "brown", "yellow", "parched", "dead"];
    if disaster == Some(Disaster::Drought) && has(&all, &dry) {
        put(out, format!("dry out {}", named(&all, FUEL, "the vegetation")));
    }
}

fn wet(text: &str) -> bool {
    let flooded = ["flood", "inundat", "submerg", "underwater", "under water", "standing water", "waterlogg"];
    let goes = ["cover", "fill", "surround", "overflow", "rising", "spread", "stand"];
    has(text, &flooded) || (has_word(text, &["water", "waters"]) && has(text, &goes))
}

fn burnt(text: &str) -> bool {
    has(text, &["burn", "charred", "scorch", "incinerat", "blacken", "singed"])
}

fn thickness(text: &str, much: &'static str, little: &'static str) -> &'static str {
    match () {
        () if has(text, &["thick", "heavy", "heavily", "deep"]) => much,
        () if has_word(text, &["thin", "light", "lightly", "fine"]) => little,
        () => "",
    }
}

/// Orders for counted buildings, the worst first.
fn buildings(disaster: Option<Disaster>, counts: &Counts, out: &mut Vec<String>) {
    for (class, amount) in counts.hit.iter().enumerate().rev() {
        let what = match amount {
            None => continue,
            Some(amount) => worded(*amount),
        };
        out.push(match (class, disaster) {
            (2, Some(Disaster::Earthquake)) => format!("collapse {what} into rubble"),
            (2, Some(Disaster::Wildfire)) => format!("burn {what} to the ground"),
            (2, _) => format!("destroy {what}"),
            (1, _) => format!("heavily damage {what}"),
            _ => format!("slightly damage {what}"),
        });
    }
    if let Some(amount) = counts.damaged.filter(|_| counts.hit == [None; 3]) {
        out.push(format!("damage {}", worded(amount)));
    }
}

fn worded(amount: Amount) -> String {
    match amount {
        Amount::Number(1) => "1 building".to_owned(),
        Amount::Number(number) => format!("{number} buildings"),
        Amount::Some(word) => format!("{word} buildings"),
    }
}

/// What lies about afterwards.
fn leaves(told: &[String], disaster: Option<Disaster>, out: &mut Vec<String>) {
    let (mut what, mut streets) = (Vec::new(), false);
    for text in told {
        let wave = matches!(disaster, Some(Disaster::Tsunami | Disaster::Flood | Disaster::Hurricane));
        let found = [
            ("debris", has_word(text, &["debris", "wreckage"])),
            ("rubble", has_word(text, &["rubble"])),
            ("mud", has_word(text, &["mud", "silt"]) && !wet(text) && disaster != Some(Disaster::Landslide)),
            ("wet sand", wave && has_word(text, &["sand"])),
            (
                "ash",
                has_word(text, &["ash", "ashes"]) && (burnt(text) || disaster == Some(Disaster::Wildfire)),
            ),
            ("bare foundations", has(text, &["foundation", "slab"])),
        ];
        let new = found.into_iter().filter(|(_, is)| *is).map(|(word, _)| word);
        let new: Vec<&str> = new.filter(|word| !what.contains(word)).collect();
        streets |= !new.is_empty() && has(text, STREETS);
        what.extend(new);
    }
    if let [first, rest @ ..] = what.as_slice() {
        let place = if streets { "in the streets" } else { "on the ground" };
        out.push(format!("leave {} {place}", list(first, rest)));
    }
    if told.iter().any(|text| has_word(text, &["smoke"])) {
        out.push("add smoke".to_owned());
    }
}

/// Broken roofs and trees.
fn breaks(part: &str, disaster: Option<Disaster>, out: &mut Vec<String>) {
    if has(part, &["tarp"]) {
        put(out, "put blue tarpaulins on damaged roofs".to_owned());
    }
    let open = [
        "damag", "missing", "torn", "hole", "collaps", "expos", "open", "lost", "loss", "strip", "ripped",
        "peel", "blown", "broken", "wreck",
    ];
    if has(part, ROOFS) && has(part, &open) {
        let many = ["most", "many", "several", "numerous", "widespread", "extensive"];
        let many = if has_word(part, &many) { "many" } else { "some" };
        let verb = if disaster == Some(Disaster::Earthquake) { "break" } else { "tear open" };
        if !out.iter().any(|known| known.starts_with(verb)) {
            out.push(format!("{verb} {many} roofs"));
        }
    }
    if has(part, TREES) || has(part, PLANTS) {
        if has(part, &["fell", "fallen", "uproot", "down", "toppl", "snapp", "flatten"]) {
            put(out, "fell trees".to_owned());
        }
        if has(part, &["strip", "defoliat", "bare", "denud", "loss", "lost", "swept", "removed"]) {
            put(out, "strip the trees".to_owned());
        }
    }
}

/// What is said to be left alone, beside what is not.
fn spares(sentences: &[String], out: &mut Vec<String>) {
    let flooded = out.iter().any(|phrase| phrase.starts_with("flood"));
    for part in sentences.iter().flat_map(|sentence| sentence.split([',', ';'])) {
        if flooded && has(part, ROOFS) && has_word(part, &["dry", "above", "visible"]) {
            put(out, "leave the roofs dry".to_owned());
        }
        if has(part, STREETS) && has_word(part, &["clear", "passable", "dry"]) {
            let state = if flooded { "dry" } else { "clear" };
            // Where the streets are flooded in one place they are dry in another: not an order.
            if !out.iter().any(|phrase| phrase.contains("streets")) {
                put(out, format!("leave the streets {state}"));
            }
        }
    }
}

use super::super::Disaster::{self, *};
use super::super::synth::Severity::{Mild, Moderate, Severe};
use super::*;

fn of(caption: &str, kind: Disaster) -> Vec<String> {
    let wordings = rewrite(caption, Some(kind), Option::None);
    assert_eq!(wordings, rewrite(caption, Some(kind), Option::None));
    assert!((1..=3).contains(&wordings.len()), "{wordings:?}");
    for wording in &wordings {
        assert!(wording.split_whitespace().count() <= 30 && *wording == wording.to_lowercase(), "{wording}");
        assert!(!wording.contains("level") && !wording.contains("image"), "{wording}");
    }
    wordings
}

#[test]
fn a_flood_with_counts() {
    let caption = "The pre-disaster image shows a suburban area with intact houses and dry green lawns. In the post-disaster image, muddy brown \
        water inundates the streets and yards, while roofs remain above water. Of the 24 buildings, 15 are undamaged (Disaster Level 0), 6 show minor \
        damage (Disaster Level 1) and three exhibit major damage (Disaster Level 2). Debris floats along the roads.";
    assert_eq!(
        of(caption, Flood),
        [
            "flood the streets and yards with muddy water, heavily damage 3 buildings, slightly damage 6 buildings, leave debris in the streets, \
             leave the roofs dry",
            "muddy brown water inundates the streets and yards, roofs remain above water",
            "mild flood",
        ]
    );
}

#[test]
fn a_hurricane_in_news_style() {
    let caption = "Before the hurricane, the neighborhood had orderly rows of homes with intact roofs. Post-event, twelve buildings are destroyed \
        (Disaster Level 3), five have major damage (Disaster Level 2), and 3 remain intact (Disaster Level 0). Several roofs are missing and covered \
        with blue tarps, trees are uprooted, and debris is scattered across the streets. No flooding, fire or ash is visible.";
    assert_eq!(
        of(caption, Hurricane),
        [
            "after a hurricane, destroy 12 buildings, heavily damage 5 buildings, leave debris in the streets, put blue tarpaulins on damaged roofs, tear \
             open many roofs, fell trees",
            "twelve buildings are destroyed, five have major damage",
            "severe hurricane",
        ]
    );
}

#[test]
fn fire_shaking_and_wave() {
    let fire = "Pre-event imagery depicts dense forest around homes. The post-event image reveals charred vegetation and blackened ground. Nearly all \
        houses were reduced to ash and collapsed, leaving only foundations. Damage is classified as Disaster Level 3.";
    assert_eq!(
        of(fire, Wildfire),
        [
            "burn the vegetation, burn almost all buildings to the ground, leave ash and bare foundations on the ground",
            "charred vegetation and blackened ground",
            "severe wildfire",
        ]
    );
    let shaking = "Compared to the pre-disaster image, 4 buildings have collapsed (Level 3) and rubble blocks the road. 20 structures appear \
        undamaged. There are no signs of fire.";
    assert_eq!(
        of(shaking, Earthquake),
        [
            "after an earthquake, collapse 4 buildings into rubble, leave rubble in the streets",
            "4 buildings have collapsed and rubble blocks the road",
            "mild earthquake",
        ]
    );
    let wave = "Initially the coast has many houses and palm trees. After the tsunami, most structures are destroyed, and the ground is covered by mud, \
        sand and debris; the palm trees were swept away.";
    assert_eq!(
        of(wave, Tsunami),
        [
            "after a tsunami, destroy most buildings, leave debris, mud and wet sand on the ground, strip the trees",
            "most structures are destroyed, and the ground is covered by mud, sand and debris; the palm trees were swept away",
            "show this place after a tsunami",
        ]
    );
}

#[test]
fn wind_ash_earth_snow_and_drought() {
    let wind = "The first image shows a town. The second image shows a track of wreckage with roofs torn off and trees snapped (Disaster Level 2).";
    assert_eq!(
        of(wind, Tornado),
        [
            "after a tornado, leave debris on the ground, tear open some roofs, fell trees",
            "a track of wreckage with roofs torn off and trees snapped",
            "moderate tornado",
        ]
    );
    let ash = "Prior to the eruption, fields were green. Now thick volcanic ash covers roofs, roads and vegetation. Two houses have collapsed roofs.";
    assert_eq!(
        of(ash, VolcanicAsh),
        [
            "cover the roofs, streets and trees with thick grey volcanic ash, heavily damage 2 buildings, tear open some roofs",
            "thick volcanic ash covers roofs, roads and vegetation",
            "show this place after a volcanic eruption",
        ]
    );
    let earth = "In the post-disaster image, a landslide of brown soil has covered the road and destroyed three houses at Disaster Level 3.";
    assert_eq!(
        of(earth, Landslide),
        [
            "let brown earth slide over the streets and houses, destroy 3 buildings",
            "a landslide of brown soil has covered the road and destroyed three houses",
            "severe landslide",
        ]
    );
    let snow = "Before, the gardens were green. After the storm deep snow covers the roofs and streets.";
    assert_eq!(of(snow, Snow)[0], "cover the roofs and streets with deep snow");
    let dry = "The pre-disaster image shows grass. In the post-disaster image most grass is dried and brown. Disaster Level 2.";
    assert_eq!(of(dry, Drought), ["dry out the grass", "most grass is dried and brown", "moderate drought"]);
}

#[test]
fn nothing_happened() {
    for caption in [
        "Both images show the same quiet suburb. All 30 buildings remain intact (Disaster Level 0).",
        "There is no visible damage to buildings, roads or vegetation.",
    ] {
        assert_eq!(of(caption, Flood)[0], "change nothing");
    }
    assert_eq!(rewrite("Water stands in the streets.", Some(None), Option::None), NOTHING);
}

#[test]
fn what_the_synthesis_writes() {
    let caption = "The pre-disaster image shows dense trees. In the post-disaster image deep muddy water covers the ground; only roofs and tree crowns \
        stand out. 2 buildings are destroyed. Disaster Level 3.";
    assert_eq!(
        rewrite(caption, Some(Flood), Some(Severe)),
        [
            "flood the ground with deep muddy water, destroy 2 buildings",
            "deep muddy water covers the ground; only roofs and tree crowns stand out",
            "severe flood",
        ]
    );
}

#[test]
fn little_is_known() {
    assert_eq!(rewrite("A town.", Some(Flood), Some(Moderate)), ["moderate flood"]);
    assert_eq!(rewrite("", Option::None, Option::None), ["show this place after a disaster"]);
    assert_eq!(rewrite("Rather odd.", Option::None, Some(Mild)), ["mild damage"]);
    let text = "The post-disaster image shows that a few buildings are damaged and patches of grass near houses are burned.";
    assert_eq!(
        rewrite(text, Some(Wildfire), Some(Mild))[0],
        "burn patches of the grass, damage a few buildings"
    );
    // Not a count of buildings, not a year, not a share.
    let text = "After the storm of 2017, five trees were destroyed and 60% of the homes were destroyed.";
    assert_eq!(rewrite(text, Some(Tornado), Option::None)[0], "after a tornado, destroy most buildings");
}

#[test]
fn answers_are_read_strictly() {
    let list = |answer| wordings_of(answer);
    assert_eq!(
        list("```json\n[\"Flood the streets.\", \"flood  the streets\", \"a flood\"]\n```"),
        Some(vec!["flood the streets".to_owned(), "a flood".to_owned()])
    );
    let long = format!("[\"{}\"]", "word ".repeat(31));
    for answer in
        ["", "I cannot help with that.", "[]", "[1, 2]", "{\"a\": \"b\"}", "[\"the image shows mud\"]", &long]
    {
        assert_eq!(list(answer), Option::None, "{answer}");
    }
}

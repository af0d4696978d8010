//! What each kind must and must not do to the ground.

use std::sync::LazyLock;

use super::super::scene::{Label, Scene, scene};
use super::*;

const SIDE: u32 = 256;

static SCENE: LazyLock<Scene> = LazyLock::new(|| scene(4, SIDE, SIDE, 0.6));
static KNOWN: LazyLock<Ground> = LazyLock::new(|| Ground::of_scene(&SCENE));
/// The same picture, of which nothing is known.
static GUESSED: LazyLock<Ground> = LazyLock::new(|| Ground::of_photograph(KNOWN.before.clone(), 0.6, 4));

fn is(index: usize, label: Label) -> bool {
    SCENE.labels[index] == label as u8
}

/// Pixels whose neighbours two pixels away all have `label`.
fn within(label: Label) -> Vec<usize> {
    let side = SIDE as usize;
    (0..side * side)
        .filter(|&index| {
            let (x, y) = (index % side, index / side);
            let inside = (2..side - 2).contains(&x) && (2..side - 2).contains(&y);
            inside && (y - 2..=y + 2).all(|j| (x - 2..=x + 2).all(|i| is(j * side + i, label)))
        })
        .collect()
}

/// Mean absolute difference of a pixel's channels.
fn difference(example: &Example, index: usize) -> f32 {
    let at = 3 * index..3 * index + 3;
    let (before, after) = (&example.before.data[at.clone()], &example.after.data[at]);
    before.iter().zip(after).map(|(b, a)| f32::from(b.abs_diff(*a))).sum::<f32>() / 3.0
}

fn mean(values: impl Iterator<Item = f32>) -> f32 {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    assert!(count > 0.0, "nothing to average");
    sum / count
}

fn changed(example: &Example) -> f32 {
    mean(example.change.data.iter().map(|&value| f32::from(value > 0)))
}

/// A painter alone, with a focus and a direction.
fn painted(ground: &Ground, kind: Disaster, severity: Severity, focus: Focus, from: u8) -> After {
    paint(ground, kind, Params { severity, seed: 9, focus, from })
}

#[test]
fn the_same_arguments_give_the_same_bytes() {
    for kind in Disaster::ALL {
        let first = synthesise(&GUESSED, kind, Severity::Moderate, 5);
        assert_eq!(first, synthesise(&GUESSED, kind, Severity::Moderate, 5), "{kind:?}");
        if kind != Disaster::None {
            let other = synthesise(&GUESSED, kind, Severity::Moderate, 6);
            assert_ne!(first.after, other.after, "{kind:?}");
        }
    }
}

#[test]
fn what_is_outside_the_mask_keeps_its_bytes() {
    for ground in [&*KNOWN, &*GUESSED] {
        for kind in Disaster::ALL {
            for severity in Severity::ALL {
                let example = synthesise(ground, kind, severity, 11);
                assert!(example.change.data.iter().all(|&value| value == 0 || value == 255));
                for (index, &value) in example.change.data.iter().enumerate() {
                    assert!(
                        value == 255 || difference(&example, index) == 0.0,
                        "{kind:?} {severity:?} {index}"
                    );
                }
                // The mask is no excuse: most of what it names did change.
                let named: Vec<usize> =
                    (0..example.change.data.len()).filter(|&i| example.change.data[i] > 0).collect();
                if kind == Disaster::None {
                    assert!(named.is_empty());
                } else {
                    let moved = named.iter().filter(|&&i| difference(&example, i) > 0.0).count();
                    assert!(
                        moved * 10 > named.len() * 8,
                        "{kind:?} {severity:?}: {moved} of {}",
                        named.len()
                    );
                    assert!(named.len() > 200, "{kind:?} {severity:?}: {}", named.len());
                }
            }
        }
    }
}

#[test]
fn no_damage_is_the_image_before() {
    let example = synthesise(&KNOWN, Disaster::None, Severity::Severe, 3);
    assert_eq!(example.before, example.after);
    let damage = example.damage.unwrap();
    assert!(damage.data.iter().all(|&level| level <= 1) && damage.data.contains(&1));
    assert!(example.caption.ends_with("Disaster Level 0."), "{}", example.caption);
}

#[test]
fn a_worse_flood_covers_more_and_what_a_lesser_one_covered() {
    let flood = |severity| synthesise_whole(&KNOWN, Disaster::Flood, severity, 21);
    let [mild, moderate, severe] = Severity::ALL.map(flood);
    assert!(changed(&mild) + 0.1 < changed(&moderate) && changed(&moderate) + 0.1 < changed(&severe));
    let wet: Vec<usize> = (0..KNOWN.len()).filter(|&i| mild.change.data[i] > 0).collect();
    let kept = wet.iter().filter(|&&i| severe.change.data[i] > 0).count();
    assert!(kept * 100 >= wet.len() * 99, "{kept} of {}", wet.len());
}

#[test]
fn water_lies_low_and_leaves_roofs_and_crowns() {
    for severity in [Severity::Mild, Severity::Moderate] {
        let example = synthesise_whole(&KNOWN, Disaster::Flood, severity, 21);
        for label in [Label::Building, Label::Tree] {
            let tall: Vec<usize> = within(label).into_iter().filter(|&i| SCENE.above_m[i] > 3.0).collect();
            assert!(tall.len() > 100, "{label:?}: {}", tall.len());
            let wet = tall.iter().filter(|&&i| example.change.data[i] > 0).count();
            assert!(wet * 50 <= tall.len(), "{severity:?} {label:?}: {wet} of {}", tall.len());
        }
        let open = |index: &usize| SCENE.above_m[*index] < 0.5 && !is(*index, Label::Water);
        let height = |wet: bool| {
            let of = (0..KNOWN.len()).filter(open).filter(|&i| (example.change.data[i] > 0) == wet);
            mean(of.map(|i| SCENE.height_m[i]))
        };
        assert!(height(true) + 0.2 < height(false), "{} {}", height(true), height(false));
    }
}

#[test]
fn fire_takes_plants_and_not_streets() {
    for ground in [&*KNOWN, &*GUESSED] {
        let example = synthesise_whole(ground, Disaster::Wildfire, Severity::Severe, 2);
        let of = |label| mean(within(label).into_iter().map(|i| difference(&example, i)));
        let (plants, streets) = (of(Label::Grass).min(of(Label::Tree)), of(Label::Road));
        assert!(plants > 3.0 * streets && plants > 15.0, "{plants} {streets}");
    }
}

#[test]
fn snow_is_bright_and_ash_is_grey() {
    let snow = synthesise_whole(&KNOWN, Disaster::Snow, Severity::Severe, 2);
    let ash = synthesise_whole(&KNOWN, Disaster::VolcanicAsh, Severity::Severe, 2);
    for index in within(Label::Grass) {
        let at = 3 * index;
        assert!(snow.after.data[at + 1] > 120, "{index}");
        let ash = &ash.after.data[at..at + 3];
        assert!(ash[1].abs_diff(ash[0]).max(ash[1].abs_diff(ash[2])) < 24, "{ash:?}");
    }
    let light = |example: &Example, label| {
        mean(within(label).into_iter().map(|i| f32::from(example.after.data[3 * i + 1])))
    };
    assert!(
        light(&snow, Label::Building) > 180.0
            && light(&snow, Label::Tree) < light(&snow, Label::Grass) - 30.0
    );
}

#[test]
fn damage_is_of_buildings_and_grows() {
    for kind in
        [Disaster::Earthquake, Disaster::Tornado, Disaster::Wildfire, Disaster::Tsunami, Disaster::Landslide]
    {
        let level = Severity::ALL.map(|severity| {
            let example = synthesise_whole(&KNOWN, kind, severity, 8);
            let damage = example.damage.unwrap();
            for (index, &level) in damage.data.iter().enumerate() {
                assert!(level <= 4);
                assert!(level == 0 || is(index, Label::Building), "{kind:?} {index}");
            }
            mean(damage.data.iter().filter(|&&level| level > 0).map(|&level| f32::from(level)))
        });
        assert!(level[0] < level[1] && level[1] < level[2], "{kind:?} {level:?}");
    }
    assert!(synthesise(&GUESSED, Disaster::Earthquake, Severity::Mild, 1).damage.is_none());
}

#[test]
fn damage_says_what_was_painted() {
    let cases = [
        (Disaster::Earthquake, 4, 18.0),
        (Disaster::Hurricane, 3, 8.0),
        (Disaster::Tornado, 4, 18.0),
        (Disaster::Wildfire, 4, 18.0),
    ];
    for (kind, worst, least) in cases {
        let example = synthesise_whole(&KNOWN, kind, Severity::Moderate, 8);
        let damage = example.damage.as_ref().unwrap();
        let roofs = within(Label::Building);
        let of = |level: u8| {
            let own: Vec<usize> = roofs.iter().copied().filter(|&i| damage.data[i] == level).collect();
            assert!(!own.is_empty(), "{kind:?}: no building has damage {level}");
            mean(own.into_iter().map(|i| difference(&example, i)))
        };
        assert!(of(worst) > least && of(1) < 6.0, "{kind:?} {} {}", of(worst), of(1));
    }
}

#[test]
fn a_part_is_only_that_part() {
    let cases = [
        (Disaster::Snow, Focus::Roofs, &KNOWN.roof),
        (Disaster::VolcanicAsh, Focus::Streets, &KNOWN.paved),
        (Disaster::Wildfire, Focus::Trees, &KNOWN.tree),
        (Disaster::Flood, Focus::Streets, &KNOWN.paved),
    ];
    for (kind, focus, cover) in cases {
        let after = painted(&KNOWN, kind, Severity::Moderate, focus, 0);
        let far = (0..KNOWN.len()).filter(|&i| after.change.data[i] > 0);
        let (own, other) = far.partition::<Vec<_>, _>(|&i| cover[i] > 0.0 || KNOWN.water[i] > 0.0);
        assert!(own.len() > 300 && other.len() * 10 < own.len(), "{kind:?}: {} {}", own.len(), other.len());
    }
}

#[test]
fn a_tile_without_what_is_hit_makes_no_pair() {
    let sand = Rgb8 { width: 64, height: 64, data: [206, 190, 160].repeat(64 * 64) };
    let sand = Ground::of_photograph(sand, 0.5, 1);
    assert!(!suits(&sand, Disaster::Earthquake) && !suits(&sand, Disaster::Wildfire));
    assert!(suits(&sand, Disaster::Snow) && suits(&sand, Disaster::None));
    assert!(Disaster::ALL.into_iter().all(|kind| suits(&KNOWN, kind)));
    let spared = synthesise_whole(&sand, Disaster::Earthquake, Severity::Severe, 1);
    assert!(!spared.is_telling(Disaster::Earthquake));
    assert!(synthesise_whole(&sand, Disaster::Snow, Severity::Severe, 1).is_telling(Disaster::Snow));
}

#[test]
fn directions_are_kept() {
    let side = SIDE as usize;
    for (from, quarter) in [(0_u8, 0_usize), (2, 1), (4, 2), (6, 3)] {
        for kind in [Disaster::Landslide, Disaster::Tsunami] {
            let after = painted(&GUESSED, kind, Severity::Mild, Focus::All, from);
            // Share of the changed pixels in the outer quarter at the north, east, south and west side.
            let mut shares = [0.0_f32; 4];
            for index in (0..side * side).filter(|&i| after.change.data[i] > 0) {
                let (x, y) = (index % side, index / side);
                let sides = [y < side / 4, x >= side * 3 / 4, y >= side * 3 / 4, x < side / 4];
                shares.iter_mut().zip(sides).for_each(|(share, inside)| *share += f32::from(inside));
            }
            let opposite = shares[(quarter + 2) % 4];
            assert!(
                shares[quarter] > 1000.0 && shares[quarter] > 3.0 * opposite,
                "{kind:?} {from} {shares:?}"
            );
        }
    }
}

#[test]
fn a_tornado_follows_its_track() {
    let side = SIDE as f32;
    // From south-west to north-east: far from the other diagonal's ends nothing happens.
    let after = painted(&GUESSED, Disaster::Tornado, Severity::Mild, Focus::All, 5);
    let share = |inside: &dyn Fn(f32, f32) -> bool| {
        let all =
            (0..GUESSED.len()).filter(|i| inside((i % SIDE as usize) as f32, (i / SIDE as usize) as f32));
        mean(all.map(|i| f32::from(after.change.data[i] > 0)))
    };
    let along = share(&|x, y| (x - (side - y)).abs() < 0.1 * side);
    let corners = share(&|x, y| (x - (side - y)).abs() > 0.75 * side);
    assert!(along > 0.4 && corners < 0.05, "{along} {corners}");
}

#[test]
fn a_photograph_is_read_about_right() {
    let agree = |guess: &[f32], labels: &[Label], least: f32| {
        let truth = |i: usize| labels.iter().any(|&label| is(i, label));
        let count = |keep: &dyn Fn(bool, bool) -> bool| {
            (0..KNOWN.len()).filter(|&i| keep(guess[i] > 0.5, truth(i))).count() as f32
        };
        let overlap = count(&|g, t| g && t) / count(&|g, t| g || t);
        assert!(overlap > least, "{labels:?}: intersection over union {overlap}");
    };
    let plants: Vec<f32> = GUESSED.tree.iter().zip(&GUESSED.grass).map(|(t, g)| t + g).collect();
    agree(&plants, &[Label::Tree, Label::Shrub, Label::Grass], 0.6);
    agree(&GUESSED.roof, &[Label::Building], 0.35);
    agree(&GUESSED.water, &[Label::Water], 0.4);
}

#[test]
fn wordings_fit_their_pair() {
    let mut parts = 0;
    for kind in Disaster::ALL {
        for severity in Severity::ALL {
            for seed in 0..12 {
                let mut rng = Rng::stream(seed, "request");
                let focus = words::focus(kind, severity, &KNOWN, &mut rng);
                let params = Params { severity, seed, focus, from: 3 };
                let wordings = words::instructions(kind, params, &mut rng);
                assert!((3..=6).contains(&wordings.len()), "{kind:?} {focus:?} {wordings:?}");
                let plain = words::preset(kind, severity);
                assert_eq!(wordings[0] == plain, focus == Focus::All);
                parts += usize::from(focus != Focus::All);
                let words = vocabulary();
                let text = wordings.join(" ");
                let unknown =
                    text.split(|c: char| !c.is_alphabetic()).find(|w| !w.is_empty() && !words.contains(*w));
                assert!(unknown.is_none(), "{unknown:?}");
            }
        }
    }
    assert!(parts > 10, "{parts}");
}

#[test]
fn pairs_are_written_in_the_layout_of_rscc() {
    let folder = tempfile::tempdir().unwrap();
    let writer = Writer::create(folder.path()).unwrap();
    let tile = &TileList::of_scenes(1, 4, 0.6).tiles[0];
    let before = writer.before(tile, &KNOWN.before).unwrap();
    let made: Vec<Line> = [Disaster::Flood, Disaster::None]
        .into_iter()
        .enumerate()
        .map(|(id, kind)| {
            let example = synthesise(&KNOWN, kind, Severity::Mild, 7);
            writer.pair((id, 7), tile, (kind, Severity::Mild), &before, example).unwrap()
        })
        .collect();
    writer.finish(&made).unwrap();
    let text = std::fs::read_to_string(folder.path().join(LIST)).unwrap();
    let read: Vec<Line> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(read, made);
    assert_eq!(read[0].post_image, "images/synthetic-flood/synthetic-flood_00000000_post_disaster.png");
    for line in &read {
        let path = |name: &str| folder.path().join(name);
        let example = synthesise(&KNOWN, line.disaster, line.severity, line.seed);
        assert_eq!(crate::pixels::read_rgb(&path(&line.pre_image)).unwrap(), example.before);
        assert_eq!(crate::pixels::read_rgb(&path(&line.post_image)).unwrap(), example.after);
        assert_eq!(crate::pixels::read_gray(&path(&line.change_mask)).unwrap(), example.change);
        let damage = line.damage_mask.as_deref().unwrap();
        assert_eq!(crate::pixels::read_gray(&path(damage)).unwrap(), example.damage.unwrap());
        let file = std::io::BufReader::new(std::fs::File::open(path(&line.post_image)).unwrap());
        let reader = png::Decoder::new(file).read_info().unwrap();
        let texts = &reader.info().uncompressed_latin1_text;
        assert!(texts.iter().any(|chunk| chunk.keyword == "Comment" && chunk.text.starts_with("Synthetic")));
    }
    assert!(matches!(Writer::create(folder.path()), Err(WriteError::Taken { .. })));
}

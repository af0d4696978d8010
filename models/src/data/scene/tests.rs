//! A scene must repeat, hold its shape at odd sizes, and tell the truth in its labels and elevations.

use super::{Building, Label, Scene, scene};

/// The middle of a town at 0.5 m: river, bridge, shops and houses are all in it.
fn town(seed: u64) -> Scene {
    scene(seed, 560, 520, 0.5)
}

fn digest(scene: &Scene) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&scene.rgb).update(&scene.nir).update(&scene.labels);
    for height in scene.height_m.iter().chain(&scene.above_m) {
        hasher.update(&height.to_le_bytes());
    }
    for building in &scene.buildings {
        hasher.update(&building.height_m.to_le_bytes());
        building.outline.iter().flatten().for_each(|v| {
            hasher.update(&v.to_le_bytes());
        });
    }
    hasher.finalize()
}

fn label(scene: &Scene, index: usize) -> Label {
    Label::from_number(scene.labels[index]).expect("a label's number")
}

/// Even-odd test at the middle of a pixel.
fn covers(building: &Building, column: usize, row: usize) -> bool {
    let (x, y) = (column as f32 + 0.5, row as f32 + 0.5);
    let corners = &building.outline;
    let mut inside = false;
    for (i, from) in corners.iter().enumerate() {
        let to = corners[(i + 1) % corners.len()];
        if (from[1] > y) != (to[1] > y) && x < from[0] + (y - from[1]) / (to[1] - from[1]) * (to[0] - from[0])
        {
            inside = !inside;
        }
    }
    inside
}

/// Pixels under any outline, and for each building its own.
fn under_buildings(scene: &Scene) -> (Vec<bool>, Vec<Vec<usize>>) {
    let (width, height) = (scene.width as usize, scene.height as usize);
    let mut any = vec![false; width * height];
    let mut each = Vec::new();
    for building in &scene.buildings {
        let span = |axis: usize, limit: usize| {
            let values = building.outline.iter().map(|corner| corner[axis]);
            let low = values.clone().fold(f32::INFINITY, f32::min).max(0.0) as usize;
            low..(values.fold(0.0, f32::max).ceil() as usize).min(limit)
        };
        let mut own = Vec::new();
        for row in span(1, height) {
            for column in span(0, width) {
                if covers(building, column, row) {
                    any[row * width + column] = true;
                    own.push(row * width + column);
                }
            }
        }
        each.push(own);
    }
    (any, each)
}

#[test]
fn the_same_arguments_give_the_same_bytes() {
    let first = scene(11, 300, 280, 0.5);
    assert_eq!(digest(&first), digest(&scene(11, 300, 280, 0.5)));
    assert_ne!(digest(&first), digest(&scene(12, 300, 280, 0.5)));
}

#[test]
fn odd_sizes_and_other_resolutions_work() {
    for (width, height, gsd) in [(777, 1301, 0.5), (1, 1, 0.5), (33, 257, 1.0), (301, 40, 0.25)] {
        let scene = scene(3, width, height, gsd);
        let count = (width * height) as usize;
        assert_eq!((scene.width, scene.height), (width, height));
        assert_eq!(scene.rgb.len(), 3 * count);
        for length in [scene.nir.len(), scene.labels.len(), scene.height_m.len(), scene.above_m.len()] {
            assert_eq!(length, count);
        }
        assert!(scene.height_m.iter().chain(&scene.above_m).all(|v| v.is_finite()));
    }
}

#[test]
fn everything_a_flood_needs_is_there() {
    for seed in 0..4 {
        let scene = town(seed);
        for wanted in [
            Label::Water,
            Label::Road,
            Label::Paved,
            Label::Building,
            Label::Tree,
            Label::Grass,
            Label::Vehicle,
        ] {
            let share = scene.labels.iter().filter(|&&v| v == wanted as u8).count() as f32
                / scene.labels.len() as f32;
            assert!(share > 0.001, "seed {seed}: {wanted:?} covers {share}");
        }
        assert!(scene.buildings.len() > 15, "seed {seed}: {} buildings", scene.buildings.len());
    }
}

#[test]
fn water_lies_lower_than_its_banks() {
    for seed in 0..4 {
        let scene = town(seed);
        let (width, height) = (scene.width as usize, scene.height as usize);
        let (mut shore, mut total) = (0, 0.0);
        for row in 10..height - 10 {
            for column in 10..width - 10 {
                let here = row * width + column;
                if label(&scene, here) != Label::Water {
                    continue;
                }
                assert_eq!(scene.above_m[here], 0.0);
                for there in [here - 10, here + 10, here - 10 * width, here + 10 * width] {
                    if label(&scene, there) != Label::Water {
                        let rise = scene.height_m[there] - scene.height_m[here];
                        // Under a crown over the water there is water, which falls a few millimetres downstream.
                        let crown = matches!(label(&scene, there), Label::Tree | Label::Shrub);
                        assert!(
                            rise > if crown { -0.01 } else { 0.0 },
                            "seed {seed}: {rise} m at {column}, {row}"
                        );
                        shore += 1;
                        total += rise;
                    }
                }
            }
        }
        assert!(
            shore > 200 && total / shore as f32 > 0.7,
            "seed {seed}: {} m over {shore}",
            total / shore as f32
        );
    }
}

#[test]
fn roofs_lie_under_their_outlines_and_on_level_dry_ground() {
    for seed in 0..4 {
        let scene = town(seed);
        let (any, each) = under_buildings(&scene);
        let width = scene.width as usize;
        for (building, own) in scene.buildings.iter().zip(&each) {
            if own.len() < 60 {
                continue;
            }
            let share = |wanted: &[Label]| {
                own.iter().filter(|&&i| wanted.contains(&label(&scene, i))).count() as f32 / own.len() as f32
            };
            // A crown may reach over a roof; nothing else may.
            assert!(share(&[Label::Building, Label::Tree, Label::Shrub]) > 0.9, "seed {seed}: {building:?}");
            assert!(share(&[Label::Building]) > 0.6, "seed {seed}: {building:?}");
            assert_eq!(share(&[Label::Water]), 0.0);
            // At the rim a pixel may show more of the neighbour.
            let interior = |i: usize| [i - 1, i + 1, i - width, i + width].iter().all(|j| own.contains(j));
            let last_row = scene.labels.len() - width;
            let roofs = own.iter().filter(|&&i| {
                i > width && i + 1 < last_row && interior(i) && label(&scene, i) == Label::Building
            });
            let (mut low, mut high) = (f32::INFINITY, f32::NEG_INFINITY);
            for &i in roofs {
                low = low.min(scene.height_m[i]);
                high = high.max(scene.height_m[i]);
                assert!(scene.above_m[i] >= building.eaves_m - 0.01);
                assert!(scene.above_m[i] <= building.height_m + 2.5);
            }
            assert!(high - low < 0.02, "seed {seed}: the ground under a roof varies by {} m", high - low);
        }
        // And no roof without an outline; a pixel at its rim may go either way.
        for (i, _) in scene.labels.iter().enumerate().filter(|&(_, &v)| v == Label::Building as u8) {
            let (column, row) = (i % width, i / width);
            let near = (row.saturating_sub(1)..=(row + 1).min(scene.height as usize - 1)).any(|r| {
                (column.saturating_sub(1)..=(column + 1).min(width - 1)).any(|c| any[r * width + c])
            });
            assert!(near, "seed {seed}: roof without an outline at {column}, {row}");
        }
    }
}

#[test]
fn streets_lie_lower_than_the_plots_beside_them() {
    let scene = town(5);
    let width = scene.width as usize;
    let mut steps = Vec::new();
    for row in 0..scene.height as usize {
        for column in 0..width - 2 {
            let (road, side) = (row * width + column, row * width + column + 2);
            if label(&scene, road) == Label::Road && label(&scene, side) == Label::Grass {
                steps.push(scene.height_m[side] - scene.height_m[road]);
            }
        }
    }
    steps.sort_by(f32::total_cmp);
    assert!(steps.len() > 40);
    assert!(steps[steps.len() / 2] > 0.1, "median step {} m", steps[steps.len() / 2]);
}

#[test]
fn the_picture_is_muted_like_an_aerial_photograph() {
    let scene = town(1);
    let mean = |f: &dyn Fn(&[u8]) -> f32| {
        scene.rgb.chunks_exact(3).map(f).sum::<f32>() / (scene.labels.len() as f32)
    };
    let spread = |p: &[u8]| f32::from(p.iter().max().unwrap() - p.iter().min().unwrap());
    let brightness = mean(&|p| p.iter().map(|&v| f32::from(v)).sum::<f32>() / 3.0);
    assert!((80.0..150.0).contains(&brightness), "mean {brightness}");
    assert!((8.0..40.0).contains(&mean(&spread)), "mean chroma {}", mean(&spread));
    // Plants shine in the near infrared, water drinks it.
    let nir = |wanted: Label| {
        let values: Vec<f32> = (0..scene.labels.len())
            .filter(|&i| label(&scene, i) == wanted)
            .map(|i| f32::from(scene.nir[i]))
            .collect();
        values.iter().sum::<f32>() / values.len() as f32
    };
    assert!(nir(Label::Grass) > nir(Label::Road) && nir(Label::Road) > nir(Label::Water));
}

#[test]
fn shadows_fall_away_from_the_sun() {
    let scene = town(2);
    let (width, height) = (scene.width as usize, scene.height as usize);
    let azimuth = scene.sun.azimuth_deg.to_radians();
    let brightness = |toward: f32| {
        let (mut sum, mut count) = (0.0, 0);
        for (building, own) in scene.buildings.iter().zip(under_buildings(&scene).1) {
            // Just outside the middle of each wall that faces (or turns its back on) the sun.
            let half = building.outline.len() as f32;
            let middle =
                building.outline.iter().fold([0.0, 0.0], |m, c| [m[0] + c[0] / half, m[1] + c[1] / half]);
            if own.len() < 150 {
                continue;
            }
            let step = [azimuth.sin() * toward, -azimuth.cos() * toward];
            let mut at = middle;
            for beyond in 0..200 {
                at = [at[0] + step[0], at[1] + step[1]];
                let (column, row) = (at[0] as usize, at[1] as usize);
                if at[0] < 0.0 || at[1] < 0.0 || column >= width || row >= height || beyond > 60 {
                    break;
                }
                if !covers(building, column, row) {
                    let out = [(at[0] + 2.0 * step[0]) as usize, (at[1] + 2.0 * step[1]) as usize];
                    let index = out[1].min(height - 1) * width + out[0].min(width - 1);
                    if [Label::Grass, Label::Paved, Label::Bare].contains(&label(&scene, index)) {
                        sum += f32::from(scene.rgb[3 * index + 1]);
                        count += 1;
                    }
                    break;
                }
            }
        }
        assert!(count > 5, "{count} walls");
        sum / count as f32
    };
    let (sunny, shady) = (brightness(1.0), brightness(-1.0));
    assert!(sunny > shady + 25.0, "sunny side {sunny}, shady side {shady}");
}

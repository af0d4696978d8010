//! A whole edit on a tiny folder with the real key names.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

use std::path::Path;
use std::sync::OnceLock;

use foreshock_models::edit::{EditError, EditRequest, Edited, Editor, Gray8, LoadError, Preserve, Rgb8};
use foreshock_models::init::{Named, Stored};
use foreshock_models::{LoadOptions, init, load};
use tempfile::TempDir;

fn folder() -> &'static Path {
    static FOLDER: OnceLock<TempDir> = OnceLock::new();
    FOLDER
        .get_or_init(|| {
            let folder = TempDir::new().unwrap();
            init::tiny(folder.path(), 1).unwrap();
            folder
        })
        .path()
}

fn editor(dtype: &str) -> Box<dyn Editor + Send> {
    load(folder(), &LoadOptions { dtype: dtype.to_owned(), threads: 1, ..LoadOptions::default() }).unwrap()
}

fn picture(width: usize, height: usize, from: usize) -> Rgb8 {
    let data = (0..height)
        .flat_map(|y| {
            (0..width).flat_map(move |x| {
                [((x + from) * 3 % 256) as u8, (y * 5 % 256) as u8, ((x + from) * y % 97) as u8]
            })
        })
        .collect();
    Rgb8 { width, height, data }
}

fn request(width: usize, height: usize) -> EditRequest {
    EditRequest {
        source: picture(width, height, 0),
        valid: None,
        mask: None,
        examples: Vec::new(),
        instruction: "flood the low streets up to the door sills".to_owned(),
        steps: 3,
        guidance: 30.0,
        seed: 7,
        strength: 1.0,
        preserve: Preserve::None,
        quality: "full".to_owned(),
        adapter: None,
        candidate: 0,
        noise_origin: [0, 0],
    }
}

fn run(editor: &dyn Editor, request: EditRequest) -> Edited {
    let mut session = editor.begin(request).unwrap();
    while !session.is_done() {
        editor.step(&mut [&mut session]).unwrap();
    }
    editor.finish(session).unwrap()
}

#[test]
fn an_edit_is_a_function_of_its_request() {
    let editor = editor("f32");
    let first = run(&*editor, request(96, 64));
    assert_eq!((first.pixels.width, first.pixels.height, first.pixels.data.len()), (96, 64, 96 * 64 * 3));
    assert!(first.weight.data.iter().all(|weight| *weight == 255));
    let spread = first.pixels.data.iter().max().unwrap() - first.pixels.data.iter().min().unwrap();
    assert!(spread > 20, "a picture, not a flat field: {spread}");
    assert_eq!(first.pixels, run(&*editor, request(96, 64)).pixels, "equal requests give equal bytes");
    for other in [
        EditRequest { seed: 8, ..request(96, 64) },
        EditRequest { instruction: "snow covers roofs, gardens and fields".to_owned(), ..request(96, 64) },
        EditRequest { guidance: 3.0, ..request(96, 64) },
        EditRequest { noise_origin: [16, 0], ..request(96, 64) },
        EditRequest { source: picture(96, 64, 5), ..request(96, 64) },
        EditRequest { strength: 0.6, ..request(96, 64) },
    ] {
        assert_ne!(first.pixels, run(&*editor, other).pixels);
    }
}

#[test]
fn company_does_not_matter_beyond_rounding() {
    let editor = editor("f32");
    let alone = run(&*editor, request(64, 64));
    let mut a = editor.begin(request(64, 64)).unwrap();
    let mut b = editor
        .begin(EditRequest { seed: 9, steps: 5, instruction: "snow".to_owned(), ..request(64, 64) })
        .unwrap();
    editor.step(&mut [&mut b]).unwrap();
    assert_eq!(a.batch_key(), b.batch_key());
    while !a.is_done() {
        editor.step(&mut [&mut a, &mut b]).unwrap();
    }
    assert_eq!((a.step(), a.of(), b.step(), b.of()), (3, 3, 4, 5));
    let together = editor.finish(a).unwrap();
    let worst =
        alone.pixels.data.iter().zip(&together.pixels.data).map(|(a, b)| a.abs_diff(*b)).max().unwrap();
    assert!(worst <= 1, "{worst}");
}

#[test]
fn bf16_is_nearer_to_f32_than_another_seed_is() {
    // Not equal, by design: bf16 rounds σ and guidance before the sinusoid, as the reference does.
    let mean = |a: &Edited, b: &Edited| {
        a.pixels.data.iter().zip(&b.pixels.data).map(|(a, b)| f64::from(a.abs_diff(*b))).sum::<f64>()
            / a.pixels.data.len() as f64
    };
    let wide = run(&*editor("f32"), request(64, 64));
    let narrow = run(&*editor("bf16"), request(64, 64));
    let other = run(&*editor("f32"), EditRequest { seed: 8, ..request(64, 64) });
    assert!(
        mean(&wide, &narrow) < 0.5 * mean(&wide, &other),
        "{} against {}",
        mean(&wide, &narrow),
        mean(&wide, &other)
    );
}

#[test]
fn the_mask_bounds_the_weight() {
    let editor = editor("f32");
    let mask = Gray8 {
        width: 64,
        height: 64,
        data: (0..64 * 64).map(|i| if i % 64 >= 32 { 255 } else { 0 }).collect(),
    };
    for preserve in [Preserve::Mask, Preserve::Change, Preserve::None] {
        let edited = run(&*editor, EditRequest { mask: Some(mask.clone()), preserve, ..request(64, 64) });
        assert!(edited.weight.data.iter().zip(&mask.data).all(|(weight, mask)| *mask != 0 || *weight == 0));
    }
}

#[test]
fn what_does_not_fit_is_refused_by_field() {
    let editor = editor("f32");
    let refused = |request: EditRequest| editor.begin(request).err().expect("must be refused");
    assert!(matches!(refused(request(60, 64)), EditError::Invalid { field: "source", .. }));
    assert!(matches!(refused(request(2048, 64)), EditError::Invalid { field: "source", .. }));
    let mask = Gray8 { width: 32, height: 32, data: vec![255; 1024] };
    assert!(matches!(
        refused(EditRequest { mask: Some(mask), ..request(64, 64) }),
        EditError::Invalid { field: "mask", .. }
    ));
    for examples in [
        vec![(picture(64, 64, 0), picture(64, 80, 1))],
        vec![(picture(8, 64, 0), picture(8, 64, 1))],
        vec![(picture(64, 64, 0), picture(64, 64, 1)); 4],
    ] {
        assert!(matches!(
            refused(EditRequest { examples, ..request(64, 64) }),
            EditError::Invalid { field: "examples", .. }
        ));
    }
    assert!(matches!(
        refused(EditRequest { adapter: Some("none such".to_owned()), ..request(64, 64) }),
        EditError::Invalid { field: "params.adapter", .. }
    ));
    assert!(matches!(
        refused(EditRequest { quality: "draft".to_owned(), ..request(64, 64) }),
        EditError::Unsupported { .. }
    ));
    assert!(matches!(
        refused(EditRequest { instruction: "洪水淹没了街道".to_owned(), ..request(64, 64) }),
        EditError::UnknownWords { .. }
    ));
    assert!(
        editor
            .check(&EditRequest {
                instruction: "flood Köln’s old town, 3 m deep".to_owned(),
                ..request(64, 64)
            })
            .is_ok()
    );
}

#[test]
fn a_folder_that_does_not_fit_is_refused_by_name() {
    let copy = TempDir::new().unwrap();
    init::tiny(copy.path(), 1).unwrap();
    let config = copy.path().join("transformer/config.json");
    let text = std::fs::read_to_string(&config)
        .unwrap()
        .replace("\"num_single_layers\": 2", "\"num_single_layers\": 3");
    std::fs::write(&config, text).unwrap();
    let message = load(copy.path(), &LoadOptions::default()).err().unwrap().to_string();
    assert!(message.contains("missing: single_transformer_blocks.2."), "{message}");

    let text = std::fs::read_to_string(&config)
        .unwrap()
        .replace("\"num_single_layers\": 3", "\"num_single_layers\": 1");
    std::fs::write(&config, text).unwrap();
    let message = load(copy.path(), &LoadOptions::default()).err().unwrap().to_string();
    assert!(message.contains("unexpected: single_transformer_blocks.1."), "{message}");

    let weights = copy.path().join("vae/diffusion_pytorch_model.safetensors");
    let bytes = std::fs::read(&weights).unwrap();
    std::fs::write(&weights, &bytes[..bytes.len() / 2]).unwrap();
    assert!(matches!(load(copy.path(), &LoadOptions::default()), Err(LoadError::Weights(_))));
    assert!(matches!(load(Path::new("/nowhere"), &LoadOptions::default()), Err(LoadError::Io { .. })));
}

#[test]
fn the_digest_follows_the_weights() {
    let other = TempDir::new().unwrap();
    init::tiny(other.path(), 2).unwrap();
    let digest = |folder: &Path| load(folder, &LoadOptions::default()).unwrap().info().fingerprint.clone();
    assert_ne!(digest(folder()), digest(other.path()));
    assert_eq!(digest(folder()), digest(folder()));
}

/// A second family behind the same seam: Kontext edits by reference tokens.
#[test]
fn both_families_edit_and_take_examples() {
    let kontext = TempDir::new().unwrap();
    init::folder(Named::TinyKontext, kontext.path(), 1, Stored::Bf16).unwrap();
    for folder in [folder(), kontext.path()] {
        let editor = load(folder, &LoadOptions { threads: 1, ..LoadOptions::default() }).unwrap();
        let plain = run(&*editor, request(64, 48));
        assert_eq!((plain.pixels.width, plain.pixels.height), (64, 48));
        let examples =
            vec![(picture(40, 33, 3), picture(40, 33, 9)), (picture(64, 64, 3), picture(64, 64, 9))];
        let shown = run(&*editor, EditRequest { examples: examples.clone(), ..request(64, 48) });
        assert_ne!(plain.pixels, shown.pixels, "examples matter");
        let one = run(&*editor, EditRequest { examples: examples[..1].to_vec(), ..request(64, 48) });
        assert_ne!(one.pixels, shown.pixels, "each of them");
        let other = EditRequest { source: picture(64, 48, 5), preserve: Preserve::Change, ..request(64, 48) };
        assert_ne!(plain.pixels, run(&*editor, other).pixels, "the source matters");
    }
}

/// Mean step between neighbouring columns, at the given ones over all others.
fn seam(image: &Rgb8, columns: &[usize]) -> f64 {
    let step = |col: usize| -> f64 {
        let at = |col: usize, row: usize| &image.data[(row * image.width + col) * 3..][..3];
        (0..image.height)
            .flat_map(|row| (0..3).map(move |channel| (row, channel)))
            .map(|(row, channel)| f64::from(at(col - 1, row)[channel].abs_diff(at(col, row)[channel])))
            .sum()
    };
    let mean = |columns: &mut dyn Iterator<Item = usize>| {
        let steps: Vec<f64> = columns.map(step).collect();
        steps.iter().sum::<f64>() / steps.len() as f64
    };
    // Latents show at every eighth column: compare like with like.
    let others = &mut (8..image.width).step_by(8).filter(|col| !columns.contains(col));
    mean(&mut columns.iter().copied()) / mean(others)
}

fn crop(image: &Rgb8, left: usize, width: usize) -> Rgb8 {
    let data = image
        .data
        .chunks_exact(image.width * 3)
        .flat_map(|row| row[left * 3..][..width * 3].to_vec())
        .collect();
    Rgb8 { width, height: image.height, data }
}

/// A smooth scene, so that a seam cannot hide in the texture.
fn smooth(width: usize, height: usize) -> Rgb8 {
    let wave = |x: usize, y: usize, rate: f64| {
        (127.0 + 90.0 * ((x as f64 / rate).sin() * (y as f64 / rate).cos())) as u8
    };
    let data = (0..height)
        .flat_map(|y| (0..width).flat_map(move |x| [wave(x, y, 90.0), wave(x, y, 130.0), wave(x, y, 170.0)]))
        .collect();
    Rgb8 { width, height, data }
}

#[test]
fn a_large_scene_is_denoised_jointly_without_seams() {
    let editor = editor("f32");
    let (width, height) = (1024, 96);
    let scene = EditRequest { source: smooth(width, height), steps: 6, ..request(width, height) };
    let joint = run(&*editor, scene.clone());
    // Windows of 512 px that overlap by 128: they begin or end at these columns.
    let joint_seam = seam(&joint.pixels, &[384, 512, 896]);
    assert!(joint_seam <= 1.05, "joint: {joint_seam:.3}");

    // The control: windows denoised by themselves and put side by side.
    let halves = [0, 512].map(|left| {
        let part = EditRequest {
            source: crop(&scene.source, left, 512),
            noise_origin: [left as i64, 0],
            ..scene.clone()
        };
        run(&*editor, part).pixels
    });
    let data = halves[0]
        .data
        .chunks_exact(512 * 3)
        .zip(halves[1].data.chunks_exact(512 * 3))
        .flat_map(|(left, right)| [left, right].concat())
        .collect();
    let cut = seam(&Rgb8 { width, height, data }, &[512]);
    assert!(cut > joint_seam && cut > 1.05, "hard cut: {cut:.3}, joint: {joint_seam:.3}");
}

#[test]
fn neighbouring_jobs_agree_because_noise_has_a_place() {
    let editor = editor("f32");
    // Two tiles of 512 px with the overlap that clients plan, an eighth.
    let scene = smooth(960, 512);
    let tile = |left: usize, origin: i64| {
        let source = crop(&scene, left, 512);
        run(&*editor, EditRequest { source, steps: 6, noise_origin: [origin, 0], ..request(512, 512) }).pixels
    };
    let disagreement = |right: &Rgb8, left: &Rgb8| {
        let (a, b) = (crop(left, 448, 64), crop(right, 0, 64));
        let squares = a.data.iter().zip(&b.data).map(|(a, b)| f64::from(a.abs_diff(*b)).powi(2));
        squares.sum::<f64>() / a.data.len() as f64
    };
    let left = tile(0, 0);
    let placed = disagreement(&tile(448, 448), &left);
    let unplaced = disagreement(&tile(448, 0), &left);
    let gain = 10.0 * (unplaced / placed.max(1e-9)).log10();
    assert!(gain >= 6.0, "{gain:.1} dB: {placed:.1} against {unplaced:.1}");
}

/// What a judge looks at: the estimate of a few steps is nearer to the end than noise is, and looking changes nothing.
#[test]
fn a_preview_shows_where_a_session_goes() {
    let editor = editor("f32");
    let asked = EditRequest { steps: 8, ..request(64, 64) };
    let undisturbed = run(&*editor, asked.clone());
    let mut session = editor.begin(asked).unwrap();
    let apart = |picture: &Rgb8| -> u64 {
        picture.data.iter().zip(&undisturbed.pixels.data).map(|(a, b)| u64::from(a.abs_diff(*b))).sum()
    };
    let mut distances = vec![apart(&editor.preview(&session).unwrap())];
    while !session.is_done() {
        editor.step(&mut [&mut session]).unwrap();
        distances.push(apart(&editor.preview(&session).unwrap()));
    }
    assert_eq!(distances.last(), Some(&0), "after the last step the preview is the result");
    assert!(distances[6] < distances[0], "{distances:?}");
    assert_eq!(editor.finish(session).unwrap().pixels, undisturbed.pixels);
}

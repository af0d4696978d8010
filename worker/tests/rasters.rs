//! Rasters of every kind on the client side: what may not be painted stays, what lies at the ends of the Earth comes back, and what
//! cannot be edited is refused with the remedy.

#![expect(clippy::unwrap_used, reason = "helpers of tests: a panic is a failed test")]

mod common;

use std::path::Path;

use common::{Desk, Mischief, Painter, SIDE, Scene, UTM, model, open, read};
use foreshock_protocol::grid::Window;
use foreshock_worker::cli::Exit;
use foreshock_worker::client::request::{Request, Workbench};
use foreshock_worker::raster::sample::Sample;
use gdal::raster::ColorInterpretation as Color;

const RGB_ALPHA: [Color; 4] = [Color::RedBand, Color::GreenBand, Color::BlueBand, Color::AlphaBand];

fn texture(band: usize, col: usize, row: usize) -> u8 {
    40 + ((col * 7 + row * 11 + band * 30) % 200) as u8
}

fn plan(desk: &Desk) -> Result<Request, String> {
    Workbench::open(&desk.wish, &model()).map(|bench| bench.request).map_err(|error| error.to_string())
}

/// Paints everything everywhere and sees that only valid pixels changed, and nearly all of them.
async fn only_valid_change<T: Sample + PartialEq + std::fmt::Debug>(
    scene: Scene<'_>,
    sample: impl Fn(usize, usize, usize) -> T,
    valid: impl Fn(usize, usize) -> bool,
) {
    let desk = Desk::new();
    scene.write(&desk.wish.input, &sample);
    desk.run(&mut Painter::new(Mischief::PaintsEverything)).await.unwrap();
    desk.expect_same_kind();
    let mut changed = vec![false; scene.size.0 * scene.size.1];
    for band in 0..scene.bands {
        let (source, result) =
            (read::<T>(&desk.wish.input, band + 1), read::<T>(&desk.wish.output, band + 1));
        for (place, (before, after)) in source.iter().zip(&result).enumerate() {
            // Not `==`: a NaN differs from itself.
            if before.number().to_bits() != after.number().to_bits() {
                let (col, row) = (place % scene.size.0, place / scene.size.0);
                assert!(valid(col, row), "band {band} at {col} {row}: {before:?} became {after:?}");
                changed[place] = true;
            }
        }
        let masks = [&desk.wish.input, &desk.wish.output].map(|path| {
            let file = open(path);
            let band = file.rasterband(band + 1).unwrap();
            let mask = band.open_mask_band().unwrap();
            mask.read_band_as::<u8>().unwrap().data().to_vec()
        });
        assert_eq!(masks[0], masks[1], "what GDAL takes for nodata is the same as before, in band {band}");
    }
    let may = (0..changed.len()).filter(|place| valid(place % scene.size.0, place / scene.size.0)).count();
    let did = changed.iter().filter(|changed| **changed).count();
    assert!(may > 0 && did * 10 > may * 9, "{did} of {may}");
}

#[tokio::test]
async fn alpha_counts_among_many_bands() {
    let colors = [Color::RedBand, Color::GreenBand, Color::BlueBand, Color::Undefined, Color::AlphaBand];
    let scene = Scene {
        bands: 5,
        options: &[("PHOTOMETRIC", "RGB"), ("ALPHA", "NO")],
        colors: &colors,
        ..Scene::default()
    };
    let sample = |band, col, row: usize| match band {
        4 if row < 30 => 0,
        4 => 255,
        _ => texture(band, col, row),
    };
    only_valid_change(scene, sample, |_, row| row >= 30).await;
}

#[tokio::test]
async fn alpha_and_nodata_both_count() {
    let scene = Scene {
        bands: 4,
        nodata: Some(0.0),
        options: &[("PHOTOMETRIC", "RGB"), ("ALPHA", "YES")],
        colors: &RGB_ALPHA,
        ..Scene::default()
    };
    let sample = |band, col, row: usize| match band {
        3 if row < 30 => 0,
        3 => 255,
        _ if col < 25 => 0,
        _ => texture(band, col, row),
    };
    only_valid_change(scene, sample, |col, row| row >= 30 && col >= 25).await;
}

#[tokio::test]
async fn mask_nodata_and_alpha_all_count() {
    let scene = Scene {
        bands: 4,
        nodata: Some(7.0),
        options: &[("PHOTOMETRIC", "RGB"), ("ALPHA", "YES")],
        colors: &RGB_ALPHA,
        mask: Some(|col, _| col < 130),
        ..Scene::default()
    };
    let sample = |band, col, row: usize| match band {
        3 if row < 30 => 0,
        3 => 255,
        _ if col < 25 => 7,
        _ => texture(band, col, row),
    };
    only_valid_change(scene, sample, |col, row| row >= 30 && (25..130).contains(&col)).await;
}

#[tokio::test]
async fn alpha_of_floats_counts() {
    let scene = Scene {
        bands: 4,
        options: &[("PHOTOMETRIC", "RGB"), ("ALPHA", "YES")],
        colors: &RGB_ALPHA,
        ..Scene::default()
    };
    let sample = |band, col, row: usize| match band {
        3 if row < 30 => 0.0,
        3 => 1.0,
        _ => f32::from(texture(band, col, row)) / 255.0,
    };
    only_valid_change(scene, sample, |_, row| row >= 30).await;
}

/// Edited samples lie on the nodata value now and then, and GDAL also takes those for nodata that lie near it.
#[tokio::test]
async fn no_edited_sample_becomes_nodata() {
    // One below, one above the value: the stretch reaches from 0 to 255, so that edits land on 128.
    let float = |_: usize, col: usize, row: usize| match (col + row) % 50 {
        0 | 1 => 0.0,
        48 | 49 => 255.0,
        _ => f32::from(texture(0, col, row)) + 0.25,
    };
    only_valid_change(Scene { bands: 3, nodata: Some(128.0), ..Scene::default() }, float, |_, _| true).await;
    let byte = |band, col, row| if col < 20 { 0 } else { texture(band, col, row) };
    let fraction = Scene { nodata: Some(0.5), ..Scene::default() };
    only_valid_change(fraction, byte, |col, _| col >= 20).await;
}

#[tokio::test]
async fn nodata_in_the_metadata_makes_no_mask() {
    let scene = Scene { tags: &[("NODATA_VALUES", "0 0 0")], ..Scene::default() };
    let sample = |band, col, row| if col < 20 { 0 } else { texture(band, col, row) };
    only_valid_change(scene, sample, |col, _| col >= 20).await;
}

/// A collar of zeros that nobody called nodata: the percentiles see nothing else.
#[test]
fn a_collar_does_not_hide_what_is_inside() {
    let desk = Desk::new();
    let inside = |col: usize, row: usize| (70..85).contains(&col) && (50..60).contains(&row);
    let sample = |_, col, row| if inside(col, row) { 500 + (col * row % 900) as u16 } else { 0 };
    Scene::default().write(&desk.wish.input, sample);
    let stretch = plan(&desk).unwrap().stretch.bands[0];
    assert!(stretch.lo == 0.0 && stretch.hi > 1000.0, "{stretch:?}");
}

#[test]
fn flat_and_endless_floats_are_planned_or_refused_in_words() {
    let desk = Desk::new();
    let scene = Scene { bands: 1, ..Scene::default() };
    scene.write(&desk.wish.input, |_, _, _| 1e30_f32);
    let stretch = plan(&desk).unwrap().stretch.bands[0];
    assert!(stretch.lo < stretch.hi);
    scene.write(&desk.wish.input, |_, col, _| if col % 2 == 0 { -1.7e308_f64 } else { 1.7e308 });
    let error = plan(&desk).unwrap_err();
    assert!(error.contains("band 1") && error.contains("-a_nodata"), "{error}");
}

/// Puts zeros with a sign where a file says how it is rotated.
#[tokio::test]
async fn a_rotation_of_minus_zero_is_none() {
    let desk = Desk::new();
    let odd = 7e-9_f64;
    let geotransform = Some([UTM[0], UTM[1], odd, UTM[3], odd, UTM[5]]);
    Scene { geotransform, ..Scene::default() }.write(&desk.wish.input, texture);
    let mut bytes = std::fs::read(&desk.wish.input).unwrap();
    let mut found = 0;
    for place in 0..bytes.len() - 8 {
        if bytes[place..place + 8] == odd.to_le_bytes() {
            bytes[place..place + 8].copy_from_slice(&(-0.0_f64).to_le_bytes());
            found += 1;
        }
    }
    assert_eq!(found, 2);
    std::fs::write(&desk.wish.input, bytes).unwrap();
    assert!(open(&desk.wish.input).geo_transform().unwrap()[2].is_sign_negative());
    desk.run(&mut Painter::new(Mischief::None)).await.unwrap();
    let [source, result] =
        [&desk.wish.input, &desk.wish.output].map(|path| open(path).geo_transform().unwrap());
    assert_eq!(source, result);
}

/// Rounding of another program is no rotation; it comes back bit for bit.
#[tokio::test]
async fn a_rotation_by_rounding_is_kept() {
    let desk = Desk::new();
    let geotransform = Some([UTM[0], UTM[1], 1e-12, UTM[3], -1e-12, UTM[5]]);
    Scene { geotransform, ..Scene::default() }.write(&desk.wish.input, texture);
    desk.run(&mut Painter::new(Mischief::None)).await.unwrap();
    desk.expect_same_kind();
}

/// Area and outline of the footprint of a raster that is painted all over.
async fn footprint(scene: Scene<'_>) -> (f64, Vec<[f64; 2]>) {
    let desk = Desk::new();
    scene.write(&desk.wish.input, texture);
    let (_, written) = desk.run(&mut Painter::new(Mischief::PaintsEverything)).await.unwrap();
    let text = std::fs::read_to_string(desk.path("footprint.geojson")).unwrap();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let mut points = Vec::new();
    let mut open = vec![&json["features"][0]["geometry"]["coordinates"]];
    while let Some(value) = open.pop() {
        match value.as_array().unwrap().as_slice() {
            [lon, lat] if lon.is_number() => points.push([lon.as_f64().unwrap(), lat.as_f64().unwrap()]),
            parts => open.extend(parts),
        }
    }
    assert!(points.iter().all(|[lon, lat]| lon.abs() <= 180.0 && lat.abs() <= 90.0));
    (written.area_m2.unwrap(), points)
}

#[tokio::test]
async fn footprints_go_around_the_poles_and_the_earth() {
    for (epsg, pole) in [(3413, 90.0), (3031, -90.0)] {
        let geotransform = Some([-50_000.0, 1000.0, 0.0, 50_000.0, 0.0, -1000.0]);
        let scene = Scene { size: (100, 100), geotransform, epsg: Some(epsg), ..Scene::default() };
        let (area, points) = footprint(scene).await;
        // 100 km a side; the scale at the pole is 0.970 or 0.973.
        assert!((area / 1e10 - 1.06).abs() < 0.01, "{area}");
        assert!(points.iter().any(|point| point[1] == pole));
    }
    for (west, north) in [(0.0, 90.0), (-180.0, 90.0), (-181.0, 91.0)] {
        let geotransform = Some([west, 2.0, 0.0, north, 0.0, -2.0]);
        let height = if north > 90.0 { 91 } else { 90 };
        let scene = Scene { size: (180, height), geotransform, epsg: Some(4326), ..Scene::default() };
        let (area, _) = footprint(scene).await;
        assert!((area / 5.100_656e14 - 1.0).abs() < 1e-6, "{area}");
    }
}

/// Corners of a world map lie beyond the edge of the world: the result is written, the footprint is not, and the user is told.
#[tokio::test]
async fn without_places_there_is_a_result_and_no_footprint() {
    let desk = Desk::new();
    let geotransform = Some([1e9, 0.5, 0.0, 1e9, 0.0, -0.5]);
    Scene { geotransform, ..Scene::default() }.write(&desk.wish.input, texture);
    let (_, written) = desk.run(&mut Painter::new(Mischief::PaintsEverything)).await.unwrap();
    desk.expect_same_kind();
    assert!(written.footprint.is_none() && !desk.path("footprint.geojson").exists());
    assert!(written.warnings.iter().any(|warning| warning.contains("footprint")), "{:?}", written.warnings);
}

fn write_area(path: &Path, boxes: &[[f64; 4]]) {
    let rings = boxes.iter().map(|[west, south, east, north]| {
        [[[west, south], [east, south], [east, north], [west, north], [west, south]]]
    });
    let polygons: Vec<_> = rings.collect();
    let text = serde_json::json!({"type": "MultiPolygon", "coordinates": polygons}).to_string();
    // A byte order mark, as some editors write.
    std::fs::write(path, format!("\u{feff}{text}")).unwrap();
}

#[test]
fn areas_are_found_over_the_antimeridian() {
    let mut desk = Desk::new();
    desk.wish.aoi = Some(desk.path("aoi.geojson"));
    let window = |desk: &Desk, boxes: &[[f64; 4]]| {
        write_area(&desk.path("aoi.geojson"), boxes);
        plan(desk).map(|request| request.plan.window)
    };
    // From 179.9° east to 179.7° west.
    let beyond = Some([179.9, 0.004, 0.0, -16.0, 0.0, -0.004]);
    Scene { size: (100, 60), geotransform: beyond, epsg: Some(4326), ..Scene::default() }
        .write(&desk.wish.input, texture);
    let found = window(&desk, &[[-179.948, -16.2, -179.848, -16.1]]).unwrap();
    assert_eq!(found, Window { col: 38, row: 25, width: 25, height: 25 });
    let split = [[179.948, -16.2, 180.0, -16.1], [-180.0, -16.2, -179.948, -16.1]];
    let found = window(&desk, &split).unwrap();
    assert_eq!(found, Window { col: 12, row: 25, width: 26, height: 25 });
    assert!(window(&desk, &[[100.0, -16.2, 101.0, -16.1]]).unwrap_err().contains("overlap"));
    // From 0 to 360, 100° to 80° west.
    let globe = Some([0.0, 2.0, 0.0, 90.0, 0.0, -2.0]);
    Scene { size: (180, 90), geotransform: globe, epsg: Some(4326), ..Scene::default() }
        .write(&desk.wish.input, texture);
    let found = window(&desk, &[[-100.0, 10.0, -80.0, 30.0]]).unwrap();
    assert_eq!(found, Window { col: 130, row: 30, width: 10, height: 10 });
}

/// What cannot be edited is refused before a broker or a model is looked for, with exit code 2.
#[test]
fn refusals_name_fact_and_remedy() {
    let refused = |desk: &Desk, words: &[&str]| {
        let error = desk.wish.check().unwrap_err();
        assert_eq!(error.exit(), Exit::BadInput);
        let said = error.to_string();
        assert!(words.iter().all(|word| said.contains(word)), "{said}");
        assert!(!said.contains("NULL pointer"), "{said}");
    };
    let size = (20, 20);
    let fine = || {
        let desk = Desk::new();
        Scene { size, ..Scene::default() }.write(&desk.wish.input, texture);
        desk
    };
    let desk = Desk::new();
    let metres = Scene { size, epsg: Some(4326), ..Scene::default() };
    metres.write(&desk.wish.input, texture);
    refused(&desk, &["no degrees", "-a_srs"]);
    let cmyk = Scene { size, bands: 4, options: &[("PHOTOMETRIC", "CMYK")], ..Scene::default() };
    cmyk.write(&desk.wish.input, texture);
    refused(&desk, &["CMYK"]);
    let white = Scene { size, bands: 1, options: &[("PHOTOMETRIC", "MINISWHITE")], ..Scene::default() };
    white.write(&desk.wish.input, texture);
    refused(&desk, &["MINISWHITE"]);
    for (bytes, word) in [(&b""[..], "empty"), (b"\x89PNG\r\n\x1a\n", "a PNG"), (b"II*\0\x08\0\0\0", "TIFF")]
    {
        std::fs::write(&desk.wish.input, bytes).unwrap();
        refused(&desk, &[word]);
    }

    for fact in ["Scale", "Offset", "UnitType", "Description", "ColorInterp", "CategoryNames", "ColorTable"] {
        let desk = fine();
        let text =
            format!("<PAMDataset><PAMRasterBand band=\"1\"><{fact}>1</{fact}></PAMRasterBand></PAMDataset>");
        std::fs::write(desk.path("in.tif.aux.xml"), text).unwrap();
        refused(&desk, &["in.tif.aux.xml", "gdal_translate"]);
    }
    let desk = fine();
    let statistics = "<PAMDataset><PAMRasterBand band=\"1\"><Metadata><MDI key=\"STATISTICS_MEAN\">3</MDI></Metadata></PAMRasterBand></PAMDataset>";
    std::fs::write(desk.path("in.tif.aux.xml"), statistics).unwrap();
    desk.wish.check().unwrap();

    let with = |change: &dyn Fn(&mut Desk), words: &[&str]| {
        let mut desk = fine();
        change(&mut desk);
        refused(&desk, words);
    };
    with(&|desk| desk.wish.tile = Some(100), &["--tile 100", "multiple of 16"]);
    with(&|desk| desk.wish.tile = Some(4096), &["--tile 4096", "2048"]);
    with(&|desk| desk.wish.steps = Some(0), &["--steps 0", "1 to 200"]);
    with(&|desk| desk.wish.guidance = Some(f64::NAN), &["--guidance"]);
    with(&|desk| desk.wish.guidance = Some(-1.0), &["--guidance -1"]);
    with(&|desk| desk.wish.seed = 1 << 53, &["--seed", "2^53"]);
    with(&|desk| desk.wish.preserve = Some(foreshock_protocol::job::Preserve::Mask), &["needs a --mask"]);
    with(&|desk| desk.wish.mask = Some(desk.folder.path().to_owned()), &["mask", "is a folder"]);
    with(&|desk| desk.wish.output = desk.path("out.png"), &["out.png", ".tif"]);
}

#[test]
fn further_pages_are_mentioned() {
    let desk = Desk::new();
    Scene { size: (20, 20), ..Scene::default() }.write(&desk.wish.input, texture);
    assert!(plan(&desk).unwrap().warnings.iter().all(|warning| !warning.contains("pages")));
    let append = Scene { size: (30, 30), options: &[("APPEND_SUBDATASET", "YES")], ..Scene::default() };
    append.write(&desk.wish.input, texture);
    let warnings = plan(&desk).unwrap().warnings;
    assert!(warnings.iter().any(|warning| warning.contains("2 pages")), "{warnings:?}");
    assert_eq!(SIDE, 64, "the tiles of these tests");
}

/// A program that reads standard output is told of every failure.
#[test]
fn a_model_that_cannot_be_loaded_is_said_in_json() {
    let desk = Desk::new();
    Scene { size: (20, 20), ..Scene::default() }.write(&desk.wish.input, texture);
    let ended = std::process::Command::new(env!("CARGO_BIN_EXE_foreshock"))
        .args(["edit", "--json", "--instruction", "flood", "--threads", "1"])
        .args(["--model".as_ref(), desk.path("no model").as_os_str()])
        .args([
            "--input".as_ref(),
            desk.wish.input.as_os_str(),
            "--output".as_ref(),
            desk.wish.output.as_os_str(),
        ])
        .current_dir(desk.folder.path())
        .output()
        .unwrap();
    assert!(!ended.status.success());
    let line: serde_json::Value = serde_json::from_slice(&ended.stdout).unwrap();
    assert_eq!(line["event"], "error");
    assert!(line["message"].as_str().unwrap().contains("model"));
}

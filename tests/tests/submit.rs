//! The main job: `foreshock submit` sends a GeoTIFF through the queue and a layer on the same grid comes back.

use std::path::Path;

use anyhow::{Context as _, ensure};
use foreshock_tests::command::Options;
use foreshock_tests::jobs::INSTRUCTION;
use foreshock_tests::raster::Raster;
use foreshock_tests::rig::{Rig, edit, fresh_seed};
use foreshock_tests::scene::{Scene, texture_u8};
use gdal::vector::LayerAccess;
use geojson::{FeatureCollection, GeometryValue};
use serde_json::Value;

/// The sample scene that the demo uses, smaller.
async fn sample_scene(path: &Path, side: u32) -> anyhow::Result<()> {
    let side = side.to_string();
    let path = path.to_string_lossy();
    let arguments = ["sample-scene", &path, "--seed", "3", "--size", &side, "--gsd", "0.5"];
    foreshock_tests::command::run(&arguments, &[]).await?.expect_code(0)?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sample_scene_brings_its_buildings_and_its_ground() -> anyhow::Result<()> {
    let folder = foreshock_tests::folder()?;
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let (scene, houses, ground) = (path("town.tif"), path("houses.gpkg"), path("dem.tif"));
    let arguments = ["sample-scene", &scene, "--size", "640", "--buildings", &houses, "--elevation", &ground];
    foreshock_tests::command::run(&arguments, &[]).await?.expect_code(0)?;

    let open = |path: &str| {
        let drivers: &[&str] = &["GTiff", "GPKG"];
        gdal::Dataset::open_ex(
            path,
            gdal::DatasetOptions { allowed_drivers: Some(drivers), ..gdal::DatasetOptions::default() },
        )
    };
    let scene = open(&scene)?;
    let [left, gsd, _, top, ..] = scene.geo_transform()?;
    let (right, bottom) = (left + 640.0 * gsd, top - 640.0 * gsd);
    let houses = open(&houses)?;
    let mut layer = houses.layer(0)?;
    ensure!(layer.feature_count() > 20);
    for house in layer.features() {
        let shape = house.geometry().context("a house without an outline")?;
        let box_ = shape.envelope();
        ensure!(shape.area() >= 1.0 && shape.is_valid());
        ensure!(box_.MinX >= left - 1e-3 && box_.MaxX <= right + 1e-3);
        ensure!(box_.MinY >= bottom - 1e-3 && box_.MaxY <= top + 1e-3);
        ensure!(house.field_as_integer(1)?.context("storeys")? >= 1);
    }
    let ground = open(&ground)?;
    assert_eq!(ground.geo_transform()?, scene.geo_transform()?);
    let heights = ground.rasterband(1)?.read_band_as::<f32>()?;
    let lowest = heights.data().iter().copied().fold(f32::INFINITY, f32::min);
    let highest = heights.data().iter().copied().fold(f32::NEG_INFINITY, f32::max);
    ensure!(highest - lowest > 1.0 && highest < 200.0, "{lowest} to {highest} m");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scene_comes_back_as_a_georeferenced_layer() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let _worker = rig.worker().await?;
    let folder = foreshock_tests::folder()?;
    let path = |name: &str| folder.path().join(name);
    sample_scene(&path("in.tif"), 640).await?;

    let seed = fresh_seed().to_string();
    let text = |path: std::path::PathBuf| path.to_string_lossy().into_owned();
    let options = Options::new(&path("in.tif"), &path("out.tif")).with([
        "--seed".to_owned(),
        seed.clone(),
        "--footprint".to_owned(),
        text(path("footprint.geojson")),
        "--before-after".to_owned(),
        text(path("pair.png")),
    ]);
    rig.submit(&options).await?.expect_code(0)?;

    let (source, result) = (Raster::read(&path("in.tif"))?, Raster::read(&path("out.tif"))?);
    result.expect_grid_of(&source)?;
    result.expect_bands_of(&source)?;
    ensure!(result.changed(&source) > 0, "nothing was edited");
    // One file that every viewer opens fast.
    ensure!(result.overviews > 0, "no overviews");
    ensure!(result.block.0 < result.width && result.block.1 > 1, "not tiled: blocks of {:?}", result.block);

    // It says what it is.
    let tag = |word: &str| {
        let found = result.tags.iter().find(|(key, _)| key.to_lowercase().ends_with(word));
        found
            .map(|(_, value)| value.as_str())
            .with_context(|| format!("no tag …{word} among {:?}", result.tags))
    };
    ensure!(tag("synthetic")? == "YES", "{:?}", result.tags);
    ensure!(tag("instruction")? == INSTRUCTION);
    ensure!(tag("model")? == rig.model.name);
    ensure!(tag("seed")? == seed);
    let digest = tag("model_digest")?;
    ensure!(digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit()), "{digest}");
    for word in ["software", "created", "licence", "steps"] {
        ensure!(!tag(word)?.is_empty(), "the tag {word} is empty");
    }

    check_footprint(&path("footprint.geojson"), &result)?;
    let pair = std::fs::read(path("pair.png"))?;
    ensure!(pair.starts_with(b"\x89PNG\r\n\x1a\n"), "the before/after picture is a PNG");
    Ok(())
}

/// RFC 7946: longitude and latitude, closed rings, exterior counterclockwise; areas that fit the scene.
fn check_footprint(path: &Path, scene: &Raster) -> anyhow::Result<()> {
    let text = std::fs::read_to_string(path)?;
    let collection: FeatureCollection =
        text.parse().context("the footprint is a GeoJSON FeatureCollection")?;
    ensure!(!collection.features.is_empty(), "an edit has a footprint");
    let whole = scene.width as f64 * scene.height as f64 * 0.25;
    for feature in &collection.features {
        let area = feature.property("area_m2").and_then(Value::as_f64).context("area_m2")?;
        ensure!(area > 0.0 && area < whole * 1.01, "{area} m² of a scene of {whole} m²");
        let geometry = feature.geometry.as_ref().context("a feature has a geometry")?;
        let polygons = match &geometry.value {
            GeometryValue::Polygon { coordinates } => vec![coordinates.clone()],
            GeometryValue::MultiPolygon { coordinates } => coordinates.clone(),
            other => anyhow::bail!("a footprint of {}", other.type_name()),
        };
        for ring in polygons.iter().flatten() {
            ensure!(ring.len() >= 4 && ring.first() == ring.last(), "an open ring");
        }
        for polygon in &polygons {
            let ring = polygon.first().context("a polygon has an exterior")?;
            let doubled: f64 =
                ring.windows(2).map(|pair| pair[0][0] * pair[1][1] - pair[1][0] * pair[0][1]).sum();
            // The shoelace sum suffers from the origin's distance; a ring of 16 px is still far above its error.
            ensure!(doubled > 0.0, "the exterior is clockwise");
        }
        let inside = polygons.iter().flatten().flatten().all(|point| {
            // UTM 33 north and the sample scene's surroundings: degrees, longitude first.
            (6.0..24.0).contains(&point[0]) && (-80.0..84.0).contains(&point[1])
        });
        ensure!(inside, "the footprint lies elsewhere: {:?}", polygons.first());
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn outside_the_mask_every_sample_is_the_source() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let _worker = rig.worker().await?;
    let folder = foreshock_tests::folder()?;
    let path = |name: &str| folder.path().join(name);
    let inside = |col: usize, row: usize| (90..330).contains(&col) && (60..200).contains(&row);
    Scene::utm(420, 300).write(&path("in.tif"), texture_u8)?;
    Scene::utm(420, 300).bands(1).write(&path("mask.tif"), |_, col, row| u8::from(inside(col, row)) * 255)?;

    let mask = path("mask.tif").to_string_lossy().into_owned();
    let options = Options::new(&path("in.tif"), &path("out.tif")).with(["--mask".to_owned(), mask]);
    rig.submit(&options).await?.expect_code(0)?;

    let (source, result) = (Raster::read(&path("in.tif"))?, Raster::read(&path("out.tif"))?);
    result.expect_grid_of(&source)?;
    result.expect_samples_of(&source, |col, row| !inside(col, row))?;
    let changed = result.changed(&source);
    ensure!(changed * 2 > 240 * 140, "only {changed} of {} pixels inside the mask were edited", 240 * 140);
    Ok(())
}

/// Every outcome that `--json` tells of, as its `cache` field.
fn cache_states(lines: &[Value]) -> Vec<&str> {
    lines.iter().filter_map(|line| line["cache"].as_str()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_submit_twice_is_served_from_the_cache() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let worker = rig.worker().await?;
    let folder = foreshock_tests::folder()?;
    let path = |name: &str| folder.path().join(name);
    Scene::utm(400, 200).write(&path("in.tif"), texture_u8)?;
    let seed = fresh_seed().to_string();
    let options = |name: &str| Options::new(&path("in.tif"), &path(name)).with(["--seed", &seed]);
    let hits = async || worker.counter(CACHE_COUNTER, &[("result", "hit")]).await;

    let first = rig.submit(&options("first.tif")).await?.expect_code(0)?.json()?;
    let states = cache_states(&first);
    ensure!(!states.is_empty() && states.iter().all(|state| *state == "miss"), "{first:?}");
    ensure!(hits().await? == 0.0, "{}", worker.metrics().await?);

    let second = rig.submit(&options("second.tif")).await?.expect_code(0)?.json()?;
    let again = cache_states(&second);
    ensure!(again.len() == states.len() && again.iter().all(|state| *state == "hit"), "{second:?}");
    ensure!(hits().await? == states.len() as f64, "{}", worker.metrics().await?);

    let (first, second) = (Raster::read(&path("first.tif"))?, Raster::read(&path("second.tif"))?);
    second.expect_grid_of(&first)?;
    second.expect_samples_of(&first, |_, _| true)
}

/// Questions to the cache, by result.
const CACHE_COUNTER: &str = "foreshock_worker_cache_requests_total";

/// The cache knows pixels, not places: the same pixels elsewhere are answered from it, on their own grid.
#[tokio::test(flavor = "multi_thread")]
async fn a_cached_answer_lies_where_it_was_asked_for() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let _worker = rig.worker().await?;
    let folder = foreshock_tests::folder()?;
    let path = |name: &str| folder.path().join(name);
    Scene::utm(128, 128).write(&path("here.tif"), texture_u8)?;
    let there = Scene { geotransform: Some([5e5, 0.5, 0.0, 6e6, 0.0, -0.5]), ..Scene::utm(128, 128) };
    Scene { epsg: Some(32632), ..there }.write(&path("there.tif"), texture_u8)?;
    let seed = fresh_seed().to_string();
    let options = |from: &str, to: &str| Options::new(&path(from), &path(to)).with(["--seed", &seed]);

    rig.submit(&options("here.tif", "here-out.tif")).await?.expect_code(0)?;
    let lines = rig.submit(&options("there.tif", "there-out.tif")).await?.expect_code(0)?.json()?;
    let states = cache_states(&lines);
    ensure!(!states.is_empty() && states.iter().all(|state| *state == "hit"), "{lines:?}");
    let here = Raster::read(&path("here-out.tif"))?;
    let result = Raster::read(&path("there-out.tif"))?;
    result.expect_grid_of(&Raster::read(&path("there.tif"))?)?;
    result.expect_samples_of(&here, |_, _| true)
}

#[tokio::test(flavor = "multi_thread")]
async fn edit_makes_the_same_pixels_without_broker_and_cache() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let _worker = rig.worker().await?;
    let folder = foreshock_tests::folder()?;
    let path = |name: &str| folder.path().join(name);
    Scene::utm(430, 270).write(&path("in.tif"), texture_u8)?;
    let seed = fresh_seed().to_string();
    let options = |name: &str| Options::new(&path("in.tif"), &path(name)).with(["--seed", &seed]);

    rig.submit(&options("queue.tif")).await?.expect_code(0)?;
    edit(&rig.model, &options("here.tif")).await?.expect_code(0)?;
    let (queue, here) = (Raster::read(&path("queue.tif"))?, Raster::read(&path("here.tif"))?);
    ensure!(queue.changed(&Raster::read(&path("in.tif"))?) > 0, "nothing was edited");
    here.expect_grid_of(&queue)?;
    here.expect_bands_of(&queue)?;
    here.expect_samples_of(&queue, |_, _| true)
}

/// The output of an area of interest is its bounding window, snapped outward to whole pixels of the source.
#[tokio::test(flavor = "multi_thread")]
async fn an_area_of_interest_is_snapped_outward() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let _worker = rig.worker().await?;
    let folder = foreshock_tests::folder()?;
    let path = |name: &str| folder.path().join(name);
    // In degrees, a GeoJSON rectangle is a rectangle of pixels.
    let scene = Scene::degrees(400, 300);
    scene.write(&path("in.tif"), texture_u8)?;
    let transform = scene.geotransform.context("the scene has a geotransform")?;
    let place = |col: f64, row: f64| [transform[0] + col * transform[1], transform[3] + row * transform[5]];
    let corners = [(50.4, 80.6), (50.4, 190.2), (230.3, 190.2), (230.3, 80.6), (50.4, 80.6)];
    let ring: Vec<[f64; 2]> = corners.iter().map(|(col, row)| place(*col, *row)).collect();
    let aoi = serde_json::json!({"type": "Feature", "properties": {},
        "geometry": {"type": "Polygon", "coordinates": [ring]}});
    std::fs::write(path("aoi.geojson"), aoi.to_string())?;

    let aoi = path("aoi.geojson").to_string_lossy().into_owned();
    let options = Options::new(&path("in.tif"), &path("out.tif"));
    rig.submit(&options.with(["--aoi".to_owned(), aoi])).await?.expect_code(0)?;
    let result = Raster::read(&path("out.tif"))?;
    // Columns 50.4 to 230.3 touch pixels 50 to 230; rows 80.6 to 190.2 touch 80 to 190.
    ensure!((result.width, result.height) == (181, 111), "{} × {}", result.width, result.height);
    let [x, y] = place(50.0, 80.0);
    let expected = [x, transform[1], 0.0, y, 0.0, transform[5]];
    ensure!(result.geotransform.map(f64::to_bits) == expected.map(f64::to_bits), "{:?}", result.geotransform);
    Ok(())
}

/// Nobody serves the model: the broker has no such question answered, and the user is told.
#[tokio::test(flavor = "multi_thread")]
async fn a_model_that_nobody_serves_is_refused() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let _worker = rig.worker().await?;
    let folder = foreshock_tests::folder()?;
    let (input, output) = (folder.path().join("in.tif"), folder.path().join("out.tif"));
    Scene::utm(64, 64).write(&input, texture_u8)?;
    let options = Options::new(&input, &output);
    let url: &std::ffi::OsStr = rig.url().as_ref();
    let arguments = options.arguments("submit", "no-such-model");
    let ended = foreshock_tests::command::run(&arguments, &[("FORESHOCK_AMQP_URL", url)]).await?;
    ensure!(ended.code == Some(2), "{ended:?}");
    let said = format!("{}{}", ended.stdout, ended.stderr);
    ensure!(said.contains("no-such-model") && said.contains(&rig.model.name), "{said}");
    ensure!(!output.exists());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_broker_the_exit_code_says_so() -> anyhow::Result<()> {
    let folder = foreshock_tests::folder()?;
    let (input, output) = (folder.path().join("in.tif"), folder.path().join("out.tif"));
    Scene::utm(64, 64).write(&input, texture_u8)?;
    let arguments = Options::new(&input, &output).arguments("submit", "any");
    // Port 9 (discard) is closed on every machine that these tests run on.
    let url: &std::ffi::OsStr = "amqp://guest:guest@127.0.0.1:9/%2f".as_ref();
    foreshock_tests::command::run(&arguments, &[("FORESHOCK_AMQP_URL", url)]).await?.expect_code(3)?;
    Ok(())
}

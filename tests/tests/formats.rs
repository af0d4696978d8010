//! GeoTIFFs of every kind through `foreshock submit`: the right grid, sample type, bands and nodata, or a refusal in
//! plain words with exit code 2.

use std::path::Path;

use anyhow::ensure;
use foreshock_tests::command::Options;
use foreshock_tests::raster::Raster;
use foreshock_tests::rig::{Rig, fresh_seed};
use foreshock_tests::scene::{Scene, texture, texture_u8};
use gdal::raster::{Buffer, ColorEntry, ColorInterpretation, ColorTable, PaletteInterpretation};

/// Submits the raster that `make` writes and checks what must hold for every format. `passed` are bands (from 0) that the
/// edit must leave alone.
async fn comes_back(
    passed: &[usize],
    make: impl FnOnce(&Path) -> anyhow::Result<()>,
) -> anyhow::Result<(Raster, Raster)> {
    let rig = Rig::new()?;
    let _worker = rig.worker().await?;
    let folder = foreshock_tests::folder()?;
    let (input, output) = (folder.path().join("in.tif"), folder.path().join("out.tif"));
    make(&input)?;
    let options = Options::new(&input, &output).steps(1).with(["--preserve", "none"]);
    let options = options.with(["--seed".to_owned(), fresh_seed().to_string()]);
    rig.submit(&options).await?.expect_code(0)?;

    let (source, result) = (Raster::read(&input)?, Raster::read(&output)?);
    result.expect_grid_of(&source)?;
    result.expect_bands_of(&source)?;
    for band in passed {
        let same = source.bands[*band].samples.iter().zip(&result.bands[*band].samples);
        ensure!(same.clone().all(|(a, b)| a.to_bits() == b.to_bits()), "band {} changed", band + 1);
    }
    // Nodata is never painted: in no band, and not where another band has it.
    let pixels = source.width * source.height;
    let valid: Vec<bool> =
        (0..pixels).map(|place| source.bands.iter().all(|band| band.valid[place] == 255)).collect();
    result.expect_samples_of(&source, |col, row| !valid[row * source.width + col])?;
    let changed = result.changed(&source);
    ensure!(changed * 2 > valid.iter().filter(|valid| **valid).count(), "only {changed} pixels were edited");
    Ok((source, result))
}

/// Submits the raster that `make` writes and checks the refusal: exit code 2, no output, a message that says `word`.
async fn is_refused(word: &str, make: impl FnOnce(&Path) -> anyhow::Result<()>) -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let _worker = rig.worker().await?;
    let folder = foreshock_tests::folder()?;
    let (input, output) = (folder.path().join("in.tif"), folder.path().join("out.tif"));
    make(&input)?;
    let ended = rig.submit(&Options::new(&input, &output)).await?.expect_code(2)?;
    let said = format!("{}{}", ended.stdout, ended.stderr).to_lowercase();
    ensure!(said.contains(word), "the refusal does not say “{word}”: {said}");
    ensure!(!output.exists(), "a refused request left an output");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn odd_size() -> anyhow::Result<()> {
    let (_, result) = comes_back(&[], |path| Scene::utm(777, 1301).write(path, texture_u8)).await?;
    ensure!((result.width, result.height) == (777, 1301));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn smaller_than_a_tile() -> anyhow::Result<()> {
    comes_back(&[], |path| Scene::utm(50, 37).write(path, texture_u8)).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn degrees() -> anyhow::Result<()> {
    comes_back(&[], |path| Scene::degrees(301, 200).write(path, texture_u8)).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn survey_feet() -> anyhow::Result<()> {
    comes_back(&[], |path| Scene::feet(300, 211).write(path, texture_u8)).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn pixels_that_are_not_square() -> anyhow::Result<()> {
    let scene = Scene { geotransform: Some([4e5, 0.7, 0.0, 5e6, 0.0, -0.4]), ..Scene::utm(200, 300) };
    comes_back(&[], |path| scene.write(path, texture_u8)).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn single_band() -> anyhow::Result<()> {
    comes_back(&[], |path| Scene::utm(280, 260).bands(1).write(path, texture_u8)).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn rgb_and_alpha() -> anyhow::Result<()> {
    let scene = Scene::utm(280, 260).colours(&["Red", "Green", "Blue", "Alpha"]);
    let sample = |band, col: usize, row| match band {
        // A transparent left edge.
        3 => {
            if col < 40 {
                0
            } else {
                255
            }
        }
        _ => texture_u8(band, col, row),
    };
    comes_back(&[3], |path| scene.write(path, sample)).await?;
    Ok(())
}

/// A fourth band is alpha only by its colour interpretation; near infrared passes through.
#[tokio::test(flavor = "multi_thread")]
async fn near_infrared_in_sixteen_bit() -> anyhow::Result<()> {
    let scene = Scene::utm(280, 260).colours(&["Red", "Green", "Blue", "Undefined"]);
    let sample =
        |band, col, row| (texture(band, col, row) * 9_000.0) as u16 + if band == 3 { 0 } else { 300 };
    comes_back(&[3], |path| scene.write(path, sample)).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn sixteen_bit_with_nodata() -> anyhow::Result<()> {
    let sample = |band, col, row: usize| {
        if row < 30 { 65_535 } else { (texture(band, col, row) * 4_000.0) as u16 + 100 }
    };
    comes_back(&[], |path| Scene::utm(300, 260).nodata(65_535.0).write(path, sample)).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn signed_sixteen_bit() -> anyhow::Result<()> {
    let sample = |band, col: usize, row| {
        if col > 250 { -9_999 } else { (texture(band, col, row) * 600.0) as i16 - 200 }
    };
    comes_back(&[], |path| Scene::utm(300, 260).nodata(-9_999.0).write(path, sample)).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn float_with_nan_nodata() -> anyhow::Result<()> {
    let sample = |band, col: usize, row: usize| {
        if (60..90).contains(&col) && (60..90).contains(&row) {
            f32::NAN
        } else {
            texture(band, col, row) as f32
        }
    };
    comes_back(&[], |path| Scene::utm(300, 260).nodata(f64::NAN).write(path, sample)).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn eight_bit_with_nodata() -> anyhow::Result<()> {
    let sample = |band, col: usize, row: usize| if col + row < 120 { 0 } else { texture_u8(band, col, row) };
    comes_back(&[], |path| Scene::utm(300, 260).nodata(0.0).write(path, sample)).await?;
    Ok(())
}

/// GDAL's mask tells of alpha only; nodata counts all the same.
#[tokio::test(flavor = "multi_thread")]
async fn alpha_and_nodata() -> anyhow::Result<()> {
    let scene = Scene::utm(280, 260).colours(&["Red", "Green", "Blue", "Alpha"]).nodata(0.0);
    let sample = |band, col: usize, row: usize| match band {
        3 if col < 40 => 0,
        3 => 255,
        _ if row < 50 => 0,
        _ => texture_u8(band, col, row).max(1),
    };
    let (source, result) = comes_back(&[3], |path| scene.write(path, sample)).await?;
    result.expect_samples_of(&source, |_, row| row < 50)
}

/// What other programs leave of a rotation by rounding comes back bit for bit.
#[tokio::test(flavor = "multi_thread")]
async fn a_rotation_by_rounding() -> anyhow::Result<()> {
    let scene = Scene { geotransform: Some([4e5, 0.5, 1e-12, 5e6, -1e-12, -0.5]), ..Scene::utm(200, 300) };
    comes_back(&[], |path| scene.write(path, texture_u8)).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn internal_mask() -> anyhow::Result<()> {
    let (source, _) = comes_back(&[], |path| {
        Scene::utm(300, 260).write_masked(path, texture_u8, |col, row| col + row > 150)
    })
    .await?;
    ensure!(source.own_mask, "the source has an internal mask");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn chosen_bands_of_many() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    let _worker = rig.worker().await?;
    let folder = foreshock_tests::folder()?;
    let (input, output) = (folder.path().join("in.tif"), folder.path().join("out.tif"));
    Scene::utm(120, 140)
        .bands(6)
        .write(&input, |band, col, row| (texture(band, col, row) * 3_000.0) as u16)?;
    let options = Options::new(&input, &output).with(["--bands", "5,3,2", "--preserve", "none"]);
    rig.submit(&options).await?.expect_code(0)?;
    let (source, result) = (Raster::read(&input)?, Raster::read(&output)?);
    result.expect_grid_of(&source)?;
    result.expect_bands_of(&source)?;
    for (index, (a, b)) in source.bands.iter().zip(&result.bands).enumerate() {
        let chosen = [5, 3, 2].contains(&(index + 1));
        ensure!((a.samples == b.samples) != chosen, "band {}", index + 1);
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn rotated_is_refused() -> anyhow::Result<()> {
    let scene = Scene { geotransform: Some([4e5, 0.4, 0.3, 5e6, 0.3, -0.4]), ..Scene::utm(64, 64) };
    is_refused("rotat", |path| scene.write(path, texture_u8)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_crs_is_refused() -> anyhow::Result<()> {
    let scene = Scene { epsg: None, ..Scene::utm(64, 64) };
    is_refused("coordinate reference system", |path| scene.write(path, texture_u8)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_geotransform_is_refused() -> anyhow::Result<()> {
    let scene = Scene { geotransform: None, ..Scene::utm(64, 64) };
    is_refused("geotransform", |path| scene.write(path, texture_u8)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn palette_is_refused() -> anyhow::Result<()> {
    is_refused("palette", |path| {
        let scene = Scene::utm(64, 64).bands(1);
        let driver = gdal::DriverManager::get_driver_by_name("GTiff")?;
        let mut dataset = driver.create_with_band_type::<u8, _>(path, 64, 64, 1)?;
        dataset.set_geo_transform(&scene.geotransform.unwrap_or_default())?;
        dataset.set_spatial_ref(&gdal::spatial_ref::SpatialRef::from_epsg(32633)?)?;
        let mut table = ColorTable::new(PaletteInterpretation::Rgba);
        for index in 0..4 {
            table.set_color_entry(index, &ColorEntry::rgba(60 * index as i16, 90, 120, 255));
        }
        let mut samples = Buffer::new((64, 64), (0..64 * 64).map(|place| (place % 4) as u8).collect());
        dataset.rasterband(1)?.set_color_table(&table);
        dataset.rasterband(1)?.set_color_interpretation(ColorInterpretation::PaletteIndex)?;
        dataset.rasterband(1)?.write((0, 0), (64, 64), &mut samples)?;
        dataset.close()?;
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_raster_is_refused() -> anyhow::Result<()> {
    is_refused("in.tif", |path| Ok(std::fs::write(path, "this is not a raster")?)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn degrees_that_are_none_are_refused() -> anyhow::Result<()> {
    let scene = Scene { epsg: Some(4326), ..Scene::utm(64, 64) };
    is_refused("no degrees", |path| scene.write(path, texture_u8)).await
}

/// A VRT can be named `.tif` and point anywhere.
#[tokio::test(flavor = "multi_thread")]
async fn vrt_in_disguise_is_refused() -> anyhow::Result<()> {
    let vrt = "<VRTDataset rasterXSize=\"64\" rasterYSize=\"64\"><SRS>EPSG:32633</SRS>\
        <GeoTransform>4e5,0.5,0,5e6,0,-0.5</GeoTransform><VRTRasterBand dataType=\"Byte\" band=\"1\"/></VRTDataset>";
    is_refused("in.tif", |path| Ok(std::fs::write(path, vrt)?)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn missing_file_is_refused() -> anyhow::Result<()> {
    is_refused("in.tif", |_| Ok(())).await
}

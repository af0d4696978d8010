use std::os::unix::fs::symlink;

use foreshock_protocol::grid::{Geotransform, Window};
use foreshock_protocol::job::{JOB_SCHEMA, JobId, Lane, NoiseOrigin, Params, Preserve, TileId};
use gdal::DriverManager;
use gdal::raster::{Buffer, ColorInterpretation, GdalType, RasterCreationOptions};

use super::super::gdal_setup;
use super::*;

const SIDE: usize = 64;
const PLACE: [f64; 6] = [391_234.5, 0.5, 0.0, 5_818_765.5, 0.0, -0.5];

fn wkt(epsg: u32) -> String {
    SpatialRef::from_epsg(epsg).unwrap().to_wkt().unwrap()
}

/// A value of each pixel and band; every third pixel of the fourth band is 0.
fn sample(band: usize, place: usize) -> u8 {
    if band == 3 { if place.is_multiple_of(3) { 0 } else { 255 } } else { (place * 7 + band * 31) as u8 }
}

fn write<T: GdalType + Copy + From<u8>>(
    path: &Path,
    bands: usize,
    place: [f64; 6],
    options: &[(&str, &str)],
) {
    gdal_setup::ready();
    let mut creation = RasterCreationOptions::new();
    for (key, value) in [("PHOTOMETRIC", "RGB"), ("TILED", "YES"), ("BLOCKXSIZE", "32"), ("BLOCKYSIZE", "32")]
        .iter()
        .chain(options)
    {
        creation.set_name_value(key, value).unwrap();
    }
    let driver = DriverManager::get_driver_by_name("GTiff").unwrap();
    let mut file =
        driver.create_with_band_type_with_options::<T, _>(path, SIDE, SIDE, bands, &creation).unwrap();
    file.set_geo_transform(&place).unwrap();
    file.set_spatial_ref(&SpatialRef::from_epsg(32633).unwrap()).unwrap();
    for band in 0..bands {
        let data: Vec<T> = (0..SIDE * SIDE).map(|place| T::from(sample(band, place))).collect();
        let mut raster = file.rasterband(band + 1).unwrap();
        raster.write((0, 0), (SIDE, SIDE), &mut Buffer::new((SIDE, SIDE), data)).unwrap();
        if band == 3 && !options.contains(&("ALPHA", "NO")) {
            raster.set_color_interpretation(ColorInterpretation::AlphaBand).unwrap();
        }
    }
    file.close().unwrap();
}

/// A job for a window of the scene: 32 × 16 px from column 16, row 32.
fn job() -> Job {
    let window = WINDOW;
    Job {
        schema: JOB_SCHEMA.to_owned(),
        job_id: JobId::new(),
        tile: TileId { index: 0, of: 1, col: 0, row: 0 },
        lane: Lane::Interactive,
        instruction: "flood".to_owned(),
        source: foreshock_protocol::job::Source::Png(foreshock_protocol::job::Base64::default()),
        mask: None,
        examples: Vec::new(),
        grid: TileGrid {
            width: window.width,
            height: window.height,
            geotransform: Geotransform(PLACE).at(window.col, window.row),
            crs_wkt: wkt(32633),
            gsd_m: 0.5,
        },
        stretch: Stretch::identity([1, 2, 3]),
        params: Params {
            model: "tiny".to_owned(),
            adapter: None,
            steps: 1,
            guidance: 1.0,
            seed: 0,
            strength: 1.0,
            preserve: Preserve::None,
            quality: "full".to_owned(),
            candidates: 1,
            filter: None,
        },
        noise_origin: NoiseOrigin { col: 16, row: 32 },
        deadline: chrono::Utc::now(),
    }
}

const WINDOW: Window = Window { col: 16, row: 32, width: 32, height: 16 };

/// What the window of the scene holds, as a client sends it.
fn pixels(alpha: bool) -> Vec<u8> {
    let mut data = Vec::new();
    for row in WINDOW.row as usize..WINDOW.row as usize + WINDOW.height as usize {
        for col in WINDOW.col as usize..WINDOW.col as usize + WINDOW.width as usize {
            let place = row * SIDE + col;
            match alpha.then(|| sample(3, place)) {
                Some(0) => data.extend([0; 4]),
                alpha => data.extend((0..3).map(|band| sample(band, place)).chain(alpha)),
            }
        }
    }
    data
}

fn reference(path: &Path, alpha: bool) -> SourceRef {
    let data = pixels(alpha);
    let channels = if alpha { 4 } else { 3 };
    let blake3 = digest(&Pixels { width: WINDOW.width, height: WINDOW.height, channels, data: &data });
    SourceRef {
        uri: format!("file://{}", path.display()),
        window: WINDOW,
        blake3: blake3.to_hex().to_string(),
    }
}

/// A folder with a scene, opened.
fn scene() -> (tempfile::TempDir, PathBuf, Roots) {
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("open");
    std::fs::create_dir(&inside).unwrap();
    write::<u8>(&inside.join("scene.tif"), 3, PLACE, &[("COMPRESS", "DEFLATE")]);
    let roots = Roots::new(std::slice::from_ref(&inside)).unwrap();
    (folder, inside, roots)
}

fn field_of(result: Result<(Rgb8, Option<Gray8>), Refusal>, what: &str) -> String {
    let refusal = result.map(drop).expect_err(what);
    assert!(refusal.limit.is_some() && !refusal.retryable, "{what}: {refusal:?}");
    assert!(!refusal.message.contains("/proc/"), "{what}: {refusal:?}");
    refusal.field.unwrap_or_default()
}

#[test]
fn a_window_is_read_as_a_client_would_send_it() {
    let (_folder, inside, roots) = scene();
    let (rgb, valid) = read(&job(), &reference(&inside.join("scene.tif"), false), &roots).unwrap();
    assert_eq!((rgb.width, rgb.height, valid), (32, 16, None));
    assert_eq!(rgb.data, pixels(false));
    for (name, options) in [
        ("bands.tif", &[("INTERLEAVE", "BAND"), ("COMPRESS", "LZW"), ("ALPHA", "YES")][..]),
        ("big.tif", &[("BIGTIFF", "YES"), ("ENDIANNESS", "BIG"), ("ALPHA", "YES")][..]),
        ("strips.tif", &[("TILED", "NO"), ("BLOCKYSIZE", "7"), ("COMPRESS", "ZSTD"), ("ALPHA", "YES")][..]),
    ] {
        let path = inside.join(name);
        write::<u8>(&path, 4, PLACE, options);
        let (rgb, valid) = read(&job(), &reference(&path, true), &roots).unwrap();
        let (sent, alpha) = (pixels(true), valid.expect("some pixels have no data"));
        assert!(
            sent.chunks_exact(4).zip(rgb.data.chunks_exact(3)).all(|(sent, rgb)| sent[..3] == *rgb),
            "{name}"
        );
        assert!(sent.chunks_exact(4).zip(&alpha.data).all(|(sent, alpha)| sent[3] == *alpha), "{name}");
    }
}

#[test]
fn nothing_is_read_without_an_opened_folder() {
    let (_folder, inside, _) = scene();
    let good = reference(&inside.join("scene.tif"), false);
    assert_eq!(field_of(read(&job(), &good, &Roots::default()), "off"), "source.ref");
}

#[test]
fn roots_are_folders_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "x").unwrap();
    for (path, part) in [
        (PathBuf::from("relative"), "an absolute path"),
        (PathBuf::from("/"), "a folder of its own"),
        (file, "a folder"),
        (folder.path().join("missing"), "by_reference_roots"),
    ] {
        let error = Roots::new(&[path]).unwrap_err().to_string();
        assert!(error.contains(part), "{error}");
    }
    let link = folder.path().join("link");
    symlink(folder.path(), &link).unwrap();
    assert_eq!(Roots::new(&[link]).unwrap(), Roots::new(&[folder.path().to_owned()]).unwrap());
}

#[test]
fn paths_that_lead_out_or_to_no_file_are_refused_alike() {
    let (folder, inside, roots) = scene();
    let outside = folder.path().join("secret.tif");
    std::fs::copy(inside.join("scene.tif"), &outside).unwrap();
    // Its name begins with that of the opened folder.
    let beside = folder.path().join("open-not");
    std::fs::create_dir(&beside).unwrap();
    std::fs::copy(&outside, beside.join("scene.tif")).unwrap();
    symlink(&outside, inside.join("link.tif")).unwrap();
    symlink(folder.path(), inside.join("up")).unwrap();
    symlink("loop.tif", inside.join("loop.tif")).unwrap();
    std::fs::create_dir(inside.join("folder.tif")).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(inside.join("pipe.tif")).status().unwrap().success());
    let mut answers = Vec::new();
    for path in [
        outside,
        beside.join("scene.tif"),
        inside.join("link.tif"),
        inside.join("up/secret.tif"),
        inside.join("loop.tif"),
        inside.join("folder.tif"),
        inside.join("pipe.tif"),
        inside.join("missing.tif"),
        inside,
        PathBuf::from("/dev/zero"),
        PathBuf::from("/proc/self/environ"),
    ] {
        let refusal = read(&job(), &reference(&path, false), &roots).map(drop).expect_err("refused");
        assert_eq!((refusal.code, refusal.field.as_deref()), (ErrorCode::Forbidden, Some("source.ref.uri")));
        answers.push(refusal.message);
    }
    answers.dedup();
    assert_eq!(answers.len(), 1, "what does not exist and what is secret are told apart: {answers:?}");
}

#[test]
fn a_link_that_stays_inside_is_followed() {
    let (_folder, inside, roots) = scene();
    symlink("scene.tif", inside.join("latest.tif")).unwrap();
    assert!(read(&job(), &reference(&inside.join("latest.tif"), false), &roots).is_ok());
}

#[test]
fn other_rasters_are_refused_by_field() {
    let (_folder, inside, roots) = scene();
    let at = |name: &str| inside.join(name);
    write::<u16>(&at("deep.tif"), 3, PLACE, &[]);
    write::<u8>(&at("nir.tif"), 4, PLACE, &[("ALPHA", "NO")]);
    write::<u8>(&at("five.tif"), 5, PLACE, &[]);
    write::<u8>(&at("rotated.tif"), 3, [PLACE[0], 0.5, 0.1, PLACE[3], 0.1, -0.5], &[]);
    write::<u8>(&at("moved.tif"), 3, [PLACE[0] + 0.5, 0.5, 0.0, PLACE[3], 0.0, -0.5], &[]);
    let whole = std::fs::read(at("scene.tif")).unwrap();
    std::fs::write(at("cut.tif"), &whole[..whole.len() / 2]).unwrap();
    std::fs::write(at("empty.tif"), b"").unwrap();
    let vrt = format!(
        "<VRTDataset rasterXSize=\"64\" rasterYSize=\"64\"><VRTRasterBand dataType=\"Byte\" band=\"1\"><SimpleSource><SourceFilename>{}</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>",
        at("scene.tif").display()
    );
    std::fs::write(at("recipe.tif"), vrt).unwrap();
    for (name, field) in [
        ("deep.tif", "source.ref.uri"),
        ("nir.tif", "source.ref.uri"),
        ("five.tif", "source.ref.uri"),
        ("rotated.tif", "source.ref.uri"),
        ("cut.tif", "source.ref.uri"),
        ("empty.tif", "source.ref.uri"),
        ("recipe.tif", "source.ref.uri"),
        ("moved.tif", "grid.geotransform"),
    ] {
        assert_eq!(field_of(read(&job(), &reference(&at(name), false), &roots), name), field, "{name}");
    }
}

#[test]
fn the_job_must_agree_with_the_raster() {
    let (_folder, inside, roots) = scene();
    let good = reference(&inside.join("scene.tif"), false);
    let mut elsewhere = job();
    elsewhere.grid.crs_wkt = wkt(32632);
    assert_eq!(field_of(read(&elsewhere, &good, &roots), "crs"), "grid.crs_wkt");
    let mut stretched = job();
    stretched.stretch.bands[0].hi = 200.0;
    assert_eq!(field_of(read(&stretched, &good, &roots), "stretch"), "stretch.bands");
    let edge = SourceRef { window: Window { col: 48, ..WINDOW }, ..good.clone() };
    assert_eq!(field_of(read(&job(), &edge, &roots), "window"), "source.ref.window");
    let other = SourceRef { blake3: "00".repeat(32), ..good.clone() };
    assert_eq!(field_of(read(&job(), &other, &roots), "digest"), "source.ref.blake3");
    // The file changes after the client has seen it.
    write::<u8>(&inside.join("other.tif"), 3, PLACE, &[]);
    let file = gdal::Dataset::open_ex(
        inside.join("other.tif"),
        gdal::DatasetOptions { open_flags: gdal::GdalOpenFlags::GDAL_OF_UPDATE, ..Default::default() },
    )
    .unwrap();
    let mut band = file.rasterband(2).unwrap();
    band.write((20, 40), (1, 1), &mut Buffer::new((1, 1), vec![1_u8])).unwrap();
    drop(file);
    std::fs::rename(inside.join("other.tif"), inside.join("scene.tif")).unwrap();
    assert_eq!(field_of(read(&job(), &good, &roots), "changed"), "source.ref.blake3");
}

#[test]
fn files_beside_the_raster_are_not_read() {
    let (_folder, inside, roots) = scene();
    // GDAL would take place and nodata from these.
    std::fs::write(inside.join("scene.tfw"), "9\n0\n0\n-9\n0\n0\n").unwrap();
    let aux = "<PAMDataset><GeoTransform>0,9,0,0,0,-9</GeoTransform></PAMDataset>";
    std::fs::write(inside.join("scene.tif.aux.xml"), aux).unwrap();
    let (rgb, _) = read(&job(), &reference(&inside.join("scene.tif"), false), &roots).unwrap();
    assert_eq!(rgb.data, pixels(false));
}

/// Between the look at the path and the use of the file its folder is replaced, many times.
#[test]
fn a_folder_that_changes_under_way_leads_nowhere_else() {
    let (folder, inside, roots) = scene();
    let (real, secret) = (inside.join("real"), folder.path().join("secret"));
    for (path, place) in [(&real, PLACE), (&secret, [0.0, 1.0, 0.0, 0.0, 0.0, -1.0])] {
        std::fs::create_dir(path).unwrap();
        write::<u8>(&path.join("scene.tif"), 3, place, &[]);
    }
    let swapped = inside.join("swapped");
    symlink(&real, &swapped).unwrap();
    let (stop, stopped) = std::sync::mpsc::channel::<()>();
    let swapper = {
        let (inside, swapped) = (inside.clone(), swapped.clone());
        std::thread::spawn(move || {
            while stopped.try_recv().is_err() {
                for target in [&secret, &real] {
                    let next = inside.join("next");
                    symlink(target, &next).unwrap();
                    std::fs::rename(&next, &swapped).unwrap();
                }
            }
        })
    };
    let good = reference(&swapped.join("scene.tif"), false);
    let mut seen = 0;
    for _ in 0..2000 {
        match read(&job(), &good, &roots) {
            Ok((rgb, _)) => {
                assert_eq!(rgb.data, pixels(false));
                seen += 1;
            }
            // Never by its place: that would be the secret file's.
            Err(refusal) => assert_eq!(refusal.code, ErrorCode::Forbidden, "{refusal:?}"),
        }
    }
    stop.send(()).unwrap();
    swapper.join().unwrap();
    assert!(seen > 0, "the file inside was never read");
}

//! The client side without a fleet: a backend that paints by a formula shows what the collector and the composition make of it.

mod common;

use std::sync::Arc;

use common::{Desk, Mischief, Painter, SIDE, Scene, model, open, paint, read};
use foreshock_protocol::ErrorCode;
use foreshock_protocol::grid::Window;
use foreshock_protocol::job::JobId;
use foreshock_worker::client::request::Workbench;
use foreshock_worker::client::{Backend, ClientError};
use gdal::raster::ColorInterpretation;
use tokio_util::sync::CancellationToken;

#[tokio::test]
async fn eight_bit_is_mixed_by_weight_and_untouched_where_it_is_zero() {
    let desk = Desk::new();
    let sample = |band: usize, col: usize, row: usize| ((col * 5 + row * 3 + band * 40) % 256) as u8;
    Scene::default().write(&desk.wish.input, sample);
    let (tally, written) = desk.run(&mut Painter::new(Mischief::None)).await.unwrap();
    assert_eq!((tally.done, tally.skipped, tally.failed.len()), (tally.of, 0, 0));
    desk.expect_same_kind();
    let mut changed = 0;
    for band in 0..3 {
        let result = read::<u8>(&desk.wish.output, band + 1);
        for (place, found) in result.iter().enumerate() {
            let (col, row) = (place % 150, place / 150);
            let (color, alpha) = paint(col as i64, row as i64);
            let source = f64::from(sample(band, col, row));
            let share = f64::from(alpha) / 255.0;
            let wanted = (1.0 - share) * source + share * f64::from(color[band]);
            if alpha == 0 {
                assert_eq!(f64::from(*found), source);
            } else {
                changed += usize::from(band == 0);
                // Sums of feather weights err in the last place; a value halfway between two may go either way.
                assert!(
                    (f64::from(*found) - wanted).abs() <= 0.5 + 1e-9,
                    "{col} {row}: {found} for {wanted}"
                );
            }
        }
    }
    assert!((written.changed_fraction - changed as f64 / (150.0 * 110.0)).abs() < 1e-12);
}

#[tokio::test]
async fn other_types_go_through_the_stretch_and_nodata_stays() {
    let desk = Desk::new();
    let sample = |band: usize, col: usize, row: usize| {
        if (30..60).contains(&col) && row < 50 {
            -9_999_i16
        } else {
            ((col * 13 + row * 7 + band * 90) % 3000) as i16 - 500
        }
    };
    Scene { bands: 4, nodata: Some(-9_999.0), ..Scene::default() }.write(&desk.wish.input, sample);
    let painter = &mut Painter::new(Mischief::PaintsEverything);
    desk.run(painter).await.unwrap();
    desk.expect_same_kind();
    let stretch = Workbench::open(&desk.wish, &model()).unwrap().request.stretch;
    for band in 0..4 {
        let result = read::<i16>(&desk.wish.output, band + 1);
        for (place, found) in result.iter().enumerate() {
            let (col, row) = (place % 150, place / 150);
            let source = sample(band, col, row);
            if source == -9_999 || band == 3 {
                assert_eq!(*found, source);
            } else {
                let value = f64::from(paint(col as i64, row as i64).0[band]);
                let wanted = stretch.bands[band].lo
                    + value / 255.0 * (stretch.bands[band].hi - stretch.bands[band].lo);
                assert!(
                    (f64::from(*found) - wanted).abs() <= 0.5 + 1e-6,
                    "{col} {row}: {found} for {wanted}"
                );
                assert_ne!(*found, -9_999);
            }
        }
    }
}

#[tokio::test]
async fn floats_keep_their_nan_and_a_grey_band_takes_the_mean() {
    let desk = Desk::new();
    let sample = |_: usize, col: usize, row: usize| {
        if col < 20 { f32::NAN } else { (col as f32 * 0.01).sin() + row as f32 * 0.02 }
    };
    Scene { bands: 1, ..Scene::default() }.write(&desk.wish.input, sample);
    desk.run(&mut Painter::new(Mischief::PaintsEverything)).await.unwrap();
    desk.expect_same_kind();
    let stretch = Workbench::open(&desk.wish, &model()).unwrap().request.stretch.bands[0];
    for (place, found) in read::<f32>(&desk.wish.output, 1).iter().enumerate() {
        let (col, row) = (place % 150, place / 150);
        if col < 20 {
            assert_eq!(found.to_bits(), f32::NAN.to_bits());
        } else {
            let [r, g, b] = paint(col as i64, row as i64).0.map(f64::from);
            let wanted = stretch.from_u8((r + g + b) / 3.0);
            assert!((f64::from(*found) - wanted).abs() < 1e-6, "{col} {row}");
        }
    }
}

/// Even a worker that paints everything changes nothing outside the mask and nothing where the alpha band is 0.
#[tokio::test]
async fn outside_the_mask_samples_are_the_source_bit_for_bit() {
    let mut desk = Desk::new();
    let sample = |band: usize, col: usize, row: usize| match band {
        3 if row < 10 => 0,
        3 => 255,
        _ => ((col * row + band) % 256) as u8,
    };
    let scene = Scene { bands: 4, options: &[("PHOTOMETRIC", "RGB"), ("ALPHA", "YES")], ..Scene::default() };
    scene.write(&desk.wish.input, sample);
    let inside = |col: usize, row: usize| (70..140).contains(&col) && (5..40).contains(&row);
    Scene { bands: 1, ..Scene::default() }
        .write(&desk.path("mask.tif"), |_, col, row| u8::from(inside(col, row)));
    desk.wish.mask = Some(desk.path("mask.tif"));
    let painter = &mut Painter::new(Mischief::PaintsEverything);
    let submitted = Arc::clone(&painter.submitted);
    let (tally, written) = desk.run(painter).await.unwrap();
    // 56 px apart: two of three columns and one of two rows touch the mask.
    assert_eq!(submitted.lock().unwrap().len() as u32, tally.done);
    assert_eq!(tally.done + tally.skipped, tally.of);
    assert!(tally.skipped > 0, "{tally:?}");
    desk.expect_same_kind();
    let source = open(&desk.wish.input);
    assert_eq!(source.rasterband(4).unwrap().color_interpretation(), ColorInterpretation::AlphaBand);
    let may_change = |col, row| inside(col, row) && row >= 10;
    for band in 0..4 {
        for (place, found) in read::<u8>(&desk.wish.output, band + 1).iter().enumerate() {
            let (col, row) = (place % 150, place / 150);
            if !may_change(col, row) || band == 3 {
                assert_eq!(*found, sample(band, col, row), "band {band} at {col} {row}");
            } else {
                assert_eq!(*found, paint(col as i64, row as i64).0[band]);
            }
        }
    }
    // 70 × 30 px of 0.25 m²; the UTM scale at this place is 0.9997.
    let area = written.area_m2.unwrap();
    assert_eq!(written.pieces, Some(1));
    assert!((area / (70.0 * 30.0 * 0.25) - 1.0006).abs() < 2e-4, "{area}");
}

#[tokio::test]
async fn what_fails_once_is_tried_again() {
    let desk = Desk::new();
    Scene { size: (100, 60), ..Scene::default() }.write(&desk.wish.input, |_, col, _| col as u8);
    let painter = &mut Painter::new(Mischief::FailsOnce);
    let (tally, _) = desk.run(painter).await.unwrap();
    assert_eq!((tally.done, tally.failed.len()), (tally.of, 0));
    assert_eq!(painter.submitted.lock().unwrap().len() as u32, 2 * tally.of);
}

#[tokio::test]
async fn lost_connections_and_repeated_outcomes_change_nothing() {
    let (one, other) = (Desk::new(), Desk::new());
    let sample = |band: usize, col: usize, row: usize| (col + row * 2 + band) as u8;
    Scene::default().write(&one.wish.input, sample);
    Scene::default().write(&other.wish.input, sample);
    let painter = &mut Painter::new(Mischief::RepeatsAndLoses);
    let (tally, _) = one.run(painter).await.unwrap();
    assert_eq!((tally.done, tally.failed.len(), painter.connections), (tally.of, 0, 2));
    other.run(&mut Painter::new(Mischief::None)).await.unwrap();
    for band in 1..=3 {
        assert_eq!(read::<u8>(&one.wish.output, band), read::<u8>(&other.wish.output, band));
    }
}

#[tokio::test]
async fn a_stopped_request_goes_on_where_it_was() {
    let desk = Desk::new();
    Scene::default().write(&desk.wish.input, |band, col, row| (col + row + band) as u8);
    let stop = CancellationToken::new();
    let mut first = Painter::new(Mischief::None);
    first.stop_after = Some((3, stop.clone()));
    let error = desk.collect(&mut first, stop).await.map(|_| ()).unwrap_err();
    assert!(matches!(error, ClientError::Cancelled), "{error}");
    assert_eq!(first.told.lock().unwrap().len(), 1, "the fleet was told");
    let here: Vec<u32> =
        (0..100).filter(|index| desk.path(&format!("journal/tiles/{index}.json")).exists()).collect();
    assert!(!here.is_empty());

    let mut second = Painter::new(Mischief::None);
    let (tally, _) = desk.run(&mut second).await.unwrap();
    assert_eq!((tally.done, tally.resumed), (tally.of, here.len() as u32));
    let again = second.submitted.lock().unwrap().clone();
    assert!(again.iter().all(|index| !here.contains(index)), "{again:?} {here:?}");
    assert!(!desk.path("journal").exists());
}

#[tokio::test]
async fn an_image_of_another_place_is_not_taken() {
    let desk = Desk::new();
    Scene { size: (40, 40), ..Scene::default() }.write(&desk.wish.input, |_, col, _| col as u8);
    let painter = &mut Painter::new(Mischief::WrongPlace);
    let (_, tally, _) = desk.collect(painter, CancellationToken::new()).await.unwrap();
    assert_eq!((tally.done, tally.failed.len()), (0, 1));
    assert!(tally.failed[0].1.contains("lies elsewhere"), "{:?}", tally.failed);
    assert_eq!(painter.submitted.lock().unwrap().len(), 3, "tried three times");
}

#[tokio::test]
async fn what_concerns_every_tile_ends_the_request() {
    let desk = Desk::new();
    Scene::default().write(&desk.wish.input, |_, col, _| col as u8);
    let painter = &mut Painter::new(Mischief::Refuses);
    let error = desk.collect(painter, CancellationToken::new()).await.map(|_| ()).unwrap_err();
    assert!(
        matches!(&error, ClientError::Refused(refusal) if refusal.code == ErrorCode::UnknownWords),
        "{error}"
    );
    assert!(painter.submitted.lock().unwrap().len() <= painter.capacity());
}

/// What cannot be edited is refused in words that say what to do.
#[test]
fn refusals_name_the_remedy() {
    let refused = |word: &str, scene: &Scene<'_>| {
        let desk = Desk::new();
        scene.write(&desk.wish.input, |_, col, row| (col + row) as u8);
        let error = Workbench::open(&desk.wish, &model()).map(|_| ()).unwrap_err();
        assert!(error.to_string().contains(word), "{error}");
        assert_eq!(error.exit(), foreshock_worker::cli::Exit::BadInput);
    };
    let size = (20, 20);
    refused(
        "rotated",
        &Scene { size, geotransform: Some([4e5, 0.4, 0.3, 5e6, 0.3, -0.4]), ..Scene::default() },
    );
    refused("geotransform", &Scene { size, geotransform: None, ..Scene::default() });
    refused("coordinate reference system", &Scene { size, epsg: None, ..Scene::default() });
    refused("-ot Byte", &Scene { size, bands: 1, options: &[("NBITS", "1")], ..Scene::default() });
    refused("Int8", &Scene { size, options: &[("PIXELTYPE", "SIGNEDBYTE")], ..Scene::default() });
    let desk = Desk::new();
    std::fs::write(&desk.wish.input, "<VRTDataset rasterXSize=\"1\" rasterYSize=\"1\"/>").unwrap();
    let error = Workbench::open(&desk.wish, &model()).map(|_| ()).unwrap_err().to_string();
    assert!(error.contains("in.tif") && error.contains("GeoTIFF"), "{error}");
}

#[test]
fn the_input_is_never_the_output() {
    let mut desk = Desk::new();
    Scene { size: (20, 20), ..Scene::default() }.write(&desk.wish.input, |_, col, row| (col + row) as u8);
    std::fs::hard_link(&desk.wish.input, desk.path("alias.tif")).unwrap();
    for output in [desk.wish.input.clone(), desk.path("alias.tif")] {
        desk.wish.output = output;
        let error = Workbench::open(&desk.wish, &model()).map(|_| ()).unwrap_err().to_string();
        assert!(error.contains("is the input"), "{error}");
    }
}

#[test]
fn bands_and_windows_are_chosen_as_documented() {
    let mut desk = Desk::new();
    let scene = Scene {
        bands: 4,
        options: &[("PHOTOMETRIC", "MINISBLACK"), ("ALPHA", "NO")],
        epsg: Some(4326),
        ..Scene::default()
    };
    let degrees = Scene { geotransform: Some([12.0, 1e-5, 0.0, 45.0, 0.0, -1e-5]), ..scene };
    degrees.write(&desk.wish.input, |band, col, row| (col + row + band * 300) as u16);
    let bands = |desk: &Desk| {
        Workbench::open(&desk.wish, &model()).map(|bench| bench.request.stretch.bands.map(|band| band.band))
    };
    assert_eq!(bands(&desk).unwrap(), [1, 2, 3]);
    desk.wish.bands = Some(vec![4, 2, 1]);
    assert_eq!(bands(&desk).unwrap(), [4, 2, 1]);
    desk.wish.bands = Some(vec![4]);
    assert_eq!(bands(&desk).unwrap(), [4, 4, 4]);
    desk.wish.bands = Some(vec![5]);
    assert!(bands(&desk).unwrap_err().to_string().contains("no band 5"));
    desk.wish.bands = None;

    let ring = [[50.4, 20.6], [50.4, 60.2], [99.3, 60.2], [99.3, 20.6], [50.4, 20.6]]
        .map(|[col, row]| [12.0 + col * 1e-5, 45.0 - row * 1e-5]);
    let aoi = serde_json::json!({"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}});
    std::fs::write(desk.path("aoi.geojson"), aoi.to_string()).unwrap();
    desk.wish.aoi = Some(desk.path("aoi.geojson"));
    let request = Workbench::open(&desk.wish, &model()).unwrap().request;
    let window = request.plan.window;
    assert_eq!((window.col, window.row, window.width, window.height), (50, 20, 50, 41));
    // 1e-5 degrees at 45° are 1.11 m by 0.79 m.
    let gsd = Workbench::open(&desk.wish, &model()).unwrap().source.info().gsd_m(window);
    assert!((gsd - 0.936).abs() < 0.002, "{gsd}");
}

/// At 60° north a unit of Web Mercator is half a metre on the ground.
#[test]
fn the_ground_of_web_mercator_is_smaller_than_its_units() {
    let desk = Desk::new();
    let north = 6_378_137.0 * (std::f64::consts::FRAC_PI_4 + 30_f64.to_radians()).tan().ln();
    let scene = Scene {
        epsg: Some(3857),
        geotransform: Some([1_000_000.0, 1.0, 0.0, north + 55.0, 0.0, -1.0]),
        ..Scene::default()
    };
    scene.write(&desk.wish.input, |band, col, row| (col + row + band * 30) as u8);
    let bench = Workbench::open(&desk.wish, &model()).unwrap();
    let gsd = bench.source.info().gsd_m(Window { col: 0, row: 0, width: 150, height: 110 });
    assert!((gsd - 0.5).abs() < 1e-3, "{gsd}");
}

/// The stretch is that of the protocol over all valid samples of the area, and what lies beyond the raster is its reflection.
#[test]
fn tiles_are_stretched_once_and_reflected() {
    use foreshock_protocol::grid::reflect;
    use foreshock_protocol::job::Source;
    use foreshock_protocol::stretch::percentile_range;

    let desk = Desk::new();
    let nodata = |col: usize, row: usize| col > 90 && row < 12;
    let sample = |band: usize, col: usize, row: usize| {
        if nodata(col, row) { -9_999_i16 } else { ((col * 37 + row * 91 + band * 17) % 1700) as i16 - 300 }
    };
    let size = (100, 70);
    Scene { size, nodata: Some(-9_999.0), ..Scene::default() }.write(&desk.wish.input, sample);
    let bench = Workbench::open(&desk.wish, &model()).unwrap();
    let stretch = &bench.request.stretch;
    let places = || (0..size.0 * size.1).map(|place| (place % size.0, place / size.0));
    for (band, found) in stretch.bands.iter().enumerate() {
        let valid = places().filter(|(col, row)| !nodata(*col, *row));
        let mut samples: Vec<f64> = valid.map(|(col, row)| f64::from(sample(band, col, row))).collect();
        assert_eq!(Some((found.lo, found.hi)), percentile_range(&mut samples));
    }

    let deadline = "2027-01-01T00:00:00Z".parse().unwrap();
    // The last tile of the first row reaches over the right border, where the nodata is.
    let index = bench.request.plan.cols.len() as u32 - 1;
    let job = bench.job(index, JobId::new(), deadline).unwrap().unwrap();
    job.check().unwrap();
    let Source::Png(png) = &job.source else { panic!("a PNG travels") };
    let mut reader = png::Decoder::new(std::io::Cursor::new(&png.0)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    assert_eq!(pixels.len(), (SIDE * SIDE * 4) as usize, "nodata travels as alpha");
    for (place, pixel) in pixels.chunks_exact(4).enumerate() {
        let at =
            |origin: i64, offset: usize, side: usize| reflect(origin + offset as i64, side as u32) as usize;
        let col = at(job.noise_origin.col, place % SIDE as usize, size.0);
        let row = at(job.noise_origin.row, place / SIDE as usize, size.1);
        let wanted = if nodata(col, row) {
            [0; 4]
        } else {
            let channel = |band: usize| stretch.bands[band].to_u8(f64::from(sample(band, col, row)));
            [channel(0), channel(1), channel(2), 255]
        };
        assert_eq!(pixel, wanted, "{col} {row}");
    }
}

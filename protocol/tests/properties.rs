//! What must hold for every grid, plan and stretch.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

use foreshock_protocol::compose::{SampleType, compose};
use foreshock_protocol::grid::{Geotransform, PixelGrid, TilePlan, Window, reflect};
use foreshock_protocol::stretch::{BandStretch, percentile_range};
use proptest::prelude::*;

fn window() -> impl Strategy<Value = Window> {
    (0_i64..5000, 0_i64..5000, 1_u32..1500, 1_u32..1500).prop_map(|(col, row, width, height)| Window {
        col,
        row,
        width,
        height,
    })
}

/// (tile, overlap): multiples of 16, overlap at most half.
fn sizes() -> impl Strategy<Value = (u32, u32)> {
    (1_u32..=32).prop_flat_map(|cells| (Just(cells * 16), (0..=cells / 2).prop_map(|overlap| overlap * 16)))
}

fn geotransform() -> impl Strategy<Value = Geotransform> {
    (-1e6..1e6_f64, 1e-6..100.0_f64, -1e6..1e6_f64, 1e-6..100.0_f64, any::<bool>())
        .prop_map(|(x, dx, y, dy, up)| Geotransform([x, dx, 0.0, y, 0.0, if up { dy } else { -dy }]))
}

/// Σ of feather weights along one axis at every pixel of the window.
fn sums(plan: &TilePlan, columns: bool) -> Vec<f64> {
    let (origins, start, length) = if columns {
        (&plan.cols, plan.window.col, plan.window.width)
    } else {
        (&plan.rows, plan.window.row, plan.window.height)
    };
    let mut sums = vec![0.0; length as usize];
    for (place, origin) in origins.iter().enumerate() {
        let id = plan
            .tiles()
            .find(|t| if columns { t.id.col as usize == place } else { t.id.row as usize == place })
            .unwrap()
            .id;
        let (x, y) = plan.feather(id);
        for (i, weight) in (if columns { x } else { y }).into_iter().enumerate() {
            let at = origin + i as i64 - start;
            if (0..i64::from(length)).contains(&at) {
                sums[at as usize] += weight;
            }
        }
    }
    sums
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn tiles_cover_the_window_and_weights_sum_to_one(window in window(), (tile, overlap) in sizes()) {
        let plan = TilePlan::new(window, tile, overlap).unwrap();
        for columns in [true, false] {
            for sum in sums(&plan, columns) {
                prop_assert!((sum - 1.0).abs() < 1e-12, "weights sum to {sum}");
            }
        }
        for planned in plan.tiles() {
            prop_assert_eq!(planned.col % 16, 0);
            prop_assert_eq!(planned.row % 16, 0);
            // No tile that only repeats what its neighbours cover.
            prop_assert!(planned.col < window.col + i64::from(window.width));
            prop_assert!(planned.row < window.row + i64::from(window.height));
        }
        prop_assert_eq!(plan.tiles().count(), plan.len() as usize);
    }

    #[test]
    fn equal_places_get_equal_tiles_whatever_the_area(window in window(), (tile, overlap) in sizes(), grow in 1_u32..600) {
        // A larger area that starts at the same place keeps the tiles of the smaller one, so the cache still answers.
        let plan = TilePlan::new(window, tile, overlap).unwrap();
        let larger = TilePlan::new(Window { width: window.width + grow, height: window.height + grow, ..window }, tile, overlap).unwrap();
        prop_assert_eq!(&larger.cols[..plan.cols.len()], &plan.cols[..]);
        prop_assert_eq!(&larger.rows[..plan.rows.len()], &plan.rows[..]);
    }

    #[test]
    fn snapping_covers_the_area_and_no_more_than_a_pixel_beyond(
        geotransform in geotransform(), width in 1_u32..4000, height in 1_u32..4000, a in 0.0..1.0_f64, b in 0.0..1.0_f64, c in 0.0..1.0_f64, d in 0.0..1.0_f64,
    ) {
        let grid = PixelGrid { geotransform, width, height };
        let (left, right) = (a.min(b) * f64::from(width), a.max(b) * f64::from(width));
        let (top, bottom) = (c.min(d) * f64::from(height), c.max(d) * f64::from(height));
        prop_assume!(right - left > 1e-3 && bottom - top > 1e-3);
        let (p, q) = (geotransform.apply(left, top), geotransform.apply(right, bottom));
        let window = grid.snap([p[0].min(q[0]), p[1].min(q[1])], [p[0].max(q[0]), p[1].max(q[1])]).unwrap();
        let (col, row) = (window.col as f64, window.row as f64);
        let (end_col, end_row) = (col + f64::from(window.width), row + f64::from(window.height));
        prop_assert!(col <= left + 1e-3 && end_col >= right - 1e-3 && row <= top + 1e-3 && end_row >= bottom - 1e-3);
        prop_assert!(left - col < 1.0 + 1e-3 && end_col - right < 1.0 + 1e-3);
        prop_assert!(end_col <= f64::from(width) && end_row <= f64::from(height));
    }

    #[test]
    fn the_whole_raster_keeps_its_geotransform_bit_for_bit(geotransform in geotransform(), width in 1_u32..4000, height in 1_u32..4000) {
        let grid = PixelGrid { geotransform, width, height };
        let (p, q) = (geotransform.apply(0.0, 0.0), geotransform.apply(f64::from(width), f64::from(height)));
        let window = grid.snap([p[0].min(q[0]), p[1].min(q[1])], [p[0].max(q[0]), p[1].max(q[1])]).unwrap();
        prop_assert_eq!(window, grid.window());
        let at = geotransform.at(window.col, window.row);
        prop_assert_eq!(at.0.map(f64::to_bits), geotransform.0.map(f64::to_bits));
    }

    #[test]
    fn a_geotransform_survives_json_bit_for_bit(values in prop::array::uniform6(-1e9..1e9_f64)) {
        let text = serde_json::to_string(&Geotransform(values)).unwrap();
        let back: Geotransform = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(back.0.map(f64::to_bits), values.map(f64::to_bits));
    }

    #[test]
    fn reflection_stays_inside_and_keeps_what_is_inside(i in -5000_i64..5000, length in 1_u32..700) {
        let place = reflect(i, length);
        prop_assert!(place < length);
        if (0..i64::from(length)).contains(&i) {
            prop_assert_eq!(i64::from(place), i);
        }
        // Neighbours stay neighbours: no jump at the fold.
        prop_assert!(reflect(i + 1, length).abs_diff(place) <= 1);
    }

    #[test]
    fn eight_bit_survives_the_stretch(value in 0_u8..=255, lo in -1e4..1e4_f64, range in 1.0..1e5_f64) {
        let band = BandStretch { band: 1, lo, hi: lo + range };
        prop_assert_eq!(band.to_u8(band.from_u8(f64::from(value))), value);
    }

    #[test]
    fn percentiles_lie_within_the_samples(mut samples in prop::collection::vec(-1e6..1e6_f64, 1..300)) {
        let (lo, hi) = percentile_range(&mut samples).unwrap();
        prop_assert!(lo < hi);
        prop_assert!(samples.first().unwrap() <= &lo);
    }

    #[test]
    fn an_edited_sample_is_in_range_and_never_nodata(source in 0.0..255.0_f64, edited in -10.0..300.0_f64, weight in 0.001..1.0_f64, nodata in 0_u8..=255) {
        let nodata = f64::from(nodata);
        let sample = compose(source.floor(), edited, weight, SampleType::Integer { min: 0.0, max: 255.0 }, Some(nodata));
        prop_assert!((0.0..=255.0).contains(&sample) && sample != nodata && sample.fract() == 0.0);
    }

    #[test]
    fn an_edited_float_is_never_what_gdal_takes_for_nodata(nodata in prop_oneof![Just(0.0), Just(-9999.0), Just(f64::from(f32::MIN)), Just(f64::from(f32::MAX)), -1e5..1e5_f64], units in -20_i32..20) {
        // ARE_REAL_EQUAL of GDAL 3.6, in units in the last place on either side of nodata.
        let nodata = nodata as f32;
        let mut near = nodata;
        for _ in 0..units.abs() {
            near = if units > 0 { near.next_up() } else { near.next_down() };
        }
        let sample = compose(1.0, f64::from(near), 1.0, SampleType::Float32, Some(f64::from(nodata)));
        let nodata = f64::from(nodata);
        prop_assert!(f64::from(sample as f32) == sample && sample.is_finite());
        let tolerance = f64::from(f32::EPSILON) * (sample + nodata).abs() * 2.0;
        prop_assert!(sample != nodata && (sample - nodata).abs() >= tolerance, "{sample} {nodata}");
    }

    #[test]
    fn a_flat_band_gets_a_range_that_can_be_told_from_it(value in prop_oneof![-1e6..1e6_f64, Just(1e30), Just(-1e300)], count in 1_usize..50) {
        let (lo, hi) = percentile_range(&mut vec![value; count]).unwrap();
        prop_assert!(lo == value && lo < hi && hi.is_finite());
    }
}

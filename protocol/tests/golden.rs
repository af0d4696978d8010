//! `schema/` and `fixtures/` are what the types and formulas say today.
//!
//! `FORESHOCK_WRITE=1 cargo test -p foreshock-protocol --test golden` (`make schema`) writes them anew; without it a
//! difference fails. The QGIS plugin's tests read the same files.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod common;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use common::{MASK_PNG, RGB_PNG, WKT, job, job_id, png};
use foreshock_protocol::capabilities::{
    CAPABILITIES_REQUEST_SCHEMA, CAPABILITIES_SCHEMA, Capabilities, CapabilitiesRequest, GsdRange, Licence,
    Model,
};
use foreshock_protocol::compose::{SampleType, compose};
use foreshock_protocol::event::{CANCEL_SCHEMA, Cancel, EVENT_SCHEMA, Event, EventKind};
use foreshock_protocol::fingerprint::{Pixels, Question, normalise_instruction};
use foreshock_protocol::grid::{
    Geotransform, GroundUnit, PixelGrid, TilePlan, Window, default_overlap, reflect,
};
use foreshock_protocol::job::{
    Example, Filter, FilterMode, JOB_SCHEMA, Job, Lane, NoiseOrigin, Params, Preserve, Source, SourceRef,
    TileId, check_wkt,
};
use foreshock_protocol::limits::{Limits, MAX_INSTRUCTION_BYTES};
use foreshock_protocol::outcome::{
    CacheState, Done, End, FilterRecord, FilterVerdict, OUTCOME_SCHEMA, Outcome, Provenance,
};
use foreshock_protocol::presets::presets;
use foreshock_protocol::refusal::{ErrorCode, Refusal};
use foreshock_protocol::schema::schemas;
use foreshock_protocol::stretch::{BandStretch, Stretch, percentile_range};
use foreshock_protocol::topology;
use serde::Serialize;
use serde_json::{Value, json};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Compares a file with what it must hold, or writes it.
fn hold(path: &str, value: &Value) {
    let file = root().join(path);
    let text = format!("{}\n", serde_json::to_string_pretty(value).unwrap());
    if std::env::var_os("FORESHOCK_WRITE").is_some() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, &text).unwrap();
    }
    let found = std::fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(found, text, "{path} is not what the types say; run `make schema`");
}

fn to_value(message: impl Serialize) -> Value {
    serde_json::to_value(message).unwrap()
}

fn tile() -> TileId {
    TileId { index: 1, of: 4, col: 1, row: 0 }
}

fn full_job() -> Job {
    let mut job = job();
    job.tile = tile();
    job.lane = Lane::Bulk;
    job.instruction = "洪水 — flood".to_owned();
    job.mask = Some(png(MASK_PNG));
    job.examples = vec![Example { before: png(RGB_PNG), after: png(RGB_PNG) }];
    job.stretch = Stretch {
        bands: [
            BandStretch { band: 4, lo: 103.5, hi: 2900.25 },
            BandStretch { band: 1, lo: 0.0, hi: 1.0 },
            BandStretch { band: 2, lo: -32.0, hi: 0.125 },
        ],
    };
    job.grid.geotransform = Geotransform([500_000.123_456_789, 0.5, 0.0, 5_000_000.25, 0.0, -0.5]);
    job.params.adapter = Some("rscc-lora".to_owned());
    job.params.preserve = Preserve::Mask;
    job.params.seed = (1 << 53) - 1;
    job.params.candidates = 6;
    job.params.filter = Some(Filter { steps: 8, mode: FilterMode::Continue });
    job.noise_origin = NoiseOrigin { col: -32, row: 480 };
    job
}

fn ref_job() -> Job {
    let mut job = job();
    job.source = Source::Ref(SourceRef {
        uri: "file:///data/scene.tif".to_owned(),
        window: Window { col: 0, row: 16, width: 16, height: 16 },
        blake3: "ab".repeat(32),
    });
    job
}

fn outcome(end: End) -> Outcome {
    Outcome {
        schema: OUTCOME_SCHEMA.to_owned(),
        job_id: job_id(),
        tile: Some(tile()),
        worker: "w1".to_owned(),
        end,
    }
}

fn done() -> End {
    End::Done(Box::new(Done {
        geotiff: png(RGB_PNG),
        changed_fraction: 0.25,
        seed: 7,
        provenance: Provenance {
            synthetic: true,
            software: "foreshock 0.1.0".to_owned(),
            model: "tiny".to_owned(),
            model_digest: "cd".repeat(32),
            adapter: None,
            adapter_digest: None,
            licence: "Apache-2.0".to_owned(),
            instruction: "flood".to_owned(),
            steps: 4,
            guidance: 50.0,
            seed: 7,
            strength: 1.0,
            preserve: "change".to_owned(),
            quality: "full".to_owned(),
            created: "2026-11-24T08:00:00Z".parse().unwrap(),
            filter: None,
        },
        cache: CacheState::Miss,
        seconds: BTreeMap::from([("denoise".to_owned(), 1.5), ("decode".to_owned(), 0.25)]),
    }))
}

/// One whose seed a judge has found.
fn filtered() -> End {
    let End::Done(mut done) = done() else { panic!("it is done") };
    done.seed = 8;
    done.provenance.seed = 8;
    done.provenance.adapter = Some("rscc-lora".to_owned());
    done.provenance.adapter_digest = Some("ef".repeat(32));
    let decided =
        |a, b, winner, reason: &str| FilterVerdict::Decided { a, b, winner, reason: reason.to_owned() };
    done.provenance.filter = Some(FilterRecord {
        mode: FilterMode::Rerun,
        steps: 10,
        seeds: vec![7, 8, 9],
        verdicts: vec![decided(0, 1, 1, "the water reaches the sills"), decided(1, 2, 1, "roofs stay dry")],
        judge: "a-vision-model".to_owned(),
        failed: None,
        winner_seed: 8,
    });
    End::Done(done)
}

/// One whose judge could not be heard.
fn unjudged() -> End {
    let End::Done(mut done) = done() else { panic!("it is done") };
    let error = "no answer within 60 s".to_owned();
    done.provenance.filter = Some(FilterRecord {
        mode: FilterMode::Continue,
        steps: 2,
        seeds: vec![7, 8],
        verdicts: vec![FilterVerdict::Failed { a: 0, b: 1, error: error.clone() }],
        judge: "a-vision-model".to_owned(),
        failed: Some(error),
        winner_seed: 7,
    });
    End::Done(done)
}

fn capabilities() -> Capabilities {
    Capabilities {
        schema: CAPABILITIES_SCHEMA.to_owned(),
        worker: "w1".to_owned(),
        version: "0.1.0".to_owned(),
        models: vec![Model {
            name: "tiny".to_owned(),
            digest: "cd".repeat(32),
            adapters: vec!["rscc-lora".to_owned()],
            default_adapter: None,
            max_examples: 3,
            max_candidates: 12,
            tile_sizes: vec![256, 512],
            max_side: 1024,
            gsd_m: GsdRange { min: 0.2, max: 2.0 },
            languages: vec!["en".to_owned()],
            default_steps: 4,
            default_guidance: 50.0,
            qualities: vec!["full".to_owned()],
            licence: Licence {
                id: "Apache-2.0".to_owned(),
                name: "Apache License 2.0".to_owned(),
                url: None,
                non_commercial: false,
                accepted: true,
            },
        }],
        limits: Limits::default(),
        presets: presets(),
        judge: true,
    }
}

fn event(kind: EventKind) -> Event {
    Event { schema: EVENT_SCHEMA.to_owned(), job_id: job_id(), tile: tile(), worker: "w1".to_owned(), kind }
}

fn valid() -> Vec<(&'static str, &'static str, Value)> {
    let failed = Refusal::field(
        ErrorCode::InvalidField,
        "params.steps",
        "1 to 200",
        "params.steps: 0 steps (must be 1 to 200)",
    );
    vec![
        ("job_minimal", JOB_SCHEMA, to_value(job())),
        ("job_full", JOB_SCHEMA, to_value(full_job())),
        ("job_ref", JOB_SCHEMA, to_value(ref_job())),
        ("outcome_done", OUTCOME_SCHEMA, to_value(outcome(done()))),
        ("outcome_done_filtered", OUTCOME_SCHEMA, to_value(outcome(filtered()))),
        ("outcome_done_unjudged", OUTCOME_SCHEMA, to_value(outcome(unjudged()))),
        ("outcome_failed", OUTCOME_SCHEMA, to_value(outcome(End::Failed(failed)))),
        ("outcome_cancelled", OUTCOME_SCHEMA, to_value(outcome(End::Cancelled))),
        ("event_accepted", EVENT_SCHEMA, to_value(event(EventKind::Accepted))),
        (
            "event_progress",
            EVENT_SCHEMA,
            to_value(event(EventKind::Progress { step: 3, of: 28, preview: Some(png(RGB_PNG)) })),
        ),
        ("cancel", CANCEL_SCHEMA, to_value(Cancel { schema: CANCEL_SCHEMA.to_owned(), job_id: job_id() })),
        ("capabilities", CAPABILITIES_SCHEMA, to_value(capabilities())),
        (
            "capabilities_request",
            CAPABILITIES_REQUEST_SCHEMA,
            to_value(CapabilitiesRequest { schema: CAPABILITIES_REQUEST_SCHEMA.to_owned() }),
        ),
    ]
}

/// A job with one field changed: (name, JSON pointer, new value; null removes it, code, field).
fn broken() -> Vec<(&'static str, &'static str, Value, ErrorCode, &'static str)> {
    use ErrorCode::{InvalidField, InvalidMessage, TooLarge, UnknownSchema};
    vec![
        ("schema_unknown", "/schema", json!("foreshock.job.v9"), UnknownSchema, "schema"),
        ("schema_missing", "/schema", Value::Null, UnknownSchema, "schema"),
        ("not_an_object", "", json!([1, 2, 3]), InvalidMessage, "body"),
        ("instruction_empty", "/instruction", json!("  "), InvalidField, "instruction"),
        (
            "instruction_long",
            "/instruction",
            json!("x".repeat(MAX_INSTRUCTION_BYTES + 1)),
            TooLarge,
            "instruction",
        ),
        ("instruction_control", "/instruction", json!("flood\u{7}it"), InvalidField, "instruction"),
        ("instruction_line_break", "/instruction", json!("flood\nit"), InvalidField, "instruction"),
        ("instruction_missing", "/instruction", Value::Null, InvalidField, "instruction"),
        ("params_steps_missing", "/params/steps", Value::Null, InvalidField, "params.steps"),
        ("params_unknown_key", "/params/stepz", json!(4), InvalidField, "params.stepz"),
        ("params_steps_zero", "/params/steps", json!(0), InvalidField, "params.steps"),
        ("params_steps_text", "/params/steps", json!("four"), InvalidField, "params.steps"),
        ("params_guidance_negative", "/params/guidance", json!(-1.0), InvalidField, "params.guidance"),
        ("params_strength_zero", "/params/strength", json!(0.0), InvalidField, "params.strength"),
        ("params_seed_large", "/params/seed", json!(1_u64 << 53), InvalidField, "params.seed"),
        ("params_candidates_zero", "/params/candidates", json!(0), InvalidField, "params.candidates"),
        ("params_candidates_many", "/params/candidates", json!(13), InvalidField, "params.candidates"),
        (
            "params_filter_steps_zero",
            "/params/filter",
            json!({"steps": 0}),
            InvalidField,
            "params.filter.steps",
        ),
        (
            "params_filter_mode_unknown",
            "/params/filter",
            json!({"mode": "best"}),
            InvalidField,
            "params.filter.mode",
        ),
        (
            "params_filter_unknown_key",
            "/params/filter",
            json!({"step": 3}),
            InvalidField,
            "params.filter.step",
        ),
        ("params_model_path", "/params/model", json!("../etc/passwd"), InvalidField, "params.model"),
        ("params_preserve_unknown", "/params/preserve", json!("all"), InvalidField, "params.preserve"),
        ("mask_missing", "/params/preserve", json!("mask"), InvalidField, "mask"),
        ("tile_index_beyond", "/tile/index", json!(1), InvalidField, "tile.index"),
        ("tile_of_zero", "/tile/of", json!(0), InvalidField, "tile.of"),
        ("lane_unknown", "/lane", json!("express"), InvalidField, "lane"),
        ("source_not_base64", "/source/png", json!("!!!"), InvalidField, "source.png"),
        ("grid_width_odd", "/grid/width", json!(17), InvalidField, "grid.width"),
        ("grid_width_huge", "/grid/width", json!(65536), InvalidField, "grid.width"),
        (
            "geotransform_zero",
            "/grid/geotransform",
            json!([0, 0, 0, 0, 0, 0]),
            InvalidField,
            "grid.geotransform",
        ),
        (
            "geotransform_singular",
            "/grid/geotransform",
            json!([5, 2, 1, 7, 4, 2]),
            InvalidField,
            "grid.geotransform",
        ),
        (
            "examples_many",
            "/examples",
            json!(vec![Example { before: png(RGB_PNG), after: png(RGB_PNG) }; 4]),
            TooLarge,
            "examples",
        ),
        (
            "geotransform_five",
            "/grid/geotransform",
            json!([5, 2, 1, 7, 4]),
            InvalidField,
            "grid.geotransform",
        ),
        (
            "geotransform_nan",
            "/grid/geotransform",
            json!(["NaN", 1, 0, 0, 0, -1]),
            InvalidField,
            "grid.geotransform[0]",
        ),
        ("wkt_address", "/grid/crs_wkt", json!("http://example.com/crs.wkt"), InvalidField, "grid.crs_wkt"),
        ("wkt_code", "/grid/crs_wkt", json!("EPSG:4326"), InvalidField, "grid.crs_wkt"),
        ("gsd_zero", "/grid/gsd_m", json!(0.0), InvalidField, "grid.gsd_m"),
        ("stretch_flat", "/stretch/bands/1/hi", json!(0.0), InvalidField, "stretch.bands[1]"),
        (
            "stretch_overflow",
            "/stretch/bands/1",
            json!({ "band": 1, "lo": -1.7e308, "hi": 1.7e308 }),
            InvalidField,
            "stretch.bands[1]",
        ),
        ("noise_origin_odd", "/noise_origin/col", json!(8), InvalidField, "noise_origin.col"),
        ("deadline_not_a_time", "/deadline", json!("tomorrow"), InvalidField, "deadline"),
        ("job_id_not_a_uuid", "/job_id", json!("42"), InvalidField, "job_id"),
    ]
}

fn with(pointer: &str, value: &Value) -> Value {
    if pointer.is_empty() {
        return value.clone();
    }
    let mut message = to_value(job());
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let target = message.pointer_mut(parent).unwrap();
    match (target, value) {
        (Value::Object(map), Value::Null) => drop(map.remove(key)),
        (Value::Object(map), value) => drop(map.insert(key.to_owned(), value.clone())),
        (target, value) => target[key.parse::<usize>().unwrap()] = value.clone(),
    }
    message
}

#[test]
fn schema_files_are_what_the_types_say() {
    for (name, schema) in schemas() {
        hold(&format!("schema/{name}.json"), &schema);
    }
}

#[test]
fn valid_messages_pass_their_schema_and_come_back_unchanged() {
    let schemas: BTreeMap<_, _> = schemas().into_iter().collect();
    for (name, schema, message) in valid() {
        hold(&format!("fixtures/messages/valid/{name}.json"), &message);
        let validator = jsonschema::validator_for(&schemas[schema]).unwrap();
        let errors: Vec<String> = validator.iter_errors(&message).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
        assert_eq!(message["schema"], schema);
    }
    for (name, expected) in [("job_minimal", job()), ("job_full", full_job()), ("job_ref", ref_job())] {
        let body = std::fs::read(root().join(format!("fixtures/messages/valid/{name}.json"))).unwrap();
        assert_eq!(Job::parse(&body).unwrap(), expected, "{name}");
    }
    for (name, end) in [
        ("outcome_done", done()),
        ("outcome_done_filtered", filtered()),
        ("outcome_done_unjudged", unjudged()),
    ] {
        let body = std::fs::read(root().join(format!("fixtures/messages/valid/{name}.json"))).unwrap();
        let back: Outcome = serde_json::from_slice(&body).unwrap();
        assert_eq!(back, outcome(end), "{name}");
    }
}

#[test]
fn invalid_messages_are_refused_by_field() {
    for (name, pointer, value, code, field) in broken() {
        let message = with(pointer, &value);
        let fixture = json!({ "message": message, "code": code, "field": field });
        hold(&format!("fixtures/messages/invalid/{name}.json"), &fixture);
        let refusal = Job::parse(message.to_string().as_bytes()).expect_err(name);
        assert_eq!((refusal.code, refusal.field.as_deref()), (code, Some(field)), "{name}: {refusal:?}");
        assert!(refusal.limit.is_some() && !refusal.message.is_empty(), "{name}: {refusal:?}");
        assert!(!refusal.retryable, "{name}");
    }
    let refusal = Job::parse(b"flood, please").unwrap_err();
    assert_eq!(refusal.code, ErrorCode::InvalidMessage);
    let refusal = Job::parse(&vec![b' '; 9 << 20]).unwrap_err();
    assert_eq!((refusal.code, refusal.field.as_deref()), (ErrorCode::TooLarge, Some("body")));
}

#[test]
fn plans_and_feather_weights() {
    let windows = [
        (Window { col: 0, row: 0, width: 1024, height: 1024 }, 256, 32),
        (Window { col: 0, row: 0, width: 777, height: 1301 }, 256, 32),
        (Window { col: 5, row: 21, width: 10, height: 7 }, 256, 32),
        (Window { col: 1003, row: 17, width: 300, height: 256 }, 128, 64),
        (Window { col: 0, row: 0, width: 512, height: 512 }, 512, 64),
        (Window { col: 0, row: 0, width: 513, height: 64 }, 64, 0),
    ];
    let plans: Vec<Value> = windows
        .iter()
        .map(|(window, tile, overlap)| {
            let plan = TilePlan::new(*window, *tile, *overlap).unwrap();
            let tiles: Vec<Value> =
                plan.tiles().map(|tile| json!({ "id": tile.id, "col": tile.col, "row": tile.row })).collect();
            json!({ "plan": plan, "tiles": tiles })
        })
        .collect();
    hold("fixtures/plans.json", &json!(plans));

    let plan = TilePlan::new(Window { col: 0, row: 0, width: 112, height: 64 }, 64, 32).unwrap();
    let weights: Vec<Value> = plan
        .tiles()
        .map(|tile| {
            let (x, y) = plan.feather(tile.id);
            json!({ "id": tile.id, "x": x, "y": y })
        })
        .collect();
    hold("fixtures/feather.json", &json!({ "plan": plan, "weights": weights }));
    let overlaps: Vec<Value> =
        [16, 32, 64, 128, 256, 400, 512, 1024].iter().map(|t| json!([t, default_overlap(*t)])).collect();
    hold("fixtures/overlap.json", &json!(overlaps));
    let mut reflected: Vec<Value> = Vec::new();
    for length in [1_u32, 2, 3, 7] {
        let places: Vec<u32> = (-9..18).map(|i| reflect(i, length)).collect();
        reflected.push(json!({ "length": length, "from": -9, "places": places }));
    }
    hold("fixtures/reflect.json", &json!(reflected));
}

#[test]
fn grids() {
    let grids = [
        ("utm", Geotransform([500_000.0, 0.5, 0.0, 5_000_000.0, 0.0, -0.5]), GroundUnit::Metres(1.0)),
        (
            "degrees",
            Geotransform([12.1, 1e-5, 0.0, 45.7, 0.0, -1e-5]),
            GroundUnit::Degrees { latitude: 45.7 },
        ),
        (
            "us_feet",
            Geotransform([985_000.0, 2.0, 0.0, 200_000.0, 0.0, -2.0]),
            GroundUnit::Metres(1200.0 / 3937.0),
        ),
        ("not_square", Geotransform([100.25, 0.3, 0.0, 900.5, 0.0, -0.7]), GroundUnit::Metres(1.0)),
        ("south_up", Geotransform([100.0, 1.0, 0.0, 200.0, 0.0, 1.0]), GroundUnit::Metres(1.0)),
    ];
    let mut rows = Vec::new();
    for (name, geotransform, unit) in grids {
        let grid = PixelGrid { geotransform, width: 777, height: 1301 };
        let mut snaps = Vec::new();
        for (a, b) in [
            ([10.2, 20.7], [30.1, 40.0]),
            ([0.0, 0.0], [777.0, 1301.0]),
            ([-5.0, -5.0], [3.5, 2.0]),
            ([64.0, 64.0], [128.0, 128.0]),
        ] {
            let (p, q) = (geotransform.apply(a[0], a[1]), geotransform.apply(b[0], b[1]));
            let min = [p[0].min(q[0]), p[1].min(q[1])];
            let max = [p[0].max(q[0]), p[1].max(q[1])];
            let window = grid.snap(min, max).unwrap();
            snaps.push(json!({ "min": min, "max": max, "window": window, "geotransform": geotransform.at(window.col, window.row) }));
        }
        let unit = match unit {
            GroundUnit::Metres(metres) => json!({ "metres": metres }),
            GroundUnit::Degrees { latitude } => json!({ "degrees_at_latitude": latitude }),
        };
        let gsd_m = geotransform.gsd_m(match name {
            "degrees" => GroundUnit::Degrees { latitude: 45.7 },
            "us_feet" => GroundUnit::Metres(1200.0 / 3937.0),
            _ => GroundUnit::Metres(1.0),
        });
        rows.push(json!({ "name": name, "geotransform": geotransform, "width": 777, "height": 1301, "unit": unit, "gsd_m": gsd_m, "snaps": snaps }));
    }
    hold("fixtures/grids.json", &json!(rows));
}

#[test]
fn stretch_and_compose() {
    let bands = [
        BandStretch::identity(1),
        BandStretch { band: 2, lo: 103.0, hi: 2900.0 },
        BandStretch { band: 1, lo: -0.25, hi: 1.5 },
    ];
    let samples = [-40.0, -0.25, 0.0, 0.3, 1.5, 103.0, 127.4, 128.0, 255.0, 1501.5, 2900.0, 65535.0];
    let rows: Vec<Value> = bands
        .iter()
        .map(|band| {
            let forward: Vec<Value> = samples.iter().map(|s| json!([s, band.to_u8(*s)])).collect();
            let back: Vec<Value> =
                [0.0, 0.5, 17.0, 127.75, 255.0].iter().map(|v| json!([v, band.from_u8(*v)])).collect();
            json!({ "band": band, "to_u8": forward, "from_u8": back })
        })
        .collect();
    let mut numbers: Vec<f64> = (0..101).map(|i| f64::from((i * 37) % 101) * 1.5).collect();
    let unsorted = numbers.clone();
    let range = percentile_range(&mut numbers);
    // A collar of zeros around little content; flat ones, small and so large that 1 more is the same number.
    let collar: Vec<f64> = (0..200).map(|i| if i % 70 == 9 { 1000.0 + f64::from(i) } else { 0.0 }).collect();
    let others = [vec![3.0; 5], collar, vec![0.0; 3], vec![-1e30; 4], vec![1e17]];
    let mut percentile = vec![json!({ "samples": unsorted, "range": range })];
    for samples in others {
        let range = percentile_range(&mut samples.clone());
        percentile.push(json!({ "samples": samples, "range": range }));
    }
    hold("fixtures/stretch.json", &json!({ "bands": rows, "percentile": percentile }));

    let u8_type = SampleType::Integer { min: 0.0, max: 255.0 };
    let i16_type = SampleType::Integer { min: -32768.0, max: 32767.0 };
    let cases = [
        ("uint8", u8_type, 10.0, 200.4, 1.0, None),
        ("uint8", u8_type, 10.0, 200.5, 1.0, None),
        ("uint8", u8_type, 10.0, 200.0, 0.25, None),
        ("uint8", u8_type, 10.0, 0.2, 1.0, Some(0.0)),
        ("uint8", u8_type, 10.0, 255.0, 1.0, Some(255.0)),
        ("uint8", u8_type, 10.0, 300.0, 1.0, None),
        ("int16", i16_type, -5.0, -12.5, 1.0, Some(-9999.0)),
        ("int16", i16_type, -5.0, -9999.0, 1.0, Some(-9999.0)),
        ("float32", SampleType::Float32, 0.1, 0.7, 0.3, None),
        ("float32", SampleType::Float32, 0.1, 0.5, 1.0, Some(0.5)),
        ("float64", SampleType::Float64, 0.1, 0.7, 0.3, None),
        // GDAL's tolerance: near nodata is nodata.
        ("float32", SampleType::Float32, 7.0, 128.000_04, 1.0, Some(128.0)),
        ("float32", SampleType::Float32, 7.0, 127.999_97, 1.0, Some(128.0)),
        ("float32", SampleType::Float32, 7.0, 128.01, 1.0, Some(128.0)),
        ("float32", SampleType::Float32, 7.0, -9999.0, 1.0, Some(-9999.0)),
        ("float32", SampleType::Float32, 7.0, 0.0, 1.0, Some(0.0)),
        ("float32", SampleType::Float32, 7.0, 3.4e38, 1.0, Some(f64::from(f32::MAX))),
        ("float32", SampleType::Float32, 7.0, f64::from(f32::MAX), 1.0, Some(f64::from(f32::MAX))),
        ("float32", SampleType::Float32, 7.0, 1e39, 1.0, None),
        ("float64", SampleType::Float64, 7.0, 128.0, 1.0, Some(128.0)),
        ("float64", SampleType::Float64, 7.0, 255.999_999_999_999_9, 1.0, Some(256.0)),
        ("float64", SampleType::Float64, 7.0, 128.000_1, 1.0, Some(128.0)),
        ("float64", SampleType::Float64, 7.0, 128.000_2, 1.0, Some(128.0)),
        // A fraction of nodata means nothing to an integer.
        ("uint8", u8_type, 10.0, 0.2, 1.0, Some(0.5)),
        ("uint8", u8_type, 10.0, 254.0, 1.0, Some(254.6)),
        ("uint8", u8_type, 10.0, 255.0, 1.0, Some(255.4)),
        ("int16", i16_type, 10.0, 0.0, 1.0, Some(-0.5)),
    ];
    let rows: Vec<Value> = cases
        .iter()
        .map(|(name, kind, source, edited, weight, nodata)| {
            let sample = compose(*source, *edited, *weight, *kind, *nodata);
            json!({ "type": name, "source": source, "edited": edited, "weight": weight, "nodata": nodata, "sample": sample })
        })
        .collect();
    hold("fixtures/compose.json", &json!(rows));
}

#[test]
fn fingerprints() {
    let job = full_job();
    let source: Vec<u8> = (0..4 * 4 * 3).collect();
    let mask = vec![255_u8; 16];
    let pixels = Pixels { width: 4, height: 4, channels: 3, data: &source };
    let mut question = Question {
        model_digest: "cd",
        numeric_profile: "cpu-f32",
        params: &job.params,
        judge: Some("a-vision-model"),
        instruction: "  flood \u{65}\u{301} ",
        source: pixels,
        mask: None,
        examples: vec![],
        noise_origin: NoiseOrigin { col: 0, row: 16 },
    };
    let filtered = question.fingerprint().to_string();
    // Without candidates neither filter nor judge counts.
    let one = Params { candidates: 1, ..job.params.clone() };
    question.params = &one;
    let plain = question.fingerprint().to_string();
    let bare = Params { filter: None, ..one.clone() };
    question.params = &bare;
    question.judge = None;
    assert_eq!(question.fingerprint().to_string(), plain);
    question.mask = Some(Pixels { width: 4, height: 4, channels: 1, data: &mask });
    let masked = question.fingerprint().to_string();
    question.examples = vec![(pixels, pixels)];
    let with_example = question.fingerprint().to_string();
    hold(
        "fixtures/fingerprint.json",
        &json!({
            "filtered": filtered, "plain": plain, "masked": masked, "with_example": with_example,
            "normalised": normalise_instruction("  flood \u{65}\u{301} "),
        }),
    );
}

#[test]
fn wkt_is_never_an_address() {
    assert!(check_wkt(WKT, "crs").is_ok());
    assert!(check_wkt("PROJCRS[\"a\", BASEGEOGCRS[\"b\"]]", "crs").is_ok());
    for text in [
        "",
        "http://x/y",
        "/vsicurl/http://x",
        "EPSG:4326",
        "+proj=longlat",
        "PROJCS",
        "GEOGCS[",
        "file.prj",
        "{}",
    ] {
        assert!(check_wkt(text, "crs").is_err(), "{text}");
    }
}

#[test]
fn a_reply_key_belongs_to_its_user() {
    assert!(topology::owns_reply_key("ana", "ana.0193-af"));
    for other in ["ana", "ana.", "anab.0193", "bob.0193", "ana.x.y", "ana.#", "ana.*", "amq.gen-x", ""] {
        assert!(!topology::owns_reply_key("ana", other), "{other}");
    }
    let key = topology::cancel_key("a.b", job_id());
    assert_eq!(topology::cancel_key_user(&key), Some("a.b"));
}

#[test]
fn no_fixture_is_left_behind() {
    let invalid: Vec<&str> = broken().iter().map(|row| row.0).collect();
    let valid: Vec<&str> = valid().iter().map(|row| row.0).collect();
    for (folder, names) in [("valid", valid), ("invalid", invalid)] {
        for entry in std::fs::read_dir(root().join("fixtures/messages").join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let stem = Path::new(&path).file_stem().unwrap().to_string_lossy().into_owned();
            assert!(names.contains(&stem.as_str()), "{stem} is no fixture any more; delete it");
        }
    }
}

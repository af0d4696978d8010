//! What strangers' bytes must never do, as functions of bytes: a fuzzer looks for inputs that break them, and an ordinary test replays
//! the inputs it has kept. Each panics where a promise does not hold.
#![allow(
    clippy::panic,
    clippy::expect_used,
    reason = "a broken promise ends the process: that is how the fuzzer learns of it"
)]

use std::collections::HashMap;

use foreshock_models::edit::Gray8;
use foreshock_protocol::Refusal;
use foreshock_protocol::by_reference::file_path;
use foreshock_protocol::capabilities::{
    CAPABILITIES_REQUEST_SCHEMA, CAPABILITIES_SCHEMA, Capabilities, CapabilitiesRequest,
};
use foreshock_protocol::check::check_wkt;
use foreshock_protocol::event::{CANCEL_SCHEMA, Cancel, EVENT_SCHEMA, Event};
use foreshock_protocol::fingerprint::Fingerprint;
use foreshock_protocol::grid::{Geotransform, GroundUnit, PixelGrid, TilePlan, Window};
use foreshock_protocol::job::{Job, JobId, Lane, Source, message_id, parse_body, parse_message_id};
use foreshock_protocol::limits;
use foreshock_protocol::outcome::{OUTCOME_SCHEMA, Outcome};
use foreshock_protocol::topology::{cancel_key, cancel_key_user, event_key, owns_reply_key, reply_key};
use foreshock_worker::cache::Cached;
use foreshock_worker::job::deliveries::{deaths, earlier_deliveries, lane_of_suspect};
use foreshock_worker::job::sender::Sender;
use foreshock_worker::raster::{decode, encode, tiff_head};
use foreshock_worker::settings::Settings;
use lapin::BasicProperties;
use lapin::types::{AMQPValue, FieldTable};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A function of a stranger's bytes.
pub type Target = fn(&[u8]);

/// All of them, by name.
pub const TARGETS: [(&str, Target); 9] = [
    ("job", job),
    ("message", message),
    ("name", name),
    ("sender", sender),
    ("png", png),
    ("grid", grid),
    ("settings", settings),
    ("cached", cached),
    ("reference", reference),
];

/// The target of a name.
#[must_use]
pub fn target(name: &str) -> Option<Target> {
    TARGETS.iter().find(|(known, _)| *known == name).map(|(_, target)| *target)
}

/// A refusal tells the client which field is at fault and what it must satisfy, in few words.
fn names_a_field(refusal: &Refusal) {
    let said = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.is_empty());
    assert!(said(&refusal.field) && said(&refusal.limit) && !refusal.message.is_empty(), "{refusal:?}");
    assert!(!refusal.retryable, "the same bytes are refused again: {refusal:?}");
}

/// A job's body.
pub fn job(body: &[u8]) {
    let job = match Job::parse(body) {
        Ok(job) => job,
        Err(refusal) => return names_a_field(&refusal),
    };
    for side in [job.grid.width, job.grid.height] {
        assert!(
            (limits::MIN_SIDE..=limits::MAX_SIDE).contains(&side)
                && side.is_multiple_of(limits::SIDE_MULTIPLE)
        );
    }
    assert!(job.tile.index < job.tile.of && job.tile.of <= limits::MAX_TILES);
    assert!(job.instruction.len() <= limits::MAX_INSTRUCTION_BYTES && !job.instruction.trim().is_empty());
    assert!(job.grid.crs_wkt.len() <= limits::MAX_WKT_BYTES && job.grid.gsd_m > 0.0);
    assert!((1..=limits::MAX_STEPS).contains(&job.params.steps) && job.params.seed < limits::SEEDS);
    assert!((1..=limits::MAX_CANDIDATES).contains(&job.params.candidates));
    assert!(job.examples.len() <= limits::MAX_EXAMPLES);
    assert!(job.params.candidate_seed(limits::MAX_CANDIDATES) < limits::SEEDS);
    assert_eq!(parse_message_id(&job.message_id()), Some((job.job_id, job.tile.index)));
    if let Source::Ref(reference) = &job.source {
        let checked = reference.check(job.grid.width, job.grid.height);
        if let Err(refusal) = &checked {
            names_a_field(refusal);
        }
    }
    comes_back(&job, Job::parse);
}

/// What was read is written so that it reads as the same.
fn comes_back<T: Serialize + PartialEq + std::fmt::Debug>(
    message: &T,
    parse: impl Fn(&[u8]) -> Result<T, Refusal>,
) {
    let body = serde_json::to_vec(message).expect("a message that was read can be written");
    // Escapes may make it longer than it came.
    if body.len() <= limits::MAX_BODY_BYTES {
        assert_eq!(parse(&body).as_ref(), Ok(message), "{}", String::from_utf8_lossy(&body));
    }
}

/// A body of any other message; its first byte says of which.
pub fn message(bytes: &[u8]) {
    fn read<T: DeserializeOwned + Serialize + PartialEq + std::fmt::Debug>(body: &[u8], schema: &str) {
        match parse_body::<T>(body, schema) {
            Ok(message) => comes_back(&message, |body| parse_body(body, schema)),
            Err(refusal) => names_a_field(&refusal),
        }
    }
    let Some((kind, body)) = bytes.split_first() else { return };
    match kind % 5 {
        0 => read::<Cancel>(body, CANCEL_SCHEMA),
        1 => read::<CapabilitiesRequest>(body, CAPABILITIES_REQUEST_SCHEMA),
        2 => read::<Event>(body, EVENT_SCHEMA),
        3 => read::<Outcome>(body, OUTCOME_SCHEMA),
        _ => read::<Capabilities>(body, CAPABILITIES_SCHEMA),
    }
}

/// Message ids, reply keys, cancel keys: two lines of text.
pub fn name(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (one, other) = text.split_once('\n').unwrap_or((&text, ""));
    if let Some((job, tile)) = parse_message_id(one) {
        assert_eq!(parse_message_id(&message_id(job, tile)), Some((job, tile)));
        assert_eq!(cancel_key_user(&cancel_key(other, job)), Some(other), "the user of a cancel");
    }
    if let Some(user) = cancel_key_user(one) {
        assert!(one.starts_with("cancel.") && one.contains(user));
    }
    let owns = owns_reply_key(one, other);
    if owns {
        let client =
            other.strip_prefix(one).and_then(|rest| rest.strip_prefix('.')).expect("<user>.<client>");
        assert!(!client.is_empty() && client.len() <= 64);
        assert!(!client.contains(['.', '#', '*']), "a client is one word, and no pattern: {client}");
        assert_eq!(reply_key(one, client), other);
    }
}

/// Fields of bytes, one after the other: each begins with its length.
struct Fields<'a>(&'a [u8]);

impl<'a> Fields<'a> {
    fn byte(&mut self) -> u8 {
        let (first, rest) = self.0.split_first().unwrap_or((&0, &[]));
        self.0 = rest;
        *first
    }

    fn bytes(&mut self) -> &'a [u8] {
        let length = usize::from(self.byte()).min(self.0.len());
        let (field, rest) = self.0.split_at(length);
        self.0 = rest;
        field
    }

    /// Text of at most 255 bytes, as AMQP has it.
    fn text(&mut self) -> String {
        let text = String::from_utf8_lossy(self.bytes());
        let end = (0..=text.len().min(255)).rev().find(|end| text.is_char_boundary(*end));
        text[..end.unwrap_or(0)].to_owned()
    }

    fn number(&mut self) -> i64 {
        let mut raw = [0; 8];
        for byte in &mut raw {
            *byte = self.byte();
        }
        i64::from_le_bytes(raw)
    }
}

/// The properties of a delivery.
pub fn sender(bytes: &[u8]) {
    let mut fields = Fields(bytes);
    let present = fields.byte();
    let (user, reply, id) = (fields.text(), fields.text(), fields.text());
    let mut properties = BasicProperties::default();
    if present & 1 != 0 {
        properties = properties.with_user_id(user.as_str().into());
    }
    if present & 2 != 0 {
        properties = properties.with_reply_to(reply.as_str().into());
    }
    if present & 4 != 0 {
        properties = properties.with_message_id(id.as_str().into());
    }
    let mut headers = FieldTable::default();
    for _ in 0..(present >> 4) {
        let key = match fields.byte() % 3 {
            0 => "x-delivery-count".to_owned(),
            1 => "x-acquired-count".to_owned(),
            _ => fields.text(),
        };
        let kind = fields.byte();
        let number = fields.number();
        let value = match kind % 10 {
            0 => AMQPValue::LongLongInt(number),
            1 => AMQPValue::LongInt(number as i32),
            2 => AMQPValue::ShortInt(number as i16),
            3 => AMQPValue::LongUInt(number as u32),
            4 => AMQPValue::ShortShortUInt(number as u8),
            5 => AMQPValue::Double(f64::from_bits(number as u64)),
            6 => AMQPValue::Timestamp(number as u64),
            7 => AMQPValue::LongString(fields.bytes().into()),
            8 => AMQPValue::Boolean(number & 1 == 1),
            _ => AMQPValue::Void,
        };
        headers.insert(key.into(), value);
    }
    if present & 8 != 0 {
        properties = properties.with_headers(headers);
    }
    let earlier = earlier_deliveries(&properties, true);
    assert!(earlier <= i64::MAX as u64);
    assert!(deaths(&properties).is_empty(), "a death that nobody wrote");
    assert_eq!(lane_of_suspect(&properties), Lane::Bulk);
    match Sender::of(&properties) {
        Ok(sender) => {
            assert!(present & 3 == 3, "a sender without user_id or reply_to");
            assert_eq!((&sender.user, &sender.reply_key), (&user, &reply));
            assert!(
                owns_reply_key(&sender.user, &sender.reply_key),
                "an answer into another's queue: {sender:?}"
            );
            // AMQP has no longer names, and the client library panics at one.
            assert!(
                event_key(&sender.reply_key, JobId(uuid::Uuid::max()), "progress").len() <= 255,
                "{sender:?}"
            );
            assert_eq!(sender.message_id, (present & 4 != 0).then_some(id));
        }
        Err(reason) => assert!(!reason.is_empty()),
    }
}

/// A PNG; the first byte says what it is to be.
pub fn png(bytes: &[u8]) {
    let Some((kind, bytes)) = bytes.split_first() else { return };
    let size = (kind & 2 != 0).then_some((16, 16));
    let expected = decode::Expected { field: "source.png", size, max_side: 64 };
    let fits = |width: usize, height: usize| {
        assert!((1..=64).contains(&width) && (1..=64).contains(&height));
        assert!(size.is_none_or(|size| size == (width as u32, height as u32)));
    };
    if kind & 1 == 0 {
        match decode::rgb(bytes, expected) {
            Ok((image, valid)) => {
                fits(image.width, image.height);
                assert_eq!(image.data.len(), image.width * image.height * 3);
                if let Some(Gray8 { width, height, data }) = valid {
                    assert_eq!((width, height, data.len()), (image.width, image.height, width * height));
                    assert!(data.contains(&0) && data.iter().all(|valid| [0, 255].contains(valid)));
                }
            }
            Err(refusal) => names_a_field(&refusal),
        }
    } else {
        match decode::gray(bytes, expected) {
            Ok(image) => {
                fits(image.width, image.height);
                assert_eq!(image.data.len(), image.width * image.height);
            }
            Err(refusal) => names_a_field(&refusal),
        }
    }
}

/// Six numbers of a geotransform, a window, and WKT.
pub fn grid(bytes: &[u8]) {
    let mut fields = Fields(bytes);
    let geotransform = Geotransform([(); 6].map(|()| f64::from_bits(fields.number() as u64)));
    let width = fields.number().unsigned_abs() as u32 % limits::MAX_REF_RASTER_SIDE;
    let height = fields.number().unsigned_abs() as u32 % limits::MAX_REF_RASTER_SIDE;
    let corner = [f64::from_bits(fields.number() as u64), f64::from_bits(fields.number() as u64)];
    let (tile, overlap) = (u32::from(fields.byte()) * 16, u32::from(fields.byte()) * 16);
    match geotransform.check("grid.geotransform") {
        Ok(()) => {
            assert!(geotransform.0.iter().all(|value| value.is_finite()));
            assert_eq!(geotransform.at(0, 0), geotransform);
            let _ = geotransform.is_almost_aligned(width, height);
            for unit in [GroundUnit::Metres(1.0), GroundUnit::Degrees { latitude: corner[0] }] {
                let _ = geotransform.gsd_m(unit);
            }
            let raster = PixelGrid { geotransform, width, height };
            match raster.snap(corner, geotransform.apply(f64::from(width), f64::from(height))) {
                Ok(window) => {
                    assert!(
                        window.col >= 0 && window.col + i64::from(window.width) <= i64::from(width),
                        "{window:?}"
                    );
                    assert!(
                        window.row >= 0 && window.row + i64::from(window.height) <= i64::from(height),
                        "{window:?}"
                    );
                    assert!(window.width > 0 && window.height > 0, "{window:?}");
                    planned(window, tile, overlap);
                }
                Err(refusal) => names_a_field(&refusal),
            }
        }
        Err(refusal) => names_a_field(&refusal),
    }
    let wkt = String::from_utf8_lossy(fields.0);
    match check_wkt(&wkt, "grid.crs_wkt") {
        Ok(()) => {
            assert!(!wkt.contains('\0') && !wkt.trim_start().starts_with("http"));
            if let Err(refusal) = encode::check_crs(&wkt) {
                names_a_field(&refusal);
            }
        }
        Err(refusal) => names_a_field(&refusal),
    }
}

/// Tiles of a window are on the raster of 16 px and cover its corners.
fn planned(window: Window, tile: u32, overlap: u32) {
    let plan = match TilePlan::new(window, tile, overlap) {
        Ok(plan) => plan,
        Err(refusal) => return names_a_field(&refusal),
    };
    assert!(!plan.is_empty() && plan.len() <= limits::MAX_TILES);
    for (index, planned) in (0_u32..).zip(plan.tiles().take(64)) {
        assert_eq!(planned.id.index, index);
        assert!(planned.col % 16 == 0 && planned.row % 16 == 0);
    }
    let first = plan.tiles().next().expect("there is a tile");
    assert!(first.col <= window.col && first.row <= window.row);
}

/// The text of a settings file; lines after a zero byte are pairs of the environment.
pub fn settings(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (file, pairs) = text.split_once('\0').unwrap_or((&text, ""));
    let pairs: HashMap<String, String> = pairs
        .lines()
        .filter_map(|line| line.split_once('='))
        .map(|(key, value)| (format!("FORESHOCK_{key}"), value.to_owned()))
        .collect();
    match Settings::parse(file, pairs) {
        Ok(settings) => {
            assert!((1..=256).contains(&settings.max_batch) && (1..=256).contains(&settings.max_sessions));
            assert!((1..=1500).contains(&settings.job_seconds) && !settings.lanes.is_empty());
            assert_eq!(settings.judge_url.is_empty(), settings.judge_model.is_empty());
            let shown = format!("{settings:?}");
            let (cache_key_secret, judge_key) = (String::new(), String::new());
            let without = Settings { cache_key_secret, judge_key, ..settings };
            assert_eq!(format!("{without:?}"), shown, "what is shown depends on a secret");
        }
        Err(error) => assert!(error.to_string().starts_with("settings: "), "{error}"),
    }
}

/// What a cache may hold: bytes as they are, and as the body of an entry that carries the right digest.
pub fn cached(body: &[u8]) {
    let (question, key) = (Fingerprint([7; 32]), [9; 32]);
    let mut hasher = blake3::Hasher::new_keyed(&key);
    hasher.update(&question.0);
    hasher.update(body);
    let signed = [b"FSR2", hasher.finalize().as_bytes().as_slice(), body].concat();
    assert!(Cached::decode(body, question, &key).is_err(), "bytes without their digest are taken");
    let Ok(found) = Cached::decode(&signed, question, &key) else { return };
    let (width, height) = (found.pixels.width, found.pixels.height);
    let side = limits::MAX_SIDE as usize;
    assert!((1..=side).contains(&width) && (1..=side).contains(&height));
    assert_eq!((found.weight.width, found.weight.height), (width, height));
    assert_eq!((found.pixels.data.len(), found.weight.data.len()), (width * height * 3, width * height));
    let again = found.encode(question, &key).expect("what was read can be written");
    let back = Cached::decode(&again, question, &key).expect("what was written can be read");
    // A NaN is not equal to itself.
    assert_eq!(back.changed_fraction.to_bits(), found.changed_fraction.to_bits());
    assert_eq!((back.pixels, back.weight, back.created_ms), (found.pixels, found.weight, found.created_ms));
    assert_eq!(back.filter, found.filter);
}

/// An address up to the first zero byte, a window, and the TIFF that it leads to.
pub fn reference(bytes: &[u8]) {
    let mut fields = Fields(bytes);
    let uri = fields.text();
    match file_path(&uri) {
        Ok(path) => {
            assert!(path.starts_with(b"/") && !path.contains(&0) && !path.starts_with(b"/vsi"));
            assert!(
                path[1..].split(|byte| *byte == b'/').all(|part| ![&b""[..], b".", b".."].contains(&part))
            );
        }
        Err(refusal) => names_a_field(&refusal),
    }
    let (col, row) = (i64::from(fields.byte() as i8), fields.number());
    let window = Window { col, row, width: u32::from(fields.byte()), height: u32::from(fields.byte()) };
    match tiff_head::check(&fields.0, window) {
        Ok(head) => {
            assert!((3..=4).contains(&head.samples));
            assert!(window.col >= 0 && window.col + i64::from(window.width) <= i64::from(head.width));
            assert!(window.row >= 0 && window.row + i64::from(window.height) <= i64::from(head.height));
        }
        Err(refusal) => names_a_field(&refusal),
    }
}

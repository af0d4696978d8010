use super::*;

/// A little-endian classic TIFF of one directory: (tag, type, count, value or offset).
fn tiff(tags: &[(u16, u16, u32, u32)], more: usize) -> Vec<u8> {
    let mut bytes = b"II*\0\x08\0\0\0".to_vec();
    directory(&mut bytes, tags, 0);
    bytes.resize(bytes.len() + more, 0);
    bytes
}

fn directory(bytes: &mut Vec<u8>, tags: &[(u16, u16, u32, u32)], next: u32) {
    bytes.extend((tags.len() as u16).to_le_bytes());
    for (tag, kind, count, value) in tags {
        bytes.extend(tag.to_le_bytes());
        bytes.extend(kind.to_le_bytes());
        bytes.extend(count.to_le_bytes());
        bytes.extend(value.to_le_bytes());
    }
    bytes.extend(next.to_le_bytes());
}

const SHORT: u16 = 3;
const LONG: u16 = 4;

/// 16 × 16 px RGB in one strip at byte 8.
fn good() -> Vec<(u16, u16, u32, u32)> {
    vec![
        (tag::WIDTH, SHORT, 1, 16),
        (tag::HEIGHT, SHORT, 1, 16),
        (tag::BITS, SHORT, 1, 8),
        (tag::COMPRESSION, SHORT, 1, 1),
        (tag::PHOTOMETRIC, SHORT, 1, 2),
        (tag::STRIP_OFFSETS, LONG, 1, 8),
        (tag::SAMPLES, SHORT, 1, 3),
        (tag::ROWS_PER_STRIP, SHORT, 1, 16),
        (tag::STRIP_COUNTS, LONG, 1, 768),
    ]
}

fn with(changes: &[(u16, u16, u32, u32)]) -> Vec<(u16, u16, u32, u32)> {
    let mut tags = good();
    tags.retain(|old| !changes.iter().any(|new| new.0 == old.0));
    tags.extend(changes);
    tags.sort_unstable();
    tags
}

const ALL: Window = Window { col: 0, row: 0, width: 16, height: 16 };

fn looked_at(bytes: &[u8]) -> Result<Head, Refusal> {
    check(&bytes, ALL)
}

#[test]
fn a_plain_image_passes() {
    assert_eq!(looked_at(&tiff(&good(), 768)).unwrap(), Head { width: 16, height: 16, samples: 3 });
    let tiled = with(&[
        (tag::STRIP_OFFSETS, LONG, 0, 0),
        (tag::TILE_WIDTH, SHORT, 1, 16),
        (tag::TILE_HEIGHT, SHORT, 1, 16),
        (tag::TILE_OFFSETS, LONG, 1, 8),
        (tag::TILE_COUNTS, LONG, 1, 768),
        (tag::SAMPLES, SHORT, 1, 4),
    ]);
    assert_eq!(looked_at(&tiff(&tiled, 768)).unwrap().samples, 4);
}

#[test]
fn what_asks_for_more_than_it_holds_is_refused() {
    // (what is wrong, tags, a part of the limit)
    let huge = u32::MAX;
    for (what, changes, limit) in [
        ("65529 bands", vec![(tag::SAMPLES, SHORT, 1, 65529)], "4 bands"),
        ("one band", vec![(tag::SAMPLES, SHORT, 1, 1)], "3 or 4 bands"),
        ("no bands", vec![(tag::SAMPLES, SHORT, 1, 0)], "4 bands"),
        (
            "a tile of 2^30 px a side",
            vec![
                (tag::TILE_WIDTH, LONG, 1, 1 << 30),
                (tag::TILE_HEIGHT, LONG, 1, 1 << 30),
                (tag::TILE_OFFSETS, LONG, 1, 8),
                (tag::TILE_COUNTS, LONG, 1, 8),
            ],
            "blocks of 1 to",
        ),
        (
            "a tile without size",
            vec![
                (tag::TILE_WIDTH, LONG, 1, 0),
                (tag::TILE_HEIGHT, LONG, 1, 16),
                (tag::TILE_OFFSETS, LONG, 1, 8),
                (tag::TILE_COUNTS, LONG, 1, 8),
            ],
            "blocks of 1 to",
        ),
        ("too wide", vec![(tag::WIDTH, LONG, 1, huge)], "px a side"),
        ("no height", vec![(tag::HEIGHT, LONG, 1, 0)], "px a side"),
        (
            "one strip of gigabytes",
            vec![
                (tag::WIDTH, LONG, 1, 1 << 20),
                (tag::HEIGHT, LONG, 1, 1 << 20),
                (tag::ROWS_PER_STRIP, LONG, 1, huge),
            ],
            "blocks of 1 to",
        ),
        ("more strips than listed", vec![(tag::ROWS_PER_STRIP, SHORT, 1, 1)], "each with its offset"),
        ("a list beyond the file", vec![(tag::STRIP_OFFSETS, LONG, 1 << 24, 8)], "whole file"),
        ("a strip beyond the file", vec![(tag::STRIP_OFFSETS, LONG, 1, 1 << 20)], "whole file"),
        (
            "a strip that overflows",
            vec![(tag::STRIP_OFFSETS, LONG, 1, huge), (tag::STRIP_COUNTS, LONG, 1, huge)],
            "whole file",
        ),
        ("a tag of gigabytes", vec![(42112, 2, huge, 8)], "bytes a tag"),
        ("16 bit", vec![(tag::BITS, SHORT, 1, 16)], "8 bit"),
        ("signed", vec![(tag::SAMPLE_FORMAT, SHORT, 1, 2)], "8 bit a sample, unsigned"),
        ("palette", vec![(tag::PHOTOMETRIC, SHORT, 1, 3)], "RGB"),
        ("JPEG", vec![(tag::COMPRESSION, SHORT, 1, 7)], "no compression"),
        ("unknown type", vec![(tag::WIDTH, 99, 1, 16)], "types of TIFF"),
        ("a fraction as width", vec![(tag::WIDTH, 11, 1, 16)], "whole numbers"),
        ("two widths", vec![(tag::WIDTH, SHORT, 2, 16)], "one number"),
        ("planes of a third kind", vec![(tag::PLANAR, SHORT, 1, 3)], "planar"),
        ("planes that are not listed", vec![(tag::PLANAR, SHORT, 1, 2)], "each with its offset"),
    ] {
        let refusal = looked_at(&tiff(&with(&changes), 768)).expect_err(what);
        assert_eq!(refusal.field.as_deref(), Some("source.ref.uri"), "{what}");
        assert!(refusal.limit.as_ref().is_some_and(|found| found.contains(limit)), "{what}: {refusal:?}");
    }
}

#[test]
fn damaged_headers_and_chains_are_refused() {
    let whole = tiff(&good(), 768);
    for length in [0, 3, 7, 8, 9, 40, 100, 121] {
        assert!(looked_at(&whole[..length]).is_err(), "{length} bytes");
    }
    assert!(looked_at(b"<VRTDataset rasterXSize=\"16\">").unwrap_err().message.contains("whatever its name"));
    // A directory that is its own successor, and one tag twice.
    let mut circle = b"II*\0\x08\0\0\0".to_vec();
    directory(&mut circle, &good(), 8);
    circle.resize(circle.len() + 768, 0);
    assert!(looked_at(&circle).unwrap_err().limit.unwrap().contains("directories"));
    let mut twice = good();
    twice.push((tag::STRIP_COUNTS, LONG, 1, 768));
    assert!(looked_at(&tiff(&twice, 768)).unwrap_err().limit.unwrap().contains("once"));
    // Of a second directory the limits hold too.
    let mut second = b"II*\0\x08\0\0\0".to_vec();
    let next = 8 + 2 + 12 * good().len() as u32 + 4;
    directory(&mut second, &good(), next);
    directory(&mut second, &with(&[(tag::SAMPLES, SHORT, 1, 65529)]), 0);
    second.resize(second.len() + 768, 0);
    assert!(looked_at(&second).unwrap_err().limit.unwrap().contains("4 bands"));
}

#[test]
fn a_window_lies_inside_and_is_not_too_much_to_decode() {
    let bytes = tiff(&good(), 768);
    for window in [
        Window { col: 1, ..ALL },
        Window { row: -1, ..ALL },
        Window { col: i64::MAX, ..ALL },
        Window { width: 0, ..ALL },
        Window { height: 17, ..ALL },
    ] {
        let refusal = check(&bytes.as_slice(), window).unwrap_err();
        assert_eq!(refusal.field.as_deref(), Some("source.ref.window"), "{window:?}");
    }
    // 2^20 px wide, one row a strip, 200 rows: each block is bearable, 200 of them are not.
    let rows = 200;
    let list = 8 + 2 + 12 * good().len() as u32 + 4;
    let wide = with(&[
        (tag::WIDTH, LONG, 1, 1 << 20),
        (tag::HEIGHT, LONG, 1, rows),
        (tag::ROWS_PER_STRIP, SHORT, 1, 1),
        (tag::STRIP_OFFSETS, LONG, rows, list),
        (tag::STRIP_COUNTS, LONG, rows, list),
    ]);
    let bytes = tiff(&wide, 4 * rows as usize);
    assert!(looked_at(&bytes).is_ok());
    let refusal = check(&bytes.as_slice(), Window { height: rows, ..ALL }).unwrap_err();
    assert!(refusal.limit.unwrap().contains("to decode for one window"));
}

#[test]
fn big_tiffs_and_the_other_byte_order_are_read() {
    let mut bytes = b"MM\0+\0\x08\0\0".to_vec();
    bytes.extend(16_u64.to_be_bytes());
    bytes.extend((good().len() as u64).to_be_bytes());
    for (tag, kind, count, value) in good() {
        bytes.extend(tag.to_be_bytes());
        bytes.extend(kind.to_be_bytes());
        bytes.extend(u64::from(count).to_be_bytes());
        let value = if kind == SHORT { u64::from(value) << 48 } else { u64::from(value) << 32 };
        bytes.extend(value.to_be_bytes());
    }
    bytes.extend(0_u64.to_be_bytes());
    bytes.resize(bytes.len() + 768, 0);
    assert_eq!(looked_at(&bytes).unwrap(), Head { width: 16, height: 16, samples: 3 });
}

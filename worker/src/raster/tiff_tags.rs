//! Tags of a TIFF's directories, classic and BigTIFF, in both byte orders.

use foreshock_protocol::Refusal;

use super::tiff_head::{ReadAt, refused};

/// Most tags of a directory.
const MOST_TAGS: u64 = 512;
/// Largest value of a tag that is no list of blocks, bytes.
const MOST_VALUE_BYTES: u64 = 1 << 20;

/// Numbers of tags.
pub(super) mod tag {
    pub(in super::super) const WIDTH: u16 = 256;
    pub(in super::super) const HEIGHT: u16 = 257;
    pub(in super::super) const BITS: u16 = 258;
    pub(in super::super) const COMPRESSION: u16 = 259;
    pub(in super::super) const PHOTOMETRIC: u16 = 262;
    pub(in super::super) const STRIP_OFFSETS: u16 = 273;
    pub(in super::super) const SAMPLES: u16 = 277;
    pub(in super::super) const ROWS_PER_STRIP: u16 = 278;
    pub(in super::super) const STRIP_COUNTS: u16 = 279;
    pub(in super::super) const PLANAR: u16 = 284;
    pub(in super::super) const TILE_WIDTH: u16 = 322;
    pub(in super::super) const TILE_HEIGHT: u16 = 323;
    pub(in super::super) const TILE_OFFSETS: u16 = 324;
    pub(in super::super) const TILE_COUNTS: u16 = 325;
    pub(in super::super) const SAMPLE_FORMAT: u16 = 339;
    /// Lists with one number a block: their length is checked against the number of blocks.
    pub(super) const LISTS: [u16; 4] = [STRIP_OFFSETS, STRIP_COUNTS, TILE_OFFSETS, TILE_COUNTS];
}

/// One tag: `count` values, `width` bytes each, that begin at byte `at` of the file, all inside it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    tag: u16,
    /// Whether its values are whole numbers without sign.
    whole: bool,
    width: u64,
    pub(super) count: u64,
    at: u64,
}

/// The tags of an image.
#[derive(Debug)]
pub(super) struct Directory {
    entries: Vec<Entry>,
    /// Where the next one is; 0 = it was the last.
    pub(super) next: u64,
}

impl Directory {
    pub(super) fn entry(&self, tag: u16) -> Option<Entry> {
        self.entries.iter().find(|entry| entry.tag == tag).copied()
    }
}

/// A TIFF's header.
pub(super) struct Reader<'a> {
    pub(super) bytes: &'a dyn ReadAt,
    little: bool,
    big: bool,
    /// Where the first directory is.
    pub(super) first: u64,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a dyn ReadAt) -> Result<Self, Refusal> {
        let mut head = [0; 16];
        let length = bytes.size().min(16) as usize;
        if bytes.fill(0, &mut head[..length]).is_err() || length < 8 {
            return refused("a GeoTIFF", "the file is too short for a TIFF");
        }
        let (little, big) = match &head[..4] {
            b"II*\0" => (true, false),
            b"MM\0*" => (false, false),
            b"II+\0" => (true, true),
            b"MM\0+" => (false, true),
            _ => return refused("a GeoTIFF", "the file does not begin as a TIFF does, whatever its name"),
        };
        let reader = Self { bytes, little, big, first: 0 };
        let first = if big {
            // Offsets of eight bytes, then a zero: there is no other kind.
            if length < 16 || reader.unsigned(&head[4..6]) != 8 || reader.unsigned(&head[6..8]) != 0 {
                return refused("a GeoTIFF", "the header of the BigTIFF is damaged");
            }
            reader.unsigned(&head[8..16])
        } else {
            reader.unsigned(&head[4..8])
        };
        Ok(Self { first, ..reader })
    }

    fn unsigned(&self, bytes: &[u8]) -> u64 {
        let fold = |number: u64, byte: &u8| (number << 8) | u64::from(*byte);
        if self.little { bytes.iter().rev().fold(0, fold) } else { bytes.iter().fold(0, fold) }
    }

    fn read(&self, at: u64, buffer: &mut [u8]) -> Result<(), Refusal> {
        if at.checked_add(buffer.len() as u64).is_some_and(|end| end <= self.bytes.size())
            && self.bytes.fill(at, buffer).is_ok()
        {
            return Ok(());
        }
        refused(
            "a whole file",
            format!("byte {at} is needed, the file has {}; is it whole?", self.bytes.size()),
        )
    }

    /// The directory at a place.
    pub(super) fn directory(&self, at: u64) -> Result<Directory, Refusal> {
        let (count_width, entry_width, word) = if self.big { (8, 20, 8) } else { (2, 12, 4) };
        let mut count = [0; 8];
        self.read(at, &mut count[..count_width])?;
        let count = self.unsigned(&count[..count_width]);
        if count > MOST_TAGS {
            return refused(format!("at most {MOST_TAGS} tags"), format!("a directory has {count} tags"));
        }
        let start = at + count_width as u64;
        let mut raw = vec![0; count as usize * entry_width + word];
        self.read(start, &mut raw)?;
        let (raw, next) = raw.split_at(count as usize * entry_width);
        let entries = raw.chunks_exact(entry_width).enumerate().map(|(index, raw)| {
            let value_at = start + (index * entry_width + 4 + word) as u64;
            self.entry(raw, word, value_at)
        });
        let entries: Vec<Entry> = entries.collect::<Result<_, _>>()?;
        // Readers differ in which of two equal tags they take.
        let mut tags: Vec<u16> = entries.iter().map(|entry| entry.tag).collect();
        tags.sort_unstable();
        if let Some(pair) = tags.windows(2).find(|pair| pair[0] == pair[1]) {
            return refused("each tag once", format!("tag {} stands twice in a directory", pair[0]));
        }
        Ok(Directory { entries, next: self.unsigned(next) })
    }

    fn entry(&self, raw: &[u8], word: usize, value_at: u64) -> Result<Entry, Refusal> {
        let tag = self.unsigned(&raw[..2]) as u16;
        let kind = self.unsigned(&raw[2..4]);
        let width = match kind {
            1 | 2 | 6 | 7 => 1,
            3 | 8 => 2,
            4 | 9 | 11 | 13 => 4,
            5 | 10 | 12 | 16..=18 => 8,
            other => return refused("types of TIFF 6 and BigTIFF", format!("tag {tag} has type {other}")),
        };
        let count = self.unsigned(&raw[4..4 + word]);
        let bytes = count.checked_mul(width);
        let Some(bytes) = bytes.filter(|bytes| tag::LISTS.contains(&tag) || *bytes <= MOST_VALUE_BYTES)
        else {
            return refused(
                format!("at most {MOST_VALUE_BYTES} bytes a tag"),
                format!("tag {tag} has {count} values"),
            );
        };
        let inline = bytes <= word as u64;
        let at = if inline { value_at } else { self.unsigned(&raw[4 + word..]) };
        if at.checked_add(bytes).is_none_or(|end| end > self.bytes.size()) {
            return refused(
                "a whole file",
                format!("tag {tag} lies beyond the end of the file; is it whole?"),
            );
        }
        Ok(Entry { tag, whole: matches!(kind, 1 | 3 | 4 | 13 | 16 | 18), width, count, at })
    }

    /// Some of a tag's whole numbers.
    pub(super) fn numbers(&self, entry: &Entry, first: u64, count: u64) -> Result<Vec<u64>, Refusal> {
        if !entry.whole {
            return refused("whole numbers", format!("tag {} has another type", entry.tag));
        }
        // Inside the entry, hence inside the file: as many as a window has blocks.
        let last = first.checked_add(count).filter(|last| *last <= entry.count);
        if last.is_none() {
            return refused("a whole file", format!("tag {} has no value {first}", entry.tag));
        }
        let mut raw = vec![0; (count * entry.width) as usize];
        self.read(entry.at + first * entry.width, &mut raw)?;
        Ok(raw.chunks_exact(entry.width as usize).map(|value| self.unsigned(value)).collect())
    }

    /// A tag that is one number.
    pub(super) fn number(
        &self,
        directory: &Directory,
        tag: u16,
        missing: Option<u64>,
    ) -> Result<u64, Refusal> {
        match (directory.entry(tag), missing) {
            (Some(entry), _) if entry.count == 1 => Ok(self.numbers(&entry, 0, 1)?[0]),
            (None, Some(missing)) => Ok(missing),
            (Some(entry), _) => refused("one number", format!("tag {tag} has {} values", entry.count)),
            (None, None) => refused("a GeoTIFF", format!("tag {tag} is missing")),
        }
    }

    /// The number that a tag has for every band; none where they differ, or where it has another number of them.
    pub(super) fn same(
        &self,
        directory: &Directory,
        tag: u16,
        bands: u64,
        missing: u64,
    ) -> Result<Option<u64>, Refusal> {
        let Some(entry) = directory.entry(tag) else { return Ok(Some(missing)) };
        if entry.count != bands && entry.count != 1 {
            return Ok(None);
        }
        let numbers = self.numbers(&entry, 0, entry.count)?;
        let first = numbers.first().copied();
        Ok(first.filter(|first| numbers.iter().all(|number| number == first)))
    }
}

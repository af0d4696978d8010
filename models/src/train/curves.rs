//! Curves of a run: CSV for people and spreadsheets, event files for TensorBoard.

use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use super::TrainError;

/// Writes both, row by row.
pub(super) struct Curves {
    path: PathBuf,
    csv: File,
    events: Events,
}

impl Curves {
    /// Goes on with the curves of a run: what was written after step `step` is dropped, it will be written again.
    pub(super) fn open(dir: &Path, step: u64) -> Result<Self, TrainError> {
        let path = dir.join("curves.csv");
        let kept: String = match std::fs::read_to_string(&path) {
            Ok(text) => {
                let row = |line: &&str| line.split(',').next().and_then(|first| first.parse::<u64>().ok());
                let known = text.lines().filter(|line| row(line).is_none_or(|at| at <= step));
                known.map(|line| format!("{line}\n")).collect()
            }
            Err(_) => "step,name,value\n".to_owned(),
        };
        std::fs::write(&path, kept).map_err(TrainError::io(&path))?;
        let csv = OpenOptions::new().append(true).open(&path).map_err(TrainError::io(&path))?;
        Ok(Self { path, csv, events: Events::create(&dir.join("tensorboard"))? })
    }

    /// Adds values of one step.
    pub(super) fn add(&mut self, step: u64, values: &[(&str, f64)]) -> Result<(), TrainError> {
        let mut rows = String::new();
        for (name, value) in values {
            rows.push_str(&format!("{step},{name},{value}\n"));
        }
        self.csv.write_all(rows.as_bytes()).map_err(TrainError::io(&self.path))?;
        self.events.scalars(step, values)
    }
}

/// A TensorBoard event file: records of the protocol buffer `tensorflow.Event`, each framed by its length and two checksums.
struct Events {
    path: PathBuf,
    file: File,
}

impl Events {
    fn create(dir: &Path) -> Result<Self, TrainError> {
        std::fs::create_dir_all(dir).map_err(TrainError::io(dir))?;
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let path = dir.join(format!("events.out.tfevents.{}.{}", since.as_secs(), std::process::id()));
        let file = File::create(&path).map_err(TrainError::io(&path))?;
        let mut events = Self { path, file };
        let mut first = wall_time();
        bytes_field(&mut first, 3, b"brain.Event:2");
        events.record(&first)?;
        Ok(events)
    }

    fn scalars(&mut self, step: u64, values: &[(&str, f64)]) -> Result<(), TrainError> {
        let mut summary = Vec::new();
        for (name, value) in values {
            let mut entry = Vec::new();
            bytes_field(&mut entry, 1, name.as_bytes());
            key(&mut entry, 2, 5);
            entry.extend((*value as f32).to_le_bytes());
            bytes_field(&mut summary, 1, &entry);
        }
        let mut event = wall_time();
        key(&mut event, 2, 0);
        varint(&mut event, step);
        bytes_field(&mut event, 5, &summary);
        self.record(&event)
    }

    fn record(&mut self, data: &[u8]) -> Result<(), TrainError> {
        let length = (data.len() as u64).to_le_bytes();
        let mut frame = length.to_vec();
        frame.extend(masked(&length));
        frame.extend(data);
        frame.extend(masked(data));
        self.file.write_all(&frame).map_err(TrainError::io(&self.path))
    }
}

/// CRC-32C, turned and shifted as TensorFlow's record files have it.
fn masked(data: &[u8]) -> [u8; 4] {
    crc32c::crc32c(data).rotate_right(15).wrapping_add(0xA282_EAD8).to_le_bytes()
}

/// An event that has its time so far (field 1, double).
fn wall_time() -> Vec<u8> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs_f64();
    let mut event = Vec::new();
    key(&mut event, 1, 1);
    event.extend(seconds.to_le_bytes());
    event
}

/// Number and wire type of a field.
fn key(out: &mut Vec<u8>, field: u64, wire: u64) {
    varint(out, field << 3 | wire);
}

fn bytes_field(out: &mut Vec<u8>, field: u64, bytes: &[u8]) {
    key(out, field, 2);
    varint(out, bytes.len() as u64);
    out.extend(bytes);
}

fn varint(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_after_the_step_that_is_gone_on_from_are_dropped() {
        let dir = tempfile::tempdir().unwrap();
        let mut curves = Curves::open(dir.path(), 0).unwrap();
        for step in 1..=5 {
            curves.add(step, &[("loss", 1.0 / step as f64)]).unwrap();
        }
        let mut curves = Curves::open(dir.path(), 3).unwrap();
        curves.add(4, &[("loss", 7.0)]).unwrap();
        let text = std::fs::read_to_string(dir.path().join("curves.csv")).unwrap();
        assert_eq!(text.lines().count(), 5, "{text}");
        assert!(text.starts_with("step,name,value\n1,loss,1\n") && text.ends_with("4,loss,7\n"), "{text}");
    }

    #[test]
    fn records_are_framed_as_tensorboard_reads_them() {
        let dir = tempfile::tempdir().unwrap();
        Curves::open(dir.path(), 0).unwrap().add(300, &[("loss", 0.5)]).unwrap();
        let file = std::fs::read_dir(dir.path().join("tensorboard")).unwrap().next().unwrap().unwrap();
        let bytes = std::fs::read(file.path()).unwrap();
        let mut rest = bytes.as_slice();
        let mut records = Vec::new();
        while let Some((length, tail)) = rest.split_first_chunk::<8>() {
            let count = u64::from_le_bytes(*length) as usize;
            assert_eq!(tail[..4], masked(length));
            assert_eq!(tail[4 + count..8 + count], masked(&tail[4..4 + count]));
            records.push(tail[4..4 + count].to_vec());
            rest = &tail[8 + count..];
        }
        assert!(rest.is_empty() && records.len() == 2);
        assert!(records[0].ends_with(b"brain.Event:2"));
        // step 300, then the summary: tag and value.
        let wanted =
            [&[0x10, 0xAC, 0x02, 0x2A, 13, 0x0A, 11, 0x0A, 4][..], b"loss", &[0x15], &0.5_f32.to_le_bytes()];
        assert_eq!(records[1][9..], wanted.concat());
    }
}

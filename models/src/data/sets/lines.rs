//! Lists as records: JSON lines, a JSON list, or CSV with a header.

use std::path::Path;

use serde_json::{Map, Value};

use super::SetError;

/// One record: its line (of a JSON list: its place), from 1, and its fields or why it has none.
pub(in crate::data) type Record = (usize, Result<Map<String, Value>, String>);

/// The records of a file; what they are follows from its extension.
pub(in crate::data) fn read(path: &Path) -> Result<Vec<Record>, SetError> {
    let text = text(path)?;
    let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_lowercase();
    match extension.as_str() {
        "csv" => Ok(table(&text)),
        "json" => {
            let list: Vec<Value> = serde_json::from_str(&text)
                .map_err(|error| SetError::Json { path: path.to_owned(), message: error.to_string() })?;
            Ok(list.into_iter().enumerate().map(|(place, value)| (place + 1, object(value))).collect())
        }
        _ => Ok(text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim().is_empty())
            .map(|(place, line)| {
                let value = serde_json::from_str(line).map_err(|error| format!("is not JSON: {error}"));
                (place + 1, value.and_then(object))
            })
            .collect()),
    }
}

/// The text of a file, without a byte order mark. What is not UTF-8 is replaced: the line that holds it is judged by itself.
pub(in crate::data) fn text(path: &Path) -> Result<String, SetError> {
    let bytes = std::fs::read(path).map_err(|source| SetError::Io { path: path.to_owned(), source })?;
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
}

fn object(value: Value) -> Result<Map<String, Value>, String> {
    match value {
        Value::Object(map) => Ok(map),
        _ => Err("is not an object".to_owned()),
    }
}

/// A field that holds text, trimmed; none when it is absent or empty.
pub(in crate::data) fn field(record: &Map<String, Value>, key: &str) -> Option<String> {
    let text = record.get(key)?.as_str()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// RFC 4180: quoted fields may hold commas, line ends and doubled quotes. A quote within a field that does not begin with one is
/// a letter like any other (`5" of rain`).
fn table(text: &str) -> Vec<Record> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let (mut line, mut counted) = (1, 0);
    let mut header: Option<Vec<String>> = None;
    let mut records = Vec::new();
    for row in reader.records() {
        let row = match row {
            Ok(row) => row,
            Err(error) => {
                records.push((line, Err(format!("is not CSV: {error}"))));
                continue;
            }
        };
        // The reader counts a row from the end of the one before it: blank lines lie between.
        let from = row.position().map_or(counted, |position| position.byte() as usize);
        let rest = text.get(from..).unwrap_or_default();
        let start = from + rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        line += text.get(counted..start).unwrap_or_default().matches('\n').count();
        counted = start;
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let Some(keys) = &header else {
            header = Some(row.iter().map(|key| key.trim().to_owned()).collect());
            continue;
        };
        records.push((
            line,
            if row.len() == keys.len() {
                let cells = row.iter().map(|cell| Value::String(cell.to_owned()));
                Ok(keys.iter().cloned().zip(cells).collect())
            } else {
                Err(format!("has {} fields where the header has {}", row.len(), keys.len()))
            },
        ));
    }
    records
}

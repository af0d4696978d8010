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
        "csv" => Ok(csv(&text)),
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

/// RFC 4180: quoted fields may hold commas, line ends and doubled quotes.
fn csv(text: &str) -> Vec<Record> {
    let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
    let (mut row, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let (mut line, mut start) = (1, 1);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\n' {
            line += 1;
        }
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push((start, std::mem::take(&mut row)));
                start = line;
            }
            '\r' if !quoted => {}
            c => cell.push(c),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push((start, row));
    }
    let mut rows = rows.into_iter().filter(|(_, row)| row.iter().any(|cell| !cell.trim().is_empty()));
    let Some((_, header)) = rows.next() else { return Vec::new() };
    rows.map(|(line, row)| {
        if row.len() != header.len() {
            let reason = format!("has {} fields where the header has {}", row.len(), header.len());
            return (line, Err(reason));
        }
        let fields = header.iter().map(|key| key.trim().to_owned()).zip(row.into_iter().map(Value::String));
        (line, Ok(fields.collect()))
    })
    .collect()
}

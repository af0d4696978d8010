//! Weights from safetensors files, memory-mapped, with a report that names every tensor that does not fit.
//!
//! A network asks for each tensor by name and shape while it is built; what is missing or misshapen is noted and stands in as zeros until
//! [`Weights::finish`], which refuses the file with all names at once, unused ones included.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::{Path, PathBuf};

use memmap2::Mmap;
use safetensors::{Dtype, SafeTensors};
use tch::{Device, Kind, Tensor};

/// Why weights cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum WeightError {
    /// The file is not there or cannot be read.
    #[error("cannot read {path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file is not safetensors, or its index is broken.
    #[error("{path} is not a valid {what}: {message}")]
    Format {
        /// The file.
        path: PathBuf,
        /// `safetensors file` or `index`.
        what: &'static str,
        /// What is wrong.
        message: String,
    },
    /// Tensors are missing, unknown or of another shape.
    #[error("{path} does not fit the network: {report}")]
    Mismatch {
        /// The folder or file.
        path: PathBuf,
        /// Every tensor at fault.
        report: Report,
    },
}

/// Every tensor that does not fit.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Report {
    /// The network needs them, the file has none.
    pub missing: Vec<String>,
    /// The file has them, the network does not know them.
    pub unexpected: Vec<String>,
    /// Name, shape wanted, shape found.
    pub misshapen: Vec<(String, Vec<i64>, Vec<i64>)>,
    /// Name and element type that this software does not read.
    pub unreadable: Vec<(String, String)>,
}

impl Report {
    fn is_clean(&self) -> bool {
        self == &Self::default()
    }
}

impl std::fmt::Display for Report {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut parts = Vec::new();
        if !self.missing.is_empty() {
            parts.push(format!("missing: {}", self.missing.join(", ")));
        }
        if !self.unexpected.is_empty() {
            parts.push(format!("unexpected: {}", self.unexpected.join(", ")));
        }
        for (name, wanted, found) in &self.misshapen {
            parts.push(format!("{name} has shape {found:?}, wanted {wanted:?}"));
        }
        for (name, dtype) in &self.unreadable {
            parts.push(format!("{name} has element type {dtype}, which is not read"));
        }
        f.write_str(&parts.join("; "))
    }
}

struct Entry {
    file: usize,
    kind: Result<Kind, String>,
    shape: Vec<i64>,
    start: usize,
    end: usize,
}

/// The tensors of one component of a model folder.
pub struct Weights {
    path: PathBuf,
    maps: Vec<Mmap>,
    entries: BTreeMap<String, Entry>,
    device: Device,
    kind: Kind,
    used: RefCell<BTreeSet<String>>,
    report: RefCell<Report>,
    /// Present when the network is only asked for its shapes.
    recorded: Option<RefCell<BTreeMap<String, Vec<i64>>>>,
}

impl Weights {
    /// Opens the weights of a component folder: `<stem>.safetensors`, or the shards that `<stem>.safetensors.index.json` names.
    ///
    /// # Errors
    /// When a file is missing or broken.
    pub fn open(folder: &Path, stem: &str, device: Device, kind: Kind) -> Result<Self, WeightError> {
        let single = folder.join(format!("{stem}.safetensors"));
        let index = folder.join(format!("{stem}.safetensors.index.json"));
        let files = if index.is_file() { shards(&index)? } else { vec![single] };
        let mut weights = Self {
            path: folder.to_owned(),
            maps: Vec::new(),
            entries: BTreeMap::new(),
            device,
            kind,
            used: RefCell::default(),
            report: RefCell::default(),
            recorded: None,
        };
        for file in &files {
            weights.map(file)?;
        }
        Ok(weights)
    }

    /// Weights that only note the names and shapes that a network asks for.
    #[must_use]
    pub fn recorder() -> Self {
        Self {
            path: PathBuf::new(),
            maps: Vec::new(),
            entries: BTreeMap::new(),
            device: Device::Cpu,
            kind: Kind::Float,
            used: RefCell::default(),
            report: RefCell::default(),
            recorded: Some(RefCell::default()),
        }
    }

    /// The names and shapes asked for, when this is a recorder.
    #[must_use]
    pub fn into_recorded(self) -> BTreeMap<String, Vec<i64>> {
        self.recorded.map(RefCell::into_inner).unwrap_or_default()
    }

    fn map(&mut self, path: &Path) -> Result<(), WeightError> {
        let io = |source| WeightError::Io { path: path.to_owned(), source };
        let format = |message: String| WeightError::Format {
            path: path.to_owned(),
            what: "safetensors file",
            message,
        };
        let file = File::open(path).map_err(io)?;
        // SAFETY: the map is read-only. A file that another process cuts short while we run would end this process, as with every
        // memory-mapped model; operators replace model folders, they do not edit them.
        let map = unsafe { Mmap::map(&file) }.map_err(io)?;
        let (header, metadata) =
            SafeTensors::read_metadata(&map).map_err(|error| format(error.to_string()))?;
        let data = 8 + header;
        for (name, info) in metadata.tensors() {
            let entry = Entry {
                file: self.maps.len(),
                kind: kind_of(info.dtype),
                shape: info.shape.iter().map(|side| i64::try_from(*side).unwrap_or(i64::MAX)).collect(),
                start: data + info.data_offsets.0,
                end: data + info.data_offsets.1,
            };
            if entry.end > map.len() {
                return Err(format(format!("{name} ends beyond the file; it was cut short, fetch it again")));
            }
            self.entries.insert(name, entry);
        }
        self.maps.push(map);
        Ok(())
    }

    /// The whole file as a scope without prefix.
    #[must_use]
    pub fn root(&self) -> Scope<'_> {
        Scope { weights: self, prefix: String::new() }
    }

    /// Whether the file holds a tensor of this name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.entries.contains_key(name)
    }

    fn get(&self, name: &str, shape: &[i64]) -> Tensor {
        let stand_in = || Tensor::zeros(shape, (self.kind, self.device));
        if let Some(recorded) = &self.recorded {
            recorded.borrow_mut().insert(name.to_owned(), shape.to_owned());
            return stand_in();
        }
        self.used.borrow_mut().insert(name.to_owned());
        let Some(entry) = self.entries.get(name) else {
            self.report.borrow_mut().missing.push(name.to_owned());
            return stand_in();
        };
        if entry.shape != shape {
            self.report.borrow_mut().misshapen.push((name.to_owned(), shape.to_owned(), entry.shape.clone()));
            return stand_in();
        }
        match &entry.kind {
            Ok(kind) => {
                let bytes = &self.maps[entry.file][entry.start..entry.end];
                Tensor::from_data_size(bytes, shape, *kind).to_device(self.device).to_kind(self.kind)
            }
            Err(dtype) => {
                self.report.borrow_mut().unreadable.push((name.to_owned(), dtype.clone()));
                stand_in()
            }
        }
    }

    /// Ends the loading: every tensor asked for was there, and every tensor there was asked for.
    ///
    /// # Errors
    /// Names all that do not fit.
    pub fn finish(self) -> Result<(), WeightError> {
        let used = self.used.into_inner();
        let mut report = self.report.into_inner();
        report.unexpected = self.entries.keys().filter(|name| !used.contains(*name)).cloned().collect();
        if report.is_clean() { Ok(()) } else { Err(WeightError::Mismatch { path: self.path, report }) }
    }

    /// Marks a tensor as known though not used (tied copies, stored buffers).
    pub fn ignore(&self, name: &str) {
        self.used.borrow_mut().insert(name.to_owned());
    }
}

/// A place in the hierarchy of names.
#[derive(Clone)]
pub struct Scope<'a> {
    weights: &'a Weights,
    prefix: String,
}

impl Scope<'_> {
    /// The place `name` below this one.
    #[must_use]
    pub fn sub(&self, name: impl std::fmt::Display) -> Self {
        Self { weights: self.weights, prefix: format!("{}{name}.", self.prefix) }
    }

    /// The tensor `name` at this place; it must have this shape.
    pub fn get(&self, name: &str, shape: &[i64]) -> Tensor {
        self.weights.get(&format!("{}{name}", self.prefix), shape)
    }
}

fn shards(index: &Path) -> Result<Vec<PathBuf>, WeightError> {
    #[derive(serde::Deserialize)]
    struct Index {
        weight_map: BTreeMap<String, String>,
    }
    let format = |message: String| WeightError::Format { path: index.to_owned(), what: "index", message };
    let text = std::fs::read_to_string(index)
        .map_err(|source| WeightError::Io { path: index.to_owned(), source })?;
    let parsed: Index = serde_json::from_str(&text).map_err(|error| format(error.to_string()))?;
    let names: BTreeSet<String> = parsed.weight_map.into_values().collect();
    let folder = index.parent().unwrap_or(Path::new("."));
    names
        .into_iter()
        .map(|name| {
            let plain = !name.is_empty() && !name.contains(['/', '\\']) && name != "..";
            if plain {
                Ok(folder.join(name))
            } else {
                Err(format(format!("shard “{name}” lies outside the folder")))
            }
        })
        .collect()
}

fn kind_of(dtype: Dtype) -> Result<Kind, String> {
    match dtype {
        Dtype::F32 => Ok(Kind::Float),
        Dtype::F16 => Ok(Kind::Half),
        Dtype::BF16 => Ok(Kind::BFloat16),
        Dtype::F64 => Ok(Kind::Double),
        Dtype::I64 => Ok(Kind::Int64),
        other => Err(format!("{other:?}")),
    }
}

//! Weights from safetensors files, memory-mapped, with a report that names every tensor that does not fit.
//!
//! A network asks for each tensor by name and shape while it is built; what is missing or misshapen is noted and stands in as zeros until
//! [`Weights::finish`], which refuses the file with all names at once, unused ones included.
//!
//! On the CPU a tensor whose stored type is the one wanted is not copied: it lies on the map, so workers of one machine share the page
//! cache. Everything else is copied once and its pages are given back at once.

mod report;
mod save;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use memmap2::{Mmap, UncheckedAdvice};
use safetensors::{Dtype, SafeTensors};
use tch::{Device, Kind, Tensor};

use crate::adapter::{Adapter, Branch};
pub use report::{Misshapen, Report, WeightError};
pub use save::{save, save_sharded};

/// What is done to the stored bytes of a tensor before it is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fix {
    /// Nothing.
    Plain,
    /// The halves of the first axis change places (scale and shift of the original FLUX checkpoints).
    SwapHalves,
}

/// A tensor as a network knows it, taken from a part of a stored one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renamed {
    /// Name that the network asks for.
    pub name: String,
    /// Its shape.
    pub shape: Vec<i64>,
    /// Rows of the stored tensor: first and count. None = all.
    pub rows: Option<(usize, usize)>,
    /// What else is done.
    pub fix: Fix,
}

/// Says what a stored tensor (name, shape) is to the network; an empty answer leaves the name as it is, to be reported.
pub type Rename<'a> = &'a dyn Fn(&str, &[i64]) -> Vec<Renamed>;

struct Entry {
    file: usize,
    kind: Result<Kind, String>,
    shape: Vec<i64>,
    start: usize,
    end: usize,
    fix: Fix,
}

/// Mapped files that networks may still point into; they must live as long as the networks do.
#[derive(Clone, Default)]
pub struct Maps(Vec<Arc<Mmap>>);

impl Maps {
    /// Joins the maps of another component.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }
}

/// The tensors of one component of a model folder.
pub struct Weights<'a> {
    path: PathBuf,
    maps: Maps,
    entries: BTreeMap<String, Entry>,
    device: Device,
    kind: Kind,
    adapters: &'a [Adapter],
    /// Tensors that are held in memory instead of read (training).
    held: Option<&'a BTreeMap<String, Tensor>>,
    /// Branches of linear layers that are being trained.
    live: Option<&'a BTreeMap<String, Branch>>,
    used: RefCell<BTreeSet<String>>,
    report: RefCell<Report>,
    /// Present when the network is only asked for its shapes.
    recorded: Option<RefCell<BTreeMap<String, Vec<i64>>>>,
}

impl Weights<'static> {
    /// Opens the weights of a component folder: `<stem>.safetensors`, or the shards that `<stem>.safetensors.index.json` names.
    ///
    /// # Errors
    /// When a file is missing or broken.
    pub fn open(folder: &Path, stem: &str, device: Device, kind: Kind) -> Result<Self, WeightError> {
        let single = folder.join(format!("{stem}.safetensors"));
        let index = folder.join(format!("{stem}.safetensors.index.json"));
        let files = if index.is_file() { shards(&index)? } else { vec![single] };
        let mut weights = Self::empty(folder, device, kind);
        for file in &files {
            weights.map(file, &keep)?;
        }
        Ok(weights)
    }

    /// Opens one file whose tensors have other names.
    ///
    /// # Errors
    /// When it is missing or broken.
    pub fn open_renamed(
        file: &Path,
        rename: Rename<'_>,
        device: Device,
        kind: Kind,
    ) -> Result<Self, WeightError> {
        let mut weights = Self::empty(file, device, kind);
        weights.map(file, rename)?;
        Ok(weights)
    }

    fn empty(path: &Path, device: Device, kind: Kind) -> Self {
        Self {
            path: path.to_owned(),
            maps: Maps::default(),
            entries: BTreeMap::new(),
            device,
            kind,
            adapters: &[],
            held: None,
            live: None,
            used: RefCell::default(),
            report: RefCell::default(),
            recorded: None,
        }
    }

    /// Weights that only note the names and shapes that a network asks for.
    #[must_use]
    pub fn recorder() -> Self {
        Self { recorded: Some(RefCell::default()), ..Self::empty(Path::new(""), Device::Cpu, Kind::Float) }
    }

    /// The same weights, each linear layer with its branches of these adapters.
    #[must_use]
    pub fn with_adapters(self, adapters: &[Adapter]) -> Weights<'_> {
        Weights { adapters, ..self }
    }

    /// Tensors in memory: what a network gets shares their storage and their place in the graph, so that gradients reach them.
    #[must_use]
    pub fn of_tensors(held: &BTreeMap<String, Tensor>, device: Device, kind: Kind) -> Weights<'_> {
        Weights { held: Some(held), ..Self::empty(Path::new("memory"), device, kind) }
    }
}

impl<'a> Weights<'a> {
    /// The same weights, each linear layer with its branch that is being trained, after those of loaded adapters.
    #[must_use]
    pub fn with_branches<'b>(self, live: &'b BTreeMap<String, Branch>) -> Weights<'b>
    where
        'a: 'b,
    {
        Weights { live: Some(live), ..self }
    }
}

impl Weights<'_> {
    /// The names and shapes asked for, when this is a recorder.
    #[must_use]
    pub fn into_recorded(self) -> BTreeMap<String, Vec<i64>> {
        self.recorded.map(RefCell::into_inner).unwrap_or_default()
    }

    fn map(&mut self, path: &Path, rename: Rename<'_>) -> Result<(), WeightError> {
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
        let (header, metadata) = SafeTensors::read_metadata(&map)
            .map_err(|error| format(cut_short(&map).unwrap_or_else(|| error.to_string())))?;
        let data = 8 + header;
        for (name, info) in metadata.tensors() {
            let shape: Vec<i64> =
                info.shape.iter().map(|side| i64::try_from(*side).unwrap_or(i64::MAX)).collect();
            let (start, end) = (data + info.data_offsets.0, data + info.data_offsets.1);
            let parts = rename(&name, &shape);
            if parts.is_empty() {
                let entry = Entry {
                    file: self.maps.0.len(),
                    kind: kind_of(info.dtype),
                    shape,
                    start,
                    end,
                    fix: Fix::Plain,
                };
                self.entries.insert(name, entry);
                continue;
            }
            let rows = shape.first().map_or(1, |rows| rows.unsigned_abs() as usize).max(1);
            let bytes = (end - start) / rows;
            for part in parts {
                let (first, count) = part.rows.unwrap_or((0, rows));
                let entry = Entry {
                    file: self.maps.0.len(),
                    kind: kind_of(info.dtype),
                    shape: part.shape,
                    start: start + first * bytes,
                    end: start + (first + count) * bytes,
                    fix: part.fix,
                };
                self.entries.insert(part.name, entry);
            }
        }
        self.maps.0.push(Arc::new(map));
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

    /// The stored tensor of this name and shape; what does not fit is noted.
    fn fits(&self, name: &str, shape: &[i64]) -> Option<(&Entry, Kind)> {
        self.used.borrow_mut().insert(name.to_owned());
        let mut report = self.report.borrow_mut();
        match self.entries.get(name) {
            None => report.missing.push((name.to_owned(), shape.to_owned())),
            Some(entry) if entry.shape != shape => {
                report.misshapen.push((name.to_owned(), shape.to_owned(), entry.shape.clone()));
            }
            Some(entry) => match &entry.kind {
                Ok(kind) => return Some((entry, *kind)),
                Err(dtype) => report.unreadable.push((name.to_owned(), dtype.clone())),
            },
        }
        None
    }

    fn get(&self, name: &str, shape: &[i64]) -> Tensor {
        if let Some(recorded) = &self.recorded {
            recorded.borrow_mut().insert(name.to_owned(), shape.to_owned());
            return Tensor::zeros([0], (self.kind, self.device));
        }
        if let Some(tensor) = self.held.and_then(|held| held.get(name)).filter(|held| held.size() == shape) {
            return tensor.shallow_clone();
        }
        match self.fits(name, shape) {
            Some((entry, kind)) => self.tensor(entry, kind),
            // `finish` refuses the file; until then the place is held.
            None => Tensor::zeros([1], (self.kind, self.device)).expand(shape, false),
        }
    }

    fn tensor(&self, entry: &Entry, kind: Kind) -> Tensor {
        let map = &self.maps.0[entry.file];
        let bytes = &map[entry.start..entry.end];
        let aligned = bytes.as_ptr().addr().is_multiple_of(kind.elt_size_in_bytes());
        if entry.fix == Fix::Plain && aligned && kind == self.kind && self.device == Device::Cpu {
            let strides: Vec<i64> =
                (0..entry.shape.len()).map(|axis| entry.shape.iter().skip(axis + 1).product()).collect();
            // SAFETY: the bytes are as many as the shape says (checked when the header was read), aligned for their type, and lie on
            // a read-only map that the network's owner keeps (`Weights::finish` hands it out). Networks never write to their weights.
            return unsafe { Tensor::from_blob(bytes.as_ptr(), &entry.shape, &strides, kind, Device::Cpu) };
        }
        let stored = Tensor::from_data_size(bytes, &entry.shape, kind);
        let fixed = match entry.fix {
            Fix::Plain => stored,
            Fix::SwapHalves => Tensor::cat(&stored.chunk(2, 0).into_iter().rev().collect::<Vec<_>>(), 0),
        };
        let tensor = fixed.to_device(self.device).to_kind(self.kind);
        // SAFETY: the map is read-only and backed by its file, so pages given back are read again from there when they are touched.
        // Failing to give them back costs memory only.
        let _ = unsafe {
            map.unchecked_advise_range(UncheckedAdvice::DontNeed, entry.start, entry.end - entry.start)
        };
        tensor
    }

    /// What the adapters add to the linear layer at `prefix` (without the closing dot), one place an adapter.
    fn branches(&self, prefix: &str, input: i64, output: i64) -> Vec<Option<Branch>> {
        let loaded = self.adapters.iter().map(|adapter| adapter.branch(prefix, input, output));
        loaded.chain(self.live.map(|live| live.get(prefix).map(Branch::share))).collect()
    }

    /// Ends the loading: every tensor asked for was there, and every tensor there was asked for. The maps must be kept as long as the
    /// networks built from them.
    ///
    /// # Errors
    /// Names all that do not fit.
    pub fn finish(self) -> Result<Maps, WeightError> {
        let used = self.used.into_inner();
        let mut report = self.report.into_inner();
        let left = self.entries.iter().filter(|(name, _)| !used.contains(*name));
        report.unexpected = left.map(|(name, entry)| (name.clone(), entry.shape.clone())).collect();
        if report.is_clean() {
            Ok(self.maps)
        } else {
            Err(WeightError::Mismatch { path: self.path, report: Box::new(report) })
        }
    }

    /// Holds names and shapes against those that a network would ask for; no tensor is read.
    ///
    /// # Errors
    /// Names all that do not fit.
    pub fn check(self, wanted: &BTreeMap<String, Vec<i64>>) -> Result<(), WeightError> {
        for (name, shape) in wanted {
            self.fits(name, shape);
        }
        self.finish().map(drop)
    }

    /// Marks a tensor as known though not used (tied copies, stored buffers).
    pub fn ignore(&self, name: &str) {
        self.used.borrow_mut().insert(name.to_owned());
    }
}

/// A place in the hierarchy of names.
#[derive(Clone)]
pub struct Scope<'a> {
    weights: &'a Weights<'a>,
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

    /// What the adapters add to a linear layer at this place, one place an adapter.
    #[must_use]
    pub fn branches(&self, input: i64, output: i64) -> Vec<Option<Branch>> {
        self.weights.branches(self.prefix.trim_end_matches('.'), input, output)
    }
}

/// Every tensor is what its name says.
pub fn keep(_: &str, _: &[i64]) -> Vec<Renamed> {
    Vec::new()
}

/// Names and shapes of the tensors of one file; none of them is read.
///
/// # Errors
/// When it is missing or broken.
pub fn header(file: &Path) -> Result<BTreeMap<String, Vec<i64>>, WeightError> {
    let weights = Weights::open_renamed(file, &keep, Device::Cpu, Kind::Float)?;
    Ok(weights.entries.into_iter().map(|(name, entry)| (name, entry.shape)).collect())
}

/// What is missing of a file whose header is whole and whose tensors are not.
fn cut_short(bytes: &[u8]) -> Option<String> {
    #[derive(serde::Deserialize)]
    struct Info {
        shape: Vec<u64>,
        data_offsets: (u64, u64),
    }
    let (length, rest) = bytes.split_first_chunk::<8>()?;
    let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
    let header: BTreeMap<String, serde_json::Value> = serde_json::from_slice(rest.get(..length)?).ok()?;
    let stored = (rest.len() - length) as u64;
    let tensors = header
        .into_iter()
        .filter_map(|(name, value)| Some((name, serde_json::from_value::<Info>(value).ok()?)));
    let beyond: Vec<(String, Info)> = tensors.filter(|(_, info)| info.data_offsets.1 > stored).collect();
    let (name, info) = beyond.iter().min_by_key(|(_, info)| info.data_offsets.0)?;
    Some(format!(
        "{name} of shape {:?} ends at byte {} of the tensors, and the file holds {stored}; it was cut short, fetch it again",
        info.shape, info.data_offsets.1
    ))
}

/// The shards that an index names, in the index's folder.
///
/// # Errors
/// When the index is broken or points elsewhere.
pub fn shards(index: &Path) -> Result<Vec<PathBuf>, WeightError> {
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

/// The element type of a stored one; its name when it is not read.
///
/// # Errors
/// The name of the type.
pub fn kind_of(dtype: Dtype) -> Result<Kind, String> {
    match dtype {
        Dtype::F32 => Ok(Kind::Float),
        Dtype::F16 => Ok(Kind::Half),
        Dtype::BF16 => Ok(Kind::BFloat16),
        Dtype::F64 => Ok(Kind::Double),
        Dtype::I64 => Ok(Kind::Int64),
        other => Err(format!("{other:?}")),
    }
}

//! Adapters: LoRA as PEFT and diffusers save it, and ICEdit's mixture of LoRA experts.
//!
//! A linear layer gets one [`Branch`] an adapter; which of them counts is chosen per forward pass, so several adapters stay resident. A
//! plain LoRA can also be merged into the weights when they are loaded; a mixture chooses by token and cannot.

pub mod recipe;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use memmap2::Mmap;
use safetensors::{Dtype, SafeTensors};
use tch::{Device, Kind, Tensor};

use crate::weights::{Misshapen, Report, WeightError};

/// What diffusers 0.37 calls its JSON of ranks and alphas in a file's metadata.
const METADATA: &str = "lora_adapter_metadata";

/// What is known of an adapter without its tensors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdapterInfo {
    /// Name on the wire.
    pub name: String,
    /// The file.
    pub path: PathBuf,
    /// BLAKE3 of the file, hex.
    pub digest: String,
    /// Linear layers with a plain LoRA.
    pub plain: usize,
    /// Linear layers with a mixture of experts.
    pub mixtures: usize,
    /// Ranks that occur.
    pub ranks: BTreeSet<i64>,
    /// Experts of the largest mixture; 0 = none.
    pub experts: usize,
    /// Tensors in the file.
    pub tensors: usize,
    /// Parameters.
    pub parameters: u64,
    /// Whether it was merged into the weights.
    pub merged: bool,
}

/// How an adapter is opened.
#[derive(Debug, Clone, PartialEq)]
pub struct AdapterSource {
    /// The safetensors file, or a folder with `pytorch_lora_weights.safetensors`.
    pub path: PathBuf,
    /// Name on the wire; none = the file's name without its ending.
    pub name: Option<String>,
    /// Factor on top of the file's own scale.
    pub scale: f64,
    /// Merge it into the weights.
    pub merge: bool,
    /// Experts of a mixture that count for a token.
    pub top_k: i64,
}

impl AdapterSource {
    /// An adapter as it is: its own scale, not merged, one expert a token (ICEdit's default).
    #[must_use]
    pub fn new(path: &Path) -> Self {
        Self { path: path.to_owned(), name: None, scale: 1.0, merge: false, top_k: 1 }
    }

    fn file(&self) -> PathBuf {
        if self.path.is_dir() {
            self.path.join("pytorch_lora_weights.safetensors")
        } else {
            self.path.clone()
        }
    }

    /// The name by which jobs choose it: the given one, else the file's.
    #[must_use]
    pub fn name_on_the_wire(&self) -> String {
        let stem = self.path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        self.name.clone().or(stem).unwrap_or_default()
    }
}

/// What an adapter adds to one linear layer.
#[derive(Debug)]
pub enum Branch {
    /// `scale · B·A·x`.
    Plain {
        /// `[r, in]`.
        a: Tensor,
        /// `[out, r]`.
        b: Tensor,
        /// Factor.
        scale: f64,
        /// Merged into the weight: nothing is left to add.
        merged: bool,
    },
    /// `scale · Σ wᵢ·Bᵢ·Aᵢ·x`, w = softmax over the k largest of the router's logits.
    Mixture {
        /// `[E·r, in]`: experts one below the other.
        a: Tensor,
        /// `[out, E·r]`: experts side by side.
        b: Tensor,
        /// `[E, in]`.
        route: Tensor,
        /// Factor.
        scale: f64,
        /// Experts that count for a token.
        top_k: i64,
    },
}

impl Branch {
    /// What is added to the layer's output: `x` `[…, in]` → `[…, out]`; none when it is in the weight already.
    pub fn forward(&self, x: &Tensor) -> Option<Tensor> {
        match self {
            Self::Plain { merged: true, .. } => None,
            Self::Plain { a, b, scale, .. } => {
                Some(x.linear::<&Tensor>(a, None).linear::<&Tensor>(b, None) * *scale)
            }
            Self::Mixture { a, b, route, scale, top_k } => {
                let weights = routing(x, route, *top_k);
                let experts = route.size().first().copied().unwrap_or(1);
                let mut split = x.size();
                split.pop();
                split.extend([experts, -1]);
                let low = x.linear::<&Tensor>(a, None);
                let shape = low.size();
                // A weight stands before B instead of after it: with one expert a token it is 1, and the others are 0 either way.
                let low = (low.view(split.as_slice()) * weights.unsqueeze(-1)).reshape(&shape);
                Some(low.linear::<&Tensor>(b, None) * *scale)
            }
        }
    }

    /// The same tensors, not copied.
    #[must_use]
    pub fn share(&self) -> Self {
        match self {
            Self::Plain { a, b, scale, merged } => {
                Self::Plain { a: a.shallow_clone(), b: b.shallow_clone(), scale: *scale, merged: *merged }
            }
            Self::Mixture { a, b, route, scale, top_k } => Self::Mixture {
                a: a.shallow_clone(),
                b: b.shallow_clone(),
                route: route.shallow_clone(),
                scale: *scale,
                top_k: *top_k,
            },
        }
    }

    /// A weight `[out, in]` with this branch in it, added up in 32 bit.
    fn merged_into(&self, weight: &Tensor) -> Tensor {
        match self {
            Self::Plain { a, b, scale, .. } => {
                let wide = |tensor: &Tensor| tensor.to_kind(Kind::Float);
                (wide(weight) + wide(b).matmul(&wide(a)) * *scale).to_kind(weight.kind())
            }
            Self::Mixture { .. } => weight.shallow_clone(),
        }
    }
}

/// The weight after every merged branch has gone into it.
pub fn merge(weight: Tensor, branches: &[Option<Branch>]) -> Tensor {
    let merged = |branch: &&Branch| matches!(branch, Branch::Plain { merged: true, .. });
    branches.iter().flatten().filter(merged).fold(weight, |weight, branch| branch.merged_into(&weight))
}

/// Weights of the experts, `[…, E]`, for tokens `x` `[…, in]` and a router `[E, in]`. The router's product stays in the type of the tokens,
/// as in the reference, so that the same expert wins.
pub fn routing(x: &Tensor, route: &Tensor, top_k: i64) -> Tensor {
    let logits = x.linear::<&Tensor>(route, None);
    let experts = logits.size().last().copied().unwrap_or(1);
    let (values, places) = logits.topk(top_k.clamp(1, experts), -1, true, true);
    let shares = values.softmax(-1, Kind::Float).to_kind(x.kind());
    logits.zeros_like().scatter(-1, &places, &shares)
}

/// Tensors of one linear layer, as they lie in the file.
#[derive(Default)]
struct Parts {
    a: BTreeMap<usize, Tensor>,
    b: BTreeMap<usize, Tensor>,
    route: Option<Tensor>,
    alpha: Option<f64>,
}

/// An adapter that is being given to a network.
pub struct Adapter {
    info: AdapterInfo,
    source: AdapterSource,
    modules: BTreeMap<String, Parts>,
    scales: Scales,
    used: RefCell<BTreeSet<String>>,
    misshapen: RefCell<Vec<Misshapen>>,
}

impl Adapter {
    /// Reads an adapter.
    ///
    /// # Errors
    /// When the file is missing, broken, holds what is no LoRA, or cannot be merged though it should.
    pub fn open(source: &AdapterSource, device: Device, kind: Kind) -> Result<Self, WeightError> {
        let path = source.file();
        let io = |error| WeightError::Io { path: path.clone(), source: error };
        let broken = |message: String| WeightError::Format { path: path.clone(), what: "adapter", message };
        let file = std::fs::File::open(&path).map_err(io)?;
        // SAFETY: the map is read-only and dropped at the end of this function; what is kept is copied.
        let map = unsafe { Mmap::map(&file) }.map_err(io)?;
        let (_, metadata) = SafeTensors::read_metadata(&map).map_err(|error| broken(error.to_string()))?;
        let tensors = SafeTensors::deserialize(&map).map_err(|error| broken(error.to_string()))?;
        let scales = Scales::read(metadata.metadata().as_ref().and_then(|entries| entries.get(METADATA)))
            .map_err(&broken)?;
        let mut modules: BTreeMap<String, Parts> = BTreeMap::new();
        let (mut unknown, mut parameters) = (Vec::new(), 0);
        for (name, view) in tensors.tensors() {
            let shape: Vec<i64> = view.shape().iter().map(|side| *side as i64).collect();
            let Some((module, role)) = role(&name) else {
                unknown.push(name);
                continue;
            };
            let stored = match view.dtype() {
                Dtype::F32 => Kind::Float,
                Dtype::F16 => Kind::Half,
                Dtype::BF16 => Kind::BFloat16,
                other => return Err(broken(format!("{name} has element type {other:?}, which is not read"))),
            };
            let tensor = Tensor::from_data_size(view.data(), &shape, stored).to_device(device).to_kind(kind);
            let parts = modules.entry(module).or_default();
            if !matches!(role, Role::Alpha) {
                parameters += shape.iter().map(|side| side.unsigned_abs()).product::<u64>();
            }
            match role {
                Role::A(expert) => drop(parts.a.insert(expert, tensor)),
                Role::B(expert) => drop(parts.b.insert(expert, tensor)),
                Role::Route => parts.route = Some(tensor),
                Role::Alpha => parts.alpha = Some(tensor.to_kind(Kind::Double).double_value(&[])),
            }
        }
        if !unknown.is_empty() {
            let named = unknown.iter().take(8).cloned().collect::<Vec<_>>().join(", ");
            return Err(broken(format!(
                "these {} tensors are no LoRA of the transformer in PEFT's or diffusers' names: {named}",
                unknown.len()
            )));
        }
        if modules.is_empty() {
            return Err(broken("it holds no tensor".to_owned()));
        }
        for (module, parts) in &modules {
            check(module, parts).map_err(&broken)?;
        }
        let mixtures = modules.values().filter(|parts| parts.route.is_some()).count();
        if source.merge && mixtures > 0 {
            return Err(broken(
                "a mixture of experts chooses by token and cannot be merged into the weights; load it without merging".to_owned(),
            ));
        }
        let ranks = modules.values().filter_map(|parts| parts.a.first_key_value()).map(|(_, a)| a.size()[0]);
        let info = AdapterInfo {
            name: source.name_on_the_wire(),
            digest: blake3::hash(&map).to_hex().to_string(),
            plain: modules.len() - mixtures,
            mixtures,
            ranks: ranks.collect(),
            experts: modules
                .values()
                .filter(|parts| parts.route.is_some())
                .map(|parts| parts.a.len())
                .max()
                .unwrap_or(0),
            tensors: tensors.len(),
            parameters,
            merged: source.merge,
            path,
        };
        Ok(Self {
            info,
            source: source.clone(),
            modules,
            scales,
            used: RefCell::default(),
            misshapen: RefCell::default(),
        })
    }

    /// What is known of it.
    #[must_use]
    pub fn info(&self) -> &AdapterInfo {
        &self.info
    }

    /// What it adds to the linear layer of this name; none when it leaves that layer alone.
    pub(crate) fn branch(&self, module: &str, input: i64, output: i64) -> Option<Branch> {
        let parts = self.modules.get(module)?;
        self.used.borrow_mut().insert(module.to_owned());
        let rank = parts.a.values().next().map_or(1, |a| a.size()[0]);
        for (name, tensors, wanted) in
            [("lora_A", &parts.a, [rank, input]), ("lora_B", &parts.b, [output, rank])]
        {
            for tensor in tensors.values() {
                if tensor.size() != wanted {
                    let fault = (format!("{module}.{name}"), wanted.to_vec(), tensor.size());
                    self.misshapen.borrow_mut().push(fault);
                    return None;
                }
            }
        }
        let alpha = parts.alpha.or_else(|| self.scales.alpha(module)).unwrap_or(rank as f64);
        let scale = alpha / rank as f64 * self.source.scale;
        let copies = |tensors: &BTreeMap<usize, Tensor>| -> Vec<Tensor> {
            tensors.values().map(Tensor::shallow_clone).collect()
        };
        let (a, b) = (Tensor::cat(&copies(&parts.a), 0), Tensor::cat(&copies(&parts.b), 1));
        match &parts.route {
            Some(route) => {
                let wanted = [parts.a.len() as i64, input];
                if route.size() != wanted {
                    let fault = (format!("{module}.lora_route"), wanted.to_vec(), route.size());
                    self.misshapen.borrow_mut().push(fault);
                    return None;
                }
                let (route, top_k) = (route.shallow_clone(), self.source.top_k);
                Some(Branch::Mixture { a, b, route, scale, top_k })
            }
            None => Some(Branch::Plain { a, b, scale, merged: self.source.merge }),
        }
    }

    /// Ends the loading: every layer of the adapter was found in the network and had its shape.
    ///
    /// # Errors
    /// Names all that do not fit.
    pub fn finish(self) -> Result<AdapterInfo, WeightError> {
        let used = self.used.into_inner();
        let unexpected = self
            .modules
            .iter()
            .filter(|(module, _)| !used.contains(*module))
            .map(|(module, parts)| {
                let shape = parts.a.values().next().map(Tensor::size).unwrap_or_default();
                (format!("{module}.lora_A"), shape)
            })
            .collect();
        let report = Report { unexpected, misshapen: self.misshapen.into_inner(), ..Report::default() };
        if report == Report::default() {
            Ok(self.info)
        } else {
            Err(WeightError::Mismatch { path: self.info.path, report: Box::new(report) })
        }
    }
}

/// What a tensor is within its layer.
enum Role {
    A(usize),
    B(usize),
    Route,
    Alpha,
}

/// The layer and the role that a tensor's name tells.
fn role(name: &str) -> Option<(String, Role)> {
    let name = name.strip_prefix("base_model.model.").unwrap_or(name);
    let name = name.strip_prefix("transformer.").unwrap_or(name);
    if let Some(module) = name.strip_suffix(".alpha") {
        return Some((module.to_owned(), Role::Alpha));
    }
    let name = name.strip_suffix(".weight")?;
    let (module, rest) = name.split_once(".lora_")?;
    let expert = |rest: &str| match rest.split_once('.') {
        None => Some(0),
        Some((_, "default")) => Some(0),
        Some((_, numbered)) => numbered.strip_prefix("expert_")?.parse().ok(),
    };
    let role = match rest.split('.').next()? {
        "A" => Role::A(expert(rest)?),
        "B" => Role::B(expert(rest)?),
        "route" => Role::Route,
        _ => return None,
    };
    Some((module.to_owned(), role))
}

fn check(module: &str, parts: &Parts) -> Result<(), String> {
    let count = parts.a.len();
    let consecutive = |tensors: &BTreeMap<usize, Tensor>| tensors.keys().copied().eq(0..count);
    if count == 0 || !consecutive(&parts.a) || !consecutive(&parts.b) {
        return Err(format!("{module} needs as many lora_A as lora_B, its experts counted from 0"));
    }
    if parts.route.is_none() && count > 1 {
        return Err(format!("{module} has {count} experts and no lora_route"));
    }
    Ok(())
}

/// Alphas from the file's metadata.
#[derive(Default)]
struct Scales {
    alpha: Option<f64>,
    by_module: BTreeMap<String, f64>,
}

impl Scales {
    fn read(text: Option<&String>) -> Result<Self, String> {
        let Some(text) = text else { return Ok(Self::default()) };
        let value: serde_json::Value = serde_json::from_str(text)
            .map_err(|error| format!("its metadata {METADATA} is no JSON: {error}"))?;
        let get = |key: &str| value.get(format!("transformer.{key}")).or_else(|| value.get(key));
        let by_module = get("alpha_pattern").and_then(serde_json::Value::as_object);
        let by_module = by_module
            .into_iter()
            .flatten()
            .filter_map(|(module, alpha)| Some((module.clone(), alpha.as_f64()?)))
            .collect();
        Ok(Self { alpha: get("lora_alpha").and_then(serde_json::Value::as_f64), by_module })
    }

    fn alpha(&self, module: &str) -> Option<f64> {
        // PEFT's patterns name a layer by the end of its path.
        let fits = |pattern: &str| module == pattern || module.ends_with(&format!(".{pattern}"));
        let own = self.by_module.iter().find(|(pattern, _)| fits(pattern)).map(|(_, alpha)| *alpha);
        own.or(self.alpha)
    }
}

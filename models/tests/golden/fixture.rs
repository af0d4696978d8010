//! Reading fixtures, and how far two tensors are apart.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Once;

use safetensors::SafeTensors;
use safetensors::tensor::TensorView;
use serde_json::Value;
use tch::{Kind, Tensor};
use tempfile::TempDir;

/// Bound for one component, relative L2 error in 32 bit.
pub(crate) const COMPONENT: f64 = 1e-5;
/// Bound for a whole run of 28 steps in 32 bit.
pub(crate) const END_TO_END: f64 = 1e-4;
/// Our 16-bit error may be so many times the reference's.
pub(crate) const BF16: f64 = 1.2;

/// MKL as the references had it. Its exponential, which libtorch calls for them and for us, differs in the last bit between makes of
/// processor, and the sinusoid of a moment multiplies that by a thousand: without this, 1e-4 on an Intel with AVX-512.
fn like_the_references() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // SAFETY: every test comes here before it computes anything, so no thread of libtorch or MKL reads the environment
        // meanwhile; the tests' own threads read it nowhere but here.
        unsafe { std::env::set_var("MKL_CBWR", "COMPATIBLE") }
    });
}

/// The folder of fixtures.
pub(crate) fn folder() -> PathBuf {
    like_the_references();
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/golden/fixtures")
}

/// One file.
pub(crate) struct Fixture {
    bytes: Vec<u8>,
}

impl Fixture {
    pub(crate) fn open(name: &str) -> Self {
        let path = folder().join(format!("{name}.safetensors"));
        Self { bytes: std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())) }
    }

    fn tensors(&self) -> SafeTensors<'_> {
        SafeTensors::deserialize(&self.bytes).unwrap()
    }

    pub(crate) fn names(&self) -> Vec<String> {
        self.tensors().names().into_iter().map(ToString::to_string).collect()
    }

    /// A tensor as it is stored.
    pub(crate) fn stored(&self, name: &str) -> Tensor {
        let tensors = self.tensors();
        let view = tensors.tensor(name).unwrap_or_else(|error| panic!("{name}: {error}"));
        tensor(&view)
    }

    /// A tensor in 32 bit.
    pub(crate) fn get(&self, name: &str) -> Tensor {
        self.stored(name).to_kind(Kind::Float)
    }

    /// A list of numbers.
    pub(crate) fn numbers(&self, name: &str) -> Vec<f64> {
        Vec::try_from(self.stored(name).to_kind(Kind::Double).view([-1])).unwrap()
    }

    /// A list of whole numbers.
    pub(crate) fn integers(&self, name: &str) -> Vec<i64> {
        Vec::try_from(self.stored(name).to_kind(Kind::Int64).view([-1])).unwrap()
    }

    /// An entry of the metadata, parsed.
    pub(crate) fn metadata(&self, key: &str) -> Value {
        let (_, header) = SafeTensors::read_metadata(&self.bytes).unwrap();
        let entries = header.metadata().clone().unwrap();
        serde_json::from_str(entries.get(key).unwrap_or_else(|| panic!("no metadata {key}"))).unwrap()
    }

    /// Writes the tensors below `prefix` as a weight file of their own.
    pub(crate) fn write_weights(&self, prefix: &str, path: &Path) {
        let tensors = self.tensors();
        let parts: BTreeMap<String, TensorView<'_>> = tensors
            .iter()
            .filter_map(|(name, view)| Some((name.strip_prefix(prefix)?.to_owned(), view)))
            .collect();
        assert!(!parts.is_empty(), "no tensor below {prefix}");
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        safetensors::serialize_to_file(parts, None, path).unwrap();
    }
}

fn tensor(view: &TensorView<'_>) -> Tensor {
    let shape: Vec<i64> = view.shape().iter().map(|side| *side as i64).collect();
    let kind = match view.dtype() {
        safetensors::Dtype::F32 => Kind::Float,
        safetensors::Dtype::F64 => Kind::Double,
        safetensors::Dtype::BF16 => Kind::BFloat16,
        safetensors::Dtype::U8 => Kind::Uint8,
        safetensors::Dtype::I32 => Kind::Int,
        safetensors::Dtype::I64 => Kind::Int64,
        other => panic!("fixtures hold no {other:?}"),
    };
    Tensor::from_data_size(view.data(), &shape, kind)
}

/// Relative L2 distance.
pub(crate) fn distance(found: &Tensor, wanted: &Tensor) -> f64 {
    assert_eq!(found.size(), wanted.size());
    let wide = |tensor: &Tensor| tensor.to_kind(Kind::Double);
    let (found, wanted) = (wide(found), wide(wanted));
    let norm = |tensor: &Tensor| tensor.square().sum(Kind::Double).sqrt().double_value(&[]);
    norm(&(found - &wanted)) / norm(&wanted).max(1e-30)
}

/// Fails when two tensors are further apart than `bound`.
pub(crate) fn near(what: &str, found: &Tensor, wanted: &Tensor, bound: f64) {
    let distance = distance(found, wanted);
    assert!(distance <= bound, "{what}: relative L2 error {distance:.3e}, allowed {bound:.0e}");
}

/// Fails when a 16-bit result is further from the exact one than the reference's is, but for [`BF16`].
pub(crate) fn as_exact(what: &str, found: &Tensor, reference: &Tensor, exact: &Tensor) {
    let (ours, theirs) = (distance(found, exact), distance(reference, exact));
    assert!(ours <= BF16 * theirs, "{what}: error {ours:.3e} against {theirs:.3e} of the reference");
}

/// A model folder put together from fixtures: configuration files from metadata, weights from tensors.
pub(crate) struct Assembled {
    folder: TempDir,
}

impl Assembled {
    pub(crate) fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn json(&self, name: &str, value: &Value) {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, value.to_string()).unwrap();
    }

    pub(crate) fn weights(&self, fixture: &Fixture, prefix: &str, name: &str) {
        fixture.write_weights(prefix, &self.path().join(name));
    }
}

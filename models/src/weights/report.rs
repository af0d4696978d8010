//! Why weights cannot be used, tensor by tensor.

use std::path::PathBuf;

/// Tensors named one by one in a message; of the rest only the number is told.
const NAMED: usize = 12;

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
        /// `safetensors file`, `index`, `adapter`.
        what: &'static str,
        /// What is wrong.
        message: String,
    },
    /// The file is not the one that its list of digests names.
    #[error(
        "{path} has SHA-256 {found}, and SHA256SUMS says {wanted}; it was changed or cut short, fetch it again"
    )]
    Digest {
        /// The file.
        path: PathBuf,
        /// As listed.
        wanted: String,
        /// As it is.
        found: String,
    },
    /// Tensors are missing, unknown or of another shape.
    #[error("{path} does not fit the network: {report}")]
    Mismatch {
        /// The folder or file.
        path: PathBuf,
        /// Every tensor at fault.
        report: Box<Report>,
    },
}

/// Name, shape wanted, shape found.
pub type Misshapen = (String, Vec<i64>, Vec<i64>);

/// Every tensor that does not fit.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Report {
    /// The network needs them (name, shape), the file has none.
    pub missing: Vec<(String, Vec<i64>)>,
    /// The file has them (name, shape), the network does not know them.
    pub unexpected: Vec<(String, Vec<i64>)>,
    /// Tensors of another shape.
    pub misshapen: Vec<Misshapen>,
    /// Name and element type that this software does not read.
    pub unreadable: Vec<(String, String)>,
}

impl Report {
    pub(super) fn is_clean(&self) -> bool {
        self == &Self::default()
    }
}

impl std::fmt::Display for Report {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let list = |tensors: &[(String, Vec<i64>)]| {
            let named: Vec<String> =
                tensors.iter().take(NAMED).map(|(name, shape)| format!("{name} {shape:?}")).collect();
            match tensors.len().checked_sub(NAMED) {
                Some(more) if more > 0 => format!("{} and {more} more", named.join(", ")),
                _ => named.join(", "),
            }
        };
        let mut parts = Vec::new();
        for (name, wanted, found) in self.misshapen.iter().take(NAMED) {
            parts.push(format!("{name} has shape {found:?}, wanted {wanted:?}"));
        }
        if self.misshapen.len() > NAMED {
            parts.push(format!("{} more have other shapes", self.misshapen.len() - NAMED));
        }
        if !self.missing.is_empty() {
            parts.push(format!("missing: {}", list(&self.missing)));
        }
        if !self.unexpected.is_empty() {
            parts.push(format!("unexpected: {}", list(&self.unexpected)));
        }
        for (name, dtype) in self.unreadable.iter().take(NAMED) {
            parts.push(format!("{name} has element type {dtype}, which is not read"));
        }
        f.write_str(&parts.join("; "))
    }
}

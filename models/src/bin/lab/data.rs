//! `foreshock-lab data`: look at sets of pairs, and make what they lack.

mod check;
mod instruct;
mod masks;

use clap::Subcommand;

/// Look at sets of pairs, and make what they lack.
#[derive(Subcommand)]
pub(crate) enum Data {
    /// Check a set: missing and unreadable files, sizes, duplicates, captions.
    Check(check::Check),
    /// Rewrite captions of what changed into instructions.
    Instruct(instruct::Instruct),
    /// Draw damage masks from xBD's labels.
    Masks(masks::Masks),
}

impl Data {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        match self {
            Self::Check(check) => check.run(),
            Self::Instruct(instruct) => instruct.run(),
            Self::Masks(masks) => masks.run(),
        }
    }
}

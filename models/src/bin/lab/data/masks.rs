//! `foreshock-lab data masks`.

use clap::Args;

#[derive(Args)]
pub(crate) struct Masks {}

impl Masks {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        anyhow::bail!("not written yet")
    }
}

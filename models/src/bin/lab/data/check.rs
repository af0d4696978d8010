//! `foreshock-lab data check`.

use clap::Args;

#[derive(Args)]
pub(crate) struct Check {}

impl Check {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        anyhow::bail!("not written yet")
    }
}

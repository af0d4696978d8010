//! `foreshock-lab data instruct`.

use clap::Args;

#[derive(Args)]
pub(crate) struct Instruct {}

impl Instruct {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        anyhow::bail!("not written yet")
    }
}

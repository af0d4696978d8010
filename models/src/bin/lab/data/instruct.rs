//! `foreshock-lab data instruct`.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context as _;
use clap::Args;
use foreshock_models::chat::Chat;
use foreshock_models::data::instruct::rewrite_list;

use crate::line;

/// Rewrite captions of what changed into instructions, by rules or by a language model.
///
/// Example: foreshock-lab data instruct RSCC/ --out RSCC/instructions.jsonl
#[derive(Args)]
pub(crate) struct Instruct {
    /// Set in RSCC's layout: a folder or a list.
    set: PathBuf,
    /// The new list, in the folder of the set's own.
    #[arg(long)]
    out: PathBuf,
    /// OpenAI-compatible server of a language model (`http://host:8000/v1`); its answers are kept beside the list, in `OUT.cache.jsonl`.
    #[arg(long, requires = "model")]
    endpoint: Option<String>,
    /// The model.
    #[arg(long, requires = "endpoint")]
    model: Option<String>,
    /// Environment variable with the server's key.
    #[arg(long, requires = "endpoint")]
    key_from: Option<String>,
    /// Questions at a time.
    #[arg(long, default_value_t = 4, value_parser = clap::value_parser!(u16).range(1..=256))]
    parallel: u16,
}

impl Instruct {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let chat = match (&self.endpoint, &self.model) {
            (Some(url), Some(model)) => {
                let chat = Chat::new(url, model, self.key_from.as_deref(), Duration::from_secs(120))
                    .context("--key-from")?;
                Some(chat.kept_in(&self.out.with_extension("cache.jsonl"))?)
            }
            _ => None,
        };
        let pool = rayon::ThreadPoolBuilder::new().num_threads(self.parallel.into()).build()?;
        let written = pool.install(|| rewrite_list(&self.set, &self.out, chat.as_ref()))?;
        let mut told = format!("{}: {} by rules", self.out.display(), written.rules);
        if let Some(chat) = &chat {
            told = format!("{told}, {} by {}", written.model, chat.model);
        }
        for (count, what) in
            [(written.kept, "with instructions, as they were"), (written.skipped, "left out")]
        {
            if count > 0 {
                told = format!("{told}, {count} {what}");
            }
        }
        line(told);
        Ok(())
    }
}

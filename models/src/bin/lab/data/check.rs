//! `foreshock-lab data check`.

use std::path::PathBuf;

use anyhow::{Context as _, bail};
use clap::Args;
use foreshock_models::data::check::check;
use foreshock_models::data::{SetOptions, open};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

use crate::line;

/// Read every file of sets and say what they hold and what is wrong with it. Fails when files are missing or unreadable, or when the
/// sizes of a pair differ; all else is a warning.
#[derive(Args)]
pub(crate) struct Check {
    /// Sets of pairs: folders or lists (docs/data.md).
    #[arg(value_name = "SET", required = true)]
    sets: Vec<PathBuf>,
    /// Write the reports to this file as well, as JSON.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

impl Check {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let style = ProgressStyle::with_template("{bar:40} {pos}/{len} files, {eta} left")?;
        let mut reports = Vec::new();
        let mut bad = Vec::new();
        for path in &self.sets {
            let name = path.display().to_string();
            line(format!("{name}:"));
            // The next set is looked at even if this one cannot be opened.
            let set = match open(path, &SetOptions::default()) {
                Ok(set) => set,
                Err(error) => {
                    line(format!("error    {error}"));
                    reports.push(json!({"set": name, "error": error.to_string()}));
                    bad.push(name);
                    continue;
                }
            };
            let bar = ProgressBar::new(0).with_style(style.clone());
            let report = check(&set, &|_, all| {
                bar.set_length(all as u64);
                bar.inc(1);
            });
            bar.finish_and_clear();
            line(&report);
            reports.push(json!({"set": name, "report": report}));
            if report.has_errors() {
                bad.push(name);
            }
        }
        if let Some(file) = &self.json {
            let text = serde_json::to_string_pretty(&reports)? + "\n";
            std::fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))?;
        }
        if !bad.is_empty() {
            bail!("{} of {} sets have errors: {}", bad.len(), self.sets.len(), bad.join(", "));
        }
        Ok(())
    }
}

//! Every input that fuzzing has found worth keeping, through the functions that it was found for. `make fuzz` looks for more.

use std::path::PathBuf;

use anyhow::{Context as _, ensure};
use foreshock_tests::fuzz::{TARGETS, target};

fn corpus() -> PathBuf {
    foreshock_tests::root().join("tests/fuzz/corpus")
}

#[test]
fn no_kept_input_breaks_a_promise() -> anyhow::Result<()> {
    for (name, target) in TARGETS {
        let folder = corpus().join(name);
        let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
            .with_context(|| format!("the corpus of {name}"))?
            .map(|entry| Ok(entry?.path()))
            .collect::<anyhow::Result<_>>()?;
        files.sort();
        ensure!(files.len() >= 8, "{} holds {} inputs", folder.display(), files.len());
        for file in files {
            let bytes = std::fs::read(&file)?;
            let held = std::panic::catch_unwind(|| target(&bytes)).is_ok();
            ensure!(held, "{} breaks a promise; the message above says which", file.display());
        }
    }
    Ok(())
}

/// A folder without its target would be replayed by nobody.
#[test]
fn every_corpus_has_its_target() -> anyhow::Result<()> {
    for entry in std::fs::read_dir(corpus())? {
        let name = entry?.file_name();
        ensure!(target(&name.to_string_lossy()).is_some(), "no target {}", name.display());
    }
    Ok(())
}

/// The corpus reaches what it is there for: for each target some input is taken, not only refused.
#[test]
fn the_corpus_holds_good_messages_too() -> anyhow::Result<()> {
    let some = |name: &str, good: &dyn Fn(&[u8]) -> bool| -> anyhow::Result<()> {
        for entry in std::fs::read_dir(corpus().join(name))? {
            if good(&std::fs::read(entry?.path())?) {
                return Ok(());
            }
        }
        anyhow::bail!("no input of {name} is taken")
    };
    let expected =
        |size| foreshock_worker::raster::decode::Expected { field: "source.png", size, max_side: 64 };
    some("job", &|body| foreshock_protocol::job::Job::parse(body).is_ok())?;
    some("png", &|bytes| {
        bytes.get(1..).is_some_and(|png| foreshock_worker::raster::decode::rgb(png, expected(None)).is_ok())
    })?;
    some("settings", &|text| {
        let text = String::from_utf8_lossy(text);
        !text.is_empty() && foreshock_worker::settings::Settings::parse(&text, Default::default()).is_ok()
    })
}

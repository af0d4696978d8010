//! The files that one command names: no file that it writes may be another that it reads or writes.

use std::path::{Path, PathBuf};

use super::ClientError;
use super::assemble::Targets;
use super::request::Wish;
use crate::raster::target::{check, check_raster, same_file, side_files};

/// A path and what names it.
type Named<'a> = (&'static str, &'a Path);

/// Refuses files that cannot be written, and any two of one command that are the same where one is written. It blocks.
///
/// # Errors
/// Names both options.
pub fn check_paths(wish: &Wish, targets: &Targets) -> Result<(), ClientError> {
    let examples = wish.tuning.examples.iter().flatten().map(|path| ("--example", Some(path)));
    let reads: Vec<Named<'_>> =
        [("--input", Some(&wish.input)), ("--mask", wish.mask.as_ref()), ("--aoi", wish.aoi.as_ref())]
            .into_iter()
            .chain(examples)
            .filter_map(|(option, path)| Some((option, path?.as_path())))
            .collect();
    check_raster(&targets.output)?;
    let beside: Vec<PathBuf> = side_files(&targets.output);
    let mut writes: Vec<Named<'_>> = vec![("--output", &targets.output)];
    for (option, path) in [("--footprint", &targets.footprint), ("--before-after", &targets.before_after)] {
        if let Some(path) = path {
            check(path)?;
            writes.push((option, path));
        }
    }
    for (index, (option, path)) in writes.iter().enumerate() {
        for (other, taken) in reads.iter().chain(&writes[..index]) {
            if same_file(path, taken) {
                let what = if *other == "--input" { "is the input" } else { "would be overwritten" };
                return Err(ClientError::Input(format!(
                    "{option} and {other} name one file: {} {what}; name another for {option}",
                    taken.display()
                )));
            }
        }
    }
    // They describe the file that is replaced, so they go with it.
    for (other, taken) in reads.iter().chain(&writes[1..]) {
        if let Some(stale) = beside.iter().find(|stale| same_file(stale, taken)) {
            return Err(ClientError::Input(format!(
                "{other} names {}, which belongs to the file that --output replaces; name another for {other} or --output",
                stale.display()
            )));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every pair of options of which one is written is refused by both names.
    #[test]
    fn no_file_is_written_over_another_of_the_command() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["in.tif", "mask.tif", "aoi.geojson"] {
            std::fs::write(at(name), name).unwrap();
        }
        std::fs::hard_link(at("mask.tif"), at("alias.tif")).unwrap();
        std::fs::create_dir(at("sub")).unwrap();
        let said = |output: &str, footprint: &str, picture: &str| {
            let wish = Wish {
                input: at("in.tif"),
                instruction: String::new(),
                output: at(output),
                steps: None,
                guidance: None,
                seed: 1,
                mask: Some(at("mask.tif")),
                aoi: Some(at("aoi.geojson")),
                bands: None,
                lane: None,
                preserve: None,
                tile: None,
                tuning: crate::client::tuning::Tuning::default(),
            };
            let targets = Targets {
                output: at(output),
                footprint: Some(at(footprint)),
                before_after: Some(at(picture)),
            };
            check_paths(&wish, &targets).map_err(|error| error.to_string())
        };
        said("out.tif", "out.geojson", "out.png").unwrap();
        for (paths, options) in [
            (["in.tif", "f", "p"], ["--output", "--input"]),
            (["sub/../mask.tif", "f", "p"], ["--output", "--mask"]),
            (["alias.tif", "f", "p"], ["--output", "--mask"]),
            (["out.tif", "aoi.geojson", "p"], ["--footprint", "--aoi"]),
            (["out.tif", "sub/../out.tif", "p"], ["--footprint", "--output"]),
            (["out.tif", "f", "in.tif"], ["--before-after", "--input"]),
            (["out.tif", "f", "f"], ["--before-after", "--footprint"]),
            (["out.tif", "out.tif.aux.xml", "p"], ["--footprint", "--output"]),
        ] {
            let error = said(paths[0], paths[1], paths[2]).unwrap_err();
            assert!(options.iter().all(|option| error.contains(option)), "{error}");
        }
    }
}

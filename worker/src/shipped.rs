//! The model that comes with Foreshock, for those who name none.

use std::path::{Path, PathBuf};

/// Where it lies in the repository.
const IN_REPOSITORY: &str = "models/weights/foreshock-small";
/// Where packages put it, beside the folder of the binaries.
const IN_PACKAGE: &str = "share/foreshock/foreshock-small";
/// Folders above the binary that are looked at: `target/debug/deps` lies three below the repository.
const LEVELS: usize = 4;

/// The folder of the shipped model: in the working folder, or near the running binary.
#[must_use]
pub fn shipped_model() -> Option<PathBuf> {
    let near = std::env::current_exe().ok();
    find(Path::new(""), near.as_deref())
}

fn find(working: &Path, binary: Option<&Path>) -> Option<PathBuf> {
    let above = binary.into_iter().flat_map(|path| path.ancestors().skip(1).take(LEVELS));
    let near = above.flat_map(|folder| [folder.join(IN_PACKAGE), folder.join(IN_REPOSITORY)]);
    std::iter::once(working.join(IN_REPOSITORY))
        .chain(near)
        .find(|folder| folder.join("foreshock.json").is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_found_in_the_working_folder_and_near_the_binary() {
        let dir = tempfile::tempdir().unwrap();
        let place = |name: &str| {
            let folder = dir.path().join(name);
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(folder.join("foreshock.json"), "{}").unwrap();
            folder
        };
        let binary = dir.path().join("usr/bin/foreshock");
        assert_eq!(find(dir.path(), Some(&binary)), None);
        let packaged = place("usr/share/foreshock/foreshock-small");
        assert_eq!(find(dir.path(), Some(&binary)), Some(packaged));
        let here = place(IN_REPOSITORY);
        assert_eq!(find(dir.path(), Some(&binary)), Some(here.clone()));
        let built = dir.path().join("target/debug/foreshock");
        assert_eq!(find(&dir.path().join("elsewhere"), Some(&built)), Some(here));
    }
}

//! A file that is to be written: it appears under its name only when it is whole, and nothing else that exists is touched for it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use super::source::RasterError;

/// Longest chain of symbolic links that is followed, as in Linux.
const MOST_LINKS: u32 = 40;
/// What lies beside a GeoTIFF and is read with it.
const SIDE_FILES: [&str; 3] = [".aux.xml", ".msk", ".ovr"];

/// A file that is being written under another name in the same folder. Dropped unfinished, it leaves nothing.
#[derive(Debug)]
pub struct Target {
    path: PathBuf,
    part: TempPath,
}

impl Target {
    /// Begins a file; where the path is a symbolic link, what it points to is replaced and the link stays.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn create(path: &Path) -> Result<Self, RasterError> {
        let failed = RasterError::io(format!("write {}", path.display()));
        let path = resolved(path);
        let mut prefix = path.file_name().map(OsString::from).unwrap_or_default();
        prefix.push(".");
        let mut builder = tempfile::Builder::new();
        builder.prefix(&prefix).suffix(".partial");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            // As any new file: the umask decides. Temporary files are the owner's alone otherwise.
            builder.permissions(std::fs::Permissions::from_mode(0o666));
        }
        let part = builder.tempfile_in(folder_of(&path)).map_err(failed)?.into_temp_path();
        Ok(Self { path, part })
    }

    /// The name under which it is written.
    #[must_use]
    pub fn part(&self) -> &Path {
        &self.part
    }

    /// Gives the file its name.
    ///
    /// # Errors
    /// When the disk is full or the name cannot be taken.
    pub fn publish(self) -> Result<(), RasterError> {
        let failed = || RasterError::io(format!("write {}", self.path.display()));
        std::fs::File::open(&self.part).and_then(|file| file.sync_all()).map_err(failed())?;
        let failed = failed();
        self.part.persist(&self.path).map_err(|error| failed(error.error))
    }

    /// Gives a raster its name and removes what lies beside it: it describes the file that was replaced.
    ///
    /// # Errors
    /// When the disk is full or the name cannot be taken.
    pub fn publish_raster(self) -> Result<(), RasterError> {
        let stale = side_files(&self.path);
        self.publish()?;
        for path in stale {
            match std::fs::remove_file(&path) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(RasterError::io(format!("remove {}", path.display()))(error));
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// The files beside a raster that GDAL reads with it, whether they exist or not.
#[must_use]
pub fn side_files(path: &Path) -> Vec<PathBuf> {
    let path = resolved(path);
    let beside = |suffix: &&str| {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        PathBuf::from(name)
    };
    SIDE_FILES.iter().map(beside).collect()
}

/// Refuses a path at which no file can be written, or something else than a file would be destroyed.
///
/// # Errors
/// Says what to choose instead.
pub fn check(path: &Path) -> Result<(), RasterError> {
    let name = path.display();
    if path.as_os_str().is_empty() {
        return RasterError::refused("the name of a file to write is empty; name one");
    }
    if path.as_os_str().as_encoded_bytes().ends_with(b"/") || path.is_dir() || path.file_name().is_none() {
        return RasterError::refused(format!("{name} is a folder; name a file"));
    }
    let path = resolved(path);
    if std::fs::metadata(&path).is_ok_and(|found| !found.is_file()) {
        return RasterError::refused(format!(
            "{name} exists and is no regular file (a device, a pipe or a socket); name another"
        ));
    }
    let folder = folder_of(&path);
    if !folder.is_dir() {
        return RasterError::refused(format!(
            "the folder {} does not exist; create it first",
            folder.display()
        ));
    }
    if let Err(error) = tempfile::tempfile_in(&folder) {
        return RasterError::refused(format!(
            "nothing can be written in the folder {} ({error}); name another",
            folder.display()
        ));
    }
    Ok(())
}

/// Refuses a path as [`check`] does, and a name that does not say GeoTIFF.
///
/// # Errors
/// Says what to choose instead.
pub fn check_raster(path: &Path) -> Result<(), RasterError> {
    check(path)?;
    if is_tiff_name(path) {
        return Ok(());
    }
    RasterError::refused(format!(
        "the result is a GeoTIFF, and {} does not end in .tif or .tiff; name it so",
        path.display()
    ))
}

/// Whether a name ends in `.tif` or `.tiff`, in letters of any size.
#[must_use]
pub fn is_tiff_name(path: &Path) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case("tif") || end.eq_ignore_ascii_case("tiff"))
}

/// Whether two paths name one file, through links of any kind; also where it does not exist yet.
#[must_use]
pub fn same_file(one: &Path, other: &Path) -> bool {
    place(one) == place(other) || same_inode(one, other)
}

/// A path without links.
fn place(path: &Path) -> PathBuf {
    let path = resolved(path);
    match (std::fs::canonicalize(folder_of(&path)), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path,
    }
}

#[cfg(unix)]
fn same_inode(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    match (std::fs::metadata(one), std::fs::metadata(other)) {
        (Ok(one), Ok(other)) => (one.dev(), one.ino()) == (other.dev(), other.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
fn same_inode(_: &Path, _: &Path) -> bool {
    false
}

fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// What a path points to, also where that does not exist yet.
fn resolved(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        match std::fs::read_link(&path) {
            Ok(link) => path = folder_of(&path).join(link),
            Err(_) => break,
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(path: &Path) -> String {
        check(path).unwrap_err().to_string()
    }

    #[test]
    fn what_is_no_place_for_a_file_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        check(&at("new.tif")).unwrap();
        assert!(refused(Path::new("")).contains("empty"));
        assert!(refused(folder.path()).contains("is a folder"));
        assert!(refused(&at("new.tif/")).contains("is a folder"));
        assert!(refused(&at("none/new.tif")).contains("does not exist"));
        assert!(refused(Path::new("/proc/new.tif")).contains("nothing can be written"));
        let socket = std::os::unix::net::UnixListener::bind(at("socket.tif")).unwrap();
        assert!(refused(&at("socket.tif")).contains("no regular file"));
        drop(socket);
        assert!(check_raster(&at("new.png")).unwrap_err().to_string().contains(".tif"));
        check_raster(&at("new.TIFF")).unwrap();
    }

    #[test]
    fn a_link_stays_and_what_it_points_to_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::create_dir(at("elsewhere")).unwrap();
        // It points to nothing yet, then to the file that was written through it.
        std::os::unix::fs::symlink("elsewhere/real.tif", at("link.tif")).unwrap();
        for text in ["first", "second"] {
            let target = Target::create(&at("link.tif")).unwrap();
            std::fs::write(target.part(), text).unwrap();
            target.publish().unwrap();
            assert!(at("link.tif").is_symlink());
            assert_eq!(std::fs::read_to_string(at("elsewhere/real.tif")).unwrap(), text);
        }
        assert!(same_file(&at("link.tif"), &at("elsewhere/../elsewhere/real.tif")));
        assert!(same_file(&at("not.tif"), &at("elsewhere/../not.tif")) && !same_file(&at("a"), &at("b")));
    }

    #[test]
    fn the_temporary_name_is_nobodys_and_side_files_go() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["out.tif", "out.tif.partial.tif", "out.tif.msk", "out.tif.ovr", "out.tif.aux.xml"] {
            std::fs::write(at(name), name).unwrap();
        }
        let target = Target::create(&at("out.tif")).unwrap();
        std::fs::write(target.part(), "new").unwrap();
        target.publish_raster().unwrap();
        drop(Target::create(&at("out.tif")).unwrap());
        let mut left: Vec<_> =
            std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, ["out.tif", "out.tif.partial.tif"]);
        assert_eq!(std::fs::read_to_string(at("out.tif")).unwrap(), "new");
    }
}

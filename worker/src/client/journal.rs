//! What has come back, on disk: the truth about a request. A command that was stopped goes on from here.

use std::fs::{File, TryLockError};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use foreshock_protocol::grid::Geotransform;
use foreshock_protocol::job::{Base64, JobId};
use foreshock_protocol::outcome::{Done, End, Outcome};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::ClientError;
use crate::raster::footprint::CHANGE_MAP;
use crate::raster::tile_image;

/// The request.
const HEAD: &str = "request.json";
/// The request while it is written.
const HEAD_PART: &str = "request.part";
/// Held by the process that works on it.
const LOCK: &str = "lock";
/// Folder of what has come back.
const TILES: &str = "tiles";

/// The request that a journal belongs to.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Head {
    /// Digest of the request.
    digest: String,
    /// Under which its jobs travel.
    job_id: JobId,
    /// The client part of its reply key.
    client: String,
    /// The fleet was told to forget `job_id`.
    cancelled: bool,
}

/// The journal of one request. One process at a time has it.
#[derive(Debug)]
pub struct Journal {
    folder: PathBuf,
    head: Head,
    _lock: File,
}

/// Why an outcome was not taken.
#[derive(Debug)]
pub enum PutError {
    /// The image is not what was asked for.
    Invalid(String),
    /// It cannot be written.
    Failed(ClientError),
}

impl Journal {
    /// Opens or begins the journal of a request.
    ///
    /// # Errors
    /// When it belongs to another request, another process has it, or it cannot be written.
    pub fn open(folder: &Path, digest: &str) -> Result<Self, ClientError> {
        let wrong = |message: String| ClientError::Journal { path: folder.to_owned(), message };
        let io = |error: std::io::Error| wrong(error.to_string());
        Self::check(folder)?;
        std::fs::create_dir_all(folder.join(TILES)).map_err(io)?;
        let lock = File::create(folder.join(LOCK)).map_err(io)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(wrong("another foreshock is working on it; wait for its end".to_owned()));
            }
            Err(TryLockError::Error(error)) => return Err(io(error)),
        }
        let fresh = Head {
            digest: digest.to_owned(),
            job_id: JobId::new(),
            client: Uuid::now_v7().to_string(),
            cancelled: false,
        };
        let head = match std::fs::read(folder.join(HEAD)) {
            Ok(bytes) => match serde_json::from_slice::<Head>(&bytes) {
                // What was called off stays called off: it goes on under another name.
                Ok(head) if head.digest == digest && head.cancelled => Head { client: head.client, ..fresh },
                Ok(head) if head.digest == digest => head,
                _ if std::fs::read_dir(folder.join(TILES)).map_err(io)?.next().is_none() => fresh,
                _ => {
                    return Err(wrong(
                        "it holds tiles of another request; repeat that one, delete the folder, or name another with --journal".to_owned(),
                    ));
                }
            },
            Err(_) => fresh,
        };
        let journal = Self { folder: folder.to_owned(), head, _lock: lock };
        journal.write_head()?;
        Ok(journal)
    }

    /// Refuses a folder that holds anything but a journal: a journal ends with its own removal.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn check(folder: &Path) -> Result<(), ClientError> {
        let refused = |what: &str| {
            Err(ClientError::Input(format!(
                "the journal {} {what}; name another with --journal",
                folder.display()
            )))
        };
        let entries = match std::fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return refused(&format!("cannot be used: {error}")),
        };
        let head = std::fs::read(folder.join(HEAD)).ok();
        if head.is_some_and(|bytes| serde_json::from_slice::<Head>(&bytes).is_ok()) {
            return Ok(());
        }
        // Stopped before its first file was whole, it holds these at most.
        let begun = |entry: std::io::Result<std::fs::DirEntry>| {
            entry.is_ok_and(|entry| {
                let name = entry.file_name();
                let no_tiles =
                    || std::fs::read_dir(entry.path()).is_ok_and(|mut tiles| tiles.next().is_none());
                name == LOCK || name == HEAD_PART || (name == TILES && no_tiles())
            })
        };
        if entries.into_iter().all(begun) {
            return Ok(());
        }
        refused("is a folder with other files in it, and they would be in danger")
    }

    fn write_head(&self) -> Result<(), ClientError> {
        let bytes = serde_json::to_vec_pretty(&self.head)
            .map_err(|error| ClientError::Internal(error.to_string()))?;
        self.write(HEAD, &bytes)
    }

    /// Writes a file so that it is either whole or not there.
    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), ClientError> {
        let path = self.folder.join(name);
        let part = path.with_extension("part");
        let written = File::create(&part)
            .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_data()))
            .and_then(|()| std::fs::rename(&part, &path));
        written.map_err(|error| ClientError::Journal {
            path: self.folder.clone(),
            message: format!("{name} cannot be written: {error}"),
        })
    }

    /// Its folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Under which the request's jobs travel.
    #[must_use]
    pub fn job_id(&self) -> JobId {
        self.head.job_id
    }

    /// The client part of the reply key: letters, digits and hyphens.
    #[must_use]
    pub fn client(&self) -> &str {
        &self.head.client
    }

    /// File of a tile's image.
    #[must_use]
    pub fn image(&self, index: u32) -> PathBuf {
        self.folder.join(format!("tiles/{index}.tif"))
    }

    fn record(&self, index: u32) -> PathBuf {
        self.folder.join(format!("tiles/{index}.json"))
    }

    /// Whether a tile's image is here.
    #[must_use]
    pub fn has(&self, index: u32) -> bool {
        // The record is written last.
        self.record(index).is_file()
    }

    /// Keeps a tile's image after checking it. It blocks.
    ///
    /// # Errors
    /// When the image is not the tile's, or the disk is full.
    pub fn put(
        &self,
        index: u32,
        mut outcome: Outcome,
        side: u32,
        place: &Geotransform,
    ) -> Result<(), PutError> {
        let End::Done(done) = &mut outcome.end else {
            return Err(PutError::Invalid("it is no result".to_owned()));
        };
        let bytes = std::mem::take(&mut done.geotiff);
        self.write(&format!("tiles/{index}.tif"), &bytes.0).map_err(PutError::Failed)?;
        if let Err(error) = tile_image::read(&self.image(index), side, place) {
            // Nothing refers to it without its record.
            let _ = std::fs::remove_file(self.image(index));
            return Err(PutError::Invalid(error.to_string()));
        }
        let record = serde_json::to_vec(&outcome)
            .map_err(|error| PutError::Failed(ClientError::Internal(error.to_string())))?;
        self.write(&format!("tiles/{index}.json"), &record).map_err(PutError::Failed)
    }

    /// What was said of a tile, without its image.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn done(&self, index: u32) -> Result<Done, ClientError> {
        let wrong = |message: String| ClientError::Journal { path: self.folder.clone(), message };
        let bytes =
            std::fs::read(self.record(index)).map_err(|error| wrong(format!("tile {index}: {error}")))?;
        let outcome: Outcome =
            serde_json::from_slice(&bytes).map_err(|error| wrong(format!("tile {index}: {error}")))?;
        match outcome.end {
            End::Done(done) => Ok(Done { geotiff: Base64::default(), ..*done }),
            End::Failed(_) | End::Cancelled => Err(wrong(format!("tile {index} is no result"))),
        }
    }

    /// Notes that the fleet was told to forget the request.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn called_off(&mut self) -> Result<(), ClientError> {
        self.head.cancelled = true;
        self.write_head()
    }

    /// Removes the journal of a request that failed, if nothing has come back.
    pub fn tidy(folder: &Path) {
        // The folder of the tiles goes only when it is empty, and nothing else goes before it.
        if std::fs::remove_dir(folder.join(TILES)).is_ok() {
            let _ = remove_own(folder);
        }
    }

    /// Removes the journal of a request whose result is written. What else somebody put into its folder stays, and the folder with it.
    ///
    /// # Errors
    /// When it cannot be removed.
    pub fn remove(self) -> Result<(), ClientError> {
        let failed = |error: std::io::Error| ClientError::Journal {
            path: self.folder.clone(),
            message: format!("it cannot be removed: {error}"),
        };
        let tiles = self.folder.join(TILES);
        for entry in std::fs::read_dir(&tiles).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            if is_of_a_tile(&path) {
                std::fs::remove_file(&path).map_err(failed)?;
            }
        }
        remove_if_empty(&tiles).and_then(|()| remove_own(&self.folder)).map_err(failed)
    }
}

/// Whether a file in the folder of the tiles is ours: a number and one of our endings.
fn is_of_a_tile(path: &Path) -> bool {
    let number =
        path.file_stem().and_then(|stem| stem.to_str()).is_some_and(|stem| stem.parse::<u32>().is_ok());
    number && path.extension().is_some_and(|end| ["tif", "json", "part"].iter().any(|own| end == *own))
}

/// Removes the files of a journal outside the folder of the tiles, and the folder if nothing else is in it.
fn remove_own(folder: &Path) -> std::io::Result<()> {
    for name in [CHANGE_MAP, HEAD_PART, LOCK, HEAD] {
        match std::fs::remove_file(folder.join(name)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    remove_if_empty(folder)
}

fn remove_if_empty(folder: &Path) -> std::io::Result<()> {
    match std::fs::remove_dir(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::DirectoryNotEmpty => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_journal_goes_on_and_does_not_mix() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal");
        let first = Journal::open(&path, "one").unwrap();
        let (job, client) = (first.job_id(), first.client().to_owned());
        assert!(
            matches!(Journal::open(&path, "one"), Err(ClientError::Journal { message, .. }) if message.contains("another foreshock"))
        );
        drop(first);

        let mut again = Journal::open(&path, "one").unwrap();
        assert_eq!((again.job_id(), again.client()), (job, client.as_str()));
        again.called_off().unwrap();
        drop(again);
        let after = Journal::open(&path, "one").unwrap();
        assert_ne!(after.job_id(), job, "the fleet has forgotten the old one");
        assert_eq!(after.client(), client);
        drop(after);

        // Nothing has come back yet: another request may take the place.
        drop(Journal::open(&path, "two").unwrap());
        std::fs::write(path.join("tiles/0.json"), "{}").unwrap();
        let error = Journal::open(&path, "three").unwrap_err();
        assert!(error.to_string().contains("another request"), "{error}");
        Journal::open(&path, "two").unwrap().remove().unwrap();
        assert!(!path.exists());
    }

    #[test]
    fn what_is_not_the_journals_is_never_removed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("photos");
        std::fs::create_dir_all(path.join("tiles")).unwrap();
        let theirs = ["holiday.jpg", "tiles/mosaic.tif", "request.json"].map(|name| path.join(name));
        for file in &theirs {
            std::fs::write(file, "{}").unwrap();
            let error = Journal::open(&path, "one").unwrap_err();
            assert!(
                matches!(&error, ClientError::Input(message) if message.contains("other files")),
                "{error}"
            );
            assert!(file.is_file() && !path.join("lock").exists());
        }

        // Put into it later, they stay, too.
        let path = folder.path().join("journal");
        let journal = Journal::open(&path, "one").unwrap();
        let later = ["notes.txt", "tiles/7.png"].map(|name| path.join(name));
        for file in later.iter().chain([&path.join("tiles/7.tif")]) {
            std::fs::write(file, "{}").unwrap();
        }
        journal.remove().unwrap();
        assert!(later.iter().all(|file| file.is_file()));
        assert!(!path.join("request.json").exists() && !path.join("tiles/7.tif").exists());
    }

    #[test]
    fn a_journal_that_was_hardly_begun_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("tiles")).unwrap();
        std::fs::write(folder.path().join("lock"), "").unwrap();
        let journal = Journal::open(folder.path(), "one").unwrap();
        let kept = journal.folder().to_owned();
        drop(journal);
        Journal::tidy(&kept);
        assert!(!kept.exists());
        std::fs::create_dir(&kept).unwrap();
    }
}

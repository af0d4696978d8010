//! Pixels of a raster that a job names instead of sending them: off until the operator opens a folder.
//!
//! A job is a stranger's. What it names is opened once, below an opened folder only; its first bytes and its directories are looked
//! through here; GDAL is then handed that very open file, under a name that says nothing (`/proc/self/fd/N`), with the GTiff driver
//! alone and nothing beside the file. The pixels count only if their digest is the one in the job: whoever sends it knows them already.

use std::ffi::OsString;
use std::fs::{File, OpenOptions};
use std::os::fd::AsRawFd as _;
use std::os::unix::ffi::OsStringExt as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use foreshock_models::edit::{Gray8, Rgb8};
use foreshock_protocol::by_reference::digest;
use foreshock_protocol::fingerprint::Pixels;
use foreshock_protocol::job::{Job, SourceRef, TileGrid};
use foreshock_protocol::limits::MAX_REF_FILE_BYTES;
use foreshock_protocol::stretch::Stretch;
use foreshock_protocol::{ErrorCode, Refusal};
use gdal::spatial_ref::{AxisMappingStrategy, SpatialRef};

use super::sample::SampleKind;
use super::source::{BandColor, RasterError, Source};
use super::tiff_head::{self, OpenFile, refused};

/// Folders from which sources may be read, as they are on the disk: without symbolic links.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roots(Vec<PathBuf>);

/// Why a folder cannot be opened for sources.
#[derive(Debug, thiserror::Error)]
pub enum RootsError {
    /// It is not there.
    #[error("by_reference_roots: {}: {source}; name folders of this machine", path.display())]
    Missing {
        /// As in the settings.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// It is none, or it is everything.
    #[error("by_reference_roots: {} must be {limit}", path.display())]
    Unfit {
        /// As in the settings.
        path: PathBuf,
        /// What it must be.
        limit: &'static str,
    },
}

impl Roots {
    /// The folders of the settings; none = sources by reference are switched off.
    ///
    /// # Errors
    /// When one is not an absolute path of a folder, or is the root of the file system.
    pub fn new(folders: &[PathBuf]) -> Result<Self, RootsError> {
        let canonical = folders.iter().map(|path| {
            let unfit = |limit| Err(RootsError::Unfit { path: path.clone(), limit });
            if !path.is_absolute() {
                return unfit("an absolute path");
            }
            let found = std::fs::canonicalize(path)
                .map_err(|source| RootsError::Missing { path: path.clone(), source })?;
            if !found.is_dir() {
                return unfit("a folder");
            }
            if found.parent().is_none() {
                return unfit("a folder of its own: this one holds every file of the machine");
            }
            Ok(found)
        });
        Ok(Self(canonical.collect::<Result<_, _>>()?))
    }

    /// Whether no folder is open.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn hold(&self, path: &Path) -> bool {
        self.0.iter().any(|root| path != root && path.starts_with(root))
    }

    /// Opens a regular file that lies in one of the folders, wherever links lead.
    fn open(&self, path: PathBuf) -> Result<(File, u64), Refusal> {
        // One answer for what is not there, what may not be read and what lies outside: nothing is told of other files.
        let nothing = || {
            Refusal::field(
                ErrorCode::Forbidden,
                "source.ref.uri",
                "a regular file inside a folder of by_reference_roots",
                "source.ref.uri: there is no such file in a folder that this fleet has opened; send the pixels",
            )
        };
        let lies_at = std::fs::canonicalize(path).ok().ok_or_else(nothing)?;
        // Before it is opened: opening a device may do something.
        if !self.hold(&lies_at) || !std::fs::symlink_metadata(&lies_at).is_ok_and(|file| file.is_file()) {
            return Err(nothing());
        }
        let file = OpenOptions::new()
            .read(true)
            .custom_flags(libc::O_NOFOLLOW | libc::O_NONBLOCK)
            .open(&lies_at)
            .ok()
            .ok_or_else(nothing)?;
        // After it was opened: a folder on the way may have been replaced in between. What counts is the open file.
        let opened = std::fs::read_link(fd_path(&file)).ok().ok_or_else(nothing)?;
        let metadata = file.metadata().ok().ok_or_else(nothing)?;
        if !self.hold(&opened) || !metadata.is_file() {
            return Err(nothing());
        }
        if metadata.len() > MAX_REF_FILE_BYTES {
            return refused(
                format!("at most {MAX_REF_FILE_BYTES} bytes"),
                format!("the file has {} bytes; send the pixels", metadata.len()),
            );
        }
        Ok((file, metadata.len()))
    }
}

/// The name of an open file: it leads to this file and to no other, also when its folder changes.
fn fd_path(file: &File) -> PathBuf {
    PathBuf::from(format!("/proc/self/fd/{}", file.as_raw_fd()))
}

/// The window's pixels: 8-bit RGB, and 0 where it has no data. It blocks; call it where that is allowed.
///
/// # Errors
/// Names `source.ref`, a field below it, or the field of the grid that does not agree with the raster; and the limit.
pub fn read(job: &Job, reference: &SourceRef, roots: &Roots) -> Result<(Rgb8, Option<Gray8>), Refusal> {
    if roots.is_empty() {
        return Err(Refusal::field(
            ErrorCode::Unsupported,
            "source.ref",
            "source.png",
            "sources by reference are switched off on this fleet; send the pixels",
        ));
    }
    let path = reference.check(job.grid.width, job.grid.height)?;
    let expected = reference.digest()?;
    let stretch = Stretch::identity([1, 2, 3]);
    if job.stretch != stretch {
        return Err(Refusal::field(
            ErrorCode::InvalidField,
            "stretch.bands",
            "bands 1, 2, 3 from 0 to 255",
            "stretch.bands: a source by reference is read as it is; send the pixels",
        ));
    }
    let (file, size) = roots.open(PathBuf::from(OsString::from_vec(path)))?;
    let head = tiff_head::check(&OpenFile { file: &file, size }, reference.window)?;
    let source = Source::of_open_file(&fd_path(&file)).map_err(|error| unusable(&error))?;
    agrees(&source, &head, &job.grid, reference)?;
    let (data, has_alpha, _) =
        source.pixels(reference.window, &stretch, None).map_err(|error| unusable(&error))?;
    let (width, height) = (job.grid.width, job.grid.height);
    let channels = if has_alpha { 4 } else { 3 };
    if digest(&Pixels { width, height, channels, data: &data }) != expected {
        return Err(Refusal::field(
            ErrorCode::InvalidField,
            "source.ref.blake3",
            "the BLAKE3 of the window's pixels",
            "source.ref.blake3: the raster holds other pixels than the job was made for; look at it again, or send the pixels",
        ));
    }
    let (width, height) = (width as usize, height as usize);
    if !has_alpha {
        return Ok((Rgb8 { width, height, data }, None));
    }
    let rgb = data.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    let valid = data.chunks_exact(4).map(|pixel| pixel[3]).collect();
    Ok((Rgb8 { width, height, data: rgb }, Some(Gray8 { width, height, data: valid })))
}

/// GDAL's reasons, without the name under which it knows the file.
fn unusable(error: &RasterError) -> Refusal {
    tracing::debug!(%error, "source by reference");
    Refusal::field(
        ErrorCode::Unsupported,
        "source.ref.uri",
        "a whole, north-up 8-bit RGB or RGBA GeoTIFF with a coordinate reference system",
        "source.ref.uri: the raster is none that is read by reference; send the pixels",
    )
}

/// Checks that GDAL sees what the directories say, and that the window lies where the job says.
fn agrees(
    source: &Source,
    head: &tiff_head::Head,
    grid: &TileGrid,
    reference: &SourceRef,
) -> Result<(), Refusal> {
    let info = source.info();
    let colors: Vec<BandColor> = info.bands.iter().map(|band| band.color).collect();
    let expected = [BandColor::Red, BandColor::Green, BandColor::Blue, BandColor::Alpha];
    let size = (info.grid.width, info.grid.height, colors.len());
    if size != (head.width, head.height, head.samples as usize)
        || !expected.starts_with(&colors)
        || info.kind != SampleKind::U8
    {
        return refused(
            "8-bit bands red, green, blue and, where there is a fourth, alpha",
            "the raster has other bands; send the pixels",
        );
    }
    let wanted = info.grid.geotransform.at(reference.window.col, reference.window.row);
    if wanted != grid.geotransform {
        return Err(Refusal::field(
            ErrorCode::InvalidField,
            "grid.geotransform",
            "that of the raster at source.ref.window",
            "grid.geotransform: the window of the raster lies elsewhere; is it the same raster?",
        ));
    }
    let crs = SpatialRef::from_wkt(&grid.crs_wkt).ok().filter(|crs| {
        let mut crs = crs.clone();
        crs.set_axis_mapping_strategy(AxisMappingStrategy::TraditionalGisOrder);
        source.spatial_ref().is_ok_and(|found| found == crs)
    });
    if crs.is_none() {
        return Err(Refusal::field(
            ErrorCode::InvalidField,
            "grid.crs_wkt",
            "the coordinate reference system of the raster",
            "grid.crs_wkt: the raster has another; is it the same raster?",
        ));
    }
    Ok(())
}

#[cfg(test)]
#[path = "by_reference_tests.rs"]
mod tests;

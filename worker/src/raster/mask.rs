//! Where an edit may change anything: a raster on the source's grid, or polygons.

use std::path::Path;

use foreshock_protocol::grid::{PlannedTile, Window};
use gdal::raster::{RasterCreationOptions, rasterize};
use gdal::{Dataset, DriverManager};

use super::area::Area;
use super::sniff::{FileKind, words};
use super::source::{RasterError, Source, open};
use super::window::{Reflected, pick, window};

/// A mask on the source's pixel grid.
pub struct EditMask {
    kind: Kind,
    /// Digest of the file, so that a request can be told from another.
    digest: String,
}

enum Kind {
    Raster { dataset: Dataset, _folder: Option<tempfile::TempDir> },
    Area(Area),
}

impl EditMask {
    /// Opens a mask: a GeoTIFF on the source's grid, a PNG of the source's size (above 0 = may change), or a GeoJSON polygon file.
    ///
    /// # Errors
    /// When it is none of these or lies elsewhere.
    pub fn open(path: &Path, source: &Source) -> Result<Self, RasterError> {
        let name = path.display();
        let absolute = std::fs::canonicalize(path)
            .map_err(|error| RasterError::Refused(format!("cannot open the mask {name}: {error}")))?;
        let found = FileKind::of(&absolute)
            .map_err(|error| RasterError::Refused(format!("cannot read the mask {name}: {error}")))?;
        match found {
            FileKind::Folder => {
                return RasterError::refused(format!("the mask {name} is a folder; name a file"));
            }
            FileKind::Special => {
                return RasterError::refused(format!(
                    "the mask {name} is a device, a pipe or a socket; name a file"
                ));
            }
            FileKind::Empty => return RasterError::refused(format!("the mask {name} is empty (0 bytes)")),
            _ => {}
        }
        let digest = digest_of(&absolute)?;
        let kind = match found {
            FileKind::Png => png(&absolute, source)?,
            FileKind::Tiff => tiff(&absolute, source)?,
            _ => Kind::Area(Area::read(&absolute, source).map_err(|error| {
                RasterError::Refused(format!(
                    "the mask {name} is neither GeoTIFF nor PNG, and not GeoJSON either: {error}"
                ))
            })?),
        };
        Ok(Self { kind, digest })
    }

    /// BLAKE3 of the file, hex.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// Where it may change, in a window of the source.
    ///
    /// # Errors
    /// When GDAL fails.
    pub fn allowed(&self, span: Window) -> Result<Vec<bool>, RasterError> {
        let size = (span.width as usize, span.height as usize);
        let failed = || RasterError::gdal("read the mask");
        match &self.kind {
            Kind::Raster { dataset, .. } => {
                let place = (span.col as isize, span.row as isize);
                let band = dataset.rasterband(1).map_err(failed())?;
                let samples = band.read_as::<f64>(place, size, size, None).map_err(failed())?;
                let valid = band
                    .open_mask_band()
                    .and_then(|mask| mask.read_as::<u8>(place, size, size, None))
                    .map_err(failed())?;
                // A NaN is not above 0.
                Ok(samples
                    .data()
                    .iter()
                    .zip(valid.data())
                    .map(|(sample, valid)| *sample > 0.0 && *valid > 0)
                    .collect())
            }
            Kind::Area(area) => burn(area, span, size).map_err(failed()),
        }
    }

    /// A tile's mask, 255 = may change; none when nothing may. Beyond the raster it is reflected like the pixels.
    ///
    /// # Errors
    /// When GDAL fails.
    pub fn tile(
        &self,
        tile: PlannedTile,
        side: u32,
        source: &Source,
    ) -> Result<Option<Vec<u8>>, RasterError> {
        let grid = source.info().grid;
        let across = Reflected::new(tile.col, side, grid.width);
        let down = Reflected::new(tile.row, side, grid.height);
        let allowed = self.allowed(window(across.first, down.first, across.count, down.count))?;
        let picked = pick(&allowed, &across, &down);
        Ok(picked
            .contains(&true)
            .then(|| picked.into_iter().map(|allowed| if allowed { 255 } else { 0 }).collect()))
    }
}

fn digest_of(path: &Path) -> Result<String, RasterError> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_mmap(path).map_err(RasterError::io(format!("read {}", path.display())))?;
    Ok(hasher.finalize().to_hex().to_string())
}

fn tiff(path: &Path, source: &Source) -> Result<Kind, RasterError> {
    let name = path.display();
    let dataset = open(path, &["GTiff"]).map_err(|error| {
        RasterError::Refused(format!("the mask {name} is not a readable GeoTIFF: {}", words(&error)))
    })?;
    check_size(&dataset, path, source)?;
    if let Ok(found) = dataset.geo_transform() {
        let wanted = source.info().grid.geotransform;
        let (width, height) = (f64::from(source.info().grid.width), f64::from(source.info().grid.height));
        // The same place to a thousandth of a pixel, at every corner.
        let fits =
            [(0.0, 0.0), (width, 0.0), (0.0, height), (width, height)].into_iter().all(|(col, row)| {
                let [x, y] = foreshock_protocol::grid::Geotransform(found).apply(col, row);
                let [back_col, back_row] = wanted.invert(x, y);
                (back_col - col).abs() < 1e-3 && (back_row - row).abs() < 1e-3
            });
        if !fits {
            return RasterError::refused(format!(
                "the mask {name} does not lie on the raster's grid; warp it: gdalwarp -te, -ts and -t_srs as gdalinfo shows them for the raster"
            ));
        }
    }
    if dataset.spatial_ref().is_ok_and(|crs| source.spatial_ref().is_ok_and(|wanted| crs != wanted)) {
        return RasterError::refused(format!(
            "the mask {name} has another coordinate reference system than the raster"
        ));
    }
    Ok(Kind::Raster { dataset, _folder: None })
}

/// A PNG is read from the top only: it becomes a tiled file once.
fn png(path: &Path, source: &Source) -> Result<Kind, RasterError> {
    let name = path.display();
    let picture = open(path, &["PNG"]).map_err(|error| {
        RasterError::Refused(format!("the mask {name} is not a readable PNG: {}", words(&error)))
    })?;
    check_size(&picture, path, source)?;
    let folder = tempfile::tempdir().map_err(RasterError::io("make a folder for the mask"))?;
    let failed = || RasterError::gdal(format!("convert the mask {name}"));
    let mut options = RasterCreationOptions::new();
    for (key, value) in [("TILED", "YES"), ("COMPRESS", "DEFLATE"), ("BIGTIFF", "IF_SAFER")] {
        options.set_name_value(key, value).map_err(failed())?;
    }
    let driver = DriverManager::get_driver_by_name("GTiff").map_err(failed())?;
    let tiled = folder.path().join("mask.tif");
    let copy = picture.create_copy(&driver, &tiled, &options).map_err(failed())?;
    copy.close().map_err(failed())?;
    let dataset = open(&tiled, &["GTiff"]).map_err(failed())?;
    Ok(Kind::Raster { dataset, _folder: Some(folder) })
}

fn check_size(mask: &Dataset, path: &Path, source: &Source) -> Result<(), RasterError> {
    let name = path.display();
    let (width, height) = mask.raster_size();
    let grid = source.info().grid;
    if (width, height) != (grid.width as usize, grid.height as usize) {
        return RasterError::refused(format!(
            "the mask {name} is {width} × {height} px, the raster {} × {}; a mask has the raster's size, or is a GeoJSON polygon",
            grid.width, grid.height
        ));
    }
    let band = mask.rasterband(1).map_err(RasterError::gdal(format!("read the mask {name}")))?;
    if mask.raster_count() > 2 || band.color_table().is_some() {
        return RasterError::refused(format!(
            "the mask {name} is a colour image; a mask has one grey band, above 0 = may change"
        ));
    }
    Ok(())
}

/// Pixels whose centre lies in the area.
fn burn(area: &Area, span: Window, size: (usize, usize)) -> Result<Vec<bool>, gdal::errors::GdalError> {
    let mut canvas =
        DriverManager::get_driver_by_name("MEM")?.create_with_band_type::<u8, _>("", size.0, size.1, 1)?;
    canvas.set_geo_transform(&[span.col as f64, 1.0, 0.0, span.row as f64, 0.0, 1.0])?;
    let geometries = area.geometries()?;
    let values = vec![1.0; geometries.len()];
    rasterize(&mut canvas, &[1], &geometries, &values, None)?;
    let burned = canvas.rasterband(1)?.read_as::<u8>((0, 0), size, size, None)?;
    Ok(burned.data().iter().map(|value| *value > 0).collect())
}

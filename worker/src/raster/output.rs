//! The result: one GeoTIFF on the source's own grid, with the source's sample type, bands, nodata and mask. It appears under its name
//! only when it is whole.

use std::path::Path;

use foreshock_protocol::grid::{Geotransform, Window};
use gdal::raster::{Buffer, RasterBand, RasterCreationOptions};
use gdal::spatial_ref::SpatialRef;
use gdal::{Dataset, DatasetOptions, DriverManager, GdalOpenFlags, Metadata};

use super::sample::{Sample, for_kind};
use super::source::{BandColor, RasterError, Source, open};
use super::target::{self, Target};

/// Rasters with a longer side than this get overviews, px.
const OVERVIEW_SIDE: u32 = 512;

/// A result that is being written. Dropped unfinished, it leaves nothing.
pub struct Output {
    dataset: Option<Dataset>,
    // After the dataset: what is open is closed before it is removed.
    target: Target,
    window: Window,
    geotransform: Geotransform,
    crs: SpatialRef,
    own_mask: bool,
}

/// Side of the blocks of a result, px.
#[must_use]
pub fn block_side(window: Window) -> u32 {
    if window.width.max(window.height) > 2048 { 512 } else { 256 }
}

/// Refuses an output that cannot be written or would destroy the input.
///
/// # Errors
/// Says what to choose instead.
pub fn check_path(path: &Path, input: &Path) -> Result<(), RasterError> {
    target::check_raster(path)?;
    if target::same_file(path, input) {
        return RasterError::refused(format!(
            "{} is the input; name another file for the result",
            path.display()
        ));
    }
    Ok(())
}

impl Output {
    /// Creates the file for a window of the source. `tags` say what made it.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn create(
        path: &Path,
        source: &Source,
        window: Window,
        tags: &[(&str, String)],
    ) -> Result<Self, RasterError> {
        check_path(path, &source.info().path)?;
        let target = Target::create(path)?;
        let info = source.info();
        let failed = || format!("write {}", path.display());
        let options = creation_options(source, window).map_err(RasterError::gdal(failed()))?;
        let driver = DriverManager::get_driver_by_name("GTiff").map_err(RasterError::gdal(failed()))?;
        let (width, height) = (window.width as usize, window.height as usize);
        let count = info.bands.len();
        let dataset = for_kind!(info.kind, T => driver.create_with_band_type_with_options::<T, _>(target.part(), width, height, count, &options))
            .map_err(RasterError::gdal(failed()))?;
        let mut output = Self {
            dataset: None,
            target,
            window,
            geotransform: info.grid.geotransform.at(window.col, window.row),
            crs: source.spatial_ref()?,
            own_mask: info.own_mask,
        };
        output.dataset = Some(output.describe(dataset, source, tags).map_err(RasterError::gdal(failed()))?);
        Ok(output)
    }

    fn describe(
        &self,
        mut dataset: Dataset,
        source: &Source,
        tags: &[(&str, String)],
    ) -> Result<Dataset, gdal::errors::GdalError> {
        for (key, value) in items(&source.dataset) {
            if !key.starts_with("FORESHOCK_") {
                dataset.set_metadata_item(&key, &value, "")?;
            }
        }
        for (key, value) in tags {
            dataset.set_metadata_item(key, value, "")?;
        }
        let is_point = dataset.metadata_item("AREA_OR_POINT", "").is_some_and(|kind| kind == "Point");
        if is_point && !survives_pixel_centre(&self.geotransform.0) {
            // The grid matters more than the tag.
            dataset.set_metadata_item("AREA_OR_POINT", "Area", "")?;
        }
        dataset.set_geo_transform(&self.geotransform.0)?;
        dataset.set_spatial_ref(&self.crs)?;
        for number in 1..=source.info().bands.len() {
            copy_band_facts(&source.dataset.rasterband(number)?, &mut dataset.rasterband(number)?)?;
        }
        if self.own_mask {
            gdal::config::set_thread_local_config_option("GDAL_TIFF_INTERNAL_MASK", "YES")?;
            let created = dataset.rasterband(1)?.create_mask_band(true);
            gdal::config::clear_thread_local_config_option("GDAL_TIFF_INTERNAL_MASK")?;
            created?;
        }
        Ok(dataset)
    }

    /// Whether the result has an internal mask to fill.
    #[must_use]
    pub fn own_mask(&self) -> bool {
        self.own_mask
    }

    /// Writes samples of a band (from 1); the window counts from the source's pixel (0, 0).
    ///
    /// # Errors
    /// When GDAL fails.
    pub fn write<T: Sample>(
        &mut self,
        band: u32,
        window: Window,
        samples: Vec<T>,
    ) -> Result<(), RasterError> {
        let (place, size) = self.place(window);
        let failed = RasterError::gdal(format!("write {}", self.part().display()));
        let written = self.dataset().and_then(|dataset| {
            dataset.rasterband(band as usize)?.write(place, size, &mut Buffer::new(size, samples))
        });
        written.map_err(failed)
    }

    /// Writes the internal mask.
    ///
    /// # Errors
    /// When GDAL fails.
    pub fn write_mask(&mut self, window: Window, mask: Vec<u8>) -> Result<(), RasterError> {
        let (place, size) = self.place(window);
        let failed = RasterError::gdal(format!("write {}", self.part().display()));
        let written = self.dataset().and_then(|dataset| {
            dataset.rasterband(1)?.open_mask_band()?.write(place, size, &mut Buffer::new(size, mask))
        });
        written.map_err(failed)
    }

    fn part(&self) -> &Path {
        self.target.part()
    }

    fn dataset(&self) -> Result<&Dataset, gdal::errors::GdalError> {
        self.dataset
            .as_ref()
            .ok_or_else(|| gdal::errors::GdalError::BadArgument("the result is closed".to_owned()))
    }

    fn place(&self, window: Window) -> ((isize, isize), (usize, usize)) {
        let place = ((window.col - self.window.col) as isize, (window.row - self.window.row) as isize);
        (place, (window.width as usize, window.height as usize))
    }

    /// Closes the file, builds its overviews, checks it and gives it its name.
    ///
    /// # Errors
    /// When what lies on the disk is not what was written.
    pub fn finish(mut self) -> Result<(), RasterError> {
        let failed = format!("write {}", self.part().display());
        if let Some(dataset) = self.dataset.take() {
            close(dataset).map_err(RasterError::gdal(failed))?;
        }
        build_overviews(self.part(), self.window)
            .map_err(RasterError::gdal(format!("build overviews of {}", self.part().display())))?;
        self.read_back()?;
        self.target.publish_raster()
    }

    /// GDAL reports few errors while it closes: look at what lies on the disk.
    fn read_back(&self) -> Result<(), RasterError> {
        let file = open(self.part(), &["GTiff"])
            .map_err(RasterError::gdal(format!("read back {}", self.part().display())))?;
        let require = |fits: bool, what: &str| {
            if fits {
                return Ok(());
            }
            let problem = format!("the result does not read back: {what} differs; is the disk full?");
            Err(RasterError::Io {
                what: format!("write {}", self.part().display()),
                source: std::io::Error::other(problem),
            })
        };
        require(file.raster_size() == (self.window.width as usize, self.window.height as usize), "its size")?;
        let geotransform = file.geo_transform().map(|found| found.map(f64::to_bits));
        require(
            geotransform.is_ok_and(|found| found == self.geotransform.0.map(f64::to_bits)),
            "its geotransform",
        )?;
        require(file.spatial_ref().is_ok_and(|found| found == self.crs), "its coordinate reference system")?;
        // The last block is the last that a full disk would have taken.
        let (col, row) = (self.window.width - 1, self.window.height - 1);
        for band in file.rasterbands() {
            let read =
                band.and_then(|band| band.read_as::<f64>((col as isize, row as isize), (1, 1), (1, 1), None));
            require(read.is_ok(), "its last block")?;
        }
        Ok(())
    }
}

fn creation_options(
    source: &Source,
    window: Window,
) -> Result<RasterCreationOptions, gdal::errors::GdalError> {
    let info = source.info();
    let colors: Vec<BandColor> = info.bands.iter().map(|band| band.color).collect();
    let rgb = colors.starts_with(&[BandColor::Red, BandColor::Green, BandColor::Blue]);
    let extra = if rgb { 3 } else { 1 };
    // An extra band is alpha only where the source says so; GDAL would guess it for a fourth 8-bit band.
    let alpha = if colors.get(extra) == Some(&BandColor::Alpha) {
        let premultiplied = source
            .dataset
            .rasterband(extra + 1)?
            .metadata_item("ALPHA", "IMAGE_STRUCTURE")
            .is_some_and(|kind| kind == "PREMULTIPLIED");
        if premultiplied { "PREMULTIPLIED" } else { "YES" }
    } else {
        "NO"
    };
    let side = block_side(window).to_string();
    let mut options = RasterCreationOptions::new();
    for (key, value) in [
        ("TILED", "YES"),
        ("BLOCKXSIZE", side.as_str()),
        ("BLOCKYSIZE", side.as_str()),
        ("COMPRESS", "DEFLATE"),
        ("PREDICTOR", if info.kind.is_float() { "3" } else { "2" }),
        ("BIGTIFF", "IF_SAFER"),
        ("INTERLEAVE", if colors.len() > 4 { "BAND" } else { "PIXEL" }),
        ("PHOTOMETRIC", if rgb { "RGB" } else { "MINISBLACK" }),
        ("ALPHA", alpha),
    ] {
        options.set_name_value(key, value)?;
    }
    Ok(options)
}

/// Metadata of the default domain.
fn items(object: &impl Metadata) -> Vec<(String, String)> {
    let entries = object.metadata_domain("").unwrap_or_default();
    entries
        .iter()
        .filter_map(|entry| entry.split_once('='))
        .map(|(key, value)| (key.to_owned(), value.to_owned()))
        .collect()
}

fn copy_band_facts(
    source: &RasterBand<'_>,
    target: &mut RasterBand<'_>,
) -> Result<(), gdal::errors::GdalError> {
    let color = source.color_interpretation();
    if target.color_interpretation() != color {
        target.set_color_interpretation(color)?;
    }
    if let Some(nodata) = source.no_data_value() {
        target.set_no_data_value(Some(nodata))?;
    }
    let description = source.description()?;
    if !description.is_empty() {
        target.set_description(&description)?;
    }
    if let Some(scale) = source.scale().filter(|scale| *scale != 1.0) {
        target.set_scale(scale)?;
    }
    if let Some(offset) = source.offset().filter(|offset| *offset != 0.0) {
        target.set_offset(offset)?;
    }
    let unit = source.unit();
    if !unit.is_empty() {
        let unit = std::ffi::CString::new(unit)?;
        // SAFETY: the handle is that of a live band, which `target` borrows.
        let handle = unsafe { target.c_rasterband() };
        // SAFETY: `handle` is live (above) and `unit` is a zero-terminated string that GDAL copies.
        let result = unsafe { gdal_sys::GDALSetRasterUnitType(handle, unit.as_ptr()) };
        if result != gdal_sys::CPLErr::CE_None {
            return Err(gdal::errors::GdalError::BadArgument("the unit of a band was not taken".to_owned()));
        }
    }
    for (key, value) in items(source) {
        // Statistics are those of the samples before the edit.
        if !key.starts_with("STATISTICS_") {
            target.set_metadata_item(&key, &value, "")?;
        }
    }
    Ok(())
}

/// Whether a corner survives in a file whose tie point is a pixel's centre (`AREA_OR_POINT=Point`): GDAL adds half a pixel on the way out,
/// takes it away on the way in, and rounds both times.
fn survives_pixel_centre(transform: &[f64; 6]) -> bool {
    let back = |corner: f64, half: f64| ((corner + half) - half).to_bits() == corner.to_bits();
    back(transform[0], transform[1] * 0.5 + transform[2] * 0.5)
        && back(transform[3], transform[4] * 0.5 + transform[5] * 0.5)
}

/// Closes a file and says what went wrong: before GDAL 3.7 closing returns nothing.
fn close(dataset: Dataset) -> Result<(), gdal::errors::GdalError> {
    // SAFETY: takes no argument, touches this thread's error state only.
    unsafe { gdal_sys::CPLErrorReset() };
    dataset.close()?;
    // SAFETY: as above.
    let class = unsafe { gdal_sys::CPLGetLastErrorType() };
    if class >= gdal_sys::CPLErr::CE_Failure {
        return Err(gdal::errors::GdalError::BadArgument(
            "GDAL failed while it closed the file; is the disk full?".to_owned(),
        ));
    }
    Ok(())
}

fn build_overviews(path: &Path, window: Window) -> Result<(), gdal::errors::GdalError> {
    let longest = window.width.max(window.height);
    let levels: Vec<i32> =
        (1..31).take_while(|level| longest >> (level - 1) > OVERVIEW_SIDE).map(|level| 1 << level).collect();
    if levels.is_empty() {
        return Ok(());
    }
    let options = DatasetOptions {
        open_flags: GdalOpenFlags::GDAL_OF_UPDATE | GdalOpenFlags::GDAL_OF_RASTER,
        allowed_drivers: Some(&["GTiff"]),
        open_options: None,
        sibling_files: Some(&[]),
    };
    let mut dataset = Dataset::open_ex(path, options)?;
    // GDAL reduces an internal mask by nearest neighbour.
    dataset.build_overviews("AVERAGE", &levels, &[])?;
    close(dataset)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_survive_the_pixel_centre_unless_it_takes_a_bit() {
        assert!(survives_pixel_centre(&[412_000.123, 0.3, 0.0, 5_320_000.1, 0.0, -0.3]));
        assert!(survives_pixel_centre(&[12.123_456_789, 1e-5 / 3.0, 0.0, 45.7, 0.0, -1.1e-5 / 7.0]));
        // Where the centre lies beyond a power of two, numbers are twice as far apart: every other corner is lost.
        let corner = |step: u32| [16.0 - f64::from(step) * f64::EPSILON * 8.0, 1e-5, 0.0, 45.7, 0.0, -1e-5];
        let lost = (1..=64).filter(|step| !survives_pixel_centre(&corner(*step))).count();
        assert!((1..64).contains(&lost), "{lost}");
    }
}

//! GeoTIFFs of every kind that users bring.

use std::path::Path;

use anyhow::Context as _;
use gdal::raster::{Buffer, ColorInterpretation, GdalType, RasterCreationOptions};
use gdal::spatial_ref::SpatialRef;
use gdal::{Dataset, DriverManager};

/// What a raster is like, but for its samples.
#[derive(Debug, Clone)]
pub struct Scene {
    /// Width, px.
    pub width: usize,
    /// Height, px.
    pub height: usize,
    /// Number of bands.
    pub bands: usize,
    /// GDAL's geotransform; none: the file has none.
    pub geotransform: Option<[f64; 6]>,
    /// Coordinate reference system.
    pub epsg: Option<u32>,
    /// Nodata value of all bands.
    pub nodata: Option<f64>,
    /// GDAL's name of each band's colour interpretation; empty: as GDAL sets it.
    pub colours: Vec<&'static str>,
}

impl Scene {
    /// RGB, UTM 33 north, half a metre a pixel.
    #[must_use]
    pub fn utm(width: usize, height: usize) -> Self {
        Self {
            width,
            height,
            bands: 3,
            // Not round, so that a lost bit shows.
            geotransform: Some([391_234.567_891, 0.5, 0.0, 5_818_765.432_1, 0.0, -0.5]),
            epsg: Some(32633),
            nodata: None,
            colours: Vec::new(),
        }
    }

    /// RGB, WGS 84 degrees, about half a metre a pixel, pixels not square on the ground.
    #[must_use]
    pub fn degrees(width: usize, height: usize) -> Self {
        let step = 4.5e-6 + 1e-13;
        Self {
            geotransform: Some([13.377_704, step, 0.0, 52.516_275, 0.0, -step]),
            epsg: Some(4326),
            ..Self::utm(width, height)
        }
    }

    /// RGB, New York Long Island in US survey feet.
    #[must_use]
    pub fn feet(width: usize, height: usize) -> Self {
        Self {
            geotransform: Some([983_123.25, 1.75, 0.0, 199_321.125, 0.0, -1.75]),
            epsg: Some(2263),
            ..Self::utm(width, height)
        }
    }

    /// With this many bands.
    #[must_use]
    pub fn bands(self, bands: usize) -> Self {
        Self { bands, ..self }
    }

    /// With a nodata value.
    #[must_use]
    pub fn nodata(self, nodata: f64) -> Self {
        Self { nodata: Some(nodata), ..self }
    }

    /// With the colour interpretation of each band.
    #[must_use]
    pub fn colours(self, colours: &[&'static str]) -> Self {
        Self { colours: colours.to_vec(), bands: colours.len(), ..self }
    }

    /// Writes the file; `sample` gives the value at (band from 0, column, row).
    ///
    /// # Errors
    /// When GDAL cannot write it.
    pub fn write<T: GdalType + Copy>(
        &self,
        path: &Path,
        sample: impl Fn(usize, usize, usize) -> T,
    ) -> anyhow::Result<()> {
        self.dataset(path, sample)?.close()?;
        Ok(())
    }

    /// Writes the file with an internal mask; `valid` says which pixels count.
    ///
    /// # Errors
    /// When GDAL cannot write it.
    pub fn write_masked<T: GdalType + Copy>(
        &self,
        path: &Path,
        sample: impl Fn(usize, usize, usize) -> T,
        valid: impl Fn(usize, usize) -> bool,
    ) -> anyhow::Result<()> {
        gdal::config::set_thread_local_config_option("GDAL_TIFF_INTERNAL_MASK", "YES")?;
        let dataset = self.dataset(path, sample)?;
        dataset.rasterband(1)?.create_mask_band(true)?;
        let mask: Vec<u8> = self.pixels().map(|(col, row)| if valid(col, row) { 255 } else { 0 }).collect();
        let mut buffer = Buffer::new((self.width, self.height), mask);
        dataset.rasterband(1)?.open_mask_band()?.write((0, 0), (self.width, self.height), &mut buffer)?;
        dataset.close()?;
        Ok(())
    }

    fn pixels(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        let width = self.width;
        (0..self.height).flat_map(move |row| (0..width).map(move |col| (col, row)))
    }

    fn dataset<T: GdalType + Copy>(
        &self,
        path: &Path,
        sample: impl Fn(usize, usize, usize) -> T,
    ) -> anyhow::Result<Dataset> {
        let driver = DriverManager::get_driver_by_name("GTiff")?;
        let mut options = RasterCreationOptions::new();
        options.set_name_value("COMPRESS", "DEFLATE")?;
        let mut dataset = driver
            .create_with_band_type_with_options::<T, _>(path, self.width, self.height, self.bands, &options)
            .with_context(|| format!("create {}", path.display()))?;
        if let Some(geotransform) = &self.geotransform {
            dataset.set_geo_transform(geotransform)?;
        }
        if let Some(epsg) = self.epsg {
            dataset.set_spatial_ref(&SpatialRef::from_epsg(epsg)?)?;
        }
        for band in 0..self.bands {
            let mut raster = dataset.rasterband(band + 1)?;
            if self.nodata.is_some() {
                raster.set_no_data_value(self.nodata)?;
            }
            if let Some(colour) = self.colours.get(band) {
                raster.set_color_interpretation(ColorInterpretation::from_name(colour)?)?;
            }
            let samples = self.pixels().map(|(col, row)| sample(band, col, row)).collect();
            let mut buffer = Buffer::new((self.width, self.height), samples);
            raster.write((0, 0), (self.width, self.height), &mut buffer)?;
        }
        Ok(dataset)
    }
}

/// A believable sample between 0 and 1: fields, roofs and some grain, different in each band.
#[must_use]
pub fn texture(band: usize, col: usize, row: usize) -> f64 {
    let (x, y) = (col as f64, row as f64);
    let field = ((x / 57.0).sin() + (y / 43.0).cos() + 2.0) / 4.0;
    let roof = if (col / 24 + row / 32).is_multiple_of(3) { 0.25 } else { 0.0 };
    let hash = (col as u32).wrapping_mul(2_654_435_761) ^ (row as u32).wrapping_mul(2_246_822_519);
    let grain = f64::from((hash >> 16) & 0xff) / 255.0 * 0.08;
    (field * (0.6 - 0.08 * band as f64) + roof + grain).clamp(0.0, 1.0)
}

/// [`texture`] as 8 bit, never 0: a nodata value of 0 marks nothing by chance.
#[must_use]
pub fn texture_u8(band: usize, col: usize, row: usize) -> u8 {
    (texture(band, col, row) * 250.0) as u8 + 1
}

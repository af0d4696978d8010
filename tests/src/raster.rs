//! Reads rasters back and compares them, bit for bit where that is promised.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, ensure};
use foreshock_protocol::outcome::Done;
use gdal::spatial_ref::SpatialRef;
use gdal::{Dataset, DatasetOptions, Metadata as _};

/// A GeoTIFF in memory.
#[derive(Debug)]
pub struct Raster {
    /// Width, px.
    pub width: usize,
    /// Height, px.
    pub height: usize,
    /// GDAL's geotransform.
    pub geotransform: [f64; 6],
    /// Coordinate reference system.
    pub crs: SpatialRef,
    /// Bands in order.
    pub bands: Vec<Band>,
    /// Tags of the default domain and of ours.
    pub tags: BTreeMap<String, String>,
    /// Overviews of the first band.
    pub overviews: i32,
    /// Block size of the first band, px.
    pub block: (usize, usize),
    /// Whether all bands share a mask of the file's own (an internal mask, not an alpha band or a nodata value).
    pub own_mask: bool,
}

/// One band.
#[derive(Debug)]
pub struct Band {
    /// GDAL's name of the sample type.
    pub kind: String,
    /// Samples, row by row; a double holds every sample type of these tests exactly.
    pub samples: Vec<f64>,
    /// Nodata value.
    pub nodata: Option<f64>,
    /// GDAL's name of the colour interpretation.
    pub colour: String,
    /// 255 where the pixel counts, 0 where it is nodata or masked out.
    pub valid: Vec<u8>,
}

impl Raster {
    /// The tile of an outcome.
    ///
    /// # Errors
    /// When GDAL cannot read it.
    pub fn of(done: &Done) -> anyhow::Result<Self> {
        let folder = crate::folder()?;
        let path = folder.path().join("tile.tif");
        std::fs::write(&path, &done.geotiff.0)?;
        Self::read(&path)
    }

    /// Reads a whole GeoTIFF.
    ///
    /// # Errors
    /// When it is not a GeoTIFF with a geotransform and a CRS.
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        let options = DatasetOptions { allowed_drivers: Some(&["GTiff"]), ..DatasetOptions::default() };
        let dataset = Dataset::open_ex(path, options).with_context(|| format!("open {}", path.display()))?;
        let (width, height) = dataset.raster_size();
        let mut bands = Vec::new();
        for raster in dataset.rasterbands() {
            let raster = raster?;
            bands.push(Band {
                kind: raster.band_type().name(),
                samples: raster.read_band_as::<f64>()?.data().to_vec(),
                nodata: raster.no_data_value(),
                colour: raster.color_interpretation().name(),
                valid: raster.open_mask_band()?.read_band_as::<u8>()?.data().to_vec(),
            });
        }
        let first = dataset.rasterband(1)?;
        let flags = first.mask_flags()?;
        let tags = dataset.metadata().map(|entry| (entry.key, entry.value)).collect();
        Ok(Self {
            width,
            height,
            geotransform: dataset.geo_transform().context("the file has a geotransform")?,
            crs: dataset.spatial_ref().context("the file has a CRS")?,
            bands,
            tags,
            overviews: first.overview_count()?,
            block: first.block_size(),
            own_mask: flags.is_per_dataset() && !flags.is_alpha(),
        })
    }

    /// Checks that `self` lies on the grid of `source`: same size, geotransform bit for bit, the same CRS.
    ///
    /// # Errors
    /// With the first difference.
    pub fn expect_grid_of(&self, source: &Self) -> anyhow::Result<()> {
        let size = (self.width, self.height);
        let wanted = (source.width, source.height);
        ensure!(size == wanted, "the size is {size:?} instead of {wanted:?}");
        ensure!(
            self.geotransform.map(f64::to_bits) == source.geotransform.map(f64::to_bits),
            "the geotransform is {:?} instead of {:?}",
            self.geotransform,
            source.geotransform
        );
        // `==` is GDAL's IsSame.
        ensure!(
            self.crs == source.crs,
            "the CRS is {:?} instead of {:?}",
            self.crs.name(),
            source.crs.name()
        );
        Ok(())
    }

    /// Checks that the bands are of the same kind: count, sample type, nodata value, colour interpretation, masked pixels.
    ///
    /// # Errors
    /// With the first difference.
    pub fn expect_bands_of(&self, source: &Self) -> anyhow::Result<()> {
        ensure!(
            self.bands.len() == source.bands.len(),
            "{} bands instead of {}",
            self.bands.len(),
            source.bands.len()
        );
        for (index, (band, wanted)) in self.bands.iter().zip(&source.bands).enumerate() {
            let number = index + 1;
            ensure!(band.kind == wanted.kind, "band {number} is {} instead of {}", band.kind, wanted.kind);
            ensure!(
                band.nodata.map(f64::to_bits) == wanted.nodata.map(f64::to_bits),
                "band {number} has nodata {:?} instead of {:?}",
                band.nodata,
                wanted.nodata
            );
            ensure!(
                band.colour == wanted.colour,
                "band {number} is {:?} instead of {:?}",
                band.colour,
                wanted.colour
            );
            let differ = band.valid.iter().zip(&wanted.valid).filter(|(a, b)| a != b).count();
            ensure!(differ == 0, "band {number}: {differ} pixels changed between valid and nodata");
        }
        ensure!(
            self.own_mask == source.own_mask,
            "internal mask: {} instead of {}",
            self.own_mask,
            source.own_mask
        );
        Ok(())
    }

    /// Checks that the samples equal those of `source` bit for bit wherever `place(column, row)` says so.
    ///
    /// # Errors
    /// With the number of samples that differ.
    pub fn expect_samples_of(
        &self,
        source: &Self,
        place: impl Fn(usize, usize) -> bool,
    ) -> anyhow::Result<()> {
        for (index, (band, wanted)) in self.bands.iter().zip(&source.bands).enumerate() {
            let differing = self.differing(band, wanted).filter(|&(col, row)| place(col, row));
            let first: Vec<_> = differing.take(5).collect();
            ensure!(first.is_empty(), "band {} differs, first at (column, row) {first:?}", index + 1);
        }
        Ok(())
    }

    /// Number of pixels in which any band differs from `other`.
    #[must_use]
    pub fn changed(&self, other: &Self) -> usize {
        let mut changed = vec![false; self.width * self.height];
        for (band, wanted) in self.bands.iter().zip(&other.bands) {
            for (col, row) in self.differing(band, wanted) {
                changed[row * self.width + col] = true;
            }
        }
        changed.into_iter().filter(|changed| *changed).count()
    }

    fn differing<'a>(&self, a: &'a Band, b: &'a Band) -> impl Iterator<Item = (usize, usize)> + use<'a> {
        let width = self.width;
        let pairs = a.samples.iter().zip(&b.samples).enumerate();
        pairs
            .filter(|(_, (a, b))| a.to_bits() != b.to_bits())
            .map(move |(place, _)| (place % width, place / width))
    }
}

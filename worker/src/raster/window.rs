//! Reading a source: samples, the request-wide stretch, and tiles as the model sees them.

use foreshock_protocol::grid::{PlannedTile, Window, reflect};
use foreshock_protocol::stretch::{BandStretch, Stretch, percentile_range, spread};

use super::sample::{Sample, SampleKind, for_kind};
use super::source::{RasterError, Source};

/// Rows read at a time where a whole area is looked through.
const STRIP: u32 = 64;
/// Most samples kept of a band whose type has too many values to count each; above that every n-th column and row is looked at.
const MOST_SAMPLES: u64 = 4 << 20;

/// A tile as it travels: 8 bit, interleaved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TilePixels {
    /// Side, px.
    pub side: u32,
    /// RGB, or RGBA where any pixel has no data (alpha 0).
    pub data: Vec<u8>,
    /// Whether `data` is RGBA.
    pub has_alpha: bool,
    /// Whether any pixel has data.
    pub any_valid: bool,
}

/// One axis of a tile: the span of the raster that it needs, and which of the span's pixels stands at each place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reflected {
    pub(crate) first: u32,
    pub(crate) count: u32,
    pub(crate) places: Vec<usize>,
}

impl Reflected {
    /// `start` may lie anywhere; `length` is the raster's side.
    pub(crate) fn new(start: i64, side: u32, length: u32) -> Self {
        let found: Vec<u32> = (0..i64::from(side)).map(|i| reflect(start + i, length)).collect();
        let first = found.iter().copied().min().unwrap_or(0);
        let last = found.iter().copied().max().unwrap_or(0);
        Self {
            first,
            count: last - first + 1,
            places: found.into_iter().map(|place| (place - first) as usize).collect(),
        }
    }
}

/// The values of a span at the places of a tile.
pub(crate) fn pick<T: Copy>(values: &[T], across: &Reflected, down: &Reflected) -> Vec<T> {
    let width = across.count as usize;
    down.places
        .iter()
        .flat_map(|row| {
            let row = &values[row * width..][..width];
            across.places.iter().map(|col| row[*col])
        })
        .collect()
}

/// A window inside a raster.
pub(crate) fn window(col: u32, row: u32, width: u32, height: u32) -> Window {
    Window { col: i64::from(col), row: i64::from(row), width, height }
}

impl Source {
    /// Samples of a band (from 1) as they are, row by row; the window must lie inside the raster.
    ///
    /// # Errors
    /// When GDAL fails.
    pub fn samples<T: Sample>(&self, band: u32, window: Window) -> Result<Vec<T>, RasterError> {
        let damaged = || RasterError::damaged(&self.info().path, format!("band {band}"));
        let size = (window.width as usize, window.height as usize);
        let found = self.dataset.rasterband(band as usize).map_err(damaged())?;
        let buffer = found
            .read_as::<T>((window.col as isize, window.row as isize), size, size, None)
            .map_err(damaged())?;
        Ok(buffer.into_shape_and_vec().1)
    }

    /// Samples as numbers.
    pub(super) fn numbers(&self, band: u32, window: Window) -> Result<Vec<f64>, RasterError> {
        for_kind!(self.info().kind, T => Ok(self.samples::<T>(band, window)?.into_iter().map(Sample::number).collect()))
    }

    /// The stretch of a request: 8-bit samples as they are, others by the range of the window's valid samples.
    ///
    /// # Errors
    /// When the window has no valid pixel, or GDAL fails.
    pub fn stretch(&self, bands: [u32; 3], area: Window) -> Result<Stretch, RasterError> {
        let stretch = if self.info().kind == SampleKind::U8 {
            Stretch::identity(bands)
        } else {
            let mut found: Vec<BandStretch> = Vec::with_capacity(3);
            for band in bands {
                let known = found.iter().find(|known| known.band == band).copied();
                found.push(match known {
                    Some(known) => known,
                    None => self.range(band, bands, area)?,
                });
            }
            Stretch { bands: [found[0], found[1], found[2]] }
        };
        stretch.check()?;
        Ok(stretch)
    }

    fn range(&self, band: u32, bands: [u32; 3], area: Window) -> Result<BandStretch, RasterError> {
        let range = match self.info().kind {
            SampleKind::U8 | SampleKind::U16 | SampleKind::I16 => self.counted_range(band, bands, area)?,
            _ => self.sampled_range(band, bands, area)?,
        };
        match range {
            Some((lo, hi)) if !(hi - lo).is_finite() => RasterError::refused(format!(
                "band {band} runs from {lo:e} to {hi:e}, too far to be stretched; if such samples mean that there is no data, say so: gdal_edit.py -a_nodata VALUE FILE"
            )),
            Some((lo, hi)) => Ok(BandStretch { band, lo, hi }),
            None => RasterError::refused("the area holds nothing but nodata; choose another with --aoi"),
        }
    }

    /// Every sample counted: exact, and as large as the type has values.
    fn counted_range(
        &self,
        band: u32,
        bands: [u32; 3],
        area: Window,
    ) -> Result<Option<(f64, f64)>, RasterError> {
        const LOWEST: f64 = i16::MIN as f64;
        let mut counts = vec![0_u64; (u16::MAX as usize) + (1 << 15) + 1];
        for strip in strips(area) {
            let valid = self.valid(bands, strip)?;
            for (sample, _) in self.numbers(band, strip)?.into_iter().zip(valid).filter(|(_, valid)| *valid) {
                counts[(sample - LOWEST) as usize] += 1;
            }
        }
        let total: u64 = counts.iter().sum();
        if total == 0 {
            return Ok(None);
        }
        // The ranks of `percentile_range`, without the samples.
        let at = |share: f64| {
            let rank = (share * (total - 1) as f64 + 0.5).floor() as u64;
            let mut below = 0;
            let place = counts.iter().position(|count| {
                below += count;
                below > rank
            });
            place.unwrap_or(0) as f64 + LOWEST
        };
        let end = |place: Option<usize>| place.unwrap_or(0) as f64 + LOWEST;
        let least = end(counts.iter().position(|count| *count > 0));
        let most = end(counts.iter().rposition(|count| *count > 0));
        Ok(Some(spread((at(0.02), at(0.98)), (least, most))))
    }

    /// The samples of every n-th row and column.
    fn sampled_range(
        &self,
        band: u32,
        bands: [u32; 3],
        area: Window,
    ) -> Result<Option<(f64, f64)>, RasterError> {
        let pixels = u64::from(area.width) * u64::from(area.height);
        let step = (1_u64..).find(|step| pixels / (step * step) <= MOST_SAMPLES).unwrap_or(1) as usize;
        let mut kept = Vec::new();
        for strip in strips(area) {
            let first = (strip.row - area.row) as usize;
            let rows: Vec<usize> =
                (0..strip.height as usize).filter(|row| (first + row).is_multiple_of(step)).collect();
            if rows.is_empty() {
                continue;
            }
            let (valid, numbers) = (self.valid(bands, strip)?, self.numbers(band, strip)?);
            let width = area.width as usize;
            for row in rows {
                let places = (row * width..(row + 1) * width).step_by(step);
                kept.extend(places.filter(|place| valid[*place]).map(|place| numbers[place]));
            }
        }
        Ok(percentile_range(&mut kept))
    }

    /// A tile's 8-bit pixels. What lies beyond the raster is its reflection.
    ///
    /// # Errors
    /// When GDAL fails.
    pub fn tile(&self, tile: PlannedTile, side: u32, stretch: &Stretch) -> Result<TilePixels, RasterError> {
        let grid = self.info().grid;
        let across = Reflected::new(tile.col, side, grid.width);
        let down = Reflected::new(tile.row, side, grid.height);
        let span = window(across.first, down.first, across.count, down.count);
        let (data, has_alpha, any_valid) = self.pixels(span, stretch, Some((&across, &down)))?;
        Ok(TilePixels { side, data, has_alpha, any_valid })
    }

    /// 8-bit RGB or RGBA of a window, rearranged when asked; whether it has alpha; whether any pixel has data.
    pub(super) fn pixels(
        &self,
        span: Window,
        stretch: &Stretch,
        places: Option<(&Reflected, &Reflected)>,
    ) -> Result<(Vec<u8>, bool, bool), RasterError> {
        let bands = stretch.bands.map(|band| band.band);
        let mut valid = self.valid(bands, span)?;
        if let Some((across, down)) = places {
            valid = pick(&valid, across, down);
        }
        let (any_valid, has_alpha) = (valid.contains(&true), valid.contains(&false));
        let channels = if has_alpha { 4 } else { 3 };
        let mut data = vec![0_u8; valid.len() * channels];
        for (channel, band) in stretch.bands.iter().enumerate() {
            let mut bytes: Vec<u8> =
                self.numbers(band.band, span)?.into_iter().map(|sample| band.to_u8(sample)).collect();
            if let Some((across, down)) = places {
                bytes = pick(&bytes, across, down);
            }
            for (pixel, byte) in data.chunks_exact_mut(channels).zip(bytes) {
                pixel[channel] = byte;
            }
        }
        if has_alpha {
            for (pixel, valid) in data.chunks_exact_mut(4).zip(valid) {
                if valid {
                    pixel[3] = 255;
                } else {
                    pixel.fill(0);
                }
            }
        }
        Ok((data, has_alpha, any_valid))
    }

    /// 8-bit RGB of a window reduced to `width` × `height` px by averaging; for pictures.
    ///
    /// # Errors
    /// When GDAL fails.
    pub fn reduced(
        &self,
        area: Window,
        width: u32,
        height: u32,
        stretch: &Stretch,
    ) -> Result<Vec<u8>, RasterError> {
        let what = || format!("read {}", self.info().path.display());
        let size = (width as usize, height as usize);
        let mut data = vec![0_u8; size.0 * size.1 * 3];
        for (channel, band) in stretch.bands.iter().enumerate() {
            let found = self.dataset.rasterband(band.band as usize).map_err(RasterError::gdal(what()))?;
            let samples = found
                .read_as::<f64>(
                    (area.col as isize, area.row as isize),
                    (area.width as usize, area.height as usize),
                    size,
                    Some(gdal::raster::ResampleAlg::Average),
                )
                .map_err(RasterError::gdal(what()))?;
            for (pixel, sample) in data.chunks_exact_mut(3).zip(samples.data()) {
                pixel[channel] = band.to_u8(*sample);
            }
        }
        Ok(data)
    }
}

/// A window in strips of whole rows.
fn strips(area: Window) -> impl Iterator<Item = Window> {
    (0..area.height.div_ceil(STRIP)).map(move |index| {
        let top = index * STRIP;
        Window { row: area.row + i64::from(top), height: STRIP.min(area.height - top), ..area }
    })
}

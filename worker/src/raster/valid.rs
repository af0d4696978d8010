//! Which pixels of a source have data. GDAL's mask tells of one reason only: of an internal mask, else of alpha, else of nodata, and of
//! alpha only where it is the last of two or four bands. A pixel that any of them excludes must not be painted.

use foreshock_protocol::grid::Window;

use super::source::{RasterError, Source};

impl Source {
    /// GDAL's mask of a band, 0 = no data: an internal mask, alpha or a nodata value.
    ///
    /// # Errors
    /// When GDAL fails.
    pub fn mask(&self, band: u32, window: Window) -> Result<Vec<u8>, RasterError> {
        let damaged = || RasterError::damaged(&self.info().path, format!("the mask of band {band}"));
        let size = (window.width as usize, window.height as usize);
        let found = self.dataset.rasterband(band as usize).map_err(damaged())?;
        let mask = found.open_mask_band().map_err(damaged())?;
        let buffer = mask
            .read_as::<u8>((window.col as isize, window.row as isize), size, size, None)
            .map_err(damaged())?;
        Ok(buffer.into_shape_and_vec().1)
    }

    /// Where every one of these bands has data: not masked, not transparent, not nodata, a finite number.
    ///
    /// # Errors
    /// When GDAL fails.
    pub fn valid(&self, bands: [u32; 3], window: Window) -> Result<Vec<bool>, RasterError> {
        let info = self.info();
        let mut valid = vec![true; window.width as usize * window.height as usize];
        for (number, _) in (1_u32..).zip(&info.bands).filter(|(_, band)| band.is_alpha()) {
            for (valid, alpha) in valid.iter_mut().zip(self.numbers(number, window)?) {
                *valid &= alpha > 0.0;
            }
        }
        let kind = info.kind.compose_type(info.bits);
        let mut seen: Vec<u32> = Vec::with_capacity(3);
        let mut shared_mask_read = false;
        for number in bands {
            if seen.contains(&number) {
                continue;
            }
            seen.push(number);
            let flags = self
                .dataset
                .rasterband(number as usize)
                .and_then(|band| band.mask_flags())
                .map_err(RasterError::gdal(format!("read the mask of {}", info.path.display())))?;
            // The file's own mask and alpha are the same for every band.
            let known = flags.is_all_valid() || (flags.is_per_dataset() && shared_mask_read);
            if !known {
                shared_mask_read |= flags.is_per_dataset();
                for (valid, mask) in valid.iter_mut().zip(self.mask(number, window)?) {
                    *valid &= mask > 0;
                }
            }
            let nodata = (number as usize).checked_sub(1).and_then(|index| info.bands.get(index)?.nodata);
            if nodata.is_some() || info.kind.is_float() {
                for (valid, sample) in valid.iter_mut().zip(self.numbers(number, window)?) {
                    *valid &=
                        sample.is_finite() && !nodata.is_some_and(|nodata| kind.is_nodata(sample, nodata));
                }
            }
        }
        Ok(valid)
    }
}

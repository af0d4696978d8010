//! Edited tiles become samples of the source's own type, block by block, so that memory does not grow with the area. The rule stands in
//! `foreshock_protocol::compose`.

use std::collections::VecDeque;
use std::sync::Arc;

use foreshock_protocol::compose::{SampleType, compose};
use foreshock_protocol::grid::{TilePlan, Window};
use foreshock_protocol::job::TileId;
use foreshock_protocol::stretch::Stretch;

use super::request::planned;
use crate::raster::footprint::ChangeMap;
use crate::raster::mask::EditMask;
use crate::raster::output::{Output, block_side};
use crate::raster::sample::{Sample, for_kind};
use crate::raster::source::{RasterError, Source};
use crate::raster::tile_image::{self, TileImage};

/// Most bytes of decoded tiles kept for the next blocks.
const KEPT_BYTES: usize = 64 << 20;

/// What a composition reads.
pub struct Composition<'a> {
    /// The source raster.
    pub source: &'a Source,
    /// Where it may change.
    pub mask: Option<&'a EditMask>,
    /// The tiles.
    pub plan: &'a TilePlan,
    /// How samples became 8 bit.
    pub stretch: &'a Stretch,
    /// File of a tile's image; none where there is none.
    pub image: &'a dyn Fn(u32) -> Option<std::path::PathBuf>,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Changed {
    /// Pixels that are not the source's any more.
    pub pixels: u64,
    /// Pixels in all.
    pub of: u64,
}

/// Weight and colour of the pixels of a block.
struct Blend {
    /// `A`, 0 to 1; 0 = the source stays.
    weight: Vec<f64>,
    /// `E`, 0 to 255, three values a pixel.
    edited: Vec<f64>,
}

impl Composition<'_> {
    /// Writes every sample of the window to `output`, and to `map` where they changed. `progress` is told the share done
    /// and says whether to go on.
    ///
    /// # Errors
    /// When a raster or a tile cannot be read, the output cannot be written, or `progress` says stop.
    pub fn write(
        &self,
        output: &mut Output,
        mut map: Option<&mut ChangeMap>,
        progress: &mut dyn FnMut(f64) -> bool,
    ) -> Result<Changed, RasterError> {
        let window = self.plan.window;
        let side = block_side(window);
        let (across, down) = (window.width.div_ceil(side), window.height.div_ceil(side));
        let mut tiles =
            Kept { images: VecDeque::new(), most: KEPT_BYTES / (4 * (self.plan.tile as usize).pow(2)) };
        let mut changed = Changed { pixels: 0, of: u64::from(window.width) * u64::from(window.height) };
        for index in 0..across * down {
            let (col, row) = (index % across * side, index / across * side);
            let block = Window {
                col: window.col + i64::from(col),
                row: window.row + i64::from(row),
                width: side.min(window.width - col),
                height: side.min(window.height - row),
            };
            let blend = self.blend(block, &mut tiles)?;
            let touched: Vec<u8> = match &blend {
                Some(blend) => blend.weight.iter().map(|weight| u8::from(*weight > 0.0)).collect(),
                None => Vec::new(),
            };
            changed.pixels += touched.iter().map(|touched| u64::from(*touched)).sum::<u64>();
            if let Some(map) = map.as_deref_mut()
                && touched.contains(&1)
            {
                map.write(block, touched)?;
            }
            for_kind!(self.source.info().kind, T => self.write_block::<T>(output, block, blend.as_ref()))?;
            if output.own_mask() {
                output.write_mask(block, self.source.mask(1, block)?)?;
            }
            if !progress(f64::from(index + 1) / f64::from(across * down)) {
                return Err(RasterError::Stopped);
            }
        }
        Ok(changed)
    }

    fn write_block<T: Sample>(
        &self,
        output: &mut Output,
        block: Window,
        blend: Option<&Blend>,
    ) -> Result<(), RasterError> {
        let info = self.source.info();
        let kind = info.kind.compose_type(info.bits);
        for (number, band) in (1_u32..).zip(&info.bands) {
            let mut samples = self.source.samples::<T>(number, block)?;
            if let Some(blend) = blend {
                self.compose_band(&mut samples, number, kind, band.nodata, blend);
            }
            output.write(number, block, samples)?;
        }
        Ok(())
    }

    fn compose_band<T: Sample>(
        &self,
        samples: &mut [T],
        number: u32,
        kind: SampleType,
        nodata: Option<f64>,
        blend: &Blend,
    ) {
        let channels: Vec<usize> =
            (0..3).filter(|channel| self.stretch.bands[*channel].band == number).collect();
        // Bands that were not shown to the model pass through.
        let Some(stretch) = channels.first().map(|channel| self.stretch.bands[*channel]) else { return };
        for (place, sample) in samples.iter_mut().enumerate() {
            let weight = blend.weight[place];
            if weight > 0.0 {
                // A band that stands for several channels takes the mean of their values.
                let sum: f64 = channels.iter().map(|channel| blend.edited[place * 3 + channel]).sum();
                let edited = stretch.from_u8(sum / channels.len() as f64);
                *sample = T::from_number(compose(sample.number(), edited, weight, kind, nodata));
            }
        }
    }

    /// Σ over the tiles that touch a block; none where nothing changes.
    fn blend(&self, block: Window, tiles: &mut Kept) -> Result<Option<Blend>, RasterError> {
        let pixels = block.width as usize * block.height as usize;
        let mut blend = Blend { weight: vec![0.0; pixels], edited: vec![0.0; pixels * 3] };
        let mut any = false;
        for id in touching(self.plan, block) {
            if let Some(image) = self.tile(id, tiles)? {
                any |= self.add(&mut blend, block, id, &image);
            }
        }
        if !any {
            return Ok(None);
        }
        // Neither nodata nor what lies outside the mask is painted, whatever a worker sends.
        let bands = self.stretch.bands.map(|band| band.band);
        let mut may_change = self.source.valid(bands, block)?;
        if let Some(mask) = self.mask {
            for (may_change, allowed) in may_change.iter_mut().zip(mask.allowed(block)?) {
                *may_change &= allowed;
            }
        }
        for (place, weight) in blend.weight.iter_mut().enumerate() {
            if *weight > 0.0 {
                for value in &mut blend.edited[place * 3..place * 3 + 3] {
                    *value /= *weight;
                }
                *weight = if may_change[place] { weight.min(1.0) } else { 0.0 };
            }
        }
        Ok(Some(blend))
    }

    /// Adds a tile; whether it weighs anything in this block.
    fn add(&self, blend: &mut Blend, block: Window, id: TileId, image: &TileImage) -> bool {
        let tile = planned(self.plan, id.index);
        let side = i64::from(self.plan.tile);
        let (feather_x, feather_y) = self.plan.feather(id);
        let span = |block_first: i64, block_length: u32, tile_first: i64| {
            (block_first.max(tile_first), (block_first + i64::from(block_length)).min(tile_first + side))
        };
        let (left, right) = span(block.col, block.width, tile.col);
        let (top, bottom) = span(block.row, block.height, tile.row);
        let mut any = false;
        for row in top..bottom {
            let tile_row = (row - tile.row) as usize;
            for col in left..right {
                let tile_col = (col - tile.col) as usize;
                let from = tile_row * side as usize + tile_col;
                let alpha = image.planes[3][from];
                if alpha == 0 {
                    continue;
                }
                any = true;
                let weight = feather_y[tile_row] * feather_x[tile_col] * f64::from(alpha) / 255.0;
                let to = (row - block.row) as usize * block.width as usize + (col - block.col) as usize;
                blend.weight[to] += weight;
                for channel in 0..3 {
                    blend.edited[to * 3 + channel] += weight * f64::from(image.planes[channel][from]);
                }
            }
        }
        any
    }

    fn tile(&self, id: TileId, kept: &mut Kept) -> Result<Option<Arc<TileImage>>, RasterError> {
        if let Some((_, image)) = kept.images.iter().find(|(index, _)| *index == id.index) {
            return Ok(Some(Arc::clone(image)));
        }
        let Some(path) = (self.image)(id.index) else { return Ok(None) };
        let tile = planned(self.plan, id.index);
        let place = self.source.info().grid.geotransform.at(tile.col, tile.row);
        let image = Arc::new(tile_image::read(&path, self.plan.tile, &place)?);
        kept.images.push_back((id.index, Arc::clone(&image)));
        if kept.images.len() > kept.most.max(4) {
            kept.images.pop_front();
        }
        Ok(Some(image))
    }
}

/// The tiles decoded last.
struct Kept {
    images: VecDeque<(u32, Arc<TileImage>)>,
    most: usize,
}

/// The tiles that share pixels with a window, in the order of the plan.
fn touching(plan: &TilePlan, window: Window) -> Vec<TileId> {
    let side = i64::from(plan.tile);
    let overlapping = |origins: &[i64], first: i64, length: u32| -> Vec<u32> {
        let end = first + i64::from(length);
        (0_u32..)
            .zip(origins)
            .filter(|(_, origin)| **origin < end && **origin + side > first)
            .map(|(place, _)| place)
            .collect()
    };
    let cols = overlapping(&plan.cols, window.col, window.width);
    let rows = overlapping(&plan.rows, window.row, window.height);
    let across = plan.cols.len() as u32;
    rows.iter()
        .flat_map(|row| {
            cols.iter().map(move |col| TileId {
                index: row * across + col,
                of: plan.len(),
                col: *col,
                row: *row,
            })
        })
        .collect()
}

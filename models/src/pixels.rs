//! Image files: PNG and JPEG of 8 bit in, PNG out.

use std::io::Cursor;
use std::path::{Path, PathBuf};

use image::{DynamicImage, GrayImage, ImageFormat, ImageReader, Limits, RgbImage};

use crate::edit::{Gray8, Rgb8};

/// Longest side that is read, px.
const MAX_SIDE: u32 = 16_384;

/// Why an image file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PixelError {
    /// The file cannot be read or written.
    #[error("cannot open {}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// It is no image that is read.
    #[error("{}: {message}", path.display())]
    Format {
        /// The file.
        path: PathBuf,
        /// Why.
        message: String,
    },
}

fn open(path: &Path) -> Result<DynamicImage, PixelError> {
    let io = |source| PixelError::Io { path: path.to_owned(), source };
    let format = |message: String| PixelError::Format { path: path.to_owned(), message };
    let mut reader = ImageReader::open(path).map_err(io)?.with_guessed_format().map_err(io)?;
    if !matches!(reader.format(), Some(ImageFormat::Png | ImageFormat::Jpeg)) {
        return Err(format("it is neither PNG nor JPEG".to_owned()));
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    reader.limits(limits);
    let image = reader.decode().map_err(|error| format(error.to_string()))?;
    match image {
        DynamicImage::ImageLuma8(_)
        | DynamicImage::ImageLumaA8(_)
        | DynamicImage::ImageRgb8(_)
        | DynamicImage::ImageRgba8(_) => Ok(image),
        other => Err(format(format!("it is {:?}; wanted 8 bit a sample", other.color()))),
    }
}

/// Reads an image as RGB; grey becomes three equal bands, alpha is left out.
///
/// # Errors
/// When the file is missing or no 8-bit PNG or JPEG.
pub fn read_rgb(path: &Path) -> Result<Rgb8, PixelError> {
    let image = open(path)?.into_rgb8();
    Ok(Rgb8 { width: image.width() as usize, height: image.height() as usize, data: image.into_raw() })
}

/// Reads an image of one band (masks); one of several bands is refused.
///
/// # Errors
/// When the file is missing or no 8-bit PNG or JPEG of one band.
pub fn read_gray(path: &Path) -> Result<Gray8, PixelError> {
    match open(path)? {
        DynamicImage::ImageLuma8(image) => Ok(Gray8 {
            width: image.width() as usize,
            height: image.height() as usize,
            data: image.into_raw(),
        }),
        other => Err(PixelError::Format {
            path: path.to_owned(),
            message: format!("it is {:?}; wanted one band of 8 bit", other.color()),
        }),
    }
}

/// Width and height of an image file; its pixels are not read.
///
/// # Errors
/// When the file is missing or no image.
pub fn size(path: &Path) -> Result<(u32, u32), PixelError> {
    let io = |source| PixelError::Io { path: path.to_owned(), source };
    let reader = ImageReader::open(path).map_err(io)?.with_guessed_format().map_err(io)?;
    reader
        .into_dimensions()
        .map_err(|error| PixelError::Format { path: path.to_owned(), message: error.to_string() })
}

/// Writes a PNG.
///
/// # Errors
/// When the file cannot be written.
pub fn write_rgb(path: &Path, image: &Rgb8) -> Result<(), PixelError> {
    write(path, &encode_rgb(image).map_err(|message| PixelError::Format { path: path.to_owned(), message })?)
}

/// Writes a PNG of one band.
///
/// # Errors
/// When the file cannot be written.
pub fn write_gray(path: &Path, image: &Gray8) -> Result<(), PixelError> {
    let refuse = |message: String| PixelError::Format { path: path.to_owned(), message };
    let raster = GrayImage::from_raw(image.width as u32, image.height as u32, image.data.clone())
        .ok_or_else(|| refuse("samples do not fill width × height".to_owned()))?;
    let mut bytes = Cursor::new(Vec::new());
    raster.write_to(&mut bytes, ImageFormat::Png).map_err(|error| refuse(error.to_string()))?;
    write(path, bytes.get_ref())
}

/// An image as the bytes of a PNG file.
///
/// # Errors
/// When the samples do not fill width × height.
pub fn encode_rgb(image: &Rgb8) -> Result<Vec<u8>, String> {
    let raster = raster(image)?;
    let mut bytes = Cursor::new(Vec::new());
    raster.write_to(&mut bytes, ImageFormat::Png).map_err(|error| error.to_string())?;
    Ok(bytes.into_inner())
}

/// The same pixels in the `image` crate's type.
///
/// # Errors
/// When the samples do not fill width × height.
pub fn raster(image: &Rgb8) -> Result<RgbImage, String> {
    RgbImage::from_raw(image.width as u32, image.height as u32, image.data.clone())
        .ok_or_else(|| "samples do not fill width × height".to_owned())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), PixelError> {
    let io = |source| PixelError::Io { path: path.to_owned(), source };
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(io)?;
    }
    std::fs::write(path, bytes).map_err(io)
}

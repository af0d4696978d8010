//! PNGs of strangers: every limit is checked on the header, before memory is taken for the pixels.

use std::io::Cursor;

use foreshock_models::edit::{Gray8, Rgb8};
use foreshock_protocol::{ErrorCode, Refusal};
use png::{BitDepth, ColorType, Decoder, Limits, Transformations};

/// What an image must be.
#[derive(Debug, Clone, Copy)]
pub struct Expected<'a> {
    /// The field that carries it, for refusals.
    pub field: &'a str,
    /// Width and height, px; none = free up to `max_side`.
    pub size: Option<(u32, u32)>,
    /// Longest side, px.
    pub max_side: u32,
}

/// 8-bit RGB, and 0 where alpha is 0.
///
/// # Errors
/// Names the field and the limit.
pub fn rgb(bytes: &[u8], expected: Expected<'_>) -> Result<(Rgb8, Option<Gray8>), Refusal> {
    let image = decode(bytes, expected, &[ColorType::Rgb, ColorType::Rgba], "8-bit RGB or RGBA PNG")?;
    let (width, height) = (image.width as usize, image.height as usize);
    if image.color == ColorType::Rgb {
        return Ok((Rgb8 { width, height, data: image.data }, None));
    }
    let mut data = Vec::with_capacity(width * height * 3);
    let mut valid = Vec::with_capacity(width * height);
    for pixel in image.data.chunks_exact(4) {
        data.extend_from_slice(&pixel[..3]);
        valid.push(if pixel[3] == 0 { 0 } else { 255 });
    }
    let valid = valid.contains(&0).then_some(Gray8 { width, height, data: valid });
    Ok((Rgb8 { width, height, data }, valid))
}

/// 8-bit grey.
///
/// # Errors
/// Names the field and the limit.
pub fn gray(bytes: &[u8], expected: Expected<'_>) -> Result<Gray8, Refusal> {
    let image = decode(bytes, expected, &[ColorType::Grayscale], "8-bit grey PNG")?;
    Ok(Gray8 { width: image.width as usize, height: image.height as usize, data: image.data })
}

/// Decoded samples, interleaved.
struct Image {
    width: u32,
    height: u32,
    color: ColorType,
    data: Vec<u8>,
}

fn decode(bytes: &[u8], expected: Expected<'_>, colors: &[ColorType], what: &str) -> Result<Image, Refusal> {
    let field = expected.field;
    let invalid = |message: String| {
        Refusal::field(ErrorCode::InvalidImage, field, what, format!("{field}: {message}; send an {what}"))
    };
    // As much as the largest image allowed, and no more.
    let most = expected.max_side as usize * expected.max_side as usize * 4 + (1 << 20);
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: most });
    decoder.set_transformations(Transformations::IDENTITY);
    let header = decoder.read_header_info().map_err(|error| invalid(error.to_string()))?;
    let (width, height, color, depth) = (header.width, header.height, header.color_type, header.bit_depth);
    if width > expected.max_side || height > expected.max_side {
        return Err(Refusal::field(
            ErrorCode::TooLarge,
            field,
            format!("at most {} px a side", expected.max_side),
            format!("{field}: the image is {width} × {height} px"),
        ));
    }
    if let Some(size) = expected.size
        && size != (width, height)
    {
        return Err(Refusal::field(
            ErrorCode::InvalidImage,
            field,
            format!("{} × {} px, as grid says", size.0, size.1),
            format!("{field}: the image is {width} × {height} px"),
        ));
    }
    if !colors.contains(&color) || depth != BitDepth::Eight {
        return Err(invalid(format!("the image is {color:?} with {} bit", depth as u8)));
    }
    let mut reader = decoder.read_info().map_err(|error| invalid(error.to_string()))?;
    let size = reader.output_buffer_size().ok_or_else(|| invalid("its size overflows".to_owned()))?;
    let mut data = vec![0; size];
    let frame = reader.next_frame(&mut data).map_err(|error| invalid(error.to_string()))?;
    data.truncate(frame.buffer_size());
    reader.finish().map_err(|error| invalid(error.to_string()))?;
    Ok(Image { width, height, color, data })
}

/// Encodes 8-bit samples as PNG, lossless, quickly.
///
/// # Errors
/// When the samples do not match the size.
pub fn encode_png(
    width: u32,
    height: u32,
    color: ColorType,
    data: &[u8],
) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(color);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(data)?;
    writer.finish()?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expected(size: Option<(u32, u32)>) -> Expected<'static> {
        Expected { field: "source.png", size, max_side: 64 }
    }

    fn sample() -> Vec<u8> {
        let data: Vec<u8> = (0..32 * 16 * 3).map(|i| (i % 251) as u8).collect();
        encode_png(32, 16, ColorType::Rgb, &data).unwrap()
    }

    #[test]
    fn a_png_comes_back_and_alpha_zero_is_nodata() {
        let (image, valid) = rgb(&sample(), expected(Some((32, 16)))).unwrap();
        assert_eq!((image.width, image.height, image.data[5]), (32, 16, 5));
        assert!(valid.is_none());
        let rgba = encode_png(2, 1, ColorType::Rgba, &[1, 2, 3, 0, 4, 5, 6, 9]).unwrap();
        let (image, valid) = rgb(&rgba, expected(None)).unwrap();
        assert_eq!(image.data, [1, 2, 3, 4, 5, 6]);
        assert_eq!(valid.unwrap().data, [0, 255]);
    }

    #[test]
    fn what_is_wrong_is_named() {
        let good = sample();
        let mut truncated = good.clone();
        truncated.truncate(good.len() / 2);
        let mut magic = good.clone();
        magic[0] = 0;
        // A header that claims three billion pixels; its checksum is right.
        let mut huge = good.clone();
        huge[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
        huge[20..24].copy_from_slice(&50_000_u32.to_be_bytes());
        let crc = crc(&huge[12..29]);
        huge[29..33].copy_from_slice(&crc.to_be_bytes());
        for (bytes, code) in [
            (truncated, ErrorCode::InvalidImage),
            (magic, ErrorCode::InvalidImage),
            (huge, ErrorCode::TooLarge),
            (b"<html>".to_vec(), ErrorCode::InvalidImage),
            (Vec::new(), ErrorCode::InvalidImage),
        ] {
            let refusal = rgb(&bytes, expected(None)).unwrap_err();
            assert_eq!((refusal.code, refusal.field.as_deref()), (code, Some("source.png")), "{refusal:?}");
        }
        assert_eq!(rgb(&good, expected(Some((16, 32)))).unwrap_err().code, ErrorCode::InvalidImage);
        assert_eq!(gray(&good, expected(None)).unwrap_err().code, ErrorCode::InvalidImage);
    }

    fn crc(bytes: &[u8]) -> u32 {
        let mut crc = u32::MAX;
        for byte in bytes {
            crc ^= u32::from(*byte);
            for _ in 0..8 {
                crc = if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
            }
        }
        !crc
    }
}

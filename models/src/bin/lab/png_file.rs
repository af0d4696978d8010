//! PNG files of the lab's user.

use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::Path;

use anyhow::{Context as _, bail};
use foreshock_models::edit::{Gray8, Rgb8};
use png::{BitDepth, ColorType, Decoder, Encoder};

fn read(path: &Path, color: ColorType) -> anyhow::Result<(usize, usize, Vec<u8>)> {
    let file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
    let mut reader = Decoder::new(BufReader::new(file))
        .read_info()
        .with_context(|| format!("{} is not a PNG", path.display()))?;
    let info = reader.info();
    if info.color_type != color || info.bit_depth != BitDepth::Eight {
        bail!(
            "{} is {:?} of {:?} bit; wanted {color:?} of 8 bit",
            path.display(),
            info.color_type,
            info.bit_depth
        );
    }
    let (width, height) = (info.width as usize, info.height as usize);
    let mut data = vec![0; reader.output_buffer_size().context("the image is too large")?];
    reader.next_frame(&mut data)?;
    Ok((width, height, data))
}

pub(crate) fn read_rgb(path: &Path) -> anyhow::Result<Rgb8> {
    let (width, height, data) = read(path, ColorType::Rgb)?;
    Ok(Rgb8 { width, height, data })
}

pub(crate) fn read_gray(path: &Path) -> anyhow::Result<Gray8> {
    let (width, height, data) = read(path, ColorType::Grayscale)?;
    Ok(Gray8 { width, height, data })
}

pub(crate) fn write_rgb(path: &Path, image: &Rgb8) -> anyhow::Result<()> {
    let mut encoder = Encoder::new(
        BufWriter::new(File::create(path)?),
        u32::try_from(image.width)?,
        u32::try_from(image.height)?,
    );
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.write_header()?.write_image_data(&image.data)?;
    Ok(())
}

//! A before/after pair that a user shows: two small pictures, PNG or GeoTIFF, which become PNGs for the wire.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use foreshock_protocol::job::{Base64, Example};
use foreshock_protocol::limits::{MAX_EXAMPLE_SIDE, MIN_SIDE};
use gdal::raster::GdalDataType;
use png::ColorType;

use super::decode::{Expected, encode_png, rgb};
use super::source::{RasterError, open};

/// Largest file that is read as PNG, bytes: twice what the largest picture has.
const MAX_PNG: u64 = 2 * 4 * (MAX_EXAMPLE_SIDE as u64) * (MAX_EXAMPLE_SIDE as u64);

/// Reads a pair.
///
/// # Errors
/// When a picture is neither PNG nor GeoTIFF of 8-bit RGB, too large or too small, or the two differ in size.
pub fn read(before: &Path, after: &Path) -> Result<Example, RasterError> {
    let [first, second] = [picture(before)?, picture(after)?];
    if first.size != second.size {
        return RasterError::refused(format!(
            "the example {} has {} × {} px, {} has {} × {}; before and after show the same place",
            before.display(),
            first.size.0,
            first.size.1,
            after.display(),
            second.size.0,
            second.size.1
        ));
    }
    Ok(Example { before: first.encoded(before)?, after: second.encoded(after)? })
}

/// 8-bit RGB samples, interleaved.
struct Picture {
    size: (u32, u32),
    data: Vec<u8>,
}

impl Picture {
    fn encoded(self, path: &Path) -> Result<Base64, RasterError> {
        encode_png(self.size.0, self.size.1, ColorType::Rgb, &self.data).map(Base64).map_err(|error| {
            RasterError::Refused(format!("the example {} cannot be encoded: {error}", path.display()))
        })
    }
}

fn picture(path: &Path) -> Result<Picture, RasterError> {
    let name = path.display();
    let unreadable =
        |error: std::io::Error| RasterError::Refused(format!("cannot open the example {name}: {error}"));
    let path: PathBuf = std::fs::canonicalize(path).map_err(unreadable)?;
    let mut file = std::fs::File::open(&path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    file.by_ref().take(MAX_PNG).read_to_end(&mut bytes).map_err(unreadable)?;
    let picture = if bytes.starts_with(b"\x89PNG") {
        // The header tells the size before anything is decoded.
        let header =
            png::Decoder::new(std::io::Cursor::new(&bytes)).read_header_info().map(|info| info.size());
        if let Ok(size) = header
            && size.0.max(size.1) > MAX_EXAMPLE_SIDE
        {
            return wrong_size(&path, size);
        }
        let field = format!("the example {name}");
        let (image, _) = rgb(&bytes, Expected { field: &field, size: None, max_side: MAX_EXAMPLE_SIDE })?;
        Picture { size: (image.width as u32, image.height as u32), data: image.data }
    } else {
        geotiff(&path)?
    };
    let sides = MIN_SIDE..=MAX_EXAMPLE_SIDE;
    if !sides.contains(&picture.size.0) || !sides.contains(&picture.size.1) {
        return wrong_size(&path, picture.size);
    }
    Ok(picture)
}

fn wrong_size<T>(path: &Path, (width, height): (u32, u32)) -> Result<T, RasterError> {
    RasterError::refused(format!(
        "the example {} has {width} × {height} px; an example has {MIN_SIDE} to {MAX_EXAMPLE_SIDE} px a side, cut a part of it out (gdal_translate -srcwin)",
        path.display()
    ))
}

fn geotiff(path: &Path) -> Result<Picture, RasterError> {
    let name = path.display();
    let file = open(path, &["GTiff"]).map_err(|error| {
        RasterError::Refused(format!("the example {name} is neither PNG nor GeoTIFF: {error}"))
    })?;
    let (width, height) = file.raster_size();
    if width > MAX_EXAMPLE_SIDE as usize || height > MAX_EXAMPLE_SIDE as usize {
        return wrong_size(path, (width as u32, height as u32));
    }
    let failed = || RasterError::gdal(format!("read the example {name}"));
    let mut data = vec![0; width * height * 3];
    let bands = file.raster_count();
    for band in 0..3 {
        let raster = if bands >= 3 { Some(file.rasterband(band + 1).map_err(failed())?) } else { None };
        let Some(raster) = raster.filter(|raster| raster.band_type() == GdalDataType::UInt8) else {
            return RasterError::refused(format!(
                "the example {name} does not have three bands of 8 bit; `gdal_translate -ot Byte -scale -b 1 -b 2 -b 3` makes them"
            ));
        };
        let size = (width, height);
        let samples = raster.read_as::<u8>((0, 0), size, size, None).map_err(failed())?;
        for (place, sample) in samples.data().iter().enumerate() {
            data[place * 3 + band] = *sample;
        }
    }
    Ok(Picture { size: (width as u32, height as u32), data })
}

#[cfg(test)]
mod tests {
    use gdal::DriverManager;
    use gdal::raster::Buffer;

    use super::*;

    fn png_file(path: &Path, width: u32, height: u32) {
        let data = vec![7; width as usize * height as usize * 3];
        std::fs::write(path, encode_png(width, height, ColorType::Rgb, &data).unwrap()).unwrap();
    }

    fn tiff_file(path: &Path, width: usize, bands: usize) {
        super::super::gdal_setup::ready();
        let driver = DriverManager::get_driver_by_name("GTiff").unwrap();
        let mut file = driver.create_with_band_type::<u8, _>(path, width, 32, bands).unwrap();
        file.set_geo_transform(&[5.0, 1.0, 0.0, 7.0, 0.0, -1.0]).unwrap();
        for band in 1..=bands {
            let samples = vec![band as u8; width * 32];
            file.rasterband(band)
                .unwrap()
                .write((0, 0), (width, 32), &mut Buffer::new((width, 32), samples))
                .unwrap();
        }
        file.close().unwrap();
    }

    #[test]
    fn png_and_geotiff_become_png() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        png_file(&path("a.png"), 48, 32);
        tiff_file(&path("b.tif"), 48, 3);
        let example = read(&path("a.png"), &path("b.tif")).unwrap();
        let expected = Expected { field: "after", size: Some((48, 32)), max_side: 512 };
        let (after, _) = rgb(&example.after.0, expected).unwrap();
        assert_eq!(after.data[..6], [1, 2, 3, 1, 2, 3]);
    }

    #[test]
    fn what_is_no_pair_is_refused_with_the_remedy() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        png_file(&path("good.png"), 32, 32);
        png_file(&path("large.png"), 528, 32);
        png_file(&path("small.png"), 8, 32);
        tiff_file(&path("grey.tif"), 32, 1);
        tiff_file(&path("wide.tif"), 600, 3);
        std::fs::write(path("words.png"), "flood").unwrap();
        for (name, part) in [
            ("large.png", "512 px"),
            ("small.png", "16 to 512"),
            ("grey.tif", "three bands"),
            ("wide.tif", "16 to 512"),
            ("words.png", "neither PNG nor GeoTIFF"),
            ("none.png", "cannot open"),
        ] {
            let error = read(&path("good.png"), &path(name)).unwrap_err().to_string();
            assert!(error.contains(part) && error.contains(name), "{error}");
        }
        png_file(&path("other.png"), 48, 32);
        let error = read(&path("good.png"), &path("other.png")).unwrap_err().to_string();
        assert!(error.contains("same place"), "{error}");
    }
}

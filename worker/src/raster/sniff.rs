//! What a file is by its first bytes, and what GDAL says, in words for people.

use std::io::Read as _;
use std::path::Path;

use gdal::errors::GdalError;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// TIFF or BigTIFF.
    Tiff,
    /// PNG.
    Png,
    /// Nothing in it.
    Empty,
    /// A folder.
    Folder,
    /// A device, a pipe, a socket.
    Special,
    /// A format with this name.
    Other(&'static str),
    /// Anything else.
    Unknown,
}

/// First bytes and the name of a format.
const MAGIC: [(&[u8], &str); 13] = [
    (b"\xff\xd8\xff", "a JPEG"),
    (b"GIF8", "a GIF"),
    (b"BM", "a BMP"),
    (b"RIFF", "a WebP"),
    (b"<VRTDataset", "a VRT (a recipe, not an image)"),
    (b"<", "an XML or HTML text"),
    (b"{", "a JSON text"),
    (b"PK", "a ZIP archive"),
    (b"%PDF", "a PDF"),
    (b"\x89HDF", "an HDF5 or NetCDF-4 file"),
    (b"CDF", "a NetCDF file"),
    (b"\0\0\0\x0cjP", "a JPEG 2000"),
    (b"EHFA", "an ERDAS Imagine file"),
];

impl FileKind {
    /// Looks at the first bytes of a file.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn of(path: &Path) -> std::io::Result<Self> {
        let metadata = std::fs::metadata(path)?;
        if metadata.is_dir() {
            return Ok(Self::Folder);
        }
        if !metadata.is_file() {
            // A pipe would be waited for.
            return Ok(Self::Special);
        }
        let mut head = Vec::with_capacity(16);
        std::fs::File::open(path)?.take(16).read_to_end(&mut head)?;
        let starts = |magic: &[u8]| head.starts_with(magic);
        Ok(if head.is_empty() {
            Self::Empty
        } else if [b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"].iter().any(|magic| starts(*magic)) {
            Self::Tiff
        } else if starts(b"\x89PNG") {
            Self::Png
        } else {
            MAGIC.iter().find(|(magic, _)| starts(magic)).map_or(Self::Unknown, |(_, name)| Self::Other(name))
        })
    }

    /// Why it is no GeoTIFF, and what to do.
    #[must_use]
    pub fn no_geotiff(self, name: &str) -> String {
        let is = match self {
            Self::Tiff => "a TIFF",
            Self::Png => "a PNG",
            Self::Empty => return format!("{name} is empty (0 bytes); was it written to its end?"),
            Self::Folder => return format!("{name} is a folder; name a GeoTIFF in it"),
            Self::Special => return format!("{name} is a device, a pipe or a socket; name a GeoTIFF file"),
            Self::Other(is) => is,
            Self::Unknown => {
                return format!(
                    "{name} is no GeoTIFF, and nothing else that is known; if GDAL reads it, convert it: gdal_translate -of GTiff IN OUT"
                );
            }
        };
        format!(
            "{name} is {is}, not a GeoTIFF; if it is an image, convert it: gdal_translate -of GTiff IN OUT"
        )
    }
}

/// What GDAL says, without the names of its functions.
#[must_use]
pub fn words(error: &GdalError) -> String {
    let said = match error {
        GdalError::NullPointer { msg, .. }
        | GdalError::CplError { msg, .. }
        | GdalError::BadArgument(msg) => msg.trim(),
        GdalError::InvalidCoordinateRange { .. } => "they lie where the projection ends",
        other => return other.to_string(),
    };
    if said.is_empty() { "GDAL gives no reason".to_owned() } else { said.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_first_bytes_say() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("in.tif");
        let said = |bytes: &[u8]| {
            std::fs::write(&path, bytes).unwrap();
            FileKind::of(&path).unwrap().no_geotiff("in.tif")
        };
        assert!(said(b"").contains("empty"));
        assert!(said(b"\x89PNG\r\n\x1a\n").contains("a PNG"));
        assert!(said(b"<VRTDataset rasterXSize").contains("a VRT"));
        assert!(said(b"\xff\xd8\xff\xe0").contains("a JPEG"));
        assert!(said(b"this is not a raster").contains("no GeoTIFF"));
        assert_eq!(FileKind::of(folder.path()).unwrap(), FileKind::Folder);
        std::fs::write(&path, b"MM\0+").unwrap();
        assert_eq!(FileKind::of(&path).unwrap(), FileKind::Tiff);
    }
}

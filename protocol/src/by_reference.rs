//! What a reference to a raster must look like, before anybody looks at a file.

use crate::check::require;
use crate::fingerprint::Pixels;
use crate::grid::Window;
use crate::job::{SourceRef, truncated};
use crate::limits;
use crate::refusal::{ErrorCode, Refusal};

/// The form of an address that is taken.
const URI_LIMIT: &str =
    "file:///FOLDER/FILE, an absolute path, percent-encoded, without host, “.”, “..” or empty parts";

impl SourceRef {
    /// Checks the form of all fields against the size of the tile, px; gives the bytes of the absolute path.
    ///
    /// # Errors
    /// Names the field and the limit.
    pub fn check(&self, width: u32, height: u32) -> Result<Vec<u8>, Refusal> {
        let path = file_path(&self.uri)?;
        let Window { col, row, width: across, height: down } = self.window;
        require(
            (across, down) == (width, height),
            ErrorCode::InvalidField,
            "source.ref.window",
            || format!("{width} × {height} px, as grid says"),
            || format!("the window has {across} × {down} px"),
        )?;
        let side = i64::from(limits::MAX_REF_RASTER_SIDE);
        require(
            (0..side).contains(&col) && (0..side).contains(&row),
            ErrorCode::InvalidField,
            "source.ref.window",
            || "inside the raster".to_owned(),
            || format!("the window starts at column {col}, row {row}"),
        )?;
        self.digest()?;
        Ok(path)
    }

    /// The digest that the pixels of the window must have.
    ///
    /// # Errors
    /// Names `source.ref.blake3`.
    pub fn digest(&self) -> Result<blake3::Hash, Refusal> {
        let lower = self.blake3.bytes().all(|byte| !byte.is_ascii_uppercase());
        let digest = blake3::Hash::from_hex(&self.blake3).ok().filter(|_| lower);
        digest.ok_or_else(|| {
            Refusal::field(
                ErrorCode::InvalidField,
                "source.ref.blake3",
                "64 hex digits, a to f small",
                format!("source.ref.blake3: “{}” is no digest", truncated(&self.blake3, 40)),
            )
        })
    }
}

/// The digest by which a reference names its pixels: BLAKE3 over width and height (32 bit, little endian), the number of channels (a
/// byte) and the samples, interleaved, row by row.
#[must_use]
pub fn digest(pixels: &Pixels<'_>) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&pixels.width.to_le_bytes());
    hasher.update(&pixels.height.to_le_bytes());
    hasher.update(&[pixels.channels]);
    hasher.update(pixels.data);
    hasher.finalize()
}

/// The absolute path that a `file:///…` address names, as the bytes of a file name.
///
/// # Errors
/// Names `source.ref.uri` and the form that is taken.
pub fn file_path(uri: &str) -> Result<Vec<u8>, Refusal> {
    let refuse = |code: ErrorCode, found: String| {
        Refusal::field(
            code,
            "source.ref.uri",
            URI_LIMIT,
            format!("source.ref.uri: {found}; send file:///FOLDER/FILE"),
        )
    };
    let invalid = |found: String| Err(refuse(ErrorCode::InvalidField, found));
    if uri.len() > limits::MAX_REF_URI_BYTES {
        let most = limits::MAX_REF_URI_BYTES;
        return Err(Refusal::field(
            ErrorCode::TooLarge,
            "source.ref.uri",
            format!("at most {most} bytes"),
            format!("source.ref.uri: the address has {} bytes", uri.len()),
        ));
    }
    let shown = truncated(uri, 60);
    let Some(rest) = uri.strip_prefix("file://") else {
        return invalid(format!("“{shown}” is no address of a file"));
    };
    if !rest.starts_with('/') {
        return invalid(format!("“{shown}” names a host or a relative path"));
    }
    if uri.chars().any(char::is_control) || rest.contains(['?', '#', '\\', ' ']) {
        return invalid("the address holds a character that must be percent-encoded".to_owned());
    }
    let Some(path) = percent_decoded(rest) else {
        return invalid(format!("“{shown}” holds a % without two hex digits"));
    };
    if path.contains(&0) {
        return invalid("the path holds a zero byte".to_owned());
    }
    for part in path[1..].split(|byte| *byte == b'/') {
        match part {
            b"" => return invalid(format!("“{shown}” has an empty part or names a folder")),
            b"." | b".." => return invalid(format!("“{shown}” climbs with “.” or “..”")),
            _ => {}
        }
    }
    if path.starts_with(b"/vsi") {
        return invalid(format!("“{shown}” is a virtual file of GDAL"));
    }
    Ok(path)
}

fn percent_decoded(text: &str) -> Option<Vec<u8>> {
    let mut decoded = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'%' => {
                let mut digit = || char::from(bytes.next()?).to_digit(16);
                let (high, low) = (digit()?, digit()?);
                (high * 16 + low) as u8
            }
            byte => byte,
        });
    }
    Some(decoded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_absolute_paths_of_this_machine_are_taken() {
        assert_eq!(file_path("file:///data/a%20b%2ftile.tif").unwrap(), b"/data/a b/tile.tif");
        assert_eq!(file_path("file:///d/%C3%BC.tif").unwrap(), "/d/ü.tif".as_bytes());
        for uri in [
            "",
            "/data/scene.tif",
            "scene.tif",
            "FILE:///data/scene.tif",
            "file:/data/scene.tif",
            "file://data/scene.tif",
            "file://localhost/data/scene.tif",
            "file://host/data/scene.tif",
            "file:///",
            "file:///data/",
            "file:////data/scene.tif",
            "file:///data//scene.tif",
            "file:///data/../etc/passwd",
            "file:///data/%2e%2e/etc/passwd",
            "file:///data/%2E./scene.tif",
            "file:///data%2f..%2fscene.tif",
            "file:///data/./scene.tif",
            "file:///data/scene.tif%00.png",
            "file:///data/scene%zz.tif",
            "file:///data/scene%4",
            "file:///data/scene.tif?x=1",
            "file:///data/scene.tif#page",
            "file:///data/a b.tif",
            "file:///data/a\nb.tif",
            "file:///vsicurl/http://example.com/a.tif",
            "file:///vsicurl/example.com/a.tif",
            "file:///%76sizip/a.zip/a.tif",
            "/vsicurl/http://example.com/a.tif",
            "GTIFF_DIR:1:/data/scene.tif",
            "http://example.com/a.tif",
            "s3://bucket/a.tif",
        ] {
            let refusal = file_path(uri).expect_err(uri);
            assert_eq!(refusal.code, ErrorCode::InvalidField, "{uri}");
            assert_eq!(refusal.field.as_deref(), Some("source.ref.uri"), "{uri}");
        }
        let long = format!("file:///{}", "a".repeat(limits::MAX_REF_URI_BYTES));
        assert_eq!(file_path(&long).unwrap_err().code, ErrorCode::TooLarge);
    }

    #[test]
    fn window_and_digest_have_their_form() {
        let good = SourceRef {
            uri: "file:///data/scene.tif".to_owned(),
            window: Window { col: 32, row: 0, width: 64, height: 48 },
            blake3: "0f".repeat(32),
        };
        assert_eq!(good.check(64, 48).unwrap(), b"/data/scene.tif");
        let field = |changed: SourceRef| changed.check(64, 48).unwrap_err().field.unwrap_or_default();
        for window in [
            Window { width: 48, height: 64, ..good.window },
            Window { col: -16, ..good.window },
            Window { row: i64::MAX, ..good.window },
        ] {
            assert_eq!(field(SourceRef { window, ..good.clone() }), "source.ref.window");
        }
        for blake3 in [String::new(), "0f".repeat(31), "0F".repeat(32), "zz".repeat(32)] {
            assert_eq!(field(SourceRef { blake3, ..good.clone() }), "source.ref.blake3");
        }
    }

    #[test]
    fn the_digest_is_of_size_channels_and_samples() {
        let data = [1, 2, 3, 4, 5, 6];
        let pixels = Pixels { width: 2, height: 1, channels: 3, data: &data };
        let flat = [2, 0, 0, 0, 1, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6];
        assert_eq!(digest(&pixels), blake3::hash(&flat));
    }
}

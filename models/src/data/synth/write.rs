//! Pairs on disk in RSCC's layout: images in one folder for each event, one object a line in `synthetic.jsonl`.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use png::{BitDepth, ColorType, Compression, Encoder};
use serde::{Deserialize, Serialize};

use super::super::Disaster;
use super::{Example, Severity, Source, Tile};
use crate::edit::{Gray8, Rgb8};

/// Name of the list.
pub const LIST: &str = "synthetic.jsonl";

/// What every image after says of itself.
const MARK: &str = "Synthetic: painted by rules over another image; it shows no event that happened";

/// Why pairs cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A file cannot be written.
    #[error("cannot write {}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// An image cannot be encoded.
    #[error("cannot encode {}: {source}", path.display())]
    Encode {
        /// The file.
        path: PathBuf,
        /// Why.
        source: png::EncodingError,
    },
    /// The folder is in use.
    #[error("{} already holds {LIST}; name a new folder, or remove this one", path.display())]
    Taken {
        /// The folder.
        path: PathBuf,
    },
}

/// A line of the list. The first three keys are RSCC's; paths are relative to the folder of the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Image before; lines of one tile share it.
    pub pre_image: String,
    /// Image after.
    pub post_image: String,
    /// Description of both.
    pub change_caption: String,
    /// Wordings; the first is the one to score with.
    pub instructions: Vec<String>,
    /// What happened.
    pub disaster: Disaster,
    /// How bad it is.
    pub severity: Severity,
    /// What must not be divided between training and test.
    pub group: String,
    /// 255 where the image may have changed.
    pub change_mask: String,
    /// 0 no building, 1 undamaged … 4 destroyed, where buildings are known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub damage_mask: Option<String>,
    /// Ground sampling distance, m.
    pub gsd_m: f32,
    /// Always true.
    pub synthetic: bool,
    /// Seed of the pair.
    pub seed: u64,
    /// Name of the tile, or of the procedural scene.
    pub source: String,
}

/// Writes pairs below a folder. Images may be written from several threads.
#[derive(Debug)]
pub struct Writer {
    folder: PathBuf,
}

impl Writer {
    /// A new or empty folder; one that holds a list is refused.
    ///
    /// # Errors
    /// When the folder holds a list or cannot be made.
    pub fn create(folder: &Path) -> Result<Self, WriteError> {
        if folder.join(LIST).exists() {
            return Err(WriteError::Taken { path: folder.to_owned() });
        }
        std::fs::create_dir_all(folder)
            .map_err(|source| WriteError::Io { path: folder.to_owned(), source })?;
        Ok(Self { folder: folder.to_owned() })
    }

    /// Writes the image before of a tile and returns its path in the list.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn before(&self, tile: &Tile, image: &Rgb8) -> Result<String, WriteError> {
        let name = format!("images/before/{}_pre_disaster.png", tile.name);
        self.encode(&name, ColorType::Rgb, (image.width, image.height), &image.data, &[])?;
        Ok(name)
    }

    /// Writes the image after and the masks of pair `id` and returns its line.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn pair(
        &self,
        (id, seed): (usize, u64),
        tile: &Tile,
        (kind, severity): (Disaster, Severity),
        pre_image: &str,
        example: Example,
    ) -> Result<Line, WriteError> {
        let event = format!("synthetic-{}", kind.as_str());
        let stem = format!("{event}/{event}_{id:08}");
        let post_image = format!("images/{stem}_post_disaster.png");
        let texts = [
            ("Software", concat!("foreshock-lab synthesize ", env!("CARGO_PKG_VERSION")).to_owned()),
            ("Comment", MARK.to_owned()),
            ("Description", format!("{}, {}, seed {seed}", kind.as_str(), severity.as_str())),
        ];
        let after = &example.after;
        self.encode(&post_image, ColorType::Rgb, (after.width, after.height), &after.data, &texts)?;
        let change_mask = format!("masks/{stem}_change.png");
        self.gray(&change_mask, &example.change)?;
        let damage_mask = match &example.damage {
            Some(mask) => {
                let name = format!("masks/{stem}_damage.png");
                self.gray(&name, mask)?;
                Some(name)
            }
            None => None,
        };
        Ok(Line {
            pre_image: pre_image.to_owned(),
            post_image,
            change_caption: example.caption,
            instructions: example.instructions,
            disaster: kind,
            severity,
            group: tile.group.clone(),
            change_mask,
            damage_mask,
            gsd_m: tile.gsd_m,
            synthetic: true,
            seed,
            source: match &tile.source {
                Source::File(_) => tile.name.clone(),
                Source::Scene { seed, quarter } => format!("procedural scene {seed}, quarter {quarter}"),
            },
        })
    }

    /// Writes the list, in the order given. Last of all: a folder without a list is unfinished.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn finish(self, lines: &[Line]) -> Result<BTreeMap<Disaster, usize>, WriteError> {
        let path = self.folder.join(LIST);
        let io = |source| WriteError::Io { path: path.clone(), source };
        let mut file = BufWriter::new(File::create(&path).map_err(io)?);
        let mut counts = BTreeMap::new();
        for line in lines {
            let text = serde_json::to_string(line).map_err(|error| io(error.into()))?;
            writeln!(file, "{text}").map_err(io)?;
            *counts.entry(line.disaster).or_default() += 1;
        }
        file.flush().map_err(io)?;
        Ok(counts)
    }

    fn gray(&self, name: &str, mask: &Gray8) -> Result<(), WriteError> {
        self.encode(name, ColorType::Grayscale, (mask.width, mask.height), &mask.data, &[])
    }

    fn encode(
        &self,
        name: &str,
        color: ColorType,
        (width, height): (usize, usize),
        data: &[u8],
        texts: &[(&str, String)],
    ) -> Result<(), WriteError> {
        let path = self.folder.join(name);
        let io = |source| WriteError::Io { path: path.clone(), source };
        let refuse = |source| WriteError::Encode { path: path.clone(), source };
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(io)?;
        }
        let file = BufWriter::new(File::create(&path).map_err(io)?);
        let mut encoder = Encoder::new(file, width as u32, height as u32);
        encoder.set_color(color);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_compression(Compression::Fast);
        for (keyword, text) in texts {
            encoder.add_text_chunk((*keyword).to_owned(), text.clone()).map_err(refuse)?;
        }
        let mut writer = encoder.write_header().map_err(refuse)?;
        writer.write_image_data(data).map_err(refuse)?;
        writer.finish().map_err(refuse)
    }
}

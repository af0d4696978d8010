//! Tiles to make pairs from: a folder of photographs, or procedural scenes.

use std::path::{Path, PathBuf};

use super::super::scene::noise::Rng;
use super::super::scene::{Building, Scene, scene};
use super::ground::Ground;
use crate::edit::Rgb8;
use crate::pixels::{PixelError, read_rgb};

/// Why tiles cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TileError {
    /// The folder or its list cannot be read.
    #[error("cannot read {}: {source}", path.display())]
    Io {
        /// Folder or file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// There is nothing in it.
    #[error("{} holds no PNG or JPEG and no manifest.csv that names some", path.display())]
    Empty {
        /// The folder.
        path: PathBuf,
    },
    /// The list is damaged.
    #[error("{}, line {line}: {message}", path.display())]
    Manifest {
        /// The list.
        path: PathBuf,
        /// Line, from 1.
        line: usize,
        /// Why.
        message: String,
    },
    /// Two tiles would be written to one file.
    #[error("{}: two tiles are called {name}; rename one", path.display())]
    Twice {
        /// The folder.
        path: PathBuf,
        /// Their name.
        name: String,
    },
    /// An image is smaller than the pairs are to be.
    #[error("{} is {width} × {height} px; pairs of {size} px need at least that, or a smaller --size", path.display())]
    Small {
        /// The image.
        path: PathBuf,
        /// Its width.
        width: usize,
        /// Its height.
        height: usize,
        /// What was asked for.
        size: usize,
    },
    /// An image cannot be read.
    #[error(transparent)]
    Pixels(#[from] PixelError),
}

/// Where the pixels come from.
#[derive(Debug, Clone, PartialEq)]
pub enum Source {
    /// A photograph.
    File(PathBuf),
    /// A quarter of a procedural scene.
    Scene {
        /// Seed of the scene.
        seed: u64,
        /// 0 upper left, 1 upper right, 2 lower left, 3 lower right.
        quarter: u8,
    },
}

/// A tile.
#[derive(Debug, Clone, PartialEq)]
pub struct Tile {
    /// Its name, fit for a file name and unique in its list.
    pub name: String,
    /// What must not be divided between training and test.
    pub group: String,
    /// Ground sampling distance, m.
    pub gsd_m: f32,
    /// Its pixels.
    pub source: Source,
}

/// Tiles in a fixed order.
#[derive(Debug, Clone, PartialEq)]
pub struct TileList {
    /// The tiles.
    pub tiles: Vec<Tile>,
}

/// Does a group belong to the test set? The same everywhere: BLAKE3 of its name as a number in [0, 1), the last `share` of which is the test set.
#[must_use]
pub fn is_test(group: &str, share: f64) -> bool {
    let hash = blake3::hash(group.as_bytes());
    let mut head = [0_u8; 8];
    head.copy_from_slice(&hash.as_bytes()[..8]);
    (u64::from_be_bytes(head) >> 11) as f64 / (1_u64 << 53) as f64 >= 1.0 - share
}

impl TileList {
    /// The photographs of a folder: those of its `manifest.csv` (columns `file`, and if there `gsd_m` and `group`), else
    /// every PNG and JPEG below it, each a group of its own, with `gsd_m`.
    ///
    /// # Errors
    /// When the folder or its list cannot be read or names nothing.
    pub fn of_folder(folder: &Path, gsd_m: f32) -> Result<Self, TileError> {
        let manifest = folder.join("manifest.csv");
        let tiles = if manifest.is_file() {
            let text = std::fs::read_to_string(&manifest)
                .map_err(|source| TileError::Io { path: manifest.clone(), source })?;
            listed(&text, folder, &manifest, gsd_m)?
        } else {
            pictures_below(folder)?
                .into_iter()
                .map(|file| {
                    let name = name_of(&file);
                    Tile { group: name.clone(), name, gsd_m, source: Source::File(folder.join(file)) }
                })
                .collect()
        };
        if tiles.is_empty() {
            return Err(TileError::Empty { path: folder.to_owned() });
        }
        let mut names: Vec<&str> = tiles.iter().map(|tile| tile.name.as_str()).collect();
        names.sort_unstable();
        if let Some(pair) = names.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(TileError::Twice { path: folder.to_owned(), name: pair[0].to_owned() });
        }
        Ok(Self { tiles })
    }

    /// Quarters of procedural scenes of the seeds `seed`, `seed` + 1, …; those of one scene are one group.
    ///
    /// The middle of a scene is always the town's; its quarters show more kinds of ground.
    #[must_use]
    pub fn of_scenes(count: usize, seed: u64, gsd_m: f32) -> Self {
        let tile = |index: usize| {
            let (seed, quarter) = (seed.wrapping_add((index / 4) as u64), (index % 4) as u8);
            let group = format!("scene_{seed:08}");
            Tile { name: format!("{group}_{quarter}"), group, gsd_m, source: Source::Scene { seed, quarter } }
        };
        Self { tiles: (0..count).map(tile).collect() }
    }
}

/// The last scene that was made: its quarters follow each other.
#[derive(Debug, Default)]
pub struct Shelf(Option<(u64, Scene)>);

impl Shelf {
    fn scene(&mut self, seed: u64, side: u32, gsd_m: f32) -> &Scene {
        let fits =
            |kept: &(u64, Scene)| kept.0 == seed && kept.1.width == side && kept.1.gsd_m == f64::from(gsd_m);
        let kept = self.0.take().filter(fits);
        &self.0.insert(kept.unwrap_or_else(|| (seed, scene(seed, side, side, f64::from(gsd_m))))).1
    }
}

/// The pixels of a tile, ready to be read for what they show.
#[derive(Debug, Clone)]
pub enum Picture {
    /// A photograph.
    Photograph(Rgb8),
    /// A scene.
    Scene(Box<Scene>),
}

impl Tile {
    /// A part of `size` × `size` pixels; place and turn of a photograph follow from `seed`.
    ///
    /// # Errors
    /// When the image cannot be read or is too small.
    pub fn open(&self, size: usize, turns: bool, seed: u64, shelf: &mut Shelf) -> Result<Picture, TileError> {
        match &self.source {
            Source::Scene { seed, quarter } => {
                let whole = shelf.scene(*seed, 2 * size as u32, self.gsd_m);
                let [left, top] = [quarter & 1, quarter >> 1].map(|far| if far == 1 { size } else { 0 });
                Ok(Picture::Scene(Box::new(part(whole, left, top, size))))
            }
            Source::File(path) => {
                let mut rng = Rng::stream(seed, "crop");
                let image = cropped(&read_rgb(path)?, path, size, &mut rng)?;
                let turn = if turns { (rng.unit() * 8.0) as u8 } else { 0 };
                Ok(Picture::Photograph(if turn == 0 { image } else { turned(&image, turn) }))
            }
        }
    }
}

impl Picture {
    /// What is known of it, or may be guessed; `seed` settles the relief of a photograph.
    #[must_use]
    pub fn ground(self, gsd_m: f32, seed: u64) -> Ground {
        match self {
            Self::Photograph(image) => Ground::of_photograph(image, gsd_m, seed),
            Self::Scene(scene) => Ground::of_scene(&scene),
        }
    }
}

/// A square part of a scene.
fn part(whole: &Scene, left: usize, top: usize, size: usize) -> Scene {
    let width = whole.width as usize;
    fn rows<T: Copy>(
        values: &[T],
        width: usize,
        band: usize,
        [left, top]: [usize; 2],
        size: usize,
    ) -> Vec<T> {
        (top..top + size)
            .flat_map(|row| {
                let start = band * (row * width + left);
                values[start..start + band * size].iter().copied()
            })
            .collect()
    }
    let at = [left, top];
    let buildings = whole
        .buildings
        .iter()
        .map(|building| Building {
            outline: building.outline.iter().map(|c| [c[0] - left as f32, c[1] - top as f32]).collect(),
            ..building.clone()
        })
        .filter(|building| {
            let inside = |axis: usize| {
                let values = building.outline.iter().map(|corner| corner[axis]);
                values.clone().fold(f32::INFINITY, f32::min) < size as f32
                    && values.fold(f32::NEG_INFINITY, f32::max) > 0.0
            };
            inside(0) && inside(1)
        })
        .collect();
    Scene {
        width: size as u32,
        height: size as u32,
        gsd_m: whole.gsd_m,
        rgb: rows(&whole.rgb, width, 3, at, size),
        nir: rows(&whole.nir, width, 1, at, size),
        height_m: rows(&whole.height_m, width, 1, at, size),
        above_m: rows(&whole.above_m, width, 1, at, size),
        labels: rows(&whole.labels, width, 1, at, size),
        buildings,
        sun: whole.sun,
    }
}

fn cropped(image: &Rgb8, path: &Path, size: usize, rng: &mut Rng) -> Result<Rgb8, TileError> {
    let (width, height) = (image.width, image.height);
    if width < size || height < size {
        return Err(TileError::Small { path: path.to_owned(), width, height, size });
    }
    let place = |spare: usize, rng: &mut Rng| ((rng.unit() * (spare + 1) as f32) as usize).min(spare);
    let (left, top) = (place(width - size, rng), place(height - size, rng));
    let mut data = Vec::with_capacity(3 * size * size);
    for row in top..top + size {
        let start = 3 * (row * width + left);
        data.extend_from_slice(&image.data[start..start + 3 * size]);
    }
    Ok(Rgb8 { width: size, height: size, data })
}

/// A square image turned by `turn` % 4 quarters and, from 4 on, mirrored.
fn turned(image: &Rgb8, turn: u8) -> Rgb8 {
    let size = image.width;
    let mut data = Vec::with_capacity(image.data.len());
    for y in 0..size {
        for x in 0..size {
            let x = if turn >= 4 { size - 1 - x } else { x };
            let (from_x, from_y) = match turn % 4 {
                0 => (x, y),
                1 => (y, size - 1 - x),
                2 => (size - 1 - x, size - 1 - y),
                _ => (size - 1 - y, x),
            };
            let at = 3 * (from_y * size + from_x);
            data.extend_from_slice(&image.data[at..at + 3]);
        }
    }
    Rgb8 { width: size, height: size, data }
}

/// Every PNG and JPEG of a folder and those below it, by its path from there, sorted.
///
/// # Errors
/// When a folder cannot be read.
pub fn pictures_below(folder: &Path) -> Result<Vec<String>, TileError> {
    files_below(folder, &["png", "jpg", "jpeg"]).map_err(|(path, source)| TileError::Io { path, source })
}

/// The files with these extensions of a folder and those below it, by their path from there, sorted; else the folder that cannot be read.
pub(in crate::data) fn files_below(
    folder: &Path,
    extensions: &[&str],
) -> Result<Vec<String>, (PathBuf, std::io::Error)> {
    let mut files = Vec::new();
    walk(folder, folder, extensions, &mut files)?;
    files.sort();
    Ok(files)
}

fn walk(
    root: &Path,
    folder: &Path,
    extensions: &[&str],
    files: &mut Vec<String>,
) -> Result<(), (PathBuf, std::io::Error)> {
    let io = |source| (folder.to_owned(), source);
    for entry in std::fs::read_dir(folder).map_err(io)? {
        let path = entry.map_err(io)?.path();
        let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_lowercase();
        if path.is_dir() {
            walk(root, &path, extensions, files)?;
        } else if extensions.contains(&extension.as_str())
            && let Some(name) = path.strip_prefix(root).ok().and_then(Path::to_str)
        {
            files.push(name.to_owned());
        }
    }
    Ok(())
}

/// A path as one word: `coast/a.jpg` is `coast_a`.
fn name_of(file: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    stem.chars().map(|c| if c.is_ascii_alphanumeric() || matches!(c, '-' | '.') { c } else { '_' }).collect()
}

fn listed(text: &str, folder: &Path, manifest: &Path, gsd_m: f32) -> Result<Vec<Tile>, TileError> {
    let refuse =
        |line: usize, message: String| TileError::Manifest { path: manifest.to_owned(), line, message };
    let mut lines = text.lines().enumerate();
    let header = fields(lines.next().map(|(_, line)| line).unwrap_or_default());
    let column = |name: &str| header.iter().position(|title| title == name);
    let file = column("file").ok_or_else(|| refuse(1, "there is no column “file”".to_owned()))?;
    let (gsd, group) = (column("gsd_m"), column("group"));
    let mut tiles = Vec::new();
    for (index, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
        let row = fields(line);
        let field =
            |at: Option<usize>| at.and_then(|at| row.get(at)).map(|f| f.trim()).filter(|f| !f.is_empty());
        let path = field(Some(file)).ok_or_else(|| refuse(index + 1, "it names no file".to_owned()))?;
        if Path::new(path).is_absolute() || path.split(['/', '\\']).any(|part| part == "..") {
            return Err(refuse(index + 1, format!("“{path}” leads out of the folder")));
        }
        let gsd_m = match field(gsd) {
            None => gsd_m,
            Some(value) => value
                .trim_start_matches('~')
                .parse::<f32>()
                .ok()
                .filter(|gsd| (0.01..=100.0).contains(gsd))
                .ok_or_else(|| refuse(index + 1, format!("gsd_m is “{value}”; wanted 0.01–100 metres")))?,
        };
        let name = name_of(path);
        let group = field(group).map_or_else(|| name.clone(), str::to_owned);
        tiles.push(Tile { name, group, gsd_m, source: Source::File(folder.join(path)) });
    }
    Ok(tiles)
}

/// Fields of one line of comma-separated values; quotes may surround a field and are doubled within it.
fn fields(line: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut quoted = false;
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                if let Some(field) = out.last_mut() {
                    field.push('"');
                }
            }
            '"' => quoted = !quoted,
            ',' if !quoted => out.push(String::new()),
            other => {
                if let Some(field) = out.last_mut() {
                    field.push(other);
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quoted_field_keeps_its_commas() {
        assert_eq!(fields("a,\"b, \"\"c\"\"\",~0.2,"), ["a", "b, \"c\"", "~0.2", ""]);
    }

    #[test]
    fn a_manifest_gives_groups_and_distances() {
        let text = "file,gsd_m,group\na/b.jpg,~0.26,north\nc.png,,\n";
        let tiles = listed(text, Path::new("tiles"), Path::new("tiles/manifest.csv"), 0.5).unwrap();
        assert_eq!((tiles[0].group.as_str(), tiles[0].gsd_m, tiles[0].name.as_str()), ("north", 0.26, "a_b"));
        assert_eq!((tiles[1].group.as_str(), tiles[1].gsd_m), ("c", 0.5));
        for bad in ["file,gsd_m\na.jpg,wide\n", "name\na.jpg\n", "file\n../a.jpg\n", "file,gsd_m\na.jpg,0\n"]
        {
            let refused = listed(bad, Path::new("tiles"), Path::new("tiles/manifest.csv"), 0.5);
            assert!(matches!(refused, Err(TileError::Manifest { .. })), "{bad}");
        }
    }

    #[test]
    fn tiles_of_one_name_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("manifest.csv"), "file\na/b.jpg\na_b.png\n").unwrap();
        let refused = TileList::of_folder(folder.path(), 0.5);
        assert!(matches!(&refused, Err(TileError::Twice { name, .. }) if name == "a_b"), "{refused:?}");
    }

    #[test]
    fn groups_are_split_by_their_share() {
        let test = (0..4000).filter(|n| is_test(&format!("group {n}"), 0.1)).count();
        assert!((320..480).contains(&test), "{test}");
        assert!(!is_test("any", 0.0) && is_test("any", 1.0));
        // A greater share keeps what a smaller one took.
        assert!((0..500).map(|n| n.to_string()).all(|g| !is_test(&g, 0.1) || is_test(&g, 0.2)));
    }

    #[test]
    fn eight_turns_give_eight_images() {
        let data: Vec<u8> = (0..27).collect();
        let image = Rgb8 { width: 3, height: 3, data };
        let mut seen: Vec<Vec<u8>> = (0..8).map(|turn| turned(&image, turn).data).collect();
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 8);
        assert!(seen.iter().all(|data| data[12..15] == [12, 13, 14]));
    }
}

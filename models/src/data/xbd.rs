//! Damage masks from xBD's labels.
//!
//! A label is a JSON file beside its tile, `{event}_{id}_post_disaster.json`, with the outline and the damage of every building.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use wkt::Wkt;
use wkt::types::Polygon;

use super::polygon::fill;
use super::synth::files_below;
use crate::edit::Gray8;
use crate::metrics::damage::IGNORED;

/// Edge of xBD's tiles, px.
pub const TILE: usize = 1024;
/// Edge of the parts that RSCC cuts a tile into, px.
pub const PART: usize = 512;
/// Names of the damage of a building, and their values in a mask.
pub const CLASSES: [(&str, u8); 5] = [
    ("no-damage", 1),
    ("minor-damage", 2),
    ("major-damage", 3),
    ("destroyed", 4),
    ("un-classified", IGNORED),
];
/// Longest side of a tile, px.
const MAX_SIDE: usize = 16_384;
/// How the name of a label ends whose damage is known.
const LABEL: &str = "_post_disaster.json";

/// Why a label cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum LabelError {
    /// A file or folder cannot be read.
    #[error("cannot read {}: {source}", path.display())]
    Io {
        /// File or folder.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// It is no label.
    #[error("{} is no label of xBD: {message}", path.display())]
    Json {
        /// The label.
        path: PathBuf,
        /// Why.
        message: String,
    },
    /// A building has no known damage.
    #[error("{}, feature {feature}: {} is no damage that xBD knows", path.display(), subtype.as_deref().unwrap_or("no subtype"))]
    Class {
        /// The label.
        path: PathBuf,
        /// Its place in `features.xy`, from 0.
        feature: usize,
        /// What stands there.
        subtype: Option<String>,
    },
    /// The tile is empty or too large.
    #[error("{}: a tile of {width} × {height} px; wanted 1 to {MAX_SIDE}", path.display())]
    Size {
        /// The label.
        path: PathBuf,
        /// Width of its tile, px.
        width: usize,
        /// Height of its tile, px.
        height: usize,
    },
}

/// A building of a label.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlined {
    /// Its value in a mask: 1 undamaged … 4 destroyed, 255 unknown.
    pub class: u8,
    /// Its outline and holes, in pixels of the tile.
    rings: Vec<Vec<[f32; 2]>>,
}

/// A building that was left out, because its outline cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Its place in `features.xy`, from 0.
    pub feature: usize,
    /// Why.
    pub reason: String,
}

/// A label.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// Width of the tile, px.
    pub width: usize,
    /// Height of the tile, px.
    pub height: usize,
    /// Its buildings.
    pub buildings: Vec<Outlined>,
    /// Buildings that were left out.
    pub broken: Vec<Broken>,
}

#[derive(Deserialize)]
struct File {
    features: Features,
    #[serde(default)]
    metadata: Metadata,
}

#[derive(Deserialize)]
struct Features {
    xy: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    #[serde(default)]
    wkt: String,
    #[serde(default)]
    properties: Properties,
}

#[derive(Deserialize, Default)]
struct Properties {
    feature_type: Option<String>,
    subtype: Option<String>,
}

#[derive(Deserialize, Default)]
struct Metadata {
    width: Option<usize>,
    height: Option<usize>,
}

impl Label {
    /// Reads a label. Buildings whose outline cannot be read are in [`Label::broken`]; what is no building is passed over.
    ///
    /// # Errors
    /// When it cannot be read, is no label, or a building's damage is none that is known.
    pub fn read(path: &Path) -> Result<Self, LabelError> {
        let bytes = std::fs::read(path).map_err(|source| LabelError::Io { path: path.to_owned(), source })?;
        let file: File = serde_json::from_slice(&bytes)
            .map_err(|error| LabelError::Json { path: path.to_owned(), message: error.to_string() })?;
        let (width, height) = (file.metadata.width.unwrap_or(TILE), file.metadata.height.unwrap_or(TILE));
        if ![width, height].iter().all(|side| (1..=MAX_SIDE).contains(side)) {
            return Err(LabelError::Size { path: path.to_owned(), width, height });
        }
        let mut label = Self { width, height, buildings: Vec::new(), broken: Vec::new() };
        for (feature, Feature { wkt, properties }) in file.features.xy.into_iter().enumerate() {
            if properties.feature_type.is_some_and(|kind| kind != "building") {
                continue;
            }
            let subtype = properties.subtype;
            let known = CLASSES.iter().find(|(name, _)| subtype.as_deref() == Some(*name));
            let Some(&(_, class)) = known else {
                return Err(LabelError::Class { path: path.to_owned(), feature, subtype });
            };
            match outline(&wkt) {
                Ok(rings) => label.buildings.push(Outlined { class, rings }),
                Err(reason) => label.broken.push(Broken { feature, reason }),
            }
        }
        Ok(label)
    }

    /// The mask of the tile: 0 no building, else the class of the building. Where two overlap, the worse damage counts, and any known
    /// damage before an unknown one.
    #[must_use]
    pub fn mask(&self) -> Gray8 {
        let mut data = vec![0; self.width * self.height];
        // Unknown damage stands between no building and undamaged ones.
        let rank = |class: u8| if class == IGNORED { 1 } else { 2 * class };
        for building in &self.buildings {
            fill(&building.rings, (self.width, self.height), |pixel| {
                if rank(building.class) > rank(data[pixel]) {
                    data[pixel] = building.class;
                }
            });
        }
        Gray8 { width: self.width, height: self.height, data }
    }
}

/// The rings of a polygon.
fn outline(text: &str) -> Result<Vec<Vec<[f32; 2]>>, String> {
    let polygons = match text.parse::<Wkt<f32>>()? {
        Wkt::Polygon(polygon) => vec![polygon],
        Wkt::MultiPolygon(polygons) => polygons.into_inner().0,
        _ => return Err("it is no polygon".to_owned()),
    };
    let rings: Vec<Vec<[f32; 2]>> = polygons
        .iter()
        .flat_map(Polygon::rings)
        .map(|ring| ring.coords().iter().map(|corner| [corner.x, corner.y]).collect())
        .collect();
    if rings.is_empty() {
        return Err("the polygon is empty".to_owned());
    }
    if rings.iter().flatten().flatten().any(|number| !number.is_finite()) {
        return Err("a coordinate is no number".to_owned());
    }
    Ok(rings)
}

/// The four parts that RSCC cuts a tile into: `_part1` upper left, 2 upper right, 3 lower left, 4 lower right. None when the tile
/// does not have xBD's size.
#[must_use]
pub fn parts(tile: &Gray8) -> Option<[Gray8; 4]> {
    let cut = |part: usize| {
        let (left, top) = (part % 2 * PART, part / 2 * PART);
        let rows = tile.data.chunks_exact(TILE).skip(top).take(PART);
        let data = rows.flat_map(|row| &row[left..left + PART]).copied().collect();
        Gray8 { width: PART, height: PART, data }
    };
    ((tile.width, tile.height) == (TILE, TILE)).then(|| [0, 1, 2, 3].map(cut))
}

/// The labels of images after in a folder and those below it, sorted.
///
/// # Errors
/// When a folder cannot be read.
pub fn labels_below(folder: &Path) -> Result<Vec<PathBuf>, LabelError> {
    let files = files_below(folder, &["json"]).map_err(|(path, source)| LabelError::Io { path, source })?;
    Ok(files.iter().filter(|file| file.ends_with(LABEL)).map(|file| folder.join(file)).collect())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// Reads a label of a tile of 16 × 16 px.
    fn label(features: &[(&str, &str)]) -> Result<Label, LabelError> {
        let xy: Vec<_> = features
            .iter()
            .map(|(class, wkt)| {
                json!({"properties": {"feature_type": "building", "subtype": class, "uid": "a"}, "wkt": wkt})
            })
            .collect();
        let text = json!({
            "features": {"lng_lat": [], "xy": xy},
            "metadata": {"width": 16, "height": 16, "disaster": "socal-fire", "img_name": "a.png"},
        });
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("socal-fire_00000001_post_disaster.json");
        std::fs::write(&path, text.to_string()).unwrap();
        Label::read(&path)
    }

    /// Pixels of the values 0–4 and 255.
    fn counts(label: &Label) -> [usize; 6] {
        let mask = label.mask();
        [0, 1, 2, 3, 4, 255].map(|value| mask.data.iter().filter(|pixel| **pixel == value).count())
    }

    fn square(left: f32, top: f32, right: f32, bottom: f32) -> String {
        format!("POLYGON (({left} {top}, {right} {top}, {right} {bottom}, {left} {bottom}, {left} {top}))")
    }

    #[test]
    fn a_square_with_a_hole_covers_the_pixels_whose_middle_is_inside() {
        let plain = label(&[("minor-damage", &square(2.0, 3.0, 6.0, 8.0))]).unwrap();
        assert_eq!(counts(&plain), [256 - 20, 0, 20, 0, 0, 0]);
        let mask = plain.mask();
        assert_eq!([mask.data[3 * 16 + 2], mask.data[7 * 16 + 5]], [2, 2]);
        assert_eq!([mask.data[3 * 16 + 1], mask.data[2 * 16 + 2], mask.data[7 * 16 + 6]], [0, 0, 0]);
        // Half a pixel decides: 2.6 leaves out column 2, 6.6 takes column 6 in.
        let between = label(&[("destroyed", &square(2.6, 3.0, 6.6, 8.4))]).unwrap();
        assert_eq!(counts(&between)[4], 4 * 5);
        assert_eq!([between.mask().data[3 * 16 + 2], between.mask().data[3 * 16 + 6]], [0, 4]);

        let hole = "POLYGON ((1 1, 11 1, 11 11, 1 11, 1 1), (4 4, 4 8, 8 8, 8 4, 4 4))";
        let hole = label(&[("no-damage", hole)]).unwrap();
        assert_eq!(counts(&hole), [256 - 84, 84, 0, 0, 0, 0]);
        assert_eq!([hole.mask().data[4 * 16 + 4], hole.mask().data[8 * 16 + 8]], [0, 1]);
        let two = "MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((5 5, 8 5, 8 8, 5 8, 5 5)))";
        assert_eq!(counts(&label(&[("major-damage", two)]).unwrap())[3], 4 + 9);
        // A triangle: in row y the middles x + 0.5 < 8 − (y + 0.5).
        let triangle = label(&[("no-damage", "POLYGON ((0 0, 8 0, 0 8, 0 0))")]).unwrap();
        assert_eq!(counts(&triangle)[1], 7 + 6 + 5 + 4 + 3 + 2 + 1);
    }

    #[test]
    fn the_worse_damage_wins_and_the_unknown_loses_in_any_order() {
        let [left, right] = [square(0.0, 0.0, 6.0, 4.0), square(4.0, 0.0, 10.0, 4.0)];
        for (worse, better, wanted) in [
            ("destroyed", "no-damage", [256 - 40, 16, 0, 0, 24, 0]),
            ("major-damage", "minor-damage", [256 - 40, 0, 16, 24, 0, 0]),
            ("no-damage", "un-classified", [256 - 40, 24, 0, 0, 0, 16]),
        ] {
            let features = [(worse, left.as_str()), (better, right.as_str())];
            assert_eq!(counts(&label(&features).unwrap()), wanted, "{worse}, {better}");
            let turned = [features[1], features[0]];
            assert_eq!(counts(&label(&turned).unwrap()), wanted, "{better}, {worse}");
        }
    }

    #[test]
    fn outlines_are_cut_at_the_border_of_the_tile() {
        let outside =
            [square(-5.0, -2.0, 3.0, 2.0), square(14.0, 12.0, 40.0, 1e9), square(20.0, 0.0, 30.0, 5.0)];
        let label = label(&outside.each_ref().map(|wkt| ("destroyed", wkt.as_str()))).unwrap();
        assert_eq!(counts(&label)[4], 3 * 2 + 2 * 4);
        assert_eq!(label.broken, []);
    }

    #[test]
    fn broken_outlines_are_left_out_and_unknown_classes_refused() {
        let good = square(0.0, 0.0, 2.0, 2.0);
        let found = label(&[
            ("destroyed", "POLYGON ((0 0, 4 x))"),
            ("un-classified", &good),
            ("destroyed", ""),
            ("destroyed", "POINT (3 3)"),
            ("destroyed", "POLYGON EMPTY"),
            ("destroyed", "POLYGON ((0 0, inf 0, 4 4, 0 0))"),
        ])
        .unwrap();
        assert_eq!(counts(&found), [252, 0, 0, 0, 0, 4]);
        assert_eq!(found.broken.iter().map(|broken| broken.feature).collect::<Vec<_>>(), [0, 2, 3, 4, 5]);
        let told = label(&[("destroyed", &good), ("on-fire", &good)]).unwrap_err().to_string();
        let wanted = "socal-fire_00000001_post_disaster.json, feature 1: on-fire is no damage that xBD knows";
        assert!(told.ends_with(wanted), "{told}");
    }

    #[test]
    fn a_tile_is_cut_into_rsccs_parts() {
        let mut tile = Gray8 { width: TILE, height: TILE, data: vec![0; TILE * TILE] };
        assert_eq!(parts(&Gray8 { width: 16, height: 16, data: vec![0; 256] }), None);
        for (x, y, class) in [(511, 511, 1), (512, 511, 2), (511, 512, 3), (1023, 1023, 4)] {
            tile.data[y * TILE + x] = class;
        }
        let parts = parts(&tile).unwrap();
        for (part, at) in parts.iter().zip([(511, 511), (0, 511), (511, 0), (511, 511)]) {
            assert_eq!((part.width, part.height, part.data.len()), (PART, PART, PART * PART));
            assert_eq!(part.data.iter().filter(|pixel| **pixel > 0).count(), 1);
            assert!(part.data[at.1 * PART + at.0] > 0, "{at:?}");
        }
        assert_eq!([511 * PART + 511, 511 * PART].map(|i| parts[0].data[i]), [1, 0]);
        assert_eq!(
            [parts[1].data[511 * PART], parts[2].data[511], parts[3].data[511 * PART + 511]],
            [2, 3, 4]
        );
    }
}

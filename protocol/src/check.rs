//! The rules that a job's fields must satisfy; each refusal names the field and the limit.

use crate::job::{Job, Params, Preserve, truncated};
use crate::limits;
use crate::refusal::{ErrorCode, Refusal};

impl Job {
    /// Checks every field that needs no image decoding.
    ///
    /// # Errors
    /// The first rule broken.
    pub fn check(&self) -> Result<(), Refusal> {
        self.check_tile()?;
        check_instruction(&self.instruction)?;
        self.check_grid()?;
        self.params.check()?;
        self.stretch.check()?;
        require(
            self.examples.len() <= limits::MAX_EXAMPLES,
            ErrorCode::TooLarge,
            "examples",
            || format!("at most {}", limits::MAX_EXAMPLES),
            || format!("{} examples", self.examples.len()),
        )?;
        require(
            self.params.preserve != Preserve::Mask || self.mask.is_some(),
            ErrorCode::InvalidField,
            "mask",
            || "present when params.preserve is mask".to_owned(),
            || "params.preserve is mask, but no mask was sent".to_owned(),
        )?;
        for (field, value) in
            [("noise_origin.col", self.noise_origin.col), ("noise_origin.row", self.noise_origin.row)]
        {
            require(
                value % i64::from(limits::SIDE_MULTIPLE) == 0 && value.abs() < (1 << 40),
                ErrorCode::InvalidField,
                field,
                || format!("a multiple of {}, below 2^40", limits::SIDE_MULTIPLE),
                || format!("{value} is not"),
            )?;
        }
        Ok(())
    }

    fn check_tile(&self) -> Result<(), Refusal> {
        let tile = self.tile;
        require(
            tile.of >= 1 && tile.of <= limits::MAX_TILES,
            ErrorCode::InvalidField,
            "tile.of",
            || format!("1 to {}", limits::MAX_TILES),
            || format!("{} tiles", tile.of),
        )?;
        require(
            tile.index < tile.of,
            ErrorCode::InvalidField,
            "tile.index",
            || "below tile.of".to_owned(),
            || format!("tile {} of {}", tile.index, tile.of),
        )
    }

    fn check_grid(&self) -> Result<(), Refusal> {
        for (field, side) in [("grid.width", self.grid.width), ("grid.height", self.grid.height)] {
            let fits =
                (limits::MIN_SIDE..=limits::MAX_SIDE).contains(&side) && side % limits::SIDE_MULTIPLE == 0;
            require(
                fits,
                ErrorCode::InvalidField,
                field,
                || {
                    format!(
                        "a multiple of {} from {} to {} px",
                        limits::SIDE_MULTIPLE,
                        limits::MIN_SIDE,
                        limits::MAX_SIDE
                    )
                },
                || format!("{side} px"),
            )?;
        }
        self.grid.geotransform.check("grid.geotransform")?;
        require(
            self.grid.gsd_m.is_finite() && self.grid.gsd_m > 0.0,
            ErrorCode::InvalidField,
            "grid.gsd_m",
            || "above 0, metres per px".to_owned(),
            || format!("{} m", self.grid.gsd_m),
        )?;
        check_wkt(&self.grid.crs_wkt, "grid.crs_wkt")
    }
}

impl Params {
    /// Checks ranges; whether the model exists is the worker's to say.
    ///
    /// # Errors
    /// The first rule broken.
    pub fn check(&self) -> Result<(), Refusal> {
        check_name(&self.model, "params.model")?;
        if let Some(adapter) = &self.adapter {
            check_name(adapter, "params.adapter")?;
        }
        check_name(&self.quality, "params.quality")?;
        let range = |fits: bool, field: &'static str, limit: String, found: String| {
            require(fits, ErrorCode::InvalidField, field, || limit, || found)
        };
        range(
            (1..=limits::MAX_STEPS).contains(&self.steps),
            "params.steps",
            format!("1 to {}", limits::MAX_STEPS),
            format!("{} steps", self.steps),
        )?;
        range(
            (0.0..=limits::MAX_GUIDANCE).contains(&self.guidance),
            "params.guidance",
            format!("0 to {}", limits::MAX_GUIDANCE),
            format!("guidance {}", self.guidance),
        )?;
        range(
            self.strength > 0.0 && self.strength <= 1.0,
            "params.strength",
            "above 0 up to 1".to_owned(),
            format!("strength {}", self.strength),
        )?;
        range(
            self.seed < limits::SEEDS,
            "params.seed",
            "below 2^53".to_owned(),
            format!("seed {}", self.seed),
        )?;
        range(
            (1..=limits::MAX_CANDIDATES).contains(&self.candidates),
            "params.candidates",
            format!("1 to {}", limits::MAX_CANDIDATES),
            format!("{} candidates", self.candidates),
        )?;
        let steps = self.filter.unwrap_or_default().steps;
        range(
            (1..=limits::MAX_STEPS).contains(&steps),
            "params.filter.steps",
            format!("1 to {}", limits::MAX_STEPS),
            format!("{steps} steps"),
        )
    }
}

/// Checks an instruction: something readable, of bounded length, one line.
///
/// # Errors
/// Names `instruction` and the limit.
pub fn check_instruction(text: &str) -> Result<(), Refusal> {
    let limit =
        || format!("1 to {} bytes of UTF-8 without control characters", limits::MAX_INSTRUCTION_BYTES);
    require(!text.trim().is_empty(), ErrorCode::InvalidField, "instruction", limit, || {
        "the instruction is empty; say what should happen".to_owned()
    })?;
    require(text.len() <= limits::MAX_INSTRUCTION_BYTES, ErrorCode::TooLarge, "instruction", limit, || {
        format!("the instruction has {} bytes; shorten it", text.len())
    })?;
    require(!text.chars().any(char::is_control), ErrorCode::InvalidField, "instruction", limit, || {
        "the instruction contains a control character (a line break, a tab or worse); write one line"
            .to_owned()
    })
}

/// The keywords a coordinate reference system's WKT (1 or 2) may begin with.
const WKT_KEYWORDS: [&str; 14] = [
    "PROJCS",
    "GEOGCS",
    "GEOCCS",
    "COMPD_CS",
    "LOCAL_CS",
    "PROJCRS",
    "PROJECTEDCRS",
    "GEOGCRS",
    "GEOGRAPHICCRS",
    "GEODCRS",
    "GEODETICCRS",
    "COMPOUNDCRS",
    "BOUNDCRS",
    "ENGCRS",
];

/// Checks that a text has the form of a CRS's WKT: never an address, a file name or a database code.
///
/// # Errors
/// Names the field and the limit.
pub fn check_wkt(text: &str, field: &str) -> Result<(), Refusal> {
    let limit = || format!("WKT of a coordinate reference system, at most {} bytes", limits::MAX_WKT_BYTES);
    require(text.len() <= limits::MAX_WKT_BYTES, ErrorCode::TooLarge, field, limit, || {
        format!("{} bytes of WKT", text.len())
    })?;
    let trimmed = text.trim_start();
    let keyword = trimmed.split(['[', '(']).next().unwrap_or_default().trim_end();
    let bracketed = trimmed.len() > keyword.len() && trimmed.trim_end().ends_with([']', ')']);
    let known = WKT_KEYWORDS.iter().any(|known| known.eq_ignore_ascii_case(keyword));
    require(known && bracketed && !text.contains('\0'), ErrorCode::InvalidField, field, limit, || {
        format!("“{}” is not WKT; addresses and codes are not taken", truncated(text, 40))
    })
}

/// Checks a name of a model, an adapter or a quality.
///
/// # Errors
/// Names the field and the limit.
pub fn check_name(name: &str, field: &'static str) -> Result<(), Refusal> {
    let fits = !name.is_empty()
        && name.len() <= 64
        && name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_".contains(&byte));
    require(
        fits,
        ErrorCode::InvalidField,
        field,
        || "1 to 64 of a-z, 0-9, - and _".to_owned(),
        || format!("“{}” is not a name", truncated(name, 40)),
    )
}

pub(crate) fn require(
    fits: bool,
    code: ErrorCode,
    field: &str,
    limit: impl FnOnce() -> String,
    found: impl FnOnce() -> String,
) -> Result<(), Refusal> {
    if fits {
        return Ok(());
    }
    let limit = limit();
    let message = format!("{field}: {} (must be {limit})", found());
    Err(Refusal::field(code, field, limit, message))
}

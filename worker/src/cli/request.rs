//! What `submit` and `edit` have in common: the options, and the way from them to files.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};
use foreshock_protocol::capabilities::Model;
use foreshock_protocol::job::{Lane, Preserve};
use serde_json::json;
use tokio_util::sync::CancellationToken;

use super::tuning::TuningOptions;
use super::{Exit, output};
use crate::client::assemble::{Targets, Written, assemble, default_footprint, default_journal};
use crate::client::collect::{Collection, Tally};
use crate::client::journal::Journal;
use crate::client::paths::check_paths;
use crate::client::progress::{Progress, Style, words};
use crate::client::request::{Wish, Workbench};
use crate::client::{Backend, ClientError, blocking};

/// Longest patience unless the user says otherwise: as long as the broker keeps replies, s.
const PATIENCE: u64 = 86_400;

/// Options of a request.
#[derive(Args, Debug, Clone)]
pub(super) struct RequestOptions {
    /// Source raster: a north-up (or south-up) GeoTIFF or COG of any sample type, with a coordinate reference system.
    #[arg(long, short, value_name = "R.tif")]
    pub(super) input: PathBuf,
    /// What should happen, in English unless the model reads more.
    #[arg(long, short = 't', value_name = "WORDS")]
    pub(super) instruction: String,
    /// Where the result goes: one tiled GeoTIFF with overviews on the source's own grid.
    #[arg(long, short, value_name = "O.tif")]
    pub(super) output: PathBuf,
    /// Denoising steps [default: the model's].
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub(super) steps: Option<u32>,
    /// How closely the words are followed [default: the model's].
    #[arg(long, value_name = "G", allow_negative_numbers = true)]
    pub(super) guidance: Option<f64>,
    /// Seed of the noise. The same request with the same seed gives the same result.
    #[arg(long, value_name = "S", default_value_t = 1, allow_negative_numbers = true)]
    pub(super) seed: u64,
    /// Where it may change: a GeoTIFF on the raster's grid, a PNG of its size (above 0 = may change), or GeoJSON polygons.
    #[arg(long, value_name = "FILE")]
    pub(super) mask: Option<PathBuf>,
    /// Edit and write only the bounding window of these polygons (GeoJSON, longitude and latitude), snapped outward to whole pixels.
    #[arg(long, value_name = "A.geojson")]
    pub(super) aoi: Option<PathBuf>,
    /// Bands shown to the model as red,green,blue, counted from 1; one number = grey [default: by colour interpretation, else 1,2,3].
    #[arg(long, value_name = "R,G,B", value_delimiter = ',', value_parser = band_number, allow_negative_numbers = true)]
    pub(super) bands: Option<Vec<u32>>,
    /// Who waits [default: interactive up to 64 tiles, bulk above].
    #[arg(long, value_enum)]
    pub(super) lane: Option<LaneOption>,
    /// What may change: everything, what the mask allows, or what measurably changed [default: mask with a --mask, else change].
    #[arg(long, value_enum)]
    pub(super) preserve: Option<PreserveOption>,
    /// Side of a tile in pixels, a multiple of 16 [default: the model's].
    #[arg(long, value_name = "PX", allow_negative_numbers = true)]
    pub(super) tile: Option<u32>,
    #[command(flatten)]
    pub(super) tuning: TuningOptions,
    /// Where the change footprint goes (GeoJSON polygons with their area) [default: beside the output, .footprint.geojson].
    #[arg(long, value_name = "F.geojson")]
    pub(super) footprint: Option<PathBuf>,
    /// Write no change footprint.
    #[arg(long, conflicts_with = "footprint")]
    pub(super) no_footprint: bool,
    /// A picture of before and after, side by side.
    #[arg(long, value_name = "F.png")]
    pub(super) before_after: Option<PathBuf>,
    /// Where tiles are kept until the result is written; the same command goes on from there [default: OUTPUT.foreshock].
    #[arg(long, value_name = "DIR")]
    pub(super) journal: Option<PathBuf>,
    /// Longest time to wait, seconds.
    #[arg(long, value_name = "S", default_value_t = PATIENCE, allow_negative_numbers = true, value_parser = clap::value_parser!(u64).range(1..=2_592_000))]
    pub(super) timeout: u64,
    /// Write the result even if some tiles failed; they keep the source's pixels.
    #[arg(long)]
    pub(super) allow_partial: bool,
    /// One JSON object a line on standard output.
    #[arg(long)]
    pub(super) json: bool,
    /// Say nothing but errors.
    #[arg(long, short, conflicts_with = "json")]
    pub(super) quiet: bool,
}

/// A band's number, also with spaces around it: `5, 3, 2`.
fn band_number(text: &str) -> Result<u32, String> {
    text.trim().parse().map_err(|error| format!("a band is a whole number from 1 ({error})"))
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum LaneOption {
    /// A person waits.
    Interactive,
    /// A batch that yields to people.
    Bulk,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum PreserveOption {
    /// Every pixel is the model's.
    None,
    /// Only pixels inside the mask.
    Mask,
    /// Only pixels that measurably changed.
    Change,
}

impl RequestOptions {
    fn wish(&self) -> Wish {
        Wish {
            input: self.input.clone(),
            instruction: self.instruction.clone(),
            output: self.output.clone(),
            steps: self.steps,
            guidance: self.guidance,
            seed: self.seed,
            mask: self.mask.clone(),
            aoi: self.aoi.clone(),
            bands: self.bands.clone(),
            lane: self.lane.map(|lane| match lane {
                LaneOption::Interactive => Lane::Interactive,
                LaneOption::Bulk => Lane::Bulk,
            }),
            preserve: self.preserve.map(|preserve| match preserve {
                PreserveOption::None => Preserve::None,
                PreserveOption::Mask => Preserve::Mask,
                PreserveOption::Change => Preserve::Change,
            }),
            tile: self.tile,
            tuning: self.tuning.tuning(),
        }
    }

    /// How to tell the user.
    pub(super) fn style(&self) -> Style {
        match (self.json, self.quiet) {
            (true, _) => Style::Json,
            (_, true) => Style::Quiet,
            _ => Style::Bar,
        }
    }

    /// Tells a program of a failure that people were told of already.
    pub(super) fn failed_before(&self, message: &str) {
        if self.json {
            output::json(&json!({"event": "error", "message": message, "refusal": null}));
        }
    }

    /// Says what went wrong, and how the command ends.
    pub(super) fn fail(&self, error: &ClientError) -> Exit {
        let message = error.to_string();
        if self.json {
            let refusal = match error {
                ClientError::Refused(refusal) => Some(refusal),
                _ => None,
            };
            output::json(&json!({"event": "error", "message": message, "refusal": refusal}));
        }
        output::error(&message);
        error.exit()
    }

    /// Checks what needs no model: the words, the options, the input, what is to be written.
    pub(super) async fn check_input(&self) -> Result<(), ClientError> {
        let (wish, targets, journal) = (self.wish(), self.targets(), self.journal_folder());
        blocking(move || {
            check_paths(&wish, &targets)?;
            Journal::check(&journal)?;
            wish.check()
        })
        .await
    }

    fn targets(&self) -> Targets {
        let footprint = || self.footprint.clone().unwrap_or_else(|| default_footprint(&self.output));
        Targets {
            output: self.output.clone(),
            footprint: (!self.no_footprint).then(footprint),
            before_after: self.before_after.clone(),
        }
    }

    fn journal_folder(&self) -> PathBuf {
        self.journal.clone().unwrap_or_else(|| default_journal(&self.output))
    }

    /// Opens and plans the request for a model.
    pub(super) async fn open(&self, model: Model) -> Result<(Workbench, Journal), ClientError> {
        let wish = self.wish();
        let bench = blocking(move || Workbench::open(&wish, &model)).await?;
        let journal = self.journal_folder();
        let digest = bench.request.digest.clone();
        let journal = blocking(move || Journal::open(&journal, &digest)).await?;
        Ok((bench, journal))
    }

    /// Runs the request and writes the result.
    pub(super) async fn run(
        &self,
        bench: Workbench,
        journal: Journal,
        backend: &mut impl Backend,
    ) -> Result<Exit, ClientError> {
        let folder = journal.folder().to_owned();
        let ended = self.collect_and_write(bench, journal, backend).await;
        if ended.is_err() {
            Journal::tidy(&folder);
        }
        ended
    }

    async fn collect_and_write(
        &self,
        bench: Workbench,
        journal: Journal,
        backend: &mut impl Backend,
    ) -> Result<Exit, ClientError> {
        let clock = Instant::now();
        let mut progress = Progress::new(self.style());
        for warning in &bench.request.warnings {
            progress.note(&format!("warning: {warning}"));
        }
        let bench = Arc::new(Mutex::new(bench));
        let interrupted = interrupts()?;
        let collection = Collection {
            bench: Arc::clone(&bench),
            journal,
            backend,
            progress: &mut progress,
            interrupted: interrupted.clone(),
            patience: Duration::from_secs(self.timeout),
        };
        let collected = collection.run().await;
        if collected.is_err() {
            progress.end();
        }
        let (tally, journal) = collected?;
        if let Some((_, first)) = tally.failed.first()
            && !self.allow_partial
        {
            progress.end();
            return Err(ClientError::Incomplete {
                failed: tally.failed.len() as u32,
                of: tally.of,
                first: first.clone(),
            });
        }
        let targets = self.targets();
        let (job_id, style) = (journal.job_id(), self.style());
        let (written, progress) = blocking(move || {
            let bench = bench.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            let written = assemble(&bench, &journal, &targets, &progress, &interrupted);
            progress.end();
            let written = written?;
            // Tiles that failed may be tried again by the same command.
            journal.remove()?;
            Ok((written, progress))
        })
        .await?;
        for warning in &written.warnings {
            progress.note(&format!("warning: {warning}"));
        }
        let summary =
            Summary { tally: &tally, written: &written, hits: progress.hits(), seconds: clock.elapsed() };
        match style {
            Style::Json => output::json(&summary.json(&job_id.to_string())),
            Style::Bar => output::line(&summary.words()),
            Style::Quiet => {}
        }
        Ok(if tally.failed.is_empty() { Exit::Done } else { Exit::Incomplete })
    }
}

/// How it ended.
struct Summary<'a> {
    tally: &'a Tally,
    written: &'a Written,
    hits: u32,
    seconds: Duration,
}

impl Summary<'_> {
    fn json(&self, job_id: &str) -> serde_json::Value {
        json!({
            "event": "done",
            "job_id": job_id,
            "tiles": {
                "of": self.tally.of,
                "done": self.tally.done,
                "resumed": self.tally.resumed,
                "skipped": self.tally.skipped,
                "failed": self.tally.failed.len(),
                "from_cache": self.hits,
            },
            "written": self.written,
            "seconds": self.seconds.as_secs_f64(),
        })
    }

    fn words(&self) -> String {
        let tally = self.tally;
        let mut parts = vec![format!("{} tiles", tally.done)];
        if self.hits > 0 {
            parts.push(format!("{} from cache", self.hits));
        }
        if tally.skipped > 0 {
            parts.push(format!("{} where nothing could change", tally.skipped));
        }
        if !tally.failed.is_empty() {
            parts.push(format!("{} failed", tally.failed.len()));
        }
        let changed = self.written.changed_fraction * 100.0;
        let mut text = format!(
            "{} ({}; {changed:.1} % of the pixels changed) in {}",
            self.written.output.display(),
            parts.join(", "),
            words(self.seconds)
        );
        if let (Some(path), Some(pieces), Some(area)) =
            (&self.written.footprint, self.written.pieces, self.written.area_m2)
        {
            text.push_str(&format!("\n{} ({pieces} areas, {area:.0} m²)", path.display()));
        }
        if let Some(path) = &self.written.before_after {
            text.push_str(&format!("\n{}", path.display()));
        }
        text
    }
}

/// Ctrl-C and SIGTERM.
fn interrupts() -> Result<CancellationToken, ClientError> {
    use tokio::signal::unix::{SignalKind, signal};
    let caught = |error: std::io::Error| ClientError::Internal(format!("signals cannot be caught: {error}"));
    let mut interrupt = signal(SignalKind::interrupt()).map_err(caught)?;
    let mut terminate = signal(SignalKind::terminate()).map_err(caught)?;
    let token = CancellationToken::new();
    let told = token.clone();
    tokio::spawn(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
        told.cancel();
        // The second means it.
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
        std::process::exit(130);
    });
    Ok(token)
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser, Debug)]
    struct Command {
        #[command(flatten)]
        request: RequestOptions,
    }

    fn parsed(more: &[&str]) -> Result<RequestOptions, String> {
        let always = ["foreshock", "--input", "i.tif", "--output", "o.tif", "--instruction", "flood"];
        let parsed = Command::try_parse_from(always.iter().chain(more));
        parsed.map(|command| command.request).map_err(|error| error.to_string())
    }

    #[test]
    fn a_negative_number_is_refused_by_its_option() {
        for option in ["--seed", "--tile", "--steps", "--bands", "--timeout"] {
            let said = parsed(&[option, "-1"]).unwrap_err();
            assert!(said.contains(option) && said.contains("-1"), "{said}");
        }
        // A number, only too small: refused with its limits later.
        assert_eq!(parsed(&["--guidance", "-1"]).unwrap().guidance, Some(-1.0));
    }

    #[test]
    fn bands_may_have_spaces() {
        assert_eq!(parsed(&["--bands", "5, 3, 2"]).unwrap().bands, Some(vec![5, 3, 2]));
        assert!(parsed(&["--bands", "red"]).unwrap_err().contains("whole number"));
    }
}

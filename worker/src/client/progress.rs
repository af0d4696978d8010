//! What a user sees while a request runs: a bar for people, one JSON object a line for machines, or nothing.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use foreshock_protocol::event::{Event, EventKind};
use foreshock_protocol::job::JobId;
use foreshock_protocol::outcome::{CacheState, FilterRecord, Outcome};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

use crate::cli::output;

/// Steps of the bar for one tile: a tile counts by its denoising steps, too.
const GRAIN: u64 = 1000;

/// How to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// A bar on standard error.
    Bar,
    /// JSON lines on standard output.
    Json,
    /// Nothing but errors.
    Quiet,
}

/// Tells what happens.
pub struct Progress {
    style: Style,
    bar: ProgressBar,
    of: u32,
    done: u32,
    hits: u32,
    failed: u32,
    skipped: u32,
    /// Share of each running tile that is done.
    running: BTreeMap<u32, f64>,
    clock: Option<Instant>,
}

impl Progress {
    /// Nothing has happened yet.
    #[must_use]
    pub fn new(style: Style) -> Self {
        Self {
            style,
            bar: ProgressBar::hidden(),
            of: 0,
            done: 0,
            hits: 0,
            failed: 0,
            skipped: 0,
            running: BTreeMap::new(),
            clock: None,
        }
    }

    /// A request begins; `resumed` of its tiles are here already.
    pub fn started(&mut self, job: JobId, of: u32, resumed: u32, model: &str, lane: &str) {
        self.of = of - resumed;
        match self.style {
            Style::Json => output::json(&json!({
                "event": "started", "job_id": job, "tiles": of, "resumed": resumed, "model": model, "lane": lane,
            })),
            Style::Bar => {
                self.bar = ProgressBar::new(u64::from(self.of) * GRAIN);
                let template = "{spinner} [{bar:32}] {msg}";
                if let Ok(style) = ProgressStyle::with_template(template) {
                    self.bar.set_style(style.progress_chars("=> "));
                }
                self.bar.enable_steady_tick(Duration::from_millis(200));
                if resumed > 0 {
                    self.note(&format!("{resumed} of {of} tiles are here already"));
                }
                self.show();
            }
            Style::Quiet => {}
        }
    }

    /// Something that the user should know.
    pub fn note(&self, text: &str) {
        match self.style {
            Style::Json => output::json(&json!({"event": "note", "message": text})),
            Style::Bar => self.bar.suspend(|| output::note(text)),
            Style::Quiet => {}
        }
    }

    /// A tile goes on.
    pub fn event(&mut self, event: &Event) {
        self.clock.get_or_insert_with(Instant::now);
        let index = event.tile.index;
        match &event.kind {
            EventKind::Accepted => {
                self.running.entry(index).or_insert(0.0);
            }
            EventKind::Progress { step, of, .. } => {
                // Encoding and decoding take time as well: the last step is not the end.
                let share = f64::from(*step) / f64::from((*of).max(1)) * 0.9;
                self.running.insert(index, share);
                if self.style == Style::Json {
                    output::json(&json!({
                        "event": "progress", "tile": index, "step": step, "of": of, "worker": event.worker,
                    }));
                }
            }
        }
        self.show();
    }

    /// A tile's image is here.
    pub fn tile_done(&mut self, index: u32, outcome: &Outcome, cache: CacheState, changed: f64) {
        self.clock.get_or_insert_with(Instant::now);
        self.running.remove(&index);
        self.done += 1;
        self.hits += u32::from(cache == CacheState::Hit);
        if self.style == Style::Json {
            output::json(&json!({
                "event": "tile", "tile": index, "status": "done", "cache": cache, "changed_fraction": changed,
                "worker": outcome.worker, "done": self.done + self.failed, "of": self.of - self.skipped,
            }));
        }
        self.show();
    }

    /// The seed of all tiles is known.
    pub fn chosen(&self, index: u32, filter: &FilterRecord) {
        let (seed, of) = (filter.winner_seed, filter.seeds.len());
        match (self.style, &filter.failed) {
            (Style::Json, _) => output::json(&json!({"event": "filter", "tile": index, "filter": filter})),
            (Style::Bar, None) => {
                self.note(&format!("of {of} candidates {} chose the one with seed {seed}", filter.judge));
            }
            (Style::Bar, Some(failed)) => {
                self.note(&format!("warning: {failed}; the first of {of} candidates was taken, seed {seed}"));
            }
            (Style::Quiet, _) => {}
        }
    }

    /// A tile failed; `again` when it is tried again.
    pub fn tile_failed(&mut self, index: u32, message: &str, again: bool) {
        self.running.remove(&index);
        self.failed += u32::from(!again);
        match self.style {
            Style::Json => output::json(&json!({
                "event": "tile", "tile": index, "status": if again { "retry" } else { "failed" }, "message": message,
            })),
            Style::Bar => {
                let what = if again { "is tried again" } else { "failed" };
                self.note(&format!("tile {index} {what}: {message}"));
            }
            Style::Quiet => {}
        }
        self.show();
    }

    /// A tile where nothing can change.
    pub fn tile_skipped(&mut self) {
        self.skipped += 1;
        self.show();
    }

    /// The result is being written; share done.
    pub fn composing(&self, share: f64) {
        if self.style == Style::Bar {
            self.bar.set_length(GRAIN);
            self.bar.set_position((share * GRAIN as f64) as u64);
            self.bar.set_message("composing");
        }
    }

    /// Tiles that came from the cache.
    #[must_use]
    pub fn hits(&self) -> u32 {
        self.hits
    }

    /// Takes the bar away.
    pub fn end(&self) {
        self.bar.finish_and_clear();
    }

    fn show(&self) {
        if self.style != Style::Bar {
            return;
        }
        let ended = self.done + self.failed;
        let of = self.of.saturating_sub(self.skipped);
        let units = f64::from(ended) + self.running.values().sum::<f64>();
        self.bar.set_length(u64::from(of.max(1)) * GRAIN);
        self.bar.set_position((units * GRAIN as f64) as u64);
        let mut message = format!("{ended}/{of} tiles");
        if self.hits > 0 {
            message.push_str(&format!(" · {} from cache", self.hits));
        }
        if self.failed > 0 {
            message.push_str(&format!(" · {} failed", self.failed));
        }
        match self.left(units, f64::from(of)) {
            Some(left) if ended < of => message.push_str(&format!(" · {} left", words(left))),
            None if ended < of => message.push_str(" · waiting for a worker"),
            _ => {}
        }
        self.bar.set_message(message);
    }

    /// Time left at the pace since the first sign of work.
    fn left(&self, units: f64, of: f64) -> Option<Duration> {
        let elapsed = self.clock?.elapsed().as_secs_f64();
        // Below this the pace is not known yet.
        if units < 0.05 {
            return None;
        }
        Duration::try_from_secs_f64((of - units).max(0.0) * elapsed / units).ok()
    }
}

/// A duration for people.
#[must_use]
pub fn words(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match seconds {
        0..60 => format!("{seconds} s"),
        60..3600 => format!("{} min {} s", seconds / 60, seconds % 60),
        _ => format!("{} h {} min", seconds / 3600, seconds % 3600 / 60),
    }
}

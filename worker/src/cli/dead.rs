//! `foreshock dead`: jobs that were given up, answered and parked.

use std::io::Write as _;
use std::path::PathBuf;

use chrono::TimeDelta;
use clap::{Args, Subcommand};

use super::{Exit, output};
use crate::broker::{BrokerError, Parked, ReplayError, Shelf, connect};
use crate::settings::Settings;
use crate::tls::Tls;

/// Look at the jobs that were given up, send them again or drop them.
#[derive(Args)]
pub(super) struct Dead {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// One line a job: id, sender, age, reason, instruction.
    List {
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
    },
    /// Everything that is known of one job, without its images.
    Show {
        /// Its id, as `list` prints it.
        id: String,
        /// Write the message's body, images and all, to this file.
        #[arg(long, value_name = "FILE")]
        body: Option<PathBuf>,
    },
    /// Send jobs to the fleet again. A job that stops workers will stop up to four of them again: mend the cause first.
    Replay {
        #[command(flatten)]
        chosen: Chosen,
        /// Minutes until they expire.
        #[arg(long, default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..=10_080))]
        minutes: u32,
    },
    /// Remove jobs for good.
    Drop {
        #[command(flatten)]
        chosen: Chosen,
    },
}

#[derive(Args)]
#[group(required = true, multiple = false)]
struct Chosen {
    /// Ids, as `list` prints them.
    ids: Vec<String>,
    /// All that are parked now.
    #[arg(long)]
    all: bool,
}

impl Chosen {
    /// The chosen messages; or the first id that nothing parked has.
    fn of(&self, parked: Vec<Parked>) -> Result<Vec<Parked>, String> {
        if self.all {
            return Ok(parked);
        }
        let known = |id: &&String| parked.iter().any(|one| one.letter.id == **id);
        if let Some(unknown) = self.ids.iter().find(|id| !known(id)) {
            return Err(unknown.clone());
        }
        Ok(parked.into_iter().filter(|one| self.ids.contains(&one.letter.id)).collect())
    }
}

impl Dead {
    pub(super) async fn run(self, settings: Settings) -> Exit {
        let tls = match settings.tls() {
            Ok(tls) => tls,
            Err(error) => {
                output::error(&error.to_string());
                return Exit::BadInput;
            }
        };
        match self.act(&settings, tls).await {
            Ok(exit) => exit,
            Err(error) => {
                output::error(&error.to_string());
                Exit::Unreachable
            }
        }
    }

    async fn act(self, settings: &Settings, tls: Tls) -> Result<Exit, BrokerError> {
        let connection = connect(&settings.amqp_url, &tls, "foreshock dead").await?;
        let shelf = Shelf::open(&connection).await?;
        let parked = shelf.all().await?;
        let exit = match self.action {
            Action::List { json } => list(&parked, json),
            Action::Show { id, body } => match parked.iter().find(|one| one.letter.id == id) {
                Some(one) => show(one, body),
                None => unknown(&id),
            },
            Action::Replay { chosen, minutes } => match chosen.of(parked) {
                Ok(chosen) => replay(&shelf, &chosen, TimeDelta::minutes(minutes.into())).await,
                Err(id) => unknown(&id),
            },
            Action::Drop { chosen } => match chosen.of(parked) {
                Ok(chosen) => {
                    for one in &chosen {
                        shelf.forget(one).await?;
                        output::line(&format!("{} dropped", name(one)));
                    }
                    Exit::Done
                }
                Err(id) => unknown(&id),
            },
        };
        // What was only looked at goes back now.
        let _ = connection.close(200, "done".into()).await;
        Ok(exit)
    }
}

fn unknown(id: &str) -> Exit {
    output::error(&format!("nothing parked has the id {id}; `foreshock dead list` prints the ids"));
    Exit::BadInput
}

fn name(parked: &Parked) -> &str {
    if parked.letter.id.is_empty() { "(without an id)" } else { &parked.letter.id }
}

fn list(parked: &[Parked], json: bool) -> Exit {
    if parked.is_empty() && !json {
        output::line("no dead jobs");
    }
    for one in parked {
        let letter = &one.letter;
        if json {
            output::json(letter);
            continue;
        }
        let user = if letter.user.is_empty() { "unsigned" } else { &letter.user };
        let sent = letter.sent.map_or_else(|| "?".to_owned(), |sent| sent.format("%F %T").to_string());
        let asked = letter.instruction.as_deref().unwrap_or("(cannot be read)");
        output::line(&format!("{}  {user}  {sent}  {}  “{asked}”", name(one), letter.reason));
    }
    Exit::Done
}

fn show(one: &Parked, body: Option<PathBuf>) -> Exit {
    let letter = &one.letter;
    let lines = [
        ("id", name(one).to_owned()),
        ("sender", if letter.user.is_empty() { "nobody signed it".to_owned() } else { letter.user.clone() }),
        ("sent", letter.sent.map_or_else(|| "?".to_owned(), |sent| sent.to_rfc3339())),
        ("reason", letter.reason.clone()),
        ("path", letter.path.clone()),
        ("bytes", letter.bytes.to_string()),
    ];
    for (key, value) in lines {
        output::line(&format!("{key:8} {value}"));
    }
    match serde_json::from_slice(one.body()) {
        Ok(mut message) => {
            without_images(&mut message);
            output::line(&format!("message  {message:#}"));
        }
        Err(error) => output::line(&format!("message  is not JSON: {error}")),
    }
    if let Some(path) = body {
        let written = std::fs::File::create_new(&path).and_then(|mut file| file.write_all(one.body()));
        if let Err(error) = written {
            output::error(&format!("{} cannot be written: {error}", path.display()));
            return Exit::Failed;
        }
    }
    Exit::Done
}

/// Long texts are images in base64, or as good as.
fn without_images(value: &mut serde_json::Value) {
    const LONG: usize = 4000;
    match value {
        serde_json::Value::String(text) if text.len() > LONG => {
            *text = format!("({} characters)", text.len())
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(without_images),
        serde_json::Value::Object(fields) => fields.values_mut().for_each(without_images),
        _ => {}
    }
}

async fn replay(shelf: &Shelf, chosen: &[Parked], time: TimeDelta) -> Exit {
    let mut exit = Exit::Done;
    for one in chosen {
        match shelf.replay(one, time).await {
            Ok(()) => output::line(&format!("{} sent again", name(one))),
            Err(error) => {
                output::error(&error.to_string());
                exit = Exit::Incomplete;
                // The broker has closed the channel: the others would fail alike.
                if matches!(error, ReplayError::Refused { .. } | ReplayError::Broker(_)) {
                    break;
                }
            }
        }
    }
    exit
}

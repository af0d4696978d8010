//! `foreshock local`: the same messages as on the queue, a line each, without a queue.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context as _, ensure};
use foreshock_protocol::capabilities::Capabilities;
use foreshock_protocol::event::{CANCEL_SCHEMA, Cancel};
use foreshock_protocol::job::{JobId, parse_body};
use foreshock_protocol::outcome::{End, OUTCOME_SCHEMA, Outcome};
use foreshock_tests::command::clean_environment;
use foreshock_tests::jobs::job;
use foreshock_tests::model::TinyModel;
use foreshock_tests::raster::Raster;
use serde_json::Value;

/// A running `foreshock local`.
struct Served {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Served {
    fn start(model: &TinyModel) -> anyhow::Result<Self> {
        let mut command = Command::new(foreshock_tests::binary("foreshock")?);
        clean_environment(&mut command);
        let mut child = command
            .args(["local", "--threads", "1", "--model"])
            .arg(&model.folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let input = child.stdin.take();
        let output = BufReader::new(child.stdout.take().context("its standard output")?);
        Ok(Self { child, input, output })
    }

    fn say(&mut self, message: &Value) -> anyhow::Result<()> {
        self.say_line(&message.to_string())
    }

    fn say_line(&mut self, line: &str) -> anyhow::Result<()> {
        let input = self.input.as_mut().context("its standard input is open")?;
        writeln!(input, "{line}").context("write a line")
    }

    fn line(&mut self) -> anyhow::Result<String> {
        let mut line = String::new();
        ensure!(self.output.read_line(&mut line)? > 0, "it said no more");
        Ok(line)
    }

    /// The next outcome, and how many events came before it.
    fn outcome(&mut self) -> anyhow::Result<(Outcome, usize)> {
        let mut events = 0;
        loop {
            let line = self.line()?;
            match parse_body(line.as_bytes(), OUTCOME_SCHEMA) {
                Ok(outcome) => return Ok((outcome, events)),
                Err(_) => events += usize::from(line.contains("foreshock.event.v1")),
            }
        }
    }

    /// Closes its standard input; it must finish what it has and end well.
    fn end(mut self) -> anyhow::Result<()> {
        drop(self.input.take());
        let mut rest = String::new();
        while self.output.read_line(&mut rest)? > 0 {}
        ensure!(rest.is_empty(), "unexpected: {rest}");
        ensure!(self.child.wait()?.success());
        Ok(())
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It has ended already where all is well.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn jobs_in_outcomes_out() -> anyhow::Result<()> {
    let model = TinyModel::get()?;
    let mut served = Served::start(&model)?;
    let first = served.line()?;
    let capabilities: Capabilities = serde_json::from_str(&first)?;
    ensure!(capabilities.models.len() == 1 && capabilities.models[0].name == model.name);

    let good = job(&model, 64, 2, 7)?;
    let message = serde_json::to_value(&good)?;
    served.say(&message)?;
    let (outcome, events) = served.outcome()?;
    ensure!(outcome.job_id == good.job_id && outcome.tile == Some(good.tile) && events > 0);
    let End::Done(done) = &outcome.end else { anyhow::bail!("{:?}", outcome.end) };
    ensure!(done.seed == 7 && done.provenance.synthetic);

    // The same again gives the same pixels.
    served.say(&message)?;
    let End::Done(again) = served.outcome()?.0.end else { anyhow::bail!("the second did not end well") };
    // The file also says when it was made.
    let (first, second) = (Raster::of(done)?, Raster::of(&again)?);
    second.expect_samples_of(&first, |_, _| true)?;
    served.end()
}

#[test]
fn a_bad_job_is_refused_and_the_next_is_done() -> anyhow::Result<()> {
    let model = TinyModel::get()?;
    let mut served = Served::start(&model)?;
    let mut bad = serde_json::to_value(job(&model, 64, 1, 1)?)?;
    bad["params"]["steps"] = 0.into();
    served.say_line("this is no message")?;
    served.say(&bad)?;
    let (outcome, _) = served.outcome()?;
    let End::Failed(refusal) = &outcome.end else { anyhow::bail!("not refused: {:?}", outcome.end) };
    ensure!(refusal.field.as_deref() == Some("params.steps"), "{refusal:?}");
    served.say(&serde_json::to_value(job(&model, 64, 1, 1)?)?)?;
    ensure!(matches!(served.outcome()?.0.end, End::Done(_)));
    served.end()
}

#[test]
fn a_cancelled_request_ends_and_its_neighbour_does_not() -> anyhow::Result<()> {
    let model = TinyModel::get()?;
    let mut served = Served::start(&model)?;
    let (long, other) = (job(&model, 256, 200, 1)?, job(&model, 64, 1, 1)?);
    served.say(&serde_json::to_value(&long)?)?;
    served.say(&serde_json::to_value(&other)?)?;
    // Nobody knows the second of these; nothing happens.
    for job_id in [long.job_id, JobId::new()] {
        served.say(&serde_json::to_value(Cancel { schema: CANCEL_SCHEMA.to_owned(), job_id })?)?;
    }
    let ended = [served.outcome()?.0, served.outcome()?.0];
    for outcome in ended {
        let cancelled = matches!(outcome.end, End::Cancelled);
        ensure!(cancelled == (outcome.job_id == long.job_id), "{:?}", outcome.end);
    }
    served.end()
}

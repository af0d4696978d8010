//! The thread that owns the model and the device.
//!
//! The async side hands in jobs and gets an answer by channel; the thread runs one unit at a time (a begin, a denoising step of a batch, or a
//! finish) and asks [`schedule`] before each. A job that arrives joins at the next unit, a cancelled one leaves at the next unit, and so does
//! one whose asker is gone. Candidates of an early filter stop after some steps, give a preview, and wait without the device until they are
//! resumed or dropped.

pub mod schedule;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use foreshock_models::edit::{
    BatchKey, EditError, EditRequest, Edited, Editor, EditorInfo, LoadError, Rgb8, Session,
};
use foreshock_protocol::job::Lane;
use tokio::sync::oneshot;
use tokio_util::sync::CancellationToken;

use schedule::{Entry, Schedule, State, Unit};

/// How often an idle engine looks at deadlines and cancels.
const IDLE: Duration = Duration::from_millis(100);

/// Why the engine did not edit.
#[derive(Debug, Clone, thiserror::Error)]
pub enum EngineError {
    /// The model refused or failed.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// The job's owner called it off.
    #[error("cancelled")]
    Cancelled,
    /// Its time was over.
    #[error("the job took longer than allowed")]
    Deadline,
    /// The engine stops and has not begun the job.
    #[error("the worker is stopping")]
    Stopping,
    /// The engine's thread is gone.
    #[error("the engine has stopped: {0}")]
    Gone(String),
}

/// Bounds on the engine.
#[derive(Debug, Clone, Copy)]
pub struct EngineSettings {
    /// Most tiles in one forward pass.
    pub max_batch: usize,
    /// Most tiles worked on at a time, of each lane.
    pub max_sessions: usize,
    /// Most candidates kept for a judge beside them, of each lane.
    pub max_waiting: usize,
}

/// Told after each step: (steps done, steps in all).
pub type Progress = Box<dyn FnMut(u32, u32) + Send>;

/// One tile for the engine.
pub struct EngineJob {
    /// Who waits.
    pub lane: Lane,
    /// What to do.
    pub request: EditRequest,
    /// Ends it early.
    pub cancel: CancellationToken,
    /// Ends it late.
    pub deadline: Instant,
    /// Told after each step; must not block.
    pub progress: Progress,
}

/// What becomes of a job.
pub type Answer = oneshot::Receiver<Result<Edited, EngineError>>;

/// A candidate of an early filter. Dropping it drops its session.
#[derive(Debug)]
pub struct Candidate {
    id: u64,
    preview: oneshot::Receiver<Rgb8>,
    answer: Answer,
}

impl Candidate {
    /// Waits for the preview, after which the session waits. Not to be called again.
    ///
    /// # Errors
    /// When the job ended before.
    pub async fn preview(&mut self) -> Result<Rgb8, EngineError> {
        match (&mut self.preview).await {
            Ok(preview) => Ok(preview),
            Err(_) => Err(match (&mut self.answer).await {
                Ok(Err(error)) => error,
                Ok(Ok(_)) => EngineError::Gone("a candidate ended without a preview".to_owned()),
                Err(_) => gone(),
            }),
        }
    }
}

fn gone() -> EngineError {
    EngineError::Gone("its thread has ended".to_owned())
}

/// Where a candidate stops and who looks.
struct Pause {
    after: u32,
    preview: Option<oneshot::Sender<Rgb8>>,
    group: u64,
}

/// A job with its number and who waits for it.
struct Ticket {
    id: u64,
    job: EngineJob,
    pause: Option<Pause>,
    answer: oneshot::Sender<Result<Edited, EngineError>>,
}

enum Command {
    /// Jobs of one asker, in order.
    Run(Vec<Ticket>),
    /// A candidate goes on.
    Resume(u64),
    /// Give back what has not begun and what waits.
    Drain,
}

/// Handle of the engine's thread.
pub struct Engine {
    commands: Option<Sender<Command>>,
    thread: Option<JoinHandle<()>>,
    info: EditorInfo,
    next: AtomicU64,
}

impl Engine {
    /// Starts the thread and loads the model on it.
    ///
    /// # Errors
    /// When the model cannot be loaded.
    pub fn start(
        load: impl FnOnce() -> Result<Box<dyn Editor + Send>, LoadError> + Send + 'static,
        settings: EngineSettings,
    ) -> Result<Self, EngineStartError> {
        let (commands, inbox) = channel();
        let (loaded, answer) = channel();
        let thread = std::thread::Builder::new()
            .name("engine".to_owned())
            .spawn(move || match load() {
                Ok(editor) => {
                    let mut info = editor.info().clone();
                    // Kernels follow the batch, and the last bits follow the kernels.
                    info.numeric_profile.push_str(&format!(" batch {}", settings.max_batch));
                    let told = loaded.send(Ok(info));
                    if told.is_ok() {
                        Loop::new(editor, settings, inbox).run();
                    }
                }
                Err(error) => drop(loaded.send(Err(error))),
            })
            .map_err(EngineStartError::Thread)?;
        match answer.recv() {
            Ok(Ok(info)) => {
                Ok(Self { commands: Some(commands), thread: Some(thread), info, next: AtomicU64::new(0) })
            }
            Ok(Err(error)) => Err(EngineStartError::Load(error)),
            Err(_) => Err(EngineStartError::Died),
        }
    }

    /// What the model is and can do.
    #[must_use]
    pub fn info(&self) -> &EditorInfo {
        &self.info
    }

    /// Hands in a job; the answer comes when it has ended.
    #[must_use]
    pub fn submit(&self, job: EngineJob) -> Answer {
        let (answer, receiver) = oneshot::channel();
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        self.run(vec![Ticket { id, job, pause: None, answer }]);
        receiver
    }

    /// Hands in the candidates of one job: each makes `after` steps (or all, if it has fewer), gives a preview and waits for
    /// [`Engine::resume`].
    #[must_use]
    pub fn submit_candidates(&self, jobs: Vec<EngineJob>, after: u32) -> Vec<Candidate> {
        let group = self.next.fetch_add(jobs.len() as u64, Ordering::Relaxed);
        let (mut tickets, mut candidates) = (Vec::new(), Vec::new());
        for (id, job) in (group..).zip(jobs) {
            let (shown, preview) = oneshot::channel();
            let (answered, answer) = oneshot::channel();
            let pause = Some(Pause { after, preview: Some(shown), group });
            tickets.push(Ticket { id, job, pause, answer: answered });
            candidates.push(Candidate { id, preview, answer });
        }
        self.run(tickets);
        candidates
    }

    /// Lets a candidate go on to its end.
    #[must_use]
    pub fn resume(&self, candidate: Candidate) -> Answer {
        self.send(Command::Resume(candidate.id));
        candidate.answer
    }

    fn run(&self, tickets: Vec<Ticket>) {
        if let Some(Command::Run(tickets)) = self.send(Command::Run(tickets)) {
            for ticket in tickets {
                let _ = ticket.answer.send(Err(gone()));
            }
        }
    }

    /// Gives the command back when the thread is gone.
    fn send(&self, command: Command) -> Option<Command> {
        match &self.commands {
            Some(commands) => commands.send(command).err().map(|refused| refused.0),
            None => Some(command),
        }
    }

    /// Gives back every job that has not begun or waits for a judge; running ones go on.
    pub fn drain(&self) {
        self.send(Command::Drain);
    }

    /// Whether the thread still runs.
    #[must_use]
    pub fn is_alive(&self) -> bool {
        self.thread.as_ref().is_some_and(|thread| !thread.is_finished())
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        // The thread ends when nobody can send any more.
        self.commands = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Why the engine did not start.
#[derive(Debug, thiserror::Error)]
pub enum EngineStartError {
    /// The model cannot be loaded.
    #[error(transparent)]
    Load(LoadError),
    /// No thread could be started.
    #[error("the engine's thread cannot be started: {0}")]
    Thread(std::io::Error),
    /// The thread ended while loading.
    #[error("the engine died while it loaded the model")]
    Died,
}

/// A job inside the engine.
struct Seat {
    lane: Lane,
    request: Option<EditRequest>,
    session: Option<Session>,
    cancel: CancellationToken,
    deadline: Instant,
    progress: Progress,
    answer: oneshot::Sender<Result<Edited, EngineError>>,
    /// Where it stops; none when it is no candidate, or was chosen.
    pause: Option<Pause>,
}

impl Seat {
    fn state(&self) -> State<BatchKey> {
        let Some(session) = &self.session else { return State::Arrived };
        match &self.pause {
            Some(Pause { preview: None, .. }) => State::Waiting,
            Some(pause) if session.is_done() || session.step() >= pause.after => State::Due,
            _ if session.is_done() => State::Done,
            _ => State::Running(session.batch_key().clone()),
        }
    }
}

struct Loop {
    editor: Box<dyn Editor + Send>,
    schedule: Schedule,
    inbox: Receiver<Command>,
    seats: BTreeMap<u64, Seat>,
    draining: bool,
    /// Why the device cannot be used any more.
    broken: Option<String>,
    /// There was nothing to do: it may sleep until something comes in.
    idle: bool,
}

impl Loop {
    fn new(editor: Box<dyn Editor + Send>, settings: EngineSettings, inbox: Receiver<Command>) -> Self {
        let schedule = Schedule::new(settings.max_batch, settings.max_sessions, settings.max_waiting);
        Self { editor, schedule, inbox, seats: BTreeMap::new(), draining: false, broken: None, idle: true }
    }

    fn run(mut self) {
        loop {
            if !self.take_commands() {
                return;
            }
            self.clear_out();
            let entries: Vec<Entry<_>> = self
                .seats
                .iter()
                .map(|(id, seat)| Entry {
                    id: *id,
                    lane: seat.lane,
                    state: seat.state(),
                    group: seat.pause.as_ref().map(|pause| pause.group),
                })
                .collect();
            let unit = self.schedule.next(&entries);
            self.idle = unit.is_none();
            match unit {
                Some(Unit::Begin(id)) => self.begin(id),
                Some(Unit::Step(ids)) => self.step(&ids),
                Some(Unit::Preview(id)) => self.preview(id),
                Some(Unit::Finish(id)) => self.finish(id),
                None => {}
            }
            if let Some(reason) = &self.broken {
                tracing::error!(reason, "the device cannot be used any more; the engine ends");
                // The other jobs did nothing wrong: they are given back.
                for id in self.seats.keys().copied().collect::<Vec<_>>() {
                    self.answer(id, Err(EngineError::Stopping));
                }
                return;
            }
        }
    }

    /// Takes what has come in; waits when there is nothing to do. False when nobody can send any more and all is done.
    fn take_commands(&mut self) -> bool {
        let mut open = true;
        if self.idle {
            match self.inbox.recv_timeout(IDLE) {
                Ok(command) => self.take(command),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => open = false,
            }
        }
        loop {
            match self.inbox.try_recv() {
                Ok(command) => self.take(command),
                Err(TryRecvError::Empty) => break,
                Err(TryRecvError::Disconnected) => {
                    open = false;
                    break;
                }
            }
        }
        if !open {
            // Nobody can resume them any more.
            self.seats.retain(|_, seat| seat.pause.is_none());
        }
        open || !self.seats.is_empty()
    }

    fn take(&mut self, command: Command) {
        match command {
            Command::Run(tickets) => {
                for Ticket { id, job, pause, answer } in tickets {
                    let EngineJob { lane, request, cancel, deadline, progress } = job;
                    let request = Some(request);
                    let seat =
                        Seat { lane, request, session: None, cancel, deadline, progress, answer, pause };
                    self.seats.insert(id, seat);
                }
            }
            Command::Resume(id) => {
                if let Some(seat) = self.seats.get_mut(&id) {
                    seat.pause = None;
                }
            }
            Command::Drain => self.draining = true,
        }
    }

    /// Cancelled, late and (when draining) unbegun or waiting jobs leave, and those that nobody waits for.
    fn clear_out(&mut self) {
        let now = Instant::now();
        let leaving: Vec<(u64, EngineError)> = self
            .seats
            .iter()
            .filter_map(|(id, seat)| {
                if seat.cancel.is_cancelled() || seat.answer.is_closed() {
                    Some((*id, EngineError::Cancelled))
                } else if now >= seat.deadline {
                    Some((*id, EngineError::Deadline))
                } else if self.draining && matches!(seat.state(), State::Arrived | State::Waiting) {
                    Some((*id, EngineError::Stopping))
                } else {
                    None
                }
            })
            .collect();
        for (id, error) in leaving {
            self.answer(id, Err(error));
        }
    }

    fn answer(&mut self, id: u64, result: Result<Edited, EngineError>) {
        if let Err(EngineError::Edit(EditError::Device(reason))) = &result {
            self.broken = Some(reason.clone());
        }
        if let Some(seat) = self.seats.remove(&id) {
            // The asker may have gone; then nobody minds.
            let _ = seat.answer.send(result);
        }
    }

    fn begin(&mut self, id: u64) {
        let Some(request) = self.seats.get_mut(&id).and_then(|seat| seat.request.take()) else { return };
        let editor = &self.editor;
        match caught(|| editor.begin(request)) {
            Ok(session) => {
                if let Some(seat) = self.seats.get_mut(&id) {
                    (seat.progress)(0, session.of());
                    seat.session = Some(session);
                }
            }
            Err(error) => self.answer(id, Err(error.into())),
        }
    }

    fn step(&mut self, ids: &[u64]) {
        let editor = &self.editor;
        let mut sessions: Vec<&mut Session> = self
            .seats
            .iter_mut()
            .filter(|(id, _)| ids.contains(id))
            .filter_map(|(_, seat)| seat.session.as_mut())
            .collect();
        let result = caught(|| editor.step(&mut sessions));
        match result {
            Ok(()) => {
                for id in ids {
                    if let Some(seat) = self.seats.get_mut(id)
                        && let Some(session) = &seat.session
                    {
                        (seat.progress)(session.step(), session.of());
                    }
                }
            }
            // Too much at once: each alone, then halves again. A batch of one that does not fit fails.
            Err(EditError::OutOfMemory(_)) if ids.len() > 1 => self.schedule.halve(),
            Err(error) => {
                for id in ids {
                    self.answer(*id, Err(error.clone().into()));
                }
            }
        }
    }

    fn preview(&mut self, id: u64) {
        let Some(seat) = self.seats.get_mut(&id) else { return };
        let (Some(session), Some(pause)) = (&seat.session, &mut seat.pause) else { return };
        let editor = &self.editor;
        match caught(|| editor.preview(session)) {
            Ok(picture) => {
                // Who has gone meanwhile is cleared out.
                let _ = pause.preview.take().map(|preview| preview.send(picture));
            }
            Err(error) => self.answer(id, Err(error.into())),
        }
    }

    fn finish(&mut self, id: u64) {
        let Some(session) = self.seats.get_mut(&id).and_then(|seat| seat.session.take()) else { return };
        let editor = &self.editor;
        let result = caught(|| editor.finish(session)).map_err(EngineError::from);
        self.answer(id, result);
    }
}

/// A panic in the model fails its job, not the worker.
fn caught<T>(work: impl FnOnce() -> Result<T, EditError>) -> Result<T, EditError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let text = panic
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| panic.downcast_ref::<&str>().copied());
        Err(EditError::Torch(format!("the model panicked: {}", text.unwrap_or("no reason given"))))
    })
}

//! The thread that owns the model and the device.
//!
//! The async side hands in jobs and gets an answer by channel; the thread runs one unit at a time (a begin, a denoising step of a batch, or a
//! finish) and asks [`schedule`] before each. A job that arrives joins at the next unit, a cancelled one leaves at the next unit.

pub mod schedule;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use foreshock_models::edit::{EditError, EditRequest, Edited, Editor, EditorInfo, LoadError, Session};
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
    /// Most tiles worked on at a time.
    pub max_sessions: usize,
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

enum Command {
    Run(Box<EngineJob>, oneshot::Sender<Result<Edited, EngineError>>),
    /// Give back what has not begun.
    Drain,
}

/// Handle of the engine's thread.
pub struct Engine {
    commands: Option<Sender<Command>>,
    thread: Option<JoinHandle<()>>,
    info: EditorInfo,
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
            Ok(Ok(info)) => Ok(Self { commands: Some(commands), thread: Some(thread), info }),
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
    pub fn submit(&self, job: EngineJob) -> oneshot::Receiver<Result<Edited, EngineError>> {
        let (answer, receiver) = oneshot::channel();
        let command = Command::Run(Box::new(job), answer);
        if let Some(Err(refused)) = self.commands.as_ref().map(|commands| commands.send(command))
            && let Command::Run(_, answer) = refused.0
        {
            let _ = answer.send(Err(EngineError::Gone("its thread has ended".to_owned())));
        }
        receiver
    }

    /// Gives back every job that has not begun; running ones go on.
    pub fn drain(&self) {
        if let Some(commands) = &self.commands {
            let _ = commands.send(Command::Drain);
        }
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
}

struct Loop {
    editor: Box<dyn Editor + Send>,
    schedule: Schedule,
    inbox: Receiver<Command>,
    seats: BTreeMap<u64, Seat>,
    next: u64,
    draining: bool,
}

impl Loop {
    fn new(editor: Box<dyn Editor + Send>, settings: EngineSettings, inbox: Receiver<Command>) -> Self {
        let schedule = Schedule::new(settings.max_batch, settings.max_sessions);
        Self { editor, schedule, inbox, seats: BTreeMap::new(), next: 0, draining: false }
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
                    state: match &seat.session {
                        None => State::Waiting,
                        Some(session) if session.is_done() => State::Done,
                        Some(session) => State::Running(session.batch_key().clone()),
                    },
                })
                .collect();
            match self.schedule.next(&entries) {
                Some(Unit::Begin(id)) => self.begin(id),
                Some(Unit::Step(ids)) => self.step(&ids),
                Some(Unit::Finish(id)) => self.finish(id),
                None => {}
            }
        }
    }

    /// Takes what has come in; waits when there is nothing to do. False when nobody can send any more and all is done.
    fn take_commands(&mut self) -> bool {
        let mut open = true;
        if self.seats.is_empty() {
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
        open || !self.seats.is_empty()
    }

    fn take(&mut self, command: Command) {
        match command {
            Command::Run(job, answer) => {
                let EngineJob { lane, request, cancel, deadline, progress } = *job;
                let seat =
                    Seat { lane, request: Some(request), session: None, cancel, deadline, progress, answer };
                self.seats.insert(self.next, seat);
                self.next += 1;
            }
            Command::Drain => self.draining = true,
        }
    }

    /// Cancelled, late and (when draining) unbegun jobs leave.
    fn clear_out(&mut self) {
        let now = Instant::now();
        let leaving: Vec<(u64, EngineError)> = self
            .seats
            .iter()
            .filter_map(|(id, seat)| {
                if seat.cancel.is_cancelled() {
                    Some((*id, EngineError::Cancelled))
                } else if now >= seat.deadline {
                    Some((*id, EngineError::Deadline))
                } else if self.draining && seat.session.is_none() {
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

"""A program on this machine does the work: ``foreshock local``, spoken to in lines of JSON.

Its standard output: its capabilities when the model is loaded, then events and outcomes as on the wire. Its standard
input: jobs and cancels. A program that dies is started again and gets the jobs without an outcome again; the caller's
journal is the truth for what was not even written.
"""

from __future__ import annotations

import io
import json
import logging
import subprocess  # nosec B404
import threading
from collections import OrderedDict, deque
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Deque, Dict, List, Optional, Tuple
from uuid import UUID

from ..core import codec, words
from ..core.broker_settings import LocalSettings
from ..core.errors import BrokerError, ForeshockError
from ..core.messages import (
    CAPABILITIES_SCHEMA,
    EVENT_SCHEMA,
    OUTCOME_SCHEMA,
    Cancel,
    Capabilities,
    Job,
)
from .client import Listener, State, fail, succeed
from .explain import closed, unreadable_answer

logger = logging.getLogger(__name__)

#: Deaths in a row, without any outcome in between, after which the program is not started again.
_MOST_DEATHS = 3
#: Jobs that the program has at a time. It takes whatever is written, and both sides keep it: thousands of tiles are
#: gigabytes. More than any number of them that is worked on together.
_MOST_UNANSWERED = 32
#: Pause before each new start, seconds, times the deaths so far.
_PAUSE = 0.5
#: Bytes read from the program at once; an outcome has some hundred thousand.
_BUFFER = 1 << 20
#: Last lines of the program's own words that are kept.
_LAST_WORDS = 20
#: A program that was asked to end gets so long, seconds, before it is ended by force.
_GRACE = 3.0
#: Exit codes by which the program says that starting again cannot help.
_BAD_SETTINGS, _NO_MODEL = 2, 3

_Key = Tuple[str, int]  # job id, tile index


@dataclass
class _Line:
    """A line for the program; a job's line has the key of its outcome."""

    body: bytes
    job_id: str
    key: Optional[_Key] = None
    future: Future = field(default_factory=Future)


class LocalClient:
    """A child process that lasts from :meth:`start` to :meth:`close`."""

    def __init__(self, settings: LocalSettings, listener: Listener) -> None:
        self._settings = settings
        self._listener = listener
        #: Guards everything below; notified when there is something to write or an end.
        self._changed = threading.Condition()
        self._lines: Deque[_Line] = deque()
        #: Jobs that were written, in order, until their outcome comes.
        self._unanswered: OrderedDict[_Key, _Line] = OrderedDict()
        self._questions: List[Future] = []
        self._capabilities: Optional[Capabilities] = None
        self._process: Optional[subprocess.Popen] = None
        self._has_ended = False
        self._closing = False
        self._deaths = 0
        self._fault: Optional[ForeshockError] = None
        self._ended: Optional[ForeshockError] = None
        self._last_words: Deque[str] = deque(maxlen=_LAST_WORDS)
        self._thread = threading.Thread(target=self._run, name="foreshock-local", daemon=True)

    # Called from any thread -------------------------------------------------------------------------------------

    def start(self) -> None:
        self._thread.start()

    def is_alive(self) -> bool:
        return self._thread.is_alive() and self._ended is None

    def close(self, timeout: float = 5.0) -> None:
        """Ends the program and the threads; what is not written yet fails."""
        with self._changed:
            self._closing = True
            process = self._process
            self._changed.notify_all()
        if process is not None:
            _end(process, min(_GRACE, timeout))
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join(timeout)

    def publish(self, job: Job) -> Future:
        """Hands one tile over. The future ends when the program has taken it, which may be when others are done."""
        body = job.body()
        return self._submit(_Line(body, str(job.job_id), (str(job.job_id), job.tile.index)))

    def cancel(self, job_id: UUID) -> Future:
        """Tells the program that nobody wants a request any more; its tiles are not sent again."""
        line = _Line(codec.dumps(Cancel(job_id)), str(job_id))
        with self._changed:
            dropped = [each for each in self._lines if each.job_id == line.job_id]
            self._lines = deque(each for each in self._lines if each.job_id != line.job_id)
            written = [key for key in self._unanswered if key[0] == line.job_id]
            for key in written:
                del self._unanswered[key]
            self._changed.notify_all()
        for each in dropped:
            succeed(each.future, None)
        if not written:
            succeed(line.future, None)
            return line.future
        return self._submit(line)

    def capabilities(self) -> Future:
        """Waits for the model; the future gives :class:`Capabilities`."""
        future: Future = Future()
        with self._changed:
            ended, known = self._ended_or_closing(), self._capabilities
            if ended is None and known is None:
                self._questions.append(future)
        if ended is not None:
            fail(future, ended)
        elif known is not None:
            succeed(future, known)
        return future

    def _submit(self, line: _Line) -> Future:
        with self._changed:
            ended = self._ended_or_closing()
            if ended is None:
                self._lines.append(line)
                self._changed.notify_all()
        if ended is not None:
            fail(line.future, ended)
        return line.future

    def _ended_or_closing(self) -> Optional[ForeshockError]:
        return self._ended or (closed() if self._closing else None)

    # On the client's own thread ---------------------------------------------------------------------------------

    def _run(self) -> None:
        while not self._closing:
            self._tell(State.RECONNECTING if self._deaths else State.CONNECTING)
            error, is_final = self._live()
            if self._closing:
                break
            self._deaths += 1
            if is_final or self._deaths > _MOST_DEATHS:
                self._finish(State.FAILED, error)
                return
            self._tell(State.RECONNECTING, error)
            with self._changed:
                self._changed.wait_for(lambda: self._closing, _PAUSE * self._deaths)
        self._finish(State.CLOSED, None)

    def _live(self) -> Tuple[ForeshockError, bool]:
        """One life of the program: gives why it ended, and whether another life would end the same way."""
        try:
            process = self._spawn()
        except OSError as error:
            return not_startable(self._settings, error), True
        readers = [
            threading.Thread(target=self._read, args=(process,), name="foreshock-local-out", daemon=True),
            threading.Thread(target=self._listen, args=(process,), name="foreshock-local-err", daemon=True),
        ]
        for reader in readers:
            reader.start()
        self._write(process)
        code = _end(process, _GRACE, is_ending=True)
        # All that it said, so that its last words can be quoted.
        for reader in readers:
            reader.join()
        for pipe in (process.stdin, process.stdout, process.stderr):
            pipe.close()
        with self._changed:
            self._process = None
            fault, self._fault = self._fault, None
            self._lines.extendleft(reversed(self._unanswered.values()))
            self._unanswered.clear()
        if fault is not None:
            return fault, False
        return self._explain(code), code in (_BAD_SETTINGS, _NO_MODEL)

    def _spawn(self) -> subprocess.Popen:
        settings = self._settings
        command = arguments(settings)
        with self._changed:
            self._last_words.clear()
            self._has_ended = False
            # A list, no shell, and the program that the user chose.
            process = subprocess.Popen(  # nosec B603
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                cwd=str(Path(settings.program).resolve().parent),
                bufsize=0,
                creationflags=NO_WINDOW,
            )
            self._process = process
        if self._closing:
            _end(process, _GRACE)
        return process

    def _write(self, process: subprocess.Popen) -> None:
        """Writes what waits, line by line, until the program or the client ends."""
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._place() is not None or self._closing or self._has_ended)
                if self._closing or self._has_ended:
                    return
                place = self._place()
                line = self._lines[place]
                del self._lines[place]
                # Before it is written: its outcome may be faster than we are.
                if line.key is not None:
                    self._unanswered[line.key] = line
            try:
                _write_all(process.stdin, line.body + b"\n")
            except (OSError, ValueError):
                if line.key is None:
                    succeed(line.future, None)  # nobody is left to cancel anything
                return  # it died; the jobs go out again
            succeed(line.future, None)

    def _place(self) -> Optional[int]:
        """Which of the lines may be written: a cancel at any time, a job while the program has not too many."""
        full = len(self._unanswered) >= _MOST_UNANSWERED
        return next((place for place, line in enumerate(self._lines) if line.key is None or not full), None)

    def _read(self, process: subprocess.Popen) -> None:
        """On a thread: the program's messages, until it ends."""
        try:
            with io.BufferedReader(process.stdout, _BUFFER) as lines:
                for line in lines:
                    if line.strip():
                        self._take(line)
        except ForeshockError as error:
            self._abort(process, error)
        except Exception as error:
            logger.exception("the local program's messages cannot be taken")
            self._abort(
                process, BrokerError(_tr("What the local program says cannot be taken: {reason}.").format(reason=error))
            )
        with self._changed:
            self._has_ended = True
            self._changed.notify_all()

    def _abort(self, process: subprocess.Popen, error: ForeshockError) -> None:
        self._fault = error
        _end(process, _GRACE)

    def _take(self, line: bytes) -> None:
        try:
            message: Dict[str, Any] = json.loads(line)
            schema = message["schema"]
        except (ValueError, KeyError, TypeError):
            raise BrokerError(
                _tr("The local program does not speak as expected: {words}").format(
                    words=line[:80].decode(errors="replace").strip()
                ),
                _tr("Plugin and program may be of different versions."),
            ) from None
        if schema == EVENT_SCHEMA:
            self._listener.on_event(line)
        elif schema == CAPABILITIES_SCHEMA:
            self._introduce(line)
        elif schema == OUTCOME_SCHEMA:
            self._listener.on_outcome(line)
            tile = message.get("tile")
            with self._changed:
                self._deaths = 0
                if tile is not None:
                    self._unanswered.pop((message.get("job_id"), tile.get("index")), None)
                else:
                    for key in [key for key in self._unanswered if key[0] == message.get("job_id")]:
                        del self._unanswered[key]
                self._changed.notify_all()

    def _introduce(self, line: bytes) -> None:
        """The model is loaded."""
        try:
            capabilities = Capabilities.parse(line)
        except ForeshockError as error:
            raise unreadable_answer(error) from None
        with self._changed:
            self._capabilities = capabilities
            questions, self._questions = self._questions, []
        self._tell(State.CONNECTED)
        self._listener.on_caught_up()  # nothing waits with a program that has just begun
        for question in questions:
            succeed(question, capabilities)

    def _listen(self, process: subprocess.Popen) -> None:
        """On a thread: the program's own words, for when it dies."""
        with io.TextIOWrapper(io.BufferedReader(process.stderr), "utf-8", "replace") as lines:
            for line in lines:
                if line.strip():
                    self._last_words.append(line.strip())

    def _explain(self, code: int) -> ForeshockError:
        last = (self._last_words[-1] if self._last_words else _tr("it said nothing")).removeprefix("foreshock: ")
        if not last.endswith((".", "!", "?")):
            last += "."
        if code == _NO_MODEL:
            return BrokerError(
                _tr("The model on this computer cannot be loaded: {words}").format(words=last),
                _tr("Choose another model folder in the connection settings."),
                permanent=True,
            )
        if code == _BAD_SETTINGS:
            return BrokerError(
                _tr("The program on this computer refuses its settings: {words}").format(words=last),
                _tr(
                    "Check program, model and threads in the connection settings; the program may be of another "
                    "version."
                ),
                permanent=True,
            )
        if code < 0:
            message = _tr("The program on this computer ended by signal {number}: {words}")
        else:
            message = _tr("The program on this computer ended with code {number}: {words}")
        return BrokerError(message.format(number=abs(code), words=last), self._what_now())

    def _what_now(self) -> str:
        if self._deaths < _MOST_DEATHS:
            return _tr("It is started again; nothing is lost.")
        return _tr(
            "It is not started again by itself: free memory, or choose fewer threads or a smaller model, and run again."
        )

    def _finish(self, state: State, error: Optional[ForeshockError]) -> None:
        with self._changed:
            self._ended = error or closed()
            waiting = [line.future for line in self._lines] + self._questions
            self._lines.clear()
            self._questions = []
        for future in waiting:
            fail(future, self._ended)
        self._tell(state, error)

    def _tell(self, state: State, error: Optional[ForeshockError] = None) -> None:
        self._listener.on_state(state, error)


#: Keeps Windows from opening a console.
NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def arguments(settings: LocalSettings) -> List[str]:
    """The command line."""
    command = [settings.program, "local"]
    if settings.model:
        command += ["--model", settings.model]
    if settings.threads:
        command += ["--threads", str(settings.threads)]
    return command


def not_startable(settings: LocalSettings, error: OSError) -> BrokerError:
    """Why there is no process at all."""
    return BrokerError(
        _tr("The program {path} cannot be started: {reason}.").format(
            path=settings.program, reason=error.strerror or error
        ),
        _tr("Choose the program “foreshock” in the connection settings."),
        permanent=True,
    )


def _write_all(pipe: Any, data: bytes) -> None:
    """Unbuffered, so that no lock is held by a write that waits for the program."""
    view = memoryview(data)
    while view:
        view = view[pipe.write(view) :]


def _end(process: subprocess.Popen, grace: float, is_ending: bool = False) -> int:
    """Ends a program, by force if it does not listen; gives its exit code. Any thread may call. One that is ending
    by itself is given time for it first."""
    steps = [process.terminate, process.kill]
    if is_ending:
        steps.insert(0, lambda: None)
    for step in steps:
        if process.poll() is None:
            step()
            try:
                process.wait(grace)
            except subprocess.TimeoutExpired:
                continue
    return process.wait()


def _tr(text: str) -> str:
    return words.translate("ForeshockLocal", text)

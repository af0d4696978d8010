"""What map servers answer while a layer is drawn. QGIS's providers leave out a map tile that did not come and say
nothing of it, so a late tile and a map that is empty there look alike; the answers tell them apart."""

from __future__ import annotations

import re
import threading
from typing import List, NamedTuple, Optional

from qgis.core import (
    QgsBlockingNetworkRequest,
    QgsFeedback,
    QgsNetworkAccessManager,
    QgsNetworkReplyContent,
    QgsNetworkRequestParameters,
)
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

#: The beginnings of the class names under which QGIS's providers ask map servers.
_ASKING = ("QgsWms", "QgsAms", "QgsArcGis")
#: Media types under which pictures come.
_PICTURES = ("image/", "application/octet-stream", "binary/octet-stream")
#: How much of a server's own words is shown, characters.
_WORDS = 160
#: How long the main thread may take to pass on what it has heard, seconds.
_PATIENCE = 10.0


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockDrawing", text)


class Fault(NamedTuple):
    """A map request that failed, and why."""

    request: QNetworkRequest
    reason: str


class MapAnswers(QObject):
    """Keeps the map requests that failed.

    It lives on the main thread, where QGIS tells of the requests of all threads: connecting Python to a signal on
    another thread can crash PyQt 5, whose table of connections is changed there without a lock."""

    _caught_up = pyqtSignal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._drawings = 0
        #: Since the first of the drawings that are under way began.
        self._faults: List[Fault] = []
        self._caught_up.connect(self._tell)
        self._manager = QgsNetworkAccessManager.instance()
        self._manager.finished[QgsNetworkReplyContent].connect(self._heard)

    def close(self) -> None:
        """On the main thread."""
        self._manager.finished[QgsNetworkReplyContent].disconnect(self._heard)
        self._caught_up.disconnect(self._tell)

    # On any thread ----------------------------------------------------------------------------------------------

    def __enter__(self) -> MapAnswers:
        with self._lock:
            self._drawings += 1
        return self

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._drawings -= 1
            if self._drawings == 0:
                self._faults.clear()

    def heard(self) -> int:
        """How many requests have failed so far."""
        with self._lock:
            return len(self._faults)

    def since(self, heard: int, feedback: QgsFeedback) -> Optional[List[Fault]]:
        """What has failed since then, whoever asked for it; none if that cannot be told. Waits until the main thread
        has heard all answers up to now."""
        told = threading.Event()
        self._caught_up.emit(told)
        waited = 0.0
        while waited < _PATIENCE and not feedback.isCanceled() and not told.wait(0.1):
            waited += 0.1
        with self._lock:
            return self._faults[heard:] if told.is_set() else None

    # On the main thread -----------------------------------------------------------------------------------------

    def _tell(self, told: threading.Event) -> None:
        told.set()

    def _heard(self, answer: QgsNetworkReplyContent) -> None:
        if self._drawings == 0:
            return
        request = answer.request()
        if _INITIATOR is not None and not str(request.attribute(_INITIATOR)).startswith(_ASKING):
            return
        reason = _reason(answer)
        if reason is not None:
            with self._lock:
                self._faults.append(Fault(QNetworkRequest(request), reason))


_running: Optional[MapAnswers] = None


def start() -> None:
    """Begins to listen; on the main thread, when the plugin is loaded."""
    global _running
    if _running is None:
        _running = MapAnswers()


def stop() -> None:
    """Ends it; on the main thread, when the plugin is unloaded."""
    global _running
    if _running is not None:
        _running.close()
        _running.deleteLater()
        _running = None


def running() -> Optional[MapAnswers]:
    """Who listens, if anyone does."""
    return _running


def words(fault: Fault, feedback: QgsFeedback) -> str:
    """Why a request failed, with what the server itself says of it: it is asked once more."""
    asking = QgsBlockingNetworkRequest()
    asking.get(QNetworkRequest(fault.request), True, feedback)
    answer = asking.reply()
    if _media_type(answer).startswith(_PICTURES):
        return fault.reason
    said = plain(bytes(answer.content())[:4096].decode("utf-8", "replace"))
    return (
        _tr("{reason}: {words}").format(reason=fault.reason, words=said)
        if said and said.lower() not in fault.reason.lower()
        else fault.reason
    )


def plain(text: str) -> str:
    """Text on one line, without markup, and without what follows the host of a URL: it may hold a key."""
    text = re.sub(r"<(style|script|head)\b.*?</\1>|<[^>]*>", " ", text, flags=re.DOTALL | re.IGNORECASE)
    text = re.sub(r"(\w+://)(?:[^/\s@]*@)?([^/\s?#]+)[^\s]*", r"\1\2/…", text)
    text = " ".join(text.split())
    return text if len(text) <= _WORDS else text[:_WORDS] + "…"


def _reason(answer: QgsNetworkReplyContent) -> Optional[str]:
    """What is wrong with an answer; none if it is a picture (or leads to another place)."""
    status = answer.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
    if answer.error() == QNetworkReply.NetworkError.OperationCanceledError:
        return _tr("no answer in time")
    if answer.error() != QNetworkReply.NetworkError.NoError or (status or 0) >= 400:
        phrase = answer.attribute(QNetworkRequest.Attribute.HttpReasonPhraseAttribute)
        return f"{status} {phrase}" if status else plain(answer.errorString())
    if answer.attribute(QNetworkRequest.Attribute.RedirectionTargetAttribute) is not None:
        return None
    kind = _media_type(answer)
    if kind and not kind.startswith(_PICTURES):
        return _tr("an answer that is no picture but {kind}").format(kind=kind)
    return _tr("an empty answer") if _header(answer, "content-length") == "0" else None


def _media_type(answer: QgsNetworkReplyContent) -> str:
    return _header(answer, "content-type").split(";")[0].strip().lower()


def _header(answer: QgsNetworkReplyContent, name: str) -> str:
    for header in answer.rawHeaderList():
        if bytes(header).decode("latin-1").lower() == name:
            return bytes(answer.rawHeader(header)).decode("latin-1")
    return ""


def _initiator() -> Optional[QNetworkRequest.Attribute]:
    """Where QGIS notes the class that asks. PyQt 6 knows Qt's own attributes only; then all requests are heard."""
    try:
        return QNetworkRequest.Attribute(QgsNetworkRequestParameters.RequestAttributes.AttributeInitiatorClass)
    except (TypeError, ValueError):
        return None


_INITIATOR = _initiator()

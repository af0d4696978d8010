"""What map servers answer while a layer is drawn. QGIS's providers leave out a map tile that did not come and say
nothing of it, so a late tile and a map that is empty there look alike; the answers tell them apart."""

from __future__ import annotations

import re
import threading
from typing import Dict, Optional

from qgis.core import QgsNetworkAccessManager, QgsNetworkRequestParameters
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

#: The beginnings of the class names under which QGIS's providers ask map servers.
_ASKING = ("QgsWms", "QgsAms", "QgsArcGis")
#: Media types under which pictures come.
_PICTURES = ("image/", "application/octet-stream", "binary/octet-stream")
#: How much of a server's own words is shown, characters.
_WORDS = 160


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockDrawing", text)


class MapAnswers:
    """Keeps the map requests that failed. QGIS may send them from any of its threads; ``with`` begins and ends it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._failed: Dict[str, str] = {}
        self._id = ""

    def __enter__(self) -> MapAnswers:
        self._id = QgsNetworkAccessManager.setReplyPreprocessor(self._sent)
        return self

    def __exit__(self, *_: object) -> None:
        QgsNetworkAccessManager.removeReplyPreprocessor(self._id)

    def forget(self) -> None:
        """Begins anew."""
        with self._lock:
            self._failed.clear()

    def failure(self) -> Optional[str]:
        """Why a request failed that has not come since, in the server's words; none if all came."""
        with self._lock:
            return next(iter(self._failed.values()), None)

    def _sent(self, request: QNetworkRequest, reply: QNetworkReply) -> None:
        attribute = QNetworkRequest.Attribute(QgsNetworkRequestParameters.RequestAttributes.AttributeInitiatorClass)
        if not str(request.attribute(attribute)).startswith(_ASKING):
            return
        url = request.url().toString()
        reply.finished.connect(lambda: self._answered(url, reply))

    def _answered(self, url: str, reply: QNetworkReply) -> None:
        fault = _fault(reply)
        with self._lock:
            if fault is None:
                self._failed.pop(url, None)
            else:
                self._failed[url] = fault


def _fault(reply: QNetworkReply) -> Optional[str]:
    """What is wrong with an answer; none if it is a picture (or leads to another place)."""
    status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
    reason = reply.attribute(QNetworkRequest.Attribute.HttpReasonPhraseAttribute)
    kind = str(reply.header(QNetworkRequest.KnownHeaders.ContentTypeHeader) or "").lower()
    said = "" if kind.startswith(_PICTURES) else in_words(bytes(reply.peek(4096)).decode("utf-8", "replace"))
    if reply.error() == QNetworkReply.NetworkError.OperationCanceledError:
        return _tr("no answer in time")
    if reply.error() != QNetworkReply.NetworkError.NoError or (status or 0) >= 400:
        first = f"{status} {reason}" if status else in_words(reply.errorString())
        return f"{first}: {said}" if said and said.lower() != str(reason).lower() else first
    if reply.attribute(QNetworkRequest.Attribute.RedirectionTargetAttribute) is not None:
        return None
    if reply.bytesAvailable() == 0:
        return _tr("an empty answer")
    if kind and not kind.startswith(_PICTURES):
        return said or _tr("an answer that is no picture ({kind})").format(kind=kind)
    return None


def in_words(text: str) -> str:
    """A server's words on one line, without markup, and without what follows the host of a URL: it may hold a key."""
    text = re.sub(r"<(style|script|head)\b.*?</\1>|<[^>]*>", " ", text, flags=re.DOTALL | re.IGNORECASE)
    text = re.sub(r"(\w+://)(?:[^/\s@]*@)?([^/\s?#]+)[^\s]*", r"\1\2/…", text)
    text = " ".join(text.split())
    return text if len(text) <= _WORDS else text[:_WORDS] + "…"

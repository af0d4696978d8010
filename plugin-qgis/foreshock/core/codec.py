"""Dataclasses to JSON and back, driven by their type hints; a refusal names the path of the field at fault."""

from __future__ import annotations

import base64
import binascii
import dataclasses
import json
import math
import re
import typing
from datetime import datetime, timezone
from enum import Enum
from functools import lru_cache
from typing import Any, Dict, Iterable, Type, TypeVar
from uuid import UUID

from . import limits, words
from .errors import ErrorCode, Refusal

T = TypeVar("T")

_BASE64 = re.compile(r"[A-Za-z0-9+/]*={0,2}")
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(\.\d+)?([Zz]|[+-]\d\d:\d\d)")


def signed(**kwargs: Any) -> Any:
    """A field whose whole number may be negative; all others count from 0."""
    return dataclasses.field(metadata={"signed": True}, **kwargs)


def optional_list() -> Any:
    """A list that is left out of the JSON when empty."""
    return dataclasses.field(default_factory=list, metadata={"skip_empty": True})


def _refuse(path: str, expected: str) -> Refusal:
    field = path or "body"
    message = _tr("{field}: must be {expected}").format(field=field, expected=expected)
    return Refusal(ErrorCode.INVALID_FIELD, message, field=field, limit=expected)


def _one_of(names: Iterable[str]) -> str:
    return _tr("one of {names}").format(names=", ".join(names))


@lru_cache(maxsize=None)
def _hints(kind: type) -> Dict[str, Any]:
    return typing.get_type_hints(kind)


def decode(kind: Type[T], value: Any, path: str = "") -> T:
    """Reads ``value`` (what ``json.loads`` gives) as ``kind``. Unknown keys are ignored unless the class denies
    them."""
    if not isinstance(value, dict):
        raise _refuse(path, _tr("an object"))
    hints = _hints(kind)
    found: Dict[str, Any] = {}
    names = set()
    for field in dataclasses.fields(kind):  # type: ignore[arg-type]
        names.add(field.name)
        where = f"{path}.{field.name}" if path else field.name
        if field.name in value:
            found[field.name] = _decode(hints[field.name], value[field.name], where, field.metadata)
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            if not _may_be_absent(hints[field.name]):
                raise _refuse(where, _tr("present"))
            found[field.name] = None
    if getattr(kind, "DENY_UNKNOWN", False):
        for name in value:
            if name not in names:
                raise _refuse(f"{path}.{name}" if path else name, _one_of(sorted(names)))
    return kind(**found)


def _may_be_absent(kind: Any) -> bool:
    return typing.get_origin(kind) is typing.Union and type(None) in typing.get_args(kind)


def _decode(kind: Any, value: Any, path: str, metadata: Any) -> Any:
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Union:
        return None if value is None else _decode(inner[0], value, path, metadata)
    if origin is list:
        return [_decode(inner[0], item, f"{path}[{i}]", metadata) for i, item in enumerate(_list(value, path))]
    if origin is tuple:
        items = _list(value, path)
        if len(items) != len(inner):
            raise _refuse(path, _tr("{count} values").format(count=len(inner)))
        return tuple(_decode(t, item, f"{path}[{i}]", metadata) for i, (t, item) in enumerate(zip(inner, items)))
    if origin is dict:
        if not isinstance(value, dict):
            raise _refuse(path, _tr("an object"))
        return {key: _decode(inner[1], item, f"{path}.{key}", metadata) for key, item in value.items()}
    if dataclasses.is_dataclass(kind):
        return decode(kind, value, path)
    return _scalar(kind, value, path, metadata)


def _list(value: Any, path: str) -> list:
    if not isinstance(value, list):
        raise _refuse(path, _tr("a list"))
    return value


def _scalar(kind: Any, value: Any, path: str, metadata: Any) -> Any:
    if kind is bool:
        if isinstance(value, bool):
            return value
        raise _refuse(path, _tr("true or false"))
    if kind is int:
        whole = isinstance(value, int) and not isinstance(value, bool)
        if whole and (value >= 0 or metadata.get("signed")):
            return value
        raise _refuse(path, _tr("a whole number") if metadata.get("signed") else _tr("a whole number from 0"))
    if kind is float:
        if isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value):
            return float(value)
        raise _refuse(path, _tr("a finite number"))
    if not isinstance(value, str):
        raise _refuse(path, _tr("a text"))
    if kind is str:
        return value
    if kind is bytes:
        return _bytes(value, path)
    if kind is UUID:
        try:
            return UUID(value)
        except ValueError:
            raise _refuse(path, _tr("a UUID")) from None
    if kind is datetime:
        return _time(value, path)
    if isinstance(kind, type) and issubclass(kind, Enum):
        try:
            return kind(value)
        except ValueError:
            raise _refuse(path, _one_of(str(each.value) for each in kind)) from None
    raise TypeError(f"no rule reads {kind!r}")


def _bytes(value: str, path: str) -> bytes:
    try:
        if not _BASE64.fullmatch(value):
            raise binascii.Error("alphabet")
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        raise _refuse(path, _tr("standard base64")) from None


def _time(value: str, path: str) -> datetime:
    match = _TIME.fullmatch(value)
    if not match:
        raise _refuse(path, _tr("a time in RFC 3339"))
    day, clock, fraction, zone = match.groups()
    # Python keeps microseconds; finer digits are dropped.
    digits = ((fraction or ".0")[1:] + "000000")[:6]
    zone = "+00:00" if zone in "Zz" else zone
    try:
        return datetime.fromisoformat(f"{day}T{clock}.{digits}{zone}").astimezone(timezone.utc)
    except ValueError:
        raise _refuse(path, _tr("a time in RFC 3339")) from None


def encode(value: Any) -> Any:
    """What ``json.dumps`` takes. Absent values and empty optional lists are left out."""
    if dataclasses.is_dataclass(value):
        result = {}
        for field in dataclasses.fields(value):
            item = getattr(value, field.name)
            if item is None or (field.metadata.get("skip_empty") and not item):
                continue
            result[field.name] = encode(item)
        return result
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (list, tuple)):
        return [encode(item) for item in value]
    if isinstance(value, dict):
        return {key: encode(item) for key, item in value.items()}
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime):
        return value.astimezone(timezone.utc).isoformat().replace("+00:00", "Z")
    return value


def dumps(value: Any) -> bytes:
    """The JSON body of a message, UTF-8."""
    return json.dumps(encode(value), ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def parse_object(body: bytes, schema: str) -> Dict[str, Any]:
    """The object in a message body, after its size and its schema version."""
    if len(body) > limits.MAX_BODY_BYTES:
        limit = _tr("at most {most} bytes").format(most=limits.MAX_BODY_BYTES)
        message = _tr("the message has {size} bytes ({limit})").format(size=len(body), limit=limit)
        raise Refusal(ErrorCode.TOO_LARGE, message, field="body", limit=limit)
    try:
        value = json.loads(body.decode("utf-8"), parse_constant=_no_constant)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        message = _tr("the message is not a JSON object")
        raise Refusal(ErrorCode.INVALID_MESSAGE, message, field="body", limit="a JSON object in UTF-8")
    if value.get("schema") != schema:
        said = str(value.get("schema"))[:60]
        message = _tr("this message says schema {said}; this side reads {schema}").format(said=said, schema=schema)
        raise Refusal(ErrorCode.UNKNOWN_SCHEMA, message, field="schema", limit=schema)
    return value


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")


def _tr(text: str) -> str:
    return words.translate("ForeshockCodec", text)

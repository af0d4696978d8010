"""8-bit PNG (grey, RGB, RGBA; not interlaced) with the standard library's zlib: QGIS ships no PNG writer that is
bit-exact for alpha 0, and the wire needs exactly that."""

from __future__ import annotations

import struct
import zlib
from typing import Iterator, Tuple

import numpy as np

from .errors import ErrorCode, Refusal

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_COLOUR_TYPE = {1: 0, 3: 2, 4: 6}
_CHANNELS = {colour: channels for channels, colour in _COLOUR_TYPE.items()}
#: Longest side that :func:`decode` takes, px.
_MAX_SIDE = 4096


def encode(pixels: np.ndarray) -> bytes:
    """A PNG of ``[h, w]`` or ``[h, w, c]`` 8-bit px with c = 1, 3 or 4."""
    image = np.ascontiguousarray(pixels if pixels.ndim == 3 else pixels[..., None])
    if image.dtype != np.uint8 or image.shape[2] not in _COLOUR_TYPE:
        raise ValueError(f"a PNG takes 8-bit grey, RGB or RGBA, not {image.dtype} × {image.shape[2]}")
    height, width, channels = image.shape
    header = struct.pack(">IIBBBBB", width, height, 8, _COLOUR_TYPE[channels], 0, 0, 0)
    body = zlib.compress(_filtered(image.reshape(height, width * channels), channels), 6)
    return _SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _filtered(rows: np.ndarray, channels: int) -> bytes:
    """Each row by the filter (None, Sub, Up) with the smallest sum of magnitudes: the usual heuristic."""
    left = np.zeros_like(rows)
    left[:, channels:] = rows[:, :-channels]
    above = np.zeros_like(rows)
    above[1:] = rows[:-1]
    options = np.stack([rows, rows - left, rows - above])
    cost = np.abs(options.view(np.int8).astype(np.int16)).sum(axis=2)
    best = cost.argmin(axis=0)
    chosen = options[best, np.arange(rows.shape[0])]
    return np.concatenate([best.astype(np.uint8)[:, None], chosen], axis=1).tobytes()


def decode(data: bytes) -> np.ndarray:
    """The ``[h, w, c]`` px of a PNG; refuses what is not one of the three kinds above."""
    if not data.startswith(_SIGNATURE):
        raise _broken("it does not begin like a PNG")
    width, height, channels = 0, 0, 0
    packed = bytearray()
    for kind, body in _chunks(data):
        if kind == b"IHDR":
            width, height, channels = _header(body)
        elif kind == b"IDAT":
            packed += body
    if not channels:
        raise _broken("it has no header")
    stride = width * channels
    unpacker = zlib.decompressobj()
    try:
        raw = unpacker.decompress(bytes(packed), height * (stride + 1))
    except zlib.error as error:
        raise _broken(f"its data are damaged ({error})") from None
    if len(raw) != height * (stride + 1):
        raise _broken("it ends early")
    return _unfiltered(np.frombuffer(raw, np.uint8).reshape(height, stride + 1), channels).reshape(
        height, width, channels
    )


def _chunks(data: bytes) -> Iterator[Tuple[bytes, bytes]]:
    place = len(_SIGNATURE)
    while place < len(data):
        if place + 12 > len(data):
            raise _broken("it ends early")
        (length,) = struct.unpack_from(">I", data, place)
        kind, body = data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        end = place + 12 + length
        if end > len(data):
            raise _broken("it ends early")
        if struct.unpack_from(">I", data, end - 4)[0] != zlib.crc32(kind + body):
            raise _broken("a checksum is wrong")
        yield kind, body
        place = end


def _header(body: bytes) -> Tuple[int, int, int]:
    if len(body) != 13:
        raise _broken("its header has a wrong length")
    width, height, depth, colour, _, _, interlace = struct.unpack(">IIBBBBB", body)
    if not (1 <= width <= _MAX_SIDE and 1 <= height <= _MAX_SIDE):
        raise _broken(f"{width} × {height} px is beyond {_MAX_SIDE} a side")
    if depth != 8 or colour not in _CHANNELS or interlace:
        raise _broken("only 8-bit grey, RGB and RGBA without interlacing are read")
    return width, height, _CHANNELS[colour]


def _unfiltered(rows: np.ndarray, channels: int) -> np.ndarray:
    kinds, lines = rows[:, 0], rows[:, 1:].copy()
    above = np.zeros(lines.shape[1], dtype=np.uint8)
    for kind, line in zip(kinds, lines):
        if kind == 1:
            line[:] = np.cumsum(line.reshape(-1, channels), axis=0, dtype=np.uint8).ravel()
        elif kind == 2:
            line += above
        elif kind in (3, 4):
            _unfilter_slow(int(kind), line, above, channels)
        elif kind != 0:
            raise _broken(f"it uses an unknown filter ({kind})")
        above = line
    return lines


def _unfilter_slow(kind: int, line: np.ndarray, above: np.ndarray, channels: int) -> None:
    """Average and Paeth, whose bytes depend on the byte just decoded."""
    row, up = line.tolist(), above.tolist()
    for i, value in enumerate(row):
        a = row[i - channels] if i >= channels else 0
        if kind == 3:
            row[i] = (value + (a + up[i]) // 2) & 255
            continue
        c = up[i - channels] if i >= channels else 0
        estimate = a + up[i] - c
        near = sorted(((abs(estimate - a), 0, a), (abs(estimate - up[i]), 1, up[i]), (abs(estimate - c), 2, c)))
        row[i] = (value + near[0][2]) & 255
    line[:] = row


def _broken(fact: str) -> Refusal:
    message = f"the image cannot be read: {fact}"
    return Refusal(ErrorCode.INVALID_IMAGE, message, limit="PNG, 8-bit grey, RGB or RGBA")

"""Stretch, composition and PNG."""

from __future__ import annotations

import base64
import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from foreshock.core import png
from foreshock.core.compose import Blend, clear_of, compose
from foreshock.core.errors import Refusal
from foreshock.core.percentiles import percentile_range, spread
from foreshock.core.stretch import BandStretch, Stretch


def test_stretch(fixtures: Path) -> None:
    fixture = json.loads((fixtures / "stretch.json").read_bytes())
    for row in fixture["bands"]:
        band = BandStretch(**row["band"])
        for sample, value in row["to_u8"]:
            assert band.to_u8(np.array([sample]))[0] == value
        for value, sample in row["from_u8"]:
            assert band.from_u8(np.array([value]))[0] == sample
    for row in fixture["percentile"]:
        assert of(np.array(row["samples"])) == tuple(row["range"])


def test_nan_becomes_zero() -> None:
    assert BandStretch(1, 10.0, 20.0).to_u8(np.array([np.nan, np.inf, -np.inf])).tolist() == [0, 255, 0]


def of(samples: np.ndarray, parts: int = 1) -> Any:
    """The range of samples that come by in so many pieces."""
    return percentile_range(lambda: np.array_split(samples, parts), samples.dtype)


@pytest.mark.parametrize("kind", ["u1", "i2", "u2", "i4", "u4", "f4", "f8"])
def test_percentiles_of_pieces_are_those_of_the_whole(kind: str) -> None:
    dice = np.random.default_rng(3)
    for size in (1, 2, 49, 50, 51, 5000):
        if kind.startswith("f"):
            samples = (dice.normal(0.0, 1.0, size) * 10.0 ** dice.integers(-30, 30, size)).astype(kind)
        else:
            bounds = np.iinfo(kind)
            samples = dice.integers(bounds.min, bounds.max, size, dtype=kind, endpoint=True)
        ordered = np.sort(samples)
        low, high = (float(ordered[math.floor(share * (size - 1) + 0.5)]) for share in (0.02, 0.98))
        assert of(samples, 3) == of(samples) == spread(low, high, float(ordered[0]), float(ordered[-1]))
    assert of(np.array([], dtype=kind)) is None


def test_a_flat_stretch_is_refused() -> None:
    band = BandStretch(1, 0.0, 255.0)
    with pytest.raises(Refusal) as refused:
        Stretch((band, band, BandStretch(1, 3.0, 3.0))).check()
    assert refused.value.field == "stretch.bands[2]"


def test_compose(fixtures: Path) -> None:
    for row in json.loads((fixtures / "compose.json").read_bytes()):
        source = np.array([[row["source"]]], dtype=row["type"])
        edited, weight = np.array([[row["edited"]]]), np.array([[row["weight"]]])
        # float32 cases name a source that float32 cannot hold; the formula takes it as it is.
        if source.dtype.kind == "f" and row["weight"] < 1.0 and row["type"] == "float32":
            mixed = (1.0 - row["weight"]) * row["source"] + row["weight"] * row["edited"]
            edited, weight = np.array([[mixed]]), np.array([[1.0]])
        found = compose(source, edited, weight, row["nodata"])
        assert found.dtype == source.dtype and float(found[0, 0]) == row["sample"], row


@pytest.mark.parametrize("kind", ["float32", "float64"])
@pytest.mark.parametrize("nodata", [128.0, -9999.0, 0.0, 255.99])
def test_near_nodata_is_moved_off_it(kind: str, nodata: float) -> None:
    """As GDAL compares: ARE_REAL_EQUAL."""
    dtype = np.dtype(kind)
    value = dtype.type(nodata)
    samples = float(value) * (1.0 + np.linspace(-1.5e-6, 1.5e-6, 101))
    found = compose(np.ones(samples.shape, dtype), samples, np.ones(samples.shape), nodata).astype(np.float64)
    tolerance = 2 * float(np.finfo(np.float32).eps) * np.abs(found + float(value))
    assert ((found != float(value)) & (np.abs(found - float(value)) >= tolerance)).all()


def test_weight_zero_keeps_the_source_bit_for_bit() -> None:
    bits = np.array([[0x7FC00001, 0x80000000, 0x00000001, 0x7F800000]], dtype=np.uint32)
    source = bits.view(np.float32)
    found = compose(source, np.full((1, 4), 7.0), np.zeros((1, 4)), None)
    assert (found.view(np.uint32) == bits).all()


def test_blending_two_tiles() -> None:
    blend = Blend(1, 2)
    place = (slice(0, 1), slice(0, 2))
    one = np.array([[[100, 0, 0, 255], [100, 0, 0, 0]]], dtype=np.uint8)
    two = np.array([[[200, 0, 0, 255], [200, 0, 0, 0]]], dtype=np.uint8)
    blend.add(place, one, np.array([0.25, 0.5]), np.array([1.0]))
    blend.add(place, two, np.array([0.75, 0.5]), np.array([1.0]))
    assert blend.weight().tolist() == [[1.0, 0.0]]
    assert blend.edited()[0].tolist() == [[175.0, 0.0, 0.0], [0.0, 0.0, 0.0]]


@pytest.mark.parametrize("channels", [1, 3, 4])
@pytest.mark.parametrize("size", [(1, 1), (16, 16), (33, 70)])
def test_png_round_trip(channels: int, size: tuple) -> None:
    dice = np.random.default_rng(5)
    noise = dice.integers(0, 256, (*size, channels), dtype=np.uint8)
    ramp = np.broadcast_to(np.arange(size[1], dtype=np.uint8)[None, :, None], (*size, channels))
    for pixels in (noise, ramp):
        assert (png.decode(png.encode(pixels)) == pixels).all()


def test_png_is_what_gdal_reads() -> None:
    gdal = pytest.importorskip("osgeo.gdal")
    pixels = np.random.default_rng(6).integers(0, 256, (20, 31, 4), dtype=np.uint8)
    pixels[3:9, 4:20, 3] = 0
    gdal.FileFromMemBuffer("/vsimem/round.png", png.encode(pixels))
    read = gdal.Open("/vsimem/round.png").ReadAsArray()
    assert (np.moveaxis(read, 0, -1) == pixels).all()
    # What GDAL writes uses the filters that the encoder here does not.
    memory = gdal.GetDriverByName("MEM").Create("", 31, 20, 4)
    memory.WriteArray(np.moveaxis(pixels, -1, 0))
    gdal.GetDriverByName("PNG").CreateCopy("/vsimem/theirs.png", memory)
    size = gdal.VSIStatL("/vsimem/theirs.png").size
    handle = gdal.VSIFOpenL("/vsimem/theirs.png", "rb")
    theirs = bytes(gdal.VSIFReadL(1, size, handle))
    gdal.VSIFCloseL(handle)
    assert (png.decode(theirs) == pixels).all()


def test_all_png_filters() -> None:
    import struct
    import zlib

    pixels = np.random.default_rng(8).integers(0, 256, (5, 7, 3), dtype=np.uint8)
    rows = pixels.reshape(5, 21).astype(int)
    raw = b""
    for y, kind in enumerate([4, 3, 2, 1, 4]):
        line = []
        for x in range(21):
            a = rows[y, x - 3] if x >= 3 else 0
            b = rows[y - 1, x] if y else 0
            c = rows[y - 1, x - 3] if y and x >= 3 else 0
            p = a + b - c
            paeth = a if abs(p - a) <= abs(p - b) and abs(p - a) <= abs(p - c) else b if abs(p - b) <= abs(p - c) else c
            line.append((rows[y, x] - {1: a, 2: b, 3: (a + b) // 2, 4: paeth}[kind]) % 256)
        raw += bytes([kind, *line])
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", 7, 5, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(raw)), (b"IEND", b"")]
    data = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )
    assert (png.decode(data) == pixels).all()


def test_broken_png_is_refused(fixtures: Path) -> None:
    job = json.loads((fixtures / "messages" / "valid" / "job_minimal.json").read_bytes())
    good = base64.b64decode(job["source"]["png"])
    assert png.decode(good).shape == (16, 16, 3)
    flipped = bytearray(good)
    flipped[-20] ^= 1
    huge = png.encode(np.zeros((1, 1), dtype=np.uint8))
    huge = huge[:16] + b"\xff\xff\xff\xff" + huge[20:]
    for bad in (b"", b"GIF89a", good[:40], good[:-3], bytes(flipped), huge):
        with pytest.raises(Refusal):
            png.decode(bad)


@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint32", "float32", "float64"])
def test_edited_samples_leave_ranges_that_mean_nodata(dtype: str) -> None:
    samples = np.arange(0, 120, dtype=dtype)
    touched = samples % 7 != 0
    # Two that leave no whole number between them, nodata beside them, and one that is open downwards.
    ranges = [(-1.7e308, 3.0), (50.0, 59.5), (60.0, 70.0)]
    found = clear_of(samples, touched, ranges, 71.0)
    inside = np.logical_or.reduce([(found >= low) & (found <= high) for low, high in ranges]) | (found == 71)
    assert found.dtype == samples.dtype and not inside[touched].any()
    assert (found[~touched] == samples[~touched]).all()
    kept = (samples > 3) & ~((samples >= 50) & (samples <= 71))
    assert (found[kept] == samples[kept]).all(), "nothing else moves"
    if np.dtype(dtype).kind != "f":
        assert found[[2, 51, 69]].tolist() == [4, 49, 72]
    else:
        assert 3 < found[2] < 3.001 and 59.5 < found[59] < 60


def test_a_range_that_is_the_whole_type_moves_nothing() -> None:
    samples = np.array([0, 7, 255], dtype=np.uint8)
    assert (clear_of(samples, np.ones(3, dtype=bool), [(-5.0, 300.0)], None) == samples).all()

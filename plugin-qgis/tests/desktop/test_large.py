"""What a very large raster costs QGIS: memory is held to a bound, time on the main thread is told."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path
from typing import Iterator, List, Tuple

import numpy as np
import pytest
import scenes
from desk import ARTEFACTS, Desk, Profile
from fleet import Fleet
from osgeo import gdal

SIDE, AREA = 20_000, 4_000
#: First column and row of the area.
AT = (9_008, 7_504)
GSD = 0.5
#: What QGIS may grow by while the request runs, bytes.
GROWTH = 300 * 1024 * 1024


@pytest.fixture(scope="module")
def vast() -> Iterator[Path]:
    """20,000 × 20,000 px RGB, written only where the area is."""
    path = ARTEFACTS / "data" / "Vast.tif"
    path.parent.mkdir(parents=True, exist_ok=True)
    options = ["SPARSE_OK=TRUE", "TILED=YES", "COMPRESS=DEFLATE", "PHOTOMETRIC=RGB"]
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), SIDE, SIDE, 3, gdal.GDT_Byte, options)
    dataset.SetGeoTransform([500_000.0, GSD, 0.0, 5_000_000.0, 0.0, -GSD])
    dataset.SetProjection(scenes.wkt(32633))
    block = (scenes.aerial(1000, 1000, 3) * 255).astype(np.uint8)
    for row in range(0, AREA, 1000):
        for col in range(0, AREA, 1000):
            dataset.WriteRaster(AT[0] + col, AT[1] + row, 1000, 1000, np.roll(block, row + col, axis=2).tobytes())
    dataset.BuildOverviews("NEAREST", [16, 64])
    dataset = None
    yield path
    path.unlink()


def resident(pid: int) -> int:
    """Bytes of a process that are in memory."""
    found = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    return int(found[1]) * 1024 if found else 0


def test_a_part_of_a_very_large_raster(desk: Desk, profile: Profile, tiny_fleet: Fleet, vast: Path) -> None:
    samples: List[Tuple[float, int]] = []
    west, north = 500_000 + AT[0] * GSD, 5_000_000 - AT[1] * GSD
    area = [west, north - AREA * GSD, west + AREA * GSD, north]
    plan = {"url": tiny_fleet.url, "layer": "Vast", "area": area, "seconds": 900}
    facts = desk.drive("large", profile, plan, 1100, [vast], lambda pid: samples.append((time.time(), resident(pid))))[
        "facts"
    ]
    before = [size for when, size in samples if when <= facts["run_at"]][-1]
    peak = max(size for when, size in samples if when > facts["run_at"])
    report = {
        "size": facts["size"],
        "seconds": facts["seconds"],
        "memory_before_mb": before >> 20,
        "memory_peak_mb": peak >> 20,
        "memory_growth_mb": (peak - before) >> 20,
        **facts["watchdog"],
    }
    (ARTEFACTS / "large" / "report.json").write_text(json.dumps(report, indent=1))
    print(json.dumps(report, indent=1))

    ours, theirs = gdal.Open(facts["result"]["path"]), gdal.Open(str(vast))
    assert (ours.RasterXSize, ours.RasterYSize) == (AREA, AREA)
    assert ours.GetGeoTransform() == (west, GSD, 0.0, north, 0.0, -GSD)
    after, source = ours.ReadAsArray(0, 0, 512, 512), theirs.ReadAsArray(*AT, 512, 512)
    assert (after != source).any(), "the tiny model changes something"
    assert peak - before < GROWTH

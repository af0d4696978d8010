"""The provenance file: what it says, hashes computed by other means, and whether anything that was changed is found."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any, Callable, Dict, Optional

import finished
import numpy as np
import pytest
import scenes
from foreshock.core import provenance_file
from foreshock.core.errors import ForeshockError
from foreshock.core.grid import Window
from foreshock.core.provenance_file import provenance_path
from foreshock.core.request import SimulationRequest
from foreshock.imagery.footprint import Cancelled, footprint_path
from foreshock.imagery.testimony import SourceRaster, Verdict, verify
from foreshock.jobs.assembling import assemble
from osgeo import gdal
from qgis.core import QgsRasterLayer


@pytest.fixture
def composed(qgis_app: object, tmp_path: Path) -> SimulationRequest:
    """A result of a window of a scene, with all that lies beside it."""
    return compose(tmp_path, scenes.rgb(tmp_path / "town secret.tif"))


def compose(folder: Path, scene: Path, mask_wkt: Optional[str] = None) -> SimulationRequest:
    layer = QgsRasterLayer(str(scene), "town", "gdal")
    request = finished.request_of(layer, folder / "out" / "result.tif", Window(30, 40, 200, 150))
    request = replace(request, mask_wkt=mask_wkt)
    assemble(request, finished.journal_of(request, folder / "journal", finished.everything), lambda _share: True)
    return request


def members(request: SimulationRequest) -> Dict[str, Any]:
    return json.loads(Path(provenance_path(request.output)).read_text(encoding="utf-8"))


def rewrite(request: SimulationRequest, change: Callable[[Dict[str, Any]], None]) -> None:
    """Changes the file as somebody would who knows no more than JSON."""
    document = members(request)
    change(document)
    Path(provenance_path(request.output)).write_text(json.dumps(document), encoding="utf-8")


def against_source(request: SimulationRequest) -> Verdict:
    return verify(request.output, source=SourceRaster(request.source.path, request.source.open_options))


def test_it_says_what_was_asked_and_who_made_it(composed: SimulationRequest) -> None:
    document = members(composed)
    assert (document["schema"], document["synthetic"]) == ("foreshock.provenance.v1", True)
    assert "not an observation" in document["notice"] and document["client"].startswith("foreshock-qgis ")
    asked = document["request"]
    assert (asked["job_id"], asked["instruction"]) == (str(composed.job_id), "flood the low streets")
    assert (asked["params"]["seed"], asked["params"]["model"]) == (3, composed.params.model)
    assert asked["window"] == {"col": 30, "row": 40, "width": 200, "height": 150}
    assert tuple(asked["geotransform"]) == composed.geotransform().t
    assert (asked["source"], asked["crs_wkt"]) == ("town", composed.source.crs_wkt)
    assert document["worker"]["synthetic"] is True and document["worker"]["model_digest"]
    assert document["tags"]["FORESHOCK_SYNTHETIC"] == "YES"
    text = Path(provenance_path(composed.output)).read_text(encoding="utf-8")
    assert "secret" not in text and os.path.dirname(composed.source.path) not in text


def test_the_hashes_are_those_of_the_samples(composed: SimulationRequest) -> None:
    """Computed here from arrays, as a third party would from the definition."""
    document = members(composed)
    result = gdal.Open(composed.output).ReadAsArray()
    source = gdal.Open(composed.source.path).ReadAsArray(30, 40, 200, 150)
    for said, samples in ((document["result"], result), (document["source"], source)):
        assert (said["width"], said["height"], said["sample_type"]) == (200, 150, "Byte")
        assert said["bands"] == [hashlib.sha256(np.ascontiguousarray(band).tobytes()).hexdigest() for band in samples]
    footprint = Path(footprint_path(composed.output))
    assert document["footprint"] == {
        "name": footprint.name,
        "sha256": hashlib.sha256(footprint.read_bytes()).hexdigest(),
    }
    seal = document.pop("sha256")
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert hashlib.sha256(text.encode()).hexdigest() == seal


def test_samples_of_more_bytes_are_little_endian_and_the_mask_has_its_own(qgis_app: object, tmp_path: Path) -> None:
    samples = (scenes.aerial(300, 420, 3) * 9000).astype(np.uint16)
    internal = np.full((300, 420), 255, dtype=np.uint8)
    internal[:60, :60] = 0
    request = compose(tmp_path, scenes.write(tmp_path / "deep.tif", samples, internal_mask=internal))
    said = members(request)["source"]
    part = samples[:, 40:190, 30:230]
    assert said["bands"] == [hashlib.sha256(band.astype("<u2").tobytes()).hexdigest() for band in part]
    assert said["mask"] == hashlib.sha256(np.ascontiguousarray(internal[40:190, 30:230]).tobytes()).hexdigest()
    assert verify(request.output).agrees and against_source(request).agrees


def test_what_was_written_agrees(composed: SimulationRequest) -> None:
    verdict = against_source(composed)
    assert verdict.agrees and not verdict.problems and len(verdict.agreeing) == 6
    assert "no signature" in verdict.summary()


def test_files_that_moved_together_agree(composed: SimulationRequest, tmp_path: Path) -> None:
    there = tmp_path / "elsewhere"
    Path(composed.output).parent.rename(there)
    assert verify(str(there / "result.tif")).agrees


@pytest.mark.parametrize("band", [1, 3])
def test_one_px_is_found(composed: SimulationRequest, band: int) -> None:
    dataset = gdal.Open(composed.output, gdal.GA_Update)
    samples = dataset.GetRasterBand(band).ReadAsArray(77, 88, 1, 1)
    dataset.GetRasterBand(band).WriteArray(samples ^ 1, 77, 88)
    dataset = None
    verdict = verify(composed.output)
    assert not verdict.agrees and "not what its provenance file says" in verdict.summary()
    assert verdict.problems == [f"The pixels of the picture are not those that were written (bands: {band})."]


@pytest.mark.parametrize(
    ("tag", "value"), [("FORESHOCK_INSTRUCTION", "a sunny day"), ("FORESHOCK_SYNTHETIC", None), ("FORESHOCK_NEW", "1")]
)
def test_a_tag_is_found(composed: SimulationRequest, tag: str, value: str) -> None:
    dataset = gdal.Open(composed.output, gdal.GA_Update)
    tags = {**dataset.GetMetadata(), tag: value}
    dataset.SetMetadata({key: each for key, each in tags.items() if each is not None})
    dataset = None
    verdict = verify(composed.output)
    assert verdict.problems == [f"Tags of the picture differ from the provenance file: {tag}."]


def test_another_place_is_found(composed: SimulationRequest) -> None:
    dataset = gdal.Open(composed.output, gdal.GA_Update)
    t = list(dataset.GetGeoTransform())
    dataset.SetGeoTransform([t[0] + 0.25, *t[1:]])
    dataset = None
    assert verify(composed.output).problems == ["The picture lies elsewhere than the provenance file says."]


def test_a_word_in_the_file_is_found(composed: SimulationRequest) -> None:
    def change(document: Dict[str, Any]) -> None:
        document["request"]["instruction"] = "a sunny day"

    rewrite(composed, change)
    verdict = verify(composed.output)
    assert verdict.problems == ["The provenance file itself was changed: its own hash does not fit."]


def test_a_file_that_only_fits_itself_is_found(composed: SimulationRequest) -> None:
    """Somebody made the file's own hash anew, and forgot the picture."""

    def change(document: Dict[str, Any]) -> None:
        document["tags"]["FORESHOCK_SEED"] = "4"
        document["result"]["bands"][1] = "0" * 64
        document["sha256"] = provenance_file.seal(document)

    rewrite(composed, change)
    assert len(verify(composed.output).problems) == 2


def test_a_changed_or_missing_footprint_is_found(composed: SimulationRequest) -> None:
    footprint = Path(footprint_path(composed.output))
    footprint.write_text(footprint.read_text().replace('"pixels": ', '"pixels": 1'))
    assert "was changed" in verify(composed.output).problems[0]
    footprint.unlink()
    assert "is missing" in verify(composed.output).problems[0]


def test_another_source_is_found(composed: SimulationRequest, tmp_path: Path) -> None:
    samples = gdal.Open(composed.source.path).ReadAsArray()
    samples[0, 100, 100] ^= 1
    other = scenes.write(tmp_path / "other.tif", samples)
    verdict = verify(composed.output, source=SourceRaster(str(other)))
    assert len(verdict.problems) == 1 and "was not made from this source" in verdict.problems[0]
    small = scenes.rgb(tmp_path / "small.tif", height=50, width=50)
    verdict = verify(composed.output, source=SourceRaster(str(small)))
    assert len(verdict.problems) == 1 and "does not lie inside" in verdict.problems[0]


def test_px_outside_the_window_do_not_matter(composed: SimulationRequest, tmp_path: Path) -> None:
    samples = gdal.Open(composed.source.path).ReadAsArray()
    samples[:, :40] = 0
    other = scenes.write(tmp_path / "other.tif", samples)
    assert verify(composed.output, source=SourceRaster(str(other))).agrees


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{}", "schema"),
        ("[]", "object"),
        ("{", "no provenance file"),
        ('{"schema": "foreshock.provenance.v9"}', "no provenance file"),
    ],
)
def test_what_is_no_provenance_file_is_refused(composed: SimulationRequest, text: str, words: str) -> None:
    Path(provenance_path(composed.output)).write_text(text)
    with pytest.raises(ForeshockError, match=words):
        verify(composed.output)


def test_a_later_version_of_the_file_is_refused(composed: SimulationRequest) -> None:
    def change(document: Dict[str, Any]) -> None:
        document["schema"] = "foreshock.provenance.v9"

    rewrite(composed, change)
    with pytest.raises(ForeshockError, match="v9"):
        verify(composed.output)


def test_without_the_file_nothing_is_said(composed: SimulationRequest) -> None:
    os.remove(provenance_path(composed.output))
    with pytest.raises(ForeshockError, match="cannot be read"):
        verify(composed.output)


def test_a_call_off_takes_all_of_it_away(qgis_app: object, tmp_path: Path) -> None:
    """Also what an earlier result of this name has left."""
    scene = scenes.rgb(tmp_path / "scene.tif")
    request = compose(tmp_path, scene)
    folder = Path(request.output).parent
    earlier = Path(provenance_path(request.output)).read_bytes()
    shares = []

    def until_it_is_hashed(share: float) -> bool:
        shares.append(share)
        return share < 0.97

    again = replace(request, job_id=finished.request_of(QgsRasterLayer(str(scene), "s", "gdal"), folder / "x").job_id)
    journal = finished.journal_of(again, tmp_path / "again", finished.everything)
    assert earlier and sorted(each.name for each in folder.iterdir()) == [
        "result.footprint.geojson",
        "result.provenance.json",
        "result.tif",
    ]
    with pytest.raises(Cancelled):
        assemble(again, journal, until_it_is_hashed)
    assert shares[-1] >= 0.97 and list(folder.iterdir()) == []


def test_where_it_cannot_be_written_the_result_stays_without_the_old_one(
    composed: SimulationRequest, tmp_path: Path
) -> None:
    """Its folder cannot be written where a folder has the name that the file has until it is whole."""
    (Path(provenance_path(composed.output) + ".partial")).mkdir()
    journal = finished.journal_of(composed, tmp_path / "again", finished.everything)
    made = assemble(composed, journal, lambda _share: True)
    assert Path(made.path).exists() and made.footprint and not Path(provenance_path(composed.output)).exists()


def test_a_new_result_has_a_new_file(composed: SimulationRequest, tmp_path: Path) -> None:
    before = Path(provenance_path(composed.output)).read_bytes()
    changed = replace(composed, instruction="let it burn")
    assemble(changed, finished.journal_of(changed, tmp_path / "again", finished.everything), lambda _share: True)
    assert Path(provenance_path(composed.output)).read_bytes() != before
    assert verify(composed.output).agrees


def test_gdal_that_raises_is_understood(qgis_app: object, raising: None, tmp_path: Path) -> None:
    request = compose(tmp_path, scenes.rgb(tmp_path / "scene.tif"))
    assert against_source(request).agrees
    with pytest.raises(ForeshockError):
        verify(request.output, source=SourceRaster(str(tmp_path / "nowhere.tif")))


def test_it_can_be_called_off(composed: SimulationRequest) -> None:
    with pytest.raises(Cancelled):
        verify(composed.output, go_on=lambda _share: False)


def test_names() -> None:
    assert provenance_path("a/out.tif") == str(Path("a/out.provenance.json"))
    assert provenance_path("flood.v1.2") == "flood.v1.2.provenance.json"

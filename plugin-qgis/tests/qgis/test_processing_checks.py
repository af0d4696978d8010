"""The Processing provider without a broker: what is registered, and what is refused before anything begins."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any, Dict
from uuid import uuid4

import pytest
import scenes
from foreshock.connection import Connection, ConnectionStore
from foreshock.core.broker_settings import BrokerSettings
from foreshock.core.errors import ForeshockError
from foreshock.jobs.client_folder import ClientFolder, FolderInUse, UnknownRequest
from foreshock.processing import parameters as shared
from processing_session import ALGORITHMS
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)

pytestmark = pytest.mark.usefixtures("no_broker")

URL = "amqps://ana:quite-secret@broker.example.org/x"
ROOT = Path(__file__).resolve().parents[2]


def algorithm(name: str) -> Any:
    return QgsApplication.processingRegistry().createAlgorithmById(f"foreshock:{name}")


def reason(name: str, parameters: Dict[str, Any]) -> str:
    """Why the parameters are refused; empty if they are not."""
    fits, text = algorithm(name).checkParameterValues(parameters, QgsProcessingContext())
    assert fits == (not text)
    return text


@pytest.fixture
def asked(tmp_path: Path) -> Dict[str, Any]:
    source = scenes.rgb(tmp_path / "town.tif", height=90, width=90)
    return {"INPUT": str(source), "INSTRUCTION": "flood", "URL": URL, "OUTPUT": str(tmp_path / "out.tif")}


def test_the_provider(provider: Any) -> None:
    assert sorted(each.name() for each in provider.algorithms()) == ALGORITHMS
    for each in provider.algorithms():
        assert each.shortHelpString() and each.shortDescription() and each.tags() and not each.icon().isNull()
        assert each.helpUrl().startswith("https://") and each.displayName() != each.name()
        assert not each.flags() & each.flags().__class__(each.Flag.FlagNoThreading)
    simulate = algorithm("simulate")
    assert {each.name() for each in simulate.outputDefinitions()} == {
        "OUTPUT",
        "JOB_ID",
        "TILES",
        "CACHE_HITS",
        "CHANGED_FRACTION",
        "CHANGED_AREA",
        "FOOTPRINT",
        "SECONDS",
    }


def test_scenarios_are_those_of_the_wire(fixtures: Path) -> None:
    from foreshock.core.messages import Capabilities

    capabilities = Capabilities.parse((fixtures / "messages" / "valid" / "capabilities.json").read_bytes())
    assert shared.preset_ids() == [None, *(preset.id for preset in capabilities.presets)]


def test_loading_needs_no_windows() -> None:
    code = """
import sys
from pathlib import Path
from qgis.core import QgsApplication
app = QgsApplication([], False)
QgsApplication.initQgis()
import foreshock
plugin = foreshock.classFactory(None)
plugin.initProcessing()
registry = QgsApplication.processingRegistry()
assert len(registry.providerById("foreshock").algorithms()) > 5
ours = [name for name in sys.modules if name.startswith("foreshock.")]
assert "foreshock.processing.simulate" in ours
assert not [name for name in ours if name.startswith("foreshock.gui")], ours
# Some builds of PyQGIS load qgis.gui by themselves, so what counts is what our modules ask for.
asking = [name for name in ours if "qgis.gui" in Path(sys.modules[name].__file__).read_text("utf-8")]
assert not asking, asking
plugin.unload()
assert registry.providerById("foreshock") is None
QgsApplication.exitQgis()
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_password_is_kept_out_of_the_history_of_processing(tmp_path: Path) -> None:
    """In QGIS with its windows, parameters are written down; elsewhere an address may hold its password."""
    source = scenes.rgb(tmp_path / "town.tif", height=90, width=90)
    code = f"""
from qgis.core import QgsApplication, QgsProcessingContext
app = QgsApplication([], False, "", "desktop")
QgsApplication.initQgis()
import foreshock
plugin = foreshock.classFactory(None)
plugin.initProcessing()
algorithm = QgsApplication.processingRegistry().createAlgorithmById("foreshock:simulate")
asked = {{"INPUT": {str(source)!r}, "INSTRUCTION": "flood", "OUTPUT": "x.tif", "URL": {URL!r}}}
fits, text = algorithm.checkParameterValues(asked, QgsProcessingContext())
assert not fits and "history" in text and "quite-secret" not in text, text
asked["URL"] = "amqps://ana@broker.example.org/x"
assert algorithm.checkParameterValues(asked, QgsProcessingContext())[0]
del algorithm
plugin.unload()
QgsApplication.exitQgis()
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_words_are_needed(asked: Dict[str, Any]) -> None:
    assert reason("simulate", asked) == ""
    assert "Nothing says what shall happen" in reason("simulate", {**asked, "INSTRUCTION": "  "})
    assert reason("simulate", {**asked, "INSTRUCTION": "", "PRESET": 1}) == ""
    assert "2000 bytes" in reason("simulate", {**asked, "INSTRUCTION": "x" * 3000})


def test_a_connection_is_needed(asked: Dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    del asked["URL"]
    for name, parameters in (("simulate", asked), ("collect", {}), ("cancel", {"JOB_IDS": str(uuid4())})):
        assert "No broker is set" in reason(name, parameters)
    assert "unencrypted" in reason("simulate", {**asked, "URL": "amqp://ana:x@broker.example.org/x"})
    monkeypatch.setenv(shared.URL_VARIABLE, URL)
    assert reason("simulate", asked) == ""
    monkeypatch.delenv(shared.URL_VARIABLE)
    # The plugin's own connection, as its window stores it.
    ConnectionStore().save(Connection(url=URL))
    assert reason("simulate", asked) == ""
    context = QgsProcessingContext()
    with pytest.raises(ForeshockError, match="password of the broker is not known"):
        shared.read_connection(algorithm("simulate"), asked, context)


def test_the_windows_lend_their_connection(provider: Any, asked: Dict[str, Any]) -> None:
    del asked["URL"]
    store = ConnectionStore()
    store.save(Connection(url=URL))
    provider.session = store.settings
    try:
        settings = shared.read_connection(algorithm("simulate"), asked, QgsProcessingContext())
    finally:
        provider.session = None
    assert replace(settings, ca_pem="") == BrokerSettings.from_url(URL)


def test_rasters_are_looked_at_early(asked: Dict[str, Any], tmp_path: Path) -> None:
    rotated = scenes.rgb(tmp_path / "rotated.tif", geotransform=(500_000.0, 0.4, 0.3, 5_000_000.0, 0.3, -0.4))
    assert "rotated" in reason("simulate", {**asked, "INPUT": str(rotated)})
    assert "does not overlap" in reason("simulate", {**asked, "AREA": "0,1,0,1 [EPSG:32633]"})
    huge = tmp_path / "huge.vrt"
    bands = "".join(f'<VRTRasterBand dataType="Byte" band="{number}"/>' for number in (1, 2, 3))
    huge.write_text(
        f'<VRTDataset rasterXSize="3000000" rasterYSize="3000000"><SRS>EPSG:32633</SRS>'
        f"<GeoTransform>500000, 0.5, 0, 5000000, 0, -0.5</GeoTransform>{bands}</VRTDataset>"
    )
    assert "tiles; choose a smaller one" in reason("simulate", {**asked, "INPUT": str(huge)})
    assert reason("simulate", {**asked, "INPUT": str(huge), "AREA": "500100,500200,4999800,4999900 [EPSG:32633]"}) == ""
    assert "does not end in .tif" in reason("simulate", {**asked, "OUTPUT": str(tmp_path / "out.png")})


def test_batches_are_checked(asked: Dict[str, Any], tmp_path: Path) -> None:
    layer = QgsVectorLayer("Polygon?crs=EPSG:32633&field=what:string", "areas", "memory")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(500_001, 4_999_980, 500_010, 4_999_990)))
    layer.dataProvider().addFeatures([feature])
    batch = {
        "INPUT": asked["INPUT"],
        "AREAS": layer,
        "URL": URL,
        "OUTPUT_FOLDER": str(tmp_path),
        "INDEX": QgsProcessing.TEMPORARY_OUTPUT,
    }
    assert "Nothing says what shall happen" in reason("simulatebatch", batch)
    assert "single quotes" in reason("simulatebatch", {**batch, "INSTRUCTION": "flood the streets"})
    for words in ({"INSTRUCTION": "'flood'"}, {"INSTRUCTION_FIELD": "what"}, {"PRESET": 2}):
        assert reason("simulatebatch", {**batch, **words}) == ""


def test_ids_are_checked() -> None:
    assert "is no id" in reason("collect", {"JOB_IDS": "7", "URL": URL})
    assert "is no id" in reason("cancel", {"JOB_IDS": f"{uuid4()}, no", "URL": URL})
    assert "No request is named" in reason("cancel", {"JOB_IDS": " , ", "URL": URL})
    assert reason("cancel", {"JOB_IDS": f"{uuid4()} {uuid4()}", "URL": URL}) == ""


def test_the_folder_that_holds_a_request(asked: Dict[str, Any], tmp_path: Path, fixtures: Path) -> None:
    from foreshock.core.messages import Capabilities
    from foreshock.processing.asking import new_request
    from foreshock.processing.scene import Scene

    root = tmp_path / "clients"
    capabilities = Capabilities.parse((fixtures / "messages" / "valid" / "capabilities.json").read_bytes())
    scene = Scene.of(QgsRasterLayer(asked["INPUT"], "town", "gdal"))
    wanted = shared.Scenario("", "flood", 2, "", None, 5)
    request = new_request(scene, scene.window(), None, wanted, capabilities, asked["OUTPUT"])
    assert request.instruction == capabilities.presets[0].instructions[2] and request.params.steps == 4

    first, second = ClientFolder.take(root), ClientFolder.take(root)
    second.journal.add(request)
    with pytest.raises(FolderInUse, match="another QGIS"):
        ClientFolder.holding(root, request.job_id)
    with pytest.raises(UnknownRequest):
        ClientFolder.holding(root, uuid4())
    assert ClientFolder.waiting(root) == []
    name = second.client_id
    first.release()
    second.release()
    held = ClientFolder.holding(root, request.job_id)
    assert held.client_id == name
    held.release()
    (waiting,) = ClientFolder.waiting(root)
    assert waiting.client_id == name
    # The folder without open requests is free.
    other = ClientFolder.take(root)
    assert other.client_id != name
    other.release()
    waiting.release()


def test_verdicts(fixtures: Path) -> None:
    from foreshock.core.messages import Failure, Outcome, TileId
    from foreshock.jobs import verdict

    job_id = uuid4()
    done = Outcome.parse((fixtures / "messages" / "valid" / "outcome_done.json").read_bytes())
    failed = Outcome(
        job_id, "w", "failed", TileId(1, 2, 1, 0), failed=Failure("unknown_words", "say it in English", False)
    )
    assert verdict.failure([done]) is None
    said = "The model cannot read the instruction. The fleet says: Say it in English."
    assert verdict.failure([done, failed]).message == f"1 of 2 tiles failed. {said}"
    assert (
        verdict.failure([failed]).message == said and "a language that the model reads" in verdict.worded(failed).hint
    )
    cancelled = Outcome(job_id, "w", "cancelled", TileId(0, 1, 0, 0))
    assert "called off" in verdict.failure([cancelled]).message

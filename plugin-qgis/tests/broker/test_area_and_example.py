"""A drawn area and an example, through a real broker and a real worker: nothing outside the area changes by a bit, and the
example is looked at."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional, Tuple

import numpy as np
import pytest

pytest.importorskip("qgis.core", reason="PyQGIS is not installed")

import qgis_session
import scenes
from foreshock.core.broker_settings import BrokerSettings
from foreshock.core.errors import ForeshockError
from foreshock.core.grid import Geotransform
from foreshock.core.messages import Capabilities, Outcome
from foreshock.core.request import SimulationRequest
from foreshock.gui.example_panel import ExamplePanel
from foreshock.imagery import area
from foreshock.imagery.inspect import inspect
from foreshock.imagery.mask import rasterise
from foreshock.jobs.service import SimulationService
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsGeometry, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapLayerComboBox
from services import Services
from test_real_worker import PATIENCE, Fleet

CRS = QgsCoordinateReferenceSystem("EPSG:32633")


@pytest.fixture
def fleet(qgis_app: object, private_services: Services, tmp_path: Path) -> Iterator[Fleet]:
    running = Fleet(private_services, tmp_path)
    yield running
    running.stop()
    qgis_session.tidy()


class User:
    """Asks the fleet, without a window."""

    def __init__(self, fleet: Fleet, folder: Path) -> None:
        self.fleet = fleet
        self.settings = BrokerSettings.from_url(fleet.url)
        self.service = SimulationService(folder / "clients")
        self.failures: List[ForeshockError] = []
        self.service.collector.failed.connect(lambda _, error: self.failures.append(error))

    def capabilities(self) -> Capabilities:
        found: List[Capabilities] = []
        self.service.capabilities_received.connect(found.append)
        for _ in range(PATIENCE // 5):
            # The worker is still loading its model.
            self.service.ask_capabilities(self.settings)
            if qgis_session.spin_until(lambda: found, 5):
                return found[0]
        raise AssertionError(self.fleet.tail())

    def run(self, request: SimulationRequest) -> Tuple[np.ndarray, Dict[int, Outcome]]:
        """The result's samples, and what the worker answered."""
        self.service.submit(request, self.settings)
        output = Path(request.output)
        qgis_session.spin_until(lambda: output.exists() or self.failures, PATIENCE)
        assert output.exists(), f"{[str(each) for each in self.failures]}\n{self.fleet.tail()}"
        return gdal.Open(str(output)).ReadAsArray(), self.fleet.outcomes(request.job_id)


def added(path: Path) -> QgsRasterLayer:
    layer = QgsRasterLayer(str(path), path.stem, "gdal")
    assert QgsProject.instance().addMapLayer(layer) is not None
    return layer


def test_only_inside_and_as_the_example_shows(fleet: Fleet, tmp_path: Path) -> None:
    project = QgsProject.instance()
    layer = added(scenes.rgb(tmp_path / "scene.tif", height=120, width=160))
    source = inspect(layer)
    corner = Geotransform(scenes.UTM)

    def ring(*places: Tuple[float, float]) -> str:
        return "(" + ", ".join("{:.6f} {:.6f}".format(*corner.apply(*place)) for place in (*places, places[0])) + ")"

    # Drawn in degrees: a triangle with a hole, over several tiles of 64 px.
    outline = ring((20, 15), (140, 30), (60, 110)) + ", " + ring((60, 40), (75, 40), (75, 55), (60, 55))
    drawn = QgsGeometry.fromWkt(f"POLYGON({outline})")
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    drawn.transform(QgsCoordinateTransform(CRS, degrees, project))
    chosen = area.of_geometry(source, CRS, drawn, degrees, project)
    before = added(scenes.write(tmp_path / "before.tif", (scenes.aerial(96, 96, 4) * 6000).astype(np.uint16)))
    after = added(scenes.write(tmp_path / "after.tif", np.full((3, 96, 96), 230, np.uint8)))
    panel = ExamplePanel()
    panel.findChild(QgsMapLayerComboBox, "exampleBefore").setLayer(before)
    panel.findChild(QgsMapLayerComboBox, "exampleAfter").setLayer(after)

    user = User(fleet, tmp_path)
    capabilities = user.capabilities()
    model = capabilities.models[0]
    assert model.max_examples >= 1
    panel.set_limit(model.max_examples)

    def request(name: str, mask: Optional[str], examples: List[Any]) -> SimulationRequest:
        return SimulationRequest.new(
            layer_id=layer.id(),
            layer_name="scene",
            source=source,
            window=chosen.window,
            instruction="flood the low streets",
            model=model,
            capabilities=capabilities,
            steps=1,
            seed=7,
            output=str(tmp_path / f"{name}.tif"),
            mask_wkt=mask,
            examples=examples,
        )

    fleet.heard()
    plain, _ = user.run(request("plain", chosen.mask_wkt, []))
    shown, outcomes = user.run(request("shown", chosen.mask_wkt, panel.sources(project)))
    assert outcomes and all(each.done and each.done.cache == "miss" for each in outcomes.values())
    assert (plain != shown).any(), "the example makes a difference"

    window = chosen.window
    truth = gdal.Open(source.path).ReadAsArray(window.col, window.row, window.width, window.height)
    inside = rasterise(chosen.mask_wkt, corner, window)
    assert 0.2 < inside.mean() < 0.8
    for result in (plain, shown):
        assert (result[:, ~inside] == truth[:, ~inside]).all()
        assert (result[:, inside] != truth[:, inside]).any()
    # Without the mask more would have changed: the worker's answer alone does not keep it.
    free, _ = user.run(request("free", None, []))
    assert (free[:, ~inside] != truth[:, ~inside]).any()
    user.service.close()

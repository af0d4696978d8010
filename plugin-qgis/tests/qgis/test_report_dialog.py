"""*Report…*: what the user fills in, what comes out, and what is said when it cannot."""

from __future__ import annotations

import base64
import os
from pathlib import Path
from typing import Any, Iterator, List

import pytest
import qgis_session
import reports
import scenes
from fake_iface import FakeIface
from foreshock.assess.affected import Affected, AffectedRow, Question
from foreshock.assess.making import Order
from foreshock.assess.subject import Subject
from foreshock.compat import is_gone
from foreshock.gui.report_dialog import ReportDialog, open_report
from foreshock.gui.report_task import ReportTask
from foreshock.layers.family import SOURCE_ID, Family
from map_server import MapServer
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.gui import QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QObject, Qt, QUrl, pyqtSlot
from qgis.PyQt.QtGui import QDesktopServices, QImage
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
)
from windows import child

_PATIENCE = 60


class Opened(QObject):
    """Stands for the programs that open files."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: List[str] = []

    @pyqtSlot(QUrl)
    def open(self, url: QUrl) -> None:
        self.urls.append(url.toLocalFile())


@pytest.fixture
def opened(qgis_app: object) -> Iterator[Opened]:
    handler = Opened()
    QDesktopServices.setUrlHandler("file", handler, "open")
    yield handler
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def family(iface: FakeIface, tmp_path: Path) -> Family:
    return reports.result(reports.source(tmp_path), tmp_path, scenario="Flood")


def answer(name: str) -> Affected:
    totals = AffectedRow(None, "", 3, 17, 0.0, 12.0, None)
    return Affected(name, Question(), has_length=False, has_area=True, rows=(), totals=totals)


@pytest.fixture
def show(iface: FakeIface) -> Iterator[Any]:
    """Opens the dialog as the plugin does."""
    shown: List[ReportDialog] = []

    def opener(family: Family, *affected: Affected) -> ReportDialog:
        dialog = open_report(iface, family, affected, iface.mainWindow())
        shown.append(dialog)
        assert dialog.isVisible() and not dialog.isModal()
        return dialog

    yield opener
    for dialog in shown:
        if not is_gone(dialog):
            dialog.close()


def make(dialog: ReportDialog) -> None:
    """Presses the button, and waits until it is over."""
    button = child(dialog, QPushButton, "make")
    button.click()
    assert qgis_session.spin_until(button.isEnabled, _PATIENCE)


def problem(dialog: ReportDialog) -> str:
    label = child(dialog, QLabel, "problem")
    return label.text() if label.isVisible() else ""


def test_a_report_beside_the_result(family: Family, tmp_path: Path, show: Any, opened: Opened) -> None:
    dialog = show(family)
    assert child(dialog, QLineEdit, "title").text() == "ortho: Flood"
    assert child(dialog, QgsFileWidget, "file").filePath() == str(tmp_path / "result.report.html")
    child(dialog, QLineEdit, "author").setText("Ana")
    child(dialog, QPlainTextEdit, "notes").setPlainText("look at the bridge")
    made: List[List[str]] = []
    dialog.written.connect(made.append)
    make(dialog)
    assert problem(dialog) == ""
    assert made == [[str(tmp_path / "result.report.html")]] and opened.urls == made[0]
    page = reports.Page((tmp_path / "result.report.html").read_text("utf-8"))
    for words in ("ortho: Flood", "Ana · Report of", "look at the bridge", "of the pixels differ from the source"):
        assert words in page.words
    done = child(dialog, QLabel, "done")
    assert done.isVisible() and "result.report.html" in done.text()
    done.linkActivated.emit(QUrl.fromLocalFile(made[0][0]).toString())
    assert opened.urls == made[0] * 2
    assert QgsApplication.taskManager().countActiveTasks() == 0


def test_choices_are_remembered(family: Family, tmp_path: Path, show: Any, opened: Opened) -> None:
    dialog = show(family)
    child(dialog, QLineEdit, "author").setText(" Ana, flood office ")
    child(dialog, QComboBox, "format").setCurrentIndex(1)
    assert child(dialog, QgsFileWidget, "file").filePath() == str(tmp_path / "result.report.pdf")
    child(dialog, QCheckBox, "open").setChecked(False)
    make(dialog)
    assert (tmp_path / "result.report.pdf").read_bytes().startswith(b"%PDF")
    assert opened.urls == []
    dialog.close()
    again = show(family)
    assert child(again, QLineEdit, "author").text() == "Ana, flood office"
    assert child(again, QComboBox, "format").currentData() == "pdf"
    assert not child(again, QCheckBox, "open").isChecked()
    # The name of the first is taken.
    assert child(again, QgsFileWidget, "file").filePath() == str(tmp_path / "result.report_2.pdf")


def test_tables_of_affected_features(family: Family, tmp_path: Path, show: Any, opened: Opened) -> None:
    dialog = show(family, *(answer(name) for name in ("houses", "roads", "fields", "wells")))
    tables = child(dialog, QListWidget, "affected")
    states = [tables.item(number).checkState() == Qt.CheckState.Checked for number in range(4)]
    assert states == [True, True, True, False], "as many as fit on a page"
    tables.item(3).setCheckState(Qt.CheckState.Checked)
    make(dialog)
    assert "4 tables of affected features do not fit" in problem(dialog)
    for number in (0, 2):
        tables.item(number).setCheckState(Qt.CheckState.Unchecked)
    make(dialog)
    words = reports.Page((tmp_path / "result.report.html").read_text("utf-8")).words
    assert "Affected: roads" in words and "Affected: wells" in words
    assert "Affected: houses" not in words and "Affected: fields" not in words


def test_a_series_or_one_of_it(iface: FakeIface, tmp_path: Path, show: Any, opened: Opened) -> None:
    families = reports.series(reports.source(tmp_path), tmp_path, ["ankle", "eaves"])
    dialog = show(families[1])
    title = child(dialog, QLineEdit, "title")
    assert child(dialog, QCheckBox, "series").isChecked() and title.text() == "ortho: series of 2 results"
    make(dialog)
    path = tmp_path / "result_1.report.html"
    assert "Side by side" in reports.Page(path.read_text("utf-8")).words
    child(dialog, QCheckBox, "series").setChecked(False)
    assert title.text() == "ortho: Flood eaves"
    title.setText("Exercise")
    for scope in (True, False):
        child(dialog, QCheckBox, "series").setChecked(scope)
        assert title.text() == "Exercise"
    make(dialog)
    words = reports.Page(path.read_text("utf-8")).words
    assert "Side by side" not in words and "Flood eaves on “ortho”" in words


def made_from(family: Family, server: MapServer, query: str) -> None:
    """Says that a result was made from a layer of a map server."""
    url = f"{server.url}/xyz/{{z}}/{{x}}/{{y}}.png{query}"
    drawn = QgsRasterLayer(f"type=xyz&zmin=0&zmax=19&url={url}", "map", "wms")
    assert drawn.isValid()
    QgsProject.instance().addMapLayer(drawn)
    family.result.setCustomProperty(SOURCE_ID, drawn.id())


def test_the_layer_before_may_be_a_map_servers(family: Family, tmp_path: Path, show: Any, opened: Opened) -> None:
    """It is drawn in the result's coordinate system while QGIS goes on; it cannot be compared px by px."""
    with MapServer() as server:
        made_from(family, server, "")
        dialog = show(family)
        make(dialog)
        assert problem(dialog) == ""
        assert any("/xyz/" in path for path in server.asked)
        page = reports.Page((tmp_path / "result.report.html").read_text("utf-8"))
        before, after, _ = (
            reports.pixels(QImage.fromData(base64.b64decode(each["src"].split(",", 1)[1]))) for each in page.images
        )
        inside = (slice(100, -100), slice(100, -100))
        assert before.shape == after.shape and before[inside].std() > 5
        assert "Not checked: the raster that it was made from is no file that is here." in page.words
        # A server that does not answer does not hold up the one who waits for it. What came is kept by its address.
        made_from(family, server, "?again")
        server.flowing.clear()
        server.asked.clear()
        child(dialog, QPushButton, "make").click()
        assert qgis_session.spin_until(lambda: server.asked, _PATIENCE)
        dialog.close()
        assert qgis_session.spin_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0, 20)
        server.flowing.set()


def test_one_result_asks_no_more_than_it_must(family: Family, show: Any) -> None:
    dialog = show(family)
    assert dialog.findChild(QCheckBox, "series") is None
    assert dialog.findChild(QListWidget, "affected") is None


def test_elevation(family: Family, tmp_path: Path, show: Any, opened: Opened) -> None:
    """Water on level ground: whether it lies below its level is told."""
    heights = scenes.aerial(reports.HEIGHT, reports.WIDTH, 1).astype("float32")
    dem = QgsRasterLayer(str(scenes.write(tmp_path / "dem.tif", heights)), "heights", "gdal")
    QgsProject.instance().addMapLayer(dem)
    dialog = show(family)
    box = child(dialog, QgsMapLayerComboBox, "dem")
    assert box.currentLayer() is None
    assert [box.itemText(number) for number in range(box.count())] == ["", "heights"]
    box.setLayer(dem)
    make(dialog)
    path = tmp_path / "result.report.html"
    assert "the change has its level at" in reports.Page(path.read_text("utf-8")).words
    child(dialog, QCheckBox, "plausibility").setChecked(False)
    assert not box.isEnabled()
    make(dialog)
    assert "Plausibility" not in reports.Page(path.read_text("utf-8")).words


def test_refusals_say_what_to_do(family: Family, tmp_path: Path, show: Any, opened: Opened) -> None:
    dialog = show(family)
    title, file = child(dialog, QLineEdit, "title"), child(dialog, QgsFileWidget, "file")
    name = title.text()
    title.setText("  ")
    make(dialog)
    assert problem(dialog) == "The report has no title. Give it one."
    title.setText(name)
    file.setFilePath("")
    make(dialog)
    assert problem(dialog) == "No file is chosen. Choose where the report goes."
    (tmp_path / "blocked").write_text("", encoding="utf-8")
    file.setFilePath(str(tmp_path / "blocked" / "report"))
    make(dialog)
    assert file.filePath().endswith("report.html"), "the ending is added"
    assert "cannot be written" in problem(dialog) and opened.urls == []
    notes = child(dialog, QPlainTextEdit, "notes")
    notes.setPlainText("x" * 912)
    assert "their last 12 letters" in problem(dialog)
    notes.setPlainText("x" * 900)
    assert problem(dialog) == ""
    QgsProject.instance().removeMapLayer(family.result.id())
    make(dialog)
    assert "The result is not in the project any more." in problem(dialog)


def test_an_error_leaves_no_layers_behind(family: Family, tmp_path: Path, opened: Opened) -> None:
    """Layers that were made on a worker thread go there, not later with the traceback of an error."""
    order = Order([Subject.of(family)], "x", [str(tmp_path / "result.tif" / "report.pdf")])
    ended: List[Any] = []
    task = ReportTask(order)
    task.ended.connect(lambda written, error: ended.append((written, error)))
    QgsApplication.taskManager().addTask(task)
    assert qgis_session.spin_until(lambda: ended, _PATIENCE)
    ((written, error),) = ended
    assert written is None and "cannot be written" in error.message and error.hint
    assert error.__traceback__ is None and error.__context__ is None


def test_closing_calls_it_off(family: Family, tmp_path: Path, show: Any, opened: Opened) -> None:
    dialog = show(family)
    child(dialog, QPushButton, "make").click()
    dialog.close()
    assert qgis_session.spin_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0, _PATIENCE)
    assert not [name for name in os.listdir(tmp_path) if "report" in name] and opened.urls == []


def test_f1_and_the_button_ask_for_help(family: Family, show: Any) -> None:
    dialog = show(family)
    asked: List[bool] = []
    dialog.help_requested.connect(lambda: asked.append(True))
    QTest.keyClick(child(dialog, QLineEdit, "title"), Qt.Key.Key_F1)
    assert len(asked) == 1
    (box,) = dialog.findChildren(QDialogButtonBox)
    box.button(QDialogButtonBox.StandardButton.Help).click()
    assert len(asked) == 2

"""The plugin in simplified Chinese: no window shows a word of English."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Iterator, List

import foreshock
import pytest
import scenes
import translations
import ts_file
from all_windows import WINDOWS
from fake_iface import FakeIface
from foreshock import translations as installed
from foreshock.connection import ConnectionStore
from foreshock.core import words
from foreshock.core.errors import ErrorCode
from foreshock.core.messages import Capabilities, Failure, Outcome
from foreshock.core.progress import Progress
from foreshock.gui.buttons import translate_wizard, translated
from foreshock.gui.connection_dialog import ConnectionDialog
from foreshock.gui.first_run import FirstRun
from foreshock.gui.simulate_dialog import SimulateDialog
from foreshock.jobs import verdict
from listing import English, Shown, listed
from processing_session import QgisProcess
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QTranslator
from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox, QMessageBox, QWizard

#: What has no other name in Chinese: ours, formats, units, signs of settings.
NAMES = [
    *(
        "Foreshock",
        "QGIS",
        "RabbitMQ",
        "GDAL",
        "GeoTIFF",
        "GeoJSON",
        "HTML",
        "PDF",
        "RGB",
        "URL",
        "TLS",
        "CA",
        "PEM",
        "AMQP",
    ),
    *("px", "cm", "km", "km²", "m²", "ha", "min", "UTC", "SIMULATED"),
]


@pytest.fixture
def english(qgis_app: object) -> English:
    keys = ts_file.read(translations.ts_path("zh_Hans"))
    return English([key.source for key, done in keys.items() if done != key.source], NAMES)


@pytest.fixture
def chinese(compiled: None, iface: FakeIface) -> Iterator[Any]:
    """The plugin, switched on in a QGIS that speaks Chinese."""
    settings = QgsSettings()
    settings.setValue("locale/overrideFlag", True)
    settings.setValue("locale/userLocale", "zh-Hans")
    # QGIS's own words, as QGIS loads them when it starts.
    of_qgis = QTranslator()
    assert of_qgis.load("qgis_zh-Hans", QgsApplication.i18nPath())
    QCoreApplication.installTranslator(of_qgis)
    plugin = foreshock.classFactory(iface)
    plugin.initGui()
    yield plugin
    plugin.unload()
    plugin.deleteLater()
    QCoreApplication.removeTranslator(of_qgis)
    settings.remove("locale/overrideFlag")
    settings.remove("locale/userLocale")


def window(kind: type) -> Any:
    (found,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]
    return found


def said(*texts: str) -> List[Shown]:
    return [Shown(f"text {number}", text) for number, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        *((locale, "zh_Hans") for locale in ("zh", "zh_CN", "zh-Hans", "zh_SG", "zh_Hans_CN", "zh_CN.UTF-8")),
        *((locale, None) for locale in ("zh_TW", "zh_HK", "zh-Hant", "zh_Hant_HK", "zh_MO")),
        *((locale, "fr") for locale in ("fr", "fr_CA", "fr-FR")),
        *((locale, "es") for locale in ("es", "es_MX", "es-ES")),
        *((locale, None) for locale in ("en", "en_US", "C", "de", "pt_BR", "")),
    ],
)
def test_which_translation_suits_a_locale(locale: str, language: str) -> None:
    assert installed.language_of(locale) == language


def test_the_listing_tells_english_from_chinese() -> None:
    english = English(["no commercial use", "Run", "{n} tiles"], ["Foreshock", "px", "km²"])
    for text in ("Run", "3 tiles", "许可证 — no commercial use", "<b>Steps</b>", "C&ancel"):
        assert english.is_english(text), text
    for text in ("运行", "Foreshock", "640 × 480 px", "2.5 km²", "3", "", "连接 amqps://ana@broker/x", "模型 small"):
        assert not english.is_english(text), text


def test_words_are_english_again_after_unload(compiled: None, chinese: Any, iface: FakeIface) -> None:
    assert words.translate("ForeshockProgress", "waiting for a worker") != "waiting for a worker"
    chinese.unload()
    assert words.translate("ForeshockProgress", "waiting for a worker") == "waiting for a worker"
    assert QCoreApplication.translate("ForeshockActions", "User guide") == "User guide"


def test_menus(chinese: Any, iface: FakeIface, english: English) -> None:
    actions = [*iface.menu_actions("Foreshock"), *iface.toolbar_actions(), *(row[0] for row in iface.layer_actions)]
    assert len(actions) >= 8
    assert english.among(said(*(text for each in actions for text in (each.text(), each.toolTip())))) == []


def test_the_simulate_dialog(chinese: Any, iface: FakeIface, english: English, fixtures: Path, tmp_path: Path) -> None:
    layer = QgsRasterLayer(str(scenes.rgb(tmp_path / "town.tif")), "河岸", "gdal")
    QgsProject.instance().addMapLayer(layer)
    iface.layerTreeView().setCurrentLayer(layer)
    iface.context_actions(layer)[0].trigger()
    dialog = window(SimulateDialog)
    assert english.among(listed(dialog)) == []
    body = (fixtures / "messages" / "valid" / "capabilities.json").read_bytes()
    capabilities = Capabilities.parse(body)
    dialog.set_capabilities(capabilities)
    of_the_fleet = {capabilities.worker}
    for model in capabilities.models:
        of_the_fleet |= {model.name, model.licence.name}
    shown = [each for each in listed(dialog) if each.text not in of_the_fleet]
    assert len(shown) > 40
    assert english.among(shown) == []
    dialog.close()


def test_the_connection_dialog(chinese: Any, iface: FakeIface, english: English) -> None:
    next(each for each in iface.menu_actions("Foreshock") if each.objectName() == "foreshockConnection").trigger()
    dialog = window(ConnectionDialog)
    shown = listed(dialog)
    assert len(shown) > 10
    assert english.among(shown) == []
    dialog.close()


def test_the_first_run(chinese: Any, iface: FakeIface, english: English) -> None:
    wizard = FirstRun(ConnectionStore())
    shown = listed(wizard)
    assert len(shown) > 30
    assert english.among(shown) == []
    wizard.deleteLater()


@pytest.mark.parametrize("name", WINDOWS)
def test_every_window(name: str, chinese: Any, iface: FakeIface, english: English, tmp_path: Path) -> None:
    opener, _ = WINDOWS[name]
    opener(chinese, iface, tmp_path)
    (found,) = [each for each in QApplication.allWidgets() if type(each).__name__ == name and each.isVisible()]
    # What the user wrote and chose is the user's.
    theirs = {each.name() for each in QgsProject.instance().mapLayers().values()} | {"flood the low streets"}
    shown = [each for each in listed(found) if each.text not in theirs and str(tmp_path) not in each.text]
    assert len(shown) > 3
    assert english.among(shown) == []
    found.close()
    jobs = chinese._controller.jobs
    jobs.remove(list(jobs.ledger.entries()))


def test_processing(chinese: Any, english: English) -> None:
    algorithms = QgsApplication.processingRegistry().providerById("foreshock").algorithms()
    texts = [
        text
        for algorithm in algorithms
        for text in (
            algorithm.displayName(),
            algorithm.shortDescription(),
            algorithm.shortHelpString(),
            *algorithm.tags(),
            *(each.description() for each in algorithm.parameterDefinitions()),
            *(each.description() for each in algorithm.outputDefinitions()),
            *(option for each in algorithm.parameterDefinitions() for option in getattr(each, "options", list)()),
        )
    ]
    assert len(algorithms) >= 5 and len(texts) > 50
    assert english.among(said(*texts)) == []


def test_standard_buttons(chinese: Any, english: English) -> None:
    kinds = QDialogButtonBox.StandardButton
    box = translated(QDialogButtonBox(kinds.Ok | kinds.Cancel | kinds.Close | kinds.Help | kinds.Apply | kinds.Save))
    asking = QMessageBox()
    asking.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
    translated(asking)
    wizard = QWizard()
    translate_wizard(wizard)
    texts = [wizard.buttonText(kind) for kind in (QWizard.WizardButton.NextButton, QWizard.WizardButton.BackButton)]
    assert english.among([*listed(box), *listed(asking), *said(*texts)]) == []


def test_progress_and_failures_of_the_fleet(chinese: Any, fixtures: Path, english: English) -> None:
    progress = Progress(3)
    texts = [progress.text(0.0)]
    progress.sent = 3
    texts.append(progress.text(0.0))
    progress.finish(0, 1.0)
    progress.finish(1, 61.0)
    texts.append(progress.text(61.0))
    assert english.among(said(*texts)) == []
    outcome = Outcome.parse((fixtures / "messages" / "valid" / "outcome_failed.json").read_bytes())
    for code in ErrorCode:
        failed = Outcome(outcome.job_id, "w", "failed", None, failed=Failure(code.value, "12", True))
        error = verdict.worded(failed)
        assert error.hint and english.among(said(error.message, error.hint)) == [], code


def test_qgis_process(compiled: None, tmp_path: Path) -> None:
    """Without windows QGIS settles on no language; the system's holds."""
    said = QgisProcess(tmp_path)("help", "foreshock:cancel", LC_ALL="zh_CN.UTF-8").stdout
    assert "Calls off" not in said and re.search(r"[\u3400-\u9fff]", said), said

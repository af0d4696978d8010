"""A page with before and after side by side, marked as simulated, from a template that can be loaded by hand, too."""

from __future__ import annotations

from datetime import datetime
from typing import Any, List, Optional

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsLayoutItem,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QDateTime, QLocale, Qt
from qgis.PyQt.QtXml import QDomDocument

from ..core.errors import ForeshockError
from ..layers.family import CREATED, Family
from ..layers.footprint_layer import AREA_M2, worded_area
from ..layers.marks import PROPERTY, SIMULATED, is_simulated
from ..layers.sides import sides
from ..metadata import RESOURCES
from .frame_words import result_words

TEMPLATE = RESOURCES / "layouts" / "before-after.qpt"
#: Longer instructions are cut: the page has room for so many characters.
_LONGEST = 320


def create_layout(canvas: QgsMapCanvas, project: QgsProject, family: Family) -> QgsPrintLayout:
    """A new layout in the project: what the canvas shows of a result and of the state before, at one scale."""
    layout = QgsPrintLayout(project)
    _load(layout)
    layout.setName(_free_name(project, _tr("{layer}: before and after").format(layer=family.result.name())))
    layout.setCustomProperty(SIMULATED, True)
    before, after = sides(canvas.mapSettings().layers(), family)
    if family.footprint is not None and family.footprint not in after:
        after.insert(after.index(family.result), family.footprint)
    extent = _extent(canvas, family, project)
    for name, layers in (("before_map", before), ("after_map", after)):
        _fill_map(layout, name, canvas, layers, extent)
    _fill_words(layout, family)
    _fill_legend(layout, family)
    bar = _item(layout, "scale_bar")
    bar.applyDefaultSize(bar.guessUnits())
    if not project.layoutManager().addLayout(layout):
        raise ForeshockError(_tr("The project takes no layout named “{name}”.").format(name=layout.name()))
    return layout


def _load(layout: QgsPrintLayout) -> None:
    document = QDomDocument()
    document.setContent(TEMPLATE.read_text(encoding="utf-8"))
    _items, whole = layout.loadFromTemplate(document, QgsReadWriteContext(), True)
    if not whole:
        raise ForeshockError(
            _tr("QGIS cannot read the template {path}.").format(path=TEMPLATE), _tr("Install the plugin anew.")
        )


def _free_name(project: QgsProject, name: str) -> str:
    """The name, or with a number behind it: a project has each name once."""
    taken = {each.name() for each in project.layoutManager().layouts()}
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{name} ({number})"
    return found


def _extent(canvas: QgsMapCanvas, family: Family, project: QgsProject) -> QgsRectangle:
    """What the canvas shows of the result; all of it where that is nothing."""
    settings = canvas.mapSettings()
    try:
        whole = QgsCoordinateTransform(
            family.result.crs(), settings.destinationCrs(), project.transformContext()
        ).transformBoundingBox(family.result.extent())
    except QgsCsException:
        return settings.visibleExtent()
    seen = whole.intersect(settings.visibleExtent())
    return whole if seen.isEmpty() else seen


def _fill_map(
    layout: QgsPrintLayout, name: str, canvas: QgsMapCanvas, layers: List[QgsMapLayer], extent: QgsRectangle
) -> None:
    """The map keeps its layers, whatever is switched on or off in the project later."""
    item: QgsLayoutItemMap = _item(layout, name)
    item.setCrs(canvas.mapSettings().destinationCrs())
    item.setLayers(layers)
    item.setKeepLayerSet(True)
    item.zoomToExtent(extent)


def _fill_words(layout: QgsPrintLayout, family: Family) -> None:
    about = family.result.customProperty
    words = str(about(PROPERTY + "instruction", ""))
    facts = [
        _tr("Instruction: “{words}”").format(words=words if len(words) <= _LONGEST else words[:_LONGEST] + "…"),
        _tr("Model: {model} ({digest}), seed {seed}, {steps} steps").format(
            model=about(PROPERTY + "model", ""),
            digest=str(about(PROPERTY + "model_digest", ""))[:12],
            seed=about(PROPERTY + "seed", ""),
            steps=about(PROPERTY + "steps", ""),
        ),
        _tr("Computed: {time} UTC").format(time=_worded_time(str(about(CREATED, "")))),
        _tr("Made from: {layer}").format(layer="" if family.before is None else family.before.name()),
    ]
    before = _tr("Before (SIMULATED)") if is_simulated(family.before) else _tr("Before")
    for name, text in (
        ("title", family.result.name()),
        ("before_caption", before),
        ("after_caption", _tr("After: {what}").format(what=result_words(family.result))),
        ("simulated_mark", _tr("SIMULATED")),
        ("facts", "\n".join(facts)),
        ("footer", _tr("SIMULATED · Synthetic imagery: a computed scenario, not an observation.")),
    ):
        _item(layout, name).setText(_as_it_is(text))


def _as_it_is(text: str) -> str:
    """A label evaluates what stands in ``[% %]``; a user's words are words."""
    return text.replace("[%", "[\u200b%")


def _worded_time(text: str) -> str:
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return text
    shown = QDateTime.fromString(when.strftime("%Y-%m-%dT%H:%M:%SZ"), Qt.DateFormat.ISODate)
    return QLocale().toString(shown, QLocale.FormatType.ShortFormat)


def _fill_legend(layout: QgsPrintLayout, family: Family) -> None:
    """The outlines of what changed, with their area; no legend where there are none."""
    legend: QgsLayoutItemLegend = _item(layout, "legend")
    if family.footprint is None:
        layout.removeLayoutItem(legend)
        return
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.removeAllChildren()
    node = root.addLayer(family.footprint)
    area = family.footprint.customProperty(AREA_M2)
    words = _tr("Changed") if area is None else _tr("Changed: {area}").format(area=worded_area(float(area)))
    node.setCustomProperty("legend/title-label", words)
    legend.model().refreshLayerLegend(node)
    legend.adjustBoxSize()


def _item(layout: QgsPrintLayout, name: str) -> Any:
    found: Optional[QgsLayoutItem] = layout.itemById(name)
    if found is None:
        raise ForeshockError(
            _tr("The template {path} has no item “{name}”.").format(path=TEMPLATE, name=name),
            _tr("Install the plugin anew."),
        )
    return found


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockLayout", text)

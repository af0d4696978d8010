"""*Where it may happen*: the visible extent, the whole layer, something drawn, or features; and a mask over any of
them."""

from __future__ import annotations

from typing import Any, Dict, Optional, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsMapLayerProxyModel,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QApplication,
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QToolButton,
    QWidget,
)

from ..compat import is_gone
from ..core.errors import ForeshockError
from ..core.limits import MAX_SIDE, MAX_TILES
from ..core.request import RasterSource
from ..imagery import area
from ..imagery.area import Area
from ..layers.marks import is_simulated
from ..metadata import icon_path
from .area_tools import AreaBand, AreaTool, Shape, how_to_draw

#: A map that is dragged says so many times a second; after so long it rests, milliseconds.
_REST = 200


class AreaPanel(QWidget):
    """Chooses an :class:`Area`. Its outline on the map goes with it."""

    changed = pyqtSignal()
    drawing_began = pyqtSignal()
    drawing_ended = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._canvas, self._project = canvas, project
        self._source: Optional[RasterSource] = None
        self._crs = QgsCoordinateReferenceSystem()
        self._drawn: Optional[Tuple[QgsGeometry, QgsCoordinateReferenceSystem]] = None
        self._tool: Optional[AreaTool] = None
        #: The last answer, and what was asked: joining many polygons takes long.
        self._known: Optional[Tuple[Any, Area]] = None
        self._watched: Dict[str, QgsVectorLayer] = {}
        band = AreaBand(canvas)
        self._band = band
        self.destroyed.connect(lambda: band.remove())
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._build()
        self._connect()
        self._follow()

    def set_source(self, source: RasterSource, layer: QgsRasterLayer) -> None:
        """The raster whose area is chosen."""
        self._source, self._crs = source, layer.crs()
        self._change()

    def area(self) -> Area:
        """The chosen area; refuses what does not lie on the raster, with the reason and the remedy."""
        if self._source is None:
            raise ForeshockError(_tr("No raster layer is chosen."), _tr("Choose one first."))
        base = self._base()
        features = self._features_layer.currentLayer() if self._features.isChecked() else None
        mask = self._mask_layer.currentLayer() if self._use_mask.isChecked() else None
        if self._features.isChecked() and features is None:
            raise ForeshockError(_tr("No polygon layer is chosen."), _tr("Add one to the project, or draw the area."))
        if self._use_mask.isChecked() and mask is None:
            raise ForeshockError(
                _tr("No polygon layer is chosen."), _tr("Choose one, or switch “{name}” off.").format(name=_inside())
            )
        asked = (
            base,
            None if features is None else (features.id(), tuple(sorted(features.selectedFeatureIds()))),
            None if mask is None else (mask.id(), tuple(sorted(mask.selectedFeatureIds()))),
        )
        if self._known is None or self._known[0] != asked:
            QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
            try:
                self._known = (asked, self._compute(base, features, mask))
            finally:
                QApplication.restoreOverrideCursor()
        return self._known[1]

    def area_on(self, source: RasterSource, layer: QgsRasterLayer) -> Area:
        """The same choice on another raster."""
        kept = self._source, self._crs, self._known
        self._source, self._crs, self._known = source, layer.crs(), None
        try:
            return self.area()
        finally:
            self._source, self._crs, self._known = kept

    def set_drawn(self, geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> None:
        """Chooses an area that was drawn before the panel was there."""
        self._drawn = (geometry, crs)
        if self._hand.isChecked():
            self._change()
        else:
            self._hand.setChecked(True)

    def choose_features(self, layer: QgsVectorLayer) -> None:
        """Chooses the selected features of a polygon layer."""
        self._features_layer.setLayer(layer)
        self._features.setChecked(True)

    def drawing_hint(self) -> str:
        """How to draw what is being drawn, and how to leave it; empty while nothing is."""
        return "" if self._tool is None else how_to_draw(self._tool.shape)

    def state(self) -> Dict[str, str]:
        """The choices, for the next time."""
        kept = {
            "area": next(name for name, button in self._choices.items() if button.isChecked()),
            "useMask": "true" if self._use_mask.isChecked() else "false",
        }
        for key, combo in (("featuresLayer", self._features_layer), ("maskLayer", self._mask_layer)):
            if combo.currentLayer() is not None:
                kept[key] = combo.currentLayer().id()
        if self._drawn is not None:
            geometry, crs = self._drawn
            kept["drawn"], kept["drawnCrs"] = geometry.asWkt(17), crs.toWkt()
        return kept

    def restore(self, state: Dict[str, str]) -> None:
        """Takes the choices up again, as far as they still can be; after :meth:`set_source`."""
        for key, combo in (("featuresLayer", self._features_layer), ("maskLayer", self._mask_layer)):
            layer = self._project.mapLayer(state.get(key, ""))
            if layer is not None:
                combo.setLayer(layer)
        geometry = QgsGeometry.fromWkt(state.get("drawn", ""))
        crs = QgsCoordinateReferenceSystem.fromWkt(state.get("drawnCrs", ""))
        if not geometry.isEmpty() and crs.isValid():
            self._drawn = (geometry, crs)
        self._choices.get(state.get("area", ""), self._visible).setChecked(True)
        mask = state.get("useMask") == "true" and self._mask_layer.currentLayer() is not None
        self._use_mask.setChecked(mask)
        if not self._visible.isChecked():
            try:
                self.area()
            except ForeshockError:
                # Another layer, or other features: what was chosen then is nowhere here.
                self._visible.setChecked(True)
        self._change()

    # What is there ----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._visible, self._whole = QRadioButton(_tr("Visible extent")), QRadioButton(_tr("Whole layer"))
        self._hand, self._features = QRadioButton(_tr("Drawn on the map")), QRadioButton(_tr("Selected features"))
        self._choices = {
            "visible": self._visible,
            "whole": self._whole,
            "drawn": self._hand,
            "features": self._features,
        }
        group = QButtonGroup(self)
        for name, button in self._choices.items():
            button.setObjectName(name)
            group.addButton(button)
        self._visible.setChecked(True)
        self._features_layer, self._mask_layer = _combo("featuresLayer"), _combo("maskLayer")
        # Nobody means the outlines of what was simulated before.
        ours = [layer for layer in self._project.mapLayers().values() if is_simulated(layer)]
        for combo in (self._features_layer, self._mask_layer):
            combo.setExceptedLayerList(ours)
        self._count, self._extent_of_mask = _wrapped("featuresCount"), _wrapped("maskCount")
        self._use_mask = QCheckBox(_inside())
        self._use_mask.setObjectName("useMask")
        self._use_mask.setToolTip(_tr("Outside these polygons every pixel stays as it is"))

        tools = QHBoxLayout()
        for shape, name, text in (
            (Shape.RECTANGLE, "drawRectangle", _tr("Draw a rectangle")),
            (Shape.POLYGON, "drawPolygon", _tr("Draw a polygon")),
            (Shape.FREEHAND, "drawFreehand", _tr("Draw freehand")),
        ):
            button = QToolButton()
            button.setObjectName(name)
            button.setIcon(QIcon(icon_path(f"draw-{shape.value}")))
            button.setToolTip(f"{text}\n{how_to_draw(shape)}")
            button.setAccessibleName(text)
            button.clicked.connect(lambda _=False, shape=shape: self._draw(shape))
            tools.addWidget(button)
        tools.addStretch(1)

        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self._visible, 0, 0, 1, 2)
        layout.addWidget(self._whole, 1, 0, 1, 2)
        layout.addWidget(self._hand, 2, 0)
        layout.addLayout(tools, 2, 1)
        layout.addWidget(self._features, 3, 0)
        layout.addWidget(self._features_layer, 3, 1)
        layout.addWidget(self._count, 4, 0, 1, 2)
        layout.addWidget(self._use_mask, 5, 0)
        layout.addWidget(self._mask_layer, 5, 1)
        layout.addWidget(self._extent_of_mask, 6, 0, 1, 2)

    def _connect(self) -> None:
        for button in self._choices.values():
            # One is switched off as another is switched on: once is enough.
            button.toggled.connect(lambda on: self._change() if on else None)
        self._use_mask.toggled.connect(lambda _: self._change())
        for combo in (self._features_layer, self._mask_layer):
            combo.layerChanged.connect(lambda _: self._change())
        canvas = self._canvas
        kept = [
            (canvas.extentsChanged, canvas.extentsChanged.connect(self._moved)),
            (canvas.destinationCrsChanged, canvas.destinationCrsChanged.connect(self._follow)),
        ]
        # PyQt keeps the connections of a receiver that is gone, and the canvas stays.
        self.destroyed.connect(lambda: None if is_gone(canvas) else [signal.disconnect(each) for signal, each in kept])
        self._rest.timeout.connect(self._change)

    def _moved(self) -> None:
        if self._visible.isChecked():
            self._rest.start()

    def _change(self) -> None:
        self._watch()
        self._follow()
        self.changed.emit()

    def _edited(self) -> None:
        """Features were edited or selected."""
        self._known = None
        self._rest.start()

    def _watch(self) -> None:
        """Hears of changes in the chosen polygon layers."""
        chosen = {
            layer.id(): layer
            for layer in (self._features_layer.currentLayer(), self._mask_layer.currentLayer())
            if layer is not None
        }
        for name, layer in self._watched.items():
            if name not in chosen and not is_gone(layer):
                layer.selectionChanged.disconnect(self._edited)
                layer.layerModified.disconnect(self._edited)
                layer.dataChanged.disconnect(self._edited)
        for name, layer in chosen.items():
            if name not in self._watched:
                layer.selectionChanged.connect(self._edited)
                layer.layerModified.connect(self._edited)
                layer.dataChanged.connect(self._edited)
        self._watched = chosen

    def _follow(self) -> None:
        self._features_layer.setEnabled(self._features.isChecked())
        self._mask_layer.setEnabled(self._use_mask.isChecked())
        features, mask = self._features_layer.currentLayer(), self._mask_layer.currentLayer()
        # Without polygons in the project there is nothing to choose.
        for layer, chosen, combo in (
            (features, self._features, self._features_layer),
            (mask, self._use_mask, self._mask_layer),
        ):
            chosen.setVisible(layer is not None or chosen.isChecked())
            combo.setVisible(layer is not None or chosen.isChecked())
        self._count.setText("" if features is None else _selected(features))
        self._count.setVisible(self._features.isChecked() and features is not None)
        self._extent_of_mask.setText(
            "" if mask is None else _selected(mask) if mask.selectedFeatureCount() else _all(mask)
        )
        self._extent_of_mask.setVisible(self._use_mask.isChecked() and mask is not None)
        if self._hand.isChecked() and self._drawn is not None:
            self._band.show(*self._drawn)
        else:
            self._band.remove()

    # Drawing ----------------------------------------------------------------------------------------------------

    def _draw(self, shape: Shape) -> None:
        if self._tool is not None:
            return
        tool = AreaTool(self._canvas, shape)
        # A window that is closed meanwhile takes the tool with it.
        self.destroyed.connect(lambda: None if is_gone(tool) else tool.stop())
        tool.drawn.connect(self._take)
        tool.abandoned.connect(self._leave)
        self._tool = tool
        self.drawing_began.emit()
        tool.start()

    def _take(self, geometry: QgsGeometry) -> None:
        self.set_drawn(geometry, self._canvas.mapSettings().destinationCrs())
        self._leave()

    def _leave(self) -> None:
        if self._tool is not None:
            self._tool.deleteLater()
            self._tool = None
            self.drawing_ended.emit()

    # The area ---------------------------------------------------------------------------------------------------

    def _base(self) -> Area:
        """The area without any features."""
        source = self._source
        if self._visible.isChecked():
            settings = self._canvas.mapSettings()
            return Area(
                area.visible(source, self._crs, settings.visibleExtent(), settings.destinationCrs(), self._project)
            )
        if self._hand.isChecked():
            if self._drawn is None:
                raise ForeshockError(_tr("Nothing is drawn yet."), _tr("Press one of the buttons and draw the area."))
            return area.of_geometry(source, self._crs, *self._drawn, self._project)
        if self._whole.isChecked() and source.width * source.height > MAX_TILES * MAX_SIDE**2:
            raise ForeshockError(
                _tr("The whole layer has {width} × {height} px, more than can be simulated at once.").format(
                    width=source.width, height=source.height
                ),
                _tr("Choose the visible extent, or draw an area."),
            )
        return Area(area.whole(source))

    def _compute(self, base: Area, features: Optional[QgsVectorLayer], mask: Optional[QgsVectorLayer]) -> Area:
        found = base
        if features is not None:
            if not features.selectedFeatureCount():
                raise ForeshockError(
                    _tr("Nothing is selected in “{layer}”.").format(layer=features.name()),
                    _tr("Select the polygons on the map first."),
                )
            found = area.of_features(self._source, self._crs, features, True, self._project)
        if mask is not None:
            only_selected = mask.selectedFeatureCount() > 0
            found = area.of_features(self._source, self._crs, mask, only_selected, self._project, found)
        return found


def _inside() -> str:
    return _tr("Change only inside")


def _selected(layer: QgsVectorLayer) -> str:
    return _tr("{count} of {total} feature(s) selected").format(
        count=layer.selectedFeatureCount(), total=layer.featureCount()
    )


def _all(layer: QgsVectorLayer) -> str:
    return _tr("all {total} feature(s); select some to use only these").format(total=layer.featureCount())


def _combo(name: str) -> QgsMapLayerComboBox:
    combo = QgsMapLayerComboBox()
    combo.setObjectName(name)
    combo.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
    # A long layer name is cut, instead of widening the window.
    combo.setMinimumContentsLength(12)
    combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return combo


def _wrapped(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    # Under the text of the choice that it belongs to.
    label.setIndent(label.style().pixelMetric(QStyle.PixelMetric.PM_ExclusiveIndicatorWidth) + 6)
    return label


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockAreaPanel", text)

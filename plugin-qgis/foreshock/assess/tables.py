"""Affected features in files: the features themselves, and the table by value. On any thread."""

from __future__ import annotations

import os
import shutil
from typing import Any, List, Optional, Sequence

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsVectorFileWriter,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..compat import decimal_field, number_field, text_field
from ..core.errors import ForeshockError
from .affected import Affected, AffectedRow, FeatureSource
from .overlay import Inside

#: The tables of a GeoPackage.
FEATURES, BY_VALUE = "affected", "affected_by_value"
LENGTH, AREA, SHARE, BY = "affected_length_m", "affected_area_m2", "affected_share", "affected_by"
#: OGR's drivers by the ending of a file.
DRIVERS = {".csv": "CSV", ".gpkg": "GPKG", ".xlsx": "XLSX"}


class AffectedFeatures:
    """The features of a source with what is told about each: the affected length, area and share, and by what."""

    def __init__(self, source: FeatureSource, about: str) -> None:
        """``about`` names the scenario; see :func:`about_scenario`."""
        self._about = about
        self._has_length, self._has_area = source.has_length(), source.has_area()
        added = [decimal_field(LENGTH)] if self._has_length else []
        added += [decimal_field(AREA)] if self._has_area else []
        added += [decimal_field(SHARE), text_field(BY)]
        self.fields = _joined(list(source.fields), added)

    def feature(self, feature: QgsFeature, inside: Inside) -> QgsFeature:
        """An affected feature, whole, as it was read."""
        told: List[Any] = [inside.length_m] if self._has_length else []
        told += [inside.area_m2] if self._has_area else []
        row = QgsFeature(self.fields)
        row.setGeometry(feature.geometry())
        row.setAttributes([*feature.attributes(), *told, inside.share, self._about])
        return row


class FeaturesFile:
    """A GeoPackage that affected features are written to one by one; it is whole after the ``with`` block."""

    def __init__(self, path: str, source: FeatureSource, about: str, transforms: QgsCoordinateTransformContext) -> None:
        self._path = path
        self._features = AffectedFeatures(source, about)
        fields, options = self._features.fields, _options(FEATURES, about)
        self._writer = _writer(path, fields, source.wkb_type, source.crs, transforms, options)

    def __enter__(self) -> FeaturesFile:
        return self

    def __exit__(self, kind: Optional[type], *_: object) -> None:
        writer, self._writer = self._writer, None
        if not writer.flushBuffer() and kind is None:
            raise _unwritable(self._path, writer.errorMessage())
        del writer  # closes it

    def take(self, feature: QgsFeature, inside: Inside) -> None:
        """Writes a feature."""
        if not self._writer.addFeature(self._features.feature(feature, inside), QgsFeatureSink.Flag.FastInsert):
            raise _unwritable(self._path, self._writer.errorMessage())


class Table:
    """The rows of an answer: one for each value, or the one of all features where there is no field."""

    def __init__(self, affected: Affected, about: str) -> None:
        self._affected = affected
        self._about = about
        question = affected.question
        named = [] if affected.field is None else [_plain(affected.field)]
        added = [number_field("affected"), number_field("looked_at")]
        added += [decimal_field("length_m")] if affected.has_length else []
        added += [decimal_field("area_m2")] if affected.has_area else []
        if question.amount:
            kind = "share_of" if question.by_share else "sum_of"
            added.append(decimal_field(f"{kind}_{question.amount}"))
        added.append(text_field(BY))
        self.fields = _joined(named, added)

    def features(self) -> List[QgsFeature]:
        """Features without geometry."""
        affected = self._affected
        return [self._feature(row) for row in (affected.rows if affected.field is not None else [affected.totals])]

    def _feature(self, row: AffectedRow) -> QgsFeature:
        values: List[Any] = [] if self._affected.field is None else [NULL if row.value is None else row.value]
        values += [row.count, row.of]
        values += [row.length_m] if self._affected.has_length else []
        values += [row.area_m2] if self._affected.has_area else []
        values += [] if row.amount is None else [row.amount]
        feature = QgsFeature(self.fields)
        feature.setAttributes([*values, self._about])
        return feature


def export(
    affected: Affected,
    about: str,
    path: str,
    transforms: QgsCoordinateTransformContext,
    features_file: Optional[str] = None,
) -> None:
    """Writes the table as the file's ending says; a GeoPackage gets the features of ``features_file``, too."""
    driver = DRIVERS.get(os.path.splitext(path)[1].lower())
    if driver is None:
        raise ForeshockError(
            _tr("{path} says no format that can be written.").format(path=path),
            _tr("Choose a name that ends in one of {endings}.").format(endings=", ".join(DRIVERS)),
        )
    # Beside it: a file that is there stays whole when the writing fails.
    partial = f"{os.path.splitext(path)[0]}.partial{os.path.splitext(path)[1]}"
    try:
        options = _options(BY_VALUE, about, driver)
        if driver == "GPKG" and features_file is not None:
            shutil.copyfile(features_file, partial)
            options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
        table = Table(affected, about)
        nowhere = QgsCoordinateReferenceSystem()
        writer = _writer(partial, table.fields, QgsWkbTypes.Type.NoGeometry, nowhere, transforms, options)
        if not writer.addFeatures(table.features(), QgsFeatureSink.Flag.FastInsert) or not writer.flushBuffer():
            raise _unwritable(path, writer.errorMessage())
        del writer
        os.replace(partial, path)
    except OSError as error:
        raise _unwritable(path, error.strerror or str(error)) from None
    finally:
        if os.path.exists(partial):
            os.remove(partial)


def about_scenario(instruction: str) -> str:
    """What the files say a feature is affected by: a scenario, and that it is one."""
    return f"SIMULATED: {instruction}"


def _options(table: str, about: str, driver: str = "GPKG") -> QgsVectorFileWriter.SaveVectorOptions:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = driver
    options.fileEncoding = "UTF-8"
    options.layerName = table
    if driver == "GPKG":
        # A key of another name, so that a field of the layer may be called fid.
        options.layerOptions = ["FID=affected_fid", f"DESCRIPTION={about}"]
    elif driver == "CSV":
        # QGIS hands whole numbers over as texts.
        options.layerOptions = ["STRING_QUOTING=IF_NEEDED"]
    return options


def _writer(
    path: str,
    fields: QgsFields,
    wkb_type: QgsWkbTypes.Type,
    crs: QgsCoordinateReferenceSystem,
    transforms: QgsCoordinateTransformContext,
    options: QgsVectorFileWriter.SaveVectorOptions,
) -> QgsVectorFileWriter:
    writer = QgsVectorFileWriter.create(path, fields, wkb_type, crs, transforms, options)
    if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
        raise _unwritable(path, writer.errorMessage())
    return writer


def _unwritable(path: str, reason: str) -> ForeshockError:
    return ForeshockError(
        _tr("{path} cannot be written: {reason}.").format(path=path, reason=reason.rstrip(".")),
        _tr("Is it open in another program, or the disk full?"),
    )


def _plain(field: QgsField) -> QgsField:
    """A field's name and type, without constraints, aliases and widgets."""
    return QgsField(field.name(), field.type(), field.typeName(), field.length(), field.precision())


def _joined(first: Sequence[QgsField], added: Sequence[QgsField]) -> QgsFields:
    """All fields; an added one whose name is taken gets a number, as a file knows no difference in case."""
    fields = QgsFields()
    for field in first:
        fields.append(field)
    taken = {field.name().lower() for field in first}
    for field in added:
        name, number = field.name(), 2
        while field.name().lower() in taken:
            field.setName(f"{name}_{number}")
            number += 1
        taken.add(field.name().lower())
        fields.append(field)
    return fields


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockAffected", text)

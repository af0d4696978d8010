"""What a report says about how plausible a result is. On a worker thread."""

from __future__ import annotations

from typing import Callable, List, Optional

from qgis.PyQt.QtCore import QCoreApplication

from ..core.errors import ForeshockError
from ..imagery.plausibility import assess_plausibility
from .report import read_seal
from .subject import LayerCopy, Subject


def judge(subject: Subject, dem: Optional[LayerCopy], go_on: Callable[[float], bool]) -> List[str]:
    """Sentences about a result, or the one why there are none. The mask of the request is taken from the provenance
    file, if nobody has changed that. ``dem`` is elevation in metres."""
    before = subject.before
    if before is None or before.path is None:
        return [_tr("Not checked: the raster that it was made from is no file that is here.")]
    if dem is not None and dem.path is None:
        raise ForeshockError(
            _tr("“{layer}” is no file of this computer.").format(layer=dem.name),
            _tr("Choose another elevation layer, or none."),
        )
    seal = read_seal(subject.result.path)
    try:
        return assess_plausibility(
            subject.result.path,
            before.path,
            source_options=before.open_options,
            mask_wkt=seal.mask_wkt if seal is not None and seal.fits else None,
            footprint_path=subject.footprint_path,
            dem_path=None if dem is None else dem.path,
            dem_wkt=None if dem is None else dem.crs_wkt,
            go_on=go_on,
        ).notes()
    except ForeshockError as error:
        # It says nothing against the rest of the report.
        return [_tr("Not checked: {reason}").format(reason=error)]


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockReportJudging", text)

"""Writes the provenance file of a result, and holds a result against it. Used on a worker thread."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Callable, Dict, List, NamedTuple, Optional, Sequence

from osgeo import gdal, osr
from qgis.PyQt.QtCore import QCoreApplication

from ..core.errors import ForeshockError, UnsupportedRaster
from ..core.messages import Provenance
from ..core.provenance_file import (
    PixelHashes,
    ProvenanceFile,
    compile_file,
    file_hash,
    provenance_path,
    read,
    write,
)
from ..core.request import SimulationRequest
from ..version import VERSION
from .pair import Pair
from .pixel_hash import hashes_of_source, hashes_of_window
from .raster import RasterReader, open_dataset

#: The tags that a provenance file vouches for.
_OURS, _MARK = "FORESHOCK_", "TIFFTAG_IMAGEDESCRIPTION"


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockTestimony", text)


class SourceRaster(NamedTuple):
    """The raster that a result is said to be made from."""

    path: str
    options: Sequence[str] = ()


@dataclass(frozen=True)
class Verdict:
    """What holding a result against its provenance file gave. No verdict makes a file genuine: a hash is no
    signature."""

    document: ProvenanceFile
    #: What was compared and agrees, and what does not, in sentences.
    agreeing: List[str]
    problems: List[str]

    @property
    def agrees(self) -> bool:
        return not self.problems

    def summary(self) -> str:
        if self.agrees:
            return _tr(
                "Pixels, tags and provenance file agree. (Hashes are no signature: they do not say who wrote them.)"
            )
        return _tr("The file is not what its provenance file says: it was changed after it was written.")


def write_testimony(
    request: SimulationRequest, made: Provenance, footprint: Optional[str], go_on: Callable[[float], bool]
) -> None:
    """Writes the provenance file of ``request.output``, as the result and its source lie on the disk now."""
    result = hashes_of_window(request.output, None, lambda share: go_on(0.5 * share))
    with RasterReader(request.source) as reader:
        source = hashes_of_source(reader, request.window, lambda share: go_on(0.5 + 0.5 * share))
    document = compile_file(
        request,
        made,
        f"foreshock-qgis {VERSION}",
        _tags(open_dataset(request.output)),
        result,
        source,
        file_hash(footprint) if footprint is not None else None,
    )
    write(document, provenance_path(request.output))


def verify(
    result_path: str,
    testimony_path: Optional[str] = None,
    source: Optional[SourceRaster] = None,
    go_on: Callable[[float], bool] = lambda _share: True,
) -> Verdict:
    """Holds a result against its provenance file (the one beside it, if none is named) and, if given, against its
    source. Raises :class:`ForeshockError` when there is no such file, :class:`~.footprint.Cancelled` when ``go_on``
    says so."""
    path = testimony_path or provenance_path(result_path)
    document, sealed = read(path)
    check = _Check()
    check.note(
        sealed,
        _tr("The provenance file is as it was written."),
        _tr("The provenance file itself was changed: its own hash does not fit."),
    )
    dataset = open_dataset(result_path)
    _compare_tags(check, document.tags, _tags(dataset))
    _compare_place(check, document, dataset)
    ours = hashes_of_window(result_path, None, lambda share: go_on((0.5 if source else 1.0) * share))
    _compare_pixels(check, document.result, ours)
    if document.footprint is not None:
        _compare_footprint(check, document, os.path.dirname(os.path.abspath(path)))
    if source is not None:
        _compare_source(check, document, result_path, source, lambda share: go_on(0.5 + 0.5 * share))
    return Verdict(document, check.agreeing, check.problems)


class _Check:
    def __init__(self) -> None:
        self.agreeing: List[str] = []
        self.problems: List[str] = []

    def note(self, holds: bool, agreeing: str, problem: str) -> None:
        (self.agreeing if holds else self.problems).append(agreeing if holds else problem)


def _tags(dataset: gdal.Dataset) -> Dict[str, str]:
    return {key: value for key, value in sorted(dataset.GetMetadata().items()) if key.startswith(_OURS) or key == _MARK}


def _compare_tags(check: _Check, said: Dict[str, str], found: Dict[str, str]) -> None:
    different = sorted(key for key in {*said, *found} if said.get(key) != found.get(key))
    check.note(
        not different,
        _tr("The tags of the picture are those of the provenance file."),
        _tr("Tags of the picture differ from the provenance file: {names}.").format(names=", ".join(different)),
    )


def _compare_place(check: _Check, document: ProvenanceFile, dataset: gdal.Dataset) -> None:
    said, found = osr.SpatialReference(), dataset.GetSpatialRef()
    try:
        known = said.ImportFromWkt(document.request.crs_wkt) == 0
    except RuntimeError:  # where GDAL was told to raise
        known = False
    same_crs = known and found is not None and said.IsSame(found, ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"])
    check.note(
        bool(same_crs) and tuple(dataset.GetGeoTransform()) == document.request.geotransform,
        _tr("The picture lies where the provenance file says."),
        _tr("The picture lies elsewhere than the provenance file says."),
    )


def _compare_pixels(check: _Check, said: PixelHashes, found: PixelHashes) -> None:
    check.note(
        said == found,
        _tr("Every pixel of the picture is as it was written."),
        _tr("The pixels of the picture are not those that were written ({where}).").format(where=_where(said, found)),
    )


def _where(said: PixelHashes, found: PixelHashes) -> str:
    """What differs between the px of two rasters."""
    if (said.width, said.height) != (found.width, found.height):
        return _tr("another size")
    if said.sample_type != found.sample_type or len(said.bands) != len(found.bands):
        return _tr("other bands")
    numbers = [str(n) for n, (one, other) in enumerate(zip(said.bands, found.bands), start=1) if one != other]
    if not numbers:
        return _tr("mask")
    return _tr("bands: {numbers}").format(numbers=", ".join(numbers))


def _compare_footprint(check: _Check, document: ProvenanceFile, folder: str) -> None:
    said = document.footprint
    # The name comes from a file that anybody may have written: it names nothing outside the folder.
    path = os.path.join(folder, os.path.basename(said.name))
    if not os.path.isfile(path):
        check.note(False, "", _tr("The change footprint {name} is missing.").format(name=said.name))
        return
    check.note(
        file_hash(path).sha256 == said.sha256,
        _tr("The change footprint is as it was written."),
        _tr("The change footprint {name} was changed.").format(name=said.name),
    )


def _compare_source(
    check: _Check, document: ProvenanceFile, result_path: str, source: SourceRaster, go_on: Callable[[float], bool]
) -> None:
    problem = _tr("The picture was not made from this source, or the source has changed since.")
    try:
        with Pair(result_path, source.path, options=source.options) as pair:
            place = pair.place
    except UnsupportedRaster:
        raise
    except ForeshockError as error:
        check.note(False, "", f"{problem} {error.message}")
        return
    found = hashes_of_window(source.path, place, go_on, source.options)
    check.note(
        found == document.source,
        _tr("The source is the raster that the picture was made from, pixel by pixel."),
        problem,
    )

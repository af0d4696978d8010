"""Writes the result: the source's own samples, bands and type, with the edited tiles blended in; cell by cell, so that
the whole area never lies in memory."""

from __future__ import annotations

import os
from typing import Callable, Dict, List, Optional, Tuple

import numpy as np
from osgeo import gdal, osr

from ..core import words
from ..core.compose import Blend, clear_of, compose
from ..core.errors import ForeshockError
from ..core.grid import Geotransform, TilePlan, Window, cells
from ..core.request import SimulationRequest
from ..core.stretch import Stretch
from .footprint import Cancelled, ChangeMap
from .mask import rasterise
from .outcome_image import read_outcome_image
from .raster import SAMPLE_TYPES, RasterReader

_DTYPES = {np.dtype(kind): code for code, kind in SAMPLE_TYPES.items()}
_BLOCK = 256
#: What GDAL reads with a file of this name. Beside a new result it would tell of an earlier one.
_SIDE_FILES = (".aux.xml", ".msk", ".ovr")
#: Metadata item that makes pixels nodata by the values of all bands together.
_NODATA_VALUES = "NODATA_VALUES"


def write_result(
    request: SimulationRequest,
    stretch: Stretch,
    image: Callable[[int], Optional[bytes]],
    tags: Dict[str, str],
    progress: Callable[[float], bool],
    changes: Optional[ChangeMap] = None,
) -> str:
    """Composes all tiles and writes ``request.output``; it appears only when whole. ``image`` gives the GeoTIFF of a
    tile, none where nothing could change. ``progress`` gets 0 to 1 and says whether to go on. ``changes`` is told which
    pixels are not the source's any more."""
    check_output(request)
    partial = f"{request.output}.partial.tif"
    os.makedirs(os.path.dirname(os.path.abspath(request.output)), exist_ok=True)
    try:
        with RasterReader(request.source) as reader:
            target = _create(partial, request, reader, tags)
            _fill(target, request, stretch, reader, image, progress, changes)
            target.FlushCache()
            target = None  # closes it
        build_overviews(partial)
        _verify(partial, request)
        os.replace(partial, request.output)
        remove_files(request.output, side_files_only=True)
    finally:
        remove_files(partial)
    return request.output


def check_output(request: SimulationRequest) -> None:
    """Refuses to write over the source: it would be lost."""
    source, output = request.source.path, request.output
    if os.path.exists(source) and os.path.exists(output) and os.path.samefile(source, output):
        message = _tr("{path} is the source of the simulation.").format(path=output)
        raise ForeshockError(message, _tr("Choose another file for the result."))


def remove_files(path: str, *, side_files_only: bool = False) -> None:
    """Removes a raster and what GDAL reads with it, or the latter only."""
    for ending in _SIDE_FILES if side_files_only else ("", *_SIDE_FILES):
        if os.path.exists(path + ending):
            os.remove(path + ending)


def _create(path: str, request: SimulationRequest, reader: RasterReader, tags: Dict[str, str]) -> gdal.Dataset:
    source, window = reader.dataset, request.window
    options = ["TILED=YES", f"BLOCKXSIZE={_BLOCK}", f"BLOCKYSIZE={_BLOCK}", "COMPRESS=DEFLATE", "BIGTIFF=IF_SAFER"]
    options.append(f"PREDICTOR={3 if reader.dtype.kind == 'f' else 2}")
    alpha = [
        band
        for band in range(1, reader.band_count + 1)
        if source.GetRasterBand(band).GetColorInterpretation() == gdal.GCI_AlphaBand
    ]
    # An extra band is alpha only where the source says so; GDAL would guess it for a fourth 8-bit band.
    premultiplied = bool(alpha) and source.GetRasterBand(alpha[-1]).GetMetadataItem("ALPHA", "IMAGE_STRUCTURE")
    kind = "PREMULTIPLIED" if premultiplied == "PREMULTIPLIED" else "YES"
    options.append(f"ALPHA={kind if alpha == [reader.band_count] else 'NO'}")
    three = [source.GetRasterBand(band).GetColorInterpretation() for band in range(1, min(reader.band_count, 3) + 1)]
    rgb = three == [gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand]
    options.append(f"PHOTOMETRIC={'RGB' if rgb else 'MINISBLACK'}")
    driver = gdal.GetDriverByName("GTiff")
    target = driver.Create(path, window.width, window.height, reader.band_count, _DTYPES[reader.dtype], options)
    if target is None:
        message = _tr("{path} cannot be written: {reason}.").format(path=path, reason=gdal.GetLastErrorMsg())
        raise ForeshockError(message, _tr("Choose another output folder."))
    target.SetGeoTransform(request.geotransform().t)
    reference = osr.SpatialReference()
    reference.ImportFromWkt(request.source.crs_wkt)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    target.SetSpatialRef(reference)
    target.SetMetadata(
        {**tags, "TIFFTAG_SOFTWARE": tags.get("FORESHOCK_CLIENT", "foreshock"), "TIFFTAG_IMAGEDESCRIPTION": "SIMULATED"}
    )
    if source.GetMetadataItem(_NODATA_VALUES):
        target.SetMetadataItem(_NODATA_VALUES, source.GetMetadataItem(_NODATA_VALUES))
    for number in range(1, reader.band_count + 1):
        _copy_band_facts(source.GetRasterBand(number), target.GetRasterBand(number))
    if reader.has_mask:
        gdal.SetThreadLocalConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES")
        target.CreateMaskBand(gdal.GMF_PER_DATASET)
        gdal.SetThreadLocalConfigOption("GDAL_TIFF_INTERNAL_MASK", None)
    return target


def _copy_band_facts(source: gdal.Band, target: gdal.Band) -> None:
    target.SetColorInterpretation(source.GetColorInterpretation())
    target.SetDescription(source.GetDescription())
    if source.GetNoDataValue() is not None:
        target.SetNoDataValue(source.GetNoDataValue())
    if source.GetScale() is not None and source.GetScale() != 1.0:
        target.SetScale(source.GetScale())
    if source.GetOffset() is not None and source.GetOffset() != 0.0:
        target.SetOffset(source.GetOffset())
    if source.GetUnitType():
        target.SetUnitType(source.GetUnitType())


def _fill(
    target: gdal.Dataset,
    request: SimulationRequest,
    stretch: Stretch,
    reader: RasterReader,
    image: Callable[[int], Optional[bytes]],
    progress: Callable[[float], bool],
    changes: Optional[ChangeMap],
) -> None:
    plan = request.plan()
    area = request.window.width * request.window.height
    seen = 0
    decoded: Dict[int, Optional[np.ndarray]] = {}
    for window, touching in cells(plan):
        # Tiles come row by row: what lies before the first one that touches is not needed again.
        decoded = {index: pixels for index, pixels in decoded.items() if index >= touching[0]}
        for index in touching:
            if index not in decoded:
                decoded[index] = _decode(request, plan, index, image)
        blend = _blend(plan, window, touching, decoded)
        changed = _write_cell(target, request, stretch, reader, window, blend)
        if changes is not None:
            changes.add(window, changed)
        seen += window.width * window.height
        if not progress(seen / area):
            raise Cancelled


def _decode(
    request: SimulationRequest, plan: TilePlan, index: int, image: Callable[[int], Optional[bytes]]
) -> Optional[np.ndarray]:
    data = image(index)
    if data is None:
        return None
    tile = plan.at(index)
    place = Geotransform(request.source.geotransform).at(tile.col, tile.row)
    return read_outcome_image(data, plan.tile, place)


def _blend(plan: TilePlan, window: Window, touching: List[int], decoded: Dict[int, Optional[np.ndarray]]) -> Blend:
    """Σ over the tiles that touch a cell."""
    blend = Blend(window.height, window.width)
    for index in touching:
        pixels = decoded[index]
        if pixels is None:
            continue
        tile = plan.at(index)
        left, right = max(window.col, tile.col), min(window.col + window.width, tile.col + plan.tile)
        top, bottom = max(window.row, tile.row), min(window.row + window.height, tile.row + plan.tile)
        here = (slice(top - window.row, bottom - window.row), slice(left - window.col, right - window.col))
        across, down = slice(left - tile.col, right - tile.col), slice(top - tile.row, bottom - tile.row)
        fx, fy = plan.feather(tile.id)
        blend.add(here, pixels[down, across], fx[across], fy[down])
    return blend


def _write_cell(
    target: gdal.Dataset,
    request: SimulationRequest,
    stretch: Stretch,
    reader: RasterReader,
    window: Window,
    blend: Blend,
) -> np.ndarray:
    """Gives ``[height, width]`` booleans: what may differ from the source."""
    # Nodata is never painted, and nothing outside the mask, whatever a worker sends.
    allowed = reader.valid(window)
    if request.mask_wkt is not None:
        allowed &= rasterise(request.mask_wkt, Geotransform(request.source.geotransform), window)
    weight = np.where(allowed, blend.weight(), 0.0)
    edited = blend.edited()
    col, row = window.col - request.window.col, window.row - request.window.row
    for number in range(1, reader.band_count + 1):
        samples = reader.samples(number, window)
        channels = [i for i, each in enumerate(stretch.bands) if each.band == number]
        if channels:
            # A band that stands for several channels takes the mean of their values.
            new = stretch.bands[channels[0]].from_u8(edited[..., channels].mean(axis=-1))
            samples = compose(samples, new, weight, reader.nodata(number))
            ranges = _nodata_ranges(request, reader, number)
            if ranges:
                samples = clear_of(samples, weight > 0.0, ranges, reader.nodata(number))
        if target.GetRasterBand(number).WriteArray(samples, col, row) not in (None, 0):
            message = _tr("The result cannot be written: {reason}.").format(reason=gdal.GetLastErrorMsg())
            raise ForeshockError(message, _tr("Is the disk full?"))
    mask = reader.mask(window)
    if mask is not None:
        target.GetRasterBand(1).GetMaskBand().WriteArray(mask, col, row)
    return weight > 0.0


def _nodata_ranges(request: SimulationRequest, reader: RasterReader, band: int) -> List[Tuple[float, float]]:
    """Samples of a band that mean nodata besides its own nodata value: no edit may arrive there."""
    ranges = [(each.low, each.high) for each in request.source.nodata if each.band == band]
    values = (reader.dataset.GetMetadataItem(_NODATA_VALUES) or "").split()
    # All bands together make such a pixel nodata, so that it is enough to keep one of them off.
    if len(values) == reader.band_count and band == min(request.source.bands):
        ranges.append((float(values[band - 1]), float(values[band - 1])))
    return ranges


def build_overviews(path: str) -> None:
    """Adds reduced pictures to a GeoTIFF, down to one that fits a small window."""
    dataset = gdal.Open(path, gdal.GA_Update)
    longest = max(dataset.RasterXSize, dataset.RasterYSize)
    levels = []
    while longest / (2 ** (len(levels))) > 2 * _BLOCK:
        levels.append(2 ** (len(levels) + 1))
    if levels:
        gdal.SetThreadLocalConfigOption("COMPRESS_OVERVIEW", "DEFLATE")
        dataset.BuildOverviews("AVERAGE", levels)
        gdal.SetThreadLocalConfigOption("COMPRESS_OVERVIEW", None)
    dataset = None


def _verify(path: str, request: SimulationRequest) -> None:
    """GDAL reports few errors while it writes: look at what lies on the disk."""
    dataset = gdal.Open(path)
    if dataset is None:
        message = _tr("{path} was not written whole: {reason}.").format(path=path, reason=gdal.GetLastErrorMsg())
        raise ForeshockError(message, _tr("Is the disk full?"))
    size = (dataset.RasterXSize, dataset.RasterYSize)
    if size != (request.window.width, request.window.height):
        message = _tr("{path} has {width} × {height} px after writing.").format(
            path=path, width=size[0], height=size[1]
        )
        raise ForeshockError(message, _tr("Is the disk full?"))
    if tuple(dataset.GetGeoTransform()) != tuple(request.geotransform().t):
        message = _tr("{path} does not lie on the source's grid after writing.").format(path=path)
        raise ForeshockError(message, _tr("Tell the plugin's authors."))


def _tr(text: str) -> str:
    return words.translate("ForeshockWriter", text)

"""What a map layer is to us, taken on the main thread: afterwards nobody needs the layer to read its pixels.

Pixels are read by GDAL from the layer's own source rather than through its provider: a provider gives neither the
geotransform bit for bit nor masks, and it applies scale and offset to the samples.
"""

from __future__ import annotations

import math
import re
from typing import List, Optional, Tuple

import numpy as np
from osgeo import gdal, osr
from qgis.core import (
    QgsMultiBandColorRenderer,
    QgsRasterLayer,
    QgsRasterRenderer,
    QgsSingleBandGrayRenderer,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..core.compose import as_sample
from ..core.errors import Refusal, UnsupportedRaster
from ..core.grid import Geotransform
from ..core.request import RasterSource
from .crs import degrees_per_unit, is_web_mercator, layer_wkt, metres_per_unit
from .raster import SAMPLE_TYPES, open_dataset
from .user_nodata import user_nodata

#: Colour interpretations that stand for no channel of red, green and blue, and for no plain band.
_OTHER_COLOURS = (
    gdal.GCI_CyanBand,
    gdal.GCI_MagentaBand,
    gdal.GCI_YellowBand,
    gdal.GCI_BlackBand,
    gdal.GCI_HueBand,
    gdal.GCI_YCbCr_YBand,
)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockLayer", text)


def inspect(layer: QgsRasterLayer) -> RasterSource:
    """The raster behind a layer; refuses what cannot be simulated, with the reason and the remedy."""
    if not layer.isValid():
        raise UnsupportedRaster(_tr("This layer cannot be read."), _tr("Repair its source first."))
    if layer.providerType() != "gdal":
        raise UnsupportedRaster(
            _tr("This layer is drawn by a service, so its own pixels are not at hand."),
            _tr("Save the area as GeoTIFF first (Export → Save As)."),
        )
    path, options = _open_arguments(layer.dataProvider().dataSourceUri())
    dataset = open_dataset(path, options)
    transform = dataset.GetGeoTransform(can_return_null=True)
    if transform is None and (dataset.GetGCPCount() or dataset.GetMetadata("RPC")):
        raise UnsupportedRaster(
            _tr("This raster has ground control points or sensor coefficients (RPC), but no geotransform."),
            _tr("Warp it first (Raster → Projections → Warp) and simulate on the result."),
        )
    if transform is None:
        raise UnsupportedRaster(
            _tr("This raster has no geotransform, so its pixels have no place on the ground."),
            _tr("Georeference it first (Layer → Georeferencer)."),
        )
    # A file can hold −0 as rotation; what is written holds 0.
    geotransform = Geotransform(
        tuple(value + 0.0 if place in (2, 4) else value for place, value in enumerate(transform))
    )
    try:
        geotransform.check("geotransform")
    except Refusal:
        raise UnsupportedRaster(
            _tr("The geotransform of this raster gives its pixels no place on the ground."),
            _tr("Georeference it anew (Layer → Georeferencer)."),
        ) from None
    if not geotransform.is_almost_aligned(dataset.RasterXSize, dataset.RasterYSize):
        raise UnsupportedRaster(
            _tr("This raster is rotated against its coordinate system."),
            _tr("Warp it first (Raster → Projections → Warp) and simulate on the result."),
        )
    wkt = layer_wkt(layer, dataset.GetSpatialRef())
    _check_degrees(wkt, geotransform, dataset)
    _check_samples(dataset)
    _check_masks(dataset)
    return RasterSource(
        path=path,
        open_options=options,
        width=dataset.RasterXSize,
        height=dataset.RasterYSize,
        geotransform=geotransform.t,
        crs_wkt=wkt,
        metres_per_unit=metres_per_unit(wkt),
        web_mercator=is_web_mercator(wkt),
        degrees_per_unit=degrees_per_unit(wkt),
        bands=shown_bands(layer, dataset),
        nodata=user_nodata(layer),
        band_count=dataset.RasterCount,
        sample_type=gdal.GetDataTypeName(dataset.GetRasterBand(1).DataType),
    )


def file_of(layer: QgsRasterLayer) -> str:
    """What GDAL opens for a layer; empty where another provider reads it."""
    return _open_arguments(layer.dataProvider().dataSourceUri())[0] if layer.providerType() == "gdal" else ""


def _open_arguments(uri: str) -> Tuple[str, List[str]]:
    """QGIS writes open options behind the path: ``path|option:A=1|option:B=2``. Any other ``|`` belongs to the path."""
    options = r"\|option:([^|]*)"
    return re.sub(options, "", uri), re.findall(options, uri)


def _check_degrees(wkt: str, geotransform: Geotransform, dataset: gdal.Dataset) -> None:
    """Refuses a geographic raster whose numbers are no degrees: usually metres of a projection under the wrong name."""
    reference = osr.SpatialReference()
    reference.ImportFromWkt(wkt)
    if not reference.IsGeographic():
        return
    degrees = math.degrees(reference.GetAngularUnits())
    # Grids of nodes reach half a pixel over the pole; longitudes may go on over the antimeridian.
    pixel_x, pixel_y = abs(geotransform.t[1] * degrees), abs(geotransform.t[5] * degrees)
    for col, row in ((0, 0), (dataset.RasterXSize, dataset.RasterYSize)):
        x, y = geotransform.apply(col, row)
        if abs(x * degrees) > 540.0 + pixel_x or abs(y * degrees) > 90.0 + pixel_y:
            raise UnsupportedRaster(
                _tr("This layer's coordinate reference system is geographic, but its coordinates are no degrees."),
                _tr("Set the right one first (Layer → Set CRS of Layer)."),
            )


def _check_samples(dataset: gdal.Dataset) -> None:
    space = dataset.GetMetadataItem("SOURCE_COLOR_SPACE", "IMAGE_STRUCTURE")
    if space not in (None, "YCbCr"):
        # GDAL shows it as RGB; it would come back as something else.
        raise UnsupportedRaster(
            _tr("The colours of this raster are {space}.").format(space=space),
            _tr("Convert it to RGB first (Raster → Conversion → Translate)."),
        )
    numbers = range(1, dataset.RasterCount + 1)
    if any(dataset.GetRasterBand(band).GetColorInterpretation() in _OTHER_COLOURS for band in numbers):
        raise UnsupportedRaster(
            _tr("The bands of this raster are no red, green and blue (CMYK, HLS or YCbCr)."),
            _tr("Convert it to RGB first."),
        )
    kinds = {dataset.GetRasterBand(band).DataType for band in numbers}
    signed_byte = any(
        dataset.GetRasterBand(band).GetMetadataItem("PIXELTYPE", "IMAGE_STRUCTURE") == "SIGNEDBYTE" for band in numbers
    )
    if not kinds:
        raise UnsupportedRaster(_tr("This raster has no band."), _tr("Choose one of its sublayers."))
    if len(kinds) > 1:
        raise UnsupportedRaster(
            _tr("The bands of this raster have different sample types."),
            _tr("Convert it to one type first (Raster → Conversion → Translate)."),
        )
    kind = kinds.pop()
    if kind not in SAMPLE_TYPES or signed_byte:
        raise UnsupportedRaster(
            _tr("Samples of type {kind} are not supported.").format(
                kind="Int8" if signed_byte else gdal.GetDataTypeName(kind)
            ),
            _tr("Convert it to 8- or 16-bit whole numbers or to floating point first."),
        )
    bits = [int(dataset.GetRasterBand(band).GetMetadataItem("NBITS", "IMAGE_STRUCTURE") or 8) for band in numbers]
    if min(bits) < 8:
        raise UnsupportedRaster(
            _tr("The samples of this raster have {bits} bit each, too few to be edited.").format(bits=min(bits)),
            _tr("Scale it to 8 bit first (Raster → Conversion → Translate)."),
        )


def _check_masks(dataset: gdal.Dataset) -> None:
    """Refuses what tells nodata by band in ways that a GeoTIFF cannot: pixels would become valid, or be lost."""
    bands = [dataset.GetRasterBand(band) for band in range(1, dataset.RasterCount + 1)]
    bands = [band for band in bands if band.GetColorInterpretation() != gdal.GCI_AlphaBand]
    if len({repr(_nodata(band)) for band in bands}) > 1:
        raise UnsupportedRaster(
            _tr("The bands of this raster have different nodata values; a GeoTIFF holds one for all."),
            _tr("Give it one first (Raster → Projections → Warp, “Nodata value for output bands”)."),
        )
    if len(bands) > 1 and any(band.GetMaskFlags() == 0 for band in bands):
        raise UnsupportedRaster(
            _tr("Each band of this raster has a mask of its own; a GeoTIFF holds one for all."),
            _tr("Give it a nodata value first (Raster → Projections → Warp, “Nodata value for output bands”)."),
        )


def _nodata(band: gdal.Band) -> Optional[float]:
    value = band.GetNoDataValue()
    sample = as_sample(value, np.dtype(SAMPLE_TYPES[band.DataType]))
    # Infinities and what no sample equals stay as they are.
    return value if sample is None else sample


def shown_bands(layer: QgsRasterLayer, dataset: gdal.Dataset) -> Tuple[int, int, int]:
    """The bands that the user sees as red, green and blue: the renderer's (one band is all three), else by colour
    interpretation, else the first three, else one grey band for all."""
    count = dataset.RasterCount
    alpha = [
        band
        for band in range(1, count + 1)
        if dataset.GetRasterBand(band).GetColorInterpretation() == gdal.GCI_AlphaBand
    ]
    meaning = {dataset.GetRasterBand(band).GetColorInterpretation(): band for band in range(count, 0, -1)}
    if gdal.GCI_PaletteIndex in meaning or dataset.GetRasterBand(1).GetColorTable() is not None:
        raise UnsupportedRaster(
            _tr("This raster stores palette numbers, not colours."),
            _tr("Convert it first (Raster → Conversion → PCT to RGB)."),
        )
    chosen = _rendered(layer.renderer())
    if chosen is not None and all(1 <= band <= count and band not in alpha for band in chosen):
        return chosen
    named = tuple(meaning.get(colour, 0) for colour in (gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand))
    if all(named):
        return named  # type: ignore[return-value]
    opaque = [band for band in range(1, count + 1) if band not in alpha]
    if len(opaque) >= 3:
        return (opaque[0], opaque[1], opaque[2])
    if not opaque:
        raise UnsupportedRaster(
            _tr("This raster has nothing but an alpha band."), _tr("Choose a layer with a picture.")
        )
    return (opaque[0],) * 3


def _rendered(renderer: QgsRasterRenderer) -> Optional[Tuple[int, int, int]]:
    """The bands that a renderer shows; none where it does not tell."""
    if isinstance(renderer, QgsMultiBandColorRenderer):
        return (renderer.redBand(), renderer.greenBand(), renderer.blueBand())
    if isinstance(renderer, QgsSingleBandGrayRenderer):
        return (renderer.grayBand(),) * 3
    if isinstance(renderer, QgsSingleBandPseudoColorRenderer):
        return (renderer.band(),) * 3
    return None

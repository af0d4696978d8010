"""What a map layer is to us, taken on the main thread: afterwards nobody needs the layer to read its pixels.

Pixels are read by GDAL from the layer's own source rather than through its provider: a provider gives neither the
geotransform bit for bit nor masks, and it applies scale and offset to the samples.
"""

from __future__ import annotations

import math
from typing import List, Tuple

from osgeo import gdal, osr
from qgis.core import QgsMultiBandColorRenderer, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication

from ..core.errors import UnsupportedRaster
from ..core.grid import Geotransform
from ..core.request import NodataRange, RasterSource
from .crs import is_web_mercator, layer_wkt, metres_per_unit
from .raster import SAMPLE_TYPES, open_dataset


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
    if transform is None:
        raise UnsupportedRaster(
            _tr("This raster has no geotransform, so its pixels have no place on the ground."),
            _tr("Georeference it first (Layer → Georeferencer)."),
        )
    # A file can hold −0 as rotation; what is written holds 0.
    geotransform = Geotransform(
        tuple(value + 0.0 if place in (2, 4) else value for place, value in enumerate(transform))
    )
    geotransform.check("geotransform")
    if not geotransform.is_almost_aligned(dataset.RasterXSize, dataset.RasterYSize):
        raise UnsupportedRaster(
            _tr("This raster is rotated against its coordinate system."),
            _tr("Warp it first (Raster → Projections → Warp) and simulate on the result."),
        )
    wkt = layer_wkt(layer, dataset.GetSpatialRef())
    _check_degrees(wkt, geotransform, dataset)
    _check_samples(dataset)
    return RasterSource(
        path=path,
        open_options=options,
        width=dataset.RasterXSize,
        height=dataset.RasterYSize,
        geotransform=geotransform.t,
        crs_wkt=wkt,
        metres_per_unit=metres_per_unit(wkt),
        web_mercator=is_web_mercator(wkt),
        bands=shown_bands(layer, dataset),
        nodata=_user_nodata(layer),
    )


def _open_arguments(uri: str) -> Tuple[str, List[str]]:
    """QGIS writes open options behind the path: ``path|option:A=1|option:B=2``."""
    path, *rest = uri.split("|")
    return path, [part[len("option:") :] for part in rest if part.startswith("option:")]


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
    kinds = {dataset.GetRasterBand(band).DataType for band in range(1, dataset.RasterCount + 1)}
    signed_byte = any(
        dataset.GetRasterBand(band).GetMetadataItem("PIXELTYPE", "IMAGE_STRUCTURE") == "SIGNEDBYTE"
        for band in range(1, dataset.RasterCount + 1)
    )
    if not kinds:
        raise UnsupportedRaster(_tr("This raster has no band."))
    if len(kinds) > 1:
        raise UnsupportedRaster(
            _tr("The bands of this raster have different sample types."),
            _tr("Convert it to one type first (Raster → Conversion → Translate)."),
        )
    kind = kinds.pop()
    if kind not in SAMPLE_TYPES or signed_byte:
        raise UnsupportedRaster(
            _tr("Samples of type {kind} are not supported.").format(kind=gdal.GetDataTypeName(kind)),
            _tr("Convert it to 8- or 16-bit whole numbers or to floating point first."),
        )


def shown_bands(layer: QgsRasterLayer, dataset: gdal.Dataset) -> Tuple[int, int, int]:
    """The bands that the user sees as red, green and blue: the renderer's, else by colour interpretation, else the
    first three, else one grey band for all."""
    count = dataset.RasterCount
    renderer = layer.renderer()
    if isinstance(renderer, QgsMultiBandColorRenderer):
        chosen = (renderer.redBand(), renderer.greenBand(), renderer.blueBand())
        if all(1 <= band <= count for band in chosen):
            return chosen
    meaning = {dataset.GetRasterBand(band).GetColorInterpretation(): band for band in range(count, 0, -1)}
    if gdal.GCI_PaletteIndex in meaning or dataset.GetRasterBand(1).GetColorTable() is not None:
        raise UnsupportedRaster(
            _tr("This raster stores palette numbers, not colours."),
            _tr("Convert it first (Raster → Conversion → PCT to RGB)."),
        )
    named = tuple(meaning.get(colour, 0) for colour in (gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand))
    if all(named):
        return named  # type: ignore[return-value]
    opaque = [
        band
        for band in range(1, count + 1)
        if dataset.GetRasterBand(band).GetColorInterpretation() != gdal.GCI_AlphaBand
    ]
    if len(opaque) >= 3:
        return (opaque[0], opaque[1], opaque[2])
    if not opaque:
        raise UnsupportedRaster(_tr("This raster has nothing but an alpha band."))
    return (opaque[0],) * 3


def _user_nodata(layer: QgsRasterLayer) -> List[NodataRange]:
    provider = layer.dataProvider()
    return [
        NodataRange(band, each.min(), each.max())
        for band in range(1, provider.bandCount() + 1)
        for each in provider.userNoDataValues(band)
    ]

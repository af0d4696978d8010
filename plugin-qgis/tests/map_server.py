"""A map server on this machine whose every px tells where it lies: XYZ, WMS, WMTS and ArcGIS, with faults on demand."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Callable, Dict, List, Sequence, Tuple
from urllib.parse import parse_qs, urlsplit

import numpy as np
from foreshock.core import png

#: Half the side of the Web Mercator square, metres.
HALF = 20_037_508.342789244
#: The grid of the WMTS: top left corner and metres per px of its levels (EPSG:32633), on no multiple of a px.
WMTS_CORNER, WMTS_STEPS = (400_000.3, 5_200_000.7), (8.0, 4.0, 2.0)


def colours(col: int, row: int, width: int, height: int, salt: int = 0) -> np.ndarray:
    """``[height, width, 3]`` px whose colours tell their place on the grid of their level (``salt``)."""
    y, x = np.mgrid[row : row + height, col : col + width]
    return np.stack([x & 255, y & 255, ((x >> 8) * 7 ^ (y >> 8) * 13 ^ salt) & 255], axis=-1).astype(np.uint8)


Answer = Tuple[int, str, bytes]


def picture(pixels: np.ndarray) -> Answer:
    return 200, "image/png", png.encode(pixels)


@dataclass
class MapServer:
    """``faults`` says by path (or by a tile's ``z/x/y``) what to answer instead of the first pictures asked for there."""

    faults: Dict[str, List[Answer]] = field(default_factory=dict)
    asked: List[str] = field(default_factory=list)
    #: How many requests for pictures are refused before the first is answered.
    refusing: int = 0
    #: Cleared, no picture comes.
    flowing: threading.Event = field(default_factory=threading.Event)
    #: Whether the ArcGIS server keeps map tiles; otherwise it draws what is asked for.
    cached: bool = True
    tile_side: int = 256

    def __enter__(self) -> MapServer:
        self.flowing.set()
        server = self
        lock = threading.Lock()

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_: object) -> None:
                pass

            def do_GET(self) -> None:
                parts = urlsplit(self.path)
                query = {key.lower(): values[0] for key, values in parse_qs(parts.query).items()}
                with lock:
                    server.asked.append(self.path)
                status, kind, body = server.answer(parts.path, query, lock)
                try:
                    self.send_response(status)
                    self.send_header("Content-Type", kind)
                    self.send_header("Content-Length", str(len(body)))
                    self.send_header("Cache-Control", "no-store")
                    self.end_headers()
                    self.wfile.write(body)
                except OSError:
                    pass  # called off

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._http.server_address[1]}"
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.flowing.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def times(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(path in each for each in self.asked)

    # Answers ----------------------------------------------------------------------------------------------------

    def answer(self, path: str, query: Dict[str, str], lock: threading.Lock) -> Answer:
        if query.get("request") == "GetCapabilities":
            text = self._wmts() if query.get("service") == "WMTS" else self._wms()
            return 200, "text/xml", text.encode()
        if query.get("f") == "json":
            return 200, "application/json", json.dumps(self._arcgis()).encode()
        self.flowing.wait(60)
        key, draw = self._wanted(path, query)
        with lock:
            if self.refusing:
                self.refusing -= 1
                return 503, "text/plain", b"starting"
            waiting = self.faults.get(key) or []
            if waiting:
                # The last one stays.
                return waiting.pop(0) if len(waiting) > 1 else waiting[0]
        return draw()

    def _wanted(self, path: str, query: Dict[str, str]) -> Tuple[str, Callable[[], Answer]]:
        side = self.tile_side
        if query.get("request") == "GetMap" or path.endswith("/export"):
            return path, lambda: self._map(query)
        if query.get("request") == "GetTile":
            z, x, y = int(query["tilematrix"]), int(query["tilecol"]), int(query["tilerow"])
        elif "/MapServer/tile/" in path:
            z, y, x = (int(part) for part in path.split("/")[-3:])
        else:
            z, x, y = (int(part) for part in path.split(".")[0].split("/")[-3:])
        return f"{z}/{x}/{y}", lambda: picture(colours(x * side, y * side, side, side, z))

    def _map(self, query: Dict[str, str]) -> Answer:
        """Px of a grid through the origin of the CRS; row 0 lies at y = 0 and counts downward."""
        left, _, right, top = (float(each) for each in query["bbox"].split(","))
        if "size" in query:
            width, height = (int(each) for each in query["size"].split(","))
        else:
            width, height = int(query["width"]), int(query["height"])
        step = (right - left) / width
        return picture(colours(round(left / step), round(-top / step), width, height))

    def _wms(self) -> str:
        return f"""<?xml version="1.0" encoding="UTF-8"?>
<WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms" xmlns:xlink="http://www.w3.org/1999/xlink">
<Service><Name>WMS</Name><Title>px</Title><OnlineResource xlink:href="{self.url}/wms"/></Service>
<Capability><Request>
<GetCapabilities><Format>text/xml</Format><DCPType><HTTP><Get><OnlineResource xlink:href="{self.url}/wms?"/></Get></HTTP></DCPType></GetCapabilities>
<GetMap><Format>image/png</Format><DCPType><HTTP><Get><OnlineResource xlink:href="{self.url}/wms?"/></Get></HTTP></DCPType></GetMap>
</Request><Exception><Format>XML</Format></Exception>
<Layer><Title>px</Title><CRS>EPSG:32633</CRS>
<EX_GeographicBoundingBox><westBoundLongitude>14</westBoundLongitude><eastBoundLongitude>16</eastBoundLongitude><southBoundLatitude>45</southBoundLatitude><northBoundLatitude>46</northBoundLatitude></EX_GeographicBoundingBox>
<BoundingBox CRS="EPSG:32633" minx="450000.3" miny="5000000.2" maxx="460000.7" maxy="5010000.9"/>
<Layer queryable="0"><Name>px</Name><Title>px</Title><CRS>EPSG:32633</CRS>
<BoundingBox CRS="EPSG:32633" minx="450000.3" miny="5000000.2" maxx="460000.7" maxy="5010000.9"/></Layer>
</Layer></Capability></WMS_Capabilities>"""

    def _wmts(self) -> str:
        google = tuple(2 * HALF / (256 << zoom) for zoom in range(18))
        sets = self._matrix_set("utm", 32633, WMTS_CORNER, WMTS_STEPS)
        sets += self._matrix_set("google", 3857, (-HALF, HALF), google)
        return f"""<?xml version="1.0" encoding="UTF-8"?>
<Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.0.0">
<ows:ServiceIdentification><ows:Title>px</ows:Title><ows:ServiceType>OGC WMTS</ows:ServiceType><ows:ServiceTypeVersion>1.0.0</ows:ServiceTypeVersion></ows:ServiceIdentification>
<ows:OperationsMetadata><ows:Operation name="GetTile"><ows:DCP><ows:HTTP><ows:Get xlink:href="{self.url}/wmts?">
<ows:Constraint name="GetEncoding"><ows:AllowedValues><ows:Value>KVP</ows:Value></ows:AllowedValues></ows:Constraint></ows:Get></ows:HTTP></ows:DCP></ows:Operation></ows:OperationsMetadata>
<Contents><Layer><ows:Title>px</ows:Title><ows:Identifier>px</ows:Identifier>
<ows:WGS84BoundingBox><ows:LowerCorner>13.7 45.6</ows:LowerCorner><ows:UpperCorner>15.2 46.9</ows:UpperCorner></ows:WGS84BoundingBox>
<Style isDefault="true"><ows:Identifier>default</ows:Identifier></Style><Format>image/png</Format>
<TileMatrixSetLink><TileMatrixSet>utm</TileMatrixSet></TileMatrixSetLink>
<TileMatrixSetLink><TileMatrixSet>google</TileMatrixSet></TileMatrixSetLink></Layer>
{sets}</Contents></Capabilities>"""

    def _matrix_set(self, name: str, epsg: int, corner: Tuple[float, float], steps: Sequence[float]) -> str:
        matrices = "".join(
            f"<TileMatrix><ows:Identifier>{z}</ows:Identifier><ScaleDenominator>{step / 0.00028!r}</ScaleDenominator>"
            f"<TopLeftCorner>{corner[0]!r} {corner[1]!r}</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight>"
            f"<MatrixWidth>{1 << z + first}</MatrixWidth><MatrixHeight>{1 << z + first}</MatrixHeight></TileMatrix>"
            for first in [0 if epsg == 3857 else 6]
            for z, step in enumerate(steps)
        )
        return (
            f"<TileMatrixSet><ows:Identifier>{name}</ows:Identifier>"
            f"<ows:SupportedCRS>urn:ogc:def:crs:EPSG::{epsg}</ows:SupportedCRS>{matrices}</TileMatrixSet>"
        )

    def _arcgis(self) -> Dict[str, object]:
        reference = {"wkid": 102100, "latestWkid": 3857}
        extent = {"xmin": -HALF, "ymin": -HALF, "xmax": HALF, "ymax": HALF, "spatialReference": reference}
        return {
            "currentVersion": 10.9,
            "mapName": "px",
            "name": "px",
            "singleFusedMapCache": self.cached,
            "capabilities": "Map,Tilemap",
            "supportedImageFormatTypes": "PNG32,PNG24,PNG,JPG",
            "spatialReference": reference,
            "initialExtent": extent,
            "fullExtent": extent,
            "extent": extent,
            "layers": [{"id": 0, "name": "px"}],
            **({"tileInfo": self._tile_info(reference)} if self.cached else {}),
        }

    def _tile_info(self, reference: Dict[str, object]) -> Dict[str, object]:
        lods = [
            {"level": z, "resolution": 2 * HALF / (256 << z), "scale": 2 * HALF / (256 << z) * 96 / 0.0254}
            for z in range(20)
        ]
        return {
            "rows": 256,
            "cols": 256,
            "dpi": 96,
            "format": "PNG",
            "origin": {"x": -HALF, "y": HALF},
            "spatialReference": reference,
            "lods": lods,
        }

"""The file beside a result that says how it came about, and holds the hashes by which anybody can check that picture
and claim belong together. A hash is no signature: whoever can write both files can make a pair that fits.

* A band's hash is the SHA-256 of its samples as GDAL reads them, in the band's own type, little-endian, row by row from
  the first; that of a mask is the same of its bytes.
* The file's own hash, ``sha256``, is that of all its other members: JSON with sorted keys, without white space, UTF-8.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Dict, List, Optional, Tuple
from uuid import UUID

from . import codec, words
from .errors import ForeshockError, Refusal
from .file_names import beside
from .grid import Window
from .messages import Params, Provenance
from .provenance import NOTICE
from .request import SimulationRequest

SCHEMA = "foreshock.provenance.v1"
#: The member that holds the hash of the others.
_SEAL = "sha256"


def _tr(text: str) -> str:
    return words.translate("ForeshockProvenanceFile", text)


@dataclass(frozen=True)
class PixelHashes:
    """The px of a raster, or of a window of it: size, GDAL's name of the sample type, SHA-256 of each band, and of the
    mask that all bands share, if there is one."""

    width: int
    height: int
    sample_type: str
    bands: List[str]
    mask: Optional[str] = None


@dataclass(frozen=True)
class FileHash:
    """A file in the same folder, and the SHA-256 of its bytes."""

    name: str
    sha256: str


@dataclass(frozen=True)
class Asked:
    """What was asked for. The source has its layer's name only: paths are nobody else's business."""

    job_id: UUID
    created: datetime
    instruction: str
    params: Params
    model_digest: str
    model_licence: str
    source: str
    #: The result's place on the source's px.
    window: Window
    #: Bands shown as red, green and blue.
    bands: Tuple[int, int, int]
    tile: int
    overlap: int
    geotransform: Tuple[float, float, float, float, float, float]
    crs_wkt: str
    mask_wkt: Optional[str] = None
    #: Number of pairs before and after that were given as examples.
    examples: int = 0


@dataclass(frozen=True)
class ProvenanceFile:
    """The file's members."""

    schema: str
    synthetic: bool
    notice: str
    #: What wrote the file.
    client: str
    request: Asked
    #: What made the first edited tile, in the worker's own words.
    worker: Provenance
    #: File name of the result, and its tags.
    file: str
    tags: Dict[str, str]
    result: PixelHashes
    #: The window of the source that the result covers.
    source: PixelHashes
    footprint: Optional[FileHash] = None
    sha256: Optional[str] = None


def provenance_path(output: str) -> str:
    """Where the provenance of a result lies: beside it."""
    return beside(output, "provenance.json")


def asked(request: SimulationRequest) -> Asked:
    return Asked(
        job_id=request.job_id,
        created=request.created,
        instruction=request.instruction,
        params=request.params,
        model_digest=request.model_digest,
        model_licence=request.model_licence,
        source=request.layer_name,
        window=request.window,
        bands=request.source.bands,
        tile=request.tile,
        overlap=request.overlap,
        geotransform=request.geotransform().t,
        crs_wkt=request.source.crs_wkt,
        mask_wkt=request.mask_wkt,
        examples=len(request.examples),
    )


def compile_file(
    request: SimulationRequest,
    made: Provenance,
    client: str,
    tags: Dict[str, str],
    result: PixelHashes,
    source: PixelHashes,
    footprint: Optional[FileHash],
) -> ProvenanceFile:
    """The members, with the file's own hash."""
    document = ProvenanceFile(
        schema=SCHEMA,
        synthetic=True,
        notice=NOTICE,
        client=client,
        request=asked(request),
        worker=made,
        file=os.path.basename(request.output),
        tags=tags,
        result=result,
        source=source,
        footprint=footprint,
    )
    return replace(document, sha256=seal(codec.encode(document)))


def seal(members: Dict[str, Any]) -> str:
    """The hash of all members but itself."""
    others = {key: value for key, value in members.items() if key != _SEAL}
    text = json.dumps(others, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def write(document: ProvenanceFile, path: str) -> None:
    """Writes the file; it appears only when whole."""
    partial = f"{path}.partial"
    try:
        with open(partial, "w", encoding="utf-8", newline="\n") as file:
            json.dump(codec.encode(document), file, ensure_ascii=False, indent=1)
            file.write("\n")
        os.replace(partial, path)
    finally:
        if os.path.exists(partial):
            os.remove(partial)


def read(path: str) -> Tuple[ProvenanceFile, bool]:
    """The members, and whether the file's own hash is theirs."""
    try:
        members = json.loads(Path(path).read_text(encoding="utf-8"))
        document = codec.decode(ProvenanceFile, members)
        sealed = seal(members) == document.sha256
    except OSError as error:
        raise ForeshockError(
            _tr("The provenance file {path} cannot be read: {reason}.").format(path=path, reason=error.strerror),
            _tr("It belongs beside the result and moves with it."),
        ) from None
    except (ValueError, RecursionError, Refusal) as error:
        raise _no_such_file(path, str(error)) from None
    if document.schema != SCHEMA:
        raise _no_such_file(path, document.schema)
    return document, sealed


def _no_such_file(path: str, reason: str) -> ForeshockError:
    return ForeshockError(
        _tr("{path} is no provenance file of Foreshock: {reason}.").format(path=path, reason=reason.rstrip(".")),
        _tr("Nothing is known about the picture, then."),
    )


def file_hash(path: str) -> FileHash:
    """The hash of a file's bytes."""
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for chunk in iter(lambda: file.read(1 << 20), b""):
            digest.update(chunk)
    return FileHash(os.path.basename(path), digest.hexdigest())

"""What a result says about itself: GeoTIFF tags and layer metadata, so that nobody takes it for an observation."""

from __future__ import annotations

from typing import Any, Dict, List

from . import codec
from .messages import Provenance
from .request import SimulationRequest

NOTICE = "Synthetic imagery: a computed scenario, not an observation."
KEYWORDS: List[str] = ["SIMULATED", "synthetic imagery", "AI generated", "not an observation"]


def tags(request: SimulationRequest, made: Provenance, version: str) -> Dict[str, str]:
    """GDAL metadata of the result."""
    values = {
        "FORESHOCK_SYNTHETIC": "YES",
        "FORESHOCK_NOTICE": NOTICE,
        "FORESHOCK_JOB_ID": str(request.job_id),
        "FORESHOCK_INSTRUCTION": request.instruction,
        "FORESHOCK_MODEL": made.model,
        "FORESHOCK_MODEL_DIGEST": made.model_digest,
        "FORESHOCK_ADAPTER": made.adapter or "",
        "FORESHOCK_ADAPTER_DIGEST": made.adapter_digest or "",
        "FORESHOCK_LICENCE": made.licence,
        "FORESHOCK_STEPS": str(made.steps),
        "FORESHOCK_GUIDANCE": f"{made.guidance:g}",
        "FORESHOCK_SEED": str(made.seed),
        "FORESHOCK_STRENGTH": f"{made.strength:g}",
        "FORESHOCK_PRESERVE": made.preserve,
        "FORESHOCK_QUALITY": made.quality,
        "FORESHOCK_FILTER": codec.dumps(made.filter).decode() if made.filter else "",
        "FORESHOCK_SOFTWARE": made.software,
        "FORESHOCK_CLIENT": f"foreshock-qgis {version}",
        "FORESHOCK_CREATED": made.created.isoformat().replace("+00:00", "Z"),
        "FORESHOCK_SOURCE": request.layer_name,
        "FORESHOCK_CRS_WKT": request.source.crs_wkt,
    }
    return {key: value for key, value in values.items() if value}


def footprint_properties(request: SimulationRequest, made: Provenance) -> Dict[str, Any]:
    """What each piece of a change footprint says about itself."""
    return {
        "synthetic": True,
        "job_id": str(request.job_id),
        "instruction": made.instruction,
        "model": made.model,
        "model_digest": made.model_digest,
        "seed": made.seed,
        "software": made.software,
        "created": made.created.isoformat().replace("+00:00", "Z"),
    }

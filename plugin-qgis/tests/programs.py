"""Where the programs of this repository are."""

from __future__ import annotations

import os
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
_VARIABLES = {"foreshock": "FORESHOCK_BIN", "foreshock-lab": "FORESHOCK_LAB_BIN"}


def program(name: str) -> str:
    """A built program: named by the environment, else from the development profile."""
    path = Path(os.environ.get(_VARIABLES[name]) or REPOSITORY / "target" / "debug" / name)
    assert path.exists(), f"{path} is not built; run `cargo build` or set {_VARIABLES[name]}"
    return str(path)

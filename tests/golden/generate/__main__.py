"""Writes the golden fixtures.

    python -m generate [--out DIR] [GROUP ...]

Without a group, all of them are written, in order. Groups that need a file of another group read it from the same folder.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from pathlib import Path

GROUPS = (
    "schedule",
    "embeddings",
    "rope",
    "packing",
    "blocks",
    "transformer",
    "vae",
    "clip",
    "t5",
    "pipeline_fill",
    "tokens",
    "lora",
    "moe_lora",
    "kontext",
    "control",
    "visualcloze",
    "training",
    "metrics",
)
LIMIT = 4 * 1024 * 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path(__file__).resolve().parent.parent / "fixtures")
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=", ".join(GROUPS))
    args = parser.parse_args()
    unknown = [name for name in args.groups if name not in GROUPS]
    if unknown:
        parser.error(f"unknown group {unknown[0]}; there are {', '.join(GROUPS)}")
    args.out.mkdir(parents=True, exist_ok=True)
    for name in args.groups or GROUPS:
        start = time.monotonic()
        importlib.import_module(f"{__package__}.{name}").write(args.out)
        print(f"{name:14} {time.monotonic() - start:5.1f} s", flush=True)
    total = sum(path.stat().st_size for path in args.out.rglob("*") if path.is_file())
    print(f"{total} bytes in all, at most {LIMIT}")
    if total > LIMIT:
        sys.exit("the fixtures are larger than the repository allows")


main()

#!/usr/bin/env python3
"""Unpacks the CPU part of libtorch from torch's wheel into .deps/, in the shape that the build and the loader expect.

    fetch_libtorch.py --pip PATH [--dest .deps]

    DEST/libtorch/include, DEST/libtorch/lib   headers; libtorch_cpu, libc10, libgomp and a linker script named libtorch.so
    DEST/nvidia/cu13/lib                       the two CUDA libraries that libtorch_cpu links: it finds them by its own
                                               relative RPATH, $ORIGIN/../../nvidia/cu13/lib, so this place is not free

The wheel's libtorch.so would pull CUDA in (a gigabyte more); a linker script that names libtorch_cpu.so takes its place.
Wheels are checked against deploy/libtorch.sha256 before anything is unpacked, and deleted afterwards. A stamp, written
last, makes a second run a no-op. Standard library only; downloads with pip, so that pip's own settings are respected.
"""

from __future__ import annotations

import argparse
import hashlib
import platform
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

WHEELS = Path(__file__).resolve().parent / "libtorch.sha256"
TORCH = "2.11.0"
REQUIREMENTS = (f"torch=={TORCH}", "nvidia-cuda-runtime==13.0.96", "nvidia-cuda-cupti==13.0.85")
# Any CPython will do, as only C++ is taken: one is fixed, so that the file and its hash are always the same.
TAGS = ("--python-version", "3.11", "--implementation", "cp", "--abi", "cp311", "--abi", "none")
PLATFORMS = ("manylinux_2_28_x86_64", "manylinux_2_25_x86_64", "manylinux2014_x86_64")
LAYOUT = "1"  # raise it when what is unpacked changes, so that old trees are made anew

TORCH_LIBRARIES = ("libtorch_cpu.so", "libc10.so", "libgomp.so.1")
NVIDIA_LIBRARIES = ("libcudart.so.13", "libcupti.so.13")
LINKER_SCRIPT = "INPUT(libtorch_cpu.so)\n"


class FetchError(Exception):
    """libtorch cannot be had; the text says why and what to do."""


def expected() -> dict[str, tuple[str, int]]:
    """File name to (sha256, size)."""
    lines = [line.split() for line in WHEELS.read_text().splitlines() if line and not line.startswith("#")]
    return {name: (digest, int(size)) for digest, size, name in lines}


def fits(wheel: Path, digest: str, size: int) -> bool:
    if not wheel.exists() or wheel.stat().st_size != size:
        return False
    with wheel.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == digest


def download(pip: str, folder: Path) -> None:
    platforms = [word for name in PLATFORMS for word in ("--platform", name)]
    command = [pip, "download", "--no-deps", "--no-cache-dir", "--only-binary=:all:", "--disable-pip-version-check"]
    command += ["--quiet", "--progress-bar", "off", "--dest", str(folder), *TAGS, *platforms, *REQUIREMENTS]
    if subprocess.run(command, check=False).returncode != 0:
        raise FetchError(
            f"pip could not download {', '.join(REQUIREMENTS)} (its message stands above). "
            f"Check the network and pip's index, or put the files that {WHEELS.name} names into {folder} yourself"
        )


def wheels(pip: str, folder: Path) -> list[Path]:
    wanted = expected()
    folder.mkdir(parents=True, exist_ok=True)
    if not all(fits(folder / name, *facts) for name, facts in wanted.items()):
        print(f"    downloading libtorch {TORCH} (about 550 MB, once)", flush=True)
        download(pip, folder)
    for name, facts in wanted.items():
        if not fits(folder / name, *facts):
            raise FetchError(
                f"{folder / name} is missing or is not the file that {WHEELS.name} names: delete it, run again"
            )
    return [folder / name for name in wanted]


def target(member: str, tree: Path) -> Path | None:
    """Where a wheel's member goes; None for what is not needed."""
    parent, _, name = member.rpartition("/")
    if member.startswith("torch/include/") and name:
        return tree / "libtorch" / member.removeprefix("torch/")
    if parent == "torch/lib" and name in TORCH_LIBRARIES:
        return tree / "libtorch" / "lib" / name
    if parent == "nvidia/cu13/lib" and name in NVIDIA_LIBRARIES:
        return tree / "nvidia" / "cu13" / "lib" / name
    return None


def unpack(files: list[Path], tree: Path) -> None:
    for file in files:
        with zipfile.ZipFile(file) as wheel:
            for member in wheel.namelist():
                place = target(member, tree)
                if place is None:
                    continue
                place.parent.mkdir(parents=True, exist_ok=True)
                with wheel.open(member) as source, place.open("wb") as copy:
                    shutil.copyfileobj(source, copy, 1 << 20)
    (tree / "libtorch" / "lib" / "libtorch.so").write_text(LINKER_SCRIPT)
    (tree / "libtorch" / "build-version").write_text(TORCH)
    wanted = [tree / "libtorch" / "lib" / name for name in TORCH_LIBRARIES]
    wanted += [tree / "nvidia" / "cu13" / "lib" / name for name in NVIDIA_LIBRARIES]
    missing = [path.name for path in wanted if not path.exists()]
    if missing:
        raise FetchError(f"the wheels hold no {', '.join(missing)}: {Path(__file__).name} does not fit their versions")


def stamp_text() -> str:
    return f"layout {LAYOUT}\n" + "\n".join(sorted(expected())) + "\n"


def fetch(pip: str, dest: Path) -> None:
    stamp = dest / "libtorch" / "stamp"
    if stamp.exists() and stamp.read_text() == stamp_text():
        print(f"    libtorch {TORCH} is in {dest}")
        return
    if sys.platform != "linux" or platform.machine() != "x86_64":
        raise FetchError(
            f"libtorch is set up for Linux on x86-64 only; this is {sys.platform} on {platform.machine()}. "
            f"Elsewhere, unpack libtorch {TORCH} yourself and name its folder in the environment variable LIBTORCH"
        )
    files = wheels(pip, dest / "dl")
    tree = dest / "unpacking"
    shutil.rmtree(tree, ignore_errors=True)
    unpack(files, tree)
    for part in ("nvidia", "libtorch"):
        shutil.rmtree(dest / part, ignore_errors=True)
        (tree / part).rename(dest / part)
    stamp.write_text(stamp_text())
    shutil.rmtree(tree)
    shutil.rmtree(dest / "dl")
    print(f"    libtorch {TORCH} unpacked into {dest}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pip", default="pip", help="the pip that downloads")
    parser.add_argument("--dest", type=Path, default=Path(__file__).resolve().parent.parent / ".deps")
    args = parser.parse_args()
    try:
        fetch(args.pip, args.dest.resolve())
    except FetchError as error:
        sys.exit(f"fetch_libtorch: {error}")


if __name__ == "__main__":
    main()

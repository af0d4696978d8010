#!/usr/bin/env bash
# Writes tests/golden/fixtures anew from the Python references, in a virtual environment of its own.
#
#   tests/golden/make.sh [GROUP ...]        all groups, or some (see generate/__main__.py)
#   tests/golden/make.sh --install          only the environment
#
# PYTHON        the interpreter for the environment (default python3; 3.11 or later)
# GOLDEN_VENV   where the environment lies (default .deps/golden-venv; about 5 GB, as torch's wheel brings CUDA along)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

readonly here=tests/golden
readonly venv=${GOLDEN_VENV:-.deps/golden-venv}
readonly stamp=$venv/requirements.txt

if ! cmp -s "$here/requirements.txt" "$stamp"; then
    printf 'installing the references into %s (about 3 GB to download, once)\n' "$venv"
    rm -rf "$venv"
    "${PYTHON:-python3}" -m venv "$venv"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$here/requirements.txt"
    cp "$here/requirements.txt" "$stamp" # last, so that a broken installation is not taken for a whole one
fi

[[ ${1:-} != --install ]] || exit 0
PYTHONPATH=$here PYTHONDONTWRITEBYTECODE=1 nice "$venv/bin/python" -m generate "$@"

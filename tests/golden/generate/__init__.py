"""Writers of the golden fixtures: one module per group, each with a `write(folder)`.

Importing this package fixes what would otherwise make results depend on the machine: threads and instruction sets. It must
therefore be imported before torch, which `python -m generate` sees to.
"""

from __future__ import annotations

import os

# The same kernels on every x86-64 machine, so that a second run gives the same bytes.
for _name, _value in {
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "MKL_CBWR": "COMPATIBLE",
    "ATEN_CPU_CAPABILITY": "avx2",
    "ONEDNN_MAX_CPU_ISA": "AVX2",
    # Nothing is downloaded, nothing is asked of a hub.
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "DIFFUSERS_VERBOSITY": "error",
    "TRANSFORMERS_VERBOSITY": "error",
    "TOKENIZERS_PARALLELISM": "false",
}.items():
    os.environ[_name] = _value

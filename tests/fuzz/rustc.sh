#!/usr/bin/env bash
# cargo's RUSTC_WORKSPACE_WRAPPER: rustc for our own crates, with the coverage counters that libFuzzer reads. Stable rustc has them as an
# LLVM pass; dependencies stay as they are built already.
set -euo pipefail

for argument in "$@"; do
    # Build scripts run without libFuzzer.
    if [[ $argument == build_script_build ]]; then exec "$@"; fi
done
exec "$@" -Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=3 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares

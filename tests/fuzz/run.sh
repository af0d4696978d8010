#!/usr/bin/env bash
# Fuzzes one target or all, one after the other, from the corpus that is kept; what is new and what crashes goes to out/fuzz/.
#   TARGET=job|message|name|sender|png|grid|settings|cached|reference   [all]
#   RUNS=N        executions of each target                              [as below: 13 million in all]
#   MERGE=1       afterwards keeps in tests/fuzz/corpus what adds coverage
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

declare -A runs=(
    [job]=1500000 [message]=1500000 [name]=2500000 [sender]=2500000 [png]=1200000
    [grid]=600000 [settings]=400000 [cached]=800000 [reference]=2000000
)
targets=("${TARGET:-}")
if [[ -z ${TARGET:-} ]]; then targets=(job message name sender png grid settings cached reference); fi

build=target/fuzz
cargo build --quiet --locked --manifest-path tests/fuzz/Cargo.toml --target-dir "$build/libfuzzer"
library=$(find "$PWD/$build/libfuzzer/debug/build" -path '*libfuzzer-sys-*/out/libfuzzer.a' | head -n 1)
FORESHOCK_LIBFUZZER=$library RUSTC_WORKSPACE_WRAPPER=$PWD/tests/fuzz/rustc.sh \
    cargo build --locked --workspace --bin foreshock-fuzz --features foreshock-tests/fuzz
cp target/debug/foreshock-fuzz "$build/foreshock-fuzz"

# Libraries that would start threads of their own have nothing to compute here.
export OMP_NUM_THREADS=1
for target in "${targets[@]}"; do
    new=out/fuzz/$target
    mkdir -p "$new" "tests/fuzz/corpus/$target"
    export FORESHOCK_FUZZ_TARGET=$target
    most=4096
    if [[ $target == name || $target == sender ]]; then most=512; fi
    printf '%s: %s executions\n' "$target" "${RUNS:-${runs[$target]}}"
    nice "$build/foreshock-fuzz" -runs="${RUNS:-${runs[$target]}}" -max_len="$most" -timeout=20 -rss_limit_mb=1024 \
        -dict=tests/fuzz/dictionary.txt -artifact_prefix="$new/" -print_final_stats=1 \
        "$new" "tests/fuzz/corpus/$target" > "$build/$target.log" 2>&1 && failed='' || failed=yes
    grep -aE 'stat::(number|average)|ERROR|panicked|Test unit' "$build/$target.log" || true
    if [[ -n $failed ]]; then
        echo "$target: failed; the input lies in $new/, the story in $build/$target.log" >&2
        exit 1
    fi
    if [[ -n ${MERGE:-} ]]; then
        merged=$build/merged/$target
        rm -rf "$merged"
        mkdir -p "$merged"
        nice "$build/foreshock-fuzz" -set_cover_merge=1 -max_len="$most" -rss_limit_mb=1024 "$merged" "tests/fuzz/corpus/$target" "$new" 2> "$build/$target-merge.log"
        rm -rf "tests/fuzz/corpus/$target"
        cp -r "$merged" "tests/fuzz/corpus/$target"
    fi
done

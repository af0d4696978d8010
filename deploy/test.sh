#!/usr/bin/env bash
# `make test`: runs every step even after one has failed, then says what each took and how many tests passed.
# Logs stay in .run/test/.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit

readonly logs=.run/test
mkdir -p "$logs"
export CARGO_TERM_COLOR=${CARGO_TERM_COLOR:-auto}
report=()
failed_steps=0
passed=0
failed=0
rm -f "$logs"/*.log "$logs"/*.verdict # a count must not come from an earlier run

step() {
    local name=$1 begin=$SECONDS verdict=ok
    shift
    printf '\n======== %s\n' "$name"
    if ! "$@" 2>&1 | tee "$logs/$name.log"; then
        verdict=FAILED
        failed_steps=$((failed_steps + 1))
    fi
    report+=("$(printf '%-21s %-7s %4d s' "$name" "$verdict" $((SECONDS - begin)))")
    [[ $verdict == ok ]]
}

# Sums the numbers before some words on a runner's closing line: count LOG LINE-PATTERN WORDS.
count() {
    sed 's/\x1b\[[0-9;]*m//g' "$logs/$1.log" 2>/dev/null | grep -E "$2" | tail -n1 \
        | grep -oE "[0-9]+ ($3)" | awk '{ sum += $1 } END { print sum + 0 }'
}

finish() {
    local nextest='^ *Summary ' pytest='(passed|failed|errors?|skipped).* in [0-9.]+s'
    passed=$(count test-rust "$nextest" passed)
    failed=$(count test-rust "$nextest" 'failed|timed out')
    local log
    for log in test-plugin-offscreen test-plugin-broker test-desktop; do
        passed=$((passed + $(count "$log" "$pytest" passed)))
        failed=$((failed + $(count "$log" "$pytest" 'failed|errors?')))
    done
    printf '\n======== result\n'
    printf '%s\n' "${report[@]}"
    printf '%-21s %-7s %4d s\n' total "$([[ $failed_steps -eq 0 ]] && echo ok || echo FAILED)" "$SECONDS"
    printf '%d passed, %d failed\n' "$passed" "$failed"
}

# Steps that run in the background, one after another, each with a log and a verdict: beside NAME... (make targets).
beside() {
    local name began
    for name in "$@"; do
        began=$SECONDS
        make --no-print-directory --keep-going "$name" BUILT=1 >"$logs/$name.log" 2>&1
        echo "$? $((SECONDS - began))" >"$logs/$name.verdict"
    done
}

# What such a step came to, when all of them are over: collect NAME.
collect() {
    local code seconds verdict=ok
    read -r code seconds <"$logs/$1.verdict"
    printf '\n======== %s\n' "$1"
    cat "$logs/$1.log"
    if [[ $code -ne 0 ]]; then
        verdict=FAILED
        failed_steps=$((failed_steps + 1))
    fi
    report+=("$(printf '%-21s %-7s %4d s, beside the others' "$1" "$verdict" "$seconds")")
}

# In a fresh clone everything is built once: what cargo would keep for the next change only costs time.
[[ -d target ]] || export CARGO_INCREMENTAL=0
if step setup bash deploy/setup.sh && step build make --no-print-directory build; then
    # The plugin's tests wait more than they compute, those with a broker most of all; clippy, the desktop and the
    # building of Rust's tests fill the gaps.
    beside test-plugin-broker &
    broker=$!
    beside lint test-desktop &
    others=$!
    step test-plugin-offscreen make --no-print-directory test-plugin-offscreen BUILT=1
    wait "$others"
    collect lint
    collect test-desktop
    step test-rust make --no-print-directory test-rust
    wait "$broker"
    collect test-plugin-broker
fi
finish
# No test at all is no success.
[[ $failed_steps -eq 0 && $passed -gt 0 && $failed -eq 0 ]]

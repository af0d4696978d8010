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
rm -f "$logs"/*.log # a count must not come from an earlier run

step() {
    local name=$1 begin=$SECONDS verdict=ok
    shift
    printf '\n======== %s\n' "$name"
    if ! "$@" 2>&1 | tee "$logs/$name.log"; then
        verdict=FAILED
        failed_steps=$((failed_steps + 1))
    fi
    report+=("$(printf '%-12s %-7s %4d s' "$name" "$verdict" $((SECONDS - begin)))")
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
    for log in test-plugin test-desktop; do
        passed=$((passed + $(count "$log" "$pytest" passed)))
        failed=$((failed + $(count "$log" "$pytest" 'failed|errors?')))
    done
    printf '\n======== result\n'
    printf '%s\n' "${report[@]}"
    printf '%-12s %-7s %4d s\n' total "$([[ $failed_steps -eq 0 ]] && echo ok || echo FAILED)" "$SECONDS"
    printf '%d passed, %d failed\n' "$passed" "$failed"
}

if step setup bash deploy/setup.sh; then
    step lint make --no-print-directory --keep-going lint
    step test-rust make --no-print-directory test-rust
    step test-plugin make --no-print-directory test-plugin
    step test-desktop make --no-print-directory test-desktop
fi
finish
# No test at all is no success.
[[ $failed_steps -eq 0 && $passed -gt 0 && $failed -eq 0 ]]

#!/usr/bin/env bash
# `make demo`: a GeoTIFF goes through a private RabbitMQ, two workers and a private Redis, and comes back as a georeferenced layer.
# Leaves out/demo/: scene.tif, low_ground.tif (the mask), result.tif, before_after.png, footprint.geojson. Stops all it started, however it ends.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly run=.run/demo out=out/demo workers=2
readonly services=$run/services shipped=models/weights/foreshock-small
readonly instruction=${DEMO_INSTRUCTION:-deep muddy flood water covers everything but the roofs and the tree crowns}
readonly foreshock=target/debug/foreshock lab=target/debug/foreshock-lab

# The demo answers for its own settings only, not for those of the shell it was called from.
unset "${!FORESHOCK_@}"
pids=()
doing="start"

step() {
    doing=$1
    printf '\033[1m==> %s\033[0m\n' "$1"
}

show_tail() {
    printf -- '\n--- the end of %s\n' "$1" >&2
    tail -n 30 "$1" >&2
}

stop_workers() {
    local pid
    for pid in "${pids[@]}"; do kill -TERM "$pid" 2>/dev/null || true; done
    for pid in "${pids[@]}"; do
        for _ in $(seq 100); do
            kill -0 "$pid" 2>/dev/null || break
            sleep 0.1
        done
        kill -KILL "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    pids=()
}

finish() {
    local status=$?
    trap - EXIT
    trap '' INT TERM HUP # once is enough: what is left to do is to stop things
    stop_workers
    /usr/bin/python3 deploy/private_services.py stop "$services" --purge >/dev/null 2>&1 || true
    if [[ $status -ne 0 ]]; then
        for log in "$run"/worker-*.log; do
            if [[ -s $log ]]; then show_tail "$log"; fi
        done
        printf '\nThe demo stopped at "%s" (exit status %d). Logs: %s\n' "$doing" "$status" "$run" >&2
    fi
    exit "$status"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP

bash deploy/setup.sh

step "Build (the first time takes some minutes)"
cargo build --workspace --locked

mkdir -p "$run" "$out"
rm -f "$run"/worker-*.log "$run"/worker-*.addr
# The model that comes with the repository, once there is one.
model=$shipped
told="The picture is synthetic, made by the small model that comes with this repository."
if [[ ! -e $shipped/foreshock.json ]]; then
    model=$run/model
    told="The weights are random, so the low ground shows noise, not a flood."
    if [[ ! $model/foreshock.json -nt $lab ]]; then # absent, or made by an older program
        step "A tiny model with random weights, in the real layout"
        rm -rf "$model"
        "$lab" init --config tiny --seed 1 "$model"
    fi
fi

step "A sample scene: 1024 × 1024 px, 0.5 m, UTM"
"$foreshock" sample-scene "$out/scene.tif" --low-ground "$out/low_ground.tif"

step "Private RabbitMQ and Redis"
/usr/bin/python3 deploy/private_services.py start "$services" --until $$
amqp_url=$(/usr/bin/python3 deploy/private_services.py vhost "$services" demo --topology)
cache_url=$(/usr/bin/python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["redis_url"])' "$services/services.json")

step "$workers workers"
threads=$(($(nproc) / workers))
for number in $(seq "$workers"); do
    FORESHOCK_AMQP_URL=$amqp_url FORESHOCK_CACHE_URL=$cache_url FORESHOCK_MODEL=$model \
        FORESHOCK_WORKER_NAME=demo-$number FORESHOCK_THREADS=$((threads > 0 ? threads : 1)) \
        FORESHOCK_METRICS_LISTEN=127.0.0.1:0 FORESHOCK_METRICS_ADDR_FILE=$run/worker-$number.addr \
        "$foreshock" worker </dev/null >"$run/worker-$number.log" 2>&1 &
    pids+=($!)
done
for number in $(seq "$workers"); do
    address=$run/worker-$number.addr
    for _ in $(seq 600); do
        kill -0 "${pids[number - 1]}" 2>/dev/null || { echo "worker $number ended while starting" >&2; exit 1; }
        if [[ -s $address ]] && curl --silent --fail --output /dev/null "http://$(<"$address")/readyz"; then continue 2; fi
        sleep 0.1
    done
    echo "worker $number is not ready after a minute" >&2
    exit 1
done
echo "    ready"

step "Submit: \"$instruction\""
begin=$SECONDS
FORESHOCK_AMQP_URL=$amqp_url FORESHOCK_MODEL=$model "$foreshock" submit --input "$out/scene.tif" --instruction "$instruction" \
    --mask "$out/low_ground.tif" --output "$out/result.tif" --before-after "$out/before_after.png" --footprint "$out/footprint.geojson"
seconds=$((SECONDS - begin))

step "Check"
for file in result.tif before_after.png footprint.geojson; do
    [[ -s $out/$file ]] || { echo "$out/$file is missing" >&2; exit 1; }
done
/usr/bin/python3 - "$out/scene.tif" "$out/result.tif" "$out/low_ground.tif" <<'PYTHON'
import sys
from osgeo import gdal, osr
gdal.UseExceptions()
scene, result, mask = (gdal.Open(path) for path in sys.argv[1:])
def same_crs():
    one, other = (osr.SpatialReference(wkt=dataset.GetProjection()) for dataset in (scene, result))
    return one.IsSame(other) == 1
facts = {
    "size": (scene.RasterXSize, scene.RasterYSize) == (result.RasterXSize, result.RasterYSize),
    "geotransform, bit for bit": scene.GetGeoTransform() == result.GetGeoTransform(),
    "CRS": same_crs(),
    "every sample outside the mask": not ((scene.ReadAsArray() != result.ReadAsArray()) & (mask.ReadAsArray() == 0)).any(),
}
for name, same in facts.items():
    print(f"    {name}: {'the same as the source' if same else 'DIFFERS from the source'}")
sys.exit(0 if all(facts.values()) else 1)
PYTHON

printf '\nAn edit of %s went through RabbitMQ and %d workers in %d s and lies on the source grid: %s, %s and %s. ' \
    "$out/scene.tif" "$workers" "$seconds" "$out/result.tif" "$out/before_after.png" "$out/footprint.geojson"
printf '%s Open it in QGIS: qgis %s %s\n' "$told" "$out/scene.tif" "$out/result.tif"

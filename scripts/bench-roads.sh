#!/bin/sh
# Measures the road network beside pandana and Valhalla, and writes the tables of
# docs/BENCHMARKS.md. Usage: scripts/bench-roads.sh; MAPS names the folder of real maps, CORE the
# core to measure on.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
"$here/scripts/setup.sh"
peers="$here/Benchmarks/peers"
environment="$here/Benchmarks/.venv-roads"
python="$environment/bin/python"

if ! cmp -s "$peers/requirements-roads.txt" "$environment/installed.txt"; then
  echo "bench-roads: installing the peers into Benchmarks/.venv-roads" >&2
  python3 -m venv "$environment"
  "$python" -m pip install --quiet --disable-pip-version-check \
    --requirement "$peers/requirements-roads.txt"
  cp "$peers/requirements-roads.txt" "$environment/installed.txt"
fi

maps=$(cd "$here" && realpath "${MAPS:-../shared/data/maps/osm}")
[ -d "$maps" ] || { echo "bench-roads: there is no folder $maps; name one with MAPS" >&2; exit 66; }
cd "$here/Benchmarks"
swift build -c release --product roads-benchmark >&2
program=$(swift build -c release --show-bin-path)/roads-benchmark
exec "$python" -m peers.roads --program "$program" --maps "$maps" --work .work/roads \
  --core "${CORE:-0}"

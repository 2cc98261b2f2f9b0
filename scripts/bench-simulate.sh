#!/bin/sh
# Measures the simulation beside SimPy, and Bekasi 2020, and prints tables.
# Usage: scripts/bench-simulate.sh; OFFICES, RUNS and CORE say how many runs of each, and on which core.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
"$here/scripts/setup.sh"
peers="$here/Benchmarks/peers"
environment="$here/Benchmarks/.venv-simulation"
python="$environment/bin/python"

if ! cmp -s "$peers/requirements-simulation.txt" "$environment/installed.txt"; then
  echo "bench-simulate: installing SimPy into Benchmarks/.venv-simulation" >&2
  python3 -m venv "$environment"
  "$python" -m pip install --quiet --disable-pip-version-check \
    --requirement "$peers/requirements-simulation.txt"
  cp "$peers/requirements-simulation.txt" "$environment/installed.txt"
fi

cd "$here/Benchmarks"
swift build -c release --product simulation-benchmark >&2
program=$(swift build -c release --show-bin-path)/simulation-benchmark
exec "$python" -m peers.simulation --program "$program" --folder "$here" \
  --seeds "${OFFICES:-20}" --runs "${RUNS:-200}" --core "${CORE:-0}"

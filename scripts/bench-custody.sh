#!/bin/sh
# Measures custody beside the bare disk and the bare processor, and prints a table.
# Usage: scripts/bench-custody.sh [FOLDER [EVENTS]]; the folder must be on the disk that is meant.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
"$here/scripts/setup.sh"
folder=${1:-$(mktemp -d)}
mkdir -p "$folder"
work=$(mktemp -d "$folder/custody.XXXXXX")
trap 'rm -rf "$work"' EXIT
swift run -c release --package-path "$here/Benchmarks" custody-benchmark "$work" ${2:-}

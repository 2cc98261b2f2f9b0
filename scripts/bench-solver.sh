#!/bin/sh
# Measures the optimiser beside its peers, then writes docs/BENCHMARKS.md anew. What can be asked
# for: make bench-solver SUITE='x-small city' PEERS='hantar pyvrp' PANEL=full BUDGET_SHARE=0.5 …
# `scripts/bench-solver.sh report` only writes the tables and plots. PROGRAM= names a benchmark
# program that is already built.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
peers="$here/Benchmarks/peers"
environment="$here/Benchmarks/.venv"
python="$environment/bin/python"

# The peers live in a virtual environment, made again only when their list has changed.
if ! cmp -s "$peers/requirements.txt" "$environment/installed.txt"; then
  echo "bench-solver: installing the peers into Benchmarks/.venv" >&2
  python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "bench-solver: Python 3.11 or newer is needed, with its venv module" >&2
    exit 69
  }
  python3 -m venv "$environment"
  "$python" -m pip install --quiet --disable-pip-version-check --requirement "$peers/requirements.txt"
  cp "$peers/requirements.txt" "$environment/installed.txt"
fi

cd "$here/Benchmarks"
if [ "${1:-}" = report ]; then exec "$python" -m peers.report; fi

program=${PROGRAM:-}
case " ${PEERS:-hantar} " in
*" hantar "*)
  if [ -z "$program" ]; then
    swift build -c release --product optimiser-benchmark >&2
    program=$(swift build -c release --show-bin-path)/optimiser-benchmark
  fi
  ;;
esac

# shellcheck disable=SC2086 # the lists are meant to be split into words
"$python" -m peers.bench --data "$(cd "$here" && realpath "${DATA:-../shared/data/bench}")" \
  --program "${program:-none}" --panel "${PANEL:-short}" --budget-share "${BUDGET_SHARE:-1}" \
  ${SUITE:+--suite $SUITE} ${PEERS:+--peers $PEERS} ${INSTANCES:+--instances $INSTANCES} \
  ${CORE:+--core $CORE} ${FRESH:+--fresh} ${DRY_RUN:+--dry-run} &&
  status=0 || status=$?
[ -n "${DRY_RUN:-}" ] || "$python" -m peers.report --budget-share "${BUDGET_SHARE:-1}"
exit "$status"

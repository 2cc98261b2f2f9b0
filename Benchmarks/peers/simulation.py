"""Measures the simulation beside SimPy, and Bekasi 2020; prints tables in Markdown.

`python -m peers.simulation --program BIN --folder REPOSITORY [--seeds N] [--runs N] [--core N]`.
Ends with an error if the programs do not come to the same totals, if a goal is missed, or if the
number of threads changes a single bit.
"""

from __future__ import annotations

import argparse
import json
import math
import statistics
import subprocess
import sys
from pathlib import Path

from .measure import machine

# Times SimPy's events a second; seconds of CPU for one run; seconds on the wall for all runs.
_RATIO, _ONE_RUN, _ALL_RUNS = 20, 2, 180
_PROCESSES, _CALLBACKS = "SimPy, a process for each card", "SimPy, callbacks"
_PEERS = (_PROCESSES, _CALLBACKS)
_TOTALS = {
    "requests": "requests",
    "printed": "cards printed",
    "waitingDays": "requests waiting, summed over the evenings",
    "handedOver": "cards handed over",
    "runs": "runs of couriers",
    "kilometres": "kilometres",
    "calls": "calls at doors",
    "delivered": "cards delivered",
    "returned": "cards returned",
    "events": "events",
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="simulation", description=__doc__)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--core", type=int, default=0)
    options = parser.parse_args()

    print(f"Machine: {machine()}.\n")
    complaints = compare_with_simpy(options) + measure_bekasi(options)
    for complaint in complaints:
        print(f"bench-simulate: {complaint}", file=sys.stderr)
    return 1 if complaints else 0


def compare_with_simpy(options: argparse.Namespace) -> list[str]:
    pinned = ["taskset", "--cpu-list", str(options.core)]
    parameters = lines([*pinned, str(options.program), "parameters"])[0]
    numbers = json.dumps(parameters)
    simpy = [sys.executable, "-m", "peers.simpy_office"]
    commands = {
        "Hantar": [*pinned, str(options.program), "office"],
        _PROCESSES: [*pinned, *simpy, "processes", numbers],
        _CALLBACKS: [*pinned, *simpy, "callbacks", numbers],
    }
    rows: dict[str, list[dict]] = {name: [] for name in commands}
    # In turns, so that whatever else the machine does falls on all.
    for seed in range(1, options.seeds + 1):
        for name, command in commands.items():
            rows[name] += lines([*command, str(seed)])

    print(f"### One office in each program: {options.seeds} runs of {parameters['days']} days\n")
    return totals(rows) + rates(rows)


def totals(rows: dict[str, list[dict]]) -> list[str]:
    """Says how far each program is from ours, beside how far chance may put it."""
    names = " | ".join(f"{name} (by chance ±)" for name in _PEERS)
    print(f"| a run, mean | Hantar | {names} |")
    print("| --- | ---: | ---: | ---: |")
    complaints = []
    for total, words in _TOTALS.items():
        first = [row[total] for row in rows["Hantar"]]
        cells = [f"{statistics.mean(first):,.0f}"]
        for name in _PEERS:
            second = [row[total] for row in rows[name]]
            difference = statistics.mean(second) - statistics.mean(first)
            allowed = chance(first, second)
            cells.append(f"{difference:+,.1f} (±{allowed:,.1f})")
            if abs(difference) > allowed:
                complaints.append(f"{words}, {name}: {difference:+,.1f}, more than chance explains")
        print(f"| {words} | " + " | ".join(cells) + " |")
    return complaints


def rates(rows: dict[str, list[dict]]) -> list[str]:
    """Compares events a second; what counts is SimPy as its manual writes models."""
    rate = {
        name: sum(row["events"] for row in runs) / sum(row["cpuSeconds"] for row in runs)
        for name, runs in rows.items()
    }
    print("\n| CPU time of one core | events a second | seconds a run | Hantar is faster by | asked |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, runs in rows.items():
        seconds = statistics.mean(row["cpuSeconds"] for row in runs)
        ratio = "" if name == "Hantar" else f"{rate['Hantar'] / rate[name]:.1f}"
        asked = str(_RATIO) if name == _PROCESSES else ""
        print(f"| {name} | {rate[name]:,.0f} | {seconds:.3f} | {ratio} | {asked} |")
    print()
    ratio = rate["Hantar"] / rate[_PROCESSES]
    return [] if ratio >= _RATIO else [f"{ratio:.1f} times SimPy's rate; {_RATIO} is asked"]


def measure_bekasi(options: argparse.Namespace) -> list[str]:
    one, whole, same = lines(
        [str(options.program), "bekasi", str(options.folder), str(options.runs)]
    )
    print("### Kabupaten Bekasi 2020, three months, estimated runs\n")
    print("| what | measured | asked |")
    print("| --- | ---: | ---: |")
    print(f"| cards of one run, without those that came back | {one['cards']:,} | |")
    print(f"| events of one run | {one['events']:,} | |")
    print(f"| one run, CPU seconds | {one['cpuSeconds']:.2f} | {_ONE_RUN} |")
    print(f"| events a CPU second | {one['events'] / one['cpuSeconds']:,.0f} | |")
    print(f"| {whole['runs']} runs on two threads, CPU seconds | {whole['cpuSeconds']:.1f} | |")
    print(
        f"| {whole['runs']} runs on two threads, seconds on the wall "
        f"| {whole['wallSeconds']:.1f} | {_ALL_RUNS} |"
    )
    print(
        f"| {same['runs']} runs on one thread and on two "
        f"| {'the same bits' if same['isSame'] else 'DIFFERENT'} | the same |"
    )
    complaints = []
    if one["cpuSeconds"] > _ONE_RUN:
        complaints.append(f"one run of Bekasi took {one['cpuSeconds']:.2f} CPU seconds")
    if whole["wallSeconds"] > _ALL_RUNS:
        complaints.append(f"{whole['runs']} runs took {whole['wallSeconds']:.0f} s on the wall")
    if not same["isSame"]:
        complaints.append("one thread and two do not give the same bits")
    return complaints


def chance(first: list[float], second: list[float]) -> float:
    """How far apart two means may lie by chance in all but one of 1,000 cases (Welch)."""
    parts = [statistics.variance(values) / len(values) for values in (first, second)]
    error = math.sqrt(sum(parts))
    if error == 0:
        return 0.0
    degrees = sum(parts) ** 2 / sum(
        part**2 / (len(values) - 1) for part, values in zip(parts, (first, second))
    )
    # The normal quantile, widened for few degrees of freedom (Cornish and Fisher, 1938).
    z = statistics.NormalDist().inv_cdf(0.9995)
    once = (z**3 + z) / (4 * degrees)
    twice = (5 * z**5 + 16 * z**3 + 3 * z) / (96 * degrees**2)
    return error * (z + once + twice)


def lines(command: list[str]) -> list[dict]:
    result = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return [json.loads(line) for line in result.stdout.splitlines()]


if __name__ == "__main__":
    sys.exit(main())

"""Measures the road network beside its peers and writes `docs/BENCHMARKS.md` anew.

`python -m peers.roads --program BIN --maps FOLDER --work FOLDER [--core N]`. Every figure is CPU
time of one process on one core; each peer runs in a process of its own, in the same run.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

from .measure import machine, measure

_ROOT = Path(__file__).resolve().parents[2]
_PAGE = _ROOT / "docs" / "BENCHMARKS.md"
_BEGIN, _END = "<!-- bench-roads: begin -->", "<!-- bench-roads: end -->"
_PORTO = "pt_porto.osm.pbf"
_JAKARTA = "id_jakarta_2013.osm.pbf"
_PAIRS = 1000

# RoutingKit (C++) on this kind of machine, one core, the same file for cars; measured once, by
# hand, with its own programs.
_ROUTINGKIT = {
    "import_seconds": 1.7,
    "contraction_seconds": 2.0,
    "query_microseconds": 28.0,
    "table_1000_seconds": 0.11,
}
_LIMITS = {
    "import_seconds": 1.7,
    "contraction_seconds": 2.5,
    "open_milliseconds": 20,
    "query_microseconds": 30,
    "table_1000_seconds": 0.12,
    "table_8000_doors_seconds": 8,
    "nearest_100_of_20000_seconds": 5,
}
_WORDS = {
    "import_seconds": "read the file and build the graph, s",
    "contraction_seconds": "contract it, s",
    "open_milliseconds": "open the saved network, ms (wall)",
    "query_microseconds": "one pair, mean of 1,000 random ones, µs",
    "dijkstra_microseconds": "the same by Dijkstra's search, µs",
    "table_1000_seconds": "1,000 × 1,000 table, s",
    "table_8000_doors_seconds": "8,000 × 8,000 table of doors, s",
    "nearest_100_of_20000_seconds": "100 nearest of each of 20,000 doors, s",
    "snap_microseconds": "snap a door to a road, µs",
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="roads", description=__doc__)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--maps", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--core", type=int, default=0)
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)

    text = _PAGE.read_text()
    if _BEGIN not in text or _END not in text:
        print(f"{_PAGE}: the markers {_BEGIN} and {_END} are missing", file=sys.stderr)
        return 65
    body = [f"Machine: {machine()}."]
    body += _speed(arguments)
    body += _all_maps(arguments)
    body += _lengths(arguments)
    before, rest = text.split(_BEGIN, 1)
    _PAGE.write_text(before + _BEGIN + "\n" + "\n".join(body) + "\n" + _END + rest.split(_END, 1)[1])
    return 0


def _speed(arguments: argparse.Namespace) -> list[str]:
    ours, peak = _hantar(arguments, "car", [arguments.maps / _PORTO])
    arcs = arguments.work / f"{_PORTO}.arcs.csv"
    pandana = _peer(arguments, ["peers.pandana_roads", str(arcs)], seconds=900)
    rows = [
        "",
        f"### Porto for cars ({ours[0]['nodes']:,.0f} nodes, {ours[0]['arcs']:,.0f} arcs)",
        "",
        "| what | Hantar | limit | pandana, same graph | RoutingKit † |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for key, words in _WORDS.items():
        rows.append(
            f"| {words} | {_figure(ours[0].get(key))} | {_figure(_LIMITS.get(key))} | "
            f"{_figure(pandana.get(key))} | {_figure(_ROUTINGKIT.get(key))} |"
        )
    rows.append(f"| peak memory of all of it, MB | {peak:,.0f} | 500 |  |  |")
    return rows


def _all_maps(arguments: argparse.Namespace) -> list[str]:
    maps = sorted(path for path in arguments.maps.iterdir() if ".osm" in path.name)
    figures, _ = _hantar(arguments, "car", maps)
    rows = [
        "",
        "### Every map, for cars",
        "",
        "| map | km | nodes | import, s | contraction, s | pair, µs | Dijkstra, µs | "
        f"pairs of {_PAIRS:,} that differ |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for row in figures:
        rows.append(
            f"| {row['file']} | {row['kilometres']:,.0f} | {row['nodes']:,.0f} | "
            f"{_figure(row['import_seconds'])} | {_figure(row['contraction_seconds'])} | "
            f"{_figure(row['query_microseconds'])} | {_figure(row['dijkstra_microseconds'])} | "
            f"{row['differences']:.0f} |"
        )
    return rows


def _lengths(arguments: argparse.Namespace) -> list[str]:
    rows = [
        "",
        "### Lengths of ways beside Valhalla's",
        "",
        "| map | profile | pairs | median difference | nine of ten within | Valhalla's longer, "
        "median | Valhalla's µs a route |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    profile = _ROOT / "Benchmarks" / "roads" / "valhalla-auto.profile"
    for name in (_PORTO, _JAKARTA):
        _hantar(arguments, profile, [arguments.maps / name])
        found = _peer(
            arguments,
            [
                "peers.valhalla_roads",
                str(arguments.maps / name),
                str(arguments.work / f"{name}.pairs.csv"),
                "auto",
                str(arguments.work / f"{name}.valhalla"),
            ],
            seconds=900,
        )
        if not found:
            rows.append(f"| {name} | cars |  | no answer |  |  |  |")
            continue
        rows.append(
            f"| {name} | cars, Valhalla's speeds | {found['compared']:,} | "
            f"{found['median_difference_percent']:.2f} % | "
            f"{found['ninetieth_difference_percent']:.1f} % | "
            f"{found['median_longer_percent']:+.2f} % | {found['route_microseconds']:,.0f} |"
        )
    return rows


def _hantar(
    arguments: argparse.Namespace, profile: str | Path, maps: list[Path]
) -> tuple[list[dict[str, float]], float]:
    """The figures of each map and the peak memory in megabytes."""
    path = _ROOT / "maps" / "profiles" / f"{profile}.profile" if isinstance(profile, str) else profile
    log = arguments.work / "hantar.log"
    command = [str(arguments.program), str(path), str(arguments.work), str(_PAIRS)]
    measured = measure(
        command + [str(name) for name in maps], [arguments.core], 1800, 8 << 30, log
    )
    lines = log.read_text().splitlines()
    if not measured.succeeded:
        raise SystemExit(f"roads: {' '.join(command)} ended with {measured.status}: {lines[-1:]}")
    return [json.loads(line) for line in lines if line.startswith("{")], measured.peak_megabytes


def _peer(arguments: argparse.Namespace, module: list[str], seconds: int) -> dict[str, float]:
    """What a peer printed; nothing if it did not answer in time."""
    try:
        result = subprocess.run(
            [sys.executable, "-m", *module],
            capture_output=True,
            text=True,
            timeout=seconds,
            preexec_fn=lambda: os.sched_setaffinity(0, [arguments.core]),
        )
    except subprocess.TimeoutExpired:
        return {}
    lines = [line for line in result.stdout.splitlines() if line.startswith("{")]
    if result.returncode != 0 or not lines:
        print(result.stderr[-2000:], file=sys.stderr)
        return {}
    return json.loads(lines[-1])


def _figure(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


if __name__ == "__main__":
    sys.exit(main())

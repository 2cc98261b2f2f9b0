"""The rows of `Benchmarks/results/*.csv`, and the traces beside them."""

from __future__ import annotations

import csv
import fcntl
from dataclasses import dataclass, fields, replace
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "results"
TRACES = FOLDER / "traces"


@dataclass(frozen=True)
class Row:
    """One run. `status` is `ok`, `failed: …` or `no answer: …`; only `ok` has a cost.

    `budget` counts seconds of `clock`; `gap` is in percent over the best known cost, empty where
    none is known.
    """

    instance: str
    stops: int
    solver: str
    version: str
    seed: int
    budget: float
    clock: str
    threads: int
    cpu: float
    wall: float
    peak_mb: int
    cost: float | None
    gap: float | None
    status: str
    date: str
    machine: str

    @property
    def key(self) -> tuple:
        """What makes it the same run again: a newer version of a solver makes a new row."""
        return (
            self.instance,
            self.solver,
            self.version,
            self.seed,
            self.budget,
            self.clock,
            self.threads,
            self.machine,
        )

    def costing(self, cost: float, best: float | None) -> Row:
        """The same row with a cost, and its gap where the best known cost is given."""
        gap = 100 * (cost - best) / best if best else None
        return replace(self, cost=cost, gap=gap)

    @property
    def is_ok(self) -> bool:
        return self.status == "ok"

    @property
    def trace_path(self) -> Path:
        return TRACES / self._trace_name(self.version)

    @property
    def trace_paths_of_any_version(self) -> list[Path]:
        """Where runs like this one left a trace, by whatever version of the solver."""
        return sorted(TRACES.glob(self._trace_name("*")))

    def _trace_name(self, version: str) -> str:
        name = Path(self.instance).name
        parts = [name, self.solver, version, f"seed{self.seed}", f"{self.budget:g}s"]
        if self.clock == "wall":
            parts.append(f"{self.threads}threads")
        return "_".join(parts) + ".csv"


def read_rows(suite: str) -> list[Row]:
    path = FOLDER / f"{suite}.csv"
    if not path.exists():
        return []
    with path.open(newline="") as file:
        return [_row(entry) for entry in csv.DictReader(file)]


def _row(entry: dict[str, str]) -> Row:
    def number(name: str) -> float | None:
        return float(entry[name]) if entry[name] else None

    return Row(
        instance=entry["instance"],
        stops=int(entry["stops"]),
        solver=entry["solver"],
        version=entry["version"],
        seed=int(entry["seed"]),
        budget=float(entry["budget"]),
        clock=entry["clock"],
        threads=int(entry["threads"]),
        cpu=float(entry["cpu"]),
        wall=float(entry["wall"]),
        peak_mb=int(entry["peak_mb"]),
        cost=number("cost"),
        gap=number("gap"),
        status=entry["status"],
        date=entry["date"],
        machine=entry["machine"],
    )


def store(suite: str, row: Row) -> None:
    """Puts `row` in place of the same run's earlier one, else in its place by size and name."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        rows = {each.key: each for each in read_rows(suite)} | {row.key: row}
        _write(
            FOLDER / f"{suite}.csv",
            sorted(rows.values(), key=lambda each: (each.stops, each.instance, each.key)),
        )


def _write(path: Path, rows: list[Row]) -> None:
    names = [field.name for field in fields(Row)]
    draft = path.with_suffix(".draft")
    with draft.open("w", newline="") as file:
        writer = csv.DictWriter(file, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: _text(getattr(row, name)) for name in names} for row in rows)
    draft.replace(path)


def _text(value: object) -> str:
    if value is None:
        return ""
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def store_trace(row: Row, raw: Path) -> None:
    """Keeps the trace in `raw` for plots, in place of those of other versions, which show no more."""
    TRACES.mkdir(parents=True, exist_ok=True)
    with row.trace_path.open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["seconds", "cost"])
        writer.writerows(
            [f"{seconds:.2f}", f"{cost:.10g}"] for seconds, cost in thinned(read_trace(raw))
        )
    for path in row.trace_paths_of_any_version:
        if path != row.trace_path:
            path.unlink(missing_ok=True)


def thinned(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """At most one point for each 7 % of time, so that the curve looks the same."""
    kept: list[tuple[float, float]] = []
    for index, (seconds, cost) in enumerate(points):
        is_last = index == len(points) - 1
        if not kept or is_last or seconds >= kept[-1][0] * 1.07 + 0.02:
            kept.append((seconds, cost))
    return kept


def read_trace(path: Path) -> list[tuple[float, float]]:
    """Seconds and the cost of the best plan from then on; empty where there is no trace."""
    if not path.exists():
        return []
    with path.open(newline="") as file:
        return [(float(row["seconds"]), float(row["cost"])) for row in csv.DictReader(file)]

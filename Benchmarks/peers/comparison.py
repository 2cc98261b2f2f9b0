"""Puts the rows of a suite side by side: one cell per instance and solver."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from statistics import mean

from .results import FOLDER, Row, read_rows
from .suites import Suite

_EQUAL_PERCENT = 0.005


@dataclass(frozen=True)
class Cell:
    """What one solver reached on one instance, the mean over its seeds.

    `gap` is in percent over the best cost known, or None without an answer; `is_reference` marks
    a figure taken earlier, of a solver that no package registry has.
    """

    solver: str
    gap: float | None
    cpu: float
    peak_mb: int
    rows: tuple[Row, ...] = ()
    status: str = "ok"
    is_reference: bool = False


@dataclass(frozen=True)
class Line:
    """One instance. Where no best cost is published, `best` is the best of these runs."""

    instance: str
    stops: int
    best: float
    is_published: bool
    cells: dict[str, Cell]

    def gap(self, solver: str) -> float | None:
        return self.cells[solver].gap if solver in self.cells else None


@dataclass(frozen=True)
class Duel:
    """Hantar against one other solver, on the instances where both were run."""

    solver: str
    count: int
    gap: float
    hantar_gap: float
    better: int
    equal: int
    worse: tuple[str, ...]


def lines(suite: Suite, machine: str, budget: float) -> list[Line]:
    """The instances that have rows, smallest first."""
    rows = newest(
        [row for row in read_rows(suite.name) if row.machine == machine and row.budget == budget]
    )
    references = _references()
    found = []
    for name in dict.fromkeys(row.instance for row in rows):
        of_instance = [row for row in rows if row.instance == name]
        found.append(_line(name, of_instance, references.get(name, [])))
    return sorted(found, key=lambda line: (line.stops, line.instance))


def duels(lines: list[Line]) -> list[Duel]:
    """One duel for each other solver, the closest rival first."""
    found = []
    for solver in dict.fromkeys(name for line in lines for name in line.cells if name != "hantar"):
        both = []
        for line in lines:
            theirs, ours = line.gap(solver), line.gap("hantar")
            if theirs is not None and ours is not None:
                both.append((line.instance, theirs, ours))
        if both:
            found.append(_duel(solver, both))
    return sorted(found, key=lambda duel: duel.gap - duel.hantar_gap)


def _duel(solver: str, both: list[tuple[str, float, float]]) -> Duel:
    """Counts an instance as better or worse where the mean gaps differ by 0.005 points or more."""
    leads = [(name, theirs - ours) for name, theirs, ours in both]
    return Duel(
        solver=solver,
        count=len(both),
        gap=mean(theirs for _, theirs, _ in both),
        hantar_gap=mean(ours for _, _, ours in both),
        better=sum(1 for _, lead in leads if lead > _EQUAL_PERCENT),
        equal=sum(1 for _, lead in leads if abs(lead) <= _EQUAL_PERCENT),
        worse=tuple(name for name, lead in leads if lead < -_EQUAL_PERCENT),
    )


def newest(rows: list[Row]) -> list[Row]:
    """Of the same run with several versions of a solver, the latest."""
    latest: dict[tuple, Row] = {}
    for row in sorted(rows, key=lambda row: row.date):
        latest[row.instance, row.solver, row.seed, row.threads] = row
    return list(dict(sorted(latest.items())).values())


def _references() -> dict[str, list[tuple[str, float, float | None, float | None]]]:
    """Solver, CPU seconds, cost and gap of the figures taken earlier, by instance."""
    found: dict[str, list] = {}
    with (FOLDER / "reference.csv").open(newline="") as file:
        for entry in csv.DictReader(file):
            cost = float(entry["cost"]) if entry["cost"] else None
            gap = float(entry["gap"]) if entry["gap"] else None
            figures = (entry["solver"], float(entry["cpu"]), cost, gap)
            found.setdefault(entry["instance"], []).append(figures)
    return found


def _line(name: str, rows: list[Row], references: list) -> Line:
    answered = [row for row in rows if row.is_ok and row.cost is not None]
    published = next((row for row in answered if row.gap is not None), None)
    if published is not None and published.cost is not None and published.gap is not None:
        best = round(published.cost / (1 + published.gap / 100), 1)
    else:
        costs = [row.cost for row in answered] + [cost for _, _, cost, _ in references]
        best = min((cost for cost in costs if cost is not None), default=0)
    cells = {
        solver: _cell(solver, [row for row in rows if row.solver == solver], best)
        for solver in dict.fromkeys(row.solver for row in rows)
    }
    for solver, cpu, cost, gap in references:
        if gap is None and cost is not None and best:
            gap = 100 * (cost - best) / best
        if solver not in cells:
            cells[solver] = Cell(solver, gap, cpu, 0, is_reference=True)
    return Line(name, rows[0].stops, best, published is not None, cells)


def _cell(solver: str, rows: list[Row], best: float) -> Cell:
    answered = [row for row in rows if row.is_ok]
    if len(answered) < len(rows) or not answered:
        worst = next(row for row in rows if not row.is_ok)
        return Cell(solver, None, worst.cpu, worst.peak_mb, tuple(rows), worst.status)
    gaps = [100 * (row.cost - best) / best for row in answered if row.cost is not None]
    return Cell(
        solver,
        mean(gaps),
        mean(row.cpu for row in answered),
        max(row.peak_mb for row in answered),
        tuple(answered),
    )

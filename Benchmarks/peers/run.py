"""Carries out one run: starts it, measures it, judges its plan, keeps the row."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from .instance import read_instance
from .measure import Measurement, measure
from .recost import PlanError, recost
from .results import Row, store, store_trace
from .solution import SolutionError, read_solution
from .solvers import HANTAR, Solver
from .suites import Suite

_WORK = Path(__file__).resolve().parents[1] / ".work"
_PATIENCE = 3.0
_NEARLY_ALL = 0.9
_GIGABYTE = 1 << 30


@dataclass(frozen=True)
class Settings:
    """What holds for all runs of one call. `program` is the built `optimiser-benchmark`."""

    data: Path
    program: Path
    core: int
    most_gigabytes: float
    machine: str


@dataclass(frozen=True)
class Run:
    """One solver on one instance with one seed."""

    suite: Suite
    instance: str
    stops: int
    has_windows: bool
    solver: Solver
    version: str
    seed: int
    threads: int
    budget: float

    def refusal(self, settings: Settings) -> str | None:
        """Why it need not even be tried, or None."""
        return self.solver.refusal(self.stops, self.has_windows, settings.most_gigabytes)

    def row(self, settings: Settings, status: str, spent: Measurement | None = None) -> Row:
        """The row of this run, as yet without a cost."""
        return Row(
            instance=self.instance,
            stops=self.stops,
            solver=self.solver.name,
            version=self.version,
            seed=self.seed,
            budget=self.budget,
            clock=self.suite.clock,
            threads=self.threads,
            cpu=round(spent.cpu_seconds, 1) if spent else 0,
            wall=round(spent.wall_seconds, 1) if spent else 0,
            peak_mb=round(spent.peak_megabytes) if spent else 0,
            cost=None,
            gap=None,
            status=status,
            date=datetime.now(UTC).strftime("%Y-%m-%dT%H:%MZ"),
            machine=settings.machine,
        )


@dataclass(frozen=True)
class Files:
    """Where a run puts its plan, its trace and what it says."""

    solution: Path
    trace: Path
    log: Path

    def clear(self) -> None:
        self.solution.parent.mkdir(exist_ok=True)
        for path in (self.solution, self.trace, self.log):
            path.unlink(missing_ok=True)


def carry_out(run: Run, settings: Settings) -> Row:
    """Runs, judges, stores and prints one run."""
    refusal = run.refusal(settings)
    row = run.row(settings, f"no answer: {refusal}") if refusal else _measured(run, settings)
    store(run.suite.name, row)
    gap = "" if row.gap is None else f" ({row.gap:+.2f} %)"
    outcome = row.status if row.cost is None else f"{row.cost:.10g}{gap}"
    threads = f", {row.threads} threads" if run.suite.compares_threads else ""
    print(
        f"{row.instance} {run.solver.title} seed {row.seed}{threads}: {outcome}, "
        f"{row.cpu:g} CPU s, {row.wall:g} s, {row.peak_mb} MB",
        flush=True,
    )
    return row


def _measured(run: Run, settings: Settings) -> Row:
    stem = f"{Path(run.instance).name}_{run.solver.name}_{run.seed}_{run.threads}"
    files = Files(*(_WORK / f"{stem}.{kind}" for kind in ["sol", "trace", "log"]))
    spent = _start(run, settings, run.budget, files)
    if longer := _longer_limit(run, spent):
        spent = _start(run, settings, longer, files)
    if not spent.succeeded:
        return run.row(settings, _reason(run, spent, files.log), spent)
    return _judged(run, settings, spent, files)


def _start(run: Run, settings: Settings, limit: float, files: Files) -> Measurement:
    files.clear()
    return measure(
        _command(run, settings, limit, files),
        cores=[settings.core] if run.threads == 1 else sorted(os.sched_getaffinity(0)),
        most_cpu_seconds=_PATIENCE * run.budget * run.threads,
        most_bytes=int(settings.most_gigabytes * _GIGABYTE),
        log=files.log,
    )


def _command(run: Run, settings: Settings, limit: float, files: Files) -> list[str]:
    instance = str(run.suite.path(settings.data, run.instance))
    outputs = ["--solution", str(files.solution), "--trace", str(files.trace)]
    if run.solver is HANTAR:
        options = ["--first-seed", str(run.seed)]
        if run.threads > 1:
            options += ["--threads", str(run.threads)]
        if run.suite.clock == "wall":
            options.append("--wall")
        return [str(settings.program), f"{limit:g}", "1", *options, *outputs, instance]
    runner = [sys.executable, "-m", f"peers.runners.{run.solver.module}", instance]
    return [*runner, "--seconds", f"{limit:g}", "--seed", str(run.seed), *outputs]


def _longer_limit(run: Run, spent: Measurement) -> float | None:
    """A limit for a second try, for a peer whose wall time went to other processes."""
    if not run.solver.counts_wall or not spent.succeeded:
        return None
    has_ended_early = spent.wall_seconds < _NEARLY_ALL * run.budget
    if has_ended_early or spent.cpu_seconds >= _NEARLY_ALL * run.budget:
        return None
    return run.budget * min(_PATIENCE, run.budget / spent.cpu_seconds)


def _judged(run: Run, settings: Settings, spent: Measurement, files: Files) -> Row:
    """The row of a run that ended well: with a cost if its plan is valid, else as failed."""
    path = run.suite.path(settings.data, run.instance)
    instance = read_instance(path)
    try:
        cost = recost(instance, read_solution(files.solution)[0]) / instance.scale
    except (PlanError, SolutionError, OSError) as error:
        return run.row(settings, f"failed: {error}", spent)
    known = path.with_suffix(".sol")
    row = run.row(settings, "ok", spent).costing(
        cost, read_solution(known)[1] if known.exists() else None
    )
    if run.seed == 1:
        store_trace(row, files.trace)
    return row


def _reason(run: Run, spent: Measurement, log: Path) -> str:
    """Why a run gave no plan, in a line; the log has the rest."""
    if spent.cpu_seconds >= _PATIENCE * run.budget * run.threads:
        return f"no answer: {spent.cpu_seconds:.0f} CPU s and not ready"
    lines = log.read_text(errors="replace").strip().splitlines()
    said = lines[-1] if lines else f"ended with status {spent.status}"
    if "memory" in said.lower() or "bad_alloc" in said:
        return f"no answer: out of memory at {spent.peak_megabytes:,.0f} MB"
    if said == "no plan found":
        return "no answer: no valid plan found"
    return f"failed: {said[:120]}"

"""Runs the suites: `python -m peers.bench --help`. Start here.

Each run is a process of its own on one core. Its plan is written to a file, checked and costed by
`recost`, and becomes one row of `Benchmarks/results`. Rows that are there are not run again.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from .instance import InstanceError, read_instance
from .measure import machine
from .results import read_rows
from .run import Run, Settings, carry_out
from .solvers import HANTAR, PEERS
from .suites import Suite, read_suites, seeds


def main() -> int:
    arguments = _arguments()
    settings = Settings(
        data=arguments.data,
        program=arguments.program,
        core=arguments.core,
        most_gigabytes=arguments.most_gigabytes,
        machine=machine(),
    )
    try:
        runs = _planned(arguments)
    except (InstanceError, OSError) as error:
        print(f"bench-solver: {error}", file=sys.stderr)
        return 65
    waiting = [run for run in runs if arguments.fresh or not _is_done(run, settings)]
    possible = [run for run in waiting if run.refusal(settings) is None]
    minutes = sum(run.budget for run in possible) / 60
    print(f"{len(runs)} runs, {len(waiting)} to do: at least {minutes:.0f} minutes", flush=True)
    if arguments.dry_run:
        for run in possible:
            print(f"{run.instance} {run.solver.title} seed {run.seed}: {run.budget:g} s")
        return 0
    rows = [carry_out(run, settings) for run in waiting]
    return 1 if any(row.status.startswith("failed") for row in rows) else 0


def _arguments() -> argparse.Namespace:
    suites = read_suites()
    parser = argparse.ArgumentParser(prog="bench-solver", description=__doc__)
    add = parser.add_argument
    add("--suite", nargs="+", default=list(suites), choices=list(suites), metavar="SUITE")
    add("--peers", nargs="+", default=list(PEERS), choices=list(PEERS), metavar="PEER")
    add("--instances", nargs="+", default=[], help="only these of the suite, by name")
    add("--panel", default="short", choices=["short", "full"])
    add("--budget-share", type=float, default=1.0, help="multiplies every budget")
    add("--seeds", type=int, help="so many seeds, whatever the panel says")
    add("--data", type=Path, required=True, help="the folder with X/, belgium/, …")
    add("--program", type=Path, required=True, help="the built optimiser-benchmark")
    add("--core", type=int, default=max(os.sched_getaffinity(0)))
    add("--most-gigabytes", type=float, default=16, help="a peer that would need more is not run")
    add("--fresh", action="store_true", help="run again what has been run")
    add("--dry-run", action="store_true", help="only tell what would be run")
    return parser.parse_args()


def _planned(arguments: argparse.Namespace) -> list[Run]:
    """Every run asked for, in the order of the table, the solvers of an instance side by side."""
    suites = read_suites()
    versions = {name: PEERS[name].version() for name in arguments.peers}
    return [
        run
        for suite in (suites[name] for name in arguments.suite)
        for instance in _instances(suite, arguments)
        for run in _runs(suite, instance, versions, arguments)
    ]


def _instances(suite: Suite, arguments: argparse.Namespace) -> list[str]:
    if not arguments.instances:
        return list(suite.panel(arguments.panel))
    return [name for name in suite.instances if Path(name).name in arguments.instances]


def _runs(
    suite: Suite, name: str, versions: dict[str, str], arguments: argparse.Namespace
) -> list[Run]:
    """The runs of one instance. Only Hantar is run where numbers of threads are compared."""
    instance = read_instance(suite.path(arguments.data, name))
    asked = arguments.seeds
    return [
        Run(
            suite=suite,
            instance=name,
            stops=instance.stops,
            has_windows=instance.windows is not None,
            solver=PEERS[peer],
            version=version,
            seed=seed,
            threads=threads,
            budget=suite.seconds * arguments.budget_share,
        )
        for seed in (range(1, asked + 1) if asked else seeds(instance.stops, arguments.panel))
        for threads in suite.threads
        for peer, version in versions.items()
        if not suite.compares_threads or PEERS[peer] is HANTAR
    ]


def _is_done(run: Run, settings: Settings) -> bool:
    key = run.row(settings, "ok").key
    return any(row.key == key for row in read_rows(run.suite.name))


if __name__ == "__main__":
    sys.exit(main())

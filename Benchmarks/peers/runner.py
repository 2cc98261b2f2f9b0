"""What every runner of a peer shares: arguments, the clock, the trace and the solution file.

A runner is a module of `peers.runners` with one function that solves; it is a process of its own:
`python -m peers.runners.NAME INSTANCE --seconds 30 --seed 1 --solution FILE --trace FILE`.
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from .instance import Instance, read_instance
from .solution import write_solution


@dataclass
class Task:
    """What to solve, for how long, and how it goes.

    The budget is CPU seconds of this process from the moment the instance is read: making a
    matrix counts, starting Python does not.
    """

    instance: Instance
    budget: float
    seed: int
    trace: list[tuple[float, int]] = field(default_factory=list)
    _begin: float = field(default_factory=time.process_time)

    @property
    def spent(self) -> float:
        return time.process_time() - self._begin

    @property
    def left(self) -> float:
        return max(0.0, self.budget - self.spent)

    def improved(self, cost: int) -> None:
        """Notes a plan of `cost`, in units of the instance, when none before was as good."""
        if not self.trace or cost < self.trace[-1][1]:
            self.trace.append((self.spent, cost))


def run(solve: Callable[[Task], list[list[int]]]) -> None:
    """Solves what the command line names. `solve` returns routes of customers counted from 1."""
    parser = argparse.ArgumentParser()
    parser.add_argument("instance", type=Path)
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--solution", type=Path, required=True)
    parser.add_argument("--trace", type=Path, required=True)
    arguments = parser.parse_args()
    instance = read_instance(arguments.instance)
    task = Task(instance, arguments.seconds, arguments.seed)
    routes = solve(task)
    if not routes:
        sys.exit("no plan found")
    write_solution(arguments.solution, instance, routes)
    with arguments.trace.open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["seconds", "cost"])
        writer.writerows([f"{spent:.2f}", instance.written(cost)] for spent, cost in task.trace)

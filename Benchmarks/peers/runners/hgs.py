"""HGS-CVRP through hybgensea, with its default settings; it counts its limit in CPU seconds."""

from __future__ import annotations

import re

import hybgensea
import numpy

from ..runner import Task, run

_COUNT_AND_BEST = re.compile(r"Feas \d+ (\d+(?:\.\d+)?)")


def plan(task: Task) -> list[list[int]]:
    instance = task.instance

    def note(line: str) -> None:
        """A line of its log tells the best cost so far, every 500 iterations."""
        if found := _COUNT_AND_BEST.search(line):
            task.improved(round(float(found[1])))

    result = hybgensea.solve_cvrp(
        numpy.array(instance.x, dtype=float),
        numpy.array(instance.y, dtype=float),
        numpy.array(instance.demands, dtype=float),
        instance.capacity,
        num_vehicles=instance.vehicles or -1,
        rounding=True,
        verbose=True,
        log_callback=note,
        extract_all_feasible=False,
        seed=task.seed,
        timeLimit=task.left,
    )
    task.improved(round(result.cost))
    return [[int(customer) for customer in route] for route in result.routes]


if __name__ == "__main__":
    run(plan)

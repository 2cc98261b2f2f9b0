"""VROOM at its highest exploration level, one thread, with its own limit of wall seconds.

It gives one plan at the end, so there is no trace but that.
"""

from __future__ import annotations

from datetime import timedelta

import numpy
import vroom

from ..instance import Instance
from ..runner import Task, run
from ..solution import cost_of

_HIGHEST_LEVEL = 5


def plan(task: Task) -> list[list[int]]:
    answer = problem(task.instance).solve(
        exploration_level=_HIGHEST_LEVEL,
        nb_threads=1,
        timeout=timedelta(seconds=task.left),
    )
    if answer.unassigned:
        return []
    visits = answer.routes[answer.routes["type"] == "job"]
    routes = [
        [int(customer) for customer in group["id"]]
        for _, group in visits.groupby("vehicle_id", sort=True)
    ]
    task.improved(cost_of(task.instance, routes))
    return routes


def problem(instance: Instance) -> vroom.Input:
    problem = vroom.Input()
    problem.set_durations_matrix(profile="car", matrix_input=instance.matrix().astype(numpy.uint32))
    windows = instance.windows
    shift = {"time_window": windows[0]} if windows else {}
    for vehicle in range(instance.fleet):
        problem.add_vehicle(
            vroom.Vehicle(vehicle, start=0, end=0, capacity=[instance.capacity], **shift)
        )
    for node in range(1, instance.stops + 1):
        problem.add_job(
            vroom.Job(
                node,
                location=node,
                delivery=[instance.demands[node]],
                default_service=instance.services[node],
                time_windows=[windows[node]] if windows else (),
            )
        )
    return problem


if __name__ == "__main__":
    run(plan)

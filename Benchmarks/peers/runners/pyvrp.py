"""PyVRP with its default settings; its stopping rule is asked after every iteration."""

from __future__ import annotations

from pyvrp import Client, Depot, Location, ProblemData, SolveParams, VehicleType, solve
from pyvrp.IteratedLocalSearch import IteratedLocalSearchCallbacks, IteratedLocalSearchParams

from ..instance import Instance
from ..runner import Task, run


class Watch(IteratedLocalSearchCallbacks):
    """Notes each better plan that breaks no rule."""

    def __init__(self, task: Task) -> None:
        self.task = task

    def on_best(self, best) -> None:
        if best.is_feasible():
            self.task.improved(best.distance())


def plan(task: Task) -> list[list[int]]:
    parameters = SolveParams(ils=IteratedLocalSearchParams(callbacks=Watch(task)))
    result = solve(
        problem(task.instance),
        stop=lambda _: task.spent >= task.budget,
        seed=task.seed,
        collect_stats=False,
        params=parameters,
    )
    if not result.best.is_feasible():
        return []
    return [[int(visit) + 1 for visit in clients(route)] for route in result.best.routes()]


def clients(route) -> list[int]:
    """The clients of a route in order, counted from 0."""
    return [activity.idx for activity in route if activity.is_client()]


def problem(instance: Instance) -> ProblemData:
    ways = instance.matrix()
    windows = instance.windows
    limits = [{"tw_early": opens, "tw_late": closes} for opens, closes in windows or []]
    nodes = range(1, instance.stops + 1)
    return ProblemData(
        locations=[Location(x, y) for x, y in zip(instance.x, instance.y)],
        clients=[
            Client(
                location=node,
                delivery=[instance.demands[node]],
                service_duration=instance.services[node],
                **(limits[node] if windows else {}),
            )
            for node in nodes
        ],
        depots=[Depot(location=0, **(limits[0] if windows else {}))],
        vehicle_types=[
            VehicleType(
                num_available=instance.vehicles or instance.stops,
                capacity=[instance.capacity],
                **(limits[0] if windows else {}),
            )
        ],
        distance_matrices=[ways],
        duration_matrices=[ways],
    )


if __name__ == "__main__":
    run(plan)

"""reinterpretcat's vrp through vrp-cli, one thread, with its own limit of wall seconds.

It gives one plan at the end, so there is no trace but that.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime

import vrp_cli

from ..instance import Instance
from ..runner import Task, run
from ..solution import cost_of

_ONE_DAY = (0, 86_400)


def plan(task: Task) -> list[list[int]]:
    instance = task.instance
    problem = json.dumps(pragmatic(instance))
    ways = instance.matrix().ravel().tolist()
    matrix = json.dumps({"profile": "car", "travelTimes": ways, "distances": ways})
    config = {
        "termination": {"maxTime": max(1, round(task.left))},
        "environment": {
            "parallelism": {"numThreadPools": 1, "threadsPerPool": 1},
            "logging": {"enabled": False},
        },
    }
    answer = json.loads(vrp_cli.solve_pragmatic(problem, [matrix], json.dumps(config)))
    if answer.get("unassigned"):
        return []
    routes = [customers(tour) for tour in answer["tours"]]
    task.improved(cost_of(instance, routes))
    return routes


def customers(tour: dict) -> list[int]:
    """The customers of a tour in order; one stop may hold several activities."""
    activities = [activity for stop in tour["stops"] for activity in stop["activities"]]
    return [int(activity["jobId"]) for activity in activities if activity["type"] == "delivery"]


def pragmatic(instance: Instance) -> dict:
    """The problem in vrp's own format, with distance as the only cost."""
    shift = instance.windows[0] if instance.windows else _ONE_DAY
    places = {"location": {"index": 0}}
    vehicle = {
        "typeId": "vehicle",
        "vehicleIds": [f"vehicle_{number}" for number in range(instance.fleet)],
        "profile": {"matrix": "car"},
        "costs": {"fixed": 0, "distance": 1, "time": 0},
        "shifts": [
            {
                "start": {"earliest": moment(shift[0]), **places},
                "end": {"latest": moment(shift[1]), **places},
            }
        ],
        "capacity": [instance.capacity],
    }
    return {
        "plan": {"jobs": [job(instance, node) for node in range(1, instance.stops + 1)]},
        "fleet": {"vehicles": [vehicle], "profiles": [{"name": "car"}]},
        "objectives": [[{"type": "minimize-unassigned"}], [{"type": "minimize-cost"}]],
    }


def job(instance: Instance, node: int) -> dict:
    place: dict = {"location": {"index": node}, "duration": instance.services[node]}
    if instance.windows is not None:
        place["times"] = [[moment(time) for time in instance.windows[node]]]
    return {
        "id": str(node),
        "deliveries": [{"places": [place], "demand": [instance.demands[node]]}],
    }


def moment(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


if __name__ == "__main__":
    run(plan)

"""Checks and costs a solution anew, whoever made it: `python -m peers.recost INSTANCE SOLUTION`.

Nothing of what a solver says about its own plan is believed: every customer must be served
exactly once, loads must fit, time windows must hold, and the cost is added up from the
coordinates by the instance's own rule.
"""

from __future__ import annotations

import sys
from pathlib import Path

from .instance import Instance, InstanceError, read_instance
from .solution import SolutionError, cost_of, read_solution


class PlanError(Exception):
    """A plan breaks a rule; the text says which, and where."""


def recost(instance: Instance, routes: list[list[int]]) -> int:
    """Returns the cost in units of 1 / `instance.scale`. Throws PlanError."""
    _check_visits(instance, routes)
    for number, route in enumerate(routes, start=1):
        load = sum(instance.demands[customer] for customer in route)
        if load > instance.capacity:
            raise PlanError(f"route {number} carries {load}, more than {instance.capacity}")
        if instance.windows is not None:
            _check_windows(instance, instance.windows, number, route)
    used = sum(1 for route in routes if route)
    if instance.vehicles is not None and used > instance.vehicles:
        raise PlanError(f"{used} routes, but there are {instance.vehicles} vehicles")
    return cost_of(instance, routes)


def _check_visits(instance: Instance, routes: list[list[int]]) -> None:
    visits = [0] * (instance.stops + 1)
    for number, route in enumerate(routes, start=1):
        for customer in route:
            if not 1 <= customer <= instance.stops:
                raise PlanError(f"route {number} visits {customer}, who does not exist")
            visits[customer] += 1
    for customer, count in enumerate(visits[1:], start=1):
        if count != 1:
            raise PlanError(f"customer {customer} is served {count} times")


def _check_windows(
    instance: Instance, windows: list[tuple[int, int]], number: int, route: list[int]
) -> None:
    """Drives the route as early as possible: who is late then is late however it is driven."""
    time, place = windows[0][0], 0
    for node in [*route, 0]:
        time += instance.services[place] + instance.distance(place, node)
        opens, closes = windows[node]
        time = max(time, opens)
        if time > closes:
            who = f"customer {node}" if node else "the depot"
            raise PlanError(f"route {number} reaches {who} at {time}, after {closes}")
        place = node


def main() -> int:
    if len(sys.argv) != 3:
        print("usage: python -m peers.recost INSTANCE SOLUTION", file=sys.stderr)
        return 64
    try:
        instance = read_instance(Path(sys.argv[1]))
        routes, claimed = read_solution(Path(sys.argv[2]))
        cost = recost(instance, routes)
    except (InstanceError, SolutionError, PlanError, OSError) as error:
        print(f"{sys.argv[2]}: {error}", file=sys.stderr)
        return 65
    found = instance.written(cost)
    print(f"{instance.name}: {len(routes)} routes, cost {found}, claimed {claimed}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

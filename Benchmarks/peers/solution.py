"""Reads and writes `.sol` files: `Route #1: 31 46 35` for each run, then `Cost 27591`."""

from __future__ import annotations

from pathlib import Path

from .instance import Instance


class SolutionError(Exception):
    """A text is no solution file; the message names the line."""


def read_solution(path: Path) -> tuple[list[list[int]], float | None]:
    """Returns the routes, each a list of customers from 1, and the cost the file claims."""
    routes: list[list[int]] = []
    claimed = None
    for number, line in enumerate(path.read_text().splitlines(), start=1):
        key = line.strip().lower()
        try:
            if key.startswith("route"):
                routes.append([int(field) for field in line.split(":")[1].split()])
            elif key.startswith("cost"):
                claimed = float(line.split()[-1])
        except (IndexError, ValueError):
            raise SolutionError(f"{path}, line {number}: {line.strip()!r}") from None
    return routes, claimed


def write_solution(path: Path, instance: Instance, routes: list[list[int]]) -> None:
    """Writes the routes that visit anyone, with their cost by the instance's rule."""
    used = [route for route in routes if route]
    lines = [
        f"Route #{index}: {' '.join(map(str, route))}" for index, route in enumerate(used, start=1)
    ]
    lines.append(f"Cost {instance.written(cost_of(instance, used))}")
    path.write_text("\n".join(lines) + "\n")


def cost_of(instance: Instance, routes: list[list[int]]) -> int:
    """The length of all routes, depot to depot, in units of 1 / `instance.scale`."""
    return sum(
        instance.distance(start, end)
        for route in routes
        for start, end in zip([0, *route], [*route, 0])
    )

"""Reads the benchmark instances: VRPLIB with one depot, whole coordinates and EUC_2D distances."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import isqrt
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy

_HEADERS = {
    "CAPACITY",
    "COMMENT",
    "DIMENSION",
    "EDGE_WEIGHT_TYPE",
    "NAME",
    "NODE_COORD_TYPE",
    "SERVICE_TIME",
    "TYPE",
    "VEHICLES",
}
_SECTIONS = {"NODE_COORD_SECTION": 2, "DEMAND_SECTION": 1, "TIME_WINDOW_SECTION": 2}


class InstanceError(Exception):
    """A file is no instance that can be used here; the text says what and on which line."""


@dataclass(frozen=True)
class Instance:
    """One instance. Node 0 is the depot; nodes 1 to `stops` are the customers, as in `.sol` files.

    Distances and times are whole multiples of 1 / `scale`: 10 with time windows, where one
    decimal counts, else 1.
    """

    name: str
    scale: int
    capacity: int
    vehicles: int | None
    x: list[int]
    y: list[int]
    demands: list[int]
    services: list[int]
    windows: list[tuple[int, int]] | None

    @property
    def stops(self) -> int:
        return len(self.x) - 1

    @cached_property
    def fleet(self) -> int:
        """As many vehicles as are given; else a tenth more than the load fills, and five."""
        least = -(-sum(self.demands) // self.capacity)
        return self.vehicles or min(self.stops, least + least // 10 + 5)

    def distance(self, start: int, end: int) -> int:
        """The distance, exact: rounded to the nearest whole, or cut off with time windows."""
        square = (self.x[start] - self.x[end]) ** 2 + (self.y[start] - self.y[end]) ** 2
        if self.windows is None:
            return (isqrt(4 * square) + 1) // 2
        return isqrt(square * self.scale**2)

    def matrix(self) -> numpy.ndarray:
        """All distances, `(stops + 1) x (stops + 1)`, made a row at a time to save memory."""
        import numpy

        x, y = numpy.array(self.x, dtype=float), numpy.array(self.y, dtype=float)
        matrix = numpy.empty((len(x), len(x)), dtype=numpy.int64)
        for node, row in enumerate(matrix):
            ways = numpy.hypot(x - x[node], y - y[node])
            row[:] = ways * self.scale if self.windows else ways + 0.5
        return matrix

    def written(self, cost: int) -> str:
        """A cost as the instance's own solution files write it."""
        return str(cost) if self.scale == 1 else f"{cost / self.scale:.1f}"


def read_instance(path: Path) -> Instance:
    """Reads a CVRP or VRPTW file. Throws InstanceError naming the line or field that is wrong."""
    headers, sections, depots = _parse(path)
    nodes = _whole(headers, "DIMENSION", path)
    if (distances := headers.get("EDGE_WEIGHT_TYPE")) != "EUC_2D":
        raise InstanceError(f"{path}: EDGE_WEIGHT_TYPE is {distances}, not EUC_2D")
    if depots != [1]:
        raise InstanceError(f"{path}: the depot must be node 1, not {depots}")
    rows = {name: _by_node(name, sections, nodes, path) for name in sections}
    if missing := {"NODE_COORD_SECTION", "DEMAND_SECTION"} - rows.keys():
        raise InstanceError(f"{path}: {', '.join(sorted(missing))} is missing")
    windows = rows.get("TIME_WINDOW_SECTION")
    scale = 10 if windows else 1
    service = int(headers.get("SERVICE_TIME", "0")) * scale
    return Instance(
        name=headers.get("NAME", path.stem),
        scale=scale,
        capacity=_whole(headers, "CAPACITY", path),
        vehicles=_whole(headers, "VEHICLES", path) if "VEHICLES" in headers else None,
        x=[row[0] for row in rows["NODE_COORD_SECTION"]],
        y=[row[1] for row in rows["NODE_COORD_SECTION"]],
        demands=[row[0] for row in rows["DEMAND_SECTION"]],
        services=[0] + [service] * (nodes - 1),
        windows=[(row[0] * scale, row[1] * scale) for row in windows] if windows else None,
    )


def _parse(path: Path) -> tuple[dict[str, str], dict[str, list[list[int]]], list[int]]:
    """Cuts a file into headers, sections of whole numbers, and the depots."""
    headers: dict[str, str] = {}
    sections: dict[str, list[list[int]]] = {}
    depots: list[int] = []
    section = ""
    for number, line in enumerate(path.read_text().splitlines(), start=1):
        fields = line.split()
        if not fields:
            continue
        if fields[0][0].isalpha():
            key, _, value = line.partition(":")
            section = key.strip().upper()
            if section == "EOF":
                break
            if section in _HEADERS:
                headers[section] = value.strip()
            elif section in _SECTIONS:
                sections[section] = []
            elif section != "DEPOT_SECTION":
                raise InstanceError(f"{path}, line {number}: {section} is not handled")
            continue
        values = [_number(field, number, path) for field in fields]
        if section == "DEPOT_SECTION":
            depots += [value for value in values if value != -1]
        elif section in _SECTIONS and len(values) == 1 + _SECTIONS[section]:
            sections[section].append(values)
        else:
            raise InstanceError(f"{path}, line {number}: {line.strip()!r} fits no section")
    return headers, sections, depots


def _number(field: str, line: int, path: Path) -> int:
    try:
        value = float(field)
    except ValueError:
        raise InstanceError(f"{path}, line {line}: {field!r} is no number") from None
    if not value.is_integer():
        raise InstanceError(f"{path}, line {line}: {field} is not whole")
    return int(value)


def _whole(headers: dict[str, str], key: str, path: Path) -> int:
    try:
        return int(headers[key])
    except (KeyError, ValueError):
        raise InstanceError(f"{path}: {key} is missing or not whole") from None


def _by_node(
    name: str, sections: dict[str, list[list[int]]], nodes: int, path: Path
) -> list[list[int]]:
    """The values of a section in the order of the nodes, one row for each node."""
    rows = {row[0]: row[1:] for row in sections[name]}
    if len(sections[name]) != nodes or rows.keys() != set(range(1, nodes + 1)):
        raise InstanceError(f"{path}: {name} does not have one row for each of {nodes} nodes")
    return [rows[node] for node in range(1, nodes + 1)]

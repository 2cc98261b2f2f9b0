"""Invents instances in which doors lie in villages far apart, around one depot.

No village fills its couriers evenly, so what the last one has room for must come from another
village on the way. Nearly every regency is like that; hardly any published instance is.
"""

from __future__ import annotations

import math
import random
from pathlib import Path

# One door in so many may be visited only during a quarter of the day.
NAMES = {"villages-1000": None, "villages-1000-day": 0, "villages-1000-windows": 5}

_STOPS = 1_000
_VILLAGES = 60
_CAPACITY = 50
_MOST_CARDS = 3
_SERVICE = 10
_EXTENT = (10_000, 6_000)
_SPREAD = 40


def write_village_instances(folder: Path) -> None:
    """Writes each of `NAMES` below `folder` as VRPLIB; always the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, every in NAMES.items():
        (folder / f"{name}.vrp").write_text(_text(name, every, random.Random(1)))


def _text(name: str, every: int | None, rng: random.Random) -> str:
    """Without windows or a day's end where `every` is None, with the latter alone where it is 0."""
    points = [(_EXTENT[0] // 5, _EXTENT[1] // 2), *_doors(rng)]
    cards = [rng.randint(1, _MOST_CARDS) for _ in range(_STOPS)]
    header = [f"NAME : {name}", f"DIMENSION : {_STOPS + 1}", f"CAPACITY : {_CAPACITY}"]
    header += ["EDGE_WEIGHT_TYPE : EUC_2D"]
    if every is None:
        header.insert(1, "TYPE : CVRP")
    else:
        header[1:1] = ["TYPE : VRPTW", f"VEHICLES : {_STOPS // 10}", f"SERVICE_TIME : {_SERVICE}"]
    lines = [*header, "NODE_COORD_SECTION"]
    lines += [f"{number} {east} {north}" for number, (east, north) in enumerate(points, start=1)]
    lines += ["DEMAND_SECTION", "1 0"]
    lines += [f"{number} {count}" for number, count in enumerate(cards, start=2)]
    if every is not None:
        lines += ["TIME_WINDOW_SECTION", *_windows(points, every, rng)]
    return "\n".join([*lines, "DEPOT_SECTION", "1", "-1", "EOF", ""])


def _doors(rng: random.Random) -> list[tuple[int, int]]:
    """Every door within about a kilometre of the middle of one village; in units of 10 metres."""
    middles = [(rng.randrange(_EXTENT[0]), rng.randrange(_EXTENT[1])) for _ in range(_VILLAGES)]
    sizes = [rng.uniform(1, 8) for _ in middles]
    villages = rng.choices(middles, sizes, k=_STOPS)
    return [(round(rng.gauss(x, _SPREAD)), round(rng.gauss(y, _SPREAD))) for x, y in villages]


def _windows(points: list[tuple[int, int]], every: int, rng: random.Random) -> list[str]:
    """A day of three times the longest way out and back; every door can be served by itself."""
    reach = [math.ceil(math.dist(points[0], point)) for point in points]
    day = 6 * max(reach)
    lines = [f"1 0 {day}"]
    for number, there in enumerate(reach[1:], start=2):
        opening, closing = 0, day - there - _SERVICE - 1
        if every and number % every == 0:
            opening = rng.randint(there, closing - day // 4)
            closing = opening + day // 4
        lines.append(f"{number} {opening} {closing}")
    return lines

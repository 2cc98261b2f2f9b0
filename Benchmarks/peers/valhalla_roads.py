"""Asks Valhalla for the ways Hantar found: `python -m peers.valhalla_roads MAP PAIRS COSTING FOLDER`.

Builds Valhalla's tiles of the same map, routes between the same points of the same roads, and
compares the lengths of the ways. Prints one JSON object.
"""

from __future__ import annotations

import csv
import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import valhalla
from valhalla import Actor, get_config


def main() -> int:
    map_file, pairs_file, costing = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    folder = Path(sys.argv[4]).resolve()
    tiles, extract = folder / "tiles", folder / "tiles.tar"
    tiles.mkdir(parents=True, exist_ok=True)
    extract.touch()
    config = get_config(tile_extract=str(extract), tile_dir=str(tiles), verbose=False)
    config["mjolnir"]["concurrency"] = 1
    settings = folder / "valhalla.json"
    settings.write_text(json.dumps(config))
    builder = Path(valhalla.__file__).parent / "bin" / "valhalla_build_tiles"
    with (folder / "tiles.log").open("w") as log:
        subprocess.run(
            [str(builder), "-c", str(settings), str(map_file.resolve())],
            check=True,
            stdout=log,
            stderr=log,
            cwd=folder,
        )
    used = resource.getrusage(resource.RUSAGE_CHILDREN)

    actor = Actor(str(settings))
    differences: list[float] = []
    times: list[float] = []
    unanswered = 0
    begin = time.process_time()
    for row in csv.DictReader(pairs_file.open()):
        found = _route(actor, row, costing)
        metres = float(row["metres"])
        if found is None:
            unanswered += 1
        elif metres > 500:
            differences.append(found["length"] * 1000 / metres - 1)
            times.append(found["time"] / float(row["seconds"]))
    seconds = time.process_time() - begin
    sizes = sorted(abs(difference) for difference in differences)
    print(
        json.dumps(
            {
                "build_seconds": used.ru_utime + used.ru_stime,
                "route_microseconds": seconds / max(1, len(sizes) + unanswered) * 1e6,
                "compared": len(sizes),
                "unanswered": unanswered,
                "median_difference_percent": median(sizes) * 100,
                "ninetieth_difference_percent": sizes[len(sizes) * 9 // 10] * 100,
                "median_longer_percent": median(differences) * 100,
                "median_time_ratio": median(times),
            }
        )
    )
    return 0


def _route(actor: Actor, row: dict[str, str], costing: str) -> dict[str, float] | None:
    places = [
        {"lat": float(row[f"{end}_latitude"]), "lon": float(row[f"{end}_longitude"])}
        for end in ("from", "to")
    ]
    try:
        answer = actor.route(
            {"locations": places, "costing": costing, "directions_type": "none"}
        )
    except RuntimeError:
        return None
    return answer["trip"]["summary"]


if __name__ == "__main__":
    sys.exit(main())

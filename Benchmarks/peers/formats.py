"""Holds Hantar's files against the readers of PyVRP and VROOM.

    python -m peers.formats PROGRAM [COUNT]

PROGRAM is the built `hantar`. COUNT random problems in VROOM's JSON are solved; VROOM times the
routes in its check mode and must find no violation and the same sums, and `hantar check` must find
nothing in VROOM's own plans. A solution with several depots must cost the same for PyVRP.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

SUMS = ("setup", "service", "distance", "priority", "delivery", "pickup")
# Another moment of leaving may cut off another part of a second.
ROUNDED_SUMS = ("cost", "duration")


def main() -> int:
    program = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    with tempfile.TemporaryDirectory() as folder:
        differences = several_depots(program, Path(folder))
        for seed in range(count):
            problem = random_problem(random.Random(seed))
            differences += [
                f"problem {seed}: {text}" for text in compare(program, problem, Path(folder))
            ]
    for difference in differences:
        print(difference)
    print(f"{count} problems of VROOM and 1 of PyVRP, {len(differences)} differences")
    return 1 if differences else 0


def compare(program: str, problem: dict, folder: Path) -> list[str]:
    """Returns what Hantar and VROOM see differently in each other's plans."""
    path = folder / "problem.json"
    path.write_text(json.dumps(problem))
    plan = json.loads(output(program, "solve", path, "--iterations", "300"))
    differences = timed_by_vroom(problem, plan, folder)
    theirs = folder / "vroom.json"
    theirs.write_text(output("vroom", "-i", path))
    check = subprocess.run(
        [program, "check", path, theirs, "--lang", "en"], capture_output=True, text=True
    )
    if check.returncode:
        differences.append(f"VROOM's plan: {check.stdout.strip()}")
    return differences


def timed_by_vroom(problem: dict, plan: dict, folder: Path) -> list[str]:
    """Returns what VROOM's check mode says otherwise of the routes of `plan`."""
    routes = {route["vehicle"]: route for route in plan["routes"]}
    if not routes:
        return []
    vehicles = []
    for vehicle in problem["vehicles"]:
        steps = routes.get(vehicle["id"], {}).get("steps", [])
        kept = [{key: step[key] for key in ("type", "id") if key in step} for step in steps]
        vehicles.append({**vehicle, "steps": kept} if kept else vehicle)
    path = folder / "steps.json"
    path.write_text(json.dumps({**problem, "vehicles": vehicles}))
    timed = json.loads(output("vroom", "-c", "-i", path))
    if timed["code"]:
        return [f"VROOM refuses the steps: {timed['error']}"]
    differences = [
        f"violations {route['violations']}" for route in timed["routes"] if route["violations"]
    ]
    for route in timed["routes"]:
        ours = routes[route["vehicle"]]
        differences += [
            f"vehicle {route['vehicle']}: {key} {ours[key]}, for VROOM {route[key]}"
            for key in SUMS
            if ours[key] != route[key]
        ]
        differences += [
            f"vehicle {route['vehicle']}: {key} {ours[key]}, for VROOM {route[key]}"
            for key in ROUNDED_SUMS
            if abs(ours[key] - route[key]) > 1
        ]
    return differences


def several_depots(program: str, folder: Path) -> list[str]:
    """Returns whether PyVRP reads another cost from a solution with two depots."""
    import pyvrp

    nodes = [(0, 0), (100, 0), (1, 10), (2, 20), (90, 10), (95, -10), (50, 5), (10, -20), (99, 30)]
    lines = ["TYPE : MDVRP", f"DIMENSION : {len(nodes)}", "VEHICLES : 4", "CAPACITY : 3"]
    lines += ["EDGE_WEIGHT_TYPE : EUC_2D", "NODE_COORD_SECTION"]
    lines += [f"{number} {x} {y}" for number, (x, y) in enumerate(nodes, start=1)]
    lines += ["DEMAND_SECTION"]
    lines += [f"{number} {0 if number < 3 else 1}" for number in range(1, len(nodes) + 1)]
    lines += ["DEPOT_SECTION", "1", "2", "-1", "VEHICLES_DEPOT_SECTION", "1 2", "2 1", "3 2", "4 1"]
    problem, solution = folder / "depots.vrp", folder / "depots.sol"
    problem.write_text("\n".join([*lines, "EOF", ""]))
    output(program, "solve", problem, "--iterations", "500", "--out", solution)
    data = pyvrp.read(problem, round_func="round")
    read = pyvrp.read_solution(solution, data)
    claimed = float(solution.read_text().split("Cost")[1])
    if read.is_feasible() and read.distance() == claimed:
        return []
    return [f"two depots: cost {claimed}, for PyVRP {read.distance()}, feasible {read.is_feasible()}"]


def random_problem(rng: random.Random) -> dict:
    """Returns a problem with some of everything both programs handle."""
    places = rng.randint(3, 7)

    def matrix(most: int) -> list[list[int]]:
        return [
            [0 if row == column else rng.randint(1, most) for column in range(places)]
            for row in range(places)
        ]

    def some(chance: float, **members: object) -> dict:
        return members if rng.random() < chance else {}

    vehicles = []
    for number in range(1, rng.randint(1, 3) + 1):
        ends = rng.randrange(4)
        opening = rng.randint(200, 3000)
        breaks = [
            {"id": 1, "service": rng.randint(0, 400), "time_windows": [[opening, 3500]]},
            {"id": 2, "service": 100, "time_windows": [[4000, 6900]]},
        ]
        vehicles.append(
            {"id": number, "capacity": [rng.randint(2, 9), 20]}
            | ({"start_index": rng.randrange(places)} if ends != 1 else {})
            | ({"end_index": rng.randrange(places)} if ends != 2 else {})
            # Without it VROOM's check mode never leaves before the first window of a job opens.
            | {"time_window": [200, rng.choice([7000, 9000])]}
            | some(0.5, breaks=breaks)
            | some(0.5, skills=[5])
            | some(0.5, speed_factor=rng.choice([1.3, 0.7, 2, 0.33]))
            | some(0.5, max_tasks=4)
            | some(0.5, max_travel_time=2500)
            | some(0.5, max_distance=25000)
            | some(0.5, costs={"fixed": 50, "per_hour": 1200, "per_km": 7})
        )
    jobs = []
    for number in range(1, rng.randint(2, 12) + 1):
        opening = rng.randint(200, 4000)
        jobs.append(
            {"id": 10 * number, "location_index": rng.randrange(places)}
            | {"delivery": [rng.choice([0, 2]), 0]}
            | {"pickup": [rng.choice([0, 0, 1, 2]), rng.choice([0, 3])]}
            | some(0.5, setup=60)
            | some(0.5, service=120)
            | some(0.25, skills=[5])
            | some(0.5, priority=rng.randint(0, 9))
            | some(0.5, time_windows=[[opening, opening + 900], [5000, 6000]])
        )
    matrices = {"car": {"durations": matrix(900), "distances": matrix(9000)}}
    return {"vehicles": vehicles, "jobs": jobs, "matrices": matrices}


def output(*command: object) -> str:
    """Runs a program and returns what it prints."""
    return subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=True
    ).stdout


if __name__ == "__main__":
    sys.exit(main())

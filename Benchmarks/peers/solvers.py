"""The solvers that are compared: how each is started, and what it is known to need."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_GIGABYTE = 1 << 30


@dataclass(frozen=True)
class Solver:
    """One solver. `distribution` is its package; Hantar has none.

    `bytes_per_pair` is the peak memory by the square of the stops, measured at 3,000 stops and
    rounded up; 0 where memory grows with the stops alone. `counts_wall` tells that its own limit
    is wall time.
    """

    name: str
    title: str
    distribution: str | None
    module: str
    bytes_per_pair: int = 0
    handles_windows: bool = True
    counts_wall: bool = False

    def version(self) -> str:
        return version(self.distribution) if self.distribution else _hantar_version()

    def predicted_bytes(self, stops: int) -> int:
        return self.bytes_per_pair * (stops + 1) ** 2

    def refusal(self, stops: int, has_windows: bool, most_gigabytes: float) -> str | None:
        """Returns why it is not started on such an instance, or None."""
        if has_windows and not self.handles_windows:
            return "no time windows"
        needed = self.predicted_bytes(stops) / _GIGABYTE
        if needed > most_gigabytes:
            return f"would need about {needed:,.0f} GB"
        return None


HANTAR = Solver("hantar", "Hantar", None, "")
PEERS = {
    solver.name: solver
    for solver in [
        HANTAR,
        Solver("pyvrp", "PyVRP", "pyvrp", "pyvrp", bytes_per_pair=33),
        Solver("hgs", "HGS-CVRP", "hybgensea", "hgs", bytes_per_pair=16, handles_windows=False),
        Solver("vroom", "VROOM", "pyvroom", "vroom", bytes_per_pair=48, counts_wall=True),
        Solver("ortools", "OR-Tools", "ortools", "ortools", bytes_per_pair=100),
        Solver("vrp-cli", "vrp-cli", "vrp-cli", "vrp_cli", bytes_per_pair=110, counts_wall=True),
    ]
}


def _hantar_version() -> str:
    """The commit that last changed the optimiser, with a plus where it has been edited since."""
    paths = ["--", "Sources/Optimiser"]
    commit = _git("log", "-1", "--format=%h", *paths)
    return (commit or "unversioned") + ("+" if _git("status", "--porcelain", *paths) else "")


def _git(*arguments: str) -> str:
    answer = subprocess.run(
        ["git", "-C", str(_ROOT), *arguments], capture_output=True, text=True, check=False
    )
    return answer.stdout.strip()

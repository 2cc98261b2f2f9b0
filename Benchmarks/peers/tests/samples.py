"""Instances small enough to check by hand."""

from __future__ import annotations

import tempfile
from pathlib import Path

from ..instance import Instance, read_instance

# A square of side 10 with the depot in a corner; the diagonal is 14.142.
CVRP = """NAME : square
COMMENT : "four corners"
TYPE : CVRP
DIMENSION : 4
EDGE_WEIGHT_TYPE : EUC_2D
CAPACITY : 5
NODE_COORD_SECTION
1 0 0
2 10 0
3 10 10
4 0 10
DEMAND_SECTION
1 0
2 2
3 2
4 3
DEPOT_SECTION
1
-1
EOF
"""

VRPTW = (
    CVRP.replace("TYPE : CVRP", "TYPE : VRPTW")
    .replace("CAPACITY : 5", "VEHICLES : 2\nCAPACITY : 7\nSERVICE_TIME : 3")
    .replace("DEPOT_SECTION", "TIME_WINDOW_SECTION\n1 0 60\n2 0 10\n3 30 40\n4 0 45\nDEPOT_SECTION")
)


def parsed(text: str) -> Instance:
    """Reads a text the way a file is read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.vrp"
        path.write_text(text)
        return read_instance(path)

"""Times pandana on the arcs Hantar made: `python -m peers.pandana_roads ARCS`.

Pandana contracts the very same graph, so its answers must be equal and only the time differs.
Prints one JSON object.
"""

from __future__ import annotations

import json
import sys
import time

import numpy
import pandana
import pandas


def main() -> int:
    arcs = pandas.read_csv(sys.argv[1])
    nodes = int(max(arcs["tail"].max(), arcs["head"].max())) + 1
    place = pandas.Series(numpy.arange(nodes, dtype=float))
    # It keeps whole thousandths of what it is given; given milliseconds, its numbers overflow.
    weights = pandas.DataFrame({"seconds": arcs["milliseconds"] / 1000})

    begin = time.process_time()
    network = pandana.Network(place, place, arcs["tail"], arcs["head"], weights, twoway=False)
    contraction = time.process_time() - begin

    random = numpy.random.default_rng(1)
    ends = random.integers(0, nodes, (2, 1000))
    begin = time.process_time()
    network.shortest_path_lengths(ends[0], ends[1], "seconds")
    query = time.process_time() - begin

    # It has no tables, only pairs; a hundredth of the table tells what all of it would take.
    begin = time.process_time()
    network.shortest_path_lengths(
        numpy.repeat(ends[0][:100], 100), numpy.tile(ends[1][:100], 100), "seconds"
    )
    table = (time.process_time() - begin) * 100
    print(
        json.dumps(
            {
                "contraction_seconds": contraction,
                "query_microseconds": query * 1000,
                "table_1000_seconds": table,
            }
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())

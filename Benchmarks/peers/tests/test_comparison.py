"""Choosing rows, thinning traces and counting wins and losses."""

import tempfile
import unittest
from dataclasses import replace
from pathlib import Path
from unittest import mock

from ..comparison import Cell, Line, duels, newest
from ..results import Row, read_trace, store_trace, thinned
from ..solvers import PEERS
from ..suites import read_suites, seeds

_ROW = Row(
    instance="X/X-n101-k25",
    stops=100,
    solver="pyvrp",
    version="1",
    seed=1,
    budget=30,
    clock="cpu",
    threads=1,
    cpu=30.2,
    wall=31.0,
    peak_mb=42,
    cost=27_591,
    gap=0,
    status="ok",
    date="2020-01-01T00:00Z",
    machine="here",
)


class Choosing(unittest.TestCase):
    def test_a_later_version_replaces_an_earlier_one(self) -> None:
        later = replace(_ROW, version="2", cost=27_600, date="2020-01-02T00:00Z")
        other = replace(_ROW, seed=2)
        self.assertEqual(newest([later, other, _ROW]), [later, other])

    def test_other_budgets_threads_and_machines_are_other_runs(self) -> None:
        changes = [{"budget": 3.0}, {"threads": 2}, {"machine": "there"}, {"version": "2"}]
        keys = {replace(_ROW, **change).key for change in changes}
        self.assertEqual(len(keys | {_ROW.key}), 5)


class Comparing(unittest.TestCase):
    def test_losses_are_counted_like_wins(self) -> None:
        gaps = {"a": (1.0, 2.0), "b": (2.0, 1.0), "c": (0.5, 0.5), "d": (0.1, None)}
        lines = [
            Line(
                name,
                100,
                1_000,
                True,
                {
                    "hantar": Cell("hantar", ours, 30, 10),
                    "pyvrp": Cell("pyvrp", theirs, 30, 10),
                },
            )
            for name, (ours, theirs) in gaps.items()
        ]
        (duel,) = duels(lines)
        self.assertEqual((duel.count, duel.better, duel.equal, duel.worse), (3, 1, 1, ("b",)))
        self.assertAlmostEqual(duel.gap, 3.5 / 3)
        self.assertAlmostEqual(duel.hantar_gap, 3.5 / 3)


class Thinning(unittest.TestCase):
    def test_the_first_and_last_points_stay(self) -> None:
        points = [(0.01 * index, 1_000.0 - index) for index in range(1_000)]
        kept = thinned(points)
        self.assertEqual((kept[0], kept[-1]), (points[0], points[-1]))
        self.assertLess(len(kept), 100)

    def test_nothing_is_made_of_nothing(self) -> None:
        self.assertEqual(thinned([]), [])


class Storing(unittest.TestCase):
    def test_a_trace_replaces_those_of_other_versions_and_no_others(self) -> None:
        others = [
            replace(_ROW, **change)
            for change in ({"seed": 2}, {"budget": 60}, {"solver": "hgs"}, {"clock": "wall"})
        ]
        with tempfile.TemporaryDirectory() as folder:
            raw = Path(folder) / "raw"
            raw.write_text("seconds,cost\n1.00,30\n2.00,20\n")
            with mock.patch("peers.results.TRACES", Path(folder) / "traces"):
                for row in (*others, _ROW, replace(_ROW, version="2")):
                    store_trace(row, raw)
                self.assertFalse(_ROW.trace_path.exists())
                kept = [replace(_ROW, version="2"), *others]
                for row in kept:
                    self.assertEqual(read_trace(row.trace_path), [(1, 30), (2, 20)])
                self.assertEqual(len(list(_ROW.trace_path.parent.iterdir())), len(kept))


class Tables(unittest.TestCase):
    def test_every_short_panel_is_part_of_its_suite(self) -> None:
        for suite in read_suites().values():
            self.assertLessEqual(set(suite.short), set(suite.instances), suite.name)

    def test_three_seeds_up_to_a_thousand_stops_and_one_above(self) -> None:
        self.assertEqual(list(seeds(1_000, "full")), [1, 2, 3])
        self.assertEqual(list(seeds(1_001, "full")), [1])
        self.assertEqual(list(seeds(100, "short")), [1])

    def test_a_peer_that_would_need_too_much_memory_is_not_started(self) -> None:
        reason = PEERS["pyvrp"].refusal(191_000, has_windows=False, most_gigabytes=16)
        self.assertEqual(reason, "would need about 1,121 GB")
        self.assertIsNone(PEERS["hantar"].refusal(191_000, False, 16))
        self.assertEqual(PEERS["hgs"].refusal(100, True, 16), "no time windows")

    def test_every_runner_is_there(self) -> None:
        folder = Path(__file__).resolve().parents[1] / "runners"
        for solver in PEERS.values():
            if solver.distribution:
                self.assertTrue((folder / f"{solver.module}.py").exists(), solver.name)


if __name__ == "__main__":
    unittest.main()

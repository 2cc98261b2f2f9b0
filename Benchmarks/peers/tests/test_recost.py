"""Judging plans."""

import tempfile
import unittest
from pathlib import Path

from ..recost import PlanError, recost
from ..solution import SolutionError, read_solution, write_solution
from .samples import CVRP, VRPTW, parsed


class Recosting(unittest.TestCase):
    def test_a_valid_plan_costs_its_edges(self) -> None:
        self.assertEqual(recost(parsed(CVRP), [[1, 2], [3]]), 10 + 10 + 14 + 20)
        self.assertEqual(recost(parsed(VRPTW), [[1, 2, 3]]), 400)

    def test_a_plan_that_breaks_a_rule_is_refused(self) -> None:
        refusals = {
            "customer 3 is served 0 times": (CVRP, [[1, 2]]),
            "customer 1 is served 2 times": (CVRP, [[1, 2], [1, 3]]),
            "route 1 visits 4, who does not exist": (CVRP, [[1, 2, 4], [3]]),
            "route 1 visits 0, who does not exist": (CVRP, [[0, 1, 2], [3]]),
            "route 2 carries 7, more than 5": (CVRP, [[], [1, 2, 3]]),
            "3 routes, but there are 2 vehicles": (VRPTW, [[1], [2], [3]]),
            "route 1 reaches customer 1 at 271, after 100": (VRPTW, [[3, 1], [2]]),
            "route 1 reaches customer 3 at 490, after 450": (
                VRPTW.replace("3 30 40", "3 36 40"),
                [[1, 2, 3]],
            ),
            "route 1 reaches the depot at 560, after 550": (
                VRPTW.replace("1 0 60", "1 0 55"),
                [[1, 2, 3]],
            ),
        }
        for expected, (text, routes) in refusals.items():
            with self.subTest(expected), self.assertRaisesRegex(PlanError, expected):
                recost(parsed(text), routes)

    def test_waiting_for_a_window_to_open_is_allowed(self) -> None:
        """Arrives at customer 2 at 23, waits until 30, is back at the depot at 56."""
        self.assertEqual(recost(parsed(VRPTW.replace("1 0 60", "1 0 56")), [[1, 2, 3]]), 400)


class SolutionFiles(unittest.TestCase):
    def test_what_is_written_is_read_back(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "plan.sol"
            write_solution(path, parsed(VRPTW), [[1, 2], [], [3]])
            self.assertEqual(path.read_text(), "Route #1: 1 2\nRoute #2: 3\nCost 54.1\n")
            self.assertEqual(read_solution(path), ([[1, 2], [3]], 54.1))

    def test_a_bad_line_is_named(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "plan.sol"
            path.write_text("Route #1: 1 2\nRoute #2: 3 x\n")
            with self.assertRaisesRegex(SolutionError, "line 2"):
                read_solution(path)


if __name__ == "__main__":
    unittest.main()

"""Reading instances."""

import unittest
from decimal import ROUND_FLOOR, Decimal
from pathlib import Path

from ..instance import InstanceError, read_instance
from ..recost import recost
from ..solution import read_solution
from .samples import CVRP, VRPTW, parsed

_DATA = Path(__file__).resolve().parents[4] / "shared" / "data" / "bench"


class ReadingAnInstance(unittest.TestCase):
    def test_distances_without_windows_are_rounded(self) -> None:
        square = parsed(CVRP)
        self.assertEqual(square.stops, 3)
        self.assertEqual([square.distance(0, node) for node in range(4)], [0, 10, 14, 10])

    def test_distances_with_windows_are_cut_off_after_one_decimal(self) -> None:
        square = parsed(VRPTW)
        self.assertEqual(square.distance(0, 2), 141)
        self.assertEqual(square.windows, [(0, 600), (0, 100), (300, 400), (0, 450)])
        self.assertEqual(square.services, [0, 30, 30, 30])
        self.assertEqual(square.written(1416), "141.6")

    def test_halves_are_rounded_up_and_whole_roots_stay_whole(self) -> None:
        """Against decimals exact enough to decide every rounding."""
        for east in range(40):
            moved = CVRP.replace("2 10 0", f"2 {east} 7")
            root = (Decimal(east) ** 2 + 49).sqrt()
            rounded = (root + Decimal("0.5")).to_integral_value(ROUND_FLOOR)
            self.assertEqual(parsed(moved).distance(0, 1), int(rounded))

    def test_tabs_carriage_returns_and_blanks_do_not_matter(self) -> None:
        text = CVRP.replace("2 10 0", " 2\t1e1  0.0").replace(" : ", ":\t")
        self.assertEqual(parsed(text.replace("\n", "\t\r\n")), parsed(CVRP))

    def test_what_cannot_be_used_is_refused(self) -> None:
        refusals = {
            "a node twice": ("3 10 10", "2 10 10", "NODE_COORD_SECTION"),
            "a node too many": ("4 0 10\n", "4 0 10\n5 1 1\n", "NODE_COORD_SECTION"),
            "no demands": ("DEMAND_SECTION\n1 0\n2 2\n3 2\n4 3\n", "", "DEMAND_SECTION"),
            "other distances": ("EUC_2D", "GEO", "GEO"),
            "a decimal place": ("3 10 10", "3 10.5 10", "10.5"),
            "a word": ("3 10 10", "3 ten 10", "ten"),
            "an unknown section": ("DEMAND_SECTION", "BACKHAUL_SECTION", "BACKHAUL_SECTION"),
            "a row too short": ("3 10 10", "3 10", "'3 10'"),
            "another depot": ("DEPOT_SECTION\n1\n", "DEPOT_SECTION\n2\n", "depot"),
            "no capacity": ("CAPACITY : 5\n", "", "CAPACITY"),
        }
        for name, (old, new, expected) in refusals.items():
            with self.subTest(name), self.assertRaisesRegex(InstanceError, expected):
                parsed(CVRP.replace(old, new))

    @unittest.skipUnless(_DATA.is_dir(), f"needs the benchmark instances in {_DATA}")
    def test_best_known_solutions_cost_what_they_claim(self) -> None:
        for path in sorted(_DATA.glob("*/*.sol")):
            with self.subTest(path.stem):
                instance = read_instance(path.with_suffix(".vrp"))
                routes, claimed = read_solution(path)
                self.assertEqual(recost(instance, routes) / instance.scale, claimed)


if __name__ == "__main__":
    unittest.main()

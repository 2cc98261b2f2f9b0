"""How far apart two programs may lie by chance."""

import statistics
import unittest

from ..simulation import chance


class ChanceTest(unittest.TestCase):
    def test_is_the_bound_of_student_for_equal_samples(self):
        # 20 values each: 38 degrees of freedom, 3.566 in the tables for 99.9 % on both sides.
        first = [float(number) for number in range(20)]
        second = [number + 100 for number in first]
        error = (2 * statistics.variance(first) / 20) ** 0.5
        self.assertAlmostEqual(chance(first, second) / error, 3.566, places=2)

    def test_leaves_no_room_where_nothing_varies(self):
        self.assertEqual(chance([3, 3, 3], [3, 3, 3]), 0)


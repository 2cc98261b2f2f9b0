"""The invented villages."""

from __future__ import annotations

import tempfile
import unittest
from pathlib import Path

from ..instance import read_instance
from ..suites import read_suites
from ..villages import NAMES, write_village_instances


class Villages(unittest.TestCase):
    def test_they_are_read_as_instances_and_always_the_same(self) -> None:
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
            write_village_instances(Path(one))
            write_village_instances(Path(other))
            for name in NAMES:
                path = Path(one) / f"{name}.vrp"
                self.assertEqual(path.read_bytes(), (Path(other) / path.name).read_bytes())
                instance = read_instance(path)
                self.assertEqual(instance.stops, 1_000)
                self.assertEqual(instance.windows is None, NAMES[name] is None)

    def test_the_suite_knows_them_all(self) -> None:
        suite = read_suites()["villages"]
        self.assertEqual({Path(name).name for name in suite.instances}, set(NAMES))

    def test_every_door_can_be_served_by_itself_within_the_day(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            write_village_instances(Path(folder))
            instance = read_instance(Path(folder) / "villages-1000-windows.vrp")
        windows = instance.windows or []
        end = windows[0][1]
        for stop in range(1, instance.stops + 1):
            way = instance.distance(0, stop)
            start = max(way, windows[stop][0])
            self.assertLessEqual(start, windows[stop][1])
            self.assertLessEqual(start + instance.services[stop] + way, end)

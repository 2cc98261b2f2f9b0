"""Carrying out runs, with small shell programs in place of the solver."""

import os
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from .. import results, run
from ..results import Row, read_rows
from ..run import Run, Settings, carry_out
from ..solvers import HANTAR
from ..suites import Suite
from .samples import CVRP

# Finds the file after --solution, as the real program is given it.
_FIND = 'while [ "$1" != --solution ]; do shift; done; solution=$2; '
_WRITE = _FIND + 'printf "Route #1: {}\\nRoute #2: 3\\nCost 1\\n" >"$solution"'


class CarryingOut(unittest.TestCase):
    def setUp(self) -> None:
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)
        (self.folder / "square.vrp").write_text(CVRP)
        (self.folder / "square.sol").write_text("Route #1: 1 2\nRoute #2: 3\nCost 50\n")
        for module, name in [(results, "FOLDER"), (results, "TRACES"), (run, "_WORK")]:
            patch = mock.patch.object(module, name, self.folder / name)
            patch.start()
            self.addCleanup(patch.stop)

    def row(self, script: str) -> Row:
        """The row stored for a program that does what `script` says."""
        program = self.folder / "program"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o700)
        settings = Settings(self.folder, program, min(os.sched_getaffinity(0)), 1, "here")
        suite = Suite("sample", "Sample", 0.2, "cpu", (1,), ("square",), ())
        order = Run(suite, "square", 3, False, HANTAR, "1", 1, 1, budget=0.2)
        with mock.patch("builtins.print"):
            carried = carry_out(order, settings)
        self.assertEqual(read_rows("sample"), [carried])
        return carried

    def test_a_valid_plan_is_costed_anew_whatever_it_claims(self) -> None:
        row = self.row(_WRITE.format("1 2"))
        self.assertEqual((row.status, row.cost, row.gap), ("ok", 54, 8))

    def test_a_plan_that_leaves_someone_out_is_a_failure(self) -> None:
        row = self.row(_WRITE.format("1"))
        self.assertEqual(row.status, "failed: customer 2 is served 0 times")
        self.assertIsNone(row.cost)

    def test_a_program_that_writes_no_plan_is_a_failure(self) -> None:
        self.assertTrue(self.row("true").status.startswith("failed: "))

    def test_a_program_that_breaks_off_says_why(self) -> None:
        self.assertEqual(self.row("echo no such file; exit 2").status, "failed: no such file")

    def test_a_program_that_does_not_end_gives_no_answer(self) -> None:
        row = self.row("while :; do :; done")
        self.assertRegex(row.status, "no answer: [12] CPU s and not ready")


if __name__ == "__main__":
    unittest.main()

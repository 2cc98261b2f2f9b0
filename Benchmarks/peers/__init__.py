"""Measures Hantar's optimiser beside other open solvers, each run alone, each plan costed anew."""
